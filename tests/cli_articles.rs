//! From articles to graphs on the command line. These tests need the readers and the pipeline.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::sample::{Checked, interparl, run, run_in};

const TALKS: &str = "ASTANA, 14 June 2024. Speaker of the Majilis of Kazakhstan Aru Bekova met with \
Chairman of the Milli Majlis of Azerbaijan Milo Drast in Astana on Friday. Bekova said that the meeting was useful.\n";

const WEATHER: &str = "It rained all week, and the river rose by a hand.\n";

/// A folder `in` with two articles about people and an empty one between them.
fn articles() -> Result<TempDir, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    fs::create_dir(folder.path().join("in"))?;
    for (name, text) in [("a.txt", TALKS), ("b.txt", ""), ("c.txt", WEATHER)] {
        fs::write(folder.path().join("in").join(name), text)?;
    }
    Ok(folder)
}

fn json(path: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

#[test]
fn a_bad_article_is_told_and_skipped_and_the_rest_is_done() -> Checked {
    let folder = articles()?;
    let ended = run_in(folder.path(), &["build", "in", "-o", "g.json"])?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(ended.err.starts_with("error: in/b.txt"), "{}", ended.err);
    assert!(
        ended.err.contains("2 articles read, 1 skipped"),
        "{}",
        ended.err
    );
    let graph = json(&folder.path().join("g.json"))?;
    assert_eq!(
        graph["graph"]["documents"].as_array().map(Vec::len),
        Some(2)
    );
    Ok(())
}

#[test]
fn strict_stops_at_the_first_bad_article_and_writes_nothing() -> Checked {
    let folder = articles()?;
    let ended = run_in(folder.path(), &["build", "in", "-o", "g.json", "--strict"])?;
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert_eq!(ended.err.matches("error: ").count(), 1, "{}", ended.err);
    assert!(!folder.path().join("g.json").exists());
    Ok(())
}

#[test]
fn quiet_prints_errors_only() -> Checked {
    let folder = articles()?;
    let ended = run_in(folder.path(), &["-q", "build", "in", "-o", "g.json"])?;
    assert!(
        ended
            .err
            .lines()
            .all(|l| l.starts_with("error: ") || l.starts_with("hint: ")),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn where_no_article_can_be_read_the_old_graph_stays() -> Checked {
    let folder = articles()?;
    fs::write(folder.path().join("g.json"), "precious")?;
    fs::create_dir(folder.path().join("none"))?;
    for input in ["in/b.txt", "missing.txt", "none"] {
        let ended = run_in(folder.path(), &["build", input, "-o", "g.json"])?;
        assert_eq!(ended.code, Some(2), "{input}: {}", ended.err);
        assert!(ended.err.starts_with("error: "), "{}", ended.err);
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("g.json"))?,
        "precious"
    );
    Ok(())
}

#[test]
fn bad_bytes_are_told_and_do_not_stop_the_rest() -> Checked {
    let folder = articles()?;
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes);
    write("binary.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0")?;
    write(
        "cut.jsonl",
        b"{\"id\":\"x\",\"text\":\"Talks were held.\"}\n{\"id\":\"y\",\"text\":\"Tal",
    )?;
    write(
        "open.html",
        b"<html><head><title>T</title><body><p>Talks were held in Astana on Friday",
    )?;
    let inputs = ["binary.txt", "cut.jsonl", "open.html", "in/a.txt"];
    let arguments: Vec<&str> = ["extract"].into_iter().chain(inputs).collect();
    let ended = run_in(folder.path(), &arguments)?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(ended.err.contains("binary.txt"), "{}", ended.err);
    assert!(ended.err.contains("cut.jsonl:2:"), "{}", ended.err);
    Ok(())
}

#[test]
fn extract_writes_one_line_an_article_in_order() -> Checked {
    let folder = tempfile::tempdir()?;
    let lines: Vec<String> = (0..200)
        .map(|n| {
            format!(
                "{{\"id\":\"{n}\",\"text\":\"Article number {n}. {}\"}}",
                TALKS.trim()
            )
        })
        .collect();
    fs::write(folder.path().join("all.jsonl"), lines.join("\n"))?;
    let threads = ["1", "2", "7"];
    let mut outputs = Vec::new();
    for n in threads {
        let ended = run_in(folder.path(), &["extract", "all.jsonl", "--threads", n])?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        outputs.push(ended.out);
    }
    let first = outputs.first().map(String::as_str).unwrap_or_default();
    assert!(outputs.iter().all(|o| o == first), "threads change nothing");
    for (n, line) in first.lines().enumerate() {
        let reading: Value = serde_json::from_str(line)?;
        assert_eq!(reading["document"]["id"], n.to_string());
    }
    assert_eq!(first.lines().count(), 200);
    Ok(())
}

#[test]
fn extract_and_fold_give_what_build_gives() -> Checked {
    let folder = articles()?;
    let built = run_in(folder.path(), &["build", "in/c.txt", "in/a.txt"])?;
    assert_eq!(built.code, Some(0), "{}", built.err);
    let readings = run_in(folder.path(), &["extract", "in/a.txt", "in/c.txt"])?;
    let mut fold = interparl();
    let in_two_steps = run(fold.args(["fold", "-"]).write_stdin(readings.out))?;
    assert_eq!(in_two_steps.code, Some(0), "{}", in_two_steps.err);
    assert_eq!(built.out, in_two_steps.out);
    let graph: Value = serde_json::from_str(&built.out)?;
    assert_eq!(graph["directed"], true);
    Ok(())
}

#[test]
fn each_writes_a_graph_an_article_called_after_it() -> Checked {
    let folder = articles()?;
    fs::create_dir(folder.path().join("in/sub"))?;
    fs::write(folder.path().join("in/sub/a.txt"), WEATHER)?;
    let ended = run_in(folder.path(), &["build", "--each", "in", "-o", "out"])?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    let one = json(&folder.path().join("out/a.json"))?;
    let other = json(&folder.path().join("out/a-2.json"))?;
    assert_ne!(one["graph"]["documents"], other["graph"]["documents"]);
    assert!(folder.path().join("out/c.json").exists());
    assert!(!folder.path().join("out/b.json").exists());
    Ok(())
}

#[test]
fn a_date_is_for_one_article() -> Checked {
    let folder = articles()?;
    let one = run_in(
        folder.path(),
        &["extract", "in/c.txt", "--date", "2031-03-04"],
    )?;
    let reading: Value = serde_json::from_str(&one.out)?;
    assert_eq!(reading["document"]["date"], "2031-03-04");
    let two = run_in(
        folder.path(),
        &[
            "build",
            "in/a.txt",
            "in/c.txt",
            "--date",
            "2031-03-04",
            "-o",
            "g.json",
        ],
    )?;
    assert_eq!(two.code, Some(2), "{}", two.err);
    assert!(
        two.err.starts_with("error: --date is for one article"),
        "{}",
        two.err
    );
    assert!(!folder.path().join("g.json").exists());
    Ok(())
}

#[test]
fn without_quotes_no_words_are_passed_on() -> Checked {
    let folder = articles()?;
    let loud = run_in(folder.path(), &["build", "in/a.txt"])?;
    assert!(loud.out.contains("\"quote\":"), "{}", loud.out);
    for command in ["build", "extract"] {
        let ended = run_in(folder.path(), &[command, "in/a.txt", "--no-quotes"])?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(
            !ended.out.contains("\"quote\": \"") && !ended.out.contains("\"quote\":\""),
            "{}",
            ended.out
        );
    }
    Ok(())
}

#[test]
fn an_article_about_the_weather_gives_an_empty_graph_and_says_so() -> Checked {
    let folder = articles()?;
    let ended = run_in(folder.path(), &["build", "in/c.txt", "-o", "g.json"])?;
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.err.starts_with("nothing found"), "{}", ended.err);
    let extracted = run_in(folder.path(), &["extract", "in/c.txt"])?;
    assert_eq!(extracted.code, Some(0), "a filter passes on what it has");
    assert_eq!(extracted.out.lines().count(), 1);
    Ok(())
}

#[test]
fn what_colours_a_terminal_is_no_part_of_a_name_or_a_quote() -> Checked {
    let folder = tempfile::tempdir()?;
    let plain = "ASTANA, 14 June 2024 – The Speaker of the Riigikogu of Estonia, Jaan Tamm, met with the Chairman of \
                 the Majilis of Kazakhstan, Yerlan Bekov.\n";
    let coloured = plain.replace("Tamm", "\u{1b}[1mTamm\u{1b}[0m").replace(
        "Majilis",
        "\u{1b}]8;;https://example.org\u{7}Majilis\u{1b}]8;;\u{7}",
    );
    fs::write(folder.path().join("plain.txt"), plain)?;
    fs::write(folder.path().join("coloured.txt"), coloured)?;
    let graph = |name: &str| run_in(folder.path(), &["build", "-q", name]);
    let (one, other) = (graph("plain.txt")?, graph("coloured.txt")?);
    assert_eq!(one.code, Some(0), "{}", one.err);
    assert!(one.out.contains("\"name\":\"Jaan Tamm\""), "{}", one.out);
    // The offsets of the words are the same too, since they are those of the text that is kept.
    assert_eq!(one.out, other.out);
    Ok(())
}

#[test]
fn articles_come_from_standard_input_too() -> Checked {
    let mut command = interparl();
    let ended = run(command
        .args(["build", "-", "--input-format", "text"])
        .write_stdin(TALKS))?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("\"legislator\""), "{}", ended.out);
    Ok(())
}

#[test]
fn exporting_json_gives_the_same_bytes_back() -> Checked {
    let folder = articles()?;
    run_in(folder.path(), &["build", "in/a.txt", "-o", "g.json"])?;
    let again = run_in(folder.path(), &["export", "g.json"])?;
    assert_eq!(again.out, fs::read_to_string(folder.path().join("g.json"))?);
    Ok(())
}

#[test]
fn pictures_are_pictures() -> Checked {
    let folder = articles()?;
    run_in(folder.path(), &["build", "in/a.txt", "-o", "g.json"])?;
    for (out, beginning) in [
        ("g.svg", &b"<"[..]),
        ("g.dot", b"digraph"),
        ("g.png", b"\x89PNG"),
    ] {
        let ended = run_in(folder.path(), &["export", "g.json", "-o", out])?;
        if out == "g.png" && cfg!(not(feature = "png")) {
            assert!(ended.err.contains("built without PNG"), "{}", ended.err);
            continue;
        }
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(
            fs::read(folder.path().join(out))?.starts_with(beginning),
            "{out}"
        );
    }
    Ok(())
}

#[test]
fn a_sentence_is_explained_stage_by_stage() -> Checked {
    let folder = tempfile::tempdir()?;
    let ended = run_in(
        folder.path(),
        &["explain", "--sentence", TALKS, "--date", "2024-06-14"],
    )?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("Aru Bekova"), "{}", ended.out);
    Ok(())
}

#[test]
fn rules_are_listed_and_each_has_a_manual() -> Checked {
    let folder = tempfile::tempdir()?;
    let list = run_in(folder.path(), &["rules", "--json"])?;
    let rules: Value = serde_json::from_str(&list.out)?;
    let rules = rules.as_array().ok_or("not a list")?;
    assert!(!rules.is_empty());
    for rule in rules {
        let id = rule["id"].as_str().ok_or("a rule without id")?;
        let manual = run_in(folder.path(), &["rules", id])?;
        assert_eq!(manual.code, Some(0), "{}", manual.err);
        assert!(manual.out.len() > 100, "{id}");
    }
    let id = rules[0]["id"].as_str().unwrap_or_default();
    let slip = run_in(folder.path(), &["rules", &format!("{id}x")])?;
    assert_eq!(slip.code, Some(1));
    assert!(
        slip.err.contains(&format!("did you mean {id}")),
        "{}",
        slip.err
    );
    Ok(())
}

#[test]
fn the_tables_tell_what_they_know_and_where_from() -> Checked {
    let folder = tempfile::tempdir()?;
    let ended = run_in(folder.path(), &["lexicon", "majilis"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("kz/majilis"), "{}", ended.out);
    let ended = run_in(folder.path(), &["lexicon", "qqqq"])?;
    assert_eq!(ended.code, Some(1));
    Ok(())
}

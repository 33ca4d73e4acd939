//! `interparl score` as a user meets it: what it prints, what it says of wrong input, and how it ends.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::sample::{Checked, Ended, run_in};

const ARTICLE: &str = "RIGA, 4 March 2031 – Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan\n      Tamm in Riga.\" Riga.\n";

fn facts() -> Value {
    json!({"id": "talks", "lang": "en", "states": ["LV", "EE"],
        "people": [{"name": "Daiga Ozola", "legislator": true}, {"name": "Jaan Tamm", "legislator": true}, {"name": "Riigikogu Jaan"}],
        "bodies": [{"name": "Saeima", "kind": "chamber", "states": ["LV"]}, {"name": "Riigikogu", "kind": "chamber", "states": ["EE"]}],
        "roles": [{"person": "Daiga Ozola", "role": "speaker", "body": "Saeima"}, {"person": "Jaan Tamm", "role": "speaker", "body": "Riigikogu"}],
        "meetings": [{"kind": "bilateral", "sides": [["Daiga Ozola"], ["Jaan Tamm"]], "date": "2031-03-04", "place": "Riga"}]})
}

/// A folder with an article and its facts in `gold`.
fn corpus() -> Result<TempDir, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    fs::create_dir(folder.path().join("gold"))?;
    fs::write(folder.path().join("gold/talks.json"), facts().to_string())?;
    fs::write(folder.path().join("gold/talks.txt"), ARTICLE)?;
    Ok(folder)
}

fn score(folder: &Path, more: &[&str]) -> Result<Ended, Box<dyn std::error::Error>> {
    run_in(folder, &[&["score", "--gold", "gold"], more].concat())
}

#[test]
fn a_corpus_is_read_and_measured() -> Checked {
    let folder = corpus()?;
    let ended = score(folder.path(), &[])?;
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    for part in [
        "1 article\n",
        "LAYER     PRECISION  RECALL  F1     RIGHT  WRONG  MISSED",
        "people    1.000      0.667   0.800  2      0      1",
        "met       1.000      1.000   1.000  1      0      0",
        "95 % interval of overall: 0.971 to 0.971",
        "OF THE FACTS THAT ARE RIGHT     HAVE IT RIGHT  OF",
        "meetings: the date              1.000          1",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    assert!(!ended.out.contains("cause"), "{}", ended.out);
    Ok(())
}

#[test]
fn errors_are_told_by_cause_and_rule_with_the_words() -> Checked {
    let folder = corpus()?;
    let ended = score(folder.path(), &["--errors"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    for part in [
        "people  missed  not found  1",
        "office-before-name  roles  ",
        "people, missed, not found: 1\n  talks: Riigikogu Jaan\n    \"",
        "Speaker of the Riigikogu Jaan\n      Tamm in Riga.\"",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    let ended = score(folder.path(), &["--errors", "--json"])?;
    let answer: Value = serde_json::from_str(&ended.out)?;
    assert_eq!(answer["layers"]["people"]["missed"], 1);
    assert_eq!(answer["errors"][0]["article"], "talks");
    assert_eq!(answer["errors"][0]["topic"], "people");
    assert_eq!(answer["errors"][0]["cause"], "not found");
    assert_eq!(answer["causes"][0]["count"], 1);
    assert!(
        answer["rules"]
            .as_array()
            .is_some_and(|rules| rules.iter().any(|r| r["wrong_end"] == 0))
    );
    Ok(())
}

#[test]
fn graphs_of_a_folder_are_measured_and_missing_ones_are_said() -> Checked {
    let folder = corpus()?;
    let built = run_in(
        folder.path(),
        &["build", "-q", "--each", "gold/talks.txt", "-o", "graphs"],
    )?;
    assert_eq!(built.code, Some(0), "{}", built.err);
    let of_articles = score(folder.path(), &["--json"])?;
    let of_graphs = score(folder.path(), &["--json", "--pred", "graphs"])?;
    assert_eq!(of_articles.out, of_graphs.out);
    fs::remove_file(folder.path().join("graphs/talks.json"))?;
    let ended = score(folder.path(), &["--pred", "graphs"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(
        ended
            .out
            .contains("1 without a graph, which counts as an empty one: talks"),
        "{}",
        ended.out
    );
    assert!(
        ended
            .out
            .contains("people    0.000      0.000   0.000  0      0      3"),
        "{}",
        ended.out
    );
    Ok(())
}

#[test]
fn slips_of_the_facts_are_said() -> Checked {
    let folder = corpus()?;
    let mut slipped = facts();
    slipped["roles"][0]["person"] = "D. Ozola".into();
    slipped["roles"][1]["role"] = "speeker".into();
    fs::write(folder.path().join("gold/talks.json"), slipped.to_string())?;
    let ended = score(folder.path(), &[])?;
    assert_eq!(ended.code, Some(0));
    assert_eq!(
        ended.err,
        "gold/talks.json: \"speeker\" is no role\ngold/talks.json: person \"D. Ozola\" is not declared\n"
    );
    Ok(())
}

#[test]
fn what_is_of_no_use_is_told_with_what_to_do() -> Checked {
    let folder = corpus()?;
    let path = folder.path();
    for (name, content) in [
        ("broken/a.json", "{\"id\": \"a\",\n"),
        ("typed/a.json", "{\"id\": \"a\", \"people\": [1]}"),
        ("nameless/a.json", "{\"lang\": \"en\"}"),
        ("path/a.json", "{\"id\": \"../a\"}"),
        ("twice/a.json", "{\"id\": \"a\"}"),
        ("twice/b.json", "{\"id\": \"a\"}"),
        ("alone/a.json", "{\"id\": \"a\", \"lang\": \"en\"}"),
        ("nothing/readme.md", "x"),
        (
            "bad-kind/talks.json",
            "{\"nodes\": [{\"id\": 1, \"kind\": \"town\", \"name\": \"A\"}]}",
        ),
        (
            "bad-end/talks.json",
            "{\"nodes\": [], \"edges\": [{\"source\": 1, \"target\": 2, \"kind\": \"met\"}]}",
        ),
        ("bad-json/talks.json", "[1]"),
    ] {
        fs::create_dir_all(path.join(name).parent().ok_or("a folder")?)?;
        fs::write(path.join(name), content)?;
    }
    let guide = "hint: the guide says what the facts of an article look like";
    for (arguments, error, hint) in [
        (
            "--gold none",
            "error: cannot read \"none\": there is no such file or folder",
            "hint: name a folder with",
        ),
        (
            "--gold nothing",
            "error: there are no facts of articles in \"nothing\"",
            "hint: --gold names a folder",
        ),
        (
            "--gold gold --lang kk",
            "error: there are no facts of articles in \"gold\"",
            "hint: no file there names a",
        ),
        (
            "--gold broken",
            "error: broken/a.json:2:0: EOF while parsing",
            guide,
        ),
        (
            "--gold typed",
            "error: typed/a.json:1:24: invalid type: integer `1`, expected a person with a name",
            guide,
        ),
        (
            "--gold nameless",
            "error: nameless/a.json:1:14: missing field `id`",
            guide,
        ),
        (
            "--gold path",
            "error: path/a.json: the id \"../a\" cannot be the name of a file",
            "hint: the graph and",
        ),
        (
            "--gold twice",
            "error: twice/b.json: the id \"a\" is that of another file too",
            "hint: each article",
        ),
        (
            "--gold alone",
            "error: there are no articles beside the facts in \"alone\"",
            "hint: put ID.txt beside",
        ),
        (
            "--gold gold --pred none",
            "error: cannot read \"none\": there is no such",
            "hint: name a folder",
        ),
        (
            "--gold gold --pred bad-kind",
            "error: bad-kind/talks.json: the node \"1\" has the kind \"town\"",
            "hint: a graph has",
        ),
        (
            "--gold gold --pred bad-end",
            "error: bad-end/talks.json: an edge \"met\" ends at \"1\"",
            "hint: a graph has",
        ),
        (
            "--gold gold --pred bad-json",
            "error: bad-json/talks.json:1:",
            "hint: a graph has",
        ),
    ] {
        let words: Vec<&str> = std::iter::once("score")
            .chain(arguments.split(' '))
            .collect();
        let ended = run_in(path, &words)?;
        assert_eq!(
            (ended.code, ended.out.as_str()),
            (Some(2), ""),
            "{arguments}"
        );
        let mut lines = ended.err.lines();
        assert!(
            lines.next().is_some_and(|line| line.starts_with(error)),
            "{arguments}: {}",
            ended.err
        );
        assert!(
            lines.next().is_some_and(|line| line.starts_with(hint)),
            "{arguments}: {}",
            ended.err
        );
        assert_eq!(lines.next(), None, "{arguments}");
    }
    Ok(())
}

#[test]
fn articles_that_cannot_be_read_end_it_in_part() -> Checked {
    let folder = corpus()?;
    let gold = folder.path().join("gold");
    fs::write(
        gold.join("bad.json"),
        "{\"id\": \"bad\", \"states\": [\"LV\"]}",
    )?;
    fs::write(gold.join("bad.txt"), b"\x89PNG\r\n\x1a\n\0\0")?;
    let ended = score(folder.path(), &[])?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(
        ended.err.contains("1 articles read, 1 skipped"),
        "{}",
        ended.err
    );
    assert!(ended.out.contains("1 without a graph"), "{}", ended.out);
    fs::remove_file(gold.join("talks.json"))?;
    let ended = score(folder.path(), &[])?;
    assert_eq!(
        (ended.code, ended.out.as_str()),
        (Some(2), ""),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn nothing_of_a_file_reaches_the_terminal_as_it_came() -> Checked {
    let folder = corpus()?;
    let evil = "\u{1B}]0;title\u{7}\u{202E}Evil \u{9B}2J";
    let facts = json!({"id": "talks", "people": [{"name": format!("{evil} Name")}],
        "roles": [{"person": evil, "role": evil, "body": "LV"}]});
    fs::write(folder.path().join("gold/talks.json"), facts.to_string())?;
    fs::write(
        folder.path().join("gold/talks.txt"),
        format!("{evil} Name spoke in the Saeima.\n"),
    )?;
    for more in [&["--errors"][..], &["--errors", "--json"]] {
        let ended = score(folder.path(), more)?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        for c in ['\u{7}', '\u{9B}', '\u{202E}'] {
            assert!(
                !ended.out.contains(c) && !ended.err.contains(c),
                "{c:?} in {}{}",
                ended.out,
                ended.err
            );
        }
    }
    Ok(())
}

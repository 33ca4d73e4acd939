//! Wrong input: every message says what is wrong and what to do, and the exit code agrees.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::fs;

use crate::sample::{Checked, folder_with_graph, interparl, run, run_in, sample_graph};

/// Runs `show` on a file of that content and gives what standard error says, after checking that it failed.
fn shown(content: &[u8]) -> Result<String, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("g.json"), content)?;
    let ended = run_in(folder.path(), &["show", "g.json", "x"])?;
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert!(ended.out.is_empty());
    Ok(ended.err)
}

#[test]
fn a_file_that_is_no_graph_is_told_as_what_it_is() -> Checked {
    for (content, error, hint) in [
        (
            &b""[..],
            "error: g.json: the file is empty",
            "hint: a graph comes from",
        ),
        (
            b"  \n",
            "error: g.json: the file is empty",
            "hint: a graph comes from",
        ),
        (
            b"<svg xmlns=\"x\">",
            "error: g.json: this is a picture",
            "hint: a graph comes from",
        ),
        (
            b"\x89PNG\r\n\x1a\n",
            "error: g.json: this is a picture",
            "hint: ",
        ),
        (
            b"digraph { a -> b }",
            "error: g.json: this is DOT",
            "hint: ",
        ),
        (
            b"{\"schema\":1,\"document\":{}}",
            "error: g.json: these are readings",
            "hint: fold them first",
        ),
        (
            b"Talks were held.",
            "error: g.json: this is not a graph as JSON",
            "hint: ",
        ),
        (
            b"\xff\xfe\x00\x01",
            "error: g.json: this is not a graph as JSON",
            "hint: ",
        ),
    ] {
        let err = shown(content)?;
        assert!(err.contains(error) && err.contains(hint), "{err}");
    }
    Ok(())
}

#[test]
fn broken_json_is_told_with_line_and_column() -> Checked {
    let whole = serde_json::to_string_pretty(&sample_graph())?;
    let cut: String = whole.chars().take(500).collect();
    let line = cut.lines().count();
    let err = shown(cut.as_bytes())?;
    assert!(err.starts_with(&format!("error: g.json:{line}:")), "{err}");
    assert!(err.contains("\nhint: "), "{err}");
    assert!(err.contains(": the file ends too early: "), "{err}");
    assert!(!err.contains("EOF"), "{err}");
    Ok(())
}

#[test]
fn a_graph_or_a_part_of_one_is_no_readings_and_that_is_said_once() -> Checked {
    let folder = tempfile::tempdir()?;
    let (line, pretty) = (
        sample_graph().to_string(),
        serde_json::to_string_pretty(&sample_graph())?,
    );
    let half: String = pretty.chars().take(pretty.len() / 2).collect();
    let edges = "cut\"}]},\n  {\"source\":\"a\",\"target\":\"b\",\"key\":\"part_of\"},\n";
    for graph in [&line, &pretty, &half, edges] {
        fs::write(folder.path().join("g.json"), graph)?;
        let ended = run_in(folder.path(), &["fold", "g.json", "-o", "never.json"])?;
        assert_eq!(ended.code, Some(2), "{}", ended.err);
        let told = "error: g.json: this is a graph or a part of one, not readings\nhint: ";
        assert!(ended.err.starts_with(told), "{}", ended.err);
        assert_eq!(ended.err.matches("error: ").count(), 1, "{}", ended.err);
        assert!(!folder.path().join("never.json").exists());
    }
    fs::write(folder.path().join("list.json"), "[1]\n\"words\"\n")?;
    let ended = run_in(folder.path(), &["fold", "list.json"])?;
    assert!(ended.err.contains("expected a reading"), "{}", ended.err);
    assert!(!ended.err.contains("struct"), "{}", ended.err);
    Ok(())
}

#[test]
fn a_newer_schema_is_told_before_anything_else() -> Checked {
    let err = shown(br#"{"directed":true,"graph":{"schema":99,"strange":[]},"things":[]}"#)?;
    assert!(err.contains("schema 99"), "{err}");
    assert!(err.contains("hint: "), "{err}");
    Ok(())
}

#[test]
fn a_missing_file_and_a_folder_are_told() -> Checked {
    let folder = tempfile::tempdir()?;
    let ended = run_in(folder.path(), &["show", "none.json", "x"])?;
    assert_eq!(ended.code, Some(2));
    assert_eq!(
        ended.err,
        "error: cannot read \"none.json\": there is no such file or folder\n\
         hint: a graph comes from: interparl build ARTICLES -o graph.json\n"
    );
    let ended = run_in(folder.path(), &["show", ".", "x"])?;
    assert!(
        ended
            .err
            .starts_with("error: cannot read \".\": it is a folder\nhint: "),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn wrong_arguments_end_with_2_and_a_word() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for (arguments, part) in [
        (&["show", "graph.json"][..], "<NAME>"),
        (&["explain", "graph.json", "a"], "<B>"),
        (
            &["explain", "--sentence", "x", "graph.json"],
            "cannot be used with",
        ),
        (
            &["explain", "--sentence", " "],
            "error: the sentence is empty",
        ),
        (&["build", "a.txt", "--each"], "--output"),
        (
            &["build", "a.txt", "--each", "-o", "-"],
            "hint: name a folder",
        ),
        (&["build", "a.txt", "--date", "June"], "--date"),
        (&["build"], "<FILE|DIR|->"),
        (
            &["export", "graph.json", "-o", "graph.xyz"],
            "hint: end it with .json, .dot, .svg, .png, .graphml",
        ),
        (
            &["draw", "graph.json", "-o", "graph.dot"],
            "hint: for all other formats",
        ),
        (&["path", "graph.json", "a", "b", "-k", "0"], "--paths"),
        (
            &["fold", "r.jsonl", "--lexicon", "x"],
            "unexpected argument",
        ),
        (&["lexicon", "x", "--lexicon", "none"], "hint: "),
    ] {
        let ended = run_in(folder.path(), arguments)?;
        assert_eq!(ended.code, Some(2), "{arguments:?}: {}", ended.err);
        assert!(ended.err.starts_with("error: "), "{}", ended.err);
        assert!(ended.err.contains(part), "{part} in {}", ended.err);
    }
    Ok(())
}

#[test]
fn a_bad_line_of_readings_is_told_with_its_place_and_skipped() -> Checked {
    let folder = tempfile::tempdir()?;
    let good = r#"{"schema":1,"document":{"id":"a","sha256":"00"},"entities":[],"claims":[]}"#;
    let newer = r#"{"schema":9,"what":1}"#;
    let dangling = r#"{"schema":1,"document":{"id":"b","sha256":"00"},"entities":[],"claims":[{"predicate":"part_of","part":0,"whole":1,"confidence":1,"evidence":[]}]}"#;
    let cut: String = good.chars().take(40).collect();
    let mut lines = format!("{good}\n\n{cut}\n{newer}\n{dangling}\n").into_bytes();
    lines.extend(b"{\"schema\xff\"}\n");
    fs::write(folder.path().join("r.jsonl"), lines)?;
    let ended = run_in(folder.path(), &["fold", "r.jsonl", "-o", "g.json"])?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    for part in [
        "error: r.jsonl:3:",
        ": the line ends too early: ",
        "error: r.jsonl:4:1: this reading has schema 9",
        "error: r.jsonl:5:1: a claim points at entity 0",
        "error: r.jsonl:6:9: this is not UTF-8",
        "1 readings read, 4 skipped",
    ] {
        assert!(ended.err.contains(part), "{part} in {}", ended.err);
    }
    assert!(folder.path().join("g.json").exists());
    let strict = run_in(
        folder.path(),
        &["fold", "r.jsonl", "-o", "strict.json", "--strict"],
    )?;
    assert_eq!(strict.code, Some(2));
    assert_eq!(strict.err.matches("error: ").count(), 1, "{}", strict.err);
    assert!(!folder.path().join("strict.json").exists());
    Ok(())
}

#[test]
fn readings_of_nothing_fold_to_nothing_and_say_so() -> Checked {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("r.jsonl"), "")?;
    let ended = run_in(folder.path(), &["fold", "r.jsonl", "-o", "g.json"])?;
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.err.starts_with("nothing found"), "{}", ended.err);
    let ended = run_in(
        folder.path(),
        &["fold", "r.jsonl", "-o", "g.json", "--quiet"],
    )?;
    assert!(ended.err.is_empty(), "{}", ended.err);
    let ended = run_in(folder.path(), &["fold", "none.jsonl", "-o", "other.json"])?;
    assert_eq!(ended.code, Some(2), "all inputs were bad");
    assert!(!folder.path().join("other.json").exists());
    Ok(())
}

/// A sample whose first person has a name with everything that must not reach a terminal.
fn hostile() -> (String, String) {
    let name = "Zed \u{1B}[2J\"<b>\u{202E}\u{9B}31m\u{7}\nerror: you\u{2066} 'X'";
    let mut graph = sample_graph();
    graph["nodes"][1]["name"] = name.into();
    graph["edges"][2]["evidence"][0]["quote"] = format!("said {name}").into();
    (graph.to_string(), name.to_owned())
}

#[test]
fn a_hostile_name_reaches_no_terminal() -> Checked {
    let folder = tempfile::tempdir()?;
    let (graph, name) = hostile();
    fs::write(folder.path().join("g.json"), graph)?;
    for arguments in [
        &["show", "g.json", "person/ana-kim"][..],
        &["show", "g.json", "joint", "--json"],
        &["show", "g.json", "XA"],
        &["show", "g.json", "kim"],
        &["show", "g.json", "zed \u{1B}[31m\u{202E}you are"],
        &["path", "g.json", "person/ana-kim", "drast"],
        &["path", "g.json", "person/ana-kim", "wolff"],
        &["explain", "g.json", "person/ana-kim", "joint"],
        &["show", "\u{1B}[31m.json", "x"],
        &["\u{1B}[31m"],
        &["build", "no\u{1B}[31mthing\nhint: nonsense", "-o", "x.json"],
    ] {
        let ended = run_in(folder.path(), arguments)?;
        let text = format!("{}{}", ended.out, ended.err);
        let bad = |c: char| (c.is_control() && c != '\n') || ('\u{202A}'..='\u{2069}').contains(&c);
        assert!(!text.contains(bad), "{arguments:?}: {text:?}");
        assert!(!text.contains("\nerror: you"), "{arguments:?}: {text}");
        assert!(!text.contains("\nhint: nonsense"), "{arguments:?}: {text}");
    }
    let ended = run_in(
        folder.path(),
        &["show", "g.json", "person/ana-kim", "--json"],
    )?;
    let value: serde_json::Value = serde_json::from_str(&ended.out)?;
    assert_eq!(
        value["node"]["name"],
        name.as_str(),
        "programs get the name as it is"
    );
    Ok(())
}

#[test]
fn colours_come_only_where_they_are_wanted() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let mut plain = interparl();
    plain
        .current_dir(folder.path())
        .args(["show", "graph.json", "bekova"]);
    assert!(!run(&mut plain)?.out.contains('\u{1B}'));
    let colored = run(plain.env("CLICOLOR_FORCE", "1"))?;
    assert!(
        colored.out.contains("\u{1B}[1mAru Bekova"),
        "{}",
        colored.out
    );
    Ok(())
}

#[test]
fn prose_is_as_wide_as_the_window() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let mut command = interparl();
    command.current_dir(folder.path()).env("COLUMNS", "50");
    let ended = run(command.args(["show", "graph.json", "bekova"]))?;
    let too_long = |line: &&str| line.chars().count() > 50 && !line.contains("https://");
    assert_eq!(ended.out.lines().find(too_long), None);
    Ok(())
}

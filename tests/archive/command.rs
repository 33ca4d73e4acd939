//! The commands of the archive, and that an archive stands wherever a graph may.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::made::{done, file};
use crate::sample::{Checked, interparl, run, run_in};

/// A folder with an archive of articles, and the graph of a build of them.
fn both() -> Result<tempfile::TempDir, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    file(folder.path(), "articles.jsonl", 0..25, 0)?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    done(folder.path(), &["build", "articles.jsonl", "-o", "g.json"])?;
    Ok(folder)
}

#[test]
fn an_archive_stands_wherever_a_graph_may() -> Checked {
    let folder = both()?;
    // First of a graph that is not stored yet, then of the stored one.
    for _ in 0..2 {
        for question in [
            &["export", "GRAPH"][..],
            &["export", "GRAPH", "--format", "dot"],
            &["export", "GRAPH", "--no-quotes"],
            &["draw", "GRAPH"],
            &["show", "GRAPH", "anna", "ozola"],
            &["show", "GRAPH", "LV", "--json"],
            &["show", "GRAPH", "saeima", "--all"],
            &["path", "GRAPH", "Anna Ozola", "majilis"],
            &["explain", "GRAPH", "Anna Ozola", "saeima"],
            &["show", "GRAPH", "ana ozolla"],
            &["show", "GRAPH", "nobody at all"],
        ] {
            let of = |graph: &'static str| {
                let words: Vec<&str> = question
                    .iter()
                    .map(|w| if *w == "GRAPH" { graph } else { w })
                    .collect();
                run_in(folder.path(), &words)
            };
            let (archive, json) = (of("a.db")?, of("g.json")?);
            assert_eq!(archive.code, json.code, "{question:?} {}", archive.err);
            assert_eq!(archive.out, json.out, "{question:?}");
            assert_eq!(archive.err, json.err, "{question:?}");
        }
    }
    let of_readings = done(folder.path(), &["fold", "a.db"])?;
    assert_eq!(
        of_readings,
        fs::read_to_string(folder.path().join("g.json"))?
    );
    Ok(())
}

#[test]
fn an_archive_leaves_one_file_behind_and_takes_part_in_no_pipe() -> Checked {
    let folder = both()?;
    done(folder.path(), &["show", "a.db", "anna", "ozola"])?;
    done(folder.path(), &["check", "a.db"])?;
    let mut names: Vec<_> = fs::read_dir(folder.path())?
        .map(|entry| entry.map(|e| e.file_name()))
        .collect::<Result<_, _>>()?;
    names.sort();
    assert_eq!(names, ["a.db", "articles.jsonl", "g.json"]);
    let archive = fs::read(folder.path().join("a.db"))?;
    let ended = run(interparl().args(["show", "-", "anna"]).write_stdin(archive))?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("this is an archive"), "{}", ended.err);
    Ok(())
}

#[test]
fn the_report_says_what_is_new() -> Checked {
    let folder = both()?;
    let again = done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    assert_eq!(again, "0 new, 0 in a new version, 25 there already\n");
    file(folder.path(), "edited.jsonl", 0..2, 1)?;
    file(folder.path(), "more.jsonl", 25..30, 0)?;
    let told = done(
        folder.path(),
        &["add", "a.db", "edited.jsonl", "more.jsonl"],
    )?;
    assert!(
        told.starts_with("5 new, 2 in a new version, 0 there already\n"),
        "{told}"
    );
    assert!(
        told.contains("\nMeetings\n") && told.contains("\n  2031-03-26: talks in "),
        "{told}"
    );

    let folder = both()?;
    let lines = done(folder.path(), &["add", "b.db", "articles.jsonl", "--json"])?;
    let lines: Result<Vec<Value>, _> = lines.lines().map(serde_json::from_str).collect();
    let lines = lines?;
    assert_eq!(lines.len(), 25);
    let first = lines.first().ok_or("no line")?;
    assert_eq!(
        first.get("document"),
        Some(&Value::from("https://news.example/0"))
    );
    assert_eq!(first.get("status"), Some(&Value::from("added")));
    let news = first
        .get("news")
        .and_then(Value::as_array)
        .ok_or("no news")?;
    assert_eq!(
        news.first().and_then(|n| n.get("new")),
        Some(&Value::from("person"))
    );
    Ok(())
}

#[test]
fn bad_articles_are_told_and_the_others_are_added() -> Checked {
    let folder = both()?;
    fs::write(
        folder.path().join("bad.jsonl"),
        "{\"text\":\"The speakers met in Riga.\"}\n{broken\n",
    )?;
    let ended = run_in(folder.path(), &["add", "a.db", "bad.jsonl", "missing.txt"])?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(ended.out.starts_with("1 new,"), "{}", ended.out);
    assert!(ended.err.contains("bad.jsonl:2:"), "{}", ended.err);
    let ended = run_in(folder.path(), &["add", "a.db", "bad.jsonl", "--strict"])?;
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    let ended = run_in(folder.path(), &["add", "a.db", "missing.txt"])?;
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    Ok(())
}

#[test]
fn documents_go_out_and_come_in_again() -> Checked {
    let folder = both()?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    let articles = done(folder.path(), &["documents", "a.db", "--articles"])?;
    fs::write(folder.path().join("out.jsonl"), articles)?;
    done(folder.path(), &["add", "b.db", "out.jsonl"])?;
    assert_eq!(
        done(folder.path(), &["export", "b.db"])?,
        fs::read_to_string(folder.path().join("g.json"))?
    );
    let removed = done(
        folder.path(),
        &[
            "remove",
            "b.db",
            "https://news.example/1",
            "https://news.example/2",
        ],
    )?;
    assert_eq!(
        removed,
        "removed https://news.example/1\nremoved https://news.example/2\n"
    );
    let before = done(folder.path(), &["documents", "b.db", "--json"])?;
    let ended = run_in(
        folder.path(),
        &[
            "remove",
            "b.db",
            "https://news.example/3",
            "https://news.example/1",
        ],
    )?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended
            .err
            .contains("no document in \"b.db\" is called \"https://news.example/1\""),
        "{}",
        ended.err
    );
    assert_eq!(
        done(folder.path(), &["documents", "b.db", "--json"])?,
        before,
        "all or none"
    );
    Ok(())
}

#[test]
fn judgements_come_in_once_and_go_out_in_their_order() -> Checked {
    let folder = both()?;
    let file = folder.path().join("judgements.txt");
    let undo = |id: &str| format!("{{\"judgement\":\"undo\",\"of\":\"{id}\"}}");
    let [first, second, third] = ["000000000001", "000000000002", "000000000003"].map(undo);
    fs::write(&file, format!("# by hand\n{second}\n{first}\n\n{second}\n"))?;
    let told = done(
        folder.path(),
        &["judgements", "import", "a.db", "judgements.txt"],
    )?;
    assert_eq!(told, "2 new, 1 there already\n");
    assert_eq!(
        done(folder.path(), &["judgements", "export", "a.db"])?,
        format!("{second}\n{first}\n")
    );
    let again = run(interparl()
        .current_dir(folder.path())
        .args(["judgements", "import", "a.db", "-"])
        .write_stdin(format!("{third}\n{first}\n")))?;
    assert_eq!(again.out, "1 new, 1 there already\n");
    Ok(())
}

#[test]
fn what_was_read_with_tables_of_ones_own_is_not_read_without_them_in_passing() -> Checked {
    let folder = both()?;
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/own-tables/tables");
    file(folder.path(), "more.jsonl", 30..33, 0)?;
    done(
        folder.path(),
        &["add", "a.db", "more.jsonl", "--lexicon", tables],
    )?;
    let ended = run_in(folder.path(), &["refresh", "a.db"])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended
            .err
            .contains("3 articles of \"a.db\" were read with tables of your own"),
        "{}",
        ended.err
    );
    let told = done(folder.path(), &["refresh", "a.db", "--lexicon", tables])?;
    assert!(told.starts_with("25 articles read again, 0 say"), "{told}");
    let told = done(folder.path(), &["refresh", "a.db", "--builtin"])?;
    assert!(told.starts_with("28 articles read again, 0 say"), "{told}");
    let told = done(folder.path(), &["refresh", "a.db"])?;
    assert!(told.starts_with("0 articles read again"), "{told}");
    Ok(())
}

#[test]
fn a_watched_folder_is_added_as_it_fills() -> Checked {
    let folder = tempfile::tempdir()?;
    let inbox = folder.path().join("inbox");
    fs::create_dir(&inbox)?;
    let mut watcher = Command::new(env!("CARGO_BIN_EXE_interparl"))
        .current_dir(folder.path())
        .args(["add", "a.db", "--watch", "inbox", "--every", "1"])
        .stdout(Stdio::null())
        .spawn()?;
    let wait_for = |count: usize| -> Checked {
        let start = Instant::now();
        while start.elapsed() < Duration::from_mins(1) {
            let listed = run_in(folder.path(), &["documents", "a.db", "--json"])?;
            if listed.out.matches("\"versions\"").count() == count {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        Err(format!("not {count} documents after a minute").into())
    };
    let filled = (|| {
        file(&inbox, "one.jsonl", 0..3, 0)?;
        wait_for(3)?;
        file(&inbox, "two.jsonl", 5..8, 0)?;
        wait_for(6)
    })();
    watcher.kill()?;
    watcher.wait()?;
    filled?;
    done(folder.path(), &["check", "a.db"])?;
    Ok(())
}

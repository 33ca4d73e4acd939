//! Judgements that an archive keeps: its graph is that of a build of the same articles with the judgements that it exports.

use std::fs;
use std::path::Path;
use std::time::Duration;

use interparl::archive::Archive;
use interparl::archive_graph::is_fresh;

use super::{Tried, done, folder};
use crate::sample::{Checked, interparl, run, run_in};

/// A judgement that has no effect.
const UNDO: &str = r#"{"judgement":"undo","of":"0123456789ab"}"#;

/// The folder of the articles with an archive of them, `a.db`.
fn archive() -> Tried<tempfile::TempDir> {
    let folder = folder()?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    Ok(folder)
}

/// Everything about the archive is as it should be, and its graph is that of a build with its judgements; gives the graph.
fn agreed(folder: &Path) -> Tried<String> {
    let fresh = is_fresh(&Archive::read(&folder.join("a.db"))?)?;
    assert!(fresh, "the graph is folded anew with each judgement");
    done(folder, &["check", "a.db"])?;
    let export = ["judgements", "export", "a.db", "-o", "exported.jsonl"];
    done(folder, &export)?;
    let stored = done(folder, &["export", "a.db"])?.out;
    for judgements in ["exported.jsonl", "a.db"] {
        let build = ["build", "articles.jsonl", "--judgements", judgements];
        assert_eq!(done(folder, &build)?.out, stored, "{judgements}");
    }
    assert_eq!(done(folder, &["fold", "a.db"])?.out, stored);
    Ok(stored)
}

/// The ids of the judgements of the archive that count.
fn counting(folder: &Path) -> Tried<Vec<String>> {
    let listed = run_in(folder, &["undo", "a.db"])?.out;
    let first = listed.lines().filter(|line| !line.starts_with(' '));
    let ids = first.filter_map(|line| line.split_whitespace().next());
    Ok(ids.map(str::to_owned).collect())
}

fn kept(folder: &Path) -> Tried<Vec<String>> {
    let lines = done(folder, &["judgements", "export", "a.db"])?.out;
    Ok(lines.lines().map(str::to_owned).collect())
}

/// Runs a command that cannot do it and says so.
fn failed(folder: &Path, arguments: &[&str], parts: &[&str]) -> Checked {
    let ended = run_in(folder, arguments)?;
    assert_eq!(ended.code, Some(2), "{arguments:?}: {}", ended.err);
    for part in parts {
        let told = ended.err.contains(part);
        assert!(told, "{arguments:?}: {part} in {}", ended.err);
    }
    Ok(())
}

#[test]
fn every_judgement_is_kept_in_the_archive_and_counts_at_once() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    let mut graphs = vec![fs::read_to_string(folder.join("graph.json"))?];
    let fact = "fact a.db visited legislator:Soini@FI EE --source letter";
    let fact: Vec<&str> = fact.split(' ').collect();
    for judgement in [
        &["same", "a.db", "Jaan Tammsalu", "J. Tammsalu"][..],
        &["different", "a.db", "ozolkalne@riga", "ozolkalne@jelgava"],
        &["wrong", "a.db", "Jaan Tammsalu", "Finland"],
        &fact,
    ] {
        done(folder, judgement)?;
        let graph = agreed(folder)?;
        assert!(!graphs.contains(&graph), "{judgement:?} changes the graph");
        graphs.push(graph);
        assert_eq!(kept(folder)?.len(), graphs.len() - 1);
    }
    let shown = done(folder, &["show", "a.db", "Soini"])?.out;
    assert!(shown.contains("letter"), "{shown}");
    // To say it again adds nothing.
    let again = ["same", "a.db", "tammsalu@riga", "tammsalu@helsinki"];
    let again = done(folder, &again)?;
    assert!(again.err.contains("was said before"), "{}", again.err);
    assert_eq!(kept(folder)?.len(), 4);

    let ids = counting(folder)?;
    assert_eq!(ids.len(), 4);
    for (undone, id) in (1..).zip(&ids) {
        done(folder, &["undo", "a.db", id])?;
        agreed(folder)?;
        assert_eq!(counting(folder)?.len(), ids.len() - undone);
        assert_eq!(kept(folder)?.len(), ids.len() + undone, "nothing goes");
    }
    assert_eq!(Some(&agreed(folder)?), graphs.first());
    // What is undone is brought back by saying it again.
    let again = done(folder, &["same", "a.db", "Jaan Tammsalu", "J. Tammsalu"])?;
    assert!(again.err.contains("counts again"), "{}", again.err);
    assert_eq!(Some(&agreed(folder)?), graphs.get(1));
    Ok(())
}

#[test]
fn judgements_outlive_articles_that_go_and_come() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    done(folder, &["same", "a.db", "Jaan Tammsalu", "J. Tammsalu"])?;
    let judged = agreed(folder)?;
    done(folder, &["remove", "a.db", "news/helsinki"])?;
    // One that has lost its text has no effect, which is told when the next one is kept.
    let ended = done(folder, &["wrong", "a.db", "ozolkalne", "lehtoranta"])?;
    let lost = "has no effect: the text that names \"J. Tammsalu\" is not among those";
    assert!(ended.err.contains(lost), "{}", ended.err);
    done(folder, &["add", "a.db", "articles.jsonl"])?;
    done(folder, &["refresh", "a.db", "--all"])?;
    assert_ne!(agreed(folder)?, judged);
    let listed = done(folder, &["undo", "a.db"])?.out;
    let wrong = listed.lines().find(|line| line.contains("is wrong"));
    let id = wrong.and_then(|line| line.split(' ').next());
    done(folder, &["undo", "a.db", id.ok_or("nothing is wrong")?])?;
    assert_eq!(agreed(folder)?, judged);
    Ok(())
}

#[test]
fn answers_of_a_review_are_kept_and_count_at_its_end() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    let review = |answers: &str, more: &[&str]| {
        let mut command = interparl();
        command.current_dir(folder).args(["review", "a.db"]);
        run(command.args(more).write_stdin(answers))
    };
    let ended = review("s seen on a photograph\n", &[])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let counts = "1 pair was judged; it counts in a.db\n";
    assert!(ended.err.contains(counts), "{}", ended.err);
    agreed(folder)?;
    let lines = kept(folder)?.join("\n");
    assert_eq!(lines.matches("seen on a photograph").count(), 1, "{lines}");
    // Nothing is left to ask, also where more judgements would go into a file.
    assert_eq!(review("s\n", &[])?.code, Some(1));
    assert_eq!(review("s\n", &["--judgements", "j.jsonl"])?.code, Some(1));
    let ids = counting(folder)?;
    done(folder, &["undo", "a.db", ids.first().ok_or("none counts")?])?;
    assert_eq!(review("l\n", &[])?.code, Some(0));
    Ok(())
}

#[test]
fn a_file_is_meant_where_one_is_named() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    let with_file = |arguments: &[&str]| {
        let file = ["--judgements", "j.jsonl"];
        Ok::<_, Box<dyn std::error::Error>>(done(folder, &[arguments, &file].concat())?.out)
    };
    let before = done(folder, &["export", "a.db"])?.out;
    with_file(&["same", "a.db", "Jaan Tammsalu", "J. Tammsalu"])?;
    assert_eq!(kept(folder)?, Vec::<String>::new());
    assert_eq!(done(folder, &["export", "a.db"])?.out, before);
    let built = with_file(&["build", "articles.jsonl"])?;
    assert_eq!(with_file(&["fold", "a.db"])?, built);
    assert_ne!(built, before);

    // A file may undo what the archive keeps.
    done(folder, &["judgements", "import", "a.db", "j.jsonl"])?;
    assert_eq!(agreed(folder)?, built);
    let ids = counting(folder)?;
    let id = ids.first().ok_or("none counts")?;
    fs::remove_file(folder.join("j.jsonl"))?;
    with_file(&["undo", "a.db", id])?;
    assert_eq!(counting(folder)?, ids);
    assert_eq!(with_file(&["fold", "a.db"])?, before);

    // An archive may be named as a file of judgements.
    done(folder, &["undo", id, "--judgements", "a.db"])?;
    assert_eq!(agreed(folder)?, before);
    let same = ["same", "graph.json", "Jaan Tammsalu", "J. Tammsalu"];
    done(folder, &[&same[..], &["--judgements", "a.db"]].concat())?;
    assert_eq!(agreed(folder)?, built);
    Ok(())
}

#[test]
fn where_judgements_cannot_be_kept_is_told_with_what_to_do() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    for (command, told, hint) in [
        (
            "same graph.json Tammsalu Saeima",
            "error: a graph as JSON keeps no judgements\n",
            "hint: name a file for them with --judgements FILE",
        ),
        ("review graph.json", "keeps no judgements", "--judgements"),
        ("wrong b.db Tammsalu Saeima", "cannot read \"b.db\"", "hint"),
        ("undo", "where the judgements are kept", "hint: "),
        ("undo 0123", "\"0123\" is not an archive, and no", "hint: "),
        (
            "undo graph.json 0123",
            "\"graph.json\" is not an archive\n",
            "hint: judgements that are in a file: interparl undo 0123 --j",
        ),
        ("undo b.db 0123", "there is no file \"b.db\"", "hint: "),
    ] {
        let command: Vec<&str> = command.split(' ').collect();
        failed(folder, &command, &[told, hint])?;
    }
    let ended = run_in(folder, &["undo", "a.db", "0123"])?;
    assert_eq!(ended.code, Some(1), "{}", ended.err);

    let writer = rusqlite::Connection::open(folder.join("a.db"))?;
    writer.execute_batch("BEGIN IMMEDIATE")?;
    let same = ["same", "a.db", "Jaan Tammsalu", "J. Tammsalu", "--wait"];
    let busy = ["is being written to by another interparl", "--wait SECONDS"];
    failed(folder, &[&same[..], &["0"]].concat(), &busy)?;
    writer.execute_batch("ROLLBACK")?;
    assert_eq!(kept(folder)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_contrary_is_taken_back_where_it_is_kept() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    let pair = ["a.db", "Jaan Tammsalu", "J. Tammsalu"];
    done(folder, &[&["different"], &pair[..]].concat())?;
    let ids = counting(folder)?;
    let id = ids.first().ok_or("none counts")?;
    let hint = format!("hint: take it back first: interparl undo a.db {id}\n");
    let same = [&["same"], &pair[..]].concat();
    failed(folder, &same, &["says the contrary", &hint])?;
    done(folder, &["undo", "a.db", id])?;
    done(folder, &same)?;
    agreed(folder)?;
    Ok(())
}

#[test]
fn lines_that_are_no_judgements_do_not_come_in() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    let bad = format!("{UNDO}\n# by hand\n{{\"judgement\":\"same\"}}\nnot json\n");
    fs::write(folder.join("bad.jsonl"), bad)?;
    let told = [
        "error: bad.jsonl:3: a \"same\" needs \"a\"\nhint: ",
        "error: bad.jsonl:4:2: expected ident",
    ];
    failed(
        folder,
        &["judgements", "import", "a.db", "bad.jsonl"],
        &told,
    )?;
    assert_eq!(kept(folder)?, Vec::<String>::new());

    let good = format!("\u{feff}# by hand\n  {UNDO}\r\n");
    fs::write(folder.join("good.jsonl"), good)?;
    let told = done(folder, &["judgements", "import", "a.db", "good.jsonl"])?;
    assert_eq!(told.out, "1 new, 0 there already\n");
    let no_effect = "has no effect: there is no judgement 0123456789ab";
    assert!(told.err.contains(no_effect), "{}", told.err);
    assert_eq!(kept(folder)?, [UNDO]);
    agreed(folder)?;
    Ok(())
}

#[test]
fn a_line_of_the_archive_that_cannot_be_read_stops_and_is_told() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    done(folder, &["same", "a.db", "Jaan Tammsalu", "J. Tammsalu"])?;
    let judged = agreed(folder)?;
    rusqlite::Connection::open(folder.join("a.db"))?.execute_batch(
        "INSERT INTO judgement (line) VALUES ('{\"judgement\":\"doubtful\"}');
         UPDATE counter SET value = value + 1 WHERE name = 'generation';",
    )?;
    let parts = ["\"a.db\": judgement 2: ", "interparl salvage ARCHIVE -o"];
    for command in [
        "export a.db",
        "show a.db Saeima",
        "fold a.db",
        "build articles.jsonl --judgements a.db",
        "same a.db tammsalu@riga tammsalu@helsinki",
        "undo a.db",
    ] {
        let command: Vec<&str> = command.split(' ').collect();
        failed(folder, &command, &parts)?;
    }
    let checked = run_in(folder, &["check", "a.db"])?;
    assert_eq!(checked.code, Some(2));
    assert!(checked.out.contains("judgement 2: "), "{}", checked.out);
    let saved = run_in(folder, &["salvage", "a.db", "-o", "saved.db"])?;
    assert_eq!(saved.code, Some(3), "{}", saved.err);
    assert!(saved.out.contains("judgement 2: "), "{}", saved.out);
    assert_eq!(done(folder, &["export", "saved.db"])?.out, judged);
    Ok(())
}

#[test]
fn of_several_judgements_all_or_none_are_kept() -> Checked {
    let folder = archive()?;
    let path = folder.path().join("a.db");
    done(folder.path(), &["wrong", "a.db", "lehtoranta", "Eduskunta"])?;
    let known = Archive::read(&path)?.judgements()?;
    let all: Vec<_> = known.iter().cloned().collect();
    assert!(all.len() > 1, "an edge of several articles");
    rusqlite::Connection::open(&path)?.execute_batch(
        "DELETE FROM judgement;
         CREATE TRIGGER full BEFORE INSERT ON judgement
         WHEN (SELECT count(*) FROM judgement) = 1
         BEGIN SELECT RAISE (ABORT, 'full'); END;",
    )?;
    let mut archive = Archive::write(&path, Duration::from_secs(1))?;
    assert!(archive.judge(&all).is_err());
    assert!(archive.judgements()?.is_empty());
    Ok(())
}

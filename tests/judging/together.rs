//! Several who judge at once: what they say is said one after the other, and of the graph that is there by then.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use interparl::archive::Archive;
use interparl::identity::{Judgements, Opinion};
use rusqlite::Connection;

use super::{Tried, done, folder};
use crate::sample::{Checked, interparl, run, run_in};

/// The folder of the articles with an archive of them, `a.db`.
fn archive() -> Tried<tempfile::TempDir> {
    let folder = folder()?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    Ok(folder)
}

fn begin(folder: &Path, arguments: &[&str]) -> Tried<Child> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interparl"));
    command.current_dir(folder).args(arguments);
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    Ok(command.spawn()?)
}

/// How several ended that ran at the same time.
fn together(folder: &Path, commands: &[Vec<&str>]) -> Tried<Vec<Output>> {
    let begun: Tried<Vec<Child>> = commands.iter().map(|c| begin(folder, c)).collect();
    let ended = begun?.into_iter().map(Child::wait_with_output);
    Ok(ended.collect::<Result<_, _>>()?)
}

/// Whether a pair is said to be one, and whether it is said to be two.
fn sides(known: &Judgements) -> (bool, bool) {
    let says = |wanted: fn(&Opinion) -> bool| known.in_force().values().any(|j| wanted(&j.says));
    (
        says(|says| matches!(says, Opinion::Same(..))),
        says(|says| matches!(says, Opinion::Different(..))),
    )
}

#[test]
fn of_two_who_say_the_contrary_at_once_one_is_told_of_the_other() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    let pair = ["Jaan Tammsalu@riga", "J. Tammsalu@helsinki", "--wait", "60"];
    for place in [&["a.db"][..], &["a.db", "--judgements", "j.jsonl"]] {
        for _ in 0..4 {
            std::fs::copy(folder.join("a.db"), folder.join("fresh.db"))?;
            let (graph, more) = place.split_first().ok_or("no graph")?;
            let command = |says| [&[says, *graph], &pair[..], more].concat();
            let commands = ["same", "different", "same", "different"].map(command);
            let ended = together(folder, &commands)?;
            let known = if more.is_empty() {
                Archive::read(&folder.join("a.db"))?.judgements()?
            } else {
                Judgements::from_lines("j", &std::fs::read_to_string(folder.join("j.jsonl"))?)?
            };
            let (same, different) = sides(&known);
            assert!(same != different, "{same} and {different}: {known:?}");
            assert_eq!(known.len(), 1, "{known:?}");
            for (output, is_same) in ended.iter().zip([true, false, true, false]) {
                let told = String::from_utf8_lossy(&output.stderr);
                let kept = is_same == same;
                assert_eq!(
                    output.status.code(),
                    Some(if kept { 0 } else { 2 }),
                    "{told}"
                );
                // Whoever comes later is told of the contrary, or that the two are one by now.
                let refused = ["says the contrary", "one node of the graph already"];
                assert_eq!(
                    !kept,
                    refused.iter().any(|part| told.contains(part)),
                    "{told}"
                );
            }
            if more.is_empty() {
                std::fs::rename(folder.join("fresh.db"), folder.join("a.db"))?;
            } else {
                std::fs::remove_file(folder.join("j.jsonl"))?;
            }
        }
    }
    Ok(())
}

#[test]
fn what_is_undone_by_several_at_once_is_undone_once() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    done(
        folder,
        &["same", "a.db", "Jaan Tammsalu@riga", "J. Tammsalu@helsinki"],
    )?;
    let listed = done(folder, &["undo", "a.db"])?.out;
    let id = listed.split(' ').next().ok_or("none counts")?;
    let undo = vec!["undo", "a.db", id, "--wait", "60"];
    let ended = together(folder, &[undo.clone(), undo.clone(), undo])?;
    let well = ended.iter().filter(|output| output.status.success());
    assert_eq!(well.count(), 1);
    for output in ended.iter().filter(|output| !output.status.success()) {
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("is undone already"), "{told}");
    }
    assert_eq!(run_in(folder, &["undo", "a.db"])?.code, Some(1));
    Ok(())
}

/// Begins commands while somebody writes, and lets them go on once the article of Helsinki is gone.
fn while_helsinki_goes(folder: &Path, commands: &[Vec<&str>]) -> Tried<Vec<Output>> {
    let writer = Connection::open(folder.join("a.db"))?;
    writer.execute_batch("BEGIN IMMEDIATE")?;
    let begun: Tried<Vec<Child>> = commands.iter().map(|c| begin(folder, c)).collect();
    std::thread::sleep(Duration::from_secs(2));
    writer.execute_batch(
        "DELETE FROM reading WHERE version IN (SELECT v.id FROM version v
           JOIN document d ON d.id = v.document WHERE d.name = 'news/helsinki');
         DELETE FROM version WHERE document IN (SELECT id FROM document WHERE name = 'news/helsinki');
         DELETE FROM document WHERE name = 'news/helsinki';
         UPDATE counter SET value = value + 1 WHERE name = 'generation';
         COMMIT",
    )?;
    let ended = begun?.into_iter().map(Child::wait_with_output);
    Ok(ended.collect::<Result<_, _>>()?)
}

#[test]
fn nothing_is_said_of_a_graph_that_is_no_longer_there() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    let wait = ["--wait", "60"];
    let commands = [
        &["same", "a.db", "Jaan Tammsalu", "J. Tammsalu"][..],
        &["different", "a.db", "Jaan Tammsalu", "J. Tammsalu"],
        &["wrong", "a.db", "J. Tammsalu", "Aino Lehtoranta"],
        &[
            "fact",
            "a.db",
            "visited",
            "J. Tammsalu",
            "LV",
            "--source",
            "x",
        ],
    ];
    let commands = commands.map(|command| [command, &wait[..]].concat());
    for output in while_helsinki_goes(folder, &commands)? {
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{told}");
    }
    let kept = done(folder, &["judgements", "export", "a.db"])?.out;
    assert_eq!(kept, "");
    Ok(())
}

#[test]
fn an_answer_of_a_review_is_not_kept_where_its_article_is_gone_or_the_contrary_counts() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    std::fs::copy(folder.join("a.db"), folder.join("b.db"))?;
    let reviewed = |database: &str, between: &[&str]| -> Tried<(String, String)> {
        let mut review = Command::new(env!("CARGO_BIN_EXE_interparl"));
        review.current_dir(folder).args(["review", database]);
        review.stdin(Stdio::piped());
        review.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut review = review.spawn()?;
        let mut stdout = review.stdout.take().ok_or("no output")?;
        // The question is there once its last words are.
        let mut asked = Vec::new();
        let mut byte = [0];
        while !asked.ends_with(b"[q]uit? ") {
            std::io::Read::read_exact(&mut stdout, &mut byte)?;
            asked.extend(byte);
        }
        done(folder, between)?;
        let mut answers = review.stdin.take().ok_or("no input")?;
        std::io::Write::write_all(&mut answers, b"s seen together\n")?;
        drop(answers);
        let ended = review.wait_with_output()?;
        assert_eq!(ended.status.code(), Some(0));
        let kept = done(folder, &["judgements", "export", database])?.out;
        Ok((String::from_utf8(ended.stderr)?, kept))
    };
    let (told, kept) = reviewed("a.db", &["remove", "a.db", "news/helsinki"])?;
    assert!(told.contains("this cannot be judged: an article"), "{told}");
    assert!(told.contains("nothing was judged"), "{told}");
    assert_eq!(kept, "");
    let (told, kept) = reviewed(
        "b.db",
        &["different", "b.db", "Jaan Tammsalu", "J. Tammsalu"],
    )?;
    assert!(told.contains("says the contrary"), "{told}");
    assert!(
        told.contains("hint: take it back first: interparl undo b.db "),
        "{told}"
    );
    assert_eq!(kept.lines().count(), 1, "{kept}");
    Ok(())
}

#[test]
fn answers_of_a_review_go_on_beside_what_others_write() -> Checked {
    let folder = archive()?;
    let folder = folder.path();
    done(
        folder,
        &[
            "fact",
            "a.db",
            "visited",
            "Jaan Tammsalu",
            "LV",
            "--source",
            "x",
        ],
    )?;
    let mut review = interparl();
    review.current_dir(folder).args(["review", "a.db"]);
    let ended = run(review.write_stdin("s\n"))?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let kept = done(folder, &["judgements", "export", "a.db"])?.out;
    assert_eq!(kept.lines().count(), 2, "{kept}");
    Ok(())
}

//! Several processes at one archive: one writes, the others wait or say so, and who reads waits for nobody.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::made::{done, file};
use crate::sample::{Checked, run_in};

/// A folder with an archive, and somebody who has begun to write to it.
fn busy() -> Result<(tempfile::TempDir, Connection), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    file(folder.path(), "before.jsonl", 0..10, 0)?;
    file(folder.path(), "coming.jsonl", 10..20, 0)?;
    done(folder.path(), &["add", "a.db", "before.jsonl"])?;
    let writer = Connection::open(folder.path().join("a.db"))?;
    writer.execute_batch("BEGIN IMMEDIATE; UPDATE counter SET value = value + 1;")?;
    Ok((folder, writer))
}

#[test]
fn a_second_writer_says_that_there_is_a_first_one() -> Checked {
    let (folder, writer) = busy()?;
    for command in [
        &["add", "a.db", "coming.jsonl", "--wait", "0"][..],
        &["remove", "a.db", "https://news.example/1", "--wait", "0"],
        &["refresh", "a.db", "--all", "--wait", "0"],
        &["compact", "a.db", "--wait", "0"],
    ] {
        let ended = run_in(folder.path(), command)?;
        assert_eq!(ended.code, Some(2), "{command:?} {}", ended.err);
        assert_eq!(
            ended.err,
            "error: \"a.db\" is being written to by another interparl\n\
             hint: wait until it is done and run this again, or wait longer with --wait SECONDS\n",
            "{command:?}"
        );
    }
    writer.execute_batch("ROLLBACK")?;
    done(
        folder.path(),
        &["add", "a.db", "coming.jsonl", "--wait", "0"],
    )?;
    Ok(())
}

#[test]
fn a_second_writer_waits_for_the_first_one() -> Checked {
    let (folder, writer) = busy()?;
    let mut second = Command::new(env!("CARGO_BIN_EXE_interparl"))
        .current_dir(folder.path())
        .args(["add", "a.db", "coming.jsonl", "--wait", "60"])
        .stdout(Stdio::null())
        .spawn()?;
    std::thread::sleep(Duration::from_millis(700));
    assert!(second.try_wait()?.is_none(), "it waits");
    writer.execute_batch("COMMIT")?;
    assert!(second.wait()?.success());
    let listed = done(folder.path(), &["documents", "a.db", "--json"])?;
    assert_eq!(listed.matches("\"versions\"").count(), 20);
    Ok(())
}

#[test]
fn who_reads_waits_for_nobody_and_sees_what_was_there() -> Checked {
    let (folder, writer) = busy()?;
    done(
        folder.path(),
        &["build", "before.jsonl", "-o", "built.json"],
    )?;
    let start = Instant::now();
    for command in [
        &["show", "a.db", "anna", "ozola"][..],
        &["documents", "a.db"],
        &["check", "a.db"],
        &["judgements", "export", "a.db"],
        &["export", "a.db", "-o", "out.json"],
    ] {
        done(folder.path(), command)?;
    }
    // A wait would be ten seconds for each.
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_eq!(
        std::fs::read(folder.path().join("out.json"))?,
        std::fs::read(folder.path().join("built.json"))?
    );
    writer.execute_batch("COMMIT")?;
    Ok(())
}

#[test]
fn writers_at_the_same_time_all_get_their_turn() -> Checked {
    // Once in fifty times two of them meet while they make the file.
    for _ in 0..12 {
        four_writers()?;
    }
    Ok(())
}

fn four_writers() -> Checked {
    let folder = tempfile::tempdir()?;
    let mut writers = Vec::new();
    for part in 0..4 {
        let name = format!("part-{part}.jsonl");
        file(folder.path(), &name, part * 10..part * 10 + 15, 0)?;
        let writer = Command::new(env!("CARGO_BIN_EXE_interparl"))
            .current_dir(folder.path())
            .args(["add", "a.db", &name, "--wait", "60"])
            .stdout(Stdio::null())
            .spawn()?;
        writers.push(writer);
    }
    for mut writer in writers {
        assert!(writer.wait()?.success());
    }
    done(folder.path(), &["check", "a.db"])?;
    done(folder.path(), &["export", "a.db", "-o", "out.json"])?;
    let parts = [
        "part-0.jsonl",
        "part-1.jsonl",
        "part-2.jsonl",
        "part-3.jsonl",
    ];
    done(
        folder.path(),
        &[&["build"][..], &parts, &["-o", "built.json"]].concat(),
    )?;
    assert_eq!(
        std::fs::read(folder.path().join("out.json"))?,
        std::fs::read(folder.path().join("built.json"))?
    );
    Ok(())
}

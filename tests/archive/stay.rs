//! Rows that stay as they are stored, since they are made of the same as before: only where the stored graph is the one of which that is
//! known, and never where one of them is missing.

use std::path::Path;
use std::time::Duration;

use interparl::archive::Archive;
use interparl::archive_graph::{Room, differences_in, is_fresh, read, store, store_rows};
use interparl::document::Article;
use interparl::identity::Judgements;
use rusqlite::Connection;

use super::made::{built, bytes, made, today};
use super::on_disk::entries;
use crate::sample::Checked;

const LITTLE: Room = Room::Disk { memory: 20_000 };

fn articles(numbers: std::ops::Range<usize>) -> Vec<Article> {
    numbers.map(|number| made(number, number % 2)).collect()
}

/// An archive with the stored graph of thirty articles.
fn stored(path: &Path) -> Result<Archive, Box<dyn std::error::Error>> {
    let mut archive = Archive::add_to(path, Duration::from_secs(1))?;
    archive.add(&entries(&articles(0..30))?, &today())?;
    store_rows(&mut archive, LITTLE)?;
    Ok(archive)
}

/// What is stored is the graph of these articles.
fn is_of(archive: &Archive, articles: &[Article]) -> Checked {
    assert!(is_fresh(archive)?);
    let expected = bytes(&built(articles.iter(), &Judgements::new()))?;
    assert!(bytes(&read(archive)?)? == expected, "the graphs differ");
    assert_eq!(differences_in(archive, LITTLE)?, Vec::<String>::new());
    Ok(())
}

/// Whatever happened to what is kept, the next fold stores the graph of all articles.
fn after(damage: &str) -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    drop(stored(&path)?);
    Connection::open(&path)?.execute_batch(damage)?;
    let mut archive = Archive::write(&path, Duration::from_secs(1))?;
    archive.add(&entries(&articles(30..33))?, &today())?;
    store_rows(&mut archive, LITTLE)?.ok_or("it was stored before")?;
    is_of(&archive, &articles(0..33))?;
    // And the one after it, which remembers again.
    let gone: Vec<String> = articles(3..5).iter().map(|a| a.record().id).collect();
    archive.remove(&gone)?;
    store_rows(&mut archive, LITTLE)?.ok_or("it was stored before")?;
    let left = articles(0..33);
    let stays = |article: &&Article| !gone.contains(&article.record().id);
    is_of(
        &archive,
        &left.iter().filter(stays).cloned().collect::<Vec<_>>(),
    )
}

#[test]
fn rows_are_right_whatever_was_lost_of_what_is_remembered() -> Checked {
    for damage in [
        "",
        "DELETE FROM remembered_rows",
        "DROP TABLE remembered_rows",
        "UPDATE remembered_rows SET bytes = zeroblob(length(bytes))",
        "UPDATE remembered_rows SET bytes = substr(bytes, 1, length(bytes) - 40)",
        "UPDATE remembered_rows SET generation = generation - 1",
        "UPDATE remembered_rows SET folder = 'another'",
        "DELETE FROM remembered_readings",
        "DROP TABLE remembered_readings",
        "DELETE FROM remembered_readings WHERE version % 2 = 0",
        "UPDATE remembered_readings SET bytes = zeroblob(length(bytes))",
        "UPDATE remembered_readings SET bytes = substr(bytes, 1, length(bytes) - 40)",
        "UPDATE remembered_readings SET sum = zeroblob(16) WHERE version % 3 = 0",
        "CREATE TABLE one AS SELECT * FROM remembered_readings;
         UPDATE remembered_readings SET (sum, bytes) = (SELECT sum, bytes FROM one WHERE version = 31 - remembered_readings.version)
         WHERE version < 31; DROP TABLE one",
    ] {
        after(damage)?;
    }
    Ok(())
}

#[test]
fn what_is_kept_of_a_reading_goes_with_it() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    let mut archive = stored(&path)?;
    let kept = |path: &Path| -> Result<i64, Box<dyn std::error::Error>> {
        let count = "SELECT count(*) FROM remembered_readings";
        Ok(Connection::open(path)?.query_row(count, [], |row| row.get(0))?)
    };
    assert_eq!(kept(&path)?, 30);
    let gone: Vec<String> = articles(3..8).iter().map(|a| a.record().id).collect();
    archive.remove(&gone)?;
    assert_eq!(kept(&path)?, 25);
    // An older program knows nothing of it, and takes out no more than what was read.
    Connection::open(&path)?.execute_batch(
        "PRAGMA foreign_keys = OFF; DELETE FROM reading WHERE version = 20; DELETE FROM version WHERE id = 20;
         DELETE FROM document WHERE id NOT IN (SELECT document FROM version); UPDATE counter SET value = value + 1;",
    )?;
    store_rows(&mut archive, LITTLE)?.ok_or("it was stored before")?;
    assert_eq!(kept(&path)?, 24);
    let left = archive.documents()?.len();
    assert_eq!((left, differences_in(&archive, LITTLE)?), (24, Vec::new()));
    Ok(())
}

#[test]
fn a_row_that_was_to_stay_and_is_missing_is_made_again() -> Checked {
    for table in [
        "graph_meeting",
        "graph_edge",
        "graph_node",
        "graph_document",
    ] {
        after(&format!("DELETE FROM {table}"))?;
    }
    after(
        "DELETE FROM graph_edge WHERE key LIKE 'role:%' AND source = (SELECT max(source) FROM graph_edge WHERE key LIKE 'role:%')",
    )
}

#[test]
fn nothing_stays_of_a_graph_that_another_one_has_replaced() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    let mut archive = stored(&path)?;
    // Folded in memory in between: what is remembered is of the graph before.
    let gone: Vec<String> = articles(0..9).iter().map(|a| a.record().id).collect();
    archive.remove(&gone)?;
    store(&mut archive)?;
    is_of(&archive, &articles(9..30))?;
    archive.add(&entries(&articles(0..9))?, &today())?;
    store_rows(&mut archive, LITTLE)?.ok_or("it was stored before")?;
    is_of(&archive, &articles(0..30))?;
    // Another program has stored its rows.
    Connection::open(&path)?.execute_batch(
        "UPDATE folded SET folder = 'another'; UPDATE graph_edge SET json = x'007b7d';",
    )?;
    store_rows(&mut archive, LITTLE)?.ok_or("it was stored before")?;
    is_of(&archive, &articles(0..30))
}

#[test]
fn a_few_articles_write_a_few_rows() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    let mut archive = stored(&path)?;
    Connection::open(&path)?.execute_batch(
        "CREATE TABLE written (name TEXT);
         CREATE TRIGGER edges AFTER INSERT ON graph_edge BEGIN INSERT INTO written VALUES (new.key); END;
         CREATE TRIGGER meetings AFTER INSERT ON graph_meeting BEGIN INSERT INTO written VALUES (new.id); END;",
    )?;
    archive.add(&entries(&articles(30..31))?, &today())?;
    store_rows(&mut archive, LITTLE)?.ok_or("it was stored before")?;
    let file = Connection::open(&path)?;
    let count = |ask: &str| file.query_row(ask, [], |row| row.get::<_, i64>(0));
    let written = count("SELECT count(*) FROM written")?;
    let all =
        count("SELECT (SELECT count(*) FROM graph_edge) + (SELECT count(*) FROM graph_meeting)")?;
    assert!((1..all / 4).contains(&written), "{written} of {all}");
    file.execute_batch("DROP TRIGGER edges; DROP TRIGGER meetings; DROP TABLE written;")?;
    is_of(&archive, &articles(0..31))
}

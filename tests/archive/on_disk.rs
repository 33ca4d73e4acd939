//! A graph that is folded by way of temporary files is stored in the rows of one that is folded in memory, byte for byte.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use interparl::archive::{Archive, ArchiveError, Entry, Folded, GraphIndex, GraphLines};
use interparl::archive_graph::{
    Asked, First, Room, differences_in, first, is_fresh, store, store_rows, write_stored,
};
use interparl::document::{self, Article, ReadOptions};
use interparl::identity::Judgements;
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::asked::judgements;
use super::crowd::crowded;
use super::made::{built, bytes, made, today};
use crate::sample::Checked;

/// So little memory that every stage goes over the disk.
const LITTLE: Room = Room::Disk { memory: 20_000 };

/// So much that nothing does.
const MUCH: Room = Room::Disk { memory: 1 << 30 };

/// Articles, read and packed.
pub(super) fn entries(articles: &[Article]) -> std::io::Result<Vec<Entry>> {
    let read = |article| Entry::new(article, &pipeline::read(article, Lexicon::builtin()));
    articles
        .iter()
        .map(|article| read(article).map_err(std::io::Error::other))
        .collect()
}

/// The annotated articles, articles of which some report the same or are edited, and those that make crowds.
fn articles() -> Vec<Article> {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    let read = document::articles([gold.into()], &ReadOptions::default());
    let mut articles: Vec<Article> = read.filter_map(Result::ok).collect();
    articles.extend((0..40).map(|number| made(number, number % 3)));
    articles.extend((0..600).map(crowded));
    articles
}

type Table = (String, Vec<Vec<Value>>);

/// Everything that is in a file, table by table, but what a fold by way of temporary files remembers for the next one.
fn content(path: &Path) -> rusqlite::Result<Vec<Table>> {
    let file = Connection::open(path)?;
    let mut names =
        file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'remembered%' ORDER BY name")?;
    let names = names.query_map([], |row| row.get(0))?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    let table = |name: String| {
        let mut rows = file.prepare(&format!("SELECT * FROM {name}"))?;
        let columns = rows.column_count();
        let rows = rows.query_map([], |row| (0..columns).map(|at| row.get(at)).collect())?;
        let rows = rows.collect::<rusqlite::Result<Vec<Vec<Value>>>>()?;
        Ok((name, rows))
    };
    names.into_iter().map(table).collect()
}

/// Both files have the same in every table.
fn are_same(one: &Path, other: &Path) -> Checked {
    let (one, other) = (content(one)?, content(other)?);
    assert_eq!(one.len(), other.len());
    for ((name, one), (_, other)) in one.iter().zip(&other) {
        assert_eq!(one.len(), other.len(), "{name}");
        for (one, other) in one.iter().zip(other) {
            assert!(one == other, "{name}: {one:?}\n{other:?}");
        }
    }
    Ok(())
}

#[test]
fn the_rows_are_those_of_a_fold_in_memory() -> Checked {
    let folder = tempfile::tempdir()?;
    let paths = ["memory.db", "little.db", "much.db"].map(|name| folder.path().join(name));
    let articles = articles();
    let (before, after) = articles.split_at(articles.len() - 150);
    let (first_ones, later) = (entries(before)?, entries(after)?);
    let judgements: Vec<_> = judgements(&built(before, &Judgements::new()))?
        .iter()
        .cloned()
        .collect();
    let rooms = [None, Some(LITTLE), Some(MUCH)];
    let stored = |archive: &mut Archive, room: Option<Room>| match room {
        None => store(archive).map(|folded| folded.map(|folded| folded.findings)),
        Some(room) => store_rows(archive, room).map(|stored| stored.map(|stored| stored.findings)),
    };
    let mut told = Vec::new();
    // Stored at first, then with judgements and more articles over what was stored, then with some that are gone again.
    for (path, room) in paths.iter().zip(rooms) {
        let mut archive = Archive::add_to(path, Duration::from_secs(1))?;
        archive.add(&first_ones, &today())?;
        let mut findings = vec![stored(&mut archive, room)?.ok_or("it was stored before")?];
        archive.judge(&judgements)?;
        archive.add(&later, &today())?;
        findings.extend(stored(&mut archive, room)?);
        told.push(findings);
    }
    let [memory, little, much] = &paths;
    are_same(memory, little)?;
    are_same(memory, much)?;
    for (path, room) in paths.iter().zip(rooms) {
        let mut archive = Archive::write(path, Duration::from_secs(1))?;
        let gone: Vec<String> = after.iter().map(|a| a.record().id).collect();
        archive.remove(&gone)?;
        assert!(!is_fresh(&archive)?);
        told.push(vec![
            stored(&mut archive, room)?.ok_or("it was stored before")?,
        ]);
        assert!(is_fresh(&archive)?);
        assert!(stored(&mut archive, room)?.is_none());
    }
    are_same(memory, little)?;
    are_same(memory, much)?;
    let (added, removed) = told.split_at(rooms.len());
    for findings in [added, removed] {
        assert!(findings.windows(2).all(|pair| pair.first() == pair.last()));
    }
    let archive = Archive::read(little)?;
    for room in [Room::Memory, LITTLE, MUCH] {
        assert_eq!(differences_in(&archive, room)?, Vec::<String>::new());
    }
    let mut written = Vec::new();
    write_stored(&archive, &mut written)?;
    assert!(written == bytes(&built(before, &archive.judgements()?))?);
    let house = first(&archive, "lt/seimas")?;
    assert!(matches!(house, Asked::Part(First::Excerpt(_))), "a crowd");
    Ok(())
}

/// An archive whose stored graph lacks the article that was added last, with its folder and file.
fn behind_by_one() -> Result<(tempfile::TempDir, PathBuf, Archive), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    let mut archive = some_stored(&path)?;
    archive.add(&entries(&[made(31, 0)])?, &today())?;
    Ok((folder, path, archive))
}

/// An archive of thirty made-up articles with its graph stored.
fn some_stored(path: &Path) -> Result<Archive, Box<dyn Error>> {
    let mut archive = Archive::add_to(path, Duration::from_secs(1))?;
    let some: Vec<Article> = (0..30).map(|number| made(number, 0)).collect();
    archive.add(&entries(&some)?, &today())?;
    store_rows(&mut archive, LITTLE)?;
    Ok(archive)
}

#[test]
fn what_is_wrong_with_stored_rows_is_found_either_way() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    drop(some_stored(&path)?);
    for (damage, what) in [
        (
            "DELETE FROM graph_document WHERE id = (SELECT max(id) FROM graph_document)",
            "documents",
        ),
        (
            "UPDATE graph_meeting SET json = (SELECT max(json) FROM graph_meeting)",
            "meetings",
        ),
        ("UPDATE graph_edge SET key = key || 'x'", "edges"),
        (
            "DELETE FROM graph_part WHERE node LIKE 'person/%'",
            "parts in meetings",
        ),
        (
            "INSERT INTO graph_name VALUES ('+zz', 'state/LV')",
            "words of names",
        ),
        (
            "UPDATE folded SET network = zeroblob(9)",
            "ways and excerpts",
        ),
    ] {
        let damaged = folder.path().join("b.db");
        std::fs::copy(&path, &damaged)?;
        Connection::open(&damaged)?.execute(damage, [])?;
        let archive = Archive::read(&damaged)?;
        for room in [Room::Memory, LITTLE] {
            let found = differences_in(&archive, room)?;
            let told = format!("the {what} of the stored graph are not what the readings fold to");
            assert_eq!(found, [told], "{damage} {room:?}");
        }
    }
    Ok(())
}

#[test]
fn what_fails_on_the_way_into_the_rows_leaves_the_archive_as_it_was() -> Checked {
    let (_folder, path, mut archive) = behind_by_one()?;
    let before = content(&path)?;
    let state = Folded {
        generation: archive.generation()?,
        folder: "another".to_owned(),
    };
    // Some rows can be made; then one cannot, or what is kept beside them.
    for good in [0, 3, 9] {
        let document = |number: usize| {
            if number < good {
                return Ok(([format!("a{number}")], "{}".to_owned()));
            }
            Err(std::io::Error::other("the disk is full"))
        };
        let (nothing, index) = none();
        let lines = GraphLines {
            documents: Box::new((0..9).map(document)),
            ..nothing
        };
        let network = |archive: &Archive| {
            let none = Err(ArchiveError::Full(archive.path().to_owned()));
            assert_eq!(archive.graph_rows()?.documents.len(), 9);
            none
        };
        assert!(archive.put_graph(&state, lines, index, network).is_err());
        // The rows are there before what is kept beside them is made; until it is, nothing counts as stored.
        assert!(content(&path)? == before || good == 9);
        assert!(!is_fresh(&archive)?);
    }
    store_rows(&mut archive, LITTLE)?.ok_or("it was stored before")?;
    assert!(is_fresh(&archive)?);
    assert_eq!(differences_in(&archive, LITTLE)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn while_what_is_kept_beside_rows_is_made_others_write() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    let mut archive = some_stored(&path)?;
    for (number, folder) in [(31, "one"), (32, "another")] {
        let state = Folded {
            generation: archive.generation()?,
            folder: folder.to_owned(),
        };
        let network = |_: &Archive| {
            let mut other = Archive::write(&path, Duration::ZERO)?;
            if folder == "one" {
                other.add(&entries(&[made(number, 0)]).unwrap_or_default(), &today())?;
            } else {
                // Another program stores its own rows.
                let (lines, index) = none();
                let state = Folded {
                    generation: state.generation,
                    folder: "a third".to_owned(),
                };
                other.put_graph(&state, lines, index, |_| Ok::<_, ArchiveError>(vec![3]))?;
            }
            Ok::<_, ArchiveError>(vec![1, 2])
        };
        let (lines, index) = none();
        archive.put_graph(&state, lines, index, network)?;
        let stored = archive.folded()?.ok_or("nothing is stored")?;
        let expected = if folder == "one" { "one" } else { "a third" };
        assert_eq!(
            (stored.generation, stored.folder.as_str()),
            (state.generation, expected)
        );
    }
    Ok(())
}

/// The rows of a graph of nothing.
fn none() -> (GraphLines<'static>, GraphIndex<'static>) {
    let lines = GraphLines {
        documents: Box::new(std::iter::empty()),
        meetings: Box::new(std::iter::empty()),
        nodes: Box::new(std::iter::empty()),
        edges: Box::new(std::iter::empty()),
    };
    let index = GraphIndex {
        parts: Box::new(std::iter::empty()),
        names: Box::new(std::iter::empty()),
        stay: None,
    };
    (lines, index)
}

/// What the last fold keeps for the next one.
fn remembered(path: &Path) -> rusqlite::Result<Vec<u8>> {
    let file = Connection::open(path)?;
    file.query_row("SELECT bytes FROM remembered", [], |row| row.get(0))
}

#[test]
fn what_is_remembered_is_that_of_the_last_fold_and_never_believed_when_it_is_damaged() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    let mut archive = Archive::add_to(&path, Duration::from_secs(1))?;
    archive.add(&entries(&articles())?, &today())?;
    store_rows(&mut archive, LITTLE)?;
    let first = remembered(&path)?;
    assert!(first.len() > 100, "nobody has a name like another one");
    let coming = made(1001, 0);
    archive.add(&entries(std::slice::from_ref(&coming))?, &today())?;
    Connection::open(&path)?
        .execute("UPDATE remembered SET bytes = zeroblob(length(bytes))", [])?;
    store_rows(&mut archive, LITTLE)?;
    assert_eq!(differences_in(&archive, LITTLE)?, Vec::<String>::new());
    // Without the article it is the same as before it came, whatever was between.
    archive.remove(&[coming.record().id])?;
    store_rows(&mut archive, LITTLE)?;
    assert!(remembered(&path)? == first);
    assert_eq!(
        differences_in(&archive, Room::Memory)?,
        Vec::<String>::new()
    );
    Ok(())
}

#[test]
fn of_two_who_ask_first_one_folds_and_the_other_one_reads_its_rows() -> Checked {
    let (folder, path, archive) = behind_by_one()?;
    drop(archive);
    let ask = || {
        let mut archive =
            Archive::write(&path, Duration::from_secs(9)).map_err(|e| e.to_string())?;
        let stored = store_rows(&mut archive, LITTLE).map_err(|e| e.to_string())?;
        let is_fresh = is_fresh(&archive).map_err(|e| e.to_string())?;
        Ok::<_, String>((stored.is_some(), is_fresh))
    };
    let asked: Vec<Result<(bool, bool), String>> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        let ended = all.into_iter().map(std::thread::ScopedJoinHandle::join);
        ended
            .map(|one| one.unwrap_or_else(|_| Err("it stopped".to_owned())))
            .collect()
    });
    let count = |what| asked.iter().filter(|one| **one == Ok(what)).count();
    assert_eq!(
        (count((true, true)), count((false, true))),
        (1, 3),
        "{asked:?}"
    );
    let left: Vec<_> = std::fs::read_dir(folder.path())?.collect::<Result<_, _>>()?;
    assert_eq!(left.len(), 1, "{left:?}");
    Ok(())
}

//! Files that are no longer what was written, or are no archive of ours: told as what they are, and saved as far as can be.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use interparl::archive::salvage;
use interparl::document::Article;
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use rusqlite::Connection;
use serde_json::Value;

use super::made::{done, file, today};
use crate::sample::{Checked, run_in};

/// Articles in the archive that is damaged.
const ARTICLES: usize = 80;

/// Its judgements.
const JUDGEMENTS: &str = "{\"judgement\":\"undo\",\"of\":\"0123456789ab\"}\n{\"judgement\":\"undo\",\"of\":\"ba9876543210\"}\n";

/// A folder with an archive of some pages, and its bytes.
fn whole() -> Result<(tempfile::TempDir, Vec<u8>), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    file(folder.path(), "articles.jsonl", 0..ARTICLES, 0)?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    fs::write(folder.path().join("judgements.txt"), JUDGEMENTS)?;
    done(
        folder.path(),
        &["judgements", "import", "a.db", "judgements.txt"],
    )?;
    done(folder.path(), &["export", "a.db", "-o", "whole.json"])?;
    let bytes = fs::read(folder.path().join("a.db"))?;
    Ok((folder, bytes))
}

fn ids(folder: &Path, archive: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let documents: Vec<Value> =
        serde_json::from_str(&done(folder, &["documents", archive, "--json"])?)?;
    let id = |document: &Value| {
        document
            .get("id")
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    Ok(documents.iter().filter_map(id).collect())
}

/// Saves what can be saved of `bad.db` into `saved.db`, which must be a good archive; gives how many documents it has.
fn saved(folder: &Path) -> Result<usize, Box<dyn Error>> {
    let _ = fs::remove_file(folder.join("saved.db"));
    let damaged = fs::read(folder.join("bad.db"))?;
    let ended = run_in(folder, &["salvage", "bad.db", "-o", "saved.db"])?;
    assert!(
        matches!(ended.code, Some(0 | 3)),
        "{}{}",
        ended.out,
        ended.err
    );
    assert_eq!(
        fs::read(folder.join("bad.db"))?,
        damaged,
        "the damaged file is as it was"
    );
    done(folder, &["check", "saved.db"])?;
    let saved = ids(folder, "saved.db")?;
    assert!(saved.is_subset(&ids(folder, "a.db")?), "nothing is made up");
    Ok(saved.len())
}

#[test]
fn a_page_that_is_overwritten_is_found_and_costs_what_was_on_it() -> Checked {
    let (folder, bytes) = whole()?;
    let pages = bytes.len() / 8192;
    let mut found = 0;
    for page in (1..pages).step_by(pages / 9 + 1) {
        let mut bad = bytes.clone();
        for byte in bad.iter_mut().skip(page * 8192).take(8192) {
            *byte = byte.wrapping_mul(31).wrapping_add(7);
        }
        fs::write(folder.path().join("bad.db"), &bad)?;
        let checked = run_in(folder.path(), &["check", "bad.db"])?;
        if checked.code == Some(0) {
            // A page that nothing needs; then everything is there.
            done(folder.path(), &["export", "bad.db", "-o", "out.json"])?;
            assert_eq!(
                fs::read(folder.path().join("out.json"))?,
                fs::read(folder.path().join("whole.json"))?,
                "page {page}"
            );
            continue;
        }
        assert_eq!(checked.code, Some(2), "page {page} {}", checked.err);
        assert!(
            format!("{}{}", checked.out, checked.err).contains("interparl salvage"),
            "page {page} {}{}",
            checked.out,
            checked.err
        );
        found += 1;
        let left = saved(folder.path())?;
        assert!(left * 2 >= ARTICLES, "page {page}: {left} of {ARTICLES}");
    }
    assert!(found > 4, "{found} of {pages} pages");
    Ok(())
}

/// Of judgements none goes without a word, whichever page of theirs is damaged.
#[test]
fn a_damaged_page_of_judgements_costs_no_more_than_is_named() -> Checked {
    const KEPT: usize = 500;
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name);
    file(folder.path(), "articles.jsonl", 0..4, 0)?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    let line = |number: usize| format!("{{\"judgement\":\"undo\",\"of\":\"{number:012x}\"}}");
    let lines: BTreeSet<String> = (0..KEPT).map(line).collect();
    let all: Vec<&str> = lines.iter().map(String::as_str).collect();
    fs::write(path("judgements.txt"), all.join("\n"))?;
    done(
        folder.path(),
        &["judgements", "import", "a.db", "judgements.txt"],
    )?;
    let bytes = fs::read(path("a.db"))?;
    // The first byte of a page tells its sort; the table and its index both have the lines.
    let pages = |sort: u8| -> Vec<usize> {
        let has_lines = |page: &[u8]| page.windows(13).any(|at| at == b"{\"judgement\":");
        let pages = bytes.chunks(8192).enumerate().skip(1);
        let pages = pages.filter(|(_, page)| page.first() == Some(&sort) && has_lines(page));
        pages.map(|(page, _)| page).collect()
    };
    let (table, index) = (pages(0x0d), pages(0x0a));
    assert!(
        table.len() > 2 && index.len() > 2,
        "{table:?} and {index:?}"
    );
    let salvaged = |bad: &[usize]| -> Result<(BTreeSet<String>, Vec<String>), Box<dyn Error>> {
        let mut damaged = bytes.clone();
        for page in bad {
            for byte in damaged.iter_mut().skip(page * 8192).take(8192) {
                *byte = byte.wrapping_mul(31).wrapping_add(7);
            }
        }
        fs::write(path("bad.db"), &damaged)?;
        let _ = fs::remove_file(path("saved.db"));
        let read = |article: &Article| pipeline::read(article, Lexicon::builtin());
        let told = salvage(&path("bad.db"), &path("saved.db"), &today(), &read)?;
        assert_eq!(told.versions, 4, "pages {bad:?}");
        let lost = told.lost;
        let saved = done(folder.path(), &["judgements", "export", "saved.db"])?;
        let saved: BTreeSet<String> = saved.lines().map(str::to_owned).collect();
        assert!(saved.is_subset(&lines), "pages {bad:?}: nothing is made up");
        Ok((saved, lost))
    };
    // What one of the two has lost the other one has.
    for page in table.iter().chain(&index) {
        let (saved, lost) = salvaged(&[*page])?;
        assert_eq!((saved.len(), lost), (KEPT, Vec::new()), "page {page}");
    }
    // Where both have lost it, what is saved and what is named are all, but for the last page, behind which nobody can count.
    let mut uncounted = 0;
    for page in &table {
        let bad: Vec<usize> = index.iter().chain([page]).copied().collect();
        let (saved, lost) = salvaged(&bad)?;
        assert!(!lost.is_empty() && saved.len() < KEPT, "page {page}");
        if lost
            .iter()
            .any(|line| line.starts_with("the judgements after"))
        {
            uncounted += 1;
        } else {
            assert_eq!(saved.len() + lost.len(), KEPT, "page {page}: {lost:?}");
        }
    }
    assert_eq!(uncounted, 1, "of {table:?}");
    Ok(())
}

#[test]
fn bits_that_flip_in_texts_and_readings_are_found() -> Checked {
    let (folder, bytes) = whole()?;
    let archive = Connection::open(folder.path().join("a.db"))?;
    for (column, table) in [
        ("text", "version"),
        ("line", "reading"),
        ("record", "version"),
    ] {
        let ask = format!("SELECT {column} FROM {table} LIMIT 1 OFFSET 33");
        let blob: Vec<u8> = archive.query_row(&ask, [], |row| {
            Ok(row.get_ref(0)?.as_bytes().unwrap_or_default().to_vec())
        })?;
        // Pages that were parted leave copies behind that nothing reads; all of them are hit.
        let places = bytes.windows(blob.len()).enumerate();
        let places: Vec<usize> = places
            .filter(|(_, window)| *window == blob)
            .map(|(at, _)| at)
            .collect();
        assert!(!places.is_empty(), "{column} is not in one piece");
        let mut bad = bytes.clone();
        for at in places {
            if let Some(byte) = bad.get_mut(at + blob.len() / 2) {
                *byte ^= 0x10;
            }
        }
        fs::write(folder.path().join("bad.db"), &bad)?;
        let checked = run_in(folder.path(), &["check", "bad.db"])?;
        assert_eq!(checked.code, Some(2), "{column}: {}", checked.out);
        let told: Vec<&str> = checked.out.split_whitespace().collect();
        assert!(
            told.join(" ").contains("is not what was written"),
            "{column}: {}",
            checked.out
        );
        // A text that is lost leaves its reading, a reading that is lost is read again; a record is the name of both.
        let left = saved(folder.path())?;
        assert!(left >= ARTICLES - 1, "{column}: {left}");
        assert!(column == "record" || left == ARTICLES, "{column}: {left}");
    }
    Ok(())
}

#[test]
fn an_archive_without_its_head_and_one_that_is_cut_are_saved() -> Checked {
    let (folder, _) = whole()?;
    for compacted in [false, true] {
        if compacted {
            done(folder.path(), &["remove", "a.db", "https://news.example/3"])?;
            done(folder.path(), &["compact", "a.db"])?;
        }
        let bytes = fs::read(folder.path().join("a.db"))?;
        for lost in [16, 100, 8192] {
            let mut bad = bytes.clone();
            for byte in bad.iter_mut().take(lost) {
                *byte = 0x5a;
            }
            fs::write(folder.path().join("bad.db"), &bad)?;
            let shown = run_in(folder.path(), &["show", "bad.db", "anna"])?;
            assert_eq!(shown.code, Some(2), "{}", shown.err);
            let left = saved(folder.path())?;
            assert_eq!(left, ids(folder.path(), "a.db")?.len(), "{lost} bytes");
            let judgements = done(folder.path(), &["judgements", "export", "saved.db"])?;
            assert_eq!(judgements, JUDGEMENTS);
        }
    }
    let bytes = fs::read(folder.path().join("a.db"))?;
    let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
    fs::write(folder.path().join("bad.db"), half)?;
    let checked = run_in(folder.path(), &["check", "bad.db"])?;
    assert_eq!(checked.code, Some(2), "{}", checked.out);
    assert!(saved(folder.path())? > 0);
    Ok(())
}

#[test]
fn salvage_says_what_it_cannot_do() -> Checked {
    let (folder, _) = whole()?;
    fs::write(folder.path().join("bad.db"), vec![7; 100_000])?;
    let ended = run_in(folder.path(), &["salvage", "bad.db", "-o", "saved.db"])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("nothing in it can be read"),
        "{}",
        ended.err
    );
    assert!(!folder.path().join("saved.db").exists());
    let ended = run_in(folder.path(), &["salvage", "a.db", "-o", "articles.jsonl"])?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("is there already"), "{}", ended.err);
    let ended = run_in(folder.path(), &["salvage", "none.db", "-o", "saved.db"])?;
    assert!(
        ended.err.contains("there is no file \"none.db\""),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn what_is_no_archive_is_told_as_what_it_is() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name);
    fs::write(path("empty.db"), "")?;
    fs::write(path("text.db"), "Talks were held in the capital.")?;
    fs::create_dir(path("folder.db"))?;
    Connection::open(path("other.db"))?
        .execute_batch("CREATE TABLE t (a); PRAGMA user_version = 9;")?;
    for (name, why) in [
        ("empty.db", "is not an archive: it is empty"),
        ("text.db", "is not an archive: it is no file of SQLite"),
        ("folder.db", "is not an archive: it is a folder"),
        (
            "other.db",
            "is not an archive: another program made this file of SQLite",
        ),
        ("none.db", "there is no file \"none.db\""),
    ] {
        for command in ["documents", "check", "refresh", "compact"] {
            let ended = run_in(folder.path(), &[command, name])?;
            assert_eq!(ended.code, Some(2), "{command} {name}");
            assert!(ended.err.contains(why), "{command} {name}: {}", ended.err);
            assert!(
                ended.err.contains("\nhint: an archive is made by"),
                "{}",
                ended.err
            );
        }
    }
    // Nothing of others is written over.
    fs::write(path("a.txt"), "The speakers met.")?;
    for name in ["text.db", "other.db", "folder.db"] {
        let ended = run_in(folder.path(), &["add", name, "a.txt"])?;
        assert_eq!(ended.code, Some(2), "{name}");
    }
    assert_eq!(
        fs::read_to_string(path("text.db"))?,
        "Talks were held in the capital."
    );
    let ended = run_in(folder.path(), &["add", "none/a.db", "a.txt"])?;
    assert!(
        ended.err.contains("there is no folder \"none\""),
        "{}",
        ended.err
    );
    done(folder.path(), &["add", "empty.db", "a.txt"])?;
    Ok(())
}

#[test]
fn a_newer_archive_and_a_newer_reading_are_left_alone() -> Checked {
    let (folder, _) = whole()?;
    let archive = Connection::open(folder.path().join("a.db"))?;
    archive.execute_batch("PRAGMA user_version = 7")?;
    for command in [
        &["show", "a.db", "anna"][..],
        &["add", "a.db", "articles.jsonl"],
        &["check", "a.db"],
    ] {
        let ended = run_in(folder.path(), command)?;
        assert_eq!(ended.code, Some(2));
        assert!(
            ended
                .err
                .contains("is an archive of schema 7; this interparl reads up to 1"),
            "{}",
            ended.err
        );
        assert!(
            ended.err.contains("\nhint: use the interparl that made it"),
            "{}",
            ended.err
        );
    }
    archive.execute_batch("PRAGMA user_version = 1")?;

    let line = r#"{"schema":99,"document":{},"strange":true}"#;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(line.as_bytes())?;
    let hash = <sha2::Sha256 as sha2::Digest>::digest(line.as_bytes()).to_vec();
    archive.execute(
        "UPDATE reading SET line = ?1, hash = ?2 WHERE version = 5",
        rusqlite::params![packed.finish()?, hash],
    )?;
    archive.execute_batch("UPDATE counter SET value = value + 1")?;
    let ended = run_in(folder.path(), &["show", "a.db", "anna"])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("this reading has schema 99"),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("\nhint: use the interparl that read it"),
        "{}",
        ended.err
    );
    // It is among the articles all the same, and can be read again by who wants that.
    assert_eq!(ids(folder.path(), "a.db")?.len(), ARTICLES);
    done(folder.path(), &["refresh", "a.db", "--all"])?;
    done(folder.path(), &["export", "a.db", "-o", "out.json"])?;
    assert_eq!(
        fs::read(folder.path().join("out.json"))?,
        fs::read(folder.path().join("whole.json"))?
    );
    Ok(())
}

/// A file that may not be written to is read. The superuser may write everywhere, so for that one nobody stands in.
#[test]
#[cfg(target_os = "linux")]
fn a_read_only_archive_is_read_and_not_written() -> Checked {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    let (folder, _) = whole()?;
    let path = folder.path().join("a.db");
    let judge = [
        "same",
        "a.db",
        "Anna Ozola@https://news.example/0",
        "Daiga Ozola@https://news.example/10",
    ];
    done(folder.path(), &judge)?;
    mode(&path, 0o444)?;
    mode(folder.path(), 0o555)?;
    let heeded = fs::File::options().append(true).open(&path).is_err();
    let program = env!("CARGO_BIN_EXE_interparl");
    let command = |words: &[&str]| {
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", program];
        let (first, before) = if heeded {
            (program, &[][..])
        } else {
            ("setpriv", &nobody[..])
        };
        let mut command = std::process::Command::new(first);
        command.current_dir(folder.path()).args(before).args(words);
        command.output()
    };
    let able = command(&["--version"]).is_ok_and(|output| output.status.success());
    if !able {
        mode(folder.path(), 0o755)?;
        return crate::sample::passed_over(
            "a read-only archive",
            "nobody may not run this program",
        );
    }
    let shown = command(&["show", "a.db", "anna", "ozola"])?;
    let checked = command(&["check", "a.db"])?;
    let listed = command(&["undo", "a.db"])?;
    let mut written = Vec::new();
    for words in [
        &["add", "a.db", "articles.jsonl", "--wait", "0"][..],
        &[
            "wrong",
            "a.db",
            "Anna Ozola",
            "Saeima",
            "--key",
            "role:speaker",
        ],
        &["review", "a.db"],
    ] {
        written.push(command(words)?);
    }
    mode(folder.path(), 0o755)?;
    let err = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(shown.status.code(), Some(0), "{}", err(&shown));
    assert_eq!(checked.status.code(), Some(0), "{}", err(&checked));
    assert_eq!(listed.status.code(), Some(0), "{}", err(&listed));
    for output in written {
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        let told = err(&output);
        assert!(told.contains("may not be written to"), "{told}");
    }
    Ok(())
}

//! Rows whose numbers were damaged: they are saved, and nobody counts up to them.

use std::fs;

use rusqlite::Connection;

use super::made::{done, file};
use crate::sample::{Checked, run_in};

const ARTICLES: usize = 12;

/// A folder with an archive in which a row of `table` bears another number.
fn renumbered(table: &str, updates: &str) -> Result<tempfile::TempDir, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    file(folder.path(), "articles.jsonl", 0..ARTICLES, 0)?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    let lines = ["0123456789ab", "ba9876543210", "aaaaaaaaaaaa"]
        .map(|of| format!("{{\"judgement\":\"undo\",\"of\":\"{of}\"}}\n"));
    fs::write(folder.path().join("judgements.txt"), lines.concat())?;
    let import = ["judgements", "import", "a.db", "judgements.txt"];
    done(folder.path(), &import)?;
    done(folder.path(), &["export", "a.db", "-o", "whole.json"])?;
    let archive = Connection::open(folder.path().join("a.db"))?;
    archive.execute_batch(&format!("PRAGMA foreign_keys = OFF; {updates}"))?;
    let ask = format!("SELECT count(*) FROM {table} WHERE rowid NOT BETWEEN 1 AND 1000");
    let moved: i64 = archive.query_row(&ask, [], |row| row.get(0))?;
    assert_eq!(moved, 1, "{table}");
    Ok(folder)
}

#[test]
fn a_huge_number_of_an_article_costs_no_time_and_no_article() -> Checked {
    for number in ["2000000000", "9223372036854775807", "-5"] {
        let folder = renumbered(
            "version",
            &format!(
                "UPDATE version SET id = {number} WHERE id = 4; UPDATE reading SET version = {number} WHERE version = 4;"
            ),
        )?;
        let told = done(folder.path(), &["salvage", "a.db", "-o", "saved.db"])?;
        done(folder.path(), &["check", "saved.db"])?;
        done(folder.path(), &["export", "saved.db", "-o", "out.json"])?;
        assert_eq!(
            fs::read(folder.path().join("out.json"))?,
            fs::read(folder.path().join("whole.json"))?,
            "{number}: {told}"
        );
    }
    Ok(())
}

/// What may have stood below such a number is named in one line.
#[test]
fn a_huge_number_of_a_judgement_costs_no_time_and_no_judgement() -> Checked {
    let folder = renumbered(
        "judgement",
        "UPDATE judgement SET id = 2000000000 WHERE id = 3;",
    )?;
    let kept = done(folder.path(), &["judgements", "export", "a.db"])?;
    assert_eq!(kept.lines().count(), 3);
    let ended = run_in(folder.path(), &["salvage", "a.db", "-o", "saved.db"])?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    let said = format!("{}{}", ended.out, ended.err);
    assert!(
        said.contains("the judgements 3 to 1999999999, if there were any"),
        "{said}"
    );
    assert!(said.lines().count() < 20, "{said}");
    assert_eq!(
        done(folder.path(), &["judgements", "export", "saved.db"])?,
        kept
    );
    Ok(())
}

//! Words of every day, which are no names by themselves.

use super::super::error::{LexiconError, printable};
use super::super::table::{Row, Schema, column};
use super::{LANGUAGES, Table};

/// A word of every day, in its folded form.
#[derive(Debug, Clone, Copy)]
pub(in crate::lexicon) struct CommonWord<'t> {
    /// The word.
    pub word: &'t str,
}

const COLUMNS: &[&str] = &["language", "word"];

impl<'t> Table<'t> for CommonWord<'t> {
    const SCHEMA: &'static Schema = &Schema {
        file: "common_words.tsv",
        columns: COLUMNS,
        key: &["language", "word"],
        replaces: true,
        content: include_str!("../data/common_words.tsv"),
        source: "SCOWL",
        forms: &[("word", "word of every day")],
        describe: |row| match row.cell(column!("language")) {
            "en" => "in English".to_owned(),
            other => format!("in the language {other}"),
        },
    };

    fn parse(row: &Row<'t>) -> Result<Self, LexiconError> {
        if row.cell(column!("language")) != "en" {
            row.one_of(column!("language"), LANGUAGES)?;
        }
        let word = row.filled(column!("word"))?;
        let small = word.bytes().all(|b| b.is_ascii_lowercase());
        if !small && word != crate::text::fold(word) {
            return Err(row.problem_with_hint(
                format!("\"{}\" is not in its folded form", printable(word)),
                format!("write \"{}\"", printable(&crate::text::fold(word))),
            ));
        }
        Ok(Self { word })
    }
}

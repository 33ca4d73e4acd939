//! Turns of phrase for which a rule looks where it expects them.

use super::super::cue::Cue;
use super::super::error::LexiconError;
use super::super::table::{Row, Schema, column};
use super::{LANGUAGES, Table};

/// A row of the table of cues: for what, and the turns of phrase.
#[derive(Debug, Clone)]
pub(in crate::lexicon) struct CueRow {
    /// For what they are a cue.
    pub cue: Cue,
    /// The turns of phrase, in small letters.
    pub phrases: Vec<String>,
}

const COLUMNS: &[&str] = &["language", "cue", "phrases", "note"];

impl Table<'_> for CueRow {
    const SCHEMA: &'static Schema = &Schema {
        file: "cues.tsv",
        columns: COLUMNS,
        key: &["language", "cue"],
        // A cue has many turns of phrase, and a row of a user's gives it more.
        replaces: false,
        content: include_str!("../data/cues.tsv"),
        source: "own knowledge",
        forms: &[("phrases", "turn of phrase")],
        describe: |row| format!("which is a cue: {}", row.cell(column!("cue"))),
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.one_of(column!("language"), LANGUAGES)?;
        row.filled(column!("phrases"))?;
        Ok(Self {
            cue: row.word(column!("cue"), Cue::from_word)?,
            phrases: row
                .values(column!("phrases"))
                .map(str::to_lowercase)
                .collect(),
        })
    }
}

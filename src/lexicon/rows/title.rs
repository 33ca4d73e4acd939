//! Titles and the offices they stand for.

use super::super::error::LexiconError;
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::plural::plural;
use super::super::table::{Row, Schema, column};
use super::{LANGUAGES, Table};
use crate::ontology::Office;

/// Of what an office is an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Domain {
    /// Of a chamber or a parliament.
    Chamber,
    /// Of a commission, group or assembly.
    Body,
    /// Of a commission or group, and of no assembly.
    Commission,
    /// Of a state.
    State,
    /// Of any of them.
    Any,
}

impl Domain {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "chamber" => Some(Self::Chamber),
            "body" => Some(Self::Body),
            "commission" => Some(Self::Commission),
            "state" => Some(Self::State),
            "any" => Some(Self::Any),
            _ => None,
        }
    }
}

/// A title and the office that it stands for in one domain.
#[derive(Debug, Clone)]
pub struct Title {
    /// The title.
    pub title: String,
    /// The office; `None` for a title that is none of ours and must not be taken for one.
    pub office: Option<Office>,
    /// Of what.
    pub domain: Domain,
}

const COLUMNS: &[&str] = &["language", "title", "role", "applies_to", "forms", "note"];

impl Table<'_> for Title {
    const SCHEMA: &'static Schema = &Schema {
        file: "titles.tsv",
        columns: COLUMNS,
        key: &["language", "title", "applies_to"],
        replaces: true,
        content: include_str!("../data/titles.tsv"),
        source: "own knowledge",
        forms: &[("title", "title"), ("forms", "inflected form of a title")],
        describe: |row| {
            let role = row.cell(column!("role"));
            let office = match role {
                "other" => "none of the offices that are read",
                role => role,
            };
            format!(
                "the office {office} of {}",
                match row.cell(column!("applies_to")) {
                    "any" => "any body or state",
                    "chamber" => "a chamber",
                    "commission" => "a commission or group",
                    "state" => "a state",
                    _ => "a commission, group or assembly",
                }
            )
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.one_of(column!("language"), LANGUAGES)?;
        Ok(Self {
            title: row.filled(column!("title"))?.to_owned(),
            office: row.word(column!("role"), |w| match w {
                "other" => Some(None),
                w => Office::from_word(w).map(Some),
            })?,
            domain: row.word(column!("applies_to"), Domain::from_word)?,
        })
    }

    fn phrases(&self, _: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        found.add(&self.title, Entry::Title(number));
        let several = plural(&self.title);
        if several != self.title {
            found.add(&several, Entry::Titles(number));
        }
        // "Heads of delegations": each of another one.
        if let Some((before, last)) = several.rsplit_once(' ')
            && before.contains(" of")
        {
            let each = format!("{before} {}", plural(last));
            found.add(&each, Entry::Titles(number));
        }
    }
}

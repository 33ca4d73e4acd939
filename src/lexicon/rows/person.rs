//! People with their Wikidata ids: an empty table, for those of a user.

use super::super::error::LexiconError;
use super::super::table::{Row, Schema, column};
use super::{Table, wikidata};
use crate::ontology::StateCode;

/// A person whose Wikidata id a user knows.
#[derive(Debug, Clone)]
pub struct Person {
    /// The Wikidata id.
    pub wikidata: String,
    /// The names.
    pub names: Vec<String>,
    /// The state for which the person acts.
    pub state: StateCode,
}

const COLUMNS: &[&str] = &["wikidata", "name", "aliases", "state", "note"];

impl Table<'_> for Person {
    const SCHEMA: &'static Schema = &Schema {
        file: "people.tsv",
        columns: COLUMNS,
        key: &["wikidata"],
        replaces: true,
        content: include_str!("../data/people.tsv"),
        source: "of the user alone",
        forms: &[
            ("wikidata", "Wikidata id"),
            ("name", "name"),
            ("aliases", "other name"),
        ],
        describe: |row| {
            format!(
                "a person of {}, {}",
                row.cell(column!("state")),
                row.cell(column!("wikidata"))
            )
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.filled(column!("wikidata"))?;
        let wikidata = wikidata(row, column!("wikidata"))?.unwrap_or_default();
        let names = [row.filled(column!("name"))?].into_iter();
        Ok(Self {
            wikidata,
            names: names
                .chain(row.values(column!("aliases")))
                .map(str::to_owned)
                .collect(),
            state: row.word(column!("state"), StateCode::parse)?,
        })
    }
}

//! Of which parts of the world the names are that a state's people bear.

use super::super::error::{LexiconError, printable};
use super::super::table::{Row, Schema, column};
use super::{Table, told};
use crate::ontology::StateCode;

/// The regions of a state's names, in the words of the table of given names.
#[derive(Debug, Clone)]
pub(in crate::lexicon) struct NameRegions {
    /// The state.
    pub state: StateCode,
    /// The regions.
    pub regions: Vec<String>,
}

const COLUMNS: &[&str] = &["state", "regions", "note"];

impl Table<'_> for NameRegions {
    const SCHEMA: &'static Schema = &Schema {
        file: "name_regions.tsv",
        columns: COLUMNS,
        key: &["state"],
        replaces: true,
        content: include_str!("../data/name_regions.tsv"),
        source: "own knowledge",
        forms: &[],
        describe: |row| told(&[row.cell(column!("regions"))]),
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let code = row.filled(column!("state"))?;
        let state = StateCode::parse(code)
            .ok_or_else(|| row.problem(format!("\"{}\" is no code of a state", printable(code))))?;
        row.filled(column!("regions"))?;
        Ok(Self {
            state,
            regions: row.owned(column!("regions")),
        })
    }
}

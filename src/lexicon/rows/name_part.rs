//! Parts of names by which people tell where a name is borne: "-shvili", "Mac-", "Ould".

use super::super::error::LexiconError;
use super::super::table::{Row, Schema, column};
use super::{Table, told};
use crate::ontology::StateCode;
use crate::text::fold;

/// Where in a name a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::lexicon) enum PartPosition {
    /// A word of the name begins with it.
    Beginning,
    /// A word of the name ends with it.
    Ending,
    /// It is a word of the name.
    Word,
}

/// A part of names.
#[derive(Debug, Clone)]
pub(in crate::lexicon) struct NamePart {
    /// The part, folded, without hyphens.
    pub part: String,
    /// Where it stands.
    pub position: PartPosition,
    /// The states in which such names are borne most.
    pub states: Vec<StateCode>,
}

const COLUMNS: &[&str] = &["part", "position", "states", "note"];

impl Table<'_> for NamePart {
    const SCHEMA: &'static Schema = &Schema {
        file: "name_parts.tsv",
        columns: COLUMNS,
        key: &["part", "position"],
        replaces: true,
        content: include_str!("../data/name_parts.tsv"),
        source: "own knowledge",
        forms: &[("part", "part of names")],
        describe: |row| told(&[row.cell(column!("position")), row.cell(column!("states"))]),
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let position = match row.one_of(column!("position"), &["beginning", "ending", "word"])? {
            "beginning" => PartPosition::Beginning,
            "ending" => PartPosition::Ending,
            _ => PartPosition::Word,
        };
        row.filled(column!("states"))?;
        Ok(Self {
            part: fold(row.filled(column!("part"))?).replace('-', ""),
            position,
            states: row
                .values(column!("states"))
                .filter_map(StateCode::parse)
                .collect(),
        })
    }
}

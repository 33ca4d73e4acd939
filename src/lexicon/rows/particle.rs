//! Particles of names.

use super::super::error::LexiconError;
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::table::{Row, Schema, column};
use super::{Table, told};

/// A particle of names.
#[derive(Debug, Clone, Copy)]
pub(in crate::lexicon) struct Particle {
    /// Whether it stands behind the name that it belongs to.
    pub suffix: bool,
}

const COLUMNS: &[&str] = &["particle", "position", "origin", "kind", "note"];

impl Table<'_> for Particle {
    const SCHEMA: &'static Schema = &Schema {
        file: "particles.tsv",
        columns: COLUMNS,
        key: &["particle", "position", "origin"],
        replaces: true,
        content: include_str!("../data/particles.tsv"),
        source: "own knowledge",
        forms: &[("particle", "particle of names")],
        describe: |row| {
            told(&[
                row.cell(column!("origin")),
                row.cell(column!("kind")),
                row.cell(column!("position")),
            ])
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.filled(column!("particle"))?;
        let position = row.one_of(column!("position"), &["prefix", "inner", "suffix"])?;
        Ok(Self {
            suffix: position == "suffix",
        })
    }

    fn phrases(&self, row: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        found.add(row.cell(column!("particle")), Entry::Particle(number));
    }
}

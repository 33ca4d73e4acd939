//! Surnames that stand first.

use super::super::error::LexiconError;
use super::super::table::{Row, Schema, column};
use super::name::{also, doubtful, name, spoken};
use super::{Table, told};

/// A surname that stands first.
#[derive(Debug, Clone, Copy)]
pub(in crate::lexicon) struct FirstSurname<'t> {
    /// The surname in Latin script.
    pub surname: &'t str,
    /// Whether it is also a common word.
    pub doubtful: bool,
    /// The cell of the countries, by their names.
    origin: &'t str,
}

impl<'t> FirstSurname<'t> {
    /// The names of the countries where it is borne.
    pub(in crate::lexicon) fn origins(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.origin.split('|').filter(|o| !o.is_empty())
    }
}

const COLUMNS: &[&str] = &["surname", "order", "origin", "native", "flags", "sources"];

impl<'t> Table<'t> for FirstSurname<'t> {
    const SCHEMA: &'static Schema = &Schema {
        file: "surnames_first.tsv",
        columns: COLUMNS,
        key: &["surname"],
        replaces: true,
        content: include_str!("../data/surnames_first.tsv"),
        source: "own knowledge",
        forms: &[
            ("surname", "surname"),
            ("native", "surname in its own script"),
        ],
        describe: |row| {
            let order = match row.cell(column!("order")) {
                "either" => "which stands first or last",
                _ => "which stands first",
            };
            told(&[
                order,
                &spoken(row.cell(column!("origin"))),
                &also(row.cell(column!("flags"))),
            ])
        },
    };

    fn parse(row: &Row<'t>) -> Result<Self, LexiconError> {
        row.one_of(column!("order"), &["first", "either"])?;
        Ok(Self {
            surname: name(row, column!("surname"))?,
            doubtful: doubtful(row, column!("flags"))?,
            origin: row.cell(column!("origin")),
        })
    }
}

//! Given names.

use super::super::error::LexiconError;
use super::super::symbols::NameTraits;
use super::super::table::{Row, Schema, column};
use super::name::{also, doubtful, name, spoken};
use super::{Table, told};

/// A given name.
#[derive(Debug, Clone, Copy)]
pub(in crate::lexicon) struct GivenName<'t> {
    /// The name in Latin script.
    pub name: &'t str,
    /// Whether the name is also a common word, a place or a people.
    pub doubtful: bool,
    /// Whether men or women have it: a trait, or none where both have or nothing is known.
    pub gender: NameTraits,
}

const COLUMNS: &[&str] = &[
    "name",
    "gender",
    "regions",
    "countries",
    "native",
    "flags",
    "sources",
];

impl<'t> Table<'t> for GivenName<'t> {
    const SCHEMA: &'static Schema = &Schema {
        file: "given_names.tsv",
        columns: COLUMNS,
        key: &["name"],
        replaces: true,
        content: include_str!("../data/given_names.tsv"),
        source: "own knowledge",
        forms: &[
            ("name", "given name"),
            ("native", "given name in its own script"),
        ],
        describe: |row| {
            let gender = match row.cell(column!("gender")) {
                "f" => "of women",
                "m" => "of men",
                "u" => "of women and men",
                _ => "of unknown gender",
            };
            told(&[
                gender,
                &spoken(row.cell(column!("regions"))),
                &spoken(row.cell(column!("countries"))),
                &also(row.cell(column!("flags"))),
            ])
        },
    };

    fn parse(row: &Row<'t>) -> Result<Self, LexiconError> {
        let gender = match row.one_of(column!("gender"), &["", "f", "m", "u"])? {
            "f" => NameTraits::OF_WOMEN,
            "m" => NameTraits::OF_MEN,
            "u" => NameTraits::OF_BOTH,
            _ => NameTraits::NONE,
        };
        Ok(Self {
            gender,
            name: name(row, column!("name"))?,
            doubtful: doubtful(row, column!("flags"))?,
        })
    }
}

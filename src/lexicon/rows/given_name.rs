//! Given names.

use super::super::error::LexiconError;
use super::super::symbols::NameTraits;
use super::super::table::{Row, Schema, column};
use super::name::{also, doubtful, name, spoken};
use super::{Table, told};
use crate::ontology::StateCode;

/// A given name.
#[derive(Debug, Clone, Copy)]
pub(in crate::lexicon) struct GivenName<'t> {
    /// The name in Latin script.
    pub name: &'t str,
    /// Whether the name is also a common word, a place or a people.
    pub doubtful: bool,
    /// Whether men or women have it: a trait, or none where both have or nothing is known.
    pub gender: NameTraits,
    /// The cell of the regions.
    regions: &'t str,
    /// The cell of the countries.
    countries: &'t str,
}

impl<'t> GivenName<'t> {
    /// The parts of the world where it is borne.
    pub(in crate::lexicon) fn regions(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.regions.split('|').filter(|r| !r.is_empty())
    }

    /// The states where it is borne.
    pub(in crate::lexicon) fn states(&self) -> impl Iterator<Item = StateCode> + use<'t> {
        self.countries.split('|').filter_map(StateCode::parse)
    }
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
            regions: row.cell(column!("regions")),
            countries: row.cell(column!("countries")),
        })
    }
}

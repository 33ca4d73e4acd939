//! Cities.

use super::super::error::{LexiconError, printable};
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::table::{Row, Schema, column};
use super::{Table, told};
use crate::ontology::StateCode;

/// A city of at least this many people counts as a place; smaller ones are mostly surnames in the news.
const LARGE_CITY: u64 = 150_000;

/// The letters that a name in another language has at least where the city is no capital: shorter ones are villages and surnames elsewhere,
/// such as Gizo, which is not only Giza. Of cities where no parliaments meet, such names do not count at all.
const SHORTEST_EXONYM: usize = 6;

/// A city.
#[derive(Debug, Clone)]
pub struct City {
    /// The English name.
    pub name: String,
    /// Its state; `None` for a place of none.
    pub state: Option<StateCode>,
    /// Whether it is a capital.
    pub capital: bool,
    /// Whether parliaments often meet there: such cities count also where the name is a word or a surname.
    pub host: bool,
    /// Whether it is no city but a part of a state that has a legislature of its own: "Scotland", "New South Wales".
    pub region: bool,
    /// How many live there; 0 where unknown.
    pub population: u64,
}

const COLUMNS: &[&str] = &[
    "name",
    "state",
    "kind",
    "aliases",
    "exonyms",
    "cyrillic",
    "population",
    "geonameid",
    "note",
];

impl Table<'_> for City {
    const SCHEMA: &'static Schema = &Schema {
        file: "cities.tsv",
        columns: COLUMNS,
        key: &["name", "state"],
        replaces: true,
        content: include_str!("../data/cities.tsv"),
        source: "own knowledge",
        forms: &[
            ("name", "name"),
            ("aliases", "other name"),
            ("exonyms", "name in another language"),
            ("cyrillic", "name in Cyrillic letters"),
        ],
        describe: |row| {
            let kind = match row.cell(column!("kind")) {
                "capital" => "the capital",
                "host" => "the meeting place",
                "region" => "the region",
                _ => "the city",
            };
            let people = match row.cell(column!("population")) {
                "" => String::new(),
                people => format!("{people} people"),
            };
            told(&[
                &format!("{kind} {}", row.cell(column!("name"))),
                row.cell(column!("state")),
                &people,
            ])
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let kind = row.one_of(column!("kind"), &["capital", "host", "city", "region"])?;
        Ok(Self {
            name: row.filled(column!("name"))?.to_owned(),
            state: row.word(column!("state"), |w| match w {
                "" => Some(None),
                w => StateCode::parse(w).map(Some),
            })?,
            capital: kind == "capital",
            host: kind == "host",
            region: kind == "region",
            population: match row.cell(column!("population")) {
                "" => 0,
                n => n.parse().map_err(|_| {
                    row.problem(format!(
                        "the population \"{}\" is not a number",
                        printable(n)
                    ))
                })?,
            },
        })
    }

    fn phrases(&self, row: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        if self.capital || self.host || self.region || self.population >= LARGE_CITY {
            found.add(&self.name, Entry::City(number));
            for name in row.values(column!("aliases")) {
                found.add(name, Entry::City(number));
            }
            let known_abroad =
                |name: &&str| self.capital || self.host && name.chars().count() >= SHORTEST_EXONYM;
            for name in row.values(column!("exonyms")).filter(known_abroad) {
                found.add(name, Entry::City(number));
            }
        }
    }
}

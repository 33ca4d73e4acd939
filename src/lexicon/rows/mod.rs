//! The tables as typed rows: one file a table, with its columns, what its rows mean, and the phrases they give.

mod assembly;
mod body_head;
mod body_name;
mod chamber;
mod city;
mod common_word;
mod cue;
mod first_surname;
mod given_name;
mod honorific;
mod name;
mod name_part;
mod name_region;
mod particle;
mod person;
mod state;
mod title;
mod words;

pub use assembly::Assembly;
pub use body_head::BodyHead;
pub use body_name::BodyName;
pub use chamber::{Chamber, House};
pub use city::City;
pub(super) use common_word::CommonWord;
pub(super) use cue::CueRow;
pub(super) use first_surname::FirstSurname;
pub(super) use given_name::GivenName;
pub use honorific::{Bearer, Honorific};
pub(super) use name_part::{NamePart, PartPosition};
pub(super) use name_region::NameRegions;
pub(super) use particle::Particle;
pub use person::Person;
pub use state::State;
pub use title::{Domain, Title};
pub(super) use words::{PHRASES, Words};

use super::error::LexiconError;
use super::phrases::{PhraseBuilder, RowNumber};
use super::table::{Row, Schema};

/// A table that can be read from text.
pub(super) trait Table<'t>: Sized {
    /// What there is to know of it.
    const SCHEMA: &'static Schema;

    /// Reads one row.
    fn parse(row: &Row<'t>) -> Result<Self, LexiconError>;

    /// Hands over the phrases by which English texts name what the row stands for. `number` is that of the row.
    fn phrases(&self, row: &Row<'t>, number: RowNumber, found: &mut PhraseBuilder) {
        let _ = (row, number, found);
    }
}

/// All tables, in the order in which they are read and looked through.
pub(super) const TABLES: [&Schema; 17] = [
    State::SCHEMA,
    Chamber::SCHEMA,
    Assembly::SCHEMA,
    BodyName::SCHEMA,
    Person::SCHEMA,
    Title::SCHEMA,
    Honorific::SCHEMA,
    BodyHead::SCHEMA,
    Particle::SCHEMA,
    City::SCHEMA,
    Words::SCHEMA,
    CueRow::SCHEMA,
    GivenName::SCHEMA,
    FirstSurname::SCHEMA,
    NamePart::SCHEMA,
    NameRegions::SCHEMA,
    CommonWord::SCHEMA,
];

/// Reads a row for its errors only, whichever table it belongs to.
pub(super) fn parse_any(row: &Row<'_>) -> Result<(), LexiconError> {
    match row.schema.file {
        "states.tsv" => State::parse(row).map(drop),
        "chambers.tsv" => Chamber::parse(row).map(drop),
        "assemblies.tsv" => Assembly::parse(row).map(drop),
        "body_names.tsv" => BodyName::parse(row).map(drop),
        "people.tsv" => Person::parse(row).map(drop),
        "titles.tsv" => Title::parse(row).map(drop),
        "honorifics.tsv" => Honorific::parse(row).map(drop),
        "bodies.tsv" => BodyHead::parse(row).map(drop),
        "particles.tsv" => Particle::parse(row).map(drop),
        "cities.tsv" => City::parse(row).map(drop),
        "words.tsv" => Words::parse(row).map(drop),
        "cues.tsv" => CueRow::parse(row).map(drop),
        "given_names.tsv" => GivenName::parse(row).map(drop),
        "surnames_first.tsv" => FirstSurname::parse(row).map(drop),
        "name_parts.tsv" => NamePart::parse(row).map(drop),
        "name_regions.tsv" => NameRegions::parse(row).map(drop),
        "common_words.tsv" => CommonWord::parse(row).map(drop),
        file => Err(row.problem(format!("no rules for the table \"{file}\""))),
    }
}

/// The languages of tables that have several.
const LANGUAGES: &[&str] = &["en", "ru", "kk", "fr", "es"];

/// A Wikidata id, or nothing.
fn wikidata(row: &Row<'_>, column: usize) -> Result<Option<String>, LexiconError> {
    let cell = row.cell(column);
    let digits = cell.strip_prefix('Q').unwrap_or_default();
    let good = digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(digits.as_bytes(), [b'1'..=b'9', ..]);
    match cell {
        "" => Ok(None),
        id if good => Ok(Some(id.to_owned())),
        odd => Err(row.problem(format!(
            "\"{}\" is no Wikidata id, which is a Q and a number",
            super::error::printable(odd)
        ))),
    }
}

/// Words for people, with commas between them; empty ones left out.
fn told(parts: &[&str]) -> String {
    let filled: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    filled.join(", ")
}

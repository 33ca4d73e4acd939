//! States: names, peoples, capitals.

use super::super::error::LexiconError;
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::table::{Row, Schema, column};
use super::{Table, wikidata};
use crate::ontology::StateCode;

/// A state.
#[derive(Debug, Clone)]
pub struct State {
    /// ISO 3166-1 alpha-2.
    pub code: StateCode,
    /// The usual English name.
    pub name: String,
    /// Other names that belong to this state alone.
    pub names: Vec<String>,
    /// Words for its people, which also serve as adjectives.
    pub demonyms: Vec<String>,
    /// Forms that mean this state only in context.
    pub ambiguous: Vec<String>,
    /// The capital and its spellings.
    pub capitals: Vec<String>,
    /// The Wikidata id.
    pub wikidata: Option<String>,
}

const COLUMNS: &[&str] = &[
    "code",
    "iso3",
    "name",
    "official_en",
    "aliases_en",
    "demonyms_en",
    "ambiguous",
    "capital_en",
    "name_ru",
    "official_ru",
    "cases_ru",
    "adjective_ru",
    "capital_ru",
    "name_kk",
    "name_fr",
    "adjective_fr",
    "name_es",
    "adjective_es",
    "name_de",
    "name_tr",
    "name_ar",
    "name_zh",
    "wikidata",
    "note",
];

impl Table<'_> for State {
    const SCHEMA: &'static Schema = &Schema {
        file: "states.tsv",
        columns: COLUMNS,
        key: &["code"],
        replaces: true,
        content: include_str!("../data/states.tsv"),
        source: "own knowledge, datasets/country-codes, Unicode CLDR",
        forms: &[
            ("code", "code"),
            ("iso3", "code of three letters"),
            ("name", "name"),
            ("official_en", "official name"),
            ("aliases_en", "other name"),
            ("demonyms_en", "demonym or adjective"),
            ("ambiguous", "name that others have too"),
            ("capital_en", "capital"),
            ("name_ru", "name in Russian"),
            ("official_ru", "official name in Russian"),
            ("cases_ru", "inflected name in Russian"),
            ("adjective_ru", "adjective in Russian"),
            ("capital_ru", "capital in Russian"),
            ("name_kk", "name in Kazakh"),
            ("name_fr", "name in French"),
            ("adjective_fr", "adjective in French"),
            ("name_es", "name in Spanish"),
            ("adjective_es", "adjective in Spanish"),
            ("name_de", "name in German"),
            ("name_tr", "name in Turkish"),
            ("name_ar", "name in Arabic"),
            ("name_zh", "name in Chinese"),
            ("wikidata", "Wikidata id"),
        ],
        describe: |row| format!("the state {}", row.cell(column!("name"))),
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let official = row.values(column!("official_en"));
        let aliases = row.values(column!("aliases_en"));
        Ok(Self {
            code: row.word(column!("code"), StateCode::parse)?,
            name: row.filled(column!("name"))?.to_owned(),
            names: official.chain(aliases).map(str::to_owned).collect(),
            demonyms: row.owned(column!("demonyms_en")),
            ambiguous: row
                .values(column!("ambiguous"))
                .filter_map(|v| v.strip_prefix("en:"))
                .map(str::to_owned)
                .collect(),
            capitals: row.owned(column!("capital_en")),
            wikidata: wikidata(row, column!("wikidata"))?,
        })
    }

    fn phrases(&self, _: &Row<'_>, _: RowNumber, found: &mut PhraseBuilder) {
        found.add(&self.name, Entry::State(self.code));
        found.add_all(&self.names, Entry::State(self.code));
        found.add_all(&self.demonyms, Entry::Demonym(self.code));
        // "the Paraguayans Aru Bekova and Goran Melnar".
        for one in self
            .demonyms
            .iter()
            .filter(|d| d.ends_with("an") || d.ends_with('i'))
        {
            found.add(&format!("{one}s"), Entry::Demonym(self.code));
        }
        found.add_all(&self.ambiguous, Entry::AmbiguousState(self.code));
    }
}

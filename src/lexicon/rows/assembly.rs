//! International parliamentary bodies.

use super::super::error::LexiconError;
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::table::{Row, Schema, column};
use super::{Table, told, wikidata};

/// An international parliamentary body.
#[derive(Debug, Clone)]
pub struct Assembly {
    /// The id, such as `ipu`.
    pub id: String,
    /// The English name.
    pub name: String,
    /// Names and abbreviations that belong to it alone.
    pub names: Vec<String>,
    /// Forms that mean it only in context.
    pub ambiguous: Vec<String>,
    /// The Wikidata id.
    pub wikidata: Option<String>,
}

const COLUMNS: &[&str] = &[
    "id",
    "kind",
    "name",
    "abbreviations",
    "aliases_en",
    "ambiguous_en",
    "name_ru",
    "name_kk",
    "name_fr",
    "name_es",
    "founded",
    "seat",
    "members",
    "status",
    "wikidata",
    "note",
];

impl Table<'_> for Assembly {
    const SCHEMA: &'static Schema = &Schema {
        file: "assemblies.tsv",
        columns: COLUMNS,
        key: &["id"],
        replaces: true,
        content: include_str!("../data/assemblies.tsv"),
        source: "own knowledge, pages of the bodies",
        forms: &[
            ("id", "id"),
            ("name", "name"),
            ("abbreviations", "abbreviation"),
            ("aliases_en", "other name"),
            ("ambiguous_en", "name that others have too"),
            ("name_ru", "name in Russian"),
            ("name_kk", "name in Kazakh"),
            ("name_fr", "name in French"),
            ("name_es", "name in Spanish"),
            ("wikidata", "Wikidata id"),
        ],
        describe: |row| {
            let part = |word: &str, cell: &str| match cell {
                "" => String::new(),
                cell => format!("{word} {cell}"),
            };
            told(&[
                &format!(
                    "the {} {}",
                    row.cell(column!("kind")),
                    row.cell(column!("name"))
                ),
                &part("founded", row.cell(column!("founded"))),
                &part("seat", row.cell(column!("seat"))),
            ])
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.one_of(
            column!("kind"),
            &[
                "union",
                "parliament",
                "assembly",
                "conference",
                "network",
                "committee",
            ],
        )?;
        row.one_of(column!("status"), &["current", "former", "suspended"])?;
        let founded = row.cell(column!("founded"));
        if !founded.is_empty() && !matches!(founded.parse(), Ok(1800..=2099_u16)) {
            return Err(row.problem("column \"founded\" is not a year".to_owned()));
        }
        let id = row.filled(column!("id"))?;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if !id.bytes().all(plain) {
            return Err(row.problem(format!(
                "the id \"{}\" is not a word of small letters, digits and hyphens",
                super::super::error::printable(id)
            )));
        }
        let abbreviations = row.values(column!("abbreviations"));
        let aliases = row.values(column!("aliases_en"));
        Ok(Self {
            id: id.to_owned(),
            name: row.filled(column!("name"))?.to_owned(),
            names: abbreviations.chain(aliases).map(str::to_owned).collect(),
            ambiguous: row.owned(column!("ambiguous_en")),
            wikidata: wikidata(row, column!("wikidata"))?,
        })
    }

    fn phrases(&self, _: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        found.add(&self.name, Entry::Assembly(number));
        found.add_all(&self.names, Entry::Assembly(number));
        found.add_all(&self.ambiguous, Entry::SharedAssembly(number));
    }
}

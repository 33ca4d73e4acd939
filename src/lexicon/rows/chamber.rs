//! Parliaments and their houses.

use std::ops::Range;

use super::super::error::{LexiconError, printable};
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::table::{Row, Schema, column};
use super::{Table, told, wikidata};
use crate::ontology::{NodeKind, StateCode};

/// How a chamber stands beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum House {
    /// The umbrella over two houses.
    Joint,
    /// The lower house of two.
    Lower,
    /// The upper house of two.
    Upper,
    /// The only house.
    Unicameral,
    /// Outside of the legislature, acting as a counterpart of parliaments.
    Advisory,
}

impl House {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "joint" => Some(Self::Joint),
            "lower" => Some(Self::Lower),
            "upper" => Some(Self::Upper),
            "unicameral" => Some(Self::Unicameral),
            "advisory" => Some(Self::Advisory),
            _ => None,
        }
    }
}

/// A chamber or a parliament.
#[derive(Debug, Clone)]
pub struct Chamber {
    /// The id, such as `kz/majilis`.
    pub id: String,
    /// Its state.
    pub state: StateCode,
    /// [`NodeKind::Chamber`] or [`NodeKind::Parliament`].
    pub kind: NodeKind,
    /// The id of the parliament that it belongs to.
    pub parent: Option<String>,
    /// Which house it is.
    pub house: House,
    /// The usual English name.
    pub name: String,
    /// Names that belong to it alone.
    pub names: Vec<String>,
    /// Forms that mean it only where the state is known.
    pub ambiguous: Vec<String>,
    /// What the one who presides is called.
    pub presiding: Vec<String>,
    /// What a member is called.
    pub sitting: Vec<String>,
    /// Where its names in time are among those of all bodies.
    pub(in crate::lexicon) times: Range<usize>,
    /// Whether it sits at present.
    pub current: bool,
    /// The Wikidata id.
    pub wikidata: Option<String>,
}

const COLUMNS: &[&str] = &[
    "id",
    "state",
    "kind",
    "parent",
    "house",
    "name",
    "official_en",
    "aliases_en",
    "ambiguous_en",
    "name_native",
    "name_ru",
    "name_kk",
    "name_fr",
    "name_es",
    "title_presiding_en",
    "title_member_en",
    "status",
    "wikidata",
    "note",
];

impl Table<'_> for Chamber {
    const SCHEMA: &'static Schema = &Schema {
        file: "chambers.tsv",
        columns: COLUMNS,
        key: &["id"],
        replaces: true,
        content: include_str!("../data/chambers.tsv"),
        source: "own knowledge, checked with the CIA World Factbook; ids of Wikidata through EveryPolitician",
        forms: &[
            ("id", "id"),
            ("name", "name"),
            ("official_en", "official name"),
            ("aliases_en", "other name"),
            ("ambiguous_en", "name that others have too"),
            ("name_native", "name in its own language"),
            ("name_ru", "name in Russian"),
            ("name_kk", "name in Kazakh"),
            ("name_fr", "name in French"),
            ("name_es", "name in Spanish"),
            ("title_presiding_en", "title of the one who presides"),
            ("title_member_en", "title of a member"),
            ("wikidata", "Wikidata id"),
        ],
        describe: |row| {
            let parent = row.cell(column!("parent"));
            let house = match row.cell(column!("house")) {
                "joint" => "the parliament of both houses",
                "lower" => "lower house",
                "upper" => "upper house",
                "unicameral" => "the only house",
                _ => "outside of the legislature",
            };
            told(&[
                &format!(
                    "the {} {}",
                    row.cell(column!("kind")),
                    row.cell(column!("name"))
                ),
                row.cell(column!("state")),
                house,
                &match parent {
                    "" => String::new(),
                    parent => format!("part of {parent}"),
                },
                match row.cell(column!("status")) {
                    "current" => "",
                    status => status,
                },
            ])
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let state: StateCode = row.word(column!("state"), StateCode::parse)?;
        let kind = row.word(column!("kind"), |w| {
            NodeKind::from_word(w).filter(|k| matches!(k, NodeKind::Chamber | NodeKind::Parliament))
        })?;
        let house = row.word(column!("house"), House::from_word)?;
        if (kind == NodeKind::Parliament) != (house == House::Joint) {
            return Err(row.problem(
                "a row of the kind \"parliament\" has the house \"joint\", and no other row has"
                    .to_owned(),
            ));
        }
        let latin = |v: &&str| v.bytes().any(|b| b.is_ascii_alphabetic());
        let names = row
            .values(column!("official_en"))
            .chain(row.values(column!("aliases_en")))
            .chain(row.values(column!("name_native")).filter(latin));
        let status = row.one_of(
            column!("status"),
            &["current", "transitional", "suspended", "former"],
        )?;
        Ok(Self {
            id: id_of(row, state)?.to_owned(),
            state,
            kind,
            parent: row.optional(column!("parent")),
            house,
            name: row.filled(column!("name"))?.to_owned(),
            names: names.map(str::to_owned).collect(),
            ambiguous: row.owned(column!("ambiguous_en")),
            presiding: row.owned(column!("title_presiding_en")),
            sitting: row.owned(column!("title_member_en")),
            // Set when the names of all bodies are read.
            times: 0..0,
            current: matches!(status, "current" | "transitional"),
            wikidata: wikidata(row, column!("wikidata"))?,
        })
    }

    fn phrases(&self, _: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        found.add(&self.name, Entry::SharedChamber(number));
        found.add_all(&self.ambiguous, Entry::SharedChamber(number));
        found.add_all(&self.names, Entry::Chamber(number));
    }
}

/// The id: the code of the state in small letters, a stroke, and a word for the house.
fn id_of<'t>(row: &Row<'t>, state: StateCode) -> Result<&'t str, LexiconError> {
    let id = row.filled(column!("id"))?;
    let (before, behind) = id.split_once('/').unwrap_or_default();
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if before.eq_ignore_ascii_case(state.as_str())
        && id.bytes().all(|b| plain(b) || b == b'/')
        && !behind.is_empty()
        && behind.bytes().all(plain)
    {
        return Ok(id);
    }
    Err(row.problem(format!(
        "the id \"{}\" is not \"{}/\" and a word of small letters, digits and hyphens",
        printable(id),
        state.as_str().to_ascii_lowercase()
    )))
}

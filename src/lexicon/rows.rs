//! The tables as typed rows.

use super::table::{LexiconError, Row, rows};
use crate::ontology::{BodyForm, NodeKind, Office, StateCode};

/// A table that can be read from text.
pub(super) trait Table: Sized {
    /// The file's name.
    const FILE: &'static str;
    /// The columns, in order.
    const COLUMNS: &'static [&'static str];

    /// Reads one row.
    fn parse(row: &Row<'_>) -> Result<Self, LexiconError>;

    /// What tells two rows of the table apart; a user's row replaces the row of the same key.
    fn key(&self) -> String;

    /// Reads a whole table.
    fn read(file: &str, content: &str) -> Result<Vec<Self>, LexiconError> {
        rows(file, Self::COLUMNS, content)?
            .iter()
            .map(Self::parse)
            .collect()
    }
}

fn owned<'t>(values: impl Iterator<Item = &'t str>) -> Vec<String> {
    values.map(str::to_owned).collect()
}

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

impl Table for State {
    const FILE: &'static str = "states.tsv";
    const COLUMNS: &'static [&'static str] = &[
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

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let names = row.values("official_en").chain(row.values("aliases_en"));
        Ok(Self {
            code: row.word("code", StateCode::parse)?,
            name: row.filled("name")?.to_owned(),
            names: owned(names),
            demonyms: owned(row.values("demonyms_en")),
            ambiguous: owned(
                row.values("ambiguous")
                    .filter_map(|v| v.strip_prefix("en:")),
            ),
            capitals: owned(row.values("capital_en")),
            wikidata: Some(row.cell("wikidata").to_owned()).filter(|w| !w.is_empty()),
        })
    }

    fn key(&self) -> String {
        self.code.to_string()
    }
}

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
    /// Whether it sits at present.
    pub current: bool,
    /// The Wikidata id.
    pub wikidata: Option<String>,
}

impl Table for Chamber {
    const FILE: &'static str = "chambers.tsv";
    const COLUMNS: &'static [&'static str] = &[
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

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let state: StateCode = row.word("state", StateCode::parse)?;
        let id = row.filled("id")?;
        let prefix = format!("{}/", state.as_str().to_ascii_lowercase());
        if !id.starts_with(&prefix) {
            return Err(row.problem(format!("the id \"{id}\" does not begin with \"{prefix}\"")));
        }
        let latin = |v: &&str| v.chars().any(|c| c.is_ascii_alphabetic());
        let names = row
            .values("official_en")
            .chain(row.values("aliases_en"))
            .chain(row.values("name_native").filter(latin));
        Ok(Self {
            id: id.to_owned(),
            state,
            kind: row.word("kind", |w| {
                NodeKind::from_word(w)
                    .filter(|k| matches!(k, NodeKind::Chamber | NodeKind::Parliament))
            })?,
            parent: Some(row.cell("parent").to_owned()).filter(|p| !p.is_empty()),
            house: row.word("house", |w| match w {
                "joint" => Some(House::Joint),
                "lower" => Some(House::Lower),
                "upper" => Some(House::Upper),
                "unicameral" => Some(House::Unicameral),
                "advisory" => Some(House::Advisory),
                _ => None,
            })?,
            name: row.filled("name")?.to_owned(),
            names: owned(names),
            ambiguous: owned(row.values("ambiguous_en")),
            presiding: owned(row.values("title_presiding_en")),
            current: row.word("status", |w| match w {
                "current" | "transitional" => Some(true),
                "suspended" | "former" => Some(false),
                _ => None,
            })?,
            wikidata: Some(row.cell("wikidata").to_owned()).filter(|w| !w.is_empty()),
        })
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}

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

impl Table for Assembly {
    const FILE: &'static str = "assemblies.tsv";
    const COLUMNS: &'static [&'static str] = &[
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

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        const KINDS: [&str; 6] = [
            "union",
            "parliament",
            "assembly",
            "conference",
            "network",
            "committee",
        ];
        row.word("kind", |w| KINDS.contains(&w).then_some(()))?;
        Ok(Self {
            id: row.filled("id")?.to_owned(),
            name: row.filled("name")?.to_owned(),
            names: owned(row.values("abbreviations").chain(row.values("aliases_en"))),
            ambiguous: owned(row.values("ambiguous_en")),
            wikidata: Some(row.cell("wikidata").to_owned()).filter(|w| !w.is_empty()),
        })
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}

/// Of what an office is an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Domain {
    /// Of a chamber or a parliament.
    Chamber,
    /// Of a commission, group or assembly.
    Body,
    /// Of a state.
    State,
    /// Of any of them.
    Any,
}

/// A title and the office that it stands for in one domain.
#[derive(Debug, Clone)]
pub struct Title {
    /// The language of the title.
    pub language: String,
    /// The title.
    pub title: String,
    /// The office; `None` for a title that is none of ours and must not be taken for one.
    pub office: Option<Office>,
    /// Of what.
    pub domain: Domain,
}

impl Table for Title {
    const FILE: &'static str = "titles.tsv";
    const COLUMNS: &'static [&'static str] =
        &["language", "title", "role", "applies_to", "forms", "note"];

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        Ok(Self {
            language: row.filled("language")?.to_owned(),
            title: row.filled("title")?.to_owned(),
            office: row.word("role", |w| {
                if w == "other" {
                    Some(None)
                } else {
                    Office::from_word(w).map(Some)
                }
            })?,
            domain: row.word("applies_to", |w| match w {
                "chamber" => Some(Domain::Chamber),
                "body" => Some(Domain::Body),
                "state" => Some(Domain::State),
                "any" => Some(Domain::Any),
                _ => None,
            })?,
        })
    }

    fn key(&self) -> String {
        format!(
            "{}\t{}\t{:?}\t{:?}",
            self.language, self.title, self.domain, self.office
        )
    }
}

/// A form of address.
#[derive(Debug, Clone)]
pub struct Honorific {
    /// The language in which it is used.
    pub language: String,
    /// The form.
    pub form: String,
    /// Whether it stays a part of the name ("Syed").
    pub kept: bool,
    /// Whether it follows the name ("PhD").
    pub follows: bool,
}

impl Table for Honorific {
    const FILE: &'static str = "honorifics.tsv";
    const COLUMNS: &'static [&'static str] = &["language", "honorific", "gender", "kind", "note"];

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        const KINDS: [&str; 13] = [
            "academic",
            "clergy",
            "courtesy",
            "customary",
            "diplomatic",
            "excellency",
            "military",
            "nobility",
            "other",
            "parliamentary",
            "religious",
            "royal",
            "suffix",
        ];
        let kind = row.word("kind", |w| {
            KINDS
                .iter()
                .find(|k| **k == w || w == "name")
                .map(|_| w.to_owned())
        })?;
        Ok(Self {
            language: row.filled("language")?.to_owned(),
            form: row.filled("honorific")?.to_owned(),
            kept: kind == "name",
            follows: kind == "suffix",
        })
    }

    fn key(&self) -> String {
        format!("{}\t{}", self.language, self.form)
    }
}

/// A head noun of commissions and groups.
#[derive(Debug, Clone)]
pub struct BodyHead {
    /// The language of the phrase.
    pub language: String,
    /// The phrase.
    pub phrase: String,
    /// Other wordings.
    pub variants: Vec<String>,
    /// Which sort of body it is.
    pub form: BodyForm,
}

impl Table for BodyHead {
    const FILE: &'static str = "bodies.tsv";
    const COLUMNS: &'static [&'static str] = &[
        "language", "phrase", "variants", "stems", "subkind", "scope", "note",
    ];

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.word("scope", |w| {
            ["any", "bilateral", "multilateral", "national"]
                .contains(&w)
                .then_some(())
        })?;
        Ok(Self {
            language: row.filled("language")?.to_owned(),
            phrase: row.filled("phrase")?.to_owned(),
            variants: owned(row.values("variants")),
            form: row.word("subkind", BodyForm::from_word)?,
        })
    }

    fn key(&self) -> String {
        format!("{}\t{}", self.language, self.phrase)
    }
}

/// A particle of names.
#[derive(Debug, Clone)]
pub(super) struct Particle {
    /// The particle.
    pub particle: String,
    /// Whether it stands behind the name that it belongs to.
    pub suffix: bool,
}

impl Table for Particle {
    const FILE: &'static str = "particles.tsv";
    const COLUMNS: &'static [&'static str] = &["particle", "position", "origin", "kind", "note"];

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        Ok(Self {
            particle: row.filled("particle")?.to_owned(),
            suffix: row.word("position", |w| match w {
                "prefix" | "inner" => Some(false),
                "suffix" => Some(true),
                _ => None,
            })?,
        })
    }

    fn key(&self) -> String {
        format!("{}\t{}", self.particle, self.suffix)
    }
}

/// A given name.
#[derive(Debug, Clone)]
pub(super) struct GivenName {
    /// The name in Latin script.
    pub name: String,
    /// Whether the name is also a common word, a place or a people.
    pub doubtful: bool,
}

impl Table for GivenName {
    const FILE: &'static str = "given_names.tsv";
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "gender",
        "regions",
        "countries",
        "native",
        "flags",
        "sources",
    ];

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.word("gender", |w| {
            ["", "f", "m", "u", "mf", "x", "b", "a"]
                .contains(&w)
                .then_some(())
        })?;
        Ok(Self {
            name: row.filled("name")?.to_owned(),
            doubtful: !row.cell("flags").is_empty(),
        })
    }

    fn key(&self) -> String {
        self.name.clone()
    }
}

/// A surname that stands first.
#[derive(Debug, Clone)]
pub(super) struct FirstSurname {
    /// The surname in Latin script.
    pub surname: String,
    /// Whether it is also a common word.
    pub doubtful: bool,
}

impl Table for FirstSurname {
    const FILE: &'static str = "surnames_first.tsv";
    const COLUMNS: &'static [&'static str] =
        &["surname", "order", "origin", "native", "flags", "sources"];

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.word("order", |w| ["first", "either"].contains(&w).then_some(()))?;
        Ok(Self {
            surname: row.filled("surname")?.to_owned(),
            doubtful: !row.cell("flags").is_empty(),
        })
    }

    fn key(&self) -> String {
        self.surname.clone()
    }
}

/// A city.
#[derive(Debug, Clone)]
pub struct City {
    /// The English name.
    pub name: String,
    /// Its state; `None` for a place of none.
    pub state: Option<StateCode>,
    /// Other forms in Latin script.
    pub names: Vec<String>,
    /// Whether it is a capital.
    pub capital: bool,
    /// Whether parliaments often meet there: such cities count also where the name is a word or a surname.
    pub host: bool,
    /// How many live there; 0 where unknown.
    pub population: u64,
}

impl Table for City {
    const FILE: &'static str = "cities.tsv";
    const COLUMNS: &'static [&'static str] = &[
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

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let kind = row.word("kind", |w| {
            ["capital", "host", "city"]
                .iter()
                .find(|k| **k == w)
                .copied()
        })?;
        Ok(Self {
            name: row.filled("name")?.to_owned(),
            state: StateCode::parse(row.cell("state")),
            names: owned(row.values("aliases").chain(row.values("exonyms"))),
            capital: kind == "capital",
            host: kind == "host",
            population: match row.cell("population") {
                "" => 0,
                n => n
                    .parse()
                    .map_err(|_| row.problem(format!("the population \"{n}\" is not a number")))?,
            },
        })
    }

    fn key(&self) -> String {
        format!(
            "{}\t{}",
            self.name,
            self.state.map_or_else(String::new, |s| s.to_string())
        )
    }
}

//! Forms of address.

use super::super::error::LexiconError;
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::table::{Row, Schema, column};
use super::{LANGUAGES, Table};

/// A form of address.
#[derive(Debug, Clone)]
pub struct Honorific {
    /// The form.
    pub form: String,
    /// Whether it stays a part of the name ("Syed").
    pub kept: bool,
    /// Whether it follows the name ("Esq.").
    pub follows: bool,
    /// Whether it is one of women (`true`) or of men; `None` where both have it.
    pub hers: Option<bool>,
    /// Who may have it.
    pub of: Bearer,
}

/// Who may have a form of address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearer {
    /// Anybody ("Mr", "Hon.", "Dr").
    Anybody,
    /// Only those of a reigning house ("Princess").
    Royal,
    /// Others, such as the clergy or officers.
    Other,
}

const COLUMNS: &[&str] = &["language", "honorific", "gender", "kind", "note"];

/// The kinds of forms of address. Those of the kind `name` stay a part of the name, a `suffix` follows it.
const KINDS: &[&str] = &[
    "academic",
    "clergy",
    "courtesy",
    "customary",
    "diplomatic",
    "excellency",
    "military",
    "name",
    "nobility",
    "other",
    "parliamentary",
    "religious",
    "royal",
    "suffix",
];

impl Table<'_> for Honorific {
    const SCHEMA: &'static Schema = &Schema {
        file: "honorifics.tsv",
        columns: COLUMNS,
        key: &["language", "honorific"],
        replaces: true,
        content: include_str!("../data/honorifics.tsv"),
        source: "own knowledge",
        forms: &[("honorific", "form of address")],
        describe: |row| match row.cell(column!("kind")) {
            "name" => "which stays a part of the name".to_owned(),
            "suffix" => "which follows the name".to_owned(),
            kind => format!("of the kind {kind}"),
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.one_of(column!("language"), LANGUAGES)?;
        let hers = match row.one_of(column!("gender"), &["", "f", "m"])? {
            "f" => Some(true),
            "m" => Some(false),
            _ => None,
        };
        let kind = row.one_of(column!("kind"), KINDS)?;
        Ok(Self {
            form: row.filled(column!("honorific"))?.to_owned(),
            kept: kind == "name",
            follows: kind == "suffix",
            hers,
            of: match kind {
                "royal" => Bearer::Royal,
                "academic" | "courtesy" | "parliamentary" => Bearer::Anybody,
                _ => Bearer::Other,
            },
        })
    }

    fn phrases(&self, _: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        found.add(&self.form, Entry::Honorific(number));
    }
}

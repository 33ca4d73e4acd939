//! Head nouns of commissions and groups.

use super::super::error::LexiconError;
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::plural::plural;
use super::super::table::{Row, Schema, column};
use super::{LANGUAGES, Table};
use crate::ontology::BodyForm;

/// A head noun of commissions and groups.
#[derive(Debug, Clone)]
pub struct BodyHead {
    /// The phrase.
    pub phrase: String,
    /// Which sort of body it is.
    pub form: BodyForm,
}

const COLUMNS: &[&str] = &[
    "language", "phrase", "variants", "stems", "subkind", "scope", "note",
];

impl Table<'_> for BodyHead {
    const SCHEMA: &'static Schema = &Schema {
        file: "bodies.tsv",
        columns: COLUMNS,
        key: &["language", "phrase"],
        replaces: true,
        content: include_str!("../data/bodies.tsv"),
        source: "own knowledge",
        forms: &[("phrase", "head noun"), ("variants", "other wording")],
        describe: |row| {
            format!(
                "of a {} between parliaments ({})",
                row.cell(column!("subkind")).replace('_', " "),
                row.cell(column!("phrase"))
            )
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.one_of(column!("language"), LANGUAGES)?;
        row.one_of(
            column!("scope"),
            &["any", "bilateral", "multilateral", "national"],
        )?;
        Ok(Self {
            phrase: row.filled(column!("phrase"))?.to_owned(),
            form: row.word(column!("subkind"), BodyForm::from_word)?,
        })
    }

    fn phrases(&self, row: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        let variants = row.values(column!("variants"));
        for phrase in variants.chain([self.phrase.as_str()]) {
            found.add(phrase, Entry::BodyHead(number));
            found.add(&plural(phrase), Entry::BodyHeads(number));
        }
    }
}

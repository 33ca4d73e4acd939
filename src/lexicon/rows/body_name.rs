//! Names that chambers and assemblies bore, with the time in which they bore them.

use super::super::error::LexiconError;
use super::super::table::{Row, Schema, column};
use super::{Table, told};
use crate::text::PartialDate;

/// A name of a chamber or an assembly, and when it bore it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BodyName {
    /// The id of the chamber or assembly.
    pub id: String,
    /// Since when, as far as known.
    pub from: Option<PartialDate>,
    /// Until when, as far as known and past.
    pub until: Option<PartialDate>,
    /// The name, which is one of those of its row.
    pub name: String,
}

const COLUMNS: &[&str] = &["id", "name", "from", "until", "note"];

impl Table<'_> for BodyName {
    const SCHEMA: &'static Schema = &Schema {
        file: "body_names.tsv",
        columns: COLUMNS,
        key: &["id", "name", "from"],
        replaces: true,
        content: include_str!("../data/body_names.tsv"),
        source: "own knowledge, pages of the bodies",
        forms: &[("name", "name of a time")],
        describe: |row| {
            let part = |word: &str, cell: &str| match cell {
                "" => String::new(),
                cell => format!("{word} {cell}"),
            };
            told(&[
                row.cell(column!("id")),
                &part("since", row.cell(column!("from"))),
                &part("until", row.cell(column!("until"))),
            ])
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        let date = |column: usize| match row.cell(column) {
            "" => Ok(None),
            cell => PartialDate::parse(cell).map(Some).ok_or_else(|| {
                row.problem_with_hint(
                    format!("\"{}\" is no date", super::super::error::printable(cell)),
                    "write a year, a month or a day: 2013, 2013-08, 2013-08-22".to_owned(),
                )
            }),
        };
        let (from, until) = (date(column!("from"))?, date(column!("until"))?);
        let backwards = from
            .zip(until)
            .is_some_and(|(from, until)| from.first_day() > until.last_day());
        if backwards {
            return Err(row.problem("the name ends before it begins".to_owned()));
        }
        if from.is_none() && until.is_none() {
            return Err(row.problem("neither \"from\" nor \"until\" is filled".to_owned()));
        }
        Ok(Self {
            id: row.filled(column!("id"))?.to_owned(),
            from,
            until,
            name: row.filled(column!("name"))?.to_owned(),
        })
    }
}

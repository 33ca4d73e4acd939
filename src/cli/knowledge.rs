//! What the program knows before it reads anything: its rules and its tables, as the commands print them.

use interparl::rule;
use serde::Serialize;

use super::stages::Tables;

/// A rule, for `rules`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RuleRecord {
    /// The id.
    pub(crate) id: String,
    /// What it reads, in a line.
    pub(crate) title: String,
    /// The languages.
    pub(crate) languages: Vec<String>,
    /// Facts that rest on it and are right, over the annotated articles.
    pub(crate) right: Option<u32>,
    /// Facts that rest on it and are wrong, over the annotated articles.
    pub(crate) wrong: Option<u32>,
    /// Its manual, in Markdown.
    pub(crate) manual: String,
}

/// All rules, by id.
pub(crate) fn rules() -> Vec<RuleRecord> {
    let languages = |rule: &rule::Rule| rule.languages.iter().map(|l| (*l).to_owned()).collect();
    rule::RULES
        .iter()
        .map(|rule| RuleRecord {
            id: rule.id.to_owned(),
            title: rule.title.to_owned(),
            languages: languages(rule),
            right: rule::record(rule.id).map(|r| r.right),
            wrong: rule::record(rule.id).map(|r| r.wrong),
            manual: rule.manual.to_owned(),
        })
        .collect()
}

/// What the tables know of a word, for `lexicon`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TableHit {
    /// The table.
    pub(crate) table: String,
    /// The key of the row.
    pub(crate) row: String,
    /// What the row says, in a line.
    pub(crate) says: String,
    /// Where the row comes from.
    pub(crate) source: String,
}

/// The rows that know a word, by table and key.
pub(crate) fn look_up(word: &str, tables: &Tables) -> Vec<TableHit> {
    let known = tables.lexicon().lookup(word).into_iter();
    known
        .map(|known| TableHit {
            table: format!("{}:{}", known.table, known.line),
            row: known.row,
            says: known.what,
            source: known.source,
        })
        .collect()
}

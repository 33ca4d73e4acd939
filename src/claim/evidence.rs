//! Why one may believe a claim: words of the article, or a row of a table.

use serde::{Deserialize, Serialize};

/// Words of the article, and the rule that read them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Words {
    /// First code point of the words in the document's text.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
    /// The words themselves; `None` where the text is not to be passed on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub quote: Option<String>,
    /// The id of the rule.
    pub rule: String,
}

/// A row of a lexicon table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TableRow {
    /// The table, such as `chambers`.
    pub table: String,
    /// The key of the row, such as `kz/majilis`.
    pub row: String,
}

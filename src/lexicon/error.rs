//! What can be wrong with tables, and what to do about it.

use std::path::PathBuf;

/// What is wrong with a table, and where.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// A row that breaks a rule of its table.
    #[error("{file}:{line}: {problem}")]
    Row {
        /// The table's file, without control characters.
        file: String,
        /// The line, from 1; the header is line 1.
        line: usize,
        /// What is wrong, in lower case, without a full stop.
        problem: String,
        /// What to do about it, where there is something to say.
        hint: Option<String>,
    },
    /// A table or folder that cannot be read at all.
    #[error("{}: {source}", printable(&path.to_string_lossy()))]
    Unreadable {
        /// The table's path.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder of tables in which no file is a table.
    #[error("{}: no table in this folder", printable(&.0.to_string_lossy()))]
    NoTable(PathBuf),
    /// A file with the ending `.tsv` whose name is that of no table.
    #[error("{}: no table has this name", printable(&path.to_string_lossy()))]
    UnknownTable {
        /// The file.
        path: PathBuf,
        /// The table whose name is nearest.
        nearest: &'static str,
    },
}

impl LexiconError {
    /// What to do about it, where there is something to say; without the word `hint:`.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Row { hint, .. } => hint.clone(),
            Self::Unreadable { .. } => None,
            Self::NoTable(_) => Some(format!(
                "a table is a file such as \"states.tsv\"; the names are {}",
                super::rows::TABLES.map(|t| t.file).join(", ")
            )),
            Self::UnknownTable { nearest, .. } => Some(format!("did you mean \"{nearest}\"?")),
        }
    }
}

/// Text for a message: without the signs that steer a terminal or hide in it, and cut where it is long.
pub(super) fn printable(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut found: String = text
        .chars()
        .take(LONGEST)
        .map(|c| if is_forbidden(c) { '\u{fffd}' } else { c })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        found.push('…');
    }
    found
}

/// Whether a sign has no place in a table: what steers a terminal, is not seen, or looks like a space and is none.
/// The joiners of Arabic and Indic scripts are letters there and may stay.
pub(super) fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{10ffff}')
}

//! What the tables of given names and of surnames have in common.

use super::super::error::{LexiconError, printable};
use super::super::table::Row;

/// The name of a row: it begins with a letter and has no digit.
pub(super) fn name<'t>(row: &Row<'t>, column: usize) -> Result<&'t str, LexiconError> {
    let name = row.filled(column)?;
    let letters = match name.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_alphabetic(),
        _ => name.starts_with(char::is_alphabetic),
    };
    if !letters || name.bytes().any(|b| b.is_ascii_digit() || b == b'_') {
        return Err(row.problem(format!("\"{}\" is no name", printable(name))));
    }
    Ok(name)
}

/// Whether a name is something else too, by the column that says what.
pub(super) fn doubtful(row: &Row<'_>, column: usize) -> Result<bool, LexiconError> {
    const KNOWN: [&str; 5] = ["word", "state", "capital", "city", "demonym"];
    let flags = row.cell(column);
    if flags.is_empty() {
        return Ok(false);
    }
    match flags.split('|').find(|flag| !KNOWN.contains(flag)) {
        Some(odd) => Err(row.problem_with_hint(
            format!(
                "column \"flags\" has the unknown word \"{}\"",
                printable(odd)
            ),
            format!("it may be empty, or some of {}", KNOWN.join(", ")),
        )),
        None => Ok(true),
    }
}

/// The flags in words for people.
pub(super) fn also(flags: &str) -> String {
    match flags {
        "" => String::new(),
        flags => format!("also a {}", flags.replace('|', " and a ")),
    }
}

/// The values of a cell in words for people.
pub(super) fn spoken(cell: &str) -> String {
    cell.replace('|', ", ")
}

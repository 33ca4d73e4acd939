//! How the cells of a row are written, whatever they say.

use super::error::{LexiconError, is_forbidden, printable};
use super::table::Row;

/// Checks how the cells of a row are written: no stray space, no empty or repeated value, no sign that is not seen,
/// and Unicode in its composed form.
pub(super) fn check_writing(row: &Row<'_>) -> Result<(), LexiconError> {
    for (number, name) in row.schema.columns.iter().enumerate() {
        let cell = row.raw(number);
        let wrong = |what: &str| {
            let problem = format!("column \"{name}\" {what}: \"{}\"", printable(cell));
            Err(row.problem(problem))
        };
        if cell.is_empty() {
            continue;
        }
        if cell.chars().any(is_forbidden) {
            return wrong("has a sign that is not allowed");
        }
        if cell != cell.trim() || cell.contains("  ") {
            return wrong("has stray spaces");
        }
        if !unicode_normalization::is_nfc(cell) {
            return wrong("is not in Unicode's composed form (NFC)");
        }
        if *name != "note" && cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"') {
            return wrong("stands in quotes, which tables do not have");
        }
        let values: Vec<&str> = cell.split('|').collect();
        if values.len() > 1 && values.iter().any(|v| v.is_empty() || *v != v.trim()) {
            return wrong("has an empty or padded value");
        }
        let mut sorted = values.clone();
        sorted.sort_unstable();
        if sorted.windows(2).any(|pair| pair.first() == pair.last()) {
            return wrong("has a value twice");
        }
    }
    Ok(())
}

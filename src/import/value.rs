//! What the fields of a row say: words of the ontology, dates, names.

use super::row::Row;
use crate::text::PartialDate;

/// A word of the ontology.
pub(super) fn word<T>(row: &Row, name: &str, from: fn(&str) -> Option<T>) -> Result<T, String> {
    let word = row.need(name)?;
    from(word).ok_or_else(|| format!("\"{word}\" is no {name} that interparl knows"))
}

/// A word of the ontology that need not be there.
pub(super) fn known<T>(
    row: &Row,
    name: &str,
    from: fn(&str) -> Option<T>,
) -> Result<Option<T>, String> {
    row.get(name).map(|_| word(row, name, from)).transpose()
}

/// The date of a row; none where it has none.
pub(super) fn date(row: &Row) -> Result<Option<PartialDate>, String> {
    let date = row.get("date");
    let parsed = |d| PartialDate::parse(d).ok_or_else(|| format!("\"{d}\" is no date"));
    date.map(parsed).transpose()
}

/// Whether a name has two words at least, of which neither the first nor the last is an initial.
pub(super) fn is_full(name: &str) -> bool {
    let is_whole = |word: &str| word.chars().count() > 1 && !word.ends_with('.');
    let mut words = name.split_whitespace();
    let ends = words.next().zip(words.next_back());
    ends.is_some_and(|(first, last)| is_whole(first) && is_whole(last))
}

//! What the fields of a row say: words of the ontology, dates, names.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::row::Row;
use crate::text::PartialDate;

/// A word of the ontology.
pub(super) fn word<T>(row: &Row, name: &str, from: fn(&str) -> Option<T>) -> Result<T, String> {
    let word = row.need(name)?;
    from(word).ok_or_else(|| format!("\"{word}\" is no {name} that interparl knows"))
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

/// The days on which an office is seen held. A month or a year is no day, and stays away.
pub(super) fn days(row: &Row) -> Result<BTreeSet<Date>, String> {
    let mut days = BTreeSet::new();
    let seen = row.list("seen").into_iter();
    let plain = ["first_seen", "last_seen"]
        .into_iter()
        .filter_map(|n| row.get(n));
    for text in seen.chain(plain) {
        let date = PartialDate::parse(text).ok_or_else(|| format!("\"{text}\" is no date"))?;
        days.extend(date.day());
    }
    Ok(days)
}

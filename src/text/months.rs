//! The names of the months in the languages that articles come in.
//!
//! The names are data, in `months.tsv` beside this file; a new language is new rows. This module never reads a date.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("months.tsv");

/// Lower-case name to number. The languages share names (`mars`, `mai`), never with different numbers.
static MONTHS: LazyLock<BTreeMap<&'static str, u8>> = LazyLock::new(|| {
    rows()
        .filter_map(|(_, number, name)| Some((name, number.parse().ok()?)))
        .collect()
});

/// For the letter with which names in plain letters begin a bit for each of their lengths: most words are no month by these alone.
static LENGTHS: LazyLock<[u32; 32]> = LazyLock::new(|| {
    let mut lengths = [0; 32];
    for name in MONTHS.keys().filter(|name| name.is_ascii()) {
        let first = name.bytes().next().map(|b| usize::from(b & 31));
        if let Some(bits) = first.and_then(|first| lengths.get_mut(first)) {
            *bits |= 1 << name.len().min(31);
        }
    }
    lengths
});

/// The rows of the table without its head: language, number, name.
fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

/// The number of a month, 1 to 12, by its full or shortened name in any of the languages, in any case and without a stop.
///
/// ```
/// use interparl::text::month_number;
/// assert_eq!(month_number("NOVEMBER"), Some(11));
/// assert_eq!(month_number("қыркүйек"), Some(9));
/// assert_eq!(month_number("Friday"), None);
/// ```
#[must_use]
pub fn month_number(name: &str) -> Option<u8> {
    // No name is longer than this; prose should not be lowered for nothing.
    if name.len() > 24 {
        return None;
    }
    if name.is_ascii() {
        let first = name.bytes().next().map(|b| usize::from(b & 31));
        let lengths = first.and_then(|first| LENGTHS.get(first)).copied();
        if lengths.unwrap_or_default() & 1 << name.len() == 0 {
            return None;
        }
    }
    MONTHS
        .get(name)
        .or_else(|| MONTHS.get(name.to_lowercase().as_str()))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_lower_case_name_of_one_month() {
        for (at, (language, number, name)) in rows().enumerate() {
            let line = at + 2;
            let number: Option<u8> = number.parse().ok().filter(|n| (1..=12).contains(n));
            assert!(number.is_some(), "months.tsv:{line}: no month");
            assert_eq!(language.len(), 2, "months.tsv:{line}: language");
            assert_eq!(name, name.to_lowercase(), "months.tsv:{line}: name");
            assert_eq!(
                month_number(name),
                number,
                "months.tsv:{line}: \"{name}\" is also another month"
            );
        }
        assert_eq!(rows().count() + 1, TABLE.lines().count());
    }

    #[test]
    fn every_language_has_all_months() {
        for language in ["en", "ru", "kk", "fr", "es"] {
            for month in 1..=12_u8 {
                assert!(
                    rows().any(|(l, n, _)| l == language && n == month.to_string()),
                    "{language} {month}"
                );
            }
        }
    }
}

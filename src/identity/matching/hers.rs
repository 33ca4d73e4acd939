//! What tells her name from his: the end of a surname or of a given name.

use super::assign::Pair;
use super::distance::ends_as_her;
use super::person::{Comparison, counts};
use super::vowel::are_in_one_row;
use super::word::Word;

/// From this distance on the given names of him and her are two given names.
const HIS_AND_HERS: u32 = 25;

/// Whether a word has the end of a woman's name in one of the names only ("Petrova", "Paola"), and neither of both given names is
/// that of a woman, who may be called by her husband's surname.
pub(super) fn has_his_and_her_end(c: &Comparison<'_>) -> bool {
    let single = |pair: &Pair| {
        let words = (c.a.words.get(pair.a.0), c.b.words.get(pair.b.0));
        let (Some(one), Some(other)) = words else {
            return None;
        };
        (pair.a.1 == 1 && pair.b.1 == 1 && one.is_own() && other.is_own()).then_some((one, other))
    };
    let words = || c.pairs.iter().filter_map(single);
    let both_hers =
        |(a, b): (&Word, &Word)| a.given.hers == Some(true) && b.given.hers == Some(true);
    let apart = |(a, b): (&Word, &Word)| ends_as_his(a, b) || ends_as_his(b, a);
    words().any(apart) && !words().any(both_hers)
}

/// Whether a word is his name where the other is hers.
fn ends_as_his(his: &Word, hers: &Word) -> bool {
    /// A shorter rest is a name of its own.
    const STEM: usize = 3;
    let by_letters = hers.text.strip_suffix('a').is_some_and(|stem| {
        let end = his.text.strip_prefix(stem);
        stem.chars().count() >= STEM && matches!(end, Some("" | "o"))
    });
    (by_letters || ends_as_her(&hers.segments, &his.segments)) && !are_in_one_row(his, hers)
}

/// Whether a surname has the ending of a woman's in one of the names only, and nothing shows that she is he.
pub(super) fn his_and_hers(c: &Comparison<'_>) -> bool {
    let her = |pair: &Pair| {
        let single = pair.a.1 == 1 && pair.b.1 == 1;
        let words = (c.a.words.get(pair.a.0), c.b.words.get(pair.b.0));
        let (Some(one), Some(other)) = words else {
            return false;
        };
        single
            && (ends_as_her(&one.segments, &other.segments)
                || ends_as_her(&other.segments, &one.segments))
    };
    let Some(surname) = c.pairs.iter().position(her) else {
        return false;
    };
    let rest = c
        .pairs
        .iter()
        .enumerate()
        .filter(|(i, p)| *i != surname && counts(c.a, c.b, p));
    let mut given = rest.map(|(_, pair)| pair);
    !given.any(|pair| !pair.initial && pair.distance <= HIS_AND_HERS)
}

//! With which letters two spellings of one word may begin, where both are Latin: "Jusuf" and "Yusuf", but not "Hansen" and "Jensen".
//!
//! In come two words, out comes whether one begins with a letter that no writer puts for that of the other. What writers of other scripts hear
//! is not asked here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::script::Script;
use super::vowel::are_in_one_row;
use super::word::Word;

/// For each letter a set of the rows in which it stands, as bits.
static ROWS: LazyLock<BTreeMap<char, u32>> = LazyLock::new(|| {
    let rows = super::table::cells(include_str!("data/onsets.tsv")).unwrap_or_default();
    let mut found: BTreeMap<char, u32> = BTreeMap::new();
    for ((_, [letters, _]), row) in rows.into_iter().zip(0_u32..) {
        for letter in letters.chars().filter(|c| c.is_alphabetic()) {
            *found.entry(letter).or_default() |= 1 << row;
        }
    }
    found
});

/// Whether two Latin words begin with letters that are not put for each other.
pub(super) fn is_other_onset(a: &Word, b: &Word) -> bool {
    let latin = |word: &Word| word.script == Script::Latin;
    let (Some(one), Some(other)) = (first(a), first(b)) else {
        return false;
    };
    let rows = |letter: char| ROWS.get(&letter).copied();
    // "Khalil", "Jalil": the breath in the throat has two letters in English.
    let throat =
        |x: &Word, y: &Word| x.text.starts_with("kh") && y.text.starts_with(['j', 'h', 'x']);
    // "O'Dalaigh" and "Ó Dálaigh", "Ibrahim" and "Brahim": the same but for its beginning.
    let end = |x: &Word, y: &Word| without_marks(x).ends_with(&without_marks(y));
    latin(a)
        && latin(b)
        && one != other
        && !are_in_one_row(a, b)
        && !end(a, b)
        && !end(b, a)
        && !throat(a, b)
        && !throat(b, a)
        && rows(one).zip(rows(other)).is_some_and(|(x, y)| x & y == 0)
}

/// The first letter of a word without its marks.
fn first(word: &Word) -> Option<char> {
    word.text.nfd().find(|c| c.is_alphabetic())
}

/// The letters of a word without their marks.
pub(super) fn without_marks(word: &Word) -> String {
    unmarked(&word.text)
}

/// The letters of a text without their marks.
pub(super) fn unmarked(text: &str) -> String {
    text.nfd().filter(|c| c.is_alphabetic()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::roles::Roles;
    use super::super::word::Name;
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_word_begins_with_the_letters_that_writers_put_for_one_sound() {
        let is = |one: &str, other: &str| {
            let [a, b] = [one, other].map(|w| Name::read(w, Roles(Lexicon::builtin())));
            let words = a.words.first().zip(b.words.first());
            words.is_some_and(|(a, b)| is_other_onset(a, b))
        };
        for (one, other) in [
            ("Yusufov", "Jusufov"),
            ("Qoshanov", "Koshanov"),
            ("Wolodin", "Volodin"),
            ("Tsereteli", "Cereteli"),
            ("Erlan", "Yerlan"),
            ("Gamalov", "Jamalov"),
            ("Khalilov", "Jalilov"),
            ("Herasymenko", "Gerasimenko"),
            ("Şakirov", "Shakirov"),
            ("Rhee", "Lee"),
            ("Ibrahim", "Brahim"),
        ] {
            assert!(!is(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Hansen", "Jensen"),
            ("Hernández", "Fernández"),
            ("Kamalov", "Jamalov"),
            ("Latarin", "Tatarin"),
        ] {
            assert!(is(one, other), "{one} {other}");
        }
    }
}

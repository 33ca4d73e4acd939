//! Chinese and Vietnamese names in Latin letters, in which each letter counts: "Zhu" and "Zhou", "Hue" and "Huy" are two.
//!
//! In come two names, out comes whether they are of syllables of one such language that writes them in one way, and one syllable is another.
//! Other ways to write Chinese, such as that of Wade and Giles, have syllables that are none in Pinyin, and are none of its business.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::onset::without_marks;
use super::script::Script;
use super::word::{Role, Word};

/// The spellings of the table, by language and part.
static TABLE: LazyLock<BTreeMap<(&str, &str), BTreeSet<&str>>> = LazyLock::new(|| {
    let rows = super::table::cells(include_str!("data/tonal.tsv")).unwrap_or_default();
    let of = |(_, [language, part, spellings]): (usize, [&'static str; 3])| {
        ((language, part), spellings.split('|').collect())
    };
    rows.into_iter().map(of).collect()
});

fn has(language: &'static str, part: &'static str, spelling: &str) -> bool {
    let spellings = TABLE.get(&(language, part));
    spellings.is_some_and(|spellings| spellings.contains(spelling))
}

/// A language that has a single way to write its syllables in Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tongue {
    /// Chinese in Pinyin.
    Chinese,
    Vietnamese,
}

/// Of which such language the words of a name are; most names are of none.
pub(super) fn tongue(words: &[Word]) -> Option<Tongue> {
    if is_chinese(words) {
        Some(Tongue::Chinese)
    } else if is_vietnamese(words) {
        Some(Tongue::Vietnamese)
    } else {
        None
    }
}

/// The letters by which a word of such a name is known.
pub(super) fn letters(word: &Word) -> String {
    without_marks(word).replace('đ', "d")
}

/// The words, where they are two to four in Latin letters.
fn in_letters(words: &[Word]) -> Option<Vec<String>> {
    let is_letter = |w: &Word| w.script == Script::Latin && w.role != Role::Initial;
    let fits = (2..=4).contains(&words.len()) && words.iter().all(is_letter);
    fits.then(|| words.iter().map(letters).collect())
}

/// Whether all words are syllables of Pinyin, or two such in one, and one at either end is a surname that stands before given names.
fn is_chinese(words: &[Word]) -> bool {
    let mut ends = words.first().into_iter().chain(words.last());
    ends.any(|word| word.given.family)
        && in_letters(words).is_some_and(|words| words.iter().all(|word| is_pinyin(word, 2)))
}

/// Whether a word is at most so many syllables of Pinyin, of which none but the first begins with a vowel.
fn is_pinyin(word: &str, most: usize) -> bool {
    let is_syllable = |syllable: &str| {
        let mut cuts = (0..=2).filter_map(|at| syllable.split_at_checked(at));
        cuts.any(|(initial, rest)| {
            has("chinese", "initial", initial) && has("chinese", "final", rest)
        })
    };
    let mut cuts = word.char_indices().skip(1);
    is_syllable(word)
        || (most > 1
            && cuts.any(|(at, _)| {
                let (head, rest) = word.split_at(at);
                let is_parted = !rest.starts_with(['a', 'e', 'o']);
                is_parted && is_syllable(head) && is_pinyin(rest, most - 1)
            }))
}

/// Whether all words are syllables of Vietnamese, and one at either end is a surname there.
fn is_vietnamese(words: &[Word]) -> bool {
    let Some(words) = in_letters(words) else {
        return false;
    };
    let mut ends = words.first().into_iter().chain(words.last());
    ends.any(|word| has("vietnamese", "surname", word))
        && words.iter().all(|word| is_vietnamese_syllable(word))
}

fn is_vietnamese_syllable(word: &str) -> bool {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut heads = (0..=3).filter_map(|at| word.split_at_checked(at));
    heads.any(|(initial, rest)| {
        let end = rest.find(|c| !is_vowel(c)).unwrap_or(rest.len());
        let (vowel, end) = rest.split_at(end);
        has("vietnamese", "initial", initial)
            && has("vietnamese", "vowel", vowel)
            && has("vietnamese", "end", end)
    })
}

#[cfg(test)]
mod tests {
    use super::super::roles::Roles;
    use super::super::word::Name;
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn names_of_syllables_are_known_by_all_their_words() {
        let read = |written: &str| Name::read(written, Roles(Lexicon::builtin())).words;
        for written in [
            "Zhou Wei",
            "Wang Jianguo",
            "Jianguo Wang",
            "Li Xiaolong",
            "Zhang Lü",
        ] {
            assert!(is_chinese(&read(written)), "{written}");
        }
        for written in [
            "Kim Min",
            "Wang Chien-kuo",
            "Harold Winslow",
            "Nagy Pál",
            "Li",
        ] {
            assert!(!is_chinese(&read(written)), "{written}");
        }
        for written in ["Nguyễn Thị Hạnh", "Tran Quoc Minh", "Đinh Văn Đức"] {
            assert!(is_vietnamese(&read(written)), "{written}");
        }
        for written in ["Tran Winslow", "Le Corbin", "Minh"] {
            assert!(!is_vietnamese(&read(written)), "{written}");
        }
    }
}

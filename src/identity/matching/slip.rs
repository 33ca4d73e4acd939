//! Words that are one but for a slip of whoever writes, or for a short form that custom knows.

use std::str::Chars;

use super::distance::syllables;
use super::script::{Script, Vowels};
use super::short::is_short_of;
use super::word::{Role, Word};

/// Shorter words with another letter are other words.
const LONG: usize = 5;

/// The same of words that people may be given, which are short and near each other.
const LONG_FOR_GIVEN: usize = 6;

/// In words of so many letters a second slip still leaves the word.
const LONG_FOR_TWO: usize = 10;

/// Whether two words are one in a short form, or one with a slip in it: two neighbouring letters in each other's place, or, between
/// the first letter and the last, one put for another, left out or put in. A long word may have two such slips.
///
/// Two words that people are given are two names, however near ("Gerald" and "Gerard"). Where one of them is such a word, or both
/// stand at the beginning (`lead`), where given names do, a letter may be left out but none be another one ("Jason", "Javon").
pub(super) fn is_slip(a: &Word, b: &Word, lead: bool) -> bool {
    match (a.role, b.role) {
        (Role::Name, Role::Name) => is_short_of(a.forms, b.forms) || is_slip_of_letters(a, b, lead),
        // A letter more or less makes another topic of a body ("economic", "ergonomic").
        (Role::Plain, Role::Plain) => a.text.chars().count() >= LONG && are_turned(a, b),
        _ => false,
    }
}

fn is_slip_of_letters(a: &Word, b: &Word, lead: bool) -> bool {
    if !are_written_out(a, b) || (a.given.known && b.given.known) {
        return false;
    }
    let (count, other_count) = (a.text.chars().count(), b.text.chars().count());
    let (short, long) = (count.min(other_count), count.max(other_count));
    // A word of one syllable has no room for a slip that does not make another name.
    if short < LONG || syllables(&a.segments).min(syllables(&b.segments)) < 2 {
        return false;
    }
    let is_given = lead || a.given.known || b.given.known;
    let most = 1 + usize::from(short >= LONG_FOR_TWO && !is_given);
    let fits = !is_given || (long >= LONG_FOR_GIVEN && short < long);
    are_turned(a, b) || (fits && begin_and_end_alike(a, b) && letters_apart(a, b, most).is_some())
}

/// Whether two words are one but for two neighbouring letters in each other's place.
fn are_turned(a: &Word, b: &Word) -> bool {
    let letters = |word: &Word| {
        let mut letters: Vec<char> = word.text.chars().collect();
        letters.sort_unstable();
        letters
    };
    a.script == b.script && letters_apart(a, b, 1) == Some(1) && letters(a) == letters(b)
}

/// Whether the first letters of two words are the same and so are the last: where they differ, the words are oftener two names of one
/// pattern ("Bouquet" and "Fouquet", "Boucher" and "Bouchet") than one with a slip.
fn begin_and_end_alike(a: &Word, b: &Word) -> bool {
    a.text.chars().next() == b.text.chars().next()
        && a.text.chars().next_back() == b.text.chars().next_back()
}

/// Whether the words are in one script that writes each sound with letters.
fn are_written_out(a: &Word, b: &Word) -> bool {
    let by_letters = a.vowels == Vowels::Full && !matches!(a.script, Script::Han | Script::Hangul);
    by_letters && a.script == b.script
}

/// How many letters of a word are to be changed, put in, left out or exchanged with their neighbour to make the other one, where
/// that is not more than `most`. Scripts that leave sounds out have none that could be slips.
pub(super) fn letters_apart(a: &Word, b: &Word, most: usize) -> Option<usize> {
    let are_near = |slips: &usize| within(a.text.chars(), b.text.chars(), *slips);
    (0..=most).find(are_near)
}

fn within(mut one: Chars<'_>, mut other: Chars<'_>, slips: usize) -> bool {
    loop {
        let (rest, other_rest) = (one.clone(), other.clone());
        match (one.next(), other.next()) {
            (None, None) => return true,
            (x, y) if x == y => {}
            (x, y) => {
                let Some(left) = slips.checked_sub(1) else {
                    return false;
                };
                let (mut next, mut other_next) = (one.clone(), other.clone());
                let are_turned = x.is_some() && next.next() == y && other_next.next() == x;
                return within(one.clone(), other.clone(), left)
                    || within(one, other_rest, left)
                    || within(rest, other, left)
                    || (are_turned && within(next, other_next, left));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::roles::Roles;
    use super::super::word::Name;
    use super::*;
    use crate::lexicon::Lexicon;

    fn word(written: &str) -> Option<Word> {
        let name = Name::read(written, Roles(Lexicon::builtin()));
        name.words.into_iter().next()
    }

    fn is_slip_both_ways(one: &str, other: &str, lead: bool) -> Option<bool> {
        let (one, other) = (word(one)?, word(other)?);
        let found = is_slip(&one, &other, lead);
        assert_eq!(found, is_slip(&other, &one, lead));
        Some(found)
    }

    #[test]
    fn a_letter_may_slip_in_a_long_word_and_two_in_a_longer_one() {
        for (one, other) in [
            ("Winslow", "Winsow"),
            ("Winslow", "Wimslow"),
            ("Winslow", "Winlsow"),
            ("Montfaucon", "Mondfaulon"),
            ("Бекжанов", "Бекданов"),
            ("Ted", "Theodore"),
        ] {
            assert_eq!(
                is_slip_both_ways(one, other, false),
                Some(true),
                "{one} {other}"
            );
        }
        for (one, other) in [
            ("Winslow", "Winslowe"),
            ("Winslow", "Vinslow"),
            ("Winslow", "Winstew"),
            ("Winslow", "Wnlsoew"),
            ("Beka", "Bera"),
            ("Strang", "Strank"),
            ("Иванов", "Исаков"),
            ("Schneider", "Schreiber"),
            ("Winslow", "Уинслоу"),
            ("عارف", "عاصف"),
        ] {
            assert_eq!(
                is_slip_both_ways(one, other, false),
                Some(false),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn a_given_name_may_lack_a_letter_but_has_no_other() {
        for (one, other) in [
            ("Zhomart", "Zhomat"),
            ("Sergei", "Serei"),
            ("Zhomart", "Zhomrat"),
        ] {
            assert_eq!(
                is_slip_both_ways(one, other, true),
                Some(true),
                "{one} {other}"
            );
        }
        for (one, other) in [
            ("Zhomart", "Zhokart"),
            ("Zhomart", "Zhomarta"),
            ("Zhomart", "Homart"),
            ("Gerald", "Gerard"),
            ("Marian", "Marina"),
            ("Harry", "Larry"),
        ] {
            assert_eq!(
                is_slip_both_ways(one, other, true),
                Some(false),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn letters_apart_are_counted_up_to_what_is_asked() {
        let apart = |one: &str, other: &str| letters_apart(&word(one)?, &word(other)?, 2);
        assert_eq!(apart("Winslow", "Winslow"), Some(0));
        assert_eq!(apart("Winslow", "Winlsow"), Some(1));
        assert_eq!(apart("Winslow", "Winslo"), Some(1));
        assert_eq!(apart("Winslow", "Inslov"), Some(2));
        assert_eq!(apart("Winslow", "Inslo"), Some(2));
        assert_eq!(apart("Winslow", "Insl"), None);
    }
}

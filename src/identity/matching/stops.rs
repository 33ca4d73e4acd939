//! The stops of two Latin words: "Muratin" and "Muradin", "Kalin" and "Galin" are two surnames, though "t" and "d" are near and one language
//! hears the other's.
//!
//! In come two words, out comes whether one has a `t` or a `p` where the other has a `d` or a `b`, or begins with a `k` and the other with a `g`. Given names that writers spell either way stand in
//! the table of spellings, and a stop that is part of another sound (`th`, `ts`, `dj`) is none.

use super::onset::without_marks;
use super::script::Script;
use super::vowel::are_one_given;
use super::word::Word;

/// Whether the stops of two Latin words are as many, and not the same ones.
pub(super) fn have_other_stops(a: &Word, b: &Word) -> bool {
    let latin = a.script == Script::Latin && b.script == Script::Latin;
    let (one, other) = (stops(a), stops(b));
    latin && one.len() == other.len() && one != other && !are_one_given(a, b)
}

/// The stops made with the lips and the teeth, doubled ones once.
fn stops(word: &Word) -> String {
    /// Letters behind a stop that make another sound of it.
    const BEHIND: &[char] = &['h', 's', 'z', 'j', 'c', 'f'];
    let letters: Vec<char> = without_marks(word).chars().collect();
    let next = letters.iter().skip(1).map(Some).chain([None]);
    let stops = letters.iter().zip(next).enumerate();
    let stops = stops.filter(|(at, (letter, next))| {
        let goes_on = next.is_some_and(|next| next == *letter || BEHIND.contains(next));
        let begins = *at == 0 && matches!(letter, 'g' | 'k');
        (begins || matches!(letter, 't' | 'd' | 'p' | 'b')) && !goes_on
    });
    stops.map(|(_, (letter, _))| letter).collect()
}

#[cfg(test)]
mod tests {
    use super::super::roles::Roles;
    use super::super::word::Name;
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn one_stop_for_another_makes_another_surname() {
        let are_two = |one: &str, other: &str| {
            let [a, b] = [one, other].map(|w| Name::read(w, Roles(Lexicon::builtin())));
            let words = a.words.first().zip(b.words.first());
            words.is_some_and(|(a, b)| have_other_stops(a, b))
        };
        for (one, other) in [
            ("Saratin", "Saradin"),
            ("Bolin", "Polin"),
            ("Shahbatov", "Shakhbadov"),
            ("Kalin", "Galin"),
        ] {
            assert!(are_two(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Djamalin", "Jamalin"),
            ("Mattison", "Matison"),
            ("Schmidt", "Schmitt"),
            ("Murat", "Murad"),
            ("Todorin", "Todorine"),
            ("Khalin", "Ghalin"),
        ] {
            assert!(!are_two(one, other), "{one} {other}");
        }
    }
}

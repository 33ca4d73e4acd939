//! Names of states whose people write themselves with Latin letters: "Meyer" and "Meier" are two surnames, though they sound the same.
//!
//! In come two names of people of such a state, out comes whether a surname is written otherwise in the other. A name that comes from another
//! script may be spelled in many ways; these are spelled in one, but for marks, the letters put for them ("ue" for "ü"), and given names,
//! which each language has in its own form. Which states these are `data/latin_states.tsv` tells: those whose languages have been written with
//! Latin letters only, and whose names other scripts have not brought. The Balkans, the Turkic states and the lands of Arabic, Malay and
//! Indian names are not among them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use any_ascii::any_ascii;

use super::assign::{Pair, assign};
use super::given::written_out;
use super::onset::without_marks;
use super::script::Script;
use super::word::{Name, Word};
use crate::ontology::StateCode;

static STATES: LazyLock<BTreeSet<StateCode>> = LazyLock::new(|| {
    let rows = include_str!("data/latin_states.tsv").lines().skip(1);
    rows.filter_map(StateCode::parse).collect()
});

/// Whether the people of all these states, of which there is one at least, write their names with Latin letters.
pub(in crate::identity) fn write_latin(states: &BTreeSet<StateCode>) -> bool {
    !states.is_empty() && states.is_subset(&STATES)
}

/// Whether two Latin names have a surname in other letters.
pub(super) fn is_written_otherwise(a: &Name, b: &Name) -> bool {
    let are_latin = [a, b].into_iter().all(|name| {
        let mut own = name.words.iter().filter(|word| word.is_own());
        own.all(|word| word.script == Script::Latin)
    });
    are_latin && assign(a, b).iter().any(|pair| is_another(a, b, pair))
}

/// Whether the words of a pair are surnames, as far as their places tell, and other letters.
fn is_another(a: &Name, b: &Name, pair: &Pair) -> bool {
    if pair.initial || own_words(a, pair.a).is_empty() || own_words(b, pair.b).is_empty() {
        return false;
    }
    let ends = |name: &Name, (at, count): (usize, usize)| at + count == name.words.len();
    let are_last = ends(a, pair.a) && ends(b, pair.b);
    let are_first = pair.a.0 == 0 && pair.b.0 == 0;
    let mut both = own_words(a, pair.a).into_iter().chain(own_words(b, pair.b));
    let may_be_given = are_first || (!are_last && both.all(|word| word.given.known));
    let theirs = ways_to_write(b, pair.b);
    let are_the_same = ways_to_write(a, pair.a)
        .iter()
        .any(|way| theirs.contains(way));
    !may_be_given && !are_the_same
}

fn own_words(name: &Name, (at, count): (usize, usize)) -> Vec<&Word> {
    let words = name.words.iter().skip(at).take(count);
    words.filter(|word| word.is_own()).collect()
}

/// The letters of some words without their marks and with the letters put for these, with and without the particles before them.
fn ways_to_write(name: &Name, (at, count): (usize, usize)) -> Vec<String> {
    let ways: [fn(&Word) -> String; 3] = [without_marks, written_out, |word| any_ascii(&word.text)];
    let own = own_words(name, (at, count));
    let before = name.words.iter().take(at).rev();
    let mut led: Vec<&Word> = before.take_while(|word| !word.is_own()).collect();
    led.reverse();
    led.extend(name.words.iter().skip(at).take(count));
    let both = [own, led].into_iter();
    let written =
        both.flat_map(|words| ways.map(|way| words.iter().map(|word| way(word)).collect()));
    written.map(|way: String| way.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::roles::Roles;
    use super::*;
    use crate::lexicon::Lexicon;

    fn are_two(one: &str, other: &str) -> bool {
        let [a, b] = [one, other].map(|w| Name::read(w, Roles(Lexicon::builtin())));
        is_written_otherwise(&a, &b)
    }

    #[test]
    fn a_surname_has_one_spelling() {
        for (one, other) in [
            ("Klaus Weyger", "Klaus Weiger"),
            ("Joana Perez", "Joana Peres"),
            ("Jan Smidt", "Jan Smith"),
            ("Weyger, Klaus", "Klaus Weiger"),
            ("Pieter van Dijken", "Pieter van Dyken"),
            ("Ana Lopes Torrez", "Ana Lopes Torres"),
        ] {
            assert!(are_two(one, other), "{one} {other}");
        }
    }

    #[test]
    fn marks_given_names_initials_and_other_scripts_are_no_other_surname() {
        for (one, other) in [
            ("Jürgen Möllner", "Juergen Moellner"),
            ("Jürgen Möllner", "Jurgen Mollner"),
            ("Sören Weißer", "Soren Weisser"),
            ("Philipp Weyger", "Philip Weyger"),
            ("Łukasz Wałder", "Lukasz Walder"),
            ("Pieter van Dijken", "Pieter Vandijken"),
            ("Karl Philipp Weyger", "Karl Philip Weyger"),
            ("K. Weyger", "Klaus Weyger"),
            ("Klaus Weyger", "Клаус Вейгер"),
            ("Weyger Klaus", "Klaus Weyger"),
        ] {
            assert!(!are_two(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_table_has_states_only() {
        let rows = include_str!("data/latin_states.tsv").lines().skip(1);
        assert!(rows.into_iter().all(|row| StateCode::parse(row).is_some()));
        let of = |codes: &[&str]| {
            write_latin(&codes.iter().filter_map(|c| StateCode::parse(c)).collect())
        };
        assert!(of(&["DE"]));
        assert!(of(&["DE", "AT"]));
        assert!(!of(&["DE", "KZ"]));
        assert!(!of(&[]));
    }
}

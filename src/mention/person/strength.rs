//! How sure it is that a run of words is a name.
//!
//! In comes a run with its parts, out comes how sure it is. This module never decides where a name begins or ends.

use std::ops::Range;

use super::super::item::Item;
use super::super::word::{Sentence, Words};
use super::Strength;
use super::part::Part;
use crate::lexicon::NameTraits;
use crate::text::{Shape, fold};

/// Whether most words of a headline have a capital, so that capitals tell nothing.
pub(super) fn mostly_capital(words: &Words<'_>, sentence: &Sentence) -> bool {
    let all = sentence.words.clone().map(|i| words.at(i).token.shape);
    let shapes: Vec<Shape> = all.filter(|s| s.is_word()).collect();
    let capital = shapes.iter().filter(|s| s.is_capital()).count();
    capital * 10 >= shapes.len() * 6
}

/// How sure the run of some items is a name; `introduced` where a title or a form of address stands before it.
pub(super) fn strength(
    words: &Words<'_>,
    items: &[Item<'_>],
    (range, parts): (Range<usize>, &[Part]),
    introduced: bool,
) -> Strength {
    let signs = |p: &&Part| !matches!(p, Part::Hyphen | Part::Sign);
    let several = parts.iter().filter(signs).count() >= 2;
    // "Euro-Atlantic", "Philippine-US": one word with a hyphen is as often a pair of places as a surname.
    let hyphenated = matches!(parts, [_, Part::Hyphen, _]);
    // "State Secretary at the Foreign Office Berlin, A B": where the office is, and not who holds it.
    let title = |i: &Item<'_>| i.is_title() || i.honorific().is_some();
    let titled = range.start.checked_sub(1).and_then(|b| items.get(b));
    let place = matches!(parts, [Part::Doubtful])
        && items.get(range.start).is_some_and(|i| i.city().is_some())
        && titled.is_some_and(|b| !title(b));
    if introduced && !place {
        Strength::Sure
    } else if several && !hyphenated && likely(words, items, range, parts) {
        Strength::Likely
    } else {
        Strength::Weak
    }
}

/// Whether something in a run of several parts speaks for a name: a given name, an initial, a particle, a surname's ending.
fn likely(words: &Words<'_>, items: &[Item<'_>], range: Range<usize>, parts: &[Part]) -> bool {
    let known_first = matches!(parts.first(), Some(Part::Known | Part::Doubtful));
    let initial = matches!(parts.first(), Some(Part::Initial));
    let filiation = parts.contains(&Part::Particle);
    let known = parts.contains(&Part::Known);
    let ending = items.get(range.end - 1).is_some_and(|i| {
        words
            .lexicon
            .ends_as_surname(&fold(words.text_of(&i.words)))
    });
    // "Tarnab Amir Melat": a given name that stands inside.
    let inside = items
        .get(range.start + 1..range.end)
        .unwrap_or_default()
        .iter()
        .any(|i| {
            let traits = words.at(i.words.start).traits;
            traits.has(NameTraits::GIVEN) && !traits.has(NameTraits::COMMON)
        });
    // "TARNABE Milo": the surname in capitals, and a name that has none.
    let surname = items.get(range.start).is_some_and(|i| {
        let shape = words.at(i.words.start).token.shape;
        shape == Shape::Upper && words.text_of(&i.words).chars().count() > 3
    });
    let given = items.get(range.end - 1).is_some_and(|i| {
        let word = words.at(i.words.start);
        word.token.shape == Shape::Capital
            && !word.traits.has(NameTraits::COMMON)
            && i.city().is_none()
    });
    let capitals = matches!(
        parts,
        [Part::Known | Part::Unknown, Part::Known | Part::Unknown]
    );
    known_first
        || capitals && surname && given
        || initial
        || inside && parts.len() > 2
        || filiation
        || known && parts.len() > 1
        || ending && parts.len() > 1
}

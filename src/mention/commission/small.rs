//! Topics in small letters: "human rights", "foreign policy and European integration", "education, culture and tourism".
//!
//! In comes the place of a word, out comes whether it goes on with such a topic and where a list of them ends. This module never reads topics in
//! capitals.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use crate::lexicon::{Class, Cue};
use crate::text::Shape;

/// Words that end a topic in lower case.
const GRAMMAR: &[Class] = &[
    Class::Be,
    Class::Have,
    Class::Who,
    Class::Which,
    Class::Between,
    Class::With,
    Class::In,
    Class::By,
    Class::To,
    Class::From,
    Class::Meet,
    Class::Hold,
    Class::Say,
    Class::Future,
    Class::Negation,
    Class::Preposition,
];

/// Whether a word may go on with a topic in lower case of so many words.
pub(super) fn lower_topic(item: &Item<'_>, length: usize) -> bool {
    !item.is_any(GRAMMAR) && length < 5
}

/// Whether an item goes on with a topic in lower case behind "and".
pub(super) fn next_lower(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        words.at(i.words.start).token.shape == Shape::Lower
            && lower_topic(i, 0)
            && !i.is(Class::Article)
    })
}

/// Whether a noun for what committees are about stands at an item in small letters.
pub(super) fn is_small_noun(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        let small = words.at(i.words.start).token.shape == Shape::Lower;
        small && (i.is(Class::Topic) || words.are_cue(&i.words, Cue::CommitteeTopic))
    })
}

/// "European integration": whether an adjective of the map and a noun in small letters for what committees are about stand at an item.
pub(super) fn begins_small_topic(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let adjective = items.get(at).is_some_and(|i| {
        let capital = words.at(i.words.start).token.shape.is_capital();
        capital && (i.demonym().is_some() || i.is(Class::NotPerson))
    });
    adjective && is_small_noun(words, items, at + 1)
}

/// ", religious affairs, culture and tourism", "of human rights": where further topics in small letters end that a comma or an "of" at an item
/// opens, the last word of each of which is a noun for what committees are about.
pub(super) fn small_list(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<usize> {
    /// How many items one topic may have.
    const LONGEST: usize = 4;
    let one = |from: usize| -> Option<usize> {
        let end = (from..from + LONGEST).find(|n| is_small_noun(words, items, *n))?;
        let inner = items.get(from..end)?;
        let small = |i: &Item<'_>| {
            let plain = matches!(i.kind, Kind::Plain(_)) && i.state().is_none();
            plain && words.at(i.words.start).token.shape == Shape::Lower && lower_topic(i, 0)
        };
        // "human rights issues": the last of several such nouns.
        let last = (end..from + LONGEST)
            .take_while(|n| is_small_noun(words, items, *n))
            .last();
        inner.iter().all(small).then(|| last.unwrap_or(end) + 1)
    };
    let item = items.get(at)?;
    if item.is(Class::Of) {
        let article = usize::from(items.get(at + 1).is_some_and(|i| i.is(Class::Article)));
        let end = one(at + 1 + article)?;
        return Some(small_list(words, items, end).unwrap_or(end));
    }
    let mut next = at;
    let mut closed = false;
    while !closed {
        let comma = items.get(next).is_some_and(|i| i.is_mark(','));
        next += usize::from(comma);
        closed = items.get(next).is_some_and(|i| i.is(Class::And));
        next += usize::from(closed);
        next = one(next).filter(|_| comma || closed)?;
    }
    Some(next)
}

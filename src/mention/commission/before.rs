//! The words before a head noun that belong to the name: "Kazakh-Uzbek Inter-Parliamentary", "Foreign Relations".
//!
//! In comes the place of a head noun, out comes where the name begins. This module never looks behind the head.

use super::super::body::BodyMention;
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Parts;
use crate::lexicon::{Class, Entry, NameTraits};

/// Words of grammar that end the name even where they have a capital.
const GRAMMAR: &[Class] = &[
    Class::In,
    Class::By,
    Class::With,
    Class::Between,
    Class::To,
    Class::From,
    Class::Preposition,
    Class::Who,
    Class::Which,
    Class::Be,
    Class::Have,
    Class::He,
    Class::They,
];

/// Walks left over the words that belong to the name: "Kazakh-Uzbek Inter-Parliamentary", "Foreign Relations".
pub(super) fn before(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &mut Parts,
    found: &[BodyMention],
) -> usize {
    let lower_head = items
        .get(at)
        .is_some_and(|i| !words.at(i.words.start).token.shape.is_capital());
    let mark = parts.states.len();
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let joins = if let Some(number) = item.body() {
            parts.bodies.push(number);
            let body = found.get(number).into_iter();
            parts
                .states
                .extend(body.flat_map(|b| b.states.iter().copied()));
            true
        } else if item.is_mark(',') {
            // "Agriculture, Cooperatives and Natural Resources Committee": a list that "and" closes.
            let closed = items
                .get(start..at)
                .unwrap_or_default()
                .iter()
                .any(|i| i.is(Class::And));
            closed && !lower_head && start >= 2 && topical(words, items, start - 2)
        } else if matches!(item.kind, Kind::Mark('-' | '–' | '/')) {
            words.at(item.words.end).token.glued || start < at
        } else {
            matches!(item.kind, Kind::Plain(_))
                && modifier(words, items, start - 1, lower_head, parts)
        };
        if !joins {
            break;
        }
        start -= 1;
    }
    // The walk went from right to left; the states are told in the order of the text.
    if let Some(new) = parts.states.get_mut(mark..) {
        new.reverse();
    }
    // A mark at the beginning joins nothing.
    while start < at
        && items
            .get(start)
            .is_some_and(|i| matches!(i.kind, Kind::Mark(_)))
    {
        start += 1;
    }
    start
}

/// Whether an item is a word of every day with a capital, which may be one of the topics in a name.
fn topical(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        let word = words.at(i.words.start);
        matches!(i.kind, Kind::Plain(_))
            && word.token.shape.is_capital()
            && (word.traits.has(NameTraits::COMMON) || i.is(Class::NotPerson))
            && !i.is_title()
            && i.honorific().is_none()
            && i.state().is_none()
    })
}

/// Whether a plain word belongs to the name: a state, or a word with a capital before a head with a capital.
fn modifier(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    lower_head: bool,
    parts: &mut Parts,
) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    if let Some(state) = item.state() {
        parts.states.push(state);
        return true;
    }
    // "Japan-Philippines Parliamentarians League": those who make up the body.
    let members = item.entries().iter().any(|e| matches!(e, Entry::Titles(_)));
    if item.is_title() && !members
        || item.honorific().is_some()
        || item.is_any(&[Class::Article, Class::His, Class::Of, Class::Both])
    {
        return false;
    }
    let word = words.at(item.words.start);
    // The first word of a sentence has its capital from there, unless the words behind it have theirs too.
    let capital = word.token.shape.is_capital() && (at > 0 || item.is(Class::NotPerson));
    if item.is(Class::And) {
        let left = at.checked_sub(1).and_then(|i| items.get(i));
        let listed = at >= 2
            && topical(words, items, at - 1)
            && items.get(at - 2).is_some_and(|i| i.is_mark(','));
        // "the Internal and External Affairs Committee".
        let pair = at >= 2
            && topical(words, items, at - 1)
            && items
                .get(at - 2)
                .is_some_and(|i| i.is_any(&[Class::Article, Class::Of]));
        return !lower_head && (pair || left.is_some_and(|l| l.is(Class::NotPerson)) || listed);
    }
    capital && !lower_head && !item.is_any(GRAMMAR)
}

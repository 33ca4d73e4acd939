//! The words before a head noun that belong to the name: "Kazakh-Uzbek Inter-Parliamentary", "Foreign Relations".
//!
//! In comes the place of a head noun, out comes where the name begins. This module never looks behind the head.

use super::super::body::BodyMention;
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Parts;
use crate::lexicon::Class;

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
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let joins = if let Some(number) = item.body() {
            parts.bodies.push(number);
            let body = found.get(number).into_iter();
            parts
                .states
                .extend(body.flat_map(|b| b.states.iter().copied()));
            true
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
    if item.is_title()
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
        return !lower_head && left.is_some_and(|l| l.is(Class::NotPerson));
    }
    capital && !lower_head && !item.is_any(GRAMMAR)
}

//! What a word can be in a name.
//!
//! This file never decides whether a row of words is a name.

use super::super::item::{Item, Kind};
use super::super::word::{Word, Words};
use crate::lexicon::{Class, Entry, NameTraits};
use crate::text::Shape;

/// What a word can be in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Known as a given name or a surname that stands first.
    Known,
    /// Capitalised and known as nothing else.
    Unknown,
    /// Capitalised, but a word of every day or a place: only inside of a name that has begun.
    Doubtful,
    /// An initial.
    Initial,
    /// "bin", "de la".
    Particle,
    /// A hyphen between two parts.
    Hyphen,
}

pub(super) fn part(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<Part> {
    let item = items.get(at)?;
    let word = words.at(item.words.start);
    match item.kind {
        Kind::Mark('-' | '‑') => {
            let next = items.get(at + 1).map(|i| words.at(i.words.start))?;
            return (word.token.glued && next.token.glued && next.token.shape.is_word())
                .then_some(Part::Hyphen);
        }
        Kind::Plain(_) => {}
        _ => return None,
    }
    let shape = word.token.shape;
    if item
        .entries()
        .iter()
        .any(|e| matches!(e, Entry::Particle(_)))
        && !word.traits.has(NameTraits::GIVEN)
    {
        return Some(Part::Particle);
    }
    // "Peter Lord Bowness": a title of nobility may stand inside of a name.
    let noble = item.is_title()
        && item.honorific().is_some()
        && shape == Shape::Capital
        && words.before(item.words.start).traits.has(NameTraits::GIVEN);
    if !shape.is_capital() || item.is_title() && !noble {
        return None;
    }
    if matches!(shape, Shape::Initial | Shape::Letter) {
        return Some(Part::Initial);
    }
    if shape == Shape::Upper
        && words
            .text_of(&item.words)
            .chars()
            .all(|c| matches!(c, 'I' | 'V' | 'X'))
    {
        return Some(Part::Unknown);
    }
    let kept = item
        .honorific()
        .and_then(|r| words.lexicon.honorific(r))
        .map(|h| h.kept);
    by_tables(item, word, kept, noble)
}

/// What the tables make of a capitalised word; `kept` tells of a form of address whether it stays in the name.
fn by_tables(item: &Item<'_>, word: Word, kept: Option<bool>, noble: bool) -> Option<Part> {
    const OTHER: &[Class] = &[
        Class::NotPerson,
        Class::Month,
        Class::Weekday,
        Class::OtherBody,
        Class::Article,
    ];
    let traits = word.traits;
    let given = traits.has(NameTraits::GIVEN)
        || traits.has(NameTraits::SURNAME_FIRST)
        || kept == Some(true);
    let doubtful = traits.has(NameTraits::DOUBTFUL) || traits.has(NameTraits::COMMON);
    let other = item.is_any(OTHER) && !(given && !doubtful);
    let address = kept == Some(false) && !given && !noble;
    if item.state().is_some() && !given || other || address {
        return None;
    }
    let place = item.state().is_some() || item.city().is_some();
    let grammar = item
        .entries()
        .iter()
        .any(|e| matches!(e, Entry::Word(_, _)));
    match (given, doubtful || place || grammar) {
        (true, false) => Some(Part::Known),
        (_, true) => Some(Part::Doubtful),
        (false, false) => Some(Part::Unknown),
    }
}

/// A given name that is also a word or a place may begin a name where a name follows.
pub(super) fn doubtful_start(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let given = words.at(item.words.start).traits;
    let known = (given.has(NameTraits::GIVEN) || given.has(NameTraits::SURNAME_FIRST))
        && item.words.len() == 1;
    let next = part(words, items, at + 1);
    let glued = items
        .get(at + 1)
        .is_some_and(|i| words.at(i.words.start).token.glued && !i.is_mark('-'));
    known
        && !glued
        && matches!(
            next,
            Some(Part::Unknown | Part::Known | Part::Initial | Part::Particle | Part::Hyphen)
        )
}

/// A word of every day ends a name ("Gordon Brown") where the name has begun and the word is no other thing here.
pub(super) fn may_close(words: &Words<'_>, items: &[Item<'_>], at: usize, parts: &[Part]) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let begun = parts
        .iter()
        .any(|p| matches!(p, Part::Known | Part::Initial | Part::Unknown));
    let state = item.state().is_some();
    let verb = item.is_any(&[
        Class::Be,
        Class::Have,
        Class::And,
        Class::In,
        Class::Of,
        Class::Who,
        Class::With,
        Class::By,
        Class::To,
    ]);
    let acronym = words.at(item.words.start).token.shape == Shape::Upper
        && item.words.len() == 1
        && words.text_of(&item.words).len() < 5;
    begun && !state && !verb && !acronym
}

pub(super) fn is_suffix(words: &Words<'_>, item: Option<&Item<'_>>) -> bool {
    item.is_some_and(|i| {
        i.entries()
            .iter()
            .any(|e| matches!(e, Entry::Particle(row) if words.lexicon.particle_is_suffix(*row)))
    })
}

//! Names that no table and no ending shows, in a list of people: "Moses Phiri, Xolani Mwanza, Peter Zulu".
//!
//! In come the items of a sentence with its people, out come the stretches between two commas of the list that can only be one
//! more name. This module never takes a word of every day for the first of a name.

use std::ops::Range;

use super::super::item::{Item, Kind};
use super::super::word::Words;
use crate::lexicon::{Class, NameTraits};
use crate::text::Shape;

/// How many items a name may have that its place alone shows.
const LONGEST: usize = 4;

/// The next stretch, from an item on, that stands in a list of people as a name would.
pub(super) fn next_gap(words: &Words<'_>, items: &[Item<'_>], from: usize) -> Option<Range<usize>> {
    (from..items.len()).find_map(|at| {
        let start = past_address(items, at);
        let end = (start..items.len().min(start + LONGEST + 1))
            .take_while(|n| items.get(*n).is_some_and(|i| is_part(words, i)))
            .last()?
            + 1;
        let opens = at.checked_sub(1).filter(|b| is_separator(items, *b))?;
        let fits = (start + 2..=start + LONGEST).contains(&end)
            && begins_name(words, items.get(start)?)
            && person_ends_at(items, opens)
            && closes(words, items, opens, end);
        fits.then_some(at..end)
    })
}

/// The place behind the forms of address that begin at an item.
fn past_address(items: &[Item<'_>], at: usize) -> usize {
    let address = |n: &usize| {
        items
            .get(*n)
            .is_some_and(|i| i.honorific().is_some() && !i.is_title())
    };
    at + (at..items.len()).take_while(address).count()
}

/// Whether an item parts the members of a list.
fn is_separator(items: &[Item<'_>], at: usize) -> bool {
    items
        .get(at)
        .is_some_and(|i| i.is_mark(',') || i.is_mark(';') || i.is(Class::And))
}

/// Whether a word can be part of a name that its place shows: it has a capital, and is no title, state or thing.
fn is_part(words: &Words<'_>, item: &Item<'_>) -> bool {
    let shape = words.at(item.words.start).token.shape;
    let other = [Class::NotPerson, Class::Month, Class::Weekday];
    matches!(item.kind, Kind::Plain(_))
        && item.words.len() == 1
        && shape == Shape::Capital
        && item.state().is_none()
        && !item.is_title()
        && !item.is_any(&other)
}

/// Whether a word can be the first of a name: a given name, or no word of every day.
fn begins_name(words: &Words<'_>, item: &Item<'_>) -> bool {
    let traits = words.at(item.words.start).traits;
    traits.has(NameTraits::GIVEN) || !traits.has(NameTraits::COMMON)
}

/// Whether a person is named right before the separators of a list, a bracket passed over.
fn person_ends_at(items: &[Item<'_>], separator: usize) -> bool {
    let mut at = separator;
    while at.checked_sub(1).is_some_and(|b| is_separator(items, b)) {
        at -= 1;
    }
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    if before.is_some_and(|i| i.is_mark(')')) {
        let open = (0..at)
            .rev()
            .find(|n| items.get(*n).is_some_and(|i| i.is_mark('(')));
        let named = open.and_then(|o| items.get(o.checked_sub(1)?));
        return named.is_some_and(|i| i.person().is_some());
    }
    before.is_some_and(|i| i.person().is_some())
}

/// Whether another person follows behind the separators at an item, or the list ends there behind its "and".
fn closes(words: &Words<'_>, items: &[Item<'_>], opens: usize, at: usize) -> bool {
    let last = items.get(opens).is_some_and(|i| i.is(Class::And));
    let ends = items
        .get(at)
        .is_none_or(|i| i.is_mark('.') || i.is_mark('(') || i.is_mark(';'));
    // "Aru Bekova and Mary Brown met": a given name of which the surname is a word, behind which the sentence goes on.
    let given = items
        .get(past_address(items, opens + 1))
        .is_some_and(|i| words.at(i.words.start).traits.has(NameTraits::GIVEN));
    let goes_on = items
        .get(at)
        .is_some_and(|i| words.at(i.words.start).token.shape == Shape::Lower);
    if last && (ends || given && goes_on) {
        return true;
    }
    let bracket = items.get(at).is_some_and(|i| i.is_mark('('));
    let behind = if bracket {
        let close = (at..at + 8).find(|n| items.get(*n).is_some_and(|i| i.is_mark(')')));
        close.map_or(at, |c| c + 1)
    } else {
        at
    };
    let next = behind
        + (behind..items.len())
            .take_while(|n| is_separator(items, *n))
            .count();
    let name = past_address(items, next);
    next > behind
        && (items.get(name).is_some_and(|i| i.person().is_some())
            || closes_list(words, items, next - 1, name))
}

/// "..., Bob Steward and Rob Butler.": whether the last name of the list stands behind its "and" at an item, which only its place
/// shows too.
fn closes_list(words: &Words<'_>, items: &[Item<'_>], and: usize, name: usize) -> bool {
    let part = |n: &usize| items.get(*n).is_some_and(|i| is_part(words, i));
    let length = (name..name + LONGEST).take_while(part).count();
    let last = items.get(and).is_some_and(|i| i.is(Class::And));
    let begins = items.get(name).is_some_and(|i| begins_name(words, i));
    let ends = items.get(name + length).is_none_or(|i| i.is_mark('.'));
    last && begins && ends && length > 1
}

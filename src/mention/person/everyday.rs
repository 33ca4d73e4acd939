//! Names of which both words are words of every day: "Sue Lines", "Peter Hill".
//!
//! In comes the place of a given name that is also a word or a place, out comes whether what stands around it makes a name of it and of
//! the word behind it. This module never reads where an office, a seat or a bracket does not speak for a person.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use crate::lexicon::{Class, NameTraits};
use crate::text::Shape;

/// Whether a given name at an item and the word behind it name somebody: "met Peter Hill, Speaker of the House", "the Speaker of the House,
/// Peter Hill, was", "Peter Hill MP", "Peter Hill (Labour)". "in Rose Hill, Speaker A said" is about a town.
pub(super) fn names_somebody(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let capital = |n: usize| {
        items.get(n).is_some_and(|i| {
            let plain = matches!(i.kind, Kind::Plain(_)) && i.words.len() == 1;
            plain && words.at(i.words.start).token.shape == Shape::Capital
        })
    };
    let given = || {
        let traits = items.get(at).map(|i| words.at(i.words.start).traits);
        traits.is_some_and(|t| t.has(NameTraits::GIVEN))
    };
    let state = |n: usize| items.get(n).is_some_and(|i| i.state().is_some());
    if !capital(at) || !capital(at + 1) || state(at + 1) || !given() {
        return false;
    }
    // "Peter Hill-Jones".
    let joined = items.get(at + 2).is_some_and(|i| i.is_mark('-')) && capital(at + 3);
    let end = if joined { at + 4 } else { at + 2 };
    !capital(end)
        && !is_of_place(items, at)
        && (holds_behind(words, items, end) || held_before(items, at, end))
}

/// "in Rose Hill", "at Grace Hill": whether a preposition of place stands before an item.
fn is_of_place(items: &[Item<'_>], at: usize) -> bool {
    let place = [Class::In, Class::Of, Class::From];
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    before.is_some_and(|i| i.is_any(&place))
}

/// ", Speaker of the House", "MP", "(Labour)": whether what stands behind a name tells what somebody is.
fn holds_behind(words: &Words<'_>, items: &[Item<'_>], end: usize) -> bool {
    let office = |n: usize| items.get(n).is_some_and(|i| i.office().is_some());
    let letters = |n: usize| {
        let item = items.get(n).filter(|i| i.office().is_some());
        item.is_some_and(|i| words.at(i.words.start).token.shape == Shape::Upper)
    };
    if letters(end) {
        return true;
    }
    let Some(sign) = items.get(end) else {
        return false;
    };
    let article = usize::from(items.get(end + 1).is_some_and(|i| i.is(Class::Article)));
    let next = end + 1 + article;
    let complement = items.get(next).is_some_and(|i| i.words.len() > 1)
        || items.get(next + 1).is_some_and(|i| i.is(Class::Of))
        || letters(next);
    // "met Young Farmers, Speaker of the House Jane Tarn": the office is that of the name behind it.
    let linked = |n: &usize| {
        items.get(*n).is_some_and(|i| {
            i.body().is_some() || i.state().is_some() || i.is_any(&[Class::Of, Class::Article])
        })
    };
    let after = (next + 1..items.len()).find(|n| !linked(n));
    let another = after.and_then(|n| items.get(n)).is_some_and(|i| {
        let plain = matches!(i.kind, Kind::Plain(_)) && i.words.len() == 1;
        plain && words.at(i.words.start).token.shape == Shape::Capital
    });
    sign.is_mark(',') && office(next) && complement && !another
}

/// "the Speaker of the House of Assembly, Peter Hill, was": whether a title stands before a name that commas close off.
fn held_before(items: &[Item<'_>], at: usize, end: usize) -> bool {
    /// How many items before the comma the title may stand.
    const NEAR: usize = 5;
    let comma = |n: Option<usize>| n.and_then(|n| items.get(n)).is_some_and(|i| i.is_mark(','));
    let closed = comma(Some(end)) || items.get(end).is_none_or(|i| i.is_mark('.'));
    let Some(last) = at.checked_sub(2).filter(|_| comma(at.checked_sub(1))) else {
        return false;
    };
    let complement = items
        .get(last)
        .is_some_and(|i| i.body().is_some() || i.state().is_some() || i.office().is_some());
    let near = items.get(last.saturating_sub(NEAR)..=last);
    let title = near.is_some_and(|near| near.iter().any(|i| i.office().is_some()));
    closed && complement && title
}

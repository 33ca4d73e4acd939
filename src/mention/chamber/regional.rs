//! The legislatures of regions, which no table knows: "Legislative Assembly of Zarovia", "Northern Ghana Assembly".
//!
//! In come the items of a sentence, out come chambers known by their name only. This module never takes a chamber of a state
//! for one of a region.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::body::{BodyMention, Means};
use super::super::item::{Item, Kind};
use super::super::word::Words;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::ontology::{NodeKind, StateCode};
use crate::text::Shape;

/// How many words the name of a region may have.
const LONGEST: usize = 3;

/// Reads the legislature of a region that begins at an item: adds the mention and gives the range of its items.
pub(in crate::mention) fn regional_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let (end, states) = of_place(words, items, at).or_else(|| behind_place(words, items, at))?;
    let whole = items.get(at)?.words.start..items.get(end - 1)?.words.end;
    found.push(BodyMention {
        states,
        ..BodyMention::new(whole.clone(), whole, NodeKind::Chamber, Means::Named)
    });
    Some(at..end)
}

/// "Legislative Assembly of Zarovia", "Legislature of the Province of Zarovia": where it ends, and the state of the place.
fn of_place(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, Vec<StateCode>)> {
    let noun = items.get(at)?;
    let capital = words.at(noun.words.start).token.shape.is_capital();
    let regional = noun.is(Class::RegionalChamber);
    let shared = noun.is(Class::ParliamentWord) || regional || capital && is_shared(noun);
    if !shared || !items.get(at + 1)?.is(Class::Of) {
        return None;
    }
    let mut next = at + 2;
    if let Some(article) = items.get(next).filter(|i| i.is(Class::Article)) {
        // "of a Tarnian country".
        if words.text_of(&article.words) != "the" {
            return None;
        }
        next += 1;
    }
    let sort = items.get(next).is_some_and(|i| i.is(Class::NotPerson));
    if sort && items.get(next + 1).is_some_and(|i| i.is(Class::Of)) {
        next += 2;
    }
    if let Some(city) = items.get(next)?.city() {
        words
            .lexicon
            .city(city)
            .filter(|c| regional || !c.capital)?;
        let item = items.get(next)?;
        let region = item.state().is_none();
        return region.then(|| (next + 1, state_of_city(words, item)));
    }
    let direction = items.get(next).is_some_and(|i| i.is(Class::Direction));
    let end = place(words, items, next + usize::from(direction))?;
    // "of the Zarovian Islands".
    let sort = items.get(end).is_some_and(|i| {
        i.is(Class::NotPerson) && words.at(i.words.start).token.shape == Shape::Capital
    });
    Some((end + usize::from(sort), Vec::new()))
}

/// The state of the cities of a name; none where cities of several states, and perhaps a region too, bear it.
fn state_of_city(words: &Words<'_>, item: &Item<'_>) -> Vec<StateCode> {
    let cities = item.cities().filter_map(|row| words.lexicon.city(row));
    let states: BTreeSet<StateCode> = cities.filter_map(|c| c.state).collect();
    let one = states.len() == 1;
    states.into_iter().filter(|_| one).collect()
}

/// "Zarovia Provincial Legislature", "Northern Ghana Assembly", "the Zarovian Parliament": where it ends.
fn behind_place(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(usize, Vec<StateCode>)> {
    let first = items.get(at)?;
    if first.is(Class::Direction) {
        let state = items.get(at + 1)?.state().is_some();
        let end = noun_behind(words, items, at + 2, false)?;
        return state.then(|| (end, Vec::new()));
    }
    if let Some(city) = first.city().filter(|_| first.state().is_none()) {
        let city = words.lexicon.city(city)?;
        // "the Scottish Parliament".
        let parliament = items.get(at + 1).is_some_and(|i| {
            i.is(Class::ParliamentWord) && words.at(i.words.start).token.shape.is_capital()
        });
        if city.region && parliament {
            return Some((at + 2, state_of_city(words, first)));
        }
        let end = noun_behind(words, items, at + 1, city.region)?;
        let regional = items
            .get(end - 1)
            .is_some_and(|i| i.is(Class::RegionalChamber));
        return (regional || city.region).then(|| (end, state_of_city(words, first)));
    }
    let end = place(words, items, at)?;
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    // "a delegation from Zarovia Parliament".
    let definite = before.is_some_and(|i| words.say(&i.words, &["the"]) || i.is(Class::From));
    let end = noun_behind(words, items, end, definite)?;
    Some((end, Vec::new()))
}

/// Where the noun of a chamber ends behind a place, with a word such as "State" or "Island" between them; any noun that
/// chambers share where the article stands before the place.
fn noun_behind(words: &Words<'_>, items: &[Item<'_>], at: usize, definite: bool) -> Option<usize> {
    let noun = |n: usize, any: bool| {
        items.get(n).is_some_and(|i| {
            let capital = words.at(i.words.start).token.shape.is_capital();
            let usual = || words.say(&i.words, &["assembly", "legislature"]);
            capital && (i.is(Class::RegionalChamber) || is_shared(i) && (any || usual()))
        })
    };
    let sort = items.get(at).is_some_and(|i| {
        i.is(Class::NotPerson) && words.at(i.words.start).token.shape.is_capital()
    });
    let end = if noun(at, definite) {
        at + 1
    } else if sort && noun(at + 1, false) {
        at + 2
    } else {
        return None;
    };
    (!of_state(items, end)).then_some(end)
}

/// Where the name of a place ends that no table knows: one to three words with a capital, joined by hyphens or nothing.
fn place(words: &Words<'_>, items: &[Item<'_>], from: usize) -> Option<usize> {
    let mut end = from;
    let mut read = 0;
    while read < LONGEST && items.get(end).is_some_and(|i| unknown(words, i)) {
        end += 1;
        read += 1;
        let capital = |i: &Item<'_>| {
            i.words.len() == 1 && words.at(i.words.start).token.shape == Shape::Capital
        };
        if items.get(end).is_some_and(|i| i.is_mark('-')) && items.get(end + 1).is_some_and(capital)
        {
            end += 2;
        }
    }
    (read > 0).then_some(end)
}

/// Whether an item is a word with a capital of which the tables know nothing that speaks against a place.
fn unknown(words: &Words<'_>, item: &Item<'_>) -> bool {
    let word = words.at(item.words.start);
    matches!(item.kind, Kind::Plain([]))
        && item.words.len() == 1
        && word.token.shape == Shape::Capital
        && !word.traits.has(NameTraits::COMMON)
}

/// Whether an item may name the chambers of several states.
fn is_shared(item: &Item<'_>) -> bool {
    let mut entries = item.entries().iter();
    entries.any(|e| matches!(e, Entry::SharedChamber(_)))
}

/// "of Ghana": the chamber is one of a state after all.
fn of_state(items: &[Item<'_>], of: usize) -> bool {
    let next = of + 1 + usize::from(items.get(of + 1).is_some_and(|i| i.is(Class::Article)));
    items.get(of).is_some_and(|i| i.is(Class::Of))
        && items.get(next).is_some_and(|i| i.state().is_some())
}

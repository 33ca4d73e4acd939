//! The houses of several states that one noun names, behind those who hold an office in one each: "the Speakers of the Parliaments of Latvia, A,
//! and of Estonia, B", "the heads of the Latvian and Estonian parliaments".
//!
//! In come the items of a sentence, out come a mention for each state and the items that it has. This module never says who holds what.

use std::ops::Range;

use super::super::body::{BodyMention, Means};
use super::super::item::Item;
use super::super::word::Words;
use super::narrowing::{Named, narrowed};
use crate::lexicon::{Class, Entry, House};
use crate::ontology::{NodeKind, StateCode};

/// Nouns for the houses of several states, each with what one of them is called and which house of a state it is.
const NOUNS: &[(&str, &str, Option<House>)] = &[
    ("parliaments", "Parliament", None),
    ("parliament", "Parliament", None),
    ("legislatures", "Legislature", None),
    (
        "national assemblies",
        "National Assembly",
        Some(House::Lower),
    ),
    ("senates", "Senate", Some(House::Upper)),
    ("upper houses", "Upper House", Some(House::Upper)),
    ("lower houses", "Lower House", Some(House::Lower)),
    (
        "houses of representatives",
        "House of Representatives",
        Some(House::Lower),
    ),
    (
        "chambers of deputies",
        "Chamber of Deputies",
        Some(House::Lower),
    ),
];

/// How many items a name may have between two states.
const NAME: usize = 8;

/// A state that is named for its house, and the items that name it.
struct Told {
    state: StateCode,
    items: Range<usize>,
    called: String,
}

/// Reads such houses where their noun or the first adjective stands at an item: adds a mention for each and gives the items of each, in the order
/// of the text. Nothing where there are not at least two.
pub(in crate::mention) fn houses_of_states(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Vec<Range<usize>> {
    if !is_held(items, at) {
        return Vec::new();
    }
    let (told, house) = behind_noun(words, items, at)
        .or_else(|| before_noun(words, items, at))
        .unwrap_or_default();
    let mut mentions = Vec::new();
    for one in &told {
        let named = Named {
            house,
            states: &[one.state],
            parts: &[],
        };
        let Some(means) = narrowed(words, Means::Chambers(Vec::new()), &named, found) else {
            return Vec::new();
        };
        let (Some(first), Some(last)) = (items.get(one.items.start), items.get(one.items.end - 1))
        else {
            return Vec::new();
        };
        let whole = first.words.start..last.words.end;
        let kind = super::kind_of(words.lexicon, &means).unwrap_or(NodeKind::Parliament);
        mentions.push(BodyMention {
            states: vec![one.state],
            called: Some(one.called.clone()),
            ..BodyMention::new(whole.clone(), whole, kind, means)
        });
    }
    if mentions.len() < 2 {
        return Vec::new();
    }
    found.append(&mut mentions);
    told.into_iter().map(|t| t.items).collect()
}

/// Whether a title of several and "of" stand before an item.
fn is_held(items: &[Item<'_>], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
    let article = usize::from(before(1).is_some_and(|i| i.is(Class::Article)));
    let of = before(1 + article).is_some_and(|i| i.is(Class::Of));
    let several = |i: &Item<'_>| i.entries().iter().any(|e| matches!(e, Entry::Titles(_)));
    of && before(2 + article).is_some_and(several)
}

/// The noun at an item: how many items it has, what one is called, and which house it is.
fn noun(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(usize, &'static str, Option<House>)> {
    let start = items.get(at)?.words.start;
    (1..=3).find_map(|len| {
        let end = items.get(at + len - 1)?.words.end;
        let row = NOUNS
            .iter()
            .find(|(noun, ..)| words.say(&(start..end), &[*noun]))?;
        Some((len, row.1, row.2))
    })
}

/// "Parliaments of Latvia, A, and of Estonia, B", "Parliaments of Latvia and Estonia".
fn behind_noun(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(Vec<Told>, Option<House>)> {
    let (len, called, house) = noun(words, items, at)?;
    items.get(at + len).filter(|i| i.is(Class::Of))?;
    let mut told: Vec<Told> = Vec::new();
    let mut from = at;
    let mut next = at + len + 1;
    while let Some((state, place)) = state_at(items, next) {
        let name = words.text_of(&items.get(place)?.words);
        told.push(Told {
            state,
            items: from..place + 1,
            called: format!("{called} of {name}"),
        });
        let Some(linked) = next_link(words, items, place + 1) else {
            break;
        };
        next = linked;
        from = state_at(items, next).map_or(next, |(_, p)| p);
    }
    Some((told, house))
}

/// The state by name at an item or behind its article, and its place.
fn state_at(items: &[Item<'_>], at: usize) -> Option<(StateCode, usize)> {
    let place = at + usize::from(items.get(at).is_some_and(|i| i.is(Class::Article)));
    let item = items.get(place).filter(|i| i.demonym().is_none())?;
    // "Estonia's President", "Estonia Parliament": the state of something else.
    let next = items.get(place + 1);
    let owns = next.is_some_and(|i| i.is_mark('’') || i.is_title() || i.is(Class::BodyNoun));
    item.state().filter(|_| !owns).map(|state| (state, place))
}

/// ", Estonia", "and Estonia", ", A B, and of Estonia", "(A B) and Estonia": the place behind what links the next state to one that ends before an
/// item, with nothing but the name of a person between.
fn next_link(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<usize> {
    let mark = |n: usize| {
        [',', '(', ')', ';']
            .iter()
            .any(|m| items.get(n).is_some_and(|i| i.is_mark(*m)))
    };
    let and = |n: usize| items.get(n).is_some_and(|i| i.is(Class::And));
    let of = |n: usize| items.get(n).is_some_and(|i| i.is(Class::Of));
    let mut linked = false;
    for n in at..at + NAME {
        if linked && state_at(items, n).is_some() {
            return Some(n);
        }
        let item = items.get(n)?;
        let capital = words.at(item.words.start).token.shape.is_capital();
        let address = item.honorific().is_some() || item.is(Class::Address);
        let part = item.state().is_none() && !item.is_title() && (capital || address);
        if and(n) || mark(n) {
            linked = true;
        } else if !(of(n) && linked) {
            linked = false;
            if !part {
                return None;
            }
        }
    }
    None
}

/// "Latvian and Estonian parliaments".
fn before_noun(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(Vec<Told>, Option<House>)> {
    let mut places: Vec<(StateCode, usize)> = Vec::new();
    let mut next = at;
    loop {
        let item = items.get(next)?;
        if item.is(Class::And) || item.is_mark(',') {
            next += 1;
            continue;
        }
        let Some(state) = item.demonym().and(item.state()) else {
            break;
        };
        places.push((state, next));
        next += 1;
    }
    let (len, called, house) = noun(words, items, next)?;
    let last = places.len().checked_sub(1)?;
    let told = places.iter().enumerate().map(|(n, (state, place))| {
        let adjective = items.get(*place).map_or("", |i| words.text_of(&i.words));
        Told {
            state: *state,
            items: *place..if n == last { next + len } else { place + 1 },
            called: format!("{adjective} {called}"),
        }
    });
    Some((told.collect(), house))
}

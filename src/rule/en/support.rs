//! What speaks for a name that no table knows: it acts as a person does, or stands in a list with people.
//!
//! In come the mentions of a text, out come the numbers of those that the words around them show to be people. This module
//! never says who they are.

use std::collections::BTreeSet;

use crate::lexicon::Class;
use crate::mention::{Item, Kind, Mentions, Strength};

/// Verbs that only people do in such texts, where they stand right behind a name.
const BEHIND: &[Class] = &[
    Class::Say,
    Class::Meet,
    Class::Receive,
    Class::Phone,
    Class::CallOn,
    Class::Visit,
    Class::Travel,
    Class::Tell,
];
/// Words right before a name that only people follow.
const BEFORE: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::Phone,
    Class::CallOn,
    Class::LedBy,
    Class::Accompany,
    Class::Tell,
    Class::Comprise,
];

/// The person mentions that are supported by the words around them.
pub(super) fn supported(mentions: &Mentions<'_>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    // A second round lets support pass along a list.
    for _ in 0..2 {
        for items in &mentions.items {
            for at in 0..items.len() {
                if let Some(Kind::Person(person)) = items.get(at).map(|i| i.kind)
                    && (acts(items, at) || listed(mentions, items, at, &found))
                {
                    found.insert(person);
                }
            }
        }
    }
    found
}

/// Whether a name stands right before a verb of people, or behind a word that only people follow.
fn acts(items: &[Item<'_>], at: usize) -> bool {
    let behind = items.get(at + 1).is_some_and(|i| i.is_any(BEHIND));
    let said = |i: &Item<'_>| i.is(Class::Say);
    let before = at
        .checked_sub(1)
        .and_then(|b| items.get(b))
        .is_some_and(|i| i.is_any(BEFORE) || said(i));
    behind || before
}

/// Whether a neighbour in the same list is a person for sure.
fn listed(mentions: &Mentions<'_>, items: &[Item<'_>], at: usize, found: &BTreeSet<usize>) -> bool {
    let sure = |at: Option<usize>| {
        let person = at.and_then(|a| items.get(a)).and_then(Item::person);
        person.is_some_and(|p| {
            let mention = mentions.people.get(p);
            found.contains(&p) || mention.is_some_and(|m| m.strength > Strength::Weak)
        })
    };
    let link = |at: Option<usize>| {
        at.and_then(|a| items.get(a))
            .is_some_and(|i| i.is_mark(',') || i.is(Class::And))
    };
    let back = |n: usize| at.checked_sub(n);
    link(Some(at + 1)) && sure(Some(at + 2))
        || link(back(1)) && (sure(back(2)) || link(back(2)) && sure(back(3)))
        || link(Some(at + 1)) && link(Some(at + 2)) && sure(Some(at + 3))
}

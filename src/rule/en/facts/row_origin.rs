//! For whom those act whose names stand in a row behind one office of several with its state: "French senators A and B", "lawmakers from
//! Zambia, A, B and C,".
//!
//! In come the items of an article, out come states of people who have none yet. This module never says which office they hold.

use super::super::holding::Held;
use super::Facts;
use crate::lexicon::Class;
use crate::mention::{Item, Kind};
use crate::ontology::StateCode;

impl Facts<'_, '_> {
    /// Gives those named in such a row the state that its office tells.
    pub(super) fn spread_rows(&mut self) {
        let mut found: Vec<(usize, StateCode)> = Vec::new();
        for items in &self.mentions.items {
            for at in 0..items.len() {
                let Some((state, behind)) = self.several_of(items, at) else {
                    continue;
                };
                let row = self.row(items, at, behind);
                found.extend(row.into_iter().map(|person| (person, state)));
            }
        }
        for (person, state) in found {
            if let Some(place) = self.states.get_mut(person) {
                *place = place.or(Some(state));
            }
        }
    }

    /// "French senators", "senators from France": the state of an office of several at an item that names no house, and the place behind its
    /// words.
    fn several_of(&self, items: &[Item<'_>], at: usize) -> Option<(StateCode, usize)> {
        let office = self.mentions.offices.get(items.get(at)?.office()?)?;
        if !office.plural || office.former || !office.bodies.is_empty() {
            return None;
        }
        match office.states.as_slice() {
            [state] => Some((*state, at + 1)),
            [] => {
                let from = items.get(at + 1).is_some_and(|i| i.is(Class::From));
                let article = items.get(at + 2).is_some_and(|i| i.is(Class::Article));
                let place = at + 2 + usize::from(article);
                let state = items.get(place).filter(|_| from)?.state()?;
                Some((state, place + 1))
            }
            _ => None,
        }
    }

    /// The people in a row of names from an item on: "A, B (Labour), C MP and D". One name is no row. Behind a comma the row has to be closed by
    /// another or to have three names, for "brought together the French senators, A and B" tells of others.
    fn row(&self, items: &[Item<'_>], office: usize, from: usize) -> Vec<usize> {
        let parted = items
            .get(from)
            .is_some_and(|i| i.is_mark(',') || i.is_mark(':'));
        let mut people: Vec<usize> = Vec::new();
        let mut at = from + usize::from(parted);
        while let Some(person) = items.get(at).and_then(Item::person) {
            let behind = behind_letters(items, at + 1);
            if self.has_own_words(items, behind) {
                break;
            }
            people.extend(self.people.of(person));
            at = behind_links(items, behind);
        }
        let says = items.get(at).is_some_and(|i| i.is(Class::Say));
        let closed = at
            .checked_sub(1)
            .and_then(|b| items.get(b))
            .is_some_and(|i| i.is_mark(','));
        let doubtful =
            parted && (says || is_governed(items, office) || people.len() < 3 && !closed);
        if people.len() < 2 || doubtful {
            people.clear();
        }
        people.retain(|p| !self.holds_with_place(*p));
        people
    }

    /// Whether an office or a state of one's own stands right behind a name: "A, Speaker of the House", "A from Japan", but not "A and B, members of
    /// the group", which is said of all.
    fn has_own_words(&self, items: &[Item<'_>], behind: usize) -> bool {
        let comma = items.get(behind).is_some_and(|i| i.is_mark(','));
        let first = behind + usize::from(comma);
        let next = (first..first + 2)
            .filter_map(|n| items.get(n))
            .find(|i| !i.is(Class::Article));
        let office = next.and_then(|i| self.mentions.offices.get(i.office()?));
        comma && office.is_some_and(|o| !o.plural)
            || items.get(behind).is_some_and(|i| i.is(Class::From))
    }

    /// Whether somebody holds an office whose own words name a house or a state.
    fn holds_with_place(&self, person: usize) -> bool {
        self.holdings.iter().any(|h| {
            let Held::Office { mention, .. } = h.held else {
                return false;
            };
            let office = self.mentions.offices.get(mention);
            self.people.of(h.person) == Some(person)
                && office
                    .is_some_and(|o| !o.plural && (!o.bodies.is_empty() || !o.states.is_empty()))
        })
    }
}

/// "After talks with Turkish MPs, A said", "As well as the visiting MPs, A": whether a preposition or a conjunction stands before the words of an
/// office, of whose holders those behind it are none then.
fn is_governed(items: &[Item<'_>], office: usize) -> bool {
    let mut before = items.get(..office).unwrap_or_default().iter().rev();
    let passed = |i: &Item<'_>| {
        i.is_any(&[Class::Article, Class::His, Class::Number]) || matches!(i.kind, Kind::Plain([]))
    };
    let first = before.find(|i| !passed(i));
    first.is_some_and(|i| {
        i.is_any(&[
            Class::With,
            Class::By,
            Class::Of,
            Class::To,
            Class::From,
            Class::In,
            Class::On,
            Class::Between,
            Class::Preposition,
            Class::And,
            Class::As,
        ])
    })
}

/// Behind what belongs to a name: a party in brackets, letters such as "MP".
fn behind_letters(items: &[Item<'_>], mut at: usize) -> usize {
    if items.get(at).is_some_and(|i| i.office().is_some()) {
        at += 1;
    }
    if items.get(at).is_some_and(|i| i.is_mark('(')) {
        let close = (at + 1..at + 8).find(|n| items.get(*n).is_some_and(|i| i.is_mark(')')));
        at = close.map_or(at, |c| c + 1);
    }
    at
}

/// Behind a comma, an "and" or both.
fn behind_links(items: &[Item<'_>], mut at: usize) -> usize {
    while items
        .get(at)
        .is_some_and(|i| i.is_mark(',') || i.is_mark('&') || i.is(Class::And))
    {
        at += 1;
    }
    at
}

//! For whom those act whose names stand in a row behind one office of several with its state: "French senators A and B", "lawmakers from
//! Zambia, A, B and C".
//!
//! In come the items of an article, out come states of people who have none yet. This module never says which office they hold.

use super::Facts;
use crate::lexicon::Class;
use crate::mention::Item;
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
                let row = self.row(items, behind);
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

    /// The people in a row of names from an item on: "A, B (Labour), C MP and D". Behind a comma it has to be more than one, for "the French
    /// senators, A said" is no row.
    fn row(&self, items: &[Item<'_>], from: usize) -> Vec<usize> {
        let parted = items
            .get(from)
            .is_some_and(|i| i.is_mark(',') || i.is_mark(':'));
        let mut people: Vec<usize> = Vec::new();
        let mut at = from + usize::from(parted);
        while let Some(person) = items.get(at).and_then(Item::person) {
            people.extend(self.people.of(person));
            at = behind_links(items, behind_letters(items, at + 1));
        }
        let says = items.get(at).is_some_and(|i| i.is(Class::Say));
        if parted && (people.len() < 2 || says) {
            people.clear();
        }
        people
    }
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

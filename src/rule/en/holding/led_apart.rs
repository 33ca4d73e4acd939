//! What is led where several stand before a word of leading: a delegation and a body, or the delegations of several states.
//!
//! In comes the place of the word, out comes the body that is led, or the delegation that each leads. This module never looks for the leaders.

use std::ops::Range;

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::{Item, Words};

impl Reader<'_, '_, '_> {
    /// "The delegation held talks with the Friendship Group, chaired by A": the group that is led, and not the delegation.
    pub(super) fn body_apart(&self, at: usize) -> Option<usize> {
        let parts = [
            Class::With,
            Class::By,
            Class::Meet,
            Class::Hold,
            Class::Receive,
        ];
        // "The delegation and members of the Budget Committee, led by A".
        let members = |n: usize| {
            let office = self.mentions.offices.get(self.office(n)?)?;
            let joined = (n.saturating_sub(2)..n).any(|b| self.is(b, Class::And));
            let body = office.bodies.first().copied();
            body.filter(|_| office.plural && joined)
        };
        let mut nearest = self.near_before(at).take_while(|b| !self.is_sent(*b));
        let nearest = nearest.find(|n| !self.mark(*n, ','));
        if let Some(body) = nearest.and_then(members) {
            return Some(body);
        }
        let mut nearer = self.near_before(at).take_while(|b| !self.is_sent(*b));
        let place = nearer.find(|b| self.body(*b).is_some())?;
        let delegation = (0..place).rev().find(|n| self.is_sent(*n))?;
        let apart = (delegation + 1..place).any(|n| self.is_any(n, &parts));
        self.body(place).filter(|_| apart)
    }

    /// Notes the leaders of a delegation, or of several that a list of states names, each of the one of his or her place: "The Kenyan and
    /// Ghanaian delegations were led by A and B respectively".
    pub(super) fn delegation_led(
        &mut self,
        leaders: &[usize],
        delegation: (usize, usize),
        cover: &Range<usize>,
    ) {
        let (sentence, at) = delegation;
        let items = self.mentions.items.get(sentence);
        let each = items.and_then(|i| states_told(&self.mentions.words, i, at));
        // "The Kenyan and Ghanaian delegations, led by A": of one of them, whichever it is.
        if each
            .as_ref()
            .is_some_and(|states| states.len() != leaders.len())
        {
            return;
        }
        for (number, person) in leaders.iter().enumerate() {
            // What stands behind a state is its delegation, though the word follows only behind the last.
            let own = each.as_ref().and_then(|states| states.get(number));
            let delegation = (sentence, own.map_or(at, |state| state + 1));
            let held = Held::HeadsDelegation { delegation };
            self.push(*person, held, cover.clone(), "delegation-led-by");
        }
    }
}

/// The places of the states at the word for their delegations, where it is told of two or more, as far as they are known: "the Kenyan and Ghanaian
/// delegations", "the delegations of Kenya and Ghana". None where several words tell of no state.
fn states_told(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<Vec<usize>> {
    let plural = words.say(&items.get(at)?.words, &["delegations"]);
    if !plural {
        return None;
    }
    let is_state = |n: &usize| items.get(*n).is_some_and(|i| i.state().is_some());
    let is_and = |n: usize| items.get(n).is_some_and(|i| i.is(Class::And));
    let capital = |n: usize| {
        let item = items.get(n);
        item.is_some_and(|i| words.text_of(&i.words).starts_with(char::is_uppercase))
    };
    // "the delegations of Kenya and Ghana".
    let of = items
        .get(at + 1)
        .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
    let link = |n: usize| {
        is_and(n)
            || items
                .get(n)
                .is_some_and(|i| i.is_mark(',') || i.is(Class::Article))
    };
    if of {
        let end = (at + 2..items.len())
            .find(|n| !is_state(n) && !link(*n))
            .unwrap_or(items.len());
        let states: Vec<usize> = (at + 2..end).filter(is_state).collect();
        return (states.len() > 1).then_some(states);
    }
    // "the Kenyan and Ghanaian football delegations".
    let sort = (1..3).find(|n| at.checked_sub(*n).is_some_and(capital))?;
    let last = at - sort;
    let from = (0..last)
        .rev()
        .find(|n| !(is_state(n) || link(*n) || is_and(n + 1) && capital(*n)));
    let from = from.map_or(0, |n| n + 1);
    let joined = (from..last).any(is_and);
    let states = (from..=last).filter(is_state).collect();
    joined.then_some(if sort == 1 { states } else { Vec::new() })
}

/// Whether a word tells of the delegations of several states.
pub(in crate::rule::en) fn are_of_several(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> bool {
    states_told(words, items, at).is_some()
}

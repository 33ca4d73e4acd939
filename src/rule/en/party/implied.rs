//! The delegation of an article that names nobody as its head or member: those who are told to have travelled.
//!
//! In come visits, out come delegations, and whether a later "the delegation" can mean one. This module never adds anybody to a
//! delegation that an article tells by itself.

use super::super::event::Visit;
use super::super::facts::{Role, Target};
use super::{Delegation, Parties};
use crate::lexicon::Class;
use crate::mention::{Item, Kind};
use crate::ontology::BodyForm;

/// How sure a visit must be, in hundredths, for the one who makes it alone to be the delegation.
const SURE: u8 = 85;

impl Parties<'_, '_, '_> {
    /// Those who have travelled for a state of which the article names no delegation are what "the delegation" means further on;
    /// an ambassador is where he or she is posted and travels with nobody.
    pub(in crate::rule::en) fn travelled(&mut self, visits: &[Visit]) {
        let facts = self.facts;
        let known = self.delegations.len();
        // Several who are told of together are a delegation even where it is less sure.
        let sure = |v: &&Visit| {
            !v.planned && (visits.len() > 1 || v.signs.iter().any(|s| s.confidence >= SURE))
        };
        for person in visits.iter().filter(sure).map(|v| v.person) {
            let state = facts.state_of(person);
            let (old, new) = self.delegations.split_at_mut(known);
            let sent = |d: &Delegation| d.people.contains(&person) || d.state == state;
            if old.iter().any(sent) || facts.is_ambassador(person) {
                continue;
            }
            match new.iter_mut().find(|d| d.state == state) {
                Some(together) if together.people.contains(&person) => {}
                Some(together) => together.people.push(person),
                None => self.delegations.push(Delegation {
                    state,
                    people: vec![person],
                    target: None,
                    company: false,
                    implied: Some(self.sentence),
                }),
            }
        }
    }

    /// Whether the word for a delegation at an item can mean this one. One that is only implied is meant by "the delegation" alone,
    /// or with the name of its state, as long as the article has spoken of no other since.
    pub(super) fn can_mean(&self, delegation: &Delegation, items: &[Item<'_>], at: usize) -> bool {
        if self.is_of_other_committee(delegation, items, at) {
            return false;
        }
        let Some(told) = delegation.implied else {
            return true;
        };
        let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
        let the = |i: &Item<'_>| {
            let text = self.facts.mentions.words.text_of(&i.words);
            i.is(Class::Article) && text.eq_ignore_ascii_case("the")
        };
        let passed = |i: &Item<'_>| i.is(Class::Current) || i.state().is_some();
        let definite = before(1).is_some_and(the)
            || before(1).is_some_and(passed) && before(2).is_some_and(the);
        let of = items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
        let since = self.facts.mentions.items.get(told + 1..self.sentence);
        let another = |items: &Vec<Item<'_>>| {
            (0..items.len()).any(|n| {
                let word = items.get(n).is_some_and(|i| i.is(Class::Delegation));
                let own = n.checked_sub(1).and_then(|b| items.get(b)).is_some_and(the);
                word && !own
            })
        };
        definite && !of && !since.unwrap_or_default().iter().any(another)
    }

    /// "A delegation of the Committee on Trade": whether a committee stands behind the word at an item in which nobody of a delegation sits.
    fn is_of_other_committee(
        &self,
        delegation: &Delegation,
        items: &[Item<'_>],
        at: usize,
    ) -> bool {
        let is = |n: usize, classes: &[Class]| items.get(n).is_some_and(|i| i.is_any(classes));
        let of = is(at + 1, &[Class::Of, Class::From]);
        let body = at + 2 + usize::from(is(at + 2, &[Class::Article]));
        let body = items.get(body).filter(|_| of).and_then(Item::body);
        let committee = |b: &usize| {
            let body = self.facts.bodies.entities.get(*b);
            body.is_some_and(|b| b.form == Some(BodyForm::Committee))
        };
        let Some(body) = body.and_then(|b| self.facts.bodies.of(b)).filter(committee) else {
            return false;
        };
        let sits =
            |r: &Role| r.target == Target::Body(body) && delegation.people.contains(&r.person);
        let own = delegation.target == Some(Target::Body(body));
        !own && !self.facts.roles.iter().any(sits)
    }

    /// Whether the word right before "delegation" names somebody of whom nothing is known, by letters: "the XYPA delegation".
    pub(super) fn is_of_unknown(&self, items: &[Item<'_>], at: usize) -> bool {
        let owner = at.checked_sub(1).and_then(|b| items.get(b));
        owner.filter(|_| at > 1).is_some_and(|i| {
            let text = self.facts.mentions.words.text_of(&i.words);
            let letters = text.len() > 1 && text.chars().all(char::is_uppercase);
            matches!(i.kind, Kind::Plain(_)) && letters
        })
    }
}

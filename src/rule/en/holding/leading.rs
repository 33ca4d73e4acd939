//! Who leads a delegation, told in the active before or behind the name: "Leading the delegation, A said", "At the head of the delegation
//! stood A", "with A leading it".
//!
//! In comes the place of a word of leading, out come the holdings of those who lead. This module never reads "led by".

use super::Reader;
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::NodeKind;

/// The words of leading that stand before or behind whom they tell of.
const LEADING: &[&str] = &["leading", "heading"];

impl Reader<'_, '_, '_> {
    /// "Members of the Committee on Trade: A, who chairs it, and B": the commission or assembly that is named last before a name and a verb of
    /// leading, where "it" stands at the place behind.
    pub(super) fn group_called_it(&self, name: usize, it: usize) -> Option<usize> {
        let ends = self
            .item(it + 1)
            .is_none_or(|i| matches!(i.kind, Kind::Mark(_)));
        if !self.says(it, &["it"]) || !ends {
            return None;
        }
        // "members of the Committee": the office has the name of the body in it.
        let named = |n: usize| {
            let office = || {
                self.mentions
                    .offices
                    .get(self.office(n)?)?
                    .bodies
                    .last()
                    .copied()
            };
            self.body(n).or_else(office)
        };
        let place = (0..name).rev().find(|n| named(*n).is_some())?;
        // "The group thanked the bank and A, who heads it": only a colon shows that those behind are of the group.
        let listed = |n: usize| {
            let titled = self.office(n).is_some_and(|o| !self.plural(o));
            let titled = titled || self.person(n).is_some() || self.is(n, Class::And);
            let item = self.item(n);
            titled || item.is_some_and(|i| i.honorific().is_some() || i.is_mark(','))
        };
        let colon = (place + 1..name).find(|n| self.mark(*n, ':'))?;
        // "The hosts were the members of the Committee: A", "members of it were there: A".
        let still = |n: usize| self.is(n, Class::Be) || self.says(n, &["there", "also", "too"]);
        let quiet = (place + 1..colon).all(still);
        if !quiet || !(colon + 1..name).all(listed) {
            return None;
        }
        let group = |b: &usize| {
            let body = self.mentions.bodies.get(*b);
            let kinds = [NodeKind::Commission, NodeKind::Assembly];
            body.is_some_and(|b| kinds.contains(&b.kind) && !b.plural)
        };
        named(place).filter(group)
    }

    /// "Leading the Zambian delegation, A said": who leads is named behind the comma.
    pub(super) fn leading(&mut self, at: usize) {
        if !self.says(at, LEADING) {
            return;
        }
        let several = |n: &usize| self.office(*n).is_some_and(|o| self.plural(o));
        let Some(place) = (at + 1..at + 6).find(|n| self.is(*n, Class::Delegation) || several(n))
        else {
            return;
        };
        // "Heading the delegation was A", "Leading the Kenyan MPs is Speaker B".
        if self.is(place + 1, Class::Be) {
            let (next, _, _) = self.titles(place + 2);
            if let Some(person) = self.person(next) {
                let delegation = (self.sentence, place);
                self.delegation_led(&[person], delegation, &(at..next + 1));
            }
            return;
        }
        let Some(comma) = (place + 1..place + 5).find(|n| self.mark(*n, ',')) else {
            return;
        };
        let next = self.past(comma + 1, &[Class::Article]);
        let next = next + usize::from(self.office(next).is_some());
        let next = next + usize::from(self.mark(next, ','));
        if let Some(person) = self.person(next) {
            let delegation = (self.sentence, place);
            self.delegation_led(&[person], delegation, &(at..next + 1));
        }
    }

    /// "A delegation is in Ghana with Speaker A leading it": who leads stands before the word, behind "with".
    pub(super) fn with_leader(&mut self, at: usize) {
        // "with A leading it", "with A at its head".
        let head = self.is(at, Class::In)
            && (self.says(at + 1, &["its head"]) || self.says(at + 2, &["head"]));
        if !head && !self.says(at, LEADING) {
            return;
        }
        let it = head
            || self.is_any(at + 1, &[Class::It, Class::Delegation])
            || self.is(at + 1, Class::Article) && self.is(at + 2, Class::Delegation);
        let name = at
            .checked_sub(1)
            .map(|b| b - usize::from(b > 0 && self.mark(b, ',')));
        let leader = name.and_then(|n| self.person(n));
        let with = (at.saturating_sub(8)..at).find(|n| self.is_with(*n));
        let (Some(leader), Some(with), true) = (leader, with, it) else {
            return;
        };
        let place = (0..with).rev().find(|n| self.is(*n, Class::Delegation));
        // "a delegation of Kenya Airways, with A at its head": of a company.
        let company = |p: usize| {
            let plain = |n: usize| {
                self.item(n).is_some_and(|i| {
                    let text = self.mentions.words.text_of(&i.words);
                    matches!(i.kind, Kind::Plain([])) && text.starts_with(char::is_uppercase)
                })
            };
            (p + 1..with).any(plain)
        };
        let place = place.filter(|p| !head || !company(*p));
        let shown = (at + 1..at + 4).any(|n| self.is(n, Class::Delegation) && self.is_shown(n));
        if let Some(place) = place.filter(|_| !shown) {
            self.delegation_led(&[leader], (self.sentence, place), &(with + 1..at + 1));
        }
    }

    /// "At the head of the delegation from the Senate stood its Speaker, A": who leads is named behind the verb.
    pub(super) fn at_the_head(&mut self, at: usize) {
        if at > 0 || !self.says(at, &["at the head of"]) {
            return;
        }
        let place = (at + 1..at + 5).find(|n| self.is(*n, Class::Delegation));
        let verb = |n: &usize| self.is(*n, Class::Be) || self.says(*n, &["stood", "stands"]);
        let Some(place) = place else { return };
        let quiet = (place + 1..place + 9).take_while(|n| self.person(*n).is_none());
        let Some(verb) = quiet.into_iter().find(verb) else {
            return self.comes_at_the_head(at, place);
        };
        let (next, _, _) = self.titles(verb + 1);
        if let Some(person) = self.person(next) {
            let delegation = (self.sentence, place);
            self.delegation_led(&[person], delegation, &(at..next + 1));
        }
    }

    /// "At the head of a delegation of the Storting, its President, A, is in Riga": who leads is named behind the comma.
    fn comes_at_the_head(&mut self, at: usize, place: usize) {
        let comma = (place + 1..place + 5).find(|n| self.mark(*n, ','));
        let Some(comma) = comma else { return };
        let next = self.past(comma + 1, &[Class::Article, Class::His]);
        let (next, _, _) = self.titles(next);
        if let Some(person) = self.person(next) {
            let delegation = (self.sentence, place);
            self.delegation_led(&[person], delegation, &(at..next + 1));
        }
    }
}

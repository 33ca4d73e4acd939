//! An office that is told once and held in two bodies: "the Speaker of A, B, and that of C, D", "member of A and of B".
//!
//! In comes the place of what stands for the office, out come the holdings in the second body. This module never reads a title.

use super::{Held, Name, Reader};
use crate::lexicon::Class;

/// How many items before the second body the office may stand.
const REACH: usize = 14;

impl Reader<'_, '_, '_> {
    /// "the Speaker of A, B, and that of C, D": who is named behind the second body has the office of the first.
    pub(super) fn that_of(&mut self, at: usize) {
        let joined = at
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::And) || self.mark(b, ','));
        if !joined || !self.says(at, &["that"]) || !self.is(at + 1, Class::Of) {
            return;
        }
        let place = self.past(at + 2, &[Class::Article]);
        let Some(body) = self.body(place) else { return };
        let (name, _, title) = self.titles(place + 1);
        let (Some(person), None) = (self.person(name), title) else {
            return;
        };
        let Some(mention) = self.office_before(at) else {
            return;
        };
        let held = Held::OfficeOf { mention, body };
        self.push(person, held, at..name + 1, "office-before-name");
    }

    /// The nearest office before a place that is one person's, in a body, with its holder behind it.
    fn office_before(&self, at: usize) -> Option<usize> {
        let place = (at.saturating_sub(REACH)..at)
            .rev()
            .find(|n| self.office(*n).is_some())?;
        let office = self.office(place)?;
        let mention = self.mentions.offices.get(office)?;
        let holder = self.past(place + 1 + usize::from(self.mark(place + 1, ',')), &[]);
        let held = self.person(holder).is_some()
            || place
                .checked_sub(2)
                .is_some_and(|b| self.person(b).is_some());
        (held && !mention.plural && !mention.bodies.is_empty()).then_some(office)
    }

    /// "A, member of the Senate and of the Assembly of B,": notes the second body of an office at a place, with nobody named right behind it, and
    /// gives the place of the last body.
    pub(super) fn in_second_body(&mut self, name: Name, mention: usize, at: usize) -> usize {
        let joined = self.is(at + 1, Class::And) && self.is(at + 2, Class::Of);
        let place = self.past(at + 3, &[Class::Article]);
        let behind = place + 1 + usize::from(self.mark(place + 1, ','));
        let alone = joined && self.person(behind).is_none();
        let Some(body) = self.body(place).filter(|_| alone) else {
            return at;
        };
        let held = Held::OfficeOf { mention, body };
        self.push(name.person, held, name.at..place + 1, "office-after-name");
        place
    }
}

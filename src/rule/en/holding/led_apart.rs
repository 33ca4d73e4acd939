//! Whom a word of leading speaks of where a delegation and a body stand before it.
//!
//! In comes the place of the word, out comes the body that is led. This module never says by whom.

use super::Reader;
use crate::lexicon::Class;

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
}

//! Rows of people of whom each has the titles before the name: "Speaker of A B, Chairperson of C, Speaker of D E, Speaker of F G".
//!
//! In comes the place of a name in such a row, out comes whether an office behind it is that of the next name. This module never notes who
//! holds what.

use super::Reader;
use crate::lexicon::Class;

impl Reader<'_, '_, '_> {
    /// Whether the office between the names of two places of a row is that of the name behind it, which has another one right before it: the
    /// name before has its office before it, and so has the one before that.
    pub(super) fn is_of_titled_row(&self, name: usize, office: usize) -> bool {
        let next = self.past(office + 2, &[Class::Article]);
        let second = self.office(next).filter(|o| !self.plural(*o));
        let person = self.past_address(next + 1);
        let goes_on = self.mark(office + 1, ',') && self.person(person).is_some();
        if second.is_none() || !goes_on {
            return false;
        }
        let titled = |name: usize| {
            let address = |n: &usize| self.item(*n).is_some_and(|i| i.honorific().is_some());
            let title = (0..name).rev().find(|n| !address(n))?;
            self.office(title)
                .filter(|o| !self.plural(*o))
                .map(|_| title)
        };
        let Some(title) = titled(name) else {
            return false;
        };
        let comma = (0..title).rev().find(|n| !self.is(*n, Class::Article));
        let before = comma
            .filter(|c| self.mark(*c, ','))
            .and_then(|c| c.checked_sub(1));
        before.is_some_and(|b| self.person(b).is_some() && titled(b).is_some())
    }
}

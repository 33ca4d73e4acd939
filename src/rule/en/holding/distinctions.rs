//! Letters of distinctions and forms of address between a name and the office behind it: "A B, P.C., M.P., Speaker of C".
//!
//! In comes the place behind a name, out comes the place where its office may stand. This module never says who holds what.

use super::Reader;
use crate::mention::Kind;
use crate::text::Shape;

impl Reader<'_, '_, '_> {
    /// "A, A.A., Clerk of B": whether letters of a distinction stand at a place, which are no office.
    pub(super) fn are_letters(&self, at: usize) -> bool {
        self.item(at).is_some_and(|i| {
            let text = self.mentions.words.text_of(&i.words);
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            let capitals = text.chars().all(|c| c.is_uppercase() || c == '.');
            matches!(i.kind, Kind::Plain(_))
                && i.state().is_none()
                && capitals
                && (2..=4).contains(&letters)
        })
    }

    /// "A, Honourable Speaker of B": the place behind a form of address before a title.
    pub(super) fn past_titled_address(&self, from: usize) -> usize {
        let mut next = from;
        while self
            .item(next)
            .is_some_and(|i| i.honorific().is_some() && i.state().is_none())
            && self.office(next + 1).is_some()
        {
            next += 1;
        }
        next
    }

    /// "A B, P.C., M.P., Speaker of C", "A B, A.A., Clerk of D": the place behind letters that follow a name and are no office.
    pub(super) fn past_distinctions(&self, from: usize) -> usize {
        let mut next = from;
        while self
            .item(next)
            .is_some_and(|i| i.honorific().is_some() && i.state().is_none())
            && (self.mark(next + 1, ',') || self.mark(next + 1, '.'))
            || self.are_letters(next) && self.mark(next + 1, ',')
        {
            next += 2;
            next += usize::from(self.mark(next, ','));
        }
        // "A.A." is cut into its letters.
        let initial = |n: &usize| {
            let item = self.item(*n);
            item.is_some_and(|i| {
                self.mentions.words.at(i.words.start).token.shape == Shape::Initial
            })
        };
        let letters = (next..self.items.len()).take_while(initial).count();
        if letters > 1 && self.mark(next + letters, ',') {
            next += letters + 1;
        }
        next
    }
}

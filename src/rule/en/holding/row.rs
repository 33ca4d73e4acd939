//! Offices of several behind a list of names: "A and B, President and Vice-President of C", "A and B, Chairs of the C and of the D
//! respectively".
//!
//! In comes the place of the first office behind the list, out come the holdings of its names. This module never looks for an office before
//! a name.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::OfficeMention;

impl Reader<'_, '_, '_> {
    /// "A and B, President and Vice-President of C": notes one office of a row, which begins at a place, for each name of the
    /// list that ends at `last`. Gives whether the row may be one of several people, so that no name has all its offices.
    pub(super) fn one_each(&mut self, last: usize, at: usize) -> bool {
        let linked = self.is(at + 1, Class::And) || self.mark(at + 1, ',');
        if !linked
            || self
                .office(self.past(at + 2, &[Class::And, Class::Article]))
                .is_none()
        {
            return false;
        }
        let people = self.list_before(last);
        // "A, Chair of B, and C, MP, Chair of D": whoever has an office already is none of the row.
        let first = people.first().map_or(last, |(at, _)| *at);
        if (first..last).any(|n| self.office(n).is_some()) {
            return false;
        }
        let mut offices: Vec<usize> = Vec::new();
        let mut next = at;
        while let Some(office) = self.office(next) {
            offices.push(office);
            let link = next + 1;
            next = link;
            while self.mark(next, ',') || self.is_any(next, &[Class::And, Class::Article]) {
                next += 1;
            }
            if next == link {
                break;
            }
        }
        if people.len() < 2 {
            return false;
        }
        if offices.len() == people.len() {
            for (n, (_, person)) in people.iter().enumerate() {
                let Some(office) = offices.get(n).copied() else {
                    break;
                };
                let held = self.owned_by(office, offices.get(n + 1..).unwrap_or_default());
                self.push(*person, held, last..at + 1, "offices-respectively");
            }
        }
        true
    }

    /// An office that names neither body nor state belongs to what the next office of the row names.
    pub(super) fn owned_by(&self, office: usize, behind: &[usize]) -> Held {
        let bare = |o: usize| {
            let mention = self.mentions.offices.get(o);
            mention.is_none_or(OfficeMention::bare)
        };
        match behind.iter().find(|o| !bare(**o)) {
            Some(owner) if bare(office) => Held::OfficeLike {
                mention: office,
                owner: *owner,
            },
            _ => Held::office(office),
        }
    }

    /// "A and B, Chairs of the C and of the D respectively", "A, B and C, respectively the presidents of D and E and ...":
    /// the names of the list that ends at `last` and the offices from the place `at` on.
    pub(super) fn distributed(&mut self, last: usize, office: usize, at: usize) {
        let people = self.list_before(last);
        // "A, Speaker of the Senate, and members of the Committee": they are others.
        if people.len() < 2 && self.plural(office) {
            return;
        }
        let shares = self.shares(office, people.len());
        // Several offices follow each other: the first ones belong to the first people.
        let Some(mention) = self.mentions.offices.get(office) else {
            return;
        };
        let named = mention.bodies.len().max(mention.states.len());
        let first = if !shares && named > 1 && named < people.len() {
            named
        } else {
            people.len()
        };
        for (n, (_, person)) in people.iter().take(first).enumerate() {
            let held = Held::Office {
                mention: office,
                share: (shares || named == first && named > 1).then_some(n),
            };
            self.push(*person, held, last..at + 1, "offices-respectively");
        }
        let mut next = at + 1;
        for (_, person) in people.iter().skip(first) {
            while self.mark(next, ',') || self.is_any(next, &[Class::And, Class::Article]) {
                next += 1;
            }
            let Some(office) = self.office(next) else {
                return;
            };
            let held = Held::office(office);
            self.push(*person, held, last..next + 1, "offices-respectively");
            next += 1;
        }
    }
}

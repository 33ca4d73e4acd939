//! What says a house in other words between an office and the name of who holds it: "Chairman of the Jogorku Kenesh (the parliament of
//! Kyrgyzstan) A", "Speaker of the Kyrgyz parliament - Jogorku Kenesh - A".
//!
//! In comes the place behind an office, out come the name behind the other words and where it ends. This module never says who holds what.

use super::Reader;
use crate::lexicon::Class;
use crate::mention::Means;
use crate::ontology::StateCode;

/// How many items a bracket between an office and a name may have.
const LONGEST_BRACKET: usize = 16;

impl Reader<'_, '_, '_> {
    /// "Speaker of the Kyrgyz parliament - Jogorku Kenesh - A": the person right behind a body between two dashes, the first of which stands
    /// at a place, and the place behind the name. The body must be another name of a house of the state of which the office names one.
    pub(super) fn behind_dashes(&self, office: usize, at: usize) -> Option<(usize, usize)> {
        let dash = |n: usize| ['-', '–', '—'].iter().any(|m| self.mark(n, *m));
        let gloss = self.body(at + 1).filter(|_| dash(at) && dash(at + 2))?;
        let [own] = self.mentions.offices.get(office)?.bodies.as_slice() else {
            return None;
        };
        let states = |body: usize| -> Vec<StateCode> {
            let rows = self.mentions.bodies.get(body).map(|b| &b.means);
            let Some(Means::Chambers(rows)) = rows else {
                return Vec::new();
            };
            let lexicon = self.mentions.words.lexicon;
            let chambers = rows.iter().filter_map(|r| lexicon.chamber(*r));
            chambers.map(|c| c.state).collect()
        };
        let (own, gloss) = (states(*own), states(gloss));
        let same = own.iter().any(|s| gloss.contains(s));
        Some((self.person(at + 3).filter(|_| same)?, at + 4))
    }

    /// "Chairman of the Jogorku Kenesh (the parliament of Kyrgyzstan) A": the person right behind a bracket without names that
    /// opens at a place, and the place behind the name.
    pub(super) fn behind_bracket(&self, at: usize) -> Option<(usize, usize)> {
        if !self.mark(at, '(') {
            return None;
        }
        let close = (at + 1..at + LONGEST_BRACKET)
            .take_while(|n| self.person(*n).is_none() && !self.is(*n, Class::Who))
            .find(|n| self.mark(*n, ')'))?;
        // "Speaker of the Nitijela (parliament) of the Marshall Islands A".
        let of = self.past(close + 1, &[Class::Of, Class::Article]);
        let state = self.item(of).is_some_and(|i| i.state().is_some());
        let name = if state && of > close + 1 {
            of + 1
        } else {
            close + 1
        };
        // "President of the Association (African Region), A.": with a comma, where the office is not that of a name before it.
        let opens = at
            .checked_sub(2)
            .and_then(|b| b.checked_sub(usize::from(self.is(b, Class::Article))));
        let own = opens.is_some_and(|b| self.mark(b, ',') || self.person(b).is_some());
        let ends = |n: usize| self.item(n).is_none() || self.mark(n, '.') || self.mark(n, ',');
        let name = name + usize::from(self.mark(name, ',') && !own && ends(name + 2));
        Some((self.person(name)?, name + 1))
    }

    /// "Deputy Speaker of the State Duma \[parliament\] and Chairman of the Group": the place behind a gloss in square brackets that opens at one,
    /// or that place.
    pub(super) fn past_square_bracket(&self, at: usize) -> usize {
        let close = (at + 1..at + LONGEST_BRACKET)
            .take_while(|n| self.person(*n).is_none() && self.office(*n).is_none())
            .find(|n| self.mark(*n, ']'));
        close
            .filter(|_| self.mark(at, '['))
            .map_or(at, |close| close + 1)
    }
}

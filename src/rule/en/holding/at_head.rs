//! Who leads a delegation, told in a turn behind its word: ", at its head Speaker A,", ", with A as its leader,", ", whose head is A,".
//!
//! In comes the place of a word, out come the holdings of those who lead. This module never reads a word of leading.

use super::Reader;
use crate::lexicon::{Class, Cue};

/// How many items before such a turn the word for the delegation may stand.
const REACH: usize = 12;

impl Reader<'_, '_, '_> {
    /// Reads such a turn that begins at a place.
    pub(super) fn at_its_head(&mut self, at: usize) {
        let named = self
            .named_at_head(at)
            .or_else(|| self.named_as_leader(at))
            .or_else(|| self.named_whose_head(at));
        let Some((name, end)) = named else { return };
        let (Some(person), Some(place)) = (self.person(name), self.delegation_before(at)) else {
            return;
        };
        self.delegation_led(&[person], (self.sentence, place), &(at..end));
    }

    /// "at its head Speaker A", "at its head was A": the place of the name, and where the turn ends.
    fn named_at_head(&self, at: usize) -> Option<(usize, usize)> {
        let opens = self.is(at, Class::In) && self.says(at + 1, &["its head"]);
        let comma = usize::from(self.mark(at + 2, ','));
        let next = self.past(at + 2 + comma, &[Class::Be]);
        let (name, _, _) = self.titles(next);
        opens.then_some((name, name + 1))
    }

    /// "with A as its leader", "with A, the Chair of B, as its head".
    fn named_as_leader(&self, at: usize) -> Option<(usize, usize)> {
        if !self.is(at, Class::With) {
            return None;
        }
        let (name, _, _) = self.titles(at + 1);
        let own =
            |n: usize| self.mark(n, ',') || self.office(n).is_some() || self.is(n, Class::Article);
        let as_ = (name + 1..name + REACH)
            .find(|n| !own(*n))
            .filter(|n| self.is(*n, Class::As))?;
        let leader = self.past(as_ + 1, &[Class::Article]);
        self.is_cue(leader, Cue::LedAs)
            .then_some((name, leader + 1))
    }

    /// "whose head is A", "whose leader, A,".
    fn named_whose_head(&self, at: usize) -> Option<(usize, usize)> {
        let opens = self.says(at, &["whose"]) && self.is_cue(at + 1, Cue::LedAs);
        let next = self.past(at + 2, &[Class::Be]);
        let stands = next > at + 2 || self.mark(next, ',');
        let (name, _, _) = self.titles(next);
        (opens && stands).then_some((name, name + 1))
    }

    /// The word for the delegation of which such a turn speaks: the nearest one before it, with nobody named and nobody met in between.
    fn delegation_before(&self, at: usize) -> Option<usize> {
        let parts = [
            Class::Meet,
            Class::Receive,
            Class::Travel,
            Class::Visit,
            Class::MeetingNoun,
        ];
        (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|n| self.person(*n).is_none() && !self.is_any(*n, &parts))
            .find(|n| self.is(*n, Class::Delegation))
    }
}

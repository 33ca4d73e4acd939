//! Who chairs one sitting of a body: "The Committee has held its first meeting, chaired by A".
//!
//! In comes the place of a body and of those who chair, out comes whether it is the sitting that they chair. This module never says who was there.

use std::ops::Range;

use super::Reader;
use crate::lexicon::Class;

impl Reader<'_, '_, '_> {
    /// Whether a word for a sitting stands between a body and the word by which somebody chairs: that is no office in the body.
    pub(super) fn chairs_sitting(&self, body: usize, cover: &Range<usize>) -> bool {
        let Some(named) = (0..cover.end).rev().find(|n| self.body(*n) == Some(body)) else {
            return false;
        };
        let sitting = [
            Class::SessionNoun,
            Class::MeetingNoun,
            Class::CallNoun,
            Class::ConferenceNoun,
        ];
        let verb = (named + 1..cover.end).find(|n| self.is(*n, Class::LedBy));
        verb.is_some_and(|verb| (named + 1..verb).any(|n| self.is_any(n, &sitting)))
    }
}

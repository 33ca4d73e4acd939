//! Common words of a sentence: those that the tables do not know, in small letters.
//!
//! In comes a chunk, out comes yes or no. This module never reads names.

use super::Scene;
use crate::lexicon::{Class, ClassSet};
use crate::mention::Kind;

impl Scene<'_, '_, '_, '_> {
    /// Whether a chunk is a common word, of which nothing more is known: "inflation", "doctors".
    pub(in crate::rule::en) fn is_common(&self, chunk: usize) -> bool {
        let known = self.classes(chunk) != ClassSet::EMPTY || !self.people(chunk).is_empty();
        let plain = self
            .item(chunk)
            .is_some_and(|i| matches!(i.kind, Kind::Plain(_)) && i.state().is_none());
        let small = self
            .item(chunk)
            .and_then(|i| self.text(i).chars().next())
            .is_some_and(char::is_lowercase);
        plain && small && !known
    }

    /// Whether a chunk means people, or a delegation of which nobody is known.
    pub(super) fn is_party(&self, chunk: usize) -> bool {
        let sent = self.item(chunk).is_some_and(|i| i.is(Class::Delegation));
        sent || !self.people(chunk).is_empty()
    }

    /// Whether a chunk is a sign of any kind.
    pub(in crate::rule::en) fn is_sign(&self, chunk: usize) -> bool {
        self.item(chunk)
            .is_some_and(|i| matches!(i.kind, Kind::Mark(_)))
    }
}

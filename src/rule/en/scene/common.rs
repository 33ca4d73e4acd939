//! Of what sort the words of a sentence are: common ones that the tables do not know, those that mean people, those that somebody says.
//!
//! In comes a chunk, out comes yes or no. This module never reads names.

use super::super::party::governed;
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

    /// Whether a chunk means people, or several of whom nobody is known: a delegation, a committee, "the MPs".
    pub(in crate::rule::en) fn is_party(&self, chunk: usize) -> bool {
        let Some(item) = self.item(chunk) else {
            return false;
        };
        let office = item.office();
        let office = office.and_then(|o| self.facts.mentions.offices.get(o));
        let body = item.body().is_some() && !governed(self.items, &self.chunks, chunk);
        let several = item.is(Class::Delegation) || office.is_some_and(|o| o.plural) || body;
        several || !self.people(chunk).is_empty()
    }

    /// Whether a chunk is said by somebody in quotation marks.
    pub(in crate::rule::en) fn is_said(&self, chunk: usize) -> bool {
        let item = self.item(chunk);
        item.is_some_and(|i| self.facts.mentions.words.is_said(i.words.start))
    }

    /// Whether a chunk is a sign of any kind.
    pub(in crate::rule::en) fn is_sign(&self, chunk: usize) -> bool {
        self.item(chunk)
            .is_some_and(|i| matches!(i.kind, Kind::Mark(_)))
    }
}

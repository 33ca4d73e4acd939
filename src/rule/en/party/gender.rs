//! Whether "he" and "she" can stand for somebody.
//!
//! In comes a pronoun, out comes whom it may mean among those of whom the article speaks. This module never looks at names.

use super::{Chunk, Parties};
use crate::mention::Item;

impl Parties<'_, '_, '_> {
    /// Whether a pronoun cannot stand for somebody: "she" for a man.
    pub(super) fn is_of_other_gender(&self, pronoun: &Item<'_>, person: usize) -> bool {
        let hers = self.genders.get(person).copied().flatten();
        self.is_hers(pronoun).is_some_and(|p| hers == Some(!p))
    }

    /// Whether a pronoun cannot stand for the only one of a party.
    pub(super) fn is_other(&self, pronoun: &Item<'_>, party: &[usize]) -> bool {
        let [only] = party else {
            return false;
        };
        self.is_of_other_gender(pronoun, *only)
    }

    /// The one named last among the chunks of a sentence read so far whom a pronoun fits, where that shows.
    pub(super) fn named_in(&self, pronoun: &Item<'_>, chunks: &[Chunk]) -> Option<Vec<usize>> {
        let wanted = self.is_hers(pronoun);
        let fits = |c: &&Chunk| match c.people.as_slice() {
            [only] => self.genders.get(*only).copied().flatten() == wanted,
            _ => false,
        };
        let found = chunks.iter().rev().find(fits);
        found.map(|c| c.people.clone())
    }

    /// Whether a pronoun is one for a woman (`true`) or for a man.
    fn is_hers(&self, pronoun: &Item<'_>) -> Option<bool> {
        let words = &self.facts.mentions.words;
        if words.say(&pronoun.words, &["she", "her"]) {
            Some(true)
        } else {
            words.say(&pronoun.words, &["he", "him"]).then_some(false)
        }
    }

    /// The one for whom a pronoun stands that has nobody before it in its sentence: the one of whom the article spoke last, unless
    /// that is a man and the pronoun a woman's, or the other way round; then the last one named whom it fits, where that shows.
    pub(super) fn spoken_of(&self, pronoun: &Item<'_>) -> Option<usize> {
        let topic = self.topic?;
        if !self.is_of_other_gender(pronoun, topic) {
            return Some(topic);
        }
        let wanted = self.is_hers(pronoun);
        let fits = |p: &&usize| self.genders.get(**p).copied().flatten() == wanted;
        self.recent.iter().find(fits).copied()
    }

    /// Remembers who is named in a sentence: those whom no preposition governs first.
    pub(super) fn note_recent(&mut self, mut named: Vec<usize>) {
        if named.is_empty() {
            return;
        }
        for person in &self.recent {
            if !named.contains(person) {
                named.push(*person);
            }
        }
        self.recent = named;
    }
}

//! What rules ask of a sentence again and again: found once, and kept as long as the sentence is read.
//!
//! In comes a sentence, out come answers about it as a whole. This module never looks at one chunk by itself.

use std::cell::OnceCell;

use super::super::party::Chunk;
use super::Scene;
use crate::lexicon::{Class, ClassSet};
use crate::ontology::MeetingKind;

/// What is known of a sentence as a whole.
#[derive(Debug, Default)]
pub(in crate::rule::en) struct Known {
    /// The classes of all chunks that are no party.
    classes: ClassSet,
    /// How many parties it names.
    parties: usize,
    commission: OnceCell<bool>,
    gathering: OnceCell<bool>,
    another_year: OnceCell<bool>,
    pub(super) remembered: OnceCell<bool>,
    /// Whether it speaks of what is to come and of nothing that has happened.
    pub(in crate::rule::en) announced: OnceCell<bool>,
    /// The word that tells of a meeting that was held, with how people came together by it.
    pub(in crate::rule::en) teller: OnceCell<Option<(usize, MeetingKind)>>,
}

impl Known {
    /// What the chunks of a sentence tell by themselves.
    pub(in crate::rule::en) fn of(chunks: &[Chunk]) -> Self {
        let all = chunks.iter().map(|c| c.classes);
        Self {
            classes: all.fold(ClassSet::EMPTY, ClassSet::or),
            parties: chunks.iter().filter(|c| !c.people.is_empty()).count(),
            ..Self::default()
        }
    }
}

impl Scene<'_, '_, '_, '_> {
    /// Whether a chunk of the sentence is a word of a class: most sentences have no word of most classes, and a rule that needs one
    /// need not begin there.
    #[inline]
    pub(in crate::rule::en) const fn has(&self, class: Class) -> bool {
        self.known.classes.has(class)
    }

    /// Whether a chunk of the sentence is a word of one of the classes.
    #[inline]
    pub(in crate::rule::en) const fn has_any(&self, classes: &[Class]) -> bool {
        self.known.classes.meets(ClassSet::of(classes))
    }

    /// How many parties the sentence names.
    #[inline]
    pub(in crate::rule::en) const fn parties(&self) -> usize {
        self.known.parties
    }

    /// Whether the sentence names a commission or an assembly.
    pub(in crate::rule::en) fn names_commission(&self) -> bool {
        let find = || (0..self.chunks.len()).any(|n| self.is_commission(n));
        *self.known.commission.get_or_init(find)
    }

    /// Whether the sentence names a conference or the session of a body, whose guests meet in a crowd.
    pub(in crate::rule::en) fn names_gathering(&self) -> bool {
        let nouns = [Class::ConferenceNoun, Class::SessionNoun];
        let find = || {
            let noun = |n| self.is_any(n, &nouns) && !self.is(n, Class::MeetingNoun);
            self.has_any(&nouns) && (0..self.chunks.len()).any(noun)
                || self.has(Class::Gather) && self.names_commission()
        };
        *self.known.gathering.get_or_init(find)
    }

    /// Whether the sentence is set in another year: a year stands alone in it that is not that of publication, or "last year".
    pub(in crate::rule::en) fn is_of_another_year(&self) -> bool {
        let find = || {
            let mut years = self.items.iter().filter_map(|item| self.year(item));
            years.any(|year| self.published.is_none_or(|p| p.year() != year))
                || (1..self.chunks.len())
                    .any(|n| self.says(n, &["year"]) && self.says(n - 1, &["last"]))
        };
        *self.known.another_year.get_or_init(find)
    }
}

//! Two people in one office that one holds at a time.
//!
//! In come the offices as held, out come those without the ones that the context gave to a second person. This module never drops
//! what an article says in full.

use super::{Facts, Role};

/// How sure an office is whose body or state goes without saying, in hundredths.
pub(in crate::rule::en) const BARE: u8 = 65;

impl Facts<'_, '_> {
    /// "Speaker A of Namibia ... Speaker B ... President C and President D": whoever is told without a house or state is not its
    /// speaker where somebody else is. Of two that are told so in one sentence, nobody knows which is the one of the context.
    pub(super) fn drop_rivals(&mut self) {
        let keep: Vec<bool> = (0..self.roles.len())
            .map(|number| !self.has_rival(number))
            .collect();
        let mut keep = keep.into_iter();
        self.roles.retain(|_| keep.next().unwrap_or(true));
    }

    fn has_rival(&self, number: usize) -> bool {
        let Some(own) = self.roles.get(number).filter(|r| is_bare(r)) else {
            return false;
        };
        let mut others = self.roles.iter().enumerate();
        others.any(|(place, other)| {
            let rival = other.person != own.person
                && other.office == own.office
                && other.target == own.target
                && !other.former;
            rival
                && (!is_bare(other)
                    || place < number
                    || self.sentence_of(own) == self.sentence_of(other))
        })
    }

    /// The sentence in which the title of an office stands.
    fn sentence_of(&self, role: &Role) -> Option<usize> {
        let mut sentences = self.mentions.words.sentences.iter();
        sentences.position(|s| s.words.contains(&role.title.start))
    }
}

/// Whether the context gives the body or state of an office that one person holds at a time.
const fn is_bare(role: &Role) -> bool {
    role.confidence <= BARE && !role.former && role.office.has_one_holder()
}

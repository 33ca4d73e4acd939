//! What the tables of the lexicon know of the words of names.

use crate::lexicon::{Entry, Lexicon, NameTraits, Symbol};

/// The tables, asked for words of names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Roles<'l>(pub(super) &'l Lexicon);

impl Roles<'_> {
    /// Whether a word is a particle or a form of address.
    pub(super) fn is_optional(self, lower: &str) -> bool {
        let symbol = self.0.symbol(lower, &mut String::new());
        if symbol == Symbol::UNKNOWN {
            return false;
        }
        let address = |e: &Entry| matches!(e, Entry::Particle(_) | Entry::Honorific(_));
        let mut phrases = self.0.phrases_at(symbol, |_| Symbol::UNKNOWN);
        phrases.any(|found| found.length == 1 && found.entries.iter().any(address))
    }

    /// Whether the table of given names has a word.
    pub(super) fn is_given_name(self, lower: &str) -> bool {
        let symbol = self.0.symbol(lower, &mut String::new());
        self.0.traits(symbol).has(NameTraits::GIVEN)
    }
}

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

    /// Whether a given name is one of women (`true`) or of men; `None` where both have it or nothing is known.
    pub(super) fn is_hers(self, lower: &str) -> Option<bool> {
        let traits = self.0.traits(self.0.symbol(lower, &mut String::new()));
        let (his, hers) = (
            traits.has(NameTraits::OF_MEN),
            traits.has(NameTraits::OF_WOMEN),
        );
        (his != hers).then_some(hers)
    }

    /// Whether the table of given names has a word.
    pub(super) fn is_given_name(self, lower: &str) -> bool {
        let symbol = self.0.symbol(lower, &mut String::new());
        self.0.traits(symbol).has(NameTraits::GIVEN)
    }
}

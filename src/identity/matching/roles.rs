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

    /// A name without the office that stands behind a comma ("Lee, Speaker of the House") or right before it ("Speaker Lee").
    ///
    /// A word that is a given name as well ("Emir") stays, and so does a word that is all there is.
    pub(super) fn without_office(self, written: &str) -> &str {
        let mut name = written;
        for (comma, _) in written.match_indices(',') {
            let behind = written.get(comma + 1..).unwrap_or_default();
            let mut words = behind.split_whitespace();
            let first = words.find(|word| !word.eq_ignore_ascii_case("the"));
            let before = written.get(..comma).unwrap_or_default();
            if first.is_some_and(|word| self.is_title(word)) && !before.trim().is_empty() {
                name = before;
                break;
            }
        }
        while let Some((first, rest)) = name.trim_start().split_once(char::is_whitespace)
            && self.is_title(first)
            && rest.chars().any(char::is_alphabetic)
        {
            name = rest;
        }
        name
    }

    /// Whether a word is a title of an office by itself, and no given name.
    fn is_title(self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let symbol = self.0.symbol(&lower, &mut String::new());
        if symbol == Symbol::UNKNOWN || self.is_given_name(&lower) {
            return false;
        }
        let title = |e: &Entry| matches!(e, Entry::Title(_));
        let mut phrases = self.0.phrases_at(symbol, |_| Symbol::UNKNOWN);
        phrases.any(|found| found.length == 1 && found.entries.iter().any(title))
    }

    /// What the table of given names says of a word.
    pub(super) fn given(self, lower: &str) -> Given {
        let traits = self.0.traits(self.0.symbol(lower, &mut String::new()));
        let (his, hers) = (
            traits.has(NameTraits::OF_MEN),
            traits.has(NameTraits::OF_WOMEN),
        );
        Given {
            known: traits.has(NameTraits::GIVEN),
            family: traits.has(NameTraits::SURNAME_FIRST),
            hers: (his != hers).then_some(hers),
        }
    }

    /// Whether the table of given names has a word.
    pub(super) fn is_given_name(self, lower: &str) -> bool {
        self.given(lower).known
    }
}

/// What the table of given names says of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Given {
    /// Whether it has the word.
    pub(super) known: bool,
    /// Whether the word is a surname that stands before given names in some language.
    pub(super) family: bool,
    /// Whether the name is one of women (`true`) or of men; `None` where both have it or nothing is known.
    pub(super) hers: Option<bool>,
}

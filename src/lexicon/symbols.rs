//! Numbers for words: every word that a table knows has one, and a word that none knows has none.

use rustc_hash::FxHashMap;

use crate::text::fold_into;

/// The number of a folded word; [`Symbol::UNKNOWN`] for a word that no table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Symbol(pub(super) u32);

impl Symbol {
    /// A word that no table has.
    pub const UNKNOWN: Self = Self(0);
}

/// What the tables know of a single word as a part of names, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameTraits(u8);

impl NameTraits {
    /// A given name.
    pub const GIVEN: Self = Self(1);
    /// A given name that is also a common word, a place or a people.
    pub const DOUBTFUL: Self = Self(2);
    /// A surname that stands first.
    pub const SURNAME_FIRST: Self = Self(4);
    /// Nothing known.
    pub const NONE: Self = Self(0);
    /// A word of every day.
    pub const COMMON: Self = Self(8);

    /// Whether it has all bits of the other.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The words of all tables.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    numbers: FxHashMap<Box<str>, u32>,
    traits: Vec<NameTraits>,
}

impl Symbols {
    /// With room for so many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        let mut new = Self {
            numbers: FxHashMap::default(),
            traits: Vec::with_capacity(words),
        };
        new.numbers.reserve(words);
        new.traits.push(NameTraits::default());
        new
    }

    /// The number of a folded word, a new one where it has none.
    pub(super) fn intern(&mut self, folded: &str) -> Symbol {
        if let Some(number) = self.numbers.get(folded) {
            return Symbol(*number);
        }
        let number = u32::try_from(self.traits.len()).unwrap_or(0);
        self.numbers.insert(folded.into(), number);
        self.traits.push(NameTraits::default());
        Symbol(number)
    }

    /// Notes a trait of a word.
    pub(super) fn note(&mut self, symbol: Symbol, name: NameTraits) {
        if let Some(traits) = self
            .traits
            .get_mut(symbol.0 as usize)
            .filter(|_| symbol != Symbol::UNKNOWN)
        {
            traits.add(name);
        }
    }

    /// The number of a word as written; `buffer` is used for folding and left with the folded form.
    pub(super) fn of(&self, word: &str, buffer: &mut String) -> Symbol {
        buffer.clear();
        fold_into(
            if word.len() > 1 {
                word.trim_end_matches('.')
            } else {
                word
            },
            buffer,
        );
        Symbol(self.numbers.get(buffer.as_str()).copied().unwrap_or(0))
    }

    /// What is known of a word as a part of names.
    pub(super) fn traits(&self, symbol: Symbol) -> NameTraits {
        self.traits
            .get(symbol.0 as usize)
            .copied()
            .unwrap_or_default()
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.traits.len()
    }
}

//! Numbers for words: every word that a table knows has one, and a word that none knows has none.

use std::hash::Hasher as _;

use rustc_hash::FxHasher;

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
    /// A given name of men.
    pub const OF_MEN: Self = Self(16);
    /// A given name of women.
    pub const OF_WOMEN: Self = Self(32);
    /// A given name that men have in one country and women in another ("Andrea"), however a spelling of it is told.
    pub const OF_BOTH: Self = Self(64);

    /// Whether it has all bits of the other.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits of both.
    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The words of all tables, each with its number and traits.
///
/// A table of slots with open addressing over one text of all words: the tables have eighty thousand words, and one
/// small string for each of them would cost more time than everything else in reading the tables.
#[derive(Debug)]
pub(super) struct Symbols {
    /// Half of a word's hash and its number; 0 where the slot is free. A power of two of them.
    slots: Vec<u64>,
    /// All words, one behind the other.
    text: String,
    /// Where in `text` the word of each number ends.
    ends: Vec<u32>,
    traits: Vec<NameTraits>,
}

impl Symbols {
    /// With room for so many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        let mut new = Self {
            slots: vec![0; (words * 3 / 2).next_power_of_two().max(16)],
            text: String::with_capacity(words * 8),
            ends: Vec::with_capacity(words),
            traits: Vec::with_capacity(words),
        };
        // The number 0 is that of the unknown word.
        new.ends.push(0);
        new.traits.push(NameTraits::NONE);
        new
    }

    /// The number of a folded word, a new one where it has none.
    pub(super) fn intern(&mut self, folded: &str) -> Symbol {
        let hash = hash(folded);
        let place = match self.find(hash, folded) {
            Ok(found) => return found,
            Err(place) => place,
        };
        let (Ok(number), Ok(end)) = (
            u32::try_from(self.ends.len()),
            u32::try_from(self.text.len() + folded.len()),
        ) else {
            return Symbol::UNKNOWN;
        };
        self.text.push_str(folded);
        self.ends.push(end);
        self.traits.push(NameTraits::NONE);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = hash & TAG | u64::from(number);
        }
        if self.ends.len() * 4 > self.slots.len() * 3 {
            self.grow();
        }
        Symbol(number)
    }

    /// The number of a word, or the free slot where it would go.
    fn find(&self, hash: u64, folded: &str) -> Result<Symbol, usize> {
        let mask = self.slots.len() - 1;
        let mut place = usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & mask;
        loop {
            let slot = self.slots.get(place).copied().unwrap_or(0);
            if slot == 0 {
                return Err(place);
            }
            let symbol = Symbol(u32::try_from(slot & 0xffff_ffff).unwrap_or(0));
            if slot & TAG == hash & TAG && self.word(symbol) == folded {
                return Ok(symbol);
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots = vec![0; mask + 1];
        for number in (1..).take(self.ends.len() - 1) {
            let hash = hash(self.word(Symbol(number)));
            let mut place = usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & mask;
            while self.slots.get(place).is_some_and(|slot| *slot != 0) {
                place = (place + 1) & mask;
            }
            if let Some(slot) = self.slots.get_mut(place) {
                *slot = hash & TAG | u64::from(number);
            }
        }
    }

    fn word(&self, symbol: Symbol) -> &str {
        let number = symbol.0 as usize;
        let end = |n: usize| self.ends.get(n).map_or(0, |end| *end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }

    /// Notes traits of a folded word.
    pub(super) fn note(&mut self, folded: &str, traits: NameTraits) {
        let symbol = self.intern(folded);
        if let Some(known) = self.traits.get_mut(symbol.0 as usize)
            && symbol != Symbol::UNKNOWN
        {
            *known = known.and(traits);
        }
    }

    /// The number of a word as written; `buffer` is used for folding and left with the folded form.
    pub(super) fn of(&self, word: &str, buffer: &mut String) -> Symbol {
        buffer.clear();
        let bare = match word.as_bytes() {
            [_, .., b'.'] => word.trim_end_matches('.'),
            _ => word,
        };
        fold_into(bare, buffer);
        self.find(hash(buffer), buffer).unwrap_or(Symbol::UNKNOWN)
    }

    /// What is known of a word as a part of names.
    pub(super) fn traits(&self, symbol: Symbol) -> NameTraits {
        let found = self.traits.get(symbol.0 as usize);
        found.copied().unwrap_or_default()
    }
}

/// The half of a hash that is kept in the slot; the other half says where the slot is.
const TAG: u64 = 0xffff_ffff_0000_0000;

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_while_the_table_grows() {
        let mut symbols = Symbols::with_capacity(1);
        let words: Vec<String> = (0..5_000).map(|n| format!("w{n}")).collect();
        let numbers: Vec<Symbol> = words.iter().map(|w| symbols.intern(w)).collect();
        let mut buffer = String::new();
        for (word, number) in words.iter().zip(&numbers) {
            assert_eq!(symbols.of(word, &mut buffer), *number);
            assert_eq!(symbols.intern(word), *number);
        }
        assert_eq!(symbols.of("w5000", &mut buffer), Symbol::UNKNOWN);
        assert_eq!(symbols.of("", &mut buffer), Symbol::UNKNOWN);
    }

    #[test]
    fn traits_add_up() {
        let mut symbols = Symbols::with_capacity(4);
        symbols.note("may", NameTraits::GIVEN);
        symbols.note("may", NameTraits::COMMON);
        let may = symbols.of("May", &mut String::new());
        assert!(
            symbols
                .traits(may)
                .has(NameTraits::GIVEN.and(NameTraits::COMMON))
        );
        assert!(!symbols.traits(may).has(NameTraits::SURNAME_FIRST));
        assert_eq!(symbols.traits(Symbol::UNKNOWN), NameTraits::NONE);
    }
}

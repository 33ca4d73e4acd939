//! Numbers for words: every word that a table knows has one, and a word that none knows has none.

use std::hash::Hasher as _;
use std::ops::Range;

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
/// small string for each of them would cost more time than everything else in reading the tables. What a word of a text is
/// looked up for lies in its slot, because each further table would be one more place of memory to wait for.
#[derive(Debug)]
pub(super) struct Symbols {
    /// A power of two of them.
    slots: Vec<Slot>,
    /// All words, one behind the other.
    text: String,
    /// The traits by number.
    traits: Vec<NameTraits>,
}

/// Half of a word's hash and its number; where its letters begin in the text, how many bytes they are, and its traits. All of it is 0
/// where the slot is free: plain numbers, which need not be written for a table to be made.
type Slot = [u64; 2];

/// The number of the word of a slot.
fn number_of([key, _]: Slot) -> Symbol {
    Symbol(u32::try_from(key & 0xffff_ffff).unwrap_or(0))
}

/// Where the letters of the word of a slot stand in the text.
fn letters_of([_, word]: Slot) -> Range<usize> {
    let start = usize::try_from(word & 0xffff_ffff).unwrap_or(0);
    let length = usize::try_from(word >> 32 & 0xffff).unwrap_or(0);
    start..start + length
}

/// Where the traits stand in a slot.
const TRAITS: u32 = 48;

impl Symbols {
    /// With room for so many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        let mut new = Self {
            slots: vec![[0; 2]; (words * 3 / 2).next_power_of_two().max(16)],
            text: String::with_capacity(words * 8),
            traits: Vec::with_capacity(words),
        };
        // The number 0 is that of the unknown word.
        new.traits.push(NameTraits::NONE);
        new
    }

    /// The number of a folded word, a new one where it has none.
    pub(super) fn intern(&mut self, folded: &str) -> Symbol {
        let place = self.place(folded);
        self.slots
            .get(place)
            .map_or(Symbol::UNKNOWN, |s| number_of(*s))
    }

    /// The slot of a folded word, a new one where it has none; one behind the last where there is no room for it.
    fn place(&mut self, folded: &str) -> usize {
        let hash = hash(folded);
        let place = match self.find(hash, folded) {
            Ok(place) => return place,
            Err(place) => place,
        };
        let (Ok(number), Ok(start), Ok(length)) = (
            u32::try_from(self.traits.len()),
            u32::try_from(self.text.len()),
            u16::try_from(folded.len()),
        ) else {
            return usize::MAX;
        };
        self.text.push_str(folded);
        self.traits.push(NameTraits::NONE);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = [
                hash & TAG | u64::from(number),
                u64::from(start) | u64::from(length) << 32,
            ];
        }
        if self.traits.len() * 4 > self.slots.len() * 3 {
            self.grow();
            return self.find(hash, folded).unwrap_or(usize::MAX);
        }
        place
    }

    /// The slot of a word, or the free one where it would go.
    fn find(&self, hash: u64, folded: &str) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut place = self.first_place(hash);
        loop {
            let slot = self.slot(place);
            if slot == [0; 2] {
                return Err(place);
            }
            let [key, _] = slot;
            if key & TAG == hash & TAG && self.text.get(letters_of(slot)) == Some(folded) {
                return Ok(place);
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let old = std::mem::replace(&mut self.slots, vec![[0; 2]; mask + 1]);
        for slot in old.into_iter().filter(|slot| *slot != [0; 2]) {
            let hash = hash(self.text.get(letters_of(slot)).unwrap_or_default());
            let mut place = usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & mask;
            while self.slots.get(place).is_some_and(|slot| *slot != [0; 2]) {
                place = (place + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(place) {
                *free = slot;
            }
        }
    }

    /// Notes traits of a folded word.
    pub(super) fn note(&mut self, folded: &str, traits: NameTraits) {
        let place = self.place(folded);
        if let Some(slot) = self.slots.get_mut(place)
            && let Some(known) = self.traits.get_mut(number_of(*slot).0 as usize)
        {
            *known = known.and(traits);
            let [_, word] = slot;
            *word |= u64::from(traits.0) << TRAITS;
        }
    }

    /// The number of a word as written; `buffer` is used for folding and left with the folded form.
    pub(super) fn of(&self, word: &str, buffer: &mut String) -> Symbol {
        self.known(word, buffer).0
    }

    /// The same with what is known of the word as a part of names.
    pub(super) fn known(&self, word: &str, buffer: &mut String) -> (Symbol, NameTraits) {
        buffer.clear();
        fold_into(bare(word), buffer);
        self.known_as(hash(buffer), buffer)
    }

    /// The same of all words of a text.
    ///
    /// The slots of rare words are far away in memory. So all words are folded first, then all slots are touched in a loop in which
    /// nothing waits for the one before, and only then are they looked at.
    pub(super) fn all_known<'w>(
        &self,
        words: impl Iterator<Item = &'w str>,
    ) -> Vec<(Symbol, NameTraits)> {
        let mut folded = String::new();
        let folded_words: Vec<(u64, usize)> = words
            .map(|word| {
                let start = folded.len();
                fold_into(bare(word), &mut folded);
                let own = folded.get(start..).unwrap_or_default();
                (hash(own), folded.len())
            })
            .collect();
        let free: Vec<bool> = folded_words
            .iter()
            .map(|(hash, _)| self.slot(self.first_place(*hash)) == [0; 2])
            .collect();
        let mut start = 0;
        let known = folded_words.iter().zip(free).map(|((hash, end), free)| {
            let own = folded.get(start..*end).unwrap_or_default();
            start = *end;
            if free {
                <(Symbol, NameTraits)>::default()
            } else {
                self.known_as(*hash, own)
            }
        });
        known.collect()
    }

    /// What is known of a folded word.
    fn known_as(&self, hash: u64, folded: &str) -> (Symbol, NameTraits) {
        let found = self.find(hash, folded).ok();
        found.map_or_else(Default::default, |place| {
            let slot = self.slot(place);
            let [_, word] = slot;
            let traits = u8::try_from(word >> TRAITS & 0xff).unwrap_or(0);
            (number_of(slot), NameTraits(traits))
        })
    }

    fn slot(&self, place: usize) -> Slot {
        self.slots.get(place).copied().unwrap_or_default()
    }

    /// The slot at which the search for a word begins.
    fn first_place(&self, hash: u64) -> usize {
        usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & (self.slots.len() - 1)
    }

    /// What is known of a word as a part of names.
    pub(super) fn traits(&self, symbol: Symbol) -> NameTraits {
        let found = self.traits.get(symbol.0 as usize);
        found.copied().unwrap_or_default()
    }
}

/// A word without the dots behind it.
fn bare(word: &str) -> &str {
    match word.as_bytes() {
        [_, .., b'.'] => word.trim_end_matches('.'),
        _ => word,
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
        let traits = NameTraits::GIVEN.and(NameTraits::OF_WOMEN);
        for word in &words {
            symbols.note(word, NameTraits::GIVEN);
            symbols.note(word, NameTraits::OF_WOMEN);
        }
        let mut buffer = String::new();
        for (word, number) in words.iter().zip(&numbers) {
            assert_eq!(symbols.of(word, &mut buffer), *number);
            assert_eq!(symbols.known(word, &mut buffer), (*number, traits));
            assert_eq!(symbols.intern(word), *number);
        }
        let text = ["W7", "other", "w4999.", "", "W'8"];
        let one_by_one: Vec<_> = text.map(|w| symbols.known(w, &mut buffer)).into();
        assert_eq!(symbols.all_known(text.into_iter()), one_by_one);
        assert_eq!(one_by_one.first().map(|w| w.0), numbers.get(7).copied());
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

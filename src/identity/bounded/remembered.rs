//! What the comparison of names in blocks has found, kept from one fold to the next: where a block has the same names as before,
//! none of them is compared again.
//!
//! What is kept is a function of the names alone, under a hash of these; offices, seats and articles, which tell people of like
//! names apart, are looked at in each fold. So nothing that is added, removed or judged can make it wrong. The rules that compare
//! can: whoever keeps the bytes keeps with them by which program they were made.

use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};

/// So much of a hash tells names and blocks apart.
pub(crate) type Hash = [u8; 16];

/// Bytes of a number.
const NUMBER: usize = 4;

/// What is added to the first place of a pair whose names are surely of one.
const SURELY: u32 = 1 << 31;

/// Two places in a block whose names may be of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// The smaller place.
    pub(super) one: u32,
    /// The greater one.
    pub(super) other: u32,
    /// Whether the names say so by themselves; else something else has to.
    pub(super) sure: bool,
}

/// Blocks and the pairs in them.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    /// Those of the fold before.
    bytes: Vec<u8>,
    /// Where in these the pairs of each block begin.
    before: FxHashMap<Hash, usize>,
    /// Those of this fold.
    now: Vec<u8>,
    /// How many blocks were compared that were not known.
    anew: usize,
}

/// What is kept for the next fold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoldMemory {
    /// What the next fold takes (`BoundedFold::remember`).
    pub bytes: Vec<u8>,
    /// In how many blocks of people of like names the names were compared, as no fold before had done.
    pub compared: usize,
    /// What the next fold takes of meetings and edges (`BoundedFold::remember_rows`).
    pub rows: Vec<u8>,
    /// How many meetings and edges were made, as none of the fold before were made of the same.
    pub made: usize,
}

impl Remembered {
    /// What a fold before has kept; nothing where the bytes are others.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let whole = bytes.split_last_chunk();
        let whole = whole.filter(|(bytes, sum)| hash([*bytes]) == **sum);
        let mut read = Self {
            bytes: whole.map(|(bytes, _)| bytes.to_vec()).unwrap_or_default(),
            ..Self::default()
        };
        let mut at = 0;
        while let Some((block, rest)) = read.bytes.get(at..).and_then(<[u8]>::split_first_chunk) {
            let begin = at + size_of::<Hash>();
            read.before.insert(*block, begin);
            let count = number(rest).unwrap_or_default() as usize;
            at = begin + NUMBER + count * 2 * NUMBER;
        }
        read
    }

    /// The pairs of a block, which are made where they are not known.
    pub(super) fn pairs<E>(
        &mut self,
        block: Hash,
        make: impl FnOnce() -> Result<Vec<Pair>, E>,
    ) -> Result<Vec<Pair>, E> {
        let known = self.before.get(&block).and_then(|at| self.pairs_at(*at));
        let pairs = if let Some(pairs) = known {
            pairs
        } else {
            self.anew += 1;
            make()?
        };
        self.now.extend(block);
        self.put(u32::try_from(pairs.len()).unwrap_or(u32::MAX));
        for pair in &pairs {
            self.put(pair.one | if pair.sure { SURELY } else { 0 });
            self.put(pair.other);
        }
        Ok(pairs)
    }

    fn put(&mut self, number: u32) {
        self.now.extend(number.to_le_bytes());
    }

    fn pairs_at(&self, at: usize) -> Option<Vec<Pair>> {
        let (count, rest) = self.bytes.get(at..)?.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        let pairs = rest.get(..count.checked_mul(2 * NUMBER)?)?;
        let pair = |bytes: &[u8]| {
            let (one, other) = (number(bytes)?, number(bytes.get(NUMBER..)?)?);
            Some(Pair {
                one: one & !SURELY,
                other,
                sure: one & SURELY != 0,
            })
        };
        pairs.chunks_exact(2 * NUMBER).map(pair).collect()
    }

    /// What is kept for the next fold: the blocks of this one.
    pub(crate) fn into_memory(self) -> FoldMemory {
        let mut bytes = self.now;
        let sum = hash([&bytes[..]]);
        bytes.extend(sum);
        FoldMemory {
            bytes,
            compared: self.anew,
            ..FoldMemory::default()
        }
    }
}

fn number(bytes: &[u8]) -> Option<u32> {
    bytes
        .first_chunk()
        .map(|bytes: &[u8; NUMBER]| u32::from_le_bytes(*bytes))
}

/// A hash of some bytes, one behind the other.
pub(super) fn hash<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> Hash {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    let whole: [u8; 32] = hash.finalize().into();
    whole.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(before: &[u8], blocks: &[(u8, Vec<Pair>)]) -> (Vec<Vec<Pair>>, FoldMemory) {
        let mut of = Remembered::of(before);
        let found = blocks.iter().map(|(block, pairs)| {
            let made = of.pairs([*block; 16], || Ok::<_, ()>(pairs.clone()));
            made.unwrap_or_default()
        });
        (found.collect(), of.into_memory())
    }

    #[test]
    fn what_was_found_is_found_again_and_damaged_bytes_are_not_believed() {
        let pair = |one, sure| Pair {
            one,
            other: one + 7,
            sure,
        };
        let some = vec![pair(0, true), pair(3, false)];
        let blocks = [(1, some.clone()), (2, Vec::new()), (3, vec![pair(5, true)])];
        let (found, memory) = fold(&[], &blocks);
        assert_eq!((found.len(), memory.compared), (3, 3));
        // Nobody asks for what is known.
        let others = [(3, Vec::new()), (1, Vec::new()), (4, some.clone())];
        let (found, next) = fold(&memory.bytes, &others);
        assert_eq!(found, [vec![pair(5, true)], some.clone(), some]);
        assert_eq!(next.compared, 1);
        for at in 0..memory.bytes.len() {
            let mut damaged = memory.bytes.clone();
            damaged.iter_mut().skip(at).take(1).for_each(|b| *b ^= 4);
            assert_eq!(fold(&damaged, &blocks).1, memory);
            assert_eq!(
                fold(memory.bytes.get(..at).unwrap_or_default(), &blocks).1,
                memory
            );
        }
    }
}

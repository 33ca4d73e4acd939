//! Which meetings and edges are made of just what they were made of in the fold before: these are not made again.
//!
//! What is kept of each is a hash of all that it is made of: what it is called, who is in it, the claims that tell of it and the terms
//! that others in an office leave to it. Numbers, which are others as soon as one more article comes, have no part in it.

use std::collections::BTreeMap;
use std::io;

use rustc_hash::FxHashMap;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::lookup::Lookup;
use super::told::{Facts, Record};
use crate::claim::Confidence;
use crate::runs::render;

/// So much of a hash tells what rows are made of apart.
type Hash = [u8; 16];

/// The bytes of what is kept of a row: the hash, and how sure it is.
const KEPT: usize = size_of::<Hash>() + 1;

/// How sure a row is that is none.
const NONE: u8 = u8::MAX;

/// What the rows of the fold before and of this one are made of.
#[derive(Debug, Default)]
pub(crate) struct KnownRows {
    before: FxHashMap<Hash, u8>,
    now: Vec<u8>,
    /// How many rows were made of something else than before.
    anew: usize,
}

/// What a row is made of, as far as it was told.
pub(super) struct MadeOf(Sha256);

/// A row that was made of the same before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// There was none, though something is told of it.
    None,
    /// It was as sure as this.
    Row(Confidence),
}

impl KnownRows {
    /// What a fold before has kept; nothing where the bytes are others.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let whole = bytes.split_last_chunk();
        let whole = whole.filter(|(bytes, sum)| sum_of(bytes) == **sum);
        let rows = whole.map_or(&[][..], |(bytes, _)| bytes);
        let read = |row: &[u8]| {
            let (hash, sure) = row.split_first_chunk()?;
            Some((*hash, *sure.first()?))
        };
        Self {
            before: rows.chunks_exact(KEPT).filter_map(read).collect(),
            ..Self::default()
        }
    }

    /// What there was of a row that is made of this; `None` where it is made of something else by now.
    pub(super) fn before(&mut self, of: &MadeOf) -> Option<Before> {
        let hash = of.hash();
        let Some(sure) = self.before.get(&hash).copied() else {
            self.anew += 1;
            return None;
        };
        self.now.extend(hash);
        self.now.push(sure);
        let is_there = sure != NONE;
        Some(if is_there {
            Before::Row(Confidence::hundredths(sure))
        } else {
            Before::None
        })
    }

    /// Keeps what a new row is made of, and how sure it is, if there is one.
    pub(super) fn put(&mut self, of: &MadeOf, sure: Option<Confidence>) {
        self.now.extend(of.hash());
        self.now.push(sure.map_or(NONE, Confidence::as_hundredths));
    }

    /// What is kept for the next fold, and how many rows were made of something else than before.
    pub(crate) fn into_kept(self) -> (Vec<u8>, usize) {
        let mut bytes = self.now;
        let sum = sum_of(&bytes);
        bytes.extend(sum);
        (bytes, self.anew)
    }
}

fn sum_of(bytes: &[u8]) -> Hash {
    first_half(Sha256::new_with_prefix(bytes))
}

fn first_half(hash: Sha256) -> Hash {
    let whole: [u8; 32] = hash.finalize().into();
    whole.first_chunk().copied().unwrap_or_default()
}

impl MadeOf {
    /// Of nothing but the sort of row that it is.
    pub(super) fn sort(sort: u8) -> Self {
        Self(Sha256::new_with_prefix([sort]))
    }

    /// And of some bytes.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// And of what can be written.
    pub(super) fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.bytes(&render(value)?);
        Ok(())
    }

    /// And of a node, or of none.
    pub(super) fn node(&mut self, place: Option<usize>, lookup: &Lookup<'_>) -> io::Result<()> {
        match place {
            Some(place) => self.bytes(lookup.id_of(place)?.as_bytes()),
            None => self.bytes(&[0]),
        }
        Ok(())
    }

    /// And of what some claims tell, which come in an order that one more article leaves as it is. Of the numbers of readings and of
    /// their words it only matters which of these claims have the same ones.
    pub(super) fn records(
        &mut self,
        records: &[Vec<u8>],
        lookup: &Lookup<'_>,
        facts: &Facts,
    ) -> io::Result<()> {
        let (mut places, mut sources) = (BTreeMap::new(), BTreeMap::new());
        self.0.update((records.len() as u64).to_le_bytes());
        for (number, record) in (0_u64..).zip(records) {
            let record = Record::of(record)?;
            let place: u64 = *places.entry(record.place).or_insert(number);
            let source: u64 = *sources.entry(record.source).or_insert(number);
            self.0.update(place.to_le_bytes());
            self.0.update(source.to_le_bytes());
            for node in record.nodes() {
                self.node(node, lookup)?;
            }
            self.bytes(record.hash);
            self.bytes(record.head);
            if let Some(fact) = facts.get(&record.place) {
                self.bytes(fact.judgement.to_string().as_bytes());
                self.bytes(fact.source.as_bytes());
            }
        }
        Ok(())
    }

    fn hash(&self) -> Hash {
        first_half(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &[u8]) -> MadeOf {
        let mut of = MadeOf::sort(0);
        of.bytes(word);
        of
    }

    #[test]
    fn what_was_kept_is_known_and_damaged_bytes_are_not_believed() {
        let mut known = KnownRows::of(&[]);
        let sure = Confidence::hundredths(97);
        for (word, sure) in [(&b"one"[..], Some(sure)), (b"other", None)] {
            assert_eq!(known.before(&of(word)), None);
            known.put(&of(word), sure);
        }
        let (bytes, anew) = known.into_kept();
        assert_eq!(anew, 2);
        let mut again = KnownRows::of(&bytes);
        assert_eq!(again.before(&of(b"one")), Some(Before::Row(sure)));
        assert_eq!(again.before(&of(b"other")), Some(Before::None));
        assert_eq!(again.before(&of(b"a third")), None);
        assert_eq!(again.into_kept(), (bytes.clone(), 1));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged.iter_mut().skip(at).take(1).for_each(|b| *b ^= 4);
            assert_eq!(KnownRows::of(&damaged).before(&of(b"one")), None);
            let cut = bytes.get(..at).unwrap_or_default();
            assert_eq!(KnownRows::of(cut).before(&of(b"one")), None);
        }
    }
}

//! Sets that pairs connect: which of some things are one, and which of them are compared at all.

use std::collections::{BTreeMap, BTreeSet};

/// Things of which some are one.
///
/// Each thing knows its set, so that whoever may change nothing can ask. Where two sets become one, the members of the
/// smaller move: no thing moves more often than the logarithm of the number of things.
#[derive(Debug, Clone)]
pub(crate) struct Sets<T> {
    home: BTreeMap<T, usize>,
    sets: Vec<BTreeSet<T>>,
}

impl<T> Default for Sets<T> {
    fn default() -> Self {
        Self {
            home: BTreeMap::new(),
            sets: Vec::new(),
        }
    }
}

impl<T: Copy + Ord> Sets<T> {
    /// The least of those that are one with it; itself where nothing is.
    pub(crate) fn least(&self, of: T) -> T {
        let set = self.home.get(&of).and_then(|home| self.sets.get(*home));
        set.and_then(BTreeSet::first).copied().unwrap_or(of)
    }

    /// Makes two one.
    pub(crate) fn join(&mut self, one: T, other: T) {
        let (one, other) = (self.home_of(one), self.home_of(other));
        if one == other {
            return;
        }
        let len = |home: usize| self.sets.get(home).map_or(0, BTreeSet::len);
        let (small, large) = if len(one) < len(other) {
            (one, other)
        } else {
            (other, one)
        };
        let moved = self.sets.get_mut(small).map(std::mem::take);
        let moved = moved.unwrap_or_default();
        self.home.extend(moved.iter().map(|thing| (*thing, large)));
        if let Some(set) = self.sets.get_mut(large) {
            set.extend(moved);
        }
    }

    /// The place of the set of a thing, which is alone where nothing is known of it.
    fn home_of(&mut self, thing: T) -> usize {
        *self.home.entry(thing).or_insert_with(|| {
            self.sets.push(BTreeSet::from([thing]));
            self.sets.len() - 1
        })
    }

    /// The sets in which some things are, by the least of each. Each thing is in one.
    pub(crate) fn among(mut self, things: impl IntoIterator<Item = T>) -> Vec<BTreeSet<T>> {
        for thing in things {
            self.home_of(thing);
        }
        self.sets.retain(|set| !set.is_empty());
        // No two have a member in common, so the first members say it.
        self.sets.sort_unstable();
        self.sets
    }
}

/// The sets that pairs connect, by the least of each.
pub(super) fn connected(pairs: impl IntoIterator<Item = (usize, usize)>) -> Vec<BTreeSet<usize>> {
    let mut sets = Sets::default();
    for (one, other) in pairs {
        sets.join(one, other);
    }
    sets.among([])
}

/// Whom blocks let compare with whom: each member of a block with the `most` behind it and before it.
///
/// What [`pairs`] gives all at once, this gives thing by thing, so that many things need no memory for all of their pairs.
#[derive(Debug, Clone, Default)]
pub(super) struct Neighbours {
    /// The members of all blocks, one block behind the other.
    members: Vec<usize>,
    /// For each place among the members the first of its block and the first behind its block.
    blocks: Vec<(usize, usize)>,
    /// For each thing where its places among the members begin in the next list, and where those of the last one end.
    begins: Vec<usize>,
    places: Vec<usize>,
    most: usize,
}

impl Neighbours {
    /// The neighbours in some blocks of things that are numbered from 0, of which there are `count`.
    pub(super) fn new<B: AsRef<[usize]>>(
        blocks: impl IntoIterator<Item = B>,
        count: usize,
        most: usize,
    ) -> Self {
        let (mut members, mut bounds) = (Vec::new(), Vec::new());
        for block in blocks {
            let first = members.len();
            members.extend_from_slice(block.as_ref());
            bounds.resize(members.len(), (first, members.len()));
        }
        let mut begins = vec![0; count + 1];
        for member in &members {
            if let Some(begin) = begins.get_mut(*member + 1) {
                *begin += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut free = begins.clone();
        let mut places = vec![0; members.len()];
        for (place, member) in members.iter().enumerate() {
            if let Some(at) = free.get_mut(*member) {
                if let Some(slot) = places.get_mut(*at) {
                    *slot = place;
                }
                *at += 1;
            }
        }
        Self {
            members,
            blocks: bounds,
            begins,
            places,
            most,
        }
    }

    /// The neighbours of a thing that have a greater number, in their order, each once.
    pub(super) fn behind(&self, thing: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let bounds = self.begins.get(thing).zip(self.begins.get(thing + 1));
        let places = bounds.and_then(|(begin, end)| self.places.get(*begin..*end));
        for place in places.into_iter().flatten() {
            let Some((first, end)) = self.blocks.get(*place) else {
                continue;
            };
            let near = place.saturating_sub(self.most).max(*first)
                ..place.saturating_add(self.most + 1).min(*end);
            let near = self.members.get(near).unwrap_or_default();
            found.extend(near.iter().filter(|other| **other > thing));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The pairs that blocks let compare, each once, the smaller first, sorted: each member of a block with the `most` behind it.
pub(super) fn pairs<B>(blocks: impl IntoIterator<Item = B>, most: usize) -> BTreeSet<(usize, usize)>
where
    B: AsRef<[usize]>,
{
    let mut pairs = BTreeSet::new();
    for block in blocks {
        let block = block.as_ref();
        for (at, one) in block.iter().enumerate() {
            let behind = block.iter().skip(at + 1).take(most);
            pairs.extend(behind.map(|other| (*one.min(other), *one.max(other))));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sets(of: &[&[usize]]) -> Vec<BTreeSet<usize>> {
        of.iter().map(|set| set.iter().copied().collect()).collect()
    }

    #[test]
    fn chains_of_pairs_are_one_set_whatever_their_order() {
        let mut chain: Vec<(usize, usize)> = (0..5000).map(|n| (n + 1, n)).collect();
        chain.push((9001, 9000));
        for _ in 0..2 {
            let found = connected(chain.iter().copied());
            let sizes: Vec<usize> = found.iter().map(BTreeSet::len).collect();
            assert_eq!(sizes, [5001, 2]);
            chain.reverse();
        }
    }

    #[test]
    fn whoever_is_joined_to_nobody_is_alone() {
        let mut of = Sets::default();
        of.join(4, 2);
        of.join(7, 2);
        assert_eq!((of.least(7), of.least(2), of.least(3)), (2, 2, 3));
        assert_eq!(of.among(1..=4), sets(&[&[1], &[2, 4, 7], &[3]]));
    }

    #[test]
    fn two_sets_become_one_by_their_least() {
        let mut of = Sets::default();
        for (one, other) in [(5, 6), (6, 7), (1, 8), (8, 7)] {
            of.join(one, other);
        }
        assert_eq!((of.least(6), of.least(8)), (1, 1));
        assert_eq!(of.among([]), sets(&[&[1, 5, 6, 7, 8]]));
    }

    #[test]
    fn a_large_block_pairs_each_with_its_neighbours() {
        let blocks = [vec![3, 1, 2, 0], vec![1, 3]];
        assert_eq!(
            pairs(&blocks, 1).into_iter().collect::<Vec<_>>(),
            [(0, 2), (1, 2), (1, 3)]
        );
        assert_eq!(pairs(&blocks, 9).len(), 6);
    }

    proptest! {
        #[test]
        fn neighbours_are_the_pairs_thing_by_thing(
            blocks in prop::collection::vec(prop::collection::btree_set(0_usize..20, 0..12), 0..6),
            most in 0_usize..5,
        ) {
            let blocks: Vec<Vec<usize>> = blocks
                .into_iter()
                // Any order within a block.
                .map(|block| block.into_iter().rev().collect())
                .collect();
            let neighbours = Neighbours::new(&blocks, 20, most);
            let found = (0..20).flat_map(|one| {
                neighbours.behind(one).into_iter().map(move |other| (one, other))
            });
            prop_assert_eq!(found.collect::<Vec<_>>(), pairs(&blocks, most).into_iter().collect::<Vec<_>>());
        }
    }
}

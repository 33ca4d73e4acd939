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
}

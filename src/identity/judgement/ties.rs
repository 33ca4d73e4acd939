//! Which of some things are one.

use std::collections::{BTreeMap, BTreeSet};

/// A forest in which each thing points at its like.
pub(super) struct Ties {
    like: Vec<usize>,
}

impl Ties {
    pub(super) fn new(count: usize) -> Self {
        Self {
            like: (0..count).collect(),
        }
    }

    /// The smallest of those that are one with it.
    pub(super) fn root(&self, of: usize) -> usize {
        let mut at = of;
        while let Some(next) = self.like.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    }

    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let root = one.min(other);
        for place in [one, other] {
            if let Some(like) = self.like.get_mut(place) {
                *like = root;
            }
        }
    }

    /// All that are one, by their smallest.
    pub(super) fn sets(&self) -> Vec<BTreeSet<usize>> {
        let mut sets: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for place in 0..self.like.len() {
            sets.entry(self.root(place)).or_default().insert(place);
        }
        sets.into_values().collect()
    }
}

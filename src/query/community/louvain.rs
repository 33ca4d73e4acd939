//! Dividing a network into communities.
//!
//! Louvain's way, with whole numbers and a fixed order, so that every machine finds the same: each node goes to the
//! neighbouring community in which it adds most to the modularity, as long as one does; then the communities are the nodes of
//! a smaller network, and so on. What is not connected within a community is parted at the end, which Louvain alone does not do.

use std::collections::{BTreeMap, VecDeque};

/// A network of numbered nodes with the weight of the ties of each two; a node's tie to itself is what lies within it.
pub(super) struct Web {
    near: Vec<BTreeMap<usize, u64>>,
    /// For each node the weight that lies within it, counted once.
    inside: Vec<u64>,
}

const NOBODY: &BTreeMap<usize, u64> = &BTreeMap::new();

impl Web {
    pub(super) fn new(size: usize) -> Self {
        Self {
            near: vec![BTreeMap::new(); size],
            inside: vec![0; size],
        }
    }

    pub(super) fn tie(&mut self, one: usize, other: usize, weight: u64) {
        if one == other {
            self.inside
                .get_mut(one)
                .into_iter()
                .for_each(|w| *w += weight);
            return;
        }
        for (from, to) in [(one, other), (other, one)] {
            if let Some(near) = self.near.get_mut(from) {
                *near.entry(to).or_default() += weight;
            }
        }
    }

    pub(super) fn near(&self, node: usize) -> &BTreeMap<usize, u64> {
        self.near.get(node).unwrap_or(NOBODY)
    }

    /// The weight of all ties of a node, that within it twice.
    fn degree(&self, node: usize) -> u64 {
        let inside = self.inside.get(node).copied().unwrap_or(0);
        self.near(node).values().sum::<u64>() + 2 * inside
    }

    /// Twice the weight of all ties.
    fn total(&self) -> u64 {
        (0..self.near.len()).map(|node| self.degree(node)).sum()
    }

    /// The network of its communities.
    fn gathered(&self, of: &[usize], size: usize) -> Self {
        let mut web = Self::new(size);
        let community = |node: usize| of.get(node).copied().unwrap_or(0);
        for (node, near) in self.near.iter().enumerate() {
            web.tie(
                community(node),
                community(node),
                self.inside.get(node).copied().unwrap_or(0),
            );
            for (other, weight) in near.range(node..) {
                web.tie(community(node), community(*other), *weight);
            }
        }
        web
    }
}

/// The community of each node, by number.
pub(super) fn louvain(web: &Web) -> Vec<usize> {
    let mut of: Vec<usize> = (0..web.near.len()).collect();
    let mut level = web.gathered(&of, of.len());
    loop {
        let (moved, size) = numbered(&settled(&level));
        if size == level.near.len() {
            return of;
        }
        for community in &mut of {
            *community = moved.get(*community).copied().unwrap_or(0);
        }
        level = level.gathered(&moved, size);
    }
}

/// Moves each node to the community in which it adds most to the modularity, in order, until none moves any more.
fn settled(web: &Web) -> Vec<usize> {
    let total = i128::from(web.total());
    let degrees: Vec<i128> = (0..web.near.len())
        .map(|n| i128::from(web.degree(n)))
        .collect();
    let mut of: Vec<usize> = (0..web.near.len()).collect();
    let mut sums = degrees.clone();
    let mut moving = true;
    while moving {
        moving = false;
        for (node, degree) in degrees.iter().enumerate() {
            let mut ties: BTreeMap<usize, i128> = BTreeMap::new();
            for (other, weight) in web.near(node) {
                let community = of.get(*other).copied().unwrap_or(0);
                *ties.entry(community).or_default() += i128::from(*weight);
            }
            let home = of.get(node).copied().unwrap_or(0);
            sums.get_mut(home)
                .into_iter()
                .for_each(|sum| *sum -= degree);
            // What the node adds there, times a constant; all in whole numbers, so that equal is equal.
            let adds = |community: usize| {
                let sum = sums.get(community).copied().unwrap_or(0);
                ties.get(&community).copied().unwrap_or(0) * total - sum * degree
            };
            let mut best = (adds(home), home);
            for community in ties.keys() {
                let here = adds(*community);
                if here > best.0 {
                    best = (here, *community);
                }
            }
            sums.get_mut(best.1)
                .into_iter()
                .for_each(|sum| *sum += degree);
            if best.1 != home {
                of.get_mut(node).into_iter().for_each(|c| *c = best.1);
                moving = true;
            }
        }
    }
    of
}

/// The same division with numbers from 0, in the order of the first members, and how many there are.
fn numbered(of: &[usize]) -> (Vec<usize>, usize) {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut renamed = Vec::with_capacity(of.len());
    for community in of {
        let next = numbers.len();
        renamed.push(*numbers.entry(*community).or_insert(next));
    }
    (renamed, numbers.len())
}

/// The division with each community that is not connected parted into what is.
pub(super) fn parted(web: &Web, of: &[usize]) -> Vec<usize> {
    let mut parts = vec![usize::MAX; of.len()];
    for start in 0..of.len() {
        if parts.get(start) != Some(&usize::MAX) {
            continue;
        }
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            let Some(part) = parts.get_mut(node).filter(|p| **p == usize::MAX) else {
                continue;
            };
            *part = start;
            let same = |other: &&usize| of.get(**other) == of.get(start);
            queue.extend(web.near(node).keys().filter(same));
        }
    }
    parts
}

/// The modularity of a division.
pub(super) fn modularity(web: &Web, of: &[usize]) -> f64 {
    let total = i128::from(web.total());
    let mut within: BTreeMap<usize, (i128, i128)> = BTreeMap::new();
    for (node, community) in of.iter().enumerate() {
        let near = web.near(node).iter();
        let inside = near.filter(|(other, _)| of.get(**other) == Some(community));
        let inside: u64 = inside.map(|(_, weight)| weight).sum();
        let sums = within.entry(*community).or_default();
        sums.0 += i128::from(inside);
        sums.1 += i128::from(web.degree(node));
    }
    let parts = within
        .values()
        .map(|(inside, sum)| inside * total - sum * sum);
    let all: i128 = parts.sum();
    if total == 0 {
        return 0.0;
    }
    (share(all, total * total) * 1e6).round() / 1e6
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a share is told with six digits"
)]
pub(super) const fn share(part: i128, of: i128) -> f64 {
    part as f64 / of as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn web(size: usize, ties: &[(usize, usize)]) -> Web {
        let mut web = Web::new(size);
        for (one, other) in ties {
            web.tie(*one, *other, 1);
        }
        web
    }

    #[test]
    fn two_rings_with_a_bridge_are_two_communities() {
        let ties = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)];
        let web = web(7, &ties);
        let of = louvain(&web);
        assert_eq!(numbered(&of).0, [0, 0, 0, 1, 1, 1, 2]);
        // As networkx 3.6.1 has it: community.modularity of the same division.
        assert!((modularity(&web, &of) - 0.357_143).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn no_node_would_rather_be_elsewhere_and_all_are_connected(
            ties in prop::collection::vec((0_usize..12, 0_usize..12), 0..40),
        ) {
            let web = web(12, &ties);
            let of = parted(&web, &louvain(&web));
            let alone: Vec<usize> = (0..12).collect();
            prop_assert!(modularity(&web, &of) >= modularity(&web, &alone));
            let again = parted(&web, &of);
            prop_assert_eq!(numbered(&again), numbered(&of));
        }
    }
}

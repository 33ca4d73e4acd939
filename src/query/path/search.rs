//! The cheapest loopless routes through a network of numbered nodes: Yen's algorithm over Dijkstra's.
//!
//! This file knows nothing of parliaments. Costs are whole numbers, so that equal is equal on every machine.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::yen;

/// An undirected network. Nodes are numbered from 0.
pub(super) struct Network {
    /// For each node the neighbours with the cost of going there, sorted by neighbour, each once.
    hops: Vec<Vec<(usize, u64)>>,
    /// For each node the cost of passing through it, paid when it is neither first nor last.
    passing: Vec<u64>,
}

/// A way from one node to another. Ordered by cost, then length, then the numbers of its nodes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NumberedRoute {
    pub(super) cost: u64,
    length: usize,
    pub(super) nodes: Vec<usize>,
}

/// What is left to the end of a route: cost, then steps.
type Rest = (u64, usize);

impl Network {
    /// A network of as many nodes as there are costs of passing. `hops` has for each node its neighbours, sorted, each
    /// once and never itself; each tie is there from both of its ends at one cost, which is above 0.
    pub(super) fn new(passing: Vec<u64>, mut hops: Vec<Vec<(usize, u64)>>) -> Self {
        hops.resize(passing.len(), Vec::new());
        Self { hops, passing }
    }

    /// The `count` cheapest loopless routes, in order. Routes of one cost come shorter ones first, then by the numbers
    /// of their nodes.
    pub(super) fn routes(&self, from: usize, to: usize, count: usize) -> Vec<NumberedRoute> {
        let asked = count > 0 && from != to && from < self.hops.len() && to < self.hops.len();
        let first = asked.then(|| self.cheapest(&[from], to, &BTreeSet::new()));
        yen::routes(
            first.flatten(),
            count,
            |route: &NumberedRoute| &route.nodes,
            |root, taken| self.cheapest(root, to, taken),
        )
    }

    /// The cheapest route that begins with `root` and does not go on to one of `taken`.
    fn cheapest(
        &self,
        root: &[usize],
        to: usize,
        taken: &BTreeSet<usize>,
    ) -> Option<NumberedRoute> {
        let (spur, before) = root.split_last()?;
        let closed: BTreeSet<usize> = before.iter().copied().collect();
        let rests = self.rests(*spur, to, &closed, taken);
        let mut nodes = root.to_vec();
        let mut here = *spur;
        // Of the neighbours on a cheapest route the first by number is taken, so ties break the same way always.
        while here != to {
            let rest = (*rests.get(here)?)?;
            let (next, _) = self.hops.get(here)?.iter().copied().find(|(next, cost)| {
                let is_taken = here == *spur && taken.contains(next);
                !is_taken
                    && !closed.contains(next)
                    && self.onwards(*next, to, *cost, rests.get(*next).copied().flatten())
                        == Some(rest)
            })?;
            nodes.push(next);
            here = next;
        }
        Some(NumberedRoute {
            cost: self.cost(&nodes),
            length: nodes.len(),
            nodes,
        })
    }

    /// For each node what is left to `to`, worked out backwards until `spur` is settled.
    fn rests(
        &self,
        spur: usize,
        to: usize,
        closed: &BTreeSet<usize>,
        taken: &BTreeSet<usize>,
    ) -> Vec<Option<Rest>> {
        let mut rests: Vec<Option<Rest>> = vec![None; self.hops.len()];
        let mut queue: BinaryHeap<Reverse<(Rest, usize)>> = BinaryHeap::new();
        if let Some(rest) = rests.get_mut(to) {
            *rest = Some((0, 0));
        }
        queue.push(Reverse(((0, 0), to)));
        while let Some(Reverse((rest, node))) = queue.pop() {
            if node == spur {
                break;
            }
            if rests.get(node).copied().flatten() != Some(rest) {
                continue;
            }
            for (before, cost) in self.hops.get(node).into_iter().flatten().copied() {
                if closed.contains(&before) || (before == spur && taken.contains(&node)) {
                    continue;
                }
                let Some(new) = self.onwards(node, to, cost, Some(rest)) else {
                    continue;
                };
                if let Some(old) = rests.get_mut(before)
                    && old.is_none_or(|old| new < old)
                {
                    *old = Some(new);
                    queue.push(Reverse((new, before)));
                }
            }
        }
        rests
    }

    /// What is left at a node whose next one is `next`, over a hop of `cost`.
    fn onwards(&self, next: usize, to: usize, cost: u64, rest: Option<Rest>) -> Option<Rest> {
        let (left, steps) = rest?;
        let passing = if next == to {
            0
        } else {
            self.passing.get(next).copied()?
        };
        Some((left + cost + passing, steps + 1))
    }

    fn cost(&self, nodes: &[usize]) -> u64 {
        let hops = nodes.windows(2).filter_map(|pair| {
            let [a, b] = pair else { return None };
            let hops = self.hops.get(*a)?;
            let at = hops.binary_search_by_key(b, |hop| hop.0).ok()?;
            hops.get(at).map(|hop| hop.1)
        });
        let inner = nodes.iter().skip(1).take(nodes.len().saturating_sub(2));
        let passing = inner.filter_map(|n| self.passing.get(*n));
        hops.sum::<u64>() + passing.sum::<u64>()
    }
}

#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    reason = "a test may stop at a place that is not there"
)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// A network of ties; of several between two nodes the cheapest counts.
    fn tied(passing: Vec<u64>, ties: &[(usize, usize, u64)]) -> Network {
        let mut hops: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); passing.len()];
        for (one, other, cost) in ties.iter().filter(|(a, b, _)| a != b) {
            for (from, to) in [(*one, *other), (*other, *one)] {
                let old = hops[from].entry(to).or_insert(*cost);
                *old = (*old).min(*cost);
            }
        }
        let hops = hops.into_iter().map(|of| of.into_iter().collect());
        Network::new(passing, hops.collect())
    }

    /// All loopless routes by brute force, in order.
    fn all_routes(network: &Network, from: usize, to: usize) -> Vec<NumberedRoute> {
        let mut routes = Vec::new();
        let mut stack = vec![vec![from]];
        while let Some(nodes) = stack.pop() {
            let last = nodes.last().copied().unwrap_or(from);
            if last == to {
                routes.push(NumberedRoute {
                    cost: network.cost(&nodes),
                    length: nodes.len(),
                    nodes,
                });
                continue;
            }
            for (next, _) in network.hops.get(last).into_iter().flatten() {
                if !nodes.contains(next) {
                    let mut longer = nodes.clone();
                    longer.push(*next);
                    stack.push(longer);
                }
            }
        }
        routes.sort();
        routes
    }

    proptest! {
        #[test]
        fn the_routes_are_the_first_of_all_routes(
            passing in prop::collection::vec(0_u64..4, 6),
            ties in prop::collection::vec((0_usize..6, 0_usize..6, 1_u64..4), 0..14),
            count in 0_usize..12,
        ) {
            let network = tied(passing, &ties);
            let mut expected = all_routes(&network, 0, 5);
            expected.truncate(count);
            prop_assert_eq!(network.routes(0, 5, count), expected);
        }
    }

    #[test]
    fn a_node_has_no_route_to_itself_or_to_an_unknown_one() {
        let network = tied(vec![0, 0], &[]);
        assert_eq!(network.routes(0, 0, 3), []);
        assert_eq!(network.routes(0, 9, 3), []);
        assert_eq!(network.routes(0, 1, 3), []);
    }
}

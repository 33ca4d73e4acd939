//! The cheapest loopless routes through a network of numbered nodes: Yen's algorithm over Dijkstra's.
//!
//! This file knows nothing of parliaments. Costs are whole numbers, so that equal is equal on every machine.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

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
        if count == 0 || from == to || from >= self.hops.len() || to >= self.hops.len() {
            return Vec::new();
        }
        let left = self.left(to);
        yen::routes(
            self.cheapest(&left, &[from], to, &BTreeSet::new()),
            count,
            |route: &NumberedRoute| &route.nodes,
            |root, taken| self.cheapest(&left, root, to, taken),
        )
    }

    /// The cheapest route that begins with `root` and does not go on to one of `taken`. `left` has for each node what is left to
    /// `to` where nothing is closed or taken, and so never more than there is: who goes where the least seems to be left sees
    /// little more of the network than the route.
    fn cheapest(
        &self,
        left: &[Option<Rest>],
        root: &[usize],
        to: usize,
        taken: &BTreeSet<usize>,
    ) -> Option<NumberedRoute> {
        let (spur, before) = root.split_last()?;
        let closed: BTreeSet<usize> = before.iter().copied().collect();
        let is_open = |node: usize, next: usize| {
            !(closed.contains(&next) || node == *spur && taken.contains(&next))
        };
        let mut gone: BTreeMap<usize, Rest> = BTreeMap::from([(*spur, (0, 0))]);
        let mut queue: BinaryHeap<Reverse<(Rest, usize, Rest)>> = BinaryHeap::new();
        queue.push(Reverse(((0, 0), *spur, (0, 0))));
        while let Some(Reverse((all, node, so_far))) = queue.pop() {
            if gone.get(&to).is_some_and(|end| all > *end) {
                break;
            }
            if node == to || gone.get(&node) != Some(&so_far) {
                continue;
            }
            for (next, cost) in self.hops.get(node).into_iter().flatten().copied() {
                let rest = left.get(next).copied().flatten();
                let new = self.onwards(next, to, cost, Some(so_far));
                let Some((new, rest)) = new.zip(rest).filter(|_| is_open(node, next)) else {
                    continue;
                };
                if gone.get(&next).is_none_or(|old| new < *old) {
                    gone.insert(next, new);
                    queue.push(Reverse(((new.0 + rest.0, new.1 + rest.1), next, new)));
                }
            }
        }
        gone.get(&to)?;
        let follow = self.followers(&gone, to, is_open);
        let mut nodes = root.to_vec();
        let mut here = *spur;
        while here != to {
            here = *follow.get(&here)?;
            nodes.push(here);
        }
        Some(NumberedRoute {
            cost: self.cost(&nodes),
            length: nodes.len(),
            nodes,
        })
    }

    /// For each node on a cheapest route the next one; of several the first by number, so that ties break the same way always.
    /// `gone` has what it costs to come to each node.
    fn followers(
        &self,
        gone: &BTreeMap<usize, Rest>,
        to: usize,
        is_open: impl Fn(usize, usize) -> bool,
    ) -> BTreeMap<usize, usize> {
        let mut order: Vec<(Rest, usize)> =
            gone.iter().map(|(node, so_far)| (*so_far, *node)).collect();
        // Each step costs something, so whatever follows a node comes before it here.
        order.sort_unstable_by_key(|at| Reverse(*at));
        let mut follow = BTreeMap::from([(to, to)]);
        for (so_far, node) in order {
            let on_route = |(next, cost): &(usize, u64)| {
                follow.contains_key(next)
                    && is_open(node, *next)
                    && self.onwards(*next, to, *cost, Some(so_far)) == gone.get(next).copied()
            };
            let mut hops = self.hops.get(node).into_iter().flatten();
            if let Some((next, _)) = hops.find(|hop| on_route(hop)).filter(|_| node != to) {
                follow.insert(node, *next);
            }
        }
        follow
    }

    /// For each node what is left to `to`, worked out backwards.
    fn left(&self, to: usize) -> Vec<Option<Rest>> {
        let mut left: Vec<Option<Rest>> = vec![None; self.hops.len()];
        let mut queue: BinaryHeap<Reverse<(Rest, usize)>> = BinaryHeap::new();
        if let Some(rest) = left.get_mut(to) {
            *rest = Some((0, 0));
        }
        queue.push(Reverse(((0, 0), to)));
        while let Some(Reverse((rest, node))) = queue.pop() {
            if left.get(node).copied().flatten() != Some(rest) {
                continue;
            }
            for (before, cost) in self.hops.get(node).into_iter().flatten().copied() {
                let Some(new) = self.onwards(node, to, cost, Some(rest)) else {
                    continue;
                };
                if let Some(old) = left.get_mut(before)
                    && old.is_none_or(|old| new < old)
                {
                    *old = Some(new);
                    queue.push(Reverse((new, before)));
                }
            }
        }
        left
    }

    /// What it costs with a hop of `cost` to or from `next` more, which is passed through unless it is the end.
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

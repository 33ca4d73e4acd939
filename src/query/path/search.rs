//! The cheapest loopless routes through a network of numbered nodes: a search from both ends, and then Yen's algorithm with what
//! that search has found.
//!
//! This file knows nothing of parliaments. Costs are whole numbers, so that equal is equal on every machine.

use std::collections::BTreeSet;

use super::both_ends::{Ends, Far, cost_of, far_of};
use super::onward::Onward;
use super::yen;

/// Where more routes are asked for, those are looked for first that cost at most so much more than the cheapest: a third of a plain
/// step. Where they are too few, it is twice as much, and so on.
const DEARER: u64 = 30;

/// An undirected network. Nodes are numbered from 0.
pub(super) trait Network {
    /// How many nodes it has.
    fn nodes(&self) -> usize;

    /// The steps to the neighbours of a node, by neighbour, each once and never the node itself. Each tie is there from both of
    /// its ends at one cost, which is above 0.
    fn hops(&self, node: usize) -> impl Iterator<Item = Hop>;

    /// How many steps it is at most to look at all of those from a node.
    fn degree(&self, node: usize) -> usize;

    /// The cost of passing through a node, paid when it is neither first nor last.
    fn passing(&self, node: usize) -> u64;
}

/// A step to a neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hop {
    /// The neighbour.
    pub(super) to: usize,
    /// The cost of going there.
    pub(super) cost: u64,
    /// Whether it has more than one neighbour.
    pub(super) leads_on: bool,
    /// Whether it is known to cost nothing to pass through it.
    pub(super) is_free: bool,
}

/// A network that lies in memory as lists.
pub(super) struct Listed {
    hops: Vec<Vec<(usize, u64)>>,
    passing: Vec<u64>,
}

impl Listed {
    /// A network of as many nodes as there are costs of passing. `hops` has for each node its neighbours and what the steps to
    /// them cost, as a [`Network`] gives them.
    pub(super) fn new(passing: Vec<u64>, mut hops: Vec<Vec<(usize, u64)>>) -> Self {
        hops.resize(passing.len(), Vec::new());
        Self { hops, passing }
    }
}

impl Network for Listed {
    fn nodes(&self) -> usize {
        self.passing.len()
    }

    fn hops(&self, node: usize) -> impl Iterator<Item = Hop> {
        let hops = self.hops.get(node).into_iter().flatten();
        hops.map(|(to, cost)| Hop {
            to: *to,
            cost: *cost,
            leads_on: self.degree(*to) > 1,
            is_free: false,
        })
    }

    fn degree(&self, node: usize) -> usize {
        self.hops.get(node).map_or(0, Vec::len)
    }

    fn passing(&self, node: usize) -> u64 {
        self.passing.get(node).copied().unwrap_or_default()
    }
}

/// A way from one node to another. Ordered by cost, then length, then the numbers of its nodes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NumberedRoute {
    pub(super) cost: u64,
    length: usize,
    pub(super) nodes: Vec<usize>,
}

impl NumberedRoute {
    /// A route over some nodes, whose ends are so far from each other on it.
    pub(super) fn new(far: Far, nodes: Vec<usize>) -> Self {
        Self {
            cost: cost_of(far),
            length: nodes.len(),
            nodes,
        }
    }

    /// How far its ends are from each other on it.
    fn far(&self) -> Far {
        far_of(self.cost, self.length - 1)
    }
}

/// The `count` cheapest loopless routes, in order. Routes of one cost come shorter ones first, then by the numbers of their
/// nodes.
///
/// # Complexity
/// A search from both ends, which looks at the nodes that are half as far away as the ends are from each other; then a look at those
/// that are on routes nearly as short as the ones that are found, and for each stop of each of these at a few of them.
pub(super) fn routes(
    network: &impl Network,
    from: usize,
    to: usize,
    count: usize,
) -> Vec<NumberedRoute> {
    let asked = count > 0 && from != to && from < network.nodes() && to < network.nodes();
    let ends = Ends { network, from, to };
    let Some(met) = asked.then(|| ends.meet()).flatten() else {
        return Vec::new();
    };
    let whole = met.whole;
    let mut onward = Onward::of(ends, met);
    let mut more = DEARER;
    loop {
        let goes_on = onward.extend(whole.saturating_add(far_of(more, 0)));
        let found = yen::routes(
            onward.route(&[from], &BTreeSet::new(), None),
            count,
            |route: &NumberedRoute| &route.nodes,
            |root, taken, last| onward.route(root, taken, last.map(NumberedRoute::far)),
        );
        if found.len() >= count || !goes_on {
            return found;
        }
        more = more.saturating_mul(2);
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

    /// What a route costs.
    fn cost(network: &impl Network, nodes: &[usize]) -> u64 {
        let hops = nodes.windows(2).filter_map(|pair| {
            let [a, b] = pair else { return None };
            let mut hops = network.hops(*a);
            hops.find(|hop| hop.to == *b).map(|hop| hop.cost)
        });
        let inner = nodes.iter().skip(1).take(nodes.len().saturating_sub(2));
        hops.sum::<u64>() + inner.map(|node| network.passing(*node)).sum::<u64>()
    }

    const fn plus(one: (u64, usize), other: (u64, usize)) -> (u64, usize) {
        (one.0 + other.0, one.1 + other.1)
    }

    /// A network of ties; of several between two nodes the cheapest counts.
    fn tied(passing: Vec<u64>, ties: &[(usize, usize, u64)]) -> Listed {
        let mut hops: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); passing.len()];
        for (one, other, cost) in ties.iter().filter(|(a, b, _)| a != b) {
            for (from, to) in [(*one, *other), (*other, *one)] {
                let old = hops[from].entry(to).or_insert(*cost);
                *old = (*old).min(*cost);
            }
        }
        let hops = hops.into_iter().map(|of| of.into_iter().collect());
        Listed::new(passing, hops.collect())
    }

    /// All loopless routes by brute force, in order.
    fn all_routes(network: &Listed, from: usize, to: usize) -> Vec<NumberedRoute> {
        let mut routes = Vec::new();
        let mut stack = vec![vec![from]];
        while let Some(nodes) = stack.pop() {
            let last = nodes.last().copied().unwrap_or(from);
            if last == to {
                routes.push(NumberedRoute {
                    cost: cost(network, &nodes),
                    length: nodes.len(),
                    nodes,
                });
                continue;
            }
            for hop in network.hops(last) {
                if !nodes.contains(&hop.to) {
                    let mut longer = nodes.clone();
                    longer.push(hop.to);
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
            prop_assert_eq!(routes(&network, 0, 5, count), expected);
        }
    }

    /// The cheapest route as a search from one end finds it: what is left to the end is worked out for all nodes, and at each
    /// stop the first by number goes on that comes out right.
    fn cheapest_from_one_end(
        network: &Listed,
        root: &[usize],
        to: usize,
        taken: &BTreeSet<usize>,
    ) -> Option<NumberedRoute> {
        let (spur, before) = root.split_last()?;
        let is_open = |node: usize, next: usize| {
            let is_taken = node == *spur && taken.contains(&next);
            !(is_taken || before.contains(&node) || before.contains(&next))
        };
        let passing = |node| if node == to { 0 } else { network.passing(node) };
        let mut left: Vec<Option<(u64, usize)>> = vec![None; network.nodes()];
        left[to] = Some((0, 0));
        let mut before_pass = Vec::new();
        while before_pass != left {
            before_pass.clone_from(&left);
            for node in 0..network.nodes() {
                for hop in network.hops(node).filter(|hop| is_open(node, hop.to)) {
                    let step = (hop.cost + passing(hop.to), 1);
                    let through = left[hop.to].map(|rest| plus(rest, step));
                    left[node] = [left[node], through].into_iter().flatten().min();
                }
            }
        }
        let mut nodes = root.to_vec();
        let mut here = *spur;
        while here != to {
            let rest = left[here]?;
            let next = network.hops(here).find(|hop| {
                let step = (hop.cost + passing(hop.to), 1);
                let through = left[hop.to].map(|rest| plus(rest, step));
                is_open(here, hop.to) && through == Some(rest)
            });
            here = next?.to;
            nodes.push(here);
        }
        Some(NumberedRoute {
            cost: cost(network, &nodes),
            length: nodes.len(),
            nodes,
        })
    }

    proptest! {
        #[test]
        fn the_routes_are_those_of_a_search_from_one_end(
            passing in prop::collection::vec(0_u64..9, 40),
            ties in prop::collection::vec((0_usize..40, 0_usize..40, 1_u64..6), 20..160),
            to in 1_usize..40,
            count in 1_usize..8,
        ) {
            let network = tied(passing, &ties);
            let expected = yen::routes(
                cheapest_from_one_end(&network, &[0], to, &BTreeSet::new()),
                count,
                |route: &NumberedRoute| &route.nodes,
                |root, taken, _| cheapest_from_one_end(&network, root, to, taken),
            );
            prop_assert_eq!(routes(&network, 0, to, count), expected);
        }
    }

    #[test]
    fn a_node_has_no_route_to_itself_or_to_an_unknown_one() {
        let network = tied(vec![0, 0], &[]);
        assert_eq!(routes(&network, 0, 0, 3), []);
        assert_eq!(routes(&network, 0, 9, 3), []);
        assert_eq!(routes(&network, 0, 1, 3), []);
    }
}

//! The cheapest loopless routes that go forward in time, through a network of numbered nodes: Yen's algorithm over a search
//! that keeps, for each node, the earliest day for each cost.
//!
//! One may wait at a node, so the earlier one comes somewhere at the same cost, the more one can still do; and a way with
//! a loop can always be cut short. This file knows nothing of parliaments.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::yen;

use jiff::civil::Date;

/// A step to a neighbour that can be gone on any day from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TimedHop {
    pub(super) to: usize,
    /// Above 0.
    pub(super) cost: u64,
    pub(super) first: Date,
    pub(super) last: Date,
}

/// An undirected network in time. Nodes are numbered from 0.
pub(super) struct TimedNetwork {
    /// For each node the steps that leave it; each is there from both of its ends.
    pub(super) hops: Vec<Vec<TimedHop>>,
    /// For each node the cost of passing through it, paid when it is neither first nor last.
    pub(super) passing: Vec<u64>,
}

/// A way from one node to another. Ordered by cost, then length, then the numbers of its nodes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TimedRoute {
    pub(super) cost: u64,
    length: usize,
    pub(super) nodes: Vec<usize>,
    /// For each step the first day on which it can be gone when those before are done.
    pub(super) days: Vec<Date>,
}

impl TimedRoute {
    fn last(&self) -> usize {
        self.nodes.last().copied().unwrap_or(usize::MAX)
    }

    fn day(&self) -> Date {
        self.days.last().copied().unwrap_or(Date::MIN)
    }
}

impl TimedNetwork {
    /// The `count` cheapest loopless routes whose steps can be gone one after the other, in order. Two routes differ in a
    /// node.
    pub(super) fn routes(&self, from: usize, to: usize, count: usize) -> Vec<TimedRoute> {
        let asked = count > 0 && from != to && from < self.hops.len();
        let first = asked.then(|| self.cheapest(&[from], to, &BTreeSet::new()));
        yen::routes(
            first.flatten(),
            count,
            |route: &TimedRoute| &route.nodes,
            |root, taken, _| self.cheapest(root, to, taken),
        )
    }

    /// The cheapest route that begins with `root` and does not go on to one of `taken`.
    fn cheapest(&self, root: &[usize], to: usize, taken: &BTreeSet<usize>) -> Option<TimedRoute> {
        let (spur, before) = root.split_last()?;
        let closed: BTreeSet<usize> = before.iter().copied().collect();
        let started = self.along(root);
        let mut queue: BinaryHeap<Reverse<TimedRoute>> = started.into_iter().map(Reverse).collect();
        let mut earliest: Vec<Option<Date>> = vec![None; self.hops.len()];
        while let Some(Reverse(route)) = queue.pop() {
            let here = route.last();
            if here == to {
                return Some(route);
            }
            // What was here before was cheaper or as cheap; unless this is earlier, it can do nothing that the other cannot.
            let best = earliest.get_mut(here)?;
            if best.is_some_and(|day| day <= route.day()) {
                continue;
            }
            *best = Some(route.day());
            for hop in self.hops.get(here).into_iter().flatten() {
                let shut = closed.contains(&hop.to) || (here == *spur && taken.contains(&hop.to));
                if !shut && !route.nodes.contains(&hop.to) {
                    queue.extend(self.extended(&route, hop).map(Reverse));
                }
            }
        }
        None
    }

    /// The ways along given nodes: for each cost the earliest.
    fn along(&self, nodes: &[usize]) -> Vec<TimedRoute> {
        let Some((first, rest)) = nodes.split_first() else {
            return Vec::new();
        };
        let mut ways = vec![TimedRoute {
            cost: 0,
            length: 1,
            nodes: vec![*first],
            days: Vec::new(),
        }];
        for next in rest {
            let mut longer: Vec<TimedRoute> = Vec::new();
            for way in &ways {
                let hops = self.hops.get(way.last()).into_iter().flatten();
                let hops = hops.filter(|hop| hop.to == *next);
                longer.extend(hops.filter_map(|hop| self.extended(way, hop)));
            }
            longer.sort();
            let mut earliest: Option<Date> = None;
            longer.retain(|way| {
                let is_earlier = earliest.is_none_or(|day| way.day() < day);
                if is_earlier {
                    earliest = Some(way.day());
                }
                is_earlier
            });
            ways = longer;
        }
        ways
    }

    /// A route with one step more, if it can be gone in time.
    fn extended(&self, route: &TimedRoute, hop: &TimedHop) -> Option<TimedRoute> {
        let day = route.day().max(hop.first);
        if day > hop.last {
            return None;
        }
        let is_inner = route.nodes.len() > 1;
        let passing = self.passing.get(route.last()).copied().filter(|_| is_inner);
        let mut longer = route.clone();
        longer.cost += hop.cost + passing.unwrap_or(0);
        longer.length += 1;
        longer.nodes.push(hop.to);
        longer.days.push(day);
        Some(longer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn day(number: u8) -> Date {
        date(2031, 1, 1 + i8::try_from(number).unwrap_or(0))
    }

    /// Two nodes, the cost of the step, its first day, and for how many days more it can be gone.
    type Tied = (usize, usize, u64, u8, u8);

    fn network(passing: Vec<u64>, ties: &[Tied]) -> TimedNetwork {
        let mut hops = vec![Vec::new(); passing.len()];
        for &(a, b, cost, first, more) in ties.iter().filter(|(a, b, ..)| a != b) {
            for (from, to) in [(a, b), (b, a)] {
                if let Some(hops) = hops.get_mut(from) {
                    hops.push(TimedHop {
                        to,
                        cost,
                        first: day(first),
                        last: day(first + more),
                    });
                }
            }
        }
        TimedNetwork { hops, passing }
    }

    /// All loopless ways in time by trying everything: for each row of nodes the cheapest.
    fn all(network: &TimedNetwork, from: usize, to: usize) -> Vec<(u64, Vec<usize>)> {
        let mut best: std::collections::BTreeMap<Vec<usize>, u64> =
            std::collections::BTreeMap::new();
        let mut stack = vec![(vec![from], 0_u64, Date::MIN)];
        while let Some((nodes, cost, now)) = stack.pop() {
            let here = nodes.last().copied().unwrap_or_default();
            if here == to {
                let known = best.entry(nodes).or_insert(cost);
                *known = cost.min(*known);
                continue;
            }
            for hop in network.hops.get(here).into_iter().flatten() {
                if !nodes.contains(&hop.to) && now <= hop.last {
                    let inner = if nodes.len() > 1 {
                        network.passing.get(here).copied().unwrap_or(0)
                    } else {
                        0
                    };
                    let mut longer = nodes.clone();
                    longer.push(hop.to);
                    stack.push((longer, cost + hop.cost + inner, now.max(hop.first)));
                }
            }
        }
        let mut ways: Vec<(u64, Vec<usize>)> = best.into_iter().map(|(n, c)| (c, n)).collect();
        ways.sort_by_key(|(cost, nodes)| (*cost, nodes.len(), nodes.clone()));
        ways
    }

    proptest! {
        #[test]
        fn the_routes_are_the_first_of_all_that_hold_in_time(
            passing in prop::collection::vec(0_u64..4, 6),
            ties in prop::collection::vec((0_usize..6, 0_usize..6, 1_u64..4, 0_u8..8, 0_u8..4), 0..16),
            count in 0_usize..12,
        ) {
            let network = network(passing, &ties);
            let mut expected = all(&network, 0, 5);
            expected.truncate(count);
            let found = network.routes(0, 5, count);
            for route in &found {
                prop_assert!(route.days.is_sorted());
                prop_assert_eq!(route.days.len() + 1, route.nodes.len());
            }
            let found: Vec<(u64, Vec<usize>)> = found.into_iter().map(|r| (r.cost, r.nodes)).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_dear_early_step_is_taken_where_the_cheap_one_is_too_late() {
        // The cheap step to 1 is on day 5, the dear one on day 1; the step on to 2 is on day 3.
        let ties = [(0, 1, 1, 5, 0), (0, 1, 3, 1, 0), (1, 2, 1, 3, 0)];
        let found = network(vec![0; 3], &ties).routes(0, 2, 5);
        let found: Vec<_> = found.iter().map(|r| (r.cost, r.days.clone())).collect();
        assert_eq!(found, [(4, vec![day(1), day(3)])]);
    }
}

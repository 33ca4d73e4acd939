//! The cheapest loopless routes through a network of numbered nodes: Yen's algorithm over a search from both ends.
//!
//! This file knows nothing of parliaments. Costs are whole numbers, so that equal is equal on every machine.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use rustc_hash::{FxHashMap, FxHashSet};

use super::yen;

/// An undirected network. Nodes are numbered from 0.
pub(super) trait Network {
    /// How many nodes it has.
    fn nodes(&self) -> usize;

    /// The neighbours of a node with the cost of going there, by neighbour, each once and never the node itself. Each tie is
    /// there from both of its ends at one cost, which is above 0.
    fn hops(&self, node: usize) -> impl Iterator<Item = (usize, u64)>;

    /// The cost of passing through a node, paid when it is neither first nor last.
    fn passing(&self, node: usize) -> u64;
}

/// A network that lies in memory as lists.
pub(super) struct Listed {
    hops: Vec<Vec<(usize, u64)>>,
    passing: Vec<u64>,
}

impl Listed {
    /// A network of as many nodes as there are costs of passing. `hops` has for each node its neighbours as a [`Network`] gives
    /// them.
    pub(super) fn new(passing: Vec<u64>, mut hops: Vec<Vec<(usize, u64)>>) -> Self {
        hops.resize(passing.len(), Vec::new());
        Self { hops, passing }
    }
}

impl Network for Listed {
    fn nodes(&self) -> usize {
        self.passing.len()
    }

    fn hops(&self, node: usize) -> impl Iterator<Item = (usize, u64)> {
        self.hops.get(node).into_iter().flatten().copied()
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

/// The `count` cheapest loopless routes, in order. Routes of one cost come shorter ones first, then by the numbers of their
/// nodes.
///
/// # Complexity
/// For each stop of each route a search from both ends, which looks at the nodes that are half as far away as the ends are from
/// each other.
pub(super) fn routes(
    network: &impl Network,
    from: usize,
    to: usize,
    count: usize,
) -> Vec<NumberedRoute> {
    let asked = count > 0 && from != to && from < network.nodes() && to < network.nodes();
    let first = asked.then(|| cheapest(network, &[from], to, &BTreeSet::new()));
    yen::routes(
        first.flatten(),
        count,
        |route: &NumberedRoute| &route.nodes,
        |root, taken| cheapest(network, root, to, taken),
    )
}

/// The cheapest route that begins with `root` and does not go on to one of `taken`.
fn cheapest(
    network: &impl Network,
    root: &[usize],
    to: usize,
    taken: &BTreeSet<usize>,
) -> Option<NumberedRoute> {
    let (spur, before) = root.split_last()?;
    let bounds = Bounds {
        network,
        spur: *spur,
        to,
        closed: before.iter().copied().collect(),
        taken,
    };
    let nodes = bounds.meet()?.route(&bounds, before)?;
    Some(NumberedRoute {
        cost: cost(network, &nodes),
        length: nodes.len(),
        nodes,
    })
}

/// What a route costs.
fn cost(network: &impl Network, nodes: &[usize]) -> u64 {
    let hops = nodes.windows(2).filter_map(|pair| {
        let [a, b] = pair else { return None };
        let mut hops = network.hops(*a);
        hops.find(|hop| hop.0 == *b).map(|hop| hop.1)
    });
    let inner = nodes.iter().skip(1).take(nodes.len().saturating_sub(2));
    hops.sum::<u64>() + inner.map(|node| network.passing(*node)).sum::<u64>()
}

/// How far a node is from an end: cost, then steps.
type Far = (u64, usize);

/// A network of which some ways are closed.
struct Bounds<'n, N: Network> {
    network: &'n N,
    /// Where the route goes on.
    spur: usize,
    to: usize,
    /// The nodes of the route before that.
    closed: FxHashSet<usize>,
    /// Where it does not go on to from there.
    taken: &'n BTreeSet<usize>,
}

impl<N: Network> Bounds<'_, N> {
    /// Whether a way into a node leads nowhere else, and the node is not looked for.
    fn is_dead_end(&self, node: usize) -> bool {
        node != self.spur && node != self.to && self.network.hops(node).nth(1).is_none()
    }

    /// The steps from a node that are open, with what they cost.
    fn steps(&self, node: usize) -> impl Iterator<Item = (usize, u64)> {
        self.network.hops(node).filter(move |(next, _)| {
            let is_taken = (node == self.spur && self.taken.contains(next))
                || (*next == self.spur && self.taken.contains(&node));
            !is_taken && !self.closed.contains(next)
        })
    }

    /// What it costs to pass a node, which is neither end.
    fn passing(&self, node: usize) -> u64 {
        if node == self.to || node == self.spur {
            0
        } else {
            self.network.passing(node)
        }
    }

    /// Searches from both ends until all nodes are known that are on a cheapest route; `None` where there is none. What is farther
    /// than a route that was found is not looked at.
    fn meet(&self) -> Option<Met> {
        let (mut ahead, mut back) = (Search::from(self.spur), Search::from(self.to));
        let mut best: Option<Far> = None;
        // Once one of them has seen all that it can reach, it has seen the other end, if that can be reached.
        while let (Some(one), Some(other)) = (ahead.next_far(), back.next_far()) {
            // What is known for good by neither is on no route that is as cheap.
            if best.is_some_and(|best| plus(one, other) > best) {
                break;
            }
            let (mine, theirs, is_ahead) = if ahead.queue.len() <= back.queue.len() {
                (&mut ahead, &back, true)
            } else {
                (&mut back, &ahead, false)
            };
            let left = if is_ahead { other } else { one };
            let Some((far, node)) = mine.settle_next() else {
                continue;
            };
            // Whoever comes to a node from the start has passed it, and whoever comes from the end has not.
            for (next, cost) in self.steps(node) {
                let passed = self.passing(if is_ahead { next } else { node });
                let new = plus(far, (cost + passed, 1));
                if let Some(rest) = theirs.far.get(&next) {
                    let whole = plus(new, *rest);
                    best = Some(best.map_or(whole, |best| best.min(whole)));
                } else if best.is_some_and(|best| plus(new, left) > best) || self.is_dead_end(next)
                {
                    continue;
                }
                mine.reach(next, new);
            }
        }
        best.map(|whole| Met { whole, ahead, back })
    }
}

const fn plus(one: Far, other: Far) -> Far {
    (one.0 + other.0, one.1 + other.1)
}

/// A search for the cheapest ways from one end.
struct Search {
    /// How far the nodes are that were reached.
    far: FxHashMap<usize, Far>,
    queue: BinaryHeap<Reverse<(Far, usize)>>,
}

impl Search {
    fn from(end: usize) -> Self {
        let start = (0, 0);
        Self {
            far: FxHashMap::from_iter([(end, start)]),
            queue: BinaryHeap::from([Reverse((start, end))]),
        }
    }

    /// How far the next node is at least.
    fn next_far(&self) -> Option<Far> {
        self.queue.peek().map(|Reverse((far, _))| *far)
    }

    /// The nearest node that has not been taken yet; `None` where a nearer way to it was.
    fn settle_next(&mut self) -> Option<(Far, usize)> {
        let Reverse((far, node)) = self.queue.pop()?;
        (self.far.get(&node) == Some(&far)).then_some((far, node))
    }

    /// Says that there is a way so long to a node.
    fn reach(&mut self, node: usize, far: Far) {
        let known = self.far.entry(node).or_insert((u64::MAX, usize::MAX));
        if far < *known {
            *known = far;
            self.queue.push(Reverse((far, node)));
        }
    }

    /// How far a node is of which that is known for good: no way that is still to be gone is shorter.
    fn settled(&self, node: usize) -> Option<Far> {
        let far = self.far.get(&node).copied();
        far.filter(|far| self.next_far().is_none_or(|next| *far <= next))
    }
}

/// Two searches that have met.
struct Met {
    /// What the cheapest route costs.
    whole: Far,
    ahead: Search,
    back: Search,
}

impl Met {
    /// The cheapest route, and among equals the first by the numbers of its nodes, behind those that come before it.
    fn route<N: Network>(&self, bounds: &Bounds<'_, N>, before: &[usize]) -> Option<Vec<usize>> {
        let known = self.on_the_way(bounds);
        let mut nodes = before.to_vec();
        let mut here = bounds.spur;
        let mut far = (0, 0);
        nodes.push(here);
        while here != bounds.to {
            let next = bounds.steps(here).find_map(|(next, cost)| {
                let new = plus(far, (cost + bounds.passing(next), 1));
                let rest = self.back.settled(next);
                let arrives = rest.is_some_and(|rest| plus(new, rest) == self.whole);
                let goes_on = known.get(&next) == Some(&new);
                (arrives || goes_on).then_some((next, new))
            });
            (here, far) = next?;
            nodes.push(here);
        }
        Some(nodes)
    }

    /// The nodes on cheapest routes that the search from the start has settled, with how far they are from it.
    fn on_the_way<N: Network>(&self, bounds: &Bounds<'_, N>) -> FxHashMap<usize, Far> {
        let mut known: FxHashMap<usize, Far> = FxHashMap::default();
        let mut waiting: Vec<usize> = Vec::new();
        // Where the route leaves what the search from the start has settled, the other one knows the rest.
        let reached: Vec<usize> = self.ahead.far.keys().copied().collect();
        for node in reached {
            let Some(far) = self.ahead.settled(node) else {
                continue;
            };
            let arrives = |(next, cost): (usize, u64)| {
                let rest = self.back.settled(next);
                let step = (cost + bounds.passing(next), 1);
                rest.is_some_and(|rest| plus(plus(far, step), rest) == self.whole)
            };
            if bounds.steps(node).any(arrives) {
                known.insert(node, far);
                waiting.push(node);
            }
        }
        while let Some(node) = waiting.pop() {
            let Some(far) = known.get(&node).copied() else {
                continue;
            };
            for (before, cost) in bounds.steps(node) {
                let Some(earlier) = self.ahead.settled(before) else {
                    continue;
                };
                let comes = plus(earlier, (cost + bounds.passing(node), 1)) == far;
                if comes && known.insert(before, earlier).is_none() {
                    waiting.push(before);
                }
            }
        }
        known
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
            for (next, _) in network.hops(last) {
                if !nodes.contains(&next) {
                    let mut longer = nodes.clone();
                    longer.push(next);
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
            !before.contains(&node)
                && !before.contains(&next)
                && !(node == *spur && taken.contains(&next))
        };
        let passing = |node| if node == to { 0 } else { network.passing(node) };
        let mut left: Vec<Option<Far>> = vec![None; network.nodes()];
        left[to] = Some((0, 0));
        let mut before_pass = Vec::new();
        while before_pass != left {
            before_pass.clone_from(&left);
            for node in 0..network.nodes() {
                for (next, cost) in network.hops(node).filter(|hop| is_open(node, hop.0)) {
                    let through = left[next].map(|rest| plus(rest, (cost + passing(next), 1)));
                    left[node] = [left[node], through].into_iter().flatten().min();
                }
            }
        }
        let mut nodes = root.to_vec();
        let mut here = *spur;
        while here != to {
            let rest = left[here]?;
            let next = network.hops(here).find(|(next, cost)| {
                let through = left[*next].map(|rest| plus(rest, (cost + passing(*next), 1)));
                is_open(here, *next) && through == Some(rest)
            });
            here = next?.0;
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
                |root, taken| cheapest_from_one_end(&network, root, to, taken),
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

//! The cheapest route between two nodes of a network, searched from both ends until the searches meet.
//!
//! Each looks at the nodes that are half as far away as the ends are from each other, which are few beside all.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use rustc_hash::{FxHashMap, FxHashSet};

use super::search::Network;

/// How far a node is from an end: cost, then steps.
pub(super) type Far = (u64, usize);

/// A network of which some ways are closed.
pub(super) struct Bounds<'n, N: Network> {
    pub(super) network: &'n N,
    /// Where the route goes on.
    pub(super) spur: usize,
    pub(super) to: usize,
    /// The nodes of the route before that.
    pub(super) closed: FxHashSet<usize>,
    /// Where it does not go on to from there.
    pub(super) taken: &'n BTreeSet<usize>,
}

impl<N: Network> Bounds<'_, N> {
    /// Whether a way into a node leads nowhere else, and the node is not looked for.
    fn is_dead_end(&self, node: usize) -> bool {
        node != self.spur && node != self.to && !self.network.leads_on(node)
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
    pub(super) fn meet(&self) -> Option<Met> {
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

pub(super) const fn plus(one: Far, other: Far) -> Far {
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
pub(super) struct Met {
    /// What the cheapest route costs.
    whole: Far,
    ahead: Search,
    back: Search,
}

impl Met {
    /// The cheapest route, and among equals the first by the numbers of its nodes, behind those that come before it.
    pub(super) fn route<N: Network>(
        &self,
        bounds: &Bounds<'_, N>,
        before: &[usize],
    ) -> Option<Vec<usize>> {
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
        // Where the route leaves what the search from the start has settled, the other one knows the rest. What is found in the
        // end is a set, in whatever order it is put together.
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

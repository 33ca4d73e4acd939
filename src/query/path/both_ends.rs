//! The cheapest route between two nodes of a network, searched from both ends until the searches meet.
//!
//! Each looks at the nodes that are half as far away as the ends are from each other, which are few beside all.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use rustc_hash::{FxHashMap, FxHashSet};

use super::search::{Hop, Network};

/// How far a node is from an end: twice the cost, then steps. Half of what it costs to pass a node is paid when one comes to it,
/// and half when one leaves it. So a way is as long from either end, and what it costs much to pass is far from both: the
/// searches meet before they have looked at all who are next to a crowded house.
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
    /// Whether a step leads nowhere else, and its end is not looked for.
    fn is_dead_end(&self, hop: Hop) -> bool {
        !hop.leads_on && hop.to != self.spur && hop.to != self.to
    }

    /// The steps from a node that are open.
    fn steps(&self, node: usize) -> impl Iterator<Item = Hop> {
        self.network.hops(node).filter(move |hop| {
            let is_taken = (node == self.spur && self.taken.contains(&hop.to))
                || (hop.to == self.spur && self.taken.contains(&node));
            !is_taken && !self.closed.contains(&hop.to)
        })
    }

    /// What it costs to pass a node; nothing where it is an end.
    fn passing(&self, node: usize) -> u64 {
        if node == self.to || node == self.spur {
            0
        } else {
            self.network.passing(node)
        }
    }

    /// How far it is to go a step from a node, of which is said what it costs to pass it.
    fn length(&self, passing: u64, hop: Hop) -> Far {
        let next = if hop.is_free { 0 } else { self.passing(hop.to) };
        (2 * hop.cost + passing + next, 1)
    }

    /// Searches from both ends until all nodes are known that are on a cheapest route; `None` where there is none. What is farther
    /// than a route that was found is not looked at.
    pub(super) fn meet(&self) -> Option<Met> {
        let (mut ahead, mut back) = (Search::from(self.spur), Search::from(self.to));
        let mut best: Option<Far> = None;
        // Once one of them has seen all that it can reach, it has seen the other end, if that can be reached.
        while let (Some((one, here)), Some((other, there))) = (ahead.next(), back.next()) {
            // What is known for good by neither is on no route that is as cheap.
            if best.is_some_and(|best| plus(one, other) > best) {
                break;
            }
            // The one goes on that will have looked at fewer steps: a crowd is waited for until nothing else is left to look at.
            let (here, there) = (self.network.degree(here), self.network.degree(there));
            let is_ahead = ahead.looked + here <= back.looked + there;
            let (mine, theirs, left, degree) = if is_ahead {
                (&mut ahead, &back, other, here)
            } else {
                (&mut back, &ahead, one, there)
            };
            let Some((far, node)) = mine.settle_next() else {
                continue;
            };
            let passing = self.passing(node);
            if best.is_some_and(|best| far.0 + passing > best.0) {
                continue;
            }
            mine.looked += degree;
            for hop in self.steps(node) {
                let new = plus(far, self.length(passing, hop));
                if let Some(rest) = theirs.far.get(&hop.to) {
                    let whole = plus(new, *rest);
                    best = Some(best.map_or(whole, |best| best.min(whole)));
                } else if best.is_some_and(|best| plus(new, left) > best) || self.is_dead_end(hop) {
                    continue;
                }
                mine.reach(hop.to, new);
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
    /// How many steps it has looked at.
    looked: usize,
}

impl Search {
    fn from(end: usize) -> Self {
        let start = (0, 0);
        Self {
            far: FxHashMap::from_iter([(end, start)]),
            queue: BinaryHeap::from([Reverse((start, end))]),
            looked: 0,
        }
    }

    /// The next node, with how far it is at least.
    fn next(&self) -> Option<(Far, usize)> {
        self.queue.peek().map(|Reverse(next)| *next)
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
        far.filter(|far| self.next().is_none_or(|(next, _)| *far <= next))
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
            let passing = bounds.passing(here);
            let next = bounds.steps(here).find_map(|hop| {
                let new = plus(far, bounds.length(passing, hop));
                let rest = self.back.settled(hop.to);
                let arrives = rest.is_some_and(|rest| plus(new, rest) == self.whole);
                let goes_on = known.get(&hop.to) == Some(&new);
                (arrives || goes_on).then_some((hop.to, new))
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
            let passing = bounds.passing(node);
            if far.0 + passing > self.whole.0 {
                continue;
            }
            let arrives = |hop: Hop| {
                let rest = self.back.settled(hop.to);
                let step = bounds.length(passing, hop);
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
            let passing = bounds.passing(node);
            for hop in bounds.steps(node) {
                let Some(earlier) = self.ahead.settled(hop.to) else {
                    continue;
                };
                let comes = plus(earlier, bounds.length(passing, hop)) == far;
                if comes && known.insert(hop.to, earlier).is_none() {
                    waiting.push(hop.to);
                }
            }
        }
        known
    }
}

//! How far two nodes of a network are from each other, searched from both ends until the searches meet.
//!
//! Each looks at the nodes that are half as far away as the ends are from each other, which are few beside all.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::search::{Hop, Network};

/// How far a node is from an end: twice the cost, and in the lowest bits the steps, so that two lengths are compared and added as
/// numbers are. Half of what it costs to pass a node is paid when one comes to it, and half when one leaves it. So a way is as
/// long from either end, and what it costs much to pass is far from both: the searches meet before they have looked at all who
/// are next to a crowded house.
pub(super) type Far = u64;

/// A node that nobody has come to.
pub(super) const NEVER: Far = Far::MAX;

/// Bits of the steps: no route has a million.
const STEPS: u32 = 20;

/// What costs more than millions of steps counts as so much.
const DEAREST: u64 = 1 << 36;

/// Two ends of a network.
#[derive(Debug)]
pub(super) struct Ends<'n, N: Network> {
    pub(super) network: &'n N,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl<N: Network> Clone for Ends<'_, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<N: Network> Copy for Ends<'_, N> {}

impl<N: Network> Ends<'_, N> {
    /// What it costs to pass a node; nothing where it is an end.
    pub(super) fn passing(&self, node: usize) -> u64 {
        if node == self.to || node == self.from {
            0
        } else {
            self.network.passing(node)
        }
    }

    /// How far it is to go a step from a node, of which is said what it costs to pass it.
    pub(super) fn length(&self, passing: u64, hop: Hop) -> Far {
        let next = if hop.is_free { 0 } else { self.passing(hop.to) };
        far(hop.cost, passing + next)
    }

    /// How far it is from a node to a neighbour.
    pub(super) fn between(&self, one: usize, other: usize) -> Option<Far> {
        // The tie is there from both, and one of them may have a crowd of others.
        let [few, many] = if self.network.degree(one) <= self.network.degree(other) {
            [one, other]
        } else {
            [other, one]
        };
        let mut hops = self.network.hops(few);
        let hop = hops.find(|hop| hop.to == many)?;
        Some(self.length(self.passing(few), hop))
    }

    /// Whether a step leads nowhere else, and its end is not looked for.
    pub(super) fn is_dead_end(&self, hop: Hop) -> bool {
        !hop.leads_on && hop.to != self.from && hop.to != self.to
    }

    /// Searches from both ends until it is known how far they are from each other; `None` where no route is between them.
    pub(super) fn meet(&self) -> Option<Met> {
        let nodes = self.network.nodes();
        let mut ahead = Search::from(self.from, nodes);
        let mut back = Search::from(self.to, nodes);
        let mut whole = NEVER;
        // Once one of them has seen all that it can reach, it has seen the other end, if that can be reached.
        while let (Some((one, _)), Some((other, _))) = (ahead.next(), back.next()) {
            // Each route that is not known yet goes on from nodes that are so far from the ends.
            if one + other >= whole {
                break;
            }
            // The one goes on that will have looked at fewer steps: a crowd is waited for until nothing else is left to look at.
            let will_look = [&mut ahead, &mut back].map(|search| search.will_look(self.network));
            let [here, there] = will_look;
            let (mine, theirs, looked) = if here <= there {
                (&mut ahead, &back, here)
            } else {
                (&mut back, &ahead, there)
            };
            let Some((far, node)) = mine.settle_next() else {
                continue;
            };
            mine.looked = looked;
            let passing = self.passing(node);
            for hop in self.network.hops(node) {
                let new = far + self.length(passing, hop);
                let rest = theirs.far(hop.to);
                if rest != NEVER {
                    whole = whole.min(new + rest);
                } else if self.is_dead_end(hop) {
                    continue;
                }
                mine.reach(hop.to, new, 0);
            }
        }
        (whole != NEVER).then_some(Met { whole, ahead, back })
    }
}

/// How far a step is of such a cost, with what it costs to pass its ends.
const fn far(cost: u64, passing: u64) -> Far {
    let cost = cost.saturating_mul(2).saturating_add(passing);
    let cost = if cost < DEAREST { cost } else { DEAREST };
    (cost << STEPS) + 1
}

/// How far a route is that costs so much and has so many steps; one that costs too much for that is farther than all.
pub(super) fn far_of(cost: u64, steps: usize) -> Far {
    if cost >= DEAREST {
        return NEVER;
    }
    (cost << (STEPS + 1)).saturating_add(u64::try_from(steps).unwrap_or(NEVER))
}

/// What a route costs that is so far.
pub(super) const fn cost_of(far: Far) -> u64 {
    far >> (STEPS + 1)
}

/// A search for the cheapest ways from one end.
pub(super) struct Search {
    /// How far the nodes are that were reached.
    far: Vec<Far>,
    /// The nodes whose steps have not been looked at, each with how far a route over it is at least, as far as that is known.
    queue: BinaryHeap<Reverse<(Far, usize)>>,
    /// How many steps it has looked at.
    looked: usize,
    /// A node with the number of its steps, which takes a look to tell.
    crowd: (usize, usize),
}

impl Search {
    fn from(end: usize, nodes: usize) -> Self {
        let mut search = Self {
            far: vec![NEVER; nodes],
            queue: BinaryHeap::new(),
            looked: 0,
            crowd: (usize::MAX, 0),
        };
        search.reach(end, 0, 0);
        search
    }

    /// How far a node is, by the ways that are known.
    pub(super) fn far(&self, node: usize) -> Far {
        self.far.get(node).copied().unwrap_or(NEVER)
    }

    /// The next node, with how far a route over it is at least.
    pub(super) fn next(&self) -> Option<(Far, usize)> {
        self.queue.peek().map(|Reverse(next)| *next)
    }

    /// At how many steps it will have looked when it has gone on.
    fn will_look(&mut self, network: &impl Network) -> usize {
        if let Some((_, node)) = self.next().filter(|(_, node)| *node != self.crowd.0) {
            self.crowd = (node, network.degree(node));
        }
        self.looked + self.crowd.1
    }

    /// Takes the next node, of a search that knows nothing of what is left; `None` where a nearer way to it was taken before.
    fn settle_next(&mut self) -> Option<(Far, usize)> {
        let Reverse((far, node)) = self.queue.pop()?;
        (self.far(node) == far).then_some((far, node))
    }

    /// Takes the next node, of which is known what is left to the other end.
    pub(super) fn take_next(&mut self, left: impl Fn(usize) -> Far) -> Option<(Far, usize)> {
        let Reverse((whole, node)) = self.queue.pop()?;
        let far = self.far(node);
        (far + left(node) == whole).then_some((far, node))
    }

    /// Says that there is a way so long to a node, from which so much is left.
    pub(super) fn reach(&mut self, node: usize, far: Far, left: Far) {
        if let Some(known) = self.far.get_mut(node).filter(|known| far < **known) {
            *known = far;
            self.queue.push(Reverse((far + left, node)));
        }
    }

    /// Says of all nodes that are waiting how far it is from them to the other end at least.
    pub(super) fn aim(&mut self, left: impl Fn(usize) -> Far) {
        let waiting = std::mem::take(&mut self.queue).into_iter();
        let waiting = waiting.filter(|Reverse((far, node))| self.far(*node) == *far);
        self.queue = waiting
            .map(|Reverse((far, node))| Reverse((far + left(node), node)))
            .collect();
    }
}

/// Two searches that have met.
pub(super) struct Met {
    /// How far the ends are from each other.
    pub(super) whole: Far,
    pub(super) ahead: Search,
    pub(super) back: Search,
}

//! What is left from a node to the end, known for all nodes that are on routes up to some length, and the cheapest route that
//! begins so, which is found with little more than a look along it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use rustc_hash::{FxHashMap, FxHashSet};

use super::both_ends::{Ends, Far, Met, NEVER, Search};
use super::search::{Network, NumberedRoute};

/// What is left from nodes to the end.
///
/// Two searches have met. The one from the start knows how far the nodes near it are from the start, and that all others are as far
/// as it has come. So the one from the end, going on, need not look at what is too far from both.
pub(super) struct Onward<'n, N: Network> {
    ends: Ends<'n, N>,
    ahead: Search,
    /// How far the search from the start has come.
    edge: Far,
    back: Search,
}

impl<'n, N: Network> Onward<'n, N> {
    pub(super) fn of(ends: Ends<'n, N>, met: Met) -> Self {
        let (ahead, mut back) = (met.ahead, met.back);
        let edge = ahead.next().map_or(NEVER / 2, |(far, _)| far);
        back.aim(|node| ahead.far(node).min(edge));
        Self {
            ends,
            ahead,
            edge,
            back,
        }
    }

    /// Goes on until what is left is known of all nodes that are on routes of such a length; whether more can be known at all.
    pub(super) fn extend(&mut self, limit: Far) -> bool {
        let before = |node: usize| self.ahead.far(node).min(self.edge);
        while let Some((whole, _)) = self.back.next() {
            if whole > limit {
                return true;
            }
            let Some((far, node)) = self.back.take_next(before) else {
                continue;
            };
            let passing = self.ends.passing(node);
            for hop in self.ends.network.hops(node) {
                if !self.ends.is_dead_end(hop) {
                    let new = far + self.ends.length(passing, hop);
                    self.back.reach(hop.to, new, before(hop.to));
                }
            }
        }
        false
    }

    /// The cheapest route that begins with `root` and does not go on to one of `taken`, and among equals the first by the numbers
    /// of its nodes; `None` where none is as short as the limit, up to which this was extended.
    pub(super) fn route(
        &self,
        root: &[usize],
        taken: &BTreeSet<usize>,
        limit: Far,
    ) -> Option<NumberedRoute> {
        let (spur, before) = root.split_last()?;
        let closed: FxHashSet<usize> = root.iter().copied().collect();
        let start = self.length_of(root)?;
        let mut reached: FxHashMap<usize, Reached> = FxHashMap::default();
        let mut queue = BinaryHeap::from([Reverse((start, *spur, start))]);
        let mut shortest = limit;
        while let Some(Reverse((whole, node, far))) = queue.pop() {
            if whole > shortest {
                break;
            }
            let is_old = reached.get(&node).is_some_and(|known| known.far < far);
            if is_old || node == self.ends.to {
                continue;
            }
            let passing = self.ends.passing(node);
            for hop in self.ends.network.hops(node) {
                let new = far + self.ends.length(passing, hop);
                let whole = new.saturating_add(self.back.far(hop.to));
                let is_taken = node == *spur && taken.contains(&hop.to);
                if whole > shortest || is_taken || closed.contains(&hop.to) {
                    continue;
                }
                if hop.to == self.ends.to {
                    shortest = whole;
                }
                let known = reached.entry(hop.to).or_default();
                if new < known.far {
                    *known = Reached {
                        far: new,
                        from: vec![node],
                    };
                    queue.push(Reverse((whole, hop.to, new)));
                } else if new == known.far {
                    known.from.push(node);
                }
            }
        }
        let far = reached.get(&self.ends.to)?.far;
        let nodes = self.first(&reached, *spur, before)?;
        Some(NumberedRoute::new(far, nodes))
    }

    /// How far it is along some nodes.
    fn length_of(&self, nodes: &[usize]) -> Option<Far> {
        let mut far = 0;
        for pair in nodes.windows(2) {
            let [one, other] = pair else { return None };
            let mut hops = self.ends.network.hops(*one);
            let hop = hops.find(|hop| hop.to == *other)?;
            far += self.ends.length(self.ends.passing(*one), hop);
        }
        Some(far)
    }

    /// Of the cheapest routes to the end the first by the numbers of its nodes, behind those that come before it.
    fn first(
        &self,
        reached: &FxHashMap<usize, Reached>,
        spur: usize,
        before: &[usize],
    ) -> Option<Vec<usize>> {
        // The first by number of the nodes to which a cheapest route goes on.
        let mut next: BTreeMap<usize, usize> = BTreeMap::new();
        let mut waiting = vec![self.ends.to];
        while let Some(node) = waiting.pop() {
            if node == spur {
                continue;
            }
            for from in &reached.get(&node)?.from {
                match next.get_mut(from) {
                    Some(first) => *first = node.min(*first),
                    None => {
                        next.insert(*from, node);
                        waiting.push(*from);
                    }
                }
            }
        }
        let mut nodes = before.to_vec();
        let mut here = spur;
        nodes.push(here);
        while here != self.ends.to {
            here = *next.get(&here)?;
            nodes.push(here);
        }
        Some(nodes)
    }
}

/// How far a node is from the start, and the nodes from which the cheapest ways come to it.
struct Reached {
    far: Far,
    from: Vec<usize>,
}

impl Default for Reached {
    fn default() -> Self {
        Self {
            far: NEVER,
            from: Vec::new(),
        }
    }
}

//! What is left from a node to the end, known for all nodes that are on routes up to some length, and the cheapest route that
//! begins so, which is found with little more than a look along it.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::both_ends::{Ends, Far, Met, NEVER, Search};
use super::search::{Network, NumberedRoute};

/// The nodes to which steps go from a node, with how far they are.
type Steps = Rc<[(usize, Far)]>;

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
    /// How far the ends are from each other.
    whole: Far,
    /// How long the routes are at most of which all is known.
    limit: Far,
    /// The steps from the nodes that were asked for: each search for one more route comes to the same ones.
    known: RefCell<FxHashMap<usize, Steps>>,
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
            whole: met.whole,
            limit: 0,
            known: RefCell::default(),
        }
    }

    /// Goes on until what is left is known of all nodes that are on routes of such a length; whether more can be known at all.
    pub(super) fn extend(&mut self, limit: Far) -> bool {
        self.known.take();
        self.limit = limit;
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
        self.limit = NEVER - 1;
        false
    }

    /// The cheapest route that begins with `root` and does not go on to one of `taken`, and among equals the first by the numbers
    /// of its nodes; `None` where none is as short as is said, or as this was extended to.
    pub(super) fn route(
        &self,
        root: &[usize],
        taken: &BTreeSet<usize>,
        longest: Option<Far>,
    ) -> Option<NumberedRoute> {
        let (spur, before) = root.split_last()?;
        let closed: FxHashSet<usize> = root.iter().copied().collect();
        let start = self.length_of(root)?;
        let mut reached: FxHashMap<usize, Reached> = FxHashMap::default();
        let mut queue = BinaryHeap::from([Reverse((start, *spur, start))]);
        let mut shortest = longest.map_or(self.limit, |longest| longest.min(self.limit));
        while let Some(Reverse((whole, node, far))) = queue.pop() {
            if whole > shortest {
                break;
            }
            let is_old = reached.get(&node).is_some_and(|known| known.far < far);
            if is_old || node == self.ends.to {
                continue;
            }
            for (next, length) in self.steps(node).iter().copied() {
                let new = far + length;
                let whole = new + self.back.far(next);
                let is_taken = node == *spur && taken.contains(&next);
                if whole > shortest || is_taken || closed.contains(&next) {
                    continue;
                }
                if next == self.ends.to {
                    shortest = whole;
                }
                let known = reached.entry(next).or_default();
                if new < known.far {
                    *known = Reached {
                        far: new,
                        from: vec![node],
                    };
                    queue.push(Reverse((whole, next, new)));
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
        let steps = nodes.windows(2).map(|pair| match pair {
            [one, other] => self.ends.between(*one, *other),
            _ => None,
        });
        steps.sum()
    }

    /// The steps from a node that are on routes up to the limit, with how far they are: of a crowd they are few.
    fn steps(&self, node: usize) -> Steps {
        if let Some(known) = self.known.borrow().get(&node) {
            return Rc::clone(known);
        }
        let passing = self.ends.passing(node);
        let hops = self.ends.network.hops(node);
        let steps = hops.map(|hop| (hop.to, self.ends.length(passing, hop)));
        // Whoever is at the node has come at least so far.
        let before = self.whole.saturating_sub(self.back.far(node));
        let is_near = |(to, far): &(usize, Far)| {
            let rest = self.back.far(*to);
            rest != NEVER && before + far + rest <= self.limit
        };
        let steps: Steps = steps.filter(is_near).collect();
        self.known.borrow_mut().insert(node, Rc::clone(&steps));
        steps
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
                if let Some(first) = next.get_mut(from) {
                    *first = node.min(*first);
                } else {
                    next.insert(*from, node);
                    waiting.push(*from);
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

//! A graph as plain numbers: who is next to whom, in two arrays, for what walks over all of it.

use crate::graph::RelationGraph;

/// What a random walk goes on along an edge with, rather than to start anew anywhere.
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 50;

/// A distance that no walk has.
const FAR: u32 = u32::MAX;

/// Nodes by their place in the order of ids, each with its neighbours. Edges count once a pair, whatever their number and
/// direction; those from a node to itself do not count.
pub(super) struct Net {
    /// Where the neighbours of each node begin, and behind the last one where they end.
    starts: Vec<usize>,
    /// The neighbours of all nodes, one node after the other, each sorted.
    near: Vec<u32>,
}

impl Net {
    /// Complexity: m log d in the number of edges and the most at one node.
    pub(super) fn of(graph: &RelationGraph) -> Self {
        let size = graph.node_count();
        let mut ends: Vec<(u32, u32)> = Vec::with_capacity(graph.edge_count());
        for (one, other, _) in graph.ties() {
            let pair = u32::try_from(one).ok().zip(u32::try_from(other).ok());
            ends.extend(pair.filter(|(one, other)| one != other));
        }
        let mut starts = vec![0_usize; size + 1];
        for (one, other) in &ends {
            for end in [*one, *other] {
                if let Some(count) = starts.get_mut(place(end) + 1) {
                    *count += 1;
                }
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut free = starts.clone();
        let mut near = vec![0_u32; ends.len() * 2];
        for (one, other) in ends {
            for (from, to) in [(one, other), (other, one)] {
                if let Some(at) = free.get_mut(place(from)) {
                    near.get_mut(*at).into_iter().for_each(|n| *n = to);
                    *at += 1;
                }
            }
        }
        Self::sorted(&starts, &mut near)
    }

    /// Sorts the neighbours of each node and keeps each once.
    fn sorted(starts: &[usize], near: &mut [u32]) -> Self {
        let mut net = Self {
            starts: vec![0],
            near: Vec::with_capacity(near.len()),
        };
        for bounds in starts.windows(2) {
            let &[from, to] = bounds else { continue };
            let of: &mut [u32] = near.get_mut(from..to).unwrap_or_default();
            of.sort_unstable();
            let begun = net.near.len();
            for next in of {
                if net.near.len() == begun || net.near.last() != Some(next) {
                    net.near.push(*next);
                }
            }
            net.starts.push(net.near.len());
        }
        net
    }

    /// The number of nodes.
    pub(super) const fn size(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The neighbours of the node at a place.
    pub(super) fn near(&self, node: usize) -> &[u32] {
        let bounds = self.starts.get(node).zip(self.starts.get(node + 1));
        bounds
            .and_then(|(from, to)| self.near.get(*from..*to))
            .unwrap_or_default()
    }

    fn all_near(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.size()).map(|node| self.near(node))
    }

    /// The number of neighbours of each node.
    pub(super) fn degrees(&self) -> Vec<f64> {
        self.all_near().map(|near| count(near.len())).collect()
    }

    /// The share of a random walk that is at each node.
    pub(super) fn page_rank(&self) -> Vec<f64> {
        let all = count(self.size());
        let mut values = vec![1.0 / all; self.size()];
        let mut given = values.clone();
        for _ in 0..ROUNDS {
            let mut lost = 0.0;
            for ((value, given), near) in values.iter().zip(&mut given).zip(self.all_near()) {
                if near.is_empty() {
                    lost += value;
                } else {
                    *given = value / count(near.len());
                }
            }
            let base = (1.0 - DAMPING) / all + DAMPING * lost / all;
            for (value, near) in values.iter_mut().zip(self.all_near()) {
                let got: f64 = near.iter().filter_map(|n| given.get(place(*n))).sum();
                *value = base + DAMPING * got;
            }
        }
        values
    }

    /// The share of shortest paths that lead over each node, from the paths of `pivots` nodes: Brandes' way, which walks
    /// from each of them once, counting shortest paths outwards and their shares back. The nodes to walk from lie at even
    /// distances in the order of the ids, so that each kind and each state has its part of them.
    pub(super) fn betweenness(&self, pivots: usize) -> Shares {
        let size = self.size();
        let pivots = pivots.min(size);
        let mut walk = Walk::new(size);
        let (mut sums, mut squares) = (vec![0.0; size], vec![0.0; size]);
        for number in 0..pivots {
            let start = (2 * number + 1) * size / (2 * pivots);
            walk.from(self, start, |at, share| {
                if let (Some(sum), Some(square)) = (sums.get_mut(at), squares.get_mut(at)) {
                    *sum += share;
                    *square += share * share;
                }
            });
        }
        // Each pair was looked at from both of its ends.
        let pairs = count(size.saturating_sub(1)) * count(size.saturating_sub(2));
        let of_all = |mean: f64| {
            if pairs > 0.0 {
                mean * count(size) / pairs
            } else {
                0.0
            }
        };
        let taken = count(pivots.max(1));
        let error = |(sum, squares): (&f64, &f64)| {
            let variance = (squares - sum * sum / taken).max(0.0) / (taken - 1.0);
            // Who walks from nearly all nodes is nearly sure.
            of_all((variance / taken * (1.0 - taken / count(size))).sqrt())
        };
        Shares {
            errors: (1 < pivots && pivots < size)
                .then(|| sums.iter().zip(&squares).map(error).collect()),
            values: sums.iter().map(|sum| of_all(sum / taken)).collect(),
        }
    }
}

/// A share of each node.
pub(super) struct Shares {
    pub(super) values: Vec<f64>,
    /// The standard error of each, where they are estimates from two nodes or more: what it would be were these drawn by lot.
    pub(super) errors: Option<Vec<f64>>,
}

/// What a walk over the net keeps of each node; made once, for many walks.
struct Walk {
    paths: Vec<f64>,
    far: Vec<u32>,
    shares: Vec<f64>,
    order: Vec<u32>,
}

impl Walk {
    fn new(size: usize) -> Self {
        Self {
            paths: vec![0.0; size],
            far: vec![FAR; size],
            shares: vec![0.0; size],
            order: Vec::with_capacity(size),
        }
    }

    #[expect(clippy::indexing_slicing, reason = "all numbers are places of nodes")]
    fn from(&mut self, net: &Net, start: usize, mut found: impl FnMut(usize, f64)) {
        self.order.clear();
        self.order.extend(u32::try_from(start));
        self.paths[start] = 1.0;
        self.far[start] = 0;
        let mut seen = 0;
        while let Some(&at) = self.order.get(seen) {
            seen += 1;
            let at = place(at);
            let (paths, next_far) = (self.paths[at], self.far[at] + 1);
            for &next in net.near(at) {
                let to = place(next);
                if self.far[to] == FAR {
                    self.far[to] = next_far;
                    self.order.push(next);
                }
                if self.far[to] == next_far {
                    self.paths[to] += paths;
                }
            }
        }
        for &at in self.order.iter().rev() {
            let at = place(at);
            let share = (1.0 + self.shares[at]) / self.paths[at];
            for &before in net.near(at) {
                let before = place(before);
                if self.far[before] + 1 == self.far[at] {
                    self.shares[before] += self.paths[before] * share;
                }
            }
            if at != start {
                found(at, self.shares[at]);
            }
        }
        // Only what the walk has reached is to be forgotten.
        for &at in &self.order {
            let at = place(at);
            self.far[at] = FAR;
            self.paths[at] = 0.0;
            self.shares[at] = 0.0;
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no graph has 2^52 nodes")]
const fn count(number: usize) -> f64 {
    number as f64
}

/// A number as a place in memory, where it was one before.
fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

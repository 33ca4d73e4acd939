//! Who stands in the middle: nodes by the number of their neighbours, by how often paths lead over them, by `PageRank`.

use std::collections::{BTreeSet, VecDeque};

use serde::Serialize;

use super::answer::Brief;
use crate::graph::{NodeRef, RelationGraph};
use crate::ontology::NodeKind;

/// How nodes are ranked. Edges count once a pair, whatever their number and direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The number of neighbours.
    Degree,
    /// The share of shortest paths between all others that lead over the node.
    Betweenness,
    /// `PageRank` with a damping of 0.85 after 50 rounds.
    PageRank,
}

/// A node with its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranked {
    /// The node.
    #[serde(flatten)]
    pub node: Brief,
    /// Neighbours; a share of paths; a share of all visits. Rounded to nine digits behind the point.
    pub value: f64,
    /// Neighbours in any case.
    pub degree: usize,
}

const DAMPING: f64 = 0.85;
const ROUNDS: usize = 50;

/// Nodes of some kinds (of all where `kinds` is empty), the highest value first, of one value by id. All nodes count as
/// neighbours and as ends of paths, whatever kinds are shown.
///
/// # Complexity
/// With n nodes and m pairs that have an edge: degree n + m, `PageRank` 50 (n + m), betweenness n m.
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{Measure, rank};
/// assert!(rank(&RelationGraph::new(), Measure::PageRank, &[]).is_empty());
/// ```
#[must_use]
pub fn rank(graph: &RelationGraph, measure: Measure, kinds: &[NodeKind]) -> Vec<Ranked> {
    let net = Net::of(graph);
    let values = match measure {
        Measure::Degree => net.neighbours.iter().map(|n| count(n.len())).collect(),
        Measure::Betweenness => net.betweenness(),
        Measure::PageRank => net.page_rank(),
    };
    let mut ranked: Vec<Ranked> = Vec::new();
    for ((handle, value), neighbours) in net.nodes.iter().zip(values).zip(&net.neighbours) {
        let node = Brief::of(graph, *handle);
        if kinds.is_empty() || kinds.contains(&node.kind) {
            ranked.push(Ranked {
                node,
                value: (value * 1e9).round() / 1e9,
                degree: neighbours.len(),
            });
        }
    }
    // The nodes come by id, and the sort keeps that order.
    ranked.sort_by(|a, b| b.value.total_cmp(&a.value));
    ranked
}

#[expect(clippy::cast_precision_loss, reason = "no graph has 2^52 nodes")]
const fn count(number: usize) -> f64 {
    number as f64
}

/// The graph as numbers: the neighbours of each node, in order, each once.
struct Net {
    nodes: Vec<NodeRef>,
    neighbours: Vec<Vec<usize>>,
}

impl Net {
    fn of(graph: &RelationGraph) -> Self {
        let nodes: Vec<NodeRef> = graph.nodes().map(|(handle, _)| handle).collect();
        let places: std::collections::BTreeMap<NodeRef, usize> =
            nodes.iter().copied().zip(0..).collect();
        let mut sets: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); nodes.len()];
        for edge in graph.edges() {
            let ends = places.get(&edge.source).zip(places.get(&edge.target));
            if let Some((a, b)) = ends.filter(|(a, b)| a != b) {
                sets.get_mut(*a).into_iter().for_each(|s| _ = s.insert(*b));
                sets.get_mut(*b).into_iter().for_each(|s| _ = s.insert(*a));
            }
        }
        Self {
            nodes,
            neighbours: sets.into_iter().map(|s| s.into_iter().collect()).collect(),
        }
    }

    fn page_rank(&self) -> Vec<f64> {
        let all = count(self.nodes.len());
        let mut values = vec![1.0 / all; self.nodes.len()];
        for _ in 0..ROUNDS {
            let alone = values.iter().zip(&self.neighbours);
            let lost: f64 = alone.filter(|(_, n)| n.is_empty()).map(|(v, _)| v).sum();
            let base = (1.0 - DAMPING) / all + DAMPING * lost / all;
            let given = |of: &usize| {
                let neighbours = self.neighbours.get(*of).map_or(1, Vec::len);
                values.get(*of).copied().unwrap_or_default() / count(neighbours)
            };
            let next = |n: &Vec<usize>| base + DAMPING * n.iter().map(given).sum::<f64>();
            values = self.neighbours.iter().map(next).collect();
        }
        values
    }

    /// Brandes' way: from each node once, counting shortest paths outwards and their shares back.
    #[expect(clippy::indexing_slicing, reason = "all numbers are places of nodes")]
    fn betweenness(&self) -> Vec<f64> {
        let size = self.nodes.len();
        let mut values = vec![0.0; size];
        for start in 0..size {
            let mut paths = vec![0.0_f64; size];
            let mut far = vec![usize::MAX; size];
            let mut order = Vec::with_capacity(size);
            let mut queue = VecDeque::from([start]);
            paths[start] = 1.0;
            far[start] = 0;
            while let Some(at) = queue.pop_front() {
                order.push(at);
                for &next in &self.neighbours[at] {
                    if far[next] == usize::MAX {
                        far[next] = far[at] + 1;
                        queue.push_back(next);
                    }
                    if far[next] == far[at] + 1 {
                        paths[next] += paths[at];
                    }
                }
            }
            let mut shares = vec![0.0; size];
            for &at in order.iter().rev() {
                for &before in &self.neighbours[at] {
                    if far[before] + 1 == far[at] {
                        shares[before] += paths[before] / paths[at] * (1.0 + shares[at]);
                    }
                }
                if at != start {
                    values[at] += shares[at];
                }
            }
        }
        // Each pair was looked at from both of its ends.
        let pairs = count(size.saturating_sub(1)) * count(size.saturating_sub(2));
        values
            .iter()
            .map(|v| if pairs > 0.0 { v / pairs } else { 0.0 })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture::two_chambers;

    #[test]
    fn shares_are_shares_and_the_commission_stands_between() {
        let graph = two_chambers();
        let pages = rank(&graph, Measure::PageRank, &[]);
        let sum: f64 = pages.iter().map(|r| r.value).sum();
        assert!((sum - 1.0).abs() < 1e-6, "{sum}");
        let between = rank(&graph, Measure::Betweenness, &[NodeKind::Commission]);
        assert_eq!(between.len(), 1);
        assert!(between.iter().all(|r| r.value > 0.0 && r.value <= 1.0));
        let degrees = rank(&graph, Measure::Degree, &[]);
        assert!(degrees.is_sorted_by(|a, b| a.value >= b.value));
    }
}

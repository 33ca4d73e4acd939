//! The network of a graph in memory, of which no more is worked out than a search comes to.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::options::PathOptions;
use super::search::{Hop, Network, routes};
use super::ways::Stops;
use super::weights::PathWeights;
use crate::graph::{NodeRef, Places, RelationGraph};

/// The steps from a node, by neighbour.
type Hops = Rc<[Hop]>;

/// A graph as a search sees it.
struct Near<'g> {
    places: Places<'g>,
    weights: &'g PathWeights,
    /// The hops of the nodes that were asked for: a search comes to a node more than once.
    known: RefCell<FxHashMap<usize, Hops>>,
}

/// The paths between two nodes for a question that [is plain](PathOptions::is_plain): of the options only the count and the
/// weights are looked at.
///
/// Complexity: a look at the edges of each node that the searches come to.
pub(in crate::query) fn stops(
    graph: &RelationGraph,
    from: NodeRef,
    to: NodeRef,
    options: &PathOptions,
) -> Vec<Stops> {
    let near = Near {
        places: graph.places(),
        weights: &options.weights,
        known: RefCell::default(),
    };
    let (from, to) = (near.places.of(from), near.places.of(to));
    let id = |place: &usize| near.places.at(*place).map(|(_, node)| node.id.clone());
    let found = routes(&near, from, to, options.count).into_iter();
    found
        .map(|route| Stops {
            cost: route.cost,
            nodes: route.nodes.iter().filter_map(id).collect(),
            days: Vec::new(),
        })
        .collect()
}

impl Near<'_> {
    fn hops_of(&self, node: usize) -> Hops {
        if let Some(known) = self.known.borrow().get(&node) {
            return Rc::clone(known);
        }
        let ties = self.places.ties(node).filter(|(other, _)| *other != node);
        let hops = ties.map(|(other, edge)| (other, self.weights.step(edge)));
        let mut hops: Vec<(usize, u64)> = hops.collect();
        // Of several ties between two the cheapest counts.
        hops.sort_unstable();
        hops.dedup_by_key(|(other, _)| *other);
        let hops = hops.into_iter().map(|(to, cost)| Hop {
            to,
            cost,
            leads_on: self.leads_on(to),
            is_free: self.is_person(to),
        });
        let hops: Hops = hops.collect();
        self.known.borrow_mut().insert(node, Rc::clone(&hops));
        hops
    }

    /// Whether a node has more than one neighbour.
    fn leads_on(&self, node: usize) -> bool {
        let mut others = self.places.ties(node).map(|(other, _)| other);
        let Some(first) = others.find(|other| *other != node) else {
            return false;
        };
        others.any(|other| other != node && other != first)
    }

    fn is_person(&self, node: usize) -> bool {
        (self.places.at(node)).is_some_and(|(_, node)| node.kind.is_person())
    }
}

impl Network for Near<'_> {
    fn nodes(&self) -> usize {
        self.places.len()
    }

    fn hops(&self, node: usize) -> impl Iterator<Item = Hop> {
        let hops = self.hops_of(node);
        (0..hops.len()).filter_map(move |at| hops.get(at).copied())
    }

    fn degree(&self, node: usize) -> usize {
        self.hops_of(node).len()
    }

    fn passing(&self, node: usize) -> u64 {
        let Some((_, found)) = self.places.at(node) else {
            return 0;
        };
        if found.kind.is_person() {
            return self.weights.passing(found.kind, 0);
        }
        self.weights.passing(found.kind, self.hops_of(node).len())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::graph::Node;
    use crate::query::Ways;
    use crate::query::fixture;

    /// The same graph with its nodes put in from the last to the first.
    fn turned(graph: &RelationGraph) -> RelationGraph {
        let mut turned = RelationGraph::new();
        let nodes: Vec<&Node> = graph.nodes().map(|(_, node)| node).collect();
        for node in nodes.into_iter().rev() {
            turned.add_node(node.clone()).unwrap();
        }
        for at in graph.edges() {
            let end = |n| turned.find(&graph.node(n).unwrap().id).unwrap();
            let (source, target) = (end(at.source), end(at.target));
            turned.add_edge(source, target, at.edge.clone()).unwrap();
        }
        turned
    }

    #[test]
    fn the_paths_are_those_of_the_kept_ways_whatever_the_order_of_the_nodes() {
        let graph = fixture::two_chambers();
        let ways = Ways::of(&graph);
        let options = PathOptions {
            count: 4,
            ..PathOptions::default()
        };
        let mut found = 0;
        for graph in [&graph, &turned(&graph)] {
            for (from, one) in graph.nodes() {
                for (to, other) in graph.nodes() {
                    let stops = stops(graph, from, to, &options);
                    assert_eq!(stops, ways.between(&one.id, &other.id, &options));
                    found += stops.len();
                }
            }
        }
        assert!(found > 100, "{found}");
    }
}

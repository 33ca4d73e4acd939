//! Why two nodes have the edges that they have.

use serde::Serialize;

use super::answer::{Brief, EdgeAnswer, Source, Sources};
use crate::graph::{NodeRef, RelationGraph};

/// All edges between two nodes, with every reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The first node.
    pub from: Brief,
    /// The second node.
    pub to: Brief,
    /// The edges in either direction, by source id, target id and key; empty where the two have none.
    pub edges: Vec<EdgeAnswer>,
    /// The documents that the reasons point at.
    pub sources: Vec<Source>,
}

/// The edges between two nodes, whatever their direction. For one node twice it gives the edges from it to itself.
///
/// # Complexity
/// Proportional to the edges of the first node, with a sort of them.
#[must_use]
pub fn explain(graph: &RelationGraph, from: NodeRef, to: NodeRef) -> Explanation {
    let mut sources = Sources::default();
    let edges = graph
        .edges_at(from)
        .into_iter()
        .filter(|e| (e.source, e.target) == (from, to) || (e.source, e.target) == (to, from))
        .map(|e| EdgeAnswer::of(graph, e, &mut sources))
        .collect();
    Explanation {
        from: Brief::of(graph, from),
        to: Brief::of(graph, to),
        edges,
        sources: sources.into_list(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::answer::Proof;
    use crate::query::fixture;

    #[test]
    fn the_edges_of_a_pair_come_in_both_directions_with_numbered_sources() {
        let graph = fixture::two_chambers();
        let (a, b) = (
            graph.find("person/aru-bekova").unwrap(),
            graph.find("person/milo-drast").unwrap(),
        );
        let there = explain(&graph, a, b);
        let back = explain(&graph, b, a);
        assert_eq!(there.edges, back.edges);
        assert_eq!(there.edges.len(), 1);
        assert_eq!(there.sources.len(), 1);
        assert!(matches!(
            there.edges.first().unwrap().evidence.first().unwrap(),
            Proof::Words { source: 1, .. }
        ));
    }

    #[test]
    fn two_nodes_without_an_edge_have_an_empty_explanation() {
        let graph = fixture::two_chambers();
        let a = graph.find("person/aru-bekova").unwrap();
        let state = graph.find("state/XB").unwrap();
        assert!(explain(&graph, a, state).edges.is_empty());
        assert!(explain(&graph, a, a).edges.is_empty());
    }
}

//! Choosing the most telling nodes of a graph that is too large for one picture.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{GraphError, NodeRef, RelationGraph};
use crate::ontology::{EdgeKind, NodeKind};

/// A part of a graph, small enough to be looked at.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The nodes that were chosen and the edges between them. Documents are all there; meetings as far as an edge tells of them.
    pub graph: RelationGraph,
    /// The number of nodes that there were.
    pub of: usize,
}

/// The nodes with the most ties, at most `most`, each with its state where there is room for both.
///
/// Meetings weigh most, membership of a body in a state least; among equals the id decides, so that the choice
/// is the same for the same graph.
///
/// # Errors
/// [`GraphError`] where the graph is not one that could have been built: never for a graph of this program.
pub fn most_telling(graph: &RelationGraph, most: usize) -> Result<Choice, GraphError> {
    let of = graph.node_count();
    if of <= most {
        return Ok(Choice {
            graph: graph.clone(),
            of,
        });
    }
    let kept = kept(graph, most);
    let mut part = RelationGraph::new();
    let mut places = BTreeMap::new();
    for (node, data) in graph.nodes() {
        if kept.contains(&node) {
            places.insert(node, part.add_node(data.clone())?);
        }
    }
    for edge in graph.edges() {
        if let (Some(source), Some(target)) = (places.get(&edge.source), places.get(&edge.target)) {
            part.add_edge(*source, *target, edge.edge.clone())?;
        }
    }
    graph.documents().for_each(|d| part.put_document(d.clone()));
    graph.meetings().for_each(|m| part.put_meeting(m.clone()));
    Ok(Choice { graph: part, of })
}

fn kept(graph: &RelationGraph, most: usize) -> BTreeSet<NodeRef> {
    let mut weights: BTreeMap<NodeRef, u32> = BTreeMap::new();
    for edge in graph.edges() {
        for end in [edge.source, edge.target] {
            *weights.entry(end).or_default() += weight(edge.edge.kind());
        }
    }
    let weight_of = |node: NodeRef| weights.get(&node).copied().unwrap_or(0);
    let mut ranked: Vec<NodeRef> = graph.nodes().map(|(node, _)| node).collect();
    // The sort is stable and the nodes come in the order of their ids.
    ranked.sort_by_key(|node| std::cmp::Reverse(weight_of(*node)));
    let mut kept = BTreeSet::new();
    for node in ranked {
        let state = graph
            .node(node)
            .filter(|n| n.kind != NodeKind::State)
            .and_then(|n| n.state)
            .and_then(|code| graph.find(&format!("state/{code}")));
        let wanted: BTreeSet<NodeRef> = std::iter::once(node)
            .chain(state)
            .filter(|n| !kept.contains(n))
            .collect();
        if kept.len() + wanted.len() <= most {
            kept.extend(wanted);
        }
    }
    kept
}

/// How much an edge makes its ends worth showing.
const fn weight(kind: EdgeKind) -> u32 {
    match kind {
        EdgeKind::Met => 4,
        EdgeKind::Visited => 3,
        EdgeKind::Attended | EdgeKind::Role | EdgeKind::Links => 2,
        EdgeKind::PartOf => 1,
    }
}

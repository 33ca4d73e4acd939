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
/// Meetings weigh most, membership of a body in a state least; what the chosen ones have to do with one another
/// counts, and among equals the id decides, so that the choice is the same for the same graph.
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

/// So many more nodes than can be shown are looked at closely.
const MORE_CANDIDATES: usize = 300;

/// The chosen nodes: of the heaviest nodes those are left out, one after the other, that have the least to do with the rest.
fn kept(graph: &RelationGraph, most: usize) -> BTreeSet<NodeRef> {
    let mut edges: Vec<(NodeRef, NodeRef, u32)> = graph
        .edges()
        .iter()
        .map(|e| (e.source, e.target, weight(e.edge.kind())))
        .collect();
    let everything: BTreeSet<NodeRef> = graph.nodes().map(|(node, _)| node).collect();
    let weights = weights_within(&edges, &everything);
    let mut ranked: Vec<NodeRef> = everything.iter().copied().collect();
    let id = |node: &NodeRef| graph.node(*node).map_or("", |n| n.id.as_str());
    ranked.sort_by_key(|node| {
        let weight = weights.get(node).copied().unwrap_or(0);
        (std::cmp::Reverse(weight), id(node))
    });
    let mut kept: BTreeSet<NodeRef> = ranked
        .iter()
        .take(most.saturating_add(MORE_CANDIDATES))
        .copied()
        .collect();
    let states: Vec<NodeRef> = kept.iter().filter_map(|n| state_of(graph, *n)).collect();
    kept.extend(states);
    let within = |e: &(NodeRef, NodeRef, u32)| kept.contains(&e.0) && kept.contains(&e.1);
    edges.retain(within);
    while kept.len() > most {
        let weights = weights_within(&edges, &kept);
        let needed: BTreeSet<NodeRef> = kept.iter().filter_map(|n| state_of(graph, *n)).collect();
        let least = kept
            .iter()
            .filter(|node| !needed.contains(node))
            .min_by_key(|node| {
                let weight = weights.get(node).copied().unwrap_or(0);
                (weight, std::cmp::Reverse(id(node)))
            });
        let Some(least) = least.copied() else {
            break;
        };
        kept.remove(&least);
    }
    kept
}

/// The node of the state that a node belongs to.
fn state_of(graph: &RelationGraph, node: NodeRef) -> Option<NodeRef> {
    let node = graph.node(node)?;
    let code = node.state.filter(|_| node.kind != NodeKind::State)?;
    graph.find(&format!("state/{code}"))
}

/// What the edges between the nodes of a set make each of them worth.
fn weights_within(
    edges: &[(NodeRef, NodeRef, u32)],
    within: &BTreeSet<NodeRef>,
) -> BTreeMap<NodeRef, u32> {
    let mut weights = BTreeMap::new();
    for (source, target, weight) in edges {
        if within.contains(source) && within.contains(target) {
            *weights.entry(*source).or_default() += weight;
            *weights.entry(*target).or_default() += weight;
        }
    }
    weights
}

/// How much an edge makes its ends worth showing.
pub(crate) const fn weight(kind: EdgeKind) -> u32 {
    match kind {
        EdgeKind::Met => 5,
        EdgeKind::Visited => 3,
        EdgeKind::Attended | EdgeKind::Role => 2,
        EdgeKind::Links | EdgeKind::PartOf => 1,
    }
}

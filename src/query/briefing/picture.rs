//! The part of a graph that a briefing tells of, to be drawn.

use std::collections::BTreeSet;

use super::Briefing;
use crate::graph::{Evidence, NodeRef, RelationGraph};
use crate::query::path::{PathOptions, connections};

/// A picture of more nodes fills more than half a page.
const MOST: usize = 22;

/// The nodes of which a briefing tells with the edges between them: the subjects, the ways from the one to the other, whoever was
/// at the latest meetings, the bodies with their chairs, the holders of offices; of each its state. At most some twenty
/// beside the states.
///
/// # Complexity
/// One pass over the edges of these nodes, and for two subjects a search for paths.
#[must_use]
pub fn briefing_picture(graph: &RelationGraph, briefing: &Briefing) -> RelationGraph {
    let mut kept: BTreeSet<NodeRef> = BTreeSet::new();
    for id in telling(graph, briefing) {
        if kept.len() >= MOST {
            break;
        }
        kept.extend(graph.find(&id));
    }
    let states: Vec<NodeRef> = kept
        .iter()
        .filter_map(|node| graph.node(*node)?.state)
        .filter_map(|code| graph.find(&format!("state/{code}")))
        .collect();
    kept.extend(states);
    part(graph, &kept)
}

/// The ids of the nodes, the most telling first; some come more than once.
fn telling(graph: &RelationGraph, briefing: &Briefing) -> Vec<String> {
    let mut ids: Vec<String> = briefing
        .subjects
        .iter()
        .map(|s| s.node.id.clone())
        .collect();
    if let [one, other] = ids.as_slice()
        && let Some((one, other)) = graph.find(one).zip(graph.find(other))
    {
        let ways = connections(graph, one, other, &PathOptions::default());
        let steps = ways.paths.iter().flat_map(|route| &route.steps);
        ids.extend(steps.map(|step| step.to.id.clone()));
    }
    let terms = briefing.offices.iter().filter_map(|post| {
        let holder = post.terms.first().filter(|t| t.standing.is_some())?;
        Some([post.body.id.clone(), holder.holder.id.clone()])
    });
    ids.extend(terms.take(6).flatten());
    for card in briefing.bodies.iter().take(4) {
        ids.push(card.body.id.clone());
        ids.extend(card.chairs.iter().take(3).map(|c| c.other.id.clone()));
        ids.extend(card.sides.iter().take(4).map(|s| s.target.id.clone()));
    }
    for meeting in briefing.meetings.iter().chain(&briefing.planned) {
        let people = meeting.sides.iter().flat_map(|side| side.iter().take(2));
        ids.extend(people.map(|p| p.id.clone()));
        ids.extend(meeting.body.iter().map(|b| b.id.clone()));
    }
    for visit in &briefing.visits {
        ids.extend(visit.travellers.iter().take(2).map(|t| t.id.clone()));
        ids.push(visit.host.id.clone());
    }
    ids
}

fn document(evidence: &Evidence) -> Option<&str> {
    match evidence {
        Evidence::Words { document, .. } => Some(document),
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    }
}

/// The nodes with all edges between them, and the meetings and documents.
fn part(graph: &RelationGraph, kept: &BTreeSet<NodeRef>) -> RelationGraph {
    let mut part = RelationGraph::new();
    for (_, node) in graph.nodes().filter(|(node, _)| kept.contains(node)) {
        // A graph has each node once, so that adding it cannot fail.
        let _ = part.add_node(node.clone());
    }
    let id = |node: NodeRef| graph.node(node).map_or("", |n| n.id.as_str());
    let mut documents: BTreeSet<&str> = BTreeSet::new();
    for node in kept {
        for edge in graph.edges_at(*node) {
            let ends = part.find(id(edge.source)).zip(part.find(id(edge.target)));
            // The edges of a node come once for each of its ends.
            if let Some((source, target)) = ends.filter(|_| edge.source == *node) {
                let _ = part.add_edge(source, target, edge.edge.clone());
                documents.extend(edge.edge.evidence.iter().filter_map(document));
            }
        }
    }
    for document in documents.into_iter().filter_map(|id| graph.document(id)) {
        part.put_document(document.clone());
    }
    graph.meetings().for_each(|m| part.put_meeting(m.clone()));
    part
}

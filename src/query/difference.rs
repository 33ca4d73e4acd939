//! What changed from one graph to another.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::answer::{Brief, EdgeAnswer, Sources};
use crate::graph::{EdgeRef, Meeting, Node, RelationGraph};

/// What one graph has and the other has not, and what both say differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Nodes that only the new graph has.
    pub nodes_added: Vec<Brief>,
    /// Nodes that only the old graph has.
    pub nodes_removed: Vec<Brief>,
    /// Nodes whose name, kind, state or life is another.
    pub nodes_changed: Vec<NodeChange>,
    /// Edges that only the new graph has.
    pub edges_added: Vec<EdgeAnswer>,
    /// Edges that only the old graph has.
    pub edges_removed: Vec<EdgeAnswer>,
    /// Edges that say something else: another title, another time, another date or place.
    pub edges_changed: Vec<EdgeChange>,
    /// Ids of meetings that only the new graph has.
    pub meetings_added: Vec<String>,
    /// Ids of meetings that only the old graph has.
    pub meetings_removed: Vec<String>,
    /// Ids of meetings of which kind, status, date, place, people or outcomes are others.
    pub meetings_changed: Vec<String>,
    /// Documents that only the new graph has.
    pub documents_added: usize,
    /// Documents that only the old graph has.
    pub documents_removed: usize,
    /// Edges that say the same with other evidence or another confidence; they are not listed.
    pub edges_with_other_evidence: usize,
}

/// A node before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NodeChange {
    /// Before.
    pub old: Brief,
    /// After.
    pub new: Brief,
}

/// An edge before and after, without evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EdgeChange {
    /// Before.
    pub old: EdgeAnswer,
    /// After.
    pub new: EdgeAnswer,
}

impl Difference {
    /// Whether both graphs say the same, whatever their evidence is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.nodes_added.is_empty()
            && self.nodes_removed.is_empty()
            && self.nodes_changed.is_empty()
            && self.edges_added.is_empty()
            && self.edges_removed.is_empty()
            && self.edges_changed.is_empty()
            && self.meetings_added.is_empty()
            && self.meetings_removed.is_empty()
            && self.meetings_changed.is_empty()
    }
}

/// Compares two graphs by ids and keys.
///
/// ```
/// use interparl::{graph::RelationGraph, query::difference};
/// let (old, new) = (RelationGraph::new(), RelationGraph::new());
/// assert!(difference(&old, &new).is_empty());
/// ```
#[must_use]
pub fn difference(old: &RelationGraph, new: &RelationGraph) -> Difference {
    let missing = |of: &RelationGraph, from: &RelationGraph| -> Vec<Brief> {
        let nodes = of.nodes().filter(|(_, n)| from.find(&n.id).is_none());
        nodes.map(|(handle, _)| Brief::of(of, handle)).collect()
    };
    let documents = |of: &RelationGraph, from: &RelationGraph| {
        let missing = of
            .documents()
            .filter(|d| from.document(&d.record.id).is_none());
        missing.count()
    };
    let (before, after) = (keyed(old), keyed(new));
    let told = |graph: &RelationGraph, edge: &EdgeRef<'_>| {
        EdgeAnswer::of(graph, *edge, &mut Sources::default())
    };
    let only = |of: &Keyed<'_>, from: &Keyed<'_>, graph: &RelationGraph| -> Vec<EdgeAnswer> {
        let edges = of.iter().filter(|(key, _)| !from.contains_key(*key));
        edges.map(|(_, edge)| told(graph, edge)).collect()
    };
    let (mut edges_changed, mut edges_with_other_evidence) = (Vec::new(), 0);
    for (key, a) in &before {
        let Some(b) = after.get(key) else { continue };
        if a.edge.tie != b.edge.tie {
            edges_changed.push(EdgeChange {
                old: told(old, a),
                new: told(new, b),
            });
        } else if a.edge != b.edge {
            edges_with_other_evidence += 1;
        }
    }
    let [meetings_added, meetings_removed, meetings_changed] = meetings(old, new);
    Difference {
        nodes_added: missing(new, old),
        nodes_removed: missing(old, new),
        nodes_changed: changed_nodes(old, new),
        edges_added: only(&after, &before, new),
        edges_removed: only(&before, &after, old),
        edges_changed,
        meetings_added,
        meetings_removed,
        meetings_changed,
        documents_added: documents(new, old),
        documents_removed: documents(old, new),
        edges_with_other_evidence,
    }
}

type Keyed<'g> = BTreeMap<(String, String, String), EdgeRef<'g>>;

fn keyed(graph: &RelationGraph) -> Keyed<'_> {
    let id = |n| graph.node(n).map_or_else(String::new, |n| n.id.clone());
    let edges = graph.edges().into_iter();
    edges
        .map(|e| ((id(e.source), id(e.target), e.edge.key()), e))
        .collect()
}

fn changed_nodes(old: &RelationGraph, new: &RelationGraph) -> Vec<NodeChange> {
    let says = |n: &Node| {
        let life: Vec<_> = n.life.iter().map(|l| (l.date, l.event)).collect();
        (n.name.clone(), n.kind, n.state, n.form, life)
    };
    let mut changes = Vec::new();
    for (before, a) in old.nodes() {
        let after = new.find(&a.id);
        if let Some((after, b)) = after.and_then(|n| Some((n, new.node(n)?)))
            && says(a) != says(b)
        {
            changes.push(NodeChange {
                old: Brief::of(old, before),
                new: Brief::of(new, after),
            });
        }
    }
    changes
}

/// The ids of added, removed and changed meetings.
fn meetings(old: &RelationGraph, new: &RelationGraph) -> [Vec<String>; 3] {
    let ids = |graph: &RelationGraph| -> BTreeSet<String> {
        graph.meetings().map(|m| m.id.clone()).collect()
    };
    let (before, after) = (ids(old), ids(new));
    let says = |m: &Meeting| {
        let outcomes: BTreeSet<_> = m.outcomes.iter().map(|o| o.kind).collect();
        let what = (m.kind, m.status, m.date, m.place.clone());
        (
            what,
            m.body.clone(),
            m.session,
            m.sides.clone(),
            m.participants.clone(),
            outcomes,
        )
    };
    let changed = before.intersection(&after).filter(|id| {
        let (a, b) = (old.meeting(id), new.meeting(id));
        a.map(says) != b.map(says)
    });
    [
        after.difference(&before).cloned().collect(),
        before.difference(&after).cloned().collect(),
        changed.cloned().collect(),
    ]
}

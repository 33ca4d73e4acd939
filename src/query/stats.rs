//! What there is in a graph: how many of each sort, from when to when.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::graph::{Evidence, RelationGraph};

/// How many there are of each sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// Nodes by kind.
    pub nodes: BTreeMap<String, usize>,
    /// Edges by kind.
    pub edges: BTreeMap<String, usize>,
    /// Meetings by kind, planned ones as `KIND planned`.
    pub meetings: BTreeMap<String, usize>,
    /// Offices by class.
    pub offices: BTreeMap<String, usize>,
    /// Outcomes of meetings by kind.
    pub outcomes: BTreeMap<String, usize>,
    /// Documents by language; `unknown` where nobody says.
    pub documents: BTreeMap<String, usize>,
    /// Edges by how sure they are, in tenths: `0.9` are those from 0.90 to 0.99.
    pub confidence: BTreeMap<String, usize>,
    /// The day of the first document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_document: Option<Date>,
    /// The day of the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_document: Option<Date>,
    /// Edges that two or more documents say.
    pub confirmed_edges: usize,
    /// Nodes without any edge.
    pub lonely_nodes: usize,
}

/// Counts what there is. One pass over all of it.
///
/// ```
/// use interparl::{graph::RelationGraph, query::stats};
/// assert!(stats(&RelationGraph::new()).nodes.is_empty());
/// ```
#[must_use]
pub fn stats(graph: &RelationGraph) -> Stats {
    let days = || graph.documents().filter_map(|d| d.record.date);
    let edges = graph.edges();
    let tenth = |hundredths: u8| match hundredths {
        100.. => "1.0".to_owned(),
        other => format!("0.{}", other / 10),
    };
    let offices = edges.iter().filter_map(|e| match &e.edge.tie {
        crate::graph::Tie::Role { office, .. } => Some(office.to_string()),
        _ => None,
    });
    let meetings = graph.meetings().map(|m| match m.status {
        crate::ontology::MeetingStatus::Held => m.kind.to_string(),
        crate::ontology::MeetingStatus::Planned => format!("{} planned", m.kind),
    });
    let outcomes = graph.meetings().flat_map(|m| &m.outcomes);
    let lang = |lang: Option<&String>| lang.cloned().unwrap_or_else(|| "unknown".to_owned());
    Stats {
        nodes: counted(graph.nodes().map(|(_, n)| n.kind.to_string())),
        edges: counted(edges.iter().map(|e| e.edge.kind().to_string())),
        meetings: counted(meetings),
        offices: counted(offices),
        outcomes: counted(outcomes.map(|o| o.kind.to_string())),
        documents: counted(graph.documents().map(|d| lang(d.record.lang.as_ref()))),
        confidence: counted(
            edges
                .iter()
                .map(|e| tenth(e.edge.confidence.as_hundredths())),
        ),
        first_document: days().min(),
        last_document: days().max(),
        confirmed_edges: edges
            .iter()
            .filter(|e| is_confirmed(&e.edge.evidence))
            .count(),
        lonely_nodes: graph
            .nodes()
            .filter(|(n, _)| graph.edges_at(*n).is_empty())
            .count(),
    }
}

fn counted(words: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

fn is_confirmed(evidence: &[Evidence]) -> bool {
    let mut documents = evidence.iter().filter_map(|e| match e {
        Evidence::Words { document, .. } => Some(document),
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    });
    let first = documents.next();
    documents.any(|other| Some(other) != first)
}

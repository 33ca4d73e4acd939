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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::graph::{Document, Edge, Tie};
    use crate::query::fixture;

    fn told(counts: &BTreeMap<String, usize>) -> String {
        let words = counts.iter().map(|(what, times)| format!("{what} {times}"));
        words.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_figures_of_a_made_graph_are_counted_by_hand() {
        let found = stats(&fixture::two_chambers());
        assert_eq!(
            told(&found.nodes),
            "chamber 3, commission 1, legislator 4, state 3"
        );
        assert_eq!(
            told(&found.edges),
            "attended 1, links 2, met 1, part_of 3, role 6, visited 1"
        );
        assert_eq!(
            told(&found.meetings),
            "bilateral 1, call planned 1, session 1"
        );
        assert_eq!(told(&found.offices), "co_chair 1, member 3, speaker 2");
        assert_eq!(told(&found.outcomes), "invitation 1");
        assert_eq!(told(&found.documents), "en 1");
        assert_eq!(told(&found.confidence), "0.9 11, 1.0 3");
        let days = [found.first_document, found.last_document];
        assert_eq!(
            days.map(|d| d.map(|d| d.to_string()).unwrap_or_default()),
            ["2031-03-05", "2031-03-05"]
        );
        // Nobody has to do with Cravia, and all evidence is of one article.
        assert_eq!((found.confirmed_edges, found.lonely_nodes), (0, 1));
    }

    #[test]
    fn a_second_document_confirms_an_edge_and_the_same_one_twice_does_not() {
        let mut graph = fixture::two_chambers();
        fixture::put_later_speaker(&mut graph, "person/ana-kim", "xa/senate");
        let words = |document: &str, start| Evidence::Words {
            document: document.to_owned(),
            start,
            end: start + 5,
            quote: None,
            rule: "made-by-hand".to_owned(),
        };
        for (to, second) in [("state/XB", "doc/later"), ("state/XC", "doc/talks")] {
            let ends = graph.find("person/bo-kim").zip(graph.find(to));
            let (source, target) = ends.unwrap();
            let edge = Edge {
                tie: Tie::Visited {
                    date: None,
                    planned: false,
                },
                confidence: crate::claim::Confidence::hundredths(60),
                evidence: vec![words("doc/talks", 0), words(second, 9)],
            };
            assert!(graph.add_edge(source, target, edge).is_ok());
        }
        let mut unread = graph.document("doc/talks").cloned().unwrap().record;
        "doc/unread".clone_into(&mut unread.id);
        (unread.lang, unread.date) = (None, None);
        graph.put_document(Document {
            record: unread,
            same_text: std::collections::BTreeSet::new(),
        });
        let found = stats(&graph);
        assert_eq!((found.confirmed_edges, found.lonely_nodes), (1, 0));
        assert_eq!(told(&found.documents), "en 2, unknown 1");
        assert_eq!(told(&found.confidence), "0.6 2, 0.9 12, 1.0 3");
        assert_eq!(
            found.last_document.map(|d| d.to_string()).as_deref(),
            Some("2031-06-02")
        );
    }
}

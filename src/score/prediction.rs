//! A graph that is to be scored, whoever made it.
//!
//! `export` reads graphs too, but it stands on a higher floor and takes only what interparl itself writes: the schema's
//! number, evidence, confidence. The measure takes any graph in the node-link form of networkx that has the nodes and
//! edges of the guide, so that other extractors can be measured; it asks for nothing that it does not compare.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::ScoreError;
use crate::ontology::{EdgeKind, NodeKind};

/// The id of a node: networkx lets it be a number too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(untagged, expecting = "an id that is a text or a whole number")]
pub(super) enum NodeId {
    Number(i64),
    Text(String),
}

impl std::fmt::Display for NodeId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

/// A graph that was found in an article, checked and ready to be compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prediction {
    pub(super) nodes: Vec<FoundNode>,
    pub(super) edges: Vec<FoundEdge>,
    pub(super) meetings: Vec<FoundMeeting>,
}

/// A node.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundNode {
    pub(super) id: NodeId,
    pub(super) kind: NodeKind,
    pub(super) name: String,
    pub(super) latin: Option<String>,
    pub(super) en: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) code: Option<String>,
}

/// An edge; its ends are places among the nodes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundEdge {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) kind: EdgeKind,
    pub(super) role: Option<String>,
    pub(super) date: Option<String>,
    pub(super) place: Option<String>,
    pub(super) place_en: Option<String>,
    pub(super) planned: bool,
    pub(super) evidence: Vec<FoundEvidence>,
}

/// Why an edge is there, as far as the graph says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundEvidence {
    pub(super) rule: Option<String>,
    pub(super) quote: Option<String>,
}

/// A meeting of the graph's list of them, which tells of more than the edges: also of what is planned, and of sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundMeeting {
    pub(super) planned: bool,
    pub(super) has_body: bool,
    /// Places among the nodes.
    pub(super) sides: Vec<Vec<usize>>,
}

#[derive(Deserialize)]
#[serde(expecting = "a graph")]
struct WireGraph {
    #[serde(default)]
    graph: Value,
    #[serde(default)]
    nodes: Vec<WireNode>,
    edges: Option<Vec<WireEdge>>,
    links: Option<Vec<WireEdge>>,
}

#[derive(Deserialize)]
#[serde(expecting = "a node with id, kind and name")]
struct WireNode {
    id: NodeId,
    kind: String,
    name: String,
    latin: Option<String>,
    en: Option<String>,
    aliases: Option<Vec<String>>,
    code: Option<String>,
}

#[derive(Deserialize)]
#[serde(expecting = "an edge with source, target and kind")]
struct WireEdge {
    source: NodeId,
    target: NodeId,
    kind: String,
    role: Option<String>,
    date: Option<String>,
    place: Option<String>,
    place_en: Option<String>,
    status: Option<String>,
    #[serde(default)]
    evidence: Value,
}

impl Prediction {
    /// Reads a graph in the node-link form of networkx, its edges under `edges` or `links`.
    ///
    /// # Errors
    /// [`ScoreError::Syntax`] where the bytes are no JSON in UTF-8, or a field that is compared is missing or has a
    /// value of another type; [`ScoreError::Graph`] where a node or an edge has a kind that is not in the guide, an id
    /// is there twice, or an edge ends at no node.
    ///
    /// ```
    /// use interparl::score::Prediction;
    ///
    /// let graph = br#"{"nodes": [{"id": 1, "kind": "state", "name": "Kenya", "code": "KE"}], "links": []}"#;
    /// assert!(Prediction::from_json(graph).is_ok());
    /// let error = Prediction::from_json(br#"{"nodes": [{"id": 1, "kind": "town", "name": "Kisumu"}]}"#);
    /// assert_eq!(error.expect_err("a town").message(), "the node \"1\" has the kind \"town\", which is none of the guide's");
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<Self, ScoreError> {
        let wire: WireGraph = serde_json::from_slice(bytes)?;
        let mut places = BTreeMap::new();
        let mut nodes = Vec::with_capacity(wire.nodes.len());
        for node in wire.nodes {
            let WireNode { id, kind, .. } = &node;
            let Some(kind) = NodeKind::from_word(kind) else {
                return Err(ScoreError::Graph(format!(
                    "the node \"{id}\" has the kind \"{kind}\", which is none of the guide's"
                )));
            };
            if places.insert(id.clone(), nodes.len()).is_some() {
                return Err(ScoreError::Graph(format!(
                    "the node \"{id}\" is there twice"
                )));
            }
            nodes.push(FoundNode {
                id: node.id,
                kind,
                name: node.name,
                latin: node.latin,
                en: node.en,
                aliases: node.aliases.unwrap_or_default(),
                code: node.code.filter(|code| !code.is_empty()),
            });
        }
        let edges = wire.edges.or(wire.links).unwrap_or_default();
        let edges = edges.into_iter().map(|edge| found_edge(edge, &places));
        Ok(Self {
            nodes,
            edges: edges.collect::<Result<_, _>>()?,
            meetings: found_meetings(&wire.graph, &places),
        })
    }
}

fn found_edge(edge: WireEdge, places: &BTreeMap<NodeId, usize>) -> Result<FoundEdge, ScoreError> {
    let Some(kind) = EdgeKind::from_word(&edge.kind) else {
        return Err(ScoreError::Graph(format!(
            "an edge has the kind \"{}\", which is none of the guide's",
            edge.kind
        )));
    };
    let end = |id: &NodeId| {
        places.get(id).copied().ok_or_else(|| {
            ScoreError::Graph(format!(
                "an edge \"{kind}\" ends at \"{id}\", which is no node"
            ))
        })
    };
    Ok(FoundEdge {
        source: end(&edge.source)?,
        target: end(&edge.target)?,
        kind,
        role: edge.role,
        date: edge.date,
        place: edge.place,
        place_en: edge.place_en,
        planned: edge.status.as_deref() == Some("planned"),
        evidence: found_evidence(&edge.evidence),
    })
}

/// Evidence is not compared, only quoted: what has another form than ours is passed over.
fn found_evidence(evidence: &Value) -> Vec<FoundEvidence> {
    let text = |value: &Value, key: &str| value.get(key)?.as_str().map(str::to_owned);
    let of = |value: &Value| FoundEvidence {
        rule: text(value, "rule"),
        quote: text(value, "quote"),
    };
    evidence.as_array().into_iter().flatten().map(of).collect()
}

/// The same holds for the list of meetings, which other graphs do not have.
fn found_meetings(graph: &Value, places: &BTreeMap<NodeId, usize>) -> Vec<FoundMeeting> {
    let place = |id: &Value| places.get(&NodeId::deserialize(id).ok()?).copied();
    let side = |side: &Value| {
        side.as_array()
            .into_iter()
            .flatten()
            .filter_map(place)
            .collect()
    };
    let of = |meeting: &Value| FoundMeeting {
        planned: meeting.get("status").and_then(Value::as_str) == Some("planned"),
        has_body: meeting.get("body").is_some_and(Value::is_string),
        sides: meeting
            .get("sides")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(side)
            .collect(),
    };
    let meetings = graph.get("meetings").and_then(Value::as_array);
    meetings.into_iter().flatten().map(of).collect()
}

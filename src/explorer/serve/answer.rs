//! The questions, and what is answered: the values of [`query`](crate::query) as JSON.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::reply::Content;
use crate::graph::{NodeRef, RelationGraph};
use crate::query::{
    Brief, Lookup, PathOptions, Suggestion, about, connections, explain, find_node,
};

/// What a question may have at most, in bytes: no name is longer.
const LONGEST: usize = 500;
/// So many ways are told at most.
const MOST_PATHS: usize = 20;
/// So many nodes are listed at most.
const MOST_NODES: usize = 50;

/// Why there is no answer.
#[derive(Debug)]
pub(super) struct Refusal {
    /// As HTTP says it.
    pub(super) status: StatusCode,
    /// A word for it that does not change with the words for people.
    pub(super) code: &'static str,
    /// In words.
    pub(super) why: String,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, code: &'static str, why: impl Into<String>) -> Self {
        Self {
            status,
            code,
            why: why.into(),
        }
    }

    /// What was asked is no question.
    pub(super) fn bad(why: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", why)
    }
}

/// A question about one node.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OneNode {
    /// An id, name, alias or code.
    node: String,
}

/// A question about two nodes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TwoNodes {
    /// Where it starts.
    from: String,
    /// Where it ends.
    to: String,
    /// How many ways; 3 if not said.
    count: Option<usize>,
}

/// A question for names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typed {
    /// What was typed.
    q: String,
}

/// The nodes of a name.
#[derive(Debug, Serialize)]
struct Found {
    /// Those that fit best.
    nodes: Vec<Brief>,
    /// Names that are near, where none fits.
    near: Vec<Suggestion>,
}

/// The nodes that a name may mean.
pub(super) fn search(graph: &RelationGraph, asked: &Typed) -> Result<Content, Refusal> {
    let found = match find_node(graph, limited(&asked.q)?) {
        Lookup::One(node) => Found {
            nodes: vec![Brief::of(graph, node)],
            near: Vec::new(),
        },
        Lookup::Several(nodes) => Found {
            nodes: nodes
                .iter()
                .take(MOST_NODES)
                .map(|node| Brief::of(graph, *node))
                .collect(),
            near: Vec::new(),
        },
        Lookup::Missing(near) => Found {
            nodes: Vec::new(),
            near,
        },
    };
    json(&found)
}

/// What the graph says of a node.
pub(super) fn node(graph: &RelationGraph, asked: &OneNode) -> Result<Content, Refusal> {
    let node = one(graph, &asked.node)?;
    json(&about(graph, node))
}

/// How two nodes are connected.
pub(super) fn path(graph: &RelationGraph, asked: &TwoNodes) -> Result<Content, Refusal> {
    let count = asked.count.unwrap_or(3);
    if !(1..=MOST_PATHS).contains(&count) {
        return Err(Refusal::bad(format!(
            "count lies between 1 and {MOST_PATHS}"
        )));
    }
    let (from, to) = (one(graph, &asked.from)?, one(graph, &asked.to)?);
    let options = PathOptions {
        count,
        ..PathOptions::default()
    };
    json(&connections(graph, from, to, &options))
}

/// Why two nodes have an edge.
pub(super) fn edges(graph: &RelationGraph, asked: &TwoNodes) -> Result<Content, Refusal> {
    if asked.count.is_some() {
        return Err(Refusal::bad("all edges are told, there is no count"));
    }
    let (from, to) = (one(graph, &asked.from)?, one(graph, &asked.to)?);
    json(&explain(graph, from, to))
}

fn limited(text: &str) -> Result<&str, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::bad(format!("a name has at most {LONGEST} bytes")));
    }
    Ok(text)
}

/// The one node that is meant.
pub(super) fn one(graph: &RelationGraph, typed: &str) -> Result<NodeRef, Refusal> {
    let typed = limited(typed)?;
    if let Some(node) = graph.find(typed) {
        return Ok(node);
    }
    match find_node(graph, typed) {
        Lookup::One(node) => Ok(node),
        Lookup::Several(nodes) => Err(Refusal::new(
            StatusCode::CONFLICT,
            "ambiguous",
            format!("\"{typed}\" may be one of {}: ask with an id", nodes.len()),
        )),
        Lookup::Missing(_) => Err(Refusal::new(
            StatusCode::NOT_FOUND,
            "not_found",
            format!("nothing is called \"{typed}\""),
        )),
    }
}

/// A value as the body of an answer.
pub(super) fn json(value: &impl Serialize) -> Result<Content, Refusal> {
    Content::json(value).map_err(|error| {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Refusal::new(status, "failed", error.to_string())
    })
}

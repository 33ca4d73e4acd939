//! From a name that a user typed to a node, or to a message that helps.

use std::fmt::Write as _;

use interparl::archive_graph::Several;
use interparl::graph::{Node, NodeRef, RelationGraph};
use interparl::query::{Brief, Lookup, find_node, nearest};

use super::failure::Failure;
use super::phrase;
use super::terminal::clean;

/// A list longer than this is no help.
const LISTED: usize = 10;

/// The node that is meant.
///
/// # Errors
/// Ends the program with 1 where no node fits, with 2 where several do; both say what to type.
pub(crate) fn resolve(graph: &RelationGraph, typed: &str) -> Result<NodeRef, Failure> {
    match find_node(graph, typed) {
        Lookup::One(node) => Ok(node),
        Lookup::Several(nodes) => Err(several(graph, typed, &nodes)),
        Lookup::Missing(near) => {
            let failure =
                Failure::nothing_found(format!("nothing in the graph is called \"{typed}\""));
            let offers: Vec<String> = near
                .iter()
                .map(|s| clean(&format!("\"{}\" ({})", s.name, s.id)))
                .collect();
            Err(if offers.is_empty() {
                failure
            } else {
                failure.hint(format!("did you mean {}?", phrase::one_of(&offers)))
            })
        }
    }
}

/// The state that is meant: of several nodes of a name the one that is a state.
///
/// # Errors
/// As [`resolve`]; where no node fits, states are offered and nothing else.
pub(crate) fn resolve_state(graph: &RelationGraph, typed: &str) -> Result<NodeRef, Failure> {
    match find_node(graph, typed) {
        Lookup::One(node) => Ok(node),
        Lookup::Several(mut nodes) => {
            let is_state = |n: &NodeRef| graph.node(*n).is_some_and(|n| n.code.is_some());
            if nodes.iter().any(is_state) {
                nodes.retain(is_state);
            }
            match nodes.as_slice() {
                [one] => Ok(*one),
                _ => Err(several(graph, typed, &nodes)),
            }
        }
        Lookup::Missing(_) => {
            let message = format!("no state in the graph is called \"{typed}\"");
            Err(Failure::nothing_found(message).hint(states_for(graph, typed)))
        }
    }
}

/// States to take instead of a name that none has: those of a near name, else those of which the graph tells most.
fn states_for(graph: &RelationGraph, typed: &str) -> String {
    let states = graph.nodes().filter(|(_, n)| n.code.is_some());
    let mut states: Vec<(usize, &Node)> = states
        .map(|(at, n)| (graph.edges_at(at).len(), n))
        .collect();
    // The sort is stable, and the nodes come by their ids.
    states.sort_by_key(|(ties, _)| std::cmp::Reverse(*ties));
    let names = |node: &'_ Node| {
        let names = std::iter::once(&node.name).chain(&node.aliases);
        names.cloned().collect::<Vec<String>>()
    };
    let all: Vec<String> = states.iter().flat_map(|(_, n)| names(n)).collect();
    let near: Vec<String> = nearest(typed, all.iter().map(String::as_str))
        .into_iter()
        .map(|name| clean(&format!("\"{name}\"")))
        .collect();
    let most = states.iter().take(3);
    let most: Vec<String> = most
        .map(|(_, n)| clean(&format!("\"{}\"", n.name)))
        .collect();
    match (near.is_empty(), most.is_empty()) {
        (false, _) => format!("did you mean {}?", phrase::one_of(&near)),
        (true, false) => format!(
            "name a state of the graph, such as {}, or its code of two letters",
            phrase::one_of(&most)
        ),
        (true, true) => "the graph has no state".to_owned(),
    }
}

/// The two different nodes that are meant.
///
/// # Errors
/// As [`resolve`] for either, and with 2 where both are one.
pub(crate) fn resolve_two(
    graph: &RelationGraph,
    a: &str,
    b: &str,
) -> Result<(NodeRef, NodeRef), Failure> {
    let (one, other) = (resolve(graph, a)?, resolve(graph, b)?);
    if one == other {
        let message = format!("\"{a}\" and \"{b}\" are the same node");
        return Err(Failure::new(message).hint("name two different ones; an id is the surest name"));
    }
    Ok((one, other))
}

/// The message where a name may mean many nodes, of which the first were read.
pub(crate) fn one_of(several: &Several) -> Failure {
    let find = |id: &String| several.graph.find(id);
    let nodes: Vec<NodeRef> = several.first.iter().filter_map(find).collect();
    ambiguous(&several.graph, &several.typed, &nodes, several.count)
}

fn several(graph: &RelationGraph, typed: &str, nodes: &[NodeRef]) -> Failure {
    ambiguous(graph, typed, nodes, nodes.len())
}

/// The same of the first of so many nodes.
fn ambiguous(graph: &RelationGraph, typed: &str, nodes: &[NodeRef], count: usize) -> Failure {
    let mut hint = "say which by its id:".to_owned();
    for node in nodes.iter().take(LISTED) {
        let brief = Brief::of(graph, *node);
        // The line feed is ours; those within names must not make a new line of the list.
        let line = format!("{}: {}", brief.id, phrase::full_name(&brief));
        let _ = write!(hint, "\n  {}", clean(&line));
    }
    if count > LISTED {
        let _ = write!(hint, "\n  and {} more", count - LISTED);
    }
    Failure::new(format!("\"{typed}\" may be any of {count}")).hint(hint)
}

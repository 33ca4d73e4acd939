//! From a name that a user typed to a node, or to a message that helps.

use std::fmt::Write as _;

use interparl::graph::{NodeRef, RelationGraph};
use interparl::query::{Brief, Lookup, find_node};

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
            Err(match offers.split_last() {
                None => failure,
                Some((one, [])) => failure.hint(format!("did you mean {one}?")),
                Some((last, rest)) => {
                    failure.hint(format!("did you mean {} or {last}?", rest.join(", ")))
                }
            })
        }
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

fn several(graph: &RelationGraph, typed: &str, nodes: &[NodeRef]) -> Failure {
    let mut hint = "say which by its id:".to_owned();
    for node in nodes.iter().take(LISTED) {
        let brief = Brief::of(graph, *node);
        // The line feed is ours; those within names must not make a new line of the list.
        let line = format!("{}: {}", brief.id, phrase::full_name(&brief));
        let _ = write!(hint, "\n  {}", clean(&line));
    }
    if nodes.len() > LISTED {
        let _ = write!(hint, "\n  and {} more", nodes.len() - LISTED);
    }
    Failure::new(format!("\"{typed}\" may be any of {}", nodes.len())).hint(hint)
}

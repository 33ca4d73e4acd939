//! Whom a correction means: a node, or one mention of it.

use std::fmt::Write as _;

use interparl::graph::{NodeRef, RelationGraph};
use interparl::ontology::NodeKind;
use interparl::query::{CannotJudge, Lookup, Meant, find_node, mention_of, mentions_in};

use crate::cli::failure::Failure;
use crate::cli::naming::resolve;
use crate::cli::terminal::clean;

/// A list longer than this is no help.
const LISTED: usize = 10;

/// The node and mention that `NAME` or `NAME@DOCUMENT` means.
///
/// # Errors
/// Where no node or several are called so, and where the document does not mention it.
pub(super) fn meant(graph: &RelationGraph, typed: &str) -> Result<Meant, Failure> {
    // A name may have an @ of its own.
    let whole = match find_node(graph, typed) {
        Lookup::One(node) => graph.node(node).is_some_and(|node| {
            let mut names = [&node.id, &node.name].into_iter().chain(&node.aliases);
            names.any(|name| name.contains('@'))
        }),
        Lookup::Several(_) | Lookup::Missing(_) => false,
    };
    match typed.rsplit_once('@').filter(|_| !whole) {
        None => {
            let node = resolve(graph, typed)?;
            if graph.node(node).is_some_and(|n| n.kind == NodeKind::State) {
                return Err(Failure::new(format!("\"{typed}\" is a state")).hint(
                    "states are told by their codes, and cannot be judged; name a person or a body",
                ));
            }
            let mention = mention_of(graph, node).map_err(cannot)?;
            Ok(Meant {
                node,
                mention,
                exact: false,
            })
        }
        Some((name, document)) => {
            let document = document.trim();
            let node = named_in(graph, name.trim(), document)?;
            let found = mentions_in(graph, node, document);
            let mention = found.into_iter().next().ok_or_else(|| {
                Failure::nothing_found(format!("no document \"{document}\" names \"{name}\""))
                    .hint(documents(graph, node))
            })?;
            Ok(Meant {
                node,
                mention,
                exact: true,
            })
        }
    }
}

/// The node of a name in a document: of several that are called so the only one that the document names.
///
/// # Errors
/// Where no node is called so, or where the document does not tell which of several.
fn named_in(graph: &RelationGraph, name: &str, document: &str) -> Result<NodeRef, Failure> {
    if let Lookup::Several(nodes) = find_node(graph, name) {
        let is_named = |node: &NodeRef| !mentions_in(graph, *node, document).is_empty();
        let mut named = nodes.into_iter().filter(is_named);
        if let (Some(only), None) = (named.next(), named.next()) {
            return Ok(only);
        }
    }
    resolve(graph, name)
}

/// The documents that name a node, as a hint.
pub(super) fn documents(graph: &RelationGraph, node: NodeRef) -> String {
    let mentions = graph.mentions(node);
    let mut hint = "these name it:".to_owned();
    for mention in mentions.iter().take(LISTED) {
        let record = graph.document(&mention.document).map(|d| &d.record);
        let day = record.and_then(|r| r.date).map(|d| format!(" of {d}"));
        let title = record
            .and_then(|r| r.title.as_ref())
            .map(|t| format!(", \"{t}\""));
        let line = format!(
            "\"{}\" in {}{}{}",
            mention.name,
            mention.document,
            day.unwrap_or_default(),
            title.unwrap_or_default()
        );
        let _ = write!(hint, "\n  {}", clean(&line));
    }
    if mentions.len() > LISTED {
        let _ = write!(hint, "\n  and {} more", mentions.len() - LISTED);
    }
    hint
}

/// Why something cannot be judged, with what to do.
pub(super) fn cannot(why: CannotJudge) -> Failure {
    let message = why.to_string();
    let hint = match why {
        CannotJudge::Unmentioned { .. } | CannotJudge::NoEvidence => {
            "build the graph anew from its articles; a graph of an older interparl does not tell"
                .to_owned()
        }
        CannotJudge::FromTable { .. } => {
            "correct the table: --lexicon FOLDER takes tables of yours".to_owned()
        }
        CannotJudge::SeveralMet { meeting, .. } => format!(
            "say who was not there: interparl wrong GRAPH {meeting} NAME; or leave NAME out: all of it is wrong"
        ),
    };
    Failure::new(message).hint(hint)
}

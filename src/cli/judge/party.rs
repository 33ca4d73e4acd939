//! Whom an added fact is about: somebody of the graph, or somebody new.

use interparl::graph::RelationGraph;
use interparl::identity::{FactPlace, Party};
use interparl::ontology::NodeKind;
use interparl::query::{self, NoNewcomer, party_of};

use super::naming::cannot;
use crate::cli::failure::Failure;
use crate::cli::naming::resolve;

const NEW: &str =
    "who is not in the graph is KIND:NAME or KIND:NAME@STATE, such as \"legislator:Ilze Liepa@LV\"";

/// The one that the words mean.
///
/// # Errors
/// Where nobody or several are called so in the graph and the words tell of no new one, and where it is not of the sort
/// that is wanted.
pub(super) fn party(
    graph: &RelationGraph,
    typed: &str,
    wanted: FactPlace,
) -> Result<Party, Failure> {
    let prefix = typed.split_once(':').and_then(|(kind, name)| {
        let kind = NodeKind::from_word(kind.trim())?;
        Some((kind, name.trim()))
    });
    let (kind, party) = if let Some((kind, name)) = prefix {
        (kind, newcomer(kind, name, typed)?)
    } else {
        match resolve(graph, typed) {
            Ok(node) => {
                let kind = graph.node(node).map_or(NodeKind::Official, |n| n.kind);
                (kind, party_of(graph, node).map_err(cannot)?)
            }
            // A state is the same whether the graph tells of it or not.
            Err(failure) => {
                let state = query::newcomer(NodeKind::State, typed, None).ok();
                let state = state.filter(|_| wanted.takes(NodeKind::State));
                (NodeKind::State, state.ok_or_else(|| with_new(failure))?)
            }
        }
    };
    if wanted.takes(kind) {
        Ok(party)
    } else {
        Err(Failure::new(format!(
            "\"{typed}\" is a {kind}, and {wanted} is meant here"
        ))
        .hint(NEW))
    }
}

/// The failure with a word on those who are not in the graph.
fn with_new(failure: Failure) -> Failure {
    match failure {
        Failure::Told(mut told) => {
            let hint = told
                .hint
                .take()
                .map_or_else(String::new, |hint| format!("{hint}; "));
            told.hint = Some(format!("{hint}{NEW}"));
            Failure::Told(told)
        }
        pipe @ Failure::ClosedPipe => pipe,
    }
}

/// Somebody by name, with `@STATE` behind it or not.
fn newcomer(kind: NodeKind, name: &str, typed: &str) -> Result<Party, Failure> {
    let (name, state) = match name.rsplit_once('@') {
        None => (name, None),
        Some((name, state)) => (name, Some(state)),
    };
    query::newcomer(kind, name, state).map_err(|why| match why {
        NoNewcomer::NoName => Failure::new(format!("\"{typed}\" has no name")).hint(NEW),
        NoNewcomer::NoState(_) => Failure::new(why.to_string())
            .hint("a state is a code of two letters, such as EE, or its English name"),
    })
}

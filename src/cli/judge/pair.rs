//! `same` and `different`: who is who.

use interparl::graph::RelationGraph;
use interparl::identity::{MentionRef, Opinion};
use interparl::query::{IdlePair, Meant, check_pair};

use super::args::PairArgs;
use super::keeping::Keeping;
use super::naming::{documents, meant};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;

/// What is said of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Same,
    Different,
}

pub(super) fn run(args: &PairArgs, says: Says, console: &Console) -> Result<Exit, Failure> {
    let keeping = Keeping::open(Some(&args.graph), &args.keep, console)?;
    keeping.keep(&|graph| {
        let a = meant(graph, &args.a)?;
        let b = meant(graph, &args.b)?;
        check(graph, args, says, &a, &b)?;
        Ok(vec![opinion(says, a.mention, b.mention)])
    })?;
    Ok(Exit::Done)
}

/// The opinion on two mentions.
pub(super) fn opinion(says: Says, a: MentionRef, b: MentionRef) -> Opinion {
    match says {
        Says::Same => Opinion::Same(a, b),
        Says::Different => Opinion::Different(a, b),
    }
}

/// Refuses what would have no effect.
fn check(
    graph: &RelationGraph,
    args: &PairArgs,
    says: Says,
    a: &Meant,
    b: &Meant,
) -> Result<(), Failure> {
    let (one, other) = (&args.a, &args.b);
    check_pair(graph, a, b).map_err(|why| match why {
        IdlePair::OneNode => {
            let failure = Failure::new(format!(
                "\"{one}\" and \"{other}\" are one node of the graph already"
            ));
            match says {
                Says::Same => failure.hint(
                    "that stays so if both mentions are judged: say NAME@DOCUMENT for each of them",
                ),
                Says::Different => failure.hint(format!(
                    "say which mentions are not one, as NAME@DOCUMENT; {}",
                    documents(graph, a.node)
                )),
            }
        }
        IdlePair::SameWords => Failure::new(format!(
            "\"{one}\" and \"{other}\" are the same words of one article"
        ))
        .hint(documents(graph, a.node)),
        IdlePair::Unlike(one_kind, other_kind) => Failure::new(format!(
            "\"{one}\" is a {one_kind} and \"{other}\" a {other_kind}; these are never one"
        ))
        .hint("name two people or two bodies; a state is told by its code"),
    })
}

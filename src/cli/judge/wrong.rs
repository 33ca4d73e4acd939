//! `wrong`: what articles claim is false.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use interparl::graph::{EdgeRef, RelationGraph};
use interparl::identity::Opinion;
use interparl::query::{
    Brief, CannotJudge, IdleGuest, check_guest, documents_named, of_texts, wrong_edge, wrong_guest,
    wrong_meeting,
};

use super::args::WrongArgs;
use super::keeping::Keeping;
use super::naming::cannot;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::naming::resolve;
use crate::cli::phrase;
use crate::cli::terminal::{Console, clean};

pub(super) fn run(args: &WrongArgs, console: &Console) -> Result<Exit, Failure> {
    let keeping = Keeping::open(Some(&args.graph), &args.keep, console)?;
    keeping.keep(&|graph| of_documents(graph, args, opinions(graph, args)?))?;
    Ok(Exit::Done)
}

fn opinions(graph: &RelationGraph, args: &WrongArgs) -> Result<Vec<Opinion>, Failure> {
    let told: Result<Vec<Opinion>, CannotJudge> = match (graph.meeting(args.a.trim()), &args.b) {
        (Some(meeting), None) => wrong_meeting(graph, meeting),
        (Some(meeting), Some(guest)) => {
            let person = resolve(graph, guest)?;
            check_guest(graph, meeting, person).map_err(|why| match why {
                IdleGuest::NotThere => Failure::nothing_found(format!(
                    "\"{guest}\" is not among those of \"{}\"",
                    meeting.id
                ))
                .hint(format!("its people are: {}", people(graph, &meeting.sides))),
                IdleGuest::NobodyLeft => Failure::new(format!(
                    "without \"{guest}\" nobody would be left to talk with"
                ))
                .hint(format!(
                    "leave the name out, all of it is wrong then: interparl wrong GRAPH {}",
                    meeting.id
                )),
            })?;
            wrong_guest(graph, meeting, person)
        }
        (None, None) if args.a.starts_with("meeting/") => {
            let message = format!("there is no meeting \"{}\" in the graph", args.a);
            return Err(Failure::nothing_found(message)
                .hint("interparl explain GRAPH A B tells the ids of their meetings"));
        }
        (None, None) => {
            return Err(
                Failure::new("an edge has two ends, and only one name is given")
                    .hint("interparl wrong GRAPH A B; or the id of a meeting for all of it"),
            );
        }
        (None, Some(other)) => wrong_edge(graph, &edge(graph, args, other)?),
    };
    told.map_err(cannot)
}

fn people(graph: &RelationGraph, sides: &[Vec<String>]) -> String {
    let name = |id: &String| clean(&Brief::of_id(graph, id).name);
    let names: Vec<String> = sides.iter().flatten().map(name).collect();
    names.join(", ")
}

/// The one edge that is meant.
fn edge<'g>(
    graph: &'g RelationGraph,
    args: &WrongArgs,
    other: &str,
) -> Result<EdgeRef<'g>, Failure> {
    let (a, b) = (resolve(graph, &args.a)?, resolve(graph, other)?);
    let between = graph.edges_at(a).into_iter();
    let between =
        between.filter(|e| (e.source, e.target) == (a, b) || (e.source, e.target) == (b, a));
    let mut edges: Vec<EdgeRef<'g>> = between.collect();
    if let Some(key) = &args.key {
        let all = keys(&edges);
        edges.retain(|edge| edge.edge.key() == *key);
        if edges.is_empty() && !all.is_empty() {
            return Err(
                Failure::nothing_found(format!("no edge has the key \"{key}\""))
                    .hint(format!("the keys are:{all}")),
            );
        }
    }
    let name = |node| phrase::name(&Brief::of(graph, node));
    match edges.as_slice() {
        [] => Err(
            Failure::nothing_found(format!("no edge between {} and {}", name(a), name(b)))
                .hint("interparl show GRAPH NAME tells the edges of a node"),
        ),
        [edge] => Ok(*edge),
        several => Err(Failure::new(format!(
            "there are {} edges between {} and {}",
            several.len(),
            name(a),
            name(b)
        ))
        .hint(format!("say which with --key:{}", keys(several)))),
    }
}

fn keys(edges: &[EdgeRef<'_>]) -> String {
    let mut list = String::new();
    for edge in edges {
        let _ = write!(list, "\n  {}", clean(&edge.edge.key()));
    }
    list
}

/// Those of the documents that `--document` names; all where it is not given.
fn of_documents(
    graph: &RelationGraph,
    args: &WrongArgs,
    opinions: Vec<Opinion>,
) -> Result<Vec<Opinion>, Failure> {
    if args.document.is_empty() {
        return Ok(opinions);
    }
    let mut texts: BTreeSet<&str> = BTreeSet::new();
    for typed in &args.document {
        let found = documents_named(graph, typed);
        if found.is_empty() {
            return Err(Failure::nothing_found(format!(
                "there is no document \"{typed}\" in the graph"
            ))
            .hint("a document is named by its id or the end of it"));
        }
        texts.extend(found.iter().map(|d| d.record.sha256.as_str()));
    }
    let opinions = of_texts(opinions, &texts);
    if opinions.is_empty() {
        return Err(Failure::nothing_found("these documents do not claim it")
            .hint("interparl explain GRAPH A B tells which do"));
    }
    Ok(opinions)
}

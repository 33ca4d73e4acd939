//! Visits, and what belongs to or ties what.

use super::nodes::Nodes;
use super::support::{Support, Witness, Witnesses};
use crate::claim::Assertion;
use crate::graph::model::{Edge, Tie};
use crate::graph::relation_graph::RelationGraph;
use crate::ontology::NodeKind;
use crate::text::PartialDate;

/// What tells these edges of one pair apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Visited(Option<PartialDate>, bool),
    PartOf,
    Links,
}

/// Puts the edges `visited`, `part_of` and `links` in.
pub(super) fn put(graph: &mut RelationGraph, witnesses: &Witnesses<'_>, nodes: &Nodes) {
    let told = witnesses.all().filter_map(|witness| {
        let (source, target, key) = read(witnesses, witness)?;
        (source != target).then_some(((source, target, key), witness))
    });
    let mut told: Vec<((usize, usize, Key), Witness<'_>)> = told.collect();
    told.sort_by_key(|(tie, _)| *tie);
    for told in told.chunk_by(|(one, _), (other, _)| one == other) {
        let Some(((source, target, key), _)) = told.first().copied() else {
            continue;
        };
        let mut support = Support::default();
        for (_, witness) in told {
            support.add(*witness);
        }
        if let (Some(source), Some(target)) = (nodes.at(source), nodes.at(target)) {
            let edge = Edge {
                tie: match key {
                    Key::Visited(date, planned) => Tie::Visited { date, planned },
                    Key::PartOf => Tie::PartOf,
                    Key::Links => Tie::Links,
                },
                confidence: support.confidence(),
                evidence: support.into_evidence(),
            };
            // Keys are unique here: all that is told of one is together.
            graph.put_edge(source, target, edge);
        }
    }
}

fn read(witnesses: &Witnesses<'_>, witness: Witness<'_>) -> Option<(usize, usize, Key)> {
    let cluster =
        |entity: &usize, fits: fn(NodeKind) -> bool| witnesses.cluster(witness, *entity, fits);
    match &witness.claim.assertion {
        Assertion::Visited {
            person,
            state,
            date,
            planned,
        } => Some((
            cluster(person, NodeKind::is_person)?,
            cluster(state, |kind| kind == NodeKind::State)?,
            Key::Visited(*date, *planned),
        )),
        Assertion::PartOf { part, whole } => Some((
            cluster(part, NodeKind::is_body)?,
            cluster(whole, |kind| !kind.is_person())?,
            Key::PartOf,
        )),
        Assertion::Links { body, target } => Some((
            cluster(body, NodeKind::is_body)?,
            cluster(target, |kind| !kind.is_person())?,
            Key::Links,
        )),
        Assertion::Role { .. } | Assertion::Meeting { .. } | Assertion::Life { .. } => None,
    }
}

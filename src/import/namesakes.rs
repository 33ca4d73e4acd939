//! Nodes that nothing but their ids tells apart: the fold knows no ids, and takes them for one.

use std::collections::{BTreeMap, BTreeSet};

use super::ends::Tied;
use super::problem::{Losses, Problem};
use super::row::Row;
use crate::claim::Entity;
use crate::ontology::{EdgeKind, NodeKind, StateCode};

/// What the fold sees of a node: its kind and name, and the states that it is of or ties.
type Seen<'e> = (NodeKind, &'e str, BTreeSet<StateCode>);

/// Tells each node that is the same as one before it in all that the fold sees.
pub(super) fn tell(
    nodes: &[Row],
    entities: &BTreeMap<String, Entity>,
    edges: &[Tied<'_>],
    losses: &mut Losses,
) {
    let mut tied: BTreeMap<&str, BTreeSet<StateCode>> = BTreeMap::new();
    for edge in edges {
        if matches!(edge.kind, EdgeKind::PartOf | EdgeKind::Links) {
            let state = entities.get(edge.target).and_then(|target| target.state);
            tied.entry(edge.source).or_default().extend(state);
        }
    }
    let mut first: BTreeMap<Seen<'_>, &str> = BTreeMap::new();
    for row in nodes {
        let known = row.get("id").and_then(|id| entities.get_key_value(id));
        let Some((id, entity)) = known else {
            continue;
        };
        let mut states = tied.get(id.as_str()).cloned().unwrap_or_default();
        states.extend(entity.state);
        let seen = (entity.kind, entity.name.as_str(), states);
        let other = *first.entry(seen).or_insert(id);
        if other != id {
            let why = format!(
                "the node \"{id}\" has the kind, name and states of \"{other}\", and becomes one with it"
            );
            let hint =
                "what are two needs two names, or edges that tell which states each of them is of";
            losses.leave_out(row, Problem::new(why).hint(hint));
        }
    }
}

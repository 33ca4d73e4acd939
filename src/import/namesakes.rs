//! Nodes of one name: those that nothing but their ids tells apart, for the fold knows no ids and takes them for one, and
//! those of which it cannot tell who of several of the name they are.

use std::collections::{BTreeMap, BTreeSet};

use super::ends::Tied;
use super::problem::{Losses, Problem};
use super::row::Row;
use crate::claim::Entity;
use crate::identity::{fold_body, fold_name};
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
    let states = states(entities, edges);
    let mut first: BTreeMap<Seen<'_>, &str> = BTreeMap::new();
    for row in nodes {
        let known = row.get("id").and_then(|id| entities.get_key_value(id));
        let Some((id, entity)) = known else {
            continue;
        };
        let states = states.get(id.as_str()).cloned().unwrap_or_default();
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

/// The id of an entity and the states that it has.
type Bearer<'e, 's> = (&'e str, &'s BTreeSet<StateCode>);

/// The ids of people and commissions who may be one of two others of their name, of different states: the fold leaves each with
/// its reading alone, so that they would become a node a reading.
pub(super) fn unsure<'e>(
    entities: &'e BTreeMap<String, Entity>,
    edges: &[Tied<'_>],
) -> BTreeSet<&'e str> {
    let states = states(entities, edges);
    let mut bearers: BTreeMap<(bool, String), Vec<Bearer<'_, '_>>> = BTreeMap::new();
    for (id, entity) in entities {
        let name = match entity.kind {
            NodeKind::Legislator | NodeKind::Official => fold_name(&entity.name),
            NodeKind::Commission => fold_body(&entity.name),
            NodeKind::State | NodeKind::Chamber | NodeKind::Parliament | NodeKind::Assembly => {
                continue;
            }
        };
        if let Some(states) = states.get(id.as_str()) {
            let namesakes = bearers.entry((entity.kind.is_person(), name)).or_default();
            namesakes.push((id, states));
        }
    }
    let mut unsure = BTreeSet::new();
    for namesakes in bearers.values() {
        let sets: BTreeSet<&BTreeSet<StateCode>> = namesakes.iter().map(|(_, set)| *set).collect();
        let above = |set: &BTreeSet<StateCode>| {
            let larger = sets
                .iter()
                .filter(|o| o.len() > set.len() && o.is_superset(set));
            larger.copied().collect::<Vec<_>>()
        };
        let is_largest = |set: &&BTreeSet<StateCode>| above(set).is_empty();
        let is_unsure = |set| above(set).into_iter().filter(is_largest).count() > 1;
        let ids = namesakes.iter().filter(|(_, set)| is_unsure(set));
        unsure.extend(ids.map(|(id, _)| *id));
    }
    unsure
}

/// The states that each node is of or ties.
fn states<'e>(
    entities: &'e BTreeMap<String, Entity>,
    edges: &[Tied<'_>],
) -> BTreeMap<&'e str, BTreeSet<StateCode>> {
    let own = entities.iter();
    let own = own.map(|(id, entity)| (id.as_str(), entity.state.into_iter().collect()));
    let mut states: BTreeMap<&str, BTreeSet<StateCode>> = own.collect();
    for edge in edges {
        if matches!(edge.kind, EdgeKind::PartOf | EdgeKind::Links)
            && let Some(own) = states.get_mut(edge.source)
        {
            own.extend(entities.get(edge.target).and_then(|target| target.state));
        }
    }
    states
}

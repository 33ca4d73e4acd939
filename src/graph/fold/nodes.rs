//! Nodes: one for each person, body and state that a reading mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::support::{Support, Witnesses};
use crate::claim::{Assertion, Entity, Reading};
use crate::graph::model::{LifeRecord, Node, NodeMention};
use crate::graph::relation_graph::{NodeRef, RelationGraph};
use crate::identity::{Cluster, clean};
use crate::ontology::{LifeEvent, NodeKind, StateCode};
use crate::text::PartialDate;

/// The nodes of the clusters, at the same places.
pub(super) struct Nodes {
    handles: Vec<Option<NodeRef>>,
}

impl Nodes {
    /// The node of the cluster at a place.
    pub(super) fn at(&self, place: usize) -> Option<NodeRef> {
        self.handles.get(place).copied().flatten()
    }
}

/// Puts all nodes in, also those of the states that somebody is of and no reading has as an entity.
pub(super) fn put(graph: &mut RelationGraph, witnesses: &Witnesses<'_>) -> Nodes {
    let mut lives = lives(witnesses);
    let handles = witnesses
        .clusters()
        .iter()
        .enumerate()
        .map(|(place, cluster)| {
            let life = lives.remove(&place).unwrap_or_default();
            let node = graph.add_node(node(cluster, life)).ok()?;
            graph.put_mentions(node, mentions(witnesses, cluster));
            Some(node)
        })
        .collect();
    let codes: BTreeSet<StateCode> = witnesses
        .clusters()
        .iter()
        .filter_map(|c| c.state)
        .collect();
    for code in codes {
        // A code without an entity is a slip of the reader; the code is then the only name known. Where the node is
        // there already, there is nothing to do.
        let _ = graph.add_node(bare_state(code));
    }
    Nodes { handles }
}

pub(super) fn node(cluster: &Cluster, life: Vec<LifeRecord>) -> Node {
    let is_state = cluster.kind == NodeKind::State;
    Node {
        id: cluster.id.clone(),
        kind: cluster.kind,
        name: cluster.name.clone(),
        aliases: cluster.aliases.clone(),
        state: cluster.state.filter(|_| !is_state),
        form: cluster
            .form
            .filter(|_| cluster.kind == NodeKind::Commission),
        code: cluster.state.filter(|_| is_state),
        wikidata: None,
        life,
    }
}

/// Where articles name a cluster: for each of its entities the first name, else the first wording.
fn mentions(witnesses: &Witnesses<'_>, cluster: &Cluster) -> Vec<NodeMention> {
    let mentions = cluster.mentions.iter().filter_map(|mention| {
        let reading = witnesses.reading(mention.reading)?;
        first_words(reading, reading.entities.get(mention.entity)?)
    });
    mentions.collect()
}

/// Where a reading names an entity of it first, else the first wording for it.
pub(super) fn first_words(reading: &Reading, entity: &Entity) -> Option<NodeMention> {
    let forms = &entity.forms;
    let form = forms.iter().find(|form| form.name).or(forms.first())?;
    Some(NodeMention {
        document: reading.document.id.clone(),
        start: form.start,
        end: form.end,
        name: clean(&form.text),
    })
}

pub(super) fn bare_state(code: StateCode) -> Node {
    Node {
        id: format!("state/{code}"),
        kind: NodeKind::State,
        name: code.to_string(),
        aliases: BTreeSet::new(),
        state: None,
        form: None,
        code: Some(code),
        wikidata: None,
        life: Vec::new(),
    }
}

/// What happened to each body, by the place of its cluster.
fn lives(witnesses: &Witnesses<'_>) -> BTreeMap<usize, Vec<LifeRecord>> {
    let mut told: BTreeMap<(usize, Option<PartialDate>, LifeEvent), Support> = BTreeMap::new();
    for witness in witnesses.all() {
        let Assertion::Life { body, event, date } = &witness.claim.assertion else {
            continue;
        };
        if let Some(body) = witnesses.cluster(witness, *body, NodeKind::is_body) {
            told.entry((body, *date, *event)).or_default().add(witness);
        }
    }
    let mut lives: BTreeMap<usize, Vec<LifeRecord>> = BTreeMap::new();
    for ((body, date, event), support) in told {
        lives.entry(body).or_default().push(LifeRecord {
            date,
            event,
            evidence: support.into_evidence(),
        });
    }
    lives
}

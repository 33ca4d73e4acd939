//! Nodes: one for each person, body and state that a reading mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::support::{Support, Witnesses};
use crate::claim::{Assertion, Entity, Reading};
use crate::graph::model::{LifeRecord, NameInTime, Node, NodeMention};
use crate::graph::relation_graph::{NodeRef, RelationGraph};
use crate::identity::{Cluster, clean};
use crate::lexicon::Lexicon;
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
            let rows = rows(witnesses, cluster);
            let node = graph.add_node(node(cluster, &rows, life)).ok()?;
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

pub(super) fn node(cluster: &Cluster, rows: &BTreeSet<String>, life: Vec<LifeRecord>) -> Node {
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
        wikidata: wikidata(cluster, rows),
        names: names_in_time(cluster),
        life,
    }
}

/// The id of the row of a table that a chamber, a parliament or an assembly is.
fn row(cluster: &Cluster) -> Option<&str> {
    match cluster.kind {
        NodeKind::Chamber | NodeKind::Parliament => Some(&cluster.id),
        NodeKind::Assembly => cluster.id.strip_prefix("assembly/"),
        _ => None,
    }
}

/// The Wikidata ids that tables of a user gave the mentions of a person.
fn rows(witnesses: &Witnesses<'_>, cluster: &Cluster) -> BTreeSet<String> {
    let rows = cluster.mentions.iter().filter_map(|mention| {
        let entities = &witnesses.reading(mention.reading)?.entities;
        row_of_person(entities.get(mention.entity)?)
    });
    rows.map(str::to_owned).collect()
}

/// The Wikidata id that a table of a user gave a person.
pub(super) fn row_of_person(entity: &Entity) -> Option<&str> {
    let row = entity.row.as_deref().filter(|_| entity.kind.is_person())?;
    let number = row.strip_prefix('Q')?;
    number.bytes().all(|b| b.is_ascii_digit()).then_some(row)
}

/// The Wikidata id of what the tables that come with the program know, and of a person the only one that those of a user gave.
fn wikidata(cluster: &Cluster, rows: &BTreeSet<String>) -> Option<String> {
    let lexicon = Lexicon::builtin();
    if cluster.kind.is_person() {
        return rows.first().filter(|_| rows.len() == 1).cloned();
    }
    let known = match (cluster.kind, cluster.state) {
        (NodeKind::State, Some(code)) => lexicon.state(code)?.wikidata.as_deref(),
        _ => lexicon.wikidata_of_body(row(cluster)?),
    };
    known.map(str::to_owned)
}

/// The names with their times of what the tables that come with the program know.
fn names_in_time(cluster: &Cluster) -> Vec<NameInTime> {
    let known = row(cluster).map(|row| Lexicon::builtin().names_in_time(row));
    let names = known.into_iter().flatten();
    let names = names.map(|known| NameInTime {
        from: known.from,
        until: known.until,
        name: known.name.clone(),
    });
    names.collect()
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
        names: Vec::new(),
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

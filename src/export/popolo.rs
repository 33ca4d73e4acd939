//! Popolo: persons, organizations, memberships, events and areas, as civic software exchanges them.

use std::io;

use serde::Serialize;

use super::ExportOptions;
use crate::diagram::clean;
use crate::graph::{Evidence, Meeting, Node, RelationGraph, Tie};
use crate::ontology::{EdgeKind, NodeKind};

/// Writes a graph as Popolo JSON. States are organizations of the classification `state` and areas; the time in which
/// articles show an office held is in `first_seen` and `last_seen`, for Popolo's `start_date` and `end_date` would say more
/// than anybody knows. Popolo has no word for how sure a fact is, and takes fields of others: memberships and events have
/// `confidence`, a share of 1.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let nodes = || graph.nodes().map(|(_, node)| node);
    let people = nodes().filter(|n| n.kind.is_person());
    let bodies = nodes().filter(|n| !n.kind.is_person());
    let states = nodes().filter(|n| n.kind == NodeKind::State);
    let popolo = Popolo {
        persons: people.map(person).collect(),
        organizations: bodies.map(|n| organization(graph, n)).collect(),
        memberships: memberships(graph, options),
        events: graph.meetings().map(|m| event(graph, m, options)).collect(),
        areas: states.map(area).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &popolo)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Popolo {
    persons: Vec<Entity>,
    organizations: Vec<Entity>,
    memberships: Vec<Membership>,
    events: Vec<Event>,
    areas: Vec<Entity>,
}

/// A person, an organization or an area.
#[derive(Serialize)]
struct Entity {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_names: Vec<OtherName>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<Identifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    classification: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    national_identity: Option<String>,
}

#[derive(Serialize)]
struct OtherName {
    name: String,
}

#[derive(Serialize)]
struct Identifier {
    scheme: &'static str,
    identifier: String,
}

#[derive(Serialize)]
struct Membership {
    id: String,
    person_id: String,
    organization_id: String,
    role: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_seen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_seen: Option<String>,
    confidence: f64,
    sources: Vec<Link>,
}

#[derive(Serialize)]
struct Event {
    id: String,
    name: String,
    classification: String,
    status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_id: Option<String>,
    attendees: Vec<Attendee>,
    confidence: f64,
    sources: Vec<Link>,
}

#[derive(Serialize)]
struct Attendee {
    person_id: String,
}

#[derive(Serialize)]
struct Link {
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

fn entity(node: &Node) -> Entity {
    let wikidata = node.wikidata.as_deref().map(|id| Identifier {
        scheme: "wikidata",
        identifier: clean(id),
    });
    Entity {
        id: node.id.clone(),
        name: clean(&node.name),
        other_names: node
            .aliases
            .iter()
            .map(|alias| OtherName { name: clean(alias) })
            .collect(),
        identifiers: wikidata.into_iter().collect(),
        classification: None,
        parent_id: None,
        area_id: node.state.map(|s| format!("area/{s}")),
        national_identity: None,
    }
}

fn person(node: &Node) -> Entity {
    Entity {
        area_id: None,
        national_identity: node.state.map(|s| s.to_string()),
        ..entity(node)
    }
}

fn organization(graph: &RelationGraph, node: &Node) -> Entity {
    let handle = graph.find(&node.id);
    let edges = handle.map_or_else(Vec::new, |n| graph.edges_at(n));
    let parent = edges
        .iter()
        .find(|e| Some(e.source) == handle && e.edge.kind() == EdgeKind::PartOf)
        .and_then(|e| graph.node(e.target));
    let form = node.form.map_or(node.kind.as_str(), |f| f.as_str());
    Entity {
        classification: Some(form.replace('_', " ")),
        parent_id: parent.map(|n| n.id.clone()),
        area_id: node.code.or(node.state).map(|s| format!("area/{s}")),
        ..entity(node)
    }
}

fn area(node: &Node) -> Entity {
    let code = node.code.map_or_else(String::new, |c| c.to_string());
    Entity {
        id: format!("area/{code}"),
        classification: Some("country".to_owned()),
        identifiers: vec![Identifier {
            scheme: "iso_3166-1_alpha-2",
            identifier: code,
        }],
        ..entity(node)
    }
}

fn memberships(graph: &RelationGraph, options: ExportOptions) -> Vec<Membership> {
    let id = |n| graph.node(n).map_or_else(String::new, |n| n.id.clone());
    let mut memberships = Vec::new();
    for at in graph.edges() {
        let Tie::Role {
            office,
            title,
            spells,
        } = &at.edge.tie
        else {
            continue;
        };
        let (person, body) = (id(at.source), id(at.target));
        let once = [crate::graph::Spell::default()];
        let terms = if spells.is_empty() { &once[..] } else { spells };
        for (number, spell) in terms.iter().enumerate() {
            memberships.push(Membership {
                id: format!("membership/{person}/{body}/{office}/{number}"),
                person_id: person.clone(),
                organization_id: body.clone(),
                role: office.as_str().replace('_', " "),
                label: Some(clean(title)).filter(|t| !t.is_empty()),
                first_seen: spell.first_seen.map(|d| d.to_string()),
                last_seen: spell.last_seen.map(|d| d.to_string()),
                confidence: at.edge.confidence.share(),
                sources: links(graph, &at.edge.evidence, options),
            });
        }
    }
    memberships
}

fn event(graph: &RelationGraph, meeting: &Meeting, options: ExportOptions) -> Event {
    let mut people: Vec<&String> = meeting.sides.iter().flatten().collect();
    people.extend(meeting.participants.iter().map(|p| &p.person));
    people.sort();
    people.dedup();
    let name = |id: &&String| {
        let node = graph.find(id).and_then(|n| graph.node(n));
        node.map_or_else(|| (*id).clone(), |n| clean(&n.name))
    };
    let names: Vec<String> = people.iter().map(name).collect();
    Event {
        id: meeting.id.clone(),
        name: format!("{}: {}", meeting.kind, names.join(", ")),
        classification: meeting.kind.to_string(),
        status: meeting.status.to_string(),
        start_date: meeting.date.map(|d| d.to_string()),
        location: meeting.place.as_deref().map(clean),
        organization_id: meeting.body.clone(),
        attendees: people
            .into_iter()
            .map(|p| Attendee {
                person_id: p.clone(),
            })
            .collect(),
        confidence: meeting.confidence.share(),
        sources: links(graph, &meeting.evidence, options),
    }
}

/// The documents that say so: by address where they have one, else by id.
fn links(graph: &RelationGraph, evidence: &[Evidence], options: ExportOptions) -> Vec<Link> {
    let link = |reason: &Evidence| match reason {
        Evidence::Words {
            document, quote, ..
        } => {
            let record = graph.document(document).map(|d| &d.record);
            let url = record.and_then(|r| r.url.as_deref()).map(clean);
            Some(Link {
                url: url.unwrap_or_else(|| format!("urn:interparl:document/{}", clean(document))),
                note: quote.as_deref().filter(|_| options.quotes).map(clean),
            })
        }
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    };
    evidence.iter().filter_map(link).collect()
}

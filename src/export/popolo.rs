//! Popolo: persons, organizations, memberships, events and areas, as civic software exchanges them.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::ExportOptions;
use super::popolo_name::OtherName;
use crate::diagram::clean;
use crate::graph::{EdgeRef, Evidence, Meeting, Node, RelationGraph, Tie};
use crate::ontology::{EdgeKind, LifeEvent, MeetingStatus, NodeKind, OutcomeKind};

/// Writes a graph as Popolo JSON. States are organizations of the classification `state` and areas; the time in which
/// articles show an office held is in `first_seen` and `last_seen`, for Popolo's `start_date` and `end_date` would say more
/// than anybody knows. A visit is an event of the classification `visit`, whose organization is the state.
///
/// Popolo takes fields of others, and where it has no word for something the files have ours: `confidence`, a share of 1; the
/// `side` on which somebody stood at a meeting and his `capacities`, a meeting's `session` and `outcomes`; the bounds of a term
/// in `not_before` and `not_after`; what an organization `ties` and is part of, and its `life`; whether a person is a
/// legislator. So nothing is lost when a file comes back but evidence, and what articles tell differently of a meeting.
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
        events: events(graph, options),
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
    #[serde(skip_serializing_if = "Option::is_none")]
    founding_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissolution_date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    life: Vec<Happened>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ties: Vec<Bond>,
}

/// What happened to an organization.
#[derive(Serialize)]
struct Happened {
    event: LifeEvent,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// What an organization is part of, or ties.
#[derive(Serialize)]
struct Bond {
    kind: EdgeKind,
    organization_id: String,
    confidence: f64,
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
    not_before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_seen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_seen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_after: Option<String>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<u32>,
    attendees: Vec<Attendee>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    outcomes: Vec<OutcomeKind>,
    confidence: f64,
    sources: Vec<Link>,
}

#[derive(Serialize)]
struct Attendee {
    person_id: String,
    /// The number of the side, from 1: nobody met those of the own one.
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    capacities: Vec<Capacity>,
}

/// For whom somebody came.
#[derive(Serialize)]
struct Capacity {
    role: String,
    organization_id: String,
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
        other_names: OtherName::all(node),
        identifiers: wikidata.into_iter().collect(),
        classification: None,
        parent_id: None,
        area_id: node.state.map(|s| format!("area/{s}")),
        national_identity: None,
        founding_date: None,
        dissolution_date: None,
        life: Vec::new(),
        ties: Vec::new(),
    }
}

fn person(node: &Node) -> Entity {
    Entity {
        area_id: None,
        // Popolo does not tell a member of a parliament of whom no membership is known from a minister.
        classification: Some(node.kind.to_string()),
        national_identity: node.state.map(|s| s.to_string()),
        ..entity(node)
    }
}

fn organization(graph: &RelationGraph, node: &Node) -> Entity {
    let handle = graph.find(&node.id);
    let edges = handle.map_or_else(Vec::new, |n| graph.edges_at(n));
    let own = edges.iter().filter(|e| Some(e.source) == handle);
    let bonds = own.filter(|e| matches!(e.edge.tie, Tie::PartOf | Tie::Links));
    let bonds = bonds.filter_map(|e| {
        Some(Bond {
            kind: e.edge.kind(),
            organization_id: graph.node(e.target)?.id.clone(),
            confidence: e.edge.confidence.share(),
        })
    });
    let ties: Vec<Bond> = bonds.collect();
    let parent = ties.iter().find(|bond| bond.kind == EdgeKind::PartOf);
    let day = |event: LifeEvent| {
        let mut days = node.life.iter().filter(|life| life.event == event);
        days.find_map(|life| life.date).map(|date| date.to_string())
    };
    let form = node.form.map_or(node.kind.as_str(), |f| f.as_str());
    Entity {
        classification: Some(form.replace('_', " ")),
        parent_id: parent.map(|bond| bond.organization_id.clone()),
        area_id: node.code.or(node.state).map(|s| format!("area/{s}")),
        founding_date: day(LifeEvent::Founded),
        dissolution_date: day(LifeEvent::Ended),
        life: node
            .life
            .iter()
            .map(|life| Happened {
                event: life.event,
                date: life.date.map(|date| date.to_string()),
            })
            .collect(),
        ties,
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
                not_before: spell.not_before.map(|d| d.to_string()),
                first_seen: spell.first_seen.map(|d| d.to_string()),
                last_seen: spell.last_seen.map(|d| d.to_string()),
                not_after: spell.not_after.map(|d| d.to_string()),
                confidence: at.edge.confidence.share(),
                sources: links(graph, &at.edge.evidence, options),
            });
        }
    }
    memberships
}

/// Meetings and visits.
fn events(graph: &RelationGraph, options: ExportOptions) -> Vec<Event> {
    let meetings = graph.meetings().map(|m| event(graph, m, options));
    let edges = graph.edges();
    let visits = edges.iter().filter_map(|at| visit(graph, at, options));
    meetings.chain(visits).collect()
}

/// A visit, where an edge is one.
fn visit(graph: &RelationGraph, at: &EdgeRef<'_>, options: ExportOptions) -> Option<Event> {
    let Tie::Visited { date, planned } = &at.edge.tie else {
        return None;
    };
    let (person, state) = (graph.node(at.source)?, graph.node(at.target)?);
    let status = if *planned {
        MeetingStatus::Planned
    } else {
        MeetingStatus::Held
    };
    let date = date.map(|d| d.to_string());
    let day = date.as_deref().unwrap_or_default();
    Some(Event {
        id: format!("visit/{}/{}/{status}/{day}", person.id, state.id),
        name: format!("visit: {}, {}", clean(&person.name), clean(&state.name)),
        classification: "visit".to_owned(),
        status: status.to_string(),
        start_date: date,
        location: Some(clean(&state.name)),
        organization_id: Some(state.id.clone()),
        session: None,
        attendees: vec![Attendee {
            person_id: person.id.clone(),
            side: None,
            capacities: Vec::new(),
        }],
        outcomes: Vec::new(),
        confidence: at.edge.confidence.share(),
        sources: links(graph, &at.edge.evidence, options),
    })
}

/// Everybody who was at a meeting, by id.
fn attendees(meeting: &Meeting) -> Vec<Attendee> {
    let mut sides: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for participant in &meeting.participants {
        sides.insert(&participant.person, None);
    }
    for (number, side) in (1..).zip(&meeting.sides) {
        sides.extend(side.iter().map(|person| (person.as_str(), Some(number))));
    }
    let attendee = |(person, side): (&str, Option<usize>)| {
        let of_it = meeting.participants.iter().filter(|p| p.person == person);
        Attendee {
            person_id: person.to_owned(),
            side,
            capacities: of_it
                .map(|p| Capacity {
                    role: p.capacity.as_str().replace('_', " "),
                    organization_id: p.body.clone(),
                })
                .collect(),
        }
    };
    sides.into_iter().map(attendee).collect()
}

fn event(graph: &RelationGraph, meeting: &Meeting, options: ExportOptions) -> Event {
    let attendees = attendees(meeting);
    let name = |attendee: &Attendee| {
        let node = graph.find(&attendee.person_id).and_then(|n| graph.node(n));
        node.map_or_else(|| attendee.person_id.clone(), |n| clean(&n.name))
    };
    let names: Vec<String> = attendees.iter().map(name).collect();
    Event {
        id: meeting.id.clone(),
        name: format!("{}: {}", meeting.kind, names.join(", ")),
        classification: meeting.kind.to_string(),
        status: meeting.status.to_string(),
        start_date: meeting.date.map(|d| d.to_string()),
        location: meeting.place.as_deref().map(clean),
        organization_id: meeting.body.clone(),
        session: meeting.session,
        attendees,
        outcomes: meeting.outcomes.iter().map(|o| o.kind).collect(),
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

//! Meetings and visits in the order of time: a line down for each state, a row for each event.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::DiagramOptions;
use super::backing::Backing;
use super::board::TieKind;
use super::heading::{Heading, named};
use super::hover::Teller;
use super::lifelines::{Event, Shape, painted};
use super::phrase::{self, counted};
use super::scene::Drawing;
use super::sheet;
use super::words::{clean, isolated};
use crate::graph::{NodeRef, RelationGraph};
use crate::ontology::{MeetingKind, MeetingStatus, OutcomeKind, StateCode};
use crate::query::{
    Brief, MeetingFilter, MeetingRecord, Proof, Trip, VisitFilter, list_meetings, meeting_states,
    visits,
};

/// An event, and how telling it is: what came of it, and from how many places it is known.
struct Told {
    event: Event,
    weight: usize,
}

/// Draws the meetings and visits of a graph, or those in which a node had a part; `None` where none has a date.
pub(crate) fn draw(
    graph: &RelationGraph,
    of: Option<NodeRef>,
    options: &DiagramOptions,
) -> Option<Drawing> {
    let teller = Teller::new(graph, options.quotes);
    let (met, travelled) = (meetings_of(graph, of), trips_of(graph, of));
    let mut backing = Backing::new(graph);
    backing.proofs(met.iter().flat_map(proofs));
    backing.proofs(travelled.iter().flat_map(|t| &t.evidence));
    let mut told = meetings(graph, &met, &teller);
    let met = told.len();
    told.extend(travelled.iter().map(|trip| visit(trip, &teller)));
    let (met, visited) = (counted(met, "meeting", "meetings"), told.len() - met);
    let all = told.len();
    told.retain(|t| t.event.date.is_some());
    let (dated, undated) = (told.len(), all - told.len());
    told.sort_by_key(|t| Reverse((t.weight, t.event.date)));
    told.truncate(options.max_nodes);
    let mut events: Vec<Event> = told.into_iter().map(|t| t.event).collect();
    // The sort is stable, and what was put in was in the order of ids.
    events.sort_by(|a, b| (a.date, &a.key).cmp(&(b.date, &b.key)));
    let mut lines = vec![format!(
        "{}. {met} and {}.",
        backing.told(),
        counted(visited, "visit", "visits")
    )];
    if events.len() < dated {
        lines.push(format!(
            "Showing {} of {dated}: those of which most came and most is told, and of these the latest.",
            events.len()
        ));
    }
    if undated > 0 {
        lines.push(format!("Left out: {undated} of no known day."));
    }
    let title = match of {
        Some(node) => format!("Meetings and visits of {}", named(&Brief::of(graph, node))),
        None => "Meetings and visits".to_owned(),
    };
    let words = Heading::new(options.title.as_deref(), &title, lines).limited(options);
    let palette = options.theme.palette();
    let names = |code: StateCode| state_name(graph, code);
    let picture = painted(&events, &names, palette)?;
    Some(sheet::of_picture(picture, &words, palette))
}

fn state_name(graph: &RelationGraph, code: StateCode) -> String {
    let state = graph.find(&format!("state/{code}"));
    let name = state.and_then(|n| graph.node(n)).map(|n| clean(&n.name));
    name.filter(|n| !n.is_empty())
        .unwrap_or_else(|| code.to_string())
}

/// The meetings of a graph, or of a node, by their ids.
fn meetings_of(graph: &RelationGraph, of: Option<NodeRef>) -> Vec<MeetingRecord> {
    let filter = MeetingFilter {
        with: of.into_iter().collect(),
        ..MeetingFilter::default()
    };
    let mut records = list_meetings(graph, &filter).meetings;
    records.sort_by(|a, b| a.id.cmp(&b.id));
    records
}

/// The words that tell of a meeting, and those that tell what came of it.
fn proofs(record: &MeetingRecord) -> impl Iterator<Item = &Proof> {
    let outcomes = record.outcomes.iter().flat_map(|o| &o.evidence);
    record.evidence.iter().chain(outcomes)
}

fn meetings(graph: &RelationGraph, records: &[MeetingRecord], teller: &Teller<'_>) -> Vec<Told> {
    let parts = graph.meetings().map(|m| m.id.as_str());
    let parts: BTreeMap<&str, BTreeSet<StateCode>> = parts
        .zip(meeting_states(graph).into_iter().map(|s| s.part))
        .collect();
    let told = records.iter().map(|record| {
        let states = parts.get(record.id.as_str()).cloned().unwrap_or_default();
        meeting(record, states, teller)
    });
    told.collect()
}

fn meeting(record: &MeetingRecord, states: BTreeSet<StateCode>, teller: &Teller<'_>) -> Told {
    let (words, more) = words_of(record);
    let is_of_body = matches!(record.kind, MeetingKind::Session | MeetingKind::Conference);
    let kind = if is_of_body {
        TieKind::Attended
    } else {
        TieKind::Met
    };
    let date = record.date.map_or_else(String::new, |d| format!("{d}: "));
    let proofs: Vec<&Proof> = proofs(record).collect();
    let hover = teller.tell_proofs(&format!("{date}{words}, {more}"), &proofs);
    Told {
        weight: 1 + 3 * record.outcomes.len() + documents(&record.evidence).max(1),
        event: Event {
            date: record.date,
            key: record.id.clone(),
            shape: Shape::Line {
                states,
                planned: record.status == MeetingStatus::Planned,
            },
            kind,
            words,
            more,
            hover,
        },
    }
}

/// What a meeting was, in two lines: who met whom or which body sat, then how, where, and what came of it.
fn words_of(record: &MeetingRecord) -> (String, String) {
    let mut sides: Vec<String> = record.sides.iter().map(|side| people(side)).collect();
    if sides.is_empty() && !record.others.is_empty() {
        sides.push(people(&record.others));
    }
    // Of a conference of many the sides tell nothing.
    if sides.len() > 2 {
        let all: Vec<Brief> = record.sides.iter().flatten().cloned().collect();
        sides = vec![people(&all)];
    }
    let sides = sides.join(" – ");
    let planned = record.status == MeetingStatus::Planned;
    let kind = match (record.kind, record.session) {
        (MeetingKind::Session, Some(number)) => format!("session no. {number}"),
        (MeetingKind::Session, None) => "session".to_owned(),
        (MeetingKind::Conference, _) => "conference".to_owned(),
        (MeetingKind::Call, _) => "call".to_owned(),
        (MeetingKind::Bilateral, _) => "talks".to_owned(),
    };
    let kind = if planned {
        format!("{kind}, planned")
    } else {
        kind
    };
    let place = record.place.as_deref().map(|p| isolated(&clean(p)));
    let outcomes: BTreeSet<&str> = record.outcomes.iter().map(|o| outcome(o.kind)).collect();
    let body = record.body.as_ref().map(named);
    let mut more = vec![kind];
    more.extend(place);
    let words = match body {
        Some(body) if sides.is_empty() => body,
        Some(body) => {
            more.push(sides);
            body
        }
        None if sides.is_empty() => "nobody is named".to_owned(),
        None => sides,
    };
    more.extend(outcomes.into_iter().map(str::to_owned));
    (words, more.join(" · "))
}

const fn outcome(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Invitation => "invitation",
        OutcomeKind::DocumentSigned => "document signed",
        OutcomeKind::Decision => "decision",
    }
}

/// People by name; of more than two the first, and how many others.
fn people(all: &[Brief]) -> String {
    let names: Vec<String> = all.iter().map(named).collect();
    match names.as_slice() {
        [first, rest @ ..] if rest.len() > 1 => format!("{first} and {} others", rest.len()),
        all => phrase::listed(all),
    }
}

/// The visits of a graph, or of a node.
fn trips_of(graph: &RelationGraph, of: Option<NodeRef>) -> Vec<Trip> {
    let filter = VisitFilter {
        with: of.into_iter().collect(),
        ..VisitFilter::default()
    };
    visits(graph, &filter).trips
}

fn visit(trip: &Trip, teller: &Teller<'_>) -> Told {
    let code = |brief: &Brief| brief.id.strip_prefix("state/").and_then(StateCode::parse);
    let (verb, kind) = if trip.planned {
        ("is to visit", TieKind::PlannedVisit)
    } else {
        ("visited", TieKind::Visit)
    };
    let verb = if trip.planned && trip.travellers.len() > 1 {
        "are to visit"
    } else {
        verb
    };
    let words = format!("{} {verb} {}", people(&trip.travellers), named(&trip.host));
    let date = trip.date.map_or_else(String::new, |d| format!("{d}: "));
    let proofs: Vec<&Proof> = trip.evidence.iter().collect();
    let more = if trip.planned {
        "visit, planned"
    } else {
        "visit"
    };
    Told {
        weight: documents(&trip.evidence),
        event: Event {
            date: trip.date,
            key: format!("visit/{words}"),
            shape: Shape::Arrow {
                from: trip.guest.as_ref().and_then(code),
                to: code(&trip.host),
            },
            kind,
            hover: teller.tell_proofs(&format!("{date}{words}"), &proofs),
            words,
            more: more.to_owned(),
        },
    }
}

/// In how many documents something is told.
fn documents(proofs: &[Proof]) -> usize {
    let documents = proofs.iter().filter_map(|p| match p {
        Proof::Words { document, .. } => Some(document),
        Proof::Table { .. } | Proof::Judgement { .. } => None,
    });
    documents.collect::<BTreeSet<_>>().len()
}

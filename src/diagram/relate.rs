//! Edges of the graph become lines, meetings and visits.
//!
//! Several edges of one pair and kind are one line. A meeting is a small box on the line between those who met, so
//! that a delegation of five that met three people is eight lines to one box and not fifteen lines.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{EdgeRef, Evidence, NodeRef, RelationGraph, Tie as Says};
use crate::ontology::{MeetingKind, Office};
use crate::text::PartialDate;

use super::board::{End, Tie, TieKind, What};
use super::compose::{Composed, boxed, highest_office, small, titled};
use super::hover::Teller;
use super::phrase;
use super::words::{clean, isolated, shortened};

/// Draws all lines of a graph between the boxes of a board.
pub(crate) fn relate(graph: &RelationGraph, teller: &Teller<'_>, composed: &mut Composed) {
    let edges = graph.edges();
    plain(graph, teller, composed, &edges);
    meetings(graph, teller, composed, &edges);
    visits(graph, teller, composed, &edges);
    let mut ties = std::mem::take(&mut composed.board.ties);
    ties.sort_by_key(|tie| (tie.kind, tie.from, tie.to));
    composed.board.ties = ties;
}

/// What several edges of one pair say together.
#[derive(Default)]
struct Bundle<'g> {
    evidence: Vec<&'g Evidence>,
    offices: BTreeMap<u8, (Office, &'g str)>,
}

/// Offices, attendance, and what is tied to what.
fn plain<'g>(
    graph: &'g RelationGraph,
    teller: &Teller<'_>,
    composed: &mut Composed,
    edges: &[EdgeRef<'g>],
) {
    let mut bundles: BTreeMap<(TieKind, NodeRef, NodeRef), Bundle<'g>> = BTreeMap::new();
    for edge in edges {
        let kind = match &edge.edge.tie {
            Says::Role { .. } => TieKind::Role,
            Says::Attended { .. } => TieKind::Attended,
            Says::PartOf => TieKind::PartOf,
            Says::Links => TieKind::Links,
            Says::Met { .. } | Says::Visited { .. } => continue,
        };
        let bundle = bundles.entry((kind, edge.source, edge.target)).or_default();
        bundle.evidence.extend(&edge.edge.evidence);
        if let Says::Role { office, title, .. } = &edge.edge.tie {
            bundle
                .offices
                .insert(phrase::rank(*office), (*office, title));
        }
    }
    for ((kind, source, target), bundle) in &bundles {
        let (Some(from), Some(to)) = (composed.ends.get(source), composed.ends.get(target)) else {
            continue;
        };
        let (from, to) = (*from, *to);
        if is_shown_by_place(composed, *kind, from, to)
            || (*kind == TieKind::Links && has_chamber_of(graph, *source, *target))
        {
            continue;
        }
        let label = bundle
            .offices
            .values()
            .next()
            .and_then(|(office, title)| office_label(graph, *source, *office, title));
        let ends = format!("{} – {}", name(graph, *source), name(graph, *target));
        let headline = format!("{ends}: {}", said(*kind, bundle));
        composed.board.ties.push(Tie {
            kind: *kind,
            from,
            to,
            label,
            hover: teller.tell(&headline, &bundle.evidence),
        });
    }
}

/// What a bundle says of its two ends.
fn said(kind: TieKind, bundle: &Bundle<'_>) -> String {
    match kind {
        TieKind::Attended => "attended".to_owned(),
        TieKind::PartOf => "part of".to_owned(),
        TieKind::Links => "ties".to_owned(),
        TieKind::Role | TieKind::Met | TieKind::Visit | TieKind::PlannedVisit => {
            let offices = bundle.offices.values();
            let offices: Vec<String> = offices
                .map(|(office, title)| isolated(&titled(*office, title)))
                .collect();
            phrase::listed(&offices)
        }
    }
}

/// Whether the picture says it by what lies within what.
fn is_shown_by_place(composed: &Composed, kind: TieKind, from: End, to: End) -> bool {
    let board = &composed.board;
    let End::Item(part) = from else {
        return false;
    };
    kind == TieKind::PartOf
        && match to {
            End::Area(area) => board.area_of(from) == Some(area),
            End::Item(whole) => board.item(part).is_some_and(|i| i.within == Some(whole)),
        }
}

/// Whether a body ties a state of which it ties a chamber too: then the line to the chamber says enough.
fn has_chamber_of(graph: &RelationGraph, body: NodeRef, state: NodeRef) -> bool {
    let Some(code) = graph.node(state).and_then(|n| n.code) else {
        return false;
    };
    graph.edges_at(body).iter().any(|e| {
        e.source == body
            && matches!(e.edge.tie, Says::Links)
            && graph
                .node(e.target)
                .is_some_and(|n| n.kind.is_body() && n.state == Some(code))
    })
}

/// The word on the line of an office: none where the person's box says it.
fn office_label(
    graph: &RelationGraph,
    person: NodeRef,
    office: Office,
    title: &str,
) -> Option<String> {
    let title = titled(office, title);
    let shown = highest_office(graph, person);
    if shown.is_some_and(|(highest, words)| highest == office && words == title) {
        return None;
    }
    // A line to a chamber says "member" by itself.
    (office != Office::Member).then(|| phrase::office(office).to_owned())
}

fn name(graph: &RelationGraph, node: NodeRef) -> String {
    graph
        .node(node)
        .map_or_else(String::new, |n| isolated(&shortened(&clean(&n.name), 90)))
}

/// One meeting as its edges tell it.
struct Told<'g> {
    kind: MeetingKind,
    date: Option<PartialDate>,
    place: Option<&'g str>,
    people: BTreeSet<NodeRef>,
    evidence: Vec<&'g Evidence>,
}

/// The meetings that were no sitting of a body: who met at one is tied to the body, and through it to one another.
fn meetings_apart<'g>(edges: &[EdgeRef<'g>]) -> BTreeMap<&'g str, Told<'g>> {
    let mut told: BTreeMap<&str, Told<'g>> = BTreeMap::new();
    let mut sittings: BTreeMap<&str, BTreeSet<NodeRef>> = BTreeMap::new();
    for edge in edges {
        match &edge.edge.tie {
            Says::Met {
                kind,
                meeting,
                date,
                place,
            } => {
                let one = told.entry(meeting).or_insert_with(|| Told {
                    kind: *kind,
                    date: *date,
                    place: place.as_deref(),
                    people: BTreeSet::new(),
                    evidence: Vec::new(),
                });
                one.people.extend([edge.source, edge.target]);
                one.evidence.extend(&edge.edge.evidence);
            }
            Says::Attended { meeting, .. } => {
                sittings.entry(meeting).or_default().insert(edge.source);
            }
            Says::Role { .. } | Says::Visited { .. } | Says::PartOf | Says::Links => {}
        }
    }
    told.retain(|meeting, one| {
        let sat = sittings.get(meeting);
        !sat.is_some_and(|sat| one.people.is_subset(sat))
    });
    told
}

/// A small box for each set of people who met, with the number of times.
fn meetings<'g>(
    graph: &'g RelationGraph,
    teller: &Teller<'_>,
    composed: &mut Composed,
    edges: &[EdgeRef<'g>],
) {
    let mut gatherings: BTreeMap<(Vec<NodeRef>, MeetingKind), Vec<Told<'g>>> = BTreeMap::new();
    for one in meetings_apart(edges).into_values() {
        let people: Vec<NodeRef> = one.people.iter().copied().collect();
        gatherings.entry((people, one.kind)).or_default().push(one);
    }
    for ((people, kind), times) in gatherings {
        let dates: Vec<_> = times.iter().map(|t| (t.date, t.place)).collect();
        let words = phrase::meetings(kind, &dates);
        let names: Vec<String> = people.iter().map(|p| name(graph, *p)).collect();
        let evidence: Vec<&Evidence> = times.iter().flat_map(|t| t.evidence.clone()).collect();
        let headline = format!("{}: {words}", phrase::listed(&names));
        let hover = teller.tell(&headline, &evidence);
        let chip = End::Item(composed.board.items.len());
        composed.board.items.push(boxed(
            What::Meeting,
            None,
            small(&words, 190.0, 2, false),
            hover.clone(),
        ));
        for person in people {
            if let Some(from) = composed.ends.get(&person) {
                composed
                    .board
                    .ties
                    .push(tie(TieKind::Met, *from, chip, &hover));
            }
        }
    }
}

fn tie(kind: TieKind, from: End, to: End, hover: &str) -> Tie {
    Tie {
        kind,
        from,
        to,
        label: None,
        hover: hover.to_owned(),
    }
}

/// The visits of one person to one state.
#[derive(Default)]
struct Journeys<'g> {
    dates: Vec<Option<PartialDate>>,
    evidence: Vec<&'g Evidence>,
}

/// A small box for the visits to a state; people who went at the same times share it.
fn visits<'g>(
    graph: &'g RelationGraph,
    teller: &Teller<'_>,
    composed: &mut Composed,
    edges: &[EdgeRef<'g>],
) {
    let mut journeys: BTreeMap<(NodeRef, NodeRef, bool), Journeys<'g>> = BTreeMap::new();
    for edge in edges {
        if let Says::Visited { date, planned } = &edge.edge.tie {
            let all = journeys
                .entry((edge.source, edge.target, *planned))
                .or_default();
            all.dates.push(*date);
            all.evidence.extend(&edge.edge.evidence);
        }
    }
    let mut parties: BTreeMap<(NodeRef, bool, Vec<Option<PartialDate>>), Party<'g>> =
        BTreeMap::new();
    for ((person, state, planned), mut all) in journeys {
        all.dates.sort_unstable();
        let party = parties.entry((state, planned, all.dates)).or_default();
        party.people.push(person);
        party.evidence.extend(all.evidence);
    }
    for ((state, planned, dates), party) in parties {
        let words = phrase::visits(planned, &dates);
        let names: Vec<String> = party.people.iter().map(|p| name(graph, *p)).collect();
        let headline = format!(
            "{} – {}: {words}",
            phrase::listed(&names),
            name(graph, state)
        );
        let hover = teller.tell(&headline, &party.evidence);
        let kind = if planned {
            TieKind::PlannedVisit
        } else {
            TieKind::Visit
        };
        let chip = End::Item(composed.board.items.len());
        let lines = small(&words, 190.0, 2, false);
        let item = boxed(What::Visit { planned }, None, lines, hover.clone());
        composed.board.items.push(item);
        for person in party.people {
            if let Some(from) = composed.ends.get(&person) {
                composed.board.ties.push(tie(kind, *from, chip, &hover));
            }
        }
        if let Some(to) = composed.ends.get(&state) {
            composed.board.ties.push(tie(kind, chip, *to, &hover));
        }
    }
}

/// People who visited one state at the same times.
#[derive(Default)]
struct Party<'g> {
    people: Vec<NodeRef>,
    evidence: Vec<&'g Evidence>,
}

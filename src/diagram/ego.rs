//! A node in the middle, and around it what it is tied to, in one panel for each sort of tie.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::DiagramOptions;
use super::backing::Backing;
use super::board::{Item, Line, TieKind, What};
use super::choose::weight;
use super::compose::{box_of, boxed, display_name, highest_office, small, styled};
use super::heading::{Heading, named};
use super::hover::Teller;
use super::legend::Entry;
use super::panel::{Panel, around};
use super::phrase;
use super::scene::Drawing;
use super::sheet::{self, Picture};
use super::step::{Ground, ground};
use super::words::{clean, isolated};
use crate::graph::{Evidence, Meeting, NodeRef, RelationGraph};
use crate::ontology::{EdgeKind, MeetingKind, NodeKind, Office, StateCode};
use crate::query::{Brief, EdgeAnswer, PathOptions, Stops, along, meeting_states};

/// Draws a node with what it is tied to; a node without ties stands alone. `None` for a handle of another graph.
pub(crate) fn draw(
    graph: &RelationGraph,
    node: NodeRef,
    options: &DiagramOptions,
) -> Option<Drawing> {
    let teller = Teller::new(graph, options.quotes);
    let centre = box_of(graph, node, &teller)?;
    let mut groups: BTreeMap<Sort, Vec<Spoke>> = BTreeMap::new();
    let met = states_met(graph, node, &teller);
    let most = options.max_nodes.saturating_sub(1);
    // At most half of the boxes are states, so that people and bodies have room too.
    let states = met.len().min(most.div_ceil(2));
    let (near, of) = neighbours(graph, node, most - states);
    let (shown, of) = (near.len() + states, of + met.len());
    if states > 0 {
        groups.insert(Sort::Met, met.into_iter().take(states).collect());
    }
    for other in &near {
        if let Some((sort, spoke)) = spoke(graph, node, *other, &teller) {
            groups.entry(sort).or_default().push(spoke);
        }
    }
    let kind = graph.node(node).map(|n| n.kind);
    let groups = groups.into_iter();
    let panels: Vec<Panel> = groups.map(|(sort, s)| panel(sort, s, kind)).collect();
    let own = format!("Around {}", named(&Brief::of(graph, node)));
    let words = Heading::new(
        options.title.as_deref(),
        &own,
        lines(graph, node, shown, of),
    )
    .limited(options);
    let palette = options.theme.palette();
    let entries = entries(centre.what, &panels);
    let picture = Picture {
        entries,
        ..around(&centre, &panels, palette)
    };
    Some(sheet::of_picture(picture, &words, palette))
}

/// The lines below the title.
fn lines(graph: &RelationGraph, node: NodeRef, shown: usize, of: usize) -> Vec<String> {
    let others = phrase::counted(of, "other", "others");
    let mut lines = vec![format!(
        "{}. Tied to {others}.",
        backing(graph, node).told()
    )];
    if shown < of {
        lines.push(format!(
            "Showing {shown} of {of}: those with the most meetings, visits and offices in common."
        ));
    }
    lines
}

/// The articles that tell what a node is tied to.
fn backing(graph: &RelationGraph, node: NodeRef) -> Backing<'_> {
    let mut backing = Backing::new(graph);
    for at in graph.edges_at(node) {
        backing.tie(&at.edge.tie, &at.edge.evidence);
    }
    for meeting in met_by_state(graph, node).into_values().flatten() {
        backing.evidence(&meeting.evidence);
    }
    backing
}

/// The panel of one sort.
fn panel(sort: Sort, mut spokes: Vec<Spoke>, centre: Option<NodeKind>) -> Panel {
    spokes.sort_by(|a, b| a.order.cmp(&b.order));
    Panel {
        title: format!("{} ({})", sort.words(centre), spokes.len()),
        kind: spokes.first().map_or(sort.tie(), |spoke| spoke.kind),
        items: spokes.into_iter().map(|spoke| spoke.item).collect(),
    }
}

/// A neighbour.
struct Spoke {
    /// By what the boxes of a panel are sorted: by state, then by name.
    order: String,
    item: Item,
    kind: TieKind,
}

/// The meetings of a state with each other state; none where the node is no state.
pub(super) fn met_by_state(
    graph: &RelationGraph,
    node: NodeRef,
) -> BTreeMap<StateCode, Vec<&Meeting>> {
    let mut met: BTreeMap<StateCode, Vec<&Meeting>> = BTreeMap::new();
    let Some(own) = graph.node(node).and_then(|n| n.code) else {
        return met;
    };
    for (meeting, states) in graph.meetings().zip(meeting_states(graph)) {
        for (a, b) in states.met {
            if a == own || b == own {
                let other = if a == own { b } else { a };
                met.entry(other).or_default().push(meeting);
            }
        }
    }
    met
}

/// The states whose people those of a state met, with the number of meetings and the last of them, those with the most
/// meetings first; none where the node is no state.
fn states_met(graph: &RelationGraph, node: NodeRef, teller: &Teller<'_>) -> Vec<Spoke> {
    let met = met_by_state(graph, node);
    let mut met: Vec<(StateCode, Vec<&Meeting>)> = met.into_iter().collect();
    met.sort_by_key(|(code, meetings)| (Reverse(meetings.len()), *code));
    let told = met.into_iter().map(|(code, meetings)| {
        let id = format!("state/{code}");
        let name = graph.find(&id).and_then(|n| graph.node(n));
        let name = name.map_or_else(|| code.to_string(), display_name);
        let times: Vec<_> = meetings
            .iter()
            .map(|m| (m.date, m.place.as_deref()))
            .collect();
        let words = phrase::meetings(MeetingKind::Bilateral, &times);
        let evidence: Vec<&Evidence> = meetings.iter().flat_map(|m| &m.evidence).collect();
        let hover = teller.tell(&format!("{}: {words}", isolated(&name)), &evidence);
        let mut lines = styled(&name, 176.0, 2, 13.0, true, false);
        lines.extend(small(&words, 176.0, 2, false));
        Spoke {
            order: name,
            item: boxed(What::Node(NodeKind::State), None, lines, hover),
            kind: TieKind::Met,
        }
    });
    told.collect()
}

/// The neighbours with the heaviest ties, at most so many, and how many there are.
fn neighbours(graph: &RelationGraph, node: NodeRef, most: usize) -> (Vec<NodeRef>, usize) {
    let mut weights: BTreeMap<NodeRef, u32> = BTreeMap::new();
    for edge in graph.edges_at(node) {
        let other = if edge.source == node {
            edge.target
        } else {
            edge.source
        };
        if other != node {
            *weights.entry(other).or_default() += weight(edge.edge.kind());
        }
    }
    let of = weights.len();
    let mut ranked: Vec<(NodeRef, u32)> = weights.into_iter().collect();
    let id = |n: NodeRef| graph.node(n).map_or("", |n| n.id.as_str());
    ranked.sort_by_key(|(n, weight)| (Reverse(*weight), Reverse(degree_class(graph, *n)), id(*n)));
    ranked.truncate(most);
    (ranked.into_iter().map(|(n, _)| n).collect(), of)
}

/// Among equals people come first whose office is higher.
fn degree_class(graph: &RelationGraph, node: NodeRef) -> u8 {
    let office = highest_office(graph, node);
    office.map_or(0, |(office, _)| u8::MAX - phrase::rank(office))
}

/// By what a neighbour is sorted in its panel.
fn order(graph: &RelationGraph, node: NodeRef) -> String {
    let brief = Brief::of(graph, node);
    let state = brief.state_name.or(brief.state.map(|s| s.to_string()));
    format!(
        "{}\u{1}{}\u{1}{}",
        state.unwrap_or_default(),
        brief.name,
        brief.id
    )
}

/// A neighbour, and the sort of its panel.
fn spoke(
    graph: &RelationGraph,
    node: NodeRef,
    other: NodeRef,
    teller: &Teller<'_>,
) -> Option<(Sort, Spoke)> {
    let (from, to) = (graph.node(node)?, graph.node(other)?);
    let stops = Stops {
        cost: 0,
        nodes: vec![from.id.clone(), to.id.clone()],
        days: Vec::new(),
    };
    let found = along(graph, node, other, &[stops], &PathOptions::default());
    let step = found.paths.first()?.steps.first()?;
    let first = step.edges.first()?;
    let ground = ground(step, teller);
    let words = words_in(graph, [node, other], &ground, first);
    let spoke = Spoke {
        order: order(graph, other),
        item: boxed(What::Node(to.kind), None, words, ground.hover.clone()),
        kind: ground.kind,
    };
    Some((Sort::of(first, &from.id), spoke))
}

/// The words in the box of a neighbour: its name, its office and state, and what ties it, as far as neither the title of
/// the panel nor the middle says it.
fn words_in(
    graph: &RelationGraph,
    [node, other]: [NodeRef; 2],
    ground: &Ground,
    first: &EdgeAnswer,
) -> Vec<Line> {
    let Some(record) = graph.node(other) else {
        return Vec::new();
    };
    let limit = match record.kind {
        NodeKind::Assembly => 148.0,
        NodeKind::Commission => 164.0,
        _ => 176.0,
    };
    let name = display_name(record);
    let (own, brief) = (Brief::of(graph, node), Brief::of(graph, other));
    let code = graph.node(node).and_then(|n| n.state.or(n.code));
    let at_home = brief.state == code;
    let state = brief.state_name.map(|s| clean(&s));
    let state = state.filter(|s| !at_home && !name.contains(s.as_str()));
    let office = highest_office(graph, other).filter(|_| first.kind != EdgeKind::Role);
    let about: Vec<String> = office
        .map(|(_, title)| title)
        .into_iter()
        .chain(state)
        .collect();
    let mut lines = styled(&name, limit, 3, 13.0, true, false);
    if !about.is_empty() && !record.kind.is_between_states() {
        let about: Vec<String> = about.iter().map(|words| isolated(words)).collect();
        lines.extend(small(&about.join(", "), limit, 2, true));
    }
    let title = Sort::of(first, &own.id).words(None).to_lowercase();
    let is_said = match first.kind {
        EdgeKind::PartOf | EdgeKind::Links => true,
        _ => ground
            .words
            .first()
            .is_some_and(|w| w.to_lowercase() == title),
    };
    if !is_said || ground.words.len() > 1 {
        for words in &ground.words {
            lines.extend(small(words, limit, 2, false));
        }
    }
    lines
}

/// What is in one panel. The panels stand in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Met,
    Visited { planned: bool, guest: bool },
    Attended,
    Role { holder: bool, office: Office },
    Links { ties: bool },
    PartOf { part: bool },
}

impl Sort {
    /// The sort of the most telling edge of a neighbour, as the node of an id sees it.
    fn of(edge: &EdgeAnswer, id: &str) -> Self {
        let starts = edge.source.id == id;
        match edge.kind {
            EdgeKind::Met => Self::Met,
            EdgeKind::Visited => Self::Visited {
                planned: edge.planned,
                guest: starts,
            },
            EdgeKind::Attended => Self::Attended,
            EdgeKind::Role => Self::Role {
                holder: starts,
                // What a person holds stands together; who holds what in a body stands apart.
                office: edge.office.filter(|_| !starts).unwrap_or(Office::Member),
            },
            EdgeKind::Links => Self::Links { ties: starts },
            EdgeKind::PartOf => Self::PartOf { part: starts },
        }
    }

    const fn tie(self) -> TieKind {
        match self {
            Self::Met => TieKind::Met,
            Self::Visited { planned: true, .. } => TieKind::PlannedVisit,
            Self::Visited { .. } => TieKind::Visit,
            Self::Attended => TieKind::Attended,
            Self::Role { .. } => TieKind::Role,
            Self::Links { .. } => TieKind::Links,
            Self::PartOf { .. } => TieKind::PartOf,
        }
    }

    fn words(self, centre: Option<NodeKind>) -> String {
        let is_person = centre.is_some_and(NodeKind::is_person);
        match self {
            Self::Met => "Met".to_owned(),
            Self::Visited { planned, guest } => match (planned, guest) {
                (false, true) => "Visited".to_owned(),
                (false, false) => "Visited by".to_owned(),
                (true, true) => "Visits planned".to_owned(),
                (true, false) => "Visits expected".to_owned(),
            },
            Self::Attended if is_person => "Attended sessions of".to_owned(),
            Self::Attended => "Attended by".to_owned(),
            Self::Role { holder: true, .. } => "Offices".to_owned(),
            Self::Role { office, .. } => {
                let word = phrase::office(office);
                let mut letters = word.chars();
                let first = letters.next().map(|c| c.to_uppercase().to_string());
                format!("{}{}", first.unwrap_or_default(), letters.as_str())
            }
            Self::Links { ties: true } => "Ties".to_owned(),
            Self::Links { ties: false } => "Tied by".to_owned(),
            Self::PartOf { part: true } => "Part of".to_owned(),
            Self::PartOf { part: false } => "Its parts".to_owned(),
        }
    }
}

fn entries(centre: What, panels: &[Panel]) -> Vec<Entry> {
    let boxes = panels.iter().flat_map(|p| &p.items).map(|item| item.what);
    let boxes = boxes.chain([centre]);
    let boxes: std::collections::BTreeSet<What> = boxes.collect();
    let lines: std::collections::BTreeSet<TieKind> = panels.iter().map(|p| p.kind).collect();
    let boxes = boxes.into_iter().map(Entry::Box);
    boxes
        .chain(lines.into_iter().rev().map(Entry::PlainLine))
        .collect()
}

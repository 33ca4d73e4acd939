//! Commissions, friendship groups and assemblies: each as a card with its sides, its chairs and its life.

use std::collections::BTreeMap;

use super::DiagramOptions;
use super::backing::Backing;
use super::board::{Item, What};
use super::card::{Card, Side, painted};
use super::compose::{self, display_name, sessions, small, styled, titled};
use super::heading::{Heading, named};
use super::hover::Teller;
use super::moment::{Moment, told};
use super::phrase::counted;
use super::scene::Drawing;
use super::sheet;
use super::words::{clean, isolated};
use crate::graph::{NodeRef, RelationGraph};
use crate::ontology::{BodyForm, MeetingStatus, NodeKind};
use crate::query::{BodyCard, BodyFilter, Brief, HeldOffice, Proof, list_bodies};

/// A card shows a body with two sides: about so many nodes.
const NODES: usize = 3;

/// Draws the bodies between parliaments of a graph, or those that tie a node or in which it holds an office; `None` where
/// there are none.
pub(crate) fn draw(
    graph: &RelationGraph,
    of: Option<NodeRef>,
    options: &DiagramOptions,
) -> Option<Drawing> {
    let filter = BodyFilter {
        with: of.into_iter().collect(),
        ..BodyFilter::default()
    };
    let mut found = list_bodies(graph, &filter).bodies;
    let all = found.len();
    found.retain(is_known);
    let unknown = all - found.len();
    if found.is_empty() {
        return None;
    }
    let teller = Teller::new(graph, options.quotes);
    let most = options.max_nodes.div_ceil(NODES);
    let shown = most_telling(&found, most);
    let cards: Vec<Card> = shown.iter().map(|b| card(graph, b, &teller)).collect();
    let mut lines = vec![format!(
        "{}. {}.",
        backing(graph, &found).told(),
        counts(&found).join(", ")
    )];
    if cards.len() < found.len() {
        lines.push(format!(
            "Showing {} of {}: those that were active last, then those of which most is known.",
            cards.len(),
            found.len()
        ));
    }
    if unknown > 0 {
        lines.push(format!(
            "Left out: {unknown} of which the articles tell no more than the name."
        ));
    }
    let title = match of {
        Some(node) => format!(
            "Commissions and groups of {}",
            named(&Brief::of(graph, node))
        ),
        None => "Commissions and friendship groups".to_owned(),
    };
    let words = Heading::new(options.title.as_deref(), &title, lines).limited(options);
    let palette = options.theme.palette();
    Some(sheet::of_picture(painted(&cards, palette), &words, palette))
}

/// How many bodies of each kind there are, in words.
fn counts(found: &[BodyCard]) -> Vec<String> {
    let number = |kind: NodeKind| found.iter().filter(|b| b.body.kind == kind).count();
    let counts = [
        (
            NodeKind::Commission,
            "commission or group",
            "commissions and groups",
        ),
        (NodeKind::Assembly, "assembly", "assemblies"),
    ];
    counts
        .into_iter()
        .filter(|(kind, ..)| number(*kind) > 0)
        .map(|(kind, one, many)| counted(number(kind), one, many))
        .collect()
}

/// The articles that tell of bodies.
fn backing<'g>(graph: &'g RelationGraph, found: &[BodyCard]) -> Backing<'g> {
    let mut backing = Backing::new(graph);
    for body in found {
        backing.proofs(body.sides.iter().flat_map(|side| &side.evidence));
        backing.proofs(body.chairs.iter().flat_map(|chair| &chair.evidence));
        backing.proofs(body.sessions.iter().flat_map(|session| &session.evidence));
        backing.proofs(body.life.iter().flat_map(|event| &event.evidence));
    }
    backing
}

/// Whether anything is known of a body but its name.
pub(super) fn is_known(body: &BodyCard) -> bool {
    let named = body.sides.is_empty() && body.chairs.is_empty();
    !(named && body.sessions.is_empty() && body.life.is_empty())
}

/// At most so many: those with a last activity as they come, then those with the most sides and chairs.
fn most_telling(found: &[BodyCard], most: usize) -> Vec<&BodyCard> {
    let mut shown: Vec<&BodyCard> = found.iter().collect();
    shown.sort_by_key(|b| match b.last_activity {
        Some(_) => (false, std::cmp::Reverse(0)),
        None => (true, std::cmp::Reverse(b.sides.len() + b.chairs.len())),
    });
    shown.truncate(most);
    shown
}

fn card(graph: &RelationGraph, body: &BodyCard, teller: &Teller<'_>) -> Card {
    let (sides, homeless) = sides(body, teller);
    let [left, right] = two(sides, body.body.kind);
    Card {
        centre: centre(graph, body, &homeless, teller),
        left,
        right,
        moments: moments(body, teller),
    }
}

/// The box of the body: its name, its form, its chairs of no side, its sessions.
fn centre(
    graph: &RelationGraph,
    body: &BodyCard,
    homeless: &[&HeldOffice],
    teller: &Teller<'_>,
) -> Item {
    let node = graph.find(&body.body.id).and_then(|n| graph.node(n));
    let name = node.map_or_else(|| clean(&body.body.name), display_name);
    let limit = if body.body.kind == NodeKind::Assembly {
        190.0
    } else {
        212.0
    };
    let mut lines = styled(&name, limit, 4, 13.0, true, false);
    if let Some(form) = body
        .form
        .filter(|f| !name.to_lowercase().contains(words(*f)))
    {
        lines.extend(small(words(form), limit, 1, true));
    }
    for chair in homeless.iter().take(3) {
        lines.extend(small(&chaired(chair), limit, 2, false));
    }
    for line in sessions(graph, &body.body.id) {
        lines.extend(small(&line, limit, 2, true));
    }
    if let Some(stopped) = body.stopped {
        lines.extend(small(stopped.as_str(), limit, 1, false));
    }
    let hover = node.map_or_else(String::new, |node| teller.tell_node(node));
    compose::boxed(What::Node(body.body.kind), None, lines, hover)
}

const fn words(form: BodyForm) -> &'static str {
    match form {
        BodyForm::Commission => "commission",
        BodyForm::Committee => "committee",
        BodyForm::FriendshipGroup => "friendship group",
        BodyForm::Delegation => "delegation",
        BodyForm::WorkingGroup => "working group",
        BodyForm::Forum => "forum",
    }
}

/// An office and who holds it.
fn chaired(chair: &HeldOffice) -> String {
    let office = super::phrase::office(chair.office);
    format!("{office} {}", named(&chair.other))
}

/// What is known of one state in a body: what is tied, who leads.
#[derive(Default)]
struct Part<'b> {
    bodies: Vec<&'b Brief>,
    chairs: Vec<&'b HeldOffice>,
    proofs: Vec<&'b Proof>,
}

/// The states of a body, by name, and the chairs of none of them.
fn sides<'b>(body: &'b BodyCard, teller: &Teller<'_>) -> (Vec<Side>, Vec<&'b HeldOffice>) {
    let mut parts: BTreeMap<String, Part<'b>> = BTreeMap::new();
    for tie in &body.sides {
        let target = &tie.target;
        let state = if target.kind == NodeKind::State {
            Some(clean(&target.name))
        } else {
            state_of(target)
        };
        let part = parts.entry(state.unwrap_or_default()).or_default();
        part.proofs.extend(&tie.evidence);
        if target.kind != NodeKind::State {
            part.bodies.push(target);
        }
    }
    // Where it is known what a body ties, a chair from elsewhere makes no side.
    let is_known = !parts.is_empty();
    let mut homeless = Vec::new();
    for chair in &body.chairs {
        let state = state_of(&chair.other).filter(|s| !is_known || parts.contains_key(s));
        match state {
            Some(state) => parts.entry(state).or_default().chairs.push(chair),
            None => homeless.push(chair),
        }
    }
    let sides = parts
        .into_iter()
        .map(|(state, part)| side(&state, &part, teller));
    (sides.collect(), homeless)
}

fn state_of(brief: &Brief) -> Option<String> {
    let name = brief.state_name.as_deref().map(clean);
    name.or(brief.state.map(|s| s.to_string()))
}

fn side(state: &str, part: &Part<'_>, teller: &Teller<'_>) -> Side {
    let mut lines = styled(state, 176.0, 2, 13.0, true, false);
    for body in &part.bodies {
        let name = clean(&body.name);
        lines.extend(small(&isolated(&name), 176.0, 2, true));
    }
    for chair in part.chairs.iter().take(4) {
        lines.extend(small(&chaired(chair), 176.0, 2, false));
    }
    let more = part.chairs.len().saturating_sub(4);
    if more > 0 {
        lines.extend(small(&format!("and {more} more"), 176.0, 1, true));
    }
    let mut told = vec![teller.tell_proofs(&isolated(state), &part.proofs)];
    for chair in &part.chairs {
        let title = isolated(&titled(chair.office, &chair.title));
        let proofs: Vec<&Proof> = chair.evidence.iter().collect();
        told.push(teller.tell_proofs(&format!("{}: {title}", named(&chair.other)), &proofs));
    }
    Side {
        state: state.to_owned(),
        lines,
        hover: told.join("\n"),
    }
}

/// One box on each side: of more than two states the names only, half of them on each side.
fn two(mut sides: Vec<Side>, kind: NodeKind) -> [Option<Side>; 2] {
    match sides.len() {
        0 => [None, None],
        1 if kind == NodeKind::Commission => [sides.pop(), Some(Side::unnamed())],
        1 => [sides.pop(), None],
        2 => {
            let right = sides.pop();
            [sides.pop(), right]
        }
        many => {
            let right = sides.split_off(many.div_ceil(2));
            [sides, right].map(|half| Some(Side::of_many(half)))
        }
    }
}

/// The dated moments in the life of a body.
fn moments(body: &BodyCard, teller: &Teller<'_>) -> Vec<Moment> {
    let mut moments = Vec::new();
    for session in &body.sessions {
        let Some(date) = session.date else { continue };
        let planned = session.status == MeetingStatus::Planned;
        let what = if planned { "planned" } else { "met" };
        let number = session
            .session
            .map_or_else(String::new, |n| format!(", no. {n}"));
        let place = session.place.as_deref().map(clean);
        let place = place.map_or_else(String::new, |p| format!(", {}", isolated(&p)));
        let proofs: Vec<&Proof> = session.evidence.iter().collect();
        moments.push(Moment::Session {
            day: date.first_day(),
            number: session.session,
            planned,
            hover: teller.tell_proofs(&format!("{what} {date}{number}{place}"), &proofs),
        });
    }
    for life in &body.life {
        let Some(date) = life.date else { continue };
        let proofs: Vec<&Proof> = life.evidence.iter().collect();
        moments.push(Moment::Life {
            day: date.first_day(),
            event: life.event,
            hover: teller.tell_proofs(&format!("{} {date}", told(life.event)), &proofs),
        });
    }
    moments.sort_by_key(Moment::day);
    moments
}

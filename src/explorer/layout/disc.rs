//! The discs, and the seats in them.

use std::cmp::Reverse;

use super::home::Pull;
use super::{Place, count};
use crate::graph::RelationGraph;
use crate::ontology::{NodeKind, StateCode};

/// What moves as one: a state, a body of no state, or people of no state beside one, with all who live there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Disc {
    /// The state, where it is one's.
    pub(super) state: Option<StateCode>,
    /// Its middle.
    pub(super) middle: Place,
    /// Its radius.
    pub(super) radius: f64,
    /// How many live there.
    pub(super) members: usize,
}

/// The seats of a disc lie on a spiral; this is its scale, from which neighbours are about 1.7 times as far apart.
const PITCH: f64 = 38.0;
/// From the outermost seat to the rim.
const RIM: f64 = 34.0;
/// The cosine and sine of the golden angle, by which each seat is turned from the last.
const TURN: (f64, f64) = (-0.737_368_878_078_319_6, 0.675_490_294_261_523_5);

/// The discs of all homes, in their order, still at the origin.
pub(super) fn discs(graph: &RelationGraph, homes: &[usize]) -> Vec<Disc> {
    let number = homes.iter().max().map_or(0, |most| most + 1);
    let empty = Disc {
        state: None,
        middle: Place::default(),
        radius: 0.0,
        members: 0,
    };
    let mut discs = vec![empty; number];
    for ((_, node), home) in graph.nodes().zip(homes) {
        if let Some(disc) = discs.get_mut(*home) {
            disc.members += 1;
            disc.state = disc.state.or(node.code).or(node.state);
        }
    }
    for disc in &mut discs {
        disc.radius = distance(disc.members.saturating_sub(1)) + RIM;
    }
    discs
}

/// How far from the middle a seat lies.
fn distance(seat: usize) -> f64 {
    if seat == 0 {
        0.0
    } else {
        (count(seat) + 0.9).sqrt() * PITCH
    }
}

/// The seats of a disc, from the middle outwards.
fn spiral(seats: usize) -> Vec<Place> {
    let (mut x, mut y) = (1.0, 0.0);
    let mut found = Vec::with_capacity(seats);
    for seat in 0..seats {
        let far = distance(seat);
        found.push(Place {
            x: x * far,
            y: y * far,
        });
        (x, y) = (x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0);
        // Thousands of turns must not let the direction grow or shrink.
        let length = (x * x + y * y).sqrt();
        (x, y) = (x / length, y / length);
    }
    found
}

/// The place of every node. The state and its houses sit in the middle; whoever has to do with other discs sits on the
/// side of these, the others between.
pub(super) fn seats(
    graph: &RelationGraph,
    homes: &[usize],
    ties: &[Pull],
    discs: &[Disc],
) -> Vec<Place> {
    let abroad = directions(homes, ties, discs);
    let kinds: Vec<NodeKind> = graph.nodes().map(|(_, node)| node.kind).collect();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); discs.len()];
    for (node, home) in homes.iter().enumerate() {
        if let Some(list) = members.get_mut(*home) {
            list.push(node);
        }
    }
    let mut places = vec![Place::default(); homes.len()];
    for (disc, mut nodes) in discs.iter().zip(members) {
        let rank = |node: &usize| kinds.get(*node).map_or(4, |kind| rank(*kind));
        let pull = |node: &usize| abroad.get(*node).copied().unwrap_or_default();
        let strength =
            |node: &usize| (pull(node).x * pull(node).x + pull(node).y * pull(node).y).sqrt();
        nodes.sort_by(|a, b| {
            let by_strength = || strength(b).total_cmp(&strength(a));
            rank(a).cmp(&rank(b)).then_with(by_strength).then(a.cmp(b))
        });
        let mut free = spiral(nodes.len());
        let bodies = nodes.iter().filter(|node| rank(node) < 4).count();
        let inner: Vec<Place> = free.drain(..bodies).collect();
        let mut put = |node: usize, seat: Place| {
            if let Some(place) = places.get_mut(node) {
                *place = Place {
                    x: disc.middle.x + seat.x,
                    y: disc.middle.y + seat.y,
                };
            }
        };
        nodes.iter().zip(inner).for_each(|(n, seat)| put(*n, seat));
        for node in nodes.iter().skip(bodies) {
            let pull = pull(node);
            let gain = |seat: &Place| seat.x * pull.x + seat.y * pull.y;
            // Who is drawn nowhere takes the innermost seat that is left.
            let best = if strength(node) == 0.0 {
                (!free.is_empty()).then_some(0)
            } else {
                let seats = free.iter().enumerate();
                let key = |(at, seat): &(usize, &Place)| (gain(seat), Reverse(*at));
                seats
                    .max_by(|a, b| key(a).0.total_cmp(&key(b).0).then(key(a).1.cmp(&key(b).1)))
                    .map(|(at, _)| at)
            };
            if let Some(best) = best {
                put(*node, free.remove(best));
            }
        }
    }
    places
}

/// What is seated first.
const fn rank(kind: NodeKind) -> u8 {
    match kind {
        NodeKind::State => 0,
        NodeKind::Parliament => 1,
        NodeKind::Chamber => 2,
        NodeKind::Commission | NodeKind::Assembly => 3,
        NodeKind::Legislator | NodeKind::Official => 4,
    }
}

/// For each node where it is drawn by those of other discs.
fn directions(homes: &[usize], ties: &[Pull], discs: &[Disc]) -> Vec<Place> {
    let mut found = vec![Place::default(); homes.len()];
    let middle = |node: usize| {
        let home = homes.get(node)?;
        Some((*home, discs.get(*home)?.middle))
    };
    for tie in ties {
        for (here, there) in [(tie.a, tie.b), (tie.b, tie.a)] {
            let (Some((home, from)), Some((other, to))) = (middle(here), middle(there)) else {
                continue;
            };
            if home == other {
                continue;
            }
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let far = (dx * dx + dy * dy).sqrt().max(1.0);
            if let Some(place) = found.get_mut(here) {
                place.x += dx / far * tie.weight;
                place.y += dy / far * tie.weight;
            }
        }
    }
    found
}

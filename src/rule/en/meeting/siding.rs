//! On which side of a meeting somebody stands who joins it.
//!
//! In come people who were there and a meeting, out come its sides with them. This module never says who was there.

use std::ops::Range;

use super::super::event::{Meeting, Sign};
use super::super::party::Chunk;
use super::super::scene::Scene;
use crate::ontology::Office;

/// Adds people to the sides of a meeting: to that of their state or body, without either to that of the hosts.
/// Gives whether somebody joined.
pub(super) fn join(
    scene: &Scene<'_, '_, '_, '_>,
    meeting: &mut Meeting,
    people: &[usize],
    head: &[usize],
    words: Range<usize>,
) -> bool {
    let mut placed: Vec<usize> = Vec::new();
    // Of whom nothing is known is placed when all others are.
    for known in [true, false] {
        for person in people.iter().copied() {
            // The same name may stand twice in a sentence, and joins once.
            if meeting.people().any(|q| q == person) {
                continue;
            }
            let of_row = || {
                if scene.state_of(&[person]).is_some() {
                    return None;
                }
                let chunk = scene.chunks.iter().find(|c| c.people.contains(&person));
                side_of_row(scene, meeting, &placed, chunk)
            };
            let place = side_of(scene, meeting, person, head).filter(|_| known);
            let place = place.or_else(|| of_row().filter(|_| !known));
            if let Some(side) = place.and_then(|p| meeting.sides.get_mut(p)) {
                side.push(person);
                placed.push(person);
            }
        }
    }
    let joined = !placed.is_empty();
    if joined {
        meeting.signs.push(Sign {
            words,
            rule: "joins-meeting",
            confidence: 88,
        });
    }
    joined
}

/// Adds people to the side of the one whom they accompany. Gives whether somebody joined.
pub(super) fn stand_beside(
    meeting: &mut Meeting,
    people: &[usize],
    head: usize,
    words: Range<usize>,
) -> bool {
    let new = people.iter().copied();
    let new: Vec<usize> = new.filter(|p| meeting.people().all(|q| q != *p)).collect();
    let side = meeting.sides.iter_mut().find(|s| s.contains(&head));
    let Some(side) = side.filter(|_| !new.is_empty()) else {
        return false;
    };
    side.extend(new);
    meeting.signs.push(Sign {
        words,
        rule: "joins-meeting",
        confidence: 88,
    });
    true
}

/// The side of a meeting that somebody's state, the one whom he or she accompanies, or his or her office tells.
fn side_of(
    scene: &Scene<'_, '_, '_, '_>,
    meeting: &Meeting,
    person: usize,
    head: &[usize],
) -> Option<usize> {
    let state = scene.state_of(&[person]);
    let of_state = |side: &Vec<usize>| state.is_some() && scene.state_of(side) == state;
    let of_head = |side: &Vec<usize>| side.iter().any(|p| head.contains(p));
    let of_body = |side: &Vec<usize>| side.iter().any(|q| scene.facts.share_office(person, *q));
    let sides = &meeting.sides;
    sides
        .iter()
        .position(of_state)
        .or_else(|| sides.iter().position(of_head))
        .or_else(|| sides.iter().position(of_body))
}

/// The side of a meeting on which somebody of whom nothing is known stands: that of those named in one breath, that of the first side where all
/// others of the sentence stand there, else that of the hosts.
fn side_of_row(
    scene: &Scene<'_, '_, '_, '_>,
    meeting: &Meeting,
    placed: &[usize],
    chunk: Option<&Chunk>,
) -> Option<usize> {
    let people = chunk.map_or(&[][..], |c| c.people.as_slice());
    // "A and B also took part": of B nothing is known, but that B came with A.
    let beside = |side: &Vec<usize>| {
        let with = people.iter().filter(|q| placed.contains(q));
        let with = with.filter(|q| !scene.facts.is_ambassador(**q));
        with.into_iter().any(|q| side.contains(q))
    };
    let first = meeting.sides.first()?;
    // Chairs and deputies stand with no side that has nobody of a parliament.
    let house =
        scene.facts.roles.iter().any(|r| {
            first.contains(&r.person) && !placed.contains(&r.person) && is_of_house(r.office)
        });
    let all = house && !placed.is_empty() && placed.iter().all(|p| first.contains(p));
    let home = scene.facts.home;
    let host = |side: &Vec<usize>| home.is_some() && scene.state_of(side) == home;
    let sides = &meeting.sides;
    sides
        .iter()
        .position(beside)
        .or(all.then_some(0))
        .or_else(|| sides.iter().position(host))
}

/// Adds people of further states to the side of the guests, who come from several: the last side, where they are not of the state of
/// the first.
pub(super) fn join_guests(scene: &Scene<'_, '_, '_, '_>, meeting: &mut Meeting, people: &[usize]) {
    let [hosts, .., _] = meeting.sides.as_slice() else {
        return;
    };
    let own = scene.state_of(hosts);
    let foreign = |person: &usize| {
        let state = scene.state_of(&[*person]);
        state.is_some() && state != own
    };
    let new = people
        .iter()
        .filter(|p| !meeting.people().any(|q| q == **p));
    let new: Vec<usize> = new.copied().filter(foreign).collect();
    if let Some(guests) = meeting.sides.last_mut().filter(|_| !new.is_empty()) {
        guests.extend(new);
        meeting.signs.push(Sign {
            words: scene.words(0..scene.chunks.len()),
            rule: "joins-meeting",
            confidence: 82,
        });
    }
}

/// Whether an office is one of a house or of its committees.
fn is_of_house(office: Office) -> bool {
    matches!(
        office,
        Office::Speaker
            | Office::DeputySpeaker
            | Office::Member
            | Office::Chair
            | Office::DeputyChair
            | Office::SecretaryGeneral
    )
}

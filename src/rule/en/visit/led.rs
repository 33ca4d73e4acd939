//! Visits of those who lead a delegation somewhere: "the Speaker led a delegation to Kenya", "takes a delegation to Kenya", "the delegation is led to Kenya
//! by the Speaker".
//!
//! In comes a verb of leading, out comes the visit of the one who leads. This module never says who belongs to the delegation.

use super::super::party::governed;
use super::super::scene::Scene;
use super::place::row;
use super::plan::is_for_later;
use super::{Teller, Told};
use crate::lexicon::{Class, Cue};
use crate::ontology::{MeetingStatus, StateCode};

/// "leads a delegation of five MPs to Kenya": the visits that a verb of leading tells of, where a state, or several in
/// a row, stand right behind "to".
pub(super) fn led(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Vec<Told>> {
    // "takes a delegation to Kenya".
    let takes = scene.is_cue(at, Cue::Brings);
    if !takes && !scene.is_any(at, &[Class::Lead, Class::LedBy]) || scene.is_of_another_year() {
        return None;
    }
    let status = scene.status(at)?;
    let status =
        MeetingStatus::of_plan(status == MeetingStatus::Planned || is_for_later(scene, at));
    let passive = || taken(scene, at, status).or_else(|| sent_to(scene, at, status));
    if let Some(told) = Some(takes).filter(|t| !t).and_then(|_| passive()) {
        return Some(vec![told]);
    }
    let delegation = (at + 1..(at + 8).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n) && !scene.mark(*n, ','))
        .find(|n| scene.item(*n).is_some_and(|i| i.is(Class::Delegation)))?;
    // "takes the delegation's thanks to Kenya".
    if scene.mark(delegation + 1, '’') {
        return None;
    }
    // "a delegation at the end of this week to Kenya".
    let to = (delegation + 1..delegation + 9)
        .take_while(|n| !scene.breaks(*n) && !scene.mark(*n, ','))
        .take_while(|n| *n < delegation + 6 || !names(scene, *n))
        .find(|n| scene.is(*n, Class::To))?;
    let (from, people) = scene.subject(at)?;
    if scene.is_of_another(from, at) {
        return None;
    }
    let visitor = scene.state_of(&people);
    let mut places = row(scene, to + 1, (visitor, &people), 2);
    if places.is_empty() {
        places.extend(where_it_sits(scene, to, visitor));
    }
    // "to Norway and Finland will send one": a state that acts is none of the row.
    let acts = [
        Class::Future,
        Class::Have,
        Class::Be,
        Class::Hold,
        Class::Receive,
    ];
    let first = places.first().map(|(n, _)| *n);
    let places = places.into_iter().filter(|(n, _)| {
        // "to Indonesia and India next week": a time is no act.
        let time = scene.word(n + 1).starts_with("next ");
        Some(*n) == first || time || !scene.is_any(n + 1, &acts)
    });
    let told = places.map(|(to, state)| Told {
        teller: teller(at, status),
        from,
        to,
        people: people.clone(),
        state,
        confidence: 85,
    });
    Some(told.collect::<Vec<_>>()).filter(|t| !t.is_empty())
}

/// Whether a chunk names somebody or a state.
fn names(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    !scene.people(n).is_empty() || scene.item(n).is_some_and(|i| i.state().is_some())
}

/// "leads a delegation to the Assembly of the Union in Nairobi, Kenya": the state in which a gathering behind "to" sits.
fn where_it_sits(
    scene: &Scene<'_, '_, '_, '_>,
    to: usize,
    visitor: Option<StateCode>,
) -> Option<(usize, StateCode)> {
    let nouns = [Class::SessionNoun, Class::ConferenceNoun];
    let clause = || {
        (to + 1..(to + 16).min(scene.chunks.len()))
            .take_while(|n| !scene.breaks(*n) && scene.people(*n).is_empty())
    };
    let gathering = clause()
        .take(8)
        .find(|n| scene.is_commission(*n) || scene.is_any(*n, &nouns))?;
    // "the conference on peace in Ukraine": what it is about is not where it sits.
    let about = [Class::On, Class::Preposition];
    let mut behind = clause().filter(|n| *n > gathering);
    let mut behind = behind.by_ref().take_while(|n| !scene.is_any(*n, &about));
    let inside = behind.find(|n| scene.is(*n, Class::In))?;
    let place = (inside + 1..inside + 3).find_map(|n| Some((n, scene.state(n, visitor)?)));
    place.filter(|(_, state)| Some(*state) != visitor)
}

/// "a delegation is being led to Kenya by A", "a delegation is being led by A to the conference in Nairobi, Kenya".
fn taken(scene: &Scene<'_, '_, '_, '_>, at: usize, status: MeetingStatus) -> Option<Told> {
    let passive = (at.saturating_sub(3)..at).any(|n| scene.is(n, Class::Be));
    let delegation = (at.saturating_sub(8)..at)
        .rev()
        .take_while(|n| !scene.breaks(*n) && !scene.mark(*n, ','))
        .any(|n| scene.item(n).is_some_and(|i| i.is(Class::Delegation)));
    let led_by = scene.is(at, Class::LedBy);
    if !passive || !delegation || scene.is(at, Class::With) {
        return None;
    }
    let acts = [
        Class::And,
        Class::Say,
        Class::Discuss,
        Class::Meet,
        Class::Visit,
    ];
    let near = || {
        (at + 1..(at + 12).min(scene.chunks.len()))
            .take_while(|n| !scene.breaks(*n) && !scene.is_any(*n, &acts))
    };
    let from = near().find(|n| !scene.people(*n).is_empty())?;
    let by = led_by || (at + 1..from).any(|n| scene.is(n, Class::By));
    let people = scene.people(from).to_vec();
    let visitor = scene.state_of(&people);
    // "led to Kenya by A", "led by A to Kenya": the direction stands right at the name or the verb.
    let to = near().find(|n| scene.is(*n, Class::To))?;
    if to > from + 2 {
        return None;
    }
    let told_of = if to < from { from } else { scene.chunks.len() };
    let (place, state) = (to + 1..(to + 9).min(told_of))
        .take_while(|n| !scene.breaks(*n) && scene.people(*n).is_empty())
        .find_map(|n| Some((n, scene.state(n, visitor)?)))
        .or_else(|| where_it_sits(scene, to, visitor))?;
    by.then(|| Told {
        teller: teller(at, status),
        from,
        to: place,
        people,
        state,
        confidence: 85,
    })
}

/// "A delegation to Serbia from 1 to 6 October was led by A": the state to which a delegation is told to be one, and the one who leads it. It is less
/// sure than a journey told by its verb, for some delegations stay where they are.
fn sent_to(scene: &Scene<'_, '_, '_, '_>, at: usize, status: MeetingStatus) -> Option<Told> {
    let passive = (at.saturating_sub(2)..at).any(|n| scene.is(n, Class::Be));
    let delegation = (at.saturating_sub(14)..at).rev().find(|n| {
        let word = scene.item(*n).is_some_and(|i| i.is(Class::Delegation));
        word && !governed(scene.items, &scene.chunks, *n)
    })?;
    // "A delegation of the Parliament of Ghana to Norway": only whose it is may stand between.
    let owner = |n: &usize| {
        let named = scene.item(*n).and_then(|i| scene.facts.state_told(i));
        named.is_some() || scene.is_any(*n, &[Class::Of, Class::From, Class::Article])
    };
    let to = (delegation + 1..at).find(|n| !owner(n))?;
    let from = (at + 1..at + 5).find(|n| !scene.people(*n).is_empty())?;
    let people = scene.people(from).to_vec();
    let visitor = scene.state_of(&people);
    let place = to + 1 + usize::from(scene.is(to + 1, Class::Article));
    let state = scene
        .state(place, visitor)
        .filter(|s| Some(*s) != visitor)?;
    (passive && scene.is(to, Class::To) && scene.is(at, Class::LedBy)).then(|| Told {
        teller: teller(at, status),
        from,
        to: place,
        people,
        state,
        confidence: 78,
    })
}

fn teller(at: usize, status: MeetingStatus) -> Teller {
    Teller {
        at,
        planned: status == MeetingStatus::Planned,
        noun: false,
        rule: "travel-verb",
    }
}

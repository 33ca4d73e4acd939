//! Journeys of delegations to those who are their hosts: "The Parliament of Fiji was host to a delegation of Tonga led by A".
//!
//! In comes the verb of hosting, out come visits. This module reads words with "host" alone, not
//! "received", by which guests may come from next door.

use super::super::event::{Events, Sign, Visit};
use super::super::scene::Scene;
use super::{Teller, Told};
use crate::lexicon::{Class, Cue};
use crate::ontology::{MeetingStatus, StateCode};

/// How many chunks behind the verb the delegation may stand: "plays host this week to a delegation".
const NEAR: usize = 8;

/// The visit of the delegation that a state or its house is host to, by the verb at a chunk; a delegation of which nobody is known by name is kept for
/// those who turn out to belong to it.
pub(super) fn hosted(
    scene: &Scene<'_, '_, '_, '_>,
    at: usize,
    events: &mut Events,
) -> Option<Vec<Told>> {
    let word = scene.word(at);
    let host = word.contains("host to") || word.ends_with(" host") || word == "host";
    let plays = at > 0 && word == "host" && scene.word(at - 1).starts_with("play");
    if !host || word == "host" && !plays || !scene.is_any(at, &[Class::Receive, Class::Host]) {
        return None;
    }
    let status = scene.status(at)?;
    // "The Embassy of Fiji in Brussels was host to", "was host to a dinner for a delegation": where that was, is not told by the host.
    let elsewhere = |n: usize| {
        let item = scene.item(n);
        item.is_some_and(|i| i.city().is_some()) || scene.is_cue(n, Cue::Employer)
    };
    if (0..scene.chunks.len()).any(elsewhere) {
        return None;
    }
    let state = (0..at).rev().find_map(|n| host_at(scene, n))?;
    let behind = (at + 1..(at + NEAR).min(scene.chunks.len())).take_while(|n| {
        let meal = scene.is_cue(*n, Cue::Together) || scene.says(*n, &["for"]);
        !scene.breaks(*n) && !meal
    });
    let sent = |n: &usize| scene.item(*n).is_some_and(|i| i.is(Class::Delegation));
    let from = behind.into_iter().find(sent)?;
    let teller = Teller {
        at,
        planned: status == MeetingStatus::Planned,
        noun: false,
        rule: "travel-verb",
    };
    let led = super::whose::led_behind(scene, from);
    let chunk = Some(from).filter(|n| !scene.people(*n).is_empty()).or(led);
    let people = chunk.map(|n| scene.people(n).to_vec()).unwrap_or_default();
    let own = scene.state_of(&people);
    if own.is_some_and(|own| own != state) {
        return Some(vec![Told {
            teller,
            from,
            to: at,
            people,
            state,
            confidence: 85,
        }]);
    }
    let named = (from + 1..from + 6).take_while(|n| scene.people(*n).is_empty());
    let mut named = named.filter_map(|n| scene.facts.state_told(scene.item(n)?));
    let sender = named.find(|s| *s != state)?;
    events
        .nameless
        .push((sender, visit(scene, (at, from), state, status)));
    Some(Vec::new())
}

/// The state of whoever acts at a chunk as a host: a house, a state, or somebody who acts for one.
fn host_at(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<StateCode> {
    let person = scene.state_of(scene.people(n));
    person
        .or_else(|| scene.state_of_house(n))
        .or_else(|| scene.item(n)?.state())
}

/// A visit of a delegation of which nobody is known yet: whom it is of is put in when those turn out who belong to it.
fn visit(
    scene: &Scene<'_, '_, '_, '_>,
    (at, to): (usize, usize),
    state: StateCode,
    status: MeetingStatus,
) -> Visit {
    let planned = status == MeetingStatus::Planned;
    Visit {
        person: 0,
        state,
        date: scene.date(at, planned),
        planned,
        signs: vec![Sign {
            words: scene.words(at..to + 1),
            rule: "travels-along",
            confidence: 80,
        }],
    }
}

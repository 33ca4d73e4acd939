//! Who joins a meeting that another sentence tells of: the items of a list, those who "took part in the meeting".
//!
//! In comes a sentence and the meetings told before, out come more meetings or more people of one. This module never reads
//! a meeting that a sentence tells by itself.

use super::super::event::{Events, Meeting, Sign};
use super::super::scene::Scene;
use super::{Meetings, Teller, Told, add, carried};
use crate::lexicon::Class;
use crate::ontology::{MeetingKind, MeetingStatus};

impl Meetings {
    /// "It met with:" and then a list: every item is a meeting of its own.
    pub(super) fn listed(&self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let Some((one, rule)) = self.list.clone() else {
            return;
        };
        let Some(to) = (0..scene.chunks.len()).find(|n| !scene.people(*n).is_empty()) else {
            return;
        };
        let teller = Teller {
            at: to,
            kind: MeetingKind::Bilateral,
            status: MeetingStatus::Held,
            rule,
        };
        let sides = [one, scene.people(to).to_vec()];
        add(scene, teller, Told { sides, from: 0, to }, 85, events);
    }

    /// "A, the ambassador, took part in the meeting": joins the side of A's state.
    pub(super) fn joined(&self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let Some(verb) = (0..scene.chunks.len()).find(|n| scene.is(*n, Class::Attend)) else {
            return;
        };
        if scene.status(verb) != Some(MeetingStatus::Held) || scene.is_any(verb + 1, &[Class::To]) {
            return;
        }
        let noun = (0..scene.chunks.len())
            .find(|n| scene.is_any(*n, &[Class::MeetingNoun, Class::CallNoun]));
        let elsewhere = (0..scene.chunks.len()).any(|n| scene.is(n, Class::ConferenceNoun))
            || scene.names_commission();
        let open = (verb + 1..scene.chunks.len()).take(3).all(|n| {
            scene.mark(n, '.')
                || !scene.people(n).is_empty()
                || scene.is_any(n, &[Class::By, Class::And, Class::Article])
                || scene.mark(n, ',')
        });
        if elsewhere || noun.is_none() && !open {
            return;
        }
        let both = (0..scene.chunks.len()).any(|n| scene.is(n, Class::Both));
        let people: Vec<usize> = (0..scene.chunks.len())
            .flat_map(|n| scene.people(n).to_vec())
            .collect();
        let count = if both { 2 } else { 1 };
        for place in self.last.iter().rev().take(count) {
            if let Some(meeting) = events.meetings.get_mut(*place).filter(|m| m.body.is_none()) {
                join(scene, meeting, &people);
            }
        }
    }
}

/// The subject of a sentence that ends in "met with:", and the rule for the items of the list that follows.
pub(super) fn opened(scene: &Scene<'_, '_, '_, '_>) -> Option<(Vec<usize>, &'static str)> {
    let verb = (0..scene.chunks.len())
        .rev()
        .find(|n| scene.is_any(*n, &[Class::Meet, Class::Receive, Class::MeetingNoun]))?;
    let near = scene.chunks.len() - verb <= 6 && scene.status(verb) == Some(MeetingStatus::Held);
    let subject = scene.subject(verb).map(|(_, people)| people);
    let subject = subject.or_else(|| carried(scene, verb));
    subject.filter(|_| near).map(|p| (p, "meet-verb"))
}

/// Adds people to the sides of a meeting: to that of their state, without a state to that of the hosts.
fn join(scene: &Scene<'_, '_, '_, '_>, meeting: &mut Meeting, people: &[usize]) {
    let mut joined = false;
    for person in people
        .iter()
        .copied()
        .filter(|p| !meeting.people().any(|q| q == *p))
        .collect::<Vec<_>>()
    {
        let state = scene.state_of(&[person]);
        let of_state = |side: &Vec<usize>| state.is_some() && scene.state_of(side) == state;
        let host = |side: &Vec<usize>| {
            state.is_none()
                && scene.state_of(side) == scene.facts.home
                && scene.facts.home.is_some()
        };
        let place = meeting
            .sides
            .iter()
            .position(of_state)
            .or_else(|| meeting.sides.iter().position(host));
        if let Some(side) = place.and_then(|p| meeting.sides.get_mut(p)) {
            side.push(person);
            joined = true;
        }
    }
    if joined {
        let words = scene.words(0..scene.chunks.len());
        meeting.signs.push(Sign {
            words,
            rule: "joins-meeting",
            confidence: 78,
        });
    }
}

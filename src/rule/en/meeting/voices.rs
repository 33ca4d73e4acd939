//! Those who speak in an article about one meeting.
//!
//! In come those who say something, with the meetings that the article tells of, out come more people of the only meeting,
//! or the meeting itself where the article tells of one without saying who met. This module never reads words.

use std::ops::Range;

use super::super::event::{Events, Meeting, Sign};
use super::super::facts::Facts;
use super::super::party::governed;
use super::super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Zone;
use crate::ontology::{MeetingKind, MeetingStatus, StateCode};

/// What people do that is no speaking, though the table has it among the verbs of those who are told of.
const DEEDS: &[Class] = &[
    Class::Meet,
    Class::Visit,
    Class::Receive,
    Class::Travel,
    Class::Lead,
    Class::Sign,
    Class::Attend,
];

/// Who speaks in an article, and whether it tells of a meeting.
#[derive(Debug, Default)]
pub(in crate::rule::en) struct Voices {
    /// The speakers, each with the words that say so.
    speakers: Vec<(usize, Range<usize>)>,
    /// How people came together, where a sentence of running text tells that they did.
    told: Option<MeetingKind>,
}

impl Voices {
    /// Notes who says something in a sentence, and whether it tells of a meeting that was held.
    pub(in crate::rule::en) fn note(&mut self, scene: &Scene<'_, '_, '_, '_>) {
        if scene.zone() != Some(Zone::Body) {
            return;
        }
        let nouns = [Class::MeetingNoun, Class::CallNoun];
        for n in (0..scene.chunks.len()).filter(|_| scene.has_any(&nouns)) {
            let noun = scene.is_any(n, &nouns);
            // "the meeting of the finance committee" is none of two sides.
            let of_other = scene.is(n + 1, Class::Of);
            let held = || super::status::status(scene, n) == Some(MeetingStatus::Held);
            if noun && !of_other && held() && !scene.is_of_another_year() {
                let call = scene.is(n, Class::CallNoun);
                let kind = if call {
                    MeetingKind::Call
                } else {
                    MeetingKind::Bilateral
                };
                self.told = Some(self.told.unwrap_or(kind));
            }
        }
        // "B talked with members of the group": the side that is named was there, whoever speaks for the other.
        if let Some(half) = super::half::half(scene) {
            let words = scene.words(0..scene.chunks.len());
            let there = half.people().iter().map(|p| (*p, words.clone()));
            self.speakers.extend(there);
        }
        let says = (0..scene.chunks.len()).find(|n| {
            scene.is_any(*n, &[Class::Say, Class::Tell])
                && !scene.is_any(*n, DEEDS)
                && scene.status(*n) == Some(MeetingStatus::Held)
        });
        let Some((verb, (from, people))) = says.and_then(|v| Some((v, scene.subject(v)?))) else {
            return;
        };
        let near = verb - from < 9 && !scene.passive(verb) && !scene.absent(from);
        if near && !governed(scene.items, &scene.chunks, from) {
            let words = scene.words(from..verb + 1);
            self.speakers
                .extend(people.into_iter().map(|p| (p, words.clone())));
        }
    }

    /// Where the article tells of a meeting but not who met, those of two states who speak did.
    pub(in crate::rule::en) fn meet(&self, facts: &Facts<'_, '_>, events: &mut Events) {
        let Some(kind) = self.told.filter(|_| events.meetings.is_empty()) else {
            return;
        };
        if facts.tells_of_letter() {
            return;
        }
        let mut sides: Vec<(StateCode, Vec<usize>)> = Vec::new();
        for (person, _) in &self.speakers {
            let Some(state) = facts.state_of(*person) else {
                continue;
            };
            match sides.iter_mut().find(|(s, _)| *s == state) {
                Some((_, people)) if people.contains(person) => {}
                Some((_, people)) => people.push(*person),
                None => sides.push((state, vec![*person])),
            }
        }
        if sides.len() != 2 {
            return;
        }
        let sign = |(_, words): &(usize, Range<usize>)| Sign {
            words: words.clone(),
            rule: "both-sides-speak",
            confidence: 70,
        };
        events.meet(Meeting {
            kind,
            status: MeetingStatus::Held,
            sides: sides.into_iter().map(|(_, people)| people).collect(),
            body: None,
            session: None,
            date: None,
            place: None,
            signs: self.speakers.iter().map(sign).collect(),
            supposed: Vec::new(),
            outcomes: Vec::new(),
        });
    }
}

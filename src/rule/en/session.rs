//! Sessions of commissions and assemblies, and conferences, with those who attended.
//!
//! In come the sentences of an article in their order, out come sessions with their people. This module never reads meetings
//! of people that are no session of a body.

use super::event::{Events, Meeting, Sign};
use super::facts::{Facts, Target};
use super::party::governed;
use super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::{Kind, Zone};
use crate::ontology::{MeetingKind, MeetingStatus, NodeKind, Office};

/// What is known of sessions from one sentence to the next.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    /// The entry of the session that the article speaks of last.
    current: Option<usize>,
    /// Whether the items of a list that follows are its guests.
    list_open: bool,
}

impl Sessions {
    /// Reads a sentence.
    pub(super) fn read(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        if let Some((body, at, kind)) = named(scene) {
            self.held(scene, body, at, kind, events);
        }
        self.attended(scene, events);
        self.listed(scene, events);
    }

    /// Adds the session of a body that a sentence names at a chunk, unless it is denied or still to come.
    fn held(
        &mut self,
        scene: &Scene<'_, '_, '_, '_>,
        body: usize,
        at: usize,
        kind: MeetingKind,
        events: &mut Events,
    ) {
        let denied = (at.saturating_sub(4)..at + 5)
            .any(|n| scene.is_any(n, &[Class::Negation, Class::Wish]));
        let planned =
            (0..scene.chunks.len()).any(|n| scene.is(n, Class::Future) && n.abs_diff(at) < 6);
        if denied || planned {
            return;
        }
        let body = self.gathering_of(scene, body, events).unwrap_or(body);
        let session = scene.items.iter().find_map(|i| ordinal(scene.text(i)));
        let people = participants(scene);
        let place = events.meet(Meeting {
            kind,
            status: MeetingStatus::Held,
            sides: people.into_iter().map(|p| vec![p]).collect(),
            body: Some(body),
            session,
            date: scene.date(at, false),
            place: scene.place(at).or_else(|| hosting_city(scene)),
            signs: vec![Sign {
                words: scene.words(0..scene.chunks.len()),
                rule: "session-of-body",
                confidence: 88,
            }],
        });
        self.current = place;
    }

    /// The conference told of before, where its name has that of the body in it: "the conference of NB8 speakers" for NB8.
    fn gathering_of(
        &self,
        scene: &Scene<'_, '_, '_, '_>,
        body: usize,
        events: &Events,
    ) -> Option<usize> {
        let known = events.meetings.get(self.current?)?.body?;
        let name = |n: usize| {
            scene
                .facts
                .bodies
                .entities
                .get(n)
                .map(|b| b.name.to_lowercase())
        };
        name(known)?.contains(&name(body)?).then_some(known)
    }

    /// "A opened the session", "A took part in the conference": joins the session that the article speaks of.
    fn attended(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let Some(current) = self.current else { return };
        for n in 0..scene.chunks.len() {
            if !scene.is_any(n, &[Class::Attend, Class::Address, Class::Lead])
                && !scene.is(n, Class::LedBy)
            {
                continue;
            }
            // "the meeting" is that of two sides where the article tells of one.
            let bilateral = events.meetings.iter().any(|m| m.body.is_none());
            let object = (n + 1..(n + 6).min(scene.chunks.len())).find(|o| {
                scene.is_any(*o, &[Class::SessionNoun, Class::ConferenceNoun])
                    && !(bilateral && scene.is(*o, Class::MeetingNoun))
                    || names(scene, *o, current, events)
            });
            let clear = object.is_some_and(|o| (n + 1..o).all(|m| scene.people(m).is_empty()));
            if let Some((_, people)) = scene
                .subject(n)
                .filter(|_| clear && scene.status(n) == Some(MeetingStatus::Held))
            {
                join(scene, events, current, &people, "attends-session", 85);
            }
            if scene.is(n, Class::LedBy) && names_before(scene, n, current, events) {
                let people: Vec<usize> = (n..(n + 6).min(scene.chunks.len()))
                    .flat_map(|m| scene.people(m).to_vec())
                    .collect();
                join(scene, events, current, &people, "attends-session", 80);
            }
        }
    }

    /// A list under a line that speaks of guests or participants.
    fn listed(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let zone = scene
            .facts
            .mentions
            .words
            .sentences
            .get(scene.sentence)
            .map(|s| s.zone);
        if zone == Some(Zone::Item) && self.list_open {
            if let Some(current) = self.current {
                let people: Vec<usize> = (0..scene.chunks.len())
                    .flat_map(|n| scene.people(n).to_vec())
                    .collect();
                join(scene, events, current, &people, "listed-at-session", 85);
            }
            return;
        }
        let colon = scene.items.last().is_some_and(|i| i.is_mark(':'));
        let guests =
            (0..scene.chunks.len()).any(|n| scene.is_any(n, &[Class::Guest, Class::Attend]));
        self.list_open = colon && guests;
    }
}

/// Adds people to the session of an entry, each a side of its own, with the sentence as a sign if there is somebody new.
fn join(
    scene: &Scene<'_, '_, '_, '_>,
    events: &mut Events,
    meeting: usize,
    people: &[usize],
    rule: &'static str,
    confidence: u8,
) {
    let Some(meeting) = events.meetings.get_mut(meeting) else {
        return;
    };
    let new: Vec<usize> = people
        .iter()
        .copied()
        .filter(|p| !meeting.people().any(|q| q == *p))
        .collect();
    if new.is_empty() {
        return;
    }
    meeting.sides.extend(new.into_iter().map(|p| vec![p]));
    meeting.signs.push(Sign {
        words: scene.words(0..scene.chunks.len()),
        rule,
        confidence,
    });
}

/// The body whose session a sentence names, and where.
fn named(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, usize, MeetingKind)> {
    for n in 0..scene.chunks.len() {
        let Some(body) = commission(scene, n) else {
            continue;
        };
        let kind = kind_of(scene.facts, body);
        let of = (n.saturating_sub(3)..n)
            .rev()
            .find(|m| !scene.is_any(*m, &[Class::Article, Class::Of]));
        let noun_before = of.is_some_and(|m| {
            scene.is_any(
                m,
                &[
                    Class::SessionNoun,
                    Class::ConferenceNoun,
                    Class::MeetingNoun,
                ],
            ) && scene.is(m + 1, Class::Of)
        });
        let verb_behind = (n + 1..(n + 4).min(scene.chunks.len()))
            .find(|m| scene.is(*m, Class::Meet) || scene.is(*m, Class::Gather));
        let hold_behind = (n + 1..(n + 6).min(scene.chunks.len()))
            .any(|m| scene.is(m, Class::Hold))
            && (n + 2..(n + 9).min(scene.chunks.len()))
                .any(|m| scene.is_any(m, &[Class::SessionNoun]));
        let possessive =
            scene.mark(n + 1, '’') && (n + 2..n + 5).any(|m| scene.is(m, Class::SessionNoun));
        let with_object = verb_behind.is_some_and(|v| scene.object(v, &[Class::With]).is_some());
        if noun_before || verb_behind.is_some() && !with_object || hold_behind || possessive {
            return Some((body, n, kind));
        }
        let conference = kind == MeetingKind::Conference && is_event(scene, n);
        if conference {
            return Some((body, n, kind));
        }
    }
    None
}

/// Whether a body is a gathering by its own name: a conference, a summit, a meeting of speakers.
fn is_event(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let Some(item) = scene.item(n) else {
        return false;
    };
    let text = scene.text(item).to_lowercase();
    let gathering = ["conference", "summit", "meeting of"]
        .iter()
        .any(|w| text.contains(w));
    // A conference that is only named ("ahead of the Conference") is none that the article tells of.
    let told = (0..scene.chunks.len()).any(|m| {
        let hosts = scene
            .item(m)
            .is_some_and(|i| scene.text(i).starts_with("host"));
        hosts
            || scene.is_any(m, &[Class::Gather, Class::Address])
            || scene.is(m, Class::Attend) && m.abs_diff(n) < 6
    });
    gathering && told && scene.zone() != Some(Zone::Page)
}

/// Whether the gathering of a body is a conference or a session, by its name.
fn kind_of(facts: &Facts<'_, '_>, body: usize) -> MeetingKind {
    let name = facts
        .bodies
        .entities
        .get(body)
        .map(|b| b.name.to_lowercase())
        .unwrap_or_default();
    if ["conference", "summit", "forum", "meeting of"]
        .iter()
        .any(|w| name.contains(w))
    {
        MeetingKind::Conference
    } else {
        MeetingKind::Session
    }
}

/// The commission or assembly that a chunk names.
fn commission(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<usize> {
    let Kind::Body(mention) = scene.item(n)?.kind else {
        return None;
    };
    let entity = scene.facts.bodies.of(mention)?;
    let kind = scene.facts.bodies.entities.get(entity)?.kind;
    matches!(kind, NodeKind::Commission | NodeKind::Assembly).then_some(entity)
}

/// Whether a chunk names the body of a session's entry.
fn names(scene: &Scene<'_, '_, '_, '_>, n: usize, meeting: usize, events: &Events) -> bool {
    let body = events.meetings.get(meeting).and_then(|m| m.body);
    body.is_some() && commission(scene, n) == body
}

/// Whether a chunk before one names the body of a session's entry.
fn names_before(scene: &Scene<'_, '_, '_, '_>, n: usize, meeting: usize, events: &Events) -> bool {
    (0..n).any(|m| names(scene, m, meeting, events))
}

/// Those whom a sentence about a session names as taking part.
fn participants(scene: &Scene<'_, '_, '_, '_>) -> Vec<usize> {
    let mut found = Vec::new();
    for n in 0..scene.chunks.len() {
        if scene.people(n).is_empty() {
            continue;
        }
        let text = |m: usize| scene.item(m).map_or("", |i| scene.text(i)).to_lowercase();
        let participation = (n.saturating_sub(4)..n).any(|m| text(m) == "participation");
        let hosted = scene.governed_by(n, &[Class::By])
            && (n.saturating_sub(3)..n).any(|m| {
                ["hosted", "chaired", "opened", "attended", "co-chaired"]
                    .contains(&text(m).as_str())
                    || scene.is(m, Class::Attend)
            });
        let acts = !governed(scene.items, &scene.chunks, n)
            && (n + 1..(n + 3).min(scene.chunks.len()))
                .any(|m| scene.is_any(m, &[Class::Attend, Class::Address]));
        let addresses = !governed(scene.items, &scene.chunks, n)
            && (0..scene.chunks.len()).any(|m| text(m) == "addressed");
        if participation || hosted || acts || addresses {
            found.extend(scene.people(n).iter().copied());
        }
    }
    found
}

/// "Riga hosts the conference", "Astana city hosted a meeting".
fn hosting_city(scene: &Scene<'_, '_, '_, '_>) -> Option<String> {
    (0..scene.chunks.len()).find_map(|n| {
        let city = scene.item(n).filter(|i| i.city().is_some())?;
        let hosts = (n + 1..n + 3).any(|m| {
            scene
                .item(m)
                .is_some_and(|i| scene.text(i).starts_with("host"))
        });
        hosts.then(|| scene.text(city).to_owned())
    })
}

/// The number of a session: "18th".
fn ordinal(text: &str) -> Option<u32> {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = text.get(bare.len()..).unwrap_or_default();
    matches!(ending, "st" | "nd" | "rd" | "th")
        .then(|| bare.parse().ok())
        .flatten()
}

/// Those who share the chair of a body attend its session where they are not named otherwise; then the sides are grouped.
pub(super) fn complete(facts: &Facts<'_, '_>, events: &mut Events) {
    for meeting in &mut events.meetings {
        let Some(body) = meeting.body else { continue };
        for role in facts
            .roles
            .iter()
            .filter(|r| r.office == Office::CoChair && r.target == Target::Body(body))
        {
            if !meeting.people().any(|p| p == role.person) {
                meeting.sides.push(vec![role.person]);
            }
        }
        let people: Vec<usize> = meeting.people().collect();
        let states: Vec<_> = people
            .iter()
            .map(|p| facts.states.get(*p).copied().flatten())
            .collect();
        let mut distinct: Vec<_> = states.iter().flatten().copied().collect();
        distinct.sort_unstable();
        distinct.dedup();
        if meeting.kind == MeetingKind::Session
            && distinct.len() == 2
            && states.iter().all(Option::is_some)
        {
            meeting.sides = distinct
                .iter()
                .map(|d| {
                    people
                        .iter()
                        .zip(&states)
                        .filter(|(_, s)| **s == Some(*d))
                        .map(|(p, _)| *p)
                        .collect()
                })
                .collect();
        }
    }
}

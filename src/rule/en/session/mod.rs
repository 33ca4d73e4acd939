//! Sessions of commissions and assemblies, and conferences, with those who attended.
//!
//! In come the sentences of an article in their order, out come sessions with their people. This module never reads meetings
//! of people that are no session of a body.

mod arrival;
mod attendance;
mod gathering;
mod heard;
mod named;
mod put_off;
mod representing;
mod sided;
mod speakers;
mod trip;

pub(super) use named::kind_of;
use named::named;
use put_off::will_travel;

use super::event::{Events, Meeting, Sign};
use super::facts::{Facts, Target};
use super::scene::Scene;
use crate::lexicon::{Class, Cue};
use crate::mention::{Kind, Zone};
use crate::ontology::{MeetingKind, MeetingStatus, NodeKind, Office, StateCode};

/// What is known of sessions from one sentence to the next.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    /// The entry of the session that the article speaks of last.
    current: Option<usize>,
    /// Whether the items of a list that follows are its guests.
    list_open: bool,
    /// The commission or group that the article has named last.
    last_commission: Option<usize>,
    /// The entries of sessions of which nothing is told but that somebody had come for them.
    only_goals: Vec<usize>,
    /// Those who say something in the article, with the words.
    speakers: Vec<(usize, std::ops::Range<usize>)>,
}

/// "preparations for the session of A", "discussed the agenda of the session", "was invited to the session", "missed the session", "The next
/// session was discussed": whether the words before the word for a session, at a chunk, or the name of its body say that others speak of it.
fn is_spoken_of(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    /// How many chunks before a name such words may stand.
    const NEAR: usize = 9;
    let near = at.saturating_sub(NEAR)..at;
    let mut open = near
        .rev()
        .take_while(|n| scene.people(*n).is_empty() && !scene.breaks(*n));
    open.any(|n| scene.is_cue(n, Cue::SpokenOf))
}

impl Sessions {
    /// Reads a sentence.
    pub(super) fn read(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        if let Some((body, at, kind)) = named(scene) {
            self.held(scene, body, at, kind, events);
        } else if let Some((body, at)) = self
            .sitting_of_last(scene)
            .or_else(|| Self::sitting_of_elected(scene, events))
        {
            self.held(scene, body, at, MeetingKind::Session, events);
        }
        let mut bodies = (0..scene.chunks.len()).filter_map(|n| match scene.item(n)?.kind {
            Kind::Body(mention) => scene.facts.bodies.of(mention),
            Kind::Office(office) => {
                let office = scene.facts.mentions.offices.get(office)?;
                office.bodies.iter().find_map(|b| scene.facts.bodies.of(*b))
            }
            _ => None,
        });
        let commission = |b: &usize| {
            let body = scene.facts.bodies.entities.get(*b);
            body.is_some_and(|b| b.kind == NodeKind::Commission)
        };
        self.last_commission = bodies.rfind(commission).or(self.last_commission);
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
            (0..scene.chunks.len()).any(|n| scene.is(n, Class::Future) && n.abs_diff(at) < 14);
        let planned = planned || will_travel(scene);
        let last_year = (1..scene.chunks.len())
            .any(|n| scene.says(n, &["year"]) && scene.says(n - 1, &["last"]));
        if denied || planned || last_year || scene.is_to_come(at) || is_spoken_of(scene, at) {
            return;
        }
        let body = self.gathering_of(scene, body, events).unwrap_or(body);
        let session = scene.items.iter().find_map(|i| ordinal(scene.text(i)));
        let place = events.meet(Meeting {
            kind,
            status: MeetingStatus::Held,
            sides: Vec::new(),
            body: Some(body),
            session,
            date: scene.date(at, false),
            place: scene.place(at).or_else(|| hosting_city(scene)),
            signs: vec![Sign {
                words: scene.words(0..scene.chunks.len()),
                rule: "session-of-body",
                confidence: 82,
            }],
            supposed: Vec::new(),
            outcomes: Vec::new(),
        });
        self.current = place;
    }

    /// "The inaugural meeting was held": the sitting of the commission that the article has named last.
    fn sitting_of_last(&self, scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, usize)> {
        let body = self.last_commission?;
        let noun = (0..6).find(|n| scene.is_any(*n, &[Class::SessionNoun, Class::MeetingNoun]))?;
        let before = noun.checked_sub(1)?;
        let founding = scene.is(before, Class::Founding) || scene.says(before, &["first"]);
        let held = (noun + 1..noun + 12).any(|n| scene.is(n, Class::Gather));
        (founding && held).then_some((body, noun))
    }

    /// "The meeting was presided over by A": the sitting of the friendship group that has elected its officers, where nothing but that was
    /// told of.
    pub(super) fn sitting_of_elected(
        scene: &Scene<'_, '_, '_, '_>,
        events: &Events,
    ) -> Option<(usize, usize)> {
        let noun = (0..4).find(|n| scene.is_any(*n, &[Class::SessionNoun, Class::MeetingNoun]))?;
        let end = (noun + 6).min(scene.chunks.len());
        let held =
            (noun + 1..end).any(|n| scene.is_any(n, &[Class::LedBy, Class::Attend, Class::Gather]));
        let start = scene.items.first()?.words.start;
        let group = scene.facts.group_before(start)?;
        (held && events.meetings.is_empty()).then_some((group, noun))
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

    /// "A opened the session", "A took part in the conference": joins the session that the sentence names, else the one that
    /// the article speaks of.
    fn attended(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        // "The meeting" is that of two sides where the article told of one last.
        let open = self.current.is_some_and(|c| c + 1 == events.meetings.len())
            || events.meetings.iter().all(|m| m.body.is_some()) && self.current.is_some();
        let told = attendance::Told {
            gathering: self.current.is_some(),
            last: open,
        };
        for attendance in attendance::attendances(scene, told) {
            if let Some(body) = attendance.body {
                let known = |m: &Meeting| m.body == Some(body) && m.status == MeetingStatus::Held;
                let current = events.meetings.iter().rposition(known);
                let current = current.or_else(|| {
                    let new = Self::add(scene, body, attendance.at, events)?;
                    if attendance.by_coming {
                        self.only_goals.push(new);
                    }
                    Some(new)
                });
                if current.is_none() {
                    continue;
                }
                self.current = current;
            }
            let Some(current) = self.current else { return };
            // "Members attended the meeting" is not said of one that the article only thinks back to.
            let year = scene.published.map(jiff::civil::Date::year);
            let past = events
                .meetings
                .get(current)
                .is_some_and(|m| m.is_before(year));
            if attendance.body.is_none() && past {
                return;
            }
            let people = &attendance.people;
            join(scene, events, current, people, "attends-session", 82);
        }
    }

    /// Adds the session of a body that somebody attended, by the chunk of the word that says so.
    fn add(
        scene: &Scene<'_, '_, '_, '_>,
        body: usize,
        at: usize,
        events: &mut Events,
    ) -> Option<usize> {
        if scene.is_to_come(at) {
            return None;
        }
        events.meet(Meeting {
            kind: kind_of(scene.facts, body),
            status: MeetingStatus::Held,
            sides: Vec::new(),
            body: Some(body),
            session: scene.items.iter().find_map(|i| ordinal(scene.text(i))),
            date: scene.date(at, false),
            place: scene.place(at).or_else(|| hosting_city(scene)),
            signs: Vec::new(),
            supposed: Vec::new(),
            outcomes: Vec::new(),
        })
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
                    .flat_map(|n| scene.people(n).iter().copied())
                    .collect();
                join(scene, events, current, &people, "listed-at-session", 85);
            }
            return;
        }
        let colon = scene.items.last().is_some_and(|i| i.is_mark(':'));
        // Of the words, since "the guests" may stand for a party that was named before.
        let announces = [Class::Guest, Class::Attend];
        let guests = scene.items.iter().any(|i| i.is_any(&announces));
        // "Heads of delegation:" over those who have come to it, while "The delegation met:" is about others.
        let heads = || (0..scene.chunks.len()).any(|n| scene.word(n).starts_with("heads of "));
        let line = scene.items.len() <= 8 && self.current.is_some();
        self.list_open = colon && (guests || line && heads());
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

/// The commission or assembly that a chunk names.
fn commission(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<usize> {
    let Kind::Body(mention) = scene.item(n)?.kind else {
        return None;
    };
    if !scene.people(n).is_empty() {
        return None;
    }
    let entity = scene.facts.bodies.of(mention)?;
    let kind = scene.facts.bodies.entities.get(entity)?.kind;
    matches!(kind, NodeKind::Commission | NodeKind::Assembly).then_some(entity)
}

/// Whether a chunk names a chamber or parliament.
fn is_chamber(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let body = scene.item(n).and_then(|i| scene.facts.body_of(i.body()?));
    scene.people(n).is_empty()
        && body.is_some_and(|b| matches!(b.kind, NodeKind::Chamber | NodeKind::Parliament))
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
        by_state(facts, meeting);
    }
}

/// Groups those who attended a session by the state for which they act.
pub(super) fn by_state(facts: &Facts<'_, '_>, meeting: &mut Meeting) {
    let people: Vec<usize> = meeting.people().collect();
    let mut states: Vec<_> = people
        .iter()
        .map(|p| facts.states.get(*p).copied().flatten())
        .collect();
    let mut distinct: Vec<_> = states.iter().flatten().copied().collect();
    distinct.sort_unstable();
    distinct.dedup();
    // One of many of whom no state is told, "Opposition Leader A", stands with those from where the article comes.
    let unknown = states.iter().filter(|s| s.is_none()).count();
    if unknown * 4 <= states.len()
        && let Some(home) = facts.home.filter(|h| distinct.contains(h))
    {
        for state in &mut states {
            *state = state.or(Some(home));
        }
    }
    // Those of one state are of one side, and did not meet each other by that.
    let of = |state: Option<StateCode>| {
        let own = people
            .iter()
            .zip(&states)
            .filter(move |(_, s)| **s == state);
        own.map(|(p, _)| *p)
    };
    // One side and somebody of whom no state is told would say that they met.
    if distinct.len() < 2 && states.iter().any(Option::is_none) {
        return;
    }
    let alone = of(None).map(|p| vec![p]);
    let sides = distinct.iter().map(|d| of(Some(*d)).collect());
    meeting.sides = sides.chain(alone).collect();
}

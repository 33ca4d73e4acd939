//! Meetings and calls of people, told by a verb or a noun.

use super::event::{Events, Meeting, Sign};
use super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Zone;
use crate::ontology::{MeetingKind, MeetingStatus};

/// What is known of meetings from one sentence to the next.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    /// The entries of the meetings that the article told of last.
    last: Vec<usize>,
    /// Those who met the people of the list that follows.
    list: Option<(Vec<usize>, &'static str)>,
}

impl Meetings {
    /// Reads a sentence.
    pub(super) fn read(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let told = events.meetings.len();
        let item = scene.zone() == Some(Zone::Item);
        if item {
            self.listed(scene, events);
        } else {
            self.list = None;
        }
        read(scene, events);
        let new: Vec<usize> = (told..events.meetings.len()).collect();
        if new.is_empty() {
            self.joined(scene, events);
        } else {
            self.last.extend(new);
        }
        if scene.items.last().is_some_and(|i| i.is_mark(':')) {
            self.list = opened(scene);
        }
    }

    /// "It met with:" and then a list: every item is a meeting of its own.
    fn listed(&self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let Some((one, rule)) = self.list.clone() else {
            return;
        };
        if let Some(to) = (0..scene.chunks.len()).find(|n| !scene.people(*n).is_empty()) {
            let sides = [one, scene.people(to).to_vec()];
            let kind = MeetingKind::Bilateral;
            add(
                scene,
                Told {
                    at: to,
                    kind,
                    status: MeetingStatus::Held,
                    sides,
                    from: 0,
                    to,
                    rule,
                    confidence: 85,
                },
                events,
            );
        }
    }

    /// "A, the ambassador, took part in the meeting": joins the side of A's state.
    fn joined(&self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
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

/// The subject of a sentence that ends in "met with:".
fn opened(scene: &Scene<'_, '_, '_, '_>) -> Option<(Vec<usize>, &'static str)> {
    let verb = (0..scene.chunks.len())
        .rev()
        .find(|n| scene.is_any(*n, &[Class::Meet, Class::Receive, Class::MeetingNoun]))?;
    let near = scene.chunks.len() - verb <= 6 && scene.status(verb) == Some(MeetingStatus::Held);
    let subject = scene.subject(verb).map(|(_, p)| p).or_else(|| {
        scene
            .before
            .clone()
            .filter(|_| starts_sentence(scene, verb))
    });
    subject.filter(|_| near).map(|p| (p, "meet-verb"))
}

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

/// Reads the meetings that verbs and nouns of a sentence tell of.
fn read(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    for n in 0..scene.chunks.len() {
        if !scene.people(n).is_empty() {
            continue;
        }
        if scene.is(n, Class::Phone) {
            active(scene, n, MeetingKind::Call, "call-verb", events);
        } else if scene.is(n, Class::Meet) {
            active(scene, n, MeetingKind::Bilateral, "meet-verb", events);
        } else if scene.is(n, Class::CallOn) {
            active(scene, n, MeetingKind::Bilateral, "call-on-verb", events);
        } else if scene.is(n, Class::Receive) {
            receive(scene, n, events);
        } else if scene.is(n, Class::CallNoun) {
            noun(scene, n, MeetingKind::Call, "call-noun", events);
        } else if scene.is(n, Class::MeetingNoun) {
            noun(scene, n, MeetingKind::Bilateral, "meeting-noun", events);
        }
    }
}

struct Told<'r> {
    at: usize,
    kind: MeetingKind,
    status: MeetingStatus,
    sides: [Vec<usize>; 2],
    from: usize,
    to: usize,
    rule: &'r str,
    confidence: u8,
}

fn add(scene: &Scene<'_, '_, '_, '_>, told: Told<'static>, events: &mut Events) {
    let [one, other] = told.sides;
    let sides = split_by_state(scene, one, other);
    if sides.len() < 2 {
        return;
    }
    let planned = told.status == MeetingStatus::Planned;
    events.meet(Meeting {
        kind: told.kind,
        status: told.status,
        sides,
        body: None,
        session: None,
        date: scene.date(told.at, planned),
        place: scene.place(told.at),
        signs: vec![Sign {
            words: scene.words(told.from.min(told.at)..told.to.max(told.at) + 1),
            rule: told.rule,
            confidence: told.confidence,
        }],
    });
}

/// Takes out of either side whoever is on the other.
fn split_by_state(
    _scene: &Scene<'_, '_, '_, '_>,
    one: Vec<usize>,
    mut other: Vec<usize>,
) -> Vec<Vec<usize>> {
    other.retain(|p| !one.contains(p));
    [one, other].into_iter().filter(|s| !s.is_empty()).collect()
}

/// "A met B", "A phoned B", "A paid a courtesy call on B".
fn active(
    scene: &Scene<'_, '_, '_, '_>,
    verb: usize,
    kind: MeetingKind,
    rule: &'static str,
    events: &mut Events,
) {
    let by = (verb + 1..(verb + 3).min(scene.chunks.len())).any(|n| scene.is(n, Class::By));
    if by && scene.passive(verb) {
        return receive(scene, verb, events);
    }
    let Some(status) = scene.status(verb) else {
        return;
    };
    let object = scene.object(verb, &[Class::With, Class::To]);
    let subject = scene.subject(verb);
    match (subject, object) {
        (Some((from, one)), Some((to, other))) => {
            for (to, other) in further(scene, to) {
                let sides = [one.clone(), other];
                add(
                    scene,
                    Told {
                        at: verb,
                        kind,
                        status,
                        sides,
                        from,
                        to,
                        rule,
                        confidence: 85,
                    },
                    events,
                );
            }
            add(
                scene,
                Told {
                    at: verb,
                    kind,
                    status,
                    sides: [one, other],
                    from,
                    to,
                    rule,
                    confidence: 93,
                },
                events,
            );
        }
        // "A and B met in Astana."
        (Some((from, both)), None) if both.len() == 2 && kind == MeetingKind::Bilateral => {
            if let [one, other] = both.as_slice() {
                let sides = [vec![*one], vec![*other]];
                add(
                    scene,
                    Told {
                        at: verb,
                        kind,
                        status,
                        sides,
                        from,
                        to: verb,
                        rule,
                        confidence: 85,
                    },
                    events,
                );
            }
        }
        (None, Some((to, other))) => {
            if let Some(one) = scene
                .before
                .clone()
                .filter(|_| starts_sentence(scene, verb))
            {
                add(
                    scene,
                    Told {
                        at: verb,
                        kind,
                        status,
                        sides: [one, other],
                        from: verb,
                        to,
                        rule,
                        confidence: 75,
                    },
                    events,
                );
            }
        }
        _ => {}
    }
}

/// The parties behind semicolons that follow an object: each had a meeting of its own.
fn further(scene: &Scene<'_, '_, '_, '_>, object: usize) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    let mut after_mark = false;
    for n in object + 1..scene.chunks.len() {
        after_mark |= scene.mark(n, ';');
        if after_mark && !scene.people(n).is_empty() {
            found.push((n, scene.people(n).to_vec()));
            after_mark = false;
        }
    }
    found
}

/// Whether nothing that could act stands before a verb: an introduction such as "In the course of its stay it".
fn starts_sentence(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    (0..verb).all(|n| scene.people(n).is_empty())
}

/// "A received B", "B was received by A".
fn receive(scene: &Scene<'_, '_, '_, '_>, verb: usize, events: &mut Events) {
    let Some(status) = scene.status(verb) else {
        return;
    };
    let rule = "receive-verb";
    let by = (verb + 1..scene.chunks.len())
        .find(|n| !scene.people(*n).is_empty() && scene.governed_by(*n, &[Class::By]));
    let passive = scene.passive(verb);
    if let (Some(by), true) = (by, passive || scene.mark(verb.saturating_sub(1), ',')) {
        let guest = scene.subject(verb).or_else(|| {
            scene
                .before
                .clone()
                .filter(|_| starts_sentence(scene, verb))
                .map(|p| (verb, p))
        });
        if let Some((from, guests)) = guest {
            let hosts = scene.people(by).to_vec();
            add(
                scene,
                Told {
                    at: verb,
                    kind: MeetingKind::Bilateral,
                    status,
                    sides: [hosts, guests],
                    from,
                    to: by,
                    rule,
                    confidence: 93,
                },
                events,
            );
        }
        return;
    }
    if passive {
        return;
    }
    let object = scene.object(verb, &[Class::With]);
    if let (Some((from, hosts)), Some((to, guests))) = (scene.subject(verb), object) {
        add(
            scene,
            Told {
                at: verb,
                kind: MeetingKind::Bilateral,
                status,
                sides: [hosts, guests],
                from,
                to,
                rule,
                confidence: 92,
            },
            events,
        );
    }
}

/// "talks between A and B", "A held a meeting with B", "during the meeting with B, A said".
fn noun(
    scene: &Scene<'_, '_, '_, '_>,
    at: usize,
    kind: MeetingKind,
    rule: &'static str,
    events: &mut Events,
) {
    let Some(status) = noun_status(scene, at) else {
        return;
    };
    if let Some(between) =
        (at + 1..(at + 5).min(scene.chunks.len())).find(|n| scene.is(*n, Class::Between))
    {
        if let Some((to, people)) = first_party(scene, between + 1) {
            let mut sides = people.into_iter();
            if let (Some(one), Some(other)) = (sides.next(), sides.next()) {
                let rest: Vec<usize> = sides.collect();
                let sides = by_state(scene, one, other, &rest);
                add(
                    scene,
                    Told {
                        at,
                        kind,
                        status,
                        sides,
                        from: at,
                        to,
                        rule,
                        confidence: 92,
                    },
                    events,
                );
            }
        }
        return;
    }
    let made_by = (at + 1..scene.chunks.len())
        .find(|n| !scene.people(*n).is_empty() && scene.governed_by(*n, &[Class::By]));
    let on = (at + 1..(at + 4).min(scene.chunks.len()))
        .find(|n| scene.is_any(*n, &[Class::To, Class::With, Class::On]));
    if let (Some(by), Some((to, other))) = (made_by, on.and_then(|o| first_party(scene, o + 1)))
        && by != to
    {
        let sides = [scene.people(by).to_vec(), other];
        add(
            scene,
            Told {
                at,
                kind,
                status,
                sides,
                from: at,
                to: by.max(to),
                rule,
                confidence: 85,
            },
            events,
        );
        return;
    }
    let with = (at + 1..(at + 8).min(scene.chunks.len())).find(|n| scene.is(*n, Class::With));
    let direct = first_party(scene, at + 1).filter(|(n, _)| *n <= at + 2 && gerund(scene, at));
    let object = with
        .and_then(|w| first_party(scene, w + 1).filter(|(n, _)| *n <= w + 4))
        .or(direct);
    if let Some((to, other)) = object {
        let subject = owner(scene, at)
            .or_else(|| scene.subject(at))
            .or_else(|| elsewhere(scene, at, to))
            .or_else(|| scene.before.clone().map(|p| (at, p)));
        if let Some((from, one)) = subject {
            add(
                scene,
                Told {
                    at,
                    kind,
                    status,
                    sides: [one, other],
                    from,
                    to,
                    rule,
                    confidence: 88,
                },
                events,
            );
        }
        return;
    }
    // "the meeting of A with B" and "the meeting of A and B".
    if scene.is(at + 1, Class::Of)
        && let Some((to, people)) = first_party(scene, at + 2).filter(|(n, _)| *n <= at + 3)
        && let [one, other] = people.as_slice()
    {
        let sides = [vec![*one], vec![*other]];
        add(
            scene,
            Told {
                at,
                kind,
                status,
                sides,
                from: at,
                to,
                rule,
                confidence: 85,
            },
            events,
        );
    }
}

/// "after meeting B": the noun is a verb there.
fn gerund(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    scene
        .item(at)
        .is_some_and(|i| scene.text(i).eq_ignore_ascii_case("meeting"))
        && at
            .checked_sub(1)
            .is_none_or(|b| scene.is(b, Class::Preposition))
}

/// "A's meeting with B".
fn owner(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<(usize, Vec<usize>)> {
    let mark = (at.saturating_sub(3)..at)
        .rev()
        .find(|n| scene.mark(*n, '’'))?;
    let party = mark.checked_sub(1)?;
    Some((party, scene.people(party).to_vec())).filter(|(_, p)| !p.is_empty())
}

/// The subject of a sentence whose meeting stands in an adverbial before it: "During the meeting with B, A said".
fn elsewhere(
    scene: &Scene<'_, '_, '_, '_>,
    at: usize,
    object: usize,
) -> Option<(usize, Vec<usize>)> {
    let governed = |n: usize| super::party::governed(scene.items, &scene.chunks, n);
    let free = |n: &usize| *n != object && !scene.people(*n).is_empty() && !governed(*n);
    let behind = (object + 1..scene.chunks.len()).find(free);
    let before = (0..at).rev().find(free);
    behind.or(before).map(|n| (n, scene.people(n).to_vec()))
}

fn first_party(scene: &Scene<'_, '_, '_, '_>, from: usize) -> Option<(usize, Vec<usize>)> {
    for n in from..scene.chunks.len() {
        if !scene.people(n).is_empty() {
            return Some((n, scene.people(n).to_vec()));
        }
        if scene.breaks(n)
            || scene.mark(n, ',')
            || scene.is_any(n, &[Class::Who, Class::Which, Class::Say, Class::Be])
        {
            return None;
        }
    }
    None
}

/// Several people behind "between": those of one state make one side.
fn by_state(
    scene: &Scene<'_, '_, '_, '_>,
    one: usize,
    other: usize,
    rest: &[usize],
) -> [Vec<usize>; 2] {
    let state = |p: usize| scene.state_of(&[p]);
    let mut sides = [vec![one], vec![other]];
    for person in rest {
        let second = state(*person) == state(other) && state(other) != state(one);
        if let Some(side) = sides.get_mut(usize::from(second)) {
            side.push(*person);
        }
    }
    sides
}

/// Whether the meeting that a noun names was held: planned where the sentence says so of it, none where it is denied.
fn noun_status(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<MeetingStatus> {
    let near = at.saturating_sub(5)..at;
    if near
        .clone()
        .any(|n| scene.is(n, Class::Negation) || scene.is(n, Class::Wish))
    {
        return None;
    }
    let before = near
        .rev()
        .take_while(|n| !scene.mark(*n, ','))
        .any(|n| scene.is(n, Class::Future));
    let mut behind = false;
    for n in at + 1..(at + 9).min(scene.chunks.len()) {
        if scene.mark(n, ',') && !scene.people(n + 1).is_empty() || scene.breaks(n) {
            break;
        }
        if scene.is(n, Class::Future) {
            behind = true;
        }
        if scene.is(n, Class::Say) {
            break;
        }
    }
    Some(if before || behind {
        MeetingStatus::Planned
    } else {
        MeetingStatus::Held
    })
}

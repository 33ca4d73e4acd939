//! Meetings and calls of people, told by a verb or a noun.
//!
//! In come the sentences of an article in their order, out come meetings of people with their sides. This module never
//! reads the sessions of bodies.

mod copresence;
mod half;
mod joined;
mod joining;
mod noun;
mod ordinal;
mod participle;
mod row;
mod siding;
mod spoken_of;
mod status;
mod to_come;
mod verb;
mod voices;

use std::ops::Range;

pub(super) use to_come::complete as note_announced;
pub(super) use voices::Voices;

use super::event::{Events, Meeting, Sign};
use super::facts::Facts;
use super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Zone;
use crate::ontology::{MeetingKind, MeetingStatus, StateCode};
use half::Half;

/// What is known of meetings from one sentence to the next.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    /// The entries of the meetings that the article told of last.
    last: Vec<usize>,
    /// The sentence that told of a meeting last.
    told: usize,
    /// Those who met the people of the list that follows.
    list: Option<(Vec<usize>, &'static str)>,
    /// The meeting told of last of which one side is named.
    half: Option<Half>,
    /// Whether the items that follow name those who were at the meeting told of last.
    present: bool,
    /// Those who attended a meeting that is yet to be told of.
    early: Option<joined::Early>,
}

impl Meetings {
    /// "The Committee held a meeting chaired by A": those whom a sentence names that tells of a session were there, and are no side.
    pub(super) fn forget_half(&mut self) {
        self.half = None;
    }

    /// Reads a sentence: its meetings, those of a list, and who joins the meetings told before.
    pub(super) fn read(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let told = events.meetings.len();
        let item = scene.zone() == Some(Zone::Item);
        if item {
            self.listed(scene, events);
        } else {
            self.list = None;
        }
        read(scene, events);
        let present = item && self.present;
        self.present = present || self.opens_list_of_present(scene, events);
        let mut joined = false;
        if present {
            self.join_present(scene, events);
        } else if events.meetings.len() == told {
            joined = self.joined(scene, events);
            if !joined && !self.companions(scene, events) {
                copresence::read(scene, events);
                ordinal::read(scene, events);
            }
        }
        let new: Vec<usize> = (told..events.meetings.len()).collect();
        if joined && new.is_empty() {
            // "The meeting was attended by A and several members. B also attended": B was at the one told of before.
            self.half = None;
        } else if new.is_empty() {
            self.half = half::half(scene).or(self.half.take());
        } else {
            self.half = None;
            Self::beside(scene, told, events);
            self.join_early(scene, told, events);
            self.last.extend(new);
            self.told = scene.sentence;
        }
        if scene.items.last().is_some_and(|i| i.is_mark(':')) || joined::opens_bare(scene) {
            self.list = joined::opened(scene, scene.chunks.len());
        } else if !item && let Some(colon) = joined::opens_inside(scene) {
            self.list = joined::opened(scene, colon + 1);
        }
    }
}

/// Reads the meetings that verbs and nouns of a sentence tell of.
fn read(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    for n in 0..scene.chunks.len() {
        if !scene.people(n).is_empty() {
            continue;
        }
        if scene.is(n, Class::Phone) {
            verb::active(scene, n, (MeetingKind::Call, "call-verb"), events);
        } else if scene.is(n, Class::Meet) {
            verb::active(scene, n, (MeetingKind::Bilateral, "meet-verb"), events);
        } else if scene.is(n, Class::CallOn) || will_call_on(scene, n) {
            verb::active(scene, n, (MeetingKind::Bilateral, "call-on-verb"), events);
        } else if scene.is(n, Class::Receive) && !is_noun(scene, n) {
            verb::receive(scene, n, events);
        } else if scene.is(n, Class::Meal) && !scene.is(n + 1, Class::With) {
            verb::meal(scene, n, events);
        } else if scene.is(n, Class::CallNoun) {
            noun::read(scene, n, (MeetingKind::Call, "call-noun"), events);
        } else if scene.is(n, Class::MeetingNoun) {
            noun::read(scene, n, (MeetingKind::Bilateral, "meeting-noun"), events);
        }
    }
}

/// "will call on", "is to call on": whether the noun for talks by telephone is a verb of visiting here.
fn will_call_on(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let opens = [Class::Future, Class::To];
    let before = |n: usize| at.checked_sub(n);
    let next = before(1).is_some_and(|b| scene.is_any(b, &opens));
    let also = before(1).is_some_and(|b| scene.says(b, &["also", "then", "later"]));
    let apart = also && before(2).is_some_and(|b| scene.is_any(b, &opens));
    scene.says(at, &["call"]) && scene.is(at + 1, Class::On) && (next || apart)
}

/// "the host province", "a warm welcome": a verb of receiving that is a noun or an adjective here.
fn is_noun(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let text = scene.word(at);
    let base = ["host", "hosts", "welcome"].contains(&text.as_ref());
    let before = at.checked_sub(1).is_some_and(|b| {
        let adjective = scene.item(b).is_some_and(|i| {
            i.entries().is_empty() && scene.text(i).chars().all(char::is_lowercase)
        });
        // "for the warm welcome".
        let article = b
            .checked_sub(1)
            .is_some_and(|a| scene.is(a, Class::Article) && scene.people(b).is_empty());
        scene.is_any(b, &[Class::Article, Class::His, Class::Of])
            || adjective && !scene.is(b, Class::To)
            || article && text == "welcome"
    });
    base && before
}

/// The verb or noun that tells of a meeting.
#[derive(Debug, Clone, Copy)]
struct Teller {
    /// Its chunk.
    at: usize,
    /// How people came together by it.
    kind: MeetingKind,
    /// Whether they did.
    status: MeetingStatus,
    /// The rule that reads it.
    rule: &'static str,
}

/// Two parties who met, and the chunks of the first and the last word that says so.
struct Told {
    sides: [Vec<usize>; 2],
    from: usize,
    to: usize,
}

/// Adds a meeting of two sides, sure in hundredths; whoever is on both counts for the first, and nothing is added where
/// nobody is left on a side.
fn add(
    scene: &Scene<'_, '_, '_, '_>,
    teller: Teller,
    told: Told,
    confidence: u8,
    events: &mut Events,
) {
    let [one, mut other] = told.sides;
    other.retain(|p| !one.contains(p));
    if one.is_empty() || other.is_empty() {
        return;
    }
    let words = told.from.min(teller.at)..told.to.max(teller.at) + 1;
    let remote = teller.kind == MeetingKind::Bilateral && is_remote(scene, words.clone());
    let kind = if remote {
        MeetingKind::Call
    } else {
        teller.kind
    };
    for other in apart(scene, other) {
        events.meet(Meeting {
            kind,
            status: teller.status,
            sides: vec![one.clone(), other],
            body: None,
            session: None,
            date: scene.date(teller.at, teller.status == MeetingStatus::Planned),
            place: scene.place(teller.at),
            signs: vec![Sign {
                words: scene.words(words.clone()),
                rule: teller.rule,
                confidence,
            }],
            supposed: Vec::new(),
            outcomes: Vec::new(),
        });
    }
}

/// Drops the meetings all of whose people are of one delegation, those who lead it and those who are told to be in it: nobody meets the own
/// delegation. The states are settled before, for which such a meeting may still show who is host and who guest.
pub(super) fn drop_of_one_delegation(facts: &Facts<'_, '_>, events: &mut Events) {
    let of_one = |meeting: &Meeting| {
        let people: Vec<usize> = meeting.people().collect();
        let state = people.first().and_then(|p| facts.state_of(*p));
        let of_one_state = state.is_some() && people.iter().all(|p| facts.state_of(*p) == state);
        let mut rosters = facts.rosters.iter();
        of_one_state
            && meeting.body.is_none()
            && rosters.any(|roster| {
                let inside = |p: &usize| roster.members.contains(p);
                people.iter().any(inside) && people.iter().all(|p| inside(p) || facts.heads(*p))
            })
    };
    events.meetings.retain(|meeting| !of_one(meeting));
}

/// Adds a meeting of several who came together as equals, "talks between A, B and C": those of each state make a side. Gives whether they are
/// of three states or more, each of them known.
fn add_joint(
    scene: &Scene<'_, '_, '_, '_>,
    teller: Teller,
    (people, words): (&[usize], Range<usize>),
    confidence: u8,
    events: &mut Events,
) -> bool {
    let mut sides: Vec<(StateCode, Vec<usize>)> = Vec::new();
    for person in people {
        let Some(state) = scene.state_of(&[*person]) else {
            return false;
        };
        match sides.iter_mut().find(|(s, _)| *s == state) {
            Some((_, side)) => side.push(*person),
            None => sides.push((state, vec![*person])),
        }
    }
    if sides.len() < 3 {
        return false;
    }
    events.meet(Meeting {
        kind: teller.kind,
        status: teller.status,
        sides: sides.into_iter().map(|(_, side)| side).collect(),
        body: None,
        session: None,
        date: scene.date(teller.at, teller.status == MeetingStatus::Planned),
        place: scene.place(teller.at),
        signs: vec![Sign {
            words: scene.words(words),
            rule: teller.rule,
            confidence,
        }],
        supposed: Vec::new(),
        outcomes: Vec::new(),
    });
    true
}

/// "met via video link with A", "spoke with A by telephone": whether the words of a meeting, or those right behind, say that people were
/// not in one place.
fn is_remote(scene: &Scene<'_, '_, '_, '_>, told: Range<usize>) -> bool {
    let behind = (told.end..told.end + 4).take_while(|n| {
        scene.people(*n).is_empty() && !scene.breaks(*n) && !scene.is(*n, Class::And)
    });
    told.chain(behind).any(|n| scene.is(n, Class::Remote))
}

/// "met A of B and C of D in separate meetings": those of each state by themselves, where the sentence says so.
fn apart(scene: &Scene<'_, '_, '_, '_>, people: Vec<usize>) -> Vec<Vec<usize>> {
    let separate = (0..scene.chunks.len()).any(|n| {
        let word = scene.word(n);
        word.starts_with("separate") || ["consecutively", "individually"].contains(&word.as_ref())
    });
    if !separate {
        return vec![people];
    }
    let mut groups: Vec<(Option<StateCode>, Vec<usize>)> = Vec::new();
    for person in people {
        let state = scene.state_of(&[person]);
        match groups.iter_mut().find(|(s, _)| *s == state) {
            Some((_, group)) => group.push(person),
            None => groups.push((state, vec![person])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Whether nothing that could act stands before a verb: an introduction such as "In the course of its stay it".
fn starts_sentence(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    // "The UN delegation met A": those who act are somebody of whom nothing is known.
    (0..verb).all(|n| {
        let group = scene.item(n).is_some_and(|i| i.is(Class::Delegation));
        scene.people(n).is_empty() && !group
    })
}

/// The parties of the sentence before, where a verb has none before it in its own.
fn carried(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<Vec<usize>> {
    // "Meeting with President A": a heading says nothing of who is told of before it.
    let stops = (0..scene.chunks.len()).any(|n| scene.mark(n, '.'));
    let heading = scene.chunks.len() < 8 && !stops && !joined::is_of_programme(scene);
    // "They met B", behind a sentence about one without a delegation: who they are, nobody knows.
    let items = &scene.facts.mentions.items;
    let told = items.get(scene.sentence.saturating_sub(1)..scene.sentence);
    let sent = told.into_iter().flatten().flatten();
    let sent = sent
        .into_iter()
        .any(|i| i.is_any(&[Class::Delegation, Class::Company]));
    let several = !sent && (0..verb).any(|n| scene.is(n, Class::They));
    // "The guest was also received by B": where nobody knows who the guest is, it is not whoever was named last.
    let guest = |n: usize| {
        let word = scene.item(n).is_some_and(|i| i.is(Class::Guest));
        word && scene.people(n).is_empty() && scene.is(n.wrapping_sub(1), Class::Article)
    };
    if (0..verb).any(guest) {
        return None;
    }
    scene
        .before
        .clone()
        .filter(|before| starts_sentence(scene, verb) && !heading && (!several || before.len() > 1))
}

/// The party of the sentence before as the other side of some people; where it is of their own state, or of none known, the guests of
/// the article instead: "Later there followed a conversation with Vice President B".
fn other_side(
    scene: &Scene<'_, '_, '_, '_>,
    people: &[usize],
    events: &Events,
) -> Option<Vec<usize>> {
    let before = scene.before.clone()?;
    // "Meeting with A, B said": those who have met each other are no side.
    let on_side = |side: &Vec<usize>| side.iter().any(|p| before.contains(p));
    let met = |m: &Meeting| m.body.is_none() && m.sides.iter().filter(|s| on_side(s)).count() > 1;
    if events.meetings.iter().any(met) {
        return None;
    }
    let state = scene.state_of(people);
    let of_before = scene.state_of(&before);
    if state.is_none() || of_before.is_some() && of_before != state {
        return Some(before);
    }
    let mut guests: Vec<usize> = Vec::new();
    let here = events
        .visits
        .iter()
        .filter(|v| Some(v.state) == state && !v.planned);
    for person in here.map(|v| v.person) {
        if !guests.contains(&person) {
            guests.push(person);
        }
    }
    // "B introduced the guests to the house. Then came a meeting with Speaker A": of B, whom nobody tells where from, only where nobody has come.
    let alone = of_before.is_none().then_some(before);
    (!guests.is_empty()).then_some(guests).or(alone)
}

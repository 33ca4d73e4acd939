//! Who joins a meeting that another sentence tells of: the items of a list, those who "took part in the meeting".
//!
//! In comes a sentence and the meetings told before, out come more meetings or more people of one. This module never reads
//! a meeting that a sentence tells by itself.

use std::ops::Range;

use super::super::event::Events;
use super::super::scene::Scene;
use super::joining::Joining;
use super::siding::{join, join_guests, stand_beside};
use super::{Meetings, Teller, Told, add, carried};
use crate::lexicon::Class;
use crate::mention::{Item, Zone};
use crate::ontology::{MeetingKind, MeetingStatus};

/// How many sentences behind a meeting those may be named who accompanied somebody to it.
const NEAR: usize = 3;

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

    /// "The meeting was attended by:", "Participants:": whether a sentence stands over a list of those who were at the meeting told
    /// of last.
    pub(super) fn opens_list_of_present(
        &self,
        scene: &Scene<'_, '_, '_, '_>,
        events: &Events,
    ) -> bool {
        let all = 0..scene.chunks.len();
        let colon = scene.items.last().is_some_and(|i| i.is_mark(':'));
        let nobody = all.clone().all(|n| scene.people(n).is_empty());
        let says = all
            .clone()
            .any(|n| scene.is_any(n, &[Class::Present, Class::Attend]));
        let session = events.meetings.last().is_some_and(|m| m.body.is_some());
        let told = self.half.is_some() || !self.last.is_empty() && !session;
        colon && nobody && says && told
    }

    /// An item of a list of those who were at a meeting: they join it, or make it whole where one side of it was not named.
    pub(super) fn join_present(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
        let people = present(scene, 0);
        if let Some(whole) = self.half.as_ref().and_then(|h| h.whole(scene, &people)) {
            self.half = None;
            self.last.extend(events.meet(whole));
        } else if let Some(place) = self.last.last()
            && let Some(meeting) = events.meetings.get_mut(*place).filter(|m| m.body.is_none())
        {
            join(scene, meeting, &people, &[], all_words(scene));
            join_guests(scene, meeting, &people);
        }
    }

    /// "A, the ambassador, took part in the meeting": joins the side of A's state. Gives whether somebody did.
    pub(super) fn joined(&mut self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) -> bool {
        // Where nothing but a session was told of, it is what people attend.
        if self.last.is_empty()
            && self.half.is_none()
            && events.meetings.last().is_some_and(|m| m.body.is_some())
        {
            return false;
        }
        let Some(joining) = Joining::of(scene) else {
            return false;
        };
        let people = present(scene, 0);
        if self.last.is_empty() && self.half.is_none() {
            self.early = Some(Early {
                sentence: scene.sentence,
                words: all_words(scene),
                people,
            });
            return false;
        }
        let both = (0..scene.chunks.len()).any(|n| scene.is(n, Class::Both));
        let count = match (joining.each, both) {
            (true, _) => self.last.len(),
            (false, true) => 2,
            (false, false) => 1,
        };
        let whole = self.half.as_ref().and_then(|h| h.whole(scene, &people));
        if let Some(meeting) = whole {
            return events.meet(meeting).is_some();
        }
        // "In the meeting with A, attended by B": the one that A was at.
        let with = governed_by_with(scene);
        let named = |place: &usize| {
            let meeting = events.meetings.get(*place);
            meeting.is_some_and(|m| m.people().any(|p| with.contains(&p)))
        };
        let apart = count == 1 && self.last.len() > 1;
        let mut latest = self.last.iter().rev().copied();
        let of_named = latest.clone().find(named).filter(|_| apart);
        let places: Vec<usize> = if count == 1 {
            of_named.or_else(|| latest.next()).into_iter().collect()
        } else {
            latest.take(count).collect()
        };
        let mut joined = false;
        for place in &places {
            if let Some(meeting) = events.meetings.get_mut(*place).filter(|m| m.body.is_none()) {
                let words = all_words(scene);
                joined |= match joining.head.first() {
                    Some(head) if meeting.people().any(|p| p == *head) => {
                        stand_beside(meeting, &people, *head, words)
                    }
                    _ => join(scene, meeting, &people, &joining.head, words),
                };
            }
        }
        joined
    }

    /// "A and B attended the meeting. Opening it, A welcomed C": who is told to be there before the meeting itself is joins it, where one of
    /// them has a part in it.
    pub(super) fn join_early(
        &mut self,
        scene: &Scene<'_, '_, '_, '_>,
        new: usize,
        events: &mut Events,
    ) {
        let near = |e: &Early| scene.sentence <= e.sentence + NEAR;
        let Some(early) = self.early.take().filter(near) else {
            return;
        };
        let meeting = events.meetings.get_mut(new).filter(|m| {
            let held = m.body.is_none() && m.status == MeetingStatus::Held;
            held && m.people().any(|p| early.people.contains(&p))
        });
        // "He had at his side A and B. He was received by C": companions stand on the side of the one whom they accompany.
        let rosters = scene.facts.rosters.iter();
        let own = rosters.filter(|r| r.sentence == early.sentence);
        let heads: Vec<usize> = own.filter_map(|r| r.head).collect();
        if let Some(meeting) = meeting {
            join(scene, meeting, &early.people, &heads, early.words);
        }
    }

    /// "A received B. With the Speaker were C and D": companions of somebody who was at the meeting told of right before were there
    /// too, unless the sentence speaks of their journey. Gives whether somebody joined.
    pub(super) fn companions(&self, scene: &Scene<'_, '_, '_, '_>, events: &mut Events) -> bool {
        let journey = [
            Class::Travel,
            Class::Visit,
            Class::VisitNoun,
            Class::Delegation,
            Class::Future,
            Class::ConferenceNoun,
            Class::SessionNoun,
        ];
        // "The team included A": those who were there, if who leads them was.
        let team = |i: &Item<'_>| i.is(Class::Company) && i.is(Class::Delegation);
        let mut items = scene.items.iter().filter(|i| !team(i));
        let travels = items.any(|i| i.is_any(&journey));
        let near = scene.sentence <= self.told + NEAR;
        let rosters = scene.facts.rosters.iter();
        let own = rosters.filter(|r| r.sentence == scene.sentence && near && !travels);
        let mut joined = false;
        for roster in own {
            let Some(head) = roster.head else { continue };
            let present_at = |n: &&usize| {
                let meeting = events.meetings.get(**n);
                meeting.is_some_and(|m| {
                    let took_place = m.body.is_none() && m.status == MeetingStatus::Held;
                    took_place && m.people().any(|p| p == head)
                })
            };
            let place = self.last.iter().rev().find(present_at).copied();
            let Some(meeting) = place.and_then(|p| events.meetings.get_mut(p)) else {
                continue;
            };
            joined |= stand_beside(meeting, &roster.members, head, all_words(scene));
        }
        joined
    }

    /// "A met B in the presence of C", "A, accompanied by C, received B": those behind such words in the sentence that tells
    /// of the meeting itself join the side of their state.
    pub(super) fn beside(scene: &Scene<'_, '_, '_, '_>, told: usize, events: &mut Events) {
        // "A, who was accompanied by C, received B".
        let company = |n: usize| scene.is(n, Class::Comprise) && scene.word(n).ends_with(" by");
        let among = |n: &usize| scene.is_any(*n, &[Class::Attend, Class::Accompany]) || company(*n);
        let Some(from) = (0..scene.chunks.len()).find(among) else {
            return;
        };
        let new = events.meetings.len().saturating_sub(told);
        // "discussed the Cooperation Forum, attended by A and B": those were at something else.
        let comma = (0..from)
            .rev()
            .find(|n| !scene.is_any(*n, &[Class::Which, Class::Be]));
        let noun = comma
            .filter(|c| scene.mark(*c, ','))
            .and_then(|c| c.checked_sub(1));
        let gathering = [Class::ConferenceNoun, Class::SessionNoun, Class::BodyNoun];
        let elsewhere = noun.is_some_and(|n| scene.is_any(n, &gathering));
        if new != 1 || elsewhere || scene.names_commission() {
            return;
        }
        let mut people = present(scene, from);
        // "A welcomed the delegation; the Ambassador, B, was there as well".
        let clause = (0..from).rev().find(|n| scene.breaks(*n));
        if let Some((_, there)) = clause.and_then(|_| scene.subject(from)) {
            people.extend(there);
        }
        // "A, accompanied by C, met B": whoever accompanies somebody stands on that one's side.
        let accompanied = (from.saturating_sub(3)..from)
            .rev()
            .find(|n| !scene.people(*n).is_empty())
            .filter(|n| !scene.is(from, Class::Attend) && (n + 1..from).all(|m| is_link(scene, m)));
        let head = accompanied.map_or(&[][..], |n| scene.people(n));
        // "accompanied by the Ambassador of Ukraine, met President B in Kyiv": who acts for another state may be of the other side.
        let own = scene.state_of(head);
        let (near, far): (Vec<usize>, Vec<usize>) = people.into_iter().partition(|p| {
            let state = scene.state_of(&[*p]);
            state.is_none() || state == own
        });
        if let Some(meeting) = events.meetings.get_mut(told).filter(|m| m.body.is_none()) {
            join(scene, meeting, &near, head, all_words(scene));
            join(scene, meeting, &far, &[], all_words(scene));
        }
    }
}

/// Whether a chunk parts nobody from a participle behind: a comma, "who", "was".
fn is_link(scene: &Scene<'_, '_, '_, '_>, chunk: usize) -> bool {
    scene.mark(chunk, ',') || scene.is_any(chunk, &[Class::Who, Class::Be])
}

/// Those of whom an article says that they attended the meeting before it tells who met.
#[derive(Debug)]
pub(super) struct Early {
    /// The sentence.
    sentence: usize,
    /// Its words.
    words: Range<usize>,
    /// Those whom it names.
    people: Vec<usize>,
}

/// The people of a sentence behind "with".
fn governed_by_with(scene: &Scene<'_, '_, '_, '_>) -> Vec<usize> {
    (0..scene.chunks.len())
        .filter(|n| scene.governed_by(*n, &[Class::With]))
        .flat_map(|n| scene.people(n).to_vec())
        .collect()
}

/// All words of a sentence.
fn all_words(scene: &Scene<'_, '_, '_, '_>) -> Range<usize> {
    scene.words(0..scene.chunks.len())
}

/// The people of a sentence from a chunk on who are there themselves.
fn present(scene: &Scene<'_, '_, '_, '_>, from: usize) -> Vec<usize> {
    (from..scene.chunks.len())
        .filter(|n| !scene.absent(*n))
        .flat_map(|n| scene.people(n).to_vec())
        .collect()
}

/// "Those whom they met were: A, Speaker of B;": the colon of a sentence that ends in a semicolon, so that its list goes on in the items that
/// follow.
pub(super) fn opens_inside(scene: &Scene<'_, '_, '_, '_>) -> Option<usize> {
    let goes_on = scene.items.last().is_some_and(|i| i.is_mark(';'));
    (0..scene.chunks.len()).find(|n| goes_on && scene.mark(*n, ':'))
}

/// "The programme included:" over "a meeting with A": whether a sentence is an item under one of running text that tells of what is over.
pub(super) fn is_of_programme(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let words = &scene.facts.mentions.words;
    let zone = |s: usize| words.sentences.get(s).map(|s| s.zone);
    if scene.zone() != Some(Zone::Item) {
        return false;
    }
    let above = (0..scene.sentence).rev();
    let intro = above
        .into_iter()
        .find(|s| zone(*s) != Some(Zone::Item))
        .filter(|s| zone(*s) == Some(Zone::Body))
        .and_then(|s| scene.facts.mentions.items.get(s));
    // "The programme includes:" is one to come.
    let comes = |i: &Item<'_>| {
        i.is(Class::Future) || words.say(&i.words, &["include", "includes", "comprises"])
    };
    intro.is_some_and(|i| i.last().is_some_and(|l| l.is_mark(':')) && !i.iter().any(comes))
}

/// "It held meetings with" over a list without a colon: whether a sentence ends in that word and has the items of a list under it.
pub(super) fn opens_bare(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let last = scene.chunks.len().checked_sub(1);
    let with = last.is_some_and(|l| scene.is(l, Class::With) || scene.word(l).ends_with(" with"));
    let below = scene.facts.mentions.words.sentences.get(scene.sentence + 1);
    with && below.is_some_and(|s| s.zone == Zone::Item)
}

/// The subject of a sentence up to a chunk that ends in "met with:", and the rule for the items of the list that follows.
pub(super) fn opened(
    scene: &Scene<'_, '_, '_, '_>,
    end: usize,
) -> Option<(Vec<usize>, &'static str)> {
    let verb = (0..end)
        .rev()
        .find(|n| scene.is_any(*n, &[Class::Meet, Class::Receive, Class::MeetingNoun]))?;
    // "had meetings with policymakers from the top of the country, among them:".
    let listing = ["among them", "including", "namely", "such as"];
    let listed = (end.saturating_sub(4)..end).any(|n| scene.says(n, &listing))
        && (verb + 1..end).any(|n| scene.is(n, Class::With));
    let reach = if listed { 20 } else { 6 };
    // "The heads of delegations taking part in the meeting are as follows:": those at the meeting, and not whom somebody met.
    let part = ["participating", "taking", "attending", "present"];
    let taking_part = (0..verb).any(|n| part.iter().any(|p| scene.word(n).starts_with(p)));
    if taking_part && scene.is(verb, Class::MeetingNoun) {
        return None;
    }
    let near = end - verb <= reach && scene.status(verb) == Some(MeetingStatus::Held);
    let subject = scene.subject(verb).map(|(_, people)| people);
    let subject = subject.or_else(|| carried(scene, verb));
    subject.filter(|_| near).map(|p| (p, "meet-verb"))
}

//! Meetings of which one side is told without names: "A received a delegation of the Congress. The Ambassador, B, was in
//! attendance."
//!
//! In comes a sentence that names one side, then one that names who else was there, out comes the meeting of both. This module
//! never adds people to a meeting of which both sides are known.

use std::ops::Range;

use super::super::event::{Meeting, Sign};
use super::super::scene::Scene;
use super::copresence;
use crate::lexicon::Class;
use crate::mention::{Item, Zone};
use crate::ontology::{MeetingKind, MeetingStatus, NodeKind, StateCode};
use crate::text::PartialDate;

/// What is known of a meeting of which one side is named.
#[derive(Debug, Clone)]
pub(super) struct Half {
    people: Vec<usize>,
    state: StateCode,
    /// Whether those without a name are of an assembly, to which states send theirs.
    of_assembly: bool,
    /// Whether their house is told, so that who is not told to be of another one stands with them.
    of_house: bool,
    words: Range<usize>,
    kind: MeetingKind,
    date: Option<PartialDate>,
    place: Option<String>,
}

/// Reads a sentence that tells of a meeting of named people, all of one state, with a group that it does not name.
pub(super) fn half(scene: &Scene<'_, '_, '_, '_>) -> Option<Half> {
    if scene.zone() != Some(Zone::Body) || scene.names_gathering() || scene.is_of_another_year() {
        return None;
    }
    let (at, kind) = Some(scene)
        .filter(|s| s.parties() > 0)
        .and_then(copresence::teller)?;
    let mut people: Vec<usize> = Vec::new();
    for person in copresence::present(scene)
        .into_iter()
        .flat_map(|n| scene.people(n).to_vec())
    {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let state = scene.state_of(&people)?;
    let alike = people
        .iter()
        .all(|p| scene.state_of(&[*p]).is_none_or(|s| s == state));
    let group = (0..scene.chunks.len()).any(|n| {
        scene.people(n).is_empty()
            && (scene.is_any(n, &[Class::Delegation, Class::Company])
                // "the chief guest" of a gathering is one, who is named.
                || scene.is(n, Class::Guest) && scene.word(n).ends_with('s')
                || scene.is_commission(n)
                || several(scene, n)
                || of_another(scene, n, state))
    });
    (alike && group).then(|| Half {
        people,
        state,
        of_assembly: of_assembly(scene),
        of_house: of_house(scene, state),
        words: scene.words(0..scene.chunks.len()),
        kind,
        date: scene.date(at, false),
        place: scene.place(at),
    })
}

/// "the observers of the Assembly of A": a group that an assembly has sent.
fn of_assembly(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let group = |n: usize| scene.is_any(n, &[Class::Delegation, Class::Company]);
    let assembly = |n: usize| {
        let body = scene.item(n).and_then(Item::body);
        let body = body.and_then(|b| scene.facts.mentions.bodies.get(b));
        body.is_some_and(|b| b.kind == NodeKind::Assembly)
    };
    // "representatives of the Secretariat of the Assembly".
    let bodies = &scene.facts.mentions.bodies;
    let several = |n: usize| {
        let office = scene.item(n).and_then(Item::office);
        let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
        office.filter(|o| o.plural).is_some_and(|o| {
            let mut inside = bodies.iter().filter(|b| b.kind == NodeKind::Assembly);
            inside.any(|b| o.words.contains(&b.words.start))
        })
    };
    (0..scene.chunks.len()).any(|n| {
        let behind = scene.is(n + 1, Class::Of) && (n + 2..n + 4).any(assembly);
        group(n) && (behind || n.checked_sub(1).is_some_and(assembly))
            || several(n) && is_met(scene, n)
    })
}

/// "met with representatives": whether those of a chunk are whom somebody meets or receives, by the word before them.
fn is_met(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let before = (0..n).rev().find(|b| !scene.is(*b, Class::Article));
    before.is_some_and(|b| {
        scene.is_any(b, &[Class::With, Class::Meet, Class::Receive])
            || scene.word(b).ends_with(" with")
    })
}

/// "representatives of the Senate of A": several of a house of another state than that of those who are named.
fn of_house(scene: &Scene<'_, '_, '_, '_>, own: StateCode) -> bool {
    let house = |n: usize| {
        let office = scene.item(n).and_then(Item::office);
        let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
        let office = office.filter(|o| o.plural)?;
        let body = office.bodies.first()?;
        scene.facts.body_of(*body)?.states.first().copied()
    };
    (0..scene.chunks.len()).any(|n| house(n).is_some_and(|s| s != own) && is_met(scene, n))
}

/// "Zambian parliamentarians": several who hold an office, without a name.
fn several(scene: &Scene<'_, '_, '_, '_>, chunk: usize) -> bool {
    let office = scene.item(chunk).and_then(Item::office);
    let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
    office.is_some_and(|o| o.plural)
}

/// "The President of Georgia hosted A of Estonia": one who holds an office of another state, without a name.
fn of_another(scene: &Scene<'_, '_, '_, '_>, chunk: usize, state: StateCode) -> bool {
    let item = scene.item(chunk).filter(|i| i.office().is_some());
    let told = item.and_then(|i| scene.facts.state_told(i));
    told.is_some_and(|s| s != state)
}

impl Half {
    /// Those who are named.
    pub(super) fn people(&self) -> &[usize] {
        &self.people
    }

    /// The meeting with those of another state who a later sentence says were there; those of the same state stand
    /// beside the ones named first, those of whom no state is known beside those from where the article comes. None where nobody of another state was.
    pub(super) fn whole(&self, scene: &Scene<'_, '_, '_, '_>, there: &[usize]) -> Option<Meeting> {
        let guests = scene.items.iter().take(5).any(|i| {
            let text = scene.text(i).to_lowercase();
            i.is(Class::Attend) && text.contains("guests")
        });
        let mut own = self.people.clone();
        let mut others: Vec<usize> = Vec::new();
        for person in there.iter().filter(|p| !self.people.contains(*p)) {
            // Of whom nothing is known, stands with the hosts, unless the sentence calls them guests.
            let hosts = scene.facts.home.filter(|_| !guests);
            let state = scene.state_of(&[*person]).or(hosts);
            let of_guests = guests && scene.facts.home.is_none_or(|h| h == self.state);
            let own_side = state.map_or(!of_guests, |s| s == self.state);
            // "The meeting was attended by Senators B and C", behind "A met with representatives of the Senate of D": whose they are is told by no words.
            let facts = scene.facts;
            let shared = self.people.iter().any(|p| facts.share_office(*p, *person));
            if own_side && shared && (self.of_assembly || self.of_house) {
                continue;
            }
            // Whoever is of a house may be one of those whom an assembly has sent, of the state of the hosts, too.
            let named = facts.names_state(*person) || facts.is_ambassador(*person);
            let own_side = own_side
                && (!self.of_assembly || facts.governs(*person))
                && (!self.of_house || named);
            let side = if own_side { &mut own } else { &mut others };
            side.push(*person);
        }
        if others.is_empty() {
            return None;
        }
        let sign = |words: Range<usize>| Sign {
            words,
            rule: "joins-meeting",
            confidence: 82,
        };
        Some(Meeting {
            kind: self.kind,
            status: MeetingStatus::Held,
            sides: vec![own, others],
            body: None,
            session: None,
            date: self.date,
            place: self.place.clone(),
            signs: vec![
                sign(self.words.clone()),
                sign(scene.words(0..scene.chunks.len())),
            ],
            supposed: Vec::new(),
            outcomes: Vec::new(),
        })
    }
}

//! The rules for English.
//!
//! In come the mentions of one text, out comes its reading. This module never looks beyond the article.

mod affiliation;
mod assemble;
mod co_chairs;
mod event;
mod facts;
mod gender;
mod holding;
mod hosts;
mod lead;
mod leading;
mod meeting;
mod outcome;
mod party;
mod presence;
mod scene;
mod session;
mod stays;
mod support;
mod trace;
mod visit;

pub use affiliation::{Affiliation, Standing, supposed};
pub use facts::{Facts, Role, Target};
pub use holding::{Held, Holding, holdings};
pub use presence::Presence;
pub use trace::trace;

use event::Events;
use jiff::civil::Date;
use meeting::{Meetings, Voices};
use party::Parties;
use scene::{Known, Scene};
use session::Sessions;

use crate::claim::Reading;
use crate::document::DocumentRecord;
use crate::mention::{Mentions, Zone};

/// Reads the claims of an English text.
#[must_use]
pub fn read(document: DocumentRecord, mentions: &Mentions<'_>) -> Reading {
    let (facts, told) = read_facts(document.date, mentions);
    assemble::reading(document, &facts, &told)
}

/// The people, bodies and offices of a text, and what happened.
fn read_facts<'m, 'a>(
    published: Option<Date>,
    mentions: &'m Mentions<'a>,
) -> (Facts<'m, 'a>, Events) {
    let (facts, mut told) = by_rules(published, mentions);
    presence::complete(&facts, &lead::setting(&facts, published), &mut told);
    (facts, told)
}

/// The same by the rules alone.
fn by_rules<'m, 'a>(
    published: Option<Date>,
    mentions: &'m Mentions<'a>,
) -> (Facts<'m, 'a>, Events) {
    let (mut facts, mut told) = by_words(published, mentions);
    if affiliation::settle(&mut facts, &told) {
        told = events(&facts, published);
    }
    meeting::drop_of_one_delegation(&facts, &mut told);
    (facts, told)
}

/// The same with no more states than words and the rules about guests and hosts give.
fn by_words<'m, 'a>(
    published: Option<Date>,
    mentions: &'m Mentions<'a>,
) -> (Facts<'m, 'a>, Events) {
    let mut facts = understood(mentions);
    let mut told = events(&facts, published);
    if hosts::settle(&mut facts, &told) {
        told = events(&facts, published);
    }
    (facts, told)
}

/// Who may have been where by what an article shows as a whole, with what can be said of it: what the model of
/// [`read`] is trained on.
#[must_use]
pub fn presences(published: Option<Date>, mentions: &Mentions<'_>) -> Vec<Presence> {
    let (facts, told) = by_rules(published, mentions);
    presence::presences(&facts, &told)
}

/// For which states people may act by what an article shows as a whole: what the model of affiliations is trained on.
#[must_use]
pub fn affiliations(published: Option<Date>, mentions: &Mentions<'_>) -> Vec<Affiliation> {
    let (facts, told) = by_words(published, mentions);
    affiliation::affiliations(&facts, &told)
}

/// The people, bodies and offices of a text.
fn understood<'m, 'a>(mentions: &'m Mentions<'a>) -> Facts<'m, 'a> {
    let mut facts = Facts::new(mentions, holdings(mentions));
    leading::delegations(&mut facts);
    co_chairs::of_meetings(&mut facts);
    facts
}

/// Several people of a sentence with those whom it names as of one company with them: "Senators A and B, of the Labour Party, and C,
/// led by D", and "A and B are members of the delegation", with all of it, of whom the next sentence says "they".
fn with_company(
    facts: &Facts<'_, '_>,
    parties: &Parties<'_, '_, '_>,
    sentence: usize,
    people: &[usize],
) -> Vec<usize> {
    let mut all = people.to_vec();
    for roster in facts.rosters.iter().filter(|r| r.sentence == sentence) {
        if people.len() > 1 && people.iter().all(|p| roster.members.contains(p)) {
            let sent = parties.delegation_with(people);
            for other in roster.head.iter().chain(&roster.members).chain(sent) {
                if !all.contains(other) {
                    all.push(*other);
                }
            }
        }
    }
    all
}

/// What happened in an article, sentence by sentence, then what the article as a whole adds.
fn events(facts: &Facts<'_, '_>, published: Option<Date>) -> Events {
    let mut parties = Parties::new(facts);
    let mut events = Events::default();
    let mut meetings = Meetings::default();
    let mut sessions = Sessions::default();
    let mut voices = Voices::default();
    let mut before: Option<Vec<usize>> = None;
    for (sentence, items) in facts.mentions.items.iter().enumerate() {
        if items.is_empty() {
            continue;
        }
        let chunks = parties.chunks(sentence);
        let known = Known::of(&chunks);
        let scene = Scene {
            facts,
            published,
            sentence,
            items,
            chunks,
            before: before.clone(),
            known,
        };
        if scene.runs() {
            if Sessions::sitting_of_elected(&scene, &events).is_none() {
                meetings.read(&scene, &mut events);
            }
            let told = events.visits.len();
            visit::read(&scene, &mut events);
            if !scene.is_of_another_year() {
                parties.travelled(events.visits.get(told..).unwrap_or_default());
            }
            let told = events.meetings.len();
            sessions.read(&scene, &mut events);
            if events.meetings.iter().skip(told).any(|m| m.body.is_some()) {
                meetings.forget_half();
            }
            outcome::read(&scene, &mut events);
        }
        let subject = (0..scene.chunks.len())
            .find(|n| !scene.people(*n).is_empty() && !party::governed(items, &scene.chunks, *n))
            .map(|n| with_company(facts, &parties, sentence, scene.people(n)));
        // Whom one item of a list names has nothing to do with the next one.
        if scene.zone() != Some(Zone::Item) {
            before = subject.or(before);
        }
        sessions.note_speaker(&scene);
        voices.note(&scene);
        events.sightings.note(&scene);
    }
    voices.meet(facts, &mut events);
    sessions.seat_speakers(published, &mut events);
    session::complete(facts, &mut events);
    visit::listed(facts, &mut events);
    lead::complete(&parties, facts, published, &mut events);
    meeting::note_announced(facts, &mut events);
    events
}

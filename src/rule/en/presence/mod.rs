//! Who was there, as the article as a whole lets one conclude.
//!
//! In come the facts and events of an article that the rules have read, out come more people of sessions and meetings, each where a
//! model that was trained on annotated articles finds it more likely than not. This module never takes away what a rule has read.

mod article;
mod feature;
mod join;
mod journey;
mod model;
mod pair;
mod seat;
mod sighting;
mod traits;

pub(super) use sighting::Sightings;

use article::{Article, Candidate, Deed};

use super::event::{Events, Meeting};
use super::facts::Facts;
use super::lead::Setting;
use crate::ontology::MeetingStatus;

/// Something that somebody may have done, with what can be said of it, by names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// The full name of the person as the article has it.
    pub person: String,
    /// `attended` or `met`.
    pub deed: &'static str,
    /// The names that the article has of the body that sat, the fullest first, the full name of the one who was met.
    pub whom: Vec<String>,
    /// The names of the features, as in the table of weights.
    pub features: Vec<String>,
    /// Whether a rule has read it.
    pub told: bool,
}

/// Lets those join sessions and meetings who were there more likely than not.
pub(super) fn complete(facts: &Facts<'_, '_>, setting: &Setting, events: &mut Events) {
    let candidates = candidates(facts, events);
    join::join(facts, &candidates, setting, events);
    journey::come_along(facts, setting, events);
}

/// Everything that people of an article may have done at its sessions and meetings, by names.
pub(super) fn presences(facts: &Facts<'_, '_>, events: &Events) -> Vec<Presence> {
    let name = |person: usize| {
        let person = facts.people.entities.get(person);
        person.map_or_else(String::new, |p| p.name.clone())
    };
    let found = candidates(facts, events).into_iter();
    found
        .map(|candidate| {
            let (deed, whom) = match candidate.deed {
                Deed::Attended(body) => ("attended", names_of_body(facts, body)),
                Deed::Met(other) => ("met", vec![name(other)]),
            };
            Presence {
                person: name(candidate.person),
                deed,
                whom,
                features: candidate.features.iter().filter_map(|f| f.name()).collect(),
                told: candidate.told,
            }
        })
        .collect()
}

/// The names that an article has of a body, the fullest first.
fn names_of_body(facts: &Facts<'_, '_>, body: usize) -> Vec<String> {
    let mentions = facts.mentions;
    let Some(body) = facts.bodies.entities.get(body) else {
        return Vec::new();
    };
    let forms = body.mentions.iter().filter_map(|m| mentions.bodies.get(*m));
    let forms = forms.map(|m| mentions.words.span_of(&m.words).of(mentions.words.text));
    let mut names = vec![body.name.clone()];
    names.extend(forms.map(str::to_owned));
    names
}

/// How many people an article names at most that tells of one thing; more are those of a digest.
const MOST: usize = 40;

/// Everything that people of an article may have done at its sessions and meetings; nothing of a text of few sentences, of which
/// the rules read what they say, nor of a digest.
fn candidates(facts: &Facts<'_, '_>, events: &Events) -> Vec<Candidate> {
    if events.sightings.is_short() {
        return Vec::new();
    }
    // "The Speaker will visit Latvia. Talks with A are on the agenda": nobody was anywhere yet.
    let held = |m: &Meeting| m.status == MeetingStatus::Held;
    let to_come = !events.visits.is_empty()
        && events.visits.iter().all(|v| v.planned)
        && events.meetings.iter().any(|m| !held(m))
        && !events.meetings.iter().any(held);
    if to_come {
        return Vec::new();
    }
    let article = Article { facts, events };
    let people = article.people();
    if people.len() > MOST {
        return Vec::new();
    }
    let whole = article.whole(people.len());
    let mut found = article.seats(&people, whole);
    found.extend(article.pairs(&people, whole));
    found
}

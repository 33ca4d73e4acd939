//! Visits of people to states, told by a verb or a noun.
//!
//! In comes a sentence, out come visits. This module never tells of a visit to the visitor's own state.

use super::event::{Events, Sign, Visit};
use super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::{MeetingStatus, StateCode};

/// Reads the visits of a sentence.
pub(super) fn read(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    for n in 0..scene.chunks.len() {
        if !scene.people(n).is_empty() {
            continue;
        }
        if scene.is(n, Class::Visit) && !is_noun(scene, n) {
            verb(scene, n, events);
        } else if scene.is(n, Class::VisitNoun) {
            noun(scene, n, events);
        } else if scene.is(n, Class::Leave) {
            verb(scene, n, events);
        } else if scene.is(n, Class::Travel) {
            travel(scene, n, events);
        }
    }
}

/// Whether a word that is both, such as "visit", is the noun: an article or the like stands before it, or "of" behind.
fn is_noun(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|b| {
        let verb = scene.is_any(b, &[Class::To, Class::Future, Class::Be, Class::Have]);
        let adjective = scene
            .item(b)
            .is_some_and(|i| i.entries().is_empty() && i.kind != Kind::Mark(','));
        scene.is_any(b, &[Class::Article, Class::His, Class::Current])
            || scene.mark(b, '’')
            || adjective && !verb && scene.people(b).is_empty()
    });
    scene.is(at, Class::VisitNoun) && (before || scene.is_any(at + 1, &[Class::Of, Class::By]))
}

/// A visit as a sentence tells it.
struct Told {
    /// The chunk of the verb or noun.
    at: usize,
    /// The first chunk that says so.
    from: usize,
    /// The last chunk that says so.
    to: usize,
    /// Who travels.
    people: Vec<usize>,
    /// Where to.
    state: StateCode,
    /// Whether it is still to come.
    planned: bool,
    /// The rule.
    rule: &'static str,
    /// How sure, in hundredths.
    confidence: u8,
}

/// Adds the visit of each who travels to a state that is not their own.
fn add(scene: &Scene<'_, '_, '_, '_>, told: &Told, events: &mut Events) {
    for person in &told.people {
        if scene.state_of(&[*person]) == Some(told.state) {
            continue;
        }
        events.visit(Visit {
            person: *person,
            state: told.state,
            date: scene.date(told.at, told.planned),
            planned: told.planned,
            signs: vec![Sign {
                words: scene.words(told.from.min(told.at)..told.to.max(told.at) + 1),
                rule: told.rule,
                confidence: told.confidence,
            }],
        });
    }
}

/// The state named behind a chunk, articles, adjectives and prepositions of place passed over.
fn destination(
    scene: &Scene<'_, '_, '_, '_>,
    from: usize,
    visitor: Option<StateCode>,
    reach: usize,
) -> Option<(usize, StateCode)> {
    for n in from..(from + reach).min(scene.chunks.len()) {
        if !scene.people(n).is_empty()
            || scene.breaks(n)
            || scene.is_any(n, &[Class::Who, Class::By, Class::Say])
        {
            return None;
        }
        if let Some(state) = scene.state(n, visitor) {
            return Some((n, state));
        }
    }
    None
}

/// "A visited Serbia", "is visiting the Sultanate".
fn verb(scene: &Scene<'_, '_, '_, '_>, at: usize, events: &mut Events) {
    let Some(status) = scene.status(at) else {
        return;
    };
    let Some((from, people)) = scene.subject(at).or_else(|| carried(scene, at)) else {
        return;
    };
    let Some((to, state)) = destination(scene, at + 1, scene.state_of(&people), 4) else {
        return;
    };
    let planned = status == MeetingStatus::Planned;
    add(
        scene,
        &Told {
            at,
            from,
            to,
            people,
            state,
            planned,
            rule: "visit-verb",
            confidence: 92,
        },
        events,
    );
}

/// The parties of the sentence before, where nobody is named before a chunk.
fn carried(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<(usize, Vec<usize>)> {
    let none = (0..at).all(|n| scene.people(n).is_empty());
    scene.before.clone().filter(|_| none).map(|p| (at, p))
}

/// "the visit of A to Russia", "A's visit to Russia", "A is in Cyprus on an official visit", "A, on a visit to Russia".
fn noun(scene: &Scene<'_, '_, '_, '_>, at: usize, events: &mut Events) {
    let Some(status) = scene.status(at) else {
        return;
    };
    let planned = status == MeetingStatus::Planned
        || (at + 1..(at + 8).min(scene.chunks.len())).any(|n| scene.is(n, Class::Future))
            && !past_around(scene, at);
    let of = (at + 1..(at + 3).min(scene.chunks.len()))
        .find(|n| scene.is_any(*n, &[Class::Of, Class::By]));
    let owner_behind = of.and_then(|o| (o + 1..o + 4).find(|n| !scene.people(*n).is_empty()));
    let people = owner_behind
        .map(|n| (n, scene.people(n).to_vec()))
        .or_else(|| possessor(scene, at))
        .or_else(|| scene.subject(at))
        .or_else(|| carried(scene, at));
    let Some((from, people)) = people else { return };
    let visitor = scene.state_of(&people);
    let start = owner_behind.map_or(at + 1, |n| n + 1);
    let to = (start..(start + 3).min(scene.chunks.len()))
        .find(|n| scene.is_any(*n, &[Class::To, Class::In]))
        .and_then(|t| destination(scene, t + 1, visitor, 4));
    let found = to
        .or_else(|| before(scene, from, at, visitor))
        .or_else(|| dateline(scene, at, visitor));
    let Some((to, state)) = found else { return };
    add(
        scene,
        &Told {
            at,
            from,
            to,
            people,
            state,
            planned,
            rule: "visit-noun",
            confidence: 90,
        },
        events,
    );
}

/// Whether a verb in the past stands near: a visit that is told is no plan, whatever else the sentence says is to come.
fn past_around(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    (at.saturating_sub(6)..at).any(|n| {
        scene.item(n).is_some_and(|i| {
            ["paid", "made", "was", "is", "has", "during"]
                .contains(&scene.text(i).to_lowercase().as_str())
        })
    })
}

/// "A's visit": the party before the possessive.
fn possessor(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<(usize, Vec<usize>)> {
    let mark = (at.saturating_sub(4)..at)
        .rev()
        .find(|n| scene.mark(*n, '’'))?;
    let party = mark.checked_sub(1)?;
    Some((party, scene.people(party).to_vec())).filter(|(_, p)| !p.is_empty())
}

/// "is in Cyprus on an official visit", "is due in Russia on a visit".
fn before(
    scene: &Scene<'_, '_, '_, '_>,
    from: usize,
    at: usize,
    visitor: Option<StateCode>,
) -> Option<(usize, StateCode)> {
    let on = at.saturating_sub(5)..at;
    on.clone().find(|n| {
        scene.item(*n).is_some_and(|i| {
            scene.text(i).eq_ignore_ascii_case("on") || scene.text(i).eq_ignore_ascii_case("for")
        })
    })?;
    (from.min(at)..at)
        .rev()
        .find_map(|n| scene.state(n, visitor).map(|s| (n, s)))
        .filter(|(_, s)| Some(*s) != visitor)
}

/// A visit whose country goes without saying is one to where the article comes from.
fn dateline(
    scene: &Scene<'_, '_, '_, '_>,
    at: usize,
    visitor: Option<StateCode>,
) -> Option<(usize, StateCode)> {
    let official = scene
        .item(at)
        .is_some_and(|i| scene.text(i).contains("visit"));
    let on = at.checked_sub(1).is_some_and(|_| {
        (at.saturating_sub(4)..at).any(|n| {
            scene.is(n, Class::His)
                || scene
                    .item(n)
                    .is_some_and(|i| scene.text(i).eq_ignore_ascii_case("paying"))
        })
    });
    let home = scene
        .facts
        .home
        .filter(|h| visitor.is_some() && Some(*h) != visitor);
    home.filter(|_| official && on).map(|h| (at, h))
}

/// "A arrived in Jerusalem", "flew to Samoa".
fn travel(scene: &Scene<'_, '_, '_, '_>, at: usize, events: &mut Events) {
    let text = scene.item(at).map_or("", |i| scene.text(i)).to_lowercase();
    // To be somewhere is no travel unless a visit is said with it, which the rule for the noun reads.
    if text.ends_with(" in") && !text.starts_with("arriv") {
        return;
    }
    let Some(status) = scene.status(at) else {
        return;
    };
    let Some((from, people)) = scene.subject(at).or_else(|| carried(scene, at)) else {
        return;
    };
    let preposition = text.ends_with(" for") || text.ends_with(" to");
    let to = (at + 1..(at + 3).min(scene.chunks.len()))
        .find(|n| scene.is_any(*n, &[Class::To, Class::In]));
    let start = match (preposition, to) {
        (true, _) => at + 1,
        (false, Some(to)) => to + 1,
        _ => return,
    };
    let Some((to, state)) = destination(scene, start, scene.state_of(&people), 3) else {
        return;
    };
    let planned = status == MeetingStatus::Planned;
    add(
        scene,
        &Told {
            at,
            from,
            to,
            people,
            state,
            planned,
            rule: "travel-verb",
            confidence: 88,
        },
        events,
    );
}

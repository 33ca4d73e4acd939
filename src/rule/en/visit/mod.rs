//! Visits of people to states, told by a verb or a noun.
//!
//! In comes a sentence, out come visits. This module never tells of a visit to the visitor's own state.

mod bound;
mod home;
mod hosted;
mod led;
mod listed;
mod motion;
mod passive;
mod place;
mod plan;
mod tour;
mod visitor;
mod whose;

pub(super) use listed::listed;
pub(super) use whose::owner;

use home::visiting;
use motion::{are_own_days, is_of_state, is_other_noun, is_prepared, travels};
use place::destinations;
use plan::{behind_plan, expected, is_announced, is_due, is_for_later, past_around, told_later};
use visitor::visitors;

use super::event::{Events, Sign, Visit};
use super::facts::Target;
use super::party::governed;
use super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::{MeetingStatus, StateCode};

/// Reads the visits of a sentence.
pub(super) fn read(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    for at in 0..scene.chunks.len() {
        if !scene.people(at).is_empty() {
            if let Some(told) = visiting(scene, at) {
                add(scene, &told, events);
            }
            continue;
        }
        let passive = || passive::visited_by(scene, at).map(|told| vec![told]);
        if let Some(several) = led::led(scene, at).or_else(passive) {
            for told in several {
                add(scene, &told, events);
            }
            continue;
        }
        if let Some(told) = hosted::hosted(scene, at, events) {
            for told in told {
                add(scene, &told, events);
            }
            continue;
        }
        if let Some(told) = place::returned(scene, at) {
            add(scene, &told, events);
            continue;
        }
        let mut bound = bound::bound_for(scene, at);
        bound.extend(bound::brought_to(scene, at));
        for told in &bound {
            add(scene, told, events);
        }
        let Some(teller) = teller(scene, at).filter(|_| bound.is_empty()) else {
            continue;
        };
        let known = told(scene, teller);
        for told in &known {
            add(scene, told, events);
        }
        if known.is_empty() && !nameless(scene, teller, events) {
            unattributed(scene, teller, events);
        }
    }
    for told in tour::stops(scene, events) {
        add(scene, &told, events);
    }
}

/// "The visitors, who landed in Nairobi on Monday": keeps a journey of which the sentence does not tell who makes it, nor from where.
fn unattributed(scene: &Scene<'_, '_, '_, '_>, teller: Teller, events: &mut Events) {
    let at = teller.at;
    for (to, state) in destinations(scene, teller, (at, &[]), None) {
        let visit = of_nobody(scene, teller, (at.min(to), at.max(to)), state);
        events.unattributed.push(visit);
    }
}

/// A visit to a state of which a range of chunks tells, with nobody yet who makes it.
fn of_nobody(
    scene: &Scene<'_, '_, '_, '_>,
    teller: Teller,
    (first, last): (usize, usize),
    state: StateCode,
) -> Visit {
    Visit {
        person: 0,
        state,
        date: scene.date(teller.at, teller.planned),
        planned: teller.planned,
        signs: vec![Sign {
            words: scene.words(first..last + 1),
            rule: "travels-along",
            confidence: 80,
        }],
    }
}

/// "Seven members of the Diet are in Kenya on a visit": keeps the visit of several whom the sentence does not name, for those who turn out
/// to be their delegation. Tells whether there are such.
fn nameless(scene: &Scene<'_, '_, '_, '_>, teller: Teller, events: &mut Events) -> bool {
    let several = |n: &usize| {
        let item = scene.item(*n)?;
        let office = item
            .office()
            .and_then(|o| scene.facts.mentions.offices.get(o));
        let sent = office.is_some_and(|o| o.plural)
            || scene.is_commission(*n)
            || item.is(Class::Delegation);
        let owner = || {
            let behind = (n + 1..n + 5).take_while(|m| scene.people(*m).is_empty());
            behind
                .into_iter()
                .find_map(|m| scene.facts.state_told(scene.item(m)?))
        };
        let committee = || {
            let body = Target::Body(scene.facts.bodies.of(item.body()?)?);
            let home = scene.facts.home?;
            scene.facts.is_own_committee(body, home).then_some(home)
        };
        let told = scene.facts.state_told(item).or_else(owner);
        let state = told.or_else(committee)?;
        (sent && scene.people(*n).is_empty()).then_some((*n, state))
    };
    let before = (0..teller.at).filter(|n| !governed(scene.items, &scene.chunks, *n));
    // "A visit to Kenya was undertaken by the Committee on Budget of the Senate".
    let by = |n: &usize| {
        let first = (0..*n).rev().find(|b| !scene.is(*b, Class::Article));
        first.is_some_and(|b| scene.is(b, Class::By) || scene.word(b).ends_with(" by"))
    };
    let behind = (teller.at + 1..(teller.at + 14).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n))
        .filter(by);
    let told = before.chain(behind).find_map(|n| several(&n));
    let Some((from, sender)) = told.or_else(|| of_house(scene, teller)) else {
        return false;
    };
    let mut places = destinations(scene, teller, (from, &[]), Some(sender));
    if places.is_empty() {
        places.extend(to_house(scene, from).filter(|(_, s)| *s != sender));
    }
    for (to, state) in places {
        let ends = (from.min(to).min(teller.at), from.max(to).max(teller.at));
        let visit = of_nobody(scene, teller, ends, state);
        events.nameless.push((sender, visit));
    }
    true
}

/// "A study visit of the Parliament of Ghana to Peru": the house right behind a noun of visiting, whose people travel, and its state.
fn of_house(scene: &Scene<'_, '_, '_, '_>, teller: Teller) -> Option<(usize, StateCode)> {
    let of = scene.is_any(teller.at + 1, &[Class::Of, Class::By]);
    let house = teller.at + 2 + usize::from(scene.is(teller.at + 2, Class::Article));
    let to = (house + 1..house + 3).any(|n| scene.is(n, Class::To));
    let state = scene.state_of_house(house)?;
    (teller.noun && of && to).then_some((house, state))
}

/// "to the Congress of Peru": the house behind a chunk to which a journey leads, and its state.
fn to_house(scene: &Scene<'_, '_, '_, '_>, from: usize) -> Option<(usize, StateCode)> {
    let to = (from + 1..from + 4).find(|n| scene.is(*n, Class::To))?;
    let house = to + 1 + usize::from(scene.is(to + 1, Class::Article));
    Some((house, scene.state_of_house(house)?))
}

/// The word that tells of a visit.
#[derive(Debug, Clone, Copy)]
struct Teller {
    /// Its chunk.
    at: usize,
    /// Whether the visit is still to come.
    planned: bool,
    /// Whether it is a noun.
    noun: bool,
    /// The rule that reads it.
    rule: &'static str,
}

/// The word of visiting or travel at a chunk, unless what it tells is denied or only wished for.
fn teller(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Teller> {
    let noun =
        scene.is(at, Class::VisitNoun) && (!scene.is(at, Class::Visit) || is_noun(scene, at));
    let verb = scene.is_any(at, &[Class::Visit, Class::Leave]) && !noun;
    let travel = scene.is(at, Class::Travel) && !noun && !verb && travels(scene, at);
    if expected(scene, at) {
        return Some(Teller {
            at,
            planned: true,
            noun: false,
            rule: "travel-verb",
        });
    }
    // "Tourists were back after a week in Kenya": days abroad are no visit of those whom another sentence names.
    let days = ["days in", "week in", "weeks in"];
    if noun && scene.says(at, &days) && !are_own_days(scene, at) {
        return None;
    }
    let other = is_other_noun(scene, at) || noun && is_of_state(scene, at);
    if !noun && !verb && !travel || other || scene.has(Class::CalledOff) {
        return None;
    }
    if noun && (follows_earlier(scene, at) || whose::is_of_either(scene, at)) {
        return None;
    }
    let prepared = noun && is_prepared(scene, at)?;
    let status = scene.status(at)?;
    let later = if noun {
        told_later(scene, at) && !past_around(scene, at) || behind_plan(scene, at)
    } else {
        is_for_later(scene, at)
    };
    let announced = noun && is_announced(scene, at);
    let due = is_due(scene, at) || later || prepared || announced;
    let due = due || !noun && tour::goes_on(scene, at).is_some();
    let planned = status == MeetingStatus::Planned || due;
    let rule = if noun {
        "visit-noun"
    } else if verb {
        "visit-verb"
    } else {
        "travel-verb"
    };
    Some(Teller {
        at,
        planned,
        noun,
        rule,
    })
}

/// "This is the second delegation, following a visit to Kenya last year": whether a noun is that of a visit of others before.
fn follows_earlier(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let follows = (at.saturating_sub(4)..at).any(|n| scene.says(n, &["following", "after"]));
    let earlier = ["last year", "last", "earlier", "previous", "years ago"];
    let nobody = scene.items.iter().all(|i| i.person().is_none());
    nobody && follows && (at..scene.chunks.len()).any(|n| scene.says(n, &earlier))
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
    before || scene.is_any(at + 1, &[Class::Of, Class::By])
}

/// A visit as a sentence tells it.
struct Told {
    teller: Teller,
    /// The chunk of the visitors.
    from: usize,
    /// The chunk of the state.
    to: usize,
    people: Vec<usize>,
    state: StateCode,
    /// How sure, in hundredths.
    confidence: u8,
}

/// "will be back in Nigeria on Tuesday": whether those who travel come home to the state of a chunk.
fn is_home_again(scene: &Scene<'_, '_, '_, '_>, state: usize) -> bool {
    let place = (state.saturating_sub(3)..state)
        .rev()
        .find(|n| scene.is_any(*n, &[Class::In, Class::To]));
    place.is_some_and(|n| {
        let word = scene.word(n);
        word.starts_with("back ") || n > 0 && scene.word(n - 1).ends_with("back")
    })
}

/// Adds the visit of each who travels to a state that is not their own.
fn add(scene: &Scene<'_, '_, '_, '_>, told: &Told, events: &mut Events) {
    let at = told.teller.at;
    let first = told.from.min(at).min(told.to);
    let last = told.to.max(at).max(told.from);
    if is_home_again(scene, told.to) {
        return;
    }
    for person in &told.people {
        // An ambassador lives where he or she is posted.
        // "received the visit of the Ambassador of Korea": who calls is at home there.
        let of = told.teller.noun && scene.is(at + 1, Class::Of);
        let calls = of && Some(told.state) == scene.facts.home;
        let at_post = scene.facts.post_of(*person) == Some(told.state);
        let posted =
            scene.facts.is_ambassador(*person) && (told.confidence < 80 || at_post || calls);
        // "stayed in Accra": those of whom nothing is known may be at home there.
        let stays = scene.word(at).starts_with("stay") && scene.state_of(&[*person]).is_none();
        if scene.state_of(&[*person]) == Some(told.state) || posted || stays {
            continue;
        }
        events.visit(Visit {
            person: *person,
            state: told.state,
            date: scene.date(at, told.teller.planned),
            planned: told.teller.planned,
            signs: vec![Sign {
                words: scene.words(first..last + 1),
                rule: told.teller.rule,
                confidence: told.confidence,
            }],
        });
    }
}

/// The visits that a word tells of: of the first party that can be the visitor of a state that the sentence names, in the
/// order in which they are likely; several states where they stand in a row.
fn told(scene: &Scene<'_, '_, '_, '_>, teller: Teller) -> Vec<Told> {
    for (from, people, sure) in visitors(scene, teller) {
        let visitor = scene.state_of(&people);
        let mut places = destinations(scene, teller, (from, &people), visitor);
        if places.is_empty() && teller.noun && tour::during_own(scene, teller.at) == Some(from) {
            places.extend(tour::where_met(scene, teller.at, from));
        }
        if places.is_empty() {
            continue;
        }
        let one = |(to, state): (usize, StateCode)| Told {
            teller,
            from,
            to,
            people: people.clone(),
            state,
            confidence: if sure { 90 } else { 75 },
        };
        return places.into_iter().map(one).collect();
    }
    Vec::new()
}

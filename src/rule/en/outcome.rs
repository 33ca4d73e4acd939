//! What came out of a meeting, and what happened to bodies.
//!
//! In comes a sentence, out come outcomes of the meeting told of last (an invitation, a document signed, a decision) and
//! events in the life of commissions and assemblies. This module never adds a meeting.

use std::ops::Range;

use super::event::{Events, Life, Sign};
use super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Zone;
use crate::ontology::{LifeEvent, MeetingStatus, NodeKind, OutcomeKind};

/// How many chunks may stand between a verb and the document or body that it is about.
const REACH: usize = 9;

/// Reads a sentence.
pub(super) fn read(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    if scene.zone() != Some(Zone::Body) {
        return;
    }
    // "invited A in a letter": no outcome of a meeting.
    let letter = (0..scene.chunks.len()).any(|n| scene.is(n, Class::Letter));
    if !scene.is_of_another_year() && !letter {
        outcomes(scene, events);
    }
    lives(scene, events);
}

/// Adds the outcomes that a sentence tells of to the meeting that the article has told of last.
fn outcomes(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    let held = |m: &super::event::Meeting| m.status == MeetingStatus::Held;
    let Some(place) = events.meetings.iter().rposition(held) else {
        return;
    };
    for n in 0..scene.chunks.len() {
        let Some((kind, chunks)) = outcome(scene, n) else {
            continue;
        };
        let sign = Sign {
            words: scene.words(chunks),
            rule: "outcome-of-meeting",
            confidence: 75,
        };
        // "It was on that day that the presidents A and B signed": others, of whose doings those who met may speak.
        // "The ministers of transport signed", "was signed by the two governments": others as well.
        // But "At the end of the session the members signed".
        let of_body = events.meetings.get(place).is_some_and(|m| m.body.is_some());
        if of_unnamed(scene, n) && !of_body || by_others(scene, n) {
            continue;
        }
        let actors = scene.subject(n).map(|(_, people)| people);
        // "Ministers A and B signed. They agreed": others of the sentence before.
        let they = (0..n).any(|m| scene.is(m, Class::They));
        let actors = actors.or_else(|| scene.before.clone().filter(|_| they));
        let there = |meeting: &super::event::Meeting| {
            let acts = |people: Vec<usize>| meeting.people().any(|p| people.contains(&p));
            meeting.body.is_some() || actors.is_none_or(acts)
        };
        if let Some(meeting) = events.meetings.get_mut(place).filter(|m| there(m)) {
            meeting.outcomes.push((kind, sign));
        }
    }
}

/// "The President of A and the King of B signed", "the two presidents signed": whether those who act before a verb are told by their
/// offices alone, and nobody knows their names.
fn of_unnamed(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let clause = || (0..verb).rev().take_while(|n| !scene.breaks(*n));
    let office = |n: usize| scene.item(n).is_some_and(|i| i.office().is_some());
    let government = |n: usize| scene.says(n, &["governments", "presidents", "ministers"]);
    clause().all(|n| scene.people(n).is_empty()) && clause().any(|n| office(n) || government(n))
}

/// "It was agreed by the prime ministers", "was signed by the two governments": whether a verb in the passive names no people behind
/// "by".
fn by_others(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let by = (verb + 1..verb + 6).find(|n| scene.is(*n, Class::By) || scene.breaks(*n));
    let by = by.filter(|n| scene.is(*n, Class::By) && scene.passive(verb));
    by.is_some_and(|b| {
        let both = |n: usize| {
            scene.is_any(n, &[Class::Both, Class::Sides]) && !scene.says(n + 1, &["governments"])
        };
        (b + 1..b + 4).all(|n| scene.people(n).is_empty() && !both(n))
    })
}

/// The outcome that the verb of a chunk tells of, and the chunks that say so.
fn outcome(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<(OutcomeKind, Range<usize>)> {
    let telling = [Class::Sign, Class::Invite, Class::Decide];
    if !scene.is_any(n, &telling) || denied(scene, n) {
        return None;
    }
    if scene.is(n, Class::Sign) {
        let document = |m: &usize| scene.is(*m, Class::DocumentNoun);
        let behind = (n + 1..n + REACH)
            .take_while(|m| !scene.breaks(*m))
            .find(document);
        let before = (n.saturating_sub(REACH)..n)
            .rev()
            .take_while(|m| !scene.breaks(*m) && !scene.mark(*m, ','))
            .find(document)
            .filter(|_| scene.passive(n));
        let document = behind.or(before)?;
        return Some((
            OutcomeKind::DocumentSigned,
            n.min(document)..n.max(document) + 1,
        ));
    }
    if scene.is(n, Class::Invite) {
        let whom = (n + 1..n + REACH)
            .take_while(|m| !scene.breaks(*m))
            .find(|m| !scene.people(*m).is_empty())?;
        let to = (whom + 1..whom + 4).any(|m| scene.is(m, Class::To));
        let extended = scene
            .item(n)
            .is_some_and(|i| scene.text(i).contains("invitation"));
        return (to || extended).then_some((OutcomeKind::Invitation, n..whom + 1));
    }
    let agreed = scene.is(n, Class::Decide)
        && scene.is_any(n + 1, &[Class::To, Class::Which, Class::On])
        && (0..n).any(|m| {
            !scene.people(m).is_empty()
                || scene.is_any(m, &[Class::Sides, Class::They, Class::Both, Class::It])
        });
    agreed.then(|| {
        let end = (n + 1..scene.chunks.len()).find(|m| scene.breaks(*m) || scene.mark(*m, ','));
        (
            OutcomeKind::Decision,
            n..end.unwrap_or(scene.chunks.len()).min(n + 14),
        )
    })
}

/// Whether what a verb says is denied or still to come.
fn denied(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    (n.saturating_sub(5)..n)
        .rev()
        .take_while(|m| !scene.breaks(*m) && !scene.mark(*m, ','))
        .any(|m| scene.is_any(m, &[Class::Negation, Class::Future]) || scene.is(m, Class::To))
}

/// Adds what a sentence tells of the life of bodies: "the group was founded in 2019", "to revive the commission".
fn lives(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    for verb in 0..scene.chunks.len() {
        let Some(event) = life_event(scene, verb) else {
            continue;
        };
        let resumed = event == LifeEvent::Resumed;
        // "calls for the creation of a group", "to revive it": done only where it was decided.
        let word = scene.word(verb);
        let noun = ["ment", "tion", "ion", "ing", "al"]
            .iter()
            .any(|e| word.ends_with(e));
        let open = denied(scene, verb) || noun;
        let held = noun && (verb..scene.chunks.len()).any(|n| scene.is(n, Class::Gather));
        let planned = open && !((resumed || noun) && decided(scene, verb) || held);
        let Some((body, at)) = body_of(scene, verb).filter(|_| !planned) else {
            continue;
        };
        events.lives.push(Life {
            body,
            event,
            date: scene.date(verb, false),
            sign: Sign {
                words: scene.words(verb.min(at)..verb.max(at) + 1),
                rule: "life-of-body",
                confidence: 78,
            },
        });
    }
}

/// What the verb of a chunk does to a body.
fn life_event(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<LifeEvent> {
    if scene.is(n, Class::Found) {
        Some(LifeEvent::Founded)
    } else if scene.is(n, Class::Resume) {
        Some(LifeEvent::Resumed)
    } else if scene.is(n, Class::Suspend) {
        let over = scene.says(n, &["terminated", "dissolved", "ceased"]);
        Some(if over {
            LifeEvent::Ended
        } else {
            LifeEvent::Suspended
        })
    } else {
        None
    }
}

/// "it was decided to revive the group": what was decided has happened.
fn decided(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    (verb.saturating_sub(4)..verb).any(|n| scene.is(n, Class::Decide))
}

/// The commission or assembly that a verb of life is about: right behind it, or before it in the passive.
fn body_of(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<(usize, usize)> {
    let body = |n: usize| {
        let mention = scene
            .item(n)
            .filter(|_| scene.people(n).is_empty())?
            .body()?;
        let entity = scene.facts.bodies.of(mention)?;
        let kind = scene.facts.bodies.entities.get(entity)?.kind;
        let owner = scene.mark(n + 1, '’');
        let kind = matches!(kind, NodeKind::Commission | NodeKind::Assembly);
        (kind && !owner).then_some((entity, n))
    };
    let work = |n: usize| {
        scene.is_any(n, &[Class::Article, Class::Of, Class::His])
            || scene
                .item(n)
                .is_some_and(|i| ["work", "activity", "activities"].contains(&scene.text(i)))
    };
    let mut next = verb + 1;
    while next < verb + 6 && work(next) {
        next += 1;
    }
    let before = || {
        (verb.saturating_sub(5)..verb)
            .rev()
            .take_while(|n| !scene.breaks(*n))
            .find_map(body)
            .filter(|_| scene.passive(verb))
    };
    body(next).or_else(before)
}

//! Whether a visit is still to come: "is due in Kenya", "is visiting Ghana next week", "Speaker A to pay official visit to Kenya".
//!
//! In comes the chunk of a word of visiting, out comes yes or no. This module never says who travels, nor where to.

use super::super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Zone;
use crate::ontology::MeetingStatus;

/// Whether who travels is to come.
pub(super) fn is_due(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    // "Delegation headed to Kenya": a heading leaves out the verb.
    let headed = scene.zone() == Some(Zone::Headline) && scene.word(at).starts_with("headed ");
    headed || scene.is_yet_to_be(at)
}

/// Whether a word of the future stands behind a chunk in its clause: "next week".
pub(super) fn told_later(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    (at + 1..(at + 12).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n) && scene.people(*n).is_empty())
        .any(|n| scene.is(n, Class::Future))
}

/// "is visiting Ghana next week", "are leading a delegation to India next week": whether a verb in the present tense tells of a time to come.
pub(super) fn is_for_later(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let word = scene.word(verb);
    let present = ["is ", "are ", "visits", "leads", "travels"];
    let clause = (verb + 1..(verb + 12).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n) && !scene.mark(*n, ','));
    let mut next = clause
        .into_iter()
        .filter(|n| scene.word(*n).starts_with("next "));
    present.iter().any(|w| word.starts_with(w)) && next.next().is_some()
}

/// "will arrive in Islamabad today on a three-day visit": whether a verb of travel that is yet to come stands before a noun in its clause.
pub(super) fn behind_plan(scene: &Scene<'_, '_, '_, '_>, noun: usize) -> bool {
    let clause = (noun.saturating_sub(12)..noun)
        .rev()
        .take_while(|n| !scene.breaks(*n) && scene.people(*n).is_empty());
    // "will be in Kenya on a visit".
    let will = |n: usize| scene.is(n, Class::Future) && scene.word(n).starts_with("will");
    let planned = |n: usize| {
        let travels = scene.is(n, Class::Travel);
        let planned = scene.status(n) == Some(MeetingStatus::Planned) || is_due(scene, n);
        travels && planned || will(n)
    };
    clause.into_iter().any(planned)
}

/// "Ethiopia, where he is due on Sunday": the word "where" behind a state and before somebody who is to come there.
pub(super) fn expected(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    if !scene.says(at, &["where"]) {
        return false;
    }
    let state = (at.saturating_sub(2)..at).any(|n| scene.state(n, None).is_some());
    let due = (at + 1..at + 5)
        .any(|n| scene.is(n, Class::Future) || scene.says(n, &["due", "expected", "awaited"]));
    state && due && (at + 1..at + 3).any(|n| !scene.people(n).is_empty())
}

/// Whether a verb in the past stands near: a visit that is told is no plan, whatever else the sentence says is to come.
pub(super) fn past_around(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let past = ["paid", "made", "was", "is", "has", "during", "on"];
    (at.saturating_sub(6)..at).any(|n| scene.says(n, &past))
}

/// "Speaker A to pay official visit to Kenya": whether a heading tells by "to" and a verb of a visit that is to come.
pub(super) fn is_announced(scene: &Scene<'_, '_, '_, '_>, noun: usize) -> bool {
    let to = (noun.saturating_sub(4)..noun)
        .rev()
        .find(|n| scene.is(*n, Class::To));
    let verb = |n: usize| scene.people(n).is_empty() && scene.state(n, None).is_none();
    let acts = |to: usize| to > 0 && to + 1 < noun && (to + 1..noun).all(verb);
    // "Welcome to the Speaker's visit": an article begins a noun, and no verb.
    let article = |to: usize| scene.is_any(to + 1, &[Class::Article, Class::His]);
    scene.zone() == Some(Zone::Headline) && to.is_some_and(|to| acts(to) && !article(to))
}

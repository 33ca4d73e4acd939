//! Words by which nobody has taken part yet: "Speaker A to be guest of honour at the session", "will travel to Riga to attend", "The programme also
//! includes co-chairing the session", "Speakers participating in the conference".
//!
//! In comes a verb of taking part or travel, out comes yes or no. This module never says who attended.

use super::super::party::governed;
use super::super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::{Item, Kind, When, Zone};

/// Whether a sentence tells by a phrase of travel of a journey that is still to come, or a heading that somebody is to attend.
pub(super) fn will_travel(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let heading =
        (1..scene.chunks.len()).any(|n| scene.is(n, Class::Attend) && announced(scene, n));
    heading || (0..scene.chunks.len()).any(|n| scene.is(n, Class::Travel) && scene.is_yet_to_be(n))
}

/// Whether a verb of taking part tells of what is to come, or of others than those who act in the sentence.
pub(super) fn is_put_off(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    announced(scene, verb) || foreseen(scene, verb) || of_those_met(scene, verb)
}

/// "Speaker A to be guest of honour at the opening": how a heading tells of what is to come.
fn announced(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let to = |n: usize| scene.is(n, Class::To) && scene.is_any(n + 1, &[Class::Be, Class::Attend]);
    let be = |n: usize| scene.is(n, Class::To) && scene.says(n + 1, &["be"]);
    let near = verb.saturating_sub(5)..verb;
    scene.zone() == Some(Zone::Headline) && near.into_iter().any(|n| to(n) || be(n))
}

/// "The trip also includes co-chairing the session": what a programme has in store.
fn foreseen(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let programme = [Class::VisitNoun, Class::Comprise];
    let before = verb.checked_sub(1);
    before.is_some_and(|b| scene.says(b, &["include", "includes", "foresees"]))
        && (0..verb).any(|n| scene.is_any(n, &programme))
}

/// "A met with the Speakers and heads of delegations participating in the conference": a participle right behind several whom somebody met, and
/// whom the sentence does not name.
fn of_those_met(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let participle = ["participating", "taking part", "attending"];
    if !participle.iter().any(|p| scene.word(verb).starts_with(p)) {
        return false;
    }
    let several = |n: usize| {
        let office = scene.item(n).and_then(Item::office);
        let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
        let noun = [
            "delegations",
            "delegates",
            "participants",
            "parliamentarians",
        ];
        office.is_some_and(|o| o.plural) || scene.says(n, &noun)
    };
    let of = |n: usize| {
        let body = scene
            .item(n)
            .is_some_and(|i| i.body().is_some() || i.state().is_some());
        body || scene.is_any(n, &[Class::Of, Class::Article, Class::From])
    };
    let mut back = (verb.saturating_sub(6)..verb).rev().skip_while(|n| of(*n));
    let noun = back
        .next()
        .filter(|n| several(*n) && scene.people(*n).is_empty());
    let met = [Class::Meet, Class::MeetingNoun, Class::Receive, Class::With];
    noun.is_some_and(|n| {
        governed(scene.items, &scene.chunks, n) || (0..n).any(|m| scene.is_any(m, &met))
    })
}

/// "reached Riga on Thursday to take part in the conference on Friday": whether the gathering at a chunk has another day of the week than the arrival
/// by a verb, or is said to be held later.
pub(super) fn is_after_arrival(
    scene: &Scene<'_, '_, '_, '_>,
    travel: usize,
    gathering: usize,
) -> bool {
    let day = |n: usize| match scene.item(n).map(|i| i.kind) {
        Some(Kind::Date(When::Weekday(day))) => Some(day),
        _ => None,
    };
    let arrival = (travel..gathering).find_map(day);
    let behind = gathering..scene.chunks.len();
    let sitting = behind.clone().find_map(day);
    let later = behind.into_iter().any(|n| scene.is(n, Class::Future));
    later || arrival.is_some() && sitting.is_some() && arrival != sitting
}

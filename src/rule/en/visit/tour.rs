//! Further stops of one journey: "A will visit Kenya to meet B, head to Peru and travel to Chile", "In Uganda, she met C, while in Egypt, she met D".
//!
//! In comes a sentence, out come those who go on, or their further visits. This module never reads the first stop.

use super::super::event::Events;
use super::super::scene::Scene;
use super::{Teller, Told};
use crate::lexicon::Class;

/// Verbs of travel as they stand behind "will" and "and", without a sign of the person.
const INFINITIVES: &[&str] = &[
    "travel", "fly", "head", "proceed", "leave", "depart", "visit", "continue", "arrive",
];

/// "A will first visit Kenya to meet with B, head to Peru and travel to Chile": the chunk of those who act by the "will" of which the verb at a chunk is a
/// further one, behind a comma or "and" or at the end of what is told of a stop.
pub(super) fn goes_on(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<usize> {
    let word = scene.word(verb);
    let first = word.split(' ').next().unwrap_or_default();
    let before = verb.checked_sub(1)?;
    let further = scene.is(before, Class::And) || scene.mark(before, ',');
    if !further || !INFINITIVES.contains(&first) {
        return None;
    }
    let will = (0..verb).rev().find(|n| {
        let journey = scene.is_any(*n, &[Class::Travel, Class::Visit]);
        scene.is(*n, Class::Future) || journey && scene.word(*n).starts_with("will ")
    })?;
    let quiet =
        (will..verb).all(|n| !scene.breaks(n) && !scene.is_any(n, &[Class::Who, Class::Say]));
    scene.subject(will).map(|(n, _)| n).filter(|_| quiet)
}

/// "In Uganda, he met C": a stop of somebody whose journey the article has told of, or tells of in the sentence before.
pub(super) fn stops(scene: &Scene<'_, '_, '_, '_>, events: &Events) -> Vec<Told> {
    let stop = |n: usize| {
        let opens = n == 0 || scene.says(n - 1, &["while", "and"]);
        let who = n + 2 + usize::from(scene.mark(n + 2, ','));
        let meets = (who + 1..who + 3).any(|m| scene.is(m, Class::Meet));
        let told = scene.people(who).to_vec();
        let before = || scene.before.clone().unwrap_or_default();
        let people = if told.is_empty() { before() } else { told };
        let own = scene.state_of(&people)?;
        let state = scene.state(n + 1, Some(own)).filter(|s| *s != own)?;
        let he = scene.item(who).is_some_and(|i| i.is(Class::He));
        let one = people.len() == 1 && he;
        let travels = events.visits.iter().any(|v| people.contains(&v.person));
        let here = opens && scene.is(n, Class::In) && meets && one && travels;
        here.then(|| Told {
            teller: Teller {
                at: who,
                planned: false,
                noun: false,
                rule: "travel-verb",
            },
            from: who,
            to: n + 1,
            people,
            state,
            confidence: 80,
        })
    };
    let found = (0..scene.chunks.len()).filter_map(stop);
    found.filter(|t| !scene.doubted(t.from)).collect()
}

/// "During his visit A met B's Speaker": the one who acts in the main clause behind a noun of visiting that opens the sentence with a pronoun.
pub(super) fn during_own(scene: &Scene<'_, '_, '_, '_>, noun: usize) -> Option<usize> {
    let opens = scene.says(
        0,
        &["during", "on", "as part of", "in the course of", "within"],
    );
    let his = (1..noun).any(|n| scene.is(n, Class::His));
    let clear = (1..noun).all(|n| scene.people(n).is_empty() && !scene.mark(n, ','));
    let verbs = [Class::Meet, Class::Receive, Class::CallOn, Class::Hold];
    let verb = (noun + 1..scene.chunks.len()).find(|n| scene.is_any(*n, &verbs))?;
    let (from, people) = scene.subject(verb).filter(|(n, _)| *n > noun)?;
    (opens && his && clear && noun < 6 && people.len() == 1).then_some(from)
}

/// "For this visit to Kenya, A is accompanied by B and C": the one who has companions on a visit that opens the sentence.
pub(super) fn framed(scene: &Scene<'_, '_, '_, '_>, noun: usize) -> Option<usize> {
    let opens =
        scene.says(0, &["for", "on", "during"]) && scene.says(1, &["this", "the", "his", "her"]);
    let clear = (2..noun).all(|n| scene.people(n).is_empty() && !scene.mark(n, ','));
    let from = (noun + 1..noun + 10).find(|n| !scene.people(*n).is_empty())?;
    let along = (from + 1..from + 4).any(|n| scene.word(n).ends_with("accompanied by"));
    (opens && clear && along && noun < 6 && scene.people(from).len() == 1).then_some(from)
}

/// Where the one goes who met somebody "during his visit", of whose goal the sentence says no more: to the state of the one met.
pub(super) fn where_met(
    scene: &Scene<'_, '_, '_, '_>,
    noun: usize,
    from: usize,
) -> Option<(usize, crate::ontology::StateCode)> {
    let verb =
        (noun + 1..scene.chunks.len()).find(|n| *n > from && scene.is_any(*n, &[Class::Meet]))?;
    let (other, people) = scene.object(verb, &[Class::With])?;
    // "met the Speaker of Kenya at the UN in New York": in a third state.
    let third = |n: usize, state| {
        let item = scene.item(n).filter(|i| i.city().is_some());
        let city = item.and_then(|i| scene.facts.state_of_city(i));
        city.is_some_and(|c| c != state)
    };
    let own = scene.state_of(scene.people(from))?;
    let owner = (verb + 1..other).find_map(|n| scene.facts.state_told(scene.item(n)?));
    let state = owner.or_else(|| scene.state_of(&people))?;
    let posted = people.iter().any(|p| scene.facts.is_ambassador(*p));
    let elsewhere = (0..scene.chunks.len()).any(|n| third(n, state));
    (state != own && !posted && !elsewhere).then_some((other, state))
}

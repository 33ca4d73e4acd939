//! Who has come to where a gathering is, and which body is said to be sitting.
//!
//! In comes a sentence, out come the chunks that say so. This module never says who attended.

use super::super::scene::Scene;
use super::commission;
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::MeetingStatus;

/// How verbs of travel begin by which nobody has arrived yet.
const ON_THE_WAY: &[&str] = &[
    "left",
    "leave",
    "depart",
    "set",
    "head",
    "bound",
    "take",
    "fly",
    "will",
    "proceed",
    "continue",
    "is going",
    "are going",
    "is due",
    "are due",
    "is expected",
    "are expected",
    "is coming",
    "are coming",
    "is headed",
    "are headed",
    "is awaited",
    "is bound",
    "is travel",
    "are travel",
    "travelling",
    "traveling",
    "jet",
];

/// How many chunks the place and the day may take between the verb of travel and that of taking part.
const BETWEEN: usize = 12;

/// "travelled to Mexico City in order to take part in the meeting", "is in Geneva to attend the Assembly": the verb by which those who were to be at
/// a gathering have come to where it is, of which nothing but the place and the day stands between. Who "left for Geneva" is still on the
/// way.
pub(super) fn came(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<usize> {
    let travel = (verb.saturating_sub(BETWEEN)..verb)
        .rev()
        .find(|n| scene.is(*n, Class::Travel))?;
    let place = |n: usize| {
        scene
            .item(n)
            .is_some_and(|i| i.state().is_some() || i.city().is_some())
    };
    let passed = |n: usize| {
        let words = [
            "order",
            "in order",
            "city",
            "today",
            "yesterday",
            "this",
            "week",
            "morning",
            "afternoon",
            "evening",
            "capital",
        ];
        let date = scene
            .item(n)
            .is_some_and(|i| matches!(i.kind, Kind::Date(_)));
        scene.people(n).is_empty()
            && (place(n)
                || date
                || [',', '’'].iter().any(|m| scene.mark(n, *m))
                || scene.is_any(
                    n,
                    &[Class::In, Class::To, Class::On, Class::From, Class::Article],
                )
                || scene.says(n, &words))
    };
    let clear = (travel + 1..verb).all(passed) && (travel + 1..verb).any(place);
    let wanted = travel
        .checked_sub(1)
        .is_some_and(|b| scene.is(b, Class::To));
    let word = scene.word(travel);
    let arrived = !ON_THE_WAY.iter().any(|w| word.starts_with(w));
    let held = scene.status(travel) == Some(MeetingStatus::Held);
    (clear && arrived && held && !wanted).then_some(travel)
}

/// Those who have come by a verb of travel: whoever is its subject, unless it stands in what somebody says or in a clause about another.
pub(super) fn comers(scene: &Scene<'_, '_, '_, '_>, travel: usize) -> Option<Vec<usize>> {
    let (party, people) = scene.subject(travel)?;
    let other = (party + 1..travel).any(|n| scene.is_any(n, &[Class::Which, Class::Say]));
    (!other && !scene.is_of_another(party, travel)).then_some(people)
}

/// "the Executive Committee, now under way in Mahe": whether a chunk names a body that is said to be sitting right behind its name.
pub(super) fn is_under_way(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    const SITTING: &[&str] = &["underway", "ongoing", "being held", "taking place"];
    if commission(scene, n).is_none() {
        return false;
    }
    let passed = |m: usize| {
        [',', '(', ')'].iter().any(|c| scene.mark(m, *c))
            || scene.item(m).is_some_and(|i| i.body().is_some())
            || scene.is_any(m, &[Class::Of, Class::Article, Class::Be])
            || scene.says(m, &["now", "currently", "still", "which"])
    };
    let Some(next) = (n + 1..n + 12).find(|m| !passed(*m)) else {
        return false;
    };
    let under_way = scene.says(next, &["under way"])
        || scene.says(next, &["under"]) && scene.says(next + 1, &["way"]);
    // "the Committee on the war under way in Sudan": a comma or "now" has to part them.
    next > n + 1 && (scene.says(next, SITTING) || under_way)
}

/// "MPs A and B are in Geneva until Friday for the Assembly": those who are where a gathering is, for its sake, with the chunk of its name.
pub(super) fn in_town_for(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, Vec<usize>)> {
    if !scene.has_any(&[Class::Travel, Class::To]) || !scene.names_commission() {
        return None;
    }
    let passed = |n: usize| {
        let item = scene.item(n);
        let place = item.is_some_and(|i| i.state().is_some() || i.city().is_some());
        let date = item.is_some_and(|i| matches!(i.kind, Kind::Date(_)));
        let words = [
            "until",
            "today",
            "this",
            "week",
            "these",
            "days",
            "from",
            "currently",
        ];
        scene.people(n).is_empty()
            && (place
                || date
                || scene.mark(n, ',')
                || scene.is_any(n, &[Class::On, Class::To, Class::From, Class::Article])
                || scene.says(n, &words))
    };
    let be = (1..scene.chunks.len()).find(|n| {
        let city = scene.item(n + 1).is_some_and(|i| i.city().is_some());
        let there = city && scene.is(*n, Class::Travel);
        // "A, who is leading a delegation to Geneva for the Assembly".
        let leads = city
            && scene.is(*n, Class::To)
            && scene.item(n - 1).is_some_and(|i| i.is(Class::Delegation))
            && (n.saturating_sub(5)..*n).any(|m| leads_now(scene, m));
        leads || there && scene.says(*n, &["is in", "are in", "was in", "were in"])
    })?;
    let purpose = (be + 2..be + 2 + BETWEEN).find(|n| !passed(*n))?;
    // "the Assembly of the Red Cross", "the Assembly's session" are of something else.
    let named = |n: usize| {
        let owned = scene.mark(n + 1, '’') || scene.is(n + 1, Class::Of);
        commission(scene, n).is_some() && !owned
    };
    let name = (purpose + 1..purpose + 4).find(|n| named(*n))?;
    // "for the Assembly of the Red Cross, while": nothing but an article and a number stands before the name.
    let clear = (purpose + 1..name).all(|n| {
        let number = scene
            .item(n)
            .is_some_and(|i| scene.text(i).starts_with(|c: char| c.is_ascii_digit()));
        number || scene.is(n, Class::Article)
    });
    let held = scene.status(be) == Some(MeetingStatus::Held);
    let (_, people) = scene.subject(be)?;
    (scene.says(purpose, &["for"]) && clear && held).then_some((name, people))
}

/// Whether a chunk is a verb of leading by which somebody leads already: "is leading", but not "will lead", "plans to lead".
fn leads_now(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let wanted = verb.checked_sub(1).is_some_and(|b| scene.is(b, Class::To));
    let held = scene.status(verb) == Some(MeetingStatus::Held);
    scene.is(verb, Class::Lead) && held && !wanted
}

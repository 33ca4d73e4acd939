//! Whether a verb of motion, or of being somewhere, is one of travel: "is in Kenya for talks", "spent two days in Kenya".
//!
//! In comes the chunk of a verb, out comes yes or no. This module never says who travels.

use super::super::party::governed;
use super::super::scene::Scene;
use crate::lexicon::{Class, Cue};
use crate::mention::{Item, Kind};

/// Whether a verb of motion is one of travel here. To be somewhere is travel only of those who are named right before it, "Speaker A
/// is in Kenya for talks", else a noun tells it; to go, come or lead is travel only with "to" or "for".
pub(super) fn travels(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let text = scene.word(at);
    if text.contains("spen") && !text.ends_with(" in") {
        return acts_right_before(scene, at) && is_spent_there(scene, at);
    }
    if scene.is(at, Class::Stay) {
        return acts_right_before(scene, at) && is_elsewhere(scene, at);
    }
    if text.ends_with(" been in") {
        return acts_right_before(scene, at) && is_there_since(scene, at);
    }
    // "the four, in the country since Sunday": since a day, and not "in the country since independence".
    if text.ends_with(" country since") {
        return scene
            .item(at + 1)
            .is_some_and(|i| matches!(i.kind, Kind::Date(_)));
    }
    !text.ends_with(" in")
        || [
            "arriv", "touch", "land", "fl", "stay", "spen", "is due", "are due", "is exp",
            "are exp", "is await",
        ]
        .iter()
        .any(|w| text.starts_with(w))
        || is_there(scene, at)
        || delegation_is_there(scene, at)
}

/// "The two had spent", "A, Speaker of B, has been", but not "Ships with tea have been": whether those who act stand right before a verb, with no more
/// than a remark in commas or brackets between.
fn acts_right_before(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let several = |n: usize| {
        let item = scene.item(n);
        let office = item.and_then(Item::office);
        let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
        item.is_some_and(|i| i.is(Class::Delegation)) || office.is_some_and(|o| o.plural)
    };
    // "A delegation of the Senate of Kenya has been".
    let place = scene
        .item(before)
        .is_some_and(|i| i.body().is_some() || i.state().is_some());
    let of = place && (before.saturating_sub(6)..before).any(several);
    let stands = scene.is_any(before, &[Class::Guest, Class::They, Class::He, Class::Who]);
    let remark = scene.mark(before, ',') || scene.mark(before, ')');
    let acts = !scene.people(before).is_empty() || several(before) || of || stands;
    acts || remark && scene.subject(at).is_some()
}

/// "her week in Portugal", "is back after four days in Ethiopia": whether a noun for days abroad is told of somebody of the sentence.
pub(super) fn are_own_days(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let own = (at.saturating_sub(2)..at).any(|n| scene.is(n, Class::His));
    let back = ["returned", "back", "home"];
    let returns = (at.saturating_sub(8)..at).any(|n| {
        let word = scene.word(n);
        back.iter().any(|b| word.contains(b))
    });
    let named = (0..at).any(|n| !scene.people(n).is_empty());
    own || returns && named && scene.subject(at).is_some()
}

/// "spent Tuesday and Wednesday in Kenya": whether a state stands behind the next "in" of the clause, with nobody named between.
fn is_spent_there(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let clause = (at + 1..(at + 10).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n) && scene.people(*n).is_empty());
    let inside = clause.into_iter().find(|n| scene.is(*n, Class::In));
    inside.is_some_and(|n| (n + 1..n + 3).any(|m| scene.state(m, None).is_some()))
}

/// "A of Kenya stays in Riga": whether a state stands right behind a verb of being somewhere that is another one than that of those who act,
/// which is known.
fn is_elsewhere(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let own = scene.subject(at).and_then(|(_, p)| scene.state_of(&p));
    let place = (at + 1..at + 3).find_map(|n| scene.state(n, own));
    let owned = (at + 1..at + 3).any(|n| scene.state(n, own).is_some() && scene.mark(n + 1, '’'));
    let lives = (0..scene.chunks.len()).any(|n| scene.is_cue(n, Cue::Lives));
    let posted = (0..at).any(|n| {
        let people = scene.people(n);
        !people.is_empty() && people.iter().all(|p| scene.facts.is_ambassador(*p))
    });
    own.is_some() && place.is_some() && place != own && !owned && !lives && !posted
}

/// "has been in Kenya since Sunday": whether a state stands right behind a verb of having been somewhere, and then since when.
fn is_there_since(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let place = scene.state(at + 1, None).is_some();
    place && scene.says(at + 2, &["since", "for", "on", "from"])
}

/// "A delegation of the Senate is in Kenya for a week": whether the word for a delegation that no preposition governs stands before a verb of
/// being somewhere, and another state than its own right behind.
fn delegation_is_there(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let first = at.saturating_sub(16);
    let sent = |n: &usize| {
        let word = scene.item(*n).is_some_and(|i| i.is(Class::Delegation));
        word && !governed(scene.items, &scene.chunks, *n)
    };
    let Some(delegation) = (first..at).rev().find(sent) else {
        return false;
    };
    let quiet = (delegation + 1..at)
        .all(|n| !scene.breaks(n) && !scene.is_any(n, &[Class::Meet, Class::Receive, Class::Say]));
    let own =
        (delegation.saturating_sub(3)..at).find_map(|n| scene.facts.state_told(scene.item(n)?));
    let place = (at + 1..at + 3).find_map(|n| scene.state(n, own));
    quiet && place.is_some() && place != own
}

/// "Speaker A is in Kenya for talks": whether people stand before a verb of being somewhere with nothing between but what tells of
/// what they are, and a place without an owner's mark right behind it, with what they are there for.
fn is_there(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let Some((from, people)) = scene.subject(at).filter(|(n, _)| n + 6 > at) else {
        return false;
    };
    let told = |n: usize| {
        let body = scene.item(n).is_some_and(|i| i.body().is_some());
        // "A (Labour), is in Kenya".
        let bracket = |n: usize| scene.mark(n, '(') || scene.mark(n, ')');
        let party = bracket(n) || n > 0 && scene.mark(n - 1, '(') && scene.mark(n + 1, ')');
        let links = [Class::Of, Class::From, Class::Article];
        body || party || scene.mark(n, ',') || scene.is_any(n, &links)
    };
    let own = scene.state_of(&people);
    let place = scene.state(at + 1, own);
    let elsewhere = place.is_some() && own.is_some() && place != own;
    // "for a week of talks", right behind the place; a day may stand between.
    let dated = scene
        .item(at + 2)
        .is_some_and(|i| matches!(i.kind, Kind::Date(_)));
    let reason = at + 2 + usize::from(dated);
    let events = [
        Class::MeetingNoun,
        Class::VisitNoun,
        Class::SessionNoun,
        Class::ConferenceNoun,
    ];
    let where_to = scene.mark(reason, ',') && scene.says(reason + 1, &["where"]);
    let purpose = where_to
        || scene.says(reason, &["for"])
            && (reason + 1..reason + 6).any(|n| scene.is_any(n, &events));
    elsewhere && purpose && (from + 1..at).all(told) && !scene.mark(at + 2, '’')
}

/// "discussed a possible visit", "to prepare the visit": whether the words before a noun of visiting say that it is prepared; `None` where they say that
/// it may come or not.
pub(super) fn is_prepared(scene: &Scene<'_, '_, '_, '_>, noun: usize) -> Option<bool> {
    let near = noun.saturating_sub(4)..noun;
    let near: Vec<usize> = near.filter(|n| scene.people(*n).is_empty()).collect();
    let open = near.iter().any(|n| scene.is_cue(*n, Cue::Eventual));
    (!open).then(|| near.iter().any(|n| scene.is_cue(*n, Cue::Prepares)))
}

/// "unavailable for travel to Kenya", "please visit our website": whether a word of travel or visiting is no journey of anybody.
pub(super) fn is_other_noun(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let word = scene.word(at);
    let behind = |words: &[&str]| at.checked_sub(1).is_some_and(|b| scene.says(b, words));
    let pages = ["website", "websites", "page", "webpage"];
    let page = (at + 1..at + 3).any(|n| scene.says(n, &pages));
    word == "travel" && behind(&["for", "of", "on", "about"])
        || word == "visit" && (page || behind(&["please"]))
}

/// "said that the visit of Kenya shows": whether a visit is that of a state, whose people nobody names; "his visit of Kenya", "a tour of Kenya" lead there.
pub(super) fn is_of_state(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let the = at.checked_sub(1).is_some_and(|b| scene.says(b, &["the"]));
    let state = scene.item(at + 2).is_some_and(|i| i.state().is_some());
    // "the visit of Kenya's Speaker" has an owner, and "the visit of Kenya and Uganda" more goals.
    let end = !scene.mark(at + 3, '’') && !scene.mark(at + 3, ',') && !scene.is(at + 3, Class::And);
    let visit = scene.word(at) == "visit" && scene.is(at + 1, Class::Of);
    the && visit && state && end && scene.has(Class::Say)
}

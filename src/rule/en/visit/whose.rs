//! Whose visit a noun or a relative clause tells of: that of its owner, of those before "which", of those who are led.
//!
//! In comes a word of visiting, out come the chunks of those whose visit it is, or that nobody knows them. This module never says where a
//! visit goes.

use super::super::gender::of_people;
use super::super::party::governed;
use super::super::scene::Scene;
use crate::lexicon::Class;

/// How many chunks behind a noun of visiting the place may stand.
const NEAR: usize = 5;

/// How many behind one that tells what somebody attends there.
const FAR: usize = 14;

/// ", led by A": the party behind a word of visiting that leads those who travel.
pub(super) fn led_behind(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let led = |m: &usize| {
        !scene.people(*m).is_empty() && scene.governed_by(*m, &[Class::LedBy, Class::By])
    };
    (at + 1..scene.chunks.len()).find(led)
}

/// "received five deputies from the National Assembly who came on a visit": whether a relative clause tells the visit of several who
/// hold an office, and whom nobody knows by name.
pub(super) fn of_several(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let who = (at.saturating_sub(5)..at)
        .rev()
        .take_while(|n| scene.people(*n).is_empty())
        .find(|n| scene.is(*n, Class::Who));
    let Some(who) = who else { return false };
    let office = |n: usize| {
        let office = scene.item(n)?.office()?;
        scene.facts.mentions.offices.get(office)
    };
    let owner = |n: &usize| {
        let item = scene.item(*n);
        let named = item.is_some_and(|i| i.body().is_some() || i.state().is_some());
        named || scene.is_any(*n, &[Class::From, Class::Of, Class::Article, Class::In])
    };
    let noun = (who.saturating_sub(6)..who).rev().find(|n| !owner(n));
    noun.is_some_and(|n| scene.people(n).is_empty() && office(n).is_some_and(|o| o.plural))
}

/// Whether a word is "visiting" and a delegation of which nobody knows who is in it stands close before it, with no other people
/// between.
pub(super) fn of_nameless(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let visiting = scene.says(at, &["visiting"]);
    let reach = at.saturating_sub(8)..at;
    let mut before = reach.rev().filter(|_| visiting);
    before
        .by_ref()
        .take_while(|n| scene.people(*n).is_empty() && !scene.mark(*n, ','))
        .any(|n| scene.item(n).is_some_and(|i| i.is(Class::Delegation)))
}

/// "the visit of the delegation to Kenya": whether a delegation stands behind an "of" or "by", whose visit it is, even where
/// nobody knows who was in it.
pub(super) fn sends(scene: &Scene<'_, '_, '_, '_>, of: usize) -> bool {
    (of + 1..of + 5)
        .take_while(|n| !scene.breaks(*n))
        .any(|n| scene.item(n).is_some_and(|i| i.is(Class::Delegation)))
}

/// "a visit was paid to Kenya by the delegation": the "by" behind a passive verb of a visit.
pub(super) fn paid_by(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let made = ["paid", "made", "undertaken", "carried"];
    // "the visit paid to Kenya in March by the Speaker".
    let passive = scene.says(at + 1, &made[..3])
        || (at + 1..at + 3).any(|n| {
            scene.is(n, Class::Be) && (n + 1..n + 3).any(|m| scene.says(m, &made))
                || scene.is(n, Class::Be) && made.iter().any(|m| scene.word(n).ends_with(m))
        });
    let mut near = (at + 1..(at + 11).min(scene.chunks.len())).take_while(|n| !scene.breaks(*n));
    near.find(|n| passive && scene.is(*n, Class::By))
}

/// "she met with B in the course of her visit": whom the pronoun before a noun stands for, by the same pronoun before it.
pub(in crate::rule::en) fn owner(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let his = (at.saturating_sub(3)..at)
        .rev()
        .any(|n| scene.is(n, Class::His));
    let mut before = (0..at).rev().filter(|n| !scene.people(*n).is_empty());
    let same = before.find(|n| his && scene.is(*n, Class::He));
    // "Meetings were held by A with B and C during his trip": of the one who held them.
    let noun = (0..at).find(|n| scene.is(*n, Class::MeetingNoun));
    let holder = |noun: usize| {
        let mut behind = (noun + 1..noun + 5).filter(|n| !scene.people(*n).is_empty());
        behind.find(|n| *n < at && scene.governed_by(*n, &[Class::By]))
    };
    same.or_else(|| noun.filter(|_| his).and_then(holder))
        .or_else(|| meets_abroad(scene, at).filter(|_| his))
        .or_else(|| meets_several(scene, at).filter(|_| his))
}

/// "A held meetings with B; C; and D on the occasion of his trip": the one who met several, none of whom a pronoun for one person stands for.
fn meets_several(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let verbs = [Class::Meet, Class::Hold, Class::Have];
    let verb = (0..at).rev().find(|n| scene.is_any(*n, &verbs))?;
    let (subject, one) = scene.subject(verb)?;
    let met = (verb + 1..at).map(|n| scene.people(n).len()).sum::<usize>();
    let pronoun = (at.saturating_sub(3)..at).any(|n| scene.says(n, &["his", "her"]));
    (pronoun && one.len() == 1 && met > 1).then_some(subject)
}

/// "A met B as part of her visit to Vienna": the one who met somebody before a noun of visiting, where the visit goes to a state that is not
/// that one's own, the pronoun fits, and nobody else is named and no other clause begins between.
fn meets_abroad(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let verb = (0..at).rev().find(|n| scene.is(*n, Class::Meet))?;
    let (subject, one) = scene.subject(verb)?;
    let (object, other) = scene.object(verb, &[Class::With])?;
    let acts = [Class::Who, Class::Which, Class::Say, Class::Tell];
    let parts = |n: usize| !scene.people(n).is_empty() || scene.is_any(n, &acts);
    let ([first], [second]) = (one.as_slice(), other.as_slice()) else {
        return None;
    };
    if (object + 1..at).any(parts) || !is_of_first(scene, at, *first, *second) {
        return None;
    }
    // "his trip to attend the World Conference in Vienna": the place stands far behind.
    let attends = (at + 1..at + 4).any(|n| scene.is(n, Class::Attend));
    let reach = if attends { FAR } else { NEAR };
    let mut behind = (at + 1..at + reach).take_while(|n| !scene.breaks(*n));
    let goal = behind.find_map(|n| scene.state(n, None))?;
    let state = |people: &[usize]| scene.state_of(people);
    let (one, other) = (state(&one)?, state(&other)?);
    // "A met B of Latvia before his visit to Riga": B is at home there. "before her visit to Oslo" may be anybody's.
    let during = [
        "part of",
        "framework",
        "course of",
        "during",
        "within",
        "occasion",
    ];
    let within = (verb..at).any(|n| during.iter().any(|d| scene.word(n).contains(d)));
    (one != goal && (other == goal || within)).then_some(subject)
}

/// "A of Peru met with B of Chile during his visit to the country": whether nobody can say whose of two visits a pronoun and "the country" mean, as
/// those do who write in either; where somebody is received, it is the guest's.
pub(super) fn is_of_either(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let his = (at.saturating_sub(3)..at).any(|n| scene.is(n, Class::His));
    let country = (at + 1..at + NEAR).any(|n| scene.is(n, Class::Country));
    let verb = (0..at).rev().find(|n| scene.is(*n, Class::Meet));
    let Some(verb) = verb.filter(|_| his && country) else {
        return false;
    };
    let subject = scene.subject(verb).map(|(_, one)| one);
    let object = scene.object(verb, &[Class::With]).map(|(_, other)| other);
    let [first, second] = [subject, object].map(|p| p.and_then(|p| scene.state_of(&p)));
    first.is_some() && second.is_some() && first != second
}

/// Whether the pronoun before a word of visiting may stand for the first of two people: it fits the first where that one's gender shows, else
/// it does not fit the second alone.
fn is_of_first(scene: &Scene<'_, '_, '_, '_>, at: usize, first: usize, second: usize) -> bool {
    let hers = (at.saturating_sub(3)..at).rev().find_map(|n| {
        let her = scene.word(n).starts_with("her");
        scene.is(n, Class::His).then_some(her)
    });
    let genders = of_people(scene.facts.mentions, &scene.facts.people);
    let of = |person: usize| genders.get(person).copied().flatten();
    match of(first) {
        Some(gender) => Some(gender) == hers,
        None => of(second).is_none() || of(second) != hers,
    }
}

/// "a delegation from the Parliament of Kenya, which is on a visit": the delegation of which a relative clause tells a visit, even
/// where nobody knows who was in it.
pub(super) fn antecedent(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let which = (at.saturating_sub(4)..at)
        .rev()
        .find(|n| scene.is(*n, Class::Which))?;
    // "a mission that took it to Egypt": what took somebody is not who travels.
    let taken = scene.word(at).ends_with(" it to") || scene.word(at).ends_with(" them to");
    let acts = !taken && scene.is_any(which + 1, &[Class::Be, Class::Travel, Class::Visit]);
    let mut before = (which.saturating_sub(8)..which).rev();
    let delegation = before.find(|n| {
        !scene.people(*n).is_empty()
            || scene
                .chunks
                .get(*n)
                .and_then(|c| scene.items.get(c.items.start))
                .is_some_and(|i| i.is(Class::Delegation))
    })?;
    let item = scene.chunks.get(delegation)?.items.start;
    let sent = scene.items.get(item)?.is(Class::Delegation);
    (acts && sent).then_some(delegation)
}

/// "A held talks with B in Oslo, where she is on a visit": the party that acts in the sentence, of whom a pronoun behind "where"
/// speaks.
pub(super) fn abroad(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let place = (at.saturating_sub(6)..at).find(|n| scene.says(*n, &["where"]))?;
    let pronoun = scene.item(place + 1).is_some_and(|i| i.is(Class::He));
    let acts =
        |n: &usize| !scene.people(*n).is_empty() && !governed(scene.items, &scene.chunks, *n);
    (0..place).find(acts).filter(|_| pronoun)
}

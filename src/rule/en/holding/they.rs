//! Members who are counted in one sentence and named in the next: "Four members of the Senate of A are in Accra. They are B, C, D and E."
//!
//! In come the sentences of an article, out come the holdings of those named. This module never reads names that stand beside the office.

use super::{Held, Holding, Times};
use crate::lexicon::Class;
use crate::mention::{Item, Mentions};

/// How many items of the first sentence may stand before the office.
const NEAR: usize = 4;

/// How many items a name of the list may be from the one before.
const GAP: usize = 8;

/// What may stand between "They are" and the first name: "They are the MPs A", "They are: A".
fn leads_in(item: &Item<'_>) -> bool {
    item.is_mark(':')
        || item.is(Class::Article)
        || item.office().is_some()
        || item.honorific().is_some()
}

/// Adds what those hold whom a sentence names as "they".
pub(super) fn they_are(mentions: &Mentions<'_>, found: &mut Vec<Holding>) {
    let sentences = mentions.items.iter().enumerate();
    for (sentence, items) in sentences.skip(1) {
        let Some(people) = named(mentions, items) else {
            continue;
        };
        let before = mentions
            .items
            .get(sentence - 1)
            .map(Vec::as_slice)
            .unwrap_or_default();
        for held in counted(mentions, before) {
            found.extend(people.iter().map(|(at, person)| Holding {
                person: *person,
                held,
                sentence,
                cover: *at..at + 1,
                rule: "offices-before-names",
                times: Times::default(),
            }));
        }
    }
}

/// The names behind "They are" at the beginning of a sentence, each with its place; several, and nothing but names.
fn named(mentions: &Mentions<'_>, items: &[Item<'_>]) -> Option<Vec<(usize, usize)>> {
    let opens =
        items.first()?.is(Class::They) || mentions.words.say(&items.first()?.words, &["these"]);
    let be = items.get(1)?.is(Class::Be);
    let people: Vec<(usize, usize)> = items
        .iter()
        .enumerate()
        .filter_map(|(n, i)| Some((n, i.person()?)))
        .collect();
    let acts = [
        Class::Meet,
        Class::Receive,
        Class::By,
        Class::With,
        Class::Accompany,
    ];
    let quiet = !items.iter().any(|i| i.is_any(&acts));
    let behind = people.iter().skip(1);
    let near = people.iter().zip(behind).all(|(a, b)| b.0 - a.0 <= GAP);
    // "They are close to A and B", "They are guests of A".
    let direct = items.get(2..people.first()?.0)?.iter().all(leads_in);
    (opens && be && quiet && near && direct && people.len() > 1).then_some(people)
}

/// What those hold of whom a sentence is about that names nobody: "members of A, all of whom sit on B".
fn counted(mentions: &Mentions<'_>, items: &[Item<'_>]) -> Vec<Held> {
    let office = items.iter().take(NEAR).find_map(Item::office);
    let members = |o: &usize| {
        let office = mentions.offices.get(*o);
        office.is_some_and(|o| o.plural && !o.former && !o.bodies.is_empty())
    };
    let Some(office) = office.filter(members) else {
        return Vec::new();
    };
    // "two members of the Bundestag and two journalists", "were in Rome to meet two scholars": others are counted too.
    let counts = items.iter().filter(|i| i.is(Class::Number)).count();
    if counts > 1 || items.iter().any(|i| i.person().is_some()) {
        return Vec::new();
    }
    let mut held = vec![Held::office(office)];
    let sits = items.iter().position(|i| {
        i.is_any(&[Class::Sit, Class::Belong]) || mentions.words.say(&i.words, &["sit", "serve"])
    });
    let all = sits.filter(|s| {
        let before = items.get(s.saturating_sub(3)..*s).unwrap_or_default();
        before
            .iter()
            .any(|i| mentions.words.say(&i.words, &["all", "both"]))
    });
    let body = all.and_then(|s| {
        items
            .get(s..(s + 5).min(items.len()))?
            .iter()
            .find_map(Item::body)
    });
    held.extend(body.map(|body| Held::SitsIn { body }));
    held
}

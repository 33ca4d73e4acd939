//! Surnames that are words of every day, "Park", "Moon", "Young", where the article has the full name elsewhere.
//!
//! In come the sentences with the names found so far, out come the same with such surnames found too. This module never finds a
//! name that the article does not tell in full.

use std::collections::BTreeSet;

use super::super::item::{Item, Kind, replace};
use super::super::word::Words;
use super::{PersonMention, Strength, key_of};
use crate::lexicon::{Class, Entry, NameTraits, Symbol};
use crate::text::Shape;

/// Finds the surnames of a sentence that full names of the article have: adds the mentions and replaces their items.
pub(in super::super) fn find_again(
    words: &Words<'_>,
    surnames: &BTreeSet<&str>,
    items: &mut Vec<Item<'_>>,
    found: &mut Vec<PersonMention>,
) {
    let mut at = 0;
    while at < items.len() {
        if is_surname(words, surnames, items, at)
            && let Some(item) = items.get(at)
        {
            let name = item.words.clone();
            found.push(PersonMention {
                key: key_of(words, &name),
                words: name,
                strength: Strength::Weak,
                state: None,
                addressed: false,
                running: true,
            });
            replace(items, at..at + 1, Kind::Person(found.len() - 1));
        }
        at += 1;
    }
}

/// The surnames of full names that are words of every day.
pub(in super::super) fn common_surnames<'a>(
    words: &Words<'a>,
    found: &[PersonMention],
) -> BTreeSet<&'a str> {
    let full = found
        .iter()
        .filter(|m| m.strength > Strength::Weak && m.running || m.strength == Strength::Sure);
    let surnames = |mention: &PersonMention| {
        let name = &mention.words;
        let last = name.end.checked_sub(1).filter(|last| *last > name.start);
        let leads = words.at(name.start).traits.has(NameTraits::SURNAME_FIRST);
        // "Vuong Dinh Hue" is called Hue.
        let first = last.filter(|_| leads).map(|_| name.start);
        let mut found: Vec<&'a str> = Vec::new();
        for place in [first, last].into_iter().flatten() {
            let word = words.at(place);
            let common =
                word.traits.has(NameTraits::COMMON) || word.traits.has(NameTraits::DOUBTFUL);
            if (common || is_city(words, place)) && word.token.shape == Shape::Capital {
                found.push(words.text_of(&(place..place + 1)));
            }
        }
        found
    };
    full.flat_map(surnames).collect()
}

/// Whether a word is the name of a city by itself.
fn is_city(words: &Words<'_>, word: usize) -> bool {
    let alone = |_: usize| Symbol::UNKNOWN;
    let mut phrases = words.lexicon.phrases_at(words.at(word).symbol, alone);
    phrases.any(|p| p.length == 1 && p.entries.iter().any(|e| matches!(e, Entry::City(_))))
}

/// Whether a surname stands at an item by itself: with a capital inside of a sentence, or before what somebody does, and as no part of
/// another name.
fn is_surname(words: &Words<'_>, surnames: &BTreeSet<&str>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let text = words.text_of(&item.words);
    let plain = matches!(item.kind, Kind::Plain(_)) && item.words.len() == 1;
    if !plain || !surnames.contains(text) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    let next = items.get(at + 1);
    let capital = |i: Option<&Item<'_>>| {
        i.is_some_and(|i| words.at(i.words.start).token.shape.is_capital() && i.person().is_none())
    };
    let hyphen = |i: Option<&Item<'_>>| i.is_some_and(|i| matches!(i.kind, Kind::Mark('-' | '‑')));
    let acts = next.is_some_and(|i| {
        i.is_any(&[
            Class::Say,
            Class::Have,
            Class::Meet,
            Class::Receive,
            Class::Tell,
            Class::Be,
            Class::Discuss,
        ])
    });
    let begins = before.is_none_or(|b| matches!(b.kind, Kind::Mark('“' | '"' | '.')));
    let governed =
        before.is_some_and(|b| b.is_any(&[Class::Article, Class::Of]) || capital(Some(b)));
    // "arrived in Hue, Viet Nam": the city.
    let city = item.city().is_some()
        && (before.is_some_and(|b| b.is_any(&[Class::In, Class::To, Class::From, Class::Travel]))
            || next.is_some_and(|i| i.is_mark(',')));
    !governed && !city && !capital(next) && !hyphen(before) && !hyphen(next) && (!begins || acts)
}

//! Phrases of verbs that a word of time or place interrupts: "called today on", "spoke on Tuesday by phone with".
//!
//! In come the items of a sentence with its dates, out come the same items, of which the first word of such a phrase is of its classes and the
//! rest of it are words of which nothing is known. This module never changes a phrase that stands together.

use super::item::{Item, Kind};
use super::word::Words;
use crate::lexicon::{Class, ClassSet, Entry, Symbol};
use crate::text::Shape;

/// The classes of verbs that are phrases of several words.
const VERBS: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::Phone,
    Class::Converse,
    Class::Visit,
];

/// Words of time and manner that may stand inside of a phrase.
const ADVERBS: &[&str] = &[
    "afterwards",
    "again",
    "also",
    "briefly",
    "earlier",
    "here",
    "jointly",
    "later",
    "personally",
    "recently",
    "separately",
    "subsequently",
    "then",
    "together",
];

/// How many items may interrupt a phrase: "on Tuesday, 5 May, in Riga".
const MOST: usize = 6;

/// Makes the first word of each interrupted phrase one of its verbs.
pub(super) fn find<'l>(words: &Words<'l>, items: &mut Vec<Item<'l>>) {
    let mut at = 0;
    while at < items.len() {
        if let Some((kind, rest)) = phrase_at(words, items, at) {
            if let Some(words) = items.get(at).map(|i| i.words.clone())
                && let Some(item) = items.get_mut(at)
            {
                *item = Item::new(words, kind);
            }
            super::item::replace(items, rest, Kind::Plain(&[]));
        }
        if let Some(again) = said_again(words, items, at) {
            super::item::replace(items, again..again + 1, Kind::Plain(&[]));
        }
        at += 1;
    }
}

/// "called on Tuesday on": the preposition of a phrase that seems to be whole, as its day has the same one.
fn said_again(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<usize> {
    let phrase = items.get(at).filter(|i| i.is(Class::CallOn))?;
    let dated = items
        .get(at + 1)
        .is_some_and(|i| matches!(i.kind, Kind::Date(_)));
    let behind = behind_gap(words, items, at + 1).filter(|_| dated)?;
    let last = words.text_of(&(phrase.words.end - 1..phrase.words.end));
    let again = items
        .get(behind)
        .filter(|i| words.text_of(&i.words) == last);
    again.map(|_| behind)
}

/// The phrase that begins with the words of an item and goes on behind what interrupts it, and the items of its rest.
fn phrase_at<'l>(
    words: &Words<'l>,
    items: &[Item<'l>],
    at: usize,
) -> Option<(Kind<'l>, std::ops::Range<usize>)> {
    let head = items.get(at)?;
    let lower = words.at(head.words.start).token.shape == Shape::Lower;
    let verbs = ClassSet::of(VERBS);
    if !lower || head.words.len() != 1 || head.classes().meets(verbs) {
        return None;
    }
    let behind = behind_gap(words, items, at + 1)?;
    let first = items.get(behind)?.words.start;
    let last = items.last()?.words.end;
    let rest = |n: usize| {
        if n > 0 && first + n - 1 < last {
            words.at(first + n - 1).symbol
        } else {
            Symbol::UNKNOWN
        }
    };
    // "spoke today with the press": only by telephone does one speak with somebody alone.
    let speaks = words.say(&head.words, &["spoke", "talked", "speaks", "talks"]);
    let is_verb = |e: &Entry| match e {
        Entry::Word(class, _) if speaks => *class == Class::Phone,
        Entry::Word(class, _) => VERBS.contains(class),
        _ => false,
    };
    let mut phrases = words
        .lexicon
        .phrases_at(words.at(head.words.start).symbol, rest);
    let found = phrases.find(|p| p.length > 1 && p.entries.iter().any(is_verb))?;
    // The phrase ends where an item ends.
    let end_word = first + found.length - 1;
    let end =
        (behind..items.len()).find(|n| items.get(*n).is_some_and(|i| i.words.end == end_word))?;
    let plain = items
        .get(behind..=end)?
        .iter()
        .all(|i| matches!(i.kind, Kind::Plain(_)));
    plain.then_some((Kind::Plain(found.entries), behind..end + 1))
}

/// The first item behind those that may interrupt a phrase; none where nothing does.
fn behind_gap(words: &Words<'_>, items: &[Item<'_>], start: usize) -> Option<usize> {
    let mut at = start;
    while at <= start + MOST {
        let date = |n: usize| {
            items
                .get(n)
                .is_some_and(|i| matches!(i.kind, Kind::Date(_)))
        };
        let city = |n: usize| {
            items
                .get(n)
                .is_some_and(|i| i.state().is_some() || i.city().is_some())
        };
        let item = items.get(at)?;
        let adverb = item.words.len() == 1 && words.say(&item.words, ADVERBS);
        if adverb || date(at) || item.is_mark(',') && at > start {
            at += 1;
        } else if item.is(Class::On) && date(at + 1) || item.is(Class::In) && city(at + 1) {
            at += 2;
        } else {
            break;
        }
    }
    (at > start).then_some(at)
}

//! The words before a head noun that belong to the name: "Kazakh-Uzbek Inter-Parliamentary", "Foreign Relations".
//!
//! In comes the place of a head noun, out comes where the name begins. This module never looks behind the head.

use super::super::body::{BodyMention, ordinal};
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Parts;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::text::Shape;

/// Words of grammar that end the name even where they have a capital.
const GRAMMAR: &[Class] = &[
    Class::In,
    Class::By,
    Class::With,
    Class::Between,
    Class::To,
    Class::From,
    Class::Preposition,
    Class::Who,
    Class::Which,
    Class::Be,
    Class::Have,
    Class::He,
    Class::They,
];

/// What stands in a list before a committee and is none of its topics.
const INSTITUTIONS: &[&str] = &[
    "Bank",
    "Department",
    "Ministry",
    "Office",
    "Court",
    "Agency",
    "Army",
    "Embassy",
    "University",
    "Academy",
    "Senate",
    "Congress",
    "Government",
    "Fund",
    "Foundation",
    "Institute",
    "Authority",
    "Bar",
];

/// Walks left over the words that belong to the name: "Kazakh-Uzbek Inter-Parliamentary", "Foreign Relations".
pub(super) fn before(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &mut Parts,
    found: &[BodyMention],
) -> usize {
    let lower_head = is_lower_head(words, items, at);
    let mark = parts.states.len();
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let joins = if let Some(number) = item.body() {
            parts.bodies.push(number);
            let body = found.get(number).into_iter();
            parts
                .states
                .extend(body.flat_map(|b| b.states.iter().copied()));
            true
        } else if item.is_mark(',') {
            // "Agriculture, Cooperatives and Natural Resources Committee": a list that "and" closes.
            let closed = items.get(start..at).unwrap_or_default().iter().any(is_and);
            closed && !lower_head && start >= 2 && topical(words, items, start - 2)
        } else if matches!(item.kind, Kind::Mark('’' | '\'')) {
            // "Women Parliamentarians' Network": the body is that of its members.
            !lower_head && start < at + 1 && start >= 2 && names_members(words, items, start - 2)
        } else if matches!(item.kind, Kind::Mark('-' | '–' | '/')) {
            words.at(item.words.end).token.glued || start < at
        } else {
            (matches!(item.kind, Kind::Plain(_)) || item.is_mark('&'))
                && modifier(words, items, start - 1, lower_head, parts)
        };
        if !joins {
            break;
        }
        start -= 1;
    }
    // The walk went from right to left; the states are told in the order of the text.
    if let Some(new) = parts.states.get_mut(mark..) {
        new.reverse();
    }
    // A mark at the beginning joins nothing.
    while start < at
        && items
            .get(start)
            .is_some_and(|i| matches!(i.kind, Kind::Mark(_)))
    {
        start += 1;
    }
    start
}

/// Whether a head noun has a small letter, and not alone so as in "the International Relations commission".
fn is_lower_head(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let topic = at
        .checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| {
            i.is(Class::Topic) && words.at(i.words.start).token.shape == Shape::Capital
        });
    let head = items.get(at);
    !topic && head.is_some_and(|i| !words.at(i.words.start).token.shape.is_capital())
}

/// Whether an item is a word of every day with a capital, which may be one of the topics in a name.
fn topical(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        let word = words.at(i.words.start);
        matches!(i.kind, Kind::Plain(_))
            && word.token.shape.is_capital()
            && (word.traits.has(NameTraits::COMMON) || i.is(Class::NotPerson))
            && !i.is_title()
            && i.honorific().is_none()
            && i.state().is_none()
    })
}

/// Whether a word in the plural with a capital tells who makes up a body: "Parliamentarians".
fn names_members(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        let mut entries = i.entries().iter();
        let several = entries.any(|e| matches!(e, Entry::Titles(_)));
        let text = words.small(&i.words);
        let members = ["parliamentarian", "legislator", "lawmaker"];
        // "Women's Parliamentarians Conference".
        let women = ["women", "youth"].contains(&text.as_ref());
        let members = several && members.iter().any(|m| text.starts_with(m));
        (women || members) && words.at(i.words.start).token.shape == Shape::Capital
    })
}

/// Whether a plain word belongs to the name: a state, or a word with a capital before a head with a capital.
fn modifier(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    lower_head: bool,
    parts: &mut Parts,
) -> bool {
    let Some(item) = items.get(at).filter(|i| ordinal(words, i).is_none()) else {
        return false;
    };
    if let Some(state) = item.state() {
        parts.states.push(state);
        return true;
    }
    // "Japan-Philippines Parliamentarians League": those who make up the body.
    let members = item.entries().iter().any(|e| matches!(e, Entry::Titles(_)));
    // "General Committee": a form of address that is an adjective here.
    let general = item.is(Class::NotPerson)
        && items.get(at + 1).is_some_and(|i| {
            let mut entries = i.entries().iter();
            i.is(Class::BodyNoun) || entries.any(|e| matches!(e, Entry::BodyHead(_)))
        });
    if item.is_title() && !members
        || item.honorific().is_some() && !general
        || item.is_any(&[Class::Article, Class::His, Class::Both])
    {
        return false;
    }
    if item.is(Class::Of) {
        return !lower_head && inside_topic(words, items, at);
    }
    let word = words.at(item.words.start);
    // The first word of a sentence has its capital from there, unless the words behind it have theirs too.
    let capital = word.token.shape.is_capital() && (at > 0 || item.is(Class::NotPerson));
    if is_and(item) {
        let left = at.checked_sub(1).and_then(|i| items.get(i));
        // "the Presiding Officers and Clerks Conference".
        let thing = left.is_some_and(|l| {
            let capital = words.at(l.words.start).token.shape.is_capital();
            l.is(Class::NotPerson) || l.is(Class::Speakers) && capital
        });
        return !lower_head && (thing || joins_topics(words, items, at));
    }
    if lower_head && !capital {
        return behind_states(words, items, at) || small_topic(words, items, at);
    }
    capital && !lower_head && !item.is_any(GRAMMAR)
}

/// "the Internal and External Affairs Committee", "the Social Affairs, Women, Children, and Youth Committee": whether the "and" at an
/// item stands behind one to three topics, or a list of them that goes on to a comma, that an article, an owner, a dash or a
/// comma opens.
fn joins_topics(words: &Words<'_>, items: &[Item<'_>], and: usize) -> bool {
    let comma = |n: usize| items.get(n).is_some_and(|i| i.is_mark(','));
    let listed = and > 0 && comma(and - 1);
    let last = and - usize::from(listed);
    let mut first = last;
    let reach = if listed { 9 } else { 3 };
    let joins = |n: usize| topical(words, items, n) || listed && comma(n);
    while last - first < reach && first > 0 && joins(first - 1) {
        first -= 1;
    }
    let opens = |i: &Item<'_>| {
        i.is_any(&[
            Class::Article,
            Class::Of,
            Class::His,
            Class::By,
            Class::With,
        ]) || matches!(i.kind, Kind::Mark('’' | ',' | ':' | '–' | '—'))
            || i.body().is_some()
            || i.is(Class::Be)
    };
    // "the Department of Health, World Bank, and Education Committee": a list of institutions.
    let institution = (first..last).any(|n| {
        items.get(n).is_some_and(|i| {
            i.is_any(&[Class::OtherBody, Class::BodyNoun])
                || INSTITUTIONS.contains(&words.text_of(&i.words))
        })
    });
    let several = !listed || (first..last).any(comma) && !institution;
    let opener = first.checked_sub(1).and_then(|i| items.get(i));
    several && first < last && opener.is_some_and(opens)
}

/// "the Democracy and Rule of Law Committee": whether the "of" at an item stands between two topics, of which the first is joined to
/// another by "and".
fn inside_topic(words: &Words<'_>, items: &[Item<'_>], of: usize) -> bool {
    let Some(and) = of.checked_sub(2) else {
        return false;
    };
    let joined = items.get(and).is_some_and(is_and) && joins_topics(words, items, and);
    joined && topical(words, items, of - 1) && topical(words, items, of + 1)
}

/// Whether an item is "and", or the sign for it.
fn is_and(item: &Item<'_>) -> bool {
    item.is(Class::And) || item.is_mark('&')
}

/// "Latvia-Ghana inter-parliamentary connexions working group", "Saeima–Knesset cooperation committee": whether a word in small letters
/// belongs to a name because two states or houses joined by a sign stand close before it.
fn behind_states(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let state = |n: Option<usize>| {
        let item = n.and_then(|n| items.get(n));
        item.is_some_and(|i| i.state().is_some() || i.body().is_some())
    };
    for left in (at.saturating_sub(5)..=at).rev() {
        let Some(item) = items.get(left) else {
            return false;
        };
        if state(Some(left)) {
            let joined = left
                .checked_sub(1)
                .and_then(|i| items.get(i))
                .is_some_and(|i| matches!(i.kind, Kind::Mark('-' | '–' | '/')));
            return joined && state(left.checked_sub(2));
        }
        let small = matches!(item.kind, Kind::Plain(_))
            && words.at(item.words.start).token.shape == Shape::Lower
            && !item.is_title()
            && !item.is_any(GRAMMAR)
            && !item.is_any(&[Class::Article, Class::His, Class::Of, Class::And]);
        if !small && !item.is_mark('-') {
            return false;
        }
    }
    false
}

/// "the parliamentary affairs committee": whether a word in small letters is the "affairs" of a committee, or the word before
/// it.
fn small_topic(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let committee = |n: usize| {
        items.get(n).is_some_and(|i| {
            let noun = i.word(Class::BodyNoun);
            noun.is_some_and(|row| words.lexicon.value(row) == 1)
                || i.entries().iter().any(|e| matches!(e, Entry::BodyHead(_)))
                    && words.text_of(&i.words).starts_with("committee")
        })
    };
    let topic = |n: usize| items.get(n).is_some_and(|i| i.is(Class::Topic));
    let noun = |n: usize| {
        items.get(n).is_some_and(|i| {
            let word = words.at(i.words.start);
            word.token.shape == Shape::Lower
                && word.traits.has(NameTraits::COMMON)
                && i.entries().is_empty()
        })
    };
    topic(at) && committee(at + 1) && at.checked_sub(1).is_some_and(noun)
        || noun(at) && topic(at + 1) && committee(at + 2)
}

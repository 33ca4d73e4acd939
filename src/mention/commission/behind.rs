//! What stands behind the head noun of a commission: its topic, its members.
//!
//! This file never reads before the head.

use super::super::body::BodyMention;
use super::super::chamber::{body_number, chamber_at};
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::{Parts, gathering_of};
use crate::lexicon::{Class, Entry, NameTraits};
use crate::ontology::BodyForm;

/// Behind those of whom a conference is one: "NB8 parliament speakers", "the presidents of parliaments".
pub(super) fn speakers_behind(items: &[Item<'_>], from: usize) -> Option<usize> {
    let several = |i: &Item<'_>| {
        i.is(Class::Speakers) || i.entries().iter().any(|e| matches!(e, Entry::Titles(_)))
    };
    let close = items
        .get(from..(from + 7).min(items.len()))
        .unwrap_or_default();
    let last = close
        .iter()
        .take_while(|i| !i.is_any(&[Class::In, Class::On]) && !i.is_mark(','))
        .enumerate()
        .filter(|(_, i)| several(i))
        .last()?;
    Some(from + last.0 + 1)
}

/// Walks right over topic and members: "on Foreign Affairs", "for cooperation between A and B", "with C", "of D".
pub(super) fn behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
    form: BodyForm,
) -> usize {
    let mut end = from;
    let ends_with_preposition = from
        .checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| {
            matches!(
                words.text_of(&i.words).rsplit(' ').next(),
                Some("on" | "for" | "with" | "to" | "of")
            )
        });
    if ends_with_preposition {
        end = topic(words, items, end);
    }
    loop {
        let Some(item) = items.get(end) else {
            return end;
        };
        let word = words.text_of(&item.words).to_lowercase();
        let next = match word.as_str() {
            "on" | "for" => Some(topic(words, items, end + 1)).filter(|n| *n > end + 1),
            "between" if countries(words, items, end + 1).is_some() => {
                countries(words, items, end + 1)
            }
            "between" => members(words, items, end + 1, parts, found),
            "with" => member(words, items, end + 1, parts, found),
            "of" if form == BodyForm::Forum && gathering_of(items, end - 1) => {
                speakers_behind(items, end + 1)
            }
            "of" if form == BodyForm::Forum => {
                Some(topic(words, items, end + 1)).filter(|n| *n > end + 1)
            }
            "of" => member(words, items, end + 1, parts, found).or_else(|| {
                let next = topic(words, items, end + 1);
                (next > end + 1 && form == BodyForm::FriendshipGroup).then_some(next)
            }),
            _ => None,
        };
        match next {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// The words of a topic: capitalised words with "and", commas and "of" between them, or a few lower-case nouns.
pub(super) fn topic(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let mut end = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let mut last = from;
    let capital_topic = items
        .get(end)
        .is_some_and(|i| words.at(i.words.start).token.shape.is_capital());
    while let Some(item) = items.get(end) {
        let word = words.at(item.words.start);
        let article = item.is(Class::Article)
            && items
                .get(end.wrapping_sub(1))
                .is_some_and(|i| i.is_any(&[Class::Of, Class::And]));
        if article
            && capital_topic
            && items.get(end + 1).is_some_and(|i| {
                words.at(i.words.start).token.shape.is_capital()
                    && matches!(i.kind, Kind::Plain(_))
                    && i.state().is_none_or(|_| i.demonym().is_some())
            })
        {
            end += 1;
            continue;
        }
        let content = matches!(item.kind, Kind::Plain(_)) && word.token.shape.is_word();
        let bridge =
            item.is_any(&[Class::And, Class::Of]) || item.is_mark(',') || item.is_mark('-');
        let known = word.traits.has(NameTraits::COMMON) || !item.entries().is_empty();
        let named = !item.is(Class::NotPerson)
            && (end > from + 1 && !known
                || word.traits.has(NameTraits::GIVEN) && !word.traits.has(NameTraits::COMMON));
        if content && !bridge && !item.is_title() && item.state().is_none() {
            let fits = if capital_topic {
                word.token.shape.is_capital() && !named
            } else {
                lower_topic(item, end - from)
            };
            if !fits || item.honorific().is_some() {
                break;
            }
            last = end + 1;
        } else if !(bridge && capital_topic
            || item.is(Class::And) && !capital_topic && next_lower(words, items, end + 1))
        {
            break;
        }
        end += 1;
    }
    last
}

pub(super) fn lower_topic(item: &Item<'_>, length: usize) -> bool {
    let grammar = item.is_any(&[
        Class::Be,
        Class::Have,
        Class::Who,
        Class::Which,
        Class::Between,
        Class::With,
        Class::In,
        Class::By,
        Class::To,
        Class::From,
        Class::Meet,
        Class::Hold,
        Class::Say,
        Class::Future,
        Class::Negation,
        Class::Preposition,
    ]);
    !grammar && length < 5
}

pub(super) fn next_lower(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        words.at(i.words.start).token.shape == crate::text::Shape::Lower
            && lower_topic(i, 0)
            && !i.is(Class::Article)
    })
}

/// "the two countries", "our nations": states that the name leaves to the context.
pub(super) fn countries(words: &Words<'_>, items: &[Item<'_>], from: usize) -> Option<usize> {
    let mut end = from;
    while items
        .get(end)
        .is_some_and(|i| i.is_any(&[Class::Article, Class::Both, Class::His, Class::Number]))
    {
        end += 1;
    }
    let noun = words.text_of(&items.get(end)?.words).to_lowercase();
    let several = [
        "countries",
        "nations",
        "states",
        "parliaments",
        "legislatures",
        "peoples",
    ];
    several.contains(&noun.as_str()).then_some(end + 1)
}

/// "A and B", each a chamber or a state.
pub(super) fn members(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let mut end = member(words, items, from, parts, found)?;
    while items
        .get(end)
        .is_some_and(|i| i.is(Class::And) || i.is_mark(','))
    {
        let Some(next) = member(words, items, end + 1, parts, found) else {
            break;
        };
        end = next;
    }
    Some(end)
}

/// A chamber or a state.
pub(super) fn member(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    if let Some(number) = items.get(next).and_then(body_number) {
        parts.bodies.push(number);
        return Some(next + 1);
    }
    if next > from && items.get(next).is_some_and(|i| i.is(Class::Country))
        || items.get(from).is_some_and(|i| i.is(Class::His))
    {
        return items
            .get(from + 1)
            .is_some_and(|i| i.is(Class::Country))
            .then_some(from + 2);
    }
    let generic = items
        .get(next)
        .is_some_and(|i| i.is(Class::ParliamentWord) && i.entries().len() == 1);
    if let Some(range) = chamber_at(words, items, next, found) {
        let number = found.len() - 1;
        parts.bodies.push(number);
        let states = found
            .get(number)
            .map(|b| b.states.clone())
            .unwrap_or_default();
        if generic && states.is_empty() {
            found.pop();
            parts.bodies.pop();
            return None;
        }
        parts.states.extend(states);
        return Some(range.end);
    }
    let state = items.get(next)?.state()?;
    parts.states.push(state);
    Some(next + 1)
}

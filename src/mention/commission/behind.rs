//! The words behind a head noun that belong to the name: "on Foreign Affairs", "between A and B", "with C", "of D".
//!
//! In comes the place behind a head noun, out comes where the name ends. This module never looks before the head.

use super::super::body::BodyMention;
use super::super::chamber::chamber_at;
use super::super::item::Item;
use super::super::word::Words;
use super::Parts;
use super::head::{gathering_of, speakers_behind};
use super::topic::topic;
use crate::lexicon::Class;
use crate::ontology::BodyForm;

/// Walks right over topic and members: "on Foreign Affairs", "for cooperation between A and B", "with C", "of D".
pub(super) fn behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    (form, parts): (BodyForm, &mut Parts),
    found: &mut Vec<BodyMention>,
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

/// "the two countries", "our nations": states that the name leaves to the context.
fn countries(words: &Words<'_>, items: &[Item<'_>], from: usize) -> Option<usize> {
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
fn members(
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

/// A chamber or a state, or words that leave it to the context.
fn member(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    if let Some(number) = items.get(next).and_then(Item::body) {
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

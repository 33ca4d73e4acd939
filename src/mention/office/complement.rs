//! What stands behind a title: the body, state or portfolio that it belongs to.
//!
//! This file never looks before the title.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use crate::lexicon::{Class, NameTraits};
use crate::ontology::Office;

/// Reads what stands behind the title: "of the State Duma", "of Russia and Azerbaijan", "of Foreign Affairs", "to Samoa".
pub(super) fn complement(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> usize {
    let mut end = from;
    // "Chairman Senate": the body follows without a preposition, and its office-holder after it.
    if let Some(Kind::Body(number)) = items.get(end).map(|i| i.kind) {
        new.bodies.push(number);
        return end + 1;
    }
    loop {
        let Some(item) = items.get(end) else {
            return end;
        };
        let preposition = words.text_of(&item.words).to_lowercase();
        match preposition.as_str() {
            "of" | "at" | "in" | "for" | "to" => {}
            _ => return end,
        }
        let next = match preposition.as_str() {
            "of" => owners(words, items, end + 1, new),
            "to" if new.can_be(words, Office::Ambassador) => posted(items, end + 1),
            "to" | "at" => owners(words, items, end + 1, new),
            _ if new.can_be(words, Office::Ambassador) => posted(items, end + 1),
            _ => None,
        };
        let next = next.or_else(|| {
            let minister =
                new.can_be(words, Office::Minister) && !new.can_be(words, Office::HeadOfGovernment);
            (minister && preposition != "in")
                .then(|| ministry(words, items, end + 1))
                .filter(|n| *n > end + 1)
        });
        match next {
            Some(next) => end = next,
            None if preposition == "of" => {
                new.foreign = new.bare();
                return if new.foreign {
                    something_else(words, items, end + 1)
                } else {
                    end
                };
            }
            None => return end,
        }
    }
}

/// "the State Duma", "Russia and Azerbaijan", "the Russian side".
pub(super) fn owners(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let mut end = owner(words, items, from, new)?;
    while new.plural
        && items
            .get(end)
            .is_some_and(|i| i.is(Class::And) || i.is_mark(','))
    {
        let mut next = end + 1;
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::And)));
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::Of)));
        let Some(after) = owner(words, items, next, new) else {
            break;
        };
        end = after;
    }
    Some(end)
}

pub(super) fn owner(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let next = from
        + usize::from(
            items
                .get(from)
                .is_some_and(|i| i.is_any(&[Class::Article, Class::His, Class::Both])),
        );
    let item = items.get(next)?;
    if let Kind::Body(number) = item.kind {
        new.bodies.push(number);
        return Some(next + 1);
    }
    let state = item.state();
    if state.is_some() && items.get(next + 1).is_some_and(|i| i.is(Class::Sides)) {
        new.side = state;
        return Some(next + 2);
    }
    if let Some(state) = state {
        let possessive = items.get(next + 1).is_some_and(|i| i.is_mark('’'));
        if possessive && let Some(Kind::Body(number)) = items.get(next + 2).map(|i| i.kind) {
            new.bodies.push(number);
            new.states.push(state);
            return Some(next + 3);
        }
        if item.demonym().is_some() && item.entries().len() == 1 {
            // "Chairman of the Armenian something": not an office that we know.
            return None;
        }
        new.states.push(state);
        return Some(next + 1);
    }
    let text = words.text_of(&item.words).to_lowercase();
    if new.plural && ["countries", "nations", "states"].contains(&text.as_str()) {
        new.countries = true;
        return Some(next + 1);
    }
    if item.is(Class::Country) || ["state", "government"].contains(&text.as_str()) {
        return Some(next + 1);
    }
    if item.is(Class::Delegation) {
        return Some(next + 1);
    }
    None
}

/// "to Samoa", "in the country", "in Muscat": where an ambassador is posted, which is not whom the ambassador acts for.
pub(super) fn posted(items: &[Item<'_>], from: usize) -> Option<usize> {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let item = items.get(next)?;
    let place = item.state().is_some()
        || item.city().is_some()
        || next > from && matches!(item.kind, Kind::Plain(_));
    place.then_some(next + 1)
}

/// The words of what an office of something else belongs to: "of the Political Bureau".
pub(super) fn something_else(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let mut end = from
        + usize::from(
            items
                .get(from)
                .is_some_and(|i| i.is_any(&[Class::Article, Class::His])),
        );
    while let Some(item) = items.get(end) {
        let word = words.at(item.words.start);
        let named = word.traits.has(NameTraits::GIVEN) && !word.traits.has(NameTraits::COMMON);
        let plain =
            matches!(item.kind, Kind::Plain(_)) && word.token.shape.is_word() && !item.is_title();
        if !plain
            || named
            || item.honorific().is_some()
            || !fits_portfolio(item, false, end - from) && !word.token.shape.is_capital()
        {
            break;
        }
        end += 1;
    }
    end
}

/// The words of a portfolio behind "Minister of".
pub(super) fn ministry(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let mut end = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let mut last = from;
    while let Some(item) = items.get(end) {
        let word = words.at(item.words.start);
        let bridge = item.is_any(&[Class::And, Class::Of]) || item.is_mark(',');
        let known = word.traits.has(NameTraits::COMMON) || !item.entries().is_empty();
        let named = word.token.shape.is_capital() && !known
            || word.traits.has(NameTraits::GIVEN) && !word.traits.has(NameTraits::COMMON);
        let plain = matches!(item.kind, Kind::Plain(_))
            && word.token.shape.is_word()
            && item.state().is_none();
        if bridge {
            // A comma goes on only between capitalised words.
            let next = items.get(end + 1).map(|i| words.at(i.words.start));
            if !next.is_some_and(|n| n.token.shape.is_capital() && n.traits.has(NameTraits::COMMON))
            {
                break;
            }
        } else if !plain
            || named
            || item.is_title()
            || item.honorific().is_some()
            || !fits_portfolio(item, word.token.shape.is_capital(), end - from)
        {
            break;
        } else {
            last = end + 1;
        }
        end += 1;
    }
    last
}

pub(super) fn fits_portfolio(item: &Item<'_>, capital: bool, length: usize) -> bool {
    let grammar = item.is_any(&[
        Class::Be,
        Class::Have,
        Class::Who,
        Class::Which,
        Class::With,
        Class::In,
        Class::By,
        Class::To,
        Class::From,
        Class::Say,
        Class::Future,
        Class::Respectively,
        Class::He,
        Class::Meet,
        Class::Receive,
        Class::Attend,
    ]);
    capital || !grammar && length < 2
}

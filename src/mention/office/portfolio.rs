//! The words of what a minister or another official is in charge of: "Foreign", "of Culture and Sport".
//!
//! In comes a place, out comes how far such words reach. This module never names a body or a state.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use crate::lexicon::{Class, NameTraits};
use crate::ontology::Office;
use crate::text::Shape;

/// Whether a word before a title is part of a minister's portfolio: "Foreign", "Culture".
pub(super) fn before_minister(words: &Words<'_>, item: &Item<'_>, office: &OfficeMention) -> bool {
    let word = words.at(item.words.start);
    let plain = matches!(item.kind, Kind::Plain(_))
        && word.token.shape.is_capital()
        && item.honorific().is_none();
    // "A, Deputy Defence Minister": the second one of a ministry.
    let second = words.text_of(&item.words) == "Deputy";
    // "Defence Minister", as the British spell it.
    let field = word.traits.has(NameTraits::COMMON) || item.is(Class::NotPerson);
    plain
        && (field && !item.is_title() || second)
        && office.can_be(words, Office::Minister)
        && !item.is_any(&[
            Class::Article,
            Class::In,
            Class::With,
            Class::By,
            Class::And,
            Class::Preposition,
        ])
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
        // "of the Secretariat N. Tarn": a name begins.
        let initial = word.token.shape == Shape::Initial;
        // "of the group Fada-Tarn Maleki": the first part of one.
        let part = items
            .get(end + 1)
            .is_some_and(|i| i.is_mark('-') && words.at(i.words.start).token.glued)
            && word.token.shape == Shape::Capital
            && item.entries().is_empty();
        if !plain
            || part
            || named
            || initial
            || item.honorific().is_some()
            || !fits_portfolio(item, false, end - from) && !word.token.shape.is_capital()
        {
            // "Director of Finance & Administration".
            let sign = words.text_of(&item.words) == "&" && end > from;
            let next = items.get(end + 1).filter(|_| sign);
            let field = next.is_some_and(|i| {
                let word = words.at(i.words.start);
                matches!(i.kind, Kind::Plain(_))
                    && word.token.shape.is_capital()
                    && word.traits.has(NameTraits::COMMON)
                    && !i.is_title()
            });
            if !field {
                break;
            }
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
        // "Minister of Fisheries of Greenland": of what part of a state.
        if item.is(Class::Of) && is_region(words, items, end + 1) {
            break;
        }
        let signs = item.is_mark(',') || item.is_mark('&');
        let bridge = signs || item.is_any(&[Class::And, Class::Of]);
        let known = word.traits.has(NameTraits::COMMON) || !item.entries().is_empty();
        // An unknown word before "Mr" or a sign is the last one of the portfolio: "European Integration Mr".
        let last_word = items.get(end + 1).is_some_and(|i| {
            i.honorific().is_some()
                || matches!(i.kind, Kind::Mark(_))
                || i.is_any(&[Class::Of, Class::And])
        }) && end > from + 1;
        let named = word.token.shape.is_capital() && !known && !last_word
            || word.traits.has(NameTraits::GIVEN) && !word.traits.has(NameTraits::COMMON);
        let plain = matches!(item.kind, Kind::Plain(_))
            && word.token.shape.is_word()
            && item.state().is_none();
        if begins_name(words, items, end + usize::from(bridge)) {
            break;
        }
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

/// Whether a part of a state that has a legislature of its own is named at an item.
pub(super) fn is_region(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let item = items.get(at).filter(|i| i.state().is_none());
    let place = item.and_then(Item::city);
    let place = place.and_then(|row| words.lexicon.city(row));
    place.is_some_and(|c| c.region)
}

/// Whether a name begins whose first word is one of every day too: "Grace Tembo", where the word behind is none.
fn begins_name(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let traits = |n: usize| {
        let item = items.get(n).filter(|i| matches!(i.kind, Kind::Plain(_)))?;
        let word = words.at(item.words.start);
        let unknown = item.entries().is_empty() && item.state().is_none();
        word.token
            .shape
            .is_capital()
            .then_some((word.traits, unknown))
    };
    let given = traits(at).is_some_and(|(t, _)| t.has(NameTraits::GIVEN));
    let surname = |(t, unknown): (NameTraits, bool)| unknown && !t.has(NameTraits::COMMON);
    given && traits(at + 1).is_some_and(surname)
}

/// Whether a word may be part of a portfolio of which so many words are read: any with a capital, of others the first two
/// that are no grammar.
fn fits_portfolio(item: &Item<'_>, capital: bool, length: usize) -> bool {
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

//! What stands before a title: a body, a state, "former", a portfolio.
//!
//! This file never looks behind the title.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use crate::lexicon::{Class, NameTraits};
use crate::ontology::Office;

/// Where the written title begins: with the words of a portfolio before "Minister", if any.
pub(super) fn title_start(words: &Words<'_>, items: &[Item<'_>], start: usize, at: usize) -> usize {
    let mut first = items.get(at).map_or(0, |i| i.words.start);
    for item in items.get(start..at).unwrap_or_default().iter().rev() {
        let plain = matches!(item.kind, Kind::Plain(_)) && item.state().is_none();
        if !plain
            || item.is_any(&[Class::Former, Class::Current, Class::His])
            || !words.at(item.words.start).token.shape.is_word()
        {
            break;
        }
        first = item.words.start;
    }
    first
}

/// Reads what stands before the title: "Russia's", "Majilis", "former", "its", "Foreign".
pub(super) fn premodifiers(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> usize {
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let possessive = item.is_mark('’');
        let owner = if possessive {
            start.checked_sub(2).and_then(|i| items.get(i))
        } else {
            Some(item)
        };
        let Some(owner) = owner else { break };
        let step = if possessive { 2 } else { 1 };
        match owner.kind {
            Kind::Body(number) => new.bodies.push(number),
            Kind::Plain(_) if owner.state().is_some() => new.states.extend(owner.state()),
            _ if possessive => break,
            _ if item.is(Class::Former) => new.former = true,
            _ if item.is(Class::His) => {
                new.possessive = true;
                return start - 1;
            }
            _ if item.is(Class::Current) && !item.is(Class::Address) => {}
            _ if item.is(Class::Article) || item.is(Class::Both) => {
                new.definite = true;
                new.plural |= item.is(Class::Both);
                return start;
            }
            _ if item.is_any(&[Class::ParliamentWord, Class::UpperHouse, Class::LowerHouse]) => {
                new.definite = true
            }
            _ if portfolio(words, item, new) => {}
            _ => break,
        }
        start -= step;
    }
    start
}

/// Whether a word is part of a minister's portfolio: "Foreign", "Culture".
pub(super) fn portfolio(words: &Words<'_>, item: &Item<'_>, office: &OfficeMention) -> bool {
    let word = words.at(item.words.start);
    let plain = matches!(item.kind, Kind::Plain(_))
        && word.token.shape.is_capital()
        && item.honorific().is_none();
    plain
        && word.traits.has(NameTraits::COMMON)
        && !item.is_title()
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

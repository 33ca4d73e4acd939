//! A body that stands right behind a title, or is tied to it by hyphens: "Chairman Senate", "Clerk-to-Parliament".
//!
//! In comes the place behind a title, out comes where the office ends with that body. This module never looks behind a preposition alone.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::ontology::Office;

/// Where an office ends whose body stands at an item with nothing but a hyphen before it: "Chairman Senate", "Clerk-to-Parliament".
pub(super) fn adjoining(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    if let Some((body, behind)) = hyphened(words, items, at) {
        new.bodies.push(body);
        return Some(behind);
    }
    let body = items.get(at)?.body()?;
    // "Deputy Senate Speaker": the body belongs to the title behind it; "Chairman Senate Finance Committee Senator A": not to that of a seat.
    let next = items.get(at + 1).filter(|i| i.is_title());
    let of_next = next.is_some_and(|i| !is_of_seat(words, i))
        || next.is_some() && is_of_seat_only(words, new);
    if of_next {
        return Some(at);
    }
    new.bodies.push(body);
    Some(at + 1)
}

/// "Clerk-to-Parliament", "Clerk-of-the-House": the body that hyphens tie to a title, which ends before an item, and the place behind it.
fn hyphened(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, usize)> {
    let dash = |n: usize| items.get(n).is_some_and(|i| i.is_mark('-'));
    let preposition = items.get(at + 1);
    let ties = preposition.is_some_and(|i| words.say(&i.words, &["to", "of"]));
    let article = items.get(at + 3).is_some_and(|i| i.is(Class::Article));
    let body = at + 3 + 2 * usize::from(article && dash(at + 4));
    let number = items
        .get(body)
        .filter(|_| dash(at) && ties && dash(at + 2))?;
    Some((number.body()?, body + 1))
}

/// "Speaker of House of Commons United Kingdom A", "Speaker of the Parliament of Finland the Eduskunta B": where the state or the own name of
/// a house ends that stands right behind the house of an office, before a name.
pub(super) fn adjoining_state(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let capital = |n: usize| {
        items.get(n).is_some_and(|i| {
            let plain = matches!(i.kind, Kind::Plain(_)) && !i.is_title();
            plain && words.at(i.words.start).token.shape.is_capital()
        })
    };
    let item = items.get(at).filter(|_| !new.plural)?;
    if item.is(Class::Article) {
        let own = items.get(at + 1)?.body().is_some();
        return (own && capital(at + 2)).then_some(at + 2);
    }
    // "Speaker of the House Jordan B": a name may begin with that of a state.
    let given = words.at(item.words.start).traits.has(NameTraits::GIVEN);
    let written = item.words.len() > 1 || !given;
    let state = item
        .state()
        .filter(|_| item.demonym().is_none() && written)?;
    if new.states.is_empty() && capital(at + 1) {
        new.states.push(state);
        return Some(at + 1);
    }
    None
}

/// Whether a title is of a seat in a house and of nothing else: "Senator".
fn is_of_seat(words: &Words<'_>, title: &Item<'_>) -> bool {
    let rows = title.entries().iter().filter_map(|e| match e {
        Entry::Title(row) => words.lexicon.title(*row),
        _ => None,
    });
    let mut titles = rows.peekable();
    titles.peek().is_some() && titles.all(|t| t.office == Some(Office::Member))
}

/// Whether an office is of a seat in a house and of nothing else.
fn is_of_seat_only(words: &Words<'_>, office: &OfficeMention) -> bool {
    let mut titles = office.titles(words).into_iter();
    titles.all(|t| t.office == Some(Office::Member))
}

//! The head noun of a commission, and the words before it that belong to its name.
//!
//! This file never reads behind the head.

use super::super::body::BodyMention;
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Parts;
use crate::lexicon::{Class, Entry};
use crate::ontology::BodyForm;

/// "conference of parliament speakers", "summit of the presidents of parliaments".
pub(super) fn gathering_of(items: &[Item<'_>], at: usize) -> bool {
    let noun = items
        .get(at)
        .is_some_and(|i| i.is_any(&[Class::ConferenceNoun, Class::SessionNoun]));
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    let close = items
        .get(at + 2..(at + 7).min(items.len()))
        .unwrap_or_default();
    let speakers = close
        .iter()
        .take_while(|i| !i.is_any(&[Class::In, Class::On, Class::And]) && !i.is_mark(','))
        .any(|i| {
            i.entries().iter().any(|e| matches!(e, Entry::Titles(_)))
                || matches!(i.kind, Kind::Plain(_)) && i.is(Class::Speakers)
        });
    noun && of && speakers
}

/// The form of body that a head noun names, and whether the noun alone is already a composed name.
pub(super) fn head_of(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(BodyForm, bool)> {
    let item = items.get(at)?;
    if gathering_of(items, at) {
        return Some((BodyForm::Forum, true));
    }
    let head = item.entries().iter().find_map(|e| match e {
        Entry::BodyHead(row) | Entry::BodyHeads(row) => words.lexicon.body_head(*row),
        _ => None,
    });
    let several = words.text_of(&item.words).contains([' ', '-']);
    if let Some(head) = head {
        return (head.form != BodyForm::Delegation || several).then_some((head.form, several));
    }
    let row = item.word(Class::BodyNoun)?;
    (words.lexicon.value(row) == 1)
        .then_some((BodyForm::Committee, false))
        .map(|(form, composed)| {
            let text = words.text_of(&item.words).to_lowercase();
            (
                if text.starts_with("commission") {
                    BodyForm::Commission
                } else {
                    form
                },
                composed,
            )
        })
}

/// Walks left over the words that belong to the name: "Kazakh-Uzbek Inter-Parliamentary", "Foreign Relations".
pub(super) fn before(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &mut Parts,
    found: &[BodyMention],
) -> usize {
    let lower_head = items
        .get(at)
        .is_some_and(|i| !words.at(i.words.start).token.shape.is_capital());
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let joins = match item.kind {
            Kind::Mark('-' | '–' | '/') => {
                words.at(item.words.end).token.glued || start + 1 < at + 1
            }
            Kind::Body(number) => {
                parts.bodies.push(number);
                parts.states.extend(
                    found
                        .get(number)
                        .iter()
                        .flat_map(|b| b.states.iter().copied()),
                );
                true
            }
            Kind::Plain(_) => modifier(words, items, start - 1, lower_head, parts),
            _ => false,
        };
        if !joins {
            break;
        }
        start -= 1;
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

pub(super) fn modifier(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    lower_head: bool,
    parts: &mut Parts,
) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    if let Some(state) = item.state() {
        parts.states.push(state);
        return true;
    }
    if item.is_title()
        || item.honorific().is_some()
        || item.is_any(&[Class::Article, Class::His, Class::Of, Class::Both])
    {
        return false;
    }
    let word = words.at(item.words.start);
    // The first word of a sentence has its capital from there, unless the words behind it have theirs too.
    let capital = word.token.shape.is_capital() && (at > 0 || item.is(Class::NotPerson));
    let grammar = item.is_any(&[
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
    ]);
    if item.is(Class::And) {
        let left = at.checked_sub(1).and_then(|i| items.get(i));
        return !lower_head && left.is_some_and(|l| l.is(Class::NotPerson));
    }
    capital && !lower_head && !grammar
}

//! Two houses behind the noun of a commission: "of the Parliament of A and the Parliament of B".
//!
//! In comes the place behind "of", out comes where the name ends. This module never reads one house alone.

use super::super::body::{BodyMention, Means};
use super::super::chamber::chamber_at;
use super::super::item::Item;
use super::super::word::Words;
use super::Parts;
use crate::lexicon::Class;
use crate::ontology::{BodyForm, StateCode};

/// "of the Parliament of A and the Parliament of B": two houses of two states that have a commission of their own. A committee on something
/// is one of each house.
pub(super) fn both_houses(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    (form, parts): (BodyForm, &mut Parts),
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    if form == BodyForm::Committee {
        return None;
    }
    let (bodies, states, known) = (parts.bodies.len(), parts.states.len(), found.len());
    let end = house(words, items, from, parts, found)
        .filter(|end| items.get(*end).is_some_and(|i| i.is(Class::And)))
        .and_then(|end| house(words, items, end + 1, parts, found));
    let of = |body: &usize| state_of_house(words, found.get(*body)?);
    let houses = parts.bodies.get(bodies..).unwrap_or_default();
    let told: Vec<StateCode> = houses.iter().filter_map(of).collect();
    // "and the Parliament of B's Committee on Law": another committee.
    let owner = end.is_some_and(|e| items.get(e).is_some_and(|i| i.is_mark('’')));
    let of_two = !owner && matches!(told.as_slice(), [a, b] if a != b);
    if end.is_none() || !of_two {
        parts.bodies.truncate(bodies);
        parts.states.truncate(states);
        found.truncate(known);
        return None;
    }
    parts.states.extend(told);
    end
}

/// The state of a house by its name: one that stands in it, or that of the only house of that name.
fn state_of_house(words: &Words<'_>, house: &BodyMention) -> Option<StateCode> {
    let only = || match &house.means {
        Means::Chambers(rows) => match rows.as_slice() {
            [row] => words.lexicon.chamber(*row).map(|c| c.state),
            _ => None,
        },
        Means::Assembly(_) | Means::Named | Means::Reference => None,
    };
    house.states.first().copied().or_else(only)
}

/// A chamber or parliament with an article before it.
fn house(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let article = items.get(from).is_some_and(|i| i.is(Class::Article));
    let next = items.get(from + 1).filter(|_| article)?;
    if let Some(number) = next.body() {
        parts.bodies.push(number);
        return Some(from + 2);
    }
    let range = chamber_at(words, items, from + 1, found)?;
    parts.bodies.push(found.len() - 1);
    Some(range.end)
}

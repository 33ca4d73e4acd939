//! What stands behind the name of a chamber: "of Kazakhstan", "of the Oliy Majlis", "of the IPU".
//!
//! In comes the place behind a name, out come the states and bodies that it names. This module never decides what the name
//! means.

use super::super::body::{BodyMention, Means};
use super::super::item::Item;
use super::super::word::Words;
use super::chamber_at;
use crate::lexicon::{Class, Entry, RowNumber};
use crate::ontology::{NodeKind, StateCode};

/// "the 150th Assembly of the IPU": the gathering of an assembly is the assembly. Gives the assembly behind an "of" and its
/// item.
pub(super) fn assembly_of(
    words: &Words<'_>,
    items: &[Item<'_>],
    of: usize,
) -> Option<(RowNumber, usize)> {
    if !items.get(of)?.is(Class::Of) {
        return None;
    }
    let next = of + 1 + usize::from(items.get(of + 1).is_some_and(|i| i.is(Class::Article)));
    let row = items.get(next)?.entries().iter().find_map(|e| {
        if let Entry::Assembly(row) = e {
            Some(*row)
        } else {
            None
        }
    })?;
    words.lexicon.assembly(row).map(|_| (row, next))
}

/// What states are by their form.
const FORMS: [&str; 6] = [
    "Republic",
    "Kingdom",
    "State",
    "Commonwealth",
    "Sultanate",
    "Federation",
];

/// "the National Assembly of Azerbaijan Republic": the place behind the form of a state that stands right behind its name.
fn past_form_behind(words: &Words<'_>, items: &[Item<'_>], at: usize) -> usize {
    let text = |i: &Item<'_>| words.text_of(&i.words);
    let form = items.get(at).is_some_and(|i| FORMS.contains(&text(i)));
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    // "the Legislative Assembly State Secretariat": only behind the name of a state, be it one with that of the house.
    let named = before.is_some_and(|i| i.state().is_some() || text(i).contains(" of "));
    at + usize::from(form && !of && named)
}

/// "Republic of Portugal", which nobody but a chamber's name calls it: the place of the state behind the form of it.
fn past_form_of_state(words: &Words<'_>, items: &[Item<'_>], at: usize) -> usize {
    let form = items
        .get(at)
        .is_some_and(|i| i.words.len() == 1 && FORMS.contains(&words.text_of(&i.words)));
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    let state = items.get(at + 2).is_some_and(|i| i.state().is_some());
    if form && of && state { at + 2 } else { at }
}

/// Reads on from `end`, which moves behind what is read; adds its states and the mentions inside, and gives the numbers of
/// these: "of Kazakhstan", "of the Oliy Majlis", "of Parliament of the Republic of Kazakhstan".
pub(super) fn suffix(
    words: &Words<'_>,
    items: &[Item<'_>],
    end: &mut usize,
    states: &mut Vec<StateCode>,
    found: &mut Vec<BodyMention>,
    kind: NodeKind,
) -> Vec<usize> {
    let mut parts = Vec::new();
    *end = past_form_behind(words, items, *end);
    // "Senate Pakistan", "Majilis Kazakhstan" is no English; "Parliament of" is.
    while items.get(*end).is_some_and(|i| i.is(Class::Of)) && kind != NodeKind::Assembly {
        let mut next = *end + 1;
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::Article)));
        next = past_form_of_state(words, items, next);
        let Some(item) = items.get(next) else { break };
        // "the Senate of the Transition": the chamber of a state while it gives itself a new constitution.
        let text = words.text_of(&item.words);
        if text.eq_ignore_ascii_case("transition") {
            *end = next + 1;
            continue;
        }
        let names_body = names_body(item);
        let demonym_first = item.demonym().is_some()
            && items.get(next + 1).is_some_and(|i| !i.entries().is_empty());
        if names_body || demonym_first {
            let Some(range) = chamber_at(words, items, next, found) else {
                break;
            };
            *end = range.end;
            let number = found.len() - 1;
            parts.push(number);
            if let Some(inner) = found.get(number) {
                states.extend(inner.states.iter().copied());
                // "the lower house of the Tajik Parliament": a name that one state alone has.
                states.extend(only_state(words, inner).filter(|_| inner.states.is_empty()));
            }
            break;
        }
        let Some(state) = item
            .state()
            .filter(|_| item.demonym().is_none() || item.entries().len() > 1)
        else {
            break;
        };
        states.push(state);
        *end = past_form_behind(words, items, next + 1);
        // "the Senate of Kazakhstan's Parliament".
        let owner = items.get(*end).is_some_and(|i| i.is_mark('’'));
        if owner
            && items
                .get(*end + 1)
                .is_some_and(|i| i.is(Class::ParliamentWord))
        {
            *end += 2;
        }
    }
    states.dedup();
    parts
}

/// The state of the chambers that a mention may mean, where it is one.
pub(in crate::mention) fn only_state(
    words: &Words<'_>,
    mention: &BodyMention,
) -> Option<StateCode> {
    let Means::Chambers(rows) = &mention.means else {
        return None;
    };
    let mut states = rows
        .iter()
        .filter_map(|row| words.lexicon.chamber(*row))
        .map(|chamber| chamber.state);
    let first = states.next()?;
    states.all(|state| state == first).then_some(first)
}

/// Whether an item names a chamber, by a name or a common noun.
fn names_body(item: &Item<'_>) -> bool {
    item.entries().iter().any(|e| {
        matches!(e, Entry::Chamber(_) | Entry::SharedChamber(_))
            || matches!(e, Entry::Word(Class::ParliamentWord, _))
    })
}

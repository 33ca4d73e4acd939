//! Names that mean one state in most articles and another one in some: "Korea" in an article about Pyongyang.
//!
//! In come the items of all sentences, out come the same without the state that the article cannot mean. This module never decides for the
//! other state.

use std::collections::BTreeSet;

use super::item::{Item, Kind};
use crate::lexicon::{Entry, Lexicon};
use crate::ontology::StateCode;

/// Takes the usual state from names that another state has too, where the article names that other one without doubt and the usual one
/// nowhere.
pub(super) fn settle(lexicon: &Lexicon, sentences: &mut [Vec<Item<'_>>]) {
    if !sentences.iter().flatten().any(|i| shared(i).is_some()) {
        return;
    }
    let all = sentences.iter().flatten();
    let sure: BTreeSet<StateCode> = all
        .filter(|i| shared(i).is_none())
        .flat_map(Item::entries)
        .filter_map(|e| state_of(lexicon, *e))
        .collect();
    for item in sentences.iter_mut().flatten() {
        let Some((usual, other)) = shared(item) else {
            continue;
        };
        if let Kind::Plain(entries) = item.kind
            && sure.contains(&other)
            && !sure.contains(&usual)
        {
            let doubtful = |e: &&Entry| matches!(e, Entry::AmbiguousState(_));
            let at = entries
                .iter()
                .position(|e| doubtful(&e))
                .unwrap_or_default();
            *item = Item::new(
                item.words.clone(),
                Kind::Plain(entries.get(at..=at).unwrap_or_default()),
            );
        }
    }
}

/// The state that an item means in most articles, and another one that it may mean.
fn shared(item: &Item<'_>) -> Option<(StateCode, StateCode)> {
    let usual = item.state()?;
    let other = item.entries().iter().find_map(|e| match e {
        Entry::AmbiguousState(code) if *code != usual => Some(*code),
        _ => None,
    })?;
    Some((usual, other))
}

/// The state that an entry names without doubt: by itself, by its capital or by a house of its own.
fn state_of(lexicon: &Lexicon, entry: Entry) -> Option<StateCode> {
    match entry {
        Entry::State(code) | Entry::Demonym(code) => Some(code),
        Entry::Chamber(row) => Some(lexicon.chamber(row)?.state),
        Entry::City(row) => lexicon.city(row).filter(|c| c.capital)?.state,
        _ => None,
    }
}

//! People told by their trade: "the Russian politician", "the envoy".
//!
//! In comes such a word, out comes the person named last whom it may mean. This module never reads titles.

use super::Parties;
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::Office;

impl Parties<'_, '_, '_> {
    /// "the Russian politician", "the envoy": the one named last of a state, or the ambassador.
    pub(super) fn by_trade(&self, items: &[Item<'_>], at: usize) -> Option<usize> {
        let item = items.get(at)?;
        let row = item.word(Class::Trade)?;
        let named = items
            .get(at + 1)
            .is_some_and(|i| i.person().is_some() || i.is_mark(','));
        let envoy = self.facts.mentions.words.lexicon.value(row) == 1;
        let state = at
            .checked_sub(1)
            .and_then(|b| items.get(b))
            .and_then(Item::demonym);
        let article = items
            .get(at.saturating_sub(2)..at)?
            .iter()
            .any(|i| i.is(Class::Article));
        if named || !article || state.is_none() && !envoy {
            return None;
        }
        let fits = |p: &usize| {
            let mut roles = self
                .facts
                .roles
                .iter()
                .filter(|r| r.person == *p && !r.former);
            let of_state = state.is_none_or(|s| self.facts.state_of(*p) == Some(s));
            of_state && roles.any(|r| !envoy || r.office == Office::Ambassador)
        };
        let people = (0..self.facts.people.entities.len()).filter(fits);
        let named = people.filter_map(|p| Some((self.last_named(p, item.words.start)?, p)));
        named.max().map(|(_, p)| p)
    }
}

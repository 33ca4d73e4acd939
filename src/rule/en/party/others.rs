//! Whose a word for several people is: that of others than the delegations of the article, "the guests of the wedding", or that of a state.
//!
//! In comes an item, out comes what the words around it say. This module never says who is meant.

use super::Parties;
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::{Office, StateCode};

impl Parties<'_, '_, '_> {
    /// "the guests of the wedding", "the visiting senators of Chile", "the hotel's guests": whether the words around one for several
    /// people say that they are others than those whom the article has sent on a journey.
    pub(super) fn is_of_others(&self, items: &[Item<'_>], at: usize) -> bool {
        let Some(item) = items.get(at) else {
            return false;
        };
        let several = item
            .office()
            .and_then(|o| self.facts.mentions.offices.get(o))
            .is_some_and(|o| o.plural && o.can_be(&self.facts.mentions.words, Office::Member));
        // "an official guest of the Senate": whoever is one is told before.
        let text = self.facts.mentions.words.text_of(&item.words);
        let guests = item.is_any(&[Class::Guest, Class::Company]) && !text.ends_with("guest");
        if !(several || guests || item.is(Class::Delegation)) {
            return false;
        }
        let known = |i: &Item<'_>| {
            let state = self.facts.state_told(i);
            state.is_some_and(|s| self.delegations.iter().any(|d| d.state == Some(s)))
        };
        let owner = at.checked_sub(2).and_then(|b| items.get(b));
        let possessive = at
            .checked_sub(1)
            .and_then(|b| items.get(b))
            .is_some_and(|i| i.is_mark('’'));
        if guests && possessive {
            return !owner.is_some_and(|i| known(i) || self.facts.state_told(i) == self.facts.home);
        }
        let link = [Class::Of, Class::From];
        if !items.get(at + 1).is_some_and(|i| i.is_any(&link)) {
            return false;
        }
        let passed = |i: &&Item<'_>| i.is_any(&[Class::Article, Class::Current, Class::Number]);
        let behind = items.get(at + 2..).unwrap_or_default();
        let Some(noun) = behind.iter().find(|i| !passed(i)) else {
            return false;
        };
        let told = self.facts.state_told(noun).is_some() || noun.body().is_some();
        if item.is(Class::Delegation) {
            // Whose it is, by_delegation reads; "a delegation of mayors" is of nobody whom the article tells.
            return item.words.len() > 1 && !told && noun.office().is_none();
        }
        !noun.is(Class::Delegation) && !known(noun) && noun.office().is_none()
    }

    /// "the Russian delegation": the state named right before the word for a delegation. "KUWAIT: A delegation", "in Riga the delegation", "from
    /// Tonga the delegation proceeds": what is closed off, or stands behind a preposition, says where, and not whose it is.
    pub(super) fn named_before(&self, items: &[Item<'_>], at: usize) -> Option<StateCode> {
        let is_any = |n: usize, classes: &[Class]| items.get(n).is_some_and(|i| i.is_any(classes));
        let ends = [Class::In, Class::To, Class::Be, Class::Receive, Class::With];
        let apart = |n: usize| {
            let marks = [':', ',', '–', '—', '-', ')'];
            marks
                .iter()
                .any(|m| items.get(n).is_some_and(|i| i.is_mark(*m)))
                || is_any(n, &ends)
        };
        let from = |n: usize| n > 0 && is_any(n - 1, &[Class::From]);
        let mut near = (at.saturating_sub(4)..at).rev().take_while(|n| !apart(*n));
        near.find_map(|n| self.facts.state_named(items.get(n)?).filter(|_| !from(n)))
    }
}

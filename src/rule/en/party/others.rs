//! Words for several people that mean others than the delegations of the article: "the guests of the wedding".
//!
//! In comes an item, out comes whether the words around it say so. This module never says who is meant.

use super::Parties;
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::Office;

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
}

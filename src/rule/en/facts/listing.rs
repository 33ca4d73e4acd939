//! Members of a delegation who are named before the words that say so: "A, B and C, who are the other members of the delegation",
//! "A and B, both members of the delegation".
//!
//! In comes a sentence, out come the items that name them. This module never reads names behind such words.

use super::Facts;
use super::opening::Opening;
use crate::lexicon::Class;
use crate::mention::Item;

/// How many words may stand between the "who are" and the delegation.
const NEAR: usize = 8;

impl Facts<'_, '_> {
    /// The items of a list of names behind which a clause says that they are members of a delegation.
    pub(super) fn members_before(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let clause = (1..items.len()).find(|n| {
            let who = items.get(*n).is_some_and(|i| i.is(Class::Who))
                && items.get(n + 1).is_some_and(|i| i.is(Class::Be));
            let both = items
                .get(*n)
                .is_some_and(|i| words.say(&i.words, &["both", "all"]));
            let comma = items.get(n - 1).is_some_and(|i| i.is_mark(','));
            let near = items
                .get(n + 1..(n + NEAR).min(items.len()))
                .unwrap_or_default();
            let quiet = near.iter().take_while(|i| i.person().is_none());
            let delegation = quiet.clone().any(|i| i.is(Class::Delegation));
            let member = quiet.clone().any(|i| {
                let text = words.text_of(&i.words).to_lowercase();
                text.contains("member")
            });
            let phrase = quiet.clone().any(|i| {
                words.say(
                    &i.words,
                    &["members of the delegation", "delegation members"],
                )
            });
            comma && (who || both) && (phrase || member && delegation)
        })?;
        let first = list_before(items, clause - 1)?;
        Some(Opening {
            items: first..clause - 1,
            head: None,
        })
    }
}

/// Where the list of names begins that ends before an item: names, their titles and what joins them.
fn list_before(items: &[Item<'_>], end: usize) -> Option<usize> {
    let joins = |n: &usize| {
        items.get(*n).is_some_and(|i| {
            let mark = [',', ';', '(', ')'].iter().any(|m| i.is_mark(*m));
            let named = i.person().is_some() || i.office().is_some() || i.honorific().is_some();
            mark || named || i.is_any(&[Class::And, Class::Article])
        })
    };
    let first = (0..end).rev().take_while(joins).last()?;
    let named = items.get(first..end)?.iter().any(|i| i.person().is_some());
    named.then_some(first)
}

/// The place behind a list of companions that begins at an item: the end of the sentence, or the verb of what they do.
pub(super) fn list_end(items: &[Item<'_>], from: usize) -> usize {
    let ends = [Class::Meet, Class::Receive, Class::CallOn, Class::Say];
    (from..items.len())
        .find(|n| items.get(*n).is_some_and(|i| i.is_any(&ends)))
        .unwrap_or(items.len())
}

/// The place of the first word for a delegation: the word itself, or one such as "group" behind the name of a state.
pub(super) fn delegation_word(items: &[Item<'_>]) -> Option<usize> {
    (0..items.len()).find(|n| {
        let sent = || {
            let before = n.checked_sub(1).and_then(|b| items.get(b));
            before.is_some_and(|b| b.state().is_some())
        };
        items
            .get(*n)
            .is_some_and(|i| i.is(Class::Delegation) || i.is(Class::Company) && sent())
    })
}

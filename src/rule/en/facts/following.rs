//! Members of a delegation who are named behind the one who leads it, or under a line that announces them: "led by A, B and C",
//! "Persons attending:".
//!
//! In comes a sentence, out come the items that name them. This module never says who leads.

use super::Facts;
use super::listing::list_end;
use super::opening::Opening;
use super::roster::MEETS;
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::{Office, StateCode};

/// How many sentences before a line that announces a list may speak of the delegation.
const NEAR: usize = 3;

/// How many items such a line may have.
const LONGEST: usize = 8;

/// How many items before "led by" the delegation may stand.
const REACH: usize = 10;

impl Facts<'_, '_> {
    /// "A delegation, led by Speaker A, Minority Leader B and Clerk C, has arrived": those named behind the first one, who leads.
    pub(super) fn led_together(&self, items: &[Item<'_>]) -> Option<Opening> {
        let led = (1..items.len()).find(|n| {
            let by = items
                .get(*n)
                .is_some_and(|i| i.is(Class::LedBy) && !i.is(Class::With));
            let near = items.get(n.saturating_sub(REACH)..*n).unwrap_or_default();
            let sent = near.iter().rev().take_while(|i| i.person().is_none());
            by && sent.into_iter().any(|i| i.is(Class::Delegation))
        })?;
        let linked = |n: &usize| {
            items.get(*n).is_some_and(|i| {
                let named = i.person().is_some() || i.office().is_some() || i.honorific().is_some();
                named || i.is_mark(',') || i.is_any(&[Class::And, Class::Article, Class::His])
            })
        };
        let end = (led + 1..items.len())
            .find(|n| !linked(n))
            .unwrap_or(items.len());
        let first = (led + 1..end).find(|n| items.get(*n).is_some_and(|i| i.person().is_some()))?;
        let others = items.get(first + 1..end)?.iter();
        let several = others.filter(|i| i.person().is_some()).count() > 0;
        let listed = items.get(first + 1..end)?.iter().any(|i| i.is(Class::And));
        let head = self.people.of(items.get(first)?.person()?)?;
        (several && listed).then_some(Opening {
            items: first + 1..end,
            head: Some(head),
        })
    }

    /// "The visitors, members of the Ghanaian group, are A, B and C": those who have come, whom the sentence names behind its verb.
    pub(super) fn visitors_are(&self, items: &[Item<'_>]) -> Option<Opening> {
        let guests = (0..items.len().min(4)).find(|n| {
            let words = &self.mentions.words;
            items
                .get(*n)
                .is_some_and(|i| i.is(Class::Guest) && words.text_of(&i.words).ends_with('s'))
        })?;
        let be =
            (guests + 1..items.len()).find(|n| items.get(*n).is_some_and(|i| i.is(Class::Be)))?;
        let quiet = items.get(guests + 1..be)?;
        let nobody = quiet.iter().all(|i| i.person().is_none());
        let apposition = quiet.is_empty()
            || quiet.first().is_some_and(|i| i.is_mark(','))
                && quiet.last().is_some_and(|i| i.is_mark(','));
        let end = list_end(items, be + 1);
        let named = items.get(be + 1..end)?;
        let several = named.iter().filter(|i| i.person().is_some()).count() > 1;
        let starts = named.iter().take(3).any(|i| i.person().is_some());
        (nobody && apposition && several && starts).then_some(Opening {
            items: be + 1..end,
            head: None,
        })
    }

    /// "Among the guests were A and B", "The guests included A and B": the members of a delegation whose state the sentences before name.
    pub(super) fn guests_named(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let opens = items.iter().take(3).position(|i| self.names_guests(i))?;
        let end = list_end(items, opens + 1);
        let named = items.get(opens + 1..end)?;
        let starts = named.iter().take(4).any(|i| i.person().is_some());
        let before = self.mentions.items.get(sentence.checked_sub(1)?)?;
        // "gave a dinner for a delegation. Among the guests were Prime Minister A": guests of the dinner.
        let meets = [
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::MeetingNoun,
        ];
        let meal = before.iter().any(|i| i.is(Class::Meal));
        let talks = before.iter().any(|i| i.is_any(&meets)) && !meal;
        let words = &self.mentions.words;
        let others = named.iter().any(|i| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            let sits = office.is_none_or(|o| {
                let presides = o.can_be(words, Office::DeputySpeaker) && !o.bodies.is_empty();
                presides || o.can_be(words, Office::Member)
            });
            !sits || i.state().is_some() && i.demonym().is_none()
        });
        let sent = starts && talks && !others && self.sender_before(sentence).is_some();
        sent.then_some(Opening {
            items: opens + 1..end,
            head: None,
        })
    }

    /// Whether an item is a phrase behind which guests are named.
    pub(super) fn names_guests(&self, item: &Item<'_>) -> bool {
        item.is(Class::Attend) && self.mentions.words.text_of(&item.words).contains("guests")
    }

    /// "Persons attending:", "Members of the delegation:" behind sentences about a delegation: the list that follows names its members.
    pub(super) fn announced(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let colon = items.last().is_some_and(|i| i.is_mark(':'));
        let announces = |i: &Item<'_>| {
            let nouns = [
                "participants",
                "attendees",
                "delegates",
                "members",
                "composition",
            ];
            i.is_any(&[Class::Attend, Class::Present, Class::Delegation])
                || words.say(&i.words, &nouns)
        };
        // "The delegation also had meetings with:": whom it met is none of it.
        let nobody = items
            .iter()
            .all(|i| i.person().is_none() && !i.is_any(MEETS));
        let line = colon && nobody && items.len() <= LONGEST && items.iter().any(announces);
        let before = self
            .mentions
            .items
            .get(sentence.saturating_sub(NEAR)..sentence)?;
        let mut before = before.iter().flatten().filter(|_| line);
        let sent = before.any(|i| i.is(Class::Delegation));
        sent.then_some(Opening {
            items: items.len()..items.len(),
            head: None,
        })
    }

    /// The state that has sent the delegation of which the sentences before a line speak that announces its members.
    pub(super) fn sender_before(&self, sentence: usize) -> Option<StateCode> {
        let before = self
            .mentions
            .items
            .get(sentence.saturating_sub(NEAR)..sentence)?;
        before.iter().rev().find_map(|i| self.sender(i))
    }
}

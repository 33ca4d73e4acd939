//! Members of a delegation who are told by where they stand to it or to the one who leads it: "The others were:", "He has brought A and B with
//! him", "A and B were with her", "the deputies who travel with the Speaker – A, B and C –", "With the Chilean were A and B".
//!
//! In comes a sentence, out come the items that name them and whom they accompany. This module never says for whom anybody acts.

use super::super::holding::Held;
use super::Facts;
use super::listing::{list_before, list_end};
use super::opening::Opening;
use super::roster::MEETS;
use crate::lexicon::{Class, Cue};
use crate::mention::Item;
use crate::ontology::{NodeKind, StateCode};

/// How many items behind a sign the first name of a list may begin: a title and a form of address stand between.
const NEAR: usize = 6;

impl Facts<'_, '_> {
    /// Where a sentence tells of members in one of these ways.
    pub(super) fn beside(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        self.listed_others(sentence, items)
            .or_else(|| self.brought_along(sentence, items))
            .or_else(|| self.were_with(sentence, items))
            .or_else(|| self.who_travel(sentence, items))
    }

    /// "The others were:", with a list behind it.
    fn listed_others(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let colon = items.last().is_some_and(|i| i.is_mark(':'));
        let quiet = |i: &Item<'_>| i.person().is_none() && !i.is_any(MEETS);
        let be = items
            .iter()
            .any(|i| i.is_any(&[Class::Be, Class::Comprise]));
        if !colon || !be || !self.names_others(items) || !items.iter().all(quiet) {
            return None;
        }
        let near = sentence.saturating_sub(1)..sentence + 1;
        let near = self.mentions.items.get(near).into_iter().flatten();
        let group = [Class::Delegation, Class::Guest];
        let sent = near.flatten().any(|i| i.is_any(&group));
        sent.then_some(Opening {
            items: items.len()..items.len(),
            head: None,
        })
    }

    /// "He has brought two senators with him, A and B", "They have two clerks with them: A and B".
    fn brought_along(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let (with, behind) = (2..items.len()).find_map(|n| {
            let behind = self.behind_cue(items, n, Cue::WithSelf)?;
            Some((n, behind))
        })?;
        let verb = (with.saturating_sub(8)..with).rev().find(|n| {
            let have = items.get(*n).is_some_and(|i| i.is(Class::Have));
            have || self.behind_cue(items, *n, Cue::Brings).is_some()
        })?;
        let between = items.get(verb..with)?;
        let quiet = |i: &Item<'_>| i.person().is_none() && !i.is_any(MEETS);
        let several = between.iter().any(|i| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            i.is_any(&[Class::Number, Class::Company]) || office.is_some_and(|o| o.plural)
        });
        let from = sign_at(items, behind).filter(|_| several && between.iter().all(quiet))?;
        let head = self
            .named_head(items, verb)
            .or_else(|| self.told_head(sentence, items, verb));
        named_from(items, from, head)
    }

    /// "Senators A and B were with him, while C stood in for the host".
    fn were_with(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let be = (1..items.len()).find(|n| {
            let be = items.get(*n).is_some_and(|i| i.is(Class::Be));
            // "were with" may be one item.
            let with = items
                .get(*n)
                .is_some_and(|i| i.is(Class::Belong) && words.text_of(&i.words).ends_with(" with"));
            let him = || {
                let next = items.get(n + 1);
                next.is_some_and(|i| words.say(&i.words, &["him", "her", "them"]))
            };
            let behind = if be {
                self.behind_cue(items, n + 1, Cue::WithSelf)
            } else {
                (with && him()).then_some(n + 2)
            };
            behind.is_some_and(|b| {
                let next = items.get(b);
                next.is_none_or(|i| {
                    i.is_mark(',') || i.is_mark('.') || words.say(&i.words, &["while", "too"])
                })
            })
        })?;
        let first = list_before(items, be)?;
        let starts = items.get(..first)?.iter().all(|i| i.person().is_none());
        let head = self.topic_before(sentence)?;
        let named = items.get(first..be)?.iter();
        let several = named.filter(|i| i.person().is_some()).count() > 1;
        (starts && several).then_some(Opening {
            items: first..be,
            head: Some(head),
        })
    }

    /// "the deputies who have travelled with the Speaker – A, B and C – met", "the lawmakers who travelled with her to the island: A and B".
    fn who_travel(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let several = |n: &usize| {
            let item = items.get(*n);
            let office = item.and_then(Item::office);
            let office = office.and_then(|o| self.mentions.offices.get(o));
            let company = item.is_some_and(|i| i.is(Class::Company));
            let who = items.get(n + 1).is_some_and(|i| i.is(Class::Who));
            who && (company || office.is_some_and(|o| o.plural))
        };
        let who = (0..items.len()).find(several)? + 1;
        let verb = (who + 1..who + 5).find(|n| {
            let item = items.get(*n);
            item.is_some_and(|i| i.is_any(&[Class::Escort, Class::Travel]))
        })?;
        let accompanied = self.accompanied(items, verb + 1, sentence);
        let goes = items.get(verb).is_some_and(|i| i.is(Class::Escort));
        let (head, behind) = match accompanied {
            Some(told) => told,
            None if goes => return None,
            None => (None, verb + 1),
        };
        let sign = (behind..(behind + NEAR).min(items.len())).find(|n| {
            let item = items.get(*n);
            item.is_some_and(|i| [':', '–', '—', '-'].iter().any(|m| i.is_mark(*m)))
        })?;
        let named = items.get(behind..sign)?.iter();
        let quiet = named.into_iter().all(|i| i.person().is_none());
        named_from(items, sign + 1, head).filter(|_| quiet)
    }

    /// "With the Chilean were Deputies A and B": the company of the guest whom the name of a people means.
    pub(super) fn beside_guest(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let with = items.first().is_some_and(|i| i.is(Class::With));
        let article = items.get(1).is_some_and(|i| i.is(Class::Article));
        let people = items.get(2).filter(|i| i.demonym().is_some())?;
        let be = items
            .get(3)
            .is_some_and(|i| i.is_any(&[Class::Be, Class::Travel]));
        let state = people.state().filter(|_| with && article && be)?;
        let earlier = self.mentions.items.get(..sentence)?;
        let mut named = earlier.iter().rev().flat_map(|items| items.iter().rev());
        let head = named.find_map(|i| {
            let person = self.people.of(i.person()?)?;
            let own = self.state_in_office(person) == Some(state);
            (own || self.leads_those_of(person, state)).then_some(person)
        });
        named_from(items, 4, Some(head?))
    }
}

impl Facts<'_, '_> {
    /// Whether somebody leads a delegation of which the sentence says that a state has sent it.
    fn leads_those_of(&self, person: usize, state: StateCode) -> bool {
        self.holdings.iter().any(|h| {
            let Held::HeadsDelegation { delegation } = h.held else {
                return false;
            };
            let items = self.mentions.items.get(delegation.0);
            let sent = items.and_then(|i| self.sender(i));
            self.people.of(h.person) == Some(person) && sent == Some(state)
        })
    }

    /// Whether a sentence names those who travel with somebody, or whom several have brought with them: those of the delegation of which the article
    /// speaks.
    pub(super) fn names_travellers(&self, sentence: usize, items: &[Item<'_>]) -> bool {
        let brought = self.brought_along(sentence, items);
        self.who_travel(sentence, items).is_some() || brought.is_some_and(|o| o.head.is_none())
    }
}

impl Facts<'_, '_> {
    /// Whether a delegation is the last of which a sentence speaks that has a composition: "saw the team play", "was formed by the cabinet".
    pub(super) fn ends_with_delegation(&self, items: &[Item<'_>]) -> bool {
        let words = &self.mentions.words;
        let delegation = |i: &Item<'_>| {
            let text = words.text_of(&i.words);
            i.is(Class::Delegation) && (text.ends_with("delegation") || text.ends_with("mission"))
        };
        let last = items.iter().rposition(delegation);
        let behind = last.and_then(|n| items.get(n + 1..)).unwrap_or_default();
        let others = |i: &Item<'_>| {
            let named = i.body().and_then(|b| self.body_of(b));
            let gathers = named.is_some_and(|b| b.kind == NodeKind::Commission);
            gathers || i.is(Class::Delegation) || words.are_cue(&i.words, Cue::Gathers)
        };
        last.is_some() && !behind.iter().any(others)
    }
}

/// The place behind the comma, the colon or the dash at an item.
fn sign_at(items: &[Item<'_>], at: usize) -> Option<usize> {
    let item = items.get(at)?;
    let sign = [',', ':', '–', '—', '-'].iter().any(|m| item.is_mark(*m));
    sign.then_some(at + 1)
}

/// The list of those who are named from an item on: up to the dash that closes it, a semicolon, or the verb of what they do.
fn named_from(items: &[Item<'_>], from: usize, head: Option<usize>) -> Option<Opening> {
    let near = items.get(from..(from + NEAR).min(items.len()))?;
    let starts = near.iter().any(|i| i.person().is_some());
    let dash = |i: &Item<'_>| ['–', '—'].iter().any(|m| i.is_mark(*m));
    let opens = from > 0 && items.get(from - 1).is_some_and(dash);
    let closes = |n: &usize| {
        let item = items.get(*n);
        item.is_some_and(|i| opens && dash(i) || !opens && i.is_mark(';') && is_last(items, *n))
    };
    let end = list_end(items, from);
    let end = (from..end).find(closes).unwrap_or(end);
    let named = items.get(from..end)?.iter().any(|i| i.person().is_some());
    (starts && named).then_some(Opening {
        items: from..end,
        head,
    })
}

/// Whether "with" stands behind a semicolon, so that those of another are named: "; with his host, C".
fn is_last(items: &[Item<'_>], semicolon: usize) -> bool {
    items
        .get(semicolon + 1)
        .is_some_and(|i| i.is_any(&[Class::With, Class::On]))
}

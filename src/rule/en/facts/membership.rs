//! Members of a delegation who are told by what they are or do rather than by a word for its make-up: "A and B are its participants",
//! "A and B took part in the visit", "on the trip are A and B", "the delegation, of which A and B are members".
//!
//! In comes a sentence, out come the items that name them. This module never says who leads, nor reads a sentence where neither it nor
//! the four before speak of a delegation or a journey.

use std::ops::Range;

use super::Facts;
use super::listing::{list_before, list_end};
use super::opening::Opening;
use super::roster::MEETS;
use crate::lexicon::{Class, Cue};
use crate::mention::Item;

/// How many items a phrase may have.
const LONGEST: usize = 6;

/// How many sentences before may speak of the delegation or the journey.
const BEFORE: usize = 4;

impl Facts<'_, '_> {
    /// Where a sentence tells of members in one of these ways.
    pub(super) fn membership(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        // Whoever is told as a member is named.
        let named = items.iter().any(|i| i.person().is_some());
        if !named || !self.is_about_journey(sentence) || self.is_of_another_journey(sentence, items)
        {
            return None;
        }
        self.bracketed(items)
            .or_else(|| self.of_which(items))
            .or_else(|| self.are_part(items))
            .or_else(|| self.take_part(items))
            .or_else(|| self.named_behind_group(items))
            .or_else(|| self.behind_by(items))
            .or_else(|| self.sent_some(items))
    }

    /// Whether a sentence or one of those before it speaks of a delegation or a journey.
    fn is_about_journey(&self, sentence: usize) -> bool {
        let near = sentence.saturating_sub(BEFORE)..sentence + 1;
        let near = self.mentions.items.get(near).into_iter().flatten();
        let tells = [Class::Delegation, Class::VisitNoun];
        near.flatten().any(|i| i.is_any(&tells))
    }

    /// The place behind one of some phrases that begins at an item.
    pub(super) fn behind_phrase(
        &self,
        items: &[Item<'_>],
        at: usize,
        phrases: &[&str],
    ) -> Option<usize> {
        let words = &self.mentions.words;
        let first = |text: &str| {
            let begins = |p: &&str| p.get(..1).is_some_and(|p| starts(text, p));
            phrases.iter().any(begins)
        };
        let opens = items
            .get(at)
            .is_some_and(|i| first(words.text_of(&i.words)));
        opens
            .then(|| behind(items, at, |range| words.say(range, phrases)))
            .flatten()
    }

    /// The place behind a turn of phrase that begins at an item and is a cue for something.
    pub(super) fn behind_cue(&self, items: &[Item<'_>], at: usize, cue: Cue) -> Option<usize> {
        let words = &self.mentions.words;
        let opens = items.get(at).is_some_and(|i| words.open_cue(&i.words, cue));
        opens
            .then(|| behind(items, at, |range| words.are_cue(range, cue)))
            .flatten()
    }

    /// The place behind "the delegation", "this parliamentary visit", "it" at an item: the delegation or the journey of which the article
    /// tells, and no other.
    pub(super) fn behind_group(&self, items: &[Item<'_>], at: usize) -> Option<usize> {
        let first = items.get(at)?;
        if first.is(Class::It) {
            return Some(at + 1);
        }
        let words = &self.mentions.words;
        let text = words.small(&first.words);
        if first.is(Class::Delegation) && text.contains("members of the") {
            return Some(at + 1);
        }
        let definite = words.say(&first.words, &["the", "this", "that"])
            || first.is(Class::His)
            || words.say(&first.words, &["the delegation", "this visit", "the visit"]);
        let noun = (at..at + 4).find(|n| {
            let item = items.get(*n);
            item.is_some_and(|i| i.is_any(&[Class::Delegation, Class::VisitNoun]))
        })?;
        let between = items.get(at + 1..noun).unwrap_or_default();
        let quiet = between
            .iter()
            .all(|i| i.person().is_none() && !i.is_mark(',') && !i.is_any(MEETS));
        (definite && quiet).then_some(noun + 1)
    }

    /// "A, B and C are its participants", "A and B were in the delegation".
    fn are_part(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let be = (1..items.len()).find(|n| {
            if !items.get(*n).is_some_and(|i| i.is(Class::Be)) {
                return false;
            }
            let also = items
                .get(n + 1)
                .is_some_and(|i| words.say(&i.words, &["also", "all", "both", "too"]));
            let next = n + 1 + usize::from(also);
            let inside = || {
                let group = self.behind_phrase(items, next, &["in", "on", "within", "part of"])?;
                self.behind_group(items, group)
            };
            let of_it = || self.behind_cue(items, next, Cue::IsPart).is_some();
            // "A and B are also members of the delegation".
            let members = || self.names_members(items, next);
            of_it() || inside().is_some() || members()
        })?;
        named_before(items, be)
    }

    /// "A, B and C took part in the visit", "A and B came along".
    fn take_part(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let verb = (1..items.len()).find(|n| {
            let alone = || self.behind_cue(items, *n, Cue::ComesAlong);
            let together = || {
                let group = self.behind_cue(items, *n, Cue::TakesPart)?;
                self.behind_group(items, group)
            };
            alone().is_some() || together().is_some()
        })?;
        let auxiliary = verb - 1;
        let had = items
            .get(auxiliary)
            .is_some_and(|i| words.say(&i.words, &["had", "have", "also", "who"]));
        named_before(items, if had { auxiliary } else { verb })
    }

    /// "On the visit were A and B", "With it came A and B", "The deputies who took part were A and B".
    fn named_behind_group(&self, items: &[Item<'_>]) -> Option<Opening> {
        let first = usize::from(items.first().is_some_and(|i| {
            let words = &self.mentions.words;
            words.say(&i.words, &["also", "the", "travelling", "among"])
        }));
        let with_group = |at: usize| {
            let group = self.behind_cue(items, at, Cue::OpensGroup)?;
            self.behind_group(items, group)
        };
        let several = |at: usize| {
            let office = items.get(at)?.office()?;
            let office = self.mentions.offices.get(office).filter(|o| o.plural)?;
            self.behind_cue(items, at + 1, Cue::WhoCame)
                .filter(|_| office.bare())
        };
        let side = |at: usize| {
            let noun = (at..items.len().min(8))
                .find(|n| items.get(*n).is_some_and(|i| i.is(Class::Guest)))?;
            let side = items.get(at..noun)?.iter().any(|i| i.is(Class::Sides));
            side.then_some(noun + 1)
        };
        let behind = [0, first].into_iter().find_map(|at| {
            with_group(at)
                .or_else(|| self.behind_cue(items, at, Cue::OpensMembers))
                .or_else(|| several(at))
                .or_else(|| side(at))
        })?;
        // "On the visit for the Senate are A and B", "With the delegation there came A and B".
        let verbs = [
            Class::Be,
            Class::Travel,
            Class::Future,
            Class::Comprise,
            Class::Belong,
        ];
        let verb = (behind..behind + 9).find(|n| {
            let came = self.behind_phrase(items, *n, &["came", "belong", "belonged", "came along"]);
            came.is_some() || items.get(*n).is_some_and(|i| i.is_any(&verbs))
        })?;
        let quiet = |i: &Item<'_>| i.person().is_none() && !i.is_any(MEETS) && !i.is_mark(';');
        let free = items.get(..verb)?.iter().all(quiet);
        named_after(items, verb + 1).filter(|_| free)
    }

    /// "The visit was attended by A and B", "The House was represented in it by A and B", "The delegation saw the participation of A and B",
    /// "The delegation had A and B as members".
    fn behind_by(&self, items: &[Item<'_>]) -> Option<Opening> {
        let subject = || self.behind_group(items, 0);
        if let Some(from) = subject().and_then(|n| self.behind_cue(items, n, Cue::HasMembers)) {
            return named_after(items, from);
        }
        if let Some(verb) = subject().filter(|n| {
            self.behind_phrase(items, *n, &["had", "has", "counts"])
                .is_some()
        }) {
            let end = (verb + 1..items.len()).find(|n| {
                self.behind_phrase(
                    items,
                    *n,
                    &["as members", "as its members", "among its members"],
                )
                .is_some()
            })?;
            return named_after(items.get(..end)?, verb + 1);
        }
        let represented = (1..items.len())
            .find_map(|n| self.behind_phrase(items, n, &["represented in", "represented on"]))?;
        let by = self.behind_group(items, represented)?;
        let by = items.get(by).filter(|i| i.is(Class::By)).map(|_| by)?;
        named_after(items, by + 1)
    }
}

/// The list of those who are named before an item, which begins a sentence or a clause: nobody acts before it.
fn named_before(items: &[Item<'_>], end: usize) -> Option<Opening> {
    let first = list_before(items, end)?;
    let before = items.get(..first)?;
    let acts = |i: &Item<'_>| i.person().is_some() || i.is_any(MEETS) || i.is(Class::With);
    let free = before.iter().rev().take(4).all(|i| !acts(i));
    free.then_some(Opening {
        items: first..end,
        head: None,
    })
}

/// The list of those who are named behind a place.
pub(super) fn named_after(items: &[Item<'_>], from: usize) -> Option<Opening> {
    let end = list_end(items, from);
    let named = items.get(from..end)?;
    let near = named.iter().take(8);
    let starts = near
        .take_while(|i| !i.is_any(MEETS))
        .any(|i| i.person().is_some());
    starts.then_some(Opening {
        items: from..end,
        head: None,
    })
}

/// Whether a text begins with these letters: capitals do not count.
fn starts(text: &str, letters: &str) -> bool {
    let own = text.get(..letters.len());
    own.is_some_and(|t| t.eq_ignore_ascii_case(letters))
}

/// The place behind the longest phrase of those wanted that begins at an item.
fn behind(items: &[Item<'_>], at: usize, wanted: impl Fn(&Range<usize>) -> bool) -> Option<usize> {
    let start = items.get(at)?.words.start;
    let ends = at + 1..(at + LONGEST).min(items.len()) + 1;
    let mut ends = ends
        .rev()
        .filter_map(|end| Some((end, items.get(end - 1)?)));
    ends.find_map(|(end, last)| wanted(&(start..last.words.end)).then_some(end))
}

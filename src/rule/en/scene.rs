//! One sentence as the rules for events look at it: its chunks, its subject and objects, its date and place.
//!
//! In comes a sentence with its chunks, out come answers about it; chunks are named by their place, and one behind the last
//! answers no to everything. This module never adds an event.

use std::ops::Range;

use super::facts::Facts;
use super::party::{Chunk, governed};
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Zone};
use crate::ontology::{MeetingStatus, NodeKind, StateCode};
use crate::text::PartialDate;

/// A sentence with all that the rules for events need.
pub(super) struct Scene<'s, 'f, 'm, 'a> {
    /// The article's people, bodies and offices.
    pub facts: &'f Facts<'m, 'a>,
    /// The day of publication.
    pub published: Option<jiff::civil::Date>,
    /// The number of the sentence.
    pub sentence: usize,
    /// The items.
    pub items: &'s [Item<'a>],
    /// The chunks.
    pub chunks: Vec<Chunk>,
    /// The parties of the sentence before, for sentences without a subject of their own.
    pub before: Option<Vec<usize>>,
}

impl<'a> Scene<'_, '_, '_, 'a> {
    /// The first item of a chunk.
    pub(super) fn item(&self, chunk: usize) -> Option<&Item<'a>> {
        self.chunks
            .get(chunk)
            .and_then(|c| self.items.get(c.items.start))
    }

    /// Whether a chunk is a word of a class (and no party).
    pub(super) fn is(&self, chunk: usize, class: Class) -> bool {
        self.chunks.get(chunk).is_some_and(|c| c.people.is_empty())
            && self.item(chunk).is_some_and(|i| i.is(class))
    }

    /// Whether a chunk is a word of one of the classes.
    pub(super) fn is_any(&self, chunk: usize, classes: &[Class]) -> bool {
        classes.iter().any(|c| self.is(chunk, *c))
    }

    /// Whether a chunk is this sign.
    pub(super) fn mark(&self, chunk: usize, mark: char) -> bool {
        self.item(chunk).is_some_and(|i| i.is_mark(mark))
    }

    /// The people of a chunk.
    pub(super) fn people(&self, chunk: usize) -> &[usize] {
        self.chunks.get(chunk).map_or(&[], |c| c.people.as_slice())
    }

    /// The words of a range of chunks.
    pub(super) fn words(&self, chunks: Range<usize>) -> Range<usize> {
        let first = self
            .chunks
            .get(chunks.start)
            .and_then(|c| self.items.get(c.items.start));
        let last = chunks
            .end
            .checked_sub(1)
            .and_then(|n| self.chunks.get(n))
            .and_then(|c| self.items.get(c.items.end - 1));
        match (first, last) {
            (Some(a), Some(b)) => a.words.start..b.words.end,
            _ => 0..0,
        }
    }

    /// Whether a chunk ends a clause.
    pub(super) fn breaks(&self, chunk: usize) -> bool {
        self.mark(chunk, ';') || self.mark(chunk, ':') || self.mark(chunk, '.')
    }

    /// Whether it is running text, in which verbs count.
    pub(super) fn runs(&self) -> bool {
        self.facts
            .mentions
            .words
            .sentences
            .get(self.sentence)
            .is_some_and(|s| s.zone != Zone::Page)
    }

    /// Where in the article the sentence stands.
    pub(super) fn zone(&self) -> Option<Zone> {
        self.facts
            .mentions
            .words
            .sentences
            .get(self.sentence)
            .map(|s| s.zone)
    }

    /// Whether the sentence names a commission or an assembly.
    pub(super) fn names_commission(&self) -> bool {
        let mut bodies = self
            .items
            .iter()
            .filter_map(|i| self.facts.body_of(i.body()?));
        bodies.any(|b| matches!(b.kind, NodeKind::Commission | NodeKind::Assembly))
    }

    /// The one who acts: the nearest party before a verb that no preposition governs.
    pub(super) fn subject(&self, verb: usize) -> Option<(usize, Vec<usize>)> {
        let mut relative = false;
        for n in (0..verb).rev() {
            if self.breaks(n) {
                break;
            }
            relative |= self.is(n, Class::Who) && n + 4 > verb;
            if self.people(n).is_empty() {
                continue;
            }
            // The one whom a relative clause is about stands right before it, governed or not.
            if relative || !governed(self.items, &self.chunks, n) {
                return Some((n, self.people(n).to_vec()));
            }
        }
        None
    }

    /// The one acted upon: the nearest party behind a verb that is bare or behind "with"; nothing but a date, a place or a
    /// few words may stand between.
    pub(super) fn object(
        &self,
        verb: usize,
        prepositions: &[Class],
    ) -> Option<(usize, Vec<usize>)> {
        let mut plain = 0;
        for n in verb + 1..self.chunks.len() {
            if self.breaks(n) && !(self.mark(n, ':') && n + 1 < self.chunks.len())
                || self.is_any(n, &[Class::Who, Class::Which])
            {
                return None;
            }
            let people = self.people(n);
            // "met with students, and B met with teachers", "received B's letter": B is no object.
            let acts = n > verb + 1
                && self.is_any(
                    n + 1,
                    &[
                        Class::Meet,
                        Class::Say,
                        Class::Visit,
                        Class::Receive,
                        Class::Phone,
                    ],
                );
            let links =
                self.is(n.saturating_sub(1), Class::And) || self.mark(n.saturating_sub(1), ',');
            if !people.is_empty() && (acts && links || self.mark(n + 1, '’')) {
                return None;
            }
            if people.is_empty() {
                plain +=
                    usize::from(self.item(n).is_some_and(|i| {
                        matches!(i.kind, Kind::Plain(_)) && i.entries().is_empty()
                    }));
                if plain > 6 || self.is(n, Class::And) && self.starts_clause(n + 1) {
                    return None;
                }
                continue;
            }
            let allowed =
                !governed(self.items, &self.chunks, n) || self.governed_by(n, prepositions);
            if allowed {
                return Some((n, people.to_vec()));
            }
        }
        None
    }

    /// Whether a chunk begins another clause behind "and".
    fn starts_clause(&self, n: usize) -> bool {
        self.is_any(
            n,
            &[
                Class::Say,
                Class::Visit,
                Class::Discuss,
                Class::Sign,
                Class::Future,
                Class::Be,
                Class::Have,
                Class::He,
            ],
        )
    }

    /// Whether a preposition of one of the classes stands before a chunk, articles passed over.
    pub(super) fn governed_by(&self, chunk: usize, classes: &[Class]) -> bool {
        let mut n = chunk;
        while let Some(before) = n.checked_sub(1) {
            if self.is_any(before, &[Class::Article, Class::His, Class::Current]) {
                n = before;
                continue;
            }
            return self.is_any(before, classes);
        }
        false
    }

    /// Whether what a verb says happened, is to come, or did not happen (`None`).
    pub(super) fn status(&self, verb: usize) -> Option<MeetingStatus> {
        let mut status = MeetingStatus::Held;
        // "invited B to visit": what somebody is to do by another's wish has not happened.
        let infinitive = (verb.saturating_sub(4)..verb)
            .any(|n| self.is(n, Class::To) && self.people(n + 1).is_empty());
        let wished = |n: &usize| self.is_any(*n, &[Class::Wish, Class::Invite, Class::Negation]);
        if infinitive
            && (verb.saturating_sub(9)..verb)
                .rev()
                .take_while(|n| !self.breaks(*n))
                .any(|n| wished(&n))
        {
            return None;
        }
        for n in (verb.saturating_sub(5)..verb).rev() {
            if !self.people(n).is_empty() && verb - n > 1 || self.breaks(n) || self.mark(n, ',') {
                break;
            }
            if self.is(n, Class::Negation) || self.is(n, Class::Wish) {
                return None;
            }
            if self.is(n, Class::Future) {
                status = MeetingStatus::Planned;
            }
        }
        Some(status)
    }

    /// Whether a verb is in the passive: a form of "be" stands before it and "by" behind.
    pub(super) fn passive(&self, verb: usize) -> bool {
        (verb.saturating_sub(4)..verb).rev().any(|n| {
            self.is(n, Class::Be) || self.item(n).is_some_and(|i| self.text(i).ends_with(" be"))
        })
    }

    /// The words of an item.
    pub(super) fn text(&self, item: &Item<'_>) -> &'a str {
        self.facts.mentions.words.text_of(&item.words)
    }

    /// The date of the sentence that stands nearest to a chunk.
    pub(super) fn date(&self, near: usize, planned: bool) -> Option<PartialDate> {
        let at = self.chunks.get(near)?.items.start;
        let dates = self.items.iter().enumerate().filter_map(|(n, i)| {
            if let Kind::Date(when) = i.kind
                && !(planned && self.in_dateline(n))
            {
                Some((n, when))
            } else {
                None
            }
        });
        let nearest = dates.min_by_key(|(n, _)| n.abs_diff(at))?;
        nearest.1.resolve(self.published, planned)
    }

    /// Whether an item stands in a dateline: few items from the beginning, a dash or a bracket behind.
    fn in_dateline(&self, n: usize) -> bool {
        let closes = |m: usize| {
            self.items
                .get(m)
                .is_some_and(|i| ['–', '—', '/', '('].iter().any(|c| i.is_mark(*c)))
        };
        n < 6 && (n + 1..n + 4).any(closes)
    }

    /// The city of the sentence: one behind "in" or "at", nearest to a chunk.
    pub(super) fn place(&self, near: usize) -> Option<String> {
        let at = self.chunks.get(near)?.items.start;
        let cities = self.items.iter().enumerate().filter(|(n, i)| {
            let before = n.checked_sub(1).and_then(|b| self.items.get(b));
            i.city().is_some()
                && before.is_some_and(|b| b.is(Class::In) || b.is(Class::Travel))
                && i.state().is_none()
        });
        let nearest = cities.min_by_key(|(n, _)| n.abs_diff(at))?;
        Some(self.text(nearest.1).to_owned())
    }

    /// The state that a chunk names: by name, by a city in it, or as "the country", which is then the host's.
    pub(super) fn state(&self, chunk: usize, visitor: Option<StateCode>) -> Option<StateCode> {
        let item = self.item(chunk)?;
        if let Some(state) = item
            .state()
            .filter(|_| item.demonym().is_none() || item.entries().len() > 1)
        {
            return Some(state);
        }
        if let Some(city) = item.city() {
            return self
                .facts
                .mentions
                .words
                .lexicon
                .city(city)
                .and_then(|c| c.state);
        }
        let before = chunk.checked_sub(1)?;
        // "that country": the one that the sentence names before.
        if item.is(Class::Country) && self.is(before, Class::Which) {
            let items = self.items.get(..self.chunks.get(chunk)?.items.start)?;
            let mut named = items.iter().rev().filter_map(|i| self.facts.state_named(i));
            return named.find(|s| Some(*s) != visitor);
        }
        let country = item.is(Class::Country) && self.is(before, Class::Article);
        let others = || {
            self.facts
                .states
                .iter()
                .flatten()
                .copied()
                .find(|s| Some(*s) != visitor)
        };
        country
            .then(|| {
                self.facts
                    .home
                    .filter(|h| Some(*h) != visitor)
                    .or_else(others)
            })
            .flatten()
    }

    /// The state for which the first person of a group acts.
    pub(super) fn state_of(&self, people: &[usize]) -> Option<StateCode> {
        people
            .iter()
            .find_map(|p| self.facts.states.get(*p).copied().flatten())
    }
}

//! One sentence as the rules for events look at it: its chunks, its subject and objects, its date and place.
//!
//! In comes a sentence with its chunks, out come answers about it; chunks are named by their place, and one behind the last
//! answers no to everything. This module never adds an event.

mod absent;
mod clause;
mod common;
mod known;
mod when;

use std::borrow::Cow;
use std::ops::Range;

pub(super) use clause::in_relative;
pub(super) use known::Known;

use super::facts::Facts;
use super::party::{Chunk, governed};
use crate::lexicon::{Class, ClassSet, Cue};
use crate::mention::{Item, Kind, Zone};
use crate::ontology::{NodeKind, StateCode};

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
    /// What was found out of it as a whole.
    pub known: Known,
}

impl<'a> Scene<'_, '_, '_, 'a> {
    /// The first item of a chunk.
    #[inline]
    pub(super) fn item(&self, chunk: usize) -> Option<&Item<'a>> {
        self.chunks
            .get(chunk)
            .and_then(|c| self.items.get(c.items.start))
    }

    /// Whether a chunk is a word of a class (and no party).
    #[inline]
    pub(super) fn is(&self, chunk: usize, class: Class) -> bool {
        self.classes(chunk).has(class)
    }

    /// The classes of a chunk that is no party.
    #[inline]
    fn classes(&self, chunk: usize) -> ClassSet {
        self.chunks
            .get(chunk)
            .map_or(ClassSet::EMPTY, |c| c.classes)
    }

    /// Whether a chunk is a word of one of the classes.
    #[inline]
    pub(super) fn is_any(&self, chunk: usize, classes: &[Class]) -> bool {
        self.classes(chunk).meets(ClassSet::of(classes))
    }

    /// Whether a chunk is this sign.
    #[inline]
    pub(super) fn mark(&self, chunk: usize, mark: char) -> bool {
        self.item(chunk).is_some_and(|i| i.is_mark(mark))
    }

    /// The people of a chunk.
    #[inline]
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

    /// Whether a chunk's first item has the words of one of the phrases, which are in small letters.
    #[inline]
    pub(super) fn says(&self, chunk: usize, phrases: &[&str]) -> bool {
        self.item(chunk)
            .is_some_and(|i| self.facts.mentions.words.say(&i.words, phrases))
    }

    /// Whether a chunk's first item is a turn of phrase that is a cue for something.
    #[inline]
    pub(super) fn is_cue(&self, chunk: usize, cue: Cue) -> bool {
        self.chunks.get(chunk).is_some_and(|c| c.cues.has(cue))
    }

    /// The words of a chunk's first item in lower case; empty where there is none.
    pub(super) fn word(&self, chunk: usize) -> Cow<'a, str> {
        let words = &self.facts.mentions.words;
        self.item(chunk)
            .map_or(Cow::Borrowed(""), |i| words.small(&i.words))
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

    /// Whether a chunk that is no party names a commission or an assembly.
    pub(super) fn is_commission(&self, chunk: usize) -> bool {
        let body = self.item(chunk).filter(|_| self.people(chunk).is_empty());
        let body = body.and_then(|i| self.facts.body_of(i.body()?));
        body.is_some_and(|b| matches!(b.kind, NodeKind::Commission | NodeKind::Assembly))
    }

    /// The one who acts: the nearest party before a verb that no preposition governs.
    pub(super) fn subject(&self, verb: usize) -> Option<(usize, Vec<usize>)> {
        let mut relative = false;
        for n in (0..verb).rev() {
            if self.breaks(n) {
                break;
            }
            relative |= self.is(n, Class::Who) && n + 6 > verb;
            if self.people(n).is_empty() {
                continue;
            }
            // "A met with B and was received by C": B is the object of the verb before.
            if !relative && self.is_object(n)
                || self.in_closed_clause(n, verb)
                || self.is_relation(n)
            {
                continue;
            }
            // "A's spokesman met B": A was not there.
            let plain = |n: usize| {
                self.people(n).is_empty()
                    && self
                        .item(n)
                        .is_some_and(|i| matches!(i.kind, Kind::Plain([])))
            };
            if self.mark(n + 1, '’') && plain(n + 2) {
                continue;
            }
            // The one whom a relative clause is about stands right before it, governed or not.
            let acts = || self.leads_those_who_act(n) || self.is_some_of_those_who_act(n);
            if relative || !governed(self.items, &self.chunks, n) || acts() {
                return Some((n, self.people(n).to_vec()));
            }
        }
        None
    }

    /// "A met with B and was received by C": whether a party is the object of a verb of meeting that has a subject of its own, and
    /// "and" stands close behind it.
    fn is_object(&self, party: usize) -> bool {
        let verbs = [Class::Meet, Class::CallOn, Class::Phone];
        let mut verb = party;
        // "called on Friday on B".
        let dated = |n: usize| {
            let item = self.item(n);
            item.is_some_and(|i| matches!(i.kind, Kind::Date(_))) || self.says(n, &["on", "upon"])
        };
        while verb > 0
            && (self.is_any(verb - 1, &[Class::Article, Class::With, Class::Current])
                || dated(verb - 1))
        {
            verb -= 1;
        }
        let meets = verb.checked_sub(1).filter(|v| self.is_any(*v, &verbs));
        let acts = meets.is_some_and(|v| (0..v).any(|n| self.is_party(n)));
        // "A met B in Riga and phoned C".
        let mut behind =
            (party + 1..party + 9).take_while(|n| self.people(*n).is_empty() && !self.breaks(*n));
        acts && behind.any(|n| self.is(n, Class::And))
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
            let relative = self.is_any(n, &[Class::Who, Class::Which]);
            if relative && let Some(leader) = self.led_there(n).filter(|_| plain == 0) {
                return Some((leader, self.people(leader).to_vec()));
            }
            if self.breaks(n) && !(self.mark(n, ':') && n + 1 < self.chunks.len()) || relative {
                return None;
            }
            let people = self.people(n);
            if self.is_dead(n) {
                return None;
            }
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
            // "met a number of her counterparts, including A".
            let listing = ["including", "namely", "such as", "among them"];
            let listed = n > verb + 1 && self.says(n - 1, &listing)
                || n > verb + 2 && self.is_represented_by(n - 1);
            let allowed = listed
                || self.leads_group(n, verb)
                || !governed(self.items, &self.chunks, n)
                || self.governed_by(n, prepositions);
            if allowed {
                return Some((n, people.to_vec()));
            }
        }
        None
    }

    /// "welcomed the members of the group, which is chaired by A": who leads those of whom a relative clause at a chunk speaks.
    fn led_there(&self, at: usize) -> Option<usize> {
        let led = self.is(at + 1, Class::Be) && self.is(at + 2, Class::LedBy);
        let mut behind = (at + 3..at + 6).filter(|_| led);
        behind.find(|n| !self.people(*n).is_empty())
    }

    /// "met with colleagues from the Senate, represented by A and B": whether such a participle stands at a chunk.
    fn is_represented_by(&self, at: usize) -> bool {
        let before = at.checked_sub(1 + usize::from(self.mark(at - 1, ',')));
        let body = before.and_then(|b| self.item(b)).and_then(Item::body);
        self.is(at, Class::Comprise) && body.is_some()
    }

    /// "paid his respects to the late Speaker A": whether the one whom a chunk names has died.
    fn is_dead(&self, chunk: usize) -> bool {
        let named = self
            .facts
            .mentions
            .words
            .text_of(&self.words(chunk..chunk + 1));
        !self.people(chunk).is_empty() && named.split_whitespace().any(|w| w == "late")
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

    /// The words of an item.
    pub(super) fn text(&self, item: &Item<'_>) -> &'a str {
        self.facts.mentions.words.text_of(&item.words)
    }

    /// The state of the chamber or parliament that a chunk names.
    pub(super) fn state_of_house(&self, chunk: usize) -> Option<StateCode> {
        let body = self
            .item(chunk)?
            .body()
            .and_then(|b| self.facts.body_of(b))?;
        let house = matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament);
        body.states.first().copied().filter(|_| house)
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
        if let Some(city) = self.facts.mentions.words.lexicon.best_city(item.cities()) {
            let parts = ["province", "region", "district", "oblast", "county"];
            if self.says(chunk + 1, &parts) {
                return None;
            }
            return city.state;
        }
        // "a tour of the Parliament of Kenya": where a parliament is.
        if let Some(body) = item.body().and_then(|b| self.facts.body_of(b))
            && self.people(chunk).is_empty()
            && matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament)
            && self.governed_by(chunk, &[Class::Of, Class::To, Class::Visit])
        {
            return body.states.first().copied();
        }
        let before = chunk.checked_sub(1)?;
        // "that country": the one that the sentence names before.
        if item.is(Class::Country) && self.is(before, Class::Which) {
            let items = self.items.get(..self.chunks.get(chunk)?.items.start)?;
            let mut named = items.iter().rev().filter_map(|i| self.facts.state_told(i));
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

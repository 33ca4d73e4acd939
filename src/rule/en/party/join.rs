//! Parties that stand in one list: "A and B", "A, Speaker of C; B, Senator; and D".
//!
//! In come the chunks of a sentence, out come fewer: people linked by commas and "and" are one party. This module never says
//! whom a stretch of a sentence stands for.

use super::Chunk;
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Words};
use crate::text::Shape;

/// The item before another one, articles passed over.
fn preposition_at<'s, 'a>(items: &'s [Item<'a>], at: usize) -> Option<&'s Item<'a>> {
    let mut before = items.get(..at).unwrap_or_default().iter().rev();
    before.find(|i| !i.is_any(&[Class::Article, Class::His]))
}

/// Whether a preposition stands before an item, articles passed over.
fn governed_at(items: &[Item<'_>], at: usize) -> bool {
    preposition_at(items, at).is_some_and(|i| {
        i.is_any(&[
            Class::With,
            Class::By,
            Class::To,
            Class::Preposition,
            Class::From,
            Class::Of,
            Class::Between,
        ])
    })
}

/// Whether "at the invitation of" or the like stands before an item.
fn on_behalf(items: &[Item<'_>], at: usize) -> bool {
    let before = items.get(at.saturating_sub(4)..at).unwrap_or_default();
    let of = before
        .iter()
        .rev()
        .find(|i| !i.is_any(&[Class::Article, Class::His]));
    // "on behalf of" is one phrase.
    let behalf = of.is_some_and(|i| i.is(Class::By) && i.words.len() > 1);
    behalf || of.is_some_and(|i| i.is(Class::Of)) && before.iter().any(|i| i.is(Class::Agency))
}

/// Verbs whose subject stands right before them.
const ACTS: &[Class] = &[
    Class::Say,
    Class::Meet,
    Class::Visit,
    Class::Be,
    Class::Have,
    Class::Tell,
    Class::Discuss,
    Class::Travel,
    Class::Receive,
    Class::CallOn,
    Class::Attend,
];

/// Joins parties that a comma, "and" or the semicolons of a list link: people with people, delegations with delegations.
pub(super) fn join<'a>(
    words: &Words<'a>,
    items: &[Item<'a>],
    mut chunks: Vec<Chunk>,
) -> Vec<Chunk> {
    if chunks.iter().filter(|c| !c.people.is_empty()).count() < 2 {
        return chunks;
    }
    let participle = opens_with_participle(words, items);
    let mut joined: Vec<Chunk> = Vec::with_capacity(chunks.len());
    let mut n = 0;
    while let Some(chunk) = chunks.get_mut(n) {
        n += 1;
        // Nothing looks back at a chunk, so it is moved and not copied.
        let mut chunk = std::mem::take(chunk);
        let links = Links {
            words,
            items,
            chunks: &chunks,
            participle,
        };
        let mut listed = false;
        // "A and his delegation", "A and the rest of the delegation": all who are in it.
        if let Some(place) = links.own_delegation(&chunk, n)
            && let Some(other) = chunks.get(place)
        {
            chunk.take_in(other);
            n = place + 1;
        }
        while !chunk.people.is_empty() {
            let from = links.past_origin(links.past_bracket(n));
            let next = from
                + (from..chunks.len())
                    .take_while(|l| links.is_link(*l))
                    .count();
            let Some(other) = chunks.get(next).filter(|_| next > from) else {
                break;
            };
            let alike = !other.people.is_empty() && chunk.delegation == other.delegation;
            if !alike || links.parted(&chunk, from..next, listed) {
                break;
            }
            listed |= (from..next).any(|l| links.mark(l, ';'));
            chunk.take_in(other);
            n = next + 1;
        }
        joined.push(chunk);
    }
    joined
}

impl Chunk {
    /// Makes the people of another chunk behind it people of this one.
    fn take_in(&mut self, other: &Self) {
        for person in &other.people {
            if !self.people.contains(person) {
                self.people.push(*person);
            }
        }
        self.items.end = other.items.end;
    }
}

/// "Meeting with A, B stressed": whether a sentence begins with the participle of a meeting, whose subject stands behind the comma.
fn opens_with_participle(words: &Words<'_>, items: &[Item<'_>]) -> bool {
    let verbs = [Class::Meet, Class::Receive, Class::MeetingNoun];
    items.first().is_some_and(|i| {
        let text = words.text_of(&i.words);
        i.is_any(&verbs) && (text.ends_with("ing") || text.ends_with("ing with"))
    })
}

/// The chunks of a sentence as links between parties.
struct Links<'s, 'a> {
    words: &'s Words<'a>,
    items: &'s [Item<'a>],
    chunks: &'s [Chunk],
    /// Whether the sentence begins with the participle of a meeting.
    participle: bool,
}

impl<'s, 'a> Links<'s, 'a> {
    fn item(&self, chunk: usize) -> Option<&'s Item<'a>> {
        let chunk = self.chunks.get(chunk)?;
        self.items.get(chunk.items.start)
    }

    fn mark(&self, chunk: usize, mark: char) -> bool {
        self.item(chunk).is_some_and(|i| i.is_mark(mark))
    }

    /// The chunk behind a short bracket that names nobody, "(PF)", where one stands at a chunk; else that chunk.
    fn past_bracket(&self, at: usize) -> usize {
        let nobody = |n: &usize| self.chunks.get(*n).is_some_and(|c| c.people.is_empty());
        let close = (at + 1..at + 8)
            .take_while(nobody)
            .find(|n| self.mark(*n, ')'));
        close
            .filter(|_| self.mark(at, '('))
            .map_or(at, |close| close + 1)
    }

    /// The chunk behind "from the Seimas of Lithuania", where such words stand at a chunk; else that chunk.
    fn past_origin(&self, at: usize) -> usize {
        let is = |n: usize, class: Class| self.item(n).is_some_and(|i| i.is(class));
        let place = at + 1 + usize::from(is(at + 1, Class::Article));
        let nobody = self.chunks.get(place).is_some_and(|c| c.people.is_empty());
        let origin = self
            .item(place)
            .is_some_and(|i| i.body().is_some() || i.state().is_some());
        if is(at, Class::From) && origin && nobody {
            place + 1
        } else {
            at
        }
    }

    /// The chunk of the delegation to which the people of a chunk belong, where it stands behind "and" at a place.
    fn own_delegation(&self, chunk: &Chunk, at: usize) -> Option<usize> {
        /// How many chunks there may be from "and" to the delegation: "and the rest of his".
        const NEAR: usize = 6;
        let and = self.item(at).is_some_and(|i| i.is(Class::And));
        let nobody = |n: &usize| {
            let links = [Class::Article, Class::His, Class::Of, Class::Current];
            let item = self.item(*n);
            let plain = item.is_some_and(|i| matches!(i.kind, Kind::Plain([])) || i.is_any(&links));
            plain && self.chunks.get(*n).is_some_and(|c| c.people.is_empty())
        };
        let between = (at + 1..at + NEAR).take_while(nobody).count();
        let place = at + 1 + between;
        let other = self.chunks.get(place)?;
        let one = !chunk.people.is_empty() && !chunk.delegation && other.delegation;
        let own = chunk.people.iter().all(|p| other.people.contains(p));
        (and && one && own).then_some(place)
    }

    fn is_link(&self, chunk: usize) -> bool {
        let plain = |n: usize| {
            let item = self.item(n);
            self.mark(n, ',')
                || self.mark(n, ';')
                || item.is_some_and(|i| i.is_any(&[Class::And, Class::Article]))
        };
        // "A, Chair of B, and committee members C and D".
        let noun = self.item(chunk).is_some_and(|i| i.is(Class::BodyNoun));
        let named = self
            .chunks
            .get(chunk + 1)
            .is_some_and(|c| !c.people.is_empty());
        // "A, Head of the Group, and PFG member B".
        let acronym = self.item(chunk).is_some_and(|i| {
            let letters = self.words.at(i.words.start).token.shape == Shape::Upper;
            letters && matches!(i.kind, Kind::Plain([])) && self.is_titled(chunk + 1)
        });
        plain(chunk) || (noun || acronym) && named && chunk > 0 && plain(chunk - 1)
    }

    /// Whether a chunk begins with an office.
    fn is_titled(&self, chunk: usize) -> bool {
        self.item(chunk).is_some_and(|i| i.office().is_some())
    }

    /// Whether the party behind some links does not belong to the list of the one before them; `listed` where a semicolon has
    /// linked its members already.
    fn parted(&self, chunk: &Chunk, links: std::ops::Range<usize>, listed: bool) -> bool {
        let (first, next) = (links.start, links.end);
        let and = links
            .clone()
            .any(|l| self.item(l).is_some_and(|i| i.is(Class::And)));
        let acts = self.item(next + 1).is_some_and(|i| i.is_any(ACTS));
        // "A met B; C met D": a semicolon lists only where the list goes on, or has had one; "talks with A; B; and C" are
        // several talks.
        let semicolon = links.clone().any(|l| self.mark(l, ';'));
        let governed = governed_at(self.items, chunk.items.start);
        // "received by A; B; and C": they receive together.
        let by = preposition_at(self.items, chunk.items.start).is_some_and(|i| i.is(Class::By));
        if semicolon && (governed && !by || !listed && (acts || !self.mark(next + 1, ';'))) {
            return true;
        }
        // "A, and B's deputy": the owner of something is not of the list.
        if self.mark(next + 1, '’') {
            return true;
        }
        // "At the invitation of A, B will travel": the one behind whose word something happens is apart from who acts.
        if !and && on_behalf(self.items, chunk.items.start) {
            return true;
        }
        // "During the meeting with A, B said": the comma ends what the preposition governs.
        let articles =
            (first + 1..next).all(|l| self.item(l).is_some_and(|i| i.is(Class::Article)));
        let only_comma = next > first && self.mark(first, ',') && articles;
        // "During the meetings with A and B, C said": the list has ended.
        let ended = only_comma
            && acts
            && self
                .items
                .get(chunk.items.clone())
                .is_some_and(|i| i.iter().any(|i| i.is(Class::And)));
        if ended && governed {
            return true;
        }
        let alone = only_comma && chunk.people.len() == 1;
        // "When he met A, Speaker B called it": the comma ends the clause, since nothing goes on with the list.
        let goes_on =
            self.mark(next + 1, ',') || self.item(next + 1).is_some_and(|i| i.is(Class::And));
        alone && (acts && (governed || self.participle) || self.subordinate() && !goes_on)
    }

    /// Whether the sentence begins with a word that makes its first clause depend on the second: "when he met A".
    fn subordinate(&self) -> bool {
        self.items.first().is_some_and(|i| i.is(Class::When))
    }
}

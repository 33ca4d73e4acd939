//! How often an article speaks of each state, which decides what names shared by several states mean.
//!
//! In come the words of a text, out come counts. This module never looks at mentions.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::word::Words;
use crate::lexicon::{Entry, Lexicon, NameTraits, Symbol};
use crate::ontology::StateCode;
use crate::text::Shape;

/// Where and how often an article speaks of states.
pub(super) struct StateTalk {
    /// The weight of every state: two for its name, its adjective or a chamber of its own, one for its capital.
    pub weights: BTreeMap<StateCode, usize>,
    /// The words at which the article speaks of a state, in the order of the text.
    places: Vec<(usize, StateCode)>,
}

impl StateTalk {
    /// Counts the states of a text; its home counts as if it were named besides.
    pub(super) fn of(words: &Words<'_>, home: Option<StateCode>) -> Self {
        let mut new = Self {
            weights: BTreeMap::new(),
            places: Vec::new(),
        };
        for sentence in &words.sentences {
            let mut at = sentence.words.start;
            while at < sentence.words.end {
                at += new.count(words, at, sentence.words.end);
            }
        }
        // "Sri Lanka – United Kingdom Association": of two in a row neither is the one that is spoken of.
        let all = std::mem::take(&mut new.places);
        let sentence = |word: usize| words.sentences.partition_point(|s| s.words.end <= word);
        let alone = |(n, (at, state)): &(usize, &(usize, StateCode))| {
            let own = sentence(*at);
            let near = |(other, _): &&(usize, StateCode)| {
                other.abs_diff(*at) <= 4 && sentence(*other) == own
            };
            let before = all.iter().take(*n).rev().take_while(near);
            let behind = all.iter().skip(n + 1).take_while(near);
            before.chain(behind).all(|(_, s)| s == state)
        };
        let alone = all.iter().enumerate().filter(alone);
        new.places = alone.map(|(_, place)| *place).collect();
        if let Some(home) = home {
            *new.weights.entry(home).or_insert(0) += 3;
        }
        new
    }

    /// The state spoken of last before a word, not before the word `from`.
    pub(super) fn last_before(&self, word: usize, from: usize) -> Option<StateCode> {
        let end = self.places.partition_point(|(at, _)| *at < word);
        let last = self.places.get(end.checked_sub(1)?)?;
        (last.0 >= from).then_some(last.1)
    }

    /// The state spoken of first between two words.
    pub(super) fn first_between(&self, from: usize, to: usize) -> Option<StateCode> {
        let start = self.places.partition_point(|(at, _)| *at < from);
        let first = self.places.get(start)?;
        (first.0 < to).then_some(first.1)
    }

    /// Counts the longest phrase at a word, which ends before `end`, and gives its length.
    fn count(&mut self, words: &Words<'_>, at: usize, end: usize) -> usize {
        let token = words.at(at).token;
        // Most words have no capital, and need no look at the tables.
        if !token.shape.is_capital() {
            return 1;
        }
        let rest = |n: usize| {
            if at + n < end {
                words.at(at + n).symbol
            } else {
                Symbol::UNKNOWN
            }
        };
        let found = words.lexicon.phrases_at(words.at(at).symbol, rest).next();
        // "It", "In", "No": at the beginning of a sentence no code of a country.
        let third = || token.span.of(words.text).chars().nth(2);
        let named = token.shape == Shape::Upper || third().is_some();
        let Some(found) = found.filter(|p| named || p.length > 1) else {
            return 1;
        };
        // "Édgar Romo García": a city's name inside of a person's is none.
        let before = words.before(at);
        let in_name = before.traits.has(NameTraits::GIVEN) && before.token.shape.is_capital();
        for entry in found.entries {
            if in_name && matches!(entry, Entry::City(_)) {
                continue;
            }
            let telling =
                || own_name(found.entries) && !common_name(words, &(at..at + found.length));
            if matches!(entry, Entry::Chamber(_)) && !telling() {
                continue;
            }
            if let Some((state, weight)) = weight(words.lexicon, *entry) {
                *self.weights.entry(state).or_insert(0) += weight;
                self.places.push((at, state));
            }
        }
        found.length
    }
}

/// Whether words name a state or its people: "Federal Parliament of Nepal", "Canadian Parliament".
pub(crate) fn names_state(words: &Words<'_>, range: &Range<usize>) -> bool {
    let tells_state = |w: usize| {
        let rest = |n: usize| {
            if w + n < range.end {
                words.at(w + n).symbol
            } else {
                Symbol::UNKNOWN
            }
        };
        words.at(w).token.shape.is_capital()
            && words.lexicon.phrases_at(words.at(w).symbol, rest).any(|p| {
                let state = |e: &Entry| matches!(e, Entry::State(_) | Entry::Demonym(_));
                p.entries.iter().any(state)
            })
    };
    range.clone().any(tells_state)
}

/// Whether a name tells nothing of its state by itself: it consists of everyday words ("General Assembly") or is an
/// acronym that any article may use for another body ("NA").
pub(crate) fn common_name(words: &Words<'_>, range: &Range<usize>) -> bool {
    let acronym = |w: usize| {
        let token = words.at(w).token;
        range.len() == 1 && token.shape == Shape::Upper && token.span.of(words.text).len() < 6
    };
    if names_state(words, range) {
        return false;
    }
    let everyday = |w: usize| {
        words.at(w).traits.has(NameTraits::COMMON)
            || !words.at(w).token.shape.is_capital()
            || acronym(w)
    };
    range.clone().all(everyday)
}

/// Whether a phrase is the name of one chamber only.
fn own_name(entries: &[Entry]) -> bool {
    let chamber = |e: &&Entry| matches!(e, Entry::Chamber(_) | Entry::SharedChamber(_));
    entries.iter().filter(chamber).count() == 1
}

/// The state of which an entry speaks, and how much it counts.
fn weight(lexicon: &Lexicon, entry: Entry) -> Option<(StateCode, usize)> {
    match entry {
        Entry::State(code) | Entry::Demonym(code) => Some((code, 2)),
        Entry::City(row) => {
            let city = lexicon.city(row).filter(|c| c.capital)?;
            Some((city.state?, 1))
        }
        Entry::Chamber(row) => Some((lexicon.chamber(row)?.state, 2)),
        Entry::AmbiguousState(_)
        | Entry::SharedChamber(_)
        | Entry::Assembly(_)
        | Entry::SharedAssembly(_)
        | Entry::Title(_)
        | Entry::Titles(_)
        | Entry::Honorific(_)
        | Entry::BodyHead(_)
        | Entry::BodyHeads(_)
        | Entry::Particle(_)
        | Entry::Word(_, _) => None,
    }
}

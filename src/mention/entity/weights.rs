//! How often an article speaks of each state, which decides what names shared by several states mean.
//!
//! In come the words of a text, out come counts. This module never looks at mentions.

use std::collections::BTreeMap;

use super::super::word::Words;
use crate::lexicon::{Entry, Lexicon, Symbol};
use crate::ontology::StateCode;

/// The weight of every state: two for its name, its adjective or a chamber of its own, one for its capital.
pub(super) fn state_weights(words: &Words<'_>) -> BTreeMap<StateCode, usize> {
    let mut weights = BTreeMap::new();
    for sentence in &words.sentences {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            at += count(words, at, sentence.words.end, &mut weights);
        }
    }
    weights
}

/// Counts the longest phrase at a word, which ends before `end`, and gives its length.
fn count(
    words: &Words<'_>,
    at: usize,
    end: usize,
    weights: &mut BTreeMap<StateCode, usize>,
) -> usize {
    let rest = |n: usize| {
        if at + n < end {
            words.at(at + n).symbol
        } else {
            Symbol::UNKNOWN
        }
    };
    let found = words.lexicon.phrases_at(words.at(at).symbol, rest).next();
    let Some(found) = found.filter(|_| words.at(at).token.shape.is_capital()) else {
        return 1;
    };
    for entry in found.entries {
        if matches!(entry, Entry::Chamber(_)) && !own_name(found.entries) {
            continue;
        }
        if let Some((state, weight)) = weight(words.lexicon, *entry) {
            *weights.entry(state).or_insert(0) += weight;
        }
    }
    found.length
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

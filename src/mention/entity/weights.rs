//! How much an article speaks of each state.
//!
//! This file never decides what a name means; it only counts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::word::Words;
use crate::lexicon::Entry;
use crate::ontology::StateCode;

/// Whether a phrase is the name of one chamber only.
fn own_name(entries: &[Entry]) -> bool {
    entries
        .iter()
        .filter(|e| matches!(e, Entry::Chamber(_) | Entry::SharedChamber(_)))
        .count()
        == 1
}

/// How often the article speaks of each state.
pub(super) fn state_weights(words: &Words<'_>) -> BTreeMap<StateCode, usize> {
    let mut weights = BTreeMap::new();
    for sentence in &words.sentences {
        let range: Range<usize> = sentence.words.clone();
        let mut at = range.start;
        while at < range.end {
            let rest = |n: usize| {
                if at + n < range.end {
                    words.at(at + n).symbol
                } else {
                    crate::lexicon::Symbol::UNKNOWN
                }
            };
            let found = words.lexicon.phrases_at(words.at(at).symbol, rest).next();
            let mut step = 1;
            if let Some(found) = found.filter(|_| words.at(at).token.shape.is_capital()) {
                step = found.length;
                for entry in found.entries {
                    match entry {
                        Entry::State(code) | Entry::Demonym(code) => {
                            *weights.entry(*code).or_insert(0) += 2;
                        }
                        Entry::City(row) => {
                            if let Some(code) = words
                                .lexicon
                                .city(*row)
                                .filter(|c| c.capital)
                                .and_then(|c| c.state)
                            {
                                *weights.entry(code).or_insert(0) += 1;
                            }
                        }
                        Entry::Chamber(row) if own_name(found.entries) => {
                            if let Some(chamber) = words.lexicon.chamber(*row) {
                                *weights.entry(chamber.state).or_insert(0) += 2;
                            }
                        }
                        _ => {}
                    }
                }
            }
            at += step;
        }
    }
    weights
}

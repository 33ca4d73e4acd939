//! Phrases of one or more words, found in a row of symbols.

use super::symbols::Symbol;
use crate::ontology::StateCode;

/// Number of a row in its table.
pub type RowNumber = u16;

/// What a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A state by one of its names.
    State(StateCode),
    /// A state by a form that other things have too.
    AmbiguousState(StateCode),
    /// The people of a state, or its adjective.
    Demonym(StateCode),
    /// A chamber or parliament by a name of its own.
    Chamber(RowNumber),
    /// A chamber or parliament by a name that it shares.
    SharedChamber(RowNumber),
    /// An assembly by a name of its own.
    Assembly(RowNumber),
    /// An assembly by a name that it shares.
    SharedAssembly(RowNumber),
    /// A title, in the singular.
    Title(RowNumber),
    /// A title, in the plural.
    Titles(RowNumber),
    /// A form of address.
    Honorific(RowNumber),
    /// The head noun of a commission or group.
    BodyHead(RowNumber),
    /// The head noun of several commissions or groups.
    BodyHeads(RowNumber),
    /// A city.
    City(RowNumber),
    /// A particle of names.
    Particle(RowNumber),
    /// A word with a part in the grammar: its class, and its row for the value.
    Word(super::words::Class, RowNumber),
}

/// A phrase found in a row of symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'l> {
    /// How many words it has.
    pub length: usize,
    /// What it stands for.
    pub entries: &'l [Entry],
}

/// All phrases, by their first word.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// For each symbol, where its phrases begin in `phrases`.
    first: Vec<u32>,
    /// (rest of the words, entries), grouped by first word, the longest first.
    phrases: Vec<(Box<[Symbol]>, Box<[Entry]>)>,
}

impl Phrases {
    /// Builds from pairs of words and entry; the same words may come many times.
    pub(super) fn build(mut pairs: Vec<(Vec<Symbol>, Entry)>, symbols: usize) -> Self {
        pairs.retain(|(words, _)| !words.is_empty() && !words.contains(&Symbol::UNKNOWN));
        pairs.sort_by(|(a, x), (b, y)| (a.first(), b.len(), a, x).cmp(&(b.first(), a.len(), b, y)));
        pairs.dedup();
        let mut first = vec![0_u32; symbols + 1];
        let mut phrases: Vec<(Box<[Symbol]>, Box<[Entry]>)> = Vec::new();
        let mut counts = vec![0_u32; symbols];
        for group in pairs.chunk_by(|(a, _), (b, _)| a == b) {
            let Some(((head, rest), entries)) = group
                .first()
                .and_then(|(words, _)| words.split_first())
                .map(|parts| (parts, group.iter().map(|(_, e)| *e).collect()))
            else {
                continue;
            };
            phrases.push((rest.into(), entries));
            if let Some(count) = counts.get_mut(head.0 as usize) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for (place, count) in first
            .iter_mut()
            .zip(counts.iter().chain(std::iter::once(&0)))
        {
            *place = sum;
            sum += count;
        }
        Self { first, phrases }
    }

    /// The phrases that begin at the start of the row, the longest first.
    pub(super) fn at<'l>(
        &'l self,
        head: Symbol,
        rest: impl Fn(usize) -> Symbol,
    ) -> impl Iterator<Item = Found<'l>> {
        let place = head.0 as usize;
        let range = match (self.first.get(place), self.first.get(place + 1)) {
            (Some(a), Some(b)) if head != Symbol::UNKNOWN => *a as usize..*b as usize,
            _ => 0..0,
        };
        self.phrases
            .get(range)
            .unwrap_or_default()
            .iter()
            .filter_map(move |(words, entries)| {
                let fits = words
                    .iter()
                    .enumerate()
                    .all(|(i, word)| rest(i + 1) == *word);
                fits.then_some(Found {
                    length: words.len() + 1,
                    entries,
                })
            })
    }
}

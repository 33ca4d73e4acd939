//! Phrases of one or more words, found in a row of symbols.

use super::symbols::{Symbol, Symbols};
use crate::ontology::StateCode;
use crate::text::{Shape, fold_into, tokens};

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
    Word(super::class::Class, RowNumber),
}

/// A phrase found in a row of symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'l> {
    /// How many words it has.
    pub length: usize,
    /// What it stands for.
    pub entries: &'l [Entry],
}

/// A phrase: places in the lists of words and of entries.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    /// The second word; unknown where the phrase is of one word.
    second: Symbol,
    /// Where its words begin, the first of them included.
    words: u32,
    length: u16,
    entry_count: u16,
    entries: u32,
}

/// All phrases, by their first word.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// For each symbol that begins a phrase, where its phrases begin in `phrases`.
    first: Vec<u32>,
    /// Grouped by first word, then by second word, the longest first.
    all: Vec<Phrase>,
    words: Vec<Symbol>,
    entries: Vec<Entry>,
}

impl Phrases {
    /// The phrases that begin at the start of the row, the longest first.
    ///
    /// Costs a binary search over the second words; only phrases that share the first two words are compared.
    pub(super) fn at(
        &self,
        head: Symbol,
        rest: impl Fn(usize) -> Symbol,
    ) -> impl Iterator<Item = Found<'_>> {
        let group = self.group(head);
        // The phrase of one word has an unknown second word, so it is the first of its group.
        let single = group.partition_point(|p| p.second == Symbol::UNKNOWN);
        let (single, longer) = group.split_at_checked(single).unwrap_or_default();
        let next = match longer {
            [] => Symbol::UNKNOWN,
            _ => rest(1),
        };
        let start = longer.partition_point(|p| p.second < next);
        let longer = longer.get(start..).unwrap_or_default();
        longer
            .iter()
            .take_while(move |p| p.second == next)
            .filter(move |p| {
                let words = self.words_of(p).iter().enumerate().skip(2);
                words.into_iter().all(|(i, word)| rest(i) == *word)
            })
            .chain(single)
            .map(|p| Found {
                length: usize::from(p.length),
                entries: slice(&self.entries, p.entries, p.entry_count),
            })
    }

    fn group(&self, head: Symbol) -> &[Phrase] {
        let place = head.0 as usize;
        match (self.first.get(place), self.first.get(place + 1)) {
            (Some(a), Some(b)) => self.all.get(*a as usize..*b as usize),
            _ => None,
        }
        .unwrap_or_default()
    }

    fn words_of(&self, phrase: &Phrase) -> &[Symbol] {
        slice(&self.words, phrase.words, phrase.length)
    }
}

fn slice<T>(all: &[T], start: u32, length: u16) -> &[T] {
    let start = start as usize;
    all.get(start..start + usize::from(length))
        .unwrap_or_default()
}

/// A phrase with one of its entries, before the same phrases are put together.
#[derive(Debug, Clone, Copy)]
struct Pair {
    head: Symbol,
    second: Symbol,
    words: u32,
    length: u16,
    entry: Entry,
}

/// Takes phrases in any order, and makes [`Phrases`] of them.
#[derive(Debug)]
pub(super) struct PhraseBuilder {
    symbols: Symbols,
    words: Vec<Symbol>,
    pairs: Vec<Pair>,
    folded: String,
}

impl PhraseBuilder {
    /// With these words, to which those of the phrases are added.
    pub(super) fn new(symbols: Symbols) -> Self {
        Self {
            symbols,
            words: Vec::with_capacity(64_000),
            pairs: Vec::with_capacity(32_000),
            folded: String::new(),
        }
    }

    /// Adds what each of the phrases stands for.
    pub(super) fn add_all(&mut self, phrases: &[String], entry: Entry) {
        for phrase in phrases {
            self.add(phrase, entry);
        }
    }

    /// Adds what a phrase stands for; the same phrase may come many times.
    pub(super) fn add(&mut self, phrase: &str, entry: Entry) {
        let start = self.words.len();
        if !self.plain_words(phrase) {
            self.words.truncate(start);
            self.any_words(phrase);
        }
        let words = self.words.get(start..).unwrap_or_default();
        if let ([head, rest @ ..], Ok(start), Ok(length)) =
            (words, u32::try_from(start), u16::try_from(words.len()))
            && !words.contains(&Symbol::UNKNOWN)
        {
            self.pairs.push(Pair {
                head: *head,
                second: rest.first().copied().unwrap_or_default(),
                words: start,
                length,
                entry,
            });
        }
    }

    /// What [`tokens`] finds in letters and spaces, without its general ways; whether there is nothing else.
    fn plain_words(&mut self, phrase: &str) -> bool {
        self.folded.clear();
        for byte in phrase.bytes() {
            match byte {
                b'A'..=b'Z' => self.folded.push(char::from(byte | 0x20)),
                b'a'..=b'z' => self.folded.push(char::from(byte)),
                b' ' => self.take_word(),
                _ => return false,
            }
        }
        self.take_word();
        true
    }

    fn take_word(&mut self) {
        if !self.folded.is_empty() {
            self.words.push(self.symbols.intern(&self.folded));
            self.folded.clear();
        }
    }

    fn any_words(&mut self, phrase: &str) {
        for token in tokens(phrase) {
            let word = token.span.of(phrase);
            let bare = if token.shape == Shape::Initial {
                word.trim_end_matches('.')
            } else {
                word
            };
            self.folded.clear();
            fold_into(bare, &mut self.folded);
            self.words.push(self.symbols.intern(&self.folded));
        }
    }

    /// The phrases in order, and all words.
    pub(super) fn finish(self) -> (Symbols, Phrases) {
        let words = self.words;
        let (mut pairs, first_pairs) = by_head(&self.pairs);
        let words_of = |p: &Pair| slice(&words, p.words, p.length);
        let mut phrases = Vec::with_capacity(pairs.len());
        let mut entries: Vec<Entry> = Vec::with_capacity(pairs.len());
        let mut first = Vec::with_capacity(first_pairs.len());
        for range in first_pairs.windows(2) {
            first.push(u32::try_from(phrases.len()).unwrap_or(u32::MAX));
            let &[start, end] = range else { continue };
            let Some(group) = pairs.get_mut(start as usize..end as usize) else {
                continue;
            };
            group.sort_unstable_by(|a, b| {
                (a.second, b.length)
                    .cmp(&(b.second, a.length))
                    .then_with(|| words_of(a).cmp(words_of(b)))
                    .then_with(|| a.entry.cmp(&b.entry))
            });
            for same in group.chunk_by(|a, b| words_of(a) == words_of(b)) {
                let place = entries.len();
                for pair in same {
                    if entries.len() == place || entries.last() != Some(&pair.entry) {
                        entries.push(pair.entry);
                    }
                }
                phrases.extend(same.first().map(|p| Phrase {
                    second: p.second,
                    words: p.words,
                    length: p.length,
                    entry_count: u16::try_from(entries.len() - place).unwrap_or(u16::MAX),
                    entries: u32::try_from(place).unwrap_or(u32::MAX),
                }));
            }
        }
        first.push(u32::try_from(phrases.len()).unwrap_or(u32::MAX));
        let found = Phrases {
            first,
            all: phrases,
            words,
            entries,
        };
        (self.symbols, found)
    }
}

/// The pairs, those of one first word beside each other, and where those of each begin: a sort that only counts.
fn by_head(pairs: &[Pair]) -> (Vec<Pair>, Vec<u32>) {
    let most = pairs.iter().map(|p| p.head.0 as usize).max().unwrap_or(0);
    let mut first = vec![0_u32; most + 2];
    for pair in pairs {
        if let Some(count) = first.get_mut(pair.head.0 as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for place in &mut first {
        sum += *place;
        *place = sum;
    }
    let mut next = first.clone();
    let mut sorted = pairs.to_vec();
    for pair in pairs {
        if let Some(place) = next.get_mut(pair.head.0 as usize) {
            if let Some(slot) = sorted.get_mut(*place as usize) {
                *slot = *pair;
            }
            *place += 1;
        }
    }
    (sorted, first)
}

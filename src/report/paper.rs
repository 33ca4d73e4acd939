//! A page before it has a format: headings, entries, and numbered notes. All words in it are as they come; whoever writes
//! them cleans and escapes them.

use std::collections::BTreeMap;

use super::words;
use crate::query::{Brief, Proof, Source};

/// Statements have so many notes at most; the latest words say enough.
const NOTES: usize = 2;

/// Characters of a quote. Few sentences of the news are longer.
const QUOTE: usize = 320;

/// A page.
#[derive(Debug, Default)]
pub(super) struct Paper {
    pub(super) title: String,
    /// From what and as of when.
    pub(super) lead: String,
    pub(super) sections: Vec<Section>,
    /// What to bear in mind, below the notes.
    pub(super) caveat: String,
    pub(super) notes: Vec<Note>,
}

/// A heading with its entries.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub(super) heading: &'static str,
    pub(super) entries: Vec<Entry>,
    /// What was left out, in a sentence.
    pub(super) left_out: Option<String>,
}

/// A statement.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// What stands out at its beginning: a date, an office.
    pub(super) lead: Line,
    pub(super) line: Line,
    pub(super) details: Vec<Line>,
}

/// Words in a row, with marks of notes.
#[derive(Debug, Default)]
pub(super) struct Line(pub(super) Vec<Run>);

/// A part of a line.
#[derive(Debug)]
pub(super) enum Run {
    /// Words of ours, or of an article.
    Words(String),
    /// A name, which may run from right to left, and what is said of its bearer in brackets.
    Name {
        name: String,
        state: Option<String>,
        office: Option<String>,
    },
    /// The mark of a note, by its number from 1.
    Mark(usize),
}

/// The words behind a statement, and their document.
#[derive(Debug)]
pub(super) struct Note {
    /// The words; `None` where they are not passed on or nobody said them.
    pub(super) quote: Option<String>,
    /// Where they stand, or what says so if no document does.
    pub(super) place: Option<String>,
    /// Headline, publisher and day of the document.
    pub(super) source: Vec<String>,
    /// The address of the document.
    pub(super) address: Option<String>,
}

impl Paper {
    /// All lines.
    fn lines(&mut self) -> impl Iterator<Item = &mut Line> {
        let entries = self.sections.iter_mut().flat_map(|s| &mut s.entries);
        entries.flat_map(|e| [&mut e.lead, &mut e.line].into_iter().chain(&mut e.details))
    }

    /// Leaves a state out of the brackets behind names: on a page about a state nobody needs to read it each time.
    pub(super) fn leave_out(&mut self, own: &str) {
        for line in self.lines() {
            for run in &mut line.0 {
                if let Run::Name { state, .. } = run {
                    state.take_if(|state| state == own);
                }
            }
        }
    }
}

impl Run {
    /// What stands in brackets behind a name.
    pub(super) fn brackets(state: Option<&String>, office: Option<&String>) -> String {
        let parts: Vec<&str> = [state, office]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!(" ({})", parts.join(", "))
        }
    }
}

impl Line {
    pub(super) fn say(&mut self, words: &str) -> &mut Self {
        self.0.push(Run::Words(words.to_owned()));
        self
    }

    /// A name with its state.
    pub(super) fn name(&mut self, of: &Brief) -> &mut Self {
        self.person(of, None)
    }

    /// A name with its state and the office in which its bearer came.
    pub(super) fn person(&mut self, of: &Brief, office: Option<String>) -> &mut Self {
        self.0.push(Run::Name {
            name: words::cut(&of.name, words::NAME),
            state: words::state(of),
            office,
        });
        self
    }

    /// Names in a row, of many only the first.
    pub(super) fn names(&mut self, of: &[Brief], most: usize) -> &mut Self {
        let shown = if of.len() <= most + 1 { of.len() } else { most };
        for (place, one) in of.iter().take(shown).enumerate() {
            if place > 0 {
                let last = place + 1 == of.len();
                self.say(if last { " and " } else { ", " });
            }
            self.name(one);
        }
        if of.len() > shown {
            self.say(&format!(" and {} others", of.len() - shown));
        }
        self
    }

    pub(super) fn mark(&mut self, notes: &[usize]) -> &mut Self {
        self.0.extend(notes.iter().map(|n| Run::Mark(*n)));
        self
    }
}

/// Numbers notes in the order in which they are first wanted; the same words of one document are one note.
pub(super) struct Notes<'b> {
    sources: &'b [Source],
    quotes: bool,
    numbers: BTreeMap<(String, String), usize>,
    pub(super) list: Vec<Note>,
}

impl<'b> Notes<'b> {
    pub(super) const fn new(sources: &'b [Source], quotes: bool) -> Self {
        Self {
            sources,
            quotes,
            numbers: BTreeMap::new(),
            list: Vec::new(),
        }
    }

    /// The numbers of the notes of a statement: of several documents one each, the latest first.
    pub(super) fn of(&mut self, evidence: &[Proof]) -> Vec<usize> {
        let mut proofs: Vec<&Proof> = evidence.iter().collect();
        proofs.sort_by_key(|proof| std::cmp::Reverse(self.day(proof)));
        let mut marks = Vec::new();
        let mut documents: Vec<&str> = Vec::new();
        for proof in proofs {
            let document = match proof {
                Proof::Words { document, .. } => document.as_str(),
                Proof::Table { .. } => "table",
                Proof::Judgement { .. } => "judgement",
            };
            if marks.len() < NOTES && !documents.contains(&document) {
                documents.push(document);
                marks.push(self.number(proof));
            }
        }
        marks.sort_unstable();
        marks
    }

    /// The latest day of the documents of a statement.
    pub(super) fn told_on(&self, evidence: &[Proof]) -> Option<jiff::civil::Date> {
        evidence.iter().filter_map(|proof| self.day(proof)).max()
    }

    fn source(&self, proof: &Proof) -> Option<&'b Source> {
        match proof {
            Proof::Words { source, .. } => self.sources.get(source.checked_sub(1)?),
            Proof::Table { .. } | Proof::Judgement { .. } => None,
        }
    }

    fn day(&self, proof: &Proof) -> Option<jiff::civil::Date> {
        self.source(proof).and_then(|s| s.date)
    }

    fn number(&mut self, proof: &Proof) -> usize {
        let note = self.note(proof);
        let document = match proof {
            Proof::Words { document, .. } => document.clone(),
            Proof::Table { .. } | Proof::Judgement { .. } => String::new(),
        };
        let words = note.quote.as_ref().or(note.place.as_ref());
        let key = (document, words.cloned().unwrap_or_default());
        let next = self.list.len() + 1;
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.list.push(note);
        }
        number
    }

    fn note(&self, proof: &Proof) -> Note {
        let source = self.source(proof);
        let (quote, place) = match proof {
            Proof::Words {
                quote, start, end, ..
            } => {
                let quote = quote.as_deref().filter(|_| self.quotes);
                let quote = quote.map(|q| words::cut(q, QUOTE));
                let place = format!("characters {start} to {end}");
                (quote.clone(), Some(place).filter(|_| quote.is_none()))
            }
            Proof::Table { table, row } => (
                None,
                Some(format!("The table “{table}” of interparl, row “{row}”")),
            ),
            Proof::Judgement { judgement, said_in } => {
                let place = format!("Added by hand (judgement {judgement}), from {said_in}");
                (None, Some(place))
            }
        };
        Note {
            quote,
            place,
            source: source.map(words::source).unwrap_or_default(),
            address: source.and_then(|s| s.url.clone().or_else(|| Some(s.document.clone()))),
        }
    }
}

/// Words as a format escapes them, with the spaces at their ends, which cleaning drops.
pub(super) fn spaced(words: &str, escaped: impl Fn(&str) -> String) -> String {
    let before = if words.starts_with(' ') { " " } else { "" };
    let after = if words.ends_with(' ') && words.len() > 1 {
        " "
    } else {
        ""
    };
    format!("{before}{}{after}", escaped(words))
}

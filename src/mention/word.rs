//! The words of an article with what the tables know of them, and its sentences.
//!
//! In comes a text, out come its words and its sentences with their place on the page. This module never looks for mentions.

use std::ops::Range;

use jiff::civil::Date;

use super::page::repaired;
use crate::lexicon::{Class, Cue, Entry, Lexicon, NameTraits, Symbol};
use crate::text::{
    Block, BlockKind, Quotation, Shape, Span, Token, blocks, fold, quotations, sentences, tokens,
};

/// A word, number or mark with what the tables know of it.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Where it stands and how it is written.
    pub token: Token,
    /// Its number in the lexicon.
    pub symbol: Symbol,
    /// What is known of it as a part of names.
    pub traits: NameTraits,
}

/// Where in the article a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// A line that is no sentence, above the running text.
    Headline,
    /// Running text.
    Body,
    /// An item of a list.
    Item,
    /// A line that belongs to the page: buttons, credits, sources.
    Page,
}

/// A sentence, or what stands for one in a headline or list.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// The numbers of its words.
    pub words: Range<usize>,
    /// Where it stands.
    pub zone: Zone,
    /// Number of its block; items of one list follow one another.
    pub block: usize,
}

/// The words and sentences of a text.
#[derive(Debug)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// The tables.
    pub lexicon: &'a Lexicon,
    /// The day on which it was published, if that is known.
    pub published: Option<Date>,
    /// All words.
    pub words: Vec<Word>,
    /// All sentences.
    pub sentences: Vec<Sentence>,
    /// What stands in quotation marks, in its order.
    quotations: Vec<Quotation>,
}

/// What stands where there is no word: a mark that is nowhere in the text.
const END: Word = Word {
    token: Token {
        span: Span {
            start: usize::MAX,
            end: usize::MAX,
        },
        shape: Shape::Mark('\0'),
        glued: false,
    },
    symbol: Symbol::UNKNOWN,
    traits: NameTraits::NONE,
};

impl<'a> Words<'a> {
    /// Splits a text and looks every word up.
    #[must_use]
    pub fn new(text: &'a str, lexicon: &'a Lexicon, published: Option<Date>) -> Self {
        let tokens = repaired(text, lexicon, tokens(text));
        let known = lexicon.all_known(tokens.iter().map(|t| t.span.of(text)));
        let words = tokens.into_iter().zip(known);
        let words = words.map(|(token, (symbol, traits))| Word {
            token,
            symbol,
            traits,
        });
        let words: Vec<Word> = words.collect();
        let mut new = Self {
            text,
            lexicon,
            published,
            words,
            sentences: Vec::new(),
            quotations: quotations(text),
        };
        new.sentences = new.split();
        new
    }

    /// The sentences of all blocks of the text.
    fn split(&self) -> Vec<Sentence> {
        let all: Vec<Token> = self.words.iter().map(|w| w.token).collect();
        let abbreviates = |i: usize| self.abbreviates(i);
        let blocks = blocks(self.text);
        let last_paragraph = blocks.iter().rposition(|b| b.kind == BlockKind::Paragraph);
        let first_paragraph = blocks.iter().position(|b| b.kind == BlockKind::Paragraph);
        let mut found = Vec::new();
        let mut start = 0;
        let mut list = false;
        // Whether the line before is an item that says that another one follows.
        let mut item_before = false;
        for (number, block) in blocks.iter().enumerate() {
            let begin = start
                + all
                    .get(start..)
                    .unwrap_or_default()
                    .partition_point(|t| t.span.start < block.span.start);
            let end = begin
                + all
                    .get(begin..)
                    .unwrap_or_default()
                    .partition_point(|t| t.span.start < block.span.end);
            start = end;
            let above = first_paragraph.is_none_or(|p| number < p);
            let below = last_paragraph.is_some_and(|p| number > p);
            // What is listed under a colon is no line of the page, though nothing but it is left.
            let mut zone = self.zone(*block, begin..end, above, below && !list);
            // Lines under a sentence that ends in a colon are its list.
            let goes_on = self.ends_item(end);
            let line = block.kind == BlockKind::Line || goes_on || item_before;
            let listed = line && list && end > begin && end - begin <= 30;
            let colon = self.before(end).token.shape == Shape::Mark(':');
            if listed && matches!(zone, Zone::Headline | Zone::Body) {
                zone = Zone::Item;
            }
            list = colon && zone != Zone::Page || listed && zone == Zone::Item;
            item_before = goes_on && listed;
            let whole = sentences(&all, begin..end, &abbreviates);
            for words in whole.into_iter().flat_map(|s| self.lines(s)) {
                found.push(Sentence {
                    words,
                    zone,
                    block: number,
                });
            }
        }
        found
    }

    /// "A, MP;", "B, Senator; and": whether the words before one end an item of a list that goes on.
    fn ends_item(&self, end: usize) -> bool {
        let and = self.is_of(end.saturating_sub(1), &[Class::And]);
        let last = end.saturating_sub(usize::from(and));
        self.before(last).token.shape == Shape::Mark(';')
    }

    /// The parts of a sentence where a line begins inside of it with a word of grammar in a capital: no sentence goes on so, the
    /// line before had no full stop.
    fn lines(&self, sentence: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = sentence.start;
        for at in sentence.start + 1..sentence.end {
            let (before, here) = (self.before(at).token, self.at(at).token);
            if here.shape != Shape::Capital || before.shape == Shape::Lower {
                continue;
            }
            let between = Span::new(before.span.end, here.span.start).of(self.text);
            let grammar = |e: &Entry| {
                let opens = [
                    Class::Article,
                    Class::By,
                    Class::He,
                    Class::In,
                    Class::It,
                    Class::Preposition,
                    Class::They,
                ];
                matches!(e, Entry::Word(class, _) if opens.contains(class))
            };
            if between.contains('\n') && self.phrase_at(at, at + 1, grammar).is_some() {
                found.push(start..at);
                start = at;
            }
        }
        found.push(start..sentence.end);
        found
    }

    /// Where the words of a block stand; `above` and `below` where the block is before or behind all running text.
    fn zone(&self, block: Block, words: Range<usize>, above: bool, below: bool) -> Zone {
        let page = self.phrase_at(words.start, words.end, |e| {
            matches!(e, Entry::Word(Class::PageLine, _))
        });
        let short = words.len() <= 14;
        // "Home | News | Speaker", "A B Published May 19": the way through the site, a byline.
        let furniture = block.kind == BlockKind::Line
            && short
            && (words
                .clone()
                .any(|w| self.at(w).token.shape == Shape::Mark('|'))
                || words.clone().any(|w| {
                    let text = self.at(w).token.span.of(self.text);
                    ["Published", "Updated", "Posted"].contains(&text)
                }));
        // "In English / About us / News archive".
        let slash = |w: &usize| {
            let token = self.at(*w).token;
            token.shape == Shape::Mark('/') && !token.glued
        };
        let trail = block.kind == BlockKind::Line
            && words.len() <= 30
            && words.clone().filter(slash).count() >= 2;
        if furniture || trail {
            return Zone::Page;
        }
        match (block.kind, page) {
            (BlockKind::Line, Some(length)) if short || words.len() <= length + 3 => Zone::Page,
            (BlockKind::Paragraph, Some(length)) if words.len() <= length + 6 => Zone::Page,
            (BlockKind::Line, _) if below && short => Zone::Page,
            // A short line without a full stop between paragraphs is a caption or a subheading.
            (BlockKind::Line, _) if above || short => Zone::Headline,
            (BlockKind::Paragraph | BlockKind::Line, _) => Zone::Body,
            (BlockKind::Item, _) => Zone::Item,
        }
    }

    /// Whether a word alone, without those around it, is of one of some classes.
    #[must_use]
    pub fn is_of(&self, at: usize, classes: &[Class]) -> bool {
        let of = |e: &Entry| matches!(e, Entry::Word(class, _) if classes.contains(class));
        self.phrase_at(at, at + 1, of).is_some()
    }

    /// Whether a word is a form of address by itself: "HE".
    #[must_use]
    pub fn is_address(&self, at: usize) -> bool {
        let of = |e: &Entry| matches!(e, Entry::Honorific(_));
        self.phrase_at(at, at + 1, of).is_some()
    }

    /// Whether a word is said by somebody in quotation marks.
    #[must_use]
    pub fn is_said(&self, at: usize) -> bool {
        self.quotation(at).is_some_and(|q| q.speech)
    }

    /// Whether a word stands in the name of a thing in quotation marks, such as the theme of a conference.
    #[must_use]
    pub fn is_in_name_of_thing(&self, at: usize) -> bool {
        self.quotation(at).is_some_and(|q| !q.speech)
    }

    /// The quotation in which a word stands.
    fn quotation(&self, at: usize) -> Option<&Quotation> {
        let byte = self.at(at).token.span.start;
        let next = self.quotations.partition_point(|q| q.bytes.end <= byte);
        self.quotations
            .get(next)
            .filter(|q| q.bytes.contains(&byte))
    }

    /// The number that a word stands for, from two on, where the tables have it: 3 for "three".
    #[must_use]
    pub fn number(&self, at: usize) -> Option<u8> {
        let alone = |_| Symbol::UNKNOWN;
        let mut phrases = self.lexicon.phrases_at(self.at(at).symbol, alone);
        phrases.find_map(|p| {
            p.entries.iter().find_map(|e| match e {
                Entry::Word(Class::Number, row) => Some(self.lexicon.value(*row)),
                _ => None,
            })
        })
    }

    /// "Numan Şen.": whether only its accents tell a surname from the form of address or the title "Sen.", which has none itself.
    pub(super) fn loses_accents(&self, text: &str, entry: Entry) -> bool {
        if text.is_ascii() || !text.ends_with('.') || !fold(text).is_ascii() {
            return false;
        }
        match entry {
            Entry::Honorific(row) => {
                let row = self.lexicon.honorific(row);
                row.is_some_and(|h| h.form.is_ascii())
            }
            Entry::Title(row) | Entry::Titles(row) => {
                let row = self.lexicon.title(row);
                row.is_some_and(|t| t.title.is_ascii())
            }
            _ => false,
        }
    }

    /// Whether no name goes on with a word, which begins a sentence: "The", "During".
    fn opens_sentence(&self, next: Token) -> bool {
        let text = next.span.of(self.text);
        next.shape.is_capital() && self.lexicon.is_cue(Cue::Opener, text)
    }

    /// Whether a dot behind a word ends no sentence: behind an initial, a form of address, a month, an abbreviation.
    fn abbreviates(&self, i: usize) -> bool {
        let word = self.at(i);
        let next = self.at(i + 1).token;
        let next = if next.shape == Shape::Mark('.') {
            self.at(i + 2).token
        } else {
            next
        };
        if matches!(word.token.shape, Shape::Initial | Shape::Letter) {
            // "King Arnulf V. The Speaker met": no name goes on with such a word.
            return !self.opens_sentence(next);
        }
        // "Ma. Theresa Cruz": the first half of two given names.
        if word.token.span.of(self.text) == "Ma" {
            return self.at(i + 2).traits.has(NameTraits::GIVEN);
        }
        // "h.c.", "a.i.": the second of two small letters.
        let text = word.token.span.of(self.text);
        if word.token.shape == Shape::Lower
            && text.len() == 1
            && word.token.glued
            && self.before(i).token.shape == Shape::Mark('.')
        {
            return true;
        }
        // "Jón Th. Tarnsson": a name shortened inside of a name.
        let short = word.token.shape == Shape::Capital && text.chars().count() <= 3;
        // "Kh. Tarnbold": an initial of two letters.
        let vowel = |c: char| "aeiouyáéíóúýöüäåæø".contains(c.to_ascii_lowercase());
        // "Ye. Tarnov", "Dzh. Tarnov": one letter of Cyrillic.
        let cyrillic = ["Ye", "Yu", "Ya", "Yo", "Dzh"].contains(&text) && next.shape.is_capital();
        if short && text.is_ascii() && (cyrillic || !text.chars().any(vowel)) {
            return true;
        }
        // "Christopher Go. Both chambers", "Numan Şen. Congratulating him": a word of every day behind the dot begins a sentence.
        let behind = self.at(i + 2);
        let participle = behind.token.span.of(self.text).ends_with("ing");
        let opens = behind.traits.has(NameTraits::COMMON)
            || participle && !behind.traits.has(NameTraits::GIVEN);
        if short
            && !opens
            && self.before(i).traits.has(NameTraits::GIVEN)
            && self.before(i).token.shape == Shape::Capital
        {
            return true;
        }
        // A phrase such as "Mr." that has the dot inside, or a word of the table of abbreviations.
        let found = self
            .lexicon
            .phrases_at(word.symbol, |n| self.at(i + n).symbol);
        found.into_iter().any(|p| {
            let dotted = p.length >= 2 && self.at(i + 1).token.shape == Shape::Mark('.');
            p.entries.iter().any(|e| {
                let with_dot = matches!(e, Entry::Honorific(_) | Entry::Word(Class::Month, _));
                let with_dot = with_dot && !self.loses_accents(&format!("{text}."), *e);
                let abbreviation = matches!(e, Entry::Word(Class::Abbreviation, _));
                with_dot && dotted || abbreviation && p.length == 1
            })
        })
    }

    /// The length of the longest phrase at a word that has an entry of the wanted sort.
    pub(in crate::mention) fn phrase_at(
        &self,
        at: usize,
        end: usize,
        wanted: impl Fn(&Entry) -> bool,
    ) -> Option<usize> {
        let rest = |n: usize| {
            if at + n < end {
                self.at(at + n).symbol
            } else {
                Symbol::UNKNOWN
            }
        };
        self.lexicon
            .phrases_at(self.at(at).symbol, rest)
            .find(|p| p.entries.iter().any(&wanted))
            .map(|p| p.length)
    }

    /// The word of a number; a mark that is nowhere in the text where there is none.
    #[must_use]
    #[inline]
    pub fn at(&self, i: usize) -> Word {
        self.words.get(i).copied().unwrap_or(END)
    }

    /// The word before; the mark that is nowhere where there is none.
    #[must_use]
    #[inline]
    pub fn before(&self, i: usize) -> Word {
        i.checked_sub(1).map_or(END, |i| self.at(i))
    }
}

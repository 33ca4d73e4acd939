//! Items: what a sentence consists of once phrases are found. Later finders replace items by larger ones.
//!
//! In come the words of a sentence, out come items with all that the tables know of each. This module never decides between
//! the meanings of a word but by the way it is written.

use std::ops::Range;

use super::word::{Sentence, Words};
use crate::lexicon::{Class, ClassSet, Entry, EntrySorts, NameTraits, RowNumber, Symbol};
use crate::ontology::StateCode;
use crate::text::{PartialDate, Shape};

/// One item of a sentence.
#[derive(Debug, Clone)]
pub struct Item<'l> {
    /// The numbers of its words.
    pub words: Range<usize>,
    /// What it is.
    pub kind: Kind<'l>,
    /// The classes of its entries: rules ask for them far more often than there are items.
    classes: ClassSet,
    /// The sorts of its entries.
    sorts: EntrySorts,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind<'l> {
    /// A word or phrase with all that the tables know of it.
    Plain(&'l [Entry]),
    /// A sign.
    Mark(char),
    /// A date; see [`When`].
    Date(When),
    /// A body; its number among the body mentions.
    Body(usize),
    /// A person's name; its number among the person mentions.
    Person(usize),
    /// An office; its number among the office mentions.
    Office(usize),
}

/// A date as far as the words alone tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A date with its year.
    Date(PartialDate),
    /// A day and month without the year.
    DayMonth(u8, u8),
    /// A month without the year.
    Month(u8),
    /// A day of the week, Monday 1.
    Weekday(u8),
    /// So many days from the day of publication.
    Offset(i8),
}

impl<'l> Item<'l> {
    /// The item of some words.
    pub(super) fn new(words: Range<usize>, kind: Kind<'l>) -> Self {
        let mut item = Self {
            words,
            kind,
            classes: ClassSet::EMPTY,
            sorts: EntrySorts::NONE,
        };
        item.classes = ClassSet::of_entries(item.entries());
        item.sorts = EntrySorts::of(item.entries());
        item
    }

    /// The classes of words that it is of.
    #[must_use]
    #[inline]
    pub const fn classes(&self) -> ClassSet {
        self.classes
    }

    /// Takes it for a word of a class, which the words around it show.
    pub(super) const fn add(&mut self, class: Class) {
        self.classes = self.classes.with(class);
    }

    /// What the tables know of it; nothing once a finder has taken it.
    #[must_use]
    pub const fn entries(&self) -> &'l [Entry] {
        if let Kind::Plain(entries) = self.kind {
            entries
        } else {
            &[]
        }
    }

    /// The body mention that it is.
    #[must_use]
    pub const fn body(&self) -> Option<usize> {
        if let Kind::Body(number) = self.kind {
            Some(number)
        } else {
            None
        }
    }

    /// The person mention that it is.
    #[must_use]
    pub const fn person(&self) -> Option<usize> {
        if let Kind::Person(number) = self.kind {
            Some(number)
        } else {
            None
        }
    }

    /// The office mention that it is.
    #[must_use]
    pub const fn office(&self) -> Option<usize> {
        if let Kind::Office(number) = self.kind {
            Some(number)
        } else {
            None
        }
    }

    /// Whether it is a word of a class.
    #[must_use]
    #[inline]
    pub const fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it is a word of one of the classes.
    #[must_use]
    #[inline]
    pub const fn is_any(&self, classes: &[Class]) -> bool {
        self.classes.meets(ClassSet::of(classes))
    }

    /// The row of its entry of a class.
    #[must_use]
    pub fn word(&self, class: Class) -> Option<RowNumber> {
        if !self.is(class) {
            return None;
        }
        self.entries().iter().find_map(|e| match e {
            Entry::Word(c, row) if *c == class => Some(*row),
            _ => None,
        })
    }

    /// The state that it names, by name or adjective.
    #[must_use]
    pub fn state(&self) -> Option<StateCode> {
        self.first(EntrySorts::STATE.or(EntrySorts::DEMONYM), |e| match e {
            Entry::State(code) | Entry::Demonym(code) => Some(code),
            _ => None,
        })
    }

    /// The state that it names by an adjective.
    #[must_use]
    pub fn demonym(&self) -> Option<StateCode> {
        self.first(EntrySorts::DEMONYM, |e| match e {
            Entry::Demonym(code) => Some(code),
            _ => None,
        })
    }

    /// The cities that it may name, in the order of the table.
    pub fn cities(&self) -> impl Iterator<Item = RowNumber> {
        self.entries().iter().filter_map(|e| match e {
            Entry::City(row) => Some(*row),
            _ => None,
        })
    }

    /// A city that it may name: the first of the table.
    #[must_use]
    pub fn city(&self) -> Option<RowNumber> {
        self.first(EntrySorts::CITY, |e| match e {
            Entry::City(row) => Some(row),
            _ => None,
        })
    }

    /// Whether it names or tells of members of a delegation that follow: not the "accompanying" of "his accompanying
    /// delegation", whose next item is the `next` one.
    #[must_use]
    pub fn lists_company(&self, next: Option<&Self>) -> bool {
        let adjective = next.is_some_and(|n| n.is_any(&[Class::Delegation, Class::Guest]));
        self.is_any(&[Class::Accompany, Class::Comprise]) && !adjective
    }

    /// Whether it is this sign.
    #[must_use]
    #[inline]
    pub const fn is_mark(&self, mark: char) -> bool {
        matches!(self.kind, Kind::Mark(m) if m == mark)
    }

    /// Whether it is a title in the singular or plural.
    #[must_use]
    pub fn is_title(&self) -> bool {
        self.sorts.meets(EntrySorts::TITLE)
    }

    /// The row of the form of address that it is.
    #[must_use]
    pub fn honorific(&self) -> Option<RowNumber> {
        self.first(EntrySorts::HONORIFIC, |e| match e {
            Entry::Honorific(row) => Some(row),
            _ => None,
        })
    }

    /// What the first of its entries of some sorts has: most items have none, and need no look at their entries.
    #[inline]
    fn first<T>(&self, sorts: EntrySorts, wanted: impl Fn(Entry) -> Option<T>) -> Option<T> {
        let some = self.sorts.meets(sorts);
        some.then(|| self.entries().iter().copied().find_map(wanted))?
    }
}

/// The items of a sentence: the longest phrases from left to right, single words between them.
#[must_use]
pub(super) fn items<'l>(words: &Words<'l>, sentence: &Sentence) -> Vec<Item<'l>> {
    let mut found = Vec::with_capacity(sentence.words.len());
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        let word = words.at(at);
        let (length, kind) = if let Shape::Mark(c) = word.token.shape {
            (1, Kind::Mark(c))
        } else if word.token.shape == Shape::Possessive {
            (1, Kind::Mark('’'))
        } else {
            phrase(words, at, sentence.words.end).unwrap_or((1, Kind::Plain(&[])))
        };
        found.push(Item::new(at..at + length, kind));
        at += length;
    }
    found
}

/// The longest phrase at a word that may stand for something as it is written, and its length in words.
fn phrase<'l>(words: &Words<'l>, at: usize, end: usize) -> Option<(usize, Kind<'l>)> {
    let rest = |n: usize| {
        if at + n < end {
            words.at(at + n).symbol
        } else {
            Symbol::UNKNOWN
        }
    };
    words
        .lexicon
        .phrases_at(words.at(at).symbol, rest)
        .find(|p| {
            let whole = !cuts_state(words, at + p.length, end) || p.length == 1;
            whole && p.entries.iter().any(|e| fits(words, at, p.length, *e))
        })
        .map(|p| {
            (
                p.length,
                Kind::Plain(narrowed(words, at, p.length, p.entries)),
            )
        })
}

/// "National Assembly of Guinea-Bissau": whether a phrase that ends before a word cuts the name of a state in two, whose rest follows
/// behind a hyphen.
fn cuts_state(words: &Words<'_>, after: usize, end: usize) -> bool {
    let glued = |at: usize| words.at(at).token.glued;
    let hyphen = after < end && matches!(words.at(after).token.shape, Shape::Mark('-' | '‑'));
    if !hyphen || !glued(after) || after + 1 >= end || !glued(after + 1) || after == 0 {
        return false;
    }
    let last = after - 1;
    let rest = |n: usize| {
        if last + n < end {
            words.at(last + n).symbol
        } else {
            Symbol::UNKNOWN
        }
    };
    let mut phrases = words.lexicon.phrases_at(words.at(last).symbol, rest);
    phrases.any(|p| {
        let state = |e: &Entry| matches!(e, Entry::State(_) | Entry::AmbiguousState(_));
        p.length > 2 && p.entries.iter().any(state)
    })
}

/// Drops entries from either end that do not fit the way in which the words are written.
fn narrowed<'l>(
    words: &Words<'_>,
    at: usize,
    length: usize,
    mut entries: &'l [Entry],
) -> &'l [Entry] {
    while let [first, rest @ ..] = entries {
        if fits(words, at, length, *first) {
            break;
        }
        entries = rest;
    }
    while let [rest @ .., last] = entries {
        if fits(words, at, length, *last) {
            break;
        }
        entries = rest;
    }
    entries
}

/// Whether a phrase may stand for an entry, as it is written here.
fn fits(words: &Words<'_>, at: usize, length: usize, entry: Entry) -> bool {
    if words.lose_accents(&(at..at + length), entry) {
        return false;
    }
    let first = words.at(at).token;
    let capital = first.shape.is_capital();
    let longer = |than: usize| {
        let mut letters = first.span.of(words.text).chars();
        length > 1 || letters.nth(than).is_some()
    };
    match entry {
        // "Support Us" on a button of the page is no United States, by their name or by what is theirs.
        Entry::State(_) | Entry::AmbiguousState(_) | Entry::Demonym(_) => {
            capital && (first.shape == Shape::Upper || longer(2))
        }
        Entry::Word(Class::Month | Class::Weekday | Class::NotPerson, _) => capital,
        Entry::Chamber(_)
        | Entry::SharedChamber(_)
        | Entry::Assembly(_)
        | Entry::SharedAssembly(_) => {
            let text = first.span.of(words.text);
            // "Pace": a surname, and no Parliamentary Assembly.
            let surname = text == "Pace" && length == 1;
            capital && !surname && (first.shape == Shape::Upper || longer(3))
        }
        Entry::City(_) => capital && longer(2) && !(length > 1 && behind_surname(words, at)),
        Entry::Honorific(_) => {
            capital && (first.shape != Shape::Letter || longer(1) || opens_name(words, at))
        }
        Entry::Title(_) | Entry::Titles(_) => !are_initials(words, at, length),
        Entry::BodyHead(_) | Entry::BodyHeads(_) | Entry::Particle(_) => true,
        Entry::Word(Class::PageLine | Class::Abbreviation, _) => false,
        // A short word in capitals is an acronym.
        Entry::Word(_, _) => first.shape != Shape::Upper || longer(3),
    }
}

/// "Shri M. P. Tarn": letters of a seat that are initials, between a form of address and a surname.
fn are_initials(words: &Words<'_>, at: usize, length: usize) -> bool {
    let text = words.text_of(&(at..at + length));
    let dotted = text.contains(". ") && text.len() == "M. P.".len();
    let surname = words.at(at + length).token.shape == Shape::Capital;
    dotted && surname && words.is_address(at.wrapping_sub(1))
}

/// "Le Van Thanh": whether a surname that stands before given names comes right before a word, so that what looks like a city is the rest
/// of a name.
fn behind_surname(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    before.token.shape == Shape::Capital
        && before.traits.has(NameTraits::SURNAME_FIRST)
        && !before.traits.has(NameTraits::COMMON)
}

/// "U Tun Tarn": whether a single letter without a dot stands before a word with a capital, and not inside of a name.
fn opens_name(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    let inside = before.token.shape == Shape::Capital
        && (before.symbol == Symbol::UNKNOWN || before.traits.has(NameTraits::GIVEN));
    let next = words.at(at + 1).token;
    !inside && next.shape == Shape::Capital && !next.glued
}

/// Replaces the items `range` by one item.
pub(super) fn replace<'l>(items: &mut Vec<Item<'l>>, range: Range<usize>, kind: Kind<'l>) {
    let (Some(first), Some(last)) = (
        items.get(range.start),
        items.get(range.end.saturating_sub(1)),
    ) else {
        return;
    };
    let words = first.words.start..last.words.end;
    items.splice(range, [Item::new(words, kind)]);
}

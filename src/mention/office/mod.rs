//! Mentions of offices: a title with the body or state that it belongs to, before or behind.

mod complement;
mod premodifier;

use std::ops::Range;

use super::item::{Item, Kind, replace};
use super::word::Words;
use crate::lexicon::{Class, Entry, NameTraits, RowNumber, Title};
use crate::ontology::{Office, StateCode};
use crate::text::Shape;
use complement::complement;
use premodifier::{premodifiers, title_start};

/// One mention of an office.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing that the words say or do not say; they combine freely"
)]
pub struct OfficeMention {
    /// All words, without an article before.
    pub words: Range<usize>,
    /// The words of the title alone.
    pub title: Range<usize>,
    /// The rows of the title: one for each office that it can stand for.
    pub rows: Vec<RowNumber>,
    /// Whether several people hold it.
    pub plural: bool,
    /// The bodies that it names, by number of the mention.
    pub bodies: Vec<usize>,
    /// The states that it names.
    pub states: Vec<StateCode>,
    /// The state of the side ("of the Russian side").
    pub side: Option<StateCode>,
    /// Whether it is an office of something else: "head of the administration".
    pub foreign: bool,
    /// Whether it is said to be over.
    pub former: bool,
    /// Whether it begins with a possessive: "its Chairman".
    pub possessive: bool,
    /// Whether an article or the like stands before it: "the Speaker".
    pub definite: bool,
    /// Whether it is the counterpart of somebody.
    pub counterpart: bool,
    /// Whether it is that of each of the countries that the article is about: "leaders of our countries".
    pub countries: bool,
}

impl OfficeMention {
    /// Its rows in the table of titles.
    pub fn titles<'l>(&self, words: &Words<'l>) -> Vec<&'l Title> {
        self.rows
            .iter()
            .filter_map(|row| words.lexicon.title(*row))
            .collect()
    }

    /// Whether one of its rows stands for this office.
    #[must_use]
    pub fn can_be(&self, words: &Words<'_>, office: Office) -> bool {
        self.titles(words).iter().any(|t| t.office == Some(office))
    }

    /// Whether it stands alone, without a body or state.
    #[must_use]
    pub fn bare(&self) -> bool {
        self.bodies.is_empty() && self.states.is_empty()
    }
}

/// Finds the offices of a sentence: adds the mentions and replaces their items.
pub(super) fn find(words: &Words<'_>, items: &mut Vec<Item<'_>>, found: &mut Vec<OfficeMention>) {
    let mut at = 0;
    while at < items.len() {
        if let Some((range, mention)) = office_at(words, items, at) {
            at = range.start;
            found.push(mention);
            replace(items, range, Kind::Office(found.len() - 1));
        }
        at += 1;
    }
}

fn office_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(Range<usize>, OfficeMention)> {
    let item = items.get(at)?;
    let counterpart = item.is(Class::Counterpart);
    let mut new = OfficeMention {
        counterpart,
        ..OfficeMention::default()
    };
    for entry in item.entries() {
        match entry {
            Entry::Title(row) => new.rows.push(*row),
            Entry::Titles(row) => {
                new.rows.push(*row);
                new.plural = true;
            }
            _ => {}
        }
    }
    if new.rows.is_empty() && !counterpart || !usable(words, items, at) {
        return None;
    }
    new.title = item.words.clone();
    let letters = words.at(item.words.start).token.shape == Shape::Upper && item.words.len() == 1;
    let end = if counterpart || letters {
        at + 1
    } else {
        complement(words, items, at + 1, &mut new)
    };
    let start = premodifiers(words, items, at, &mut new);
    let first = items.get(start)?.words.start;
    let last = items.get(end - 1)?.words.end;
    new.title = new.title.start.min(title_start(words, items, start, at))..new.title.end;
    new.words = first..last;
    new.states.dedup();
    if new.bare()
        && !new.plural
        && !new.definite
        && !new.possessive
        && !counterpart
        && !capital_or_known(words, items, at)
    {
        return None;
    }
    Some((start..end, new))
}

/// Titles that are verbs or other nouns in lower case count only where something beside them shows the title.
fn usable(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let lone_letter = words.text_of(&item.words).chars().count() < 2;
    let before = at.checked_sub(1).and_then(|i| items.get(i));
    let verb = item.is_any(&[Class::Lead, Class::Host])
        && (items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Article, Class::His]))
            || before
                .is_some_and(|b| b.is_any(&[Class::Who, Class::Which, Class::Future, Class::To])));
    let word = words.at(item.words.start);
    let previous = words.before(item.words.start);
    // "Peter Lord Bowness": a title of nobility inside of a name.
    let noble = item.honorific().is_some()
        && word.token.shape == Shape::Capital
        && previous.traits.has(NameTraits::GIVEN)
        && previous.token.shape.is_capital();
    // "Amir Ohana": a title that is a given name too, where nothing shows that it is the title.
    let given = item.words.len() == 1
        && word.token.shape == Shape::Capital
        && word.traits.has(NameTraits::GIVEN)
        && !word.traits.has(NameTraits::COMMON)
        && !word.traits.has(NameTraits::DOUBTFUL)
        && !before.is_some_and(|b| {
            b.is_any(&[Class::Article, Class::His])
                || b.state().is_some()
                || b.honorific().is_some()
                || b.is_mark('’')
        })
        && items.get(at + 1).is_some_and(|n| {
            let plain =
                words.at(n.words.start).token.shape == Shape::Capital && n.entries().is_empty();
            let filiation = n.entries().iter().any(|e| matches!(e, Entry::Particle(_)));
            plain || filiation
        });
    !lone_letter && !verb && !noble && !given
}

fn capital_or_known(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        words.at(i.words.start).token.shape.is_capital()
            || words.text_of(&i.words).contains(' ')
            || items
                .get(at + 1)
                .is_some_and(|n| words.at(n.words.start).token.shape.is_capital())
            || at
                .checked_sub(1)
                .and_then(|b| items.get(b))
                .is_some_and(|b| b.is_mark(',') || b.is(Class::And) || b.is(Class::Be))
    })
}

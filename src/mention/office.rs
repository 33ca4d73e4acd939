//! Mentions of offices: a title with the body or state that it belongs to, before or behind.

use std::ops::Range;

use super::item::{Item, Kind, replace};
use super::word::Words;
use crate::lexicon::{Class, Entry, NameTraits, RowNumber, Title};
use crate::ontology::{Office, StateCode};
use crate::text::Shape;

/// One mention of an office.
#[derive(Debug, Clone, Default)]
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

/// Where the written title begins: with the words of a portfolio before "Minister", if any.
fn title_start(words: &Words<'_>, items: &[Item<'_>], start: usize, at: usize) -> usize {
    let mut first = items.get(at).map_or(0, |i| i.words.start);
    for item in items.get(start..at).unwrap_or_default().iter().rev() {
        let plain = matches!(item.kind, Kind::Plain(_)) && item.state().is_none();
        if !plain
            || item.is_any(&[Class::Former, Class::Current, Class::His])
            || !words.at(item.words.start).token.shape.is_word()
        {
            break;
        }
        first = item.words.start;
    }
    first
}

/// Reads what stands before the title: "Russia's", "Majilis", "former", "its", "Foreign".
fn premodifiers(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> usize {
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let possessive = item.is_mark('’');
        let owner = if possessive {
            start.checked_sub(2).and_then(|i| items.get(i))
        } else {
            Some(item)
        };
        let Some(owner) = owner else { break };
        let step = if possessive { 2 } else { 1 };
        match owner.kind {
            Kind::Body(number) => new.bodies.push(number),
            Kind::Plain(_) if owner.state().is_some() => new.states.extend(owner.state()),
            _ if possessive => break,
            _ if item.is(Class::Former) => new.former = true,
            _ if item.is(Class::His) => {
                new.possessive = true;
                return start - 1;
            }
            _ if item.is(Class::Current) && !item.is(Class::Address) => {}
            _ if item.is(Class::Article) || item.is(Class::Both) => {
                new.definite = true;
                new.plural |= item.is(Class::Both);
                return start;
            }
            _ if item.is_any(&[Class::ParliamentWord, Class::UpperHouse, Class::LowerHouse]) => {
                new.definite = true
            }
            _ if portfolio(words, item, new) => {}
            _ => break,
        }
        start -= step;
    }
    start
}

/// Whether a word is part of a minister's portfolio: "Foreign", "Culture".
fn portfolio(words: &Words<'_>, item: &Item<'_>, office: &OfficeMention) -> bool {
    let word = words.at(item.words.start);
    let plain = matches!(item.kind, Kind::Plain(_))
        && word.token.shape.is_capital()
        && item.honorific().is_none();
    plain
        && word.traits.has(NameTraits::COMMON)
        && !item.is_title()
        && office.can_be(words, Office::Minister)
        && !item.is_any(&[
            Class::Article,
            Class::In,
            Class::With,
            Class::By,
            Class::And,
            Class::Preposition,
        ])
}

/// Reads what stands behind the title: "of the State Duma", "of Russia and Azerbaijan", "of Foreign Affairs", "to Samoa".
fn complement(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> usize {
    let mut end = from;
    // "Chairman Senate": the body follows without a preposition, and its office-holder after it.
    if let Some(Kind::Body(number)) = items.get(end).map(|i| i.kind) {
        new.bodies.push(number);
        return end + 1;
    }
    loop {
        let Some(item) = items.get(end) else {
            return end;
        };
        let preposition = words.text_of(&item.words).to_lowercase();
        match preposition.as_str() {
            "of" | "at" | "in" | "for" | "to" => {}
            _ => return end,
        }
        let next = match preposition.as_str() {
            "of" => owners(words, items, end + 1, new),
            "to" if new.can_be(words, Office::Ambassador) => posted(items, end + 1),
            "to" | "at" => owners(words, items, end + 1, new),
            _ if new.can_be(words, Office::Ambassador) => posted(items, end + 1),
            _ => None,
        };
        let next = next.or_else(|| {
            let minister =
                new.can_be(words, Office::Minister) && !new.can_be(words, Office::HeadOfGovernment);
            (minister && preposition != "in")
                .then(|| ministry(words, items, end + 1))
                .filter(|n| *n > end + 1)
        });
        match next {
            Some(next) => end = next,
            None if preposition == "of" => {
                new.foreign = new.bare();
                return if new.foreign {
                    something_else(words, items, end + 1)
                } else {
                    end
                };
            }
            None => return end,
        }
    }
}

/// "the State Duma", "Russia and Azerbaijan", "the Russian side".
fn owners(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let mut end = owner(words, items, from, new)?;
    while new.plural
        && items
            .get(end)
            .is_some_and(|i| i.is(Class::And) || i.is_mark(','))
    {
        let mut next = end + 1;
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::And)));
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::Of)));
        let Some(after) = owner(words, items, next, new) else {
            break;
        };
        end = after;
    }
    Some(end)
}

fn owner(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let next = from
        + usize::from(
            items
                .get(from)
                .is_some_and(|i| i.is_any(&[Class::Article, Class::His, Class::Both])),
        );
    let item = items.get(next)?;
    if let Kind::Body(number) = item.kind {
        new.bodies.push(number);
        return Some(next + 1);
    }
    let state = item.state();
    if state.is_some() && items.get(next + 1).is_some_and(|i| i.is(Class::Sides)) {
        new.side = state;
        return Some(next + 2);
    }
    if let Some(state) = state {
        let possessive = items.get(next + 1).is_some_and(|i| i.is_mark('’'));
        if possessive && let Some(Kind::Body(number)) = items.get(next + 2).map(|i| i.kind) {
            new.bodies.push(number);
            new.states.push(state);
            return Some(next + 3);
        }
        if item.demonym().is_some() && item.entries().len() == 1 {
            // "Chairman of the Armenian something": not an office that we know.
            return None;
        }
        new.states.push(state);
        return Some(next + 1);
    }
    let text = words.text_of(&item.words).to_lowercase();
    if new.plural && ["countries", "nations", "states"].contains(&text.as_str()) {
        new.countries = true;
        return Some(next + 1);
    }
    if item.is(Class::Country) || ["state", "government"].contains(&text.as_str()) {
        return Some(next + 1);
    }
    if item.is(Class::Delegation) {
        return Some(next + 1);
    }
    None
}

/// "to Samoa", "in the country", "in Muscat": where an ambassador is posted, which is not whom the ambassador acts for.
fn posted(items: &[Item<'_>], from: usize) -> Option<usize> {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let item = items.get(next)?;
    let place = item.state().is_some()
        || item.city().is_some()
        || next > from && matches!(item.kind, Kind::Plain(_));
    place.then_some(next + 1)
}

/// The words of what an office of something else belongs to: "of the Political Bureau".
fn something_else(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let mut end = from
        + usize::from(
            items
                .get(from)
                .is_some_and(|i| i.is_any(&[Class::Article, Class::His])),
        );
    while let Some(item) = items.get(end) {
        let word = words.at(item.words.start);
        let named = word.traits.has(NameTraits::GIVEN) && !word.traits.has(NameTraits::COMMON);
        let plain =
            matches!(item.kind, Kind::Plain(_)) && word.token.shape.is_word() && !item.is_title();
        if !plain
            || named
            || item.honorific().is_some()
            || !fits_portfolio(item, false, end - from) && !word.token.shape.is_capital()
        {
            break;
        }
        end += 1;
    }
    end
}

/// The words of a portfolio behind "Minister of".
fn ministry(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let mut end = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let mut last = from;
    while let Some(item) = items.get(end) {
        let word = words.at(item.words.start);
        let bridge = item.is_any(&[Class::And, Class::Of]) || item.is_mark(',');
        let known = word.traits.has(NameTraits::COMMON) || !item.entries().is_empty();
        let named = word.token.shape.is_capital() && !known
            || word.traits.has(NameTraits::GIVEN) && !word.traits.has(NameTraits::COMMON);
        let plain = matches!(item.kind, Kind::Plain(_))
            && word.token.shape.is_word()
            && item.state().is_none();
        if bridge {
            // A comma goes on only between capitalised words.
            let next = items.get(end + 1).map(|i| words.at(i.words.start));
            if !next.is_some_and(|n| n.token.shape.is_capital() && n.traits.has(NameTraits::COMMON))
            {
                break;
            }
        } else if !plain
            || named
            || item.is_title()
            || item.honorific().is_some()
            || !fits_portfolio(item, word.token.shape.is_capital(), end - from)
        {
            break;
        } else {
            last = end + 1;
        }
        end += 1;
    }
    last
}

fn fits_portfolio(item: &Item<'_>, capital: bool, length: usize) -> bool {
    let grammar = item.is_any(&[
        Class::Be,
        Class::Have,
        Class::Who,
        Class::Which,
        Class::With,
        Class::In,
        Class::By,
        Class::To,
        Class::From,
        Class::Say,
        Class::Future,
        Class::Respectively,
        Class::He,
        Class::Meet,
        Class::Receive,
        Class::Attend,
    ]);
    capital || !grammar && length < 2
}

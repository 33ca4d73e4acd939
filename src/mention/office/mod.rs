//! Mentions of offices: a title with the body or state that it belongs to, before or behind.
//!
//! In come the items of a sentence with its bodies, out come offices as they are written. This module never says who holds
//! an office, nor which of several offices a title stands for.

mod adjoining;
mod complement;
mod each;
mod portfolio;
mod premodifiers;
mod several;
mod staff;
mod unheld;
mod usable;

use std::ops::Range;

use super::body::BodyMention;
use super::chamber::narrow_to;
use super::item::{Item, Kind, replace};
use super::word::Words;
use crate::lexicon::{Class, Entry, RowNumber, Symbol, Title};
use crate::ontology::{NodeKind, Office, StateCode};
use crate::text::Shape;
use complement::complement;
pub(super) use each::add_states;
pub(crate) use each::{name_of_state, next_state};
use premodifiers::{premodifiers, title_start};
use unheld::unheld;
pub(super) use usable::has_office_behind;
use usable::{shows_title, usable};

/// One mention of an office.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each tells of another word, and any may go with any"
)]
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
    /// The state in which an ambassador is posted.
    pub post: Option<StateCode>,
    /// Whether it is the lead of a delegation that its state has sent.
    pub delegation: bool,
    /// Whether it is an office of something else, "head of the administration", or one that its bearer does not hold yet.
    pub foreign: bool,
    /// Whether it is said to be over.
    pub former: bool,
    /// Whether it is said to be new: "the newly elected Speaker".
    pub newly: bool,
    /// Whether a verb stands before it by which somebody came into it: "was elected Speaker".
    pub elected: bool,
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
        let mut rows = self.rows.iter();
        rows.any(|row| {
            let title = words.lexicon.title(*row);
            title.is_some_and(|t| t.office == Some(office))
        })
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
        if let Some((range, mut mention)) = office_at(words, items, at) {
            at = range.start;
            mention.former |= goes_on_from_former(words, items, &range, &mention, found);
            found.push(mention);
            replace(items, range, Kind::Office(found.len() - 1));
        }
        at += 1;
    }
}

/// "former Minister for Trade and Attorney-General": whether an office goes on from one of the same sort that is over. "former Minister and
/// Speaker of the House" may well be the Speaker now.
fn goes_on_from_former(
    words: &Words<'_>,
    items: &[Item<'_>],
    range: &Range<usize>,
    new: &OfficeMention,
    found: &[OfficeMention],
) -> bool {
    let Some(joint) = range.start.checked_sub(1) else {
        return false;
    };
    let before = joint.checked_sub(1).and_then(|b| items.get(b)?.office());
    let Some(before) = before.and_then(|o| found.get(o)).filter(|o| o.former) else {
        return false;
    };
    let current = items
        .get(range.clone())
        .is_some_and(|i| i.iter().any(|i| i.is(Class::Current)));
    let joined = items.get(joint).is_some_and(|i| i.is(Class::And));
    let mut offices = before.titles(words).into_iter().filter_map(|t| t.office);
    joined && !new.definite && !current && offices.any(|o| new.can_be(words, o))
}

/// "Deputy Chairman of the Senate of Kenya's Parliament": an office in a house is not one in the parliament that owns it.
pub(super) fn prefer_houses(bodies: &[BodyMention], offices: &mut [OfficeMention]) {
    for office in offices {
        let [parliament] = office.bodies.as_slice() else {
            continue;
        };
        let Some(own) = bodies
            .get(*parliament)
            .filter(|b| b.kind == NodeKind::Parliament)
        else {
            continue;
        };
        let inside = |b: &BodyMention| {
            b.kind == NodeKind::Chamber
                && b.words.start >= office.title.end
                && b.words.end < own.words.start
        };
        if let Some(house) = bodies.iter().position(inside) {
            office.bodies = vec![house];
        }
    }
}

/// "Chairman of the Senate, Kenya": makes a house of a shared name that an office names alone one of the state that the office names.
pub(super) fn settle_houses(
    words: &Words<'_>,
    bodies: &mut [BodyMention],
    offices: &[OfficeMention],
) {
    for office in offices.iter().filter(|o| !o.delegation) {
        if let ([body], [state]) = (office.bodies.as_slice(), office.states.as_slice())
            && let Some(body) = bodies.get_mut(*body)
        {
            narrow_to(words, body, *state);
        }
    }
}

/// "Vice NA Chairman", "Deputy Senate Speaker": the rows of the title that a word before an office makes together with the title,
/// where the body stands between the two.
fn deputy(
    words: &Words<'_>,
    items: &[Item<'_>],
    (start, at): (usize, usize),
) -> Option<Vec<RowNumber>> {
    let before = &items.get(start.checked_sub(1)?)?.words;
    let title = &items.get(at)?.words;
    let rest = |n: usize| {
        let word = title.clone().nth(n.saturating_sub(1));
        word.map_or(Symbol::UNKNOWN, |w| words.at(w).symbol)
    };
    let whole = words
        .lexicon
        .phrases_at(words.at(before.start).symbol, rest)
        .find(|p| before.len() == 1 && p.length == 1 + title.len())?;
    let row = |e: &Entry| match e {
        Entry::Title(row) => Some(*row),
        _ => None,
    };
    let rows: Vec<RowNumber> = whole.entries.iter().filter_map(row).collect();
    (!rows.is_empty()).then_some(rows)
}

/// "MP, House of Commons, Canada;": where letters end behind which commas tell their house, and its state.
fn behind_seat(items: &[Item<'_>], at: usize, new: &mut OfficeMention) -> Option<usize> {
    let comma = |n: usize| items.get(n).is_some_and(|i| i.is_mark(','));
    let closed = |n: usize| {
        items
            .get(n)
            .is_none_or(|i| [',', ';', '.', ')'].iter().any(|m| i.is_mark(*m)))
    };
    let body = items.get(at + 2).and_then(Item::body);
    let body = body.filter(|_| comma(at + 1) && closed(at + 3))?;
    new.bodies.push(body);
    let state = items.get(at + 4).and_then(Item::state);
    let state = state.filter(|_| comma(at + 3) && closed(at + 5));
    new.states.extend(state);
    Some(at + if state.is_some() { 5 } else { 3 })
}

/// "MP (Ghana)", "MP (Lok Sabha)": where letters end behind which a bracket tells their house, or the state of it.
fn behind_letters(items: &[Item<'_>], at: usize, new: &mut OfficeMention) -> usize {
    let bracket = items.get(at + 1).is_some_and(|i| i.is_mark('('))
        && items.get(at + 3).is_some_and(|i| i.is_mark(')'));
    let Some(inside) = items.get(at + 2).filter(|_| bracket) else {
        return behind_seat(items, at, new).unwrap_or(at + 1);
    };
    if inside.body().is_none() && inside.state().is_none() {
        return at + 1;
    }
    new.bodies.extend(inside.body());
    new.states.extend(inside.state());
    at + 4
}

/// "members of parliament A and B": where an office ends that is one of some parliament without its name, and makes it that of an MP.
fn of_parliament(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    if !of || !is_some_parliament(words, items, at + 2) || !new.can_be(words, Office::Member) {
        return None;
    }
    let seat = words.lexicon.symbol("MP", &mut String::new());
    let mut phrases = words.lexicon.phrases_at(seat, |_| Symbol::UNKNOWN);
    let row = phrases.find_map(|p| {
        p.entries.iter().find_map(|e| match e {
            Entry::Title(row) => Some(*row),
            _ => None,
        })
    });
    new.rows = vec![row?];
    Some(at + 3)
}

/// Whether an item is the noun for a parliament that nothing behind it says to be one of a state.
fn is_some_parliament(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let noun = items.get(at);
    let owned = items.get(at + 1);
    noun.is_some_and(|i| words.text_of(&i.words) == "parliament")
        && !owned
            .is_some_and(|i| i.is_any(&[Class::Of, Class::In, Class::From, Class::Preposition]))
}

/// The office whose title, or the word "counterpart", is at an item, with the range of its items.
fn office_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(Range<usize>, OfficeMention)> {
    let item = items.get(at)?;
    let counterpart = item.is(Class::Counterpart);
    if !counterpart && !item.is_title() || !usable(words, items, at) {
        return None;
    }
    let mut new = OfficeMention {
        counterpart,
        plural: item.entries().iter().any(|e| matches!(e, Entry::Titles(_))),
        ..OfficeMention::default()
    };
    for entry in item.entries() {
        if let Entry::Title(row) | Entry::Titles(row) = entry {
            new.rows.push(*row);
        }
    }
    // "the members of a delegation": the delegation is what the sentence speaks of.
    let of_delegation = items.get(at + 1).is_some_and(|i| i.is(Class::Of))
        && (at + 2..at + 6)
            .take_while(|n| {
                items
                    .get(*n)
                    .is_some_and(|i| matches!(i.kind, Kind::Plain(_)))
            })
            .any(|n| items.get(n).is_some_and(|i| i.is(Class::Delegation)));
    if new.plural && of_delegation && new.can_be(words, Office::Member) {
        return None;
    }
    let letters = words.at(item.words.start).token.shape == Shape::Upper && item.words.len() == 1;
    let end = if counterpart {
        at + 1
    } else if letters {
        behind_letters(items, at, &mut new)
    } else {
        of_parliament(words, items, at, &mut new).unwrap_or_else(|| {
            let from = unheld(words, items, at + 1, &mut new);
            complement(words, items, from, &mut new)
        })
    };
    let mut start = premodifiers(words, items, at, &mut new);
    new.title = title_start(words, items, start, at)..item.words.end;
    if start < at
        && !new.bare()
        && let Some(rows) = deputy(words, items, (start, at))
    {
        new.rows = rows;
        start -= 1;
    }
    new.words = items.get(start)?.words.start..items.get(end - 1)?.words.end;
    new.states.dedup();
    let alone = new.bare() && !new.plural && !new.definite && !new.possessive;
    if alone && !counterpart && !shows_title(words, items, at) {
        return None;
    }
    Some((start..end, new))
}

//! Mentions of bodies: chambers, parliaments, assemblies, commissions and groups, as they are named in a sentence.
//!
//! In come the items of a sentence, out come mentions. This module never joins two mentions of one body.

use std::ops::Range;

use super::chamber::{chamber_at, houses_of_states, regional_at};
use super::commission::{commission_at, coordinated, joined_before, labelled_item, national_part};
use super::item::{Item, Kind, replace};
use super::word::{Sentence, Words, Zone};
use crate::lexicon::{Class, ClassSet, House, RowNumber};
use crate::ontology::{BodyForm, NodeKind, StateCode};

/// What a mention says of which body it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    /// One of these chambers or parliaments.
    Chambers(Vec<RowNumber>),
    /// An assembly of the table.
    Assembly(RowNumber),
    /// A body known by this name only: a commission, a group, a conference.
    Named,
    /// A body that the article has named before, by its noun: "the Commission".
    Reference,
}

/// One mention of a body.
#[derive(Debug, Clone)]
pub struct BodyMention {
    /// All words of the mention, without an article before it.
    pub words: Range<usize>,
    /// The words of the bare name, without the state before or behind it.
    pub name: Range<usize>,
    /// What kind of body it is.
    pub kind: NodeKind,
    /// Which sort of commission.
    pub form: Option<BodyForm>,
    /// What it says of which body it means.
    pub means: Means,
    /// The states that it names: of the chamber, or tied by the commission.
    pub states: Vec<StateCode>,
    /// The mentions inside of it: the chambers that a commission ties, the owner of a committee.
    pub parts: Vec<usize>,
    /// Which house a common noun such as "upper house" means.
    pub house: Option<House>,
    /// Whether it speaks of several: "the friendship groups".
    pub plural: bool,
    /// The number of the session or assembly.
    pub ordinal: Option<u32>,
    /// The name, where the words are only a part of it: "on Fisheries" of "the committees on Trade and on Fisheries".
    pub called: Option<String>,
}

impl BodyMention {
    /// A mention by its words, the words of the bare name, the kind of body and what it means, with nothing else told.
    pub(super) const fn new(
        words: Range<usize>,
        name: Range<usize>,
        kind: NodeKind,
        means: Means,
    ) -> Self {
        Self {
            words,
            name,
            kind,
            form: None,
            means,
            states: Vec::new(),
            parts: Vec::new(),
            house: None,
            plural: false,
            ordinal: None,
            called: None,
        }
    }

    /// Takes a chamber or parliament that names no state for that of a state.
    pub(super) fn take_state(&mut self, words: &Words<'_>, state: StateCode) {
        let house = matches!(self.kind, NodeKind::Chamber | NodeKind::Parliament);
        if !house || !self.states.is_empty() {
            return;
        }
        self.states.push(state);
        if let Means::Chambers(rows) = &mut self.means {
            let of_state = |row: &RowNumber| {
                let chamber = words.lexicon.chamber(*row);
                chamber.is_some_and(|c| c.state == state)
            };
            if rows.iter().any(of_state) {
                rows.retain(of_state);
            }
        }
    }
}

/// Whether no name of a body begins or has its noun at an item: a mark, or a word in small letters of which no table knows anything. Most
/// items are such, and need no look at what stands around them.
fn is_no_noun(words: &Words<'_>, item: &Item<'_>) -> bool {
    let unknown = match item.kind {
        Kind::Mark(_) => true,
        Kind::Plain(entries) => {
            entries.is_empty() && !words.at(item.words.start).token.shape.is_capital()
        }
        _ => false,
    };
    let nouns = ["group", "delegation", "committees", "commissions"];
    unknown && item.classes() == ClassSet::EMPTY && !words.say(&item.words, &nouns)
}

/// Finds the bodies of a sentence: adds the mentions and replaces their items.
pub(super) fn find(
    words: &Words<'_>,
    sentence: &Sentence,
    items: &mut Vec<Item<'_>>,
    found: &mut Vec<BodyMention>,
) {
    if sentence.zone == Zone::Item {
        labelled_item(words, items, found);
    }
    let mut at = 0;
    while at < items.len() {
        let other = |i: &Item<'_>| i.is(Class::OtherBody) || is_no_noun(words, i);
        if items.get(at).is_some_and(other) {
            at += 1;
            continue;
        }
        if let Some([first, second]) = joined_before(words, items, at, found) {
            let number = found.len().saturating_sub(2);
            at = first.start + 2;
            replace(items, second, Kind::Body(number + 1));
            replace(items, first, Kind::Body(number));
            continue;
        }
        let houses = houses_of_states(words, items, at, found);
        if let Some(last) = houses.last() {
            let behind = items.len() - last.end;
            let first = found.len() - houses.len();
            for (number, range) in houses.into_iter().enumerate().rev() {
                replace(items, range, Kind::Body(first + number));
            }
            at = items.len() - behind;
            continue;
        }
        let parsed = group_held(words, items, at, found)
            .or_else(|| national_part(words, items, at, found))
            .or_else(|| commission_at(words, items, at, found))
            .or_else(|| regional_at(words, items, at, found))
            .or_else(|| chamber_at(words, items, at, found));
        if let Some(range) = parsed {
            at = range.start;
            let number = found.len().saturating_sub(1);
            replace(items, range, Kind::Body(number));
            while let Some(range) = coordinated(words, items, at + 1, found) {
                at = range.start;
                replace(items, range, Kind::Body(found.len() - 1));
            }
        }
        at += 1;
    }
}

/// "members of the group A and B": the group that the article has named, of which the words before an item tell an office.
fn group_held(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let item = items.get(at).filter(|i| words.say(&i.words, &["group"]))?;
    let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
    let of = before(1)?.is(Class::Article) && before(2)?.is(Class::Of);
    let held = before(3).filter(|_| of)?.is_title();
    let ends = items.get(at + 1).is_none_or(|i| !i.is(Class::Of));
    // "the group Forza Tarn, A": a name of its own, where "the group A B and C" names people.
    let capital = |n: usize| {
        let item = items.get(n);
        item.is_some_and(|i| words.at(i.words.start).token.shape.is_capital())
    };
    let comma = (at + 1..at + 6).find(|n| items.get(*n).is_some_and(|i| i.is_mark(',')));
    let and = (at + 1..at + 6).find(|n| items.get(*n).is_some_and(|i| i.is(Class::And)));
    let listed = and.is_some_and(|a| comma.is_none_or(|c| a < c));
    // "of the group His Excellency A".
    let address = items.get(at + 1).is_some_and(|i| i.honorific().is_some());
    let ends = ends && (!capital(at + 1) || listed || address);
    let name = item.words.clone();
    let known = found
        .iter()
        .any(|b| b.form == Some(BodyForm::FriendshipGroup));
    (held && ends && known).then(|| {
        let (kind, means) = (NodeKind::Commission, Means::Reference);
        found.push(BodyMention::new(name.clone(), name, kind, means));
        at..at + 1
    })
}

/// The number before a body's name: "149th Assembly", "18th session".
#[must_use]
pub(super) fn ordinal(words: &Words<'_>, item: &Item<'_>) -> Option<u32> {
    let text = words.text_of(&item.words);
    if let Some(number) = roman(text) {
        return Some(number);
    }
    let bare = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = text.get(bare.len()..).unwrap_or_default();
    matches!(ending, "st" | "nd" | "rd" | "th")
        .then(|| bare.parse().ok())
        .flatten()
}

/// The value of a Roman number with the ending of an ordinal, 21 for `XXIst`.
fn roman(text: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|e| text.strip_suffix(e))?;
    let mut sum = 0;
    let mut last = 0;
    for letter in digits.chars().rev() {
        let value = match letter {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => return None,
        };
        if value < last {
            sum -= value;
        } else {
            sum += value;
            last = value;
        }
    }
    (sum > 0).then_some(sum)
}

//! Mentions of people by name.

mod part;
mod run;

use std::ops::Range;

use super::item::{Item, Kind, replace};
use super::word::{Sentence, Word, Words, Zone};
use crate::lexicon::NameTraits;
use crate::ontology::StateCode;
use crate::text::{Shape, fold};
use part::{Part, part};
use run::run;

/// How sure it is that capitalised words are a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Only the way it is written speaks for it: it counts where something else supports it.
    Weak,
    /// A word of it is known as a name, or ends as names do.
    Likely,
    /// A form of address or a title stands before it.
    Sure,
}

/// One mention of a person by name.
#[derive(Debug, Clone)]
pub struct PersonMention {
    /// The words of the name, without forms of address.
    pub words: Range<usize>,
    /// The folded words of the name, marks left out.
    pub key: Vec<String>,
    /// How sure it is.
    pub strength: Strength,
    /// The state in brackets behind the name.
    pub state: Option<StateCode>,
    /// Whether a form of address stands before it.
    pub addressed: bool,
    /// Whether it stands in running text (and not in a headline).
    pub running: bool,
}

/// Finds the names of a sentence: adds the mentions and replaces their items.
pub(super) fn find(
    words: &Words<'_>,
    sentence: &Sentence,
    items: &mut Vec<Item<'_>>,
    found: &mut Vec<PersonMention>,
) {
    if sentence.zone == Zone::Page {
        return;
    }
    let title_case = sentence.zone == Zone::Headline && mostly_capital(words, sentence);
    let mut at = 0;
    while at < items.len() {
        if let Some((range, mut mention)) = name_at(words, items, at, title_case) {
            mention.running = sentence.zone != Zone::Headline;
            if title_case && mention.strength == Strength::Weak {
                at = range.end - 1;
            } else {
                found.push(mention);
                at = range.start;
                replace(items, range, Kind::Person(found.len() - 1));
            }
        }
        at += 1;
    }
}

fn mostly_capital(words: &Words<'_>, sentence: &Sentence) -> bool {
    let all: Vec<Word> = sentence
        .words
        .clone()
        .map(|i| words.at(i))
        .filter(|w| w.token.shape.is_word())
        .collect();
    let capital = all.iter().filter(|w| w.token.shape.is_capital()).count();
    capital * 10 >= all.len() * 6
}

fn name_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    title_case: bool,
) -> Option<(Range<usize>, PersonMention)> {
    let start = behind_honorifics(words, items, at)?;
    let addressed = start > at;
    let titled = start
        .checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| matches!(i.kind, Kind::Office(_)));
    // In a headline of capitals the word behind a title may be a verb.
    let verb = title_case && titled && part(words, items, start) == Some(Part::Doubtful);
    let (mut end, strength) = run(
        words,
        items,
        start,
        (addressed || titled) && !verb,
        title_case,
    )?;
    let name = items.get(start)?.words.start..items.get(end - 1)?.words.end;
    let mut state = None;
    if let Some((after, code)) = bracketed_state(words, items, end) {
        state = Some(code);
        end = after;
    } else if items.get(end).is_some_and(|i| {
        i.honorific()
            .and_then(|r| words.lexicon.honorific(r))
            .is_some_and(|h| h.follows)
    }) {
        end += 1;
    }
    let strength = if state.is_some() {
        strength.max(Strength::Likely)
    } else {
        strength
    };
    let key = key_of(words, &name);
    Some((
        at..end,
        PersonMention {
            words: name,
            key,
            strength,
            state,
            addressed,
            running: true,
        },
    ))
}

/// The first item behind the forms of address that begin at an item.
fn behind_honorifics(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<usize> {
    let mut next = at;
    while let Some(row) = items.get(next).and_then(Item::honorific) {
        let honorific = words.lexicon.honorific(row)?;
        if honorific.follows || honorific.kept || takes_given_name(words, items, next) {
            break;
        }
        next += 1;
        // "Mr." splits from its dot where the table has only "Mr".
        let dot = items
            .get(next)
            .is_some_and(|i| i.is_mark('.') && words.at(i.words.start).token.glued);
        next += usize::from(dot);
    }
    Some(next)
}

/// "Don", "Sri" and the like are given names where the table of given names has them and a surname follows alone.
fn takes_given_name(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let word = words.at(item.words.start);
    let one = item.words.len() == 1 && word.token.shape == Shape::Capital;
    one && word.traits.has(NameTraits::GIVEN)
        && !word.traits.has(NameTraits::DOUBTFUL)
        && !word.traits.has(NameTraits::COMMON)
}

fn key_of(words: &Words<'_>, name: &Range<usize>) -> Vec<String> {
    name.clone()
        .map(|i| words.at(i))
        .filter(|w| w.token.shape.is_word())
        .map(|w| fold(w.token.span.of(words.text).trim_end_matches('.')))
        .collect()
}

/// "(Sweden)", "(EPP, DE)" behind a name.
fn bracketed_state(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, StateCode)> {
    if !items.get(at)?.is_mark('(') {
        return None;
    }
    let close = at
        + 1
        + items
            .get(at + 1..)?
            .iter()
            .take(8)
            .position(|i| i.is_mark(')'))?;
    let inside = items.get(at + 1..close)?;
    let named = inside.iter().find_map(Item::state);
    let coded = || {
        inside
            .last()
            .and_then(|i| StateCode::parse(words.text_of(&i.words)))
            .filter(|c| words.lexicon.state(*c).is_some())
    };
    let plain = inside
        .iter()
        .all(|i| !matches!(i.kind, Kind::Office(_) | Kind::Body(_) | Kind::Date(_)));
    named
        .or_else(coded)
        .filter(|_| plain && inside.len() <= 4)
        .map(|code| (close + 1, code))
}

//! The names of conferences and seminars: of several states, of committees, of an assembly, or in quotation marks.
//!
//! In come the items of a sentence and the place of the noun or of what stands behind it, out comes where the name goes on. This module
//! never says whether a gathering took place.

use super::super::body::BodyMention;
use super::super::entity::names_state;
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Parts;
use crate::lexicon::{Class, Entry};
use crate::ontology::NodeKind;

/// Words for a gathering of people from many places that has a name of its own.
const NOUNS: &[&str] = &[
    "Conference",
    "Summit",
    "Symposium",
    "Seminar",
    "Workshop",
    "Convention",
];

/// Whether an item is a word for a gathering, with a capital.
pub(super) fn is_gathering_noun(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| words.read(&i.words, NOUNS))
}

/// "the IPU Seminar on Transboundary Waters": whether an assembly right before a word for a gathering holds it, and a subject with a capital
/// behind it makes both one name.
pub(super) fn is_of_assembly(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &[BodyMention],
) -> bool {
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    let holder = before.and_then(Item::body).and_then(|b| found.get(b));
    let assembly = holder.is_some_and(|b| b.kind == NodeKind::Assembly);
    let on = items
        .get(at + 1)
        .is_some_and(|i| words.say(&i.words, &["on", "for"]));
    let subject = items
        .get(at + 2)
        .is_some_and(|i| words.at(i.words.start).token.shape.is_capital());
    is_gathering_noun(words, items, at) && assembly && on && subject
}

/// "the Conference of the Foreign Affairs Committees of Laos and Cambodia": whether several committees stand behind the "of" of a gathering.
pub(super) fn is_of_committees(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    is_gathering_noun(words, items, at) && of && committees_behind(words, items, at + 2).is_some()
}

/// Where the committees end whose gathering it is: "the Foreign Affairs Committees".
pub(super) fn committees_behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
) -> Option<usize> {
    /// How many words of their name may stand before the noun.
    const REACH: usize = 6;
    let part = |i: &&Item<'_>| {
        let capital = words.at(i.words.start).token.shape.is_capital();
        i.is_any(&[Class::Article, Class::And]) || capital && i.body().is_none()
    };
    let close = items.get(from..(from + REACH).min(items.len()))?;
    let close = close.iter().take_while(part).enumerate();
    let last = close
        .filter(|(_, i)| {
            let text = words.text_of(&i.words);
            ["Committees", "Commissions"]
                .iter()
                .any(|n| text.ends_with(n))
        })
        .last()?;
    Some(from + last.0 + 1)
}

/// "of Cyprus, Greece and Egypt": where the states end that follow a first one in a row that "and" closes.
pub(super) fn further_states(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &mut Parts,
) -> Option<usize> {
    let state = |n: usize| {
        let item = items.get(n).filter(|i| i.demonym().is_none())?;
        // "Türkiye, Georgia and Azerbaijan": among states, a name that a town may have too is that of a state.
        let either = |e: &Entry| match e {
            Entry::AmbiguousState(code) => Some(*code),
            _ => None,
        };
        item.state()
            .or_else(|| item.entries().iter().find_map(either))
    };
    let is = |n: usize, class: Class| items.get(n).is_some_and(|i| i.is(class));
    // "the Speakers of Parliament of Cyprus": the title is read with its state.
    let first = items.get(at.checked_sub(1)?)?;
    let last = first.words.end.checked_sub(1)?;
    let ends = names_state(words, &(last..first.words.end));
    (first.demonym().is_none() && (first.state().is_some() || ends)).then_some(())?;
    let (mut end, mut more) = (at, Vec::new());
    while items.get(end).is_some_and(|i| i.is_mark(',')) && !is(end + 1, Class::And) {
        more.push(state(end + 1)?);
        end += 2;
    }
    let and = end + usize::from(items.get(end).is_some_and(|i| i.is_mark(',')));
    if !is(and, Class::And) {
        return None;
    }
    more.push(state(and + 1)?);
    parts.states.extend(more);
    Some(and + 2)
}

/// "parliamentary conference “Water and Law”": where the quoted name right behind a noun ends.
pub(super) fn quoted_name(items: &[Item<'_>], at: usize) -> Option<usize> {
    /// How many items it may have.
    const LONGEST: usize = 16;
    let close = match items.get(at)?.kind {
        Kind::Mark('“') => '”',
        Kind::Mark('«') => '»',
        Kind::Mark('"') => '"',
        _ => return None,
    };
    let inside = items.get(at + 1..(at + LONGEST).min(items.len()))?;
    let length = inside.iter().position(|i| i.is_mark(close))?;
    let named = |i: &Item<'_>| {
        let member = i.entries().iter().any(|e| matches!(e, Entry::Title(_)));
        !i.is(Class::Say) && !member
    };
    let name = inside.get(..length)?;
    (length > 0 && name.iter().all(named)).then_some(at + length + 2)
}

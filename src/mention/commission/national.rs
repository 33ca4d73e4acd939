//! What one state sends to an assembly: "the Ghanaian section of the IPU", "Saeima Delegation to the Baltic Assembly".
//!
//! In comes the place of a noun such as "branch", out comes the part as a standing delegation. A delegation to one meeting is
//! none, and this module never reads those.

use std::ops::Range;

use super::super::body::{BodyMention, Means};
use super::super::chamber::chamber_at;
use super::super::item::{Item, Kind};
use super::super::word::Words;
use crate::lexicon::{Class, Cue, Entry};
use crate::ontology::{BodyForm, NodeKind, StateCode};

/// Who sends a part, and where the words for it begin.
struct Sender {
    start: usize,
    states: Vec<StateCode>,
    bodies: Vec<usize>,
}

/// Reads the part of an assembly whose noun is at an item: adds the mention and gives the range of its items.
pub(in crate::mention) fn national_part(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let noun = items.get(at)?;
    if !noun.is(Class::NationalPart) && !words.say(&noun.words, &["delegation", "group"]) {
        return None;
    }
    let capital = words.at(noun.words.start).token.shape.is_capital();
    if let Some(sender) = sender_of_assembly(items, at, found).filter(|_| capital)
        && noun.is(Class::NationalPart)
    {
        return part(items, sender.start..at + 1, sender, found);
    }
    // "CPA Canada Federal Branch".
    let federal = at.checked_sub(1).filter(|b| {
        let item = items.get(*b);
        item.is_some_and(|i| words.are_cue(&i.words, Cue::OfWholeState))
    });
    if let Some((start, end, sender)) = in_state(items, at, found).filter(|_| capital) {
        return part(items, start..end, sender, found);
    }
    let Some(sender) = sender(items, federal.unwrap_or(at), found) else {
        return of_sender(words, items, at, found);
    };
    let before = sender.start.checked_sub(1);
    let owner = before.filter(|b| {
        let body = items.get(*b).and_then(Item::body);
        body.and_then(|n| found.get(n))
            .is_some_and(|b| matches!(b.means, Means::Assembly(_)))
    });
    let (start, end) = if let Some(owner) = owner.filter(|_| capital && !sender.states.is_empty()) {
        (owner, at + 1)
    } else {
        (
            sender.start,
            assembly_behind(words, items, (at, at + 1), found)?,
        )
    };
    part(items, start..end, sender, found)
}

/// Adds the mention of a part, which has these items.
fn part(
    items: &[Item<'_>],
    range: Range<usize>,
    sender: Sender,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let whole = items.get(range.start)?.words.start..items.get(range.end - 1)?.words.end;
    found.push(BodyMention {
        form: Some(BodyForm::Delegation),
        states: sender.states,
        parts: sender.bodies,
        ..BodyMention::new(whole.clone(), whole, NodeKind::Commission, Means::Named)
    });
    Some(range)
}

/// "the Permanent Delegation of the Saeima to PACE": the part whose sender stands behind its noun.
fn of_sender(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let article = items.get(at + 2).is_some_and(|i| i.is(Class::Article));
    let next = at + 2 + usize::from(article);
    if !items.get(at + 1)?.is(Class::Of) {
        return None;
    }
    let mark = found.len();
    let chamber = chamber_at(words, items, next, found)?;
    let number = found.len() - 1;
    let sender = found.get(number).map(|body| Sender {
        start: at,
        states: body.states.clone(),
        bodies: vec![number],
    })?;
    let Some(end) = assembly_behind(words, items, (at, chamber.end), found) else {
        found.truncate(mark);
        return None;
    };
    part(items, at..end, sender, found)
}

/// "the PGA National Group in Ghana", "the IPU National Group of Chile": a noun between the assembly and the state. In comes the place of the
/// noun, out come where the name begins and ends, and whose part it is.
fn in_state(
    items: &[Item<'_>],
    noun: usize,
    found: &[BodyMention],
) -> Option<(usize, usize, Sender)> {
    let start = noun.checked_sub(1)?;
    let body = found.get(items.get(start)?.body()?)?;
    let own = matches!(body.means, Means::Assembly(_)) && body.states.is_empty();
    let link = items
        .get(noun + 1)
        .filter(|i| own && i.is_any(&[Class::In, Class::Of]))?;
    let article = items.get(noun + 2).is_some_and(|i| i.is(Class::Article));
    let end = noun + 2 + usize::from(article && link.is(Class::Of));
    let state = items.get(end).filter(|i| i.demonym().is_none())?.state()?;
    let whole = items.get(noun)?.is(Class::NationalPart);
    whole.then(|| {
        let sender = Sender {
            start,
            states: vec![state],
            bodies: Vec::new(),
        };
        (start, end + 1, sender)
    })
}

/// "the Norwegian IPU Branch": the state before an assembly, which is one item with it.
fn sender_of_assembly(items: &[Item<'_>], noun: usize, found: &[BodyMention]) -> Option<Sender> {
    let start = noun.checked_sub(1)?;
    let body = found.get(items.get(start)?.body()?)?;
    let sent = matches!(body.means, Means::Assembly(_)) && !body.states.is_empty();
    sent.then(|| Sender {
        start,
        states: body.states.clone(),
        bodies: Vec::new(),
    })
}

/// The state or chamber before a noun.
fn sender(items: &[Item<'_>], noun: usize, found: &[BodyMention]) -> Option<Sender> {
    let mut at = noun.checked_sub(1)?;
    if items.get(at)?.is_mark('’') {
        at = at.checked_sub(1)?;
    }
    let item = items.get(at)?;
    if let Some(state) = item.state() {
        return Some(Sender {
            start: at,
            states: vec![state],
            bodies: Vec::new(),
        });
    }
    let number = item.body()?;
    let body = found.get(number)?;
    matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament).then(|| Sender {
        start: at,
        states: body.states.clone(),
        bodies: vec![number],
    })
}

/// Where the assembly behind the "of", "to" or "in" of a noun ends: one by its own name, and none of its sessions. Adds its
/// mention.
fn assembly_behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    (noun, at): (usize, usize),
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let link = items.get(at)?;
    let delegation = words.small(&items.get(noun)?.words).ends_with("delegation");
    let standing = items.get(noun)?.is(Class::NationalPart);
    let of = link.is(Class::Of) && at == noun + 1;
    if !(of || delegation && link.is(Class::To) || standing && link.is(Class::In)) {
        return None;
    }
    let next = at + 1 + usize::from(items.get(at + 1).is_some_and(|i| i.is(Class::Article)));
    let own = |e: &Entry| matches!(e, Entry::Assembly(_));
    if !items.get(next)?.entries().iter().any(own) {
        return None;
    }
    let mark = found.len();
    let range = chamber_at(words, items, next, found)?;
    let session = items.get(range.end).is_some_and(|i| {
        i.is_any(&[
            Class::SessionNoun,
            Class::ConferenceNoun,
            Class::MeetingNoun,
        ]) || matches!(i.kind, Kind::Plain(_))
            && words.text_of(&i.words).eq_ignore_ascii_case("assembly")
    });
    // "the IPU Assembly" is a session of what is no assembly by its own name.
    let named = found.last().is_some_and(|m| {
        let Means::Assembly(row) = m.means else {
            return false;
        };
        let name = words.lexicon.assembly(row).map_or("", |a| &a.name);
        name.contains("Assembly") || !words.text_of(&m.words).ends_with("Assembly")
    });
    if session || !named {
        found.truncate(mark);
        return None;
    }
    Some(range.end)
}

//! Acronyms and second names that an article introduces in brackets behind a body's name.
//!
//! In come the items of a sentence with its bodies, out come acronyms and the later mentions by them. This module never
//! guesses an acronym that the article does not introduce.

use super::body::{BodyMention, Means};
use super::item::{Item, Kind, replace};
use super::word::Words;
use crate::lexicon::Class;
use crate::ontology::{NodeKind, StateCode};
use crate::text::{Shape, fold};

/// An acronym and the body mention behind which it was introduced.
#[derive(Debug, Clone)]
pub struct Acronym {
    /// The folded acronym.
    pub key: String,
    /// The number of the body mention.
    pub body: usize,
    /// The words in the brackets.
    pub words: std::ops::Range<usize>,
}

/// Joins "(IPU)", "(Knesset)" to the body before it, and notes the acronym.
pub(super) fn introduce(
    words: &Words<'_>,
    items: &mut Vec<Item<'_>>,
    bodies: &mut [BodyMention],
    found: &mut Vec<Acronym>,
) {
    let mut at = 0;
    while at < items.len() {
        if let Some((end, body, of_whole)) = introduced(words, items, at, bodies) {
            if let Some(inside) = items.get(at + 2..end - 1).filter(|_| of_whole) {
                let first = inside.first().map_or(0, |i| i.words.start);
                let last = inside.last().map_or(0, |i| i.words.end);
                found.push(Acronym {
                    key: fold(words.text_of(&(first..last))),
                    body,
                    words: first..last,
                });
            }
            let state = state_behind(items, end);
            let whole = state.map_or(end, |(_, behind)| behind);
            if let (Some((state, _)), Some(body)) = (state, bodies.get_mut(body)) {
                body.take_state(words, state);
            }
            let whole = owner_behind(items, whole, body, bodies).unwrap_or(whole);
            replace(items, at..whole, Kind::Body(body));
        }
        at += 1;
    }
}

/// "PA President A": notes the short form of "Parliamentary Assembly" where all bodies of an article that are called so are one that it shortens
/// itself ("OSCE PA"), and it introduces no other.
pub(super) fn short_for_assembly(
    words: &Words<'_>,
    bodies: &[BodyMention],
    found: &mut Vec<Acronym>,
) {
    let key = fold("PA");
    let called = |b: &&BodyMention| {
        b.kind == NodeKind::Assembly && words.text_of(&b.words).ends_with("Parliamentary Assembly")
    };
    let Some((body, first)) = bodies.iter().enumerate().find(|(_, b)| called(b)) else {
        return;
    };
    // "OSCE PA": the article itself shortens it so; without that, "PA" may be Pennsylvania or the Palestinian Authority.
    let shortened = |b: &BodyMention| words.text_of(&b.words).ends_with(" PA");
    let any = |b: &&BodyMention| {
        b.kind == NodeKind::Assembly && words.text_of(&b.words).contains("Parliamentary Assembly")
    };
    let one = bodies.iter().filter(any).all(|b| same_body(first, b))
        && bodies.iter().any(|b| shortened(b) && same_body(first, b));
    if one && !found.iter().any(|a| a.key == key) {
        let words = first.words.clone();
        found.push(Acronym { key, body, words });
    }
}

/// "the National Assembly (NA) of Laos": the state behind an "of" at an item, and the item behind it.
fn state_behind(items: &[Item<'_>], of: usize) -> Option<(StateCode, usize)> {
    let article = items.get(of + 1).is_some_and(|i| i.is(Class::Article));
    let next = of + 1 + usize::from(article);
    let item = items
        .get(next)
        .filter(|i| items.get(of).is_some_and(|o| o.is(Class::Of)) && i.demonym().is_none())?;
    Some((item.state()?, next + 1))
}

/// "the Committee for Cooperation (CFC) of the House of Elders": the chamber behind a committee's acronym, which owns it; gives
/// the item behind.
fn owner_behind(
    items: &[Item<'_>],
    of: usize,
    body: usize,
    bodies: &mut [BodyMention],
) -> Option<usize> {
    let article = items.get(of + 1).is_some_and(|i| i.is(Class::Article));
    let next = of + 1 + usize::from(article);
    let owner = items
        .get(next)
        .filter(|_| items.get(of).is_some_and(|o| o.is(Class::Of)))?
        .body()?;
    let chamber = bodies.get(owner)?;
    let house = matches!(chamber.kind, NodeKind::Chamber | NodeKind::Parliament);
    let states = chamber.states.clone();
    let committee = bodies
        .get_mut(body)
        .filter(|b| house && b.kind == NodeKind::Commission)?;
    if committee.parts.is_empty() && committee.states.is_empty() {
        committee.states = states;
        committee.parts.push(owner);
        return Some(next + 1);
    }
    None
}

/// The item behind the closing bracket, and the body, where an item is a body with another name of it in brackets behind; whether the name in them is
/// that of the whole body, or of what it belongs to: "the Latvian delegation to the Parliamentary Assembly of the Council of Europe (PACE)".
fn introduced(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    bodies: &[BodyMention],
) -> Option<(usize, usize, bool)> {
    let Kind::Body(body) = items.get(at)?.kind else {
        return None;
    };
    if !items.get(at + 1)?.is_mark('(') {
        return None;
    }
    let close = at
        + 2
        + items
            .get(at + 2..)?
            .iter()
            .take(6)
            .position(|i| i.is_mark(')'))?;
    let inside = items.get(at + 2..close)?;
    let same = match inside {
        [
            only @ Item {
                kind: Kind::Body(other),
                ..
            },
        ] => {
            let whole = words.text_of(&bodies.get(body)?.words);
            let part = words.text_of(&only.words);
            // "the Canadian Section of ParlAmericas (ParlAmericas)": the bracket repeats what the section is of.
            let repeated = whole.len() > part.len() && whole.ends_with(part);
            // "the Executive Committee of the Commonwealth Parliamentary Association (CPA)": the bracket names what the committee is of.
            let owner = is_of_owner(words, bodies.get(body)?, only);
            !repeated && !owner && same_body(bodies.get(body)?, bodies.get(*other)?)
                || initials(words, bodies.get(body)?, only)
        }
        [first, .., last] if is_tight(words, first.words.start..last.words.end) => true,
        [only] => {
            let shape = words.at(only.words.start).token.shape;
            only.state().is_none()
                && !is_of_owner(words, bodies.get(body)?, only)
                && (shape == Shape::Upper
                    || shape == Shape::Capital && initials(words, bodies.get(body)?, only)
                    || mixed_initials(words, bodies.get(body)?, only))
        }
        _ => false,
    };
    let owner = match inside {
        [
            only @ Item {
                kind: Kind::Body(_),
                ..
            },
        ] => is_of_owner(words, bodies.get(body)?, only),
        _ => false,
    };
    ((same || owner) && !inside.is_empty()).then_some((close + 1, body, same))
}

/// Whether a body and the one in brackets behind it may be the same.
fn same_body(a: &BodyMention, b: &BodyMention) -> bool {
    match (&a.means, &b.means) {
        (Means::Chambers(a), Means::Chambers(b)) => a.iter().any(|r| b.contains(r)),
        (Means::Assembly(a), Means::Assembly(b)) => a == b,
        (Means::Named, Means::Assembly(_)) | (Means::Reference, _) => true,
        _ => false,
    }
}

/// "SADC-PF": capitals joined by hyphens without spaces.
fn is_tight(words: &Words<'_>, range: std::ops::Range<usize>) -> bool {
    let mut all = range.map(|i| words.at(i).token);
    let upper = all.next().is_some_and(|t| t.shape == Shape::Upper);
    upper
        && all.all(|t| {
            t.glued
                && matches!(
                    t.shape,
                    Shape::Upper | Shape::Mark('-' | '–') | Shape::Number | Shape::Letter
                )
        })
}

/// "House of Representatives (`HoR`)", "Conference of Speakers and Heads of African Parliaments (`CoSAP`)": whether an item has several capitals beside
/// small letters, which are first letters of a body's name in their order.
fn mixed_initials(words: &Words<'_>, body: &BodyMention, item: &Item<'_>) -> bool {
    let text = words.text_of(&item.words);
    let capitals: Vec<char> = text.chars().filter(|c| c.is_uppercase()).collect();
    let name = body.words.clone().map(|w| words.at(w).token);
    let mut first = name.filter_map(|t| t.span.of(words.text).chars().next());
    let single = item.words.len() == 1 && text.chars().all(char::is_alphabetic);
    single
        && capitals.len() > 1
        && text.chars().any(char::is_lowercase)
        && capitals.iter().all(|c| first.any(|f| f == *c))
}

/// Whether an item has the first letters of a body's name.
fn initials(words: &Words<'_>, body: &BodyMention, item: &Item<'_>) -> bool {
    let letters: String = body
        .words
        .clone()
        .map(|i| words.at(i).token)
        .filter(|t| t.shape.is_capital())
        .filter_map(|t| t.span.of(words.text).chars().next())
        .collect();
    fold(&letters) == fold(words.text_of(&item.words))
}

/// "the Bureau of the East African Community (EAC)", "the Permanent Delegation in the Parliamentary Assembly of the Council of Europe (PACE)":
/// whether an item has the first letters of what stands behind a small word of a body's name, and not those of its whole name.
fn is_of_owner(words: &Words<'_>, body: &BodyMention, item: &Item<'_>) -> bool {
    let small = |n: &usize| words.at(*n).token.shape == Shape::Lower;
    let owners = body.words.clone().filter(small).map(|link| BodyMention {
        words: link + 1..body.words.end,
        ..body.clone()
    });
    owners
        .into_iter()
        .any(|owner| initials(words, &owner, item))
        && !initials(words, body, item)
}

/// Whether a text folds to a key. Plain letters need no copy for that.
fn is_key(text: &str, key: &str) -> bool {
    if text.len() == key.len() && text.eq_ignore_ascii_case(key) {
        return true;
    }
    let plain = |b: u8| b.is_ascii() && b != b'\'' && b != b'`';
    !text.bytes().all(plain) && fold(text) == key
}

/// Replaces later uses of the acronyms by body mentions of the same meaning.
pub(super) fn apply(
    words: &Words<'_>,
    items: &mut Vec<Item<'_>>,
    bodies: &mut Vec<BodyMention>,
    acronyms: &[Acronym],
) {
    if acronyms.is_empty() {
        return;
    }
    councils(words, items, bodies, acronyms);
    let mut at = 0;
    while at < items.len() {
        let found = (1..=3).rev().find_map(|length| {
            let run = items.get(at..at + length)?;
            let (first, last) = (run.first()?, run.last()?);
            let lone_body = first.body().is_some() && length == 1 && first.words.len() == 1;
            let open = matches!(first.kind, Kind::Plain(_)) || lone_body;
            if !open || !words.at(first.words.start).token.shape.is_capital() {
                return None;
            }
            let text = words.text_of(&(first.words.start..last.words.end));
            let acronym = acronyms.iter().find(|a| is_key(text, &a.key))?;
            Some((length, acronym.body))
        });
        if let Some((length, body)) = found
            && let Some(mut mention) = bodies.get(body).cloned()
            && let Some(range) = items
                .get(at..at + length)
                .and_then(|r| Some(r.first()?.words.start..r.last()?.words.end))
        {
            let whole = std::mem::replace(&mut mention.words, range.clone());
            mention.name = range;
            mention.ordinal = None;
            mention.parts = vec![body];
            // A body that no table has is known by its name alone.
            if mention.means == Means::Named && mention.called.is_none() {
                mention.called = Some(words.text_of(&whole).to_owned());
            }
            bodies.push(mention);
            replace(items, at..at + length, Kind::Body(bodies.len() - 1));
        }
        at += 1;
    }
}

/// "IPA CIS Council": the council of an assembly that the article has introduced by its acronym is the assembly.
fn councils(
    words: &Words<'_>,
    items: &[Item<'_>],
    bodies: &mut [BodyMention],
    acronyms: &[Acronym],
) {
    for number in items.iter().filter_map(Item::body) {
        let Some(mention) = bodies.get(number).filter(|b| b.means == Means::Named) else {
            continue;
        };
        let name = fold(words.text_of(&mention.words));
        let assembly = name
            .strip_suffix(" council")
            .and_then(|n| acronyms.iter().find(|a| a.key == n))
            .and_then(|a| bodies.get(a.body))
            .filter(|b| b.kind == NodeKind::Assembly)
            .map(|b| b.means.clone());
        if let (Some(means), Some(mention)) = (assembly, bodies.get_mut(number)) {
            mention.means = means;
            mention.kind = NodeKind::Assembly;
            mention.form = None;
        }
    }
}

//! How far a name reaches, and how sure it is that it is one.
//!
//! This file never looks behind the end of a sentence.

use std::ops::Range;

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Strength;
use super::part::{Part, doubtful_start, is_suffix, may_close, part};
use crate::text::{Shape, fold};

/// How far a name reaches that begins at an item, and how sure it is; `introduced` where a title or a form of address
/// stands before it.
pub(super) fn run(
    words: &Words<'_>,
    items: &[Item<'_>],
    start: usize,
    introduced: bool,
    title_case: bool,
) -> Option<(usize, Strength)> {
    let first = part(words, items, start)?;
    if matches!(first, Part::Hyphen)
        || first == Part::Doubtful && !introduced && !doubtful_start(words, items, start)
    {
        return None;
    }
    // "India Om Birla": a state before a given name is no part of the name.
    let state = items.get(start)?.state().is_some();
    if state && !introduced && part(words, items, start + 1) == Some(Part::Known) {
        return None;
    }
    if first == Part::Particle
        && !words
            .at(items.get(start)?.words.start)
            .token
            .shape
            .is_capital()
        && !introduced
    {
        return None;
    }
    let (mut parts, last) = collect(words, items, start, first, title_case)?;
    parts.truncate(last - start);
    let names = parts
        .iter()
        .filter(|p| !matches!(p, Part::Hyphen | Part::Particle | Part::Initial))
        .count();
    if names == 0 || acronym_alone(words, items, start..last, introduced) {
        return None;
    }
    let several = parts.iter().filter(|p| !matches!(p, Part::Hyphen)).count() >= 2;
    let strength = if introduced {
        Strength::Sure
    } else if !several {
        Strength::Weak
    } else if likely(words, items, start..last, &parts) {
        Strength::Likely
    } else {
        Strength::Weak
    };
    Some((last, strength))
}

/// The parts of a name from its first on, and the item behind the last that may end it.
fn collect(
    words: &Words<'_>,
    items: &[Item<'_>],
    start: usize,
    first: Part,
    title_case: bool,
) -> Option<(Vec<Part>, usize)> {
    let mut parts = vec![first];
    let mut last = start + 1;
    for end in start + 1..start + 10 {
        let behind_hyphen = parts.last() == Some(&Part::Hyphen);
        let behind_particle = parts.last() == Some(&Part::Particle);
        let inside =
            glued_part(words, items, end, behind_hyphen, behind_particle).then_some(Part::Unknown);
        let Some(next) = part(words, items, end).or(inside) else {
            break;
        };
        let word = words.at(items.get(end)?.words.start).token;
        let glued = word.glued && !behind_hyphen && !behind_particle && next != Part::Hyphen;
        let closes = title_case || !may_close(words, items, end, &parts);
        if glued || next == Part::Doubtful && !behind_hyphen && closes {
            break;
        }
        parts.push(next);
        let open =
            next == Part::Particle && !word.shape.is_capital() && !is_suffix(words, items.get(end));
        if next != Part::Hyphen && !open {
            last = end + 1;
        }
    }
    Some((parts, last))
}

/// "Lai Ching-te", "al-Alami": what is glued to a hyphen or an article is a part whatever it looks like.
fn glued_part(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    hyphen: bool,
    particle: bool,
) -> bool {
    items.get(at).is_some_and(|i| {
        let token = words.at(i.words.start).token;
        let one = i.words.len() == 1 && matches!(i.kind, Kind::Plain(_));
        let short = token.shape == Shape::Lower && words.text_of(&i.words).len() <= 5;
        (hyphen || particle && token.glued) && one && (token.shape == Shape::Capital || short)
    })
}

/// A single word of capitals is an acronym unless a form of address stands before it.
pub(super) fn acronym_alone(
    words: &Words<'_>,
    items: &[Item<'_>],
    range: Range<usize>,
    introduced: bool,
) -> bool {
    let upper = |i: &Item<'_>| words.at(i.words.start).token.shape == Shape::Upper;
    let run = items.get(range).unwrap_or_default();
    let all = run
        .iter()
        .filter(|i| matches!(i.kind, Kind::Plain(_)))
        .all(upper);
    let short = run.iter().map(|i| i.words.len()).sum::<usize>() == 1;
    all && (short && !introduced || run.iter().all(|i| words.text_of(&i.words).len() < 3))
}

pub(super) fn likely(
    words: &Words<'_>,
    items: &[Item<'_>],
    range: Range<usize>,
    parts: &[Part],
) -> bool {
    let known_first = matches!(parts.first(), Some(Part::Known | Part::Doubtful));
    let initial = matches!(parts.first(), Some(Part::Initial));
    let filiation = parts.contains(&Part::Particle);
    let known = parts.contains(&Part::Known);
    let ending = items.get(range.end - 1).is_some_and(|i| {
        words
            .lexicon
            .ends_as_surname(&fold(words.text_of(&i.words)))
    });
    known_first || initial || filiation || known && parts.len() > 1 || ending && parts.len() > 1
}

//! How far a name reaches, and how sure it is.
//!
//! In comes the place where a name may begin, out comes where it ends. This module never says who is meant.

use std::ops::Range;

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Strength;
use super::echo::is_said_again;
use super::everyday::names_somebody;
use super::inside::{
    closes_as_surname, closes_behind_initial, goes_on_behind_title, inside_name, sign_inside,
    titles_father,
};
use super::part::{Part, is_left_pronoun, part, seat_at};
use super::strength::strength;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::text::Shape;

/// How many parts behind the first one a name may have.
const LONGEST: usize = 9;

/// In what surroundings a name stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// Whether a title or a form of address stands before it.
    pub introduced: bool,
    /// Whether it stands in a headline in which all words have capitals.
    pub title_case: bool,
}

/// How far a name reaches that begins at an item, and how sure it is.
pub(super) fn run(
    words: &Words<'_>,
    items: &[Item<'_>],
    start: usize,
    way: Way,
) -> Option<(usize, Strength)> {
    let everyday = || !way.introduced && names_somebody(words, items, start);
    let first = match part(words, items, start) {
        Some(Part::Doubtful) if everyday() => Part::Known,
        first => first.filter(|p| way.introduced || begins(words, items, start, *p))?,
    };
    // "Aru Bekova, M.P. They met": a pronoun behind a dot that is taken for that of the letters.
    let pronoun = items
        .get(start)?
        .is_any(&[Class::They, Class::He, Class::It]);
    if pronoun || matches!(first, Part::Hyphen | Part::Sign) {
        return None;
    }
    // "India Om Birla": a state before a given name is no part of the name.
    let state = items.get(start)?.state().is_some();
    if state && !way.introduced && part(words, items, start + 1) == Some(Part::Known) {
        return None;
    }
    let (read, end) = parts(words, items, start, first, way);
    let mut names = read.iter();
    let has_name = names.any(|p| {
        !matches!(
            p,
            Part::Hyphen | Part::Sign | Part::Particle | Part::Initial
        )
    });
    let unknown_capitals =
        !way.introduced && !names_known(&read) && all_upper(words, items, start..end);
    if !has_name || unknown_capitals || acronym_alone(words, items, start..end, way.introduced) {
        return None;
    }
    // "Chief Negotiator for", "Ambassador Extraordinary and": a word of every day behind a title is no name.
    let first_word = items.get(start).map(|i| words.at(i.words.start).traits);
    let common = first_word.is_some_and(|t| t.has(NameTraits::COMMON) && !t.has(NameTraits::GIVEN));
    let goes_on = items.get(end).is_some_and(|i| {
        i.is_any(&[
            Class::And,
            Class::Of,
            Class::Preposition,
            Class::To,
            Class::In,
        ])
    });
    if common && goes_on && end == start + 1 && !is_peer(words, items, start) {
        return None;
    }
    let strength = strength(words, items, (start..end, &read), way.introduced);
    Some((past_junior(words, items, end), strength))
}

/// "Lord Stone of Tarnwood": whether a title of nobility stands before a word of every day, and a place without a state behind its "of".
fn is_peer(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    let noble = ["Lord", "Lady", "Baroness", "Viscount", "Baron"];
    let titled = before.is_some_and(|i| noble.contains(&words.text_of(&i.words)));
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    let place = items.get(at + 2).is_some_and(|i| {
        let capital = words.at(i.words.start).token.shape == Shape::Capital;
        capital && matches!(i.kind, Kind::Plain(_)) && i.state().is_none() && !i.is_title()
    });
    titled && of && place
}

/// The place behind "Jr." or "Sr." that a comma parts from the name that ends at a place.
fn past_junior(words: &Words<'_>, items: &[Item<'_>], end: usize) -> usize {
    let comma = items.get(end).is_some_and(|i| i.is_mark(','));
    let junior = items.get(end + 1).filter(|i| {
        let text = words.text_of(&i.words);
        comma && matches!(text, "Jr" | "Jr." | "Sr" | "Sr.")
    });
    end + 2 * usize::from(junior.is_some())
}

/// Whether a part may begin a name that nothing introduces.
fn begins(words: &Words<'_>, items: &[Item<'_>], at: usize, first: Part) -> bool {
    match first {
        Part::Doubtful => doubtful_start(words, items, at),
        Part::Particle => !is_lower(words, items, at),
        // "A Muslim politician": an article that begins the sentence.
        Part::Initial if at == 0 && items.first().is_some_and(|i| i.is(Class::Article)) => false,
        Part::Known | Part::Unknown | Part::Initial | Part::Hyphen | Part::Sign => true,
    }
}

/// The parts of a name from its first one on, and the place behind the last one; a hyphen or a small particle is none.
fn parts(
    words: &Words<'_>,
    items: &[Item<'_>],
    start: usize,
    first: Part,
    way: Way,
) -> (Vec<Part>, usize) {
    let mut parts = vec![first];
    let mut last = start + 1;
    for at in start + 1.. {
        let Some(next) = next_part(words, items, at, &parts, way) else {
            break;
        };
        parts.push(next);
        let suffix = || is_suffix(words, items.get(at));
        let small_particle = || next == Part::Particle && is_lower(words, items, at) && !suffix();
        if !matches!(next, Part::Hyphen | Part::Sign) && !small_particle() {
            last = at + 1;
        }
        if parts.len() > LONGEST {
            break;
        }
    }
    parts.truncate(last - start);
    (parts, last)
}

/// The part with which a name goes on at an item, behind the parts read so far.
fn next_part(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &[Part],
    way: Way,
) -> Option<Part> {
    if sign_inside(words, items, at, parts) {
        return Some(Part::Sign);
    }
    if parts.len() > 1
        && (is_left_pronoun(items, at) || is_said_again(words, items, at, parts.len()))
    {
        return None;
    }
    let glued =
        words.at(items.get(at)?.words.start).token.glued && parts.last() != Some(&Part::Sign);
    let behind_hyphen = parts.last() == Some(&Part::Hyphen);
    let behind_particle = parts.last() == Some(&Part::Particle);
    // "Lai Ching-te": the part behind a hyphen may be small.
    let may_be_small = behind_hyphen || behind_particle && glued;
    let small = || (may_be_small && is_small(words, items, at)).then_some(Part::Unknown);
    let last = || closes_as_surname(words, items, at, (parts, way)).then_some(Part::Unknown);
    let inner = || {
        let inner = inside_name(words, items, at, parts)
            || titles_father(words, items, at, parts)
            || closes_behind_initial(words, items, at, parts);
        inner.then_some(Part::Unknown)
    };
    let next = part(words, items, at)
        .or_else(small)
        .or_else(last)
        .or_else(inner)?;
    // What is written without a space is no new word of the name.
    // "D.Amarbayasgal": initials are often written so.
    let behind_initial = parts.last() == Some(&Part::Initial);
    if glued && !behind_hyphen && !behind_particle && !behind_initial && next != Part::Hyphen {
        return None;
    }
    let closes = || {
        !way.title_case
            && (may_close(words, items, at, parts)
                || goes_on_behind_title(words, items, at, (parts, way)))
    };
    // "Rashid bin Salem": the name of a father may be that of a city.
    let father = || {
        let before = items.get(at.wrapping_sub(1));
        before.is_some_and(|i| words.say(&i.words, &["bin", "bint", "ibn", "binti", "arap"]))
    };
    (next != Part::Doubtful || behind_hyphen || father() || closes()).then_some(next)
}

/// Whether an item is one plain word that may be a part behind a hyphen: with a capital, or short.
fn is_small(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        let shape = words.at(i.words.start).token.shape;
        let one = i.words.len() == 1 && matches!(i.kind, Kind::Plain(_));
        let text = words.text_of(&i.words);
        // "Su Jia-chyuan", but no "Riga-based" and "Seoul-backed".
        let short = text.len() <= 6 && !(text.len() > 4 && text.ends_with("ed"));
        one && (shape == Shape::Capital || shape == Shape::Lower && short)
    })
}

/// Whether an item has no capital.
fn is_lower(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let item = items.get(at);
    item.is_some_and(|i| !words.at(i.words.start).token.shape.is_capital())
}

/// A given name that is also a word or a place may begin a name where a name follows.
fn doubtful_start(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let given = words.at(item.words.start).traits;
    // "In Tarnmaa's view": a preposition before whatever it governs.
    let governs = item.is_any(&[Class::In, Class::On, Class::To, Class::Preposition]);
    let known = (given.has(NameTraits::GIVEN) || given.has(NameTraits::SURNAME_FIRST))
        && item.words.len() == 1
        && !governs;
    let next = part(words, items, at + 1);
    let glued = items
        .get(at + 1)
        .is_some_and(|i| words.at(i.words.start).token.glued && !i.is_mark('-'));
    let seat = next == Some(Part::Doubtful) && seat_at(words, items, at + 2);
    // "Rosemary Husbands-Marr": a word of every day is half of a surname.
    let half = items
        .get(at + 2)
        .is_some_and(|i| i.is_mark('-') && words.at(i.words.start).token.glued);
    let doubled = next == Some(Part::Doubtful)
        && half
        && matches!(
            part(words, items, at + 3),
            Some(Part::Unknown | Part::Known)
        );
    known
        && !glued
        && (seat
            || doubled
            || matches!(
                next,
                Some(Part::Unknown | Part::Known | Part::Initial | Part::Particle | Part::Hyphen)
            ))
}

/// A word of every day ends a name ("Gordon Brown") where the name has begun and the word is no other thing here.
fn may_close(words: &Words<'_>, items: &[Item<'_>], at: usize, parts: &[Part]) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let begun = parts
        .iter()
        .any(|p| matches!(p, Part::Known | Part::Initial | Part::Unknown));
    let state = item.state().is_some();
    let verb = item.is_any(&[
        Class::Be,
        Class::Have,
        Class::And,
        Class::In,
        Class::Of,
        Class::Who,
        Class::With,
        Class::By,
        Class::To,
    ]);
    let acronym = words.at(item.words.start).token.shape == Shape::Upper
        && item.words.len() == 1
        && words.text_of(&item.words).len() < 5;
    begun && !state && !verb && !acronym
}

/// Whether an item is a particle that stands behind a name: "oglu".
fn is_suffix(words: &Words<'_>, item: Option<&Item<'_>>) -> bool {
    item.is_some_and(|i| {
        i.entries()
            .iter()
            .any(|e| matches!(e, Entry::Particle(row) if words.lexicon.particle_is_suffix(*row)))
    })
}

/// Whether a part is known as a name.
fn names_known(parts: &[Part]) -> bool {
    parts
        .iter()
        .any(|p| matches!(p, Part::Known | Part::Particle))
}

/// Whether all words are in capitals: letters for an organisation, unless something speaks for a name.
fn all_upper(words: &Words<'_>, items: &[Item<'_>], range: Range<usize>) -> bool {
    let run = items.get(range).unwrap_or_default().iter();
    let mut plain = run.filter(|i| matches!(i.kind, Kind::Plain(_)));
    plain.all(|i| {
        matches!(
            words.at(i.words.start).token.shape,
            Shape::Upper | Shape::Letter
        )
    })
}

/// A single word of capitals is an acronym unless a form of address stands before it.
fn acronym_alone(
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

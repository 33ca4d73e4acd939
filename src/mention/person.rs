//! Mentions of people by name.

use std::ops::Range;

use super::item::{Item, Kind, replace};
use super::word::{Sentence, Word, Words, Zone};
use crate::lexicon::{Class, Entry, NameTraits};
use crate::ontology::StateCode;
use crate::text::{Shape, fold};

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
            if !(title_case && mention.strength == Strength::Weak) {
                found.push(mention);
                at = range.start;
                replace(items, range, Kind::Person(found.len() - 1));
            } else {
                at = range.end - 1;
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
    capital * 10 >= all.len() * 7
}

fn name_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    title_case: bool,
) -> Option<(Range<usize>, PersonMention)> {
    let mut next = at;
    let mut addressed = false;
    while let Some(row) = items.get(next).and_then(Item::honorific) {
        let honorific = words.lexicon.honorific(row)?;
        if honorific.follows || honorific.kept || takes_given_name(words, items, next) {
            break;
        }
        addressed = true;
        next += 1;
        // "Mr." splits from its dot where the table has only "Mr".
        next += usize::from(
            items
                .get(next)
                .is_some_and(|i| i.is_mark('.') && words.at(i.words.start).token.glued),
        );
    }
    let start = next;
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

/// What a word can be in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Known as a given name or a surname that stands first.
    Known,
    /// Capitalised and known as nothing else.
    Unknown,
    /// Capitalised, but a word of every day or a place: only inside of a name that has begun.
    Doubtful,
    /// An initial.
    Initial,
    /// "bin", "de la".
    Particle,
    /// A hyphen between two parts.
    Hyphen,
}

fn part(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<Part> {
    let item = items.get(at)?;
    let word = words.at(item.words.start);
    match item.kind {
        Kind::Mark('-' | '‑') => {
            let next = items.get(at + 1).map(|i| words.at(i.words.start))?;
            return (word.token.glued && next.token.glued && next.token.shape.is_word())
                .then_some(Part::Hyphen);
        }
        Kind::Plain(_) => {}
        _ => return None,
    }
    let shape = word.token.shape;
    if item
        .entries()
        .iter()
        .any(|e| matches!(e, Entry::Particle(_)))
        && !word.traits.has(NameTraits::GIVEN)
    {
        return Some(Part::Particle);
    }
    // "Peter Lord Bowness": a title of nobility may stand inside of a name.
    let noble = item.is_title()
        && item.honorific().is_some()
        && shape == Shape::Capital
        && words.before(item.words.start).traits.has(NameTraits::GIVEN);
    if !shape.is_capital() || item.is_title() && !noble {
        return None;
    }
    if matches!(shape, Shape::Initial | Shape::Letter) {
        return Some(Part::Initial);
    }
    if shape == Shape::Upper
        && words
            .text_of(&item.words)
            .chars()
            .all(|c| matches!(c, 'I' | 'V' | 'X'))
    {
        return Some(Part::Unknown);
    }
    let kept = item
        .honorific()
        .and_then(|r| words.lexicon.honorific(r))
        .map(|h| h.kept);
    let given = word.traits.has(NameTraits::GIVEN)
        || word.traits.has(NameTraits::SURNAME_FIRST)
        || kept == Some(true);
    let doubtful = word.traits.has(NameTraits::DOUBTFUL) || word.traits.has(NameTraits::COMMON);
    if item.state().is_some() && !given {
        return None;
    }
    let place = item.state().is_some() || item.city().is_some();
    let grammar = item
        .entries()
        .iter()
        .any(|e| matches!(e, Entry::Word(_, _)));
    if item.is_any(&[
        Class::NotPerson,
        Class::Month,
        Class::Weekday,
        Class::OtherBody,
        Class::Article,
    ]) && !(given && !doubtful)
    {
        return None;
    }
    if kept == Some(false) && !given && !noble {
        return None;
    }
    match (given, doubtful || place || grammar) {
        (true, false) => Some(Part::Known),
        (_, true) => Some(Part::Doubtful),
        (false, false) => Some(Part::Unknown),
    }
}

/// How far a name reaches that begins at an item, and how sure it is; `introduced` where a title or a form of address
/// stands before it.
fn run(
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
    let mut parts = vec![first];
    let mut end = start + 1;
    let mut last = end;
    loop {
        let glued_hyphen = parts.last() == Some(&Part::Hyphen);
        // "Lai Ching-te": the part behind a hyphen may be small.
        let small = (glued_hyphen
            || parts.last() == Some(&Part::Particle)
                && items
                    .get(end)
                    .is_some_and(|i| words.at(i.words.start).token.glued))
            && items.get(end).is_some_and(|i| {
                let shape = words.at(i.words.start).token.shape;
                let one = i.words.len() == 1 && matches!(i.kind, Kind::Plain(_));
                one && (shape == Shape::Capital
                    || shape == Shape::Lower && words.text_of(&i.words).len() <= 5)
            });
        let Some(next) = part(words, items, end).or(small.then_some(Part::Unknown)) else {
            break;
        };
        let article = parts.last() == Some(&Part::Particle);
        if !glued_hyphen
            && !article
            && !matches!(next, Part::Hyphen)
            && words.at(items.get(end)?.words.start).token.glued
        {
            break;
        }
        if next == Part::Doubtful
            && !glued_hyphen
            && (title_case || !may_close(words, items, end, &parts))
        {
            break;
        }
        parts.push(next);
        end += 1;
        let lower = !words
            .at(items.get(end - 1)?.words.start)
            .token
            .shape
            .is_capital();
        if !matches!(next, Part::Hyphen)
            && !(next == Part::Particle && lower && !is_suffix(words, items.get(end - 1)))
        {
            last = end;
        }
        if parts.len() > 9 {
            break;
        }
    }
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

/// A given name that is also a word or a place may begin a name where a name follows.
fn doubtful_start(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let given = words.at(item.words.start).traits;
    let known = (given.has(NameTraits::GIVEN) || given.has(NameTraits::SURNAME_FIRST))
        && item.words.len() == 1;
    let next = part(words, items, at + 1);
    let glued = items
        .get(at + 1)
        .is_some_and(|i| words.at(i.words.start).token.glued && !i.is_mark('-'));
    known
        && !glued
        && matches!(
            next,
            Some(Part::Unknown | Part::Known | Part::Initial | Part::Particle | Part::Hyphen)
        )
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

fn is_suffix(words: &Words<'_>, item: Option<&Item<'_>>) -> bool {
    item.is_some_and(|i| {
        i.entries()
            .iter()
            .any(|e| matches!(e, Entry::Particle(row) if words.lexicon.particle_is_suffix(*row)))
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

fn likely(words: &Words<'_>, items: &[Item<'_>], range: Range<usize>, parts: &[Part]) -> bool {
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

/// "(Sweden)", "(EPP, DE)" behind a name.
fn bracketed_state(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, StateCode)> {
    if !items.get(at)?.is_mark('(') {
        return None;
    }
    let close = at
        + 1
        + items
            .get(at + 1..at + 9)?
            .iter()
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

//! Words that go on with a name though elsewhere they are something else: a sign, a form of address, a thing.
//!
//! In comes the place behind the parts of a name read so far, out comes whether the name goes on there. This module never begins a name.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::part::{Part, part, seat_at};
use super::run::Way;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::ontology::Office;
use crate::text::Shape;

/// "Senator Sue Lines", "Robin Walker MP", "Hon. Ability Tarn; Hon. Bright Marr": whether a word of every day or a place at an item goes on
/// with a name of which one word stands behind a title or a form of address.
pub(super) fn goes_on_behind_title(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    (parts, way): (&[Part], Way),
) -> bool {
    let (Some(item), [only]) = (items.get(at), parts) else {
        return false;
    };
    let known = items.get(at.wrapping_sub(1)).is_some_and(|i| {
        let traits = words.at(i.words.start).traits;
        traits.has(NameTraits::GIVEN) || traits.has(NameTraits::SURNAME_FIRST)
    });
    let capital = words.at(item.words.start).token.shape == Shape::Capital;
    let plain = item.state().is_none() && !item.is(Class::NotPerson) && capital;
    let given = way.introduced && known && plain;
    // A given name that is a word before a surname that is a place.
    let parted = |i: &Item<'_>| matches!(i.kind, Kind::Mark(';' | ','));
    let address = items
        .get(at.wrapping_sub(2))
        .is_some_and(|i| i.honorific().is_some());
    let place = item.city().is_some() && item.state().is_none() && *only == Part::Doubtful;
    let in_list = address && place && items.get(at + 1).is_some_and(parted);
    given || seat_at(words, items, at + 1) || in_list
}

/// "Ts.Tarnbold", "Goran Th. Melsson", "Aru “Beck” Q. Marran": whether an item is a dot behind a shortened name, or a quotation
/// mark around a pet name, with the name going on behind.
pub(super) fn sign_inside(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &[Part],
) -> bool {
    let Some(Kind::Mark(mark)) = items.get(at).map(|i| i.kind) else {
        return false;
    };
    let name = |n: usize| {
        matches!(
            part(words, items, n),
            Some(Part::Known | Part::Unknown | Part::Initial | Part::Doubtful)
        )
    };
    let glued = |n: usize| {
        items
            .get(n)
            .is_some_and(|i| words.at(i.words.start).token.glued)
    };
    let is_quote = |n: usize| {
        items
            .get(n)
            .is_some_and(|i| matches!(i.kind, Kind::Mark('“' | '”' | '"')))
    };
    match mark {
        '.' => {
            let short = items.get(at.wrapping_sub(1)).is_some_and(|i| {
                words.at(i.words.start).token.shape == Shape::Capital
                    && (2..=3).contains(&words.text_of(&i.words).chars().count())
            });
            let initial = items
                .get(at.wrapping_sub(1))
                .is_some_and(|i| i.entries().is_empty() && words.text_of(&i.words).len() == 2);
            short && glued(at) && name(at + 1) && (glued(at + 1) || parts.len() > 1 || initial)
        }
        '“' | '"' if !glued(at) => name(at + 1) && is_quote(at + 2) && name(at + 3),
        '”' | '"' => {
            let opened = at >= 2 && is_quote(at - 2) && parts.len() > 2;
            opened && glued(at) && name(at + 1)
        }
        _ => false,
    }
}

/// "Surya Kumari Shrestha", "Anisa Nepali": a form of address between two names, or a people's name that closes one.
pub(super) fn inside_name(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &[Part],
) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let word = words.at(item.words.start);
    let begun = matches!(parts.last(), Some(Part::Known | Part::Unknown));
    let capital = item.words.len() == 1 && word.token.shape == Shape::Capital && !word.token.glued;
    // No "Mr" or "Hon", before which another name begins.
    let text = words.text_of(&item.words);
    let letters = text.chars().count();
    let long = letters > 4 || letters > 2 && text.ends_with(['a', 'e', 'i', 'o', 'u']);
    let next = part(words, items, at + 1);
    let between = item.honorific().is_some()
        && !item.is_title()
        && (matches!(next, Some(Part::Known | Part::Unknown))
            || matches!(next, Some(Part::Doubtful | Part::Particle))
                && items.get(at + 1).is_some_and(|i| i.honorific().is_some()));
    let closes = items
        .get(at + 1)
        .is_none_or(|i| matches!(i.kind, Kind::Mark(',' | '.' | ';')) || i.is(Class::And));
    let people = item.demonym().is_some() && closes && parts.contains(&Part::Known);
    begun && capital && long && (between || people)
}

/// "Aru M. Bank": whether a word for a thing stands behind a given name and an initial, which no thing has.
pub(super) fn closes_behind_initial(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &[Part],
) -> bool {
    let initial = matches!(parts, [Part::Known, Part::Initial]);
    initial
        && items.get(at).is_some_and(|i| {
            let word = words.at(i.words.start).token;
            i.words.len() == 1 && i.is(Class::NotPerson) && word.shape == Shape::Capital
        })
}

/// "Hasrin bin Dato Paduka Awang Haji Marr": whether an item is one of the titles of a father, which stand between "bin" and his name.
pub(super) fn titles_father(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &[Part],
) -> bool {
    /// How many titles he may have.
    const MOST: usize = 5;
    let title = |n: &usize| items.get(*n).is_some_and(|i| i.honorific().is_some());
    let first = (at.saturating_sub(MOST)..=at)
        .rev()
        .take_while(title)
        .last();
    let son = first.and_then(|f| items.get(f.checked_sub(1)?));
    let son = son.is_some_and(|i| words.say(&i.words, &["bin", "binti", "bint"]));
    let name = (at..at + MOST).find(|n| !title(n));
    let named = name.and_then(|n| part(words, items, n));
    son && parts.len() > 1 && matches!(named, Some(Part::Known | Part::Unknown | Part::Doubtful))
}

/// Whether an item is a form of address that is the surname here: "Qaisar Ahmed Sheikh", with nothing of a name behind it.
pub(super) fn closes_as_surname(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    (parts, way): (&[Part], Way),
) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let named = |p: &Part| matches!(p, Part::Known | Part::Unknown);
    // "Ibrahim Al Sheikh": the article of the surname stands before it.
    let article = parts.len() > 1 && parts.last() == Some(&Part::Particle);
    let begun = parts.last().is_some_and(named) || article;
    let whole = item.words.len() == 1
        && words.at(item.words.start).token.shape == Shape::Capital
        && words.text_of(&item.words).chars().count() > 4;
    let follows = items.get(at + 1).is_some_and(|n| {
        n.honorific().is_some() || n.is_mark('.') && words.at(n.words.start).token.glued
    });
    let open = begun && !follows && part(words, items, at + 1).is_none();
    // "Ann Green", "Paul West": what is no given name and names a thing elsewhere.
    let thing = item.is(Class::SurnameWord)
        && parts
            .iter()
            .all(|p| matches!(p, Part::Known | Part::Initial))
        && words.at(item.words.start).token.shape == Shape::Capital;
    // "Senator Sue Line, President", "Secretary General Sergio Piazza": behind a title and a given name alone.
    let titled = way.introduced
        && !way.title_case
        && matches!(parts, [Part::Known | Part::Doubtful])
        && part(words, items, at + 1).is_none()
        && item.is_any(&[Class::NotPerson, Class::Sight])
        && !(item.is(Class::Sight) && behind_head_of_state(words, items, at))
        && item.words.len() == 1
        && words.at(item.words.start).token.shape == Shape::Capital
        && items
            .get(at + 1)
            .is_none_or(|i| matches!(i.kind, Kind::Mark(',' | '.' | ';' | '(')));
    titled || open && (thing || whole && item.honorific().is_some() && !item.is_title())
}

/// "President Heydar Mosque": whether the title before the one given name at the item before is that of the head of a state, after whom places
/// are called.
fn behind_head_of_state(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let title = at.checked_sub(2).and_then(|t| items.get(t));
    let heads = |e: &Entry| match e {
        Entry::Title(row) => {
            let title = words.lexicon.title(*row);
            title.is_some_and(|t| t.office == Some(Office::HeadOfState))
        }
        _ => false,
    };
    title.is_some_and(|i| words.phrase_at(i.words.start, i.words.end, heads).is_some())
}

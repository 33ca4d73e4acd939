//! Whether a word that can be a title is one here: many are verbs, names or plain nouns too.
//!
//! In comes the place of a title, out comes yes or no. This module never reads what the office is of.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use crate::lexicon::{Class, Domain, Entry, NameTraits};
use crate::ontology::Office;
use crate::text::Shape;

/// Words behind which a title in small letters is one: "elected chairman", "as chairman".
const SHOWING: &[Class] = &[Class::And, Class::Be, Class::As, Class::Elect];

/// Whether nothing speaks against the title at an item: it is no letter, no verb, no title of nobility inside of a name,
/// no given name.
pub(super) fn usable(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let lone_letter = words.text_of(&item.words).chars().count() < 2;
    let word = words.at(item.words.start);
    let previous = words.before(item.words.start);
    // "Peter Lord Tarness": a title of nobility inside of a name.
    let noble = item.honorific().is_some()
        && word.token.shape == Shape::Capital
        && previous.traits.has(NameTraits::GIVEN)
        && previous.token.shape.is_capital()
        && at
            .checked_sub(1)
            .and_then(|b| items.get(b))
            .is_some_and(|b| b.state().is_none());
    let verb = is_verb(items, at) || heads_something(words, items, at);
    let deputy = is_second_of(words, items, at);
    !lone_letter && !noble && !verb && !deputy && !is_given_name(words, items, at)
}

/// "A, Deputy Defence Minister", "Deputy Auditor General B": whether "Deputy" says of whose office it is the second one, where the words of a
/// portfolio and a title follow, and not of a seat.
fn is_second_of(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    /// So many words may name the portfolio: "Foreign and European Affairs".
    const LONG: usize = 4;
    let alone = items
        .get(at)
        .is_some_and(|i| words.text_of(&i.words) == "Deputy");
    let portfolio = |i: &&Item<'_>| {
        let word = words.at(i.words.start);
        let known = word.traits.has(NameTraits::COMMON) || i.is(Class::NotPerson);
        let field = word.token.shape.is_capital() && known;
        let plain = matches!(i.kind, Kind::Plain(_)) && !i.is_title() && i.honorific().is_none();
        plain && (field && !word.traits.has(NameTraits::GIVEN) || i.is(Class::And))
    };
    let field = items.iter().skip(at + 1).take(LONG).take_while(portfolio);
    let title = items.get(at + 1 + field.count());
    let mut rows = title.into_iter().flat_map(Item::entries);
    alone
        && rows.any(|e| match e {
            Entry::Title(row) => words
                .lexicon
                .title(*row)
                .is_some_and(|t| t.office == Some(Office::Minister) && t.domain == Domain::State),
            _ => false,
        })
}

/// "Chairman Jane Tarn heads the delegation", "Tarn Heads Delegation to": whether "heads" stands behind a name and before no "of".
fn heads_something(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at).filter(|i| words.say(&i.words, &["heads"])) else {
        return false;
    };
    let name = |i: &Item<'_>| {
        let plain = matches!(i.kind, Kind::Plain(_)) && !i.is(Class::And);
        let word = words.at(i.words.start);
        plain && word.token.shape == Shape::Capital && !i.is_any(SHOWING)
    };
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    item.is(Class::Lead) && !of && before.is_some_and(name)
}

/// "who heads the", "to host": a title that is a verb here.
fn is_verb(items: &[Item<'_>], at: usize) -> bool {
    let verb = items
        .get(at)
        .is_some_and(|i| i.is_any(&[Class::Lead, Class::Host]));
    let object = items
        .get(at + 1)
        .is_some_and(|i| i.is_any(&[Class::Article, Class::His]));
    let before = at.checked_sub(1).and_then(|i| items.get(i));
    let led_in =
        before.is_some_and(|b| b.is_any(&[Class::Who, Class::Which, Class::Future, Class::To]));
    verb && (object || led_in)
}

/// "Amir Tarnah": a title that is a given name too, where nothing shows that it is the title.
fn is_given_name(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let word = words.at(item.words.start);
    // "Sultan bin Saad": the particle of a filiation stands behind a given name only.
    let filiation = items.get(at + 1).is_some_and(|n| {
        n.entries().iter().any(|e| matches!(e, Entry::Particle(_)))
            && ["bin", "ibn", "bint", "al", "uulu", "oglu"]
                .contains(&words.small(&n.words).as_ref())
    });
    // "Amir-Tarnian": a part of a name with a hyphen.
    let hyphen = items.get(at + 1).is_some_and(|n| {
        matches!(n.kind, Kind::Mark('-' | '‑')) && words.at(n.words.start).token.glued
    }) && items.get(at + 2).is_some_and(|n| {
        let next = words.at(n.words.start).token;
        next.glued && next.shape == Shape::Capital && n.entries().is_empty()
    });
    let one = item.words.len() == 1 && word.token.shape == Shape::Capital;
    if (filiation || hyphen) && one && word.traits.has(NameTraits::GIVEN) {
        return true;
    }
    let given = item.words.len() == 1
        && word.token.shape == Shape::Capital
        && word.traits.has(NameTraits::GIVEN);
    let name =
        given && !word.traits.has(NameTraits::COMMON) && !word.traits.has(NameTraits::DOUBTFUL);
    let before = at.checked_sub(1).and_then(|i| items.get(i));
    // "Speaker of the Knesset Amir Tarnah": an office stands before it already.
    let comma = before.is_some_and(|b| b.is_mark(','));
    let titled = at
        .checked_sub(if comma { 2 } else { 1 })
        .and_then(|i| items.get(i))
        .is_some_and(|b| b.office().is_some());
    let introduced = before.is_some_and(|b| {
        b.is_any(&[Class::Article, Class::His]) || b.state().is_some() || b.is_mark('’')
    });
    let goes_on = items.get(at + 1).is_some_and(|n| {
        let plain = words.at(n.words.start).token.shape == Shape::Capital && n.entries().is_empty();
        plain || n.entries().iter().any(|e| matches!(e, Entry::Particle(_)))
    });
    // "Tarnab Amir Melat": inside of a name.
    let inside = before.is_some_and(|b| {
        let word = words.at(b.words.start);
        matches!(b.kind, Kind::Plain([]))
            && word.token.shape == Shape::Capital
            && !word.traits.has(NameTraits::COMMON)
    });
    // "Mr. Amir Tarnah", "Mr. King Tarnson": no form of address for everybody stands before such a title.
    let addressed = before.is_some_and(|b| {
        let text = words.text_of(&b.words).trim_end_matches('.');
        ["Mr", "Mrs", "Ms", "Miss"].contains(&text)
    });
    let given = given || addressed && item.words.len() == 1 && item.honorific().is_some();
    let is_name = name || given && (inside || has_office_behind(items, at));
    (is_name && !introduced || given && (titled || addressed)) && goes_on
}

/// "Sultan Tarnov, a member of the Senate,": whether an office is told behind the surname that follows a title, which is a given name then.
pub(in crate::mention) fn has_office_behind(items: &[Item<'_>], at: usize) -> bool {
    /// So many items has a surname: "Al-Tarni".
    const LONG: usize = 4;
    let plain = |i: &&Item<'_>| matches!(i.kind, Kind::Plain(_) | Kind::Mark('-' | '‑'));
    let surname = items.iter().skip(at + 1).take(LONG).take_while(plain);
    let comma = at + 1 + surname.count();
    let told = |n: usize| {
        items
            .get(n)
            .is_some_and(|i| i.is_title() || i.office().is_some())
    };
    comma > at + 1
        && items.get(comma).is_some_and(|i| i.is_mark(','))
        && (comma + 1..comma + 4).any(told)
}

/// Whether a title without body, state or article is shown to be one: by a capital of its own or behind it, by several
/// words, by a comma, "and", "is", "as" or a word of election before it.
pub(super) fn shows_title(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let capital = |i: &Item<'_>| words.at(i.words.start).token.shape.is_capital();
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    capital(item)
        || words.text_of(&item.words).contains([' ', '-'])
        || items.get(at + 1).is_some_and(capital)
        || before.is_some_and(|b| b.is_mark(',') || b.is_any(SHOWING))
}

//! What a word can be in a name.
//!
//! In comes an item, out comes the part that it may play. This module never decides where a name begins or ends.

use super::super::item::{Item, Kind};
use super::super::office::has_office_behind;
use super::super::word::{Word, Words};
use super::thing::names_place;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::text::Shape;

/// Classes of verbs, which are no part of a name unless the tables know them as one.
const VERBS: &[Class] = &[
    Class::Say,
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::Visit,
    Class::Travel,
    Class::Leave,
    Class::Lead,
    Class::LedBy,
    Class::Tell,
    Class::Discuss,
    Class::Attend,
    Class::Address,
    Class::Hold,
    Class::Sign,
    Class::Future,
];

/// What a word can be in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
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
    /// A dot or a quotation mark inside of a name.
    Sign,
}

/// The part that an item may play in a name; none where it can be no part.
pub(super) fn part(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<Part> {
    let item = items.get(at)?;
    let word = words.at(item.words.start);
    // What has no capital is no part of a name but for its particles and hyphens; most words end here.
    let particle = |e: &Entry| matches!(e, Entry::Particle(_));
    match item.kind {
        Kind::Mark('-' | '‑') => {}
        Kind::Plain(entries) if word.token.shape.is_capital() || entries.iter().any(particle) => {}
        _ => return None,
    }
    // "Speaker Park": behind a title a surname that elsewhere is a word for a thing.
    let comma = at
        .checked_sub(1)
        .and_then(|b| items.get(b))
        .is_some_and(|i| i.is_mark(','));
    let before = at
        .checked_sub(if comma { 2 } else { 1 })
        .and_then(|b| items.get(b));
    let introduced = before.is_some_and(|b| b.office().is_some() || b.honorific().is_some());
    if (introduced || is_behind_given(words, items, at))
        && item.is(Class::NotPerson)
        && word.traits.has(NameTraits::SURNAME_FIRST)
        && word.token.shape == Shape::Capital
    {
        return Some(Part::Known);
    }
    if letters_of_name(words, items, at) {
        return Some(Part::Initial);
    }
    if is_before_syllables(words, items, at)
        || is_last_syllable(words, items, at)
        || is_given_title(words, items, at)
    {
        return Some(Part::Known);
    }
    // "The SADC Parliamentary delegation": a phrase that begins with a capital is a thing all the same.
    let delegation = item.is(Class::Delegation) && item.words.len() > 1;
    if is_article(words, items, at) || delegation {
        return None;
    }
    match item.kind {
        Kind::Mark('-' | '‑') => {
            let item = items.get(at + 1)?;
            let next = words.at(item.words.start);
            // "the Aru Bekova-led delegation": a participle, and no part of the name.
            let participle = ["led", "headed", "chaired", "based", "born", "hosted"];
            let done = participle.contains(&words.text_of(&item.words));
            (word.token.glued && next.token.glued && next.token.shape.is_word() && !done)
                .then_some(Part::Hyphen)
        }
        Kind::Plain(_) => {
            let next = items
                .get(at + 1)
                .map(|i| words.at(i.words.start).token.shape);
            let names = introduced && next == Some(Shape::Capital);
            of_word(words, item, word, names)
        }
        Kind::Mark(_) | Kind::Date(_) | Kind::Body(_) | Kind::Person(_) | Kind::Office(_) => None,
    }
}

/// "Park Tarn-ho", "An Tarn-ho": whether a surname that stands first, and may be any word else, stands before a given name of two syllables with a
/// hyphen between them.
fn is_before_syllables(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    /// So many letters has no syllable.
    const LONG: usize = 7;
    let word = |n: usize| items.get(n).map(|i| words.at(i.words.start));
    let is = |n: usize, shape: Shape, glued: bool| {
        word(n).is_some_and(|w| {
            let length = w.token.span.of(words.text).chars().count();
            w.token.shape == shape && w.token.glued == glued && length < LONG
        })
    };
    let surname = word(at).is_some_and(|w| w.traits.has(NameTraits::SURNAME_FIRST));
    surname
        && is(at, Shape::Capital, false)
        && is(at + 1, Shape::Capital, false)
        && is(at + 2, Shape::Mark('-'), true)
        && is(at + 3, Shape::Lower, true)
}

/// "Sultan Tarnov, a member of the Senate,": whether a title that is a given name too stands before a surname and an office of another sort.
fn is_given_title(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let title = items
        .get(at)
        .filter(|i| i.is_title() && matches!(i.kind, Kind::Plain(_)));
    title.is_some_and(|i| {
        let word = words.at(i.words.start);
        let given = word.traits.has(NameTraits::GIVEN) && word.token.shape == Shape::Capital;
        given && has_office_behind(items, at)
    })
}

/// "Nguyen Tarn An": whether an "An" in a capital stands right behind two words of a name of which the first is a surname that stands first.
fn is_last_syllable(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let item = items.get(at);
    let written = item.is_some_and(|i| words.text_of(&i.words) == "An");
    let before = |n: usize| {
        let item = at.checked_sub(n).and_then(|b| items.get(b))?;
        let word = words.at(item.words.start);
        (item.words.len() == 1 && word.token.shape == Shape::Capital).then_some(word)
    };
    written
        && before(1).is_some()
        && before(2).is_some_and(|w| w.traits.has(NameTraits::SURNAME_FIRST))
}

/// "Ambassador Tarn Park": whether nothing but a given name stands between an item and a title.
fn is_behind_given(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
    let given = before(1).is_some_and(|i| words.at(i.words.start).traits.has(NameTraits::GIVEN));
    let titled = before(2).is_some_and(|i| i.office().is_some() || i.honorific().is_some());
    given && titled
}

/// Words behind a name that tell when or how, and no thing.
const ADVERBS: &[&str] = &[
    "later",
    "today",
    "then",
    "also",
    "again",
    "soon",
    "yesterday",
    "now",
    "earlier",
    "once",
    "afterwards",
    "meanwhile",
];

/// "A Congressional delegation": whether an "A" that begins a sentence, or a clause behind a dash, is the article and no initial: a
/// word with a capital stands behind it, and then one in small letters that is no verb.
fn is_article(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let begins = at.checked_sub(1).is_none_or(|b| {
        items
            .get(b)
            .is_some_and(|i| matches!(i.kind, Kind::Mark(_)))
    });
    let noun = items.get(at + 2).is_some_and(|i| {
        let acts = [
            Class::Say,
            Class::Meet,
            Class::Visit,
            Class::Receive,
            Class::Be,
            Class::Have,
            Class::Travel,
            Class::Lead,
            Class::Attend,
            Class::Hold,
            Class::And,
            Class::Future,
            Class::Host,
            Class::Discuss,
            Class::Sign,
        ];
        let text = words.text_of(&i.words);
        let adverb = text.ends_with("ly") || ADVERBS.contains(&text);
        words.at(i.words.start).token.shape == Shape::Lower
            && !adverb
            && (i.entries().is_empty() && words.at(i.words.start).traits.has(NameTraits::COMMON)
                || i.is_any(&[Class::Delegation, Class::Company])
                || i.is_title())
            && !i.is_any(&acts)
    });
    begins
        && noun
        && items
            .get(at)
            .is_some_and(|i| words.text_of(&i.words) == "A")
}

/// "HM Tarnullah": whether letters that elsewhere are a form of address are those of given names here, because they stand in a
/// list before a single name.
pub(super) fn letters_of_name(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let (Some(item), Some(next)) = (items.get(at), items.get(at + 1)) else {
        return false;
    };
    let letters = item.honorific().is_some()
        && words.at(item.words.start).token.shape == Shape::Upper
        && words.text_of(&item.words).len() == 2;
    let name = matches!(next.kind, Kind::Plain([]))
        && words.at(next.words.start).token.shape == Shape::Capital
        && !words.at(next.words.start).traits.has(NameTraits::COMMON);
    let divides = |n: Option<usize>| {
        n.and_then(|n| items.get(n))
            .is_some_and(|i| i.is_mark(',') || i.is(Class::And))
    };
    letters && name && divides(at.checked_sub(1)) && divides(Some(at + 2))
}

/// "Robin Walker MP": whether the letters of a seat stand at an item, behind two words of every day which are a name then.
pub(super) fn seat_at(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        i.office().is_some() && words.at(i.words.start).token.shape == Shape::Upper
    })
}

/// The part of a plain item, by the way it is written first; `introduced` where a title stands before it and a word with a capital
/// behind.
fn of_word(words: &Words<'_>, item: &Item<'_>, word: Word, introduced: bool) -> Option<Part> {
    let shape = word.token.shape;
    let mut entries = item.entries().iter();
    if entries.any(|e| matches!(e, Entry::Particle(_))) && !word.traits.has(NameTraits::GIVEN) {
        return Some(Part::Particle);
    }
    // "Peter Lord Tarness": a title of nobility may stand inside of a name.
    let noble = item.is_title()
        && item.honorific().is_some()
        && shape == Shape::Capital
        && words.before(item.words.start).traits.has(NameTraits::GIVEN);
    // "Arbab Amir Ayub", "Prince Sultan bin Saad": a title that is a given name too.
    let filiation = |at: usize| {
        let particles = ["bin", "ibn", "bint", "Al", "al"];
        particles.contains(&words.text_of(&(at..at + 1)))
    };
    let hyphen = |at: usize| {
        let token = words.at(at).token;
        token.glued && matches!(token.shape, Shape::Mark('-' | '‑'))
    };
    let given_title = item.words.len() == 1
        && shape == Shape::Capital
        && word.traits.has(NameTraits::GIVEN)
        && (filiation(item.words.end)
            || hyphen(item.words.end)
            || item.words.start.checked_sub(1).is_some_and(filiation)
            || introduced && item.honorific().is_none()
            || is_between_names(words, item)
            || !word.traits.has(NameTraits::COMMON));
    if !shape.is_capital() || item.is_title() && !noble && !given_title {
        return None;
    }
    if matches!(shape, Shape::Initial | Shape::Letter) {
        return Some(Part::Initial);
    }
    // "Gonzales Jr.": with its dot, which ends no sentence there.
    let text = words.text_of(&item.words);
    if matches!(text, "Jr" | "Jr." | "Sr" | "Sr.") {
        return Some(Part::Unknown);
    }
    let mut letters = text.chars();
    if shape == Shape::Upper && letters.all(|c| matches!(c, 'I' | 'V' | 'X')) {
        return Some(Part::Unknown);
    }
    of_capital(words, item, word, noble)
}

/// "Arbab Amir Ayub": whether a given name stands right before a word and a word with a capital right behind.
fn is_between_names(words: &Words<'_>, item: &Item<'_>) -> bool {
    let before = words.before(item.words.start);
    let behind = words.at(item.words.end);
    let given = before.traits.has(NameTraits::GIVEN) && before.token.shape == Shape::Capital;
    let name = behind.token.shape == Shape::Capital && !behind.traits.has(NameTraits::COMMON);
    given && name && item.honorific().is_none()
}

/// The part of a word with a capital, by what the tables know of it; `noble` where it is a title of nobility in a name.
fn of_capital(words: &Words<'_>, item: &Item<'_>, word: Word, noble: bool) -> Option<Part> {
    let honorific = item.honorific();
    let kept = honorific
        .and_then(|row| words.lexicon.honorific(row))
        .map(|h| h.kept);
    let given = word.traits.has(NameTraits::GIVEN)
        || word.traits.has(NameTraits::SURNAME_FIRST)
        || kept == Some(true);
    let doubtful = word.traits.has(NameTraits::DOUBTFUL) || word.traits.has(NameTraits::COMMON);
    let other = item.is_any(&[
        Class::NotPerson,
        Class::Month,
        Class::Weekday,
        Class::OtherBody,
        Class::Article,
    ]);
    let state = item.state().is_some();
    if state && item.words.len() > 1 {
        return None;
    }
    let body = |e: &Entry| matches!(e, Entry::BodyHead(_) | Entry::BodyHeads(_));
    if item.entries().iter().any(body) && !given {
        return None;
    }
    // "the International Airport", "Tarn Prison".
    if item.is(Class::Sight) && item.words.len() > 1 || names_place(words, item) {
        return None;
    }
    if state && !given || other && (!given || doubtful) || kept == Some(false) && !given && !noble {
        return None;
    }
    // In a headline verbs have capitals too: "The Chairman of the Senate Leads a Delegation".
    if item.is_any(VERBS) && !given {
        return None;
    }
    let place = state || item.city().is_some();
    let mut entries = item.entries().iter();
    let grammar = entries.any(|e| matches!(e, Entry::Word(_, _)));
    Some(if doubtful || place || grammar {
        Part::Doubtful
    } else if given {
        Part::Known
    } else {
        Part::Unknown
    })
}

/// "Deputy Chairman Milo Tarn He received": whether an item is a pronoun right before its verb, which a translation has left behind a name.
pub(super) fn is_left_pronoun(items: &[Item<'_>], at: usize) -> bool {
    let acts = [
        Class::Receive,
        Class::Meet,
        Class::Visit,
        Class::Say,
        Class::Be,
        Class::Have,
    ];
    items.get(at).is_some_and(|i| i.is(Class::He))
        && items.get(at + 1).is_some_and(|i| i.is_any(&acts))
}

//! Words with capitals that are no people, by what stands around them: temples, towns, airports, the credit of a picture.
//!
//! In comes a run of words that may be a name, out comes yes or no. This module never looks at the words of the name itself.

use std::ops::Range;

use super::super::item::{Item, Kind};
use super::super::word::{Words, Zone};
use crate::lexicon::{Class, Entry, NameTraits, Symbol};
use crate::text::Shape;

/// How far before a name the noun of the list in which it stands may be.
const REACH: usize = 16;

/// Whether the words around a run make it a place or a building; `addressed` where a form of address stands before it, and
/// `titled` where a title does.
pub(super) fn is_thing(
    words: &Words<'_>,
    items: &[Item<'_>],
    run: Range<usize>,
    addressed: bool,
    titled: bool,
) -> bool {
    if titled {
        return in_quoted_name(words, items, run.start);
    }
    // "the Cardinal Tarn international airport".
    let noun = items.get(run.end).is_some_and(|i| {
        sight(words, i, |v| v < 2) && words.at(i.words.start).token.shape == Shape::Lower
    });
    noun || !addressed
        && (behind_building(words, items, run.start)
            || in_list_of_sights(words, items, run.start)
            || of_person(items, run.start)
            || of_seat(words, items, run.start)
            || at_place(words, items, &run)
            || in_seat_bracket(words, items, run.start))
}

/// "the library “King Tarn VI”": whether a title stands behind a quotation mark, and the noun of a place right before that.
fn in_quoted_name(words: &Words<'_>, items: &[Item<'_>], start: usize) -> bool {
    let before = |n: usize| start.checked_sub(n).and_then(|b| items.get(b));
    let quote = before(2).is_some_and(|i| matches!(i.kind, Kind::Mark('"' | '“' | '«')));
    quote && before(3).is_some_and(|i| sight(words, i, |_| true) || i.is(Class::NotPerson))
}

/// "Member for Tarn Melat", "who represents the people of Tarn Melat": a constituency.
fn of_seat(words: &Words<'_>, items: &[Item<'_>], start: usize) -> bool {
    let before = |n: usize| start.checked_sub(n).and_then(|b| items.get(b));
    let says = |n: usize, word: &[&str]| before(n).is_some_and(|i| words.say(&i.words, word));
    let member = before(2).is_some_and(|i| {
        i.office().is_some() || words.say(&i.words, &["member", "deputy", "mp", "senator"])
    });
    member && says(1, &["for"]) || says(1, &["of"]) && says(2, &["people", "voters"])
}

/// "the Palais Omar Tarn".
fn behind_building(words: &Words<'_>, items: &[Item<'_>], start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|b| items.get(b));
    before.is_some_and(|b| {
        let capital = words.at(b.words.start).token.shape == Shape::Capital;
        sight(words, b, |v| v == 2 || v == 1 && capital)
    })
}

/// Whether an item is the noun of a place with a wanted value.
fn sight(words: &Words<'_>, item: &Item<'_>, wanted: impl Fn(u8) -> bool) -> bool {
    item.entries()
        .iter()
        .any(|e| matches!(e, Entry::Word(Class::Sight, row) if wanted(words.lexicon.value(*row))))
}

/// "the King Fahd Tarn Library": whether the noun of a place with a capital stands at an item, which is no surname.
pub(super) fn names_place(words: &Words<'_>, item: &Item<'_>) -> bool {
    let word = words.at(item.words.start);
    let name = word.traits.has(NameTraits::SURNAME_FIRST) || word.traits.has(NameTraits::GIVEN);
    word.token.shape == Shape::Capital && !name && sight(words, item, |v| v < 2)
}

/// "the temples of Ta Tarn, Melat and Angkor Marr": whether only names and what joins them stand between a name and the noun of
/// a place with its "of".
fn in_list_of_sights(words: &Words<'_>, items: &[Item<'_>], start: usize) -> bool {
    for at in (start.saturating_sub(REACH)..start).rev() {
        let Some(item) = items.get(at) else {
            return false;
        };
        if item.is(Class::Of) || item.is(Class::Article) {
            let of = if item.is(Class::Of) {
                Some(at)
            } else {
                at.checked_sub(1)
            };
            let noun = of
                .filter(|o| items.get(*o).is_some_and(|i| i.is(Class::Of)))
                .and_then(|o| o.checked_sub(1))
                .and_then(|n| items.get(n));
            return noun.is_some_and(|n| {
                let capital = words.at(n.words.start).token.shape == Shape::Capital;
                sight(words, n, |v| v < 2 || capital)
            });
        }
        let name = matches!(item.kind, Kind::Plain(_))
            && words.at(item.words.start).token.shape.is_capital()
            && !item.is_title()
            && item.honorific().is_none();
        if !name && !item.is(Class::And) && !matches!(item.kind, Kind::Mark(',' | '-')) {
            return false;
        }
    }
    false
}

/// "Aru Bekova of Tarn del Norte": what is named behind a person's "of" is where the person is from.
fn of_person(items: &[Item<'_>], start: usize) -> bool {
    start >= 2
        && items.get(start - 1).is_some_and(|i| i.is(Class::Of))
        && items.get(start - 2).is_some_and(|i| i.person().is_some())
}

/// "© Aru Bekova", "(Agency/Aru Bekova)", "Source: Aru Bekova": whether a name is that of who took a picture.
fn in_credit(words: &Words<'_>, items: &[Item<'_>], start: usize) -> bool {
    // The run may begin inside of the name, behind a given name of which a first run came to nothing.
    let mut start = start;
    while start > 0
        && items.get(start - 1).is_some_and(|i| {
            matches!(i.kind, Kind::Plain([])) && words.at(i.words.start).token.shape.is_capital()
        })
    {
        start -= 1;
    }
    let mark = |back: usize, sign: char| {
        let item = start.checked_sub(back).and_then(|n| items.get(n));
        item.is_some_and(|i| i.is_mark(sign))
    };
    let page_line = |i: &Item<'_>| {
        let symbol = words.at(i.words.start).symbol;
        let alone = |_| Symbol::UNKNOWN;
        words.lexicon.phrases_at(symbol, alone).any(|p| {
            p.entries
                .iter()
                .any(|e| matches!(e, Entry::Word(Class::PageLine, _)))
        })
    };
    let labelled = start == 2 && mark(1, ':') && items.first().is_some_and(page_line);
    // "(RO - author: Aru Bekova, editor: Ta Marr)".
    let writer = start.checked_sub(2).and_then(|n| items.get(n));
    let writer = writer.is_some_and(|i| {
        words.say(
            &i.words,
            &["author", "editor", "writer", "photo", "reporter"],
        )
    });
    let labelled = labelled || writer && mark(1, ':');
    mark(1, '©') || mark(1, '/') && mark(3, '(') || labelled
}

/// "Aru Bekova - The Northern Star": whether a sentence is nothing but a name, a dash and what its bearer writes for.
pub(super) fn is_byline(
    words: &Words<'_>,
    items: &[Item<'_>],
    zone: Zone,
    name: &Range<usize>,
) -> bool {
    /// The words of the name of a newspaper.
    const LONGEST: usize = 5;
    let signed = is_signed(words, items, name) || is_dated(items, name);
    if zone == Zone::Item || signed {
        return signed;
    }
    let dash = items
        .get(name.end)
        .is_some_and(|i| matches!(i.kind, Kind::Mark('-' | '–' | '—')));
    let paper = items.get(name.end + 1..).unwrap_or_default();
    let capital = |i: &Item<'_>| {
        matches!(i.kind, Kind::Plain(_))
            && words.at(i.words.start).token.shape.is_capital()
            && !i.is_title()
            && (i.state().is_none() || i.demonym().is_some())
            && i.city().is_none()
    };
    name.start == 0 && dash && (1..=LONGEST).contains(&paper.len()) && paper.iter().all(capital)
}

/// "- By Aru Bekova", "From Aru Bekova, Tarnstad": whether a sentence is nothing but "by" or "from", a name and perhaps a city.
fn is_signed(words: &Words<'_>, items: &[Item<'_>], name: &Range<usize>) -> bool {
    let mut before = items.get(..name.start).unwrap_or_default().iter();
    let opens = before
        .clone()
        .any(|i| words.say(&i.words, &["by", "from"]) || i.is_any(&[Class::By, Class::From]));
    // "date 2031-05-04 By Aru Bekova".
    let dated = |i: &Item<'_>| matches!(i.kind, Kind::Date(_)) || words.say(&i.words, &["date"]);
    let sign = |i: &Item<'_>| {
        i.is_any(&[Class::By, Class::From]) || matches!(i.kind, Kind::Mark(_)) || dated(i)
    };
    let place = |i: &Item<'_>| {
        let city = i.city().is_some() || i.state().is_some() || i.is(Class::In);
        city || matches!(i.kind, Kind::Mark(_))
    };
    let mut behind = items.get(name.end..).unwrap_or_default().iter();
    opens && before.all(sign) && behind.all(place)
}

/// Whether a run is the name of a party in brackets behind somebody, or stands in the credit of a picture.
pub(super) fn is_party_or_credit(
    words: &Words<'_>,
    items: &[Item<'_>],
    run: Range<usize>,
    addressed: bool,
) -> bool {
    in_credit(words, items, run.start)
        || is_before_agency(items, &run)
        || !addressed && is_party(items, run.start, run.end)
}

/// "of the Frente de Todos": whether "of" and an article stand before a run, as before no name of a person.
pub(super) fn behind_of_article(items: &[Item<'_>], start: usize) -> bool {
    let is = |back: usize, class: Class| {
        let item = start.checked_sub(back).and_then(|b| items.get(b));
        item.is_some_and(|i| i.is(class))
    };
    is(1, Class::Article) && is(2, Class::Of)
}

/// "(Aru Bekova/ABCD90)": whether a run opens a bracket and a slash stands behind it, as who took a picture is told with the agency.
fn is_before_agency(items: &[Item<'_>], run: &Range<usize>) -> bool {
    let opens = run.start.checked_sub(1).and_then(|b| items.get(b));
    opens.is_some_and(|i| i.is_mark('(')) && items.get(run.end).is_some_and(|i| i.is_mark('/'))
}

/// "A (Yisrael Beitenu)": whether a run stands alone in brackets right behind a name or the letters behind it, where a party is
/// told.
fn is_party(items: &[Item<'_>], start: usize, end: usize) -> bool {
    let is = |n: usize, mark: char| items.get(n).is_some_and(|i| i.is_mark(mark));
    let bracket = start.checked_sub(1).filter(|b| is(*b, '(') && is(end, ')'));
    let before = bracket
        .and_then(|b| b.checked_sub(1))
        .and_then(|b| items.get(b));
    before.is_some_and(|i| i.person().is_some())
}

/// "Aru Bekova, Wednesday 7 June 2017": whether a sentence is nothing but a name and a day.
fn is_dated(items: &[Item<'_>], name: &Range<usize>) -> bool {
    let behind = items.get(name.end..).unwrap_or_default();
    let day = |i: &Item<'_>| matches!(i.kind, Kind::Date(_)) || i.is(Class::Weekday);
    let of_day = |i: &Item<'_>| day(i) || matches!(i.kind, Kind::Mark(_));
    name.start == 0 && behind.iter().any(day) && behind.iter().all(of_day)
}

/// "called on him at Sheetal Marr.": whether a run stands behind "at", with the end of its clause or a preposition behind it.
fn at_place(words: &Words<'_>, items: &[Item<'_>], run: &Range<usize>) -> bool {
    let before = |n: usize| run.start.checked_sub(n).and_then(|b| items.get(b));
    let at = before(1).is_some_and(|i| words.say(&i.words, &["at"]));
    let aims = [
        "look", "looked", "looking", "aimed", "directed", "angry", "pointed",
    ];
    let aimed = before(2).is_some_and(|i| words.say(&i.words, &aims));
    let ends = items.get(run.end).is_none_or(|i| {
        let links = [Class::In, Class::On, Class::With, Class::By, Class::And];
        i.is_mark('.') || i.is_mark(',') || i.is_any(&links)
    });
    // "the dinner at Aru Bekova’s": of a person after all, and so is one with an office behind the comma.
    let apposed = items.get(run.end).is_some_and(|i| i.is_mark(','))
        && (run.end + 1..run.end + 4).any(|n| items.get(n).is_some_and(Item::is_title));
    at && !aimed && ends && !apposed
}

/// "A (PH-Kuala Tarn)": whether a run is the seat behind the letters of a party in brackets.
fn in_seat_bracket(words: &Words<'_>, items: &[Item<'_>], start: usize) -> bool {
    let before = |n: usize| start.checked_sub(n).and_then(|b| items.get(b));
    let hyphen = before(1).is_some_and(|i| matches!(i.kind, Kind::Mark('-' | '–')));
    let party = before(2)
        .is_some_and(|i| words.at(i.words.start).token.shape == Shape::Upper && i.words.len() == 1);
    hyphen && party && before(3).is_some_and(|i| i.is_mark('('))
}

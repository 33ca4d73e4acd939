//! The topic in a commission's name: "Foreign Affairs, Defence and Security", "human rights".
//!
//! In comes the place behind "on" or "for", out comes where the topic ends. This module never names a body or a state.

use super::super::chamber::chamber_at;
use super::super::item::{Item, Kind};
use super::super::word::{Word, Words};
use crate::lexicon::{Class, Entry, NameTraits};
use crate::text::Shape;

/// Words that end a topic in lower case.
const GRAMMAR: &[Class] = &[
    Class::Be,
    Class::Have,
    Class::Who,
    Class::Which,
    Class::Between,
    Class::With,
    Class::In,
    Class::By,
    Class::To,
    Class::From,
    Class::Meet,
    Class::Hold,
    Class::Say,
    Class::Future,
    Class::Negation,
    Class::Preposition,
];

/// The words of a topic: capitalised words with "and", commas and "of" between them, or a few lower-case nouns.
pub(super) fn topic(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let mut end = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let mut last = from;
    let capital_topic = items
        .get(end)
        .is_some_and(|i| words.at(i.words.start).token.shape.is_capital());
    while let Some(item) = items.get(end) {
        if is_closed(words, items, end) {
            break;
        }
        let word = words.at(item.words.start);
        // "International Affairs A.I.Petrov": the initials of who holds an office there.
        let initial = word.token.shape == Shape::Initial;
        if end > from && (is_surname(word) || initial) {
            break;
        }
        if capital_topic && article_inside(words, items, end) {
            end += 1;
            continue;
        }
        let content = matches!(item.kind, Kind::Plain(_)) && word.token.shape.is_word();
        let bridge =
            item.is_any(&[Class::And, Class::Of]) || item.is_mark(',') || item.is_mark('-');
        // "CFSP/CSDP".
        let bridge = bridge || item.is_mark('/') && word.token.glued && end > from;
        let known = word.traits.has(NameTraits::COMMON) || !item.entries().is_empty();
        let adjective = items.get(end + 1).is_some_and(|i| i.is(Class::Topic));
        let named = !item.is(Class::NotPerson)
            && word.token.shape != Shape::Upper
            && (end > from + 1 && !known && !adjective && !closes_list(words, items, end)
                || word.traits.has(NameTraits::GIVEN)
                    && (!word.traits.has(NameTraits::COMMON) || before_surname(words, items, end)));
        let whose = capital_topic && owned_topic(words, items, end);
        if content && !bridge && (whose || !item.is_title() && item.state().is_none()) {
            let fits = if capital_topic {
                word.token.shape.is_capital() && (whose || !named)
            } else {
                // "on international affairs Aru Bekova": a name behind a topic in small letters.
                let name = word.token.shape == Shape::Capital && item.entries().is_empty();
                lower_topic(item, end - from) && !name
            };
            if !fits || item.honorific().is_some() {
                break;
            }
            last = end + 1;
        } else if !(bridge && capital_topic
            || item.is(Class::And) && !capital_topic && next_lower(words, items, end + 1))
        {
            break;
        }
        end += 1;
    }
    last
}

/// Whether what stands at an item behind a topic is none of it: the house to which the committee belongs, a seat with its holder, another body.
fn is_closed(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return true;
    };
    let owner = item.is(Class::Of) && owner_behind(items, at);
    // "Institutional Reform, Tarnland MP Aru Bekova": a seat with the name of its holder. "Committee on Health, Parliament of Ghana".
    let next = at + 1;
    let comma =
        item.is_mark(',') && (seat_behind(words, items, next) || house_behind(words, items, next));
    // "Trade, and also the Forum": what follows is another body.
    let another = item.is(Class::And) && (item.words.len() > 1 || another_body(items, next));
    owner || comma || another
}

/// Whether a house with a name of several words, or one that no other word is, begins at an item.
fn house_behind(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let capital = items
        .get(at)
        .is_some_and(|i| words.at(i.words.start).token.shape.is_capital());
    let house = chamber_at(words, items, at, &mut Vec::new()).filter(|_| capital);
    house.is_some_and(|h| {
        let first = h.start;
        let words_of_name: usize = items
            .get(h)
            .unwrap_or_default()
            .iter()
            .map(|i| i.words.len())
            .sum();
        words_of_name > 1 && first == at
    })
}

/// "Defense and Security Le Tarn Toi": whether a word is a surname that stands before given names.
fn is_surname(word: Word) -> bool {
    word.traits.has(NameTraits::SURNAME_FIRST)
        && !word.traits.has(NameTraits::COMMON)
        && word.token.shape == Shape::Capital
}

/// "Security and the Environment", "Protection of the Child": whether an article at an item goes on with a topic in capitals.
fn article_inside(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let bridge = items
        .get(at.wrapping_sub(1))
        .is_some_and(|i| i.is_any(&[Class::Of, Class::And]));
    let article = items.get(at).is_some_and(|i| i.is(Class::Article)) && bridge;
    article
        && items.get(at + 1).is_some_and(|i| {
            words.at(i.words.start).token.shape.is_capital()
                && matches!(i.kind, Kind::Plain(_))
                && i.state().is_none_or(|_| i.demonym().is_some())
        })
}

/// Whether one to three words with a capital stand at an item, and then the title of a seat with the name of its holder behind:
/// "Tarnland East MP Aru Bekova".
fn seat_behind(words: &Words<'_>, items: &[Item<'_>], from: usize) -> bool {
    let capital = |n: usize| {
        items.get(n).is_some_and(|i| {
            let plain = matches!(i.kind, Kind::Plain(_)) && i.words.len() == 1;
            plain && words.at(i.words.start).token.shape.is_capital() && !i.is_title()
        })
    };
    let length = (from..from + 4).take_while(|n| capital(*n)).count();
    let seat = items.get(from + length);
    (1..4).contains(&length) && seat.is_some_and(Item::is_title) && capital(from + length + 1)
}

/// ", Peter Tarnfield": whether a given name behind a comma stands before a surname that is no word of every day.
fn before_surname(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let comma = at.checked_sub(1).and_then(|b| items.get(b));
    let comma = comma.is_some_and(|i| i.is_mark(','));
    let next = items.get(at + 1).is_some_and(|i| {
        let word = words.at(i.words.start);
        let unknown = i.entries().is_empty() && matches!(i.kind, Kind::Plain(_));
        let common = word.traits.has(NameTraits::COMMON);
        word.token.shape == Shape::Capital && !common && (comma || unknown)
    });
    // "Education Grace Achieng, member": where the name ends a list or a line.
    let ends = items.get(at + 2).is_none_or(|i| {
        let word = words.at(i.words.start);
        matches!(i.kind, Kind::Mark(_)) || !word.token.shape.is_capital()
    });
    next && (comma || ends)
}

/// "Trade and the Committee on Defence": whether an article and the noun of another body stand at an item.
fn another_body(items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| i.is(Class::Article))
        && items.get(at + 1).is_some_and(|i| {
            let head = |e: &Entry| matches!(e, Entry::BodyHead(_));
            i.is(Class::BodyNoun) || i.entries().iter().any(head)
        })
}

/// Whether a word that elsewhere is a title or of a state belongs to a topic in capitals: "the Human Rights of
/// Parliamentarians", "the Member States", "Foreign Affairs, Ghanaian Abroad and African Integration".
fn owned_topic(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let (Some(item), Some(before)) = (items.get(at), items.get(at.wrapping_sub(1))) else {
        return false;
    };
    let word = words.at(item.words.start);
    let text = |n: usize| items.get(n).map_or("", |i| words.text_of(&i.words));
    // "European Union Affairs", "EU Affairs".
    let affairs = items.get(at + 1).is_some_and(|i| {
        i.is(Class::Topic) && words.at(i.words.start).token.shape == Shape::Capital
    });
    if affairs && item.state().is_some() && word.token.shape.is_capital() {
        return true;
    }
    if word.token.shape != Shape::Capital {
        return false;
    }
    if before.is(Class::Of) && item.entries().iter().any(|e| matches!(e, Entry::Titles(_))) {
        return true;
    }
    if text(at) == "Member" && ["States", "Countries", "Parliaments"].contains(&text(at + 1)) {
        return true;
    }
    // A people's name in a list that "and" closes, before a word of every day or behind the "and".
    let close = items
        .get(at + 1..(at + 6).min(items.len()))
        .unwrap_or_default();
    let closed = close
        .iter()
        .take_while(|i| matches!(i.kind, Kind::Plain(_)) && !i.is_title())
        .any(|i| i.is(Class::And));
    let noun = items.get(at + 1).is_some_and(|i| {
        let next = words.at(i.words.start);
        next.token.shape == Shape::Capital
            && (next.traits.has(NameTraits::COMMON) || i.is(Class::NotPerson))
            && !i.is_title()
    });
    item.demonym().is_some()
        && item.entries().len() == 1
        && noun
        && (before.is(Class::And) || closed)
}

/// "on the Ministry of Agriculture of the Senate": whether a chamber stands behind an "of", which owns the committee and is
/// none of its topics.
fn owner_behind(items: &[Item<'_>], of: usize) -> bool {
    let behind = of + 1 + usize::from(items.get(of + 1).is_some_and(|i| i.is(Class::Article)));
    let chamber = |e: &Entry| matches!(e, Entry::Chamber(_) | Entry::SharedChamber(_));
    items
        .get(behind)
        .is_some_and(|i| i.body().is_some() || i.entries().iter().any(chamber))
}

/// Whether an unknown word is the last one of a list, "International Relations and Emigrants", and no name, which would go on
/// with another capital.
fn closes_list(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    // "and Good Governance": an adjective may stand between.
    let adjective = at
        .checked_sub(1)
        .and_then(|b| items.get(b))
        .is_some_and(|i| {
            let word = words.at(i.words.start);
            word.token.shape == Shape::Capital && word.traits.has(NameTraits::COMMON)
        });
    let before = at
        .checked_sub(1 + usize::from(adjective))
        .and_then(|b| items.get(b));
    let listed = before.is_some_and(|i| i.is(Class::And) || i.is_mark(','));
    let goes_on = items.get(at + 1).is_some_and(|i| {
        words.at(i.words.start).token.shape.is_capital() && matches!(i.kind, Kind::Plain(_))
    });
    listed && !goes_on
}

/// Whether a word may go on with a topic in lower case of so many words.
fn lower_topic(item: &Item<'_>, length: usize) -> bool {
    !item.is_any(GRAMMAR) && length < 5
}

/// Whether an item goes on with a topic in lower case behind "and".
fn next_lower(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        words.at(i.words.start).token.shape == Shape::Lower
            && lower_topic(i, 0)
            && !i.is(Class::Article)
    })
}

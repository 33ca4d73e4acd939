//! The topic in a commission's name: "Foreign Affairs, Defence and Security", "human rights".
//!
//! In comes the place behind "on" or "for", out comes where the topic ends. This module never names a body or a state.

use super::super::chamber::chamber_at;
use super::super::item::{Item, Kind};
use super::super::word::{Word, Words};
use super::small::{begins_small_topic, is_small_noun, lower_topic, next_lower, small_list};
use crate::lexicon::{Class, Entry, NameTraits};
use crate::text::Shape;

/// What an item is to a topic.
enum Step {
    /// One of its words.
    Word,
    /// What stands between its words.
    Bridge,
    /// The beginning of further topics in small letters, which end before an item.
    List(usize),
    /// None of it.
    End,
}

/// The words of a topic: capitalised words with "and", commas and "of" between them, or a few lower-case nouns.
pub(super) fn topic(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let first = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let capital = items
        .get(first)
        .is_some_and(|i| words.at(i.words.start).token.shape.is_capital());
    // "Foreign affairs", "European integration": a capital that the first word has anyway.
    let small = capital && is_small_noun(words, items, first + 1);
    let topic = Topic {
        words,
        items,
        from,
        first,
        capital: capital && !small,
        begins_large: small,
    };
    let (mut end, mut last) = (first, from);
    loop {
        match topic.step(end) {
            Step::Word => last = end + 1,
            Step::Bridge => {}
            Step::List(behind) => return behind,
            Step::End => return last,
        }
        end += 1;
    }
}

/// A topic that is read.
struct Topic<'t, 'a> {
    words: &'t Words<'a>,
    items: &'t [Item<'a>],
    /// The item behind "on" or "for".
    from: usize,
    /// The same behind an article.
    first: usize,
    /// Whether its words have capitals.
    capital: bool,
    /// Whether only the first has one.
    begins_large: bool,
}

impl Topic<'_, '_> {
    /// What an item is to the topic before it.
    fn step(&self, at: usize) -> Step {
        let (words, items) = (self.words, self.items);
        let Some(item) = items.get(at).filter(|_| !is_closed(words, items, at)) else {
            return Step::End;
        };
        let word = words.at(item.words.start);
        // "International Affairs A.I.Petrov": the initials of who holds an office there.
        let initial = word.token.shape == Shape::Initial;
        if at > self.from && (is_surname(word) || initial) {
            return Step::End;
        }
        if self.capital && article_inside(words, items, at) {
            return Step::Bridge;
        }
        let content = matches!(item.kind, Kind::Plain(_)) && word.token.shape.is_word();
        let bridge = self.is_bridge(at, item);
        let whose = self.capital && owned_topic(words, items, at);
        let begins = self.begins_large && at == self.first;
        let begins = begins || !self.capital && self.is_large_inside(at);
        if content && !bridge && (whose || begins || !item.is_title() && item.state().is_none()) {
            let fits = if self.capital {
                word.token.shape.is_capital() && (whose || !self.is_name(at, item))
            } else {
                // "on international affairs Aru Bekova": a name behind a topic in small letters.
                let name = word.token.shape == Shape::Capital && item.entries().is_empty();
                begins || self.is_large_inside(at) || lower_topic(item, at - self.from) && !name
            };
            return if fits && item.honorific().is_none() {
                Step::Word
            } else {
                Step::End
            };
        }
        let list = || small_list(words, items, at).map(Step::List);
        let large = || begins_small_topic(words, items, at + 1);
        let joins = || item.is(Class::And) && (next_lower(words, items, at + 1) || large());
        let bridge = if self.capital { bridge } else { joins() };
        let list = if self.capital { None } else { list() };
        list.unwrap_or(if bridge { Step::Bridge } else { Step::End })
    }

    /// Whether an item stands between the words of a topic in capitals.
    fn is_bridge(&self, at: usize, item: &Item<'_>) -> bool {
        let inside = at > self.from;
        // "CFSP/CSDP".
        let slash = item.is_mark('/') && self.words.at(item.words.start).token.glued && inside;
        let plain = item.is_any(&[Class::And, Class::Of]) || item.is_mark(',') || item.is_mark('-');
        plain || slash || self.capital && inside && of_plural(self.words, self.items, at)
    }

    /// "foreign policy and European integration": whether an adjective of the map stands in a topic in small letters, before a noun in small letters
    /// for what committees are about.
    fn is_large_inside(&self, at: usize) -> bool {
        let (words, items) = (self.words, self.items);
        let before = at.checked_sub(1).and_then(|b| items.get(b));
        let joined = before.is_some_and(|i| i.is(Class::And) || i.is_mark(','));
        joined && at > self.from && begins_small_topic(words, items, at)
    }

    /// Whether a word with a capital behind a topic begins a name.
    fn is_name(&self, at: usize, item: &Item<'_>) -> bool {
        let (words, items) = (self.words, self.items);
        let word = words.at(item.words.start);
        let known = word.traits.has(NameTraits::COMMON) || !item.entries().is_empty();
        let adjective = items.get(at + 1).is_some_and(|i| i.is(Class::Topic));
        let unknown = at > self.from + 1 && !known && !adjective && !closes_list(words, items, at);
        let given = || {
            word.traits.has(NameTraits::GIVEN)
                && (!word.traits.has(NameTraits::COMMON) || before_surname(words, items, at))
        };
        !item.is(Class::NotPerson) && word.token.shape != Shape::Upper && (unknown || given())
    }
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

/// "Trade and the Committee on Defence", "Trade and of the Committee on Defence": whether an article and the noun of another body stand at an item.
fn another_body(items: &[Item<'_>], at: usize) -> bool {
    let at = at + usize::from(items.get(at).is_some_and(|i| i.is(Class::Of)));
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
    // "European Union Affairs", "EU Affairs", "Deputy Affairs".
    let affairs = items.get(at + 1).is_some_and(|i| {
        i.is(Class::Topic) && words.at(i.words.start).token.shape == Shape::Capital
    });
    if affairs && (item.state().is_some() || item.is_title()) && word.token.shape.is_capital() {
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

/// "Veterans’ and Disabled Affairs": whether the sign at an item stands behind a plural whose affairs are those of the committee.
fn of_plural(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let sign = items
        .get(at)
        .is_some_and(|i| i.is_mark('’') || i.is_mark('\''));
    let plural = at.checked_sub(1).and_then(|b| items.get(b));
    let plural = plural.is_some_and(|i| words.text_of(&i.words).ends_with('s'));
    let next = items.get(at + 1);
    sign && plural
        && next.is_some_and(|i| {
            let capital = words.at(i.words.start).token.shape.is_capital();
            i.is(Class::And) || capital && i.is(Class::Topic)
        })
}

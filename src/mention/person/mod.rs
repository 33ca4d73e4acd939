//! Mentions of people by name.
//!
//! In come the items of a sentence with its bodies and offices, out come names as they are written. This module never says
//! which names are one person.

mod again;
mod echo;
mod everyday;
mod gap;
mod inside;
mod part;
mod run;
mod strength;
mod thing;

use std::ops::Range;

use self::strength::mostly_capital;
use super::item::{Item, Kind, replace};
use super::word::{Sentence, Words, Zone};
use crate::lexicon::{Bearer, Class, NameTraits};
use crate::ontology::StateCode;
use crate::text::{Shape, fold};
pub(super) use again::{common_surnames, find_again};
use echo::echo;
use part::{Part, letters_of_name, part, seat_at};
use run::{Way, run};
use thing::{behind_of_article, is_byline, is_party_or_credit, is_thing, names_place};

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
            let doubtful = title_case && mention.strength == Strength::Weak;
            let passed = is_byline(words, items, sentence.zone, &range)
                || words.is_in_name_of_thing(mention.words.start);
            if doubtful || passed {
                at = range.end - 1;
            } else {
                let own = mention.words.clone();
                found.push(mention);
                at = range.start;
                replace(items, range, Kind::Person(found.len() - 1));
                if let Some(end) = echo(words, items, at, &own) {
                    replace(items, at..end, Kind::Person(found.len() - 1));
                }
            }
        }
        at += 1;
    }
    if sentence.zone != Zone::Headline {
        fill_gaps(words, items, found);
    }
}

/// Adds the names that only their place in a list of people shows.
fn fill_gaps(words: &Words<'_>, items: &mut Vec<Item<'_>>, found: &mut Vec<PersonMention>) {
    let mut from = 1;
    while let Some(range) = gap::next_gap(words, items, from) {
        from = range.start + 1;
        let address = items
            .get(range.clone())
            .unwrap_or_default()
            .iter()
            .take_while(|i| i.honorific().is_some())
            .count();
        let (Some(first), Some(last)) =
            (items.get(range.start + address), items.get(range.end - 1))
        else {
            continue;
        };
        let name = first.words.start..last.words.end;
        found.push(PersonMention {
            key: key_of(words, &name),
            words: name,
            strength: Strength::Likely,
            state: None,
            addressed: address > 0,
            running: true,
        });
        replace(items, range, Kind::Person(found.len() - 1));
    }
}

/// The name that begins at an item, with the range of its items: forms of address, the name, and what stands in brackets
/// or as letters behind it.
fn name_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    title_case: bool,
) -> Option<(Range<usize>, PersonMention)> {
    let apostrophe = usize::from(opens_name(words, items, at));
    let start = address(words, items, at + apostrophe)?;
    let addressed = start > at + apostrophe;
    let before = start.checked_sub(1).and_then(|i| items.get(i));
    let titled = before.is_some_and(|i| i.office().is_some());
    // In a headline of capitals the word behind a title may be a verb.
    let verb = title_case && titled && part(words, items, start) == Some(Part::Doubtful);
    let way = Way {
        introduced: (addressed || titled) && !verb,
        title_case,
    };
    let (mut end, mut strength) = run(words, items, start, way)?;
    if is_place(items, start..end, way)
        || behind_of_article(items, start) && !addressed && !title_case
        || is_constituency(words, items, end) && !way.introduced && !title_case
        || thing_behind(words, items, end, way)
        || is_party_or_credit(words, items, start..end, addressed)
        || is_thing(words, items, start..end, addressed, titled)
    {
        return None;
    }
    if letters_behind(words, items, end) && end == start + 1 {
        strength = Strength::Sure;
    }
    strength = strength.max(if apostrophe == 1 {
        Strength::Likely
    } else {
        Strength::Weak
    });
    let name = items.get(start - apostrophe)?.words.start..items.get(end - 1)?.words.end;
    let bracket = bracketed_state(words, items, end).or_else(|| state_behind(words, items, end));
    if let Some((after, _)) = bracket {
        strength = strength.max(Strength::Likely);
        end = after;
    } else {
        let honorific = items.get(end).and_then(Item::honorific);
        let known = honorific.and_then(|row| words.lexicon.honorific(row));
        end += usize::from(known.is_some_and(|h| h.follows));
    }
    let mention = PersonMention {
        key: key_of(words, &name),
        words: name,
        strength,
        state: bracket.map(|(_, state)| state),
        addressed,
        running: true,
    };
    Some((at..end, mention))
}

/// Whether a run of one item is a place rather than a name.
fn is_place(items: &[Item<'_>], run: Range<usize>, way: Way) -> bool {
    let Some(item) = items.get(run.start).filter(|_| run.len() == 1) else {
        return false;
    };
    // "by India and Brazil": a state that has the name of somebody.
    let state = item.state().is_some();
    // "Kurdistan Parliament": a region, whose house stands behind it.
    let region = items.get(run.end).is_some_and(|i| i.body().is_some());
    // "President Azad Jammu and Kashmir": so many words are the place, whatever the first one may be.
    let long = item.city().is_some() && item.words.len() > 2;
    long || (state || region) && !way.introduced
}

/// "Tarn Sadov MP Aru Bekova", "West Tarn MP, Mr Aru Bekova": whether a run is a constituency before the name of its member.
fn is_constituency(words: &Words<'_>, items: &[Item<'_>], end: usize) -> bool {
    let name = |at: usize| matches!(part(words, items, at), Some(Part::Known | Part::Unknown));
    let comma = items.get(end + 1).is_some_and(|i| i.is_mark(','));
    let addressed = items.get(end + 2).is_some_and(|i| {
        let known = i.honorific().and_then(|row| words.lexicon.honorific(row));
        known.is_some_and(|h| !h.follows)
    });
    seat_at(words, items, end) && (name(end + 1) || comma && addressed && name(end + 3))
}

/// "Ala-Archa Nature Park", "the King Fahd Tarn Library": whether the noun behind a run says that it is no person.
fn thing_behind(words: &Words<'_>, items: &[Item<'_>], end: usize, way: Way) -> bool {
    let Some(item) = items.get(end).filter(|_| !way.title_case) else {
        return false;
    };
    let shape = words.at(item.words.start).token.shape;
    let capital = matches!(shape, Shape::Capital | Shape::Upper);
    let thing = item.is(Class::NotPerson) && capital;
    thing && !way.introduced || names_place(words, item) && !item.is_title()
}

/// "’Malerato Tarnane": whether an apostrophe that belongs to the name stands at an item, and opens no quotation.
fn opens_name(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let glued = |n: usize| {
        items
            .get(n)
            .is_some_and(|i| words.at(i.words.start).token.glued)
    };
    let quote = |i: &Item<'_>| matches!(i.kind, Kind::Mark('’' | '\'' | '‘' | 'ʻ'));
    let name = |n: usize| matches!(part(words, items, n), Some(Part::Known | Part::Unknown));
    let close = items
        .get(at + 1..(at + 8).min(items.len()))
        .unwrap_or_default();
    items.get(at).is_some_and(quote)
        && !glued(at)
        && glued(at + 1)
        && name(at + 1)
        && name(at + 2)
        && !close.iter().any(quote)
}

/// "Tarnullah, MP,": whether the letters of a seat stand between signs behind a name.
fn letters_behind(words: &Words<'_>, items: &[Item<'_>], end: usize) -> bool {
    let letters = items.get(end + 1).is_some_and(|i| {
        i.office().is_some()
            && i.words.len() == 1
            && words.at(i.words.start).token.shape == Shape::Upper
    });
    let closed = items
        .get(end + 2)
        .is_none_or(|i| matches!(i.kind, Kind::Mark(',' | '.' | ';' | ')')) || i.is(Class::And));
    let plain = end
        .checked_sub(1)
        .and_then(|e| items.get(e))
        .is_some_and(|i| {
            i.entries().is_empty()
                && words.at(i.words.start).token.shape == Shape::Capital
                && !words.at(i.words.start).traits.has(NameTraits::COMMON)
        });
    plain && letters && closed && items.get(end).is_some_and(|i| i.is_mark(','))
}

/// Where the forms of address that begin at an item end.
fn address(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<usize> {
    let mut next = at;
    // "(Dr.) Milo Tarn".
    if items.get(at)?.is_mark('(')
        && let Some(end) = bracketed_address(words, items, at)
    {
        next = end;
    }
    while let Some(row) = items.get(next).and_then(Item::honorific) {
        let honorific = words.lexicon.honorific(row)?;
        if honorific.follows
            || honorific.kept
            || takes_given_name(words, items, next)
            || next > at && is_addressed_given_name(words, items, next)
            || letters_of_name(words, items, next)
        {
            break;
        }
        next += 1;
        // "Mr." splits from its dot where the table has only "Mr".
        next += usize::from(
            items
                .get(next)
                .is_some_and(|i| i.is_mark('.') && words.at(i.words.start).token.glued),
        );
        // "Dr. (H.C.) Aru Bekova".
        next = bracketed_address(words, items, next).unwrap_or(next);
    }
    Some(next)
}

/// Where a bracket at an item ends that holds nothing but a form of address or initials.
fn bracketed_address(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<usize> {
    if !items.get(at)?.is_mark('(') {
        return None;
    }
    let inside = items.get(at + 1..)?;
    let close = inside.iter().take(5).position(|i| i.is_mark(')'))?;
    let initials = |i: &Item<'_>| {
        let shape = words.at(i.words.start).token.shape;
        matches!(shape, Shape::Initial | Shape::Letter) || i.is_mark('.')
    };
    let known = inside.first()?.honorific().is_some() && inside.len() > 1;
    let rest = inside.get(usize::from(known)..close)?;
    (close > 0 && rest.iter().all(initials)).then_some(at + close + 2)
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

/// "Hon. Princess Tarnoso": whether a form of address of a reigning house at an item is a given name, because one that anybody may have
/// stands before it.
fn is_addressed_given_name(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let word = |n: usize| items.get(n).map(|i| words.at(i.words.start));
    let form = |n: usize| {
        words
            .lexicon
            .honorific(items.get(n).and_then(Item::honorific)?)
    };
    let given = word(at).is_some_and(|w| w.traits.has(NameTraits::GIVEN));
    let surname = word(at + 1).is_some_and(|w| w.token.shape == Shape::Capital);
    let dot = usize::from(items.get(at - 1).is_some_and(|i| i.is_mark('.')));
    let before = at.checked_sub(1 + dot).and_then(form);
    let royal = form(at).is_some_and(|f| f.of == Bearer::Royal);
    given && surname && royal && before.is_some_and(|f| f.of == Bearer::Anybody)
}

/// The folded words of a name, marks left out.
fn key_of(words: &Words<'_>, name: &Range<usize>) -> Vec<String> {
    name.clone()
        .map(|i| words.at(i))
        .filter(|w| w.token.shape.is_word())
        .map(|w| fold(w.token.span.of(words.text).trim_end_matches('.')))
        .collect()
}

/// "of Jordan" right behind a name.
fn state_behind(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, StateCode)> {
    let of = items
        .get(at)
        .is_some_and(|i| words.text_of(&i.words) == "of");
    let next = at + 1 + usize::from(items.get(at + 1).is_some_and(|i| i.is(Class::Article)));
    let item = items.get(next).filter(|_| of)?;
    let noun = item.demonym().is_none() || item.entries().len() > 1;
    item.state().filter(|_| noun).map(|s| (next + 1, s))
}

/// "(Sweden)", "(EPP, DE)" behind a name.
fn bracketed_state(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, StateCode)> {
    if !items.get(at)?.is_mark('(') {
        return None;
    }
    let close = at
        + 1
        + items
            .get(at + 1..)?
            .iter()
            .take(8)
            .position(|i| i.is_mark(')'))?;
    let inside = items.get(at + 1..close)?;
    // "(R-CA)": a party and a state of the United States, which has the form of a country's code.
    let first = inside.first().map_or("", |i| words.text_of(&i.words));
    if ["R", "D", "I", "ID"].contains(&first)
        && inside.iter().any(|i| i.is_mark('-') || i.is_mark('–'))
    {
        return StateCode::parse("US").map(|us| (close + 1, us));
    }
    let named = inside.iter().find_map(Item::state);
    // "(S&D, PT)": a code stands behind the group; alone, "(PS)", or behind a sign, "(PT-BA)", "(SP/BL)", it is a party or a province.
    let behind = inside
        .len()
        .checked_sub(2)
        .and_then(|n| inside.get(n))
        .is_some_and(|i| i.is_mark(','));
    let coded = || {
        inside
            .last()
            .filter(|_| behind)
            .and_then(|i| StateCode::parse(words.text_of(&i.words)))
            .filter(|c| words.lexicon.state(*c).is_some())
    };
    // "(MP, Georgia)": a seat with the state behind it.
    let seat = inside.first().is_some_and(|i| i.office().is_some())
        && inside.last().is_some_and(|i| i.state().is_some());
    let plain = inside
        .iter()
        .all(|i| !matches!(i.kind, Kind::Office(_) | Kind::Body(_) | Kind::Date(_)))
        || seat && inside.len() <= 3;
    named
        .or_else(coded)
        .filter(|_| plain && inside.len() <= 6)
        .map(|code| (close + 1, code))
}

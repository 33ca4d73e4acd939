//! The words behind a head noun that belong to the name: "on Foreign Affairs", "between A and B", "with C", "of D".
//!
//! In comes the place behind a head noun, out comes where the name ends. This module never looks before the head.

use super::super::body::BodyMention;
use super::super::chamber::chamber_at;
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::Parts;
use super::further::further_topics;
use super::gathering::{committees_behind, further_states, is_of_committees, quoted_name};
use super::head::{gathering_of, speakers_behind};
use super::houses::both_houses;
use super::partner::cooperation_with;
use super::sign::{is_bureau_on_small, is_numeral, is_of_term, lone_head, lone_word, names_topic};
use super::topic::topic;
use crate::lexicon::{Class, Entry};
use crate::ontology::BodyForm;
use crate::text::Shape;

/// Walks right over topic and members: "on Foreign Affairs", "for cooperation between A and B", "with C", "of D".
pub(super) fn behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    (form, parts): (BodyForm, &mut Parts),
    found: &mut Vec<BodyMention>,
) -> usize {
    let mut end = after_head(words, items, from, parts, found);
    while let Some(next) = step(words, items, end, (form, &mut *parts), found) {
        end = next;
    }
    let quoted = quoted_name(items, end).filter(|_| form == BodyForm::Forum);
    quoted.unwrap_or(end)
}

/// Where the words end that a head noun with a preposition or a topic of its own takes: "Committee on Foreign Affairs" and "and International Trade".
fn after_head(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> usize {
    if let Some(end) = right_behind(words, items, from, parts) {
        return end;
    }
    if is_numeral(words, items, from) {
        return from + 1;
    }
    let head = from.checked_sub(1).and_then(|i| items.get(i));
    let head = head.map_or("", |i| words.text_of(&i.words));
    // "Conference of Speakers and Presidents of Legislatures", "Meeting of Speakers/Presidents of the Parliaments".
    let joined = items
        .get(from)
        .is_some_and(|i| i.is(Class::And) || i.is_mark('/'));
    let others = items.get(from + 1).is_some_and(|i| {
        let capital = words.at(i.words.start).token.shape.is_capital();
        i.is(Class::Speakers) && capital
    });
    let of_speakers = [" Speakers", " Presidents"]
        .iter()
        .any(|s| head.ends_with(s));
    if joined && others && of_speakers {
        return from + 2;
    }
    if let Some("on" | "for" | "with" | "to" | "of") = head.rsplit(' ').next() {
        // "Committee on EU Affairs": the state is a word of the topic.
        let affairs = items.get(from + 1).is_some_and(|i| {
            i.is(Class::Topic) && words.at(i.words.start).token.shape == Shape::Capital
        });
        if affairs && items.get(from).is_some_and(|i| i.state().is_some()) {
            return topic(words, items, from);
        }
        return member(words, items, from, parts, found)
            .unwrap_or_else(|| topic(words, items, from));
    }
    further_topics(words, items, from, head).unwrap_or(from)
}

/// Where the preposition at an item and what it governs end, if they belong to the name.
fn step(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    (form, parts): (BodyForm, &mut Parts),
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let word = words.small(&items.get(at)?.words);
    let on_topic = || Some(topic(words, items, at + 1)).filter(|n| *n > at + 1);
    match word.as_ref() {
        // "All-Party Parliamentary Group for Qatar".
        "for" | "on"
            if names_state(items, at + 1)
                && (word == "for" || form == BodyForm::FriendshipGroup) =>
        {
            parts.states.extend(items.get(at + 1).and_then(Item::state));
            Some(at + 2)
        }
        // "the parliamentary group for cooperation with Croatia".
        "for" if let Some(with) = cooperation_with(words, items, at) => {
            member(words, items, with + 1, parts, found)
        }
        // "the Friendship Association for the Tenth Parliament": the time for which it is founded.
        "for" if form == BodyForm::FriendshipGroup => region(words, items, at + 1),
        // "reported to the Bureau on work of the Secretariat": only in capitals is it a bureau for something.
        "on" | "for" if is_bureau_on_small(words, items, at) => None,
        "on" | "for" => on_topic(),
        "between" => {
            countries(words, items, at + 1).or_else(|| members(words, items, at + 1, parts, found))
        }
        // "the Trade Committee with Prime Minister": whom it is seen with is none of its name.
        "with" if form == BodyForm::Committee && lone_head(words, items, at) => None,
        "with" if names_state(items, at + 1) && holds_office(items, at + 2) => None,
        "with" => member(words, items, at + 1, parts, found),
        // "Committee on European Affairs in the Senate of France".
        "in" if matches!(form, BodyForm::Committee | BodyForm::FriendshipGroup)
            && names_chamber(items, at + 1) =>
        {
            member(words, items, at + 1, parts, found)
        }
        "," | "and" if form == BodyForm::Forum => further_states(words, items, at, parts),
        "of" if form == BodyForm::Forum => of_forum(words, items, at, parts, found),
        // "the Friendship Association of the Tenth Parliament": the time in which it sits.
        "of" if is_of_term(words, items, at + 1) => None,
        // "the caucus of the Greens" is that of a party.
        "of" => both_states(items, at + 1, form, parts)
            .or_else(|| both_houses(words, items, at + 1, (form, parts), found))
            .or_else(|| member(words, items, at + 1, parts, found))
            .or_else(|| {
                on_topic().filter(|end| {
                    form == BodyForm::FriendshipGroup && !lone_word(words, items, at)
                        || form == BodyForm::Commission && names_topic(words, items, at + 1..*end)
                })
            }),
        _ => None,
    }
}

/// Where what an "of" at an item governs ends in the name of a forum: those who gather, a state, or a topic.
fn of_forum(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    if gathering_of(words, items, at - 1) {
        return speakers_behind(items, at + 1);
    }
    if is_of_committees(words, items, at - 1) {
        return committees_behind(words, items, at + 1);
    }
    // "Summit of Presidents of Parliament of Chile": what has an "of" before it is no head.
    let inside = at.checked_sub(2).and_then(|b| items.get(b));
    let inside = inside.is_some_and(|i| i.is(Class::Of));
    if !inside && lone_head(words, items, at) || !names_state(items, at + 1) {
        Some(topic(words, items, at + 1)).filter(|n| *n > at + 1)
    } else {
        member(words, items, at + 1, parts, found)
    }
}

/// "Inter-Parliamentary Commission of Ghana and Togo": two states joined by "and", none of which is the owner of what stands
/// behind.
fn both_states(
    items: &[Item<'_>],
    from: usize,
    form: BodyForm,
    parts: &mut Parts,
) -> Option<usize> {
    let of_two = matches!(form, BodyForm::Commission | BodyForm::FriendshipGroup);
    let owner = items.get(from + 3).is_some_and(|i| {
        i.is_mark('’') || i.is_title() || i.is(Class::ParliamentWord) || i.body().is_some()
    });
    let joined = items.get(from + 1)?.is(Class::And);
    let both = names_state(items, from) && names_state(items, from + 2);
    if !of_two || owner || !joined || !both {
        return None;
    }
    for at in [from, from + 2] {
        parts.states.extend(items.get(at).and_then(Item::state));
    }
    Some(from + 3)
}

/// "Friendship Group Ghana-Chile", "APPG Ghana": the states that stand right behind a head noun, two of them joined by a hyphen
/// or one behind an acronym.
fn right_behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
) -> Option<usize> {
    let state = |n: usize| items.get(n).and_then(Item::state);
    let first = state(from)?;
    let hyphen = items
        .get(from + 1)
        .is_some_and(|i| matches!(i.kind, Kind::Mark('-' | '–')));
    if let Some(second) = state(from + 2).filter(|_| hyphen) {
        parts.states.extend([first, second]);
        return Some(from + 3);
    }
    let head = items.get(from.checked_sub(1)?)?;
    let acronym = words.at(head.words.start).token.shape == Shape::Upper && head.words.len() == 1;
    (acronym && names_state(items, from)).then(|| {
        parts.states.push(first);
        from + 1
    })
}

/// Whether a title stands at an item.
fn holds_office(items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(Item::is_title)
}

/// Whether an item is the name of a state, and no adjective.
pub(super) fn names_state(items: &[Item<'_>], at: usize) -> bool {
    items
        .get(at)
        .is_some_and(|i| i.state().is_some() && i.demonym().is_none())
}

/// "Southeast Asia", "Latin America and the Caribbean": where a part of the world ends that a friendship group is for.
fn region(words: &Words<'_>, items: &[Item<'_>], from: usize) -> Option<usize> {
    let capital = |n: &usize| {
        items.get(*n).is_some_and(|i| {
            let plain = matches!(i.kind, Kind::Plain(_)) && i.state().is_none();
            plain && words.at(i.words.start).token.shape == Shape::Capital && !i.is_title()
        })
    };
    let end = from + (from..from + 3).take_while(capital).count();
    let last = items.get(end.checked_sub(1)?).filter(|_| end > from)?;
    last.is(Class::NotPerson).then_some(end)
}

/// Whether a chamber is named at an item or behind the article there.
fn names_chamber(items: &[Item<'_>], at: usize) -> bool {
    let chamber = |e: &Entry| {
        matches!(
            e,
            Entry::Chamber(_) | Entry::SharedChamber(_) | Entry::Word(Class::ParliamentWord, _)
        )
    };
    let item = items.get(at + 1).or_else(|| items.get(at));
    item.is_some_and(|i| i.entries().iter().any(chamber))
}

/// "the two countries", "our nations": states that the name leaves to the context.
fn countries(words: &Words<'_>, items: &[Item<'_>], from: usize) -> Option<usize> {
    let mut end = from;
    while items
        .get(end)
        .is_some_and(|i| i.is_any(&[Class::Article, Class::Both, Class::His, Class::Number]))
    {
        end += 1;
    }
    let noun = items.get(end)?;
    let several = [
        "countries",
        "nations",
        "states",
        "parliaments",
        "legislatures",
        "peoples",
    ];
    words.say(&noun.words, &several).then_some(end + 1)
}

/// "A and B", each a chamber or a state.
fn members(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let mut end = member(words, items, from, parts, found)?;
    while items
        .get(end)
        .is_some_and(|i| i.is(Class::And) || i.is_mark(','))
    {
        let Some(next) = member(words, items, end + 1, parts, found) else {
            break;
        };
        end = next;
    }
    Some(end)
}

/// A chamber or a state, or words that leave it to the context.
fn member(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    if let Some(number) = items.get(next).and_then(Item::body) {
        parts.bodies.push(number);
        return Some(next + 1);
    }
    if next > from && items.get(next).is_some_and(|i| i.is(Class::Country))
        || items.get(from).is_some_and(|i| i.is(Class::His))
    {
        return items
            .get(from + 1)
            .is_some_and(|i| i.is(Class::Country))
            .then_some(from + 2);
    }
    let generic = items
        .get(next)
        .is_some_and(|i| i.is(Class::ParliamentWord) && i.entries().len() == 1);
    if let Some(range) = chamber_at(words, items, next, found) {
        let number = found.len() - 1;
        parts.bodies.push(number);
        let states = found
            .get(number)
            .map(|b| b.states.clone())
            .unwrap_or_default();
        if generic && states.is_empty() {
            found.pop();
            parts.bodies.pop();
            return None;
        }
        parts.states.extend(states);
        return Some(range.end);
    }
    let state = items.get(next)?.state()?;
    parts.states.push(state);
    Some(next + 1)
}

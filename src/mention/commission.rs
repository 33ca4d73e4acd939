//! The composed names of commissions, committees, friendship groups and conferences.

use std::ops::Range;

use super::body::{BodyMention, Means, ordinal};
use super::chamber::{body_number, chamber_at};
use super::item::{Item, Kind, replace};
use super::word::Words;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::ontology::{BodyForm, NodeKind, StateCode};

/// What the words around a head noun add to the name.
#[derive(Default)]
struct Parts {
    states: Vec<StateCode>,
    bodies: Vec<usize>,
}

/// Reads a commission whose head noun is at an item: adds the mention and gives the range of its items, which may begin
/// before the head.
pub(super) fn commission_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let item = items.get(at)?;
    let (form, composed) = head_of(words, items, at)?;
    let plural = item
        .entries()
        .iter()
        .any(|e| matches!(e, Entry::BodyHeads(_)))
        && !item
            .entries()
            .iter()
            .any(|e| matches!(e, Entry::BodyHead(_)));
    let mut parts = Parts::default();
    let mut start = before(words, items, at, &mut parts, found);
    let mark = found.len();
    let end = behind(words, items, at + 1, &mut parts, found, form);
    let bare = start == at && end == at + 1;
    let capital = words.at(item.words.start).token.shape.is_capital();
    if bare && !composed {
        let definite = super::chamber::definite(items, at);
        if !(definite || capital) || words.text_of(&item.words).ends_with('s') {
            found.truncate(mark);
            return None;
        }
    }
    if form == BodyForm::Forum && !capital && end == at + 1 && !composed {
        return None;
    }
    let number = start
        .checked_sub(1)
        .and_then(|i| items.get(i))
        .and_then(|i| ordinal(words, i));
    if form == BodyForm::Forum && number.is_some() {
        start -= 1;
    }
    let whole = items.get(start)?.words.start..items.get(end - 1)?.words.end;
    parts.states.dedup();
    let means = if bare && !composed {
        Means::Reference
    } else {
        Means::Named
    };
    let kind = if form == BodyForm::Forum {
        NodeKind::Assembly
    } else {
        NodeKind::Commission
    };
    let form = Some(form).filter(|f| *f != BodyForm::Forum);
    found.push(BodyMention {
        words: whole.clone(),
        name: whole,
        kind,
        form,
        means,
        states: parts.states,
        parts: parts.bodies,
        house: None,
        plural: plural
            || words
                .text_of(&item.words)
                .to_lowercase()
                .ends_with("groups"),
        ordinal: number,
    });
    Some(start..end)
}

/// Behind those of whom a conference is one: "NB8 parliament speakers", "the presidents of parliaments".
fn speakers_behind(items: &[Item<'_>], from: usize) -> Option<usize> {
    let several = |i: &Item<'_>| {
        i.is(Class::Speakers) || i.entries().iter().any(|e| matches!(e, Entry::Titles(_)))
    };
    let close = items
        .get(from..(from + 7).min(items.len()))
        .unwrap_or_default();
    let last = close
        .iter()
        .take_while(|i| !i.is_any(&[Class::In, Class::On]) && !i.is_mark(','))
        .enumerate()
        .filter(|(_, i)| several(i))
        .last()?;
    Some(from + last.0 + 1)
}

/// "conference of parliament speakers", "summit of the presidents of parliaments".
fn gathering_of(items: &[Item<'_>], at: usize) -> bool {
    let noun = items
        .get(at)
        .is_some_and(|i| i.is_any(&[Class::ConferenceNoun, Class::SessionNoun]));
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    let close = items
        .get(at + 2..(at + 7).min(items.len()))
        .unwrap_or_default();
    let speakers = close
        .iter()
        .take_while(|i| !i.is_any(&[Class::In, Class::On, Class::And]) && !i.is_mark(','))
        .any(|i| {
            i.entries().iter().any(|e| matches!(e, Entry::Titles(_)))
                || matches!(i.kind, Kind::Plain(_)) && i.is(Class::Speakers)
        });
    noun && of && speakers
}

/// The form of body that a head noun names, and whether the noun alone is already a composed name.
fn head_of(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(BodyForm, bool)> {
    let item = items.get(at)?;
    if gathering_of(items, at) {
        return Some((BodyForm::Forum, true));
    }
    let head = item.entries().iter().find_map(|e| match e {
        Entry::BodyHead(row) | Entry::BodyHeads(row) => words.lexicon.body_head(*row),
        _ => None,
    });
    let several = words.text_of(&item.words).contains([' ', '-']);
    if let Some(head) = head {
        return (head.form != BodyForm::Delegation || several).then_some((head.form, several));
    }
    let row = item.word(Class::BodyNoun)?;
    (words.lexicon.value(row) == 1)
        .then_some((BodyForm::Committee, false))
        .map(|(form, composed)| {
            let text = words.text_of(&item.words).to_lowercase();
            (
                if text.starts_with("commission") {
                    BodyForm::Commission
                } else {
                    form
                },
                composed,
            )
        })
}

/// Walks left over the words that belong to the name: "Kazakh-Uzbek Inter-Parliamentary", "Foreign Relations".
fn before(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: &mut Parts,
    found: &[BodyMention],
) -> usize {
    let lower_head = items
        .get(at)
        .is_some_and(|i| !words.at(i.words.start).token.shape.is_capital());
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let joins = match item.kind {
            Kind::Mark('-' | '–' | '/') => {
                words.at(item.words.end).token.glued || start + 1 < at + 1
            }
            Kind::Body(number) => {
                parts.bodies.push(number);
                parts.states.extend(
                    found
                        .get(number)
                        .iter()
                        .flat_map(|b| b.states.iter().copied()),
                );
                true
            }
            Kind::Plain(_) => modifier(words, items, start - 1, lower_head, parts),
            _ => false,
        };
        if !joins {
            break;
        }
        start -= 1;
    }
    // A mark at the beginning joins nothing.
    while start < at
        && items
            .get(start)
            .is_some_and(|i| matches!(i.kind, Kind::Mark(_)))
    {
        start += 1;
    }
    start
}

fn modifier(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    lower_head: bool,
    parts: &mut Parts,
) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    if let Some(state) = item.state() {
        parts.states.push(state);
        return true;
    }
    if item.is_title()
        || item.honorific().is_some()
        || item.is_any(&[Class::Article, Class::His, Class::Of, Class::Both])
    {
        return false;
    }
    let word = words.at(item.words.start);
    // The first word of a sentence has its capital from there, unless the words behind it have theirs too.
    let capital = word.token.shape.is_capital() && (at > 0 || item.is(Class::NotPerson));
    let grammar = item.is_any(&[
        Class::In,
        Class::By,
        Class::With,
        Class::Between,
        Class::To,
        Class::From,
        Class::Preposition,
        Class::Who,
        Class::Which,
        Class::Be,
        Class::Have,
        Class::He,
        Class::They,
    ]);
    if item.is(Class::And) {
        let left = at.checked_sub(1).and_then(|i| items.get(i));
        return !lower_head && left.is_some_and(|l| l.is(Class::NotPerson));
    }
    capital && !lower_head && !grammar
}

/// Walks right over topic and members: "on Foreign Affairs", "for cooperation between A and B", "with C", "of D".
fn behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
    form: BodyForm,
) -> usize {
    let mut end = from;
    let ends_with_preposition = from
        .checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| {
            matches!(
                words.text_of(&i.words).rsplit(' ').next(),
                Some("on" | "for" | "with" | "to" | "of")
            )
        });
    if ends_with_preposition {
        end = topic(words, items, end);
    }
    loop {
        let Some(item) = items.get(end) else {
            return end;
        };
        let word = words.text_of(&item.words).to_lowercase();
        let next = match word.as_str() {
            "on" | "for" => Some(topic(words, items, end + 1)).filter(|n| *n > end + 1),
            "between" if countries(words, items, end + 1).is_some() => {
                countries(words, items, end + 1)
            }
            "between" => members(words, items, end + 1, parts, found),
            "with" => member(words, items, end + 1, parts, found),
            "of" if form == BodyForm::Forum && gathering_of(items, end - 1) => {
                speakers_behind(items, end + 1)
            }
            "of" if form == BodyForm::Forum => {
                Some(topic(words, items, end + 1)).filter(|n| *n > end + 1)
            }
            "of" => member(words, items, end + 1, parts, found).or_else(|| {
                let next = topic(words, items, end + 1);
                (next > end + 1 && form == BodyForm::FriendshipGroup).then_some(next)
            }),
            _ => None,
        };
        match next {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// The words of a topic: capitalised words with "and", commas and "of" between them, or a few lower-case nouns.
fn topic(words: &Words<'_>, items: &[Item<'_>], from: usize) -> usize {
    let mut end = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let mut last = from;
    let capital_topic = items
        .get(end)
        .is_some_and(|i| words.at(i.words.start).token.shape.is_capital());
    while let Some(item) = items.get(end) {
        let word = words.at(item.words.start);
        let article = item.is(Class::Article)
            && items
                .get(end.wrapping_sub(1))
                .is_some_and(|i| i.is_any(&[Class::Of, Class::And]));
        if article
            && capital_topic
            && items.get(end + 1).is_some_and(|i| {
                words.at(i.words.start).token.shape.is_capital()
                    && matches!(i.kind, Kind::Plain(_))
                    && i.state().is_none_or(|_| i.demonym().is_some())
            })
        {
            end += 1;
            continue;
        }
        let content = matches!(item.kind, Kind::Plain(_)) && word.token.shape.is_word();
        let bridge =
            item.is_any(&[Class::And, Class::Of]) || item.is_mark(',') || item.is_mark('-');
        let known = word.traits.has(NameTraits::COMMON) || !item.entries().is_empty();
        let named = !item.is(Class::NotPerson)
            && (end > from + 1 && !known
                || word.traits.has(NameTraits::GIVEN) && !word.traits.has(NameTraits::COMMON));
        if content && !bridge && !item.is_title() && item.state().is_none() {
            let fits = if capital_topic {
                word.token.shape.is_capital() && !named
            } else {
                lower_topic(item, end - from)
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

fn lower_topic(item: &Item<'_>, length: usize) -> bool {
    let grammar = item.is_any(&[
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
    ]);
    !grammar && length < 5
}

fn next_lower(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        words.at(i.words.start).token.shape == crate::text::Shape::Lower
            && lower_topic(i, 0)
            && !i.is(Class::Article)
    })
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
    let noun = words.text_of(&items.get(end)?.words).to_lowercase();
    let several = [
        "countries",
        "nations",
        "states",
        "parliaments",
        "legislatures",
        "peoples",
    ];
    several.contains(&noun.as_str()).then_some(end + 1)
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

/// A chamber or a state.
fn member(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    parts: &mut Parts,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    if let Some(number) = items.get(next).and_then(body_number) {
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

/// A list item that names a committee and then its people: "Human rights committee: ...".
pub(super) fn labelled_item(
    words: &Words<'_>,
    items: &mut Vec<Item<'_>>,
    found: &mut Vec<BodyMention>,
) {
    let start = items
        .iter()
        .take_while(|i| matches!(i.kind, Kind::Mark(_)))
        .count();
    let Some(colon) = items.iter().take(start + 12).position(|i| i.is_mark(':')) else {
        return;
    };
    let head = colon.checked_sub(1).and_then(|i| items.get(i));
    let is_head = head.is_some_and(|i| {
        i.word(Class::BodyNoun)
            .is_some_and(|row| words.lexicon.value(row) == 1)
    });
    if !is_head || colon <= start + 1 {
        return;
    }
    let (Some(first), Some(last)) = (items.get(start), items.get(colon - 1)) else {
        return;
    };
    let whole = first.words.start..last.words.end;
    found.push(BodyMention {
        words: whole.clone(),
        name: whole,
        kind: NodeKind::Commission,
        form: Some(BodyForm::Committee),
        means: Means::Named,
        states: Vec::new(),
        parts: Vec::new(),
        house: None,
        plural: false,
        ordinal: None,
    });
    replace(items, start..colon, Kind::Body(found.len() - 1));
}

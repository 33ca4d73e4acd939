//! The noun that heads the name of a commission or a conference.
//!
//! In comes an item, out comes the form of body that it names. This module never reads how far the name reaches.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::gathering::{is_gathering_noun, is_of_committees};
use crate::lexicon::{Class, Cue, Entry};
use crate::ontology::{BodyForm, Office};

/// The form of body that a head noun names, and whether the noun alone is already a composed name.
pub(super) fn head_of(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
) -> Option<(BodyForm, bool)> {
    let item = items.get(at)?;
    if gathering_of(words, items, at) || is_of_committees(words, items, at) {
        return Some((BodyForm::Forum, true));
    }
    let head = item.entries().iter().find_map(|e| {
        if let Entry::BodyHead(row) | Entry::BodyHeads(row) = e {
            words.lexicon.body_head(*row)
        } else {
            None
        }
    });
    let text = words.text_of(&item.words);
    if head.is_none() && is_named_conference(words, items, at) {
        return Some((BodyForm::Forum, false));
    }
    if let Some(head) = head {
        let several = text.contains([' ', '-']);
        return (head.form != BodyForm::Delegation || several).then_some((head.form, several));
    }
    if is_group_of_two(words, items, at) {
        return Some((BodyForm::FriendshipGroup, false));
    }
    let row = item.word(Class::BodyNoun)?;
    let form = if text.to_lowercase().starts_with("commission") {
        BodyForm::Commission
    } else {
        BodyForm::Committee
    };
    (words.lexicon.value(row) == 1).then_some((form, false))
}

/// "the British-Qatar Group": whether a group has two states joined by a hyphen right before it, and a capital.
fn is_group_of_two(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let named = items
        .get(at)
        .is_some_and(|i| words.text_of(&i.words) == "Group");
    let state = |back: usize| {
        let item = at.checked_sub(back).and_then(|n| items.get(n));
        item.is_some_and(|i| i.state().is_some())
    };
    let joined = at.checked_sub(2).and_then(|n| items.get(n));
    let joined = joined.is_some_and(|i| ['-', '–', '‑'].iter().any(|m| i.is_mark(*m)));
    named && state(1) && joined && state(3)
}

/// "the 50th Presiding Officers and Clerks Conference", "Women Parliamentarians' Conference": whether a conference has words before it
/// that tell of parliaments, all with capitals.
fn is_named_conference(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    /// How many items before the noun may tell it.
    const REACH: usize = 6;
    let noun = is_gathering_noun(words, items, at);
    let part = |i: &&Item<'_>| {
        let capital = words.at(i.words.start).token.shape.is_capital();
        capital && i.body().is_none()
            || i.is(Class::And)
            || matches!(i.kind, Kind::Mark('’' | '\'' | '-'))
    };
    let before = items.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let mut before = before.iter().rev().take_while(part);
    noun && before.any(|i| parliamentary(words, std::slice::from_ref(i)))
}

/// "conference of parliament speakers", "summit of the presidents of parliaments".
pub(super) fn gathering_of(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let noun = items.get(at).is_some_and(|i| {
        i.is_any(&[Class::ConferenceNoun, Class::SessionNoun]) || is_meeting_of_several(words, i)
    });
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    if !(noun && of) {
        return false;
    }
    let close = items
        .get(at + 2..(at + 7).min(items.len()))
        .unwrap_or_default();
    // "the Meeting of the Bureau of Speakers": the body has a name of its own, which is that of its meeting no more.
    let of_body = close
        .iter()
        .find(|i| !i.is(Class::Article))
        .is_some_and(|i| {
            i.is(Class::BodyNoun) || i.entries().iter().any(|e| matches!(e, Entry::BodyHead(_)))
        });
    if of_body {
        return false;
    }
    // "a meeting of members of the committee", "a meeting of the British MPs" is no name.
    let small = items
        .get(at)
        .is_some_and(|i| !words.at(i.words.start).token.shape.is_capital());
    let seat = |e: &Entry| match e {
        Entry::Titles(row) => words
            .lexicon
            .title(*row)
            .is_some_and(|t| t.office == Some(Office::Member)),
        _ => false,
    };
    let members = close.iter().take(3).any(|i| {
        let written_small = !words.at(i.words.start).token.shape.is_capital()
            && words.text_of(&i.words).starts_with("member");
        !i.is(Class::Speakers) && i.entries().iter().any(seat) && (small || written_small)
    });
    if members {
        return false;
    }
    if is_of_named_body(words, close) {
        return false;
    }
    // "a joint sitting of the two Parliaments" is no name.
    let both = close
        .iter()
        .take(2)
        .any(|i| i.is_any(&[Class::Both, Class::Number, Class::His]));
    !both
        && close
            .iter()
            .take_while(|i| !i.is_any(&[Class::In, Class::On, Class::And]) && !i.is_mark(','))
            .any(|i| {
                i.entries().iter().any(|e| matches!(e, Entry::Titles(_)))
                    || matches!(i.kind, Kind::Plain(_)) && i.is(Class::Speakers)
            })
}

/// "the Trilateral Meeting": whether an item is a noun for a meeting of more than two, with capitals, so that it may have a name.
pub(super) fn is_meeting_of_several(words: &Words<'_>, item: &Item<'_>) -> bool {
    let capitals = |text: &str| {
        let mut parts = text.split_whitespace();
        parts.all(|part| part.starts_with(char::is_uppercase))
    };
    item.is(Class::MeetingNoun)
        && words.are_cue(&item.words, Cue::MeetingOfSeveral)
        && capitals(words.text_of(&item.words))
}

/// "a sitting of the Parliamentarians League": whether the members whose gathering it would be are the first word of the name of a body.
fn is_of_named_body(words: &Words<'_>, items: &[Item<'_>]) -> bool {
    items.windows(2).any(|pair| match pair {
        [members, head] => {
            let capital = words.at(head.words.start).token.shape.is_capital();
            let heads = |e: &Entry| matches!(e, Entry::BodyHead(_));
            let named = head.entries().iter().any(heads) || head.is(Class::ConferenceNoun);
            let several = |e: &Entry| matches!(e, Entry::Titles(_));
            let members = members.is(Class::Speakers) || members.entries().iter().any(several);
            members && named && capital
        }
        _ => false,
    })
}

/// Whether one of these items tells that a forum is one of parliaments: "Parliamentary", "of Women Parliamentarians".
pub(super) fn parliamentary(words: &Words<'_>, items: &[Item<'_>]) -> bool {
    items.iter().any(|i| {
        let named = || {
            let text = words.small(&i.words);
            let stems = ["parliament", "legislat", "speakers"];
            stems.iter().any(|w| text.contains(w))
        };
        i.is(Class::Speakers)
            || i.body().is_some()
            || i.entries().iter().any(|e| {
                matches!(
                    e,
                    Entry::Titles(_)
                        | Entry::Chamber(_)
                        | Entry::SharedChamber(_)
                        | Entry::Assembly(_)
                        | Entry::SharedAssembly(_)
                )
            })
            || named()
    })
}

/// Behind those of whom a conference is one: "NB8 parliament speakers", "the presidents of parliaments".
pub(super) fn speakers_behind(items: &[Item<'_>], from: usize) -> Option<usize> {
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

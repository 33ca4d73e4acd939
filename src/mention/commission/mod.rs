//! The composed names of commissions, committees, friendship groups and conferences.
//!
//! In come the items of a sentence, out come mentions of bodies that no table knows. This module never says which body of
//! the article a mention means.

mod before;
mod behind;
mod further;
mod gathering;
mod head;
mod houses;
mod national;
mod partner;
mod several;
mod sign;
mod small;
mod topic;

use std::ops::Range;

use super::body::{BodyMention, Means, ordinal};
use super::chamber::definite;
use super::item::{Item, Kind, replace};
use super::word::Words;
use crate::lexicon::{Class, Entry};
use crate::ontology::{BodyForm, NodeKind, StateCode};
use before::before;
use behind::behind;
use gathering::{is_gathering_noun, is_of_assembly, is_of_committees};
use head::{gathering_of, head_of, is_meeting_of_several, parliamentary};
pub(super) use national::national_part;
pub(super) use several::{coordinated, joined_before};

/// What the words around a head noun add to the name.
#[derive(Default)]
struct Parts {
    /// The states that it names.
    states: Vec<StateCode>,
    /// The mentions of bodies inside of it.
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
    let item = items.get(at).filter(|i| may_head(words, items, at, i))?;
    let of_assembly = is_of_assembly(words, items, at, found).then_some((BodyForm::Forum, false));
    let head = head_of(words, items, at).filter(|_| !is_council(words, items, at));
    let (form, composed) = head.or(of_assembly)?;
    let mut parts = Parts::default();
    let mut start = before(words, items, at, &mut parts, found);
    let mark = found.len();
    let end = behind(words, items, at + 1, (form, &mut parts), found);
    let bare = start == at && end == at + 1;
    if bare && !composed {
        let capital = words.at(item.words.start).token.shape.is_capital();
        if words.text_of(&item.words).ends_with('s') || !capital && !definite(items, at) {
            found.truncate(mark);
            return None;
        }
    }
    let is_forum = form == BodyForm::Forum;
    let nameless = if is_forum {
        nameless_forum(words, items, start..end, at, parts.states.len())
    } else {
        party_groups(words, item, parts.states.len())
            || form == BodyForm::Committee && is_of_state_alone(words, items, start..end, at)
    };
    if nameless {
        found.truncate(mark);
        return None;
    }
    let previous = items.get(..start).and_then(<[Item<'_>]>::last);
    let number = previous.and_then(|i| ordinal(words, i));
    // "the 3rd Committee of the National Assembly", but not "the third Friendship Group".
    let numbered = form == BodyForm::Committee && is_numbered(words, items, start, at);
    start -= usize::from(is_forum && number.is_some() || numbered);
    let whole = name_of(words, items, start..end)?;
    owned_by_house(words, items, start, (form, &mut parts), found);
    once(&mut parts.states);
    house_of_state(words, form, &parts, found);
    let means = if bare && !composed {
        Means::Reference
    } else {
        Means::Named
    };
    let (kind, form) = sort_of(form);
    found.push(BodyMention {
        form,
        states: parts.states,
        parts: parts.bodies,
        plural: is_plural(words, item),
        ordinal: number.filter(|_| !numbered),
        ..BodyMention::new(whole.clone(), whole, kind, means)
    });
    Some(start..end)
}

/// Whether an item may head a name: few are any of the nouns that do.
fn may_head(words: &Words<'_>, items: &[Item<'_>], at: usize, item: &Item<'_>) -> bool {
    let nouns = [Class::ConferenceNoun, Class::SessionNoun, Class::BodyNoun];
    let head = |e: &Entry| matches!(e, Entry::BodyHead(_) | Entry::BodyHeads(_));
    item.is_any(&nouns)
        || item.entries().iter().any(head)
        || is_gathering_noun(words, items, at)
        || is_meeting_of_several(words, item)
}

/// The kind of body of a form; a forum is an assembly.
fn sort_of(form: BodyForm) -> (NodeKind, Option<BodyForm>) {
    if form == BodyForm::Forum {
        (NodeKind::Assembly, None)
    } else {
        (NodeKind::Commission, Some(form))
    }
}

/// "hosts Tanzanian committee": whether a head noun in small letters has nothing beside it but the state before it, and no name.
fn is_of_state_alone(
    words: &Words<'_>,
    items: &[Item<'_>],
    range: Range<usize>,
    head: usize,
) -> bool {
    let state = items
        .get(range.start)
        .is_some_and(|i| i.demonym().is_some());
    let small = items
        .get(head)
        .is_some_and(|i| words.text_of(&i.words).starts_with(char::is_lowercase));
    state && small && range == (head.saturating_sub(1)..head + 1)
}

/// "the 3rd Committee", "the Third Committee": whether a number stands right before a head noun with a capital, which has no other word
/// before it, so that the number is its name.
fn is_numbered(words: &Words<'_>, items: &[Item<'_>], start: usize, at: usize) -> bool {
    /// The numbers that are written as words, as far as committees are counted.
    const WORDS: &[&str] = &[
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth",
        "Tenth",
    ];
    let item = |n: usize| items.get(n).map_or("", |i| words.text_of(&i.words));
    let before = start.checked_sub(1);
    let counted = before.is_some_and(|b| {
        let number = items.get(b).is_some_and(|i| ordinal(words, i).is_some());
        number || WORDS.contains(&item(b))
    });
    let capital = item(at).starts_with(char::is_uppercase);
    // "Committee of" is one phrase of the tables.
    let whole = item(at).ends_with(" of")
        || items
            .get(at + 1)
            .is_none_or(|i| i.is(Class::Of) || matches!(i.kind, Kind::Mark(_)));
    counted && capital && whole && start == at
}

/// "the Italian Senate's Foreign Affairs Committee": the house before the name owns the committee.
fn owned_by_house(
    words: &Words<'_>,
    items: &[Item<'_>],
    start: usize,
    (form, parts): (BodyForm, &mut Parts),
    found: &[BodyMention],
) {
    let mark = start
        .checked_sub(1)
        .filter(|m| items.get(*m).is_some_and(|i| i.is_mark('’')));
    let owner = mark.and_then(|m| items.get(m.checked_sub(1)?)?.body());
    let Some((number, house)) = owner.and_then(|n| Some((n, found.get(n)?))) else {
        return;
    };
    let chamber = matches!(house.kind, NodeKind::Chamber | NodeKind::Parliament);
    if chamber && form == BodyForm::Committee && parts.bodies.is_empty() {
        parts.bodies.push(number);
        // "the Sejm's Committee", beside "the Bundestag's Committee".
        let own = match &house.means {
            Means::Chambers(rows) if rows.len() == 1 => rows.first(),
            _ => None,
        };
        let own = own.and_then(|row| words.lexicon.chamber(*row));
        parts.states.extend(house.states.iter().copied());
        parts.states.extend(own.map(|c| c.state));
    }
}

/// "the Senate Committee on Trade of Kenya": the Senate is that of Kenya.
fn house_of_state(words: &Words<'_>, form: BodyForm, parts: &Parts, found: &mut [BodyMention]) {
    let ([state], BodyForm::Committee) = (parts.states.as_slice(), form) else {
        return;
    };
    for inner in &parts.bodies {
        if let Some(inner) = found.get_mut(*inner) {
            inner.take_state(words, *state);
        }
    }
}

/// The words of the items of a name, without the article of "The EU", which is one item with it.
fn name_of(words: &Words<'_>, items: &[Item<'_>], name: Range<usize>) -> Option<Range<usize>> {
    let start = items.get(name.start)?.words.start;
    let end = items.get(name.end.checked_sub(1)?)?.words.end;
    let first = words.text_of(&(start..start + 1));
    let article = end > start + 1 && first.eq_ignore_ascii_case("the");
    Some(start + usize::from(article)..end)
}

/// Whether a forum with its head at `at` has no name: "an inter-parliamentary dialogue with Ghana" may be any, and a forum that
/// is none of parliaments is no body of ours.
fn nameless_forum(
    words: &Words<'_>,
    items: &[Item<'_>],
    range: Range<usize>,
    at: usize,
    states: usize,
) -> bool {
    let Some(head) = items.get(at) else {
        return true;
    };
    let several = words.text_of(&head.words).contains([' ', '-']);
    let capital = words.at(head.words.start).token.shape.is_capital();
    let counted = range
        .start
        .checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| ordinal(words, i).is_some());
    // "Parliamentary summit meeting with two Speakers": the noun is another one.
    let meeting = items
        .get(range.end)
        .is_some_and(|i| matches!(i.kind, Kind::Plain(_)) && words.text_of(&i.words) == "meeting");
    let gathering = (gathering_of(words, items, at) || is_of_committees(words, items, at))
        && (capital || !is_of_two(items, range.end));
    let last = range.end.checked_sub(1).and_then(|l| items.get(l));
    let quoted = last.is_some_and(|i| matches!(i.kind, Kind::Mark('”' | '»' | '"')));
    let named = capital || gathering || counted || quoted;
    let small = !named && states < 2 && range.start == at;
    let whole = items.get(range).unwrap_or_default();
    small || meeting || !several && !gathering && !parliamentary(words, whole)
}

/// "the meeting of the speakers of the Kazakh and Russian chambers": whether those who meet are of two states, told behind a place.
fn is_of_two(items: &[Item<'_>], from: usize) -> bool {
    let of = items.get(from).is_some_and(|i| i.is(Class::Of));
    let first = from + 1 + usize::from(items.get(from + 1).is_some_and(|i| i.is(Class::Article)));
    let state = |n: usize| items.get(n).is_some_and(|i| i.state().is_some());
    let and = items.get(first + 1).is_some_and(|i| i.is(Class::And));
    of && state(first) && and && state(first + 2)
}

/// "the parliamentary groups of the Saeima": those of parties, where no two states tell otherwise.
fn party_groups(words: &Words<'_>, head: &Item<'_>, states: usize) -> bool {
    states < 2
        && words
            .text_of(&head.words)
            .eq_ignore_ascii_case("parliamentary groups")
}

/// "the Council of the Assembly" is the assembly, which is read as a chamber is.
fn is_council(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let text = |n: usize| items.get(n).map_or("", |i| words.text_of(&i.words));
    text(at) == "Council" && (at + 1..at + 4).any(|n| text(n) == "Assembly")
}

/// Keeps each state once, in the order in which they are named.
fn once(states: &mut Vec<StateCode>) {
    let mut seen = Vec::new();
    states.retain(|s| {
        let new = !seen.contains(s);
        seen.push(*s);
        new
    });
}

/// Whether a head noun speaks of several bodies.
fn is_plural(words: &Words<'_>, head: &Item<'_>) -> bool {
    let entries = head.entries();
    let several = entries.iter().any(|e| matches!(e, Entry::BodyHeads(_)));
    let one = entries.iter().any(|e| matches!(e, Entry::BodyHead(_)));
    let text = words.small(&head.words);
    let noun = head.is(Class::BodyNoun) && text.ends_with('s') && !text.ends_with("ss");
    several && !one || noun || text.ends_with("groups")
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
    let kind = NodeKind::Commission;
    found.push(BodyMention {
        form: Some(BodyForm::Committee),
        ..BodyMention::new(whole.clone(), whole, kind, Means::Named)
    });
    replace(items, start..colon, Kind::Body(found.len() - 1));
}

#[cfg(test)]
mod cases;

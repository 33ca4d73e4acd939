//! Seats told by nothing but a name and a body: "- A (Michigan), Ways and Means Committee.", "A of the Senate of B".
//!
//! In come the sentences of an article, out come the holdings of such names. This module never reads verbs.

use super::{Held, Holding, Times};
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Mentions, Zone};
use crate::ontology::NodeKind;

/// Adds the seats of the items of lists that are nothing but a name and a committee.
pub(super) fn seated(mentions: &Mentions<'_>, found: &mut Vec<Holding>) {
    let sentences = mentions.words.sentences.iter();
    for (sentence, (place, items)) in sentences.zip(&mentions.items).enumerate() {
        // "Deputies A and B of the Senate": what the names hold is read already.
        let mut seats = of_houses(mentions, sentence, items);
        seats.retain(|s| !found.iter().any(|h| h.person == s.person));
        found.extend(seats);
        if place.zone == Zone::Item
            && let Some((person, body, at, end)) = seat(mentions, items)
        {
            found.push(Holding {
                person,
                held: Held::SitsIn { body },
                sentence,
                cover: at..end + 1,
                rule: "sits-in-body",
                times: Times::default(),
            });
        }
    }
}

/// The person and the committee of an item of a list, and where they stand.
fn seat(mentions: &Mentions<'_>, items: &[Item<'_>]) -> Option<(usize, usize, usize, usize)> {
    let at = items.iter().position(|i| i.person().is_some())?;
    let end = items.iter().rposition(|i| i.body().is_some())?;
    let comma = items.get(end.checked_sub(1)?)?.is_mark(',');
    let mark = |i: &Item<'_>| matches!(i.kind, Kind::Mark(_));
    // "(Michigan)": a party or a constituency.
    let bare = |i: &Item<'_>| {
        mark(i) || matches!(i.kind, Kind::Plain(_)) && !i.is_title() && i.honorific().is_none()
    };
    let between = items.get(at + 1..end)?;
    let others = items.get(..at)?.iter().chain(items.get(end + 1..)?);
    let person = items.get(at)?.person()?;
    let body = items.get(end)?.body()?;
    let committee = mentions.bodies.get(body)?.kind == NodeKind::Commission;
    let only = between.len() < 8 && between.iter().all(bare) && others.into_iter().all(mark);
    (comma && only && committee).then_some((person, body, at, end))
}

/// Words between which a name with "of the Senate" behind it tells where its bearer sits. A verb before it may have something told of the
/// house: "told A of the Senate".
const BEFORE: &[Class] = &[
    Class::And,
    Class::With,
    Class::By,
    Class::Between,
    Class::To,
    Class::From,
    Class::Comprise,
    Class::Meet,
    Class::Receive,
    Class::Attend,
    Class::Accompany,
    Class::LedBy,
];

/// Words behind the name of a house for those who work for it.
const STAFF: &[&str] = &[
    "press",
    "staff",
    "office",
    "service",
    "cleaning",
    "library",
    "secretariat",
    "administration",
    "research",
    "information",
    "security",
];

/// "A of the Senate and B of the Chamber of Deputies": those behind whose full names the house stands in which they sit.
fn of_houses(mentions: &Mentions<'_>, sentence: usize, items: &[Item<'_>]) -> Vec<Holding> {
    let house = |at: usize| {
        let of = items.get(at + 1)?.is(Class::Of).then_some(at + 2)?;
        let article = usize::from(items.get(of)?.is(Class::Article));
        let body = items.get(of + article)?.body()?;
        // "of the Senate's press service", "of the House of Commons Library": of its staff.
        let next = items.get(of + article + 1);
        let owner = next.is_some_and(|i| {
            let text = mentions.words.text_of(&i.words);
            let capital = text.starts_with(char::is_uppercase) && matches!(i.kind, Kind::Plain(_));
            i.is_mark('’') || capital || mentions.words.say(&i.words, STAFF)
        });
        let kind = mentions.bodies.get(body)?.kind;
        let sits = matches!(kind, NodeKind::Chamber | NodeKind::Parliament);
        (sits && !owner).then_some((body, of + article))
    };
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let full = |m: &usize| mentions.people.get(*m).is_some_and(|p| p.key.len() > 1);
        let Some(person) = item.person().filter(full) else {
            continue;
        };
        let before = items.get(..at).unwrap_or_default().iter().rev();
        let late = |i: &Item<'_>| mentions.words.text_of(&i.words).ends_with("late");
        let late = before.clone().next().is_some_and(late);
        let before = before.into_iter().find(|i| i.honorific().is_none());
        let letter = items.iter().any(|i| i.is(Class::Letter));
        let free = !late
            && !letter
            && before.is_none_or(|i| matches!(i.kind, Kind::Mark(_)) || i.is_any(BEFORE));
        if let Some((body, end)) = house(at).filter(|_| free) {
            found.push(Holding {
                person,
                held: Held::SitsIn { body },
                sentence,
                cover: at..end + 1,
                rule: "sits-in-body",
                times: Times::default(),
            });
        }
    }
    found
}

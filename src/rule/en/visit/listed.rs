//! Those who have come somewhere, by a list under a line that says so: "Those who came to our capital:", "The following delegates have arrived
//! in Riga:".
//!
//! In come the sentences of an article, out come visits of those whom the list names. This module never reads a list of members of one
//! delegation, who travel along with its head.

use super::super::event::{Events, Sign, Visit};
use super::super::facts::Facts;
use crate::lexicon::{Class, Cue};
use crate::mention::{Item, Kind, Zone};
use crate::ontology::StateCode;

/// How many items before the verb may stand, and how many behind it before the place.
const NEAR: usize = 8;

/// Within how many items an entry of a list names the one whom it is about.
const FIRST: usize = 4;

/// How sure such a visit is, in hundredths.
const SURENESS: u8 = 80;

/// Adds the visits of those who stand in a list under such a line.
pub(in crate::rule::en) fn listed(facts: &Facts<'_, '_>, events: &mut Events) {
    let sentences = &facts.mentions.words.sentences;
    for (n, items) in facts.mentions.items.iter().enumerate() {
        let Some(state) = goal(facts, items) else {
            continue;
        };
        let words = sentences.get(n).map(|s| s.words.clone());
        let Some(words) = words else { continue };
        let list = sentences.iter().zip(&facts.mentions.items).skip(n + 1);
        let list = list.take_while(|(s, _)| s.zone == Zone::Item);
        for (_, entry) in list {
            // The first of an entry is the one whom it is about; "A (by video link)", "B (absent)" have not come.
            let away = [
                Class::Away,
                Class::Afar,
                Class::Remote,
                Class::Letter,
                Class::Negation,
                Class::Dispatch,
            ];
            let apart = entry
                .iter()
                .any(|i| i.is_any(&away) || represented(facts, i));
            let first = entry.iter().take(FIRST).filter(|_| !apart);
            let person = first.into_iter().find_map(|i| facts.people.of(i.person()?));
            let abroad = |p: &usize| facts.state_of(*p).is_some_and(|s| s != state);
            let Some(person) = person.filter(abroad) else {
                continue;
            };
            if facts.is_ambassador(person) {
                continue;
            }
            events.visit(Visit {
                person,
                state,
                date: None,
                planned: false,
                signs: vec![Sign {
                    words: words.clone(),
                    rule: "travel-verb",
                    confidence: SURENESS,
                }],
            });
        }
    }
}

/// "A (represented by B)": whether a word says that somebody stood in for another.
fn represented(facts: &Facts<'_, '_>, item: &Item<'_>) -> bool {
    let text = facts.mentions.words.text_of(&item.words);
    text.starts_with("represented")
}

/// The state to which those have come over whose list a line stands; none of a line that tells anything else, or what is still to come.
fn goal(facts: &Facts<'_, '_>, items: &[Item<'_>]) -> Option<StateCode> {
    let words = &facts.mentions.words;
    let colon = items.last().is_some_and(|i| i.is_mark(':'));
    let open = [Class::Future, Class::Negation, Class::Wish];
    let quiet = |i: &Item<'_>| i.person().is_none() && !i.is_any(&open);
    if !colon || !items.iter().all(quiet) {
        return None;
    }
    let verb = (1..items.len().min(2 * NEAR)).find(|n| {
        let item = items.get(*n);
        item.is_some_and(|i| words.are_cue(&i.words, Cue::Arrives))
    })?;
    // "Messages from the following Speakers have arrived", "Only the clerks of those who", "came to that capital then".
    let opener = items
        .iter()
        .position(|i| words.are_cue(&i.words, Cue::OpensList) || i.is(Class::Guest));
    // "TALLINN, 4 March – The following heads".
    let dateline = |i: &Item<'_>| {
        let mark = matches!(i.kind, Kind::Mark(_) | Kind::Date(_));
        mark || i.is(Class::Article) || facts.state_of_city(i).is_some()
    };
    let opens = opener.is_some_and(|n| {
        let before = items.get(..n);
        n < verb && before.is_some_and(|b| b.iter().all(dateline))
    });
    let another = items
        .iter()
        .any(|i| words.are_cue(&i.words, Cue::OtherList));
    if !opens || another {
        return None;
    }
    let behind = items.get(verb + 1..items.len().min(verb + 1 + NEAR))?;
    let place = |i: &Item<'_>| facts.state_of_city(i).or_else(|| i.state());
    // "our capital": of the state from whose city the article comes.
    let here = behind.iter().find_map(place).or(facts.dateline);
    here.filter(|_| behind.len() < NEAR)
}

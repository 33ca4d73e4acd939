//! Where an article was written, as its first lines say: the city of a dateline, that of a byline, a national agency.
//!
//! In come the mentions of an article, out comes a state. This module never weighs what the text itself speaks of.

use super::home::named;
use crate::lexicon::{Class, Cue, Entry};
use crate::mention::{Item, Kind, Mentions, Zone};
use crate::ontology::StateCode;

/// The state of the city in the dateline: among the first words of one of the first sentences, with a dash, a bracket, a
/// colon, a comma or a date behind it.
pub(super) fn dateline(mentions: &Mentions<'_>) -> Option<StateCode> {
    let mut lead = mentions.items.iter().filter(|i| !i.is_empty()).take(5);
    lead.find_map(|items| {
        (0..items.len().min(6)).find_map(|at| {
            let item = items.get(at)?;
            let colon = || {
                items
                    .get(at + 1)
                    .is_some_and(|i| [':', '–', '—'].iter().any(|c| i.is_mark(*c)))
            };
            // "LONDON, United Kingdom": which of the cities of that name.
            let said = items
                .get(at + 2)
                .filter(|_| items.get(at + 1).is_some_and(|i| i.is_mark(',')))
                .and_then(Item::state);
            let city = state_of_city(mentions, item);
            let state = city
                .and(said)
                .or(city)
                .or_else(|| item.state().filter(|_| at == 0 && colon()))?;
            let inside = at.checked_sub(1).is_some_and(|b| {
                items
                    .get(b)
                    .is_some_and(|i| i.is_any(&[Class::In, Class::To, Class::From, Class::Of]))
            });
            let closes = items.get(at + 1).is_none_or(|i| {
                matches!(i.kind, Kind::Date(_))
                    || ['–', '—', '-', '/', '(', ':', ',', '.', '―']
                        .iter()
                        .any(|c| i.is_mark(*c))
            });
            // "Astana city hosted": a city that begins the text, behind no more than its date.
            let begins = items.get(..at)?.iter().all(|i| {
                matches!(i.kind, Kind::Date(_) | Kind::Mark(_))
                    || mentions
                        .words
                        .text_of(&i.words)
                        .eq_ignore_ascii_case("date")
            });
            let text = |i: &Item<'_>| mentions.words.text_of(&i.words);
            let capitals = text(item).chars().all(|c| !c.is_lowercase());
            let hosts = items.get(at + 1).is_some_and(|i| {
                text(i).eq_ignore_ascii_case("city") || text(i).starts_with("host")
            });
            let begins = begins && (capitals || hosts);
            let told = (closes || begins) && !inside && !is_seat_only(mentions, item, state);
            told.then_some(state)
        })
    })
}

/// "GENEVA – Speaker of Parliament A met B": whether a city is one in which people of all states meet, and nothing else speaks of its own state.
fn is_seat_only(mentions: &Mentions<'_>, city: &Item<'_>, state: StateCode) -> bool {
    let seat = mentions.words.are_cue(&city.words, Cue::Seat);
    let mut items = mentions.items.iter().flatten();
    seat && !items.any(|i| named(mentions, i) == Some(state))
}

/// The state of the only national agency that the article names: "the Ghana News Agency".
pub(super) fn agency(mentions: &Mentions<'_>) -> Option<StateCode> {
    let text = |i: &Item<'_>| mentions.words.text_of(&i.words);
    let mut found: Option<StateCode> = None;
    for items in &mentions.items {
        for (at, item) in items.iter().enumerate() {
            let next = |n: usize| items.get(at + n).map_or("", text);
            let news = || ["News", "Press"].contains(&next(1)) && next(2) == "Agency";
            // "Distributed by the Tarn Group on behalf of Kenya: The Senate".
            let before = |n: usize| {
                at.checked_sub(n)
                    .and_then(|b| items.get(b))
                    .map_or("", text)
            };
            let sends = items.first().is_some_and(|i| text(i) == "Distributed");
            let behalf =
                || sends && (1..5).any(|n| ["behalf", "on behalf of"].contains(&before(n)));
            let state = item.state().filter(|_| news() || behalf());
            if state.is_some() && found.is_some() && state != found {
                return None;
            }
            found = found.or(state);
        }
    }
    found
}

/// The state of the city in a byline, a line of the page at the top: "By Our Correspondent, Abuja".
pub(super) fn byline(mentions: &Mentions<'_>) -> Option<StateCode> {
    let words = &mentions.words;
    let mut lines = words
        .sentences
        .iter()
        .take(8)
        .filter(|s| s.zone == Zone::Page);
    lines.find_map(|line| {
        line.words.clone().find_map(|w| {
            let rest = |n: usize| words.at(w + n).symbol;
            let capital = words.at(w).token.shape.is_capital();
            let phrases = words.lexicon.phrases_at(words.at(w).symbol, rest);
            let entries = phrases.filter(|_| capital).flat_map(|p| p.entries);
            let rows = entries.filter_map(|e| match e {
                Entry::City(row) => Some(*row),
                _ => None,
            });
            words.lexicon.best_city(rows)?.state
        })
    })
}

/// How many items a line has at most that says no more than who wrote, and where.
const LINE: usize = 14;

/// The state of the city in a byline that the text begins with: "By A B in Abuja".
pub(super) fn written_in(mentions: &Mentions<'_>) -> Option<StateCode> {
    let mut lead = mentions.items.iter().filter(|i| !i.is_empty()).take(4);
    lead.find_map(|items| {
        let by = items.iter().take(4).position(|i| {
            let text = mentions.words.text_of(&i.words);
            i.is(Class::By) && text.eq_ignore_ascii_case("by")
        })?;
        let capital = |i: &Item<'_>| mentions.words.at(i.words.start).token.shape.is_capital();
        let name = |i: &Item<'_>| capital(i) && i.state().is_none() && i.body().is_none();
        let (last, before) = items
            .get(by + 1..)
            .filter(|i| i.len() < LINE)?
            .split_last()?;
        let (place, names) = before.split_last()?;
        let inside = place.is(Class::In) || place.is_mark(',');
        let state = state_of_city(mentions, last).filter(|_| inside)?;
        (!names.is_empty() && names.iter().all(name)).then_some(state)
    })
}

/// The states to which people come home: "will be back in Nigeria on Tuesday".
pub(super) fn homeward(mentions: &Mentions<'_>) -> Vec<StateCode> {
    let mut found = Vec::new();
    for items in &mentions.items {
        for (at, item) in items.iter().enumerate() {
            let state = item.state().or_else(|| state_of_city(mentions, item));
            let Some(state) = state.filter(|s| item.demonym().is_none() && !found.contains(s))
            else {
                continue;
            };
            let before = items.get(at.saturating_sub(4)..at).unwrap_or_default();
            let end = item.words.start;
            let says = |from: &Item<'_>| {
                mentions
                    .words
                    .are_cue(&(from.words.start..end), Cue::Homeward)
            };
            if before.iter().any(says) {
                found.push(state);
            }
        }
    }
    found
}

/// The state of the city that an item names.
pub(super) fn state_of_city(mentions: &Mentions<'_>, item: &Item<'_>) -> Option<StateCode> {
    mentions.words.lexicon.best_city(item.cities())?.state
}

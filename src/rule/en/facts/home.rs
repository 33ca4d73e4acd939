//! The state from which an article comes.
//!
//! In come the mentions of an article, out comes a state: that of its dateline, its byline or its agency, else the one for which
//! the way in which it speaks of parliaments has the most weight. This module never says who acts for the state.

use std::collections::BTreeMap;

use super::super::holding::{Held, Holding};
use crate::lexicon::{Class, Entry};
use crate::mention::{BodyMention, Item, Kind, Means, Mentions, OfficeMention, People, Zone};
use crate::ontology::{NodeKind, Office, StateCode};

/// The weight of the state that is named first where nothing shows it to be another's.
const FIRST: i32 = 3;
/// The weight of a house that is named without its state, as one names one's own; it counts up to `OFTEN` times.
const OWN_HOUSE: i32 = 2;
/// As before, for a name that houses of several states share.
const SHARED_HOUSE: i32 = 1;
/// How many times the name of a house counts.
const OFTEN: i32 = 4;
/// The weight of a city in the lead.
const VENUE: i32 = 2;
/// The weight of a house in a line of the page, such as its masthead.
const MASTHEAD: i32 = 3;
/// The weight of being where an ambassador is posted; against the state that has sent the ambassador, a delegation, or that of a
/// counterpart.
const ABROAD: i32 = 2;

/// The state from which an article comes. The people and what they are said to hold show whom it calls by a short title.
pub(super) fn home(
    mentions: &Mentions<'_>,
    people: &People,
    holdings: &[Holding],
) -> Option<StateCode> {
    let items = || mentions.items.iter().flatten();
    dateline(mentions)
        .or_else(|| byline(mentions))
        .or_else(|| agency(mentions))
        .or_else(|| weightiest(mentions, &called_shortly(mentions, people, holdings)))
        .or_else(|| mentions.offices.iter().find_map(|o| o.post))
        .or_else(|| items().find_map(|i| named(mentions, i)))
        .or_else(|| items().find_map(|i| state_of_city(mentions, i)))
}

/// The state with the most weight; of several the one named first.
fn weightiest(mentions: &Mentions<'_>, familiar: &[StateCode]) -> Option<StateCode> {
    let mut weights: BTreeMap<StateCode, i32> = BTreeMap::new();
    let mut order: Vec<StateCode> = Vec::new();
    for state in mentions
        .items
        .iter()
        .flatten()
        .filter_map(|i| named(mentions, i))
    {
        if !order.contains(&state) {
            order.push(state);
            weights.insert(state, 0);
        }
    }
    for state in cities_of_lead(mentions) {
        if !order.contains(&state) {
            order.push(state);
        }
        *weights.entry(state).or_default() += VENUE;
    }
    let mut add = |state: StateCode, weight: i32| {
        if let Some(sum) = weights.get_mut(&state) {
            *sum += weight;
        }
    };
    if let Some(first) = named_first(mentions) {
        add(first, FIRST);
    }
    for state in familiar {
        add(*state, FIRST);
    }
    for (state, weight) in own_houses(mentions) {
        add(state, weight);
    }
    for office in &mentions.offices {
        if let Some(post) = office.post {
            add(post, ABROAD);
        }
        let sent = office.can_be(&mentions.words, Office::Ambassador) || office.counterpart;
        if let Some(state) = office.states.first().filter(|_| sent) {
            add(*state, -ABROAD);
        }
    }
    for state in senders(mentions) {
        add(state, -ABROAD);
    }
    order
        .iter()
        .enumerate()
        .max_by_key(|(n, s)| (weights.get(s).copied(), std::cmp::Reverse(*n)))
        .map(|(_, s)| *s)
}

/// The states of those whom the headline or the first sentence calls by a short title, "Speaker A", and of whom the article
/// says elsewhere of what they are: one calls one's own so.
fn called_shortly(
    mentions: &Mentions<'_>,
    people: &People,
    holdings: &[Holding],
) -> Vec<StateCode> {
    let sentences = mentions.words.sentences.iter();
    let lead = sentences
        .enumerate()
        .find(|(_, s)| s.zone == Zone::Body)
        .map_or(0, |(n, _)| n);
    let office = |h: &Holding| match h.held {
        Held::Office { mention, .. } => mentions.offices.get(mention).filter(|o| !o.former),
        _ => None,
    };
    let short = |h: &&Holding| {
        h.sentence <= lead && office(h).is_some_and(|o| o.bare() && !o.plural && !o.possessive)
    };
    let mut found: Vec<StateCode> = Vec::new();
    for holding in holdings.iter().filter(short) {
        let person = people.of(holding.person);
        let own = holdings
            .iter()
            .filter(|h| person.is_some() && people.of(h.person) == person);
        let state = own
            .into_iter()
            .find_map(|h| state_of_office(mentions, office(h)?));
        if let Some(state) = state.filter(|s| !found.contains(s)) {
            found.push(state);
        }
    }
    found
}

/// How much the houses that the article names without their state speak for each state.
fn own_houses(mentions: &Mentions<'_>) -> Vec<(StateCode, i32)> {
    let mut sums: BTreeMap<StateCode, i32> = BTreeMap::new();
    let mut mastheads: Vec<StateCode> = Vec::new();
    for body in &mentions.bodies {
        let Means::Chambers(rows) = &body.means else {
            continue;
        };
        let states = rows
            .iter()
            .filter_map(|r| mentions.words.lexicon.chamber(*r));
        let mut states: Vec<StateCode> = states.filter(|c| c.current).map(|c| c.state).collect();
        states.dedup();
        let page = zone_of(mentions, body) == Some(Zone::Page);
        if let ([only], true) = (states.as_slice(), page)
            && !mastheads.contains(only)
        {
            mastheads.push(*only);
        }
        // "the Senate of A": a house that is told with its state may be anybody's.
        let text = mentions.words.text_of(&body.words);
        if !body.states.is_empty() || text.contains(" of the ") || !body.parts.is_empty() {
            continue;
        }
        let weight = if states.len() == 1 {
            OWN_HOUSE
        } else {
            SHARED_HOUSE
        };
        for state in states {
            let sum = sums.entry(state).or_default();
            *sum = (*sum + weight).min(weight * OFTEN);
        }
    }
    for state in mastheads {
        *sums.entry(state).or_default() += MASTHEAD;
    }
    sums.into_iter().collect()
}

/// The states of the cities in the first two sentences of running text.
fn cities_of_lead(mentions: &Mentions<'_>) -> Vec<StateCode> {
    let sentences = mentions.words.sentences.iter().zip(&mentions.items);
    let lead = sentences.filter(|(s, _)| s.zone == Zone::Body).take(2);
    let mut found: Vec<StateCode> = Vec::new();
    for state in lead
        .flat_map(|(_, items)| items)
        .filter_map(|i| state_of_city(mentions, i))
    {
        if !found.contains(&state) {
            found.push(state);
        }
    }
    found
}

/// The zone of the sentence in which a body is named.
fn zone_of(mentions: &Mentions<'_>, body: &BodyMention) -> Option<Zone> {
    let mut sentences = mentions.words.sentences.iter();
    let inside = sentences.find(|s| s.words.contains(&body.words.start));
    inside.map(|s| s.zone)
}

/// Whether an item speaks of a delegation, or of several members of a house: "Hungarian MPs", "parliamentarians from Ukraine".
fn is_group(mentions: &Mentions<'_>, item: &Item<'_>) -> bool {
    let several = item.office().and_then(|o| mentions.offices.get(o));
    let seats = several.is_some_and(|o| o.plural && o.can_be(&mentions.words, Office::Member));
    item.is_any(&[Class::Delegation, Class::Company]) || seats
}

/// The states that have sent the delegations of which the article speaks.
fn senders(mentions: &Mentions<'_>) -> Vec<StateCode> {
    let mut found: Vec<StateCode> = Vec::new();
    for items in &mentions.items {
        for at in 0..items.len() {
            if !items.get(at).is_some_and(|i| is_group(mentions, i)) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|b| items.get(b));
            let of = items
                .get(at + 1)
                .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
            let behind = items.get(at + 2..(at + 4).min(items.len()));
            let own = items
                .get(at)
                .and_then(Item::office)
                .and_then(|o| mentions.offices.get(o)?.states.first().copied());
            let state = own
                .or_else(|| before.and_then(|i| named(mentions, i)))
                .or_else(|| {
                    behind
                        .filter(|_| of)?
                        .iter()
                        .find_map(|i| named(mentions, i))
                });
            if let Some(state) = state.filter(|s| !found.contains(s)) {
                found.push(state);
            }
        }
    }
    found
}

/// The state that the first sentences name first, other than as a partner, as a place or as where an ambassador is from.
fn named_first(mentions: &Mentions<'_>) -> Option<StateCode> {
    let lead = mentions.items.iter().filter(|i| !i.is_empty()).take(5);
    lead.into_iter().find_map(|items| {
        (0..items.len()).find_map(|n| {
            let before = (0..n).rev().filter_map(|b| items.get(b));
            let before = before.into_iter().find(|b| !b.is(Class::Article));
            // "friendship body with South Africa": a state behind such a word is another's partner.
            // "A delegation from B met with the Speaker of C": those who have come are the partners.
            let come = (0..n).any(|b| items.get(b).is_some_and(|i| i.is(Class::Delegation)));
            let partner = before.is_some_and(|b| {
                b.is(Class::With) && !come
                    || b.is_any(&[Class::To, Class::From, Class::In, Class::Travel])
            });
            named(mentions, items.get(n)?).filter(|_| !partner && !is_venue(items, n))
        })
    })
}

/// The state that an item names as somebody's own.
fn named(mentions: &Mentions<'_>, item: &Item<'_>) -> Option<StateCode> {
    match item.kind {
        Kind::Office(office) => {
            let office = mentions.offices.get(office)?;
            let ambassador = office.can_be(&mentions.words, Office::Ambassador);
            state_of_office(mentions, office).filter(|_| !ambassador)
        }
        Kind::Body(body) => {
            let body = mentions.bodies.get(body)?;
            let house = matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament);
            state_of_body(mentions, body).filter(|_| house)
        }
        Kind::Plain(_) | Kind::Mark(_) | Kind::Date(_) | Kind::Person(_) => item.state(),
    }
}

/// The state that the words of an office name, by itself or by a body.
pub(super) fn state_of_office(
    mentions: &Mentions<'_>,
    office: &OfficeMention,
) -> Option<StateCode> {
    let bodies = office.bodies.iter().filter_map(|b| mentions.bodies.get(*b));
    let of_body = || bodies.into_iter().find_map(|b| state_of_body(mentions, b));
    office.states.first().copied().or_else(of_body)
}

/// Whether the state at an item is told as where a city lies: "in Manama, Bahrain".
fn is_venue(items: &[Item<'_>], at: usize) -> bool {
    let comma = at.checked_sub(1).and_then(|b| items.get(b));
    let city = at.checked_sub(2).and_then(|b| items.get(b));
    comma.is_some_and(|i| i.is_mark(',')) && city.is_some_and(|i| i.city().is_some())
}

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
            ((closes || begins) && !inside).then_some(state)
        })
    })
}

/// The state that a body's name tells: one that stands in it, or that of the only chamber of that name.
fn state_of_body(mentions: &Mentions<'_>, body: &BodyMention) -> Option<StateCode> {
    let only = || match &body.means {
        Means::Chambers(rows) => match rows.as_slice() {
            [row] => mentions.words.lexicon.chamber(*row).map(|c| c.state),
            _ => None,
        },
        Means::Assembly(_) | Means::Named | Means::Reference => None,
    };
    body.states.first().copied().or_else(only)
}

/// The state of the only national agency that the article names: "the Ghana News Agency".
fn agency(mentions: &Mentions<'_>) -> Option<StateCode> {
    let text = |i: &Item<'_>| mentions.words.text_of(&i.words);
    let mut found: Option<StateCode> = None;
    for items in &mentions.items {
        for (at, item) in items.iter().enumerate() {
            let next = |n: usize| items.get(at + n).map_or("", text);
            let news = || ["News", "Press"].contains(&next(1)) && next(2) == "Agency";
            let state = item.state().filter(|_| news());
            if state.is_some() && found.is_some() && state != found {
                return None;
            }
            found = found.or(state);
        }
    }
    found
}

/// The state of the city in a byline, a line of the page at the top: "By Our Correspondent, Abuja".
fn byline(mentions: &Mentions<'_>) -> Option<StateCode> {
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

/// The state of the city that an item names.
fn state_of_city(mentions: &Mentions<'_>, item: &Item<'_>) -> Option<StateCode> {
    mentions.words.lexicon.best_city(item.cities())?.state
}

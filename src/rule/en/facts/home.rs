//! The state from which an article comes.
//!
//! In come the mentions of an article, out comes a state: that of its dateline, its byline or its agency, else the one for which
//! the way in which it speaks of parliaments has the most weight. This module never says who acts for the state.

use std::collections::BTreeMap;

use super::super::holding::{Held, Holding};
use super::abroad::{envoy_of, envoys, goals, guests, is_only_goal, senders};
use super::dateline::{agency, byline, dateline, homeward, state_of_city, written_in};
use crate::lexicon::{Class, Cue};
use crate::mention::{
    BodyMention, Item, Kind, Means, Mentions, OfficeMention, People, Zone, common_name, is_noun,
    names_state,
};
use crate::ontology::{BodyForm, NodeKind, Office, StateCode};

/// Words, with the blanks around them, between a group and the state for which it is: "the Friendship Group with Iceland".
pub(super) const BEFORE_PARTNER: [&str; 3] = [" on ", " for ", " with "];

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
pub(super) const ABROAD: i32 = 2;

/// The state from which an article comes. The people and what they are said to hold show whom it calls by a short title.
pub(super) fn home(
    mentions: &Mentions<'_>,
    people: &People,
    holdings: &[Holding],
) -> Option<StateCode> {
    let items = || mentions.items.iter().flatten();
    dateline(mentions)
        .or_else(|| byline(mentions))
        .or_else(|| written_in(mentions))
        .or_else(|| agency(mentions))
        .or_else(|| weightiest(mentions, &called_shortly(mentions, people, holdings)))
        .or_else(|| mentions.offices.iter().find_map(|o| o.post))
        .or_else(|| {
            let first = items().find_map(|i| named(mentions, i));
            first.filter(|s| !is_only_goal(mentions, *s) && !goals(mentions).contains(s))
        })
        .or_else(|| {
            let mut cities = items().filter(|i| !mentions.words.are_cue(&i.words, Cue::Seat));
            cities.find_map(|i| state_of_city(mentions, i))
        })
}

/// The state with the most weight; of several the one named first.
fn weightiest(mentions: &Mentions<'_>, familiar: &[StateCode]) -> Option<StateCode> {
    let (goals, sent) = (goals(mentions), senders(mentions));
    let (order, mut weights) = spoken_of(mentions, &goals, &sent);
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
    for state in homeward(mentions) {
        add(state, FIRST);
    }
    for state in &goals {
        add(*state, -FIRST);
    }
    for (state, weight) in envoys(mentions, &goals) {
        add(state, weight);
    }
    for state in sent {
        add(state, -ABROAD);
    }
    for state in guests(mentions) {
        add(state, -FIRST - 1);
    }
    for state in order.iter().filter(|s| is_only_goal(mentions, **s)) {
        add(*state, -FIRST - 1);
    }
    let weight = |state: &StateCode| weights.get(state).copied().unwrap_or_default();
    first_of_most(&order, weight)
        // "The Speaker of the National Assembly received the Speaker of Zambia": the only state that is told is that of the guest.
        .filter(|s| {
            let weight = weight(s);
            // "The delegation paid a visit to Laos": whoever has gone there is of a state that goes without saying.
            order.len() > 1 || weight >= 0 && !is_only_goal(mentions, *s) && !goals.contains(s)
        })
}

/// The states of which an article speaks, in the order of the text, with the weight that a city in the lead or the name of a group gives them.
fn spoken_of(
    mentions: &Mentions<'_>,
    goals: &[StateCode],
    sent: &[StateCode],
) -> (Vec<StateCode>, BTreeMap<StateCode, i32>) {
    let mut weights: BTreeMap<StateCode, i32> = BTreeMap::new();
    let mut order: Vec<StateCode> = Vec::new();
    let own = |i: &Item<'_>| named(mentions, i).or_else(|| envoy_of(mentions, i, goals));
    let named = mentions.items.iter().flatten().filter_map(own);
    let cities = cities_of_lead(mentions).into_iter();
    let pairs = first_of_pairs(mentions, sent).into_iter();
    let all = named
        .map(|s| (s, 0))
        .chain(cities.map(|s| (s, VENUE)))
        .chain(pairs.map(|s| (s, OWN_HOUSE)));
    for (state, weight) in all {
        if !order.contains(&state) {
            order.push(state);
        }
        *weights.entry(state).or_default() += weight;
    }
    (order, weights)
}

/// The first of some states that none outweighs.
fn first_of_most(order: &[StateCode], weight: impl Fn(&StateCode) -> i32) -> Option<StateCode> {
    let mut most = *order.first()?;
    for state in order {
        if weight(state) > weight(&most) {
            most = *state;
        }
    }
    Some(most)
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

/// The states that stand first in the names of friendship groups of two, as each parliament puts its own; but for those that have sent a
/// delegation, since abroad, too, one puts oneself first.
fn first_of_pairs(mentions: &Mentions<'_>, sent: &[StateCode]) -> Vec<StateCode> {
    let group = |b: &&BodyMention| b.form == Some(BodyForm::FriendshipGroup) && b.states.len() == 2;
    let mut found: Vec<StateCode> = Vec::new();
    for body in mentions.bodies.iter().filter(group) {
        let first = body.states.first().copied();
        found.extend(first.filter(|s| !found.contains(s) && !sent.contains(s)));
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
        let mut states: Vec<StateCode> = states
            .filter(|c| mentions.words.sits(c))
            .map(|c| c.state)
            .collect();
        states.dedup();
        let page = zone_of(mentions, body) == Some(Zone::Page);
        if let ([only], true) = (states.as_slice(), page)
            && !mastheads.contains(only)
        {
            mastheads.push(*only);
        }
        // "the Senate of A", "the Kenyan Parliament": a house that is told with its state may be anybody's.
        let told = !body.states.is_empty() || names_state(&mentions.words, &body.words);
        if told
            || mentions.words.text_of(&body.words).contains(" of the ")
            || !body.parts.is_empty()
        {
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
    // "in Colombo, Sri Lanka": one says so of cities abroad.
    let abroad = |items: &[Item<'_>], n: usize| {
        items.get(n + 1).is_some_and(|i| i.is_mark(','))
            && items.get(n + 2).is_some_and(|i| i.state().is_some())
    };
    // "the 148th Assembly of the IPU in Geneva": where others sit as well, and no sign of who writes.
    let venue = |items: &[Item<'_>], n: usize| {
        let before = items.get(..n).unwrap_or_default();
        matches!(before, [.., body, place] if place.is(Class::In) && body.body().is_some_and(|b| {
            let named = mentions.bodies.get(b);
            named.is_some_and(|b| b.kind == NodeKind::Assembly)
        }))
    };
    let city = |items: &[Item<'_>], n: usize| {
        let state = state_of_city(mentions, items.get(n)?);
        state.filter(|_| !abroad(items, n) && !venue(items, n))
    };
    for state in lead.flat_map(|(_, items)| (0..items.len()).filter_map(|n| city(items, n))) {
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
pub(super) fn named(mentions: &Mentions<'_>, item: &Item<'_>) -> Option<StateCode> {
    match item.kind {
        Kind::Office(office) => {
            let office = mentions.offices.get(office)?;
            let ambassador = is_envoy(mentions, office);
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

/// The state that a body's name tells: one that stands in it, or that of the only chamber of that name.
pub(super) fn state_of_body(mentions: &Mentions<'_>, body: &BodyMention) -> Option<StateCode> {
    let only = || match &body.means {
        Means::Chambers(rows) => match rows.as_slice() {
            [row] => mentions.words.lexicon.chamber(*row).map(|c| c.state),
            _ => None,
        },
        Means::Assembly(_) | Means::Named | Means::Reference => None,
    };
    // "the Chamber", "the General Assembly": that one state has a house of this name says nothing, since any may be called so.
    let common = is_noun(&mentions.words, body)
        || body.kind == NodeKind::Parliament && common_name(&mentions.words, &body.name);
    // "the Milli Majlis Working Group for Turkey": of the state of its house, and not of its partner.
    let of_house = || {
        let parts = body.parts.iter().filter_map(|p| mentions.bodies.get(*p));
        let mut houses =
            parts.filter(|p| matches!(p.kind, NodeKind::Chamber | NodeKind::Parliament));
        houses.next().and_then(|p| match houses.next() {
            Some(_) => None,
            None => state_of_body(mentions, p),
        })
    };
    let group = body.kind == NodeKind::Commission;
    group
        .then(of_house)
        .flatten()
        .or_else(|| {
            // "the EU Committee": what it is about, and not whose it is.
            let mut states = body.states.iter().copied();
            let about = group && is_of_partner(mentions, body);
            states
                .next()
                .filter(|s| !(about || group && s.as_str() == "EU"))
        })
        .or_else(|| only().filter(|_| !common))
}

/// "the Friendship Group with Iceland": whether a group or delegation names the state for which it is, and none before, whose it would be.
fn is_of_partner(mentions: &Mentions<'_>, body: &BodyMention) -> bool {
    let forms = [Some(BodyForm::FriendshipGroup), Some(BodyForm::Delegation)];
    let words = &mentions.words;
    let is_join = |n: &usize| {
        let word = words.text_of(&(*n..n + 1));
        BEFORE_PARTNER.iter().any(|join| join.trim() == word)
    };
    let join = body.words.clone().find(is_join);
    forms.contains(&body.form)
        && join.is_some_and(|at| !names_state(words, &(body.words.start..at)))
}

/// Whether an office is one of those who act abroad for their state: an ambassador, a chargé d'affaires, a consul.
pub(super) fn is_envoy(mentions: &Mentions<'_>, office: &OfficeMention) -> bool {
    let envoys = ["charg", "consul", "counsel", "attach"];
    let is_called_so = || {
        let title = mentions.words.small(&office.title);
        envoys.iter().any(|e| title.contains(e))
    };
    office.can_be(&mentions.words, Office::Ambassador) || is_called_so()
}

//! What the article as a whole tells: who travels along with a delegation, and the day and place of the article's lead.
//!
//! In come the facts and events of an article, out come visits of those who travel along, days and places. This
//! module never changes what a sentence says of its own event.

use jiff::civil::Date;

use super::event::{Events, Sign, Visit};
use super::facts::Facts;
use super::party::{Delegation, Parties};
use super::scene::in_relative;
use super::stays::stays;
use crate::lexicon::Class;
use crate::mention::{Item, Kind, When, Zone};
use crate::ontology::{MeetingKind, MeetingStatus, StateCode};
use crate::text::PartialDate;

/// Lets the members of a delegation travel where their head does, and gives meetings without a day or a place those of the
/// article's lead, where a word of the lead itself tells them.
pub(super) fn complete(
    parties: &Parties<'_, '_, '_>,
    facts: &Facts<'_, '_>,
    published: Option<Date>,
    events: &mut Events,
) {
    for delegation in &parties.delegations {
        name_travellers(facts, delegation, events);
        travel_along(facts, delegation, events);
    }
    let Setting { date, place } = setting(facts, published);
    for meeting in events
        .meetings
        .iter_mut()
        .filter(|m| m.status == MeetingStatus::Held)
    {
        // "hosted B before a session that ends tomorrow": the day is that of something else.
        let own = meeting.date.filter(|d| !is_to_come(Some(*d), published));
        meeting.date = own.or(date);
        if meeting.place.is_none() {
            meeting.place.clone_from(&place);
        }
    }
    // Those who telephone are in two places.
    let calls = events.meetings.iter_mut();
    for call in calls.filter(|m| m.kind == MeetingKind::Call) {
        call.place = None;
    }
    // "a delegation to travel to Rabat in February": a visit of a day to come has not been made, in whatever words it is told.
    for visit in &mut events.visits {
        visit.planned |= is_to_come(visit.date, published);
    }
}

/// The day and place of the article's lead.
pub(super) struct Setting {
    /// The day, where the lead tells one.
    pub date: Option<PartialDate>,
    /// The city, where it tells one.
    pub place: Option<String>,
}

/// The day and place of an article's lead.
pub(super) fn setting(facts: &Facts<'_, '_>, published: Option<Date>) -> Setting {
    Setting {
        date: date_of_lead(facts, published),
        place: place_of_lead(facts),
    }
}

/// Whether a day lies behind that of publication.
fn is_to_come(date: Option<PartialDate>, published: Option<Date>) -> bool {
    let days = date.zip(published);
    days.is_some_and(|(date, published)| date.first_day() > published)
}

/// "Seven members of the Diet are in Kenya. At their head is A": lets the first of a delegation make the visits of which the article
/// tells without a name, where nothing is told of a journey of the delegation itself.
fn name_travellers(facts: &Facts<'_, '_>, delegation: &Delegation, events: &mut Events) {
    let Some(first) = delegation.people.first().copied() else {
        return;
    };
    let travels = |v: &Visit| delegation.people.contains(&v.person);
    let state = delegation.state.or(facts.state_of(first));
    if delegation.company || state.is_none() || events.visits.iter().any(travels) {
        return;
    }
    let own =
        |(sender, visit): &&(StateCode, Visit)| Some(*sender) == state && visit.state != *sender;
    let visits: Vec<Visit> = events
        .nameless
        .iter()
        .filter(own)
        .map(|(_, v)| v.clone())
        .collect();
    for visit in visits {
        events.visit(Visit {
            person: first,
            ..visit
        });
    }
}

/// Lets the members of a delegation travel where its head does; where nothing is told of a journey of its head, where those go
/// who act for the same state.
fn travel_along(facts: &Facts<'_, '_>, delegation: &Delegation, events: &mut Events) {
    let Some((head, members)) = delegation.people.split_first() else {
        return;
    };
    // "With the host were A and B": they were at a meeting at home, and not on a journey that the host makes another time.
    let hosts = facts.rosters.iter().any(|r| {
        let items = facts.mentions.items.get(r.sentence);
        let before = items.and_then(|i| i.get(..r.items.start));
        r.head == Some(*head) && before.into_iter().flatten().any(|i| i.is(Class::Host))
    });
    if delegation.company && hosts {
        return;
    }
    let of_head: Vec<Visit> = events
        .visits
        .iter()
        .filter(|v| v.person == *head)
        .cloned()
        .collect();
    let of_state = || {
        let own = |v: &&Visit| {
            let state = facts.states.get(v.person).copied().flatten();
            state.is_some() && state == delegation.state && !facts.governs(v.person)
        };
        events.visits.iter().filter(own).cloned().collect()
    };
    // Somebody with companions may be at home while a delegation of the state is abroad.
    let visits: Vec<Visit> = if of_head.is_empty() && !delegation.company {
        let of_state: Vec<Visit> = of_state();
        if of_state.is_empty() {
            of_only_traveller(facts, events)
        } else {
            of_state
        }
    } else {
        of_head
    };
    let members = std::iter::once(head).chain(members);
    for (visit, member) in members.flat_map(|m| visits.iter().map(move |v| (v, *m))) {
        let at_home = facts.states.get(member).copied().flatten() == Some(visit.state);
        // An ambassador lives where he or she is posted.
        if at_home || stays(facts, member) || member == visit.person {
            continue;
        }
        let signs = visit
            .signs
            .iter()
            .map(|s| Sign {
                rule: "travels-along",
                confidence: s.confidence.min(88),
                ..s.clone()
            })
            .collect();
        events.visit(Visit {
            person: member,
            signs,
            ..visit.clone()
        });
    }
}

/// "A has arrived in Peking. The delegation included B and C": the visits of the only one whom the article tells to travel, where nobody knows
/// from where he or she is.
fn of_only_traveller(facts: &Facts<'_, '_>, events: &Events) -> Vec<Visit> {
    let Some(first) = events.visits.first() else {
        return Vec::new();
    };
    let alone = events.visits.iter().all(|v| v.person == first.person);
    let unknown = facts.states.get(first.person).copied().flatten().is_none();
    if alone && unknown {
        events.visits.clone()
    } else {
        Vec::new()
    }
}

/// The only day that the article's first two sentences of running text name, and no later sentence contradicts.
fn date_of_lead(facts: &Facts<'_, '_>, published: Option<Date>) -> Option<PartialDate> {
    let mut days: Vec<PartialDate> = Vec::new();
    let mut open = false;
    let words = &facts.mentions.words;
    // "invited C in a letter yesterday": the day is that of the letter.
    let told = lead(facts).filter(|items| !items.iter().any(|i| i.is(Class::Letter)));
    for items in told {
        for (at, item) in items.iter().enumerate() {
            let Kind::Date(when) = item.kind else {
                continue;
            };
            // "On 29 November A met B, and invited her to the opening on 17 January 2014": the day of the meeting has no year.
            open |= days.is_empty() && matches!(when, When::DayMonth(_, _)) && published.is_none();
            let date = when.resolve(published, false).filter(|d| d.day().is_some());
            if let Some(date) = date.filter(|d| !days.contains(d) && !in_relative(words, items, at))
            {
                days.push(date);
            }
        }
    }
    match days.as_slice() {
        _ if open => None,
        [only] if published.is_none_or(|p| only.first_day() <= p) => Some(*only),
        _ => None,
    }
}

/// The only city that the lead names behind "in", or in the dateline where it is one of a state that somebody acts for.
fn place_of_lead(facts: &Facts<'_, '_>) -> Option<String> {
    let mut cities: Vec<&str> = Vec::new();
    for items in lead(facts) {
        for (at, item) in items.iter().enumerate() {
            let behind_in = at
                .checked_sub(1)
                .and_then(|b| items.get(b))
                .is_some_and(|b| b.is(Class::In));
            let dateline = at < 3;
            let home = || {
                facts
                    .mentions
                    .words
                    .lexicon
                    .best_city(item.cities())
                    .is_some_and(|c| facts.states.contains(&c.state) && c.state.is_some())
            };
            let denied = at
                .checked_sub(2)
                .and_then(|b| items.get(b))
                .is_some_and(|b| b.is(Class::Negation));
            let elsewhere = || denied || in_relative(&facts.mentions.words, items, at);
            let city = item.city().is_some() && item.state().is_none() && !elsewhere();
            if city && (behind_in || dateline && home()) {
                let name = facts.mentions.words.text_of(&item.words);
                if !cities.iter().any(|c| c.eq_ignore_ascii_case(name)) {
                    cities.push(name);
                }
            }
        }
    }
    match cities.as_slice() {
        [only] => Some(titled(only)),
        _ => None,
    }
}

/// A city of a dateline is in capitals; elsewhere it is not.
fn titled(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut start = true;
    name.chars()
        .map(|c| {
            let out = if start {
                c.to_string()
            } else {
                c.to_lowercase().to_string()
            };
            start = !c.is_alphabetic();
            out
        })
        .collect()
}

/// The first two sentences of running text.
fn lead<'f>(facts: &'f Facts<'_, '_>) -> impl Iterator<Item = &'f [Item<'f>]> {
    let sentences = facts
        .mentions
        .words
        .sentences
        .iter()
        .zip(&facts.mentions.items);
    sentences
        .filter(|(s, items)| s.zone == Zone::Body && items.len() > 5)
        .take(2)
        .map(|(_, items)| items.as_slice())
}

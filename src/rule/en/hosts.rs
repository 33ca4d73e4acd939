//! Hosts of whom an article says too little: "In Riga the delegation met Foreign Minister A".
//!
//! In come the facts and events of an article, out come other states for those who received guests at home and were taken for
//! countrymen of the guests, because their offices name no state. This module never changes an office whose words name its state.

use super::event::{Events, Meeting};
use super::facts::{BARE, Facts};
use crate::ontology::{MeetingStatus, Office, StateCode};

/// Gives hosts the state in which they received guests. Gives whether somebody has another state now, so that what happened must be
/// read again.
pub(super) fn settle(facts: &mut Facts<'_, '_>, events: &Events) -> bool {
    let mut found: Vec<(usize, StateCode)> = Vec::new();
    let held = |m: &&Meeting| m.body.is_none() && m.status == MeetingStatus::Held;
    for meeting in events.meetings.iter().filter(held) {
        for guests in 0..meeting.sides.len() {
            let journey = journey(facts, events, meeting, guests);
            let Some((own, host)) = journey.or_else(|| stay(facts, events, meeting, guests)) else {
                continue;
            };
            let others = meeting.sides.iter().enumerate();
            let hosts = others.filter(|(n, _)| *n != guests).flat_map(|(_, s)| s);
            let fits = |p: &&usize| journey.is_some() || governs(facts, **p);
            for person in hosts.filter(|p| mistaken(facts, **p, own)).filter(fits) {
                if !found.iter().any(|(p, _)| p == person) {
                    found.push((*person, host));
                }
            }
        }
    }
    let changed = !found.is_empty();
    if changed {
        facts.move_holders(&found);
    }
    changed
}

/// The state for which all of a side act and the one to which they have travelled.
fn journey(
    facts: &Facts<'_, '_>,
    events: &Events,
    meeting: &Meeting,
    side: usize,
) -> Option<(StateCode, StateCode)> {
    let own = state_of_all(facts, meeting, side)?;
    let guests = meeting.sides.get(side)?;
    let mut goals = events
        .visits
        .iter()
        .filter(|v| guests.contains(&v.person))
        .map(|v| v.state);
    let first = goals.next()?;
    (first != own && goals.all(|s| s == first)).then_some((own, first))
}

/// "A met President B in Kigali": the state for which all of a side act, of whom no visit is told, and that in whose capital they met.
fn stay(
    facts: &Facts<'_, '_>,
    events: &Events,
    meeting: &Meeting,
    side: usize,
) -> Option<(StateCode, StateCode)> {
    let own = state_of_all(facts, meeting, side)?;
    let guests = meeting.sides.get(side)?;
    let travelled = events.visits.iter().any(|v| guests.contains(&v.person));
    let place = meeting.place.as_deref().filter(|_| !travelled)?;
    let words = &facts.mentions.words;
    let mut items = facts.mentions.items.iter().flatten();
    let named = items.find(|i| i.city().is_some() && words.text_of(&i.words) == place)?;
    let city = words.lexicon.best_city(named.cities())?;
    let host = city.state.filter(|s| city.capital && *s != own)?;
    Some((own, host))
}

/// The one state for which all of a side act.
fn state_of_all(facts: &Facts<'_, '_>, meeting: &Meeting, side: usize) -> Option<StateCode> {
    let people = meeting.sides.get(side)?;
    let own = facts.state_of(*people.first()?)?;
    let alike = people.iter().all(|p| facts.state_of(*p) == Some(own));
    alike.then_some(own)
}

/// Whether somebody is head of a state or of its government, who are seldom met abroad by their own people.
fn governs(facts: &Facts<'_, '_>, person: usize) -> bool {
    let high = [Office::HeadOfState, Office::HeadOfGovernment];
    let mut roles = facts.roles.iter();
    roles.any(|r| r.person == person && high.contains(&r.office))
        || facts.state_of(person).is_none() && facts.may_hold(person, &high)
}

/// Whether somebody was taken for a countryman of the guests, or for nobody's, by an office that names no state. An ambassador abroad
/// is one's own.
fn mistaken(facts: &Facts<'_, '_>, person: usize, guests: StateCode) -> bool {
    let state = facts.state_of(person);
    let travels = state.is_some_and(|s| s != guests);
    if travels || facts.is_ambassador(person) || facts.names_state(person) {
        return false;
    }
    let mut roles = facts.roles.iter().filter(|r| r.person == person);
    let bare = roles.all(|r| r.confidence <= BARE && r.office != Office::HeadOfDelegation);
    bare && facts.holds_office(person)
}

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
            let Some((own, host)) = journey(facts, events, meeting, guests) else {
                continue;
            };
            let others = meeting.sides.iter().enumerate();
            let hosts = others.filter(|(n, _)| *n != guests).flat_map(|(_, s)| s);
            for person in hosts.filter(|p| mistaken(facts, **p, own)) {
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
    let guests = meeting.sides.get(side)?;
    let own = facts.state_of(*guests.first()?)?;
    let alike = guests.iter().all(|p| facts.state_of(*p) == Some(own));
    let mut goals = events
        .visits
        .iter()
        .filter(|v| guests.contains(&v.person))
        .map(|v| v.state);
    let first = goals.next().filter(|_| alike)?;
    (first != own && goals.all(|s| s == first)).then_some((own, first))
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

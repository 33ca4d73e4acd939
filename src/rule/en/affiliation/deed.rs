//! What somebody does, and with whom, as far as it shows his or her state.
//!
//! In come the events that the rules have read, out come signs for a person and a state. This module weighs nothing.

use super::article::Article;
use super::sign::{Sign, Signs};
use crate::ontology::StateCode;

/// What a person does.
#[derive(Debug, Default)]
pub(super) struct Deeds {
    /// The states of those on the same side of a meeting.
    with: Vec<StateCode>,
    /// The states of those on other sides.
    across: Vec<StateCode>,
    /// Where the person travels.
    goals: Vec<StateCode>,
    /// The states of those who travel to the same states.
    along: Vec<StateCode>,
    /// The states of those in the same lists of companions.
    companions: Vec<StateCode>,
}

impl Deeds {
    /// What they show of a state.
    pub(super) fn signs(&self, state: StateCode) -> Signs {
        let has = |states: &[StateCode]| states.contains(&state);
        let other = |states: &[StateCode]| states.iter().any(|s| *s != state);
        Signs::default()
            .when(has(&self.with), Sign::WithSide)
            .when(has(&self.across), Sign::AcrossSide)
            .when(
                !has(&self.across) && other(&self.across),
                Sign::AcrossOthers,
            )
            .when(has(&self.goals), Sign::Travels)
            .when(
                !has(&self.goals) && other(&self.goals),
                Sign::TravelsElsewhere,
            )
            .when(has(&self.along), Sign::TravelsAlong)
            .when(has(&self.companions), Sign::Companion)
            .when(
                !has(&self.companions) && other(&self.companions),
                Sign::OtherCompanion,
            )
    }
}

impl Article<'_, '_, '_> {
    /// What a person does.
    pub(super) fn deeds(&self, person: usize) -> Deeds {
        let mut new = Deeds::default();
        let of = |p: &usize| self.facts.sure_state_of(*p).filter(|_| *p != person);
        for meeting in self.events.meetings.iter().filter(|m| m.body.is_none()) {
            if !meeting.people().any(|p| p == person) {
                continue;
            }
            for side in &meeting.sides {
                let into = if side.contains(&person) {
                    &mut new.with
                } else {
                    &mut new.across
                };
                into.extend(side.iter().filter_map(of));
            }
        }
        let visits = &self.events.visits;
        let own = visits.iter().filter(|v| v.person == person);
        new.goals.extend(own.map(|v| v.state));
        let others = visits.iter().filter(|v| v.person != person);
        let along = others.filter(|v| new.goals.contains(&v.state));
        new.along.extend(along.filter_map(|v| of(&v.person)));
        for roster in &self.facts.rosters {
            let all = || roster.members.iter().chain(&roster.head);
            if all().any(|p| *p == person) {
                new.companions.extend(all().filter_map(of));
                new.companions.extend(roster.sender);
            }
        }
        new
    }
}

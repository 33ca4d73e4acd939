//! From what one knows for which state somebody acts.
//!
//! In come the states of people step by step, out comes for each how it became known. This module never gives anybody a state.

use super::{Facts, abroad, dateline};
use crate::mention::Item;
use crate::ontology::StateCode;

/// From what one knows for which state somebody acts; the earlier, the surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rule::en) enum Ground {
    /// From words about the person: in brackets, of a list, of a side.
    Words,
    /// From an office whose words name its body or state.
    Office,
    /// From the company in which the person is named.
    Company,
    /// From a lead of something that the article names.
    Lead,
    /// From the article as a whole, as a rule reads it.
    Context,
    /// From the article as a whole, as a model lets one suppose.
    Supposed,
}

impl Facts<'_, '_> {
    /// Notes from what the states are known that were not known before.
    pub(super) fn note_grounds(&mut self, ground: Ground) {
        for (known, state) in self.grounds.iter_mut().zip(&self.states) {
            *known = known.or_else(|| state.map(|_| ground));
        }
    }

    /// Gives people states that the article as a whole lets one suppose, and their offices anew.
    pub(in crate::rule::en) fn suppose(&mut self, found: &[(usize, StateCode)]) {
        self.move_holders(found);
        for (person, _) in found {
            if let Some(ground) = self.grounds.get_mut(*person) {
                *ground = Some(Ground::Supposed);
            }
        }
    }

    /// From what one knows for which state somebody acts.
    pub(in crate::rule::en) fn ground_of(&self, person: usize) -> Option<Ground> {
        self.grounds.get(person).copied().flatten()
    }

    /// The state for which somebody acts, where words about the person or an office tell it.
    pub(in crate::rule::en) fn sure_state_of(&self, person: usize) -> Option<StateCode> {
        let sure = self.ground_of(person) <= Some(Ground::Office);
        self.state_of(person).filter(|_| sure)
    }

    /// The state of the city that an item names.
    pub(in crate::rule::en) fn state_of_city(&self, item: &Item<'_>) -> Option<StateCode> {
        dateline::state_of_city(self.mentions, item)
    }

    /// The states that have sent the delegations of which the article speaks.
    pub(in crate::rule::en) fn senders(&self) -> Vec<StateCode> {
        abroad::senders(self.mentions)
    }

    /// The states for which somebody leaves in the first sentences.
    pub(in crate::rule::en) fn goals(&self) -> Vec<StateCode> {
        abroad::goals(self.mentions)
    }

    /// Whether the first sentences tell that people of a state are received.
    pub(in crate::rule::en) fn receives(&self, state: StateCode) -> bool {
        self.guests.contains(&state)
    }
}

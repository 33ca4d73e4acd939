//! "the Kazakh MP", "the Turkish and Pakistani speakers": whom an office with the names of states alone means.
//!
//! In comes the mention of an office, out comes the only one of each state who holds such an office. This module never decides between two.

use super::super::facts::{Target, is_chamber};
use super::Parties;
use crate::mention::OfficeMention;
use crate::ontology::{Office, StateCode};

impl Parties<'_, '_, '_> {
    /// The one whom the title of an office without a name means: who holds it, or has the only seat that it may be.
    pub(super) fn by_one(&self, mention: &OfficeMention) -> Option<usize> {
        let holder = self.by_office(mention);
        holder.or_else(|| self.only_member(mention))
    }

    /// Those whom the title of an office of several means: "the two Speakers", "the Turkish and Pakistani speakers".
    pub(super) fn by_several(&self, mention: &OfficeMention) -> Vec<usize> {
        let holders = self.by_offices(mention);
        if holders.is_empty() && mention.plural && mention.definite && mention.bodies.is_empty() {
            self.one_of_each(mention).unwrap_or_default()
        } else {
            holders
        }
    }

    /// The only holder of an office for each of several states that it names, where each is named before it.
    fn one_of_each(&self, mention: &OfficeMention) -> Option<Vec<usize>> {
        let mut classes = self.classes(mention);
        classes.retain(|o| *o != Office::Member);
        let of = |state: &StateCode| {
            let holds = |p: &usize| {
                let mut roles = self.facts.roles.iter();
                self.facts.state_of(*p) == Some(*state)
                    && roles.any(|r| r.person == *p && !r.former && classes.contains(&r.office))
            };
            let mut found = (0..self.facts.people.entities.len()).filter(holds);
            let only = found.next().filter(|_| found.next().is_none())?;
            self.last_named(only, mention.words.start).map(|_| only)
        };
        let several = mention.states.len() > 1;
        mention.states.iter().filter(|_| several).map(of).collect()
    }

    /// The only one of a state who is known to hold an office in its parliament, and is named before a mention that calls the member of
    /// a parliament by that state alone.
    fn only_member(&self, mention: &OfficeMention) -> Option<usize> {
        let classes = self.classes(mention);
        let seat = !classes.is_empty() && classes.iter().all(|c| *c == Office::Member);
        let [state] = mention.states.as_slice() else {
            return None;
        };
        if !seat || mention.plural || !mention.definite || !mention.bodies.is_empty() {
            return None;
        }
        // A clerk is no member, and a senator sits in no lower house.
        let seats = [Office::Member, Office::Speaker, Office::DeputySpeaker];
        let sits_in = |target: Target| match target {
            Target::Body(body) => {
                let house = self.facts.bodies.entities.get(body).is_some_and(is_chamber);
                house && !self.facts.sits_elsewhere(mention, body, true)
            }
            Target::State(_) => false,
        };
        let sits = |p: &usize| {
            let mut roles = self.facts.roles.iter();
            let own = self.facts.state_of(*p) == Some(*state);
            own && roles.any(|r| {
                r.person == *p && !r.former && seats.contains(&r.office) && sits_in(r.target)
            })
        };
        let people = 0..self.facts.people.entities.len();
        let mut found = people.clone().filter(sits);
        let only = found.next().filter(|_| found.next().is_none())?;
        let named = self.last_named(only, mention.words.start)?;
        // Whoever is named behind, and of whom nothing is known, may be meant.
        let open = |p: &usize| self.facts.state_of(*p).is_none();
        let later = |p: usize| self.last_named(p, mention.words.start) > Some(named);
        let rival = people.into_iter().filter(open).any(later);
        (!rival).then_some(only)
    }
}

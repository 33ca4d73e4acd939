//! Offices whose words name their body or state: "Speaker of the Senate of A".
//!
//! In comes the mention of an office, out come the offices that it stands for. This module never looks at the context.

use super::title::class_in;
use super::{Facts, Target, is_chamber};
use crate::lexicon::{Domain, Title};
use crate::mention::{BodyEntity, Means, OfficeMention};
use crate::ontology::{NodeKind, Office, StateCode};

impl Facts<'_, '_> {
    /// The office of a title in a body or for a state that it names; of several, those of the place `share`.
    pub(super) fn explicit(
        &self,
        office: &OfficeMention,
        share: Option<usize>,
    ) -> Vec<(Office, Target)> {
        let titles = office.titles(&self.mentions.words);
        if self.is_sent_to(office) {
            return Vec::new();
        }
        if office.delegation {
            let heads = titles.iter().any(|t| {
                matches!(
                    t.office,
                    Some(Office::Chair | Office::Speaker | Office::HeadOfDelegation)
                )
            });
            // "Chair of the Estonian IPU delegation": of the state that has sent it to the assembly.
            let assemblies = office.bodies.iter().filter_map(|b| {
                let body = self.mentions.bodies.get(*b);
                body.filter(|b| b.kind == NodeKind::Assembly)
            });
            let sent = assemblies.flat_map(|b| b.states.iter());
            let states = office.states.iter().chain(sent);
            let mut targets: Vec<Target> = states.map(|s| Target::State(*s)).collect();
            if targets.is_empty() {
                let bodies = office.bodies.iter().filter_map(|b| self.bodies.of(*b));
                targets.extend(bodies.map(Target::Body));
            }
            let lead = |t: Target| (Office::HeadOfDelegation, t);
            return targets.into_iter().filter(|_| heads).map(lead).collect();
        }
        // "the Sejm's Foreign Affairs Committee chair": of the committee, and not of the house.
        let owner = |house: &usize| {
            let parts = |b: &usize| {
                self.mentions
                    .bodies
                    .get(*b)
                    .map(|b| b.parts.contains(house))
            };
            office.bodies.iter().any(|b| parts(b) == Some(true))
        };
        let found: Vec<(Office, Target)> = shared(&office.bodies, share)
            .into_iter()
            .filter(|b| !owner(b))
            .filter_map(|body| self.in_body(&titles, body))
            .filter_map(|found| self.in_house_of(office, found))
            .collect();
        if !found.is_empty() || !office.bodies.is_empty() {
            return found;
        }
        let side = office.side.filter(|_| office.states.is_empty());
        shared(&office.states, share)
            .into_iter()
            .chain(side)
            .filter_map(|state| self.for_state(&titles, state))
            .collect()
    }

    /// "Head of the delegation to the Assembly": whether an office names no more than where a delegation goes, which has not sent it.
    fn is_sent_to(&self, office: &OfficeMention) -> bool {
        let to = self
            .mentions
            .words
            .text_of(&office.words)
            .contains("delegation to ");
        let assembly = |b: &usize| {
            let body = self.bodies.of(*b).and_then(|b| self.bodies.entities.get(b));
            body.is_some_and(|b| b.kind == NodeKind::Assembly)
        };
        to && office.states.is_empty()
            && !office.bodies.is_empty()
            && office.bodies.iter().all(assembly)
    }

    /// "Maldivian Members of Parliament": of the only house of the state that the words name, where the article calls the house of another
    /// state so; none where the article names no such house, "Chairman of the Federal Assembly, Federal Republic of Germany".
    fn in_house_of(
        &self,
        office: &OfficeMention,
        found: (Office, Target),
    ) -> Option<(Office, Target)> {
        let [state] = office.states.as_slice() else {
            return Some(found);
        };
        let own = self.state_of_chamber(found.1);
        if own.is_none_or(|own| own == *state) {
            return Some(found);
        }
        let house = self.chamber_of_state(*state)?;
        Some((found.0, Target::Body(house)))
    }

    /// The office of a title in the body of a mention.
    pub(super) fn in_body(&self, titles: &[&Title], mention: usize) -> Option<(Office, Target)> {
        let place = self.bodies.of(mention)?;
        let kind = self.bodies.entities.get(place)?.kind;
        Some((class_in(titles, kind)?, Target::Body(place)))
    }

    /// The office of a title with a state's name: of the state itself, else in its only chamber.
    fn for_state(&self, titles: &[&Title], state: StateCode) -> Option<(Office, Target)> {
        let of_state = |t: &&&Title| t.domain == Domain::State && t.office.is_some();
        if let Some(title) = titles.iter().find(of_state) {
            return title.office.map(|class| (class, Target::State(state)));
        }
        // "Vice President of India": of the state, and no office of ours.
        if titles.iter().any(|t| t.domain == Domain::State) {
            return None;
        }
        let title = titles.iter().find(|t| t.domain == Domain::Chamber)?;
        let body = self.chamber_of_state(state)?;
        title.office.map(|class| (class, Target::Body(body)))
    }

    /// The chamber or parliament of a state that the article names, where it names but one.
    pub(super) fn chamber_of_state(&self, state: StateCode) -> Option<usize> {
        let places = self.bodies.entities.iter().enumerate();
        // "British MP", beside the Scottish Parliament: a house of a region is not that of its state.
        let regional = |e: &BodyEntity| e.means == Means::Named;
        let mut fits = places
            .filter(|(_, e)| is_chamber(e) && !regional(e) && e.states.first() == Some(&state));
        match (fits.next(), fits.next()) {
            (Some((place, _)), None) => Some(place),
            _ => None,
        }
    }
}

/// All of several, or the one of a place.
fn shared<T: Copy>(all: &[T], share: Option<usize>) -> Vec<T> {
    match share {
        Some(n) => all.get(n).into_iter().copied().collect(),
        None => all.to_vec(),
    }
}

//! What is known of the people of an article when all its sentences have been read.
//!
//! In come what the sentences show and what the rules have read, out come the features of each person and of the article.
//! This module weighs nothing.

use super::super::event::{Events, Meeting};
use super::super::facts::{Facts, Ground};
use super::feature::{Feature, Of, of_classes, of_traits};
use super::sighting::Sighting;
use super::traits::{Trait, Traits};
use crate::lexicon::{Class, ClassSet};
use crate::ontology::{MeetingKind, MeetingStatus, Office, StateCode};

/// How many sentences two people, or a person and a body, may be apart in an article that tells of both at once. Digests of many
/// reports are read as one article.
pub(super) const REACH: usize = 10;

/// What somebody may have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rule::en) enum Deed {
    /// Attended the session or conference of a body, by its place in the list of bodies.
    Attended(usize),
    /// Met another person, by place in the list of people.
    Met(usize),
}

/// Somebody who may have done something.
#[derive(Debug, Clone)]
pub(in crate::rule::en) struct Candidate {
    /// The person, by place in the list of people.
    pub person: usize,
    /// What.
    pub deed: Deed,
    /// What can be said of it.
    pub features: Vec<Feature>,
    /// Whether a rule has read it.
    pub told: bool,
}

/// A person of the article with what can be said of him or her alone.
pub(super) struct Someone<'x> {
    /// The place in the list of people.
    pub person: usize,
    /// What the sentences show.
    pub seen: &'x Sighting,
    /// What is so of the person.
    pub traits: Traits,
    /// The features of the person, in ascending order.
    pub features: Vec<Feature>,
}

impl Someone<'_> {
    /// Whether what is told of somebody keeps him or her away: a sentence says that he or she was elsewhere or only speaks of him or her,
    /// all of them tell a plan, a wish or a denial, or all offices are over.
    pub(super) fn is_kept_away(&self) -> bool {
        let open = ClassSet::of(&[Class::Future, Class::Wish, Class::Negation]);
        let traits = [Trait::Former, Trait::Absent, Trait::Away];
        self.seen.always.meets(open)
            || traits.iter().any(|t| self.traits.has(*t))
            || self.traits.has(Trait::ToMeet) && !self.traits.has(Trait::Met)
    }
}

/// An article that has been read by the rules.
pub(super) struct Article<'x, 'f, 'm, 'a> {
    /// People, bodies and offices.
    pub facts: &'f Facts<'m, 'a>,
    /// What happened by the rules, with what the sentences show.
    pub events: &'x Events,
}

impl<'x> Article<'x, '_, '_, '_> {
    /// The meetings and sessions that were held, by the rules.
    pub(super) fn held(&self) -> impl Iterator<Item = &'x Meeting> + use<'x> {
        let meetings = self.events.meetings.iter();
        meetings.filter(|m| m.status == MeetingStatus::Held)
    }

    /// The meetings of sides that were held.
    pub(super) fn met(&self) -> impl Iterator<Item = &'x Meeting> + use<'x> {
        self.held().filter(|m| m.body.is_none())
    }

    /// Everybody of whom a sentence speaks, in the order of the list of people.
    pub(super) fn people(&self) -> Vec<Someone<'x>> {
        let people = self.events.sightings.people.iter().enumerate();
        let seen = people.filter(|(_, seen)| !seen.sentences.is_empty());
        seen.map(|(person, seen)| {
            let traits = self.traits(person, seen);
            let mut features = Vec::new();
            of_classes(Of::Around, seen.around, &mut features);
            of_classes(Of::Always, seen.always, &mut features);
            of_traits(Of::Person, traits, &mut features);
            features.sort_unstable();
            Someone {
                person,
                seen,
                traits,
                features,
            }
        })
        .collect()
    }

    /// What is so of a person.
    fn traits(&self, person: usize, seen: &Sighting) -> Traits {
        let facts = self.facts;
        let state = facts.state_of(person);
        let is_in = |m: &Meeting| m.people().any(|p| p == person);
        let to_come = |m: &&Meeting| m.status != MeetingStatus::Held;
        let visits = || self.events.visits.iter().filter(|v| v.person == person);
        seen.traits
            .or(self.offices(person))
            .when(seen.sentences.len() == 1, Trait::Once)
            .when(seen.sentences.len() > 2, Trait::Often)
            .when(state.is_some() && state == facts.home, Trait::AtHome)
            .when(state.is_none(), Trait::Stateless)
            .when(
                facts.ground_of(person) == Some(Ground::Supposed),
                Trait::SupposedState,
            )
            .when(self.met().any(is_in), Trait::Met)
            .when(
                self.held().filter(|m| m.body.is_some()).any(is_in),
                Trait::Sat,
            )
            .when(
                self.events.meetings.iter().filter(to_come).any(is_in),
                Trait::ToMeet,
            )
            .when(visits().any(|v| !v.planned), Trait::Travels)
            .when(visits().any(|v| v.planned), Trait::ToTravel)
    }

    /// What the offices of a person show.
    fn offices(&self, person: usize) -> Traits {
        let facts = self.facts;
        let own = || {
            facts
                .roles
                .iter()
                .filter(|r| r.person == person && !r.former)
        };
        let holds = |offices: &[Office]| own().any(|r| offices.contains(&r.office));
        Traits::EMPTY
            .when(facts.is_legislator(person), Trait::Legislator)
            .when(facts.is_ambassador(person), Trait::Ambassador)
            .when(facts.is_former(person), Trait::Former)
            .when(facts.heads(person), Trait::Leads)
            .when(
                holds(&[Office::Speaker, Office::DeputySpeaker]),
                Trait::Speaker,
            )
            .when(
                holds(&[Office::Chair, Office::CoChair, Office::DeputyChair]),
                Trait::Chair,
            )
            .when(holds(&[Office::Member]), Trait::Member)
            .when(
                holds(&[
                    Office::HeadOfState,
                    Office::HeadOfGovernment,
                    Office::Minister,
                ]),
                Trait::Executive,
            )
            .when(own().next().is_none(), Trait::Officeless)
    }

    /// What is so of the article as a whole.
    pub(super) fn whole(&self, people: usize) -> Traits {
        let mut states: Vec<StateCode> = self.facts.states.iter().flatten().copied().collect();
        states.sort_unstable();
        states.dedup();
        let meetings = self.met().count();
        Traits::EMPTY
            .when(people <= 3, Trait::Few)
            .when(people >= 8, Trait::Many)
            .when(states.len() == 2, Trait::TwoStates)
            .when(states.len() > 2, Trait::ManyStates)
            .when(meetings > 0, Trait::TellsMeeting)
            .when(meetings > 1, Trait::TellsMeetings)
            .when(self.held().any(|m| m.body.is_some()), Trait::TellsSession)
            .when(
                self.held().any(|m| m.kind == MeetingKind::Call),
                Trait::TellsCall,
            )
            .when(self.facts.tells_of_letter(), Trait::TellsLetter)
            .when(!self.events.visits.is_empty(), Trait::TellsVisit)
    }
}

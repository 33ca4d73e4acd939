//! Everybody with every body that may have sat: who may have attended a session or conference.
//!
//! In comes an article, out come candidates. This module weighs nothing.

use super::super::facts::Target;
use super::article::{Article, Candidate, Deed, REACH, Someone};
use super::feature::{Feature, Of, of_classes, of_traits};
use super::sighting::{BodySighting, distance};
use super::traits::{Trait, Traits};
use crate::ontology::{BodyForm, NodeKind, Office};

impl Article<'_, '_, '_, '_> {
    /// Everybody with every commission and assembly that the article names.
    pub(super) fn seats(&self, people: &[Someone<'_>], whole: Traits) -> Vec<Candidate> {
        let mut found = Vec::new();
        let bodies = self.events.sightings.bodies.iter().enumerate();
        let named: Vec<(usize, &BodySighting, NodeKind)> = bodies
            .filter(|(_, seen)| !seen.sentences.is_empty())
            .filter_map(|(n, seen)| Some((n, seen, self.facts.bodies.entities.get(n)?.kind)))
            .filter(|(.., kind)| matches!(kind, NodeKind::Commission | NodeKind::Assembly))
            .collect();
        let most = named.iter().map(|(_, b, _)| b.sentences.len()).max();
        for (number, seen, kind) in &named {
            let traits = self
                .traits_of_body(*number, seen, *kind)
                .when(named.len() == 1, Trait::OnlyBody)
                .when(Some(seen.sentences.len()) == most, Trait::MostNamed);
            let mut own = Vec::new();
            of_classes(Of::BodyAround, seen.around, &mut own);
            of_classes(Of::BodyBeside, seen.beside, &mut own);
            of_traits(Of::Body, traits, &mut own);
            of_classes(Of::Article, self.events.sightings.article, &mut own);
            let near = |p: &&Someone<'_>| {
                distance(&p.seen.sentences, &seen.sentences).is_some_and(|d| d <= REACH)
            };
            let there = people.iter().filter(|p| !p.is_kept_away());
            let there = there.filter(|p| !self.only_leads_another(p, *number));
            for someone in there.filter(near) {
                let mut features = someone.features.clone();
                features.extend_from_slice(&own);
                let cross = whole.or(self.ties(someone, *number, seen));
                of_traits(Of::Whole, cross, &mut features);
                if traits.has(Trait::Held) {
                    of_traits(Of::AtHeld, someone.traits, &mut features);
                }
                if traits.has(Trait::SitsInLead) {
                    of_traits(Of::AtLead, someone.traits, &mut features);
                }
                found.push(self.seat(someone.person, *number, features));
            }
        }
        found
    }

    /// "The work of the friendship groups led by A and B was noted": whether all that is told of somebody is that he or she leads another body
    /// than the one at hand, and no delegation, which would have come.
    fn only_leads_another(&self, someone: &Someone<'_>, body: usize) -> bool {
        let mut roles = self.facts.roles.iter();
        let other = roles.any(|r| match r.target {
            Target::Body(led) if r.person == someone.person && led != body => {
                let led = self.facts.bodies.entities.get(led);
                led.is_some_and(|b| b.form != Some(BodyForm::Delegation))
            }
            _ => false,
        });
        other && !someone.seen.tells_more
    }

    fn seat(&self, person: usize, body: usize, features: Vec<Feature>) -> Candidate {
        let mut sessions = self.held().filter(|m| m.body == Some(body));
        Candidate {
            person,
            deed: Deed::Attended(body),
            features,
            told: sessions.any(|m| m.people().any(|p| p == person)),
        }
    }

    /// What is so of a body.
    fn traits_of_body(&self, number: usize, seen: &BodySighting, kind: NodeKind) -> Traits {
        let held = self.held().any(|m| m.body == Some(number));
        let other = self
            .held()
            .any(|m| m.body.is_some() && m.body != Some(number));
        seen.traits
            .when(kind == NodeKind::Commission, Trait::Commission)
            .when(kind == NodeKind::Assembly, Trait::Assembly)
            .when(held, Trait::Held)
            .when(held && !other, Trait::OnlyHeld)
            .when(other, Trait::OtherHeld)
            .when(seen.sentences.len() == 1, Trait::Once)
            .when(seen.sentences.len() > 2, Trait::Often)
    }

    /// What ties a person to a body.
    fn ties(&self, someone: &Someone<'_>, body: usize, seen: &BodySighting) -> Traits {
        let offices = || {
            let roles = self.facts.roles.iter();
            roles.filter(|r| r.person == someone.person && r.target == Target::Body(body))
        };
        let apart = distance(&someone.seen.sentences, &seen.sentences);
        let within = |limit: usize| apart.is_some_and(|d| d <= limit);
        Traits::EMPTY
            .when(offices().next().is_some(), Trait::InOffice)
            .when(
                offices().any(|r| matches!(r.office, Office::Chair | Office::CoChair)),
                Trait::InChair,
            )
            .when(within(0), Trait::Together)
            .when(within(2), Trait::Near)
    }
}

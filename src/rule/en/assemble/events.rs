//! Claims of meetings and visits.
//!
//! In come the events of an article, out come claims with their evidence. This module never joins two events.

use super::super::event::{Events, Meeting, Sign};
use super::super::facts::Target;
use super::Builder;
use crate::claim::{Assertion, Capacity, Claim, Confidence, Outcome, Why};

impl Builder<'_, '_, '_> {
    /// How sure the surest sign is, and the words of all.
    fn evidence(&self, signs: &[Sign]) -> (Confidence, Vec<Why>) {
        let best = signs.iter().map(|s| s.confidence).max().unwrap_or(50);
        let mut evidence: Vec<Why> = signs
            .iter()
            .map(|s| Why::Words(self.words(&s.words, s.rule)))
            .collect();
        evidence.sort();
        evidence.dedup();
        (Confidence::hundredths(best), evidence)
    }

    /// Adds the meetings with two sides, and those of a body that is kept.
    pub(super) fn meetings(&mut self, events: &Events) {
        for meeting in &events.meetings {
            let entities = |side: &Vec<usize>| -> Vec<usize> {
                let people = side.iter();
                people.filter_map(|p| self.people.get(p).copied()).collect()
            };
            let mut sides: Vec<Vec<usize>> = meeting.sides.iter().map(entities).collect();
            sides.retain(|s| !s.is_empty());
            let body = meeting.body.and_then(|b| self.bodies.get(&b).copied());
            if body.is_none() && sides.len() < 2 {
                continue;
            }
            let supposed = meeting.supposed.iter().map(|s| s.sign.clone());
            let signs: Vec<Sign> = meeting.signs.iter().cloned().chain(supposed).collect();
            let (_, evidence) = self.evidence(&signs);
            let confidence = sureness(meeting);
            self.claims.push(Claim {
                assertion: Assertion::Meeting {
                    kind: meeting.kind,
                    status: meeting.status,
                    sides,
                    capacities: self.capacities(meeting),
                    body,
                    session: meeting.session,
                    date: meeting.date,
                    place: meeting.place.clone(),
                    outcomes: self.outcomes(meeting),
                },
                confidence,
                evidence,
            });
        }
    }

    /// What came out of a meeting, each sort once with all words that say so.
    fn outcomes(&self, meeting: &Meeting) -> Vec<Outcome> {
        let mut found: Vec<Outcome> = Vec::new();
        for (kind, sign) in &meeting.outcomes {
            let words = self.words(&sign.words, sign.rule);
            match found.iter_mut().find(|o| o.kind == *kind) {
                Some(known) => known.evidence.push(words),
                None => found.push(Outcome {
                    kind: *kind,
                    evidence: vec![words],
                }),
            }
        }
        for outcome in &mut found {
            outcome.evidence.sort();
            outcome.evidence.dedup();
        }
        found.sort();
        found
    }

    /// Adds what happened to bodies that are kept.
    pub(super) fn lives(&mut self, events: &Events) {
        for life in &events.lives {
            let Some(body) = self.bodies.get(&life.body).copied() else {
                continue;
            };
            let why = Why::Words(self.words(&life.sign.words, life.sign.rule));
            self.claims.push(Claim {
                assertion: Assertion::Life {
                    body,
                    event: life.event,
                    date: life.date,
                },
                confidence: Confidence::hundredths(life.sign.confidence),
                evidence: vec![why],
            });
        }
    }

    /// The offices that those who took part in a meeting held, in what is an entity already.
    fn capacities(&self, meeting: &Meeting) -> Vec<Capacity> {
        let mut capacities: Vec<Capacity> = Vec::new();
        for role in self.facts.roles.iter().filter(|r| !r.former) {
            let place = match role.target {
                Target::Body(body) => self.bodies.get(&body).copied(),
                Target::State(code) => self.states.get(&code).copied(),
            };
            if let Some(target) = place
                && let Some(person) = self.people.get(&role.person).copied()
                && meeting.people().any(|p| p == role.person)
            {
                capacities.push(Capacity {
                    person,
                    office: role.office,
                    target,
                });
            }
        }
        capacities.sort();
        capacities.dedup();
        capacities
    }

    /// Adds the visits.
    pub(super) fn visits(&mut self, events: &Events) {
        for visit in &events.visits {
            let Some(person) = self.people.get(&visit.person).copied() else {
                continue;
            };
            let state = self.state(visit.state);
            let (confidence, evidence) = self.evidence(&visit.signs);
            self.claims.push(Claim {
                assertion: Assertion::Visited {
                    person,
                    state,
                    date: visit.date,
                    planned: visit.planned,
                },
                confidence,
                evidence,
            });
        }
    }
}

/// How sure a meeting is with all its people: as sure as the surest of its signs where sentences tell of all, else the mean over the
/// people, so that of ten people at such meetings as many were there as it says.
fn sureness(meeting: &Meeting) -> Confidence {
    let told = meeting.signs.iter().map(|s| s.confidence);
    let told = told.max().unwrap_or(50);
    let supposed = meeting.supposed.iter();
    let supposed = supposed.map(|s| usize::from(s.sign.confidence));
    let people = meeting.people().count();
    let sum =
        supposed.sum::<usize>() + people.saturating_sub(meeting.supposed.len()) * usize::from(told);
    let mean = u8::try_from((sum + people / 2) / people.max(1)).unwrap_or(told);
    Confidence::hundredths(if meeting.supposed.is_empty() {
        told
    } else {
        mean
    })
}

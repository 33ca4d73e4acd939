//! The second walk over the readings: each claim and each mention goes to what it is told of.

use std::io;

use super::told::Claimed;
use crate::claim::{Assertion, Capacity, Claim, Confidence, EntityIndex, Reading};
use crate::graph::fold::nodes::{first_words, row_of_person};
use crate::graph::model::{Edge, Tie};
use crate::graph::rivals::is_sure;
use crate::identity::bounded::{Gatherings, Records, Speaking, Who, push_all};
use crate::identity::{Telling, clean};
use crate::ontology::NodeKind;
use crate::runs::{Key, Sorter, render};

/// What is told of nodes, offices, ties and meetings.
pub(super) struct Sorted {
    /// By place of the node, then of the reading.
    pub(super) mentions: Sorter,
    /// By place of the body.
    pub(super) lives: Sorter,
    /// By body, office and person.
    pub(super) roles: Sorter,
    /// The same, of offices that one person holds at a time: only the days.
    pub(super) times: Sorter,
    /// By the key of the edge.
    pub(super) ties: Sorter,
    /// By place of the meeting, reading and claim.
    pub(super) meetings: Sorter,
}

/// Where the claims go, and who is who in them.
struct Walk<'w> {
    who: &'w Who,
    gatherings: Gatherings,
    to: Sorted,
}

/// Sorts what all readings tell.
pub(super) fn sort(
    speaking: &mut Speaking,
    who: &Who,
    gatherings: Gatherings,
    share: usize,
) -> io::Result<(Sorted, Gatherings)> {
    let new = || Sorter::new(share);
    let mut walk = Walk {
        who,
        gatherings,
        to: Sorted {
            mentions: new(),
            lives: new(),
            roles: new(),
            times: new(),
            ties: new(),
            meetings: new(),
        },
    };
    let mentions = |place, of: &Reading, is_stand_in: &dyn Fn(usize) -> bool| {
        mentions(who, (place, of), is_stand_in)
    };
    speaking.each_with_source(mentions, |at, of, mentions| {
        push_all(&mut walk.to.mentions, &mentions)?;
        for (number, claim) in of.reading.claims.iter().enumerate() {
            walk.claim(&Claimed {
                of,
                at,
                number,
                claim,
            })?;
        }
        Ok(())
    })?;
    Ok((walk.to, walk.gatherings))
}

/// Where a reading mentions nodes, by the nodes.
fn mentions(
    who: &Who,
    (place, reading): (usize, &Reading),
    is_stand_in: &dyn Fn(usize) -> bool,
) -> io::Result<Records> {
    let mut records = Vec::with_capacity(reading.entities.len());
    for (index, entity) in reading.entities.iter().enumerate() {
        let node = who.of(place, index, |_| true);
        let Some(node) = node.filter(|_| !is_stand_in(index)) else {
            continue;
        };
        let forms = entity.forms.iter().filter(|form| form.name);
        let names = forms.map(|form| &form.text).chain([&entity.name]);
        let names: Vec<String> = names.map(|name| clean(name)).collect();
        let words = first_words(reading, entity);
        let words = words.map(|words| (words.document, words.start, words.end, words.name));
        let key = Key::new().number(node).number(place).number(index);
        let mention = render(&(names, words, row_of_person(entity)))?;
        records.push((key.into_bytes(), mention));
    }
    Ok(records)
}

impl Walk<'_> {
    /// The people and bodies of the capacities in which people came to a meeting.
    fn capacities(&self, place: usize, claim: &Claim) -> Vec<Option<usize>> {
        let Assertion::Meeting { capacities, .. } = &claim.assertion else {
            return Vec::new();
        };
        let of = |capacity: &Capacity| {
            let is_body = |kind: NodeKind| !kind.is_person();
            [
                self.who.of(place, capacity.person, NodeKind::is_person),
                self.who.of(place, capacity.target, is_body),
            ]
        };
        capacities.iter().flat_map(of).collect()
    }

    fn claim(&mut self, claimed: &Claimed<'_>) -> io::Result<()> {
        let who = self.who;
        let telling = Telling {
            reading: claimed.at.0,
            claim: claimed.number,
        };
        let of =
            |entity: EntityIndex, fits: fn(NodeKind) -> bool| who.of(telling.reading, entity, fits);
        let is_any = |kind: NodeKind| !kind.is_person();
        let behind = |key: Key| {
            key.number(telling.reading)
                .number(telling.claim)
                .into_bytes()
        };
        let (ends, tie) = match &claimed.claim.assertion {
            Assertion::Role { .. } => return self.role(telling, claimed),
            Assertion::Meeting { .. } => {
                let Some(meeting) = self.gatherings.told_by(telling)? else {
                    return Ok(());
                };
                let key = behind(Key::new().number(meeting));
                let nodes = self.capacities(telling.reading, claimed.claim);
                return self.to.meetings.push(&key, &claimed.record(&nodes, None)?);
            }
            Assertion::Life { body, .. } => {
                let Some(body) = of(*body, NodeKind::is_body) else {
                    return Ok(());
                };
                let key = behind(Key::new().number(body));
                return self.to.lives.push(&key, &claimed.record(&[], None)?);
            }
            Assertion::Visited {
                person,
                state,
                date,
                planned,
            } => {
                let state = of(*state, |kind| kind == NodeKind::State);
                let tie = Tie::Visited {
                    date: *date,
                    planned: *planned,
                };
                ((of(*person, NodeKind::is_person), state), tie)
            }
            Assertion::PartOf { part, whole } => (
                (of(*part, NodeKind::is_body), of(*whole, is_any)),
                Tie::PartOf,
            ),
            Assertion::Links { body, target } => (
                (of(*body, NodeKind::is_body), of(*target, is_any)),
                Tie::Links,
            ),
        };
        self.tie(ends, tie, claimed)
    }

    fn role(&mut self, telling: Telling, claimed: &Claimed<'_>) -> io::Result<()> {
        let Assertion::Role {
            person,
            office,
            target,
            former,
            term,
            ..
        } = &claimed.claim.assertion
        else {
            return Ok(());
        };
        let of = |entity: EntityIndex, fits: fn(NodeKind) -> bool| {
            self.who.of(telling.reading, entity, fits)
        };
        let person = of(*person, NodeKind::is_person);
        let target = of(*target, |kind| !kind.is_person());
        let (Some(person), Some(target)) = (person, target) else {
            return Ok(());
        };
        let key = Key::new()
            .number(target)
            .small(*office as u8)
            .number(person);
        if office.has_one_holder() {
            let sure = is_sure(claimed.claim.confidence);
            let time = (claimed.of.reading.document.date, term, former, sure);
            let own = key.clone().into_bytes();
            self.to.times.push(&own, &render(&time)?)?;
        }
        let key = key.number(telling.reading).number(telling.claim);
        self.to
            .roles
            .push(&key.into_bytes(), &claimed.record(&[], None)?)
    }

    fn tie(
        &mut self,
        ends: (Option<usize>, Option<usize>),
        tie: Tie,
        claimed: &Claimed<'_>,
    ) -> io::Result<()> {
        let (Some(source), Some(target)) = ends else {
            return Ok(());
        };
        if source == target {
            return Ok(());
        }
        let edge = Edge {
            tie,
            confidence: Confidence::FULL,
            evidence: Vec::new(),
        };
        let key = Key::new().number(source).number(target).word(&edge.key());
        let record = claimed.record(&[], Some(&edge.tie))?;
        self.to.ties.push(&key.into_bytes(), &record)
    }
}

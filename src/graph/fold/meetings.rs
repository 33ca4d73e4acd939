//! Meetings, and the edges that are their projection.

use std::collections::{BTreeMap, BTreeSet};

use super::nodes::Nodes;
use super::support::{Support, Witness, Witnesses};
use crate::claim::{Assertion, Capacity, Confidence, EntityIndex, Outcome};
use crate::graph::model::{Difference, Edge, Evidence, Meeting, MeetingOutcome, Participant, Tie};
use crate::graph::relation_graph::RelationGraph;
use crate::identity::{Gathering, clean};
use crate::ontology::{MeetingDetail, MeetingKind, MeetingStatus, NodeKind, OutcomeKind};

/// In a room of more people than this, being there is not meeting each other.
const MOST_WHO_MEET: usize = 40;

/// Who is who, for those who put a meeting together.
pub(super) trait Company {
    /// The id of the cluster at a place.
    fn id(&self, place: usize) -> String;

    /// The place of the cluster of an entity, where it is of a kind that fits.
    fn cluster(
        &self,
        of: Witness<'_>,
        entity: EntityIndex,
        fits: fn(NodeKind) -> bool,
    ) -> Option<usize>;
}

impl Company for Witnesses<'_> {
    fn id(&self, place: usize) -> String {
        let cluster = self.clusters().get(place);
        cluster.map_or_else(String::new, |c| c.id.clone())
    }

    fn cluster(
        &self,
        of: Witness<'_>,
        entity: EntityIndex,
        fits: fn(NodeKind) -> bool,
    ) -> Option<usize> {
        Witnesses::cluster(self, of, entity, fits)
    }
}

/// Puts the meetings in, and the edges `met` and `attended` of those that were held.
pub(super) fn put(
    graph: &mut RelationGraph,
    witnesses: &Witnesses<'_>,
    nodes: &Nodes,
    gatherings: &[Gathering],
) {
    for gathering in gatherings {
        let tellings: Vec<Witness<'_>> = gathering
            .tellings
            .iter()
            .filter_map(|t| witnesses.at(t.reading, t.claim))
            .collect();
        let (meeting, support) = told(witnesses, gathering, &tellings);
        let sure = support.confidence();
        for (source, target, edge) in projected(gathering, sure, support.into_evidence()) {
            if let (Some(source), Some(target)) = (nodes.at(source), nodes.at(target)) {
                // Keys are unique here: each pair of people, and each person with the body, once a meeting.
                graph.put_edge(source, target, edge);
            }
        }
        graph.put_meeting(meeting);
    }
}

/// A meeting as its tellings have it, and what stands behind its edges.
pub(super) fn told(
    who: &impl Company,
    gathering: &Gathering,
    tellings: &[Witness<'_>],
) -> (Meeting, Support) {
    // Who announced the meeting is no witness that it was held.
    let mut support = Support::default();
    for telling in tellings {
        if matches!(&telling.claim.assertion, Assertion::Meeting { status, .. } if *status == gathering.status)
        {
            support.add(*telling);
        }
    }
    (meeting(who, gathering, tellings, &support), support)
}

fn meeting(
    who: &impl Company,
    gathering: &Gathering,
    tellings: &[Witness<'_>],
    support: &Support,
) -> Meeting {
    let id = |place: &usize| who.id(*place);
    let mut all = Support::default();
    let mut participants = BTreeSet::new();
    let mut outcomes: BTreeMap<OutcomeKind, Support> = BTreeMap::new();
    for telling in tellings {
        all.add(*telling);
        let (capacities, results) = details(*telling);
        participants.extend(capacities.iter().filter_map(|capacity| {
            let person = who.cluster(*telling, capacity.person, NodeKind::is_person)?;
            let body = who.cluster(*telling, capacity.target, |kind| !kind.is_person())?;
            Some(Participant {
                person: id(&person),
                capacity: capacity.office,
                body: id(&body),
            })
        }));
        for outcome in results {
            let told = outcomes.entry(outcome.kind).or_default();
            told.add_words(&outcome.evidence, &telling.reading.document.id);
        }
    }
    Meeting {
        id: gathering.id.clone(),
        kind: gathering.kind,
        status: gathering.status,
        date: gathering.date,
        place: gathering.place.clone(),
        body: gathering.body.as_ref().map(id),
        session: gathering.session,
        sides: gathering
            .sides
            .iter()
            .map(|side| side.iter().map(id).collect())
            .collect(),
        participants: participants.into_iter().collect(),
        outcomes: outcomes
            .into_iter()
            .map(|(kind, told)| MeetingOutcome {
                kind,
                evidence: told.into_evidence(),
            })
            .collect(),
        differences: differences(gathering, tellings),
        confidence: support.confidence(),
        evidence: all.into_evidence(),
    }
}

/// What the tellings say otherwise than the meeting that they were put together to. Who says nothing does not differ, nor who
/// knows the month of the day.
fn differences(gathering: &Gathering, tellings: &[Witness<'_>]) -> Vec<Difference> {
    let mut told: BTreeMap<(MeetingDetail, String), BTreeSet<String>> = BTreeMap::new();
    for telling in tellings {
        let Assertion::Meeting {
            kind,
            date,
            place,
            session,
            ..
        } = &telling.claim.assertion
        else {
            continue;
        };
        let kind = (*kind != gathering.kind).then(|| kind.to_string());
        let date = date.filter(|date| date.day().is_some() && Some(*date) != gathering.date);
        let place = place.as_deref().map(clean);
        let place =
            place.filter(|place| !place.is_empty() && Some(place) != gathering.place.as_ref());
        let session = session.filter(|session| Some(*session) != gathering.session);
        let said = [
            (MeetingDetail::Kind, kind),
            (MeetingDetail::Date, date.map(|date| date.to_string())),
            (MeetingDetail::Place, place),
            (
                MeetingDetail::Session,
                session.map(|number| number.to_string()),
            ),
        ];
        for (detail, value) in said {
            if let Some(value) = value {
                let documents = told.entry((detail, value)).or_default();
                documents.insert(telling.reading.document.id.clone());
            }
        }
    }
    let told = told.into_iter();
    told.map(|((detail, value), documents)| Difference {
        detail,
        value,
        documents,
    })
    .collect()
}

fn details(telling: Witness<'_>) -> (&[Capacity], &[Outcome]) {
    if let Assertion::Meeting {
        capacities,
        outcomes,
        ..
    } = &telling.claim.assertion
    {
        (capacities, outcomes)
    } else {
        (&[], &[])
    }
}

/// The edges of a meeting with the places of their ends, if it was held. All of them are as sure as it is, for the same reasons.
pub(super) fn projected(
    gathering: &Gathering,
    confidence: Confidence,
    evidence: Vec<Evidence>,
) -> impl Iterator<Item = (usize, usize, Edge)> {
    let people: BTreeSet<usize> = gathering.sides.iter().flatten().copied().collect();
    let met = pairs(gathering, people.len());
    let attended = gathering.body.into_iter();
    let attended = attended.flat_map(move |body| {
        people
            .clone()
            .into_iter()
            .map(move |one| (one, body, false))
    });
    let met = met.into_iter().map(|(one, other)| (one, other, true));
    let ends = attended.chain(met);
    let ends = ends.filter(|_| gathering.status == MeetingStatus::Held);
    ends.map(move |(source, target, met)| {
        let (kind, meeting) = (gathering.kind, gathering.id.clone());
        let (date, place) = (gathering.date, gathering.place.clone());
        let tie = if met {
            Tie::Met {
                kind,
                meeting,
                date,
                place,
            }
        } else {
            Tie::Attended {
                kind,
                meeting,
                date,
                place,
            }
        };
        let edge = Edge {
            tie,
            confidence,
            evidence: evidence.clone(),
        };
        (source, target, edge)
    })
}

/// The pairs of people who met: across the sides, the smaller place first, each pair once.
fn pairs(gathering: &Gathering, people: usize) -> BTreeSet<(usize, usize)> {
    let across = match gathering.kind {
        MeetingKind::Bilateral | MeetingKind::Call => true,
        MeetingKind::Session | MeetingKind::Conference => gathering.sides.len() == 2,
    };
    let mut pairs = BTreeSet::new();
    if !across || people > MOST_WHO_MEET {
        return pairs;
    }
    for (at, side) in gathering.sides.iter().enumerate() {
        for other in gathering.sides.iter().skip(at + 1) {
            for one in side {
                pairs.extend(other.iter().map(|two| (*one.min(two), *one.max(two))));
            }
        }
    }
    pairs.retain(|(one, two)| one != two);
    pairs
}

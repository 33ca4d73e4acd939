//! The meetings of one node, from the records of the graph.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::allegiance::is_there;
use super::answer::{Brief, Capacity, Proof, Sources};
use crate::claim::Confidence;
use crate::graph::{Meeting, RelationGraph};
use crate::ontology::{MeetingDetail, MeetingKind, MeetingStatus, OutcomeKind};
use crate::text::PartialDate;

/// A meeting as one node sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingAnswer {
    /// The id of the meeting.
    pub id: String,
    /// How people came together.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: MeetingStatus,
    /// The day, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The body whose session or conference it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Brief>,
    /// The number of the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<u32>,
    /// In which capacity the person came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacities: Vec<Capacity>,
    /// Who else took part: the other side where there are two, else everybody.
    pub with: Vec<Brief>,
    /// Who came along on the person's own side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together_with: Vec<Brief>,
    /// What came out of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<OutcomeAnswer>,
    /// What some documents say otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<DifferenceAnswer>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The words that say so.
    pub evidence: Vec<Proof>,
}

/// What some documents say of a meeting otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferenceAnswer {
    /// Of what.
    pub detail: MeetingDetail,
    /// What they say.
    pub value: String,
    /// The numbers of the documents among the sources of the answer, from 1.
    pub sources: Vec<usize>,
}

/// What came out of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeAnswer {
    /// What sort.
    pub kind: OutcomeKind,
    /// The words that say so.
    pub evidence: Vec<Proof>,
}

/// The talks and calls of a node, and its sessions and conferences, of some meetings in the order of their ids; the latest first.
pub(super) fn meetings<'g>(
    graph: &RelationGraph,
    id: &str,
    among: impl Iterator<Item = &'g Meeting>,
    sources: &mut Sources,
) -> (Vec<MeetingAnswer>, Vec<MeetingAnswer>) {
    let mut found: Vec<MeetingAnswer> = among
        .filter(|m| is_there(m, id) || m.body.as_deref() == Some(id))
        .map(|m| meeting_answer(graph, m, id, sources))
        .collect();
    found.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    found
        .into_iter()
        .partition(|m| matches!(m.kind, MeetingKind::Bilateral | MeetingKind::Call))
}

fn meeting_answer(
    graph: &RelationGraph,
    meeting: &Meeting,
    id: &str,
    sources: &mut Sources,
) -> MeetingAnswer {
    let own = meeting
        .sides
        .iter()
        .find(|side| side.iter().any(|p| p == id));
    let own = own.filter(|_| meeting.sides.len() == 2);
    let on_own_side = |person: &str| own.is_some_and(|side| side.iter().any(|p| p == person));
    let everybody: BTreeSet<&str> = meeting
        .sides
        .iter()
        .flatten()
        .chain(meeting.participants.iter().map(|p| &p.person))
        .map(String::as_str)
        .filter(|person| *person != id)
        .collect();
    let briefs = |own_side: bool| {
        let people = everybody.iter().filter(|p| on_own_side(p) == own_side);
        people.map(|p| Brief::of_id(graph, p)).collect()
    };
    let capacities = meeting.participants.iter().filter(|p| p.person == id);
    let body = meeting.body.as_deref().filter(|body| *body != id);
    MeetingAnswer {
        id: meeting.id.clone(),
        kind: meeting.kind,
        status: meeting.status,
        date: meeting.date,
        place: meeting.place.clone(),
        body: body.map(|body| Brief::of_id(graph, body)),
        session: meeting.session,
        capacities: capacities.map(|p| Capacity::of(graph, p)).collect(),
        with: briefs(false),
        together_with: briefs(true),
        outcomes: outcomes(graph, meeting, sources),
        confidence: meeting.confidence,
        evidence: sources.proofs(graph, &meeting.evidence),
        differences: differences(graph, meeting, sources),
    }
}

/// What came out of a meeting, with the words that say so.
pub(super) fn outcomes(
    graph: &RelationGraph,
    meeting: &Meeting,
    sources: &mut Sources,
) -> Vec<OutcomeAnswer> {
    let outcomes = meeting.outcomes.iter();
    outcomes
        .map(|outcome| OutcomeAnswer {
            kind: outcome.kind,
            evidence: sources.proofs(graph, &outcome.evidence),
        })
        .collect()
}

/// What some documents say of a meeting otherwise.
pub(super) fn differences(
    graph: &RelationGraph,
    meeting: &Meeting,
    sources: &mut Sources,
) -> Vec<DifferenceAnswer> {
    let mut answers = Vec::new();
    for difference in &meeting.differences {
        let documents = difference.documents.iter();
        answers.push(DifferenceAnswer {
            detail: difference.detail,
            value: difference.value.clone(),
            sources: documents.map(|id| sources.number(graph, id)).collect(),
        });
    }
    answers
}

//! Meetings as nobody's own: who met whom, when, where, on whose behalf, and what came of it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::allegiance::{Allegiances, all_meetings, people_of};
use super::answer::{Brief, Proof, Source, Sources};
use super::meetings::{DifferenceAnswer, OutcomeAnswer, differences, outcomes};
use super::names::fold_name;
use super::scope::Scope;
use crate::claim::Confidence;
use crate::graph::{Meeting, NodeRef, RelationGraph};
use crate::ontology::{MeetingKind, MeetingStatus, Office};
use crate::text::PartialDate;

/// Which meetings to list. The default is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeetingFilter {
    /// Time, states and confidence.
    pub scope: Scope,
    /// Who all had a part: people, bodies, states.
    pub with: Vec<NodeRef>,
    /// The city, or a part of its name, in any spelling.
    pub place: Option<String>,
    /// These kinds only; all where empty.
    pub kinds: Vec<MeetingKind>,
    /// Held or planned ones only.
    pub status: Option<MeetingStatus>,
    /// Only those with outcomes.
    pub with_outcomes: bool,
}

/// Meetings in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingList {
    /// The latest first; those without a date at the end.
    pub meetings: Vec<MeetingRecord>,
    /// How many would fit but for the time that was asked for, since nobody says when they were.
    pub undated: usize,
    /// The documents that tell of them.
    pub sources: Vec<Source>,
}

/// A meeting with all who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingRecord {
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
    /// The people by side.
    pub sides: Vec<Vec<Brief>>,
    /// Who took part on no side.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Brief>,
    /// In which capacity people came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub capacities: Vec<Attendee>,
    /// What came out of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<OutcomeAnswer>,
    /// What some documents say otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<DifferenceAnswer>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The words that say so.
    pub evidence: Vec<Proof>,
}

/// In which capacity somebody came to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attendee {
    /// Who.
    pub person: Brief,
    /// The office.
    pub office: Office,
    /// In which body or for which state.
    pub body: Brief,
}

impl MeetingRecord {
    pub(super) fn of(graph: &RelationGraph, meeting: &Meeting, sources: &mut Sources) -> Self {
        let brief = |id: &String| Brief::of_id(graph, id);
        let seated: BTreeSet<&str> = meeting.sides.iter().flatten().map(String::as_str).collect();
        let others = people_of(meeting)
            .into_iter()
            .filter(|p| !seated.contains(p));
        let sides = meeting.sides.iter().filter(|side| !side.is_empty());
        Self {
            id: meeting.id.clone(),
            kind: meeting.kind,
            status: meeting.status,
            date: meeting.date,
            place: meeting.place.clone(),
            body: meeting.body.as_ref().map(brief),
            session: meeting.session,
            sides: sides.map(|s| s.iter().map(brief).collect()).collect(),
            others: others.map(|p| Brief::of_id(graph, p)).collect(),
            capacities: meeting
                .participants
                .iter()
                .map(|p| Attendee {
                    person: brief(&p.person),
                    office: p.capacity,
                    body: brief(&p.body),
                })
                .collect(),
            evidence: sources.proofs(graph, &meeting.evidence),
            outcomes: outcomes(graph, meeting, sources),
            differences: differences(graph, meeting, sources),
            confidence: meeting.confidence,
        }
    }
}

impl MeetingFilter {
    /// Whether a meeting fits but for its date.
    pub(super) fn fits(&self, acts: &Allegiances<'_>, meeting: &Meeting) -> bool {
        let place = |wanted: &String| {
            let (wanted, place) = (fold_name(wanted), meeting.place.as_deref().map(fold_name));
            place.is_some_and(|place| place.contains(&wanted))
        };
        let states = || acts.at(meeting);
        self.scope.is_sure(meeting.confidence)
            && (self.kinds.is_empty() || self.kinds.contains(&meeting.kind))
            && self.status.is_none_or(|status| status == meeting.status)
            && (!self.with_outcomes || !meeting.outcomes.is_empty())
            && self.place.as_ref().is_none_or(place)
            && self.with.iter().all(|node| acts.has_part(meeting, *node))
            && (self.scope.states.is_empty()
                || self.scope.states.iter().all(|s| states().contains(s)))
    }
}

/// The meetings that fit, with all who took part, what came of them and the words that say so.
///
/// # Complexity
/// One pass over edges and meetings; each meeting costs a look at its participants for each of `with`.
///
/// # Example
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{MeetingFilter, list_meetings};
/// let none = list_meetings(&RelationGraph::new(), &MeetingFilter::default());
/// assert!(none.meetings.is_empty() && none.undated == 0);
/// ```
#[must_use]
pub fn list_meetings(graph: &RelationGraph, filter: &MeetingFilter) -> MeetingList {
    let mut sources = Sources::default();
    let acts = Allegiances::new(graph);
    let (meetings, undated) = fitting(graph, &acts, filter, &mut sources);
    MeetingList {
        meetings,
        undated,
        sources: sources.into_list(),
    }
}

/// The meetings that fit, the latest first, and how many would but for the time.
pub(super) fn fitting(
    graph: &RelationGraph,
    acts: &Allegiances<'_>,
    filter: &MeetingFilter,
    sources: &mut Sources,
) -> (Vec<MeetingRecord>, usize) {
    let mut undated = 0;
    let mut fitting = Vec::new();
    for meeting in all_meetings(graph) {
        if !filter.fits(acts, meeting) {
            continue;
        }
        if filter.scope.admits(meeting.date) {
            fitting.push(meeting);
        } else if meeting.date.is_none() {
            undated += 1;
        }
    }
    // The meetings come by id, and the sort keeps that order among those of one day.
    fitting.sort_by_key(|m| std::cmp::Reverse(m.date));
    let meetings = fitting
        .iter()
        .map(|m| MeetingRecord::of(graph, m, sources))
        .collect();
    (meetings, undated)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::ontology::StateCode;
    use crate::query::fixture;

    fn ids(filter: &MeetingFilter) -> Vec<String> {
        let found = list_meetings(&fixture::two_chambers(), filter);
        found.meetings.into_iter().map(|m| m.id).collect()
    }

    const CALL: &str = "meeting/2031-04-bekova-drast";
    const SESSION: &str = "meeting/2031-03-05-joint";
    const TALKS: &str = "meeting/2031-03-04-bekova-drast";

    #[test]
    fn the_latest_meeting_comes_first() {
        assert_eq!(ids(&MeetingFilter::default()), [CALL, TALKS, SESSION]);
    }

    #[test]
    fn a_meeting_is_found_by_person_body_chamber_state_and_place() {
        let graph = fixture::two_chambers();
        let with = |names: &[&str]| MeetingFilter {
            with: names.iter().map(|id| graph.find(id).unwrap()).collect(),
            ..MeetingFilter::default()
        };
        assert_eq!(ids(&with(&["person/milo-drast"])), [CALL, TALKS]);
        assert_eq!(ids(&with(&["commission/joint"])), [SESSION]);
        assert_eq!(ids(&with(&["xb/assembly", "xa/house"])), [CALL, TALKS]);
        // The commission ties both states, so its session is one of both.
        assert_eq!(
            ids(&with(&["state/XA", "state/XB"])),
            [CALL, TALKS, SESSION]
        );
        assert_eq!(ids(&with(&["state/XC"])), Vec::<String>::new());
        let place = MeetingFilter {
            place: Some("port álva".to_owned()),
            ..MeetingFilter::default()
        };
        assert_eq!(ids(&place), [TALKS]);
    }

    #[test]
    fn time_status_outcomes_states_and_confidence_narrow_the_list() {
        let scope = Scope {
            from: PartialDate::parse("2031-03-20"),
            to: PartialDate::parse("2031-03-31"),
            ..Scope::default()
        };
        let some = |change: fn(&mut MeetingFilter)| {
            let mut filter = MeetingFilter::default();
            change(&mut filter);
            ids(&filter)
        };
        let march = MeetingFilter {
            scope,
            ..MeetingFilter::default()
        };
        assert_eq!(ids(&march), [SESSION], "only the month may lie in it");
        let planned = some(|f| f.status = Some(MeetingStatus::Planned));
        assert_eq!(planned, [CALL]);
        assert_eq!(some(|f| f.with_outcomes = true), [TALKS]);
        assert_eq!(some(|f| f.kinds = vec![MeetingKind::Session]), [SESSION]);
        assert!(some(|f| f.scope.states.extend(StateCode::parse("XC"))).is_empty());
        assert!(some(|f| f.scope.least = Confidence::hundredths(98)).is_empty());
    }

    #[test]
    fn a_record_says_who_was_on_which_side_and_in_which_capacity() {
        let found = list_meetings(&fixture::two_chambers(), &MeetingFilter::default());
        let talks = found.meetings.iter().find(|m| m.id == TALKS).unwrap();
        let sides: Vec<usize> = talks.sides.iter().map(Vec::len).collect();
        assert_eq!((sides.as_slice(), talks.outcomes.len()), (&[2, 1][..], 1));
        assert_eq!(talks.capacities.first().unwrap().office, Office::Speaker);
        assert_eq!(found.sources.len(), 1);
    }
}

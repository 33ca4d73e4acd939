//! Invitations, and whether somebody came since.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Maker;
use crate::graph::{EdgeRef, Tie};
use crate::ontology::{OutcomeKind, StateCode};
use crate::query::answer::{Brief, EdgeAnswer, Proof};
use crate::query::meeting_list::MeetingRecord;
use crate::query::scope::last_day;
use crate::text::PartialDate;

/// An invitation that came out of a meeting. Who invited whom is in its words only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Invitation {
    /// The id of the meeting.
    pub meeting: String,
    /// When the meeting was, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The people of the meeting, by side.
    pub sides: Vec<Vec<Brief>>,
    /// Whether somebody came since.
    pub follow_up: FollowUp,
    /// The words of the invitation.
    pub evidence: Vec<Proof>,
}

/// What is told of visits between the states of a meeting after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", content = "visit", rename_all = "snake_case")]
pub enum FollowUp {
    /// No document tells of a visit from one to the other since.
    Open,
    /// The first visit that was made, or else planned, since, whichever way.
    Visit(Box<EdgeAnswer>),
    /// The meeting has no date or not two states, so that nobody can tell.
    Unknown,
}

impl<'g> Maker<'_, 'g> {
    /// The invitations of meetings, in their order.
    pub(super) fn invitations(&mut self, meetings: &[MeetingRecord]) -> Vec<Invitation> {
        let mut found = Vec::new();
        for meeting in meetings {
            let invited = meeting.outcomes.iter();
            let invited = invited.filter(|o| o.kind == OutcomeKind::Invitation);
            for outcome in invited {
                found.push(Invitation {
                    meeting: meeting.id.clone(),
                    date: meeting.date,
                    sides: meeting.sides.clone(),
                    follow_up: self.follow_up(meeting),
                    evidence: outcome.evidence.clone(),
                });
            }
        }
        found
    }

    fn follow_up(&mut self, record: &MeetingRecord) -> FollowUp {
        let graph = self.graph;
        let Some((meeting, date)) = graph.meeting(&record.id).zip(record.date) else {
            return FollowUp::Unknown;
        };
        let pairs = self.acts.pairs(meeting);
        if pairs.is_empty() {
            return FollowUp::Unknown;
        }
        let mut later: Vec<EdgeRef<'g>> = Vec::new();
        let mut unclear = false;
        for at in self.acts.edges() {
            if self.scope.is_sure(at.edge.confidence) && self.is_between(at, &pairs) {
                match at.edge.date() {
                    Some(day) if day.first_day() > last_day(date) => later.push(*at),
                    Some(day) => unclear |= last_day(day) > last_day(date),
                    None => unclear = true,
                }
            }
        }
        let planned = |at: &EdgeRef<'g>| matches!(at.edge.tie, Tie::Visited { planned: true, .. });
        later.retain(|at| {
            let end = self.scope.to.map(last_day);
            let first = at.edge.date().map(PartialDate::first_day);
            planned(at) || end.zip(first).is_none_or(|(end, first)| first <= end)
        });
        later.sort_by_key(|at| (planned(at), at.edge.date()));
        match later.first() {
            Some(first) => {
                let visit = EdgeAnswer::of(graph, *first, &mut self.sources);
                FollowUp::Visit(Box::new(visit))
            }
            None if unclear => FollowUp::Unknown,
            None => FollowUp::Open,
        }
    }

    /// Whether an edge is a visit from one state of a pair to the other.
    fn is_between(&self, at: &EdgeRef<'g>, pairs: &BTreeSet<(StateCode, StateCode)>) -> bool {
        let ends = self.graph.node(at.source).zip(self.graph.node(at.target));
        let Some((guest, host)) = ends.filter(|_| matches!(at.edge.tie, Tie::Visited { .. }))
        else {
            return false;
        };
        let from = self.acts.of(&guest.id);
        let goes = |from: &StateCode, to: &StateCode| {
            host.code == Some(*to) && self.acts.of(&guest.id).contains(from)
        };
        !from.is_empty() && pairs.iter().any(|(a, b)| goes(a, b) || goes(b, a))
    }
}

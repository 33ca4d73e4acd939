//! Which states were met, and how often.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Maker;
use crate::graph::NodeRef;
use crate::ontology::{MeetingStatus, StateCode};
use crate::query::answer::Brief;
use crate::query::meeting_list::MeetingRecord;
use crate::query::trips::state;
use crate::text::PartialDate;

/// A state that was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counterpart {
    /// The state.
    pub state: Brief,
    /// How many held meetings there were with it; a conference of many is none.
    pub meetings: usize,
    /// When the last of them was, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<PartialDate>,
}

impl Maker<'_, '_> {
    /// The other states of the meetings, for whom or what has one state of its own.
    pub(super) fn counterparts(
        &self,
        node: NodeRef,
        meetings: &[MeetingRecord],
    ) -> Vec<Counterpart> {
        let id = self.graph.node(node).map_or("", |n| n.id.as_str());
        let own: Vec<StateCode> = self.acts.of(id).iter().copied().collect();
        let [own] = own.as_slice() else {
            return Vec::new();
        };
        let mut counts: BTreeMap<StateCode, (usize, Option<PartialDate>)> = BTreeMap::new();
        let held = meetings.iter().filter(|m| m.status == MeetingStatus::Held);
        for meeting in held.filter_map(|m| self.graph.meeting(&m.id)) {
            for (a, b) in self.acts.pairs(meeting) {
                let other = if a == *own { b } else { a };
                if a == *own || b == *own {
                    let count = counts.entry(other).or_default();
                    *count = (count.0 + 1, count.1.max(meeting.date));
                }
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let counterpart = |(code, (meetings, last))| Counterpart {
            state: state(self.graph, code),
            meetings,
            last,
        };
        counts.into_iter().map(counterpart).collect()
    }
}

//! What has gone quiet: bodies without a session, and pairs of states without a meeting, since a day.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::about::LifeAnswer;
use super::allegiance::{Allegiances, StatePair, all_meetings};
use super::answer::{Brief, Source, Sources};
use super::body_list::{activity, is_between_states, is_of};
use super::meeting_list::MeetingRecord;
use super::scope::{Scope, last_day};
use super::trips::state;
use crate::graph::{LifeRecord, Meeting, RelationGraph};
use crate::ontology::MeetingStatus;
use crate::text::{PartialDate, days_between};

/// Days between activities that are still one occasion.
const ONE_OCCASION: i64 = 14;

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapFilter {
    /// Quiet is what did nothing on this day or later.
    pub since: PartialDate,
    /// The day on which one asks; where there is none, that of the latest document or meeting of the graph.
    pub on: Option<Date>,
    /// States that must have a part, and how sure meetings must be; its time is not looked at.
    pub scope: Scope,
    /// Whether to look at commissions, groups and assemblies.
    pub bodies: bool,
    /// Whether to look at pairs of states.
    pub pairs: bool,
}

/// What has gone quiet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gaps {
    /// Since when.
    pub since: PartialDate,
    /// The day up to which is counted; `None` for a graph without any date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Those that are quiet, the ones that are most overdue by their own custom first, then the longest quiet.
    pub gaps: Vec<Gap>,
    /// The documents that tell of the last activities.
    pub sources: Vec<Source>,
}

/// Somebody who has gone quiet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Who: one body, or the two states of a pair.
    pub who: Vec<Brief>,
    /// The date of the last activity before the silence.
    pub last: PartialDate,
    /// Days from then on. Of a month or year the last day counts, so that the silence is never told too long.
    pub quiet_days: i64,
    /// Occasions on which something happened, in all. What happened within two weeks is one occasion: a visit brings
    /// several meetings.
    pub active: usize,
    /// The usual number of days from one occasion to the next: the median. `None` where there was one only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_days: Option<i64>,
    /// The last meeting, where the last activity was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_meeting: Option<MeetingRecord>,
    /// What happened to the body, where the last activity was that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_event: Option<LifeAnswer>,
    /// Meetings that are planned for later than the last activity.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<MeetingRecord>,
}

impl Gap {
    /// Whether the silence is longer than twice the usual interval.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.usual_days
            .is_some_and(|usual| self.quiet_days > 2 * usual)
    }
}

/// The bodies and pairs of states that did something before a day and nothing since.
///
/// # Complexity
/// One pass over edges and meetings, and one over the meetings for each body.
#[must_use]
pub fn gaps(graph: &RelationGraph, filter: &GapFilter) -> Gaps {
    let acts = Allegiances::new(graph);
    let sure: Vec<&Meeting> = all_meetings(graph)
        .into_iter()
        .filter(|m| filter.scope.is_sure(m.confidence))
        .collect();
    let on = filter.on.or_else(|| latest(graph, &sure));
    let mut finder = Finder {
        graph,
        filter,
        on,
        sources: Sources::default(),
        gaps: Vec::new(),
    };
    if filter.bodies {
        for (handle, node) in graph.nodes() {
            let states = acts.of(&node.id);
            let between = node.kind.is_between_states() && is_between_states(node, states);
            if between && filter.scope.states.iter().all(|s| states.contains(s)) {
                let of_body = sure.iter().filter(|m| is_of(m, node));
                let of_body: Vec<&Meeting> = of_body.copied().collect();
                let who = vec![Brief::of(graph, handle)];
                finder.look(who, &activity(node, &of_body), &of_body, &node.life);
            }
        }
    }
    if filter.pairs {
        for (pair, of_pair) in by_pair(&acts, &sure) {
            let has = |s: &_| pair.0 == *s || pair.1 == *s;
            if filter.scope.states.iter().all(has) {
                let held = of_pair.iter().filter(|m| m.status == MeetingStatus::Held);
                let dates: BTreeSet<PartialDate> = held.filter_map(|m| m.date).collect();
                let dates: Vec<PartialDate> = dates.into_iter().collect();
                let who = vec![state(graph, pair.0), state(graph, pair.1)];
                finder.look(who, &dates, &of_pair, &[]);
            }
        }
    }
    let Finder {
        mut gaps, sources, ..
    } = finder;
    gaps.sort_by_key(|g| (Reverse(overdue_by(g)), Reverse(g.quiet_days)));
    Gaps {
        since: filter.since,
        on,
        gaps,
        sources: sources.into_list(),
    }
}

/// How many tenths of the usual interval the silence lasts, for who is overdue.
fn overdue_by(gap: &Gap) -> i64 {
    let usual = gap.usual_days.filter(|_| gap.is_overdue());
    usual.map_or(0, |usual| gap.quiet_days * 10 / usual.max(1))
}

/// The first dates of occasions that lie further apart than a visit lasts.
fn occasions(active: &[PartialDate]) -> Vec<PartialDate> {
    let mut occasions: Vec<PartialDate> = Vec::new();
    let mut before: Option<PartialDate> = None;
    for date in active {
        if before.is_none_or(|b| days_between(b.first_day(), date.first_day()) > ONE_OCCASION) {
            occasions.push(*date);
        }
        before = Some(*date);
    }
    occasions
}

fn by_pair<'m>(
    acts: &Allegiances<'_>,
    meetings: &[&'m Meeting],
) -> BTreeMap<StatePair, Vec<&'m Meeting>> {
    let mut pairs: BTreeMap<StatePair, Vec<&Meeting>> = BTreeMap::new();
    for meeting in meetings {
        for pair in acts.pairs(meeting) {
            pairs.entry(pair).or_default().push(meeting);
        }
    }
    pairs
}

/// The latest day of which the graph knows: a document's, or a held meeting's.
fn latest(graph: &RelationGraph, meetings: &[&Meeting]) -> Option<Date> {
    let held = meetings.iter().filter(|m| m.status == MeetingStatus::Held);
    let held = held.filter_map(|m| m.date).map(PartialDate::first_day);
    graph
        .documents()
        .filter_map(|d| d.record.date)
        .chain(held)
        .max()
}

struct Finder<'g> {
    graph: &'g RelationGraph,
    filter: &'g GapFilter,
    on: Option<Date>,
    sources: Sources,
    gaps: Vec<Gap>,
}

impl Finder<'_> {
    /// Keeps somebody who was active on these days, in order, if none of them lies in the time that is to be quiet.
    fn look(
        &mut self,
        who: Vec<Brief>,
        active: &[PartialDate],
        meetings: &[&Meeting],
        life: &[LifeRecord],
    ) {
        // What was in a month may have been on its last day, later than a day in the middle of it.
        let last = active.iter().copied().max_by_key(|d| (last_day(*d), *d));
        let Some((last, on)) = last.zip(self.on) else {
            return;
        };
        // What was active after the day that is looked from was not quiet then, as far as one could know.
        if last_day(last) >= self.filter.since.first_day() || last.first_day() > on {
            return;
        }
        let of_last = meetings
            .iter()
            .find(|m| m.date == Some(last) && m.status == MeetingStatus::Held);
        let last_meeting = of_last.map(|m| MeetingRecord::of(self.graph, m, &mut self.sources));
        let of_last = life.iter().find(|l| l.date == Some(last));
        let last_event = of_last
            .filter(|_| last_meeting.is_none())
            .map(|l| LifeAnswer {
                date: l.date,
                event: l.event,
                evidence: self.sources.proofs(self.graph, &l.evidence),
            });
        let is_planned =
            |m: &&&Meeting| m.status == MeetingStatus::Planned && m.date.is_none_or(|d| d > last);
        let planned = meetings.iter().filter(is_planned);
        let planned = planned.map(|m| MeetingRecord::of(self.graph, m, &mut self.sources));
        let planned = planned.collect();
        let occasions = occasions(active);
        self.gaps.push(Gap {
            who,
            last,
            quiet_days: days_between(last_day(last), on),
            active: occasions.len(),
            usual_days: usual(&occasions),
            last_meeting,
            last_event,
            planned,
        });
    }
}

/// The median number of days from each date to the next.
fn usual(active: &[PartialDate]) -> Option<i64> {
    let mut steps: Vec<i64> = active
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(days_between(a.first_day(), b.first_day())),
            _ => None,
        })
        .collect();
    steps.sort_unstable();
    let upper = steps.get(steps.len() / 2).copied()?;
    let lower = steps.get((steps.len() - 1) / 2).copied()?;
    Some(lower.midpoint(upper))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    fn filter(since: &str) -> GapFilter {
        GapFilter {
            since: PartialDate::parse(since).unwrap(),
            on: PartialDate::parse("2032-03-31").and_then(PartialDate::day),
            scope: Scope::default(),
            bodies: true,
            pairs: true,
        }
    }

    #[test]
    fn who_met_before_and_not_since_is_quiet() {
        let found = gaps(&fixture::two_chambers(), &filter("2031-05"));
        let [joint, pair] = found.gaps.as_slice() else {
            unreachable!("a commission and a pair")
        };
        assert_eq!(pair.who.len(), 2);
        assert_eq!(pair.last, PartialDate::parse("2031-03").unwrap());
        assert_eq!(joint.who.first().unwrap().id, "commission/joint");
        // From the last day of March 2031, a leap year's worth.
        assert_eq!(joint.quiet_days, 366);
        assert_eq!(pair.planned.len(), 1);
        assert!(
            gaps(&fixture::two_chambers(), &filter("2031-03"))
                .gaps
                .is_empty()
        );
    }

    #[test]
    fn the_usual_interval_is_the_median() {
        let dates = |all: &[&str]| -> Vec<PartialDate> {
            all.iter().filter_map(|d| PartialDate::parse(d)).collect()
        };
        assert_eq!(usual(&dates(&["2030-01-01"])), None);
        assert_eq!(usual(&dates(&["2030-01-01", "2030-01-11"])), Some(10));
        assert_eq!(
            usual(&dates(&["2030-01-01", "2030-01-11", "2030-01-31"])),
            Some(15)
        );
        assert_eq!(
            usual(&dates(&["2030-01-01", "2030-01-11", "2030-01-31", "2039"])),
            Some(20)
        );
    }

    #[test]
    fn the_meetings_of_one_visit_are_one_occasion() {
        let all = ["2030-01-01", "2030-01-03", "2030-01-14", "2030-03-01"];
        let all: Vec<PartialDate> = all.iter().filter_map(|d| PartialDate::parse(d)).collect();
        let first: Vec<String> = occasions(&all).iter().map(ToString::to_string).collect();
        assert_eq!(first, ["2030-01-01", "2030-03-01"]);
    }

    #[test]
    fn without_a_day_the_latest_document_or_meeting_is_the_day() {
        let open = GapFilter {
            on: None,
            ..filter("2031-04")
        };
        let found = gaps(&fixture::two_chambers(), &open);
        assert_eq!(found.on, Some(jiff::civil::date(2031, 3, 5)));
    }
}

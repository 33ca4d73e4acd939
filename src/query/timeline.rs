//! What happened to somebody or something, in order.

use serde::Serialize;

use super::about::LifeAnswer;
use super::allegiance::{Allegiances, all_meetings};
use super::answer::{Brief, EdgeAnswer, Source, Sources};
use super::meeting_list::MeetingRecord;
use super::scope::Scope;
use crate::graph::{EdgeRef, NodeRef, RelationGraph, Tie};
use crate::ontology::StateCode;
use crate::text::PartialDate;

/// The events in the time of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// Of whom or what.
    pub node: Brief,
    /// The events, the earliest first; those without a date at the end.
    pub events: Vec<TimelineEvent>,
    /// How many would fit but for the time that was asked for.
    pub undated: usize,
    /// The documents that tell of them.
    pub sources: Vec<Source>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineEvent {
    /// When, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// What.
    #[serde(flatten)]
    pub what: Happening,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", content = "of", rename_all = "snake_case")]
pub enum Happening {
    /// Something happened to a body.
    Life {
        /// The body.
        body: Brief,
        /// What happened to it.
        life: LifeAnswer,
    },
    /// A document shows an office held for the first time in a term.
    OfficeSeen(EdgeAnswer),
    /// An office was over on this day or before.
    OfficeOver(EdgeAnswer),
    /// People came together, or will.
    Meeting(MeetingRecord),
    /// Somebody visited a state, or will.
    Visit(EdgeAnswer),
}

/// Everything dated that the graph says of a node: the meetings in which it had a part, visits of a person, of those who
/// then held an office in a body, or of and to a state, the terms of a person's offices or of the offices in a body or for a state, and the life of a body (for a
/// state, chamber or parliament also that of the bodies that tie it).
///
/// # Complexity
/// One pass over edges and meetings, and a sort of what is found.
#[must_use]
pub fn timeline(graph: &RelationGraph, node: NodeRef, scope: &Scope) -> Timeline {
    let acts = Allegiances::new(graph);
    let mut finder = Finder {
        graph,
        acts: &acts,
        node,
        code: graph.node(node).and_then(|n| n.code),
        sources: Sources::default(),
        events: Vec::new(),
    };
    finder.lives();
    finder.offices(scope);
    finder.meetings(scope);
    finder.visits(scope);
    let Finder {
        mut events,
        sources,
        ..
    } = finder;
    let all = events.len();
    events.retain(|e| e.date.is_some() || !scope.has_time());
    let undated = all - events.len();
    events.retain(|e| scope.admits(e.date));
    // The sort is stable, so that of one day lives come before offices, and these before meetings and visits.
    events.sort_by_key(|e| (e.date.is_none(), e.date));
    Timeline {
        node: Brief::of(graph, node),
        events,
        undated,
        sources: sources.into_list(),
    }
}

struct Finder<'q, 'g> {
    graph: &'g RelationGraph,
    acts: &'q Allegiances<'g>,
    node: NodeRef,
    code: Option<StateCode>,
    sources: Sources,
    events: Vec<TimelineEvent>,
}

impl<'g> Finder<'_, 'g> {
    fn put(&mut self, date: Option<PartialDate>, what: Happening) {
        self.events.push(TimelineEvent { date, what });
    }

    fn lives(&mut self) {
        let graph = self.graph;
        for (body, record) in graph.nodes() {
            let ties = |e: &EdgeRef<'_>| {
                e.source == body && matches!(e.edge.tie, Tie::Links) && self.covers(e.target)
            };
            let concerns = body == self.node
                || (!record.life.is_empty() && graph.edges_at(body).iter().any(ties));
            for life in record.life.iter().filter(|_| concerns) {
                let told = LifeAnswer {
                    date: life.date,
                    event: life.event,
                    evidence: self.sources.proofs(graph, &life.evidence),
                };
                let body = Brief::of(graph, body);
                self.put(life.date, Happening::Life { body, life: told });
            }
        }
    }

    /// Whether a node is the one in question, or a body of the state in question.
    fn covers(&self, other: NodeRef) -> bool {
        let body_of_state = |n: &crate::graph::Node| {
            self.code.is_some() && n.state == self.code && n.kind.is_body()
        };
        other == self.node || self.graph.node(other).is_some_and(body_of_state)
    }

    fn edges(&self, fits: impl Fn(&EdgeRef<'g>) -> bool, scope: &Scope) -> Vec<EdgeRef<'g>> {
        let edges = self.acts.edges().iter();
        let fits = |e: &&EdgeRef<'g>| scope.is_sure(e.edge.confidence) && fits(e);
        edges.filter(fits).copied().collect()
    }

    fn offices(&mut self, scope: &Scope) {
        let node = self.node;
        let of_node = |e: &EdgeRef<'_>| {
            matches!(e.edge.tie, Tie::Role { .. }) && (e.source == node || self.covers(e.target))
        };
        for at in self.edges(of_node, scope) {
            let Tie::Role { spells, .. } = &at.edge.tie else {
                continue;
            };
            for spell in spells {
                let office = EdgeAnswer::of(self.graph, at, &mut self.sources);
                let begins = spell.first_seen.or(spell.not_before);
                self.put(
                    begins.map(PartialDate::from),
                    Happening::OfficeSeen(office.clone()),
                );
                if let Some(end) = spell.not_after {
                    self.put(Some(end.into()), Happening::OfficeOver(office));
                }
            }
        }
    }

    fn meetings(&mut self, scope: &Scope) {
        let graph = self.graph;
        for meeting in all_meetings(graph) {
            if scope.is_sure(meeting.confidence) && self.acts.has_part(meeting, self.node) {
                let record = MeetingRecord::of(graph, meeting, &mut self.sources);
                self.put(meeting.date, Happening::Meeting(record));
            }
        }
    }

    fn visits(&mut self, scope: &Scope) {
        let (graph, node, acts) = (self.graph, self.node, self.acts);
        let of_node = |e: &EdgeRef<'_>| {
            matches!(e.edge.tie, Tie::Visited { .. })
                && (e.target == node || acts.travels_for(e.source, node, e.edge.date()))
        };
        for at in self.edges(of_node, scope) {
            let visit = EdgeAnswer::of(graph, at, &mut self.sources);
            self.put(visit.date, Happening::Visit(visit));
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    fn words(id: &str, scope: &Scope) -> Vec<String> {
        let graph = fixture::two_chambers();
        let told = timeline(&graph, graph.find(id).unwrap(), scope);
        let word = |e: &TimelineEvent| {
            let what = match &e.what {
                Happening::Life { .. } => "life",
                Happening::OfficeSeen(_) => "office",
                Happening::OfficeOver(_) => "over",
                Happening::Meeting(_) => "meeting",
                Happening::Visit(_) => "visit",
            };
            format!(
                "{} {what}",
                e.date.map_or_else(String::new, |d| d.to_string())
            )
        };
        told.events.iter().map(word).collect()
    }

    #[test]
    fn a_person_has_offices_meetings_and_visits_in_order() {
        assert_eq!(
            words("person/milo-drast", &Scope::default()),
            [
                "2031-03-04 office",
                "2031-03-04 meeting",
                "2031-03-04 visit",
                "2031-04 meeting"
            ]
        );
    }

    #[test]
    fn a_body_has_its_life_and_a_state_what_its_bodies_have() {
        let joint = words("commission/joint", &Scope::default());
        assert_eq!(
            joint,
            [
                "2031-03 life",
                "2031-03 meeting",
                "2031-03-04 office",
                "2031-03-04 office"
            ]
        );
        let state = words("state/XB", &Scope::default());
        assert!(state.contains(&"2031-03 life".to_owned()), "{state:?}");
        assert!(state.contains(&"2031-03-04 visit".to_owned()), "{state:?}");
    }

    #[test]
    fn a_chamber_has_the_visits_of_those_who_sat_in_it_then() {
        let mut graph = fixture::two_chambers();
        fixture::put_former_member(&mut graph, "person/aru-bekova", "xa/senate");
        for day in ["2030-05-02", "2031-05-02"] {
            fixture::put_visit(&mut graph, "person/aru-bekova", "state/XB", day, false);
        }
        let told = timeline(&graph, graph.find("xa/senate").unwrap(), &Scope::default());
        let visits = told.events.iter().filter_map(|e| match &e.what {
            Happening::Visit(visit) => visit.date,
            _ => None,
        });
        let visits: Vec<String> = visits.map(|d| d.to_string()).collect();
        assert_eq!(visits, ["2030-05-02"]);
    }

    #[test]
    fn a_time_keeps_what_lies_in_it() {
        let april = Scope {
            from: PartialDate::parse("2031-04"),
            ..Scope::default()
        };
        assert_eq!(words("person/milo-drast", &april), ["2031-04 meeting"]);
    }
}

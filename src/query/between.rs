//! What ties two people, bodies or states.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::allegiance::Allegiances;
use super::answer::{Brief, EdgeAnswer, Source, Sources};
use super::meeting_list::MeetingRecord;
use super::scope::Scope;
use crate::graph::{EdgeRef, Meeting, Node, NodeRef, RelationGraph, Tie};
use crate::ontology::{BodyForm, EdgeKind, StateCode};
use crate::text::PartialDate;

/// All that ties two nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Between {
    /// The first.
    pub a: Brief,
    /// The second.
    pub b: Brief,
    /// Offices, visits and belonging between the two themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub direct: Vec<EdgeAnswer>,
    /// Meetings in which both had a part, the latest first.
    pub meetings: Vec<MeetingRecord>,
    /// Commissions, groups and assemblies in which both have a part, by id.
    pub shared: Vec<SharedBody>,
    /// Visits of the first, or of those who act for it, to the state of the second; the latest first.
    pub visits_to_b: Vec<EdgeAnswer>,
    /// Visits the other way.
    pub visits_to_a: Vec<EdgeAnswer>,
    /// How many meetings and visits would fit but for the time that was asked for.
    pub undated: usize,
    /// The documents that say so.
    pub sources: Vec<Source>,
}

impl Between {
    /// Whether nothing ties the two.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.direct.is_empty()
            && self.meetings.is_empty()
            && self.shared.is_empty()
            && self.visits_to_a.is_empty()
            && self.visits_to_b.is_empty()
    }
}

/// A body in which two have a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedBody {
    /// The body.
    pub body: Brief,
    /// Which sort of commission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<BodyForm>,
    /// What ties the first to it.
    pub a: Vec<EdgeAnswer>,
    /// What ties the second to it.
    pub b: Vec<EdgeAnswer>,
}

/// All that ties two nodes: meetings of both, bodies that both belong to, visits each way, and their own edges.
///
/// People have a part in a body by an office in it or by attending it; chambers, parliaments and states by being tied by
/// it, states also through their chambers. A person stands for the state for which they act where visits are counted, a
/// body for the people who held an office in it at the time of the visit.
///
/// # Complexity
/// One pass over edges and meetings; of two people over the meetings, and a look at their edges.
#[must_use]
pub fn between(graph: &RelationGraph, a: NodeRef, b: NodeRef, scope: &Scope) -> Between {
    let mut sources = Sources::default();
    let is_person = |node| graph.node(node).is_some_and(|n| n.kind.is_person());
    let acts = if is_person(a) && is_person(b) {
        Allegiances::of_people(graph, &[a, b])
    } else {
        Allegiances::new(graph)
    };
    let told = ties_of(graph, &acts, (a, b), scope, &mut sources);
    Between {
        sources: sources.into_list(),
        ..told
    }
}

/// All that ties two nodes, with the documents among the sources rather than in the answer.
pub(super) fn ties_of(
    graph: &RelationGraph,
    acts: &Allegiances<'_>,
    (a, b): (NodeRef, NodeRef),
    scope: &Scope,
    sources: &mut Sources,
) -> Between {
    let sure = |e: &&EdgeRef<'_>| scope.is_sure(e.edge.confidence);
    let edges: Vec<EdgeRef<'_>> = acts.edges().iter().filter(sure).copied().collect();
    let mut undated = 0;
    let mut meetings: Vec<_> = graph
        .meetings()
        .filter(|m| scope.is_sure(m.confidence) && met(graph, acts, m, a, b))
        .collect();
    let mut keep = |date: Option<PartialDate>| {
        undated += usize::from(date.is_none() && scope.has_time());
        scope.admits(date)
    };
    meetings.retain(|m| keep(m.date));
    meetings.sort_by_key(|m| std::cmp::Reverse(m.date));
    let [mut there, mut back] = [(a, b), (b, a)].map(|(guest, host)| {
        let mut visits = visits_of(graph, acts, &edges, guest, host);
        visits.retain(|e| keep(e.edge.date()));
        visits
    });
    let direct = edges.iter().filter(|e| {
        let ends = (e.source, e.target);
        let kind = e.edge.kind();
        (ends == (a, b) || ends == (b, a)) && !matches!(kind, EdgeKind::Met | EdgeKind::Visited)
    });
    let mut tell = |edges: &mut dyn Iterator<Item = &EdgeRef<'_>>| -> Vec<EdgeAnswer> {
        edges.map(|e| EdgeAnswer::of(graph, *e, sources)).collect()
    };
    let direct = tell(&mut direct.into_iter());
    there.reverse();
    back.reverse();
    let visits_to_b = tell(&mut there.iter());
    let visits_to_a = tell(&mut back.iter());
    let shared = shared(graph, &edges, a, b, sources);
    let meetings = meetings
        .iter()
        .map(|m| MeetingRecord::of(graph, m, sources))
        .collect();
    Between {
        a: Brief::of(graph, a),
        b: Brief::of(graph, b),
        direct,
        meetings,
        shared,
        visits_to_b,
        visits_to_a,
        undated,
        sources: Vec::new(),
    }
}

/// Whether both had a part in a meeting. Two states had where people of both came: one that is there only because a
/// body ties it counts as well.
fn met(
    graph: &RelationGraph,
    acts: &Allegiances<'_>,
    meeting: &Meeting,
    a: NodeRef,
    b: NodeRef,
) -> bool {
    // A person has a part in every meeting of the body or state that the person stands for; that tells nothing of the two.
    let stands_for = |person: NodeRef, other: NodeRef| {
        let kinds = graph.node(person).zip(graph.node(other));
        kinds.is_some_and(|(p, o)| {
            p.kind.is_person() && !o.kind.is_person() && own(acts, p, o, meeting.date)
        })
    };
    let own_business = || stands_for(a, b) || stands_for(b, a);
    let body = |n: NodeRef| {
        let id = graph.node(n).map(|n| n.id.as_str());
        meeting.body.as_deref() == id && id.is_some()
    };
    acts.has_part(meeting, a)
        && acts.has_part(meeting, b)
        && (!own_business() || body(a) || body(b))
}

/// Whether a person acts for a state or held an office in a body at a time.
fn own(acts: &Allegiances<'_>, person: &Node, other: &Node, date: Option<PartialDate>) -> bool {
    other.code.is_some_and(|c| acts.of(&person.id).contains(&c))
        || acts.seats(&person.id, date).contains(other.id.as_str())
}

/// The visits of one node to the state of the other, the earliest first.
fn visits_of<'g>(
    graph: &'g RelationGraph,
    acts: &Allegiances<'g>,
    edges: &[EdgeRef<'g>],
    guest: NodeRef,
    host: NodeRef,
) -> Vec<EdgeRef<'g>> {
    let id = |n: NodeRef| graph.node(n).map_or("", |n| n.id.as_str());
    let at_home = acts.of(id(guest));
    let hosts: BTreeSet<StateCode> = acts.of(id(host)).difference(at_home).copied().collect();
    let arrives = |state: NodeRef| {
        let code = graph.node(state).and_then(|n| n.code);
        code.is_some_and(|c| hosts.contains(&c))
    };
    let is_visit = |e: &&EdgeRef<'g>| {
        matches!(e.edge.tie, Tie::Visited { .. })
            && arrives(e.target)
            && acts.travels_for(e.source, guest, e.edge.date())
    };
    let mut visits: Vec<EdgeRef<'g>> = edges.iter().filter(is_visit).copied().collect();
    visits.sort_by_key(|e| e.edge.date());
    visits
}

fn shared(
    graph: &RelationGraph,
    edges: &[EdgeRef<'_>],
    a: NodeRef,
    b: NodeRef,
    sources: &mut Sources,
) -> Vec<SharedBody> {
    let mut tell = |edges: &[EdgeRef<'_>]| -> Vec<EdgeAnswer> {
        let told = edges.iter().map(|e| EdgeAnswer::of(graph, *e, sources));
        told.collect()
    };
    let (of_a, of_b) = (bodies_of(graph, edges, a), bodies_of(graph, edges, b));
    let mut shared = Vec::new();
    for (body, edges_of_a) in &of_a {
        let node = graph.find(body);
        // That one of two commissions shares itself with its own chair says nothing.
        if node == Some(a) || node == Some(b) {
            continue;
        }
        if let Some(edges_of_b) = of_b.get(body) {
            shared.push(SharedBody {
                body: Brief::of_id(graph, body),
                form: node.and_then(|n| graph.node(n)).and_then(|n| n.form),
                a: tell(edges_of_a),
                b: tell(edges_of_b),
            });
        }
    }
    shared
}

/// The commissions and assemblies in which a node has a part, by id, with the edges that say so.
fn bodies_of<'g>(
    graph: &'g RelationGraph,
    edges: &[EdgeRef<'g>],
    node: NodeRef,
) -> BTreeMap<&'g str, Vec<EdgeRef<'g>>> {
    let code = graph.node(node).and_then(|n| n.code);
    let of_state =
        |other: NodeRef| code.is_some() && graph.node(other).is_some_and(|n| n.state == code);
    let mut bodies: BTreeMap<&str, Vec<EdgeRef<'_>>> = BTreeMap::new();
    for e in edges {
        let body = match &e.edge.tie {
            Tie::Links if e.target == node || of_state(e.target) => e.source,
            Tie::Role { .. } | Tie::Attended { .. } if e.source == node => e.target,
            _ => continue,
        };
        let between = |n: &&Node| n.kind.is_between_states();
        if let Some(body) = graph.node(body).filter(between) {
            bodies.entry(&body.id).or_default().push(*e);
        }
    }
    bodies
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    fn told(a: &str, b: &str, scope: &Scope) -> Between {
        let graph = fixture::two_chambers();
        between(
            &graph,
            graph.find(a).unwrap(),
            graph.find(b).unwrap(),
            scope,
        )
    }

    #[test]
    fn two_states_have_meetings_commissions_and_visits() {
        let two = told("state/XA", "state/XB", &Scope::default());
        assert_eq!((two.meetings.len(), two.shared.len()), (3, 1));
        assert_eq!((two.visits_to_a.len(), two.visits_to_b.len()), (1, 0));
        let joint = two.shared.first().unwrap();
        assert_eq!((joint.a.len(), joint.b.len()), (1, 1));
        assert!(told("state/XA", "state/XC", &Scope::default()).is_empty());
    }

    #[test]
    fn the_order_of_the_two_changes_no_more_than_sides() {
        for (a, b) in [
            ("state/XA", "state/XB"),
            ("xa/house", "xb/assembly"),
            ("person/aru-bekova", "person/milo-drast"),
            ("person/milo-drast", "commission/joint"),
        ] {
            let (there, back) = (told(a, b, &Scope::default()), told(b, a, &Scope::default()));
            let ids =
                |t: &Between| -> Vec<String> { t.meetings.iter().map(|m| m.id.clone()).collect() };
            assert_eq!(ids(&there), ids(&back));
            assert_eq!(there.visits_to_a.len(), back.visits_to_b.len());
            assert_eq!(there.direct.len(), back.direct.len());
            let bodies = |t: &Between| -> Vec<String> {
                t.shared.iter().map(|s| s.body.id.clone()).collect()
            };
            assert_eq!(bodies(&there), bodies(&back));
        }
    }

    #[test]
    fn who_has_left_a_chamber_meets_it_as_any_other_does() {
        let mut graph = fixture::two_chambers();
        fixture::put_former_member(&mut graph, "person/aru-bekova", "xa/senate");
        let talks = graph.meeting("meeting/2031-03-04-bekova-drast");
        let talks = talks.cloned().unwrap();
        for day in ["2030-05-02", "2031-05-02"] {
            graph.put_meeting(Meeting {
                id: format!("meeting/{day}"),
                date: PartialDate::parse(day),
                sides: [["person/aru-bekova"], ["person/bo-kim"]]
                    .map(|side| side.map(str::to_owned).to_vec())
                    .to_vec(),
                participants: Vec::new(),
                ..talks.clone()
            });
        }
        let ends = ["person/aru-bekova", "xa/senate"].map(|id| graph.find(id).unwrap());
        let [person, senate] = ends;
        let two = between(&graph, person, senate, &Scope::default());
        let ids: Vec<&str> = two.meetings.iter().map(|m| m.id.as_str()).collect();
        assert_eq!(ids, ["meeting/2031-05-02"]);
    }

    #[test]
    fn two_people_are_told_of_by_their_own_edges_what_all_edges_tell() {
        let mut graph = fixture::two_chambers();
        fixture::put_visit(
            &mut graph,
            "person/aru-bekova",
            "state/XB",
            "2031-05-02",
            false,
        );
        let people = graph.nodes().filter(|(_, n)| n.kind.is_person());
        let people: Vec<NodeRef> = people.map(|(n, _)| n).collect();
        let mut tied = 0;
        for a in &people {
            for b in &people {
                let mut sources = Sources::default();
                let all = Allegiances::new(&graph);
                let told = ties_of(&graph, &all, (*a, *b), &Scope::default(), &mut sources);
                let told = Between {
                    sources: sources.into_list(),
                    ..told
                };
                tied += usize::from(!told.is_empty());
                assert_eq!(between(&graph, *a, *b, &Scope::default()), told);
            }
        }
        assert!(tied > 4, "{tied}");
    }

    #[test]
    fn two_people_share_the_commission_of_both() {
        let two = told("person/ana-kim", "person/bo-kim", &Scope::default());
        assert_eq!(two.shared.len(), 1);
        // An office and an attendance for one, an office for the other.
        assert_eq!(two.shared.first().unwrap().a.len(), 2);
        assert!(two.meetings.is_empty());
    }

    #[test]
    fn a_time_leaves_out_what_lies_outside() {
        let april = Scope {
            from: PartialDate::parse("2031-04"),
            ..Scope::default()
        };
        let two = told("state/XA", "state/XB", &april);
        assert_eq!((two.meetings.len(), two.visits_to_a.len()), (1, 0));
        assert_eq!(two.shared.len(), 1);
    }

    #[test]
    fn who_had_left_a_chamber_pays_no_visit_for_it() {
        let mut graph = fixture::two_chambers();
        fixture::put_former_member(&mut graph, "person/aru-bekova", "xa/senate");
        for day in ["2030-05-02", "2031-05-02"] {
            fixture::put_visit(&mut graph, "person/aru-bekova", "state/XB", day, false);
        }
        let visits = |id: &str| {
            let ends = (graph.find(id).unwrap(), graph.find("state/XB").unwrap());
            let two = between(&graph, ends.0, ends.1, &Scope::default());
            two.visits_to_b.len()
        };
        assert_eq!((visits("xa/senate"), visits("xa/house")), (1, 2));
    }

    #[test]
    fn a_speaker_and_the_own_chamber_share_no_foreign_meetings() {
        let own = told("person/aru-bekova", "xa/house", &Scope::default());
        assert!(own.meetings.is_empty());
        assert_eq!(own.direct.len(), 1);
    }
}

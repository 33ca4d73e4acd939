//! Commissions, friendship groups and assemblies: whom they tie, who leads them, when they last met.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;

use super::about::{HeldOffice, LifeAnswer};
use super::allegiance::{Allegiances, all_meetings};
use super::answer::{Brief, EdgeAnswer, Source, Sources, Term};
use super::meeting_list::MeetingRecord;
use super::scope::Scope;
use crate::graph::{EdgeRef, Meeting, Node, NodeRef, RelationGraph, Tie};
use crate::ontology::{BodyForm, LifeEvent, MeetingStatus, NodeKind, Office, StateCode};
use crate::text::PartialDate;

/// Which bodies to list. The default is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BodyFilter {
    /// Only bodies that did something in the time, that tie all of the states, and ties and offices that are sure.
    pub scope: Scope,
    /// Only bodies that tie all of these chambers, parliaments or states, or in which these people hold an office.
    pub with: Vec<NodeRef>,
    /// Only commissions of these forms; assemblies have none.
    pub forms: Vec<BodyForm>,
    /// Whether to list committees within one parliament too.
    pub domestic: bool,
}

/// Bodies between parliaments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bodies {
    /// The bodies, the one with the latest activity first; those without any at the end, by id.
    pub bodies: Vec<BodyCard>,
    /// How many would fit but for the time that was asked for, since nothing of them has a date.
    pub undated: usize,
    /// How many would fit but that they tie no two states.
    pub domestic: usize,
    /// The documents that say so.
    pub sources: Vec<Source>,
}

/// A body between parliaments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BodyCard {
    /// The body.
    pub body: Brief,
    /// Which sort of commission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<BodyForm>,
    /// The chambers, parliaments and states that it ties, by id.
    pub sides: Vec<EdgeAnswer>,
    /// Its chairs, co-chairs and deputy chairs.
    pub chairs: Vec<HeldOffice>,
    /// How many others hold an office in it.
    pub others: usize,
    /// Its sessions and conferences; of a commission or group also the meetings to which people came in its name. The
    /// latest first.
    pub sessions: Vec<MeetingRecord>,
    /// What happened to it, by date.
    pub life: Vec<LifeAnswer>,
    /// Whether the last that happened to it is that it was suspended or ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<LifeEvent>,
    /// The last day on which it is known to have done something; nothing that is only planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_activity: Option<PartialDate>,
}

/// The commissions, groups and assemblies that fit.
///
/// # Complexity
/// One pass over edges, and one over the meetings for each body.
#[must_use]
pub fn list_bodies(graph: &RelationGraph, filter: &BodyFilter) -> Bodies {
    let mut sources = Sources::default();
    let bodies = bodies_of(graph, &Allegiances::new(graph), filter, &mut sources);
    Bodies {
        sources: sources.into_list(),
        ..bodies
    }
}

/// The bodies that fit, with their documents among the sources rather than in the answer.
pub(super) fn bodies_of(
    graph: &RelationGraph,
    acts: &Allegiances<'_>,
    filter: &BodyFilter,
    sources: &mut Sources,
) -> Bodies {
    let meetings = all_meetings(graph);
    let (mut bodies, mut undated, mut domestic) = (Vec::new(), 0, 0);
    for (handle, node) in graph.nodes() {
        let form = filter.forms.is_empty() || node.form.is_some_and(|f| filter.forms.contains(&f));
        let states = acts.of(&node.id);
        let ties = filter.scope.states.iter().all(|s| states.contains(s));
        let has = |other: &NodeRef| has_part(graph, handle, *other, acts, node);
        if !node.kind.is_between_states() || !form || !ties || !filter.with.iter().all(has) {
            continue;
        }
        if !filter.domestic && !is_between_states(node, states) {
            domestic += 1;
            continue;
        }
        let of_body: Vec<&Meeting> = meetings
            .iter()
            .copied()
            .filter(|m| is_of(m, node) && filter.scope.is_sure(m.confidence))
            .collect();
        let active = activity(node, &of_body);
        if filter.scope.has_time() && !active.iter().any(|d| filter.scope.admits(Some(*d))) {
            undated += usize::from(active.is_empty());
            continue;
        }
        bodies.push((active.last().copied(), handle, node, of_body));
    }
    bodies.sort_by_key(|(last, ..)| Reverse(*last));
    let bodies = bodies
        .into_iter()
        .map(|(last, handle, node, meetings)| {
            let mut card = card(graph, handle, node, &filter.scope, sources);
            card.sessions = meetings
                .iter()
                .map(|m| MeetingRecord::of(graph, m, sources))
                .collect();
            card.sessions.sort_by_key(|s| Reverse(s.date));
            card.last_activity = last;
            card
        })
        .collect();
    Bodies {
        bodies,
        undated,
        domestic,
        sources: Vec::new(),
    }
}

/// Whether a commission or assembly stands between states. A committee of one parliament does not; a friendship group
/// does, even where the articles name only the state with which it is friends.
pub(super) fn is_between_states(node: &Node, states: &BTreeSet<StateCode>) -> bool {
    let by_form = matches!(
        node.form,
        Some(BodyForm::FriendshipGroup | BodyForm::Delegation | BodyForm::Forum)
    );
    node.kind == NodeKind::Assembly || by_form || states.len() > 1
}

/// Whether a meeting is one of a body: its own, or, of a commission or group, one to which somebody came in its name.
/// What the president of an assembly does elsewhere is no session of it.
pub(super) fn is_of(meeting: &Meeting, body: &Node) -> bool {
    let in_its_name = || meeting.participants.iter().any(|p| p.body == body.id);
    meeting.body.as_deref() == Some(&body.id)
        || (body.kind == NodeKind::Commission && in_its_name())
}

/// The dates on which a body did something, in order.
pub(super) fn activity(node: &Node, meetings: &[&Meeting]) -> Vec<PartialDate> {
    let held = meetings.iter().filter(|m| m.status == MeetingStatus::Held);
    let lives = node.life.iter().filter(|l| {
        matches!(
            l.event,
            LifeEvent::Founded | LifeEvent::Resumed | LifeEvent::Renamed
        )
    });
    let dates = held.filter_map(|m| m.date);
    let dates: BTreeSet<PartialDate> = dates.chain(lives.filter_map(|l| l.date)).collect();
    dates.into_iter().collect()
}

fn has_part(
    graph: &RelationGraph,
    body: NodeRef,
    other: NodeRef,
    acts: &Allegiances<'_>,
    node: &Node,
) -> bool {
    let code = graph.node(other).and_then(|n| n.code);
    let touches = |e: &EdgeRef<'_>| e.source == other || e.target == other;
    other == body
        || code.is_some_and(|c| acts.of(&node.id).contains(&c))
        || graph.edges_at(body).iter().any(touches)
}

fn card(
    graph: &RelationGraph,
    handle: NodeRef,
    node: &Node,
    scope: &Scope,
    sources: &mut Sources,
) -> BodyCard {
    let (mut sides, mut chairs, mut others) = (Vec::new(), Vec::new(), BTreeSet::new());
    for at in graph.edges_at(handle) {
        if !scope.is_sure(at.edge.confidence) {
            continue;
        }
        match &at.edge.tie {
            Tie::Links if at.source == handle => sides.push(EdgeAnswer::of(graph, at, sources)),
            Tie::Role {
                office: Office::Chair | Office::CoChair | Office::DeputyChair,
                ..
            } => chairs.push(held(graph, at, sources)),
            Tie::Role { .. } => {
                others.insert(at.source);
            }
            _ => {}
        }
    }
    let leads = |person: &NodeRef| {
        let id = graph.node(*person).map_or("", |n| n.id.as_str());
        chairs.iter().any(|c: &HeldOffice| c.other.id == id)
    };
    others.retain(|person| !leads(person));
    chairs.sort_by_key(|c| {
        (
            c.office,
            Reverse(c.spells.iter().map(|s| s.last_seen).max()),
        )
    });
    let life: Vec<LifeAnswer> = node
        .life
        .iter()
        .map(|l| LifeAnswer {
            date: l.date,
            event: l.event,
            evidence: sources.proofs(graph, &l.evidence),
        })
        .collect();
    let stops = [LifeEvent::Suspended, LifeEvent::Ended];
    BodyCard {
        body: Brief::of(graph, handle),
        form: node.form,
        sides,
        chairs,
        others: others.len(),
        sessions: Vec::new(),
        stopped: life.last().map(|l| l.event).filter(|e| stops.contains(e)),
        life,
        last_activity: None,
    }
}

/// An office of a body with the person who holds it.
fn held(graph: &RelationGraph, at: EdgeRef<'_>, sources: &mut Sources) -> HeldOffice {
    let (office, title, spells) = match &at.edge.tie {
        Tie::Role {
            office,
            title,
            spells,
        } => (*office, title.clone(), spells.as_slice()),
        _ => (Office::Member, String::new(), &[][..]),
    };
    HeldOffice {
        other: Brief::of(graph, at.source),
        office,
        title,
        spells: spells.iter().map(Term::from).collect(),
        confidence: at.edge.confidence,
        evidence: sources.proofs(graph, &at.edge.evidence),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    #[test]
    fn a_card_has_sides_chairs_sessions_and_the_last_activity() {
        let found = list_bodies(&fixture::two_chambers(), &BodyFilter::default());
        let [joint] = found.bodies.as_slice() else {
            unreachable!("there is one commission")
        };
        assert_eq!((joint.sides.len(), joint.chairs.len()), (2, 1));
        assert_eq!((joint.others, joint.sessions.len()), (1, 1));
        assert_eq!(joint.last_activity, PartialDate::parse("2031-03"));
        assert_eq!(joint.stopped, None);
    }

    #[test]
    fn bodies_are_found_by_state_side_person_form_and_time() {
        let graph = fixture::two_chambers();
        let count = |change: &dyn Fn(&mut BodyFilter)| {
            let mut filter = BodyFilter::default();
            change(&mut filter);
            list_bodies(&graph, &filter).bodies.len()
        };
        let with = |id: &'static str| {
            let node = graph.find(id).unwrap();
            move |f: &mut BodyFilter| f.with.push(node)
        };
        assert_eq!(count(&with("xa/house")), 1);
        assert_eq!(count(&with("state/XB")), 1);
        assert_eq!(count(&with("person/bo-kim")), 1);
        assert_eq!(count(&with("person/milo-drast")), 0);
        assert_eq!(count(&with("xa/senate")), 0);
        assert_eq!(count(&|f| f.forms.push(BodyForm::Forum)), 0);
        assert_eq!(count(&|f| f.scope.states.extend(StateCode::parse("XC"))), 0);
        assert_eq!(count(&|f| f.scope.from = PartialDate::parse("2031-04")), 0);
        assert_eq!(
            count(&|f| f.scope.from = PartialDate::parse("2031-03-31")),
            1
        );
    }
}

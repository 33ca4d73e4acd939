//! How much of what a picture would show is left out of it, since nobody tells when it was.
//!
//! Looks at the whole graph and at what a limit of time took out of it; the views themselves never see these things.

use std::collections::BTreeSet;

use super::View;
use super::commissions::is_known;
use super::ego::met_by_state;
use super::offices::concerns;
use crate::graph::{NodeRef, RelationGraph, Tie};
use crate::ontology::EdgeKind;
use crate::query::{
    BodyFilter, EdgeAnswer, MeetingFilter, Party, PathOptions, Period, Scope, Undated, VisitFilter,
    connections, list_bodies, list_meetings, matrix, visits,
};

/// How many of the things without a time a view of the whole graph would show. They are counted as the view counts: a
/// timeline several people who travelled together once, a matrix meetings of two states only.
///
/// `undated` is what [`within`](crate::query::within) took out of the graph for this scope.
///
/// ```
/// use interparl::diagram::{View, left_out};
/// use interparl::graph::RelationGraph;
/// use interparl::query::Scope;
/// assert_eq!(left_out(&RelationGraph::new(), &View::Relations, &Scope::default(), &[]), 0);
/// ```
#[must_use]
pub fn left_out(graph: &RelationGraph, view: &View, scope: &Scope, undated: &[Undated]) -> usize {
    if !scope.has_time() {
        return 0;
    }
    match *view {
        View::Relations => undated.len(),
        View::Offices(of) => {
            let is_shown = |tie: &&Undated| match tie {
                Undated::Tie(EdgeKind::Role, holder, body) => {
                    of.is_none_or(|node| concerns(graph, node, *holder, *body))
                }
                _ => false,
            };
            undated.iter().filter(is_shown).count()
        }
        View::Commissions(of) => {
            let shown = bodies(graph, of, scope);
            let is_shown = |body: &&Undated| matches!(body, Undated::Body(b) if shown.contains(b));
            undated.iter().filter(is_shown).count()
        }
        View::Timeline(of) => events(graph, of, scope),
        View::Matrix => matrix(graph, Party::States, Period::All, scope).undated,
        View::Ego(node) => around(graph, node, undated),
        View::Path { from, to, count } => on_paths(graph, [from, to], count, scope, undated),
    }
}

/// The scope without its time.
fn at_any_time(scope: &Scope) -> Scope {
    Scope {
        from: None,
        to: None,
        ..scope.clone()
    }
}

/// The bodies that a view of commissions has.
fn bodies(graph: &RelationGraph, of: Option<NodeRef>, scope: &Scope) -> BTreeSet<NodeRef> {
    let filter = BodyFilter {
        scope: at_any_time(scope),
        with: of.into_iter().collect(),
        ..BodyFilter::default()
    };
    let found = list_bodies(graph, &filter).bodies;
    let known = found.iter().filter(|body| is_known(body));
    known.filter_map(|b| graph.find(&b.body.id)).collect()
}

/// The meetings and visits of no known day.
fn events(graph: &RelationGraph, of: Option<NodeRef>, scope: &Scope) -> usize {
    let with: Vec<NodeRef> = of.into_iter().collect();
    let meetings = MeetingFilter {
        scope: scope.clone(),
        with: with.clone(),
        ..MeetingFilter::default()
    };
    let trips = VisitFilter {
        scope: at_any_time(scope),
        with,
    };
    let trips = visits(graph, &trips).trips;
    let undated = trips.iter().filter(|trip| trip.date.is_none()).count();
    list_meetings(graph, &meetings).undated + undated
}

/// What ties a node to others, and of a state also the meetings of its people with those of other states.
fn around(graph: &RelationGraph, node: NodeRef, undated: &[Undated]) -> usize {
    let met = met_by_state(graph, node).into_values().flatten();
    let mut meetings: BTreeSet<&str> = met.map(|m| m.id.as_str()).collect();
    let mut bodies: BTreeSet<NodeRef> = BTreeSet::from([node]);
    for at in graph.edges_at(node) {
        match &at.edge.tie {
            Tie::Met { meeting, .. } | Tie::Attended { meeting, .. } => {
                meetings.insert(meeting);
            }
            Tie::Links => {
                bodies.insert(at.source);
            }
            Tie::Role { .. } | Tie::Visited { .. } | Tie::PartOf => {}
        }
    }
    let is_here = |thing: &&Undated| match thing {
        Undated::Meeting(id) => meetings.contains(id.as_str()),
        Undated::Tie(_, source, target) => node == *source || node == *target,
        Undated::Body(body) => bodies.contains(body),
    };
    undated.iter().filter(is_here).count()
}

/// What lies on the paths that there are without a limit of time.
fn on_paths(
    graph: &RelationGraph,
    [from, to]: [NodeRef; 2],
    count: usize,
    scope: &Scope,
    undated: &[Undated],
) -> usize {
    let asked = PathOptions {
        count,
        scope: at_any_time(scope),
        ..PathOptions::default()
    };
    let found = connections(graph, from, to, &asked);
    let steps = found.paths.iter().flat_map(|path| &path.steps);
    let edges: Vec<&EdgeAnswer> = steps.flat_map(|step| &step.edges).collect();
    let is = |node: NodeRef, id: &str| graph.node(node).is_some_and(|n| n.id == id);
    let is_on = |thing: &&Undated| {
        edges.iter().any(|edge| match thing {
            Undated::Meeting(id) => edge.meeting_id.as_ref() == Some(id),
            Undated::Tie(kind, source, target) => {
                *kind == edge.kind && is(*source, &edge.source.id) && is(*target, &edge.target.id)
            }
            Undated::Body(body) => edge.kind == EdgeKind::Links && is(*body, &edge.source.id),
        })
    };
    undated.iter().filter(is_on).count()
}

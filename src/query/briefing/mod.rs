//! All that a briefing on one or two nodes tells, in one answer.

mod counterpart;
mod invitation;
mod picture;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

pub use self::counterpart::Counterpart;
pub use self::invitation::{FollowUp, Invitation};
pub use self::picture::briefing_picture;
use super::about::LifeAnswer;
use super::allegiance::Allegiances;
use super::answer::{Brief, EdgeAnswer, Source, Sources};
use super::between::ties_of;
use super::body_list::{BodyCard, BodyFilter, bodies_of};
use super::meeting_list::{MeetingFilter, MeetingRecord, fitting};
use super::offices::{OfficesOf, Post, posts, standing};
use super::path::{PathOptions, Route, routes, stops};
use super::scope::{Scope, last_day};
use super::trips::{Balance, Trip, has_part, trips_of};
use crate::graph::{EdgeRef, NodeRef, RelationGraph, Spell};
use crate::ontology::{BodyForm, LifeEvent, MeetingStatus, NodeKind, Office};
use crate::text::PartialDate;

/// What a briefing on one node, or on what is between two, is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Briefing {
    /// Whom or what it is about: one, or two.
    pub subjects: Vec<Subject>,
    /// The day as of which it tells: the one that is asked for, else that of the latest document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// From how many documents the graph is.
    pub documents: usize,
    /// The offices of the people, and those in the bodies and for the states, the latest holder of each first; of a state
    /// also those in its chambers and parliaments, without plain members. Each term has its standing on the day; without
    /// one it was over then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Post>,
    /// Of two: the edges from the one to the other but for meetings and visits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<EdgeAnswer>,
    /// Of two whom nothing ties directly: the most telling way from the one to the other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<Route>,
    /// Held meetings in which it, or both of the two, had a part; the latest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingRecord>,
    /// Meetings that were planned; the latest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<MeetingRecord>,
    /// Invitations of these meetings, the latest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub invitations: Vec<Invitation>,
    /// Visits of it and to it; of two those of the one to the state of the other. The latest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Trip>,
    /// How these visits were returned, state by state.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub balances: Vec<Balance>,
    /// Commissions, groups and assemblies in which it, or both of the two, have a part; the one active last first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyCard>,
    /// Of one with a state: the other states that it met, the one met most often first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counterparts: Vec<Counterpart>,
    /// How many meetings and visits would fit but for the time that was asked for.
    pub undated: usize,
    /// The documents that say so.
    pub sources: Vec<Source>,
}

/// Whom or what a briefing is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// The node.
    #[serde(flatten)]
    pub node: Brief,
    /// Its other names, sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Which sort of commission it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<BodyForm>,
    /// What happened to the body, by date.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub life: Vec<LifeAnswer>,
}

impl Briefing {
    /// Whether the graph tells nothing of the subjects but that they are there, or nothing of what is between the two.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        let alone = self.ties.is_empty()
            && self.meetings.is_empty()
            && self.planned.is_empty()
            && self.visits.is_empty()
            && self.bodies.is_empty()
            && self.paths.is_empty();
        alone && (self.subjects.len() > 1 || self.offices.is_empty())
    }
}

/// A briefing on a node, or on what is between two. `on` is the day as of which it tells: who held an office then, and
/// nothing later; `scope` bounds meetings, visits and bodies.
///
/// # Complexity
/// Some passes over edges and meetings.
///
/// # Example
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{Scope, briefing};
///
/// # fn example(graph: &RelationGraph) -> Option<()> {
/// let speaker = graph.find("person/aru-bekova")?;
/// let told = briefing(graph, speaker, None, None, &Scope::default());
/// assert_eq!(told.subjects.len(), 1);
/// # Some(()) }
/// ```
#[must_use]
pub fn briefing(
    graph: &RelationGraph,
    one: NodeRef,
    other: Option<NodeRef>,
    on: Option<Date>,
    scope: &Scope,
) -> Briefing {
    let scope = &Scope {
        to: on.map_or(scope.to, |day| Some(PartialDate::from(day))),
        ..scope.clone()
    };
    let day = on.or_else(|| last_document(graph, scope));
    let acts = Allegiances::new(graph);
    let mut maker = Maker {
        graph,
        acts: &acts,
        scope,
        day,
        sources: Sources::default(),
    };
    let nodes: Vec<NodeRef> = [Some(one), other].into_iter().flatten().collect();
    let subjects = nodes.iter().filter_map(|n| maker.subject(*n)).collect();
    let offices = maker.offices(&nodes, on.is_some());
    let mut told = match other {
        None => maker.of_one(one),
        Some(other) => maker.of_two(one, other),
    };
    told.invitations = maker.invitations(&told.meetings);
    Briefing {
        subjects,
        day,
        documents: graph.documents().count(),
        offices,
        sources: maker.sources.into_list(),
        ..told
    }
}

/// The day of the latest document that the time has.
fn last_document(graph: &RelationGraph, scope: &Scope) -> Option<Date> {
    let latest = graph.documents().filter_map(|d| d.record.date).max();
    match (latest, scope.to.map(last_day)) {
        (Some(latest), Some(end)) => Some(latest.min(end)),
        (latest, end) => latest.or(end),
    }
}

struct Maker<'q, 'g> {
    graph: &'g RelationGraph,
    acts: &'q Allegiances<'g>,
    scope: &'q Scope,
    day: Option<Date>,
    sources: Sources,
}

impl<'g> Maker<'_, 'g> {
    fn subject(&mut self, node: NodeRef) -> Option<Subject> {
        let graph = self.graph;
        let of = graph.node(node)?;
        let life = of.life.iter().map(|l| LifeAnswer {
            date: l.date,
            event: l.event,
            evidence: self.sources.proofs(graph, &l.evidence),
        });
        Some(Subject {
            life: life.collect(),
            node: Brief::of(graph, node),
            aliases: of.aliases.iter().cloned().collect(),
            form: of.form,
        })
    }

    /// The offices of the nodes; `then` leaves out who did not hold one on the day.
    fn offices(&mut self, nodes: &[NodeRef], then: bool) -> Vec<Post> {
        let graph = self.graph;
        let mut found: Vec<Post> = Vec::new();
        for node in nodes {
            let code = graph.node(*node).and_then(|n| n.code);
            let own = posts(graph, *node, OfficesOf::default(), &mut self.sources);
            found.extend(own.unwrap_or_default());
            let houses = graph.nodes().filter(|(_, n)| {
                let house = matches!(n.kind, NodeKind::Chamber | NodeKind::Parliament);
                house && code.is_some() && n.state == code
            });
            for (house, _) in houses {
                let posts = posts(graph, house, OfficesOf::default(), &mut self.sources);
                let mut posts = posts.unwrap_or_default();
                posts.retain(|post| post.office != Office::Member);
                found.extend(posts);
            }
        }
        for post in &mut found {
            post.terms.retain(|t| self.scope.is_sure(t.confidence));
            for term in &mut post.terms {
                let spell = Spell::from(&term.term);
                term.standing = self.day.and_then(|day| standing(&spell, day));
            }
            if then {
                post.terms.retain(|t| t.standing.is_some());
            }
            // Who was shown last is likely who holds it.
            post.terms
                .sort_by_key(|t| std::cmp::Reverse((t.term.last_seen, t.term.first_seen)));
        }
        found.retain(|post| !post.terms.is_empty());
        // Of two subjects one may be the body of the other.
        let mut seen = BTreeSet::new();
        found.retain(|post| {
            let holders: Vec<String> = post.terms.iter().map(|t| t.holder.id.clone()).collect();
            seen.insert((post.office, post.body.id.clone(), holders))
        });
        found
    }

    fn of_one(&mut self, node: NodeRef) -> Briefing {
        let (graph, acts, scope) = (self.graph, self.acts, self.scope);
        let filter = MeetingFilter {
            scope: scope.clone(),
            with: vec![node],
            ..MeetingFilter::default()
        };
        let (meetings, no_day) = fitting(graph, acts, &filter, &mut self.sources);
        let is_of = |e: &EdgeRef<'g>| has_part(acts, e, node);
        let (visits, balances, no_date) = trips_of(graph, acts, scope, &is_of, &mut self.sources);
        let bodies = BodyFilter {
            scope: self.ever(),
            with: vec![node],
            domestic: true,
            ..BodyFilter::default()
        };
        let bodies = bodies_of(graph, acts, &bodies, &mut self.sources).bodies;
        let bodies = self.bounded(bodies);
        let counterparts = self.counterparts(node, &meetings);
        let (planned, meetings) = meetings
            .into_iter()
            .partition(|m| m.status == MeetingStatus::Planned);
        Briefing {
            meetings,
            planned,
            visits,
            balances,
            bodies,
            counterparts,
            undated: no_day + no_date,
            ..Briefing::default()
        }
    }

    fn of_two(&mut self, one: NodeRef, other: NodeRef) -> Briefing {
        let (graph, acts, scope) = (self.graph, self.acts, self.scope);
        let told = ties_of(graph, acts, (one, other), scope, &mut self.sources);
        let tells = |e: &EdgeAnswer| (e.source.id.clone(), e.target.id.clone(), e.key.clone());
        let visits = told.visits_to_a.iter().chain(&told.visits_to_b).map(tells);
        let visits: BTreeSet<_> = visits.collect();
        let id = |node: NodeRef| graph.node(node).map_or("", |n| n.id.as_str());
        let is_of = |e: &EdgeRef<'g>| {
            let tells = (
                id(e.source).to_owned(),
                id(e.target).to_owned(),
                e.edge.key(),
            );
            visits.contains(&tells)
        };
        let (visits, balances, _) = trips_of(graph, acts, scope, &is_of, &mut self.sources);
        let shared: BTreeSet<&str> = told.shared.iter().map(|s| s.body.id.as_str()).collect();
        let bodies = BodyFilter {
            scope: self.ever(),
            domestic: true,
            ..BodyFilter::default()
        };
        let mut bodies = bodies_of(graph, acts, &bodies, &mut self.sources).bodies;
        bodies.retain(|card| shared.contains(card.body.id.as_str()));
        let bodies = self.bounded(bodies);
        let paths = if told.is_empty() {
            self.way(one, other)
        } else {
            Vec::new()
        };
        let (planned, meetings) = told
            .meetings
            .into_iter()
            .partition(|m| m.status == MeetingStatus::Planned);
        Briefing {
            ties: told.direct,
            paths,
            meetings,
            planned,
            visits,
            balances,
            bodies,
            undated: told.undated,
            ..Briefing::default()
        }
    }

    /// The most telling way from the one to the other.
    fn way(&mut self, one: NodeRef, other: NodeRef) -> Vec<Route> {
        let graph = self.graph;
        let options = PathOptions {
            count: 1,
            ..PathOptions::default()
        };
        let stops = stops(graph, one, other, &options);
        routes(graph, &stops, &options, &mut self.sources)
    }

    /// The scope without its time: a commission that was quiet is still one.
    fn ever(&self) -> Scope {
        Scope {
            from: None,
            to: None,
            ..self.scope.clone()
        }
    }

    /// Leaves out of the bodies what lies outside of the time, and bodies of which nothing is left.
    fn bounded(&self, mut bodies: Vec<BodyCard>) -> Vec<BodyCard> {
        let end = self.scope.to.map(last_day);
        let begun = |date: Option<PartialDate>| {
            let first = date.map(PartialDate::first_day);
            end.zip(first).is_none_or(|(end, first)| first <= end)
        };
        for card in &mut bodies {
            card.sessions.retain(|m| self.scope.admits(m.date));
            card.life.retain(|l| begun(l.date));
            card.chairs.retain(|chair| {
                let first = chair.spells.iter().map(|s| s.first_seen).min().flatten();
                begun(first.map(PartialDate::from))
            });
            if !begun(card.last_activity) {
                let held = card.sessions.iter();
                let held = held.filter(|m| m.status == MeetingStatus::Held);
                card.last_activity = held.filter_map(|m| m.date).max();
            }
            let stops = [LifeEvent::Suspended, LifeEvent::Ended];
            let last = card.life.last().map(|l| l.event);
            card.stopped = last.filter(|event| stops.contains(event));
        }
        bodies.retain(|card| {
            let something = !card.chairs.is_empty() || !card.sessions.is_empty();
            something || !card.sides.is_empty() || !card.life.is_empty()
        });
        bodies.sort_by_key(|card| std::cmp::Reverse(card.last_activity));
        bodies
    }
}

//! The ties of a graph as steps, with their days and what of a question bears on their cost.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::options::PathOptions;
use super::search::{Listed, routes};
use super::timed::{TimedHop, TimedNetwork};
use super::ways::Stops;
use super::weights::StepSort;
use crate::graph::{Edge, EdgeRef, NodeRef, RelationGraph, Spell, Tie};
use crate::ontology::{LifeEvent, NodeKind};
use crate::query::offices::STILL;
use crate::query::scope::last_day;
use crate::text::days_between;

/// Years beyond which a tie is simply old.
const OLD: i64 = 10;

/// When a tie can be used as a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) enum When {
    /// Nothing bounds it: what belongs to what.
    Always,
    /// From a day to another.
    Days(Date, Date),
    /// Nobody says when it was.
    Unknown,
}

/// The days of a tie, one entry a term of office.
///
/// A meeting, a session and a visit have their own day, or month, or year; a visit that is only planned has none. An
/// office counts from a year before it is first shown to a year after it was last shown, but not before the earliest day on which it
/// can have begun nor after the latest on which it can have been over. What a commission ties it ties from the day on which it was
/// founded to that on which it ended; what belongs to what has no time.
pub(in crate::query) fn days(graph: &RelationGraph, at: &EdgeRef<'_>) -> Vec<When> {
    match &at.edge.tie {
        Tie::Visited { planned: true, .. } => vec![When::Unknown],
        Tie::Met { date, .. } | Tie::Attended { date, .. } | Tie::Visited { date, .. } => {
            vec![happened(*date)]
        }
        Tie::Role { spells, .. } if spells.is_empty() => vec![When::Unknown],
        Tie::Role { spells, .. } => spells.iter().map(held).collect(),
        Tie::Links => vec![lived(graph, at.source)],
        Tie::PartOf => vec![When::Always],
    }
}

fn happened(date: Option<crate::text::PartialDate>) -> When {
    date.map_or(When::Unknown, |d| When::Days(d.first_day(), last_day(d)))
}

fn held(spell: &Spell) -> When {
    let still = jiff::Span::new().days(STILL);
    let begins = spell.first_seen.map(|day| day.saturating_sub(still));
    let ends = spell.last_seen.map(|day| day.saturating_add(still));
    let begins = begins.max(spell.not_before);
    let ends = match (ends, spell.not_after) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    match (begins, ends) {
        (Some(first), Some(last)) if first <= last => When::Days(first, last),
        _ => When::Unknown,
    }
}

fn lived(graph: &RelationGraph, body: NodeRef) -> When {
    let life = graph.node(body).map_or(&[][..], |n| n.life.as_slice());
    let on = |event: LifeEvent| life.iter().filter(move |l| l.event == event);
    let founded = on(LifeEvent::Founded).filter_map(|l| l.date).min();
    let ended = on(LifeEvent::Ended).filter_map(|l| l.date).max();
    match (founded, ended) {
        (None, None) => When::Always,
        (from, to) => When::Days(
            from.map_or(Date::MIN, crate::text::PartialDate::first_day),
            to.map_or(Date::MAX, last_day),
        ),
    }
}

/// The steps of a graph that a question allows.
pub(super) struct Ties<'g, 'o> {
    graph: &'g RelationGraph,
    options: &'o PathOptions,
    ids: Vec<&'g str>,
    kinds: Vec<NodeKind>,
    /// For each node how many neighbours it has, whatever is asked.
    neighbours: Vec<usize>,
    /// For each node the steps that leave it.
    near: Vec<Vec<(usize, u64, When)>>,
}

impl<'g, 'o> Ties<'g, 'o> {
    /// Complexity: m log m in the number of edges.
    pub(super) fn of(graph: &'g RelationGraph, options: &'o PathOptions) -> Self {
        let numbers: BTreeMap<NodeRef, usize> = graph.nodes().map(|(n, _)| n).zip(0..).collect();
        let mut pairs: BTreeMap<(usize, usize), Vec<EdgeRef<'g>>> = BTreeMap::new();
        let edges = graph.edges();
        for at in &edges {
            let ends = numbers.get(&at.source).zip(numbers.get(&at.target));
            if let Some((one, other)) = ends.filter(|(one, other)| one != other) {
                let pair = (*one.min(other), *one.max(other));
                pairs.entry(pair).or_default().push(*at);
            }
        }
        let mut ties = Self {
            graph,
            options,
            ids: graph.nodes().map(|(_, n)| n.id.as_str()).collect(),
            kinds: graph.nodes().map(|(_, n)| n.kind).collect(),
            neighbours: vec![0; numbers.len()],
            near: vec![Vec::new(); numbers.len()],
        };
        let latest = graph.documents().filter_map(|d| d.record.date).max();
        for ((one, other), edges) in pairs {
            for end in [one, other] {
                ties.neighbours
                    .get_mut(end)
                    .into_iter()
                    .for_each(|n| *n += 1);
            }
            for (cost, when) in ties.steps(&edges, latest) {
                for (from, to) in [(one, other), (other, one)] {
                    let near = ties.near.get_mut(from).into_iter();
                    near.for_each(|near| near.push((to, cost, when)));
                }
            }
        }
        ties
    }

    /// The steps that the edges of a pair allow, each with what it costs and when it can be gone.
    fn steps(&self, edges: &[EdgeRef<'g>], latest: Option<Date>) -> Vec<(u64, When)> {
        let options = self.options;
        let events = edges
            .iter()
            .filter(|e| !matches!(e.edge.tie, Tie::PartOf | Tie::Links));
        let events = events.count();
        let mut steps = Vec::new();
        for at in edges {
            let sure = options.scope.is_sure(at.edge.confidence);
            if !sure || !options.kinds.may_go_over(at.edge.kind()) {
                continue;
            }
            for when in days(self.graph, at) {
                if let Some(when) = self.admitted(when) {
                    steps.push((self.price(at.edge, events, when, latest), when));
                }
            }
        }
        steps
    }

    /// The part of a time that is asked for.
    fn admitted(&self, when: When) -> Option<When> {
        let scope = &self.options.scope;
        match when {
            When::Always => Some(when),
            When::Unknown => (!scope.has_time() && !self.options.chronological).then_some(when),
            When::Days(first, last) => {
                let first = scope.from.map_or(first, |from| first.max(from.first_day()));
                let last = scope.to.map_or(last, |to| last.min(last_day(to)));
                (first <= last).then_some(When::Days(first, last))
            }
        }
    }

    /// What a step over an edge costs, of so many that tie the two: at least half of what it costs by itself.
    fn price(&self, edge: &Edge, events: usize, when: When, latest: Option<Date>) -> u64 {
        let weights = &self.options.weights;
        let plain = weights.price(StepSort::of(&edge.tie), edge.confidence);
        let doublings = u64::from(events.checked_ilog2().unwrap_or(0));
        let repeated = (weights.repeated * doublings).min(plain / 2);
        let years = match (when, latest) {
            (When::Days(_, last), Some(latest)) => (days_between(last, latest) / 365).clamp(0, OLD),
            (When::Unknown, _) => OLD,
            (When::Days(..) | When::Always, _) => 0,
        };
        plain - repeated + weights.year * u64::try_from(years).unwrap_or(0)
    }

    /// The paths between two nodes.
    pub(super) fn between(&self, from: &str, to: &str) -> Vec<Stops> {
        let number = |id: &str| self.ids.binary_search(&id);
        let (Ok(from), Ok(to)) = (number(from), number(to)) else {
            return Vec::new();
        };
        let kinds = self.kinds.iter().enumerate();
        let shut: BTreeSet<usize> = kinds
            .filter(|(node, kind)| {
                *node != from && *node != to && !self.options.kinds.may_pass(**kind)
            })
            .map(|(node, _)| node)
            .collect();
        let passing = self.kinds.iter().zip(&self.neighbours);
        let passing = passing.map(|(kind, near)| self.options.weights.passing(*kind, *near));
        let passing: Vec<u64> = passing.collect();
        if self.options.chronological {
            self.in_time(from, to, passing, &shut)
        } else {
            self.at_any_time(from, to, passing, &shut)
        }
    }

    fn at_any_time(
        &self,
        from: usize,
        to: usize,
        passing: Vec<u64>,
        shut: &BTreeSet<usize>,
    ) -> Vec<Stops> {
        let cheapest = |near: &Vec<(usize, u64, When)>| {
            let mut costs: BTreeMap<usize, u64> = BTreeMap::new();
            for (to, cost, _) in near.iter().filter(|(to, ..)| !shut.contains(to)) {
                let known = costs.entry(*to).or_insert(*cost);
                *known = (*known).min(*cost);
            }
            costs.into_iter().collect()
        };
        let network = Listed::new(passing, self.near.iter().map(cheapest).collect());
        let found = routes(&network, from, to, self.options.count);
        let stops = found.into_iter().map(|route| Stops {
            cost: route.cost,
            nodes: self.named(&route.nodes),
            days: Vec::new(),
        });
        stops.collect()
    }

    fn in_time(
        &self,
        from: usize,
        to: usize,
        passing: Vec<u64>,
        shut: &BTreeSet<usize>,
    ) -> Vec<Stops> {
        let hop = |(to, cost, when): &(usize, u64, When)| {
            let (first, last) = match when {
                When::Always => (Date::MIN, Date::MAX),
                When::Days(first, last) => (*first, *last),
                When::Unknown => return None,
            };
            (!shut.contains(to)).then_some(TimedHop {
                to: *to,
                cost: *cost,
                first,
                last,
            })
        };
        let hops = self.near.iter();
        let network = TimedNetwork {
            hops: hops
                .map(|near| near.iter().filter_map(hop).collect())
                .collect(),
            passing,
        };
        let found = network.routes(from, to, self.options.count);
        let stops = found.into_iter().map(|route| Stops {
            cost: route.cost,
            nodes: self.named(&route.nodes),
            days: route
                .days
                .iter()
                .map(|day| Some(*day).filter(|day| *day != Date::MIN))
                .collect(),
        });
        stops.collect()
    }

    fn named(&self, nodes: &[usize]) -> Vec<String> {
        let id = |node: &usize| self.ids.get(*node).map(|id| (*id).to_owned());
        nodes.iter().filter_map(id).collect()
    }
}

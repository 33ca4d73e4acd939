//! How two nodes are connected: the most telling path, and the next ones.

mod both_ends;
mod near;
mod new_ways;
mod onward;
mod options;
mod priced;
mod search;
mod ties;
mod timed;
mod way;
mod ways;
mod weights;
mod yen;

use jiff::civil::Date;
use serde::Serialize;

pub(super) use self::near::stops;
pub use self::new_ways::NewWays;
pub use self::options::{PathKinds, PathOptions};
use self::ties::Ties;
pub(super) use self::ties::{When, days};
pub use self::ways::{Stops, WayBytes, Ways};
pub use self::weights::PathWeights;
use super::answer::{Brief, EdgeAnswer, Source, Sources};
use crate::graph::{EdgeRef, NodeRef, RelationGraph};

/// The paths between two nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Connection {
    /// Where the paths start.
    pub from: Brief,
    /// Where they end.
    pub to: Brief,
    /// The paths, the most telling first; empty where the two are not connected.
    pub paths: Vec<Route>,
    /// The documents that the steps point at.
    pub sources: Vec<Source>,
}

/// One path. No node comes twice in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Route {
    /// What it costs, in hundredths of a plain step; see [`PathWeights`].
    pub cost: u64,
    /// The steps in order.
    pub steps: Vec<Step>,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Where it starts.
    pub from: Brief,
    /// Where it ends.
    pub to: Brief,
    /// Of a path in time the first day on which the step can be gone when those before are done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// All edges between the two in either direction, those first that the question allows, then the most telling.
    pub edges: Vec<EdgeAnswer>,
}

/// The best paths between two nodes, whatever the direction of the edges. Several edges between two nodes are one
/// step; two paths differ in at least one node. Paths of one cost come in the order of their length, then of the ids.
/// For one node twice there is none.
///
/// # Complexity
/// With n nodes and m edges: one search of O(m log n), which goes from both ends until they meet, and goes on from one of them
/// to where the last path is found. With paths of l steps, `count · l` times a look at what is on ways that are as short as these
/// paths. Where conditions are set, one O(m log m) pass builds the network before.
///
/// # Example
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{PathOptions, connections};
///
/// # fn example(graph: &RelationGraph) -> Option<()> {
/// let (a, b) = (graph.find("person/aru-bekova")?, graph.find("person/milo-drast")?);
/// for path in connections(graph, a, b, &PathOptions::default()).paths {
///     assert!(!path.steps.is_empty());
/// }
/// # Some(()) }
/// ```
#[must_use]
pub fn connections(
    graph: &RelationGraph,
    from: NodeRef,
    to: NodeRef,
    options: &PathOptions,
) -> Connection {
    let stops = if options.is_plain() {
        stops(graph, from, to, options)
    } else {
        let id = |node| graph.node(node).map_or("", |n| n.id.as_str());
        Ties::of(graph, options).between(id(from), id(to))
    };
    along(graph, from, to, &stops, options)
}

/// The paths of which the stops are known ([`Ways::between`]), with what each step tells. The graph need not have more
/// than the nodes of the paths and the edges between them.
///
/// # Complexity
/// A look at the edges of each node of the paths.
#[must_use]
pub fn along(
    graph: &RelationGraph,
    from: NodeRef,
    to: NodeRef,
    routes: &[Stops],
    options: &PathOptions,
) -> Connection {
    let mut sources = Sources::default();
    let paths = self::routes(graph, routes, options, &mut sources);
    Connection {
        from: Brief::of(graph, from),
        to: Brief::of(graph, to),
        paths,
        sources: sources.into_list(),
    }
}

/// The paths of which the stops are known, with their documents among the sources.
pub(super) fn routes(
    graph: &RelationGraph,
    ways: &[Stops],
    options: &PathOptions,
    sources: &mut Sources,
) -> Vec<Route> {
    let mut paths = Vec::with_capacity(ways.len());
    for way in ways {
        let nodes: Vec<NodeRef> = way.nodes.iter().filter_map(|id| graph.find(id)).collect();
        let mut steps = Vec::with_capacity(nodes.len());
        for (place, pair) in nodes.windows(2).enumerate() {
            if let [from, to] = pair {
                let day = way.days.get(place).copied().flatten();
                steps.push(step(graph, (*from, *to), day, options, sources));
            }
        }
        paths.push(Route {
            cost: way.cost,
            steps,
        });
    }
    paths
}

fn step(
    graph: &RelationGraph,
    (from, to): (NodeRef, NodeRef),
    day: Option<Date>,
    options: &PathOptions,
    sources: &mut Sources,
) -> Step {
    let mut edges: Vec<EdgeRef<'_>> = graph
        .edges_at(from)
        .into_iter()
        .filter(|e| e.source == to || e.target == to)
        .collect();
    let allowed = |e: &EdgeRef<'_>| {
        let kind = options.kinds.may_go_over(e.edge.kind());
        kind && options.scope.is_sure(e.edge.confidence)
    };
    let fits = |e: &EdgeRef<'_>| {
        let on = |when: When| match when {
            When::Always => true,
            When::Days(first, last) => day.is_none_or(|day| (first..=last).contains(&day)),
            When::Unknown => day.is_none(),
        };
        days(graph, e).into_iter().any(on)
    };
    edges.sort_by_key(|e| {
        let price = options.weights.step(e.edge);
        (!allowed(e), !fits(e), price)
    });
    Step {
        from: Brief::of(graph, from),
        to: Brief::of(graph, to),
        day,
        edges: edges
            .into_iter()
            .map(|e| EdgeAnswer::of(graph, e, sources))
            .collect(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    fn stops(from: &str, to: &str, options: &PathOptions) -> Vec<Vec<String>> {
        let graph = fixture::two_chambers();
        let (a, b) = (graph.find(from).unwrap(), graph.find(to).unwrap());
        let found = connections(&graph, a, b, options);
        let path = |route: &Route| {
            let first = route.steps.first().unwrap().from.id.clone();
            let rest = route.steps.iter().map(|s| s.to.id.clone());
            std::iter::once(first).chain(rest).collect()
        };
        found.paths.iter().map(path).collect()
    }

    #[test]
    fn a_meeting_is_the_first_path() {
        let paths = stops(
            "person/aru-bekova",
            "person/milo-drast",
            &PathOptions::default(),
        );
        assert_eq!(
            paths.first().unwrap(),
            &["person/aru-bekova", "person/milo-drast"]
        );
    }

    #[test]
    fn a_shared_commission_tells_more_than_a_shared_state() {
        // Ana Kim and Bo Kim sit in chambers of one state, and in one commission.
        let paths = stops("person/ana-kim", "person/bo-kim", &PathOptions::default());
        assert_eq!(
            paths.first().unwrap(),
            &["person/ana-kim", "commission/joint", "person/bo-kim"]
        );
    }

    #[test]
    fn fewest_steps_may_go_through_a_state() {
        let plain = PathOptions {
            count: 1,
            weights: PathWeights::fewest_steps(),
            ..PathOptions::default()
        };
        let told = PathOptions {
            count: 1,
            ..PathOptions::default()
        };
        let (from, to) = ("xa/house", "xb/assembly");
        assert!(stops(from, to, &plain).first().unwrap().len() <= 4);
        assert!(
            !stops(from, to, &told)
                .first()
                .unwrap()
                .iter()
                .any(|id| id.starts_with("state/"))
        );
    }

    #[test]
    fn a_node_alone_has_no_path() {
        assert!(stops("person/aru-bekova", "state/XC", &PathOptions::default()).is_empty());
        assert!(
            stops(
                "person/aru-bekova",
                "person/aru-bekova",
                &PathOptions::default()
            )
            .is_empty()
        );
    }
}

//! Who stands in the middle: nodes by the number of their neighbours, by how often paths lead over them, by `PageRank`.

use serde::Serialize;

use super::answer::Brief;
use super::net::{Net, Shares};
use crate::graph::{NodeRef, RelationGraph};
use crate::ontology::NodeKind;

/// How nodes are ranked. Edges count once a pair, whatever their number and direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The number of neighbours.
    Degree,
    /// The share of shortest paths between all others that lead over the node.
    Betweenness,
    /// The same, estimated from the paths of this many nodes to all others: they lie at even distances in the order of the
    /// ids, so that the same graph has the same values. With as many as there are nodes it is exact.
    SampledBetweenness(usize),
    /// `PageRank` with a damping of 0.85 after 50 rounds.
    PageRank,
}

/// A node with its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranked {
    /// The node.
    #[serde(flatten)]
    pub node: Brief,
    /// Neighbours; a share of paths; a share of all visits. Rounded to nine digits behind the point.
    pub value: f64,
    /// How far an estimate may well be off, in the unit of the value: its standard error, were the nodes from which it was
    /// estimated drawn by lot. It is itself an estimate, and worth little where these are few. `None` where the value is exact,
    /// and where it comes from a single node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Neighbours in any case.
    pub degree: usize,
}

/// Nodes of some kinds (of all where `kinds` is empty), the highest value first, of one value by id. All nodes count as
/// neighbours and as ends of paths, whatever kinds are shown.
///
/// # Complexity
/// With n nodes and m pairs that have an edge: degree n + m, `PageRank` 50 (n + m), betweenness n m, from k nodes k m.
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{Measure, rank};
/// assert!(rank(&RelationGraph::new(), Measure::PageRank, &[]).is_empty());
/// ```
#[must_use]
pub fn rank(graph: &RelationGraph, measure: Measure, kinds: &[NodeKind]) -> Vec<Ranked> {
    best(graph, measure, kinds, usize::MAX)
}

/// The first `most` of [`rank`]; on a large graph to name all nodes takes longer than to rank them.
#[must_use]
pub fn best(
    graph: &RelationGraph,
    measure: Measure,
    kinds: &[NodeKind],
    most: usize,
) -> Vec<Ranked> {
    let net = Net::of(graph);
    let exact = |values: Vec<f64>| Shares {
        values,
        errors: None,
    };
    let Shares { values, errors } = match measure {
        Measure::Degree => exact(net.degrees()),
        Measure::Betweenness => net.betweenness(net.size()),
        Measure::SampledBetweenness(pivots) => net.betweenness(pivots),
        Measure::PageRank => exact(net.page_rank()),
    };
    let wanted = |node: NodeRef| {
        let kind = graph.node(node).map(|node| node.kind);
        kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(&kind))
    };
    let rounded = values.into_iter().map(nine_digits);
    let nodes = graph.nodes().map(|(node, _)| node);
    let mut order: Vec<(f64, usize, NodeRef)> = nodes
        .zip(rounded)
        .enumerate()
        .filter(|(_, (node, _))| wanted(*node))
        .map(|(place, (node, value))| (value, place, node))
        .collect();
    // Of one value by id.
    order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order.truncate(most);
    let ranked = order.into_iter().map(|(value, place, node)| Ranked {
        node: Brief::of(graph, node),
        value,
        standard_error: errors
            .as_ref()
            .and_then(|errors| errors.get(place).copied().map(nine_digits)),
        degree: net.near(place).len(),
    });
    ranked.collect()
}

fn nine_digits(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture::two_chambers;

    #[test]
    fn shares_are_shares_and_the_commission_stands_between() {
        let graph = two_chambers();
        let pages = rank(&graph, Measure::PageRank, &[]);
        let sum: f64 = pages.iter().map(|r| r.value).sum();
        assert!((sum - 1.0).abs() < 1e-6, "{sum}");
        let between = rank(&graph, Measure::Betweenness, &[NodeKind::Commission]);
        assert_eq!(between.len(), 1);
        assert!(between.iter().all(|r| r.value > 0.0 && r.value <= 1.0));
        let degrees = rank(&graph, Measure::Degree, &[]);
        assert!(degrees.is_sorted_by(|a, b| a.value >= b.value));
        let first = best(&graph, Measure::PageRank, &[], 3);
        assert_eq!(first, pages.get(..3).unwrap_or_default());
    }

    #[test]
    fn from_all_nodes_betweenness_is_exact_and_from_fewer_it_is_near() {
        let graph = two_chambers();
        let exact = rank(&graph, Measure::Betweenness, &[]);
        let all = rank(&graph, Measure::SampledBetweenness(graph.node_count()), &[]);
        assert_eq!(exact, all);
        assert_eq!(
            rank(&graph, Measure::SampledBetweenness(usize::MAX), &[]),
            exact
        );
        let half = rank(&graph, Measure::SampledBetweenness(5), &[]);
        assert!(half.iter().all(|r| (0.0..=1.5).contains(&r.value)));
        assert_ne!(half, exact);
        assert!(exact.iter().all(|r| r.standard_error.is_none()));
        assert!(half.iter().all(|r| r.standard_error.is_some()));
        let none = rank(&graph, Measure::SampledBetweenness(0), &[]);
        assert!(none.iter().all(|r| r.value.total_cmp(&0.0).is_eq()));
    }

    /// A row of people each of whom met the next.
    fn row_of(people: usize) -> RelationGraph {
        let node = |n: usize| {
            format!(r#"{{"id":"person/p{n:03}","kind":"legislator","name":"P {n}","state":"XA"}}"#)
        };
        let edge = |n: usize| {
            let (a, b) = (format!("person/p{n:03}"), format!("person/p{:03}", n + 1));
            format!(
                r#"{{"source":"{a}","target":"{b}","kind":"met","meeting":"bilateral","meeting_id":"m{n}","date":null,"place":null,"confidence":0.9}}"#
            )
        };
        let meeting = |n: usize| {
            let (a, b) = (format!("person/p{n:03}"), format!("person/p{:03}", n + 1));
            format!(
                r#"{{"id":"m{n}","kind":"bilateral","status":"held","sides":[["{a}"],["{b}"]],"confidence":0.9}}"#
            )
        };
        let join = |told: Vec<String>| told.join(",");
        let text = format!(
            r#"{{"graph":{{"schema":1,"meetings":[{}]}},"nodes":[{}],"edges":[{}]}}"#,
            join((0..people - 1).map(meeting).collect()),
            join((0..people).map(node).collect()),
            join((0..people - 1).map(edge).collect()),
        );
        crate::export::json::read(text.as_bytes()).unwrap_or_default()
    }

    #[test]
    fn estimates_are_about_as_far_off_as_they_say_and_nearer_from_more_nodes() {
        let graph = row_of(200);
        let exact = rank(&graph, Measure::Betweenness, &[]);
        assert_eq!(exact.len(), 200);
        let exact = |id: &str| exact.iter().find(|r| r.node.id == id).map(|r| r.value);
        let mut before = f64::MAX;
        for pivots in [30, 60, 120] {
            let told = rank(&graph, Measure::SampledBetweenness(pivots), &[]);
            let errors: Vec<f64> = told.iter().filter_map(|r| r.standard_error).collect();
            let off = |r: &Ranked| exact(&r.node.id).map_or(f64::MAX, |e| (e - r.value).abs());
            let far = told
                .iter()
                .filter(|r| off(r) > 3.0 * r.standard_error.unwrap_or_default() + 1e-6);
            assert_eq!(errors.len(), 200);
            // At the ends of the row the paths of all other nodes count alike, and no sample shows that the own ones do not.
            assert!(far.count() <= 10, "{pivots}");
            let sum: f64 = errors.iter().sum();
            assert!(sum > 0.0 && sum < before, "{pivots}: {sum}");
            before = sum;
        }
    }
}

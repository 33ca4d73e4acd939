//! What the page knows beside the graph: places, groups, costs of steps, letters.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::layout::{Place, places};
use super::letters::letters;
use crate::diagram::most_telling;
use crate::graph::{Node, NodeRef, RelationGraph};
use crate::ontology::StateCode;
use crate::query::{PathWeights, meeting_states};

/// How many nodes the network of the page shows at most; of a larger graph the most telling ones.
pub const MOST_DRAWN: usize = 5000;

/// What the page knows beside the graph. Lists of nodes, edges and meetings are in the order of those in
/// the graph JSON.
#[derive(Debug, Serialize)]
pub(super) struct View {
    /// The version of this form.
    schema: u32,
    /// The version of the program that made the page.
    version: &'static str,
    /// The place of each node.
    places: Vec<[f64; 2]>,
    /// The index of the group of each node, -1 for none.
    group_of: Vec<i64>,
    /// The discs of the states.
    groups: Vec<Disc>,
    /// What a step over each edge costs a path, in hundredths.
    costs: Vec<u64>,
    /// What passing through each node costs a path, in hundredths.
    passing: Vec<u64>,
    /// The states that had a part in each meeting.
    states: Vec<BTreeSet<StateCode>>,
    /// The pairs of states that each meeting counts for, none where it is planned or of many.
    pairs: Vec<BTreeSet<(StateCode, StateCode)>>,
    /// The indices of the nodes that the network leaves out because there are too many.
    left_out: Vec<usize>,
    /// Letters of other scripts in Latin.
    letters: Vec<(u32, String)>,
}

/// The disc of a state.
#[derive(Debug, Serialize)]
struct Disc {
    state: StateCode,
    x: f64,
    y: f64,
    r: f64,
    members: usize,
}

impl View {
    /// What the page is to know of a graph; of its nodes at most `most` are drawn.
    pub(super) fn of(graph: &RelationGraph, most: usize) -> Self {
        let places = places(graph);
        let rounded = |length: f64| (length * 10.0).round() / 10.0;
        let pair = |place: &Place| [rounded(place.x), rounded(place.y)];
        let weights = PathWeights::default();
        let (states, pairs) = meeting_states(graph)
            .into_iter()
            .map(|of| (of.part, of.met))
            .unzip();
        let number = |group: &Option<usize>| group.map_or(-1, |g| i64::try_from(g).unwrap_or(-1));
        Self {
            schema: 1,
            version: env!("CARGO_PKG_VERSION"),
            places: places.nodes.iter().map(pair).collect(),
            group_of: places.group_of.iter().map(number).collect(),
            groups: places
                .groups
                .iter()
                .map(|group| Disc {
                    state: group.state,
                    x: rounded(group.middle.x),
                    y: rounded(group.middle.y),
                    r: rounded(group.radius),
                    members: group.members,
                })
                .collect(),
            costs: graph.edges().iter().map(|e| weights.step(e.edge)).collect(),
            passing: passing(graph, &weights),
            states,
            pairs,
            left_out: left_out(graph, most),
            letters: letters(),
        }
    }
}

/// What passing through each node costs.
fn passing(graph: &RelationGraph, weights: &PathWeights) -> Vec<u64> {
    let mut neighbours: BTreeMap<NodeRef, BTreeSet<NodeRef>> = BTreeMap::new();
    for edge in graph.edges() {
        neighbours
            .entry(edge.source)
            .or_default()
            .insert(edge.target);
        neighbours
            .entry(edge.target)
            .or_default()
            .insert(edge.source);
    }
    let cost = |(node, data): (NodeRef, &Node)| {
        let number = neighbours.get(&node).map_or(0, BTreeSet::len);
        weights.passing(data.kind, number)
    };
    graph.nodes().map(cost).collect()
}

/// The nodes that are too many. Where the choice cannot be made, which is never so for a graph of this program, none.
fn left_out(graph: &RelationGraph, most: usize) -> Vec<usize> {
    let Ok(choice) = most_telling(graph, most) else {
        return Vec::new();
    };
    let nodes = graph.nodes().enumerate();
    nodes
        .filter(|(_, (_, node))| choice.graph.find(&node.id).is_none())
        .map(|(number, _)| number)
        .collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
pub(super) mod tests {
    use super::*;
    use crate::export::json;

    /// A graph of invented states, each with a chamber and so many people, of whom some have met abroad.
    pub(in crate::explorer) fn graph_of(states: usize, people: usize) -> RelationGraph {
        let code = |s: usize| format!("X{}", char::from(b'A' + u8::try_from(s).unwrap()));
        let (mut nodes, mut edges, mut meetings) = (Vec::new(), Vec::new(), Vec::new());
        nodes.push(r#"{"id":"commission/joint","kind":"commission","form":"commission","name":"Joint <b>Commission</b>"}"#.to_owned());
        for s in 0..states {
            let c = code(s);
            nodes.push(format!(
                r#"{{"id":"state/{c}","kind":"state","name":"State {c}","code":"{c}"}}"#
            ));
            nodes.push(format!(
                r#"{{"id":"{}/house","kind":"chamber","name":"House of {c}","state":"{c}"}}"#,
                c.to_lowercase()
            ));
            edges.push(format!(r#"{{"source":"commission/joint","target":"{}/house","kind":"links","confidence":0.9}}"#, c.to_lowercase()));
            for p in 0..people {
                nodes.push(format!(r#"{{"id":"person/{c}-{p}","kind":"legislator","name":"Person {p}","state":"{c}"}}"#));
                if s > 0 && p % 3 == 0 {
                    let (id, before) = (format!("meeting/{c}-{p}"), code(s - 1));
                    meetings.push(format!(r#"{{"id":"{id}","kind":"bilateral","status":"held","date":"2031-03-04","sides":[["person/{before}-{p}"],["person/{c}-{p}"]],"confidence":0.9}}"#));
                    edges.push(format!(r#"{{"source":"person/{before}-{p}","target":"person/{c}-{p}","kind":"met","meeting":"bilateral","meeting_id":"{id}","date":"2031-03-04","place":null,"confidence":0.9}}"#));
                }
            }
        }
        let text = format!(
            r#"{{"graph":{{"schema":1,"meetings":[{}]}},"nodes":[{}],"edges":[{}]}}"#,
            meetings.join(","),
            nodes.join(","),
            edges.join(",")
        );
        json::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn everything_is_told_of_every_node_and_edge() {
        let graph = graph_of(3, 10);
        let view = View::of(&graph, MOST_DRAWN);
        assert_eq!(view.places.len(), graph.node_count());
        assert_eq!(view.passing.len(), graph.node_count());
        assert_eq!(view.group_of.len(), graph.node_count());
        assert_eq!(view.costs.len(), graph.edge_count());
        assert_eq!(view.states.len(), graph.meetings().count());
        assert!(view.pairs.iter().all(|pairs| pairs.len() == 1));
        assert_eq!(view.pairs.len(), view.states.len());
        assert!(view.left_out.is_empty());
        let joint = view.group_of.first().copied();
        assert_eq!(joint, Some(-1), "a commission lies between the states");
    }

    #[test]
    fn of_a_large_graph_the_least_telling_nodes_are_not_drawn() {
        let graph = graph_of(3, 10);
        let view = View::of(&graph, 20);
        assert_eq!(view.left_out.len(), graph.node_count() - 20);
    }
}

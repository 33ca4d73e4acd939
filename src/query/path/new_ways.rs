//! Ways in the making, of a graph whose nodes and edges come one by one and that need not be in memory.

use super::way::{Way, node_byte};
use super::ways::{Ways, place};
use super::weights::StepSort;
use crate::graph::Edge;
use crate::ontology::NodeKind;

/// The ways of a graph whose parts come one by one: first all nodes in the order of their ids, then the edges in any order.
///
/// In memory are the ids and some bytes for each node and edge.
///
/// ```
/// use interparl::graph::{Edge, Tie};
/// use interparl::claim::Confidence;
/// use interparl::ontology::NodeKind;
/// use interparl::query::{NewWays, PathOptions};
///
/// let mut ways = NewWays::default();
/// ways.put_node("lv/saeima", NodeKind::Chamber);
/// ways.put_node("state/LV", NodeKind::State);
/// let edge = Edge { tie: Tie::PartOf, confidence: Confidence::FULL, evidence: Vec::new() };
/// if let (Some(house), Some(state)) = (ways.place("lv/saeima"), ways.place("state/LV")) {
///     ways.put_edge(house, state, &edge);
/// }
/// let paths = ways.finish().between("lv/saeima", "state/LV", &PathOptions::default());
/// assert_eq!(paths.len(), 1);
/// ```
#[derive(Debug, Default)]
pub struct NewWays {
    /// The ids, one behind the other, and where each ends.
    ids: String,
    ends: Vec<usize>,
    kinds: Vec<NodeKind>,
    /// The ways, each behind the number of its node.
    near: Vec<(u32, Way)>,
}

impl NewWays {
    /// Takes a node, whose place is the number of those before it.
    pub fn put_node(&mut self, id: &str, kind: NodeKind) {
        self.ids.push_str(id);
        self.ends.push(self.ids.len());
        self.kinds.push(kind);
    }

    /// How many nodes there are.
    #[must_use]
    pub const fn nodes(&self) -> usize {
        self.kinds.len()
    }

    /// The id of the node at a place; empty where there is none.
    #[must_use]
    pub fn id(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let begin = before.copied().unwrap_or_default();
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.ids.get(begin..end).unwrap_or_default()
    }

    /// The place of an id; `None` where no node has it. Complexity: log n in the number of nodes.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.nodes());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.id(middle) < id {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let found = low < self.nodes() && self.id(low) == id;
        found.then(|| u32::try_from(low).ok()).flatten()
    }

    /// Takes an edge between the nodes of two places, which are there.
    pub fn put_edge(&mut self, one: u32, other: u32, edge: &Edge) {
        for (from, to) in [(one, other), (other, one)] {
            if from != to {
                let kind = self.kinds.get(place(to));
                let way = Way {
                    to,
                    sort: StepSort::of(&edge.tie),
                    sure: edge.confidence,
                    leads_on: false,
                    is_person: kind.is_some_and(|kind| kind.is_person()),
                };
                self.near.push((from, way));
            }
        }
    }

    /// The ways. Complexity: m log m in the number of edges.
    #[must_use]
    pub fn finish(self) -> Ways {
        let nodes = self.nodes();
        let mut near = self.near;
        near.sort_unstable();
        near.dedup();
        let neighbours = neighbours(&near, nodes);
        let mut bytes = Vec::new();
        put_number(&mut bytes, nodes);
        for end in self.ends {
            put_number(&mut bytes, end);
        }
        let mut end = 0;
        for number in (0..).take(nodes) {
            let ways = near.iter().skip(end);
            end += ways.take_while(|(from, _)| *from == number).count();
            put_number(&mut bytes, end);
        }
        for (kind, neighbours) in self.kinds.into_iter().zip(&neighbours) {
            bytes.push(node_byte(kind, *neighbours));
        }
        let ids = bytes.len();
        bytes.extend_from_slice(self.ids.as_bytes());
        let steps = bytes.len();
        for (_, mut way) in near {
            let of_neighbour = neighbours.get(place(way.to));
            way.leads_on = of_neighbour.is_some_and(|count| *count > 1);
            bytes.extend(way.to_bytes());
        }
        Ways {
            bytes,
            nodes,
            ids,
            steps,
        }
    }
}

/// For each of so many nodes how many neighbours it has.
fn neighbours(near: &[(u32, Way)], nodes: usize) -> Vec<usize> {
    let mut neighbours = vec![0; nodes];
    for pair in near.chunk_by(|(a, one), (b, other)| (a, one.to) == (b, other.to)) {
        let from = pair.first().map_or(usize::MAX, |(from, _)| place(*from));
        if let Some(count) = neighbours.get_mut(from) {
            *count += 1;
        }
    }
    neighbours
}

/// Four bytes hold every count of nodes and edges that fits into memory.
fn put_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend_from_slice(&u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

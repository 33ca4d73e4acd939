//! Who is next to whom, apart from the graph: all that a search for paths needs, small enough to be kept beside a stored
//! graph and read for one question.

use std::borrow::Cow;
use std::cmp::Ordering;

use jiff::civil::Date;

use super::PathOptions;
use super::new_ways::NewWays;
use super::priced::Priced;
use super::search::routes;
use super::way::{WAY, Way, node_of_byte};
use crate::graph::RelationGraph;
use crate::ontology::NodeKind;

/// The steps that a graph has: its nodes by number, and for each the ways to its neighbours, packed into one row of bytes. A
/// search looks at the bytes of the nodes that it comes to and at no others.
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{PathOptions, Ways};
///
/// let ways = Ways::of(&RelationGraph::new());
/// assert_eq!(Ways::from_bytes(ways.as_bytes().to_vec()), Some(ways.clone()));
/// assert!(ways.between("state/KZ", "state/UZ", &PathOptions::default()).is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways<B = Vec<u8>> {
    /// The number of nodes; for each node where its id ends, then where its ways end, then its kind and crowd; the ids, sorted, so
    /// that a node's place is its number; the ways of each node, sorted. Numbers are of four bytes, the least first.
    pub(super) bytes: B,
    pub(super) nodes: usize,
    /// Where the ids begin, and where the ways.
    pub(super) ids: usize,
    pub(super) steps: usize,
}

/// Where the bytes of ways lie: in memory, or in a file of which a search reads a little.
pub trait WayBytes {
    /// How many there are.
    fn size(&self) -> usize;

    /// Those from a place up to another; `None` where there are none, or they cannot be read.
    fn part(&self, from: usize, to: usize) -> Option<Cow<'_, [u8]>>;
}

impl WayBytes for Vec<u8> {
    fn size(&self) -> usize {
        self.len()
    }

    fn part(&self, from: usize, to: usize) -> Option<Cow<'_, [u8]>> {
        self.get(from..to).map(Cow::Borrowed)
    }
}

/// A route from one node to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stops {
    /// What it costs, in hundredths of a plain step; see [`PathWeights`](super::PathWeights).
    pub cost: u64,
    /// The ids of its nodes, the ends among them.
    pub nodes: Vec<String>,
    /// Where a path in time is asked for, the first day on which each step can be gone when those before are done; `None`
    /// where nothing before it and not itself has a time.
    pub days: Vec<Option<Date>>,
}

/// Bytes of a number.
const NUMBER: usize = 4;

impl Ways {
    /// The ways of a graph. Complexity: m log m in the number of edges.
    #[must_use]
    pub fn of(graph: &RelationGraph) -> Self {
        let mut ways = NewWays::default();
        for (_, node) in graph.nodes() {
            ways.put_node(&node.id, node.kind);
        }
        for (one, other, edge) in graph.ties() {
            if let (Ok(one), Ok(other)) = (u32::try_from(one), u32::try_from(other)) {
                ways.put_edge(one, other, edge);
            }
        }
        ways.finish()
    }

    /// The ways as bytes. What wrote them must be what reads them: the form has no version of its own.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same, taken out.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl<B: WayBytes> Ways<B> {
    /// The ways of [`Ways::as_bytes`]; `None` where there are more or fewer bytes than they say.
    #[must_use]
    pub fn from_bytes(bytes: B) -> Option<Self> {
        let nodes = number_at(&bytes, 0)?;
        let ids = NUMBER.checked_add(nodes.checked_mul(2 * NUMBER + 1)?)?;
        let mut read = Self {
            bytes,
            nodes,
            ids,
            steps: ids,
        };
        let last = nodes.checked_sub(1);
        let (id_end, way_end) = match last {
            Some(last) => (read.id_end(last)?, read.way_end(last)?),
            None => (0, 0),
        };
        read.steps = ids.checked_add(id_end)?;
        let whole = read.steps.checked_add(way_end.checked_mul(WAY)?)?;
        (read.bytes.size() == whole).then_some(read)
    }

    /// The paths between the nodes of two ids, as [`super::connections`] finds them for a question that
    /// [is plain](PathOptions::is_plain): of the options only the count and the weights are looked at.
    #[must_use]
    pub fn between(&self, from: &str, to: &str, options: &PathOptions) -> Vec<Stops> {
        let (Some(from), Some(to)) = (self.number(from), self.number(to)) else {
            return Vec::new();
        };
        let priced = Priced {
            ways: self,
            weights: &options.weights,
        };
        let found = routes(&priced, from, to, options.count);
        let id = |number: &usize| self.id(*number);
        found
            .into_iter()
            .map(|route| Stops {
                cost: route.cost,
                nodes: route.nodes.iter().filter_map(id).collect(),
                days: Vec::new(),
            })
            .collect()
    }

    /// Where the bytes lie.
    #[must_use]
    pub const fn bytes(&self) -> &B {
        &self.bytes
    }

    fn id_end(&self, number: usize) -> Option<usize> {
        number_at(&self.bytes, NUMBER * (1 + number))
    }

    fn way_end(&self, number: usize) -> Option<usize> {
        number_at(&self.bytes, NUMBER * (1 + self.nodes + number))
    }

    /// The id of the node at a place in the order of all ids.
    #[must_use]
    pub fn id(&self, number: usize) -> Option<String> {
        let begin = match number.checked_sub(1) {
            Some(before) => self.id_end(before)?,
            None => 0,
        };
        let id = (self.bytes).part(self.ids + begin, self.ids + self.id_end(number)?)?;
        String::from_utf8(id.into_owned()).ok()
    }

    /// The number of an id.
    fn number(&self, id: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.nodes);
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.id(middle)?.as_str().cmp(id) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// How many nodes there are.
    pub(super) const fn nodes(&self) -> usize {
        self.nodes
    }

    /// What a node is, and how often its neighbours double beyond eight.
    pub(super) fn kind(&self, number: usize) -> Option<(NodeKind, u32)> {
        let at = NUMBER * (1 + 2 * self.nodes) + number;
        node_of_byte(*self.bytes.part(at, at + 1)?.first()?)
    }

    /// The number of the first way of a node, and of the one behind its last.
    pub(super) fn ends(&self, number: usize) -> Option<(usize, usize)> {
        let begin = match number.checked_sub(1) {
            Some(before) => self.way_end(before)?,
            None => 0,
        };
        Some((begin, self.way_end(number)?))
    }

    /// The ways from a node; of a damaged one those that can be read.
    pub(super) fn near(&self, number: usize) -> impl Iterator<Item = Way> {
        let ends = self.ends(number);
        let ways = ends.and_then(|(begin, end)| {
            let (begin, end) = (begin.checked_mul(WAY)?, end.checked_mul(WAY)?);
            self.bytes
                .part(self.steps.checked_add(begin)?, self.steps.checked_add(end)?)
        });
        let ways = ways.unwrap_or_default();
        (0..ways.len() / WAY).filter_map(move |at| Way::from_bytes(ways.get(at * WAY..)?))
    }
}

/// A number as a place in memory, where it was one before.
pub(super) fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn number_at(bytes: &impl WayBytes, at: usize) -> Option<usize> {
    let number = bytes.part(at, at.checked_add(NUMBER)?)?;
    Some(place(u32::from_le_bytes(*number.first_chunk::<NUMBER>()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture;

    #[test]
    fn ways_come_back_from_their_bytes_and_damaged_bytes_do_not_pass() {
        let ways = Ways::of(&fixture::two_chambers());
        let bytes = ways.as_bytes();
        assert_eq!(Ways::from_bytes(bytes.to_vec()), Some(ways.clone()));
        for end in 0..bytes.len() {
            let part = bytes.get(..end).unwrap_or_default();
            assert_eq!(Ways::from_bytes(part.to_vec()), None);
        }
        assert_eq!(Ways::from_bytes([bytes, &[0]].concat()), None);
        let options = PathOptions::default();
        assert!(
            !ways
                .between("person/aru-bekova", "person/milo-drast", &options)
                .is_empty()
        );
        assert!(
            ways.between("person/aru-bekova", "person/nobody", &options)
                .is_empty()
        );
    }
}

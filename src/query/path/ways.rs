//! Who is next to whom, apart from the graph: all that a search for paths needs, small enough to be kept beside a stored
//! graph and read for one question.

use jiff::civil::Date;

use super::PathOptions;
use super::search::Network;
use super::weights::{PathWeights, StepSort};
use crate::claim::Confidence;
use crate::graph::RelationGraph;
use crate::ontology::NodeKind;

/// The steps that a graph has: its nodes by number, and for each the ways to its neighbours.
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{PathOptions, Ways};
///
/// let ways = Ways::of(&RelationGraph::new());
/// assert_eq!(Ways::from_bytes(&ways.to_bytes()), Some(ways.clone()));
/// assert!(ways.between("state/KZ", "state/UZ", &PathOptions::default()).is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ways {
    /// The ids, sorted; a node's place is its number.
    ids: Vec<String>,
    kinds: Vec<NodeKind>,
    /// For each node the ways that leave it, sorted.
    near: Vec<Vec<Way>>,
}

/// A step to a neighbour. Several edges of one sort that are equally sure are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    to: u32,
    sort: StepSort,
    sure: Confidence,
}

/// A route from one node to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stops {
    /// What it costs, in hundredths of a plain step; see [`PathWeights`].
    pub cost: u64,
    /// The ids of its nodes, the ends among them.
    pub nodes: Vec<String>,
    /// Where a path in time is asked for, the first day on which each step can be gone when those before are done; `None`
    /// where nothing before it and not itself has a time.
    pub days: Vec<Option<Date>>,
}

/// Bytes of a way as it is kept.
const WAY: usize = 6;

impl Ways {
    /// The ways of a graph. Complexity: m log m in the number of edges.
    #[must_use]
    pub fn of(graph: &RelationGraph) -> Self {
        let mut ways = Self {
            ids: Vec::with_capacity(graph.node_count()),
            kinds: Vec::with_capacity(graph.node_count()),
            near: vec![Vec::new(); graph.node_count()],
        };
        for (_, node) in graph.nodes() {
            ways.ids.push(node.id.clone());
            ways.kinds.push(node.kind);
        }
        for (one, other, edge) in graph.ties() {
            for (from, to) in [(one, other), (other, one)] {
                let Ok(to) = u32::try_from(to) else { continue };
                if let Some(near) = ways.near.get_mut(from).filter(|_| one != other) {
                    near.push(Way {
                        to,
                        sort: StepSort::of(&edge.tie),
                        sure: edge.confidence,
                    });
                }
            }
        }
        for near in &mut ways.near {
            near.sort_unstable();
            near.dedup();
        }
        ways
    }

    /// The paths between the nodes of two ids, as [`super::connections`] finds them for a question that
    /// [is plain](PathOptions::is_plain): of the options only the count and the weights are looked at.
    #[must_use]
    pub fn between(&self, from: &str, to: &str, options: &PathOptions) -> Vec<Stops> {
        let number = |id: &str| self.ids.binary_search_by(|other| other.as_str().cmp(id));
        let (Ok(from), Ok(to)) = (number(from), number(to)) else {
            return Vec::new();
        };
        let found = self
            .network(&options.weights)
            .routes(from, to, options.count);
        let id = |number: &usize| self.ids.get(*number).cloned();
        found
            .into_iter()
            .map(|route| Stops {
                cost: route.cost,
                nodes: route.nodes.iter().filter_map(id).collect(),
                days: Vec::new(),
            })
            .collect()
    }

    fn network(&self, weights: &PathWeights) -> Network {
        let cheapest = |ways: &Vec<Way>| {
            let mut hops: Vec<(usize, u64)> = Vec::with_capacity(ways.len());
            for way in ways {
                let (to, cost) = (place(way.to), weights.price(way.sort, way.sure));
                match hops.last_mut() {
                    Some(last) if last.0 == to => last.1 = last.1.min(cost),
                    _ => hops.push((to, cost)),
                }
            }
            hops
        };
        let hops: Vec<Vec<(usize, u64)>> = self.near.iter().map(cheapest).collect();
        let passing = self.kinds.iter().zip(&hops);
        let passing = passing.map(|(kind, hops)| weights.passing(*kind, hops.len()));
        Network::new(passing.collect(), hops)
    }

    /// The ways as bytes. What wrote them must be what reads them: the form has no version of its own.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_number(&mut bytes, self.ids.len());
        for ((id, kind), ways) in self.ids.iter().zip(&self.kinds).zip(&self.near) {
            let kind = NodeKind::ALL.iter().position(|other| other == kind);
            bytes.push(kind.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX));
            put_number(&mut bytes, id.len());
            bytes.extend_from_slice(id.as_bytes());
            put_number(&mut bytes, ways.len());
            for way in ways {
                bytes.extend_from_slice(&way.to.to_le_bytes());
                bytes.extend([way.sort.number(), way.sure.as_hundredths()]);
            }
        }
        bytes
    }

    /// The ways of [`Ways::to_bytes`]; `None` where the bytes are others.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let count = take_number(&mut rest)?;
        let mut read = Self::default();
        for _ in 0..count {
            let (kind, _) = rest.split_first()?;
            read.kinds.push(*NodeKind::ALL.get(usize::from(*kind))?);
            rest = rest.get(1..)?;
            let length = take_number(&mut rest)?;
            let id = std::str::from_utf8(take(&mut rest, length)?).ok()?;
            read.ids.push(id.to_owned());
            let ways = take_number(&mut rest)?.checked_mul(WAY)?;
            let ways = take(&mut rest, ways)?.chunks_exact(WAY).map(way);
            read.near.push(ways.collect::<Option<Vec<Way>>>()?);
        }
        rest.is_empty().then_some(read)
    }
}

fn way(bytes: &[u8]) -> Option<Way> {
    let (to, rest) = bytes.split_first_chunk::<4>()?;
    let [sort, sure] = rest else { return None };
    Some(Way {
        to: u32::from_le_bytes(*to),
        sort: StepSort::numbered(*sort)?,
        sure: Confidence::hundredths(*sure),
    })
}

/// A number as a place in memory, where it was one before.
fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Four bytes hold every count of nodes and edges that fits into memory.
fn put_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend_from_slice(&u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

fn take_number(rest: &mut &[u8]) -> Option<usize> {
    let (number, after) = rest.split_first_chunk::<4>()?;
    *rest = after;
    usize::try_from(u32::from_le_bytes(*number)).ok()
}

fn take<'b>(rest: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture;

    #[test]
    fn ways_come_back_from_their_bytes_and_damaged_bytes_do_not_pass() {
        let ways = Ways::of(&fixture::two_chambers());
        let bytes = ways.to_bytes();
        assert_eq!(Ways::from_bytes(&bytes), Some(ways.clone()));
        for end in 0..bytes.len() {
            assert_eq!(Ways::from_bytes(bytes.get(..end).unwrap_or_default()), None);
        }
        assert_eq!(Ways::from_bytes(&[bytes, vec![0]].concat()), None);
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

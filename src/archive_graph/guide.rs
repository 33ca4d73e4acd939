//! What leads through a stored graph and is kept beside its rows: who is next to whom, and what all nodes are called.

use crate::graph::RelationGraph;
use crate::query::{Ways, list_names, nearest_in_list};

/// Ways and names, as they are kept.
pub(super) struct Guide {
    /// Who is next to whom.
    pub(super) ways: Ways,
    /// The names of all nodes, as [`list_names`] lists them.
    names: Vec<u8>,
}

/// Bytes that say how many bytes of ways follow.
const LENGTH: usize = 8;

impl Guide {
    /// The bytes to be kept for a graph.
    pub(super) fn bytes_of(graph: &RelationGraph) -> Vec<u8> {
        let ways = Ways::of(graph);
        let length = u64::try_from(ways.as_bytes().len()).unwrap_or(u64::MAX);
        let mut bytes = length.to_le_bytes().to_vec();
        bytes.extend_from_slice(ways.as_bytes());
        bytes.extend(list_names(graph));
        bytes
    }

    /// What the kept bytes say; `None` where they are others.
    pub(super) fn of_bytes(mut bytes: Vec<u8>) -> Option<Self> {
        let length = u64::from_le_bytes(*bytes.first_chunk::<LENGTH>()?);
        let ways = LENGTH.checked_add(usize::try_from(length).ok()?)?;
        if ways > bytes.len() {
            return None;
        }
        let names = bytes.split_off(ways);
        Some(Self {
            ways: Ways::from_bytes(bytes.split_off(LENGTH))?,
            names,
        })
    }

    /// The ids of the nodes whose names are offered for a typed one that none has.
    pub(super) fn near(&self, typed: &str) -> Vec<String> {
        let places = nearest_in_list(&self.names, typed).into_iter();
        let ids = places.filter_map(|place| self.ways.id(place));
        ids.map(str::to_owned).collect()
    }
}

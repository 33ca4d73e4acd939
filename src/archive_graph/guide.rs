//! What leads through a stored graph and is kept beside its rows: who is next to whom, and what all nodes are called.

use std::borrow::Cow;

use crate::archive::StoredNetwork;
use crate::graph::RelationGraph;
use crate::query::{WayBytes, Ways, list_names, nearest_in_list};

/// Ways and names, as they are kept. No more of them is read than is asked for.
pub(super) struct Guide<'a> {
    /// Who is next to whom.
    pub(super) ways: Ways<KeptWays<'a>>,
}

/// The ways among the bytes that are kept; the names of all nodes, as [`list_names`] lists them, are behind them.
pub(super) struct KeptWays<'a> {
    kept: StoredNetwork<'a>,
    end: usize,
}

/// Bytes that say how many bytes of ways follow.
const LENGTH: usize = 8;

impl WayBytes for KeptWays<'_> {
    fn size(&self) -> usize {
        self.end - LENGTH
    }

    fn part(&self, from: usize, to: usize) -> Option<Cow<'_, [u8]>> {
        let to = LENGTH.checked_add(to).filter(|to| *to <= self.end)?;
        let part = self.kept.part(LENGTH.checked_add(from)?, to);
        part.map(Cow::Owned)
    }
}

/// The bytes to be kept for a graph.
pub(super) fn guide_of(graph: &RelationGraph) -> Vec<u8> {
    let ways = Ways::of(graph);
    let length = u64::try_from(ways.as_bytes().len()).unwrap_or(u64::MAX);
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend_from_slice(ways.as_bytes());
    bytes.extend(list_names(graph));
    bytes
}

impl<'a> Guide<'a> {
    /// What the kept bytes say; `None` where they are others.
    pub(super) fn of(kept: StoredNetwork<'a>) -> Option<Self> {
        let length = kept.part(0, LENGTH)?;
        let length = u64::from_le_bytes(*length.first_chunk::<LENGTH>()?);
        let end = LENGTH.checked_add(usize::try_from(length).ok()?)?;
        let ways = KeptWays { kept, end };
        Some(Self {
            ways: Ways::from_bytes(ways)?,
        })
    }

    /// The ids of the nodes whose names are offered for a typed one that none has; `None` where they cannot be read.
    pub(super) fn near(&self, typed: &str) -> Option<Vec<String>> {
        let names = self.ways.bytes().names()?;
        let places = nearest_in_list(&names, typed).into_iter();
        places.map(|place| self.ways.id(place)).collect()
    }
}

impl KeptWays<'_> {
    fn names(&self) -> Option<Vec<u8>> {
        self.kept.part(self.end, self.kept.size())
    }
}

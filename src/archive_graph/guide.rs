//! What leads through a stored graph and is kept beside its rows: what is told of crowds, who is next to whom, and what all nodes
//! are called.

use std::borrow::Cow;

use super::excerpts::{excerpts_of, kept_excerpt};
use crate::archive::StoredNetwork;
use crate::graph::RelationGraph;
use crate::query::{Excerpt, WayBytes, Ways, list_names, nearest_in_list};

/// Ways and names, as they are kept. No more of them is read than is asked for.
pub(super) struct Guide<'a> {
    /// Who is next to whom.
    pub(super) ways: Ways<KeptWays<'a>>,
}

/// The ways among the bytes that are kept; the excerpts are before them, and the names of all nodes, as [`list_names`] lists them,
/// behind them.
pub(super) struct KeptWays<'a> {
    kept: StoredNetwork<'a>,
    begin: usize,
    end: usize,
}

/// Bytes that say how many bytes of excerpts or ways follow.
const LENGTH: usize = 8;

impl WayBytes for KeptWays<'_> {
    fn size(&self) -> usize {
        self.end - self.begin
    }

    fn part(&self, from: usize, to: usize) -> Option<Cow<'_, [u8]>> {
        let to = self.begin.checked_add(to).filter(|to| *to <= self.end)?;
        self.kept.part(self.begin.checked_add(from)?, to)
    }
}

/// The bytes to be kept for a graph, of which the pairs of nodes and the meetings in which they take part are known.
pub(super) fn guide_of(graph: &RelationGraph, parts: &[[&str; 2]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in [excerpts_of(graph, parts), Ways::of(graph).into_bytes()] {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        bytes.extend(length.to_le_bytes());
        bytes.extend(part);
    }
    bytes.extend(list_names(graph));
    bytes
}

/// The excerpt that is kept of a node; `None` where none is, or the bytes are others.
pub(super) fn excerpt(kept: &StoredNetwork<'_>, id: &str) -> Option<Excerpt> {
    let (begin, end) = after_length(kept, 0)?;
    kept_excerpt(
        |from, to| kept.part(begin.checked_add(from)?, begin.checked_add(to)?.min(end)),
        id,
    )
}

/// Where what follows its own length at a place begins and ends.
fn after_length(kept: &StoredNetwork<'_>, at: usize) -> Option<(usize, usize)> {
    let begin = at.checked_add(LENGTH)?;
    let length = kept.part(at, begin)?;
    let length = u64::from_le_bytes(*length.first_chunk::<LENGTH>()?);
    let end = begin.checked_add(usize::try_from(length).ok()?)?;
    (end <= kept.size()).then_some((begin, end))
}

impl<'a> Guide<'a> {
    /// What the kept bytes say; `None` where they are others.
    pub(super) fn of(kept: StoredNetwork<'a>) -> Option<Self> {
        let (_, excerpts) = after_length(&kept, 0)?;
        let (begin, end) = after_length(&kept, excerpts)?;
        let ways = KeptWays { kept, begin, end };
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
    fn names(&self) -> Option<Cow<'_, [u8]>> {
        self.kept.part(self.end, self.kept.size())
    }
}

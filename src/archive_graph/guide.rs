//! What leads through a stored graph and is kept beside its rows: what is told of crowds, their nodes without the places that name
//! them, who is next to whom, and what all nodes are called.

use std::borrow::Cow;

use super::kept_lines::{line_of, lines_of};
use crate::archive::StoredNetwork;
use crate::export::json;
use crate::graph::RelationGraph;
use crate::query::{Crowds, Excerpt, WayBytes, Ways, list_names, nearest_in_list};

/// Ways and names, as they are kept. No more of them is read than is asked for.
pub(super) struct Guide<'k, 'a> {
    /// Who is next to whom.
    pub(super) ways: Ways<KeptWays<'k, 'a>>,
}

/// The ways among the bytes that are kept; the names of all nodes, as [`list_names`] lists them, are behind them.
pub(super) struct KeptWays<'k, 'a> {
    kept: &'k StoredNetwork<'a>,
    begin: usize,
    end: usize,
}

/// With more mentions than this a node is kept once more without them.
pub(super) const MENTIONS: usize = 100;

/// Bytes that say how many bytes of lines or ways follow.
const LENGTH: usize = 8;

impl WayBytes for KeptWays<'_, '_> {
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
    let crowds = Crowds::of(graph, parts);
    // Without a line the rows are read.
    let excerpts = crowds.excerpts();
    let excerpts = excerpts.filter_map(|(id, told)| Some((id, serde_json::to_vec(&told).ok()?)));
    let crowded = graph.nodes();
    let crowded = crowded.filter(|(at, _)| graph.mentions(*at).len() > MENTIONS);
    let nodes = crowded.filter_map(|(_, node)| {
        let line = json::node_line(node, &[]).ok()?;
        Some((node.id.as_str(), line.into_bytes()))
    });
    let ways = Ways::of(graph).into_bytes();
    guide_bytes(
        [lines_of(excerpts), lines_of(nodes), ways],
        &list_names(graph),
    )
}

/// The bytes to be kept: those of the excerpts, of the nodes without mentions and of the ways, and the names of all nodes.
pub(super) fn guide_bytes(parts: [Vec<u8>; 3], names: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        bytes.extend(length.to_le_bytes());
        bytes.extend(part);
    }
    bytes.extend(names);
    bytes
}

/// The excerpt that is kept of a node; `None` where none is, or the bytes are others.
pub(super) fn excerpt(kept: &StoredNetwork<'_>, id: &str) -> Option<Excerpt> {
    let excerpts = after_length(kept, 0)?;
    serde_json::from_slice(&line_within(kept, excerpts, id)?).ok()
}

/// The JSON of a node without its mentions, where it has so many that it is kept; `None` where it is not, or the bytes are others.
pub(super) fn lean_node(kept: &StoredNetwork<'_>, id: &str) -> Option<String> {
    let (_, excerpts) = after_length(kept, 0)?;
    let nodes = after_length(kept, excerpts)?;
    String::from_utf8(line_within(kept, nodes, id)?).ok()
}

fn line_within(
    kept: &StoredNetwork<'_>,
    (begin, end): (usize, usize),
    id: &str,
) -> Option<Vec<u8>> {
    let part = |from: usize, to: usize| {
        let to = begin.checked_add(to).filter(|to| *to <= end)?;
        kept.part(begin.checked_add(from)?, to)
    };
    line_of(part, id)
}

/// Where what follows its own length at a place begins and ends.
fn after_length(kept: &StoredNetwork<'_>, at: usize) -> Option<(usize, usize)> {
    let begin = at.checked_add(LENGTH)?;
    let length = kept.part(at, begin)?;
    let length = u64::from_le_bytes(*length.first_chunk::<LENGTH>()?);
    let end = begin.checked_add(usize::try_from(length).ok()?)?;
    (end <= kept.size()).then_some((begin, end))
}

impl<'k, 'a> Guide<'k, 'a> {
    /// What the kept bytes say; `None` where they are others.
    pub(super) fn of(kept: &'k StoredNetwork<'a>) -> Option<Self> {
        let (_, excerpts) = after_length(kept, 0)?;
        let (_, nodes) = after_length(kept, excerpts)?;
        let (begin, end) = after_length(kept, nodes)?;
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

impl KeptWays<'_, '_> {
    fn names(&self) -> Option<Cow<'_, [u8]>> {
        self.kept.part(self.end, self.kept.size())
    }
}

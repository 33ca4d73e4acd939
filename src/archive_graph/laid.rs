//! The rows of a graph laid on disk as its parts come, until all are there and go into the archive together: who writes to an archive
//! keeps others from it, and a fold takes its time.

use std::borrow::Cow;
use std::io;

use rustc_hash::FxHashSet;

use super::leads::Leads;
use super::storing::nodes_of;
use crate::archive::{Folded, GraphIndex, GraphLines, Lines, Pairs, Stay};
use crate::export::json;
use crate::graph::{Document, Edge, GraphParts, Meeting, Node, NodeMention};
use crate::query::index_words;
use crate::runs::{Key, Parts, Shelf, Sorter};

/// Rows on disk, in temporary files that have no name and go with the program.
pub(super) struct Laid {
    documents: Shelf,
    meetings: Shelf,
    nodes: Shelf,
    edges: Shelf,
    parts: Sorter,
    names: Sorter,
    leads: Leads,
    /// The meetings that stay as they are stored.
    same: Vec<String>,
    /// The nodes that do.
    same_nodes: Vec<String>,
    /// The stored graph, where some of its rows may stay.
    over: Option<Folded>,
}

/// The rows of a graph, what leads to them, and what leads through it.
pub(super) type Rows = (GraphLines<'static>, GraphIndex<'static>, Leads);

impl Laid {
    /// Room for rows, of which each of two sorters keeps so many bytes in memory. Rows of the graph that they come over may stay.
    pub(super) fn new(memory: usize, over: Option<Folded>) -> io::Result<Self> {
        Ok(Self {
            documents: Shelf::new()?,
            meetings: Shelf::new()?,
            nodes: Shelf::new()?,
            edges: Shelf::new()?,
            parts: Sorter::new(memory),
            names: Sorter::new(memory),
            leads: Leads::default(),
            same: Vec::new(),
            same_nodes: Vec::new(),
            over,
        })
    }

    /// The rows as they go into an archive.
    pub(super) fn into_rows(self) -> io::Result<Rows> {
        let lines = GraphLines {
            documents: lines(self.documents),
            meetings: lines(self.meetings),
            nodes: lines(self.nodes),
            edges: lines(self.edges),
        };
        let (same, same_nodes) = (self.same, self.same_nodes);
        let stay = self.over.map(|of| Stay {
            of,
            meeting: among(same),
            node: among(same_nodes),
        });
        let index = GraphIndex {
            parts: pairs(self.parts)?,
            names: pairs(self.names)?,
            stay,
        };
        Ok((lines, index, self.leads))
    }
}

impl GraphParts for Laid {
    fn document(&mut self, document: Document) -> io::Result<()> {
        let line = json::document_line(&document)?;
        put(&mut self.documents, [&document.record.id], &line)
    }

    fn meeting(&mut self, meeting: Meeting) -> io::Result<()> {
        for node in nodes_of(&meeting) {
            let key = Key::new().word(node).word(&meeting.id);
            self.parts.push(&key.into_bytes(), &[])?;
        }
        put(
            &mut self.meetings,
            [&meeting.id],
            &json::meeting_line(&meeting)?,
        )
    }

    fn node(&mut self, node: Node, mentions: Vec<NodeMention>) -> io::Result<()> {
        for word in index_words(&node) {
            let key = Key::new().word(&word).word(&node.id);
            self.names.push(&key.into_bytes(), &[])?;
        }
        self.leads.put_node(&node, mentions.len())?;
        let line = json::node_line(&node, &mentions)?;
        put(&mut self.nodes, [&node.id], &line)
    }

    fn edge(&mut self, source: &str, target: &str, edge: Edge) -> io::Result<()> {
        self.leads.put_edge(source, target, &edge);
        let (key, line) = json::edge_line(source, target, &edge)?;
        put(&mut self.edges, key.each_ref().map(String::as_str), &line)
    }

    fn same_meeting(&mut self, id: &str) -> io::Result<()> {
        self.same.push(id.to_owned());
        put(&mut self.meetings, [id], STAYS)
    }

    fn same_node(&mut self, node: Node, mentions: usize) -> io::Result<()> {
        self.leads.put_node(&node, mentions)?;
        put(&mut self.nodes, [&node.id], STAYS)?;
        self.same_nodes.push(node.id);
        Ok(())
    }

    fn same_edge(&mut self, source: &str, target: &str, edge: Edge) -> io::Result<()> {
        self.leads.put_edge(source, target, &edge);
        put(&mut self.edges, [source, target, &edge.key()], STAYS)
    }
}

/// Whether an id is among some.
fn among(ids: Vec<String>) -> Box<dyn Fn(&str) -> bool> {
    // It is asked for each word of each node, in the order of the words.
    let ids: FxHashSet<String> = ids.into_iter().collect();
    Box::new(move |id| ids.contains(id))
}

/// The line of a row that stays as it is stored.
const STAYS: &str = "";

fn put<const KEYS: usize>(shelf: &mut Shelf, key: [&str; KEYS], line: &str) -> io::Result<()> {
    let key = key.into_iter().fold(Key::new(), Key::word);
    let mut record = key.into_bytes();
    record.extend_from_slice(line.as_bytes());
    shelf.put(&record).map(|_| ())
}

/// The rows of a shelf, one after the other.
fn lines<const KEYS: usize>(mut shelf: Shelf) -> Lines<'static, [String; KEYS]> {
    Box::new((0..shelf.len()).map(move |number| {
        let record = shelf.get(number)?;
        let mut parts = Parts::of(record);
        let mut key = [const { String::new() }; KEYS];
        for word in &mut key {
            *word = parts.word().ok_or(io::ErrorKind::InvalidData)?;
        }
        let line = String::from_utf8(parts.rest().to_vec());
        Ok((key, line.map_err(io::Error::other)?))
    }))
}

/// Pairs in their order, each once.
fn pairs(all: Sorter) -> io::Result<Pairs<'static>> {
    let mut sorted = all.sorted()?;
    let mut last = Vec::new();
    Ok(Box::new(std::iter::from_fn(move || {
        loop {
            let record = match sorted.take() {
                Ok(record) => record?,
                Err(error) => return Some(Err(error)),
            };
            if record.key != last {
                let mut parts = Parts::of(&record.key);
                let pair = parts.word().zip(parts.word());
                last = record.key;
                let pair = pair.ok_or_else(|| io::ErrorKind::InvalidData.into());
                return Some(pair.map(|(one, other)| [Cow::Owned(one), Cow::Owned(other)]));
            }
        }
    })))
}

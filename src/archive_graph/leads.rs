//! What leads through a graph whose parts come one by one: numbers for each node and edge, and words that are kept anyhow.

use std::collections::BTreeMap;
use std::io;

use super::GraphError;
use super::guide::{MENTIONS, guide_bytes};
use super::kept_lines::lines_of;
use super::outlined::{People, excerpt_of};
use crate::archive::Archive;
use crate::export::json;
use crate::graph::{Edge, Node};
use crate::ontology::{NodeKind, StateCode};
use crate::query::{NewWays, crowded, put_names};

/// What [`super::guide::guide_of`] takes from a graph, as far as it is to be had without the graph.
#[derive(Default)]
pub(super) struct Leads {
    ways: NewWays,
    /// For each node how many edges it has.
    edges: Vec<u32>,
    names: Vec<u8>,
    /// The ids and rows of the nodes with many mentions, without these.
    lean: Vec<(String, String)>,
    /// The people of each state.
    people: BTreeMap<StateCode, People>,
    /// The states by their places.
    states: BTreeMap<usize, Option<StateCode>>,
}

impl Leads {
    /// Takes a node behind those of lesser ids, which so many places name.
    pub(super) fn put_node(&mut self, node: &Node, mentions: usize) -> io::Result<()> {
        if node.kind == NodeKind::State {
            self.states.insert(self.ways.nodes(), node.code);
        }
        if let Some(code) = node.state.filter(|_| node.kind.is_person()) {
            self.people.entry(code).or_default().put(&node.id);
        }
        self.ways.put_node(&node.id, node.kind);
        self.edges.push(0);
        put_names(&mut self.names, node);
        if mentions > MENTIONS {
            self.lean
                .push((node.id.clone(), json::node_line(node, &[])?));
        }
        Ok(())
    }

    /// Takes an edge, when all nodes are there.
    pub(super) fn put_edge(&mut self, source: &str, target: &str, edge: &Edge) {
        let ends = self.ways.place(source).zip(self.ways.place(target));
        if let Some((one, other)) = ends {
            self.ways.put_edge(one, other, edge);
            for end in [one, other] {
                let end = usize::try_from(end).unwrap_or(usize::MAX);
                if let Some(count) = self.edges.get_mut(end) {
                    *count += 1;
                }
            }
        }
    }

    /// The bytes to be kept beside the rows, which are those of the same graph and are read where there is much to tell.
    pub(super) fn into_guide(self, archive: &Archive) -> Result<Vec<u8>, GraphError> {
        let (mut excerpts, nobody) = (Vec::new(), People::default());
        for at in crowded(self.sizes(archive)?) {
            let id = self.ways.id(at).to_owned();
            let state = self.states.get(&at).copied().flatten();
            let people = state.and_then(|code| self.people.get(&code));
            let people = people.unwrap_or(&nobody);
            let told = excerpt_of(archive, &self.lean, (&id, people))?;
            // Without a line the rows are read.
            let line = told.and_then(|told| serde_json::to_vec(&told).ok());
            excerpts.extend(line.map(|line| (id, line)));
        }
        let lean = self.lean.into_iter();
        let lean = lean.map(|(id, line)| (id, line.into_bytes()));
        let parts = [
            lines_of(excerpts.into_iter()),
            lines_of(lean),
            self.ways.finish().into_bytes(),
        ];
        Ok(guide_bytes(parts, &self.names))
    }

    /// How much there is to tell of each node, as [`crowded`] asks.
    fn sizes(&self, archive: &Archive) -> Result<Vec<Option<usize>>, GraphError> {
        let mut sizes: Vec<Option<usize>> = Vec::with_capacity(self.edges.len());
        for (at, edges) in self.edges.iter().enumerate() {
            let edges = usize::try_from(*edges).unwrap_or(usize::MAX);
            sizes.push(match self.states.get(&at) {
                None => Some(edges),
                Some(code) => {
                    code.map(|code| edges + self.people.get(&code).map_or(0, People::count))
                }
            });
        }
        archive.each_meeting_count(|node, count| {
            let at = self
                .ways
                .place(node)
                .and_then(|at| usize::try_from(at).ok());
            let size = at.and_then(|at| sizes.get_mut(at)?.as_mut());
            if let Some(size) = size {
                *size += count;
            }
        })?;
        Ok(sizes)
    }
}

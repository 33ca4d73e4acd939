//! Graph JSON of a graph that comes part by part, as no memory holds it.

use std::io::{self, Write};

use serde::Serialize;

use super::SCHEMA;
use super::write::{Shape, document};
use crate::export::ExportOptions;
use crate::graph::{Document, Edge, GraphParts, Meeting, Node, NodeMention};

/// What stands before each list, behind the one before it.
const BEGINS: [&str; 4] = [
    "",
    ",\n  \"meetings\": ",
    "\n },\n \"nodes\": ",
    ",\n \"edges\": ",
];

/// How deep each list stands.
const DEPTHS: [usize; 4] = [2, 2, 1, 1];

/// Writes the parts of a graph as [`super::write()`] writes the whole: the same bytes.
///
/// ```
/// use interparl::export::{ExportOptions, json};
/// use interparl::graph::RelationGraph;
/// let (mut whole, mut parts) = (Vec::new(), Vec::new());
/// json::write(&RelationGraph::new(), ExportOptions::default(), &mut whole)?;
/// json::PartsWriter::new(&mut parts, ExportOptions::default()).finish()?;
/// assert_eq!(parts, whole);
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct PartsWriter<'o> {
    out: &'o mut dyn Write,
    shape: Shape,
    /// The list that is written: documents, meetings, nodes, edges.
    list: usize,
    /// How many entries it has.
    entries: usize,
    nodes: usize,
    begun: bool,
}

impl<'o> PartsWriter<'o> {
    /// A writer of no parts yet. `options` says whether the words of the articles go along.
    pub fn new(out: &'o mut dyn Write, options: ExportOptions) -> Self {
        Self {
            out,
            shape: Shape(options),
            list: 0,
            entries: 0,
            nodes: 0,
            begun: false,
        }
    }

    /// How many nodes were written.
    #[must_use]
    pub const fn nodes(&self) -> usize {
        self.nodes
    }

    /// Writes what stands behind all parts.
    ///
    /// # Errors
    /// Where the output does not take the bytes.
    pub fn finish(mut self) -> io::Result<()> {
        self.go_on_to(BEGINS.len() - 1)?;
        self.close()?;
        self.out.write_all(b"\n}\n")
    }

    /// Closes the lists up to one, and opens it.
    fn go_on_to(&mut self, list: usize) -> io::Result<()> {
        if !self.begun {
            write!(
                self.out,
                "{{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {{\n  \"schema\": {SCHEMA},\n  \"documents\": ["
            )?;
            self.begun = true;
        }
        while self.list < list {
            self.close()?;
            self.list += 1;
            let begin = BEGINS.get(self.list).copied().unwrap_or_default();
            write!(self.out, "{begin}[")?;
            self.entries = 0;
        }
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        if self.entries == 0 {
            return self.out.write_all(b"]");
        }
        let depth = DEPTHS.get(self.list).copied().unwrap_or_default();
        write!(self.out, "\n{:depth$}]", "")
    }

    fn entry(&mut self, list: usize, entry: &impl Serialize) -> io::Result<()> {
        self.go_on_to(list)?;
        let between = if self.entries == 0 { "\n" } else { ",\n" };
        let depth = DEPTHS.get(list).copied().unwrap_or_default();
        write!(self.out, "{between}{:depth$} ", "")?;
        serde_json::to_writer(&mut *self.out, entry)?;
        self.entries += 1;
        Ok(())
    }
}

impl GraphParts for PartsWriter<'_> {
    fn document(&mut self, part: Document) -> io::Result<()> {
        self.entry(0, &document(&part))
    }

    fn meeting(&mut self, part: Meeting) -> io::Result<()> {
        self.entry(1, &self.shape.meeting(&part))
    }

    fn node(&mut self, part: Node, mentions: Vec<NodeMention>) -> io::Result<()> {
        self.nodes += 1;
        self.entry(2, &self.shape.node(&part, &mentions))
    }

    fn edge(&mut self, source: &str, target: &str, edge: Edge) -> io::Result<()> {
        let wire = self.shape.edge(source.to_owned(), target.to_owned(), &edge);
        self.entry(3, &wire)
    }
}

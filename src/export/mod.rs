//! The graph as files for other programs and for people, one file a format.
//!
//! This module never asks the graph anything that it does not say by itself, and never changes it.

pub mod clusters;
pub mod csv;
pub mod cypher;
pub mod cytoscape;
pub mod dot;
mod flat;
pub mod follow_the_money;
mod format;
pub mod gexf;
pub mod graphml;
pub mod graphviz;
pub mod json;
mod loss;
pub mod markdown;
pub mod mermaid;
pub mod png;
pub mod popolo;
mod popolo_name;
pub mod rdf;
pub mod svg;
pub(crate) mod xml;

pub use format::Format;
pub use loss::{Loss, losses};

use std::io;

use crate::graph::RelationGraph;

/// What an export leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportOptions {
    /// Whether the words of the articles are passed on; without them evidence keeps its place in the text and its rule.
    pub quotes: bool,
}

impl Default for ExportOptions {
    /// With quotes.
    fn default() -> Self {
        Self { quotes: true }
    }
}

/// Writes a graph in a format that is text in one file. Returns `false`, and writes nothing, for what is a picture or a
/// folder: [`Format::Svg`], [`Format::Png`], [`Format::Csv`], [`Format::Neo4j`].
///
/// ```
/// use interparl::export::{ExportOptions, Format, write_text};
/// use interparl::graph::RelationGraph;
/// let mut bytes = Vec::new();
/// let graph = RelationGraph::new();
/// assert!(write_text(&graph, Format::Mermaid, ExportOptions::default(), &mut bytes)?);
/// assert_eq!(bytes, b"flowchart LR\n");
/// assert!(!write_text(&graph, Format::Png, ExportOptions::default(), &mut bytes)?);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Where the target cannot be written to.
pub fn write_text(
    graph: &RelationGraph,
    format: Format,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<bool> {
    match format {
        Format::Json => json::write(graph, options, out)?,
        Format::Dot => dot::write(graph, &options, out)?,
        Format::GraphMl => graphml::write(graph, options, out)?,
        Format::Gexf => gexf::write(graph, options, out)?,
        Format::Cypher => cypher::write(graph, options, out)?,
        Format::Turtle => rdf::write_turtle(graph, options, out)?,
        Format::NTriples => rdf::write_ntriples(graph, options, out)?,
        Format::JsonLd => rdf::write_jsonld(graph, options, out)?,
        Format::Popolo => popolo::write(graph, options, out)?,
        Format::FollowTheMoney => follow_the_money::write(graph, options, out)?,
        Format::Cytoscape => cytoscape::write(graph, options, out)?,
        Format::Mermaid => mermaid::write(graph, out)?,
        Format::Markdown => markdown::write(graph, options, out)?,
        Format::Svg | Format::Png | Format::Csv | Format::Neo4j => return Ok(false),
    }
    Ok(true)
}

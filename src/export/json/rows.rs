//! The JSON of a graph in rows, one for each document, meeting, node and edge: what an archive stores.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::SCHEMA;
use super::write::{Form, Shape};
use crate::archive::{GraphLines, GraphRows, Lines};
use crate::export::ExportOptions;
use crate::graph::{Node, RelationGraph};

/// The rows of a graph: the lines that [`super::write()`] writes between its frame.
///
/// # Errors
/// Where a field that came with a document cannot be written as JSON.
pub fn rows(graph: &RelationGraph) -> io::Result<GraphRows> {
    let by_id = |lines: Lines<'_, [String; 1]>| -> io::Result<BTreeMap<String, String>> {
        let lines = lines.map(|line| line.map(|([id], json)| (id, json)));
        lines.collect()
    };
    let lines = lines(graph);
    let edges = lines.edges;
    let edges =
        edges.map(|line| line.map(|([source, target, key], json)| ((source, target, key), json)));
    Ok(GraphRows {
        documents: by_id(lines.documents)?,
        meetings: by_id(lines.meetings)?,
        nodes: by_id(lines.nodes)?,
        edges: edges.collect::<io::Result<_>>()?,
    })
}

/// The same, one after the other, each sort in the order of its ids; each is made when it is asked for, and may be an error where
/// a field that came with a document cannot be written as JSON.
#[must_use]
pub fn lines(graph: &RelationGraph) -> GraphLines<'_> {
    let form = Form {
        graph,
        options: ExportOptions::default(),
    };
    let documents = graph.documents().map(|document| {
        let json = serde_json::to_string(&super::write::document(document))?;
        Ok(([document.record.id.clone()], json))
    });
    let meetings = graph.meetings().map(move |meeting| {
        let json = serde_json::to_string(&form.meeting(meeting))?;
        Ok(([meeting.id.clone()], json))
    });
    let nodes = graph.nodes().map(move |(at, node)| {
        let json = serde_json::to_string(&form.node(at, node))?;
        Ok(([node.id.clone()], json))
    });
    let edges = graph.edges().into_iter().map(move |edge| {
        let wire = form.edge(&edge);
        let json = serde_json::to_string(&wire)?;
        Ok(([wire.source, wire.target, wire.key], json))
    });
    GraphLines {
        documents: Box::new(documents),
        meetings: Box::new(meetings),
        nodes: Box::new(nodes),
        edges: Box::new(edges),
    }
}

/// The row of a node without the places that name it.
///
/// # Errors
/// None that is known.
pub fn line_without_mentions(node: &Node) -> io::Result<String> {
    Ok(serde_json::to_string(
        &Shape(ExportOptions::default()).node(node, &[]),
    )?)
}

/// Writes rows as [`super::write()`] writes the graph that they are of: the same bytes.
///
/// # Errors
/// Where `out` does not take the bytes.
pub fn write_rows(rows: &GraphRows, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "{{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {{\n  \"schema\": {SCHEMA},\n  \"documents\": "
    )?;
    list(out, 2, &rows.documents)?;
    out.write_all(b",\n  \"meetings\": ")?;
    list(out, 2, &rows.meetings)?;
    out.write_all(b"\n },\n \"nodes\": ")?;
    list(out, 1, &rows.nodes)?;
    out.write_all(b",\n \"edges\": ")?;
    list(out, 1, &rows.edges)?;
    out.write_all(b"\n}\n")
}

fn list<K>(out: &mut dyn Write, depth: usize, rows: &BTreeMap<K, String>) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut between = "\n";
    for row in rows.values() {
        write!(out, "{between}{:depth$} {row}", "")?;
        between = ",\n";
    }
    if rows.is_empty() {
        return out.write_all(b"]");
    }
    write!(out, "\n{:depth$}]", "")
}

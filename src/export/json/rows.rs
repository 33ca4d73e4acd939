//! The JSON of a graph in rows, one for each document, meeting, node and edge: what an archive stores.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::SCHEMA;
use super::write::Form;
use crate::archive::GraphRows;
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// The rows of a graph: the lines that [`super::write()`] writes between its frame.
///
/// # Errors
/// Where a field that came with a document cannot be written as JSON.
pub fn rows(graph: &RelationGraph) -> io::Result<GraphRows> {
    let form = Form {
        graph,
        options: ExportOptions::default(),
    };
    let line = |value: Result<String, serde_json::Error>| value.map_err(io::Error::from);
    let mut rows = GraphRows::default();
    for document in graph.documents() {
        let json = line(serde_json::to_string(&super::write::document(document)))?;
        rows.documents.insert(document.record.id.clone(), json);
    }
    for meeting in graph.meetings() {
        let json = line(serde_json::to_string(&form.meeting(meeting)))?;
        rows.meetings.insert(meeting.id.clone(), json);
    }
    for (at, node) in graph.nodes() {
        let json = line(serde_json::to_string(&form.node(at, node)))?;
        rows.nodes.insert(node.id.clone(), json);
    }
    for edge in graph.edges() {
        let wire = form.edge(&edge);
        let json = line(serde_json::to_string(&wire))?;
        rows.edges
            .insert((wire.source, wire.target, wire.key), json);
    }
    Ok(rows)
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

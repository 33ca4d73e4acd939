//! The JSON of a graph in rows, one for each document, meeting, node and edge: what an archive stores.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::SCHEMA;
use super::write::Form;
use crate::archive::{GraphRow, GraphRows};
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// The rows of a graph: the lines that [`super::write()`] writes between its frame.
///
/// # Errors
/// Where a field that came with a document cannot be written as JSON.
pub fn rows(graph: &RelationGraph) -> io::Result<GraphRows> {
    let mut rows = GraphRows::default();
    each_row(graph, &mut |row, line| {
        let line = line.to_owned();
        match row {
            GraphRow::Document(id) => rows.documents.insert(id.to_owned(), line),
            GraphRow::Meeting(id) => rows.meetings.insert(id.to_owned(), line),
            GraphRow::Node(id) => rows.nodes.insert(id.to_owned(), line),
            GraphRow::Edge(source, target, key) => {
                let id = (source.to_owned(), target.to_owned(), key.to_owned());
                rows.edges.insert(id, line)
            }
        };
        Ok::<(), io::Error>(())
    })?;
    Ok(rows)
}

/// Gives each row of a graph with its line to a function: documents, meetings, nodes and edges, each in their order. Only one
/// line is in memory at a time.
///
/// # Errors
/// As [`rows`], and where the function fails.
pub fn each_row<E: From<io::Error>>(
    graph: &RelationGraph,
    take: &mut dyn FnMut(GraphRow<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    let form = Form {
        graph,
        options: ExportOptions::default(),
    };
    let line = |value: Result<String, serde_json::Error>| value.map_err(io::Error::from);
    for document in graph.documents() {
        let json = line(serde_json::to_string(&super::write::document(document)))?;
        take(GraphRow::Document(&document.record.id), &json)?;
    }
    for meeting in graph.meetings() {
        let json = line(serde_json::to_string(&form.meeting(meeting)))?;
        take(GraphRow::Meeting(&meeting.id), &json)?;
    }
    for (at, node) in graph.nodes() {
        let json = line(serde_json::to_string(&form.node(at, node)))?;
        take(GraphRow::Node(&node.id), &json)?;
    }
    for edge in graph.edges() {
        let wire = form.edge(&edge);
        let json = line(serde_json::to_string(&wire))?;
        take(GraphRow::Edge(&wire.source, &wire.target, &wire.key), &json)?;
    }
    Ok(())
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

//! The JSON of a graph in rows, one for each document, meeting, node and edge: what an archive stores.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::SCHEMA;
use super::write::{Shape, document};
use crate::archive::{GraphLines, GraphRows, Lines};
use crate::export::ExportOptions;
use crate::graph::{Document, Edge, Meeting, Node, NodeMention, RelationGraph};

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
    let documents = graph
        .documents()
        .map(|document| Ok(([document.record.id.clone()], document_line(document)?)));
    let meetings = graph
        .meetings()
        .map(|meeting| Ok(([meeting.id.clone()], meeting_line(meeting)?)));
    let nodes = graph.nodes().map(|(at, node)| {
        let line = node_line(node, graph.mentions(at))?;
        Ok(([node.id.clone()], line))
    });
    let edges = graph.edges().into_iter().map(move |edge| {
        let id = |node| graph.node(node).map_or("", |node| node.id.as_str());
        edge_line(id(edge.source), id(edge.target), edge.edge)
    });
    GraphLines {
        documents: Box::new(documents),
        meetings: Box::new(meetings),
        nodes: Box::new(nodes),
        edges: Box::new(edges),
    }
}

/// How the parts of a graph are written in rows.
const SHAPE: Shape = Shape(ExportOptions { quotes: true });

/// The row of a document.
///
/// # Errors
/// Where a field that came with it cannot be written as JSON.
pub fn document_line(part: &Document) -> io::Result<String> {
    Ok(serde_json::to_string(&document(part))?)
}

/// The row of a meeting.
///
/// # Errors
/// None that is known; so the next ones.
pub fn meeting_line(meeting: &Meeting) -> io::Result<String> {
    Ok(serde_json::to_string(&SHAPE.meeting(meeting))?)
}

/// The row of a node with the places that name it.
///
/// # Errors
/// None that is known.
pub fn node_line(node: &Node, mentions: &[NodeMention]) -> io::Result<String> {
    Ok(serde_json::to_string(&SHAPE.node(node, mentions))?)
}

/// The row of an edge between the nodes of two ids.
///
/// # Errors
/// None that is known.
pub fn edge_line(source: &str, target: &str, edge: &Edge) -> io::Result<([String; 3], String)> {
    let wire = SHAPE.edge(source.to_owned(), target.to_owned(), edge);
    let line = serde_json::to_string(&wire)?;
    Ok(([wire.source, wire.target, wire.key], line))
}

/// Writes rows as [`super::write()`] writes the graph that they are of: the same bytes.
///
/// # Errors
/// Where a row cannot be had, or `out` does not take the bytes.
pub fn write_lines(lines: GraphLines<'_>, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "{{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {{\n  \"schema\": {SCHEMA},\n  \"documents\": "
    )?;
    list(out, 2, lines.documents)?;
    out.write_all(b",\n  \"meetings\": ")?;
    list(out, 2, lines.meetings)?;
    out.write_all(b"\n },\n \"nodes\": ")?;
    list(out, 1, lines.nodes)?;
    out.write_all(b",\n \"edges\": ")?;
    list(out, 1, lines.edges)?;
    out.write_all(b"\n}\n")
}

/// The same of rows that are in memory.
///
/// # Errors
/// Where `out` does not take the bytes.
pub fn write_rows(rows: &GraphRows, out: &mut dyn Write) -> io::Result<()> {
    let by_id = |rows| by_key(rows, |id: &String| [id.clone()]);
    let lines = GraphLines {
        documents: by_id(&rows.documents),
        meetings: by_id(&rows.meetings),
        nodes: by_id(&rows.nodes),
        edges: by_key(&rows.edges, |(source, target, key)| {
            [source.clone(), target.clone(), key.clone()]
        }),
    };
    write_lines(lines, out)
}

fn by_key<'r, K, const KEYS: usize>(
    rows: &'r BTreeMap<K, String>,
    key: impl Fn(&K) -> [String; KEYS] + 'r,
) -> Lines<'r, [String; KEYS]> {
    Box::new(
        rows.iter()
            .map(move |(id, line)| Ok((key(id), line.clone()))),
    )
}

fn list<K>(out: &mut dyn Write, depth: usize, lines: Lines<'_, K>) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut is_empty = true;
    for line in lines {
        let (_, line) = line?;
        let between = if is_empty { "\n" } else { ",\n" };
        write!(out, "{between}{:depth$} {line}", "")?;
        is_empty = false;
    }
    if is_empty {
        return out.write_all(b"]");
    }
    write!(out, "\n{:depth$}]", "")
}

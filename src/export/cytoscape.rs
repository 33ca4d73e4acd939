//! JSON as Cytoscape, its desktop program and cytoscape.js read it: elements with data.

use std::io;

use serde_json::{Map, Value as Json, json};

use super::ExportOptions;
use super::flat::{Field, Value, edge_fields, edge_label, node_fields};
use crate::diagram::clean;
use crate::graph::RelationGraph;

/// Writes a graph as `{"elements": {"nodes": [...], "edges": [...]}}`, an element a line.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    out.write_all(b"{\"elements\": {\"nodes\": [\n")?;
    let nodes = graph.nodes().map(|(_, node)| {
        let mut data = data(&node_fields(node));
        data.insert("label".to_owned(), Json::String(clean(&node.name)));
        data
    });
    list(out, nodes)?;
    out.write_all(b"], \"edges\": [\n")?;
    let edges = graph.edges();
    let edges = edges.iter().enumerate().map(|(number, edge)| {
        let mut data = data(&edge_fields(graph, edge, options));
        data.insert("id".to_owned(), Json::String(format!("e{number}")));
        data.insert("label".to_owned(), Json::String(edge_label(edge)));
        data
    });
    list(out, edges)?;
    out.write_all(b"]}}\n")
}

fn list(out: &mut dyn io::Write, all: impl Iterator<Item = Map<String, Json>>) -> io::Result<()> {
    for (index, data) in all.enumerate() {
        if index > 0 {
            out.write_all(b",\n")?;
        }
        serde_json::to_writer(&mut *out, &json!({ "data": data }))?;
    }
    out.write_all(b"\n")
}

fn data(fields: &[Field]) -> Map<String, Json> {
    let known = fields.iter().filter_map(|(name, _, value)| {
        let value = match value.as_ref()? {
            Value::Text(text) => Json::from(text.clone()),
            Value::List(list) => Json::from(list.clone()),
            Value::Share(hundredths) => Json::from(f64::from(*hundredths) / 100.0),
            Value::Number(number) => Json::from(*number),
            Value::Truth(truth) => Json::from(*truth),
        };
        Some(((*name).to_owned(), value))
    });
    known.collect()
}

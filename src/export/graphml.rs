//! `GraphML`, as `NetworkX`, igraph, yEd and Gephi read it: typed fields on nodes and edges.

use std::fmt::Write as _;
use std::io;

use super::ExportOptions;
use super::flat::{Field, Sort, edge_fields, node_fields};
use super::xml::escaped;
use crate::graph::RelationGraph;

/// What stands between the members of a list, which `GraphML` has no type for.
const BETWEEN: &str = "; ";

/// Writes a graph as `GraphML`: a directed graph with ids as names of nodes and keys as ids of edges. Lists are texts with
/// `; ` between their members. The first quote of an edge goes along, not all; the meetings as far as edges tell of them.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let edges = graph.edges();
    let nodes: Vec<Vec<Field>> = graph.nodes().map(|(_, n)| node_fields(n)).collect();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    declare(&mut xml, "node", nodes.first(), 1);
    let first = edges.first().map(|e| edge_fields(graph, e, options));
    declare(&mut xml, "edge", first.as_ref(), 2);
    xml.push_str("<graph id=\"interparl\" edgedefault=\"directed\">\n");
    for fields in &nodes {
        let _ = writeln!(xml, "<node id=\"{}\">", escaped(&id_of(fields, 0)));
        data(&mut xml, "node", fields, 1);
        xml.push_str("</node>\n");
    }
    out.write_all(xml.as_bytes())?;
    for (number, edge) in edges.iter().enumerate() {
        let fields = edge_fields(graph, edge, options);
        let (source, target) = (id_of(&fields, 0), id_of(&fields, 1));
        let mut xml = format!(
            "<edge id=\"e{number}\" source=\"{}\" target=\"{}\">\n",
            escaped(&source),
            escaped(&target)
        );
        data(&mut xml, "edge", &fields, 2);
        xml.push_str("</edge>\n");
        out.write_all(xml.as_bytes())?;
    }
    out.write_all(b"</graph>\n</graphml>\n")
}

fn id_of(fields: &[Field], place: usize) -> String {
    let value = fields.get(place).and_then(|(_, _, value)| value.as_ref());
    value.map_or_else(String::new, |v| v.as_text(BETWEEN))
}

/// Declares the fields behind the first `skipped`, which are attributes of their own.
fn declare(xml: &mut String, of: &str, fields: Option<&Vec<Field>>, skipped: usize) {
    for (name, sort, _) in fields.into_iter().flatten().skip(skipped) {
        let sort = match sort {
            Sort::Text | Sort::List => "string",
            Sort::Share => "double",
            Sort::Number => "int",
            Sort::Truth => "boolean",
        };
        let _ = writeln!(
            xml,
            "<key id=\"{of}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{sort}\"/>"
        );
    }
}

fn data(xml: &mut String, of: &str, fields: &[Field], skipped: usize) {
    for (name, _, value) in fields.iter().skip(skipped) {
        if let Some(value) = value {
            let value = escaped(&value.as_text(BETWEEN));
            let _ = writeln!(xml, "<data key=\"{of}_{name}\">{value}</data>");
        }
    }
}

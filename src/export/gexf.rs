//! GEXF 1.3 for Gephi: offices and events with their times, so that its timeline lets them come and go.

use std::fmt::Write as _;
use std::io;

use jiff::civil::Date;

use super::ExportOptions;
use super::flat::{Field, Sort, edge_fields, edge_label, node_fields, share};
use super::xml::escaped;
use crate::diagram::{Colour, Theme, What, clean};
use crate::graph::{EdgeRef, RelationGraph, Tie};
use crate::ontology::NodeKind;
use crate::text::PartialDate;

const BETWEEN: &str = "; ";

/// Writes a graph as GEXF 1.3. An office is there in the time in which articles show it held, a meeting, attendance or
/// visit on its day (or in its month or year), what has no time always. Nodes are coloured by kind.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let edges = graph.edges();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n\
         <meta>\n<creator>interparl</creator>\n<description>Relations between parliaments</description>\n</meta>\n\
         <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n",
    );
    let node = graph.nodes().next().map(|(_, n)| node_fields(n));
    declare(&mut xml, "node", node.as_ref(), NODE_OWN);
    let edge = edges.first().map(|e| edge_fields(graph, e, options));
    declare(&mut xml, "edge", edge.as_ref(), EDGE_OWN);
    xml.push_str("<nodes>\n");
    for (_, node) in graph.nodes() {
        let fields = node_fields(node);
        let (id, label) = (escaped(&text(&fields, "id")), escaped(&clean(&node.name)));
        let _ = writeln!(xml, "<node id=\"{id}\" label=\"{label}\">");
        values(&mut xml, &fields, NODE_OWN);
        let Colour(r, g, b) = colour(node.kind);
        let _ = writeln!(xml, "<viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>\n</node>");
    }
    xml.push_str("</nodes>\n<edges>\n");
    out.write_all(xml.as_bytes())?;
    for (number, at) in edges.iter().enumerate() {
        out.write_all(edge_element(graph, number, at, options).as_bytes())?;
    }
    out.write_all(b"</edges>\n</graph>\n</gexf>\n")
}

/// Fields that are attributes of the elements themselves.
const NODE_OWN: &[&str] = &["id", "name"];
const EDGE_OWN: &[&str] = &["source", "target"];

fn edge_element(
    graph: &RelationGraph,
    number: usize,
    at: &EdgeRef<'_>,
    options: ExportOptions,
) -> String {
    let fields = edge_fields(graph, at, options);
    let mut xml = format!(
        "<edge id=\"{number}\" source=\"{}\" target=\"{}\" kind=\"{}\" label=\"{}\" weight=\"{}\">\n",
        escaped(&text(&fields, "source")),
        escaped(&text(&fields, "target")),
        at.edge.kind(),
        escaped(&edge_label(at)),
        share(at.edge.confidence.as_hundredths().max(1)),
    );
    values(&mut xml, &fields, EDGE_OWN);
    let spells = spells(at);
    if !spells.is_empty() {
        xml.push_str("<spells>\n");
        for (start, end) in spells {
            let start = start.map_or_else(String::new, |d| format!(" start=\"{d}\""));
            let end = end.map_or_else(String::new, |d| format!(" end=\"{d}\""));
            let _ = writeln!(xml, "<spell{start}{end}/>");
        }
        xml.push_str("</spells>\n");
    }
    xml.push_str("</edge>\n");
    xml
}

/// When an edge is there: its terms, or its date; nothing where it has no time.
fn spells(at: &EdgeRef<'_>) -> Vec<(Option<Date>, Option<Date>)> {
    if let Tie::Role { spells, .. } = &at.edge.tie {
        return spells
            .iter()
            .map(|s| (s.first_seen.or(s.not_before), s.last_seen.or(s.not_after)))
            .filter(|(start, end)| start.is_some() || end.is_some())
            .collect();
    }
    let whole = |date: PartialDate| {
        let first = date.first_day();
        let last = match (date.month(), date.day()) {
            (_, Some(day)) => day,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        };
        (Some(first), Some(last))
    };
    at.edge.date().map(whole).into_iter().collect()
}

fn colour(kind: NodeKind) -> Colour {
    Theme::Light.palette().paint(What::Node(kind)).border
}

fn text(fields: &[Field], name: &str) -> String {
    let field = fields.iter().find(|(n, ..)| *n == name);
    let value = field.and_then(|(_, _, value)| value.as_ref());
    value.map_or_else(String::new, |v| v.as_text(BETWEEN))
}

fn declare(xml: &mut String, class: &str, fields: Option<&Vec<Field>>, own: &[&str]) {
    let _ = writeln!(xml, "<attributes class=\"{class}\">");
    for (name, sort, _) in fields.into_iter().flatten() {
        if !own.contains(name) {
            let sort = match sort {
                Sort::Text | Sort::List => "string",
                Sort::Share => "double",
                Sort::Number => "integer",
                Sort::Truth => "boolean",
            };
            // NetworkX takes an attribute of the title "key" for the name of its own.
            let title = if *name == "key" { "edge_key" } else { name };
            let _ = writeln!(
                xml,
                "<attribute id=\"{name}\" title=\"{title}\" type=\"{sort}\"/>"
            );
        }
    }
    xml.push_str("</attributes>\n");
}

fn values(xml: &mut String, fields: &[Field], own: &[&str]) {
    xml.push_str("<attvalues>\n");
    for (name, _, value) in fields {
        if let Some(value) = value.as_ref().filter(|_| !own.contains(name)) {
            let value = escaped(&value.as_text(BETWEEN));
            let _ = writeln!(xml, "<attvalue for=\"{name}\" value=\"{value}\"/>");
        }
    }
    xml.push_str("</attvalues>\n");
}

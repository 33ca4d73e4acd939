//! A Cypher script: run it twice, or over a graph of last month, and nothing is there twice.

use std::fmt::Write as _;
use std::io;

use super::ExportOptions;
use super::flat::{Field, Value, edge_fields, node_fields, share};
use crate::graph::RelationGraph;

/// Writes a graph as statements of openCypher, one a node and edge: `MERGE` on the id of the node or the key of the edge,
/// then `SET`. All nodes have the label `Interparl` beside that of their kind.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    out.write_all(
        b"// In Neo4j make this first, so that nodes are found fast:\n\
          // CREATE CONSTRAINT interparl_id IF NOT EXISTS FOR (n:Interparl) REQUIRE n.id IS UNIQUE;\n",
    )?;
    for (_, node) in graph.nodes() {
        let fields = node_fields(node);
        let mut statement = format!("MERGE (n:Interparl {{id: {}}})", text(&fields, "id"));
        let label = match node.kind.as_str() {
            "legislator" => "Legislator",
            "official" => "Official",
            "chamber" => "Chamber",
            "parliament" => "Parliament",
            "commission" => "Commission",
            "assembly" => "Assembly",
            _ => "State",
        };
        let _ = write!(statement, " SET n:{label}");
        set(&mut statement, "n", &fields, &["id"]);
        statement.push_str(";\n");
        out.write_all(statement.as_bytes())?;
    }
    for edge in graph.edges() {
        let fields = edge_fields(graph, &edge, options);
        let sort = edge.edge.kind().as_str().to_uppercase();
        let mut statement = format!(
            "MATCH (a:Interparl {{id: {}}}), (b:Interparl {{id: {}}}) MERGE (a)-[r:{sort} {{key: {}}}]->(b) SET r.kind = {}",
            text(&fields, "source"),
            text(&fields, "target"),
            text(&fields, "key"),
            text(&fields, "kind"),
        );
        set(
            &mut statement,
            "r",
            &fields,
            &["source", "target", "key", "kind"],
        );
        statement.push_str(";\n");
        out.write_all(statement.as_bytes())?;
    }
    Ok(())
}

fn text(fields: &[Field], name: &str) -> String {
    let field = fields.iter().find(|(n, ..)| *n == name);
    let value = field.and_then(|(_, _, value)| value.as_ref());
    value.map_or_else(|| quoted(""), literal)
}

fn set(statement: &mut String, of: &str, fields: &[Field], left_out: &[&str]) {
    for (name, _, value) in fields {
        if let Some(value) = value.as_ref().filter(|_| !left_out.contains(name)) {
            let _ = write!(statement, ", {of}.{name} = {}", literal(value));
        }
    }
}

fn literal(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::List(list) => {
            let members: Vec<String> = list.iter().map(|m| quoted(m)).collect();
            format!("[{}]", members.join(", "))
        }
        Value::Share(hundredths) => share(*hundredths),
        Value::Number(number) => number.to_string(),
        Value::Truth(truth) => truth.to_string(),
    }
}

/// The one way of words into the script.
fn quoted(words: &str) -> String {
    let mut out = String::from("'");
    for c in words.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('\'');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_does_not_end_a_string() {
        assert_eq!(quoted("O'Brian\\"), "'O\\'Brian\\\\'");
        assert_eq!(quoted("a\nb"), "'a\\u000Ab'");
    }
}

//! JSON-LD: RDF for programs that read JSON.

use std::io;

use serde_json::{Map, Value, json};

use super::statements::{Subject, subjects};
use super::term::{Name, PREFIXES, Term, word};
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// Writes a graph as JSON-LD: a context of prefixes, and a node object a line.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let context: Map<String, Value> = PREFIXES
        .iter()
        .map(|(prefix, space)| ((*prefix).to_owned(), Value::from(*space)))
        .collect();
    out.write_all(b"{\"@context\": ")?;
    serde_json::to_writer(&mut *out, &context)?;
    out.write_all(b",\n\"@graph\": [")?;
    let mut between = "\n";
    subjects(graph, options, |subject| {
        out.write_all(between.as_bytes())?;
        between = ",\n";
        serde_json::to_writer(&mut *out, &object(subject))?;
        Ok(())
    })?;
    out.write_all(b"\n]}\n")
}

fn object(subject: &Subject) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("@id".to_owned(), Value::from(subject.name.iri()));
    for (predicate, object) in &subject.says {
        let is_type = *predicate == word("rdf", "type");
        let field = if is_type {
            "@type".to_owned()
        } else {
            name(predicate)
        };
        let value = match object {
            Term::Name(of) if is_type => Value::from(name(of)),
            Term::Name(of) => json!({ "@id": name(of) }),
            Term::Text(words) => Value::from(words.as_str()),
            Term::Typed(value, sort) => json!({"@value": value, "@type": format!("xsd:{sort}")}),
        };
        let values = fields
            .entry(field)
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(values) = values {
            values.push(value);
        }
    }
    fields
}

fn name(of: &Name) -> String {
    of.short().unwrap_or_else(|| of.iri())
}

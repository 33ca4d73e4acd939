//! Turtle: RDF for people to read.

use std::io;

use super::statements::subjects;
use super::term::{Name, PREFIXES, Term, quoted, word};
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// Writes a graph as Turtle, with the usual prefixes.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    for (prefix, space) in PREFIXES {
        writeln!(out, "@prefix {prefix}: <{space}> .")?;
    }
    subjects(graph, options, |subject| {
        write!(out, "\n{}", name(&subject.name))?;
        for (index, (predicate, object)) in subject.says.iter().enumerate() {
            let start = if index == 0 { " " } else { " ;\n    " };
            let predicate = if *predicate == word("rdf", "type") {
                "a".to_owned()
            } else {
                name(predicate)
            };
            write!(out, "{start}{predicate} {}", term(object))?;
        }
        out.write_all(b" .\n")
    })
}

/// A short name where it is safe to write one.
fn name(of: &Name) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    match of.short().filter(|short| short.chars().all(plain)) {
        Some(short) => short,
        None => format!("<{}>", of.iri()),
    }
}

fn term(term: &Term) -> String {
    match term {
        Term::Name(of) => name(of),
        Term::Text(words) => quoted(words),
        Term::Typed(value, sort) => format!("{}^^xsd:{sort}", quoted(value)),
    }
}

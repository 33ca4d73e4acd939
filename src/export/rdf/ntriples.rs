//! N-Triples: a statement a line, for loading and for comparing.

use std::io;

use super::statements::subjects;
use super::term::{Term, quoted, word};
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// Writes a graph as N-Triples.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    subjects(graph, options, |subject| {
        let name = subject.name.iri();
        for (predicate, object) in &subject.says {
            writeln!(out, "<{name}> <{}> {} .", predicate.iri(), term(object))?;
        }
        Ok(())
    })
}

fn term(term: &Term) -> String {
    match term {
        Term::Name(name) => format!("<{}>", name.iri()),
        Term::Text(words) => quoted(words),
        Term::Typed(value, sort) => {
            format!("{}^^<{}>", quoted(value), word("xsd", sort).iri())
        }
    }
}

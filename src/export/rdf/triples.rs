//! The statements one by one, for programs that keep or ask them.

use super::statements::subjects;
use super::term::{PREFIXES, Term, word};
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// What a statement says of its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Object {
    /// Something with a name.
    Name(String),
    /// Words.
    Text(String),
    /// A value and the name of its type.
    Typed(String, String),
}

/// Calls `put` for every statement: subject, predicate, object. The names are whole.
pub(crate) fn triples(graph: &RelationGraph, mut put: impl FnMut(&str, String, Object)) {
    let written = subjects(graph, ExportOptions::default(), |subject| {
        let name = subject.name.iri();
        for (predicate, object) in &subject.says {
            let object = match object {
                Term::Name(name) => Object::Name(name.iri()),
                Term::Text(words) => Object::Text(words.clone()),
                Term::Typed(value, sort) => Object::Typed(value.clone(), word("xsd", sort).iri()),
            };
            put(&name, predicate.iri(), object);
        }
        Ok(())
    });
    // Nothing is written anywhere, so nothing can go wrong.
    debug_assert!(written.is_ok());
}

/// The vocabularies with their prefixes, sorted by prefix.
pub(crate) const fn prefixes() -> &'static [(&'static str, &'static str)] {
    PREFIXES
}

//! The graph as RDF, in the words that others use: FOAF and W3C ORG for people and offices, schema.org for meetings, visits
//! and documents, PROV and Web Annotation for evidence, SKOS for names. What none of them has a word for has one of ours.
//!
//! The statements are made once, here; `turtle.rs`, `ntriples.rs` and `jsonld.rs` write them.

mod jsonld;
mod ntriples;
mod statements;
mod term;
#[cfg(feature = "sparql")]
mod triples;
mod turtle;

pub use jsonld::write as write_jsonld;
pub use ntriples::write as write_ntriples;
#[cfg(feature = "sparql")]
pub(crate) use triples::{Object, prefixes, triples};
pub use turtle::write as write_turtle;

//! interparl reads news about relations between parliaments and builds a knowledge graph from it.
//!
//! The way of the data is one way: an article's bytes become text, text becomes mentions, mentions become claims,
//! claims of many articles meet in identities, and the fold of all of it is the graph that answers questions and is
//! drawn and exported. `docs/architecture.md` has the map; `tests/architecture.rs` proves that imports follow it.

pub mod archive;
pub mod archive_graph;
pub mod claim;
pub mod diagram;
pub mod document;
pub mod explorer;
pub mod export;
pub mod graph;
pub mod identity;
pub mod import;
pub mod lexicon;
pub mod mention;
pub mod ontology;
pub mod pipeline;
pub mod query;
pub mod report;
pub mod rule;
pub mod runs;
pub mod score;
#[cfg(feature = "sparql")]
pub mod sparql;
pub mod text;

//! The knowledge graph: nodes, edges, meetings and documents, over petgraph, which does not show through.
//!
//! Everything that asks, draws or exports works on a [`RelationGraph`]. This module never reads an article's text.

mod model;
mod relation_graph;

pub use model::{
    Document, Edge, Evidence, LifeRecord, Meeting, MeetingOutcome, Node, Participant, Spell, Tie,
};
pub use relation_graph::{EdgeRef, GraphError, NodeRef, RelationGraph};

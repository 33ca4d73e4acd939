//! The knowledge graph: nodes, edges, meetings and documents, over petgraph, which does not show through.
//!
//! [`fold()`] makes it from readings; everything that asks, draws or exports works on the [`RelationGraph`]. This module never reads an article's text.

mod fold;
mod model;
mod relation_graph;
mod rivals;

pub use fold::{BoundedFold, Folded, GraphParts, fold, fold_judged};
pub use model::{
    Difference, Document, Edge, Evidence, LifeRecord, Meeting, MeetingOutcome, NameInTime, Node,
    NodeMention, Participant, Spell, Tie,
};
pub(crate) use relation_graph::Places;
pub use relation_graph::{EdgeRef, GraphError, NodeRef, RelationGraph};
pub(crate) use rivals::{are_two, is_sure};

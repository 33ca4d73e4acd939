//! Graph JSON: the node-link form of `NetworkX`, described by `schema/graph.schema.json`.
//!
//! [`write()`] gives the same bytes for the same graph; [`read()`] takes them back, and writing what it read gives
//! them again. The types of this form are apart from those of the graph, so that either may change alone.

mod error;
mod parts;
mod read;
mod rows;
mod stream;
mod wire;
mod write;

pub use error::JsonError;
pub use parts::PartsWriter;
pub use read::read;
pub use rows::{
    document_line, edge_line, lines, meeting_line, node_line, rows, write_lines, write_rows,
};
pub use write::write;

/// The version of the form, at `graph.schema`.
pub const SCHEMA: u32 = 1;

//! The archive: one file that keeps articles with their versions, their readings and people's judgements, and survives a
//! power cut.
//!
//! The file is one of `SQLite` with a log beside it while it is written. Each change is done as a whole or not at all, and
//! is on the disk when it is reported. `docs/archive.md` tells what is in the file and what is promised. This module
//! never knows a rule: readings come to it as values, and graphs as lines of JSON.

mod adding;
mod check;
mod compact;
mod documents;
mod error;
mod file;
mod gists;
mod graph_compare;
mod graph_lines;
mod graph_put;
mod graph_rows;
mod graph_store;
mod judgements;
mod memory;
mod network;
mod news;
mod packed;
mod quick_line;
mod readings;
mod salvage;
mod schema;
mod snapshot;
mod wreck_judgements;
mod wreck_numbers;

pub use adding::{Added, Entry, Fingerprint, PackedReading, Reader, Status};
pub use check::Findings;
pub use documents::{ArchivedDocument, Version};
pub use error::ArchiveError;
pub use file::{Archive, PATIENCE};
pub use gists::{Kept, KeptGist};
pub use graph_rows::{EdgeId, Folded, GraphIndex, GraphLines, GraphRows, Lines, Pairs, Stay};
pub use network::StoredNetwork;
pub use news::News;
pub use readings::Stale;
pub use salvage::{Salvaged, salvage};
pub use schema::SCHEMA;
pub use snapshot::{Origin, Snapshot};

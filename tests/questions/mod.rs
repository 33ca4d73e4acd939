//! The questions beyond one node and one path: what they print, how they end, and that nothing hostile gets through.

mod hostile;
pub(crate) use hostile::hostile_graph;
mod lists;
mod path;
mod report;
mod snapshot;
#[cfg(feature = "sparql")]
mod sparql;
mod whole;

//! Read-only questions to a graph: who is that, how are two connected, why does an edge stand there.
//!
//! In goes a [`RelationGraph`](crate::graph::RelationGraph), out come plain values that can be written as JSON and
//! that hold their own evidence and sources. This module never changes the graph and never prints.

mod about;
mod answer;
mod explain;
mod meetings;
mod names;
mod offices;
mod path;

pub use about::{About, HeldOffice, LifeAnswer, about};
pub use answer::{Brief, Capacity, EdgeAnswer, Proof, Source, Term};
pub use explain::{Explanation, explain};
pub use meetings::{DifferenceAnswer, MeetingAnswer, OutcomeAnswer};
pub use names::{Lookup, Suggestion, find_node, fold_name, nearest};
pub use offices::{Contradiction, Gap, HeldTerm, Offices, OfficesOf, Post, Standing, offices};
pub use path::{Connection, PathOptions, PathWeights, Route, Step, connections};

#[cfg(test)]
mod fixture;

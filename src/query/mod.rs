//! Read-only questions to a graph: who is that, how are two connected, why does an edge stand there.
//!
//! In goes a [`RelationGraph`](crate::graph::RelationGraph), out come plain values that can be written as JSON and
//! that hold their own evidence and sources. This module never changes the graph and never prints.

mod about;
mod answer;
mod clue;
mod explain;
mod judging;
mod meetings;
mod name_index;
mod names;
mod offices;
mod path;
mod settled;
mod unsure;

pub use about::{About, HeldOffice, LifeAnswer, about};
pub use answer::{Brief, Capacity, EdgeAnswer, Proof, Source, Term};
pub use clue::Clue;
pub use explain::{Explanation, explain};
pub use judging::{
    CannotJudge, documents_named, mention_of, mentions_in, mentions_of, party_of, wrong_edge,
    wrong_guest, wrong_meeting,
};
pub use meetings::{DifferenceAnswer, MeetingAnswer, OutcomeAnswer};
pub use name_index::{NameIndex, candidates, index_words};
pub use names::{Lookup, Suggestion, find_node, fold_name, nearest};
pub use offices::{Contradiction, Gap, HeldTerm, Offices, OfficesOf, Post, Standing, offices};
pub use path::{
    Connection, PathOptions, PathWeights, Route, Step, Stops, Ways, along, connections,
};
pub use settled::{PairVerdict, SettledPairs};
pub use unsure::{UnsurePair, unsure_pairs};

#[cfg(test)]
mod fixture;

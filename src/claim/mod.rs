//! What one article says: its claims, the entities between which they stand, and the words that say them.
//!
//! A [`Reading`] is everything that one article gave, as one line of JSON. A set of readings is all that the graph
//! needs; the articles' texts may stay where they are. Offsets here are code points of the article's text.
//! This module never extracts: `mention` and `rule` do.

mod confidence;
mod evidence;
mod line;
mod reading;

pub use confidence::Confidence;
pub use evidence::{TableRow, Words};
pub use line::{LineError, read_line, write_line};
pub use reading::{
    Assertion, Capacity, Claim, Entity, EntityIndex, Finding, Form, Outcome, Reading, SCHEMA, Term,
    Why,
};

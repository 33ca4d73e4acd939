//! Pure functions of `&str`: spans, and dates as texts give them.
//!
//! Everything in here takes text and gives a value; nothing fails, nothing is looked up, nothing is kept.

mod date;
mod span;

pub use date::PartialDate;
pub use span::{CodePoints, Span};

//! Pure functions of `&str`: spans, and dates as texts give them.
//!
//! Everything in here takes text and gives a value; nothing fails, nothing is looked up, nothing is kept.

mod date;
mod dateline;
mod months;
mod span;
mod written_date;

pub use date::PartialDate;
pub use dateline::document_date;
pub use months::month_number;
pub use span::{CodePoints, Span};
pub use written_date::line_date;

//! Pure functions of `&str`: spans, tokens, sentences, folding, and dates as texts give them; and how bytes are written.
//!
//! Everything in here takes a value and gives a value; nothing fails, nothing is looked up, nothing is kept.

mod date;
mod dateline;
mod days;
mod fold;
mod hex;
mod layout;
mod months;
mod quotation;
mod shorten;
mod sketch;
mod span;
mod token;
mod written_date;

pub use date::PartialDate;
pub use dateline::document_date;
pub use days::days_between;
pub use fold::{fold, fold_into, is_apostrophe};
pub use hex::hex;
pub use layout::{Block, BlockKind, blocks, sentences};
pub use months::month_number;
pub use quotation::{Quotation, quotations};
pub use shorten::{one_line, shortened};
pub use sketch::Sketch;
pub use span::{CodePoints, Span};
pub use token::{Shape, Token, tokens};
pub use written_date::line_date;

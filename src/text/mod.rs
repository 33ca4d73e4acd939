//! Pure functions of `&str`: spans, tokens, sentences, folding, and dates as texts give them.
//!
//! Everything in here takes text and gives a value; nothing fails, nothing is looked up, nothing is kept.

mod date;
mod fold;
mod layout;
mod span;
mod token;

pub use date::PartialDate;
pub use fold::{fold, fold_into, is_apostrophe};
pub use layout::{Block, BlockKind, blocks, sentences};
pub use span::{CodePoints, Span};
pub use token::{Shape, Token, tokens};

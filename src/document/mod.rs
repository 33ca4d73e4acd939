//! Articles: their bytes, their text and what came with it.
//!
//! In come bytes in any of the formats, out come [`Article`]s. This module never interprets what a text says of the world.

mod article;
mod record;

pub use article::Article;
pub use record::DocumentRecord;

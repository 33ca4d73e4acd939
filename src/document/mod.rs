//! Articles: their bytes, their text and what came with it.
//!
//! In come bytes in any of the formats, out come [`Article`]s: [`articles()`] is the way in. This module never interprets what
//! a text says of the world.

mod article;
mod articles;
mod clean;
mod decode;
mod draft;
mod entities;
mod error;
mod feed;
mod feed_entry;
mod format;
mod front_matter;
mod html;
mod html_guard;
mod html_text;
mod html_tokens;
mod json_ld;
mod json_lines;
mod label;
mod language;
mod markdown;
mod markdown_inline;
mod metadata;
mod paragraphs;
mod record;
mod source;
mod walk;

pub use article::Article;
pub use articles::{Articles, Input, ReadOptions, articles, articles_from};
pub(crate) use entities::entity;
pub use error::{DocumentError, Place, Problem};
pub use format::{InputFormat, UnknownFormat};
pub use record::DocumentRecord;
pub use walk::article_files;

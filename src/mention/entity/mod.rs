//! One entity for all mentions of a person, one for all mentions of a body, within one article.
//!
//! In come the mentions of a text, out come entities and which mention is whose. This module never joins entities of two
//! articles.

mod article;
mod bodies;
mod guests;
mod owned;
mod people;
mod same;
mod weights;

use std::ops::Range;

pub use bodies::{Bodies, BodyEntity};
pub use people::{People, PersonEntity, Support};
pub(crate) use same::is_noun;
pub(crate) use weights::{common_name, names_state};

use super::word::Words;
use crate::text::one_line;

/// Words as they are written, single spaces between them.
fn written(words: &Words<'_>, range: &Range<usize>) -> String {
    one_line(words.text_of(range))
}

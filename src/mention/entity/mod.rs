//! One entity for all mentions of a person, one for all mentions of a body, within one article.

mod bodies;
mod people;
mod weights;

pub use bodies::{Bodies, BodyEntity};
pub use people::{People, PersonEntity, Support};

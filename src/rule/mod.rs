//! Claims from mentions: one record a rule, with its manual.
//!
//! In come the mentions of one text, out come a reading's entities and claims. This module keeps no state between articles.

mod en;

pub use en::{Facts, Held, Holding, Role, Target, holdings, read};

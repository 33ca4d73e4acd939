//! Claims from mentions: one record a rule, with its manual.
//!
//! In come the mentions of one text, out come a reading's entities and claims. This module keeps no state between articles.

mod en;
mod notation;
mod record;
mod registry;
mod trace;

pub use en::{
    Affiliation, Facts, Held, Holding, Presence, Role, Standing, Target, affiliations, holdings,
    presences, read, supposed, trace,
};
pub use notation::in_one_line;
pub use record::{Record, record};
pub use registry::{RULES, Rule, find, manual, manuals};
pub use trace::StageTrace;

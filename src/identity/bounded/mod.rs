//! Who is who where memory does not hold the readings: the same decisions as beside this folder, with what they are made of on
//! disk.
//!
//! Each stage sorts records of what it has to see together ([`crate::runs`]) and looks at one key at a time, with the very
//! functions that decide in memory. What stays in memory are numbers, the pairs of names that are alike, and what judgements
//! point at. `docs/scale.md` has the table.

mod ahead;
mod bearers;
mod comparing;
mod gatherings;
mod gist;
mod groups;
mod ids;
mod lines;
mod member;
mod next_days;
mod parting;
mod plain;
mod presiding;
mod remembered;
mod reprinted;
mod resolving;
mod scene;
mod settling;
mod speaking;
mod versions;
mod who;

pub(crate) use ahead::{Records, push_all};
pub(crate) use gatherings::{Gatherings, gather};
pub(crate) use gist::{hash_of, render_claim};
pub(crate) use lines::Claims;
pub(crate) use plain::{PlainClaim, is_whole};
pub use remembered::FoldMemory;
pub(crate) use remembered::{Hash, Remembered};
pub(crate) use settling::settle;
pub(crate) use speaking::{Speaking, Testimony};
pub(crate) use versions::Versions;
pub(crate) use who::{Who, find_out};

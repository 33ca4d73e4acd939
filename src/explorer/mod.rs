//! The explorer: a page on which people who would never type a command look at a graph.
//!
//! In comes a [`RelationGraph`](crate::graph::RelationGraph), out goes a page for a browser. What the page shows is
//! the graph JSON of [`export::json`](crate::export::json) and, beside it, what is computed here once for all who
//! look: places, groups, costs of steps, and letters for the search (`data`). The page itself is made of the modules
//! in `web/src`; what `web/build.mjs` makes of them lies in `page/` and is part of the program, so that neither
//! building nor running it needs anything else.
//!
//! This module never computes what [`query`](crate::query) can, and the page never asks anything of a third party.

mod asset;
mod data;
mod layout;
mod letters;
mod page;
#[cfg(feature = "serve")]
mod serve;
mod view;

pub use asset::{Asset, asset};
pub use data::write_data;
pub use page::write_page;
#[cfg(feature = "serve")]
pub use serve::{EditOptions, OPENAPI, ServeOptions, Server, Token};
pub use view::MOST_DRAWN;

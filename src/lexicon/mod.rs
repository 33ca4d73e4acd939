//! What the tables know: states, chambers, assemblies, titles, names, cities, and the words of grammar and events.
//!
//! The tables are data in `src/lexicon/data`; this module reads them, checks every row and builds the matcher.
//! A user's tables add to them or replace rows. It never holds knowledge in code: a name, a title or a trigger that is
//! wanted goes into a table.

mod build;
mod check;
mod class;
mod class_set;
mod cue;
mod cues;
mod error;
mod forms;
mod load;
mod lookup;
mod naming;
mod phrases;
mod plural;
mod rows;
mod sitting;
mod symbols;
mod table;
mod writing;

pub use build::Lexicon;
pub use class::Class;
pub(crate) use class_set::numbers_of;
pub use class_set::{ClassSet, EntrySorts};
pub use cue::Cue;
pub use cues::CueSet;
pub use error::LexiconError;
pub use forms::Named;
pub use lookup::Knowledge;
pub use naming::{NameFit, NameOrigin};
pub use phrases::{Entry, Found, RowNumber};
pub use rows::{
    Assembly, Bearer, BodyHead, BodyName, Chamber, City, Domain, Honorific, House, Person, State,
    Title,
};
pub use symbols::{NameTraits, Symbol};

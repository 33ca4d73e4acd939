//! What the tables know: states, chambers, assemblies, titles, names, cities, and the words of grammar and events.
//!
//! The tables are data in `src/lexicon/data`; this module reads them, checks every row and builds the matcher.
//! It never holds knowledge in code: a name, a title or a trigger that is wanted goes into a table.

mod build;
mod phrases;
mod rows;
mod symbols;
mod table;
mod words;

pub use build::Lexicon;
pub use phrases::{Entry, Found, RowNumber};
pub use rows::{Assembly, BodyHead, Chamber, City, Domain, Honorific, House, State, Title};
pub use symbols::{NameTraits, Symbol};
pub use table::LexiconError;
pub use words::Class;

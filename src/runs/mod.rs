//! More records than memory holds: sorted by way of pieces on disk, or kept on disk and fetched by number.
//!
//! A [`Sorter`] takes records in any order and gives them back by their keys. A [`Shelf`] keeps records by number. A [`Key`] is
//! made of numbers and words and has the order of these. All of it is in temporary files that have no name and go with the program.
//! [`render()`] makes values records, and [`parse()`] reads them.
//!
//! This module never knows what the records are.

mod form;
mod key;
mod merge;
mod shelf;
mod sorter;

pub use form::{parse, render};
pub use key::{Key, Parts};
pub use merge::{Record, Sorted};
pub use shelf::Shelf;
pub use sorter::Sorter;

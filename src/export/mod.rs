//! Formats in which a graph leaves the program, one file each.

pub mod dot;
pub mod graphviz;
pub mod png;
pub mod svg;

/// What goes into an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportOptions {
    /// Whether the words of the articles go along.
    pub quotes: bool,
}

//! Briefings of a page or two, in Markdown and in HTML.
//!
//! In comes what [`query::briefing`](crate::query::briefing) tells and the part of the graph to draw, out goes a page of
//! which every statement has a note with the words that say so and their document. `compose` makes the page, which knows
//! no format; `markdown` and `html` write it. This module never asks the graph anything by itself.

mod compose;
mod html;
mod markdown;
mod paper;
mod words;

use std::io;

use crate::graph::RelationGraph;
use crate::query::Briefing;

/// How a briefing is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportOptions {
    /// How many entries each section has at most.
    pub entries: usize,
    /// Whether the words of the articles are passed on; without them the notes name document and place.
    pub quotes: bool,
}

impl Default for ReportOptions {
    /// Six entries a section, with quotes: about two pages.
    fn default() -> Self {
        Self {
            entries: 6,
            quotes: true,
        }
    }
}

/// Writes a briefing as Markdown with footnotes, as GitHub, `GitLab` and pandoc read it, and the picture as Mermaid.
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::Briefing;
/// use interparl::report::{ReportOptions, write_markdown};
/// let mut page = Vec::new();
/// let graph = RelationGraph::new();
/// write_markdown(&Briefing::default(), &graph, ReportOptions::default(), &mut page)?;
/// assert!(page.starts_with(b"# Briefing"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Where the target cannot be written to.
pub fn write_markdown(
    briefing: &Briefing,
    picture: &RelationGraph,
    options: ReportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    markdown::write(&compose::paper(briefing, options), picture, out)
}

/// Writes a briefing as one page of HTML that needs no other file, no script and no network, for screens with a light or
/// a dark ground and for paper.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write_html(
    briefing: &Briefing,
    picture: &RelationGraph,
    options: ReportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    html::write(&compose::paper(briefing, options), picture, out)
}

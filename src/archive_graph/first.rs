//! What a stored graph has of one node for somebody who reads the beginning of each list.

use super::asked::Asked;
use super::part::Part;
use super::{GraphError, is_fresh, of_rows};
use crate::archive::Archive;
use crate::graph::RelationGraph;
use crate::query::Excerpt;

/// What a stored graph has of one node.
#[derive(Debug, Clone)]
pub enum First {
    /// The excerpt that is kept of it: there is much to tell.
    Excerpt(Box<Excerpt>),
    /// The part of the graph in which everything about it has the same answer as in all of it, as [`super::Question::About`] gives it.
    All(RelationGraph),
}

/// What the stored graph has for the beginning of everything that is known of one node ([`crate::query::about`]).
///
/// # Errors
/// Where the archive cannot be read.
pub fn first(archive: &Archive, typed: &str) -> Result<Asked<First>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(Asked::Whole);
    }
    stored_first(archive, typed)
}

/// The same of rows that are known to be of the graph that is asked.
pub(super) fn stored_first(archive: &Archive, typed: &str) -> Result<Asked<First>, GraphError> {
    let mut part = Part::of(archive)?;
    let meant = match part.meant(typed)? {
        Asked::Part(meant) => meant,
        Asked::Several(several) => return Ok(Asked::Several(several)),
        Asked::Whole => return Ok(Asked::Whole),
    };
    if let [node] = meant.as_slice()
        && let Some(excerpt) = part.excerpt(node)
    {
        return Ok(Asked::Part(First::Excerpt(Box::new(excerpt))));
    }
    for node in &meant {
        part.add_about(node)?;
    }
    part.complete()?;
    Ok(Asked::Part(First::All(of_rows(&part.rows)?)))
}

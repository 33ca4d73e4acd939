//! The graph of an archive: folded from its readings as its judgements correct them, stored in it, and read back as a
//! whole or as the part that a question needs.
//!
//! A graph file that is large has the same rows in a file beside it, so that the next question about it is quick.
//!
//! What is stored is a cache. It is used where it was folded from just the readings and judgements that are there, by the
//! interparl that runs; else the graph is folded anew.

mod asked;
mod first;
mod guide;
mod kept_lines;
mod laid;
mod leads;
mod new_gists;
mod on_disk;
mod outlined;
mod part;
mod pointers;
mod snapshot;
mod storing;
mod turn;
mod words;

use std::io::Write;

pub use self::asked::{Asked, Several};
pub use self::first::{First, first};
pub use self::on_disk::{Room, WORTH_THE_DISK};
pub use self::part::{Question, part, path_part};
pub use self::snapshot::{FromSnapshot, SnapshotOf, WORTH_KEEPING};
pub use self::storing::{Stored, differences, differences_in, keep, store, store_rows};
use crate::archive::{Archive, ArchiveError, Folded, GraphRows};
use crate::claim::{Confidence, Reading};
use crate::export::json::{self, JsonError};
use crate::graph::{RelationGraph, fold_judged};
use crate::identity::JudgementFinding;

/// A word for all that decides what the graph of readings is.
const FOLDER: &str = env!("INTERPARL_FOLDER");

/// How sure claims must be to be in the graph of an archive, in hundredths: as much as `build` asks for where nobody says.
pub const LEAST: u8 = 60;

/// Why the graph of an archive cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum GraphError {
    /// The archive cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The stored rows are not those of a graph.
    #[error("the stored graph cannot be read: {0}")]
    Stored(#[from] JsonError),
    /// The graph cannot be written as JSON.
    #[error("the graph cannot be stored: {0}")]
    Json(#[from] std::io::Error),
    /// The graph cannot be folded by way of temporary files.
    #[error("temporary files cannot be worked with: {0}")]
    Disk(#[source] std::io::Error),
}

/// A graph that was folded from nothing.
#[derive(Debug, Clone, Default)]
pub struct FoldedAnew {
    /// The graph.
    pub graph: RelationGraph,
    /// The judgements of the archive that have no effect on it.
    pub findings: Vec<JudgementFinding>,
}

/// Whether the stored graph is the one of the readings and judgements that are there.
///
/// # Errors
/// Where the archive cannot be read.
pub fn is_fresh(archive: &Archive) -> Result<bool, ArchiveError> {
    Ok(archive.folded()?.as_ref() == Some(&state_of(archive)?))
}

/// From what a graph would be folded now, and by what.
fn state_of(archive: &Archive) -> Result<Folded, ArchiveError> {
    Ok(Folded {
        generation: archive.generation()?,
        folder: FOLDER.to_owned(),
    })
}

/// The graph of an archive, folded from nothing: that of its readings as its judgements correct them.
///
/// # Errors
/// As [`Archive::each_reading`] and [`Archive::judgements`].
pub fn fold_anew(archive: &Archive) -> Result<FoldedAnew, ArchiveError> {
    let judgements = archive.judgements()?;
    let mut readings = Vec::new();
    each_sure_reading(archive, |reading| readings.push(reading))?;
    let folded = fold_judged(readings, &judgements);
    Ok(FoldedAnew {
        graph: folded.graph,
        findings: folded.judged.findings,
    })
}

/// Hands all readings over that are to be folded, with no more in them than comes into the graph.
fn each_sure_reading(archive: &Archive, mut take: impl FnMut(Reading)) -> Result<(), ArchiveError> {
    archive.each_reading(|mut reading| {
        keep_for_fold(&mut reading);
        take(reading);
    })
}

/// Leaves of a reading no more than comes into the graph.
fn keep_for_fold(reading: &mut Reading) {
    reading.keep_sure(Confidence::hundredths(LEAST));
    reading.keep_for_fold();
}

/// The rows of the graph of an archive: the stored ones where they are fresh, else new ones, which are not stored.
///
/// # Errors
/// Where the archive cannot be read.
pub fn rows(archive: &Archive) -> Result<GraphRows, GraphError> {
    if is_fresh(archive)? {
        return Ok(archive.graph_rows()?);
    }
    Ok(json::rows(&fold_anew(archive)?.graph)?)
}

/// The whole graph of an archive.
///
/// # Errors
/// Where the archive cannot be read.
pub fn read(archive: &Archive) -> Result<RelationGraph, GraphError> {
    if is_fresh(archive)? {
        let mut bytes = Vec::new();
        write_stored(archive, &mut bytes)?;
        return Ok(json::read(&bytes)?);
    }
    Ok(fold_anew(archive)?.graph)
}

/// Writes the stored graph of an archive as JSON: the bytes of [`json::write()`], of which no more than some rows are in memory at a
/// time. [`is_fresh`] says whether it is the graph of what is there.
///
/// # Errors
/// Where the archive cannot be read or `out` does not take the bytes.
pub fn write_stored(archive: &Archive, out: &mut dyn Write) -> Result<(), GraphError> {
    json::write_lines(archive.graph_lines(), out).map_err(|error| {
        match error.downcast::<ArchiveError>() {
            Ok(error) => GraphError::Archive(error),
            Err(error) => GraphError::Json(error),
        }
    })
}

fn of_rows(rows: &GraphRows) -> Result<RelationGraph, GraphError> {
    let mut bytes = Vec::new();
    json::write_rows(rows, &mut bytes)?;
    Ok(json::read(&bytes)?)
}

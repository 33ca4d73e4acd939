//! What commands share that read an archive: its graph, who reads articles, and what an error is to the user.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use interparl::archive::{Archive, ArchiveError, Reader};
use interparl::archive_graph::{self, Asked, First, GraphError, Question, Room};
use interparl::graph::RelationGraph;
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use interparl::query::{PathOptions, Stops};

use crate::cli::failure::Failure;
use crate::cli::folding::tell_findings;
use crate::cli::naming;
use crate::cli::terminal::Console;

impl From<ArchiveError> for Failure {
    fn from(error: ArchiveError) -> Self {
        Self::new(error.to_string()).hint(error.hint())
    }
}

impl From<GraphError> for Failure {
    fn from(error: GraphError) -> Self {
        match error {
            GraphError::Archive(error) => error.into(),
            other => {
                Self::new(other.to_string()).hint("look at the archive: interparl check ARCHIVE")
            }
        }
    }
}

/// Whether a file begins as an archive does.
pub(crate) fn is_archive(path: &Path) -> bool {
    let mut head = [0; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    path != Path::new("-") && read.is_ok() && Archive::begins(&head)
}

/// The whole graph of an archive. One that is folded for it is stored, if nobody is in the way.
pub(crate) fn graph(path: &Path) -> Result<RelationGraph, Failure> {
    if let Some(mut archive) = to_be_stored(path)?
        && let Some(folded) = archive_graph::store(&mut archive)?
    {
        return Ok(folded.graph);
    }
    Ok(archive_graph::read(&Archive::read(path)?)?)
}

/// The archive with its graph in rows, where it is so large that all of the graph should not be in memory; `None` for others, and
/// where the graph cannot be stored.
pub(crate) fn large_and_stored(path: &Path) -> Result<Option<Archive>, Failure> {
    if !is_archive(path) || Room::of(&Archive::read(path)?)? == Room::Memory {
        return Ok(None);
    }
    newly_folded(path)?;
    let archive = Archive::read(path)?;
    Ok(archive_graph::is_fresh(&archive)?.then_some(archive))
}

/// The part of the graph of an archive that a question needs.
pub(crate) fn part_of_graph(
    path: &Path,
    question: &Question<'_>,
) -> Result<RelationGraph, Failure> {
    if let Some(graph) = newly_folded(path)? {
        return Ok(graph);
    }
    let archive = Archive::read(path)?;
    match archive_graph::part(&archive, question)? {
        Asked::Part(part) => Ok(part),
        Asked::Several(several) => Err(naming::one_of(&several)),
        Asked::Whole => Ok(archive_graph::read(&archive)?),
    }
}

/// What the graph of an archive has for the beginning of everything that is known of one node.
pub(crate) fn first_of_graph(path: &Path, name: &str) -> Result<First, Failure> {
    if let Some(graph) = newly_folded(path)? {
        return Ok(First::All(graph));
    }
    let archive = Archive::read(path)?;
    match archive_graph::first(&archive, name)? {
        Asked::Part(first) => Ok(first),
        Asked::Several(several) => Err(naming::one_of(&several)),
        Asked::Whole => Ok(First::All(archive_graph::read(&archive)?)),
    }
}

/// The paths between two nodes of an archive, where they can be had from a part of its graph, and what they pass.
pub(crate) fn part_for_path(
    path: &Path,
    ends: (&str, &str),
    options: &PathOptions,
) -> Result<(RelationGraph, Option<Vec<Stops>>), Failure> {
    if let Some(graph) = newly_folded(path)? {
        return Ok((graph, None));
    }
    let archive = Archive::read(path)?;
    match archive_graph::path_part(&archive, ends, options)? {
        Asked::Part((part, stops)) => Ok((part, Some(stops))),
        Asked::Several(several) => Err(naming::one_of(&several)),
        Asked::Whole => Ok((archive_graph::read(&archive)?, None)),
    }
}

/// Folds the graph where the stored one is old and this process may store a new one, and gives it where it is in memory for that;
/// none where its rows are there, or where another process stores them at this moment. Who asks a question waits for nobody.
fn newly_folded(path: &Path) -> Result<Option<RelationGraph>, Failure> {
    let Some(mut archive) = to_be_stored(path)? else {
        return Ok(None);
    };
    let room = Room::of(&archive)?;
    let stored = archive_graph::store_rows(&mut archive, room)?;
    Ok(stored.and_then(|stored| stored.graph))
}

/// The archive where its stored graph is old and this process may store a new one.
fn to_be_stored(path: &Path) -> Result<Option<Archive>, Failure> {
    if archive_graph::is_fresh(&Archive::read(path)?)? {
        return Ok(None);
    }
    Ok(Archive::write(path, Duration::ZERO).ok())
}

/// Folds the graph of an archive anew once judgements have come into it, and tells those that have no effect.
pub(crate) fn fold_judged(archive: &mut Archive, console: &Console) -> Result<(), Failure> {
    let room = Room::of(archive)?;
    if let Some(stored) = archive_graph::store_rows(archive, room)? {
        tell_findings(&stored.findings, console);
    }
    Ok(())
}

/// Who reads now: the rules of this interparl, and tables of one's own.
pub(crate) fn reader(lexicon: Option<&Path>) -> Result<Reader, Failure> {
    let tables = match lexicon {
        Some(folder) => Lexicon::fingerprint(folder).map_err(|e| Failure::new(e.to_string()))?,
        None => String::new(),
    };
    Ok(Reader {
        rules: pipeline::READER.to_owned(),
        tables,
    })
}

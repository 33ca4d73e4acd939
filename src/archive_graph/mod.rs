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
mod part;
mod pointers;
mod snapshot;
mod words;

pub use self::asked::{Asked, Several};
pub use self::first::{First, first};
use self::guide::guide_of;
pub use self::part::{Question, part, path_part};
pub use self::snapshot::{FromSnapshot, SnapshotOf, WORTH_KEEPING};
use self::words::IndexWords;
use crate::archive::{Archive, ArchiveError, Folded, GraphIndex, GraphRows};
use crate::claim::Confidence;
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
    let now = Folded {
        generation: archive.generation()?,
        folder: FOLDER.to_owned(),
    };
    Ok(archive.folded()?.as_ref() == Some(&now))
}

/// The graph of an archive, folded from nothing: that of its readings as its judgements correct them.
///
/// # Errors
/// As [`Archive::each_reading`] and [`Archive::judgements`].
pub fn fold_anew(archive: &Archive) -> Result<FoldedAnew, ArchiveError> {
    let judgements = archive.judgements()?;
    let mut readings = Vec::new();
    archive.each_reading(|mut reading| {
        reading.keep_sure(Confidence::hundredths(LEAST));
        // Neither comes into the graph, and together they are a good part of a reading.
        reading.findings = Vec::new();
        for entity in &mut reading.entities {
            entity.keys = Vec::new();
        }
        readings.push(reading);
    })?;
    let folded = fold_judged(readings, &judgements);
    Ok(FoldedAnew {
        graph: folded.graph,
        findings: folded.judged.findings,
    })
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
        return of_rows(&archive.graph_rows()?);
    }
    Ok(fold_anew(archive)?.graph)
}

/// Folds the graph of an archive, where none is stored that is fresh, stores it and gives it. Where it cannot be stored
/// (somebody else writes, or no room is left), it is given all the same.
///
/// # Errors
/// Where the archive cannot be read.
pub fn store(archive: &mut Archive) -> Result<Option<FoldedAnew>, GraphError> {
    // Who writes in between changes neither what is folded nor what it is said to be folded from.
    archive.hold()?;
    let folded = fold_held(archive);
    archive.let_go()?;
    let Some((state, folded)) = folded? else {
        return Ok(None);
    };
    put(archive, &state, &folded.graph);
    Ok(Some(folded))
}

/// Stores a graph that was folded before, when [`Archive::generation`] said `generation`. Where readings or judgements are others
/// by now, where that graph is stored already, or where it cannot be stored, nothing is done.
///
/// # Errors
/// Where the archive cannot be read.
pub fn keep(
    archive: &mut Archive,
    generation: i64,
    graph: &RelationGraph,
) -> Result<(), GraphError> {
    if archive.generation()? != generation || is_fresh(archive)? {
        return Ok(());
    }
    let state = Folded {
        generation,
        folder: FOLDER.to_owned(),
    };
    put(archive, &state, graph);
    Ok(())
}

fn put(archive: &mut Archive, state: &Folded, graph: &RelationGraph) {
    let words = IndexWords::of(graph);
    let index = index(graph, &words);
    // The rows are a cache; the answer does not depend on them.
    let _ = archive.put_graph(state, json::lines(graph), index);
}

fn fold_held(archive: &Archive) -> Result<Option<(Folded, FoldedAnew)>, GraphError> {
    if is_fresh(archive)? {
        return Ok(None);
    }
    let state = Folded {
        generation: archive.generation()?,
        folder: FOLDER.to_owned(),
    };
    Ok(Some((state, fold_anew(archive)?)))
}

/// What differs between the stored graph and the one that readings and judgements fold to, a line each; nothing where no
/// graph is stored or the stored one is known to be old.
///
/// # Errors
/// Where the archive cannot be read.
pub fn differences(archive: &Archive) -> Result<Vec<String>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(Vec::new());
    }
    let graph = fold_anew(archive)?.graph;
    let (folded, stored) = (json::rows(&graph)?, archive.graph_rows()?);
    let mut found = Vec::new();
    let mut compare = |what: &str, same: bool| {
        if !same {
            found.push(format!(
                "the {what} of the stored graph are not what the readings fold to"
            ));
        }
    };
    compare("documents", folded.documents == stored.documents);
    compare("meetings", folded.meetings == stored.meetings);
    compare("nodes", folded.nodes == stored.nodes);
    compare("edges", folded.edges == stored.edges);
    let words = IndexWords::of(&graph);
    let leads = index(&graph, &words).network;
    let kept = archive.graph_network()?;
    let kept = kept.as_ref().and_then(|kept| kept.part(0, kept.size()));
    compare("ways and excerpts", kept.as_deref() == Some(&leads));
    Ok(found)
}

fn of_rows(rows: &GraphRows) -> Result<RelationGraph, GraphError> {
    let mut bytes = Vec::new();
    json::write_rows(rows, &mut bytes)?;
    Ok(json::read(&bytes)?)
}

/// What leads to the rows of a graph.
fn index<'g>(graph: &'g RelationGraph, words: &'g IndexWords) -> GraphIndex<'g> {
    let mut parts = Vec::new();
    for meeting in graph.meetings() {
        let people = meeting.sides.iter().flatten();
        let people = people.chain(meeting.participants.iter().map(|p| &p.person));
        let nodes = people.chain(&meeting.body);
        parts.extend(nodes.map(|node| [node.as_str(), meeting.id.as_str()]));
    }
    parts.sort_unstable();
    parts.dedup();
    GraphIndex {
        names: words.sorted(graph),
        network: guide_of(graph, &parts),
        parts,
    }
}

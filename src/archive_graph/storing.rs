//! Folding the graph of an archive and storing it, and whether what is stored is what is folded.

use std::borrow::Cow;

use super::guide::guide_of;
use super::on_disk::{self, Room};
use super::words::IndexWords;
use super::{FoldedAnew, GraphError, fold_anew, is_fresh, state_of};
use crate::archive::{Archive, Folded, GraphIndex, Pairs};
use crate::export::json;
use crate::graph::{Meeting, RelationGraph};
use crate::identity::JudgementFinding;

/// A graph that was folded and stored.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    /// The graph, where it was folded in memory; else only its rows are there.
    pub graph: Option<RelationGraph>,
    /// The judgements of the archive that have no effect on it.
    pub findings: Vec<JudgementFinding>,
}

/// Folds the graph of an archive in memory, where none is stored that is fresh, stores it and gives it. Where it cannot be stored
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

/// The same for those who need no more of the graph than some of its rows: a large one is folded by way of temporary files and never is
/// in memory as a whole, as `room` says. The rows are the same ones. Where there is no room for temporary files either, it is
/// folded in memory.
///
/// # Errors
/// Where the archive cannot be read.
pub fn store_rows(archive: &mut Archive, room: Room) -> Result<Option<Stored>, GraphError> {
    if let Room::Disk { memory } = room {
        match on_disk::store(archive, memory) {
            Err(GraphError::Disk(_)) => {}
            done => {
                let stored = |findings| Stored {
                    graph: None,
                    findings,
                };
                return done.map(|findings| findings.map(stored));
            }
        }
    }
    Ok(store(archive)?.map(|folded| Stored {
        graph: Some(folded.graph),
        findings: folded.findings,
    }))
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
    let state = state_of(archive)?;
    if state.generation == generation && !is_fresh(archive)? {
        put(archive, &state, graph);
    }
    Ok(())
}

fn put(archive: &mut Archive, state: &Folded, graph: &RelationGraph) {
    let (words, parts) = (IndexWords::of(graph), parts_of(graph));
    let index = index(graph, &words, &parts);
    let network = guide_of(graph, &parts);
    let network = |_: &Archive| Ok::<_, GraphError>(network);
    // The rows are a cache; the answer does not depend on them.
    let _ = archive.put_graph(state, json::lines(graph), index, network);
}

fn fold_held(archive: &Archive) -> Result<Option<(Folded, FoldedAnew)>, GraphError> {
    if is_fresh(archive)? {
        return Ok(None);
    }
    Ok(Some((state_of(archive)?, fold_anew(archive)?)))
}

/// What differs between the stored graph and the one that readings and judgements fold to, a line each; nothing where no
/// graph is stored or the stored one is known to be old. A large one is folded by way of temporary files.
///
/// # Errors
/// Where the archive cannot be read.
pub fn differences(archive: &Archive) -> Result<Vec<String>, GraphError> {
    differences_in(archive, Room::of(archive)?)
}

/// The same, folded as `room` says.
///
/// # Errors
/// Where the archive cannot be read.
pub fn differences_in(archive: &Archive, room: Room) -> Result<Vec<String>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(Vec::new());
    }
    let found = match room {
        Room::Memory => found_in_memory(archive),
        Room::Disk { memory } => match on_disk::differences(archive, memory) {
            Err(GraphError::Disk(_)) => found_in_memory(archive),
            found => found,
        },
    };
    let told = |what| format!("the {what} of the stored graph are not what the readings fold to");
    Ok(found?.into_iter().map(told).collect())
}

fn found_in_memory(archive: &Archive) -> Result<Vec<&'static str>, GraphError> {
    let graph = fold_anew(archive)?.graph;
    let (words, parts) = (IndexWords::of(&graph), parts_of(&graph));
    let index = index(&graph, &words, &parts);
    let mut found = archive.graph_differences(json::lines(&graph), index)?;
    if !has_guide(archive, &guide_of(&graph, &parts))? {
        found.push(WAYS);
    }
    Ok(found)
}

/// What is kept beside the rows.
pub(super) const WAYS: &str = "ways and excerpts";

/// Whether just these bytes are kept beside the rows.
pub(super) fn has_guide(archive: &Archive, bytes: &[u8]) -> Result<bool, GraphError> {
    let kept = archive.graph_network()?;
    let kept = kept.as_ref().and_then(|kept| kept.part(0, kept.size()));
    Ok(kept.as_deref() == Some(bytes))
}

/// The nodes that take part in a meeting or hold it, some of them more than once.
pub(super) fn nodes_of(meeting: &Meeting) -> impl Iterator<Item = &String> {
    let people = meeting.sides.iter().flatten();
    let people = people.chain(meeting.participants.iter().map(|p| &p.person));
    people.chain(&meeting.body)
}

/// Which node takes part in which meeting, or holds it: pairs of ids, sorted, each once.
pub(super) fn parts_of(graph: &RelationGraph) -> Vec<[&str; 2]> {
    let of = |meeting| nodes_of(meeting).map(|node| [node.as_str(), meeting.id.as_str()]);
    let mut parts: Vec<[&str; 2]> = graph.meetings().flat_map(of).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// What leads to the rows of a graph.
pub(super) fn index<'g>(
    graph: &'g RelationGraph,
    words: &'g IndexWords,
    parts: &'g [[&'g str; 2]],
) -> GraphIndex<'g> {
    GraphIndex {
        parts: pairs(parts.iter().copied()),
        names: pairs(words.sorted(graph).into_iter()),
        stay: None,
    }
}

fn pairs<'g>(pairs: impl Iterator<Item = [&'g str; 2]> + 'g) -> Pairs<'g> {
    Box::new(pairs.map(|pair| Ok(pair.map(Cow::Borrowed))))
}

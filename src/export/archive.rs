//! The graph of an archive: folded from its readings, stored in it, and read back as a whole or as the part that a
//! question needs.
//!
//! What is stored is a cache. It is used where it was folded from just the readings that are there, by the interparl that
//! runs; else the graph is folded anew.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::json::{self, JsonError};
use crate::archive::{Archive, ArchiveError, Folded, GraphIndex, GraphRows};
use crate::claim::Confidence;
use crate::graph::{RelationGraph, fold};
use crate::query::{Lookup, NameIndex, candidates, find_node, index_words};

/// A word for all that decides what the graph of readings is.
const FOLDER: &str = env!("INTERPARL_FOLDER");

/// How sure claims must be to be in the graph of an archive, in hundredths: as much as `build` asks for where nobody says.
pub const LEAST: u8 = 60;

/// If more nodes than this may be meant, the part that a question needs is most of the graph.
const MANY: usize = 200;

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

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question<'q> {
    /// Everything that is known of one node ([`crate::query::about`]).
    About(&'q str),
    /// Why two nodes have the edges that they have ([`crate::query::explain`]).
    Explain(&'q str, &'q str),
}

/// Whether the stored graph is the one of the readings that are there.
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

/// The graph of an archive, folded from nothing.
///
/// # Errors
/// As [`Archive::each_reading`].
pub fn fold_anew(archive: &Archive) -> Result<RelationGraph, ArchiveError> {
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
    Ok(fold(readings))
}

/// The rows of the graph of an archive: the stored ones where they are fresh, else new ones, which are not stored.
///
/// # Errors
/// Where the archive cannot be read.
pub fn rows(archive: &Archive) -> Result<GraphRows, GraphError> {
    if is_fresh(archive)? {
        return Ok(archive.graph_rows()?);
    }
    Ok(json::rows(&fold_anew(archive)?)?)
}

/// The whole graph of an archive.
///
/// # Errors
/// Where the archive cannot be read.
pub fn read(archive: &Archive) -> Result<RelationGraph, GraphError> {
    if is_fresh(archive)? {
        return of_rows(&archive.graph_rows()?);
    }
    Ok(fold_anew(archive)?)
}

/// Folds the graph of an archive, where none is stored that is fresh, stores it and gives it. Where it cannot be stored
/// (somebody else writes, or no room is left), it is given all the same.
///
/// # Errors
/// Where the archive cannot be read.
pub fn store(archive: &mut Archive) -> Result<Option<RelationGraph>, GraphError> {
    // Who writes in between changes neither what is folded nor what it is said to be folded from.
    archive.hold()?;
    let folded = fold_held(archive);
    archive.let_go()?;
    let Some((folded, graph)) = folded? else {
        return Ok(None);
    };
    let rows = json::rows(&graph)?;
    match archive.put_graph(&folded, &rows, &index(&graph)) {
        // The rows are a cache; the answer does not depend on them.
        Ok(()) | Err(_) => Ok(Some(graph)),
    }
}

fn fold_held(archive: &Archive) -> Result<Option<(Folded, RelationGraph)>, GraphError> {
    if is_fresh(archive)? {
        return Ok(None);
    }
    let folded = Folded {
        generation: archive.generation()?,
        folder: FOLDER.to_owned(),
    };
    Ok(Some((folded, fold_anew(archive)?)))
}

/// What differs between the stored graph and the one that the readings fold to, a line each; nothing where no graph is
/// stored or the stored one is known to be old.
///
/// # Errors
/// Where the archive cannot be read.
pub fn differences(archive: &Archive) -> Result<Vec<String>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(Vec::new());
    }
    let graph = fold_anew(archive)?;
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
    Ok(found)
}

/// The part of the stored graph in which a question has the same answer as in all of it; `None` where only all of it
/// will do, or where the stored graph is old.
///
/// # Errors
/// Where the archive cannot be read.
pub fn part(
    archive: &Archive,
    question: &Question<'_>,
) -> Result<Option<RelationGraph>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(None);
    }
    let mut part = Part {
        archive,
        rows: GraphRows::default(),
    };
    match question {
        Question::About(typed) => {
            let Some(meant) = part.meant(typed)? else {
                return Ok(None);
            };
            for node in &meant {
                part.add_about(node)?;
            }
        }
        Question::Explain(one, other) => {
            let (Some(from), Some(to)) = (part.meant(one)?, part.meant(other)?) else {
                return Ok(None);
            };
            // Where more than one may be meant, their edges decide which is named first.
            if from.len() > 1 || to.len() > 1 {
                for node in from.iter().chain(&to) {
                    part.rows.edges.extend(archive.graph_edges_at(node)?);
                }
            }
            for one in &from {
                for other in &to {
                    part.rows
                        .edges
                        .extend(archive.graph_edges_between(one, other)?);
                }
            }
        }
    }
    part.complete()?;
    Ok(Some(of_rows(&part.rows)?))
}

fn of_rows(rows: &GraphRows) -> Result<RelationGraph, GraphError> {
    let mut bytes = Vec::new();
    json::write_rows(rows, &mut bytes)?;
    Ok(json::read(&bytes)?)
}

/// What leads to the rows of a graph.
fn index(graph: &RelationGraph) -> GraphIndex {
    let mut index = GraphIndex::default();
    for meeting in graph.meetings() {
        let people = meeting.sides.iter().flatten();
        let people = people.chain(meeting.participants.iter().map(|p| &p.person));
        let parts: BTreeSet<&String> = people.chain(&meeting.body).collect();
        let pairs = parts
            .into_iter()
            .map(|node| (node.clone(), meeting.id.clone()));
        index.parts.extend(pairs);
    }
    for (_, node) in graph.nodes() {
        let words = index_words(node).into_iter();
        index
            .names
            .extend(words.map(|word| (word, node.id.clone())));
    }
    index
}

impl NameIndex for Archive {
    type Error = ArchiveError;

    fn named(&self, word: &str) -> Result<Vec<String>, ArchiveError> {
        self.graph_named(word)
    }

    fn named_like(&self, beginning: &str) -> Result<Vec<String>, ArchiveError> {
        self.graph_named_like(beginning)
    }
}

/// A part of a stored graph in the making.
struct Part<'a> {
    archive: &'a Archive,
    rows: GraphRows,
}

impl Part<'_> {
    /// The ids of the nodes that a word may mean, put into the part; `None` where only a look at all nodes can tell.
    fn meant(&mut self, typed: &str) -> Result<Option<Vec<String>>, GraphError> {
        let candidates = candidates(self.archive, typed)?;
        if candidates.is_empty() || candidates.len() > MANY {
            return Ok(None);
        }
        let mut few = Part {
            archive: self.archive,
            rows: GraphRows::default(),
        };
        few.rows.nodes = self.archive.graph_nodes(&candidates)?;
        few.complete()?;
        let graph = of_rows(&few.rows)?;
        let found = match find_node(&graph, typed) {
            Lookup::One(node) => vec![node],
            Lookup::Several(nodes) => nodes,
            Lookup::Missing(_) => return Ok(None),
        };
        self.rows.nodes.extend(few.rows.nodes);
        let id = |node| graph.node(node).map(|node| node.id.clone());
        Ok(Some(found.into_iter().filter_map(id).collect()))
    }

    /// Puts in everything that is said of a node.
    fn add_about(&mut self, node: &str) -> Result<(), GraphError> {
        self.rows.edges.extend(self.archive.graph_edges_at(node)?);
        let meetings = self.archive.graph_meetings_with(node)?;
        self.rows
            .meetings
            .extend(self.archive.graph_meetings(&meetings)?);
        if let Some(code) = node.strip_prefix("state/") {
            let people = self.archive.graph_named(&format!("@{code}"))?;
            self.rows.nodes.extend(self.archive.graph_nodes(&people)?);
        }
        Ok(())
    }

    /// Puts in whatever the rows point at.
    fn complete(&mut self) -> Result<(), GraphError> {
        let mut wanted = Wanted::default();
        for ((source, target, _), json) in &self.rows.edges {
            let edge: EdgePointers = pointers(json)?;
            wanted.nodes.extend([source.clone(), target.clone()]);
            wanted.meetings.extend(edge.meeting_id);
            wanted.documents_of(edge.evidence);
        }
        let missing = |id: &&String| !self.rows.meetings.contains_key(*id);
        let meetings = self
            .archive
            .graph_meetings(wanted.meetings.iter().filter(missing))?;
        self.rows.meetings.extend(meetings);
        for json in self.rows.meetings.values() {
            let meeting: MeetingPointers = pointers(json)?;
            wanted.nodes.extend(meeting.sides.into_iter().flatten());
            wanted.nodes.extend(meeting.body);
            for participant in meeting.participants {
                wanted.nodes.extend([participant.person, participant.body]);
            }
            wanted.documents_of(meeting.evidence);
            for outcome in meeting.outcomes {
                wanted.documents_of(outcome.evidence);
            }
        }
        self.add_nodes(&wanted.nodes)?;
        let mut states = BTreeSet::new();
        for json in self.rows.nodes.values() {
            let node: NodePointers = pointers(json)?;
            states.extend(node.state.map(|code| format!("state/{code}")));
        }
        self.add_nodes(&states)?;
        for json in self.rows.nodes.values() {
            let node: NodePointers = pointers(json)?;
            for record in node.life {
                wanted.documents_of(record.evidence);
            }
        }
        self.rows.documents = self.archive.graph_documents(&wanted.documents)?;
        Ok(())
    }

    fn add_nodes(&mut self, ids: &BTreeSet<String>) -> Result<(), GraphError> {
        let missing = |id: &&String| !self.rows.nodes.contains_key(*id);
        let nodes = self.archive.graph_nodes(ids.iter().filter(missing))?;
        self.rows.nodes.extend(nodes);
        Ok(())
    }
}

/// Ids that rows point at.
#[derive(Default)]
struct Wanted {
    nodes: BTreeSet<String>,
    meetings: BTreeSet<String>,
    documents: BTreeSet<String>,
}

impl Wanted {
    fn documents_of(&mut self, evidence: Vec<EvidencePointer>) {
        let documents = evidence.into_iter().filter_map(|piece| piece.document);
        self.documents.extend(documents);
    }
}

fn pointers<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, GraphError> {
    serde_json::from_str(json).map_err(|error| GraphError::Stored(error.into()))
}

#[derive(Deserialize)]
struct EvidencePointer {
    document: Option<String>,
}

#[derive(Deserialize)]
struct EdgePointers {
    meeting_id: Option<String>,
    #[serde(default)]
    evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
struct MeetingPointers {
    sides: Vec<Vec<String>>,
    body: Option<String>,
    #[serde(default)]
    participants: Vec<ParticipantPointers>,
    #[serde(default)]
    outcomes: Vec<EvidencePointers>,
    #[serde(default)]
    evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
struct ParticipantPointers {
    person: String,
    body: String,
}

#[derive(Deserialize)]
struct EvidencePointers {
    #[serde(default)]
    evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
struct NodePointers {
    state: Option<String>,
    #[serde(default)]
    life: Vec<EvidencePointers>,
}

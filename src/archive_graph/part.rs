//! The part of a stored graph that a question needs: what it is about, and whatever that points at.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::guide::Guide;
use super::{GraphError, is_fresh, of_rows};
use crate::archive::{Archive, ArchiveError, GraphRows};
use crate::graph::RelationGraph;
use crate::ontology::NodeKind;
use crate::query::{Lookup, NameIndex, PathOptions, Stops, candidates, find_node};

/// If more nodes than this may be meant, the part that a question needs is most of the graph.
const MANY: usize = 200;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question<'q> {
    /// Everything that is known of one node ([`crate::query::about`]).
    About(&'q str),
    /// Why two nodes have the edges that they have ([`crate::query::explain`]).
    Explain(&'q str, &'q str),
    /// What ties two people ([`crate::query::between`]). Of bodies and states only all of the graph can tell, for whoever
    /// acts for them bears on the answer.
    Between(&'q str, &'q str),
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
    stored_part(archive, question)
}

/// The part of rows that are known to be of the graph that is asked.
pub(super) fn stored_part(
    archive: &Archive,
    question: &Question<'_>,
) -> Result<Option<RelationGraph>, GraphError> {
    let mut part = Part::of(archive);
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
            part.add_to_choose(&from, &to)?;
            for one in &from {
                for other in &to {
                    part.rows
                        .edges
                        .extend(archive.graph_edges_between(one, other)?);
                }
            }
        }
        Question::Between(one, other) => {
            let (Some(from), Some(to)) = (part.meant(one)?, part.meant(other)?) else {
                return Ok(None);
            };
            if !part.are_people(from.iter().chain(&to))? {
                return Ok(None);
            }
            for person in from.iter().chain(&to) {
                part.add_about(person)?;
            }
        }
    }
    part.complete()?;
    Ok(Some(of_rows(&part.rows)?))
}

/// The paths between two nodes, and the part of the stored graph that has their nodes and the edges between these, for
/// [`crate::query::along`]; `None` as for [`part`]. Where it is not clear which nodes are meant there are no paths.
///
/// # Errors
/// Where the archive cannot be read.
pub fn path_part(
    archive: &Archive,
    (from, to): (&str, &str),
    options: &PathOptions,
) -> Result<Option<(RelationGraph, Vec<Stops>)>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(None);
    }
    stored_path_part(archive, (from, to), options)
}

/// The same of rows that are known to be of the graph that is asked.
pub(super) fn stored_path_part(
    archive: &Archive,
    (from, to): (&str, &str),
    options: &PathOptions,
) -> Result<Option<(RelationGraph, Vec<Stops>)>, GraphError> {
    let mut part = Part::of(archive);
    let (Some(from), Some(to)) = (part.meant(from)?, part.meant(to)?) else {
        return Ok(None);
    };
    part.add_to_choose(&from, &to)?;
    let mut stops = Vec::new();
    if let ([from], [to]) = (from.as_slice(), to.as_slice()) {
        let Some(guide) = Guide::of_bytes(archive.graph_network()?) else {
            return Ok(None);
        };
        stops = guide.ways.between(from, to, options);
        for route in &stops {
            for pair in route.nodes.windows(2) {
                if let [one, other] = pair {
                    let edges = archive.graph_edges_between(one, other)?;
                    part.rows.edges.extend(edges);
                }
            }
        }
    }
    part.complete()?;
    Ok(Some((of_rows(&part.rows)?, stops)))
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

impl<'a> Part<'a> {
    fn of(archive: &'a Archive) -> Self {
        Self {
            archive,
            rows: GraphRows::default(),
        }
    }

    /// The ids of the nodes that a word may mean, put into the part; `None` where only a look at all nodes can tell. Where nothing
    /// is called so, there are none, and the part has the nodes whose names are near.
    fn meant(&mut self, typed: &str) -> Result<Option<Vec<String>>, GraphError> {
        let candidates = candidates(self.archive, typed)?;
        if candidates.len() > MANY {
            return Ok(None);
        }
        let mut few = Part::of(self.archive);
        few.rows.nodes = self.archive.graph_nodes(&candidates)?;
        few.complete()?;
        let graph = of_rows(&few.rows)?;
        let found = match find_node(&graph, typed) {
            Lookup::One(node) => vec![node],
            Lookup::Several(nodes) => nodes,
            Lookup::Missing(_) => {
                let Some(guide) = Guide::of_bytes(self.archive.graph_network()?) else {
                    return Ok(None);
                };
                self.add_nodes(&guide.near(typed).into_iter().collect())?;
                return Ok(Some(Vec::new()));
            }
        };
        self.rows.nodes.extend(few.rows.nodes);
        let id = |node| graph.node(node).map(|node| node.id.clone());
        Ok(Some(found.into_iter().filter_map(id).collect()))
    }

    /// Whether nodes of the part are people.
    fn are_people<'i>(&self, ids: impl Iterator<Item = &'i String>) -> Result<bool, GraphError> {
        for id in ids {
            let Some(json) = self.rows.nodes.get(id) else {
                return Ok(false);
            };
            let node: NodePointers = pointers(json)?;
            if !node.kind.is_person() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Puts in what decides the order in which nodes are named, where more than one may be meant: their edges.
    fn add_to_choose(&mut self, from: &[String], to: &[String]) -> Result<(), GraphError> {
        if from.len() > 1 || to.len() > 1 {
            for node in from.iter().chain(to) {
                self.rows.edges.extend(self.archive.graph_edges_at(node)?);
            }
        }
        Ok(())
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
            let differences = meeting.differences.into_iter();
            wanted
                .documents
                .extend(differences.flat_map(|d| d.documents));
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
        for json in self.rows.nodes.values_mut() {
            *json = without_mentions(json)?;
        }
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

/// A node without its mentions: no question about a part asks for them, and they would bring in every document that names it.
fn without_mentions(json: &str) -> Result<String, GraphError> {
    let mut node: serde_json::Map<String, serde_json::Value> = pointers(json)?;
    node.remove("mentions");
    serde_json::to_string(&node).map_err(|error| GraphError::Stored(error.into()))
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
    differences: Vec<DifferencePointers>,
    #[serde(default)]
    evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
struct DifferencePointers {
    documents: Vec<String>,
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
    kind: NodeKind,
    state: Option<String>,
    #[serde(default)]
    life: Vec<EvidencePointers>,
}

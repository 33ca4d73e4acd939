//! The part of a stored graph that a question needs: what it is about, and whatever that points at.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::asked::{Asked, Several};
use super::guide::{Guide, excerpt, lean_node};
use super::pointers::{
    EdgePointers, MeetingPointers, NodePointers, Wanted, pointers, without_mentions,
};
use super::{GraphError, is_fresh, of_rows};
use crate::archive::{Archive, ArchiveError, GraphRows, StoredNetwork};
use crate::graph::RelationGraph;
use crate::query::{
    Candidates, Excerpt, Lookup, MOST_ORDERED, PathOptions, Stops, candidates, find_node,
};

/// If more nodes than this may be meant, they are not put into the part that a question needs.
const FEW: usize = 20;

/// So many of them are told.
const TOLD: usize = 10;

/// Of more nodes than this nobody looks at the names one by one.
const MOST_LOOKED_AT: usize = 20_000;

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

/// The part of the stored graph in which a question has the same answer as in all of it.
///
/// # Errors
/// Where the archive cannot be read.
pub fn part(
    archive: &Archive,
    question: &Question<'_>,
) -> Result<Asked<RelationGraph>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(Asked::Whole);
    }
    stored_part(archive, question)
}

/// The part of rows that are known to be of the graph that is asked.
pub(super) fn stored_part(
    archive: &Archive,
    question: &Question<'_>,
) -> Result<Asked<RelationGraph>, GraphError> {
    let mut part = Part::of(archive)?;
    let (one, other) = match *question {
        Question::About(typed) => (typed, None),
        Question::Explain(one, other) | Question::Between(one, other) => (one, Some(other)),
    };
    let (from, to) = match part.meant_two(one, other)? {
        Asked::Part(ends) => ends,
        Asked::Several(several) => return Ok(Asked::Several(several)),
        Asked::Whole => return Ok(Asked::Whole),
    };
    match question {
        Question::About(_) => {
            for node in &from {
                part.add_about(node)?;
            }
        }
        Question::Explain(..) => {
            part.add_to_choose(&from, &to)?;
            for one in &from {
                for other in &to {
                    part.rows
                        .edges
                        .extend(archive.graph_edges_between(one, other)?);
                }
            }
        }
        Question::Between(..) if from.len() == 1 && to.len() == 1 => {
            if !part.are_people(from.iter().chain(&to))? {
                return Ok(Asked::Whole);
            }
            for person in from.iter().chain(&to) {
                part.add_about(person)?;
            }
        }
        Question::Between(..) => part.add_to_choose(&from, &to)?,
    }
    part.complete()?;
    Ok(Asked::Part(of_rows(&part.rows)?))
}

/// The paths between two nodes, and the part of the stored graph that has their nodes and the edges between these, for
/// [`crate::query::along`]. Where it is not clear which nodes are meant there are no paths.
///
/// # Errors
/// Where the archive cannot be read.
pub fn path_part(
    archive: &Archive,
    (from, to): (&str, &str),
    options: &PathOptions,
) -> Result<Asked<(RelationGraph, Vec<Stops>)>, GraphError> {
    if !is_fresh(archive)? {
        return Ok(Asked::Whole);
    }
    stored_path_part(archive, (from, to), options)
}

/// The same of rows that are known to be of the graph that is asked.
pub(super) fn stored_path_part(
    archive: &Archive,
    (from, to): (&str, &str),
    options: &PathOptions,
) -> Result<Asked<(RelationGraph, Vec<Stops>)>, GraphError> {
    let mut part = Part::of(archive)?;
    let (from, to) = match part.meant_two(from, Some(to))? {
        Asked::Part(ends) => ends,
        Asked::Several(several) => return Ok(Asked::Several(several)),
        Asked::Whole => return Ok(Asked::Whole),
    };
    part.add_to_choose(&from, &to)?;
    let mut stops = Vec::new();
    if let ([from], [to]) = (from.as_slice(), to.as_slice()) {
        let Some(guide) = part.guide() else {
            return Ok(Asked::Whole);
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
    Ok(Asked::Part((of_rows(&part.rows)?, stops)))
}

/// The ids of the nodes that a first and a second name may mean.
type Ends = (Vec<String>, Vec<String>);

/// A part of a stored graph in the making.
pub(super) struct Part<'a> {
    archive: &'a Archive,
    /// What leads through the graph.
    kept: Option<StoredNetwork<'a>>,
    /// The rows without mentions of nodes that have many, by id, where nothing is kept yet.
    lean: &'a [(String, String)],
    pub(super) rows: GraphRows,
}

impl<'a> Part<'a> {
    pub(super) fn of(archive: &'a Archive) -> Result<Self, ArchiveError> {
        Ok(Self {
            archive,
            kept: archive.graph_network()?,
            lean: &[],
            rows: GraphRows::default(),
        })
    }

    /// The part that is read from rows alone, also where what is kept beside them is of another graph.
    pub(super) fn of_rows_alone(archive: &'a Archive, lean: &'a [(String, String)]) -> Self {
        Self {
            archive,
            kept: None,
            lean,
            rows: GraphRows::default(),
        }
    }

    fn guide(&self) -> Option<Guide<'_, 'a>> {
        self.kept.as_ref().and_then(Guide::of)
    }

    /// The excerpt that is kept of a node.
    pub(super) fn excerpt(&self, node: &str) -> Option<Excerpt> {
        excerpt(self.kept.as_ref()?, node)
    }

    fn lean_node(&self, id: &str) -> Option<String> {
        if let Some(kept) = &self.kept {
            return lean_node(kept, id);
        }
        let at = self
            .lean
            .binary_search_by(|(other, _)| other.as_str().cmp(id));
        at.ok()
            .and_then(|at| self.lean.get(at))
            .map(|(_, json)| json.clone())
    }

    /// The rows of some nodes, of those that have many mentions without these.
    pub(super) fn nodes<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i String>,
    ) -> Result<BTreeMap<String, String>, ArchiveError> {
        let (mut nodes, mut others) = (BTreeMap::new(), Vec::new());
        for id in ids {
            match self.lean_node(id) {
                Some(json) => {
                    nodes.insert(id.clone(), json);
                }
                None => others.push(id),
            }
        }
        nodes.extend(self.archive.graph_nodes(others)?);
        Ok(nodes)
    }

    /// What [`Part::meant`] says of one name, or of two; of the second where the first means one node, for else the first is
    /// what one is asked about.
    fn meant_two(&mut self, one: &str, other: Option<&str>) -> Result<Asked<Ends>, GraphError> {
        let from = match self.meant(one)? {
            Asked::Part(from) => from,
            Asked::Several(several) => return Ok(Asked::Several(several)),
            Asked::Whole => return Ok(Asked::Whole),
        };
        let Some(other) = other.filter(|_| from.len() == 1) else {
            return Ok(Asked::Part((from, Vec::new())));
        };
        Ok(match self.meant(other)? {
            Asked::Part(to) => Asked::Part((from, to)),
            Asked::Several(several) => Asked::Several(several),
            Asked::Whole => Asked::Whole,
        })
    }

    /// The ids of the nodes that a name may mean, put into the part, where they are few. Where nothing is called so, there are none,
    /// and the part has the nodes whose names are near.
    pub(super) fn meant(&mut self, typed: &str) -> Result<Asked<Vec<String>>, GraphError> {
        let meant = match candidates(self.archive, typed)? {
            Candidates::Just(ids) => ids,
            Candidates::Among(ids) if ids.len() > MOST_LOOKED_AT => return Ok(Asked::Whole),
            Candidates::Among(ids) => {
                let few = self.alone(&ids)?;
                let id = |node| few.node(node).map(|node| node.id.clone());
                match find_node(&few, typed) {
                    Lookup::One(node) => id(node).into_iter().collect(),
                    Lookup::Several(nodes) => {
                        let mut ids: Vec<String> = nodes.into_iter().filter_map(id).collect();
                        ids.sort_unstable();
                        ids
                    }
                    Lookup::Missing(_) => {
                        let Some(near) = self.guide().and_then(|guide| guide.near(typed)) else {
                            return Ok(Asked::Whole);
                        };
                        self.add_nodes(&near.into_iter().collect())?;
                        return Ok(Asked::Part(Vec::new()));
                    }
                }
            }
        };
        if meant.len() > FEW {
            let several = self.several(typed, meant)?;
            return Ok(Asked::Several(Box::new(several)));
        }
        let nodes = self.nodes(&meant)?;
        self.rows.nodes.extend(nodes);
        Ok(Asked::Part(meant))
    }

    /// A graph of some nodes and what they point at, and nothing else.
    fn alone<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i String>,
    ) -> Result<RelationGraph, GraphError> {
        let mut alone = Part::of(self.archive)?;
        alone.rows.nodes = self.nodes(ids)?;
        alone.complete()?;
        of_rows(&alone.rows)
    }

    /// The first of many nodes that a name may mean, of which the ids are sorted.
    fn several(&self, typed: &str, mut meant: Vec<String>) -> Result<Several, GraphError> {
        let count = meant.len();
        if count <= MOST_ORDERED {
            let mut degrees = Vec::with_capacity(count);
            for id in meant {
                degrees.push((Reverse(self.archive.graph_degree(&id)?), id));
            }
            degrees.sort_unstable();
            meant = degrees.into_iter().map(|(_, id)| id).collect();
        }
        meant.truncate(TOLD);
        Ok(Several {
            typed: typed.to_owned(),
            count,
            graph: self.alone(&meant)?,
            first: meant,
        })
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
    pub(super) fn add_about(&mut self, node: &str) -> Result<(), GraphError> {
        self.rows.edges.extend(self.archive.graph_edges_at(node)?);
        let meetings = self.archive.graph_meetings_with(node)?;
        self.rows
            .meetings
            .extend(self.archive.graph_meetings(&meetings)?);
        if let Some(code) = node.strip_prefix("state/") {
            let people = self.archive.graph_named(&format!("@{code}"))?;
            let people = self.nodes(&people)?;
            self.rows.nodes.extend(people);
        }
        Ok(())
    }

    /// Puts in whatever the rows point at.
    pub(super) fn complete(&mut self) -> Result<(), GraphError> {
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
            wanted.documents_of_life(node.life);
        }
        self.add_nodes(&states)?;
        for json in states.iter().filter_map(|id| self.rows.nodes.get(id)) {
            let node: NodePointers = pointers(json)?;
            wanted.documents_of_life(node.life);
        }
        self.rows.documents = self.archive.graph_documents(&wanted.documents)?;
        for json in self.rows.nodes.values_mut() {
            *json = without_mentions(json);
        }
        Ok(())
    }

    fn add_nodes(&mut self, ids: &BTreeSet<String>) -> Result<(), GraphError> {
        let missing = |id: &&String| !self.rows.nodes.contains_key(*id);
        let nodes = self.nodes(ids.iter().filter(missing))?;
        self.rows.nodes.extend(nodes);
        Ok(())
    }
}

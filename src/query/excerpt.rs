//! What is told of a node at once: of each list that may be long its beginning, and how long it is. For a house of tens of
//! thousands of members it is kept beside a stored graph, since to work it out takes a look at all of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::about::{About, about_with};
use super::answer::Proof;
use super::meetings::MeetingAnswer;
use crate::graph::{Node, NodeRef, RelationGraph};
use crate::ontology::{NodeKind, StateCode};

/// Entries of a list that an excerpt has.
pub const EXCERPT: usize = 13;

/// With fewer edges, meetings and people than this, all that is known of a node is quickly read.
const CROWD: usize = 500;

/// Excerpts are kept of so many nodes at most, those with most to tell.
const KEPT: usize = 4_000;

/// The beginning of an [`About`]. The numbers of its sources are those of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// What is told, with no more than [`EXCERPT`] entries of each list but of its names and ties, and with the sources of
    /// these entries.
    pub about: About,
    /// How long the lists are.
    pub counts: Counts,
}

/// How many entries the lists of an [`About`] have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Of its life.
    pub life: usize,
    /// Of the offices that it holds.
    pub offices: usize,
    /// Of the offices that are held in it.
    pub members: usize,
    /// Of talks and calls.
    pub meetings: usize,
    /// Of sessions and conferences.
    pub sessions: usize,
    /// Of visits.
    pub visits: usize,
    /// Of people who act for it.
    pub people: usize,
}

impl Counts {
    /// How long the lists are.
    #[must_use]
    pub const fn of(about: &About) -> Self {
        Self {
            life: about.life.len(),
            offices: about.offices.len(),
            members: about.members.len(),
            meetings: about.meetings.len(),
            sessions: about.sessions.len(),
            visits: about.visits.len(),
            people: about.people.len(),
        }
    }
}

impl Excerpt {
    /// The beginning of what is known of a node.
    #[must_use]
    pub fn of(mut about: About) -> Self {
        let counts = Counts::of(&about);
        about.life.truncate(EXCERPT);
        about.offices.truncate(EXCERPT);
        about.members.truncate(EXCERPT);
        about.meetings.truncate(EXCERPT);
        about.sessions.truncate(EXCERPT);
        about.visits.truncate(EXCERPT);
        about.people.truncate(EXCERPT);
        let cited = cited(&about);
        about
            .sources
            .retain(|source| cited.contains(&source.number));
        Self { about, counts }
    }
}

/// The numbers of the sources of what is told.
fn cited(about: &About) -> BTreeSet<usize> {
    let mut cited = BTreeSet::new();
    let mut cite = |proofs: &[Proof]| {
        for proof in proofs {
            if let Proof::Words { source, .. } = proof {
                cited.insert(*source);
            }
        }
    };
    about.life.iter().for_each(|life| cite(&life.evidence));
    let offices = about.offices.iter().chain(&about.members);
    offices.for_each(|office| cite(&office.evidence));
    let edges = about.visits.iter().chain(&about.ties);
    edges.for_each(|edge| cite(&edge.evidence));
    let meetings: Vec<&MeetingAnswer> = about.meetings.iter().chain(&about.sessions).collect();
    for meeting in &meetings {
        cite(&meeting.evidence);
        let outcomes = meeting.outcomes.iter();
        outcomes.for_each(|outcome| cite(&outcome.evidence));
    }
    for meeting in meetings {
        cited.extend(meeting.differences.iter().flat_map(|d| &d.sources));
    }
    cited
}

/// The people of a node that is a state; else nobody.
fn people_of<'p>(node: &Node, people: &'p BTreeMap<StateCode, Vec<NodeRef>>) -> &'p [NodeRef] {
    let code = node.code.filter(|_| node.kind == NodeKind::State);
    let its_people = code.and_then(|code| people.get(&code));
    its_people.map_or(&[], Vec::as_slice)
}

/// The places of the nodes of which there is so much to tell that an excerpt is worth keeping. Of each node, in the order of the
/// ids, is said how many edges it has, in how many meetings it takes part and how many people act for it, together; `None` where
/// that cannot be said.
///
/// ```
/// use interparl::query::crowded;
/// assert_eq!(crowded([Some(3), Some(27_000), None, Some(500)]), [1, 3]);
/// ```
///
/// Complexity: k log k in the number of those with much to tell.
#[must_use]
pub fn crowded(sizes: impl IntoIterator<Item = Option<usize>>) -> Vec<usize> {
    let sizes = sizes.into_iter().enumerate();
    let large = sizes.filter_map(|(at, size)| Some((Reverse(size.filter(|s| *s >= CROWD)?), at)));
    let mut found: Vec<_> = large.collect();
    found.sort_unstable();
    found.truncate(KEPT);
    let mut places: Vec<usize> = found.into_iter().map(|(_, at)| at).collect();
    places.sort_unstable();
    places
}

/// The nodes of a graph of which there is so much to tell that an excerpt of it is worth keeping.
pub struct Crowds<'g, 'p> {
    graph: &'g RelationGraph,
    /// In the order of the ids, each with its part of the pairs.
    nodes: Vec<(NodeRef, &'p [[&'g str; 2]])>,
    /// The people of each state, by id.
    people: BTreeMap<StateCode, Vec<NodeRef>>,
}

impl<'g, 'p> Crowds<'g, 'p> {
    /// Those of a graph, of which is known who takes part in which meeting: pairs of the ids of a node and a meeting, sorted, each
    /// once. Complexity: a look at each node, edge and pair.
    #[must_use]
    pub fn of(graph: &'g RelationGraph, parts: &'p [[&'g str; 2]]) -> Self {
        let mut sizes = vec![0_usize; graph.node_count()];
        for (one, other, _) in graph.ties() {
            for end in [one, other] {
                if let Some(size) = sizes.get_mut(end) {
                    *size += 1;
                }
            }
        }
        let mut people: BTreeMap<StateCode, Vec<NodeRef>> = BTreeMap::new();
        for (at, node) in graph.nodes().filter(|(_, node)| node.kind.is_person()) {
            if let Some(code) = node.state {
                people.entry(code).or_default().push(at);
            }
        }
        let (mut nodes, mut told) = (Vec::new(), Vec::new());
        let mut rest = parts;
        for ((at, node), edges) in graph.nodes().zip(sizes) {
            let earlier = rest.iter().take_while(|[id, _]| *id < node.id.as_str());
            let (_, others) = rest.split_at(earlier.count());
            let its = others.iter().take_while(|[id, _]| *id == node.id);
            let (its, others) = others.split_at(its.count());
            rest = others;
            nodes.push((at, its));
            // What has no code has no key for its people.
            let is_known = node.kind != NodeKind::State || node.code.is_some();
            let size = edges + its.len() + people_of(node, &people).len();
            told.push(is_known.then_some(size));
        }
        let crowded = crowded(told);
        let found = crowded.into_iter().filter_map(|at| nodes.get(at).copied());
        Self {
            graph,
            nodes: found.collect(),
            people,
        }
    }

    /// The excerpts with the ids of their nodes, in the order of these. Complexity: as [`super::about()`] for each, but no look at what
    /// is not of the node.
    pub fn excerpts(&self) -> impl Iterator<Item = (&'g str, Excerpt)> {
        self.nodes.iter().filter_map(|(at, parts)| {
            let node = self.graph.node(*at)?;
            let meetings = parts.iter().filter_map(|[_, id]| self.graph.meeting(id));
            let people = people_of(node, &self.people).iter().copied();
            let about = about_with(self.graph, *at, meetings, people)?;
            Some((node.id.as_str(), Excerpt::of(about)))
        })
    }
}

//! The graph itself: a directed multigraph of [`Node`]s and [`Edge`]s with the meetings and documents beside it.

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::stable_graph::{EdgeIndex, NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef as _, IntoEdgeReferences as _, NodeIndexable as _};

use super::model::{Document, Edge, Meeting, Node, NodeMention};

/// A handle of a node. It stays good as long as the node stays in the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeRef(NodeIndex);

/// An edge with its ends.
#[derive(Debug, Clone, Copy)]
pub struct EdgeRef<'g> {
    /// Where it starts (a person, a part, a commission).
    pub source: NodeRef,
    /// Where it ends.
    pub target: NodeRef,
    /// What it says.
    pub edge: &'g Edge,
    index: EdgeIndex,
}

/// The nodes of a graph by their places in the order of their ids, for those who look at a few of them.
pub(crate) struct Places<'g> {
    graph: &'g RelationGraph,
    sorted: Option<Sorted>,
}

/// The order of nodes that were not put in in it.
struct Sorted {
    /// For each index of a node its place.
    ranks: Vec<usize>,
    /// For each place its node.
    nodes: Vec<NodeRef>,
}

impl<'g> Places<'g> {
    /// The number of nodes.
    pub(crate) fn len(&self) -> usize {
        self.graph.node_count()
    }

    /// The place of a node.
    pub(crate) fn of(&self, node: NodeRef) -> usize {
        let index = node.0.index();
        match &self.sorted {
            Some(sorted) => sorted.ranks.get(index).copied().unwrap_or(usize::MAX),
            None => index,
        }
    }

    /// The node at a place; `None` behind the last one.
    pub(crate) fn at(&self, place: usize) -> Option<(NodeRef, &'g Node)> {
        let node = match &self.sorted {
            Some(sorted) => *sorted.nodes.get(place)?,
            None => NodeRef(NodeIndex::new(place)),
        };
        Some((node, self.graph.node(node)?))
    }

    /// The edges at the node of a place, each with the place of its other end, in an order that means nothing.
    pub(crate) fn ties(&self, place: usize) -> impl Iterator<Item = (usize, &'g Edge)> {
        let node = self.at(place).map(|(node, _)| node.0);
        let directions = [Direction::Outgoing, Direction::Incoming].into_iter();
        directions.flat_map(move |direction| {
            let edges = node.map(|node| self.graph.inner.edges_directed(node, direction));
            edges.into_iter().flatten().map(move |e| {
                let other = match direction {
                    Direction::Outgoing => e.target(),
                    Direction::Incoming => e.source(),
                };
                (self.of(NodeRef(other)), e.weight())
            })
        })
    }
}

/// Why something cannot be put into the graph.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum GraphError {
    /// Two nodes of one id.
    #[error("the node \"{0}\" is there twice")]
    DuplicateNode(String),
    /// Two edges of one pair with one key.
    #[error("the edge \"{key}\" from \"{from}\" to \"{to}\" is there twice")]
    DuplicateEdge {
        /// Id of the source.
        from: String,
        /// Id of the target.
        to: String,
        /// The key.
        key: String,
    },
}

/// The knowledge graph.
///
/// Nodes are found by id and iterated in the order of their ids; edges are iterated by source id, target id and key.
#[derive(Debug, Clone, Default)]
pub struct RelationGraph {
    inner: StableDiGraph<Node, Edge>,
    by_id: BTreeMap<String, NodeIndex>,
    documents: BTreeMap<String, Document>,
    meetings: BTreeMap<String, Meeting>,
    mentions: BTreeMap<NodeRef, Vec<NodeMention>>,
    /// Whether some node was put in behind one of a greater id, so that its index is not its place in the order of the ids.
    is_unsorted: bool,
}

impl RelationGraph {
    /// An empty graph.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a node in.
    ///
    /// # Errors
    /// [`GraphError::DuplicateNode`] where a node of that id is in the graph already.
    pub fn add_node(&mut self, node: Node) -> Result<NodeRef, GraphError> {
        if self.by_id.contains_key(&node.id) {
            return Err(GraphError::DuplicateNode(node.id));
        }
        let id = node.id.clone();
        let last = self.by_id.last_key_value();
        self.is_unsorted |= last.is_some_and(|(last, _)| *last > id);
        let index = self.inner.add_node(node);
        self.by_id.insert(id, index);
        Ok(NodeRef(index))
    }

    /// Puts an edge in. Complexity: a look at each edge that starts at the source.
    ///
    /// # Errors
    /// [`GraphError::DuplicateEdge`] where the pair has an edge of that key already.
    pub fn add_edge(
        &mut self,
        source: NodeRef,
        target: NodeRef,
        edge: Edge,
    ) -> Result<(), GraphError> {
        if self
            .inner
            .edges_connecting(source.0, target.0)
            .any(|e| e.weight().shares_key_with(&edge))
        {
            let id = |n: NodeRef| self.node(n).map_or_else(String::new, |n| n.id.clone());
            return Err(GraphError::DuplicateEdge {
                from: id(source),
                to: id(target),
                key: edge.key(),
            });
        }
        self.put_edge(source, target, edge);
        Ok(())
    }

    /// Puts an edge in of which the caller knows that its pair has none of its key yet. Complexity: constant.
    pub(crate) fn put_edge(&mut self, source: NodeRef, target: NodeRef, edge: Edge) {
        self.inner.add_edge(source.0, target.0, edge);
    }

    /// Puts a document in, or replaces the one of its id.
    pub fn put_document(&mut self, document: Document) {
        self.documents.insert(document.record.id.clone(), document);
    }

    /// Puts a meeting in, or replaces the one of its id.
    pub fn put_meeting(&mut self, meeting: Meeting) {
        self.meetings.insert(meeting.id.clone(), meeting);
    }

    /// Says where a node is mentioned, in place of what was said before. The mentions are sorted, each once.
    pub fn put_mentions(&mut self, node: NodeRef, mut mentions: Vec<NodeMention>) {
        mentions.sort_unstable();
        mentions.dedup();
        mentions.shrink_to_fit();
        self.mentions.insert(node, mentions);
    }

    /// Where a node is mentioned: the first name of each entity of an article that it is, sorted. Empty for a node that no
    /// article names.
    #[must_use]
    pub fn mentions(&self, node: NodeRef) -> &[NodeMention] {
        self.mentions.get(&node).map_or(&[], Vec::as_slice)
    }

    /// The node of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<NodeRef> {
        self.by_id.get(id).copied().map(NodeRef)
    }

    /// The node behind a handle; `None` where the handle is of another graph.
    #[must_use]
    pub fn node(&self, node: NodeRef) -> Option<&Node> {
        self.inner.node_weight(node.0)
    }

    /// All nodes in the order of their ids.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeRef, &Node)> {
        self.by_id
            .values()
            .filter_map(|index| Some((NodeRef(*index), self.inner.node_weight(*index)?)))
    }

    /// All edges, by source id, target id and key. Complexity: m log d in the number of edges and the most at one source.
    #[must_use]
    pub fn edges(&self) -> Vec<EdgeRef<'_>> {
        let ranks = self.ranks();
        let rank = |node: NodeRef| ranks.get(node.0.index()).copied().unwrap_or(usize::MAX);
        let mut edges = Vec::with_capacity(self.inner.edge_count());
        for (source, _) in self.nodes() {
            let from = edges.len();
            let out = self.inner.edges_directed(source.0, Direction::Outgoing);
            edges.extend(out.map(|e| EdgeRef {
                source,
                target: NodeRef(e.target()),
                edge: e.weight(),
                index: e.id(),
            }));
            let of_source: &mut [EdgeRef<'_>] = edges.get_mut(from..).unwrap_or_default();
            of_source.sort_unstable_by_key(|e| (rank(e.target), e.index));
            for of_pair in of_source.chunk_by_mut(|one, other| one.target == other.target) {
                if of_pair.len() > 1 {
                    of_pair.sort_by_cached_key(|e| (e.edge.key(), e.index));
                }
            }
        }
        edges
    }

    /// All edges with the places of their ends in the order of [`RelationGraph::nodes`]; they come in an order that means
    /// nothing. Complexity: constant for each.
    pub(crate) fn ties(&self) -> impl Iterator<Item = (usize, usize, &Edge)> {
        let ranks = self.ranks();
        self.inner.edge_references().filter_map(move |e| {
            let rank = |node: NodeIndex| ranks.get(node.index()).copied();
            Some((rank(e.source())?, rank(e.target())?, e.weight()))
        })
    }

    /// The nodes by their places in the order of their ids. Complexity: constant where they were put in in this order, as they are
    /// where a graph is read that interparl wrote; else a look at each node.
    pub(crate) fn places(&self) -> Places<'_> {
        let sorted = self.is_unsorted.then(|| Sorted {
            ranks: self.ranks(),
            nodes: self.by_id.values().map(|index| NodeRef(*index)).collect(),
        });
        Places {
            graph: self,
            sorted,
        }
    }

    /// For each index of a node its place in the order of the ids.
    fn ranks(&self) -> Vec<usize> {
        let mut ranks = vec![usize::MAX; self.inner.node_bound()];
        for (rank, index) in self.by_id.values().enumerate() {
            ranks
                .get_mut(index.index())
                .into_iter()
                .for_each(|r| *r = rank);
        }
        ranks
    }

    /// The edges that start or end at a node, by source id, target id and key.
    #[must_use]
    pub fn edges_at(&self, node: NodeRef) -> Vec<EdgeRef<'_>> {
        let mut found: Vec<EdgeRef<'_>> = Vec::new();
        for direction in [Direction::Outgoing, Direction::Incoming] {
            for e in self.inner.edges_directed(node.0, direction) {
                let seen = direction == Direction::Incoming && e.source() == e.target();
                if !seen {
                    let (source, target) = (NodeRef(e.source()), NodeRef(e.target()));
                    found.push(EdgeRef {
                        source,
                        target,
                        edge: e.weight(),
                        index: e.id(),
                    });
                }
            }
        }
        self.in_order(found)
    }

    /// Edges of this graph by source id, target id and key.
    pub(crate) fn in_order<'g>(&'g self, mut edges: Vec<EdgeRef<'g>>) -> Vec<EdgeRef<'g>> {
        let id = |n: NodeRef| self.node(n).map_or("", |n| n.id.as_str());
        edges.sort_by_cached_key(|e| (id(e.source), id(e.target), e.edge.key(), e.index));
        edges
    }

    /// The number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.inner.node_count()
    }

    /// The number of edges.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.inner.edge_count()
    }

    /// The documents in the order of their ids.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.values()
    }

    /// The document of an id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.get(id)
    }

    /// The meetings in the order of their ids.
    pub fn meetings(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.values()
    }

    /// The meeting of an id.
    #[must_use]
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings.get(id)
    }
}

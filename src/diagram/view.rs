//! The views of a graph: which picture is drawn.

use super::{DiagramOptions, Drawing, commissions, draw, ego, matrix, offices, paths, timeline};
use crate::graph::{NodeRef, RelationGraph};
use crate::query::{Party, Period, Scope};

/// Which picture of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Who is tied to whom: people and bodies in their states, with meetings, visits and commissions between them.
    Relations,
    /// Who held which office when, on an axis of time; of one person, body or state, or of all.
    Offices(Option<NodeRef>),
    /// Commissions, groups and assemblies with their sides, co-chairs, sessions and lives; those of one node, or all.
    Commissions(Option<NodeRef>),
    /// Meetings and visits in the order of time; those of one node, or all.
    Timeline(Option<NodeRef>),
    /// How often each two states met.
    Matrix,
    /// A node and what it is tied to.
    Ego(NodeRef),
    /// The most telling paths from one node to another.
    Path {
        /// Where they start.
        from: NodeRef,
        /// Where they end.
        to: NodeRef,
        /// At most so many.
        count: usize,
    },
}

/// Draws a view of a graph; `None` where the graph has nothing that the view shows, as for a handle of another graph.
///
/// ```
/// use interparl::diagram::{DiagramOptions, View, draw_view};
/// use interparl::graph::RelationGraph;
/// let (graph, options) = (RelationGraph::new(), DiagramOptions::default());
/// assert!(draw_view(&graph, &View::Relations, &options).is_some());
/// assert!(draw_view(&graph, &View::Matrix, &options).is_none());
/// ```
#[must_use]
pub fn draw_view(graph: &RelationGraph, view: &View, options: &DiagramOptions) -> Option<Drawing> {
    match *view {
        View::Relations => Some(draw(graph, options)),
        View::Offices(of) => offices::draw(graph, of, options),
        View::Commissions(of) => commissions::draw(graph, of, options),
        View::Timeline(of) => timeline::draw(graph, of, options),
        View::Matrix => {
            let scope = Scope::default();
            let found = crate::query::matrix(graph, Party::States, Period::All, &scope);
            matrix::draw_matrix(graph, &found, options)
        }
        View::Ego(node) => ego::draw(graph, node, options),
        View::Path { from, to, count } => paths::draw(graph, from, to, count, options),
    }
}

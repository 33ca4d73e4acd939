//! What to look for between two nodes.

use std::collections::BTreeSet;

use super::weights::PathWeights;
use crate::ontology::{EdgeKind, NodeKind};
use crate::query::scope::Scope;

/// What to look for. The default is three paths of any kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathOptions {
    /// How many paths to give at most.
    pub count: usize,
    /// What a step costs.
    pub weights: PathWeights,
    /// Which nodes and edges a path may have.
    pub kinds: PathKinds,
    /// The time in which ties lie, and how sure they are; its states are not looked at.
    pub scope: Scope,
    /// Only paths that one can go with times that never go backwards.
    pub chronological: bool,
}

/// Which nodes and edges a path may have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PathKinds {
    /// Between its ends only nodes of these kinds; of all where there is none.
    pub through: BTreeSet<NodeKind>,
    /// Between its ends no node of these kinds.
    pub without: BTreeSet<NodeKind>,
    /// Only edges of these kinds; of all where there is none.
    pub over: BTreeSet<EdgeKind>,
    /// No edge of these kinds.
    pub not_over: BTreeSet<EdgeKind>,
}

impl Default for PathOptions {
    fn default() -> Self {
        Self {
            count: 3,
            weights: PathWeights::default(),
            kinds: PathKinds::default(),
            scope: Scope::default(),
            chronological: false,
        }
    }
}

impl PathOptions {
    /// Whether all edges count with what they say by themselves, so that [`Ways`](super::Ways) know all that is needed.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let weights = self.weights.repeated == 0 && self.weights.year == 0;
        let all = self.kinds == PathKinds::default() && self.scope == Scope::default();
        weights && all && !self.chronological
    }
}

impl PathKinds {
    /// Whether a path may pass a node of a kind between its ends.
    #[must_use]
    pub fn may_pass(&self, kind: NodeKind) -> bool {
        (self.through.is_empty() || self.through.contains(&kind)) && !self.without.contains(&kind)
    }

    /// Whether a path may go over an edge of a kind.
    #[must_use]
    pub fn may_go_over(&self, kind: EdgeKind) -> bool {
        (self.over.is_empty() || self.over.contains(&kind)) && !self.not_over.contains(&kind)
    }
}

//! To which disc a node belongs.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{NodeRef, RelationGraph};
use crate::ontology::{EdgeKind, NodeKind, StateCode};

/// Two nodes, by their numbers in the order of ids, and how strongly they are tied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pull {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) weight: f64,
}

/// All pairs of nodes that have edges, each once.
pub(super) fn ties(graph: &RelationGraph) -> Vec<Pull> {
    let numbers: BTreeMap<NodeRef, usize> = graph
        .nodes()
        .enumerate()
        .map(|(number, (node, _))| (node, number))
        .collect();
    let mut pairs: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for edge in graph.edges() {
        let (Some(a), Some(b)) = (numbers.get(&edge.source), numbers.get(&edge.target)) else {
            continue;
        };
        if a != b {
            *pairs.entry((*a.min(b), *a.max(b))).or_default() += weight(edge.edge.kind());
        }
    }
    pairs
        .into_iter()
        .map(|((a, b), weight)| Pull { a, b, weight })
        .collect()
}

/// How much an edge draws its ends together.
const fn weight(kind: EdgeKind) -> f64 {
    match kind {
        EdgeKind::Met => 3.0,
        EdgeKind::Role | EdgeKind::Links => 2.0,
        EdgeKind::Attended | EdgeKind::Visited => 1.0,
        EdgeKind::PartOf => 0.5,
    }
}

/// The number of the disc of each node. Whoever has a state lives with it; a commission or assembly has a disc of its
/// own. A person of no known state lives with the body of no state with which it has most to do; where that is a state,
/// in a disc beside it, with the others of whom that is true: within its circle it would seem to be one of its people.
/// Who has to do with nobody who has a home lives alone.
pub(super) fn homes(graph: &RelationGraph, ties: &[Pull]) -> Vec<usize> {
    let mut of_state: BTreeMap<StateCode, usize> = BTreeMap::new();
    let mut discs = 0;
    let mut homes: Vec<Option<usize>> = Vec::new();
    for (_, node) in graph.nodes() {
        homes.push(match node.code.or(node.state) {
            Some(code) => Some(*of_state.entry(code).or_insert_with(|| {
                discs += 1;
                discs - 1
            })),
            None if is_stateless_body(node.kind) => {
                discs += 1;
                Some(discs - 1)
            }
            None => None,
        });
    }
    let settled = homes.clone();
    let mut drawn: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for tie in ties {
        for (here, there) in [(tie.a, tie.b), (tie.b, tie.a)] {
            let home = settled.get(there).copied().flatten();
            if let (Some(None), Some(home)) = (settled.get(here), home) {
                let to = drawn.entry(here).or_default().entry(home).or_default();
                *to += tie.weight;
            }
        }
    }
    let states: BTreeSet<usize> = of_state.into_values().collect();
    let mut beside: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (node, home) in homes.into_iter().enumerate() {
        let strongest = drawn.get(&node).and_then(|to| {
            to.iter()
                .max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)))
        });
        let mut new = || {
            discs += 1;
            discs - 1
        };
        found.push(match (home, strongest) {
            (Some(home), _) => home,
            (None, Some((state, _))) if states.contains(state) => {
                *beside.entry(*state).or_insert_with(new)
            }
            (None, Some((body, _))) => *body,
            (None, None) => new(),
        });
    }
    found
}

const fn is_stateless_body(kind: NodeKind) -> bool {
    !matches!(kind, NodeKind::Legislator | NodeKind::Official)
}

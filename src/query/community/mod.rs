//! Communities: groups of nodes that have more to do with one another than with the rest.
//!
//! `louvain.rs` divides a network of numbers; this file makes the network and tells of what it was divided into.

mod louvain;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use self::louvain::{Web, louvain, modularity, parted, share};
use super::answer::Brief;
use super::rank::Ranked;
use super::trips::state;
use crate::graph::{NodeRef, RelationGraph, Tie};
use crate::ontology::{NodeKind, StateCode};

/// Members of a community that are named.
const CENTRAL: usize = 5;

/// The communities of a graph.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Communities {
    /// Those of two and more, the largest first, of one size by the id of the first member.
    pub communities: Vec<Community>,
    /// How many nodes have no tie that counts.
    pub alone: usize,
    /// The modularity of the division: how much more of the ties lies within communities than chance would put there, from -0.5
    /// to 1. Rounded to six digits behind the point.
    pub modularity: f64,
}

/// A community.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Community {
    /// How many nodes it has.
    pub size: usize,
    /// The states for which its people act and to which its bodies belong, with the number of these, the most first.
    pub states: Vec<StateShare>,
    /// Its most central members: those with the most ties within it, each with their number; `degree` is that of its neighbours
    /// anywhere.
    pub central: Vec<Ranked>,
    /// The ids of all members, sorted.
    pub members: Vec<String>,
}

/// A state with the number of members that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StateShare {
    /// The state.
    pub state: Brief,
    /// How many.
    pub members: usize,
}

/// The communities of the people and bodies of a graph. A tie counts as often as there are edges between the two; that a chamber is
/// part of a state or parliament counts for nothing, and states are no members, for they would gather all that is theirs. Of
/// the central members only those of some kinds are named, of all where `kinds` is empty.
///
/// # Complexity
/// A few passes over the edges, each with a sort.
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::communities;
/// assert!(communities(&RelationGraph::new(), &[]).communities.is_empty());
/// ```
#[must_use]
pub fn communities(graph: &RelationGraph, kinds: &[NodeKind]) -> Communities {
    let nodes: Vec<NodeRef> = graph
        .nodes()
        .filter(|(_, n)| n.kind != NodeKind::State)
        .map(|(handle, _)| handle)
        .collect();
    let web = web_of(graph, &nodes);
    let of = parted(&web, &louvain(&web));
    let modularity = modularity(&web, &of);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (node, community) in of.iter().enumerate() {
        groups.entry(*community).or_default().push(node);
    }
    let (many, alone): (Vec<_>, Vec<_>) = groups.into_values().partition(|g| g.len() > 1);
    let mut communities: Vec<Community> = many
        .iter()
        .map(|group| told(graph, &nodes, &web, group, kinds))
        .collect();
    communities.sort_by(|a, b| (b.size, &a.members).cmp(&(a.size, &b.members)));
    Communities {
        communities,
        alone: alone.len(),
        modularity,
    }
}

fn told(
    graph: &RelationGraph,
    nodes: &[NodeRef],
    web: &Web,
    group: &[usize],
    kinds: &[NodeKind],
) -> Community {
    let within: BTreeSet<usize> = group.iter().copied().collect();
    let mut states: BTreeMap<StateCode, usize> = BTreeMap::new();
    let mut central: Vec<(u64, Ranked)> = Vec::new();
    let mut members = Vec::new();
    for number in group {
        let Some(node) = nodes.get(*number) else {
            continue;
        };
        let brief = Brief::of(graph, *node);
        members.push(brief.id.clone());
        if let Some(code) = brief.state {
            *states.entry(code).or_default() += 1;
        }
        let near = web.near(*number);
        let inside = near.iter().filter(|(other, _)| within.contains(other));
        let ties: u64 = inside.map(|(_, weight)| weight).sum();
        if kinds.is_empty() || kinds.contains(&brief.kind) {
            let ranked = Ranked {
                node: brief,
                value: share(i128::from(ties), 1),
                standard_error: None,
                degree: near.len(),
            };
            central.push((ties, ranked));
        }
    }
    // The members come by id, and the sort keeps that order.
    central.sort_by_key(|(ties, _)| Reverse(*ties));
    let mut states: Vec<(StateCode, usize)> = states.into_iter().collect();
    states.sort_by_key(|(_, members)| Reverse(*members));
    let shares = states.into_iter().map(|(code, members)| StateShare {
        state: state(graph, code),
        members,
    });
    Community {
        size: group.len(),
        states: shares.collect(),
        central: central.into_iter().take(CENTRAL).map(|(_, r)| r).collect(),
        members,
    }
}

/// The network of some nodes.
fn web_of(graph: &RelationGraph, nodes: &[NodeRef]) -> Web {
    let places: BTreeMap<NodeRef, usize> = nodes.iter().copied().zip(0..).collect();
    let mut web = Web::new(nodes.len());
    for edge in graph.edges() {
        let ends = places.get(&edge.source).zip(places.get(&edge.target));
        let counts = !matches!(edge.edge.tie, Tie::PartOf);
        if let Some((one, other)) = ends.filter(|_| counts) {
            web.tie(*one, *other, 1);
        }
    }
    web
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;
    use proptest::prelude::*;

    #[test]
    fn a_community_tells_its_states_and_central_members() {
        let found = communities(&fixture::two_chambers(), &[]);
        let members: usize = found.communities.iter().map(|c| c.size).sum();
        assert_eq!(members + found.alone, 8, "states are no members");
        for community in &found.communities {
            assert!(community.states.len() <= 2);
            assert_eq!(community.members.len(), community.size);
            let first = community.central.first().unwrap();
            assert!(community.central.iter().all(|c| c.value <= first.value));
        }
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_makes_no_difference(
            ties in prop::collection::vec((0_usize..9, 0_usize..9), 0..30),
            order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
            reverse in any::<bool>(),
        ) {
            let graph = |order: &[usize], ties: &[(usize, usize)]| {
                let mut graph = RelationGraph::new();
                let people = order.iter().map(|n| fixture::person(&format!("person/{n}")));
                people.for_each(|p| _ = graph.add_node(p));
                for (number, (a, b)) in ties.iter().enumerate() {
                    fixture::put_talks(&mut graph, *a.min(b), *a.max(b), number);
                }
                graph
            };
            let unique: BTreeSet<(usize, usize)> = ties.iter().map(|(a, b)| (*a.min(b), *a.max(b))).collect();
            let mut ties: Vec<(usize, usize)> = unique.into_iter().filter(|(a, b)| a != b).collect();
            let plain: Vec<usize> = (0..9).collect();
            let one = communities(&graph(&plain, &ties), &[]);
            if reverse {
                ties.reverse();
            }
            prop_assert_eq!(communities(&graph(&order, &ties), &[]), one.clone());
            let all: BTreeSet<&String> = one.communities.iter().flat_map(|c| &c.members).collect();
            prop_assert_eq!(all.len() + one.alone, 9, "each node is in one community or alone");
        }
    }
}

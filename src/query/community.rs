//! Communities: groups of nodes that have more to do with one another than with the rest.
//!
//! Louvain's way, with whole numbers and a fixed order, so that every machine finds the same: each node goes to the
//! neighbouring community in which it adds most to the modularity, as long as one does; then the communities are the nodes of
//! a smaller network, and so on. What is not connected within a community is parted at the end, which Louvain alone does not do.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;

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
    let web = Web::of(graph, &nodes);
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

/// A network of numbered nodes with the weight of the ties of each two; a node's tie to itself is what lies within it.
struct Web {
    near: Vec<BTreeMap<usize, u64>>,
    /// For each node the weight that lies within it, counted once.
    inside: Vec<u64>,
}

const NOBODY: &BTreeMap<usize, u64> = &BTreeMap::new();

impl Web {
    fn of(graph: &RelationGraph, nodes: &[NodeRef]) -> Self {
        let places: BTreeMap<NodeRef, usize> = nodes.iter().copied().zip(0..).collect();
        let mut web = Self::new(nodes.len());
        for edge in graph.edges() {
            let ends = places.get(&edge.source).zip(places.get(&edge.target));
            let counts = !matches!(edge.edge.tie, Tie::PartOf);
            if let Some((one, other)) = ends.filter(|_| counts) {
                web.tie(*one, *other, 1);
            }
        }
        web
    }

    fn new(size: usize) -> Self {
        Self {
            near: vec![BTreeMap::new(); size],
            inside: vec![0; size],
        }
    }

    fn tie(&mut self, one: usize, other: usize, weight: u64) {
        if one == other {
            self.inside
                .get_mut(one)
                .into_iter()
                .for_each(|w| *w += weight);
            return;
        }
        for (from, to) in [(one, other), (other, one)] {
            if let Some(near) = self.near.get_mut(from) {
                *near.entry(to).or_default() += weight;
            }
        }
    }

    fn near(&self, node: usize) -> &BTreeMap<usize, u64> {
        self.near.get(node).unwrap_or(NOBODY)
    }

    /// The weight of all ties of a node, that within it twice.
    fn degree(&self, node: usize) -> u64 {
        let inside = self.inside.get(node).copied().unwrap_or(0);
        self.near(node).values().sum::<u64>() + 2 * inside
    }

    /// Twice the weight of all ties.
    fn total(&self) -> u64 {
        (0..self.near.len()).map(|node| self.degree(node)).sum()
    }

    /// The network of its communities.
    fn gathered(&self, of: &[usize], size: usize) -> Self {
        let mut web = Self::new(size);
        let community = |node: usize| of.get(node).copied().unwrap_or(0);
        for (node, near) in self.near.iter().enumerate() {
            web.tie(
                community(node),
                community(node),
                self.inside.get(node).copied().unwrap_or(0),
            );
            for (other, weight) in near.range(node..) {
                web.tie(community(node), community(*other), *weight);
            }
        }
        web
    }
}

/// The community of each node, by number.
fn louvain(web: &Web) -> Vec<usize> {
    let mut of: Vec<usize> = (0..web.near.len()).collect();
    let mut level = web.gathered(&of, of.len());
    loop {
        let (moved, size) = numbered(&settled(&level));
        if size == level.near.len() {
            return of;
        }
        for community in &mut of {
            *community = moved.get(*community).copied().unwrap_or(0);
        }
        level = level.gathered(&moved, size);
    }
}

/// Moves each node to the community in which it adds most to the modularity, in order, until none moves any more.
fn settled(web: &Web) -> Vec<usize> {
    let total = i128::from(web.total());
    let degrees: Vec<i128> = (0..web.near.len())
        .map(|n| i128::from(web.degree(n)))
        .collect();
    let mut of: Vec<usize> = (0..web.near.len()).collect();
    let mut sums = degrees.clone();
    let mut moving = true;
    while moving {
        moving = false;
        for (node, degree) in degrees.iter().enumerate() {
            let mut ties: BTreeMap<usize, i128> = BTreeMap::new();
            for (other, weight) in web.near(node) {
                let community = of.get(*other).copied().unwrap_or(0);
                *ties.entry(community).or_default() += i128::from(*weight);
            }
            let home = of.get(node).copied().unwrap_or(0);
            sums.get_mut(home)
                .into_iter()
                .for_each(|sum| *sum -= degree);
            // What the node adds there, times a constant; all in whole numbers, so that equal is equal.
            let adds = |community: usize| {
                let sum = sums.get(community).copied().unwrap_or(0);
                ties.get(&community).copied().unwrap_or(0) * total - sum * degree
            };
            let mut best = (adds(home), home);
            for community in ties.keys() {
                let here = adds(*community);
                if here > best.0 {
                    best = (here, *community);
                }
            }
            sums.get_mut(best.1)
                .into_iter()
                .for_each(|sum| *sum += degree);
            if best.1 != home {
                of.get_mut(node).into_iter().for_each(|c| *c = best.1);
                moving = true;
            }
        }
    }
    of
}

/// The same division with numbers from 0, in the order of the first members, and how many there are.
fn numbered(of: &[usize]) -> (Vec<usize>, usize) {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut renamed = Vec::with_capacity(of.len());
    for community in of {
        let next = numbers.len();
        renamed.push(*numbers.entry(*community).or_insert(next));
    }
    (renamed, numbers.len())
}

/// The division with each community that is not connected parted into what is.
fn parted(web: &Web, of: &[usize]) -> Vec<usize> {
    let mut parts = vec![usize::MAX; of.len()];
    for start in 0..of.len() {
        if parts.get(start) != Some(&usize::MAX) {
            continue;
        }
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            let Some(part) = parts.get_mut(node).filter(|p| **p == usize::MAX) else {
                continue;
            };
            *part = start;
            let same = |other: &&usize| of.get(**other) == of.get(start);
            queue.extend(web.near(node).keys().filter(same));
        }
    }
    parts
}

/// The modularity of a division.
fn modularity(web: &Web, of: &[usize]) -> f64 {
    let total = i128::from(web.total());
    let mut within: BTreeMap<usize, (i128, i128)> = BTreeMap::new();
    for (node, community) in of.iter().enumerate() {
        let near = web.near(node).iter();
        let inside = near.filter(|(other, _)| of.get(**other) == Some(community));
        let inside: u64 = inside.map(|(_, weight)| weight).sum();
        let sums = within.entry(*community).or_default();
        sums.0 += i128::from(inside);
        sums.1 += i128::from(web.degree(node));
    }
    let parts = within
        .values()
        .map(|(inside, sum)| inside * total - sum * sum);
    let all: i128 = parts.sum();
    if total == 0 {
        return 0.0;
    }
    (share(all, total * total) * 1e6).round() / 1e6
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a share is told with six digits"
)]
const fn share(part: i128, of: i128) -> f64 {
    part as f64 / of as f64
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;
    use proptest::prelude::*;

    fn web(size: usize, ties: &[(usize, usize)]) -> Web {
        let mut web = Web::new(size);
        for (one, other) in ties {
            web.tie(*one, *other, 1);
        }
        web
    }

    #[test]
    fn two_rings_with_a_bridge_are_two_communities() {
        let ties = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)];
        let web = web(7, &ties);
        let of = louvain(&web);
        assert_eq!(numbered(&of).0, [0, 0, 0, 1, 1, 1, 2]);
        // As networkx 3.6.1 has it: community.modularity of the same division.
        assert!((modularity(&web, &of) - 0.357_143).abs() < 1e-9);
    }

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

        #[test]
        fn no_node_would_rather_be_elsewhere_and_all_are_connected(
            ties in prop::collection::vec((0_usize..12, 0_usize..12), 0..40),
        ) {
            let web = web(12, &ties);
            let of = parted(&web, &louvain(&web));
            let alone: Vec<usize> = (0..12).collect();
            prop_assert!(modularity(&web, &of) >= modularity(&web, &alone));
            let again = parted(&web, &of);
            prop_assert_eq!(numbered(&again), numbered(&of));
        }
    }
}

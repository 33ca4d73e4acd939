//! The places of the network: every state a disc of its own people and houses, and what belongs to none between them.
//!
//! The same graph gives the same places on every machine: only the four operations and square roots are used, and
//! whatever could be in any order is in the order of ids.

mod disc;
mod force;
mod home;
mod lone;
mod wide;

use crate::graph::RelationGraph;
use crate::ontology::StateCode;

use self::disc::Disc;

/// A place, in units of which about one is a pixel when the network is looked at closely; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Place {
    /// From the left.
    pub(crate) x: f64,
    /// From the top.
    pub(crate) y: f64,
}

/// The disc of a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Group {
    /// Whose disc it is.
    pub(crate) state: StateCode,
    /// Its middle.
    pub(crate) middle: Place,
    /// Its radius.
    pub(crate) radius: f64,
    /// How many nodes are in it.
    pub(crate) members: usize,
}

/// Where everything is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Places {
    /// The place of each node, in the order of their ids.
    pub(crate) nodes: Vec<Place>,
    /// For each node the index of its disc in `groups`; `None` where it lies between the states.
    pub(crate) group_of: Vec<Option<usize>>,
    /// The discs of the states, the largest first.
    pub(crate) groups: Vec<Group>,
}

/// Gives every node its place.
///
/// # Complexity
/// With n nodes, m edges and d discs: O(m log n) for the homes, O(d²) a round of forces (fewer rounds the more discs),
/// and O(k²) for the seats of a disc of k nodes.
pub(crate) fn places(graph: &RelationGraph) -> Places {
    let ties = home::ties(graph);
    let homes = home::homes(graph, &ties);
    let mut discs = disc::discs(graph, &homes);
    let springs = force::springs(&homes, &ties, discs.len());
    force::spread(&mut discs, &springs);
    let nodes = disc::seats(graph, &homes, &ties, &discs);
    let mut order: Vec<usize> = (0..discs.len()).collect();
    let members = |disc: &usize| discs.get(*disc).map_or(0, |d: &Disc| d.members);
    order.sort_by_key(|disc| (std::cmp::Reverse(members(disc)), *disc));
    let mut groups = Vec::new();
    let mut number_of = vec![None; discs.len()];
    for index in order {
        let Some((disc, state)) = discs.get(index).and_then(|d| Some((d, d.state?))) else {
            continue;
        };
        if let Some(slot) = number_of.get_mut(index) {
            *slot = Some(groups.len());
        }
        groups.push(Group {
            state,
            middle: disc.middle,
            radius: disc.radius,
            members: disc.members,
        });
    }
    let group_of = homes
        .iter()
        .map(|home| number_of.get(*home).copied().flatten())
        .collect();
    Places {
        nodes,
        group_of,
        groups,
    }
}

/// A number of things as a factor for lengths.
fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}

#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at what is missing"
)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::explorer::view::tests::graph_of;
    use crate::graph::Node;
    use crate::ontology::NodeKind;

    #[test]
    fn discs_do_not_overlap_and_hold_their_members() {
        let graph = graph_of(7, 40);
        let places = places(&graph);
        assert_eq!(places.nodes.len(), graph.node_count());
        assert_eq!(places.groups.len(), 7);
        for (i, a) in places.groups.iter().enumerate() {
            for b in places.groups.iter().skip(i + 1) {
                let (dx, dy) = (a.middle.x - b.middle.x, a.middle.y - b.middle.y);
                assert!((dx * dx + dy * dy).sqrt() >= a.radius + b.radius);
            }
        }
        for (place, group) in places.nodes.iter().zip(&places.group_of) {
            let Some(group) = group.map(|g| places.groups[g]) else {
                continue;
            };
            let (dx, dy) = (place.x - group.middle.x, place.y - group.middle.y);
            assert!((dx * dx + dy * dy).sqrt() < group.radius);
        }
    }

    #[test]
    fn who_has_no_state_is_in_the_circle_of_none() {
        let edge = |person: &str, house: &str| {
            format!(
                r#"{{"source":"{person}","target":"{house}","kind":"role","role":"member","title":"Member","spells":[],"confidence":0.9}}"#
            )
        };
        let node = |id: &str, kind: &str, state: &str| {
            format!(r#"{{"id":"{id}","kind":"{kind}","name":"{id}"{state}}}"#)
        };
        let nodes = [
            node("person/a", "legislator", ""),
            node("person/b", "official", ""),
            node("person/c", "official", ""),
            node("person/d", "official", r#","state":"XA""#),
            node("xa/house", "chamber", r#","state":"XA""#),
        ];
        let edges = ["person/a", "person/b", "person/d"].map(|person| edge(person, "xa/house"));
        let text = format!(
            r#"{{"graph":{{"schema":1}},"nodes":[{}],"edges":[{}]}}"#,
            nodes.join(","),
            edges.join(",")
        );
        let graph = crate::export::json::read(text.as_bytes());
        let places = places(&graph.unwrap_or_else(|_| RelationGraph::new()));
        assert_eq!(places.group_of, [None, None, None, Some(0), Some(0)]);
        let [group] = places.groups.as_slice() else {
            unreachable!("one state has one disc");
        };
        assert_eq!(group.members, 2);
        for place in &places.nodes[..3] {
            let (dx, dy) = (place.x - group.middle.x, place.y - group.middle.y);
            assert!((dx * dx + dy * dy).sqrt() > group.radius, "{place:?}");
        }
        // Two who have to do with one state stand together, beside it.
        let [a, b] = [places.nodes[0], places.nodes[1]];
        assert!((a.x - b.x).abs() + (a.y - b.y).abs() < 4.0 * group.radius);
    }

    #[test]
    fn the_whole_is_wider_than_high() {
        for (states, people) in [(3, 30), (9, 110), (20, 300)] {
            let groups = places(&graph_of(states, people)).groups;
            let reach = |of: fn(&Group) -> f64| {
                let ends = groups
                    .iter()
                    .flat_map(|g| [of(g) - g.radius, of(g) + g.radius]);
                let (least, most) =
                    ends.fold((f64::MAX, f64::MIN), |(a, b), end| (a.min(end), b.max(end)));
                most - least
            };
            let (wide, high) = (reach(|g| g.middle.x), reach(|g| g.middle.y));
            assert!(wide >= 1.2 * high, "{states} states: {wide} by {high}");
        }
    }

    #[test]
    fn many_whom_nothing_ties_stand_in_rows_below_the_others() {
        let mut graph = graph_of(3, 30);
        let before = places(&graph);
        let lone: Vec<String> = (0..500).map(|n| format!("person/z-lone-{n:03}")).collect();
        for id in &lone {
            let node = Node {
                id: id.clone(),
                kind: NodeKind::Legislator,
                name: id.clone(),
                aliases: BTreeSet::new(),
                state: None,
                form: None,
                code: None,
                wikidata: None,
                names: Vec::new(),
                life: Vec::new(),
            };
            graph.add_node(node).unwrap();
        }
        let after = places(&graph);
        let lowest = |places: &Places| {
            let reach = places.groups.iter().map(|g| g.middle.y + g.radius);
            reach.fold(f64::MIN, f64::max)
        };
        // The others lie as they would without them.
        assert_eq!(before.groups, after.groups);
        for ((_, node), place) in graph.nodes().zip(&after.nodes) {
            assert_eq!(
                node.id.contains("z-lone"),
                place.y > lowest(&after),
                "{}",
                node.id
            );
        }
        let seats: Vec<&Place> = after
            .nodes
            .iter()
            .filter(|p| p.y > lowest(&after))
            .collect();
        assert_eq!(seats.len(), lone.len());
        for (at, a) in seats.iter().enumerate() {
            let apart = |b: &&&Place| (a.x - b.x).abs() > 50.0 || (a.y - b.y).abs() > 50.0;
            assert!(seats[at + 1..].iter().all(|b| apart(&b)));
        }
    }

    #[test]
    fn no_two_nodes_share_a_place() {
        let places = places(&graph_of(5, 30));
        for (i, a) in places.nodes.iter().enumerate() {
            for b in places.nodes.iter().skip(i + 1) {
                let (dx, dy) = (a.x - b.x, a.y - b.y);
                assert!((dx * dx + dy * dy).sqrt() > 20.0, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn the_same_graph_gives_the_same_places() {
        let graph = graph_of(4, 12);
        assert_eq!(places(&graph), places(&graph));
        assert_eq!(places(&RelationGraph::new()), Places::default());
    }
}

//! All names of a graph in one row of bytes, so that for a name that nothing has those that are near are found without reading the
//! graph.

use super::names::{OFFERED, fold_name};
use super::nearness::Nearness;
use crate::graph::{Node, RelationGraph};

/// What stands between two names of a node, and what ends those of a node; no folded name has either.
const NEXT: u8 = b'\n';
const END: u8 = 0;

/// The folded names of all nodes, in the order of their ids: a line feed between two of one node, and a zero byte behind the last.
#[must_use]
pub fn list_names(graph: &RelationGraph) -> Vec<u8> {
    let mut list = Vec::new();
    for (_, node) in graph.nodes() {
        put_names(&mut list, node);
    }
    list
}

/// Puts the names of the next node behind those of the nodes before it in such a list.
pub fn put_names(list: &mut Vec<u8>, node: &Node) {
    list.extend_from_slice(fold_name(&node.name).as_bytes());
    for name in &node.aliases {
        list.push(NEXT);
        list.extend_from_slice(fold_name(name).as_bytes());
    }
    list.push(END);
}

/// The places, in the order of all ids, of the nodes whose names [`super::find_node`] offers for a typed name that none has: three at
/// most, the nearest first. `list` is that of [`list_names`].
///
/// ```
/// use interparl::query::nearest_in_list;
/// assert_eq!(nearest_in_list(b"anna lee\0senate\nupper house\0", "Upperr House"), [1]);
/// ```
///
/// # Complexity
/// One pass over the names, with an edit distance for those that have most letters of the typed one.
#[must_use]
pub fn nearest_in_list(list: &[u8], typed: &str) -> Vec<usize> {
    let folded = fold_name(typed);
    let nearness = Nearness::to(&folded);
    let mut near: Vec<(f64, usize)> = Vec::new();
    for (place, names) in list.split_inclusive(|byte| *byte == END).enumerate() {
        let names = names.strip_suffix(&[END]).unwrap_or(names);
        let names = names.split(|byte| *byte == NEXT);
        let names = names.filter_map(|name| std::str::from_utf8(name).ok());
        let best = names.filter_map(|name| nearness.of(name)).reduce(f64::max);
        near.extend(best.map(|score| (score, place)));
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let places = near.into_iter().map(|(_, place)| place);
    places.take(OFFERED).collect()
}

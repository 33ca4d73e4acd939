//! Yen's algorithm: the cheapest loopless routes in order, by a search for the cheapest one that begins so and does not go on so.
//!
//! This file knows nothing of parliaments, nor of what a route costs.

use std::collections::BTreeSet;

/// The first `count` routes in their order, given the first of them. `nodes` are the nodes of a route; `cheapest` is the first
/// route that begins with some nodes and does not go on to one of a set; one that comes behind a route which it is given is not
/// wanted.
///
/// Source: Jin Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17 (1971).
pub(super) fn routes<R: Ord + Clone>(
    first: Option<R>,
    count: usize,
    nodes: impl Fn(&R) -> &[usize],
    cheapest: impl Fn(&[usize], &BTreeSet<usize>, Option<&R>) -> Option<R>,
) -> Vec<R> {
    let mut found: Vec<R> = Vec::new();
    let mut waiting: BTreeSet<R> = first.into_iter().collect();
    while found.len() < count {
        let Some(route) = waiting.pop_first() else {
            break;
        };
        found.push(route.clone());
        if found.len() == count {
            break;
        }
        let (known, _) = found.split_at(found.len().saturating_sub(1));
        for split in 1..nodes(&route).len() {
            let root = nodes(&route).get(..split).unwrap_or_default();
            // Where an earlier route goes on in the same way, this one closes no way more, and the next one is known.
            let next = nodes(&route).get(..=split).unwrap_or_default();
            if known.iter().any(|known| nodes(known).starts_with(next)) {
                continue;
            }
            let taken: BTreeSet<usize> = found
                .iter()
                .filter(|known| nodes(known).starts_with(root))
                .filter_map(|known| nodes(known).get(split).copied())
                .collect();
            // So many are waited for, and come before whatever is behind the last of them.
            let last = waiting.iter().nth(count - found.len() - 1);
            let new = cheapest(root, &taken, last);
            waiting.extend(new);
        }
    }
    found
}

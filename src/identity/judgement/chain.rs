//! Chains of `same`, and which of them do not count beside a `different`.
//!
//! In come pairs that are one and pairs that are two, each with its judgement; out come those of the first that do not count. What stands in
//! the pairs may be mentions of readings or words of texts: this does not matter here.

use std::collections::{BTreeMap, BTreeSet};

use super::JudgementId;

/// A judged pair, the smaller one first, and the judgement.
pub(super) type Pair<N> = (N, N, JudgementId);

/// Each `same` that a `different` contradicts, with that one. All are looked at beside the whole set, so that it does not matter which comes
/// first: of a chain that leads from one of the two that are told apart to the other those are meant that begin at one of the two.
///
/// Complexity: for each `different` two walks along the chains that its two are in.
pub(super) fn contradicted<N: Ord + Clone>(
    same: &BTreeSet<Pair<N>>,
    different: &BTreeSet<Pair<N>>,
) -> BTreeSet<(Pair<N>, JudgementId)> {
    let chains = Chains::new(same);
    let mut found = BTreeSet::new();
    for (a, b, by) in different {
        for (from, to) in [(a, b), (b, a)] {
            let steps = chains.next.get(from).into_iter().flatten();
            let reached = chains.reached(to, from);
            for (next, pair) in steps {
                if reached.contains(next) {
                    found.insert(((*pair).clone(), by.clone()));
                }
            }
        }
    }
    found
}

/// The sames as steps from one to the next.
struct Chains<'g, N> {
    next: BTreeMap<&'g N, Vec<(&'g N, &'g Pair<N>)>>,
}

impl<'g, N: Ord> Chains<'g, N> {
    fn new(same: &'g BTreeSet<Pair<N>>) -> Self {
        let mut next: BTreeMap<&N, Vec<(&N, &Pair<N>)>> = BTreeMap::new();
        for pair in same {
            let (one, other, _) = pair;
            next.entry(one).or_default().push((other, pair));
            next.entry(other).or_default().push((one, pair));
        }
        Self { next }
    }

    /// Those to whom chains lead from one without passing another, itself among them.
    fn reached(&self, from: &'g N, without: &N) -> BTreeSet<&'g N> {
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for (next, _) in self.next.get(at).into_iter().flatten() {
                if *next != without && seen.insert(*next) {
                    open.push(*next);
                }
            }
        }
        seen
    }
}

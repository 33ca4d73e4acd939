//! How well mentions were told to be of one person: B-cubed and pairwise rates of a grouping.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Counts, Rates};

/// Precision, recall and their harmonic mean, by mentions rather than by facts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BCubed {
    /// Of the mentions that were put together with a mention, the share that belongs there, as a mean over all mentions.
    pub p: f64,
    /// Of the mentions that belong together with a mention, the share that was put there, as a mean over all mentions.
    pub r: f64,
    /// Their harmonic mean.
    pub f1: f64,
}

/// How a grouping of mentions compares with the true one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Grouping {
    /// How many mentions there are.
    pub mentions: usize,
    /// The rates by mention, in which somebody who is mentioned once counts as well.
    pub b_cubed: BCubed,
    /// The rates of the pairs of mentions that are of one bearer.
    pub pairs: Rates,
}

/// Compares a grouping with the true one. In come, for each mention, its true group and the one it was put in, in any order.
///
/// ```
/// use interparl::score::grouping;
///
/// let found = grouping([("a", 1), ("a", 1), ("a", 2), ("b", 2)]);
/// assert_eq!((found.pairs.hits, found.pairs.wrong, found.pairs.missed), (1, 1, 2));
/// assert_eq!(found.b_cubed.p, 0.75);
/// assert_eq!(grouping([("a", 1), ("b", 2)]).b_cubed.f1, 1.0);
/// ```
///
/// Complexity: n log n in the number of mentions.
#[must_use]
pub fn grouping<T: Ord + Clone, F: Ord + Clone>(
    mentions: impl IntoIterator<Item = (T, F)>,
) -> Grouping {
    let mut both: BTreeMap<(T, F), usize> = BTreeMap::new();
    let mut truth: BTreeMap<T, usize> = BTreeMap::new();
    let mut found: BTreeMap<F, usize> = BTreeMap::new();
    for (is, put) in mentions {
        *truth.entry(is.clone()).or_default() += 1;
        *found.entry(put.clone()).or_default() += 1;
        *both.entry((is, put)).or_default() += 1;
    }
    let pairs_of = |counts: &mut dyn Iterator<Item = usize>| -> usize {
        counts.map(|n| n * (n.max(1) - 1) / 2).sum()
    };
    let hits = pairs_of(&mut both.values().copied());
    let wrong = pairs_of(&mut found.values().copied()) - hits;
    let missed = pairs_of(&mut truth.values().copied()) - hits;
    let all: usize = truth.values().sum();
    let (mut p, mut r) = (0.0, 0.0);
    for ((is, put), count) in &both {
        let shared = real(*count) * real(*count);
        p += shared / real(found.get(put).copied().unwrap_or(1));
        r += shared / real(truth.get(is).copied().unwrap_or(1));
    }
    let mean = |sum: f64| if all == 0 { 1.0 } else { sum / real(all) };
    let (p, r) = (mean(p), mean(r));
    Grouping {
        mentions: all,
        b_cubed: BCubed {
            p,
            r,
            f1: 2.0 * p * r / (p + r),
        },
        pairs: Rates::of(Counts {
            hits,
            wrong,
            missed,
        }),
    }
}

/// Counts here stay far below what a float holds.
fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_in_one_has_full_recall_and_all_alone_full_precision() {
        let truth = ["a", "a", "b", "b"];
        let one = grouping(truth.map(|t| (t, 0)));
        assert_eq!((one.b_cubed.p, one.b_cubed.r), (0.5, 1.0));
        assert_eq!((one.pairs.hits, one.pairs.wrong), (2, 4));
        let alone = grouping(truth.into_iter().zip(0..));
        assert_eq!((alone.b_cubed.p, alone.b_cubed.r), (1.0, 0.5));
        assert_eq!(alone.pairs.missed, 2);
    }

    #[test]
    fn nothing_is_told_without_mistakes() {
        let none = grouping(Vec::<(u8, u8)>::new());
        assert_eq!((none.mentions, none.b_cubed.f1), (0, 1.0));
    }
}

//! Texts of nearly the same words: an agency's text that papers reprint with a line before or behind it.
//!
//! Their claims all stay, for each may say something that the others do not; but they are one source, and who repeats words
//! is no second witness.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;

use super::sets::Neighbours;
use crate::claim::Reading;
use crate::text::{Sketch, days_between};

/// From this likeness on, in hundredths, two texts are nearly the same.
const NEARLY: usize = 70;

/// No more days than this lie between two reprints: two weeks. The same words a year later tell of another year.
const APART: i64 = 14;

/// So many texts that share a row of words are compared with each other; where there are more, each with that many that
/// stand next to it. What thousands of texts share is a common ending.
pub(super) const MOST_ALIKE: usize = 32;

/// For each reading those of nearly the same text, itself apart; all as places.
///
/// Complexity: each reading is compared with at most [`MOST_ALIKE`] others for each of eight rows of its words.
pub(super) fn reprints(readings: &[Reading]) -> Vec<BTreeSet<usize>> {
    let mut keys: Vec<(u32, usize)> = Vec::new();
    for (place, reading) in readings.iter().enumerate() {
        let own = reading.sketch.iter().flat_map(Sketch::keys);
        keys.extend(own.map(|key| (*key, place)));
    }
    keys.par_sort_unstable();
    let blocks = keys.chunk_by(|(one, _), (other, _)| one == other);
    let blocks = blocks.filter(|block| block.len() > 1);
    let blocks = blocks.map(|block| block.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    let neighbours = Neighbours::new(blocks, readings.len(), MOST_ALIKE);
    let behind = readings.par_iter().enumerate().map(|(place, reading)| {
        let mut behind = neighbours.behind(place);
        behind.retain(|other| {
            let other = readings.get(*other);
            other.is_some_and(|other| are_reprints(reading, other))
        });
        behind
    });
    let behind: Vec<Vec<usize>> = behind.collect();
    let mut near = vec![BTreeSet::new(); readings.len()];
    for (one, behind) in behind.into_iter().enumerate() {
        for other in behind {
            for (one, other) in [(one, other), (other, one)] {
                if let Some(of) = near.get_mut(one) {
                    of.insert(other);
                }
            }
        }
    }
    near
}

fn are_reprints(one: &Reading, other: &Reading) -> bool {
    may_be_reprints(
        (one.document.date, other.document.date),
        (one.sketch.as_ref(), other.sketch.as_ref()),
    )
}

/// Whether two texts of these days and sketches are nearly the same.
pub(super) fn may_be_reprints(
    days: (Option<Date>, Option<Date>),
    sketches: (Option<&Sketch>, Option<&Sketch>),
) -> bool {
    let near_days = match days {
        (Some(one), Some(other)) => days_between(one, other).abs() <= APART,
        _ => true,
    };
    let alike = sketches.0.zip(sketches.1);
    near_days && alike.is_some_and(|(one, other)| one.likeness(other) >= NEARLY)
}

/// The source of each reading: of itself and its reprints the one of the earliest date, then of the smallest place.
///
/// The reprint of a reprint may be too far from the first text; then it is a source of its own, with the one it repeats.
pub(super) fn sources(readings: &[Reading], reprints: &[BTreeSet<usize>]) -> Vec<usize> {
    let order = |place: &usize| {
        let date = readings.get(*place).and_then(|r| r.document.date);
        (date.is_none(), date, *place)
    };
    let first = |(place, near): (usize, &BTreeSet<usize>)| {
        let all = near.iter().copied().chain([place]);
        all.min_by_key(order).unwrap_or(place)
    };
    reprints.iter().enumerate().map(first).collect()
}

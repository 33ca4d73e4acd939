//! Which states stand on the left and which on the right.

use std::collections::BTreeSet;

use super::super::board::{Board, End};
use super::super::geometry::count;

/// A side of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
}

impl Side {
    const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// What a tie between two states of one side costs, in pixels of uneven height.
const COST_OF_SAME_SIDE: f64 = 60.0;

/// A side for every area, so that states with much in common face each other and both sides are about as high.
/// The first area stands on the left.
pub(super) fn sides(board: &Board) -> Vec<Side> {
    let heights = heights(board);
    let common = in_common(board);
    let mut sides: Vec<Side> = Vec::new();
    for area in 0..board.areas.len() {
        sides.push(Side::Left);
        let left = cost(&sides, &heights, &common);
        if let Some(side) = sides.get_mut(area) {
            *side = Side::Right;
        }
        let right = cost(&sides, &heights, &common);
        if let Some(side) = sides.get_mut(area).filter(|_| left <= right) {
            *side = Side::Left;
        }
    }
    improve(&mut sides, &heights, &common);
    if sides.first() == Some(&Side::Right) {
        for side in &mut sides {
            *side = side.other();
        }
    }
    sides
}

/// Moves single areas over as long as that makes the picture better.
fn improve(sides: &mut [Side], heights: &[f64], common: &[(usize, usize)]) {
    let mut best = cost(sides, heights, common);
    for _ in 0..sides.len().min(40) {
        let before = best;
        for area in 0..sides.len() {
            let mut trial = sides.to_vec();
            if let Some(side) = trial.get_mut(area) {
                *side = side.other();
            }
            let now = cost(&trial, heights, common);
            if now + 0.5 < best {
                best = now;
                sides.copy_from_slice(&trial);
            }
        }
        if best >= before {
            break;
        }
    }
}

fn cost(sides: &[Side], heights: &[f64], common: &[(usize, usize)]) -> f64 {
    let height = |side: Side| -> f64 {
        let of_side = sides.iter().zip(heights).filter(|(s, _)| **s == side);
        of_side.map(|(_, h)| h).sum()
    };
    let same = common
        .iter()
        .filter(|(a, b)| {
            sides
                .get(*a)
                .is_some_and(|side| sides.get(*b) == Some(side))
        })
        .count();
    (height(Side::Left) - height(Side::Right)).abs() + COST_OF_SAME_SIDE * count(same)
}

/// About how high each area is going to be.
fn heights(board: &Board) -> Vec<f64> {
    let of_kind = |area: usize, people: bool| -> f64 {
        let items = board.items.iter().filter(|i| i.area == Some(area));
        items
            .filter(|i| i.what.is_person() == people)
            .map(|i| i.height + 12.0)
            .sum()
    };
    (0..board.areas.len())
        .map(|area| of_kind(area, true).max(of_kind(area, false)) + 90.0)
        .collect()
}

/// The pairs of areas that something ties, once for each such thing.
fn in_common(board: &Board) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut through: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); board.items.len()];
    for tie in &board.ties {
        let (a, b) = (board.area_of(tie.from), board.area_of(tie.to));
        match (a, b, tie.from, tie.to) {
            (Some(a), Some(b), ..) if a != b => pairs.push((a.min(b), a.max(b))),
            (Some(area), None, _, End::Item(item)) | (None, Some(area), End::Item(item), _) => {
                if let Some(areas) = through.get_mut(item) {
                    areas.insert(area);
                }
            }
            _ => {}
        }
    }
    for areas in through {
        let areas: Vec<usize> = areas.into_iter().collect();
        for (index, a) in areas.iter().enumerate() {
            pairs.extend(areas.iter().skip(index + 1).map(|b| (*a, *b)));
        }
    }
    pairs
}

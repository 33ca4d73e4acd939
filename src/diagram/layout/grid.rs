//! Where the five columns are from left to right: as wide as their boxes, as far apart as lines and their words ask for.

use super::super::board::Board;
use super::super::compose::SMALL;
use super::super::metrics::width;
use super::columns::{Anchor, Columns, INSET, MIDDLE};
use super::order::Heights;
use super::port::{Face, label_of};
use super::sides::Side;

/// The free room between people and bodies of a state.
const NARROW_GAP: f64 = 46.0;
/// The room from an area's edge to the boxes in it.
const MARGIN: f64 = 16.0;

/// Where everything is from left to right: for each of the five columns its left edge, its width, and the room on
/// both sides in which lines run level.
pub(super) struct Grid {
    lefts: [f64; 5],
    widths: [f64; 5],
    stubs: [[f64; 2]; 5],
    /// The left edges and the widths of the areas of both sides.
    pub(super) areas: [(f64, f64); 2],
}

impl Grid {
    pub(super) fn of(
        board: &Board,
        columns: &Columns,
        heights: &Heights,
        faces: &[[Face; 2]],
    ) -> Self {
        let mut widths = [0.0_f64; 5];
        for (index, item) in board.items.iter().enumerate() {
            let column = columns.column(Anchor::Item(index));
            let inset = if item.within.is_some() {
                2.0 * INSET
            } else {
                0.0
            };
            if let Some(width) = widths.get_mut(column) {
                *width = width.max(item.width + inset);
            }
        }
        let mut stubs = [[0.0_f64; 2]; 5];
        for (hop, [_, face]) in columns.hops.iter().zip(faces) {
            let label = label_of(board, hop).filter(|_| *face != Face::Upright);
            let label = label.map_or(0.0, |l| width(l, SMALL, false) + 14.0 + INSET);
            let of_column = stubs.get_mut(columns.column(hop.to));
            if let Some(stub) = of_column.and_then(|s| s.get_mut(usize::from(*face == Face::Right)))
            {
                *stub = stub.max(label);
            }
        }
        // Curves over a long way down need more room across.
        let high = heights.areas.iter().map(|(_, h)| *h).sum::<f64>();
        let wide_gap = (56.0 + 0.05 * high).clamp(72.0, 170.0);
        let mut grid = Self {
            lefts: [0.0; 5],
            widths,
            stubs,
            areas: [(0.0, 0.0); 2],
        };
        grid.set(columns, wide_gap);
        grid
    }

    /// Sets the columns one after the other from the left.
    fn set(&mut self, columns: &Columns, wide_gap: f64) {
        let [far_left, left, middle, right, far_right] = self.widths;
        let [s0, s1, s2, s3, s4] = self.stubs;
        let gap = |a: f64, b: f64, stubs: f64| {
            if a > 0.0 && b > 0.0 {
                NARROW_GAP + stubs
            } else {
                0.0
            }
        };
        let (has_left, has_right) = (
            columns.sides.contains(&Side::Left),
            columns.sides.contains(&Side::Right),
        );
        let mut x = 0.0;
        let mut lefts = [0.0; 5];
        let left_gap = gap(far_left, left, s0[1] + s1[0]);
        let right_gap = gap(right, far_right, s3[1] + s4[0]);
        if has_left {
            let inside = (far_left + left_gap + left).max(150.0);
            lefts[0] = x + MARGIN;
            lefts[1] = x + MARGIN + inside - left;
            self.areas[0] = (x, inside + 2.0 * MARGIN);
            x += inside + 2.0 * MARGIN;
        }
        if has_left && middle > 0.0 {
            x += wide_gap + s1[1] + s2[0];
        }
        lefts[MIDDLE] = x;
        x += middle;
        if has_right {
            x += s2[1] + s3[0] + wide_gap;
            let inside = (right + right_gap + far_right).max(150.0);
            lefts[3] = x + MARGIN;
            lefts[4] = x + MARGIN + inside - far_right;
            self.areas[1] = (x, inside + 2.0 * MARGIN);
        }
        self.lefts = lefts;
    }

    pub(super) fn left(&self, column: usize) -> f64 {
        self.lefts.get(column).copied().unwrap_or_default()
    }

    pub(super) fn width(&self, column: usize) -> f64 {
        self.widths.get(column).copied().unwrap_or_default()
    }

    /// Where lines that leave a column by a face may begin to bend.
    pub(super) fn level_until(&self, column: usize, face: Face) -> f64 {
        let stubs = self.stubs.get(column).copied().unwrap_or_default();
        match face {
            Face::Left => self.left(column) - stubs[0],
            Face::Right | Face::Upright => self.left(column) + self.width(column) + stubs[1],
        }
    }
}

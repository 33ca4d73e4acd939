//! What stands above what in each column, and how far down that puts everything.

use super::columns::{Anchor, Columns, MIDDLE};
use super::sides::Side;
use super::stack::{Block, packed_height, stacked, stacked_within};
use super::{super::geometry::count, BAND};

/// The room above and below the boxes of an area.
pub(super) const PADDING: f64 = 16.0;
/// The room between two areas of a side.
const BETWEEN_AREAS: f64 = 26.0;

/// How far down everything is.
#[derive(Debug, Clone, Default)]
pub(super) struct Heights {
    /// The upper edge of each cell.
    pub(super) cells: Vec<f64>,
    /// The upper edge and the height of each area.
    pub(super) areas: Vec<(f64, f64)>,
}

impl Heights {
    pub(super) fn cell(&self, cell: usize) -> f64 {
        self.cells.get(cell).copied().unwrap_or_default()
    }

    pub(super) fn area(&self, area: usize) -> (f64, f64) {
        self.areas.get(area).copied().unwrap_or_default()
    }

    /// The height at which lines meet an anchor.
    pub(super) fn anchor(&self, columns: &Columns, anchor: Anchor) -> f64 {
        match anchor {
            Anchor::Item(item) => {
                let (cell, below) = columns.place(item);
                self.cell(cell) + below
            }
            Anchor::Lane(cell) => {
                let height = columns.cells.get(cell).map_or(0.0, |c| c.height);
                self.cell(cell) + height / 2.0
            }
            Anchor::Band(area) => self.area(area).0 + BAND / 2.0,
        }
    }
}

/// The order of everything.
#[derive(Debug, Clone)]
pub(super) struct Order {
    /// The areas of a side, from top to bottom.
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
    /// For each area its cells with people, and those with bodies.
    pub(super) inner: Vec<Vec<usize>>,
    pub(super) outer: Vec<Vec<usize>>,
    pub(super) middle: Vec<usize>,
}

impl Order {
    /// The members in the order of their ids.
    pub(super) fn first(columns: &Columns) -> Self {
        let areas = columns.sides.len();
        let on = |side: Side| -> Vec<usize> {
            (0..areas).filter(|a| columns.side(*a) == side).collect()
        };
        let cells = |area: usize, inner: bool| -> Vec<usize> {
            let of_area = columns.cells.iter().enumerate();
            let mut found: Vec<usize> = of_area
                .filter(|(_, c)| c.area == Some(area) && matches!(c.column, 1 | 3) == inner)
                .map(|(index, _)| index)
                .collect();
            found.sort_by_key(|c| !on_top(columns, *c));
            found
        };
        let middle = columns.cells.iter().enumerate();
        Self {
            left: on(Side::Left),
            right: on(Side::Right),
            inner: (0..areas).map(|a| cells(a, true)).collect(),
            outer: (0..areas).map(|a| cells(a, false)).collect(),
            middle: middle
                .filter(|(_, c)| c.column == MIDDLE || c.area.is_none())
                .map(|(index, _)| index)
                .collect(),
        }
    }

    /// Sorts every column by the mean height of what its members are tied to.
    pub(super) fn sort(&mut self, columns: &Columns, heights: &Heights) {
        let wish = |cell: usize| wish(columns, heights, cell);
        self.middle.sort_by(|a, b| wish(*a).total_cmp(&wish(*b)));
        self.sort_sides(columns, heights);
        let area_wish = |area: usize| area_wish(columns, heights, area);
        for side in [&mut self.left, &mut self.right] {
            side.sort_by(|a, b| area_wish(*a).total_cmp(&area_wish(*b)));
        }
    }

    /// Sorts what is in the areas, and leaves the areas and the middle as they are.
    pub(super) fn sort_sides(&mut self, columns: &Columns, heights: &Heights) {
        let wish = |cell: usize| wish(columns, heights, cell);
        for inner in &mut self.inner {
            inner.sort_by(|a, b| {
                on_top(columns, *b)
                    .cmp(&on_top(columns, *a))
                    .then(wish(*a).total_cmp(&wish(*b)))
            });
        }
        for outer in &mut self.outer {
            outer.sort_by(|a, b| wish(*a).total_cmp(&wish(*b)));
        }
    }

    /// Gives everything its height, near to where it was or to what it is tied to.
    pub(super) fn place(&self, columns: &Columns, before: &Heights) -> Heights {
        let mut heights = Heights {
            cells: vec![0.0; columns.cells.len()],
            areas: vec![(0.0, 0.0); columns.sides.len()],
        };
        let packed = packed_height(&self.middle_blocks(columns, before));
        for side in [&self.left, &self.right] {
            let blocks: Vec<Block> = side
                .iter()
                .map(|area| Block {
                    wish: area_wish(columns, before, *area),
                    height: self.area_height(columns, *area),
                    gap: BETWEEN_AREAS,
                })
                .collect();
            let own = packed_height(&blocks);
            // Where the middle is higher, the states spread along it; else they stand close together around its middle.
            let room = packed.max(own);
            let middles = if own < packed && side.len() > 1 {
                stacked_within(&blocks, -room / 2.0, room / 2.0)
            } else {
                stacked_within(&blocks, -own / 2.0, own / 2.0)
            };
            for ((area, block), middle) in side.iter().zip(&blocks).zip(middles) {
                self.place_area(
                    columns,
                    *area,
                    middle - block.height / 2.0,
                    block.height,
                    before,
                    &mut heights,
                );
            }
        }
        let blocks = self.middle_blocks(columns, &heights);
        for (cell, middle) in self.middle.iter().zip(stacked(&blocks)) {
            put(columns, &mut heights, *cell, middle);
        }
        heights
    }

    fn middle_blocks(&self, columns: &Columns, heights: &Heights) -> Vec<Block> {
        self.middle
            .iter()
            .map(|cell| block(columns, *cell, wish(columns, heights, *cell), 20.0))
            .collect()
    }

    fn area_height(&self, columns: &Columns, area: usize) -> f64 {
        let packed = |cells: Option<&Vec<usize>>| {
            let cells = cells.map(Vec::as_slice).unwrap_or_default();
            let blocks: Vec<Block> = cells
                .iter()
                .map(|c| block(columns, *c, 0.0, 14.0))
                .collect();
            packed_height(&blocks)
        };
        let inner = packed(self.inner.get(area)).max(packed(self.outer.get(area)));
        if inner > 0.0 {
            BAND + inner + 2.0 * PADDING
        } else {
            BAND
        }
    }

    fn place_area(
        &self,
        columns: &Columns,
        area: usize,
        top: f64,
        height: f64,
        before: &Heights,
        heights: &mut Heights,
    ) {
        if let Some(place) = heights.areas.get_mut(area) {
            *place = (top, height);
        }
        let (first, last) = (top + BAND + PADDING, top + height - PADDING);
        let moved = top - before.area(area).0;
        for cells in [self.inner.get(area), self.outer.get(area)] {
            let cells = cells.map(Vec::as_slice).unwrap_or_default();
            let blocks: Vec<Block> = cells
                .iter()
                .map(|cell| {
                    // People follow the middle, whose heights are those of the last round; bodies follow the people of this one.
                    let is_outer = columns
                        .cells
                        .get(*cell)
                        .is_some_and(|c| matches!(c.column, 0 | 4));
                    let wish = if is_outer {
                        wish(columns, heights, *cell)
                    } else {
                        wish(columns, before, *cell) + moved
                    };
                    block(columns, *cell, wish, 14.0)
                })
                .collect();
            for (cell, middle) in cells.iter().zip(stacked_within(&blocks, first, last)) {
                put(columns, heights, *cell, middle);
            }
        }
    }
}

fn put(columns: &Columns, heights: &mut Heights, cell: usize, middle: f64) {
    let height = columns.cells.get(cell).map_or(0.0, |c| c.height);
    if let Some(top) = heights.cells.get_mut(cell) {
        *top = middle - height / 2.0;
    }
}

fn block(columns: &Columns, cell: usize, wish: f64, gap: f64) -> Block {
    let cell = columns.cells.get(cell);
    Block {
        wish,
        height: cell.map_or(0.0, |c| c.height),
        gap: if cell.is_some_and(|c| c.item.is_none()) {
            gap / 2.0
        } else {
            gap
        },
    }
}

pub(super) fn on_top(columns: &Columns, cell: usize) -> bool {
    columns.cells.get(cell).is_some_and(|c| c.on_top)
}

/// Where a cell's middle would like to be: at the mean of its neighbours, or where it is if it has none.
fn wish(columns: &Columns, heights: &Heights, cell: usize) -> f64 {
    let neighbours = columns.neighbours.get(cell).map(Vec::as_slice);
    let others = neighbours.unwrap_or_default().iter();
    let sum: f64 = others
        .map(|(_, other)| heights.anchor(columns, *other))
        .sum();
    match neighbours.map_or(0, <[_]>::len) {
        0 => {
            let height = columns.cells.get(cell).map_or(0.0, |c| c.height);
            heights.cell(cell) + height / 2.0
        }
        number => sum / count(number),
    }
}

/// Where the middle of an area would like to be: moved as far as its members would like on the average.
fn area_wish(columns: &Columns, heights: &Heights, area: usize) -> f64 {
    let (top, height) = heights.area(area);
    let neighbours = columns.area_neighbours.get(area).map(Vec::as_slice);
    let pairs = neighbours.unwrap_or_default();
    let apart = |(own, other): &(Anchor, Anchor)| {
        heights.anchor(columns, *other) - heights.anchor(columns, *own)
    };
    let sum: f64 = pairs.iter().map(apart).sum();
    top + height / 2.0 + sum / count(pairs.len().max(1))
}

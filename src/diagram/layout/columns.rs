//! The picture of up to a page: five columns, read from both edges to the middle.
//!
//! ```text
//! bodies | people | commissions, meetings, visits | people | bodies
//! \____ states ____/                              \____ states ____/
//! ```
//!
//! Lines run between neighbouring columns only, in the free room between them; a line that has to pass a column gets
//! a lane of its own there. So no line ever runs through a box, and no word lies on another.

use std::collections::BTreeMap;

use super::super::board::{Board, End, TieKind, What};
use super::super::geometry::count;
use super::refine::arrange;
use super::route::routed;
use super::sides::{Side, sides};
use super::{Layout, Placement};

/// Places by columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layered;

impl Layout for Layered {
    fn place(&self, board: &Board) -> Placement {
        let columns = Columns::of(board);
        let heights = arrange(&columns);
        routed(board, &columns, &heights)
    }
}

/// A column, counted from the left; the middle one is 2.
pub(super) type Column = usize;
/// The middle column.
pub(super) const MIDDLE: Column = 2;
/// The room between boxes inside of a parliament, and around them.
pub(super) const INSET: f64 = 9.0;
/// The height of a lane.
const LANE: f64 = 8.0;

/// One place of a column: a box (with what it encloses), or a lane for lines that pass.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) column: Column,
    /// The area that it lies in.
    pub(super) area: Option<usize>,
    pub(super) height: f64,
    /// The box; `None` for a lane.
    pub(super) item: Option<usize>,
    /// Whether it stands above all others of its area, since a line runs from it to the state's name.
    pub(super) on_top: bool,
}

/// Where a hop begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Anchor {
    /// At an item.
    Item(usize),
    /// At a lane, by its cell.
    Lane(usize),
    /// At the name of a state.
    Band(usize),
}

/// A stretch of a tie between neighbouring columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hop {
    pub(super) tie: usize,
    pub(super) kind: TieKind,
    pub(super) from: Anchor,
    pub(super) to: Anchor,
}

/// What stands in which column, and what is tied to what across the gaps.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    pub(super) sides: Vec<Side>,
    pub(super) cells: Vec<Cell>,
    /// For each item its cell, and how far its line of connection is below the cell's top.
    pub(super) places: Vec<(usize, f64)>,
    /// For each item its height, with the room that its lines ask for.
    pub(super) heights: Vec<f64>,
    pub(super) hops: Vec<Hop>,
    /// For each cell the ends of hops in it, with their other ends in other cells.
    pub(super) neighbours: Vec<Vec<(Anchor, Anchor)>>,
    /// For each area the ends of hops in it, with their other ends outside.
    pub(super) area_neighbours: Vec<Vec<(Anchor, Anchor)>>,
    /// The ties of people to the name of their own state, with the person's item.
    pub(super) trunks: Vec<(usize, usize)>,
}

impl Columns {
    fn of(board: &Board) -> Self {
        let mut columns = Self {
            sides: sides(board),
            places: vec![(0, 0.0); board.items.len()],
            heights: heights(board),
            ..Self::default()
        };
        for (index, item) in board.items.iter().enumerate() {
            if item.within.is_none() {
                columns.add_cell(board, index);
            }
        }
        columns.add_hops(board);
        columns.find_neighbours();
        columns
    }

    /// Gathers what is tied to what, once for all rounds.
    fn find_neighbours(&mut self) {
        let mut of_cell = vec![Vec::new(); self.cells.len()];
        let mut of_area = vec![Vec::new(); self.sides.len()];
        for hop in &self.hops {
            for (own, other) in [(hop.from, hop.to), (hop.to, hop.from)] {
                let (cell, other_cell) = (self.cell_of(own), self.cell_of(other));
                let list = cell.filter(|_| cell != other_cell);
                if let Some(list) = list.and_then(|c| of_cell.get_mut(c)) {
                    list.push((own, other));
                }
                let (area, other_area) = (self.area_of(own), self.area_of(other));
                let list = area.filter(|_| area != other_area);
                if let Some(list) = list.and_then(|a| of_area.get_mut(a)) {
                    list.push((own, other));
                }
            }
        }
        (self.neighbours, self.area_neighbours) = (of_cell, of_area);
    }

    /// The cell that an anchor belongs to.
    fn cell_of(&self, anchor: Anchor) -> Option<usize> {
        match anchor {
            Anchor::Item(item) => Some(self.place(item).0),
            Anchor::Lane(cell) => Some(cell),
            Anchor::Band(_) => None,
        }
    }

    fn area_of(&self, anchor: Anchor) -> Option<usize> {
        match anchor {
            Anchor::Band(area) => Some(area),
            Anchor::Item(_) | Anchor::Lane(_) => {
                let cell = self.cell_of(anchor).and_then(|c| self.cells.get(c));
                cell.and_then(|c| c.area)
            }
        }
    }

    fn add_cell(&mut self, board: &Board, index: usize) {
        let Some(item) = board.item(index) else {
            return;
        };
        let has_people = |area: usize| {
            let people = board.items.iter().filter(|i| i.what.is_person());
            people.into_iter().any(|i| i.area == Some(area))
        };
        let column = match item.area {
            None => MIDDLE,
            Some(area) => {
                // Where a state has no people here, its bodies stand at the inner edge.
                let inner = item.what.is_person() || !has_people(area);
                match (self.side(area), inner) {
                    (Side::Left, true) => 1,
                    (Side::Left, false) => 0,
                    (Side::Right, true) => 3,
                    (Side::Right, false) => 4,
                }
            }
        };
        let cell = self.cells.len();
        let own = self.height(index);
        let mut height = own;
        let children: Vec<usize> = enclosed(board, index).collect();
        for child in &children {
            let child_height = self.height(*child);
            self.put(*child, cell, height + child_height / 2.0);
            height += child_height + INSET;
        }
        self.put(index, cell, own / 2.0);
        let is_of_own_state = |t: &&super::super::board::Tie| {
            t.kind == TieKind::Role && t.from == End::Item(index) && is_own_state(board, t)
        };
        self.cells.push(Cell {
            column,
            area: item.area,
            height,
            item: Some(index),
            on_top: board.ties.iter().any(|t| is_of_own_state(&t)),
        });
    }

    fn put(&mut self, item: usize, cell: usize, below: f64) {
        if let Some(place) = self.places.get_mut(item) {
            *place = (cell, below);
        }
    }

    fn add_hops(&mut self, board: &Board) {
        let mut lanes: BTreeMap<(Column, TieKind, End), usize> = BTreeMap::new();
        let mut drawn: BTreeMap<(TieKind, Anchor, Anchor), usize> = BTreeMap::new();
        for (tie, data) in board.ties.iter().enumerate() {
            if let (true, End::Item(person)) = (is_own_state(board, data), data.from) {
                self.trunks.push((tie, person));
                continue;
            }
            let (from, to) = (anchor(data.from), anchor(data.to));
            let mut stops = vec![from];
            for column in self.passed(from, to) {
                let lane = *lanes
                    .entry((column, data.kind, data.to))
                    .or_insert_with(|| {
                        let ends = [data.from, data.to].map(|end| board.area_of(end));
                        let side = if column < MIDDLE {
                            Side::Left
                        } else {
                            Side::Right
                        };
                        let here = ends.into_iter().flatten().find(|a| self.side(*a) == side);
                        self.cells.push(Cell {
                            column,
                            area: here.filter(|_| column != MIDDLE),
                            height: LANE,
                            item: None,
                            on_top: false,
                        });
                        self.cells.len() - 1
                    });
                stops.push(Anchor::Lane(lane));
            }
            stops.push(to);
            for (from, to) in stops.iter().zip(stops.iter().skip(1)) {
                // Lines of one kind that share a lane are one line from there on.
                drawn.entry((data.kind, *from, *to)).or_insert_with(|| {
                    self.hops.push(Hop {
                        tie,
                        kind: data.kind,
                        from: *from,
                        to: *to,
                    });
                    tie
                });
            }
        }
    }

    /// The columns between two anchors, in the order of the way.
    fn passed(&self, from: Anchor, to: Anchor) -> Vec<Column> {
        let (a, b) = (self.position(from), self.position(to));
        let between = (0..=4).filter(|c| a.min(b) < 2 * c && 2 * c < a.max(b));
        let mut columns: Vec<Column> = between.collect();
        if a > b {
            columns.reverse();
        }
        columns
    }

    /// Twice the column; the names of states are between the people and the middle.
    pub(super) fn position(&self, anchor: Anchor) -> usize {
        match anchor {
            Anchor::Band(area) => match self.side(area) {
                Side::Left => 2 * MIDDLE - 1,
                Side::Right => 2 * MIDDLE + 1,
            },
            Anchor::Item(_) | Anchor::Lane(_) => 2 * self.column(anchor),
        }
    }

    /// The column of an anchor; the middle for what is in none.
    pub(super) fn column(&self, anchor: Anchor) -> Column {
        let cell = match anchor {
            Anchor::Item(item) => self.place(item).0,
            Anchor::Lane(cell) => cell,
            Anchor::Band(_) => return MIDDLE,
        };
        self.cells.get(cell).map_or(MIDDLE, |c| c.column)
    }

    pub(super) fn side(&self, area: usize) -> Side {
        self.sides.get(area).copied().unwrap_or(Side::Left)
    }

    pub(super) fn place(&self, item: usize) -> (usize, f64) {
        self.places.get(item).copied().unwrap_or_default()
    }

    pub(super) fn height(&self, item: usize) -> f64 {
        self.heights.get(item).copied().unwrap_or_default()
    }
}

const fn anchor(end: End) -> Anchor {
    match end {
        End::Item(item) => Anchor::Item(item),
        End::Area(area) => Anchor::Band(area),
    }
}

/// The items that lie in the box of another.
pub(super) fn enclosed(board: &Board, whole: usize) -> impl Iterator<Item = usize> {
    let items = board.items.iter().enumerate();
    items
        .filter(move |(_, i)| i.within == Some(whole))
        .map(|(i, _)| i)
}

/// Whether a tie runs from somebody to the state that the person's box lies in.
fn is_own_state(board: &Board, tie: &super::super::board::Tie) -> bool {
    match tie.to {
        End::Area(area) => board.area_of(tie.from) == Some(area),
        End::Item(_) => false,
    }
}

/// The heights of all items: as high as the words, and as the lines that end there ask for.
fn heights(board: &Board) -> Vec<f64> {
    let lines = |index: usize, pitch: f64, labelled: bool| {
        let at = board
            .ties
            .iter()
            .filter(|t| [t.from, t.to].contains(&End::Item(index)));
        let number = at.filter(|t| !labelled || t.label.is_some()).count();
        count(number) * pitch + 8.0
    };
    let items = board.items.iter().enumerate();
    items
        .map(|(index, item)| match item.what {
            What::Node(kind) if kind.is_between_states() => item
                .height
                .max(lines(index, 8.0, false))
                .max(lines(index, 16.0, true)),
            What::Node(_) => item
                .height
                .max(lines(index, 7.0, false))
                .max(lines(index, 16.0, true)),
            What::Meeting | What::Visit { .. } => item.height,
        })
        .collect()
}

//! Giving everything of a board its place. Two engines behind one trait: columns for what fits on a page, forces for more.
//!
//! The same board gives the same places on every machine: only the four operations and square roots are used, and
//! whatever could be in any order is in the order of ids.

mod columns;
mod force;
mod grid;
mod order;
mod port;
mod refine;
mod route;
mod sides;
mod stack;

pub(crate) use columns::Layered;
pub(crate) use force::Forces;

use super::board::Board;
use super::geometry::{Point, Rect};
use super::scene::Step;

/// The height of the strip with a state's name.
pub(crate) const BAND: f64 = 34.0;

/// Places a board.
pub(crate) trait Layout {
    /// Gives every item, area and tie its place. The upper left corner of everything is at the origin.
    fn place(&self, board: &Board) -> Placement;
}

/// Where everything lies.
#[derive(Debug, Clone, Default)]
pub(crate) struct Placement {
    /// One for each item of the board.
    pub(crate) items: Vec<Rect>,
    /// One for each area: the whole of it, with the strip on top.
    pub(crate) areas: Vec<Rect>,
    pub(crate) routes: Vec<Route>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// The course of a tie, or of one stretch of it.
#[derive(Debug, Clone)]
pub(crate) struct Route {
    pub(crate) tie: usize,
    pub(crate) path: Vec<Step>,
    /// The middle of the base line of the tie's label, where this stretch has it.
    pub(crate) label: Option<Point>,
    /// Whether the stretch ends with an arrow head.
    pub(crate) arrow: bool,
}

impl Placement {
    pub(crate) fn item(&self, index: usize) -> Rect {
        self.items.get(index).copied().unwrap_or_default()
    }

    pub(crate) fn area(&self, index: usize) -> Rect {
        self.areas.get(index).copied().unwrap_or_default()
    }

    /// Moves everything so that the upper left corner is at the origin, and measures the whole.
    fn settle(&mut self) {
        let mut all = self.items.iter().chain(&self.areas).copied();
        let first = all.next().unwrap_or_default();
        let whole = all.fold(first, |whole, rect| whole.join(&rect));
        (self.width, self.height) = (whole.width, whole.height);
        self.shift(-whole.x, -whole.y);
    }

    /// The same elsewhere.
    pub(crate) fn moved(mut self, dx: f64, dy: f64) -> Self {
        self.shift(dx, dy);
        self
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        let moved = |p: Point| Point::new(p.x + dx, p.y + dy);
        for rect in self.items.iter_mut().chain(&mut self.areas) {
            *rect = rect.moved(dx, dy);
        }
        for route in &mut self.routes {
            route.label = route.label.map(moved);
            for step in &mut route.path {
                *step = step.moved(dx, dy);
            }
        }
    }
}

//! Looking for an order with few crossings and short lines: first by means, then by small changes.

use super::super::board::TieKind;
use super::super::geometry::count;
use super::columns::{Columns, MIDDLE};
use super::order::{Heights, Order, on_top};

/// So often columns are put in order; after some eight rounds nothing changes any more.
const ROUNDS: usize = 14;
/// So many changes of the best order are tried.
const MOST_TRIALS: usize = 4000;
/// With so few boxes in the middle, two changes at a time are tried.
const FEW: usize = 12;

/// Finds a good order and gives every cell and area its height.
pub(super) fn arrange(columns: &Columns) -> Heights {
    let mut order = Order::first(columns);
    let mut heights = order.place(columns, &Heights::default());
    let mut best = (score(columns, &heights), heights.clone());
    for _ in 0..ROUNDS {
        order.sort(columns, &heights);
        heights = order.place(columns, &heights);
        let now = score(columns, &heights);
        if now < best.0 {
            best = (now, heights.clone());
        }
    }
    refine(columns, order_of(&best.1, order), best)
}

/// The order that heights stand for.
fn order_of(heights: &Heights, mut order: Order) -> Order {
    let by_height = |a: &usize, b: &usize| heights.cell(*a).total_cmp(&heights.cell(*b));
    let by_area = |a: &usize, b: &usize| heights.area(*a).0.total_cmp(&heights.area(*b).0);
    order.middle.sort_by(by_height);
    for cells in order.inner.iter_mut().chain(&mut order.outer) {
        cells.sort_by(by_height);
    }
    order.left.sort_by(by_area);
    order.right.sort_by(by_area);
    order
}

/// Makes small changes as long as they make the picture better.
fn refine(columns: &Columns, order: Order, first: (f64, Heights)) -> Heights {
    let (mut best, mut heights) = first;
    let mut order = order;
    let mut trials = 0;
    loop {
        let before = best;
        for change in order.changes(columns) {
            for trial in trials_of(columns, &order, &change, &heights) {
                trials += 1;
                // The sides follow the middle of the round before, so a second round shows what the change is worth.
                let placed = trial.place(columns, &trial.place(columns, &heights));
                let now = score(columns, &placed);
                if now + 0.5 < best {
                    (best, heights, order) = (now, placed, trial);
                }
            }
            if trials > MOST_TRIALS {
                return heights;
            }
        }
        if best + 0.5 >= before {
            return heights;
        }
    }
}

/// The orders to try for one change: the changed one, the same with the sides following it, and in a small picture
/// the same with one more change at the sides.
fn trials_of(columns: &Columns, order: &Order, change: &Change, heights: &Heights) -> Vec<Order> {
    let changed = order.changed(change);
    let placed = changed.place(columns, heights);
    let mut following = changed.clone();
    following.sort_sides(columns, &placed);
    let mut trials = Vec::new();
    if changed.middle.len() <= FEW {
        for second in changed.changes(columns) {
            if matches!(second, Change::Neighbours { .. }) {
                trials.push(changed.changed(&second));
            }
        }
    }
    trials.extend([changed, following]);
    trials
}

/// A small change of an order.
enum Change {
    /// A cell of the middle goes elsewhere.
    Middle { from: usize, to: usize },
    /// Two neighbours of an area change places.
    Neighbours { area: usize, outer: bool, at: usize },
    /// Two neighbouring areas of a side change places.
    Areas { right: bool, at: usize },
}

impl Order {
    /// All small changes.
    fn changes(&self, columns: &Columns) -> Vec<Change> {
        let mut changes = Vec::new();
        let far = if self.middle.len() > 16 {
            3
        } else {
            usize::MAX
        };
        for from in 0..self.middle.len() {
            for to in 0..self.middle.len() {
                if from != to && from.abs_diff(to) <= far {
                    changes.push(Change::Middle { from, to });
                }
            }
        }
        for (outer, areas) in [(false, &self.inner), (true, &self.outer)] {
            for (area, cells) in areas.iter().enumerate() {
                let pairs = cells.iter().zip(cells.iter().skip(1)).enumerate();
                let free = pairs.filter(|(_, (a, b))| on_top(columns, **a) == on_top(columns, **b));
                changes.extend(free.map(|(at, _)| Change::Neighbours { area, outer, at }));
            }
        }
        for (right, side) in [(false, &self.left), (true, &self.right)] {
            changes.extend((1..side.len()).map(|at| Change::Areas { right, at: at - 1 }));
        }
        changes
    }

    fn changed(&self, change: &Change) -> Self {
        let mut order = self.clone();
        match *change {
            Change::Middle { from, to } => {
                if from < order.middle.len() {
                    let cell = order.middle.remove(from);
                    order.middle.insert(to.min(order.middle.len()), cell);
                }
            }
            Change::Neighbours { area, outer, at } => {
                let areas = if outer {
                    &mut order.outer
                } else {
                    &mut order.inner
                };
                if let Some(cells) = areas.get_mut(area).filter(|c| at + 1 < c.len()) {
                    cells.swap(at, at + 1);
                }
            }
            Change::Areas { right, at } => {
                let side = if right {
                    &mut order.right
                } else {
                    &mut order.left
                };
                if at + 1 < side.len() {
                    side.swap(at, at + 1);
                }
            }
        }
        order
    }
}

/// How bad a placement is: the length of the lines down the page, and the crossings.
fn score(columns: &Columns, heights: &Heights) -> f64 {
    struct Span {
        gap: usize,
        left: f64,
        right: f64,
    }
    let mut length = 0.0;
    let mut spans: Vec<Span> = Vec::new();
    let (mut inside, mut met_middle) = (Vec::new(), Vec::new());
    for hop in &columns.hops {
        let ends = [hop.from, hop.to].map(|a| (columns.position(a), heights.anchor(columns, a)));
        let [(a, above), (b, below)] = ends;
        length += (above - below).abs() * if hop.kind == TieKind::Met { 2.0 } else { 1.0 };
        if a == b {
            inside.push((above.min(below), above.max(below)));
            continue;
        }
        if let Some((_, height)) = ends.iter().find(|(column, _)| *column == 2 * MIDDLE) {
            met_middle.push(*height);
        }
        let (left, right) = if a < b {
            (above, below)
        } else {
            (below, above)
        };
        let gap = usize::midpoint(a.max(b), 1);
        spans.push(Span { gap, left, right });
    }
    let mut crossings = 0;
    for (index, a) in spans.iter().enumerate() {
        let others = spans.iter().skip(index + 1);
        crossings += others
            .filter(|b| a.gap == b.gap && (a.left - b.left) * (a.right - b.right) < 0.0)
            .count();
    }
    // A line between two boxes of the middle goes round all that lies between them, on one side or the other.
    let passed = |(top, bottom): &(f64, f64)| {
        let between = met_middle.iter().filter(|y| top < *y && *y < bottom);
        between.count()
    };
    let passed: usize = inside.iter().map(passed).sum();
    length + 90.0 * count(crossings) + 60.0 * count(passed)
}

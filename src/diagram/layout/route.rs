//! From columns and heights to boxes and lines: widths, the places where lines meet boxes, and their curves.

use super::super::board::{Board, TieKind};
use super::super::compose::SMALL;
use super::super::geometry::{Point, Rect};
use super::super::metrics::width;
use super::super::scene::Step;
use super::columns::{Anchor, Columns, Hop, INSET, MIDDLE, enclosed};
use super::grid::Grid;
use super::order::Heights;
use super::port::{Face, Port, faces, label_of, ports};
use super::sides::Side;
use super::{BAND, Placement, Route};

/// Places boxes and draws lines.
pub(super) fn routed(board: &Board, columns: &Columns, heights: &Heights) -> Placement {
    let faces = faces(columns, heights);
    let grid = Grid::of(board, columns, heights, &faces);
    let mut placement = Placement {
        items: items(board, columns, heights, &grid),
        areas: areas(columns, heights, &grid),
        ..Placement::default()
    };
    let ports = ports(board, columns, heights, &faces, &grid, &placement);
    for (hop, ends) in columns.hops.iter().zip(ports) {
        let route = match ends {
            [from, _] if from.face == Face::Upright => upright(board, hop, &placement),
            _ => route(board, columns, hop, ends, &grid),
        };
        placement.routes.push(route);
    }
    for (tie, person) in &columns.trunks {
        placement
            .routes
            .extend(trunk(board, columns, &placement, *tie, *person));
    }
    placement.settle();
    placement
}

fn items(board: &Board, columns: &Columns, heights: &Heights, grid: &Grid) -> Vec<Rect> {
    let mut rects = vec![Rect::default(); board.items.len()];
    for (index, item) in board.items.iter().enumerate() {
        let column = columns.column(Anchor::Item(index));
        let (cell, below) = columns.place(index);
        let own = columns.height(index);
        let mut height = own;
        if item.within.is_none() {
            height += enclosed(board, index)
                .map(|child| columns.height(child) + INSET)
                .sum::<f64>();
        }
        let inset = if item.within.is_some() { INSET } else { 0.0 };
        // People and bodies of a state are all as wide as their column; what stands between is as wide as its words.
        let wide = if column == MIDDLE {
            item.width
        } else {
            grid.width(column) - 2.0 * inset
        };
        let x = grid.left(column) + (grid.width(column) - wide) / 2.0;
        let y = heights.cell(cell) + below - own / 2.0;
        if let Some(rect) = rects.get_mut(index) {
            *rect = Rect::new(x, y, wide, height);
        }
    }
    rects
}

fn areas(columns: &Columns, heights: &Heights, grid: &Grid) -> Vec<Rect> {
    let sides = columns.sides.iter().enumerate();
    sides
        .map(|(area, side)| {
            let [left, right] = grid.areas;
            let (x, width) = match side {
                Side::Left => left,
                Side::Right => right,
            };
            let (top, height) = heights.area(area);
            Rect::new(x, top, width, height)
        })
        .collect()
}

/// The course of a hop: level out of the first box, a curve, level into the second.
fn route(board: &Board, columns: &Columns, hop: &Hop, ends: [Port; 2], grid: &Grid) -> Route {
    let [from, to] = ends;
    let (a, b) = (
        Point::new(from.level_until, from.at.y),
        Point::new(to.level_until, to.at.y),
    );
    let bulge = if from.face == to.face {
        (22.0 + 0.22 * (a.y - b.y).abs()).min(84.0)
    } else {
        ((a.x - b.x).abs() * 0.5).max(18.0)
    };
    let mut path = vec![Step::Move(from.at)];
    if let Anchor::Lane(_) = hop.from {
        // The lane itself is drawn with what leaves it.
        let column = columns.column(hop.from);
        let x = match from.face {
            Face::Left => grid.left(column) + grid.width(column),
            Face::Right | Face::Upright => grid.left(column),
        };
        path = vec![Step::Move(Point::new(x, from.at.y))];
    }
    path.push(Step::Line(a));
    path.push(Step::Curve(
        Point::new(a.x + bulge * from.face.sign(), a.y),
        Point::new(b.x + bulge * to.face.sign(), b.y),
        b,
    ));
    path.push(Step::Line(to.at));
    let label = label_of(board, hop).map(|words| {
        let half = width(words, SMALL, false) / 2.0;
        // Words stand clear of the box that encloses the one where the line ends.
        let enclosed =
            matches!(hop.to, Anchor::Item(i) if board.item(i).is_some_and(|i| i.within.is_some()));
        let clear = half + 7.0 + if enclosed { INSET } else { 0.0 };
        Point::new(to.at.x + clear * to.face.sign(), to.at.y - 3.5)
    });
    Route {
        tie: hop.tie,
        path,
        label,
        arrow: hop.kind.has_arrow() && matches!(hop.to, Anchor::Band(_)),
    }
}

/// The course of a hop between neighbours of the middle column: straight down.
fn upright(board: &Board, hop: &Hop, placement: &Placement) -> Route {
    let rect = |anchor: Anchor| match anchor {
        Anchor::Item(item) => placement.item(item),
        Anchor::Lane(_) | Anchor::Band(_) => Rect::default(),
    };
    let (from, to) = (rect(hop.from), rect(hop.to));
    let (upper, lower) = if from.y < to.y {
        (from, to)
    } else {
        (to, from)
    };
    let x = to.centre().x;
    let (top, bottom) = (Point::new(x, upper.bottom()), Point::new(x, lower.y));
    let label = label_of(board, hop).map(|words| {
        let half = width(words, SMALL, false) / 2.0;
        Point::new(
            x + 6.0 + half,
            f64::midpoint(top.y, bottom.y) + SMALL * 0.36,
        )
    });
    Route {
        tie: hop.tie,
        path: vec![Step::Move(top), Step::Line(bottom)],
        label,
        arrow: false,
    }
}

/// The line from a person to the name of the state that the box lies in: out at the back and up.
fn trunk(
    board: &Board,
    columns: &Columns,
    placement: &Placement,
    tie: usize,
    person: usize,
) -> Option<Route> {
    if board.ties.get(tie)?.kind != TieKind::Role {
        return None;
    }
    let rect = placement.item(person);
    let area = placement.area(board.item(person)?.area?);
    let (x, back) = match columns.side(board.item(person)?.area?) {
        Side::Left => (rect.x, -1.0),
        Side::Right => (rect.right(), 1.0),
    };
    // Where somebody above has such a line already, this one ends there.
    let middle =
        |(_, other): &(usize, usize)| (board.item(*other), placement.item(*other).centre().y);
    let above = columns.trunks.iter().map(middle);
    let end = above
        .filter(|(other, y)| {
            other.is_some_and(|o| o.area == board.item(person).and_then(|i| i.area))
                && *y < rect.centre().y
        })
        .map(|(_, y)| y - 6.0)
        .fold(area.y + BAND, f64::max);
    let (y, radius, far) = (rect.centre().y, 6.0, x + 10.0 * back);
    let corner = Point::new(far, y);
    let path = vec![
        Step::Move(Point::new(x, y)),
        Step::Line(Point::new(far - radius * back, y)),
        Step::Curve(corner, corner, Point::new(far, y - radius)),
        Step::Line(Point::new(far, end)),
    ];
    Some(Route {
        tie,
        path,
        label: None,
        arrow: false,
    })
}

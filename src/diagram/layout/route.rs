//! From columns and heights to boxes and lines: widths, the places where lines meet boxes, and their curves.

use std::collections::BTreeMap;

use super::super::board::{Board, End, TieKind};
use super::super::compose::SMALL;
use super::super::geometry::{Point, Rect, count};
use super::super::metrics::width;
use super::super::scene::Step;
use super::columns::{Anchor, Columns, Hop, INSET, MIDDLE, enclosed};
use super::order::Heights;
use super::sides::Side;
use super::{BAND, Placement, Route};

/// The free room between people and bodies of a state.
const NARROW_GAP: f64 = 46.0;
/// The room from an area's edge to the boxes in it.
const MARGIN: f64 = 16.0;
/// Lines with words keep this distance where they meet a box.
const LABEL_PITCH: f64 = 16.0;

/// Whether a line leaves a box to the left or to the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Face {
    Left,
    Right,
}

impl Face {
    const fn sign(self) -> f64 {
        match self {
            Self::Left => -1.0,
            Self::Right => 1.0,
        }
    }
}

/// Where everything is from left to right: for each of the five columns its left edge, its width, and the room on
/// both sides in which lines run level.
struct Grid {
    lefts: [f64; 5],
    widths: [f64; 5],
    stubs: [[f64; 2]; 5],
    /// The left edges and the widths of the areas of both sides.
    areas: [(f64, f64); 2],
}

/// One end of a hop: the box, the face, the height.
#[derive(Debug, Clone, Copy)]
struct Port {
    at: Point,
    face: Face,
    /// Where the line may begin to bend.
    level_until: f64,
}

/// Places boxes and draws lines.
pub(super) fn routed(board: &Board, columns: &Columns, heights: &Heights) -> Placement {
    let faces = faces(columns);
    let grid = Grid::of(board, columns, heights, &faces);
    let mut placement = Placement {
        items: items(board, columns, heights, &grid),
        areas: areas(columns, heights, &grid),
        ..Placement::default()
    };
    let ports = ports(board, columns, heights, &faces, &grid, &placement);
    for (hop, ends) in columns.hops.iter().zip(ports) {
        placement
            .routes
            .push(route(board, columns, hop, ends, &grid));
    }
    for (tie, person) in &columns.trunks {
        placement
            .routes
            .extend(trunk(board, columns, &placement, *tie, *person));
    }
    placement.settle();
    placement
}

/// The faces of both ends of every hop.
fn faces(columns: &Columns) -> Vec<[Face; 2]> {
    let mut used: BTreeMap<(Anchor, Face), usize> = BTreeMap::new();
    let mut faces = Vec::with_capacity(columns.hops.len());
    for hop in &columns.hops {
        let (a, b) = (columns.position(hop.from), columns.position(hop.to));
        let pair = if a < b {
            [Face::Right, Face::Left]
        } else if a > b {
            [Face::Left, Face::Right]
        } else {
            // Both in one column: through the gap on the inner side, in the middle through the less used one.
            let face = match columns.column(hop.from).cmp(&MIDDLE) {
                std::cmp::Ordering::Less => Face::Right,
                std::cmp::Ordering::Greater => Face::Left,
                std::cmp::Ordering::Equal => {
                    let number = |face| used.get(&(hop.to, face)).copied().unwrap_or_default();
                    if number(Face::Left) <= number(Face::Right) {
                        Face::Left
                    } else {
                        Face::Right
                    }
                }
            };
            [face, face]
        };
        // The name of a state is met from the middle only.
        let inner = |anchor: Anchor, face: Face| match anchor {
            Anchor::Band(area) => match columns.side(area) {
                Side::Left => Face::Right,
                Side::Right => Face::Left,
            },
            Anchor::Item(_) | Anchor::Lane(_) => face,
        };
        let [from, to] = pair;
        let pair = [inner(hop.from, from), inner(hop.to, to)];
        for (anchor, face) in [hop.from, hop.to].into_iter().zip(pair) {
            *used.entry((anchor, face)).or_default() += 1;
        }
        faces.push(pair);
    }
    faces
}

impl Grid {
    fn of(board: &Board, columns: &Columns, heights: &Heights, faces: &[[Face; 2]]) -> Self {
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
            let label = label_of(board, hop).map_or(0.0, |l| width(l, SMALL, false) + 14.0);
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

    fn left(&self, column: usize) -> f64 {
        self.lefts.get(column).copied().unwrap_or_default()
    }

    fn width(&self, column: usize) -> f64 {
        self.widths.get(column).copied().unwrap_or_default()
    }

    /// Where lines that leave a column by a face may begin to bend.
    fn level_until(&self, column: usize, face: Face) -> f64 {
        let stubs = self.stubs.get(column).copied().unwrap_or_default();
        match face {
            Face::Left => self.left(column) - stubs[0],
            Face::Right => self.left(column) + self.width(column) + stubs[1],
        }
    }
}

/// The words of a hop, if it is the one that has the tie's words.
fn label_of<'b>(board: &'b Board, hop: &Hop) -> Option<&'b str> {
    let tie = board.ties.get(hop.tie)?;
    let is_last = match (hop.to, tie.to) {
        (Anchor::Item(a), End::Item(b)) | (Anchor::Band(a), End::Area(b)) => a == b,
        _ => false,
    };
    tie.label.as_deref().filter(|_| is_last)
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
            let (x, width) = grid.areas[usize::from(*side == Side::Right)];
            let (top, height) = heights.area(area);
            Rect::new(x, top, width, height)
        })
        .collect()
}

/// Both ends of every hop.
fn ports(
    board: &Board,
    columns: &Columns,
    heights: &Heights,
    faces: &[[Face; 2]],
    grid: &Grid,
    placement: &Placement,
) -> Vec<[Port; 2]> {
    // All ends at one face of one box, each with the height that it comes from: that is their order.
    let mut at_face: BTreeMap<(Anchor, Face), Vec<(f64, usize, usize)>> = BTreeMap::new();
    for (index, (hop, faces)) in columns.hops.iter().zip(faces).enumerate() {
        let ends = [hop.from, hop.to];
        for (end, (anchor, face)) in ends.into_iter().zip(*faces).enumerate() {
            let other = if end == 0 { hop.to } else { hop.from };
            let from = heights.anchor(columns, other);
            at_face
                .entry((anchor, face))
                .or_default()
                .push((from, index, end));
        }
    }
    let unset = Port {
        at: Point::default(),
        face: Face::Left,
        level_until: 0.0,
    };
    let mut ports = vec![[unset; 2]; columns.hops.len()];
    for ((anchor, face), mut ends) in at_face {
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let middle = heights.anchor(columns, anchor);
        let labelled = ends.iter().any(|(_, hop, end)| {
            let hop = columns.hops.get(*hop).filter(|_| *end == 1);
            hop.is_some_and(|hop| label_of(board, hop).is_some())
        });
        let pitch = pitch(board, columns, anchor, labelled, ends.len());
        for (place, (_, hop, end)) in ends.iter().enumerate() {
            let y = middle + pitch * (count(place) - (count(ends.len()) - 1.0) / 2.0);
            let port = port(columns, grid, placement, anchor, face, y);
            if let Some(slot) = ports.get_mut(*hop).and_then(|p| p.get_mut(*end)) {
                *slot = port;
            }
        }
    }
    ports
}

/// The distance of lines at one face of a box.
fn pitch(board: &Board, columns: &Columns, anchor: Anchor, labelled: bool, lines: usize) -> f64 {
    let (most, room) = match anchor {
        Anchor::Lane(_) => return 0.0,
        Anchor::Band(_) => (7.0, BAND - 10.0),
        Anchor::Item(item) => {
            if board.item(item).is_none_or(|i| i.what.is_label()) {
                return 0.0;
            }
            let most = if labelled { LABEL_PITCH } else { 10.0 };
            (most, columns.height(item) - 10.0)
        }
    };
    most.min(room / count(lines.saturating_sub(1).max(1)))
}

fn port(
    columns: &Columns,
    grid: &Grid,
    placement: &Placement,
    anchor: Anchor,
    face: Face,
    y: f64,
) -> Port {
    let column = columns.column(anchor);
    let rect = match anchor {
        Anchor::Item(item) => placement.item(item),
        Anchor::Lane(_) => Rect::new(grid.left(column), y, grid.width(column), 0.0),
        Anchor::Band(area) => placement.area(area),
    };
    let x = match face {
        Face::Left => rect.x,
        Face::Right => rect.right(),
    };
    let level_until = match anchor {
        Anchor::Band(_) => x + 10.0 * face.sign(),
        Anchor::Item(_) | Anchor::Lane(_) => grid.level_until(column, face),
    };
    Port {
        at: Point::new(x, y),
        face,
        level_until,
    }
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
            Face::Right => grid.left(column),
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
    let (y, radius, far) = (rect.centre().y, 6.0, x + 10.0 * back);
    let corner = Point::new(far, y);
    let path = vec![
        Step::Move(Point::new(x, y)),
        Step::Line(Point::new(far - radius * back, y)),
        Step::Curve(corner, corner, Point::new(far, y - radius)),
        Step::Line(Point::new(far, area.y + BAND)),
    ];
    Some(Route {
        tie,
        path,
        label: None,
        arrow: false,
    })
}

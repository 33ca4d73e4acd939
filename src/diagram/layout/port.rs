//! Where lines meet boxes: on which side, and how far down.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::super::board::{Board, End};
use super::super::geometry::{Point, Rect, count};
use super::columns::{Anchor, Columns, Hop, MIDDLE};
use super::grid::Grid;
use super::order::Heights;
use super::sides::Side;
use super::{BAND, Placement};

/// Lines with words keep this distance where they meet a box.
const LABEL_PITCH: f64 = 16.0;

/// By which side a line leaves a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    Left,
    Right,
    /// Up or down to the neighbour in the middle column.
    Upright,
}

impl Face {
    pub(super) const fn sign(self) -> f64 {
        match self {
            Self::Left => -1.0,
            Self::Right => 1.0,
            Self::Upright => 0.0,
        }
    }
}

/// One end of a hop: the box, the face, the height.
#[derive(Debug, Clone, Copy)]
pub(super) struct Port {
    pub(super) at: Point,
    pub(super) face: Face,
    /// Where the line may begin to bend.
    pub(super) level_until: f64,
}

/// The faces of both ends of every hop.
pub(super) fn faces(columns: &Columns, heights: &Heights) -> Vec<[Face; 2]> {
    let mut used: BTreeMap<(Anchor, Face), usize> = BTreeMap::new();
    let mut faces = Vec::with_capacity(columns.hops.len());
    let upright = upright(columns, heights);
    for (index, hop) in columns.hops.iter().enumerate() {
        if upright.contains(&index) {
            faces.push([Face::Upright; 2]);
            continue;
        }
        let (a, b) = (columns.position(hop.from), columns.position(hop.to));
        let pair = match a.cmp(&b) {
            Ordering::Less => [Face::Right, Face::Left],
            Ordering::Greater => [Face::Left, Face::Right],
            // Both in one column: through the gap on the inner side, in the middle through the less used one.
            Ordering::Equal => match columns.column(hop.from).cmp(&MIDDLE) {
                Ordering::Less => [Face::Right; 2],
                Ordering::Greater => [Face::Left; 2],
                Ordering::Equal => {
                    let number = |face| used.get(&(hop.to, face)).copied().unwrap_or_default();
                    if number(Face::Left) <= number(Face::Right) {
                        [Face::Left; 2]
                    } else {
                        [Face::Right; 2]
                    }
                }
            },
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

/// The hops between neighbours of the middle column, one for each pair: they run straight down.
fn upright(columns: &Columns, heights: &Heights) -> BTreeSet<usize> {
    let cells = columns.cells.iter().enumerate();
    let mut middle: Vec<usize> = cells
        .filter(|(_, c)| c.column == MIDDLE)
        .map(|(index, _)| index)
        .collect();
    middle.sort_by(|a, b| heights.cell(*a).total_cmp(&heights.cell(*b)));
    let neighbours: BTreeSet<(usize, usize)> = middle
        .iter()
        .zip(middle.iter().skip(1))
        .map(|(a, b)| (*a.min(b), *a.max(b)))
        .collect();
    let mut taken = BTreeSet::new();
    let mut upright = BTreeSet::new();
    for (index, hop) in columns.hops.iter().enumerate() {
        let (Anchor::Item(a), Anchor::Item(b)) = (hop.from, hop.to) else {
            continue;
        };
        let (a, b) = (columns.place(a).0, columns.place(b).0);
        let pair = (a.min(b), a.max(b));
        if neighbours.contains(&pair) && taken.insert(pair) {
            upright.insert(index);
        }
    }
    upright
}

/// The words of a hop, if it is the one that has the tie's words.
pub(super) fn label_of<'b>(board: &'b Board, hop: &Hop) -> Option<&'b str> {
    let tie = board.ties.get(hop.tie)?;
    let is_last = match (hop.to, tie.to) {
        (Anchor::Item(a), End::Item(b)) | (Anchor::Band(a), End::Area(b)) => a == b,
        _ => false,
    };
    tie.label.as_deref().filter(|_| is_last)
}

/// The height that a line comes from, its hop, and which end of it: 0 or 1.
type Arrival = (f64, usize, usize);

/// Both ends of every hop.
pub(super) fn ports(
    board: &Board,
    columns: &Columns,
    heights: &Heights,
    faces: &[[Face; 2]],
    grid: &Grid,
    placement: &Placement,
) -> Vec<[Port; 2]> {
    // All ends at one face of one box, each with the height that it comes from: that is their order.
    let mut at_face: BTreeMap<(Anchor, Face), Vec<Arrival>> = BTreeMap::new();
    for (index, (hop, faces)) in columns.hops.iter().zip(faces).enumerate() {
        let ends = [hop.from, hop.to];
        for (end, (anchor, face)) in ends.into_iter().zip(*faces).enumerate() {
            if face == Face::Upright {
                continue;
            }
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
        face: Face::Upright,
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
        Face::Upright => rect.centre().x,
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

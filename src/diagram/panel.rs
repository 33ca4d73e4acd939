//! Panels with boxes around a box in the middle, with a line from it to each.

use super::board::{Item, TieKind};
use super::geometry::{Point, Rect, count};
use super::paint;
use super::pen;
use super::scene::{Dash, Group, Mark, Part, Step, Stroke};
use super::sheet::Picture;
use super::theme::Palette;

/// Boxes that are tied to the middle in one way.
pub(crate) struct Panel {
    pub(crate) title: String,
    /// How the line to it is drawn.
    pub(crate) kind: TieKind,
    pub(crate) items: Vec<Item>,
}

/// The room between boxes.
const GAP: f64 = 8.0;
/// The room around the boxes of a panel.
const INSET: f64 = 12.0;
/// The strip with a panel's title.
const STRIP: f64 = 28.0;
/// The room between panels.
const BETWEEN: f64 = 16.0;
/// The room between the middle and the panels.
const FAN: f64 = 84.0;
/// The room between the two borders of the box in the middle.
const RING: f64 = 5.0;
/// The width of a box.
const WIDE: f64 = 210.0;

/// A panel with the places of its boxes, from the panel's own corner.
struct Placed<'p> {
    panel: &'p Panel,
    boxes: Vec<Rect>,
    width: f64,
    height: f64,
}

impl<'p> Placed<'p> {
    /// Boxes in columns of about the same height, filled from the top, one column after the other.
    fn new(panel: &'p Panel, columns: usize) -> Self {
        let each = panel.items.len().div_ceil(columns).max(1);
        let (mut boxes, mut tallest) = (Vec::new(), 0.0_f64);
        for (column, items) in panel.items.chunks(each).enumerate() {
            let x = INSET + (WIDE + GAP) * count(column);
            let mut y = STRIP;
            for item in items {
                boxes.push(Rect::new(x, y, WIDE, item.height));
                y += item.height + GAP;
            }
            tallest = tallest.max(y - GAP);
        }
        let used = panel.items.len().div_ceil(each).max(1);
        Self {
            panel,
            boxes,
            width: 2.0 * INSET + (WIDE + GAP) * count(used) - GAP,
            height: tallest + INSET,
        }
    }
}

/// Places and paints panels on both sides of a box in the middle.
pub(crate) fn around(centre: &Item, panels: &[Panel], palette: &Palette) -> Picture {
    let boxes: usize = panels.iter().map(|p| p.items.len()).sum();
    let placed: Vec<Placed<'_>> = panels
        .iter()
        .map(|panel| {
            let most = if boxes > 24 { 3 } else { 2 };
            let columns = panel.items.len().div_ceil(5).clamp(1, most);
            Placed::new(panel, columns)
        })
        .collect();
    let [left, right] = sides(&placed);
    let size = |side: &[&Placed<'_>]| {
        let heights: f64 = side.iter().map(|p| p.height).sum();
        let gaps = BETWEEN * count(side.len().saturating_sub(1));
        let width = side.iter().map(|p| p.width).fold(0.0, f64::max);
        (width, heights + gaps)
    };
    let ((left_width, left_height), (right_width, right_height)) = (size(&left), size(&right));
    let height = left_height
        .max(right_height)
        .max(centre.height + 2.0 * RING);
    let room = |side: f64| if side > 0.0 { side + FAN } else { 0.0 };
    let middle = Rect::new(
        room(left_width).max(RING),
        (height - centre.height) / 2.0,
        centre.width,
        centre.height,
    );
    let width = middle.right() + room(right_width).max(RING);
    let mut lines = Vec::new();
    let mut above = Vec::new();
    for (side, total, is_left) in [(&left, left_height, true), (&right, right_height, false)] {
        let mut top = (height - total) / 2.0;
        for one in side {
            let x = if is_left {
                left_width - one.width
            } else {
                middle.right() + FAN
            };
            let area = Rect::new(x, top, one.width, one.height);
            lines.push(line(middle, area, one.panel.kind, is_left, palette));
            above.extend(panel(one, area, palette));
            top = area.bottom() + BETWEEN;
        }
    }
    let mut groups = lines;
    groups.extend(above);
    groups.push(emphasised(centre, middle, palette));
    Picture {
        width,
        height,
        groups,
        entries: Vec::new(),
    }
}

/// Panels on the left and on the right, in their order from the top, so that both sides are about as high. One alone
/// stands on the right.
fn sides<'s, 'p>(placed: &'s [Placed<'p>]) -> [Vec<&'s Placed<'p>>; 2] {
    let (mut left, mut right) = ((Vec::new(), 0.0), (Vec::new(), 0.0));
    let mut order: Vec<(usize, &Placed<'_>)> = placed.iter().enumerate().collect();
    order.sort_by(|a, b| b.1.height.total_cmp(&a.1.height));
    for (place, one) in order {
        let side = if left.1 < right.1 {
            &mut left
        } else {
            &mut right
        };
        side.0.push((place, one));
        side.1 += one.height + BETWEEN;
    }
    [left.0, right.0].map(|mut side: Vec<(usize, &'s Placed<'p>)>| {
        side.sort_by_key(|(place, _)| *place);
        side.into_iter().map(|(_, one)| one).collect()
    })
}

fn line(middle: Rect, area: Rect, kind: TieKind, is_left: bool, palette: &Palette) -> Group {
    let (from, to) = if is_left {
        (middle.x, area.right())
    } else {
        (middle.right(), area.x)
    };
    let (a, b) = (
        Point::new(from, middle.centre().y),
        Point::new(to, area.centre().y),
    );
    let half = f64::midpoint(from, to);
    Group {
        part: Part::Tie,
        hover: None,
        bounds: Rect::new(a.x, a.y, 0.0, 0.0).join(&Rect::new(b.x, b.y, 0.0, 0.0)),
        marks: vec![Mark::Line {
            path: vec![
                Step::Move(a),
                Step::Curve(Point::new(half, a.y), Point::new(half, b.y), b),
            ],
            stroke: palette.stroke(kind),
        }],
    }
}

fn panel(one: &Placed<'_>, area: Rect, palette: &Palette) -> Vec<Group> {
    let stroke = palette.stroke(one.panel.kind);
    let border = Stroke {
        colour: palette.hull_border,
        width: 1.0,
        dash: Dash::Solid,
    };
    let pen = pen::bold(12.5, palette.ink);
    let title = pen.fitted(&one.panel.title, area.width - 2.0 * INSET);
    // A short stretch of the line stands in front of the title, so that it can be told apart where lines meet.
    let sample = pen::line(
        Point::new(area.x + INSET, area.y + 15.0),
        Point::new(area.x + INSET + 22.0, area.y + 15.0),
        stroke,
    );
    let at = Point::new(area.x + INSET + 30.0, pen.base(area.y + 15.0));
    let mut groups = vec![Group {
        part: Part::Hull,
        hover: None,
        bounds: area,
        marks: vec![
            pen::boxed(area, 10.0, Some(palette.hull), Some(border)),
            sample,
            pen.text(title, at),
        ],
    }];
    for (item, rect) in one.panel.items.iter().zip(&one.boxes) {
        let rect = rect.moved(area.x, area.y);
        groups.push(paint::boxed(item, rect, rect.bottom(), palette));
    }
    groups
}

/// The box in the middle, with a second border around it.
fn emphasised(item: &Item, rect: Rect, palette: &Palette) -> Group {
    let mut group = paint::boxed(item, rect, rect.bottom(), palette);
    let mut ring = paint::shape(item.what, rect.grown(RING), palette);
    ring.append(&mut group.marks);
    Group {
        bounds: rect.grown(RING),
        marks: ring,
        ..group
    }
}

//! From places to marks: the shapes of boxes, the strokes of lines, the words.

use super::board::{Board, Item, Tie, What};
use super::compose::SMALL;
use super::geometry::{Point, Rect};
use super::layout::{BAND, Placement, Route};
use super::metrics::width;
use super::scene::{Anchor, Dash, Group, Mark, Outline, Part, Step, Stroke, TextMark};
use super::theme::Palette;
use crate::ontology::NodeKind;

/// The radius of the corners of areas.
const CORNER: f64 = 10.0;

/// Among more lines than this each is drawn so much thinner, or one sees nothing but lines.
const CROWD: usize = 90;
const IN_CROWD: f64 = 0.5;

/// Paints a placed board; the parts that lie below others come first.
pub(crate) fn painted(board: &Board, placement: &Placement, palette: &Palette) -> Vec<Group> {
    let areas = board.areas.iter().enumerate();
    let mut groups: Vec<Group> = areas
        .clone()
        .map(|(index, _)| hull(placement.area(index), palette))
        .collect();
    let mut routes: Vec<(&Tie, &Route)> = placement
        .routes
        .iter()
        .filter_map(|route| Some((board.ties.get(route.tie)?, route)))
        .collect();
    routes.sort_by_key(|(tie, route)| (tie.kind, route.tie));
    let share = if routes.len() > CROWD { IN_CROWD } else { 1.0 };
    groups.extend(routes.iter().map(|(tie, route)| {
        let mut stroke = palette.stroke(tie.kind);
        stroke.width *= share;
        line(tie, route, stroke)
    }));
    groups.extend(
        areas.map(|(index, area)| band(&area.name, &area.hover, placement.area(index), palette)),
    );
    // What encloses comes before what it encloses.
    let mut items: Vec<(usize, &Item)> = board.items.iter().enumerate().collect();
    items.sort_by_key(|(_, item)| item.within.is_some());
    groups.extend(items.into_iter().map(|(index, item)| {
        let rect = placement.item(index);
        let children = board.items.iter().enumerate();
        let words_end = children
            .filter(|(_, i)| i.within == Some(index))
            .map(|(child, _)| placement.item(child).y)
            .fold(rect.bottom(), f64::min);
        boxed(item, rect, words_end, palette)
    }));
    groups.extend(
        routes
            .into_iter()
            .filter_map(|(tie, route)| label(tie, route, palette)),
    );
    groups
}

fn hull(rect: Rect, palette: &Palette) -> Group {
    Group {
        part: Part::Hull,
        hover: None,
        bounds: rect,
        marks: vec![Mark::Shape {
            outline: Outline::Box {
                rect,
                radius: CORNER,
            },
            fill: Some(palette.hull),
            stroke: Some(thin(palette)),
        }],
    }
}

const fn thin(palette: &Palette) -> Stroke {
    Stroke {
        colour: palette.hull_border,
        width: 1.0,
        dash: Dash::Solid,
    }
}

/// The strip with a state's name.
fn band(name: &str, hover: &str, area: Rect, palette: &Palette) -> Group {
    let rect = Rect::new(area.x, area.y, area.width, BAND);
    let outline = if area.height > BAND + 1.0 {
        Outline::Band {
            rect,
            radius: CORNER,
        }
    } else {
        Outline::Box {
            rect,
            radius: CORNER,
        }
    };
    let size = 15.0;
    let name = super::words::wrapped(name, area.width - 16.0, size, true, 1);
    Group {
        part: Part::Node,
        hover: Some(hover.to_owned()),
        bounds: rect,
        marks: vec![
            Mark::Shape {
                outline,
                fill: Some(palette.band),
                stroke: Some(thin(palette)),
            },
            Mark::Text(TextMark {
                content: name.concat(),
                at: Point::new(rect.centre().x, rect.centre().y + size * 0.36),
                size,
                bold: true,
                anchor: Anchor::Middle,
                colour: palette.ink,
                rim: None,
            }),
        ],
    }
}

/// A box with its words in the part above a height.
pub(crate) fn boxed(item: &Item, rect: Rect, words_end: f64, palette: &Palette) -> Group {
    let mut marks = shape(item.what, rect, palette);
    let height: f64 = item.lines.iter().map(super::board::Line::pitch).sum();
    let mut y = f64::midpoint(rect.y, words_end) - height / 2.0;
    for line in &item.lines {
        let at = Point::new(rect.centre().x, y + line.pitch() / 2.0 + line.size * 0.36);
        y += line.pitch();
        marks.push(Mark::Text(TextMark {
            content: line.words.clone(),
            at,
            size: line.size,
            bold: line.bold,
            anchor: Anchor::Middle,
            colour: palette.words(item.what, line.quiet),
            rim: None,
        }));
    }
    Group {
        part: if item.what.is_label() {
            Part::Label
        } else {
            Part::Node
        },
        hover: Some(item.hover.clone()),
        bounds: rect,
        marks,
    }
}

/// The shape that stands for a kind of box.
pub(crate) fn shape(what: What, rect: Rect, palette: &Palette) -> Vec<Mark> {
    let paint = palette.paint(what);
    let stroke = Stroke {
        colour: paint.border,
        width: paint.width,
        dash: Dash::Solid,
    };
    let mark = |outline: Outline, fill| Mark::Shape {
        outline,
        fill,
        stroke: Some(stroke),
    };
    let outline = match what {
        What::Node(NodeKind::Commission) => Outline::Polygon(hexagon(rect)),
        What::Node(NodeKind::Assembly) => Outline::Oval(rect),
        What::Node(NodeKind::Chamber | NodeKind::Parliament | NodeKind::State) => {
            Outline::Box { rect, radius: 3.0 }
        }
        What::Node(NodeKind::Legislator | NodeKind::Official)
        | What::Meeting
        | What::Visit { .. } => Outline::Box {
            rect,
            radius: (rect.height / 2.0).min(22.0),
        },
    };
    let mut marks = vec![mark(outline, Some(paint.fill))];
    if what == What::Node(NodeKind::Parliament) {
        let inner = rect.grown(-3.5);
        marks.push(mark(
            Outline::Box {
                rect: inner,
                radius: 1.5,
            },
            None,
        ));
    }
    marks
}

/// A box that is pointed on both sides.
fn hexagon(rect: Rect) -> Vec<Point> {
    let notch = (rect.height / 3.0).min(13.0);
    let middle = rect.centre().y;
    vec![
        Point::new(rect.x, middle),
        Point::new(rect.x + notch, rect.y),
        Point::new(rect.right() - notch, rect.y),
        Point::new(rect.right(), middle),
        Point::new(rect.right() - notch, rect.bottom()),
        Point::new(rect.x + notch, rect.bottom()),
    ]
}

fn line(tie: &Tie, route: &Route, stroke: Stroke) -> Group {
    let path = route.path.clone();
    let marks = if route.arrow {
        arrowed(path, stroke)
    } else {
        vec![Mark::Line { path, stroke }]
    };
    let mut ends = route.path.iter().map(|s| s.end());
    let first = ends.next().unwrap_or_default();
    let bounds = ends.fold(Rect::new(first.x, first.y, 0.0, 0.0), |b, p| {
        b.join(&Rect::new(p.x, p.y, 0.0, 0.0))
    });
    Group {
        part: Part::Tie,
        hover: Some(tie.hover.clone()),
        bounds,
        marks,
    }
}

/// A line with an arrow head at its end.
pub(crate) fn arrowed(mut path: Vec<Step>, stroke: Stroke) -> Vec<Mark> {
    let head = arrow(&mut path, stroke);
    std::iter::once(Mark::Line { path, stroke })
        .chain(head)
        .collect()
}

/// An arrow head at the end of a course, which is shortened by it.
fn arrow(path: &mut [Step], stroke: Stroke) -> Option<Mark> {
    let [.., before, last] = path else {
        return None;
    };
    let (from, tip) = (before.end(), last.end());
    let (dx, dy) = (tip.x - from.x, tip.y - from.y);
    let length = (dx * dx + dy * dy).sqrt();
    if length < 1.0 {
        return None;
    }
    let (dx, dy) = (dx / length, dy / length);
    let (long, half) = (10.0_f64.min(length), 5.0);
    let foot = Point::new(tip.x - dx * long, tip.y - dy * long);
    *last = Step::Line(foot);
    Some(Mark::Shape {
        outline: Outline::Polygon(vec![
            tip,
            Point::new(foot.x - dy * half, foot.y + dx * half),
            Point::new(foot.x + dy * half, foot.y - dx * half),
        ]),
        fill: Some(stroke.colour),
        stroke: None,
    })
}

/// The words on a line.
fn label(tie: &Tie, route: &Route, palette: &Palette) -> Option<Group> {
    let (words, at) = (tie.label.as_ref()?, route.label?);
    let wide = width(words, SMALL, false);
    Some(Group {
        part: Part::Label,
        hover: Some(tie.hover.clone()),
        bounds: Rect::new(at.x - wide / 2.0, at.y - SMALL * 0.8, wide, SMALL),
        marks: vec![Mark::Text(TextMark {
            content: words.clone(),
            at,
            size: SMALL,
            bold: false,
            anchor: Anchor::Middle,
            colour: palette.quiet,
            rim: None,
        })],
    })
}

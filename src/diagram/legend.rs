//! What shapes and lines mean: one entry for each that occurs, in rows below the picture.

use std::collections::BTreeSet;

use super::board::{Board, TieKind, What};
use super::geometry::{Point, Rect};
use super::metrics::width;
use super::paint::shape;
use super::pen;
use super::phrase;
use super::scene::{Anchor, Dash, Group, Mark, Outline, Part, Step, Stroke, TextMark};
use super::theme::Palette;
use crate::ontology::NodeKind;

const SAMPLE: f64 = 34.0;
const ROW: f64 = 28.0;
const SIZE: f64 = 12.0;

/// One explanation.
pub(crate) enum Entry {
    Box(What),
    Line(TieKind),
    /// A line that points nowhere, where the words beside it tell the direction.
    PlainLine(TieKind),
    Area,
    /// A sample of a picture's own, with the words.
    Own(Sampler, String),
}

/// What paints a sample into a box.
pub(crate) type Sampler = Box<dyn Fn(Rect) -> Vec<Mark>>;

/// A legend, from a left upper corner, at most so wide; its height is that of its bounds.
pub(crate) fn legend(
    entries: &[Entry],
    at: Point,
    limit: f64,
    scale: f64,
    palette: &Palette,
) -> Group {
    let mut marks = Vec::new();
    let (mut x, mut y) = (at.x, at.y);
    for entry in entries {
        let words = entry.words();
        let wide = (SAMPLE + 8.0 + 24.0) * scale + width(&words, SIZE * scale, false);
        if x > at.x && x + wide - 24.0 * scale > at.x + limit {
            (x, y) = (at.x, y + ROW * scale);
        }
        marks.extend(entry.sample(
            Rect::new(x, y + 4.0 * scale, SAMPLE * scale, 18.0 * scale),
            palette,
        ));
        marks.push(Mark::Text(TextMark {
            content: words,
            at: Point::new(x + (SAMPLE + 8.0) * scale, y + (13.0 + SIZE * 0.36) * scale),
            size: SIZE * scale,
            bold: false,
            anchor: Anchor::Left,
            colour: palette.quiet,
            rim: None,
        }));
        x += wide;
    }
    Group {
        part: Part::Legend,
        hover: None,
        bounds: Rect::new(at.x, at.y, limit, y + ROW * scale - at.y),
        marks,
    }
}

/// What there is to explain of a board.
pub(crate) fn entries(board: &Board) -> Vec<Entry> {
    let kinds: BTreeSet<What> = board
        .items
        .iter()
        .map(|item| item.what)
        .filter(|what| !what.is_label())
        .collect();
    let lines: BTreeSet<TieKind> = board.ties.iter().map(|tie| tie.kind).collect();
    let area = (!board.areas.is_empty()).then_some(Entry::Area);
    let lines = lines.into_iter().rev().map(Entry::Line);
    area.into_iter()
        .chain(kinds.into_iter().map(Entry::Box))
        .chain(lines)
        .collect()
}

impl Entry {
    fn words(&self) -> String {
        let words = match self {
            Self::Area => "state",
            Self::Box(What::Node(NodeKind::Parliament)) => "parliament with its chambers",
            Self::Box(What::Node(kind)) => phrase::node_kind(*kind),
            Self::Box(What::Meeting | What::Visit { .. }) => "",
            Self::Line(kind) | Self::PlainLine(kind) => kind.words(),
            Self::Own(_, words) => words,
        };
        words.to_owned()
    }

    fn sample(&self, rect: Rect, palette: &Palette) -> Vec<Mark> {
        match self {
            Self::Box(what) => shape(*what, rect, palette),
            Self::Own(sampler, _) => sampler(rect),
            Self::Area => vec![
                box_mark(rect, palette, palette.hull),
                Mark::Shape {
                    outline: Outline::Band {
                        rect: Rect::new(rect.x, rect.y, rect.width, 7.0),
                        radius: 4.0,
                    },
                    fill: Some(palette.band),
                    stroke: Some(border(palette)),
                },
            ],
            Self::PlainLine(kind) => {
                let y = rect.centre().y;
                let (from, to) = (Point::new(rect.x, y), Point::new(rect.right(), y));
                vec![pen::line(from, to, palette.stroke(*kind))]
            }
            Self::Line(kind) => {
                let y = rect.centre().y;
                let stroke = palette.stroke(*kind);
                let end = if kind.has_arrow() {
                    rect.right() - 8.0
                } else {
                    rect.right()
                };
                let mut marks = vec![Mark::Line {
                    path: vec![
                        Step::Move(Point::new(rect.x, y)),
                        Step::Line(Point::new(end, y)),
                    ],
                    stroke,
                }];
                if kind.has_arrow() {
                    marks.push(Mark::Shape {
                        outline: Outline::Polygon(vec![
                            Point::new(rect.right(), y),
                            Point::new(end - 2.0, y - 5.0),
                            Point::new(end - 2.0, y + 5.0),
                        ]),
                        fill: Some(stroke.colour),
                        stroke: None,
                    });
                }
                marks
            }
        }
    }
}

const fn border(palette: &Palette) -> Stroke {
    Stroke {
        colour: palette.hull_border,
        width: 1.0,
        dash: Dash::Solid,
    }
}

const fn box_mark(rect: Rect, palette: &Palette, fill: super::scene::Colour) -> Mark {
    Mark::Shape {
        outline: Outline::Box { rect, radius: 4.0 },
        fill: Some(fill),
        stroke: Some(border(palette)),
    }
}

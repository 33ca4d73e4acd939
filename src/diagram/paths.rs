//! The most telling paths from one node to another, each as a row between the two.

use super::DiagramOptions;
use super::backing::Backing;
use super::board::{Item, TieKind, What};
use super::compose::{box_of, small};
use super::geometry::{Point, Rect, count};
use super::heading::{Heading, named};
use super::hover::Teller;
use super::legend::Entry;
use super::pen;
use super::phrase::counted;
use super::scene::{Dash, Drawing, Group, Mark, Outline, Part, Step as Course, Stroke};
use super::sheet::{self, Picture};
use super::step::{Ground, ground};
use super::theme::Palette;
use super::{compose, paint};
use crate::graph::{NodeRef, RelationGraph};
use crate::query::{Connection, PathOptions, Route, connections};

/// The room on both sides of the words on a line.
const CLEAR: f64 = 22.0;
/// The room between an end and the rows.
const FAN: f64 = 56.0;
/// The room between rows.
const BETWEEN: f64 = 16.0;
/// The strip above a row that says which it is.
const STRIP: f64 = 24.0;
/// The room within a row, left and right.
const INSET: f64 = 20.0;

/// Draws the best paths; `None` where there are none.
pub(crate) fn draw(
    graph: &RelationGraph,
    from: NodeRef,
    to: NodeRef,
    most: usize,
    options: &DiagramOptions,
) -> Option<Drawing> {
    let asked = PathOptions {
        count: most,
        ..PathOptions::default()
    };
    let found = connections(graph, from, to, &asked);
    let teller = Teller::new(graph, options.quotes);
    let rows: Vec<Row> = found
        .paths
        .iter()
        .map(|path| Row::of(graph, path, &teller))
        .collect();
    let ends = [box_of(graph, from, &teller)?, box_of(graph, to, &teller)?];
    if rows.is_empty() {
        return None;
    }
    let palette = options.theme.palette();
    let words = heading(graph, &found, most, options.title.as_deref()).limited(options);
    let picture = painted(&ends, &rows, palette);
    Some(sheet::of_picture(picture, &words, palette))
}

fn heading(graph: &RelationGraph, found: &Connection, most: usize, title: Option<&str>) -> Heading {
    let own = format!("From {} to {}", named(&found.from), named(&found.to));
    let which = match found.paths.len() {
        1 if most == 1 => "The most telling path".to_owned(),
        1 => "The only path".to_owned(),
        number => format!("The {number} most telling paths, the best first"),
    };
    let steps = found.paths.iter().flat_map(|path| &path.steps);
    let mut backing = Backing::new(graph);
    backing.proofs(steps.flat_map(|s| &s.edges).flat_map(|e| &e.evidence));
    let lines = vec![
        format!("{}. {which}.", backing.told()),
        "A meeting or a shared commission tells more than a shared chamber, and that more than a shared state."
            .to_owned(),
    ];
    Heading::new(title, &own, lines)
}

/// A path: its boxes between the ends, and the words on the lines before, between and behind them.
struct Row {
    boxes: Vec<Item>,
    grounds: Vec<(Ground, Item)>,
}

impl Row {
    fn of(graph: &RelationGraph, route: &Route, teller: &Teller<'_>) -> Self {
        let inner = route.steps.iter().skip(1);
        let boxes = inner
            .filter_map(|step| box_of(graph, graph.find(&step.from.id)?, teller))
            .collect();
        let grounds = route.steps.iter().map(|step| {
            let ground = ground(step, teller);
            let mut lines = Vec::new();
            for words in &ground.words {
                lines.extend(small(words, 150.0, 3, false));
            }
            let item = compose::boxed(What::Meeting, None, lines, ground.hover.clone());
            (ground, item)
        });
        let grounds = grounds.collect();
        Self { boxes, grounds }
    }

    /// The least width between the ends.
    fn width(&self) -> f64 {
        let boxes: f64 = self.boxes.iter().map(|b| b.width).sum();
        let grounds: f64 = self
            .grounds
            .iter()
            .map(|(_, g)| g.width + 2.0 * CLEAR)
            .sum();
        boxes + grounds
    }

    fn height(&self) -> f64 {
        let all = self.boxes.iter().chain(self.grounds.iter().map(|(_, g)| g));
        STRIP + 14.0 + all.map(|item| item.height).fold(0.0, f64::max)
    }

    fn title(&self, number: usize) -> String {
        format!(
            "Path {number}: {}",
            counted(self.grounds.len(), "step", "steps")
        )
    }
}

fn painted(ends: &[Item; 2], rows: &[Row], palette: &Palette) -> Picture {
    let inner = rows.iter().map(Row::width).fold(0.0, f64::max) + 2.0 * INSET;
    let [first, last] = ends;
    let gaps = BETWEEN * count(rows.len().saturating_sub(1));
    let stacked = rows.iter().map(Row::height).sum::<f64>() + gaps;
    let height = stacked.max(first.height).max(last.height);
    let left = first.width + FAN;
    let width = left + inner + FAN + last.width;
    let rect =
        |item: &Item, x: f64| Rect::new(x, (height - item.height) / 2.0, item.width, item.height);
    let (start, end) = (rect(first, 0.0), rect(last, width - last.width));
    let (mut below, mut above) = (Vec::new(), Vec::new());
    let mut top = (height - stacked) / 2.0;
    for (number, row) in (1..).zip(rows) {
        let band = Rect::new(left, top, inner, row.height());
        below.push(band_of(row, number, band, palette));
        let (lines, boxes) = row_in(row, band, (start, end), palette);
        below.extend(lines);
        above.extend(boxes);
        top = band.bottom() + BETWEEN;
    }
    let mut groups = below;
    groups.extend(above);
    groups.push(paint::boxed(first, start, start.bottom(), palette));
    groups.push(paint::boxed(last, end, end.bottom(), palette));
    Picture {
        width,
        height,
        groups,
        entries: entries(ends, rows),
    }
}

fn entries(ends: &[Item; 2], rows: &[Row]) -> Vec<Entry> {
    let boxes = ends.iter().chain(rows.iter().flat_map(|r| &r.boxes));
    let kinds: std::collections::BTreeSet<What> = boxes.map(|b| b.what).collect();
    let grounds = rows.iter().flat_map(|r| &r.grounds);
    let lines: std::collections::BTreeSet<TieKind> = grounds.map(|(g, _)| g.kind).collect();
    let kinds = kinds.into_iter().map(Entry::Box);
    kinds
        .chain(lines.into_iter().rev().map(Entry::PlainLine))
        .collect()
}

/// The ground of a row with its name.
fn band_of(row: &Row, number: usize, band: Rect, palette: &Palette) -> Group {
    let border = Stroke {
        colour: palette.hull_border,
        width: 1.0,
        dash: Dash::Solid,
    };
    let pen = pen::bold(11.5, palette.quiet);
    let at = Point::new(band.x + 12.0, band.y + 17.0);
    Group {
        part: Part::Hull,
        hover: None,
        bounds: band,
        marks: vec![
            pen::boxed(band, 10.0, Some(palette.hull), Some(border)),
            pen.text(row.title(number), at),
        ],
    }
}

/// Everything in a row: the lines, then the boxes and words on them.
fn row_in(
    row: &Row,
    band: Rect,
    (start, end): (Rect, Rect),
    palette: &Palette,
) -> (Vec<Group>, Vec<Group>) {
    let middle = f64::midpoint(band.y + STRIP - 4.0, band.bottom() - 6.0);
    let spare = band.width - 2.0 * INSET - row.width();
    let clear = CLEAR + spare / (2.0 * count(row.grounds.len()));
    let (mut lines, mut boxes) = (Vec::new(), Vec::new());
    let mut x = band.x + INSET;
    let mut before = None;
    for (index, (ground, item)) in row.grounds.iter().enumerate() {
        let rect =
            |x: f64, item: &Item| Rect::new(x, middle - item.height / 2.0, item.width, item.height);
        let words = rect(x + clear, item);
        let next = words.right() + clear;
        let leaves = match before {
            None => Leave::From(start.right(), start.centre().y, band.x + 6.0),
            Some(x) => Leave::Level(x),
        };
        let arrives = match row.boxes.get(index) {
            None => Leave::From(end.x, end.centre().y, band.right() - 6.0),
            Some(_) => Leave::Level(next),
        };
        lines.push(line(ground, middle, (&leaves, &arrives), palette));
        boxes.push(words_of(ground, item, words, palette));
        if let Some(item) = row.boxes.get(index) {
            let rect = rect(next, item);
            boxes.push(paint::boxed(item, rect, rect.bottom(), palette));
            before = Some(rect.right());
            x = rect.right();
        }
    }
    (lines, boxes)
}

/// How a line leaves a box.
enum Leave {
    /// On the height of the row, at this place.
    Level(f64),
    /// From an end at this place and height, in a curve up to here.
    From(f64, f64, f64),
}

/// The line of one step.
fn line(
    ground: &Ground,
    middle: f64,
    (leaves, arrives): (&Leave, &Leave),
    palette: &Palette,
) -> Group {
    let mut path = Vec::new();
    match *leaves {
        Leave::Level(x) => path.push(Course::Move(Point::new(x, middle))),
        Leave::From(x, y, until) => {
            let half = f64::midpoint(x, until);
            path.push(Course::Move(Point::new(x, y)));
            path.push(Course::Curve(
                Point::new(half, y),
                Point::new(half, middle),
                Point::new(until, middle),
            ));
        }
    }
    match *arrives {
        Leave::Level(x) => path.push(Course::Line(Point::new(x, middle))),
        Leave::From(x, y, from) => {
            let half = f64::midpoint(x, from);
            path.push(Course::Line(Point::new(from, middle)));
            path.push(Course::Curve(
                Point::new(half, middle),
                Point::new(half, y),
                Point::new(x, y),
            ));
        }
    }
    let mut ends = path.iter().map(|step| step.end());
    let first = ends.next().unwrap_or_default();
    let bounds = ends.fold(Rect::new(first.x, first.y, 0.0, 0.0), |b, p| {
        b.join(&Rect::new(p.x, p.y, 0.0, 0.0))
    });
    Group {
        part: Part::Tie,
        hover: Some(ground.hover.clone()),
        bounds,
        marks: vec![Mark::Line {
            path,
            stroke: palette.stroke(ground.kind),
        }],
    }
}

/// The words on a line.
fn words_of(ground: &Ground, item: &Item, rect: Rect, palette: &Palette) -> Group {
    let stroke = Stroke {
        width: 1.3,
        dash: Dash::Solid,
        ..palette.stroke(ground.kind)
    };
    let pen = pen::plain(compose::SMALL, palette.ink);
    let mut marks = vec![Mark::Shape {
        outline: Outline::Box {
            rect,
            radius: (rect.height / 2.0).min(12.0),
        },
        fill: Some(palette.page),
        stroke: Some(stroke),
    }];
    let height: f64 = item.lines.iter().map(super::board::Line::pitch).sum();
    let mut y = rect.centre().y - height / 2.0;
    for line in &item.lines {
        let at = Point::new(rect.centre().x, pen.base(y + line.pitch() / 2.0));
        marks.push(pen.centred(line.words.clone(), at));
        y += line.pitch();
    }
    Group {
        part: Part::Label,
        hover: Some(ground.hover.clone()),
        bounds: rect,
        marks,
    }
}

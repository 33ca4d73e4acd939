//! The page around a picture: heading above, legend and advice below.

use super::board::Board;
use super::geometry::{Point, Rect};
use super::heading::Heading;
use super::layout::Placement;
use super::legend::{Entry, entries, legend};
use super::metrics::width;
use super::paint;
use super::pen;
use super::scene::{Dash, Drawing, Group, Part, Stroke};
use super::theme::Palette;
use super::words::wrapped;

/// The room at the edges of the page.
const EDGE: f64 = 32.0;
/// A page is at least so wide.
const NARROWEST: f64 = 640.0;

/// A picture without its page.
pub(crate) struct Picture {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Everything in it; its left upper corner is at the origin.
    pub(crate) groups: Vec<Group>,
    /// What its shapes and lines mean.
    pub(crate) entries: Vec<Entry>,
}

/// Puts a placed board on a page.
pub(crate) fn of_board(
    board: &Board,
    placement: Placement,
    heading: &Heading,
    palette: &Palette,
) -> Drawing {
    let size = (placement.width, placement.height);
    let painted = |at: Point| paint::painted(board, &placement.moved(at.x, at.y), palette);
    let indent = (NARROWEST - size.0).max(0.0) / 2.0;
    page(size, indent, painted, &entries(board), heading, palette)
}

/// Puts a picture on a page.
pub(crate) fn of_picture(picture: Picture, heading: &Heading, palette: &Palette) -> Drawing {
    let Picture {
        width,
        height,
        groups,
        entries,
    } = picture;
    let painted = |at: Point| groups.into_iter().map(|g| g.moved(at.x, at.y)).collect();
    page((width, height), 0.0, painted, &entries, heading, palette)
}

/// Puts heading, picture and legend on a page.
fn page(
    (width, height): (f64, f64),
    indent: f64,
    painted: impl FnOnce(Point) -> Vec<Group>,
    entries: &[Entry],
    heading: &Heading,
    palette: &Palette,
) -> Drawing {
    let wide = width.max(NARROWEST);
    // What is looked at from further away needs larger words around it.
    let scale = (wide / 1500.0).clamp(1.0, 2.4);
    let (head, head_bottom) = head(heading, wide, scale, palette);
    let top = head_bottom + 26.0;
    let mut groups = vec![head];
    groups.extend(painted(Point::new(EDGE + indent, top)));
    let mut bottom = top + height + 30.0;
    let legend = legend(
        entries,
        Point::new(EDGE, bottom + 12.0),
        wide,
        scale,
        palette,
    );
    if !legend.marks.is_empty() {
        let stroke = Stroke {
            colour: palette.rule,
            width: 1.0,
            dash: Dash::Solid,
        };
        let rule = pen::line(
            Point::new(EDGE, bottom),
            Point::new(EDGE + wide, bottom),
            stroke,
        );
        bottom = legend.bounds.bottom();
        groups.push(legend);
        if let Some(last) = groups.last_mut() {
            last.marks.insert(0, rule);
        }
        groups.push(hint(
            Point::new(EDGE, bottom + 18.0 * scale),
            scale,
            palette,
        ));
        bottom += 22.0 * scale;
    }
    Drawing {
        width: (wide + 2.0 * EDGE).ceil(),
        height: (bottom + 24.0).ceil(),
        title: heading.title.clone(),
        summary: heading.lines.join(" "),
        background: palette.page,
        groups,
    }
}

fn head(heading: &Heading, wide: f64, scale: f64, palette: &Palette) -> (Group, f64) {
    let mut marks = Vec::new();
    let mut y = 28.0;
    for line in wrapped(&heading.title, wide, 22.0 * scale, true, 3) {
        y += 24.0 * scale;
        let pen = pen::bold(22.0 * scale, palette.ink);
        marks.push(pen.text(line, Point::new(EDGE, y)));
        y += 3.0;
    }
    for line in &heading.lines {
        for line in wrapped(line, wide, 13.0 * scale, false, 3) {
            y += 19.0 * scale;
            let pen = pen::plain(13.0 * scale, palette.quiet);
            marks.push(pen.text(line, Point::new(EDGE, y)));
        }
    }
    let group = Group {
        part: Part::Heading,
        hover: None,
        bounds: Rect::new(EDGE, EDGE, wide, y + 5.0 - EDGE),
        marks,
    };
    (group, y + 5.0)
}

fn hint(at: Point, scale: f64, palette: &Palette) -> Group {
    let words = "Point at a name or a line to read where it comes from.";
    let size = 12.0 * scale;
    Group {
        part: Part::Hint,
        hover: None,
        bounds: Rect::new(at.x, at.y - size, width(words, size, false), 15.0 * scale),
        marks: vec![pen::plain(size, palette.quiet).text(words.to_owned(), at)],
    }
}

//! How a term of office is drawn: what is sure of it and what is not.

use super::board::What;
use super::geometry::{Point, Rect};
use super::legend::{Entry, Sampler};
use super::pen;
use super::scene::{Dash, Mark, Stroke};
use super::theme::Palette;
use crate::ontology::NodeKind;

/// The height of a bar.
pub(crate) const BAR: f64 = 19.0;
/// The height of what is not sure.
const UNSURE: f64 = 9.0;
/// The length of the dots at an end that is not known.
pub(crate) const OPEN: f64 = 16.0;

/// The time in which an office is shown held; a single day is a dot.
pub(crate) fn held(rect: Rect, palette: &Palette) -> Mark {
    let paint = palette.paint(What::Node(NodeKind::Chamber));
    let stroke = Stroke {
        colour: paint.border,
        width: 1.4,
        dash: Dash::Solid,
    };
    if rect.width <= 10.5 {
        let dot = Rect::new(rect.centre().x - 5.5, rect.centre().y - 5.5, 11.0, 11.0);
        return pen::boxed(dot, 5.5, Some(paint.border), Some(stroke));
    }
    pen::boxed(rect, 5.0, Some(paint.fill), Some(stroke))
}

/// The time in which an office may have been held: up to a day that is known, or nobody knows how long.
pub(crate) fn unsure(
    (from, to): (f64, f64),
    middle: f64,
    bounded: bool,
    palette: &Palette,
) -> Option<Mark> {
    if to - from < 1.0 {
        return None;
    }
    let stroke = Stroke {
        colour: palette.role,
        width: 1.2,
        dash: Dash::Fine,
    };
    if bounded {
        let rect = Rect::new(from, middle - UNSURE / 2.0, to - from, UNSURE);
        return Some(pen::boxed(rect, 1.5, Some(palette.page), Some(stroke)));
    }
    let dots = Stroke {
        width: 2.0,
        dash: Dash::Dotted,
        ..stroke
    };
    let (a, b) = (Point::new(from + 2.0, middle), Point::new(to - 1.0, middle));
    Some(pen::line(a, b, dots))
}

/// What the shapes mean.
pub(crate) fn entries(palette: &Palette) -> Vec<Entry> {
    let palette = *palette;
    let own = |words: &str, sampler: Sampler| Entry::Own(sampler, words.to_owned());
    let one_day = move |rect: Rect| {
        let middle = rect.centre();
        let dot = Rect::new(middle.x - 5.0, middle.y - BAR / 2.0, 10.0, BAR);
        vec![held(dot, &palette)]
    };
    let possible = move |rect: Rect| {
        let course = (rect.x, rect.right());
        unsure(course, rect.centre().y, true, &palette)
            .into_iter()
            .collect()
    };
    let open = move |rect: Rect| {
        let course = (rect.x, rect.right());
        unsure(course, rect.centre().y, false, &palette)
            .into_iter()
            .collect()
    };
    vec![
        own(
            "shown in office through this time",
            Box::new(move |rect| vec![held(rect, &palette)]),
        ),
        own("shown in office on one day", Box::new(one_day)),
        own("began or ended in this time", Box::new(possible)),
        own("nobody says since when or until when", Box::new(open)),
    ]
}

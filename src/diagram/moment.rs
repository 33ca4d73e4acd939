//! Moments in the life of a body, and the shapes that stand for them on an axis of time.

use jiff::civil::Date;

use super::axis::Axis;
use super::board::TieKind;
use super::geometry::{Point, Rect};
use super::pen;
use super::scene::{Dash, Group, Mark, Outline, Part, Stroke};
use super::theme::Palette;
use crate::ontology::LifeEvent;

/// Something in the life of a body.
pub(crate) enum Moment {
    /// It met, or is to meet.
    Session {
        day: Date,
        number: Option<u32>,
        planned: bool,
        hover: String,
    },
    /// Something happened to it.
    Life {
        day: Date,
        event: LifeEvent,
        hover: String,
    },
}

impl Moment {
    pub(crate) const fn day(&self) -> Date {
        match self {
            Self::Session { day, .. } | Self::Life { day, .. } => *day,
        }
    }
}

/// A moment on an axis, at a height.
pub(crate) fn moment(moment: &Moment, middle: f64, axis: &Axis, palette: &Palette) -> Group {
    let at = Point::new(axis.x(moment.day()), middle);
    let (mark, hover) = match moment {
        Moment::Session { planned, hover, .. } => (session(at, *planned, palette), hover),
        Moment::Life { event, hover, .. } => (glyph(*event, at, palette), hover),
    };
    Group {
        part: Part::Tie,
        hover: Some(hover.clone()),
        bounds: Rect::new(at.x - 6.0, at.y - 6.0, 12.0, 12.0),
        marks: vec![mark],
    }
}

/// A dot where a body met; an open one where it is to meet.
pub(crate) fn session(at: Point, planned: bool, palette: &Palette) -> Mark {
    let stroke = Stroke {
        colour: palette.stroke(TieKind::Attended).colour,
        width: 1.6,
        dash: Dash::Solid,
    };
    let fill = if planned { palette.page } else { stroke.colour };
    let rect = Rect::new(at.x - 5.0, at.y - 5.0, 10.0, 10.0);
    pen::boxed(rect, 5.0, Some(fill), Some(stroke))
}

/// A shape for what happened to a body.
pub(crate) fn glyph(event: LifeEvent, at: Point, palette: &Palette) -> Mark {
    let stroke = Stroke {
        colour: palette.ink,
        width: 1.4,
        dash: Dash::Solid,
    };
    let points = |all: &[(f64, f64)]| {
        let all = all.iter().map(|(x, y)| Point::new(at.x + x, at.y + y));
        all.collect::<Vec<Point>>()
    };
    let (outline, fill) = match event {
        LifeEvent::Founded => (
            points(&[(0.0, -6.5), (6.5, 0.0), (0.0, 6.5), (-6.5, 0.0)]),
            palette.ink,
        ),
        LifeEvent::Renamed => (
            points(&[(0.0, -6.5), (6.5, 0.0), (0.0, 6.5), (-6.5, 0.0)]),
            palette.page,
        ),
        LifeEvent::Resumed => (
            points(&[(-5.0, -6.0), (6.5, 0.0), (-5.0, 6.0)]),
            palette.ink,
        ),
        LifeEvent::Suspended => (
            points(&[(-2.0, -7.0), (2.0, -7.0), (2.0, 7.0), (-2.0, 7.0)]),
            palette.page,
        ),
        LifeEvent::Ended => (
            points(&[(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)]),
            palette.ink,
        ),
    };
    Mark::Shape {
        outline: Outline::Polygon(outline),
        fill: Some(fill),
        stroke: Some(stroke),
    }
}

/// What happened, as a picture says it.
pub(crate) const fn told(event: LifeEvent) -> &'static str {
    match event {
        LifeEvent::Founded => "founded",
        LifeEvent::Suspended => "suspended",
        LifeEvent::Resumed => "resumed",
        LifeEvent::Renamed => "renamed",
        LifeEvent::Ended => "ended",
    }
}

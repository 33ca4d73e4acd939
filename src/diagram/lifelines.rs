//! Paints events in rows: a line down for each state, and in each row a line between the states that had a part.

use std::collections::BTreeSet;

use super::board::TieKind;
use super::geometry::{Point, Rect};
use super::lanes::{DATES, Lanes, heads};
use super::legend::Entry;
use super::paint;
use super::pen;
use super::phrase;
use super::scene::{Dash, Group, Mark, Part, Step, Stroke};
use super::sheet::Picture;
use super::theme::Palette;
use crate::ontology::StateCode;
use crate::text::PartialDate;

/// Something that happened, or is to.
pub(crate) struct Event {
    pub(crate) date: Option<PartialDate>,
    /// What decides the order of events of one day.
    pub(crate) key: String,
    pub(crate) shape: Shape,
    pub(crate) kind: TieKind,
    /// What happened.
    pub(crate) words: String,
    /// The same in more detail, said more quietly.
    pub(crate) more: String,
    pub(crate) hover: String,
}

/// Between whom.
pub(crate) enum Shape {
    /// Those who came together.
    Line {
        states: BTreeSet<StateCode>,
        planned: bool,
    },
    /// Who went where, as far as known.
    Arrow {
        from: Option<StateCode>,
        to: Option<StateCode>,
    },
}

impl Shape {
    fn states(&self) -> BTreeSet<StateCode> {
        match self {
            Self::Line { states, .. } => states.clone(),
            Self::Arrow { from, to } => from.iter().chain(to).copied().collect(),
        }
    }
}

/// The height of a row.
const ROW: f64 = 40.0;
/// The height of the row that begins a year.
const YEAR: f64 = 30.0;
/// The widest words of an event.
const WORDS: f64 = 470.0;
/// Paints events, which are in order; `None` where there are none.
pub(crate) fn painted(
    events: &[Event],
    names: &dyn Fn(StateCode) -> String,
    palette: &Palette,
) -> Option<Picture> {
    if events.is_empty() {
        return None;
    }
    let states: Vec<BTreeSet<StateCode>> = events.iter().map(|e| e.shape.states()).collect();
    let lanes = Lanes::of(&states, names, palette);
    let (head, top) = heads(&lanes, 0.0, palette);
    let mut groups = Vec::new();
    let (mut y, mut year, mut widest) = (top, None, 0.0_f64);
    let mut rows = Vec::new();
    for event in events {
        let now = event.date.map(PartialDate::year);
        if now != year {
            rows.extend(year_row(year, now, y, palette));
            year = now;
            y += YEAR;
        }
        let (painted, right) = row(event, &lanes, y, names, palette);
        rows.extend(painted);
        widest = widest.max(right);
        y += ROW;
    }
    let mut height = y;
    groups.push(lines(&lanes, top, height, palette));
    groups.push(year_rules(events, top, widest, palette));
    groups.extend(head);
    groups.extend(rows);
    // Where the picture is higher than a screen, the names stand below it as well.
    if height > 900.0 {
        let (foot, bottom) = heads(&lanes, height + 6.0, palette);
        groups.extend(foot);
        height = bottom;
    }
    Some(Picture {
        width: widest,
        height,
        groups,
        entries: entries(events, palette),
    })
}

/// The line of each state.
fn lines(lanes: &Lanes, top: f64, bottom: f64, palette: &Palette) -> Group {
    let stroke = Stroke {
        colour: palette.hull_border,
        width: 1.5,
        dash: Dash::Solid,
    };
    let marks = (0..lanes.number()).map(|lane| {
        let x = lanes.x(lane);
        pen::line(Point::new(x, top - 4.0), Point::new(x, bottom), stroke)
    });
    Group {
        part: Part::Hull,
        hover: None,
        bounds: Rect::new(DATES, top - 4.0, lanes.right() - DATES, bottom - top + 4.0),
        marks: marks.collect(),
    }
}

/// A line across above the first event of each year.
fn year_rules(events: &[Event], top: f64, right: f64, palette: &Palette) -> Group {
    let stroke = Stroke {
        colour: palette.rule,
        width: 1.0,
        dash: Dash::Solid,
    };
    let (mut y, mut year, mut marks) = (top, None, Vec::new());
    for event in events {
        let now = event.date.map(PartialDate::year);
        if now != year {
            year = now;
            let at = y + 5.0;
            marks.push(pen::line(
                Point::new(0.0, at),
                Point::new(right, at),
                stroke,
            ));
            y += YEAR;
        }
        y += ROW;
    }
    Group {
        part: Part::Hull,
        hover: None,
        bounds: Rect::new(0.0, top, right, (y - top).max(1.0)),
        marks,
    }
}

/// The year, and which years before have nothing.
fn year_row(before: Option<i16>, now: Option<i16>, y: f64, palette: &Palette) -> Vec<Group> {
    let Some(year) = now else {
        return Vec::new();
    };
    let silence = match before {
        Some(before) if year - before == 2 => format!("nothing shown of {}", year - 1),
        Some(before) if year - before > 2 => {
            format!("nothing shown of {} to {}", before + 1, year - 1)
        }
        _ => String::new(),
    };
    let (bold, quiet) = (
        pen::bold(13.0, palette.ink),
        pen::plain(11.0, palette.quiet),
    );
    let words = year.to_string();
    let middle = y + 19.0;
    let wide = bold.width(&words);
    let mut groups = vec![Group {
        part: Part::Label,
        hover: None,
        bounds: Rect::new(0.0, middle - 6.5, wide, 13.0),
        marks: vec![bold.text(words, Point::new(0.0, bold.base(middle)))],
    }];
    if !silence.is_empty() {
        let x = wide + 10.0;
        let bounds = Rect::new(x, middle - 5.5, quiet.width(&silence), 11.0);
        // No line of a state runs through the words.
        let quiet = quiet.rimmed(palette.page);
        groups.push(Group {
            part: Part::Label,
            hover: None,
            bounds,
            marks: vec![quiet.text(silence, Point::new(x, quiet.base(middle)))],
        });
    }
    groups
}

/// The row of an event, and how far to the right its words go.
fn row(
    event: &Event,
    lanes: &Lanes,
    y: f64,
    names: &dyn Fn(StateCode) -> String,
    palette: &Palette,
) -> (Vec<Group>, f64) {
    let middle = y + ROW / 2.0;
    let (ink, quiet) = (
        pen::bold(12.5, palette.ink),
        pen::plain(11.5, palette.quiet),
    );
    let date = event.date.map_or_else(String::new, |d| d.to_string());
    let left = lanes.right() + 14.0;
    // Of whom the shared lane does not tell, the words do.
    let others = event.shape.states().into_iter();
    let others: Vec<String> = others.filter(|s| lanes.is_other(*s)).map(names).collect();
    let mut more = event.more.clone();
    if !others.is_empty() {
        more = format!("{more} · {}", phrase::listed(&others));
    }
    let (words, more) = (ink.fitted(&event.words, WORDS), quiet.fitted(&more, WORDS));
    let wide = ink.width(&words).max(quiet.width(&more));
    let groups = vec![
        Group {
            part: Part::Tie,
            hover: Some(event.hover.clone()),
            bounds: span(event, lanes, middle),
            marks: marks(event, lanes, middle, palette),
        },
        Group {
            part: Part::Label,
            hover: None,
            bounds: Rect::new(0.0, middle - 6.0, quiet.width(&date), 12.0),
            marks: vec![quiet.text(date, Point::new(0.0, quiet.base(middle)))],
        },
        Group {
            part: Part::Node,
            hover: Some(event.hover.clone()),
            bounds: Rect::new(left, middle - 16.0, wide, 32.0),
            marks: vec![
                ink.text(words, Point::new(left, ink.base(middle - 8.0))),
                quiet.text(more, Point::new(left, quiet.base(middle + 8.0))),
            ],
        },
    ];
    (groups, left + wide)
}

/// The lanes of an event, from left to right.
fn places(event: &Event, lanes: &Lanes) -> Vec<usize> {
    let places = lanes.of_event(&event.shape.states());
    places.into_iter().collect()
}

fn span(event: &Event, lanes: &Lanes, middle: f64) -> Rect {
    let places = places(event, lanes);
    let ends = places.first().zip(places.last());
    let (from, to) = ends.map_or((DATES, DATES), |(a, b)| (lanes.x(*a), lanes.x(*b)));
    Rect::new(from - 5.0, middle - 5.0, to - from + 10.0, 10.0)
}

fn marks(event: &Event, lanes: &Lanes, middle: f64, palette: &Palette) -> Vec<Mark> {
    let at = |lane: usize| Point::new(lanes.x(lane), middle);
    let stroke = palette.stroke(event.kind);
    match &event.shape {
        Shape::Line { planned, .. } => {
            let stroke = if *planned {
                Stroke {
                    dash: Dash::Dotted,
                    ..stroke
                }
            } else {
                stroke
            };
            let places = places(event, lanes);
            let mut marks = Vec::new();
            if let [first, .., last] = places.as_slice() {
                marks.push(pen::line(at(*first), at(*last), stroke));
            }
            let dots = places
                .iter()
                .map(|lane| dot(at(*lane), *planned, stroke, palette));
            marks.extend(dots);
            marks
        }
        Shape::Arrow { from, to } => {
            let [from, to] = [from, to].map(|state| state.map(|s| lanes.lane(s)));
            match (from, to) {
                (Some(from), Some(to)) if from != to => {
                    let mut marks =
                        paint::arrowed(vec![Step::Move(at(from)), Step::Line(at(to))], stroke);
                    marks.push(dot(
                        at(from),
                        event.kind == TieKind::PlannedVisit,
                        stroke,
                        palette,
                    ));
                    marks
                }
                (_, Some(to)) => {
                    let start = Point::new(lanes.x(to) - 26.0, middle);
                    paint::arrowed(vec![Step::Move(start), Step::Line(at(to))], stroke)
                }
                (_, None) => places(event, lanes)
                    .into_iter()
                    .map(|lane| dot(at(lane), false, stroke, palette))
                    .collect(),
            }
        }
    }
}

/// A dot on a line; an open one where something is still to come.
fn dot(at: Point, planned: bool, stroke: Stroke, palette: &Palette) -> Mark {
    let rect = Rect::new(at.x - 5.0, at.y - 5.0, 10.0, 10.0);
    let fill = if planned { palette.page } else { stroke.colour };
    let border = Stroke {
        width: 1.5,
        dash: Dash::Solid,
        ..stroke
    };
    pen::boxed(rect, 5.0, Some(fill), Some(border))
}

fn entries(events: &[Event], palette: &Palette) -> Vec<Entry> {
    let kinds: BTreeSet<TieKind> = events.iter().map(|e| e.kind).collect();
    let mut entries: Vec<Entry> = kinds.into_iter().rev().map(Entry::Line).collect();
    let is_planned = |e: &Event| matches!(e.shape, Shape::Line { planned: true, .. });
    if events.iter().any(is_planned) {
        let stroke = Stroke {
            dash: Dash::Dotted,
            ..palette.stroke(TieKind::Met)
        };
        let page = *palette;
        let sampler = move |rect: Rect| {
            let (a, b) = (rect.x + 5.0, rect.right() - 5.0);
            let y = rect.centre().y;
            vec![
                pen::line(Point::new(a, y), Point::new(b, y), stroke),
                dot(Point::new(a, y), true, stroke, &page),
                dot(Point::new(b, y), true, stroke, &page),
            ]
        };
        entries.push(Entry::Own(Box::new(sampler), "meeting planned".to_owned()));
    }
    entries
}

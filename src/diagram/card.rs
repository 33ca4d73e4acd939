//! Paints cards below one another: a box between its two sides, and behind them its life on an axis of time.

use std::collections::BTreeSet;

use super::axis::{Axis, STRIP};
use super::board::{Item, Line, TieKind, What};
use super::compose::small;
use super::geometry::{Point, Rect};
use super::legend::{Entry, Sampler};
use super::moment::{Moment, glyph, moment, session, told};
use super::paint;
use super::pen;
use super::phrase;
use super::scene::{Dash, Group, Part, Stroke};
use super::sheet::Picture;
use super::theme::Palette;
use super::words::isolated;
use crate::ontology::LifeEvent;

/// A body with its sides and its life.
pub(crate) struct Card {
    pub(crate) centre: Item,
    pub(crate) left: Option<Side>,
    pub(crate) right: Option<Side>,
    /// In the order of time.
    pub(crate) moments: Vec<Moment>,
}

/// A side of a body.
pub(crate) struct Side {
    pub(crate) state: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) hover: String,
}

impl Side {
    /// The side that no article names.
    pub(crate) fn unnamed() -> Self {
        Self {
            state: String::new(),
            lines: small("other side not named", 176.0, 1, true),
            hover: String::new(),
        }
    }

    /// Several states by name.
    pub(crate) fn of_many(sides: Vec<Self>) -> Self {
        let names: Vec<String> = sides.iter().map(|s| isolated(&s.state)).collect();
        let hovers: Vec<String> = sides.into_iter().map(|s| s.hover).collect();
        Self {
            state: String::new(),
            lines: small(&phrase::listed(&names), 176.0, 6, false),
            hover: hovers.join("\n"),
        }
    }

    fn height(&self) -> f64 {
        self.lines.iter().map(Line::pitch).sum::<f64>() + 16.0
    }
}

/// The width of a side.
const SIDE: f64 = 204.0;
/// The room for the line between a side and the box.
const TIE: f64 = 34.0;
/// The width of the boxes in the middle.
const CENTRE: f64 = 266.0;
/// The width of the axis.
const AXIS: f64 = 470.0;
/// The room within a card.
const INSET: f64 = 14.0;
/// The room between cards.
const BETWEEN: f64 = 10.0;

/// Paints cards.
pub(crate) fn painted(cards: &[Card], palette: &Palette) -> Picture {
    let days = cards.iter().flat_map(|c| &c.moments).map(Moment::day);
    let left = INSET + 2.0 * SIDE + 2.0 * TIE + CENTRE + 44.0;
    let axis = Axis::of(days, left, AXIS);
    let width = axis.map_or(left - 44.0, |axis| axis.right() + 18.0) + INSET;
    let (mut groups, mut top) = (Vec::new(), 0.0);
    if let Some(axis) = &axis {
        groups.extend(axis.labels(0.0, palette));
        top = STRIP;
    }
    for card in cards {
        let sides = [&card.left, &card.right].map(|s| s.as_ref().map_or(0.0, Side::height));
        let height = sides
            .into_iter()
            .fold(card.centre.height, f64::max)
            .max(44.0)
            + 2.0 * 10.0;
        let area = Rect::new(0.0, top, width, height);
        groups.push(ground(area, palette));
        if let Some(axis) = &axis {
            groups.push(axis.grid(area.y + 0.5, area.bottom() - 0.5, palette));
        }
        groups.extend(body(card, area, palette));
        if let Some(axis) = &axis {
            groups.extend(life(card, area, axis, palette));
        }
        top = area.bottom() + BETWEEN;
    }
    let mut height = top - BETWEEN;
    if let Some(axis) = axis.filter(|_| height > 700.0) {
        groups.extend(axis.labels(height + 2.0, palette));
        height += STRIP;
    }
    Picture {
        width,
        height,
        groups,
        entries: entries(cards, palette),
    }
}

fn ground(area: Rect, palette: &Palette) -> Group {
    let stroke = Stroke {
        colour: palette.hull_border,
        width: 1.0,
        dash: Dash::Solid,
    };
    Group {
        part: Part::Hull,
        hover: None,
        bounds: area,
        marks: vec![pen::boxed(area, 10.0, Some(palette.hull), Some(stroke))],
    }
}

/// The box, its sides and the lines between them.
fn body(card: &Card, area: Rect, palette: &Palette) -> Vec<Group> {
    let middle = area.centre().y;
    let x = area.x + INSET + SIDE + TIE;
    let wide = card.centre.width.min(CENTRE);
    let item = &card.centre;
    let centre = Rect::new(
        x + (CENTRE - wide) / 2.0,
        middle - item.height / 2.0,
        wide,
        item.height,
    );
    let (mut lines, mut boxes) = (Vec::new(), Vec::new());
    for (side, from) in [
        (&card.left, area.x + INSET),
        (&card.right, x + CENTRE + TIE),
    ] {
        let Some(side) = side else { continue };
        let height = side.height();
        let rect = Rect::new(from, middle - height / 2.0, SIDE, height);
        let (a, b) = if rect.x < centre.x {
            (rect.right(), centre.x)
        } else {
            (centre.right(), rect.x)
        };
        lines.push(tie(
            Point::new(a, middle),
            Point::new(b, middle),
            side,
            palette,
        ));
        boxes.push(side_box(side, rect, palette));
    }
    lines.extend(boxes);
    lines.push(paint::boxed(item, centre, centre.bottom(), palette));
    lines
}

fn tie(from: Point, to: Point, side: &Side, palette: &Palette) -> Group {
    Group {
        part: Part::Tie,
        hover: (!side.hover.is_empty()).then(|| side.hover.clone()),
        bounds: Rect::new(from.x, from.y, to.x - from.x, 0.0),
        marks: vec![pen::line(from, to, palette.stroke(TieKind::Links))],
    }
}

fn side_box(side: &Side, rect: Rect, palette: &Palette) -> Group {
    let is_named = !side.hover.is_empty();
    let stroke = Stroke {
        colour: palette.role,
        width: 1.2,
        dash: if is_named { Dash::Solid } else { Dash::Fine },
    };
    let mut marks = vec![pen::boxed(rect, 4.0, Some(palette.page), Some(stroke))];
    let mut y = rect.y + 8.0;
    for line in &side.lines {
        let colour = if line.quiet {
            palette.quiet
        } else {
            palette.ink
        };
        let pen = if line.bold {
            pen::bold(line.size, colour)
        } else {
            pen::plain(line.size, colour)
        };
        let at = Point::new(rect.centre().x, pen.base(y + line.pitch() / 2.0));
        marks.push(pen.centred(line.words.clone(), at));
        y += line.pitch();
    }
    Group {
        part: Part::Node,
        hover: is_named.then(|| side.hover.clone()),
        bounds: rect,
        marks,
    }
}

/// The life of a body on the axis: a line from the first to the last that is known of it, and what happened.
fn life(card: &Card, area: Rect, axis: &Axis, palette: &Palette) -> Vec<Group> {
    let middle = area.centre().y;
    let stroke = palette.stroke(TieKind::Links);
    let mut groups = Vec::new();
    let mut marks = Vec::new();
    for two in card.moments.windows(2) {
        let [before, after] = two else { continue };
        let (a, b) = (axis.x(before.day()), axis.x(after.day()));
        let rests = matches!(
            before,
            Moment::Life {
                event: LifeEvent::Suspended | LifeEvent::Ended,
                ..
            }
        );
        let course = Stroke {
            width: if rests { 1.4 } else { 3.0 },
            dash: if rests { Dash::Fine } else { Dash::Solid },
            ..stroke
        };
        marks.push(pen::line(
            Point::new(a, middle),
            Point::new(b, middle),
            course,
        ));
    }
    if !marks.is_empty() {
        groups.push(Group {
            part: Part::Hull,
            hover: None,
            bounds: Rect::new(axis.left(), middle - 2.0, axis.right() - axis.left(), 4.0),
            marks,
        });
    }
    groups.extend(
        card.moments
            .iter()
            .map(|m| moment(m, middle, axis, palette)),
    );
    groups.extend(numbers(card, middle, axis, palette));
    groups
}

/// The numbers of sessions above their dots, as far as they have room.
fn numbers(card: &Card, middle: f64, axis: &Axis, palette: &Palette) -> Vec<Group> {
    let pen = pen::plain(11.0, palette.quiet);
    let (mut groups, mut taken) = (Vec::new(), f64::MIN);
    for moment in &card.moments {
        let Moment::Session {
            day,
            number: Some(number),
            ..
        } = moment
        else {
            continue;
        };
        let (words, x) = (number.to_string(), axis.x(*day));
        let half = pen.width(&words) / 2.0;
        if x - half < taken + 4.0 {
            continue;
        }
        taken = x + half;
        groups.push(Group {
            part: Part::Label,
            hover: None,
            bounds: Rect::new(x - half, middle - 20.0, 2.0 * half, 11.0),
            marks: vec![pen.centred(words, Point::new(x, middle - 11.0))],
        });
    }
    groups
}

fn entries(cards: &[Card], palette: &Palette) -> Vec<Entry> {
    let kinds: BTreeSet<What> = cards.iter().map(|c| c.centre.what).collect();
    let mut entries: Vec<Entry> = kinds.into_iter().map(Entry::Box).collect();
    let (mut held, mut planned, mut events) = (false, false, BTreeSet::new());
    for moment in cards.iter().flat_map(|c| &c.moments) {
        match moment {
            Moment::Session { planned: true, .. } => planned = true,
            Moment::Session { .. } => held = true,
            Moment::Life { event, .. } => {
                events.insert(*event);
            }
        }
    }
    let palette = *palette;
    let mut own = |sampler: Sampler, words: &str| {
        entries.push(Entry::Own(sampler, words.to_owned()));
    };
    for (is_there, is_planned, words) in [
        (held, false, "met (with the number of the session)"),
        (planned, true, "meeting planned"),
    ] {
        if is_there {
            let sampler = move |rect: Rect| vec![session(rect.centre(), is_planned, &palette)];
            own(Box::new(sampler), words);
        }
    }
    for event in events {
        let sampler = move |rect: Rect| vec![glyph(event, rect.centre(), &palette)];
        own(Box::new(sampler), told(event));
    }
    entries
}

//! Paints terms as bars in lanes, the lanes in sections, on one axis of time. What is not sure of a term is drawn so.

use super::axis::{Axis, STRIP};
use super::geometry::{Point, Rect, count};
use super::pen::{self, Pen};
use super::scene::{Anchor, Dash, Group, Part, Stroke};
use super::sheet::Picture;
use super::term::{BAR, OPEN, entries, held, unsure};
use super::theme::Palette;
use crate::graph::Spell;

/// A state with the offices in it, or what stands between states.
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) lanes: Vec<Lane>,
}

/// An office.
pub(crate) struct Lane {
    /// Lanes of one group stand under one title.
    pub(crate) group: String,
    pub(crate) title: String,
    /// What the lane is in its group.
    pub(crate) words: String,
    pub(crate) bars: Vec<Bar>,
}

/// A term.
pub(crate) struct Bar {
    pub(crate) name: String,
    pub(crate) spell: Spell,
    pub(crate) hover: String,
}

/// The width of the titles of sections.
const SECTIONS: f64 = 150.0;
/// The width of the titles of groups behind them.
const TITLES: f64 = 196.0;
/// The width of the words behind them.
const WORDS: f64 = 126.0;
/// The width of the axis.
const AXIS: f64 = 860.0;
/// The height of a row of bars.
const ROW: f64 = 27.0;
/// The room between sections.
const BETWEEN: f64 = 8.0;

/// Paints sections below one another; `None` where there is no day.
pub(crate) fn painted(sections: &[Section], palette: &Palette) -> Option<Picture> {
    let spells = || {
        let lanes = sections.iter().flat_map(|s| &s.lanes);
        lanes.flat_map(|l| &l.bars).map(|b| b.spell)
    };
    let days = spells().flat_map(|s| [s.not_before, s.first_seen, s.last_seen, s.not_after]);
    let left = SECTIONS + TITLES + WORDS + OPEN + 8.0;
    let axis = Axis::of(days.flatten(), left, AXIS)?;
    let width = axis.right() + OPEN + 12.0;
    let mut groups = axis.labels(0.0, palette);
    let mut top = STRIP;
    for section in sections {
        let (painted, bottom) = self::section(section, top, width, &axis, palette);
        groups.extend(painted);
        top = bottom + BETWEEN;
    }
    // Where the picture is higher than a screen, the days stand below it as well.
    let mut height = top - BETWEEN;
    if height > 700.0 {
        groups.extend(axis.labels(height + 2.0, palette));
        height += STRIP;
    }
    Some(Picture {
        width,
        height,
        groups,
        entries: entries(palette),
    })
}

/// Everything of a section, and its lower side.
fn section(
    section: &Section,
    top: f64,
    width: f64,
    axis: &Axis,
    palette: &Palette,
) -> (Vec<Group>, f64) {
    let mut lanes = Vec::new();
    let mut y = top + 6.0;
    let mut group = "";
    for lane in &section.lanes {
        let is_new = group != lane.group;
        let is_first = group.is_empty();
        group = &lane.group;
        if is_new && !is_first {
            lanes.push(rule(
                Point::new(SECTIONS, y + 3.0),
                width - SECTIONS - 10.0,
                palette,
            ));
            y += 7.0;
        }
        let (painted, height) = self::lane(lane, is_new, y, axis, palette);
        lanes.extend(painted);
        y += height;
    }
    let pen = pen::bold(14.0, palette.ink);
    let title = pen.wrapped(&section.title, SECTIONS - 24.0, 3);
    let titles = pen.pitch() * count(title.len()) + 20.0;
    let area = Rect::new(0.0, top, width, (y + 6.0 - top).max(titles));
    let mut groups = vec![hull(area, palette)];
    groups.push(axis.grid(top + 0.5, area.bottom() - 0.5, palette));
    for (line, words) in title.into_iter().enumerate() {
        let middle = top + 6.0 + ROW / 2.0 + pen.pitch() * count(line);
        groups.push(self::words(words, Point::new(14.0, middle), pen));
    }
    groups.extend(lanes);
    (groups, area.bottom())
}

fn rule(at: Point, width: f64, palette: &Palette) -> Group {
    let stroke = thin(palette);
    Group {
        part: Part::Hull,
        hover: None,
        bounds: Rect::new(at.x, at.y, width, 0.0),
        marks: vec![pen::line(at, Point::new(at.x + width, at.y), stroke)],
    }
}

const fn thin(palette: &Palette) -> Stroke {
    Stroke {
        colour: palette.hull_border,
        width: 1.0,
        dash: Dash::Solid,
    }
}

/// The ground of a section.
fn hull(area: Rect, palette: &Palette) -> Group {
    Group {
        part: Part::Hull,
        hover: None,
        bounds: area,
        marks: vec![pen::boxed(
            area,
            8.0,
            Some(palette.hull),
            Some(thin(palette)),
        )],
    }
}

/// The words and the bars of a lane, and its height.
fn lane(
    lane: &Lane,
    is_first: bool,
    top: f64,
    axis: &Axis,
    palette: &Palette,
) -> (Vec<Group>, f64) {
    let pen = pen::plain(12.0, palette.ink);
    let (placed, rows) = packed(lane, axis, pen);
    let mut groups = Vec::new();
    let title = pen::bold(12.5, palette.ink);
    let lines = if is_first {
        title.wrapped(&lane.title, TITLES - 20.0, 3)
    } else {
        Vec::new()
    };
    let mut y = top + ROW / 2.0;
    for line in &lines {
        groups.push(words(line.clone(), Point::new(SECTIONS, y), title));
        y += title.pitch();
    }
    let quiet = pen::plain(12.0, palette.quiet);
    let office = quiet.fitted(&lane.words, WORDS - 8.0);
    groups.push(words(
        office,
        Point::new(SECTIONS + TITLES, top + ROW / 2.0),
        quiet,
    ));
    for (bar, place) in lane.bars.iter().zip(&placed) {
        groups.push(self::bar(bar, place, top, palette));
    }
    let titles = title.pitch() * count(lines.len());
    let height = (ROW * count(rows)).max(titles + 8.0);
    (groups, height)
}

/// Words whose small letters have their middle at a height.
fn words(content: String, at: Point, pen: Pen) -> Group {
    let bounds = Rect::new(at.x, at.y - pen.size / 2.0, pen.width(&content), pen.size);
    let at = Point::new(at.x, pen.base(at.y));
    Group {
        part: Part::Label,
        hover: None,
        bounds,
        marks: vec![pen.text(content, at)],
    }
}

/// Where a bar and its name lie.
struct Place {
    row: usize,
    /// From where to where the office is shown held.
    sure: (f64, f64),
    /// From where it may have been held, and until when.
    reach: (f64, f64),
    name: Name,
}

/// The name of a bar, or as much of it as has room.
struct Name {
    words: String,
    /// The left end.
    left: f64,
    wide: f64,
    /// What of it stays where it is in a wider font: what is next to the bar.
    anchor: Anchor,
}

impl Name {
    fn right(&self) -> f64 {
        self.left + self.wide
    }
}

/// Places the bars of a lane into as few rows as hold them without overlaps, the earliest first; and the number of rows.
fn packed(lane: &Lane, axis: &Axis, pen: Pen) -> (Vec<Place>, usize) {
    let mut rows: Vec<f64> = Vec::new();
    let mut order: Vec<usize> = (0..lane.bars.len()).collect();
    let start = |i: &usize| lane.bars.get(*i).map(|b| (sure(&b.spell, axis).0, &b.name));
    order.sort_by(|a, b| start(a).partial_cmp(&start(b)).unwrap_or(a.cmp(b)));
    let mut places: Vec<(usize, Place)> = Vec::new();
    for index in order {
        let Some(bar) = lane.bars.get(index) else {
            continue;
        };
        let (mut place, from, to) = placed(bar, axis, pen);
        let free = rows.iter().position(|end| *end + 8.0 <= from);
        place.row = free.unwrap_or(rows.len());
        match rows.get_mut(place.row) {
            Some(end) => *end = to,
            None => rows.push(to),
        }
        places.push((index, place));
    }
    places.sort_by_key(|(index, _)| *index);
    let places = places.into_iter().map(|(_, place)| place);
    (places.collect(), rows.len().max(1))
}

/// From where to where an office is shown held, at least as wide as a dot.
fn sure(spell: &Spell, axis: &Axis) -> (f64, f64) {
    let first = spell.first_seen.or(spell.last_seen);
    let last = spell.last_seen.or(spell.first_seen);
    let Some((first, last)) = first.zip(last) else {
        let bound = spell.not_before.or(spell.not_after);
        let x = bound.map_or(axis.left(), |day| axis.x(day));
        return (x, x);
    };
    let (from, to) = (axis.x(first), axis.x(last));
    let middle = f64::midpoint(from, to);
    (from.min(middle - 5.0), to.max(middle + 5.0))
}

/// Where a bar lies, and from where to where it takes room with its name.
fn placed(bar: &Bar, axis: &Axis, pen: Pen) -> (Place, f64, f64) {
    let sure = sure(&bar.spell, axis);
    let before = bar
        .spell
        .not_before
        .map_or(sure.0 - OPEN, |day| axis.x(day));
    let after = bar.spell.not_after.map_or(sure.1 + OPEN, |day| axis.x(day));
    let reach = (before.min(sure.0), after.max(sure.1));
    let name = named(&bar.name, sure, reach, axis, pen);
    let (from, to) = (reach.0.min(name.left), reach.1.max(name.right()));
    let place = Place {
        row: 0,
        sure,
        reach,
        name,
    };
    (place, from, to)
}

/// Where the name of a bar stands: in the bar, behind it, before it, or else, as much of it as has room, on the longer
/// stretch of what is not sure.
fn named(name: &str, sure: (f64, f64), reach: (f64, f64), axis: &Axis, pen: Pen) -> Name {
    let at = |words: String, x: f64, anchor: Anchor| {
        let wide = pen.width(&words);
        Name {
            words,
            left: x - anchor.to_left(wide),
            wide,
            anchor,
        }
    };
    let words = pen.fitted(name, 260.0);
    let wide = pen.width(&words);
    if wide + 16.0 <= sure.1 - sure.0 {
        return at(words, f64::midpoint(sure.0, sure.1), Anchor::Middle);
    }
    if reach.1 + 6.0 + wide <= axis.right() + OPEN {
        return at(words, reach.1 + 6.0, Anchor::Left);
    }
    if axis.left() - OPEN <= reach.0 - 6.0 - wide {
        return at(words, reach.0 - 6.0, Anchor::Right);
    }
    let (before, behind) = (sure.0 - reach.0, reach.1 - sure.1);
    let words = pen.fitted(&words, before.max(behind) - 16.0);
    if behind >= before {
        at(words, sure.1 + 8.0, Anchor::Left)
    } else {
        at(words, sure.0 - 8.0, Anchor::Right)
    }
}

fn bar(bar: &Bar, place: &Place, top: f64, palette: &Palette) -> Group {
    let middle = top + ROW * count(place.row) + ROW / 2.0;
    let pen = pen::plain(12.0, palette.ink);
    let mut marks = Vec::new();
    marks.extend(unsure(
        (place.reach.0, place.sure.0),
        middle,
        bar.spell.not_before.is_some(),
        palette,
    ));
    marks.extend(unsure(
        (place.sure.1, place.reach.1),
        middle,
        bar.spell.not_after.is_some(),
        palette,
    ));
    if place.sure.1 > place.sure.0 {
        let (from, to) = place.sure;
        let rect = Rect::new(from, middle - BAR / 2.0, to - from, BAR);
        marks.push(held(rect, palette));
    }
    let name = &place.name;
    let is_outside = name.left < place.sure.0 || place.sure.1 < name.right();
    // No line of the grid runs through a name.
    let pen = if is_outside {
        pen.rimmed(palette.hull)
    } else {
        pen
    };
    let at = Point::new(name.left + name.anchor.to_left(name.wide), pen.base(middle));
    marks.push(pen.anchored(name.words.clone(), at, name.anchor));
    let (left, right) = (
        place.reach.0.min(name.left),
        place.reach.1.max(name.right()),
    );
    Group {
        part: Part::Node,
        hover: Some(bar.hover.clone()),
        bounds: Rect::new(left, middle - BAR / 2.0, right - left, BAR),
        marks,
    }
}

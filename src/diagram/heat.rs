//! Paints numbers in rows and columns: the more, the stronger the colour; the number stands in each cell.

use std::collections::BTreeMap;

use super::board::TieKind;
use super::geometry::{Point, Rect, count};
use super::legend::Entry;
use super::pen;
use super::scene::{Colour, Dash, Group, Part, Stroke};
use super::sheet::Picture;
use super::theme::Palette;

/// Numbers in rows and columns.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub(crate) rows: Vec<Row>,
    pub(crate) columns: Vec<Column>,
    /// By row and column: a number of at least one, and what is told of it.
    pub(crate) cells: BTreeMap<(usize, usize), (usize, String)>,
    /// What stands at the end of each row: all that was counted for it, also where no column shows it.
    pub(crate) totals: Vec<usize>,
    /// Whether the columns are those of the rows.
    pub(crate) is_square: bool,
}

/// The words in front of a row.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) name: String,
    /// The short word that stands above its column, where the grid is square.
    pub(crate) mark: String,
}

/// The words above a column.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) above: String,
    pub(crate) name: String,
}

/// How strong the colours are, as shares of the strongest.
const STRENGTHS: [f64; 5] = [0.12, 0.27, 0.44, 0.72, 1.0];
/// The room for the bars of the totals.
const TOTALS: f64 = 150.0;
/// The widest words in front of a row.
const NAMES: f64 = 540.0;

/// Paints a grid.
pub(crate) fn painted(grid: &Grid, palette: &Palette) -> Picture {
    let place = Place::of(grid, palette);
    let scale = Scale::of(grid.cells.values().map(|(n, _)| *n).max().unwrap_or(1));
    let mut groups = heads(grid, &place, palette);
    for row in 0..grid.rows.len() {
        groups.extend(row_of(grid, row, &place, palette));
        for column in 0..grid.columns.len() {
            let rect = place.cell(row, column);
            groups.push(match grid.cells.get(&(row, column)) {
                Some((number, hover)) => cell(rect, *number, hover, &scale, palette),
                None => empty(rect, grid.is_square && row == column, palette),
            });
        }
    }
    let end = place.cell(grid.rows.len(), grid.columns.len());
    let totals = totals(grid, &place, palette);
    groups.extend(totals);
    Picture {
        width: end.x + 16.0 + TOTALS,
        height: end.y,
        groups,
        entries: scale.entries(palette),
    }
}

/// Where everything lies.
struct Place {
    /// The side of a cell.
    side: f64,
    wide: f64,
    left: f64,
    top: f64,
    marks: f64,
}

impl Place {
    fn of(grid: &Grid, palette: &Palette) -> Self {
        let most = grid.rows.len().max(grid.columns.len());
        let side: f64 = match most {
            0..=14 => 36.0,
            15..=30 => 30.0,
            _ => 24.0,
        };
        let head = pen::plain(11.0, palette.quiet);
        let widest = |words: &mut dyn Iterator<Item = &String>, pen: pen::Pen| {
            words.map(|w| pen.width(w)).fold(0.0, f64::max)
        };
        let columns = widest(&mut grid.columns.iter().map(|c| &c.name), head);
        let names = widest(&mut grid.rows.iter().map(|r| &r.name), name(palette));
        let marks = widest(&mut grid.rows.iter().map(|r| &r.mark), head);
        let above = grid.columns.iter().any(|c| !c.above.is_empty());
        let marks = if marks > 0.0 { marks + 12.0 } else { 0.0 };
        Self {
            side,
            wide: side.max(columns + 8.0).ceil(),
            left: (names.min(NAMES) + marks + 12.0).ceil(),
            top: if above { 36.0 } else { 22.0 },
            marks,
        }
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        Rect::new(
            self.left + self.wide * count(column),
            self.top + self.side * count(row),
            self.wide,
            self.side,
        )
    }
}

const fn name(palette: &Palette) -> pen::Pen {
    pen::plain(13.0, palette.ink)
}

fn label(bounds: Rect, mark: super::scene::Mark) -> Group {
    Group {
        part: Part::Label,
        hover: None,
        bounds,
        marks: vec![mark],
    }
}

/// The words above the columns.
fn heads(grid: &Grid, place: &Place, palette: &Palette) -> Vec<Group> {
    let mut groups = Vec::new();
    let (plain, bold) = (
        pen::plain(11.0, palette.quiet),
        pen::bold(11.0, palette.quiet),
    );
    for (index, column) in grid.columns.iter().enumerate() {
        let cell = place.cell(0, index);
        let rect = Rect::new(cell.x, cell.y - 19.0, cell.width, 15.0);
        groups.push(label(rect, plain.within(column.name.clone(), rect)));
        if !column.above.is_empty() {
            let rect = Rect::new(cell.x, 0.0, bold.width(&column.above) + 2.0, 15.0);
            let at = Point::new(cell.x + 2.0, bold.base(7.5));
            groups.push(label(rect, bold.text(column.above.clone(), at)));
        }
    }
    groups
}

/// The words in front of a row.
fn row_of(grid: &Grid, row: usize, place: &Place, palette: &Palette) -> Vec<Group> {
    let Some(words) = grid.rows.get(row) else {
        return Vec::new();
    };
    let (pen, cell) = (name(palette), place.cell(row, 0));
    let room = place.left - place.marks - 10.0;
    let content = pen.fitted(&words.name, room);
    let rect = Rect::new(0.0, cell.y + 3.0, pen.width(&content), cell.height - 6.0);
    let at = Point::new(0.0, pen.base(cell.centre().y));
    let mut groups = vec![label(rect, pen.text(content, at))];
    if !words.mark.is_empty() {
        let pen = pen::plain(11.0, palette.quiet);
        let wide = pen.width(&words.mark);
        let at = Point::new(place.left - 10.0 - wide, pen.base(cell.centre().y));
        let rect = Rect::new(at.x, cell.y + 3.0, wide, cell.height - 6.0);
        groups.push(label(rect, pen.text(words.mark.clone(), at)));
    }
    groups
}

fn cell(rect: Rect, number: usize, hover: &str, scale: &Scale, palette: &Palette) -> Group {
    let fill = strength(scale.step(number), palette);
    let size = (rect.height * 0.38).clamp(9.5, 13.0);
    let colour = readable(fill, palette);
    let inner = rect.grown(-1.0);
    Group {
        part: Part::Node,
        hover: Some(hover.to_owned()),
        bounds: inner,
        marks: vec![
            pen::boxed(inner, 3.0, Some(fill), None),
            pen::bold(size, colour).within(number.to_string(), inner),
        ],
    }
}

fn empty(rect: Rect, is_diagonal: bool, palette: &Palette) -> Group {
    let inner = rect.grown(-1.0);
    let mut marks = vec![pen::boxed(inner, 3.0, Some(palette.hull), None)];
    if is_diagonal {
        let stroke = Stroke {
            colour: palette.hull_border,
            width: 1.5,
            dash: Dash::Solid,
        };
        let within = inner.grown(-inner.height * 0.3);
        marks.push(pen::line(
            Point::new(within.x, within.y),
            Point::new(within.right(), within.bottom()),
            stroke,
        ));
    }
    Group {
        part: Part::Hull,
        hover: None,
        bounds: inner,
        marks,
    }
}

/// A bar for the total of each row.
fn totals(grid: &Grid, place: &Place, palette: &Palette) -> Vec<Group> {
    let total = |row: usize| grid.totals.get(row).copied().unwrap_or_default();
    let most = grid.totals.iter().copied().max().unwrap_or(1).max(1);
    let pen = pen::plain(11.0, palette.quiet);
    let left = place.cell(0, grid.columns.len()).x + 16.0;
    let mut groups = Vec::new();
    let head = Rect::new(left, place.top - 19.0, pen.width("in all"), 15.0);
    groups.push(label(
        head,
        pen.text(
            "in all".to_owned(),
            Point::new(left, pen.base(head.centre().y)),
        ),
    ));
    for row in 0..grid.rows.len() {
        let cell = place.cell(row, 0);
        let wide = ((TOTALS - 44.0) * count(total(row)) / count(most)).max(2.0);
        let bar = Rect::new(left, cell.centre().y - 5.0, wide, 10.0);
        let words = total(row).to_string();
        let at = Point::new(bar.right() + 6.0, pen.base(cell.centre().y));
        groups.push(Group {
            part: Part::Label,
            hover: None,
            bounds: Rect::new(left, bar.y - 1.0, wide + 6.0 + pen.width(&words), 12.0),
            marks: vec![
                pen::boxed(bar, 2.0, Some(palette.band), None),
                pen.text(words, at),
            ],
        });
    }
    groups
}

/// The colour of a step, from 0.
fn strength(step: usize, palette: &Palette) -> Colour {
    let share = STRENGTHS.get(step).copied().unwrap_or(1.0);
    palette
        .page
        .mixed(palette.stroke(TieKind::Met).colour, share)
}

/// The colour of words on a colour: that of the two with the higher contrast.
fn readable(fill: Colour, palette: &Palette) -> Colour {
    if palette.ink.contrast(fill) >= palette.page.contrast(fill) {
        palette.ink
    } else {
        palette.page
    }
}

/// Which numbers have which strength: each step up to the number that is written.
struct Scale {
    up_to: Vec<usize>,
}

impl Scale {
    /// Steps of even ratios up to the largest number; where there are few numbers each has its own.
    fn of(most: usize) -> Self {
        let ratio = root(count(most.max(1)));
        let mut up_to = Vec::new();
        let mut bound = 1.0;
        for _ in 1..STRENGTHS.len() {
            bound *= ratio;
            let last = up_to.last().copied().unwrap_or(0);
            let whole = (last + 1..most).find(|n| count(*n) + 0.5 > bound);
            up_to.push(whole.unwrap_or(most));
        }
        up_to.push(most);
        up_to.dedup();
        Self { up_to }
    }

    fn step(&self, number: usize) -> usize {
        let steps = self.up_to.len();
        let place = self.up_to.iter().position(|bound| number <= *bound);
        // The largest number has the strongest colour, however few steps there are.
        place.unwrap_or(steps - 1) + STRENGTHS.len() - steps
    }

    fn entries(&self, palette: &Palette) -> Vec<Entry> {
        let mut from = 1;
        let mut entries = Vec::new();
        for up_to in &self.up_to {
            let numbers = if from == *up_to {
                from.to_string()
            } else {
                format!("{from} to {up_to}")
            };
            let plural = if *up_to == 1 { "meeting" } else { "meetings" };
            let fill = strength(self.step(*up_to), palette);
            let sampler = Box::new(move |rect| vec![pen::boxed(rect, 3.0, Some(fill), None)]);
            entries.push(Entry::Own(sampler, format!("{numbers} {plural}")));
            from = up_to + 1;
        }
        entries
    }
}

/// The fifth root of a number of at least one, by halving: only what is the same on every machine is used.
fn root(number: f64) -> f64 {
    let (mut low, mut high) = (1.0, number);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if middle * middle * middle * middle * middle < number {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::Theme;

    #[test]
    fn numbers_can_be_read_on_every_strength_and_strengths_are_told_apart() {
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            let palette = theme.palette();
            let fills: Vec<Colour> = (0..5).map(|step| strength(step, palette)).collect();
            for fill in &fills {
                let words = readable(*fill, palette);
                assert!(words.contrast(*fill) >= 4.5, "{theme:?} {fill}");
            }
            for (one, next) in fills.iter().zip(fills.iter().skip(1)) {
                assert!(one.contrast(*next) >= 1.15, "{theme:?} {one} {next}");
            }
        }
    }

    #[test]
    fn more_meetings_are_never_paler_and_the_most_are_the_strongest() {
        for most in [1, 2, 3, 5, 8, 40, 1000] {
            let scale = Scale::of(most);
            let steps: Vec<usize> = (1..=most).map(|n| scale.step(n)).collect();
            assert!(steps.is_sorted(), "{most}: {steps:?}");
            assert_eq!(steps.last(), Some(&4), "{most}: {:?}", scale.up_to);
        }
        assert_eq!(Scale::of(3).up_to, [1, 2, 3]);
    }
}

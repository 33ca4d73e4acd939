//! An axis of time: where a day lies, and which days have a mark.

use jiff::civil::Date;

use super::geometry::{Point, Rect};
use super::pen;
use super::scene::{Dash, Group, Mark, Part, Stroke};
use super::theme::Palette;
use crate::text::days_between;

/// The months from one mark to the next; the first that leaves room for the words is taken.
const STEPS: [i32; 12] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24_000];
/// The room that a mark and its words take.
const ROOM: f64 = 62.0;
/// The height of a strip of marks.
pub(crate) const STRIP: f64 = 22.0;

/// Days from left to right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axis {
    first: Date,
    last: Date,
    /// The months from one mark to the next.
    step: i32,
    left: f64,
    width: f64,
}

impl Axis {
    /// An axis that has all of these days, from a left end, so wide; `None` where there are no days.
    pub(crate) fn of(
        days: impl Iterator<Item = Date> + Clone,
        left: f64,
        width: f64,
    ) -> Option<Self> {
        let (first, last) = (days.clone().min()?, days.max()?);
        let (from, to) = (months(first), months(last) + 1);
        let step = STEPS
            .iter()
            .copied()
            .find(|step| f64::from((to - from) / step + 2) * ROOM <= width)
            .unwrap_or(24_000);
        let (from, to) = (
            from.div_euclid(step) * step,
            (to + step - 1).div_euclid(step) * step,
        );
        Some(Self {
            first: month(from),
            last: month(to.max(from + step)),
            step,
            left,
            width,
        })
    }

    /// The place of a day.
    pub(crate) fn x(&self, day: Date) -> f64 {
        let whole = days(self.first, self.last).max(1.0);
        self.left + self.width * (days(self.first, day) / whole).clamp(0.0, 1.0)
    }

    pub(crate) const fn left(&self) -> f64 {
        self.left
    }

    pub(crate) fn right(&self) -> f64 {
        self.left + self.width
    }

    /// The days that have a mark.
    fn marks(&self) -> Vec<Date> {
        let last = months(self.last);
        let mut at = months(self.first);
        let mut marks = Vec::new();
        while at <= last {
            marks.push(month(at));
            at += self.step;
        }
        marks
    }

    fn words(&self, day: Date) -> String {
        if self.step % 12 == 0 {
            format!("{}", day.year())
        } else {
            format!("{}-{:02}", day.year(), day.month())
        }
    }

    /// A line down at each mark.
    pub(crate) fn grid(&self, top: f64, bottom: f64, palette: &Palette) -> Group {
        let stroke = Stroke {
            colour: palette.rule,
            width: 1.0,
            dash: Dash::Solid,
        };
        let marks = self.marks().into_iter().map(|day| {
            let x = self.x(day);
            pen::line(Point::new(x, top), Point::new(x, bottom), stroke)
        });
        Group {
            part: Part::Hull,
            hover: None,
            bounds: Rect::new(self.left, top, self.width, bottom - top),
            marks: marks.collect(),
        }
    }

    /// The words of the marks in a strip below a height.
    pub(crate) fn labels(&self, top: f64, palette: &Palette) -> Vec<Group> {
        let pen = pen::plain(11.5, palette.quiet);
        let label = |day: Date| {
            let (words, x) = (self.words(day), self.x(day));
            let half = pen.width(&words) / 2.0;
            let mark: Mark = pen.centred(words, Point::new(x, top + 14.0));
            Group {
                part: Part::Label,
                hover: None,
                bounds: Rect::new(x - half, top + 3.0, 2.0 * half, 14.0),
                marks: vec![mark],
            }
        };
        self.marks().into_iter().map(label).collect()
    }
}

fn days(from: Date, to: Date) -> f64 {
    f64::from(i32::try_from(days_between(from, to)).unwrap_or(i32::MAX))
}

/// The number of a day's month, counted from the year nought.
fn months(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// The first day of a month; the last month of the calendar where it is later than all.
fn month(number: i32) -> Date {
    let year = i16::try_from(number.div_euclid(12)).unwrap_or(9999);
    let month = i8::try_from(number.rem_euclid(12) + 1).unwrap_or(1);
    Date::new(year, month, 1).unwrap_or(Date::MAX)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop where there is no axis")]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn axis(days: &[Date]) -> Axis {
        Axis::of(days.iter().copied(), 100.0, 800.0).unwrap()
    }

    #[test]
    fn days_lie_in_order_within_the_axis() {
        let days = [
            date(2031, 3, 4),
            date(2031, 3, 5),
            date(2033, 1, 1),
            date(2034, 12, 31),
        ];
        let axis = axis(&days);
        let places = days.map(|day| axis.x(day));
        assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
        assert!(
            places
                .iter()
                .all(|x| (axis.left()..=axis.right()).contains(x))
        );
    }

    #[test]
    fn marks_have_room_for_their_words_however_long_the_time() {
        for last in [
            date(2031, 3, 5),
            date(2031, 9, 1),
            date(2040, 1, 1),
            date(2600, 1, 1),
            Date::MAX,
        ] {
            let axis = axis(&[date(2031, 3, 4), last]);
            let places: Vec<f64> = axis.marks().iter().map(|day| axis.x(*day)).collect();
            assert!(places.len() >= 2, "{last}");
            let room = places.iter().zip(places.iter().skip(1));
            let room = room.map(|(one, next)| next - one);
            assert!(room.fold(f64::MAX, f64::min) > 40.0, "{last}: {places:?}");
        }
    }

    #[test]
    fn without_days_there_is_no_axis() {
        assert!(Axis::of(std::iter::empty(), 0.0, 100.0).is_none());
    }
}

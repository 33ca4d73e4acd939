//! Single marks: words of one style, straight lines, boxes.

use super::geometry::{Point, Rect};
use super::metrics::width;
use super::scene::{Anchor, Colour, Mark, Outline, Step, Stroke, TextMark};
use super::words::wrapped;

/// A style of words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pen {
    pub(crate) size: f64,
    bold: bool,
    colour: Colour,
    rim: Option<Colour>,
}

/// Plain words.
pub(crate) const fn plain(size: f64, colour: Colour) -> Pen {
    Pen {
        size,
        bold: false,
        colour,
        rim: None,
    }
}

/// Bold words.
pub(crate) const fn bold(size: f64, colour: Colour) -> Pen {
    Pen {
        size,
        bold: true,
        colour,
        rim: None,
    }
}

impl Pen {
    /// The same, with a rim of the colour of the ground around each letter, for words that lie on lines.
    pub(crate) const fn rimmed(self, ground: Colour) -> Self {
        Self {
            rim: Some(ground),
            ..self
        }
    }

    /// Words from a point on the base line to the right.
    pub(crate) const fn text(self, content: String, at: Point) -> Mark {
        self.anchored(content, at, Anchor::Left)
    }

    /// Words whose middle is at a point on the base line.
    pub(crate) const fn centred(self, content: String, at: Point) -> Mark {
        self.anchored(content, at, Anchor::Middle)
    }

    /// Words in the middle of a box.
    pub(crate) fn within(self, content: String, rect: Rect) -> Mark {
        let middle = rect.centre();
        self.centred(content, Point::new(middle.x, self.base(middle.y)))
    }

    /// How wide words are.
    pub(crate) fn width(self, words: &str) -> f64 {
        width(words, self.size, self.bold)
    }

    /// Words on one line of so many pixels; what does not fit leaves an ellipsis.
    pub(crate) fn fitted(self, words: &str, limit: f64) -> String {
        self.wrapped(words, limit, 1).concat()
    }

    /// Words on several lines of so many pixels.
    pub(crate) fn wrapped(self, words: &str, limit: f64, lines: usize) -> Vec<String> {
        wrapped(words, limit, self.size, self.bold, lines)
    }

    /// The base line of words whose small letters have their middle at a height.
    pub(crate) fn base(self, middle: f64) -> f64 {
        middle + self.size * 0.36
    }

    /// From one base line to the next.
    pub(crate) fn pitch(self) -> f64 {
        (self.size * 1.3).round()
    }

    /// Words of which one end or the middle is at a point on the base line.
    pub(crate) const fn anchored(self, content: String, at: Point, anchor: Anchor) -> Mark {
        Mark::Text(TextMark {
            content,
            at,
            size: self.size,
            bold: self.bold,
            anchor,
            colour: self.colour,
            rim: self.rim,
        })
    }
}

/// A straight line.
pub(crate) fn line(from: Point, to: Point, stroke: Stroke) -> Mark {
    Mark::Line {
        path: vec![Step::Move(from), Step::Line(to)],
        stroke,
    }
}

/// A box.
pub(crate) const fn boxed(
    rect: Rect,
    radius: f64,
    fill: Option<Colour>,
    stroke: Option<Stroke>,
) -> Mark {
    Mark::Shape {
        outline: Outline::Box { rect, radius },
        fill,
        stroke,
    }
}

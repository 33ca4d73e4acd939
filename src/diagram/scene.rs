//! A finished drawing: what lies where, in which colour. It knows no parliaments and no file format.

use super::geometry::{Point, Rect};

/// A colour as red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// The ratio of contrast to another colour as WCAG 2 defines it, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour that has such a share of another one in it, from 0 to 1.
    #[must_use]
    pub(crate) fn mixed(self, other: Self, share: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a mean of two bytes is a byte"
        )]
        let part = |a: u8, b: u8| {
            (f64::from(a) + (f64::from(b) - f64::from(a)) * share.clamp(0.0, 1.0)).round() as u8
        };
        Self(
            part(self.0, other.0),
            part(self.1, other.1),
            part(self.2, other.2),
        )
    }

    fn luminance(self) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }
}

impl std::fmt::Display for Colour {
    /// As `#rrggbb`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// A whole drawing. Groups are painted in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// What the picture shows, in one line.
    pub title: String,
    /// The same in a few sentences, for those who cannot see it.
    pub summary: String,
    /// The colour of the page.
    pub background: Colour,
    /// Everything on it.
    pub groups: Vec<Group>,
}

/// What a group of marks stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The title and what stands below it.
    Heading,
    /// The area of a state.
    Hull,
    /// A line between two nodes.
    Tie,
    /// A person or a body, or the name of a state.
    Node,
    /// Words on a line.
    Label,
    /// The explanation of shapes and lines.
    Legend,
    /// Advice that only holds for a picture one can point at.
    Hint,
}

/// Marks that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What it stands for.
    pub part: Part,
    /// What is told when one points at it.
    pub hover: Option<String>,
    /// The room that it takes; for a line the box around its course.
    pub bounds: Rect,
    /// What is painted.
    pub marks: Vec<Mark>,
}

impl Group {
    /// The same elsewhere.
    pub(crate) fn moved(mut self, dx: f64, dy: f64) -> Self {
        self.bounds = self.bounds.moved(dx, dy);
        self.marks = self.marks.into_iter().map(|m| m.moved(dx, dy)).collect();
        self
    }
}

impl Mark {
    fn moved(self, dx: f64, dy: f64) -> Self {
        let moved = |p: Point| Point::new(p.x + dx, p.y + dy);
        match self {
            Self::Shape {
                outline,
                fill,
                stroke,
            } => {
                let outline = match outline {
                    Outline::Box { rect, radius } => Outline::Box {
                        rect: rect.moved(dx, dy),
                        radius,
                    },
                    Outline::Band { rect, radius } => Outline::Band {
                        rect: rect.moved(dx, dy),
                        radius,
                    },
                    Outline::Polygon(points) => {
                        Outline::Polygon(points.into_iter().map(moved).collect())
                    }
                    Outline::Oval(rect) => Outline::Oval(rect.moved(dx, dy)),
                };
                Self::Shape {
                    outline,
                    fill,
                    stroke,
                }
            }
            Self::Line { path, stroke } => Self::Line {
                path: path.into_iter().map(|s| s.moved(dx, dy)).collect(),
                stroke,
            },
            Self::Text(text) => Self::Text(TextMark {
                at: moved(text.at),
                ..text
            }),
        }
    }
}

/// One thing to paint.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A closed shape.
    Shape {
        /// Its outline.
        outline: Outline,
        /// Its inside.
        fill: Option<Colour>,
        /// Its border.
        stroke: Option<Stroke>,
    },
    /// An open line.
    Line {
        /// Its course.
        path: Vec<Step>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// One line of words.
    Text(TextMark),
}

/// A closed outline.
#[derive(Debug, Clone, PartialEq)]
pub enum Outline {
    /// A box with rounded corners.
    Box {
        /// Where.
        rect: Rect,
        /// The radius of its corners.
        radius: f64,
    },
    /// A box with two round corners on top.
    Band {
        /// Where.
        rect: Rect,
        /// The radius of its upper corners.
        radius: f64,
    },
    /// A shape of straight sides.
    Polygon(Vec<Point>),
    /// An oval that fills a box.
    Oval(Rect),
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width in pixels.
    pub width: f64,
    /// Its pattern.
    pub dash: Dash,
}

/// The pattern of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// Dashes.
    Dashed,
    /// Short dashes.
    Fine,
    /// Dots.
    Dotted,
}

/// One step of a line's course.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begins here.
    Move(Point),
    /// Straight to here.
    Line(Point),
    /// A cubic curve: two control points and the end.
    Curve(Point, Point, Point),
}

impl Step {
    /// The same elsewhere.
    pub(crate) fn moved(self, dx: f64, dy: f64) -> Self {
        let moved = |p: Point| Point::new(p.x + dx, p.y + dy);
        match self {
            Self::Move(p) => Self::Move(moved(p)),
            Self::Line(p) => Self::Line(moved(p)),
            Self::Curve(a, b, p) => Self::Curve(moved(a), moved(b), moved(p)),
        }
    }

    /// Where the step ends.
    #[must_use]
    pub const fn end(self) -> Point {
        match self {
            Self::Move(p) | Self::Line(p) | Self::Curve(_, _, p) => p,
        }
    }
}

/// One line of words.
#[derive(Debug, Clone, PartialEq)]
pub struct TextMark {
    /// The words, without control characters.
    pub content: String,
    /// Where the line of words is anchored, on the base line.
    pub at: Point,
    /// The size of the type in pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// What of the words is at that point. Who looks may have a wider font than the one with which they were measured: the
    /// other ends then move, and that one stays.
    pub anchor: Anchor,
    /// Its colour.
    pub colour: Colour,
    /// The colour of the rim around each letter, which hides what lies below the words, however wide they are.
    pub rim: Option<Colour>,
}

/// What of a line of words lies at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Left,
    /// The middle.
    Middle,
    /// The right end.
    Right,
}

impl Anchor {
    /// How far the left end of words so wide lies left of their point, in the unit of the width.
    ///
    /// ```
    /// use interparl::diagram::Anchor;
    /// assert_eq!(Anchor::ALL.map(|a| a.to_left(50.0)), [0.0, 25.0, 50.0]);
    /// ```
    #[must_use]
    pub const fn to_left(self, width: f64) -> f64 {
        match self {
            Self::Left => 0.0,
            Self::Middle => width / 2.0,
            Self::Right => width,
        }
    }

    /// All, from left to right.
    pub const ALL: [Self; 3] = [Self::Left, Self::Middle, Self::Right];
}

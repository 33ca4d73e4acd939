//! Points and boxes, in pixels; y grows downwards.

/// A point.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// From the left edge of the drawing.
    pub x: f64,
    /// From its top.
    pub y: f64,
}

impl Point {
    /// A point of its coordinates.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A box with sides along the axes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rect {
    /// A box of its left upper corner and its size.
    #[must_use]
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// Its right side.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its lower side.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Its middle.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same box, grown on all four sides (shrunk where the amount is negative).
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(
            self.x - by,
            self.y - by,
            self.width + 2.0 * by,
            self.height + 2.0 * by,
        )
    }

    /// The same box elsewhere.
    #[must_use]
    pub fn moved(&self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy, self.width, self.height)
    }

    /// Whether the two share any area.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether the other box lies inside of this one.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// The smallest box that has both.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }

    /// Where the line from the middle of the box to a point leaves the box; the point itself where it lies inside.
    #[must_use]
    pub fn exit_towards(&self, point: Point) -> Point {
        let centre = self.centre();
        let (dx, dy) = (point.x - centre.x, point.y - centre.y);
        let reach = |distance: f64, half: f64| {
            if distance.abs() > half {
                half / distance.abs()
            } else {
                1.0
            }
        };
        let share = reach(dx, self.width / 2.0).min(reach(dy, self.height / 2.0));
        Point::new(centre.x + dx * share, centre.y + dy * share)
    }
}

/// A number of things as a factor for lengths.
#[must_use]
pub(crate) fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leaves_a_box_through_its_side() {
        let rect = Rect::new(0.0, 0.0, 100.0, 20.0);
        assert_eq!(
            rect.exit_towards(Point::new(250.0, 10.0)),
            Point::new(100.0, 10.0)
        );
        assert_eq!(
            rect.exit_towards(Point::new(60.0, 12.0)),
            Point::new(60.0, 12.0)
        );
    }

    #[test]
    fn boxes_that_only_touch_do_not_overlap() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!rect.overlaps(&rect.moved(10.0, 0.0)));
        assert!(rect.overlaps(&rect.moved(9.9, 9.9)));
    }
}

//! Stretches of a text, in bytes inside the program and in code points at its rim.

/// A stretch of a text: byte offsets, the end not included, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch from byte `start` to before byte `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The words of the stretch; empty where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the other stretch lies inside this one.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest stretch that has both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether it has no bytes.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// Converts byte offsets of one text to code points (as the Web Annotation `TextPositionSelector` counts them).
///
/// Building it costs one pass over the text; a conversion costs at most 64 bytes of counting, nothing for ASCII.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before every 64th byte; empty where the text is ASCII.
    marks: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    const STEP: usize = 64;

    /// Prepares the conversion for a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for (i, byte) in text.bytes().enumerate() {
                if i % Self::STEP == 0 {
                    marks.push(count);
                }
                count += usize::from(!is_continuation(byte));
            }
        }
        Self { text, marks }
    }

    /// The number of code points before a byte offset; for an offset behind the end, of the whole text.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.marks.is_empty() {
            return byte;
        }
        let mark = (byte / Self::STEP).min(self.marks.len() - 1);
        let before = self.marks.get(mark).copied().unwrap_or_default();
        let rest = self
            .text
            .as_bytes()
            .get(mark * Self::STEP..byte)
            .unwrap_or_default();
        before + rest.iter().filter(|b| !is_continuation(**b)).count()
    }

    /// The span's start and end in code points.
    #[must_use]
    pub fn range(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_as_python_counts_them() {
        let text = "Ә".repeat(100) + "abc";
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
        assert_eq!(points.at(text.len()), 103);
        assert_eq!(points.at(text.len() + 9), 103);
    }

    #[test]
    fn a_span_off_the_boundaries_has_no_words() {
        assert_eq!(Span::new(1, 2).of("Ә"), "");
        assert_eq!(Span::new(0, 9).of("abc"), "");
    }
}

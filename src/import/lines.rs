//! In which line of a text a byte stands.

/// Counts the lines of a text, byte by byte onwards. CR, LF and CR LF each end a line, as in the tables and files that come from
/// all systems.
#[derive(Debug, Clone)]
pub(super) struct Lines<'t> {
    bytes: &'t [u8],
    /// The byte up to which lines are counted.
    counted: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self {
            bytes: text.as_bytes(),
            counted: 0,
            line: 1,
        }
    }

    /// The line, from 1, in which the byte at an offset stands; of an offset before the last one, the line of that one.
    pub(super) fn at(&mut self, offset: u64) -> u64 {
        let end = usize::try_from(offset).map_or(self.bytes.len(), |o| o.min(self.bytes.len()));
        while self.counted < end {
            let passed = self.bytes.get(self.counted).copied();
            let next = self.bytes.get(self.counted + 1).copied();
            self.counted += 1;
            // Of CR LF the line ends behind both.
            let ends = passed == Some(b'\n') || (passed == Some(b'\r') && next != Some(b'\n'));
            self.line += u64::from(ends);
        }
        self.line
    }

    /// The line in which the first byte from an offset on stands that ends no line: there a row begins, behind the end of the one
    /// before it and behind lines with nothing in them.
    pub(super) fn of_row(&mut self, offset: u64) -> u64 {
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let rest = self.bytes.get(start..).unwrap_or_default();
        let ends = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        self.at(offset.saturating_add(ends.map(|_| 1_u64).sum()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_end_of_a_line_counts_once() {
        for text in ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\r\nb\rc"] {
            let mut lines = Lines::of(text);
            let place = |letter| text.find(letter).unwrap_or_default() as u64;
            let told = ['a', 'b', 'c'].map(|letter| lines.at(place(letter)));
            assert_eq!(told, [1, 2, 3], "{text:?}");
            assert_eq!(lines.at(1000), 3);
            assert_eq!(lines.at(0), 3);
        }
    }

    #[test]
    fn a_row_begins_behind_empty_lines() {
        let mut lines = Lines::of("a\r\n\r\n\nb");
        assert_eq!(lines.of_row(0), 1);
        assert_eq!(lines.of_row(2), 4);
    }
}

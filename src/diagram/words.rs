//! Words on their way into a picture: cleaned of what could break a file or scramble a line, wrapped, shortened.

use super::metrics::width;

/// The words without control characters, marks of direction and other characters that are not for reading;
/// white space of any kind becomes single spaces.
///
/// ```
/// use interparl::diagram::clean;
/// assert_eq!(clean(" a\u{1b}[31mb\n\u{202e}c "), "a[31mb c");
/// ```
#[must_use]
pub fn clean(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_for_machines(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Control characters, marks of direction, private and unassigned code points that XML does not allow.
fn is_for_machines(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}' | '\u{e0000}'..='\u{e007f}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// Words of unknown direction inside of a line that runs from left to right: set apart, so that they cannot turn it round.
#[must_use]
pub(crate) fn isolated(words: &str) -> String {
    if words.is_ascii() {
        words.to_owned()
    } else {
        format!("\u{2068}{words}\u{2069}")
    }
}

/// At most so many characters; what is cut off leaves an ellipsis.
#[must_use]
pub(crate) fn shortened(words: &str, characters: usize) -> String {
    if words.chars().count() <= characters {
        return words.to_owned();
    }
    let mut cut: String = words.chars().take(characters.saturating_sub(1)).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// Breaks words into at most `lines` lines of at most `limit` pixels, all of about the same length.
#[must_use]
pub(crate) fn wrapped(words: &str, limit: f64, size: f64, bold: bool, lines: usize) -> Vec<String> {
    let measure = |line: &str| width(line, size, bold);
    let greedy = broken(words, limit, &measure);
    if greedy.len() > lines {
        let mut kept: Vec<String> = greedy.into_iter().take(lines).collect();
        if let Some(last) = kept.last_mut() {
            while !last.is_empty() && measure(&format!("{last}…")) > limit {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
        return kept;
    }
    // The narrowest column that needs no further line makes the lines even.
    let widest = words.split(' ').map(measure).fold(limit / 3.0, f64::max);
    let (mut low, mut high) = (widest.min(limit), limit);
    for _ in 0..7 {
        let middle = low.midpoint(high);
        if broken(words, middle, &measure).len() <= greedy.len() {
            high = middle;
        } else {
            low = middle;
        }
    }
    broken(words, high, &measure)
}

/// Breaks at spaces, and inside of a word where it alone is too long for a line.
fn broken(words: &str, limit: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split(' ').filter(|w| !w.is_empty()) {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if measure(&longer) <= limit {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if measure(&line) > limit && line.chars().nth(1).is_some() {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(c);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_break_a_file_is_gone() {
        let hostile = "a\u{0}b\u{7f}\u{85}c\r\n\td\u{2067}e\u{fffe}\u{1fffe}";
        assert_eq!(clean(hostile), "ab c de");
    }

    #[test]
    fn lines_fit_and_lose_no_word() {
        let name = "Inter-chamber Parliamentary Commission on Cooperation between two chambers";
        let lines = wrapped(name, 180.0, 12.0, true, 9);
        assert_eq!(lines.join(" "), name);
        assert!(lines.iter().all(|l| width(l, 12.0, true) <= 180.0));
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        let lines = wrapped(&"x".repeat(100), 50.0, 12.0, false, 99);
        assert_eq!(lines.concat().len(), 100);
        assert!(lines.iter().all(|l| width(l, 12.0, false) <= 50.0));
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrapped("one two three four five six", 40.0, 12.0, false, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.last().is_some_and(|l| l.ends_with('…')));
        assert!(lines.iter().all(|l| width(l, 12.0, false) <= 40.0));
    }
}

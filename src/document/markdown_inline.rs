//! Emphasis, links, images and code inside a line of Markdown, as the words that a reader sees.

/// The line without its marks: of a link the words, of an image the description, of code the code.
pub(super) fn plain_inline(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    let mut before = ' ';
    while let Some(character) = rest.chars().next() {
        let (piece, length) = piece(rest, character, before);
        plain.push_str(&piece);
        let (taken, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        before = taken.chars().next_back().unwrap_or(before);
        rest = after;
    }
    plain
}

/// What a reader sees of the start of `rest`, and how many bytes of it that is.
fn piece(rest: &str, character: char, before: char) -> (String, usize) {
    let as_it_is = (character.to_string(), character.len_utf8());
    match character {
        '\\' => match rest.chars().nth(1) {
            Some(next) if next.is_ascii_punctuation() => (next.to_string(), 2),
            _ => as_it_is,
        },
        '!' if rest.starts_with("![") => link(rest, 1).unwrap_or(as_it_is),
        '[' => link(rest, 0).unwrap_or(as_it_is),
        '<' => address(rest).unwrap_or(as_it_is),
        '`' => (String::new(), 1),
        '*' | '_' | '~' => {
            let run = rest.chars().take_while(|c| *c == character).count();
            let after = rest.chars().nth(run).unwrap_or(' ');
            if is_emphasis(character, run, before, after) {
                (String::new(), run)
            } else {
                (rest.get(..run).unwrap_or_default().to_owned(), run)
            }
        }
        _ => as_it_is,
    }
}

/// Whether marks stand at the edge of a word; `snake_case`, `2 * 3` and `~5` keep theirs.
fn is_emphasis(mark: char, run: usize, before: char, after: char) -> bool {
    let opens = !after.is_whitespace() && !before.is_alphanumeric();
    let closes = !before.is_whitespace() && !after.is_alphanumeric();
    match mark {
        '~' => run == 2,
        '*' => run <= 3 && (!after.is_whitespace() || !before.is_whitespace()),
        _ => run <= 3 && (opens || closes),
    }
}

/// `[words](target)`, `[words][name]` and, with `skip` 1, the same of an image.
fn link(rest: &str, skip: usize) -> Option<(String, usize)> {
    /// No link is longer; a line of nothing but brackets must not take the square of its length.
    const LONGEST: usize = 500;
    let open = rest.get(skip..)?;
    let words_end = closing(open, b'[', b']', LONGEST)?;
    let words = open.get(1..words_end)?;
    let after = open.get(words_end + 1..)?;
    let target = match after.as_bytes().first() {
        Some(b'(') => closing(after, b'(', b')', LONGEST)?,
        Some(b'[') => closing(after, b'[', b']', LONGEST)?,
        _ => return None,
    };
    // Links in the words of a link (an image) are one level deep in practice; what is deeper stays as it is.
    let words = if words.len() < 400 {
        plain_inline(words)
    } else {
        words.to_owned()
    };
    Some((words, skip + words_end + 1 + target + 1))
}

/// Where the bracket at the start is closed.
fn closing(text: &str, open: u8, close: u8, longest: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().take(longest) {
        if byte == open {
            depth += 1;
        } else if byte == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// `<https://...>` and `<name@example.org>`.
fn address(rest: &str) -> Option<(String, usize)> {
    let end = rest.bytes().take(500).position(|b| b == b'>')?;
    let inside = rest.get(1..end)?;
    let is_address = inside.contains([':', '@']) && !inside.contains(char::is_whitespace);
    is_address.then(|| (inside.to_owned(), end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_signs_stay() {
        for (line, plain) in [
            ("**Bold** and *it*, __b__ and _i_", "Bold and it, b and i"),
            ("snake_case, 2 * 3, ~5, a\\*b", "snake_case, 2 * 3, ~5, a*b"),
            ("[a [b]](x_(y)) [c][1] [d] ![alt](p.png)", "a [b] c [d] alt"),
            ("[![alt](p.png)](https://x.org)", "alt"),
            (
                "<https://x.org/a_b> `code` ~~old~~",
                "https://x.org/a_b code old",
            ),
            ("Papaliʻi [unclosed *Liʻo", "Papaliʻi [unclosed Liʻo"),
        ] {
            assert_eq!(plain_inline(line), plain, "{line}");
        }
    }

    #[test]
    fn brackets_without_end_take_no_time() {
        assert_eq!(plain_inline(&"[".repeat(50_000)).len(), 50_000);
        assert!(!plain_inline(&("[".repeat(300) + &"](x)".repeat(300))).is_empty());
    }
}

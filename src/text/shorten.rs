//! Text that is made to fit a line.

/// Text in one line: a single blank for whatever stands between its words.
///
/// ```
/// use interparl::text::one_line;
/// assert_eq!(one_line("a friendship group"), "a friendship group");
/// assert_eq!(one_line(" a\u{a0}friendship\n  group "), "a friendship group");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    // Most names are in one line as they stand: then they need not be cut and joined again.
    let plain = |b: u8| b.is_ascii_graphic() || b == b' ';
    let single = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
    if single && text.bytes().all(plain) {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Text of so many characters (code points) at most, cut between words where it has any, with an ellipsis where something is
/// left out.
///
/// ```
/// use interparl::text::shortened;
/// assert_eq!(shortened("a friendship group", 20), "a friendship group");
/// assert_eq!(shortened("a friendship group", 15), "a friendship…");
/// ```
#[must_use]
pub fn shortened(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else {
        return text.to_owned();
    };
    let kept = text.get(..end).unwrap_or_default();
    let kept = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    format!("{kept}…")
}

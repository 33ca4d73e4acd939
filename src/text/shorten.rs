//! Text that is made shorter for a line.

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

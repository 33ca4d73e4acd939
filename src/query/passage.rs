//! The words of an article with the sentences around them, for whoever asks what they mean where they stand.
//!
//! In comes the text of an article, out come stretches of it as they are. What they are shown on has to clean them.

use serde::Serialize;

use crate::lexicon::Lexicon;
use crate::mention::Words;
use crate::text::Span;

/// So many sentences are given on each side at most.
pub const MOST_SENTENCES: usize = 1000;

/// Words of an article with what stands around them. One after another, the three are a stretch of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// What stands before the words.
    pub before: String,
    /// The words themselves.
    pub words: String,
    /// What stands behind them.
    pub after: String,
    /// Whether the article begins where `before` does.
    pub begins: bool,
    /// Whether the article ends where `after` does.
    pub ends: bool,
}

/// The words from code point `start` to before code point `end` of a text, with the sentences that they stand in and so many
/// more on each side, at most [`MOST_SENTENCES`]; `None` where the text has no such words.
///
/// ```
/// use interparl::query::passage;
///
/// let text = "It rained. Speaker Ozola met Speaker Tamm in Riga. They had tea. It rained again.";
/// let found = passage(text, 19, 45, 1).expect("the text is longer");
/// assert_eq!(found.words, "Ozola met Speaker Tamm in ");
/// assert_eq!(found.before, "It rained. Speaker ");
/// assert_eq!(found.after, "Riga. They had tea.");
/// assert!(found.begins && !found.ends);
/// ```
///
/// # Complexity
/// Proportional to the text.
#[must_use]
pub fn passage(text: &str, start: usize, end: usize, sentences: usize) -> Option<Passage> {
    let (start, end) = (byte_of(text, start)?, byte_of(text, end)?);
    if start >= end {
        return None;
    }
    let around = around(text, Span::new(start, end), sentences.min(MOST_SENTENCES));
    Some(Passage {
        before: Span::new(around.start, start).of(text).to_owned(),
        words: Span::new(start, end).of(text).to_owned(),
        after: Span::new(end, around.end).of(text).to_owned(),
        begins: Span::new(0, around.start).of(text).trim().is_empty(),
        ends: Span::new(around.end, text.len()).of(text).trim().is_empty(),
    })
}

/// The stretch of the sentences in which words stand and of so many more on each side, the words always within.
fn around(text: &str, words: Span, more: usize) -> Span {
    let all = sentences(text);
    let first = all.partition_point(|span| span.end <= words.start);
    let behind = all.partition_point(|span| span.start < words.end);
    let from = all.get(first.saturating_sub(more));
    let last = behind.saturating_add(more).min(all.len()).checked_sub(1);
    let till = last.and_then(|last| all.get(last));
    Span::new(
        from.map_or(words.start, |span| span.start.min(words.start)),
        till.map_or(words.end, |span| span.end.max(words.end)),
    )
}

/// The sentences of a text, in its order.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    let split = Words::new(text, Lexicon::builtin(), None);
    let spans = split.sentences.iter();
    spans
        .map(|sentence| split.span_of(&sentence.words))
        .filter(|span| !span.is_empty())
        .collect()
}

/// The byte offset of a code point; that of the end for the number of code points.
fn byte_of(text: &str, point: usize) -> Option<usize> {
    let offsets = text.char_indices().map(|(at, _)| at);
    offsets.chain([text.len()]).nth(point)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str =
        "Talks in Riga\n\nŽelana came. Dr. Ozola met Mr. Tamm. They signed “it”.\n\nAn end.";

    #[test]
    fn sentences_end_where_the_rules_see_their_end() {
        let start = TEXT.chars().position(|c| c == 'z').unwrap() - 1;
        let found = passage(TEXT, start, start + 5, 0).unwrap();
        assert_eq!(
            (
                found.before.as_str(),
                found.words.as_str(),
                found.after.as_str()
            ),
            ("Dr. ", "Ozola", " met Mr. Tamm.")
        );
        let wider = passage(TEXT, start, start + 5, 1).unwrap();
        assert_eq!(wider.before, "Želana came. Dr. ");
        assert_eq!(wider.after, " met Mr. Tamm. They signed “it”.");
        assert!(!wider.begins && !wider.ends);
    }

    #[test]
    fn nothing_is_told_of_words_that_are_not_there() {
        let points = TEXT.chars().count();
        for (start, end) in [
            (3, 3),
            (4, 3),
            (0, points + 1),
            (points, points),
            (usize::MAX, 1),
        ] {
            assert_eq!(passage(TEXT, start, end, 1), None, "{start} {end}");
        }
        assert_eq!(passage("", 0, 0, 1), None);
        let whole = passage(TEXT, 0, points, usize::MAX).unwrap();
        assert!(whole.begins && whole.ends && whole.words == TEXT);
    }

    proptest! {
        #[test]
        fn the_three_are_a_stretch_of_the_text(
            text in "[A-Za-z.,“” \n\u{e9}\u{17d}]{0,80}", start in 0_usize..90, length in 0_usize..40, more in 0_usize..5,
        ) {
            let points: Vec<char> = text.chars().collect();
            match passage(&text, start, start + length, more) {
                None => prop_assert!(length == 0 || start + length > points.len()),
                Some(found) => {
                    let words: String = points.get(start..start + length).unwrap().iter().collect();
                    prop_assert_eq!(&found.words, &words);
                    let before: String = points.get(..start).unwrap().iter().collect();
                    let behind: String = points.get(start + length..).unwrap().iter().collect();
                    let left = before.strip_suffix(&found.before).unwrap();
                    let right = behind.strip_prefix(&found.after).unwrap();
                    prop_assert_eq!(found.begins, left.trim().is_empty());
                    prop_assert_eq!(found.ends, right.trim().is_empty());
                    let wider = passage(&text, start, start + length, more + 1).unwrap();
                    prop_assert!(wider.before.ends_with(&found.before) && wider.after.starts_with(&found.after));
                    let whole = passage(&text, start, start + length, 1000).unwrap();
                    prop_assert!(whole.begins && whole.ends);
                }
            }
        }
    }
}

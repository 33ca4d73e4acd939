//! What words of an article say: their place, their text, and whether that is one of some phrases.
//!
//! In come numbers of words, out come places, texts and answers. This module never looks words up in the tables but for cues, and houses by their
//! state.

use std::borrow::Cow;
use std::ops::Range;

use super::word::Words;
use crate::lexicon::{Chamber, Cue, Entry, House, RowNumber};
use crate::ontology::StateCode;
use crate::text::Span;

impl<'a> Words<'a> {
    /// The words as they stand in the text.
    #[must_use]
    pub fn text_of(&self, words: &Range<usize>) -> &'a str {
        self.span_of(words).of(self.text)
    }

    /// The words in small letters. Most words are in small letters as they stand, and need no copy.
    #[must_use]
    pub fn small(&self, words: &Range<usize>) -> Cow<'a, str> {
        let text = self.text_of(words);
        // One walk without an early end, which a processor takes many bytes at a time.
        let (mut all, mut capital) = (0, false);
        for byte in text.bytes() {
            all |= byte;
            capital |= byte.is_ascii_uppercase();
        }
        match (all.is_ascii(), capital) {
            (true, false) => Cow::Borrowed(text),
            (true, true) => Cow::Owned(text.to_ascii_lowercase()),
            (false, _) => Cow::Owned(text.to_lowercase()),
        }
    }

    /// Whether words are one of the phrases, which are in small letters: capitals do not count.
    ///
    /// Rules ask this more often than anything else, and nearly always the answer is no by the length alone. So that much is put into
    /// whoever asks, and the text is looked at only where the length fits.
    #[must_use]
    #[inline]
    pub fn say(&self, words: &Range<usize>, phrases: &[&str]) -> bool {
        let span = self.span_of(words);
        let length = span.end.wrapping_sub(span.start);
        phrases
            .iter()
            .any(|p| p.len() == length && self.says(span, p))
    }

    /// Whether words are one of the phrases as they are written.
    #[must_use]
    #[inline]
    pub(super) fn read(&self, words: &Range<usize>, phrases: &[&str]) -> bool {
        let span = self.span_of(words);
        let length = span.end.wrapping_sub(span.start);
        phrases
            .iter()
            .any(|p| p.len() == length && span.of(self.text) == *p)
    }

    /// Whether the text at a place is a phrase: capitals do not count.
    #[inline(never)]
    fn says(&self, span: Span, phrase: &str) -> bool {
        span.of(self.text).eq_ignore_ascii_case(phrase)
    }

    /// Whether words are a turn of phrase that is a cue for something: capitals do not count.
    #[must_use]
    #[inline]
    pub fn are_cue(&self, words: &Range<usize>, cue: Cue) -> bool {
        let span = self.span_of(words);
        let first = self.text.as_bytes().get(span.start).copied();
        let length = span.end.wrapping_sub(span.start);
        self.lexicon
            .may_be_cue(cue, length, first.unwrap_or_default())
            && self.lexicon.is_cue(cue, span.of(self.text))
    }

    /// Whether a turn of phrase that is a cue for something may begin with words: only their first letter is looked at.
    #[must_use]
    #[inline]
    pub fn open_cue(&self, words: &Range<usize>, cue: Cue) -> bool {
        let first = self.words.get(words.start).map(|w| w.token.span.start);
        let first = first.and_then(|start| self.text.as_bytes().get(start));
        self.lexicon
            .opens_cue(cue, first.copied().unwrap_or_default())
    }

    /// Whether a chamber sat when the article was published; where that day or the times of the chamber are not known, whether it sits now.
    #[must_use]
    pub fn sits(&self, chamber: &Chamber) -> bool {
        self.lexicon.sat_on(chamber, self.published)
    }

    /// The house of a state when the article was published.
    pub(super) fn house_of(&self, state: StateCode, house: House) -> Option<RowNumber> {
        self.lexicon.house_on(state, house, self.published)
    }

    /// The parliament of a state when the article was published.
    pub(super) fn parliament_of(&self, state: StateCode) -> Option<RowNumber> {
        self.lexicon.parliament_on(state, self.published)
    }

    /// Whether only their accents tell words from a form of address or a title; of nothing else do accents tell anything.
    pub(super) fn lose_accents(&self, words: &Range<usize>, entry: Entry) -> bool {
        let told = matches!(
            entry,
            Entry::Honorific(_) | Entry::Title(_) | Entry::Titles(_)
        );
        told && self.loses_accents(self.text_of(words), entry)
    }

    /// Where words stand in the text.
    #[must_use]
    #[inline]
    pub fn span_of(&self, words: &Range<usize>) -> Span {
        if words.is_empty() {
            return Span::default();
        }
        let at = |word: usize| self.words.get(word).map(|w| w.token.span);
        Span::new(
            at(words.start).map_or(usize::MAX, |s| s.start),
            at(words.end - 1).map_or(usize::MAX, |s| s.end),
        )
    }
}

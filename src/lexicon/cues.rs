//! The turns of phrase that are a cue for something, and a quick no for all other words.

use super::build::Lexicon;
use super::cue::Cue;

impl Lexicon {
    /// The turns of phrase that are a cue for something, in small letters.
    #[must_use]
    pub fn cue(&self, cue: Cue) -> &[String] {
        self.cues
            .get(cue as usize)
            .map_or(&[], |c| c.phrases.as_slice())
    }

    /// Whether a text is a turn of phrase that is a cue for something: capitals do not count.
    #[must_use]
    pub fn is_cue(&self, cue: Cue, text: &str) -> bool {
        self.cues.get(cue as usize).is_some_and(|c| c.has(text))
    }

    /// Whether a turn of phrase that is a cue for something may begin with a word: one begins with its first letter.
    #[must_use]
    pub fn opens_cue(&self, cue: Cue, word: &str) -> bool {
        let first = word.as_bytes().first().copied().unwrap_or_default();
        let cues = self.cues.get(cue as usize);
        cues.is_some_and(|c| c.letters & letter_bit(first) != 0)
    }

    /// Whether a text of so many bytes that begins with this one may be a turn of phrase that is a cue for something. What is asked for
    /// is nearly never there, so that this is asked before the text is looked at.
    #[must_use]
    #[inline]
    pub fn may_be_cue(&self, cue: Cue, length: usize, first: u8) -> bool {
        let cues = self.cues.get(cue as usize);
        cues.is_some_and(|c| {
            c.lengths & length_bit(length) != 0 && c.letters & letter_bit(first) != 0
        })
    }
}

/// The turns of phrase of one cue.
#[derive(Debug, Clone, Default)]
pub(super) struct Cues {
    /// The phrases, in small letters.
    pub(super) phrases: Vec<String>,
    /// A bit for each length that a phrase has; the last one is for all that are longer.
    lengths: u64,
    /// A bit for each letter with which a phrase begins; the last one is for all that are no letters of the English alphabet.
    letters: u32,
}

impl Cues {
    /// None.
    pub(super) const NONE: Self = Self {
        phrases: Vec::new(),
        lengths: 0,
        letters: 0,
    };

    /// Adds a phrase in small letters.
    pub(super) fn add(&mut self, phrase: String) {
        self.lengths |= length_bit(phrase.len());
        self.letters |= letter_bit(phrase.as_bytes().first().copied().unwrap_or_default());
        self.phrases.push(phrase);
    }

    /// Whether a text is one of the phrases: capitals do not count.
    pub(super) fn has(&self, text: &str) -> bool {
        let mut phrases = self.phrases.iter();
        phrases.any(|p| p.eq_ignore_ascii_case(text))
    }
}

#[inline]
fn length_bit(length: usize) -> u64 {
    1 << length.min(63)
}

#[inline]
fn letter_bit(first: u8) -> u32 {
    let letter = first | 0x20;
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 1 << 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_phrase_is_found_in_any_letters_and_nothing_else_is() {
        let mut cues = Cues::NONE;
        assert!(!cues.has("on board"));
        for phrase in ["on board", "its members", "équipe"] {
            cues.add(phrase.to_owned());
        }
        for found in ["on board", "On Board", "ITS MEMBERS", "équipe"] {
            assert!(cues.has(found), "{found}");
        }
        for other in ["on", "on hoard", "its member", "Équipe"] {
            assert!(!cues.has(other), "{other}");
        }
    }

    #[test]
    fn every_phrase_passes_the_quick_question() {
        let lexicon = Lexicon::builtin();
        let may = |text: &str| {
            let first = text.as_bytes().first().copied().unwrap_or_default();
            lexicon.may_be_cue(Cue::IsPart, text.len(), first)
        };
        for phrase in lexicon.cue(Cue::IsPart) {
            assert!(may(phrase) && may(&phrase.to_uppercase()), "{phrase}");
            assert!(lexicon.opens_cue(Cue::IsPart, phrase), "{phrase}");
        }
        assert!(!may("zebra") && !lexicon.opens_cue(Cue::IsPart, "zebra"));
    }
}

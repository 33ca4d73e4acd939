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
        let cues = self.cues.get(cue as usize);
        cues.is_some_and(|c| c.letters & letter_bit(word) != 0)
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
        self.lengths |= length_bit(&phrase);
        self.letters |= letter_bit(&phrase);
        self.phrases.push(phrase);
    }

    /// Whether a text is one of the phrases: capitals do not count. What is asked for is nearly never there, so that the length and the
    /// first letter are looked at before the phrases.
    #[inline]
    pub(super) fn has(&self, text: &str) -> bool {
        self.lengths & length_bit(text) != 0 && self.letters & letter_bit(text) != 0 && {
            let mut phrases = self.phrases.iter();
            phrases.any(|p| p.eq_ignore_ascii_case(text))
        }
    }
}

#[inline]
fn length_bit(text: &str) -> u64 {
    1 << text.len().min(63)
}

#[inline]
fn letter_bit(text: &str) -> u32 {
    let letter = text.as_bytes().first().copied().unwrap_or_default() | 0x20;
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 1 << 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_in_any_letters_and_nothing_else_is() {
        let mut cues = Cues::NONE;
        assert!(!cues.has("on board"));
        for phrase in ["on board", "its members", "équipe", "", &"a ".repeat(60)] {
            cues.add(phrase.to_owned());
        }
        for found in [
            "on board",
            "On Board",
            "ITS MEMBERS",
            "équipe",
            "",
            &"A ".repeat(60),
        ] {
            assert!(cues.has(found), "{found}");
        }
        for other in [
            "on",
            "on hoard",
            "its member",
            "Équipe",
            &"a ".repeat(61),
            "@n board",
        ] {
            assert!(!cues.has(other), "{other}");
        }
    }
}

//! The turns of phrase that are a cue for something, and a quick no for all other words.

use rustc_hash::FxHashMap;

use super::build::Lexicon;
use super::cue::Cue;

/// Cues, a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CueSet(u64);

// A cue more than there are bits would pass for another one.
const _: () = assert!(Cue::COUNT <= 64, "there are more cues than bits");

impl CueSet {
    /// Whether a cue is among them.
    #[must_use]
    #[inline]
    pub const fn has(self, cue: Cue) -> bool {
        self.0 & 1 << cue as u64 != 0
    }
}

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

    /// Everything that a text is a cue for: capitals do not count.
    #[must_use]
    pub fn cues_of(&self, text: &str) -> CueSet {
        self.all_cues.of(text)
    }

    /// Whether a turn of phrase that is a cue for something begins with a letter.
    #[must_use]
    #[inline]
    pub fn opens_cue(&self, cue: Cue, first: u8) -> bool {
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

/// What each turn of phrase is a cue for.
#[derive(Debug, Clone, Default)]
pub(super) struct AllCues {
    /// By the phrase in small letters.
    cues: FxHashMap<String, CueSet>,
    /// For each length, the letters with which a phrase of it begins.
    openings: Vec<u32>,
}

impl AllCues {
    /// Those of all cues, by their number.
    pub(super) fn of_all(cues: &[Cues]) -> Self {
        let mut new = Self::default();
        for (number, own) in cues.iter().enumerate() {
            for phrase in &own.phrases {
                let first = phrase.as_bytes().first().copied().unwrap_or_default();
                if new.openings.len() <= phrase.len() {
                    new.openings.resize(phrase.len() + 1, 0);
                }
                if let Some(openings) = new.openings.get_mut(phrase.len()) {
                    *openings |= letter_bit(first);
                }
                let known = new.cues.entry(phrase.to_ascii_lowercase()).or_default();
                known.0 |= 1 << number;
            }
        }
        new
    }

    /// What a text is a cue for. Most words are none, and that shows by their length and first letter.
    fn of(&self, text: &str) -> CueSet {
        let first = text.as_bytes().first().copied().unwrap_or_default();
        let openings = self.openings.get(text.len()).copied().unwrap_or_default();
        if openings & letter_bit(first) == 0 {
            return CueSet::default();
        }
        let found = if text.bytes().any(|b| b.is_ascii_uppercase()) {
            self.cues.get(&text.to_ascii_lowercase())
        } else {
            self.cues.get(text)
        };
        found.copied().unwrap_or_default()
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
            let first = phrase.as_bytes().first().copied().unwrap_or_default();
            assert!(lexicon.opens_cue(Cue::IsPart, first), "{phrase}");
            for text in [phrase.clone(), phrase.to_ascii_uppercase()] {
                let cues = lexicon.cues_of(&text);
                let same = |cue| cues.has(cue) == lexicon.is_cue(cue, &text);
                assert!(
                    cues.has(Cue::IsPart) && same(Cue::Leaves) && same(Cue::Brings),
                    "{text}"
                );
            }
        }
        assert_eq!(lexicon.cues_of("zebra"), CueSet::default());
        assert!(!may("zebra") && !lexicon.opens_cue(Cue::IsPart, b'z'));
    }
}

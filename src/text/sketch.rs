//! A short summary of which words a text has, by which texts of nearly the same words are found.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// So many of the rows of words are kept, those of the least hashes: a sample that all texts draw in the same way.
const KEPT: usize = 32;

/// So many words make a row. Fewer would be shared by all texts on one subject, more would be lost by each changed word.
const ROW: usize = 4;

/// A text of fewer rows than this has no sketch: what short texts share tells nothing.
const FEWEST: usize = 8;

/// The least hashes of the rows of four words of a text, sorted.
///
/// Written as hexadecimal digits, eight a hash. Two texts of the same words, whatever the case and the punctuation, have the
/// same sketch.
///
/// ```
/// use interparl::text::Sketch;
/// let agency = "The speakers of both houses met on Monday and agreed to hold the next session of the commission in spring.";
/// let paper = "NEWS -- The speakers of both houses met on Monday and agreed to hold the next session of the commission in spring.";
/// let likeness = Sketch::of(agency).likeness(&Sketch::of(paper));
/// assert!((80..100).contains(&likeness), "{likeness}");
/// assert_eq!(Sketch::of("Too short to tell.").likeness(&Sketch::of("Too short to tell.")), 0);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// The sketch of a text; an empty one where the text is too short.
    ///
    /// Complexity: one pass over the text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Sorted.
        let mut least: Vec<u32> = Vec::with_capacity(KEPT + 1);
        // The largest of those kept, once there are enough.
        let mut most = u32::MAX;
        let mut row = [0_u64; ROW];
        let mut words = 0_usize;
        let mut take = |word: u64| {
            row.rotate_left(1);
            if let Some(last) = row.last_mut() {
                *last = word;
            }
            words += 1;
            if words >= ROW {
                let hash = row.iter().fold(BASIS, |hash, word| mix(hash ^ word));
                let short = u32::try_from(hash >> 32).unwrap_or_default();
                if (least.len() < KEPT || short < most)
                    && let Err(place) = least.binary_search(&short)
                {
                    least.insert(place, short);
                    least.truncate(KEPT);
                    most = least.last().copied().unwrap_or(u32::MAX);
                }
            }
        };
        let mut word: Option<u64> = None;
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                let c = u64::from(c.to_ascii_lowercase());
                word = Some((word.unwrap_or(BASIS) ^ c).wrapping_mul(PRIME));
            } else if !c.is_ascii() && c.is_alphanumeric() {
                let hash = c.to_lowercase().fold(word.unwrap_or(BASIS), |hash, c| {
                    (hash ^ u64::from(c)).wrapping_mul(PRIME)
                });
                word = Some(hash);
            } else if let Some(done) = word.take() {
                take(done);
            }
        }
        if let Some(done) = word {
            take(done);
        }
        if words < FEWEST + ROW - 1 {
            return Self::default();
        }
        Self(least)
    }

    /// Whether there is nothing in it: of a text that is too short.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of all rows of words of both texts are in both, in hundredths; an estimate where the texts are long.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> usize {
        let (mut mine, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        let (mut sample, mut shared) = (0_usize, 0_usize);
        // The least hashes of both together, each once.
        while sample < KEPT {
            let (one, two) = (mine.peek().copied(), theirs.peek().copied());
            let Some(least) = one.into_iter().chain(two).min() else {
                break;
            };
            let of_mine = mine.next_if(|hash| *hash == least).is_some();
            let of_theirs = theirs.next_if(|hash| *hash == least).is_some();
            sample += 1;
            shared += usize::from(of_mine && of_theirs);
        }
        (shared * 100).checked_div(sample).unwrap_or(0)
    }

    /// The hashes of which texts of nearly the same words share at least one, almost always.
    #[must_use]
    pub fn keys(&self) -> &[u32] {
        /// With eight and texts that share seven rows of ten, one in ten thousand pairs is missed.
        const KEYS: usize = 8;
        self.0.get(..KEYS.min(self.0.len())).unwrap_or_default()
    }
}

/// The numbers of the hash function FNV-1a.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Spreads each bit over all others, so that the least hashes are a fair sample (the finaliser of `SplitMix64`).
const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

impl Serialize for Sketch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut digits = String::with_capacity(self.0.len() * 8);
        for hash in &self.0 {
            let _ = write!(digits, "{hash:08x}");
        }
        serializer.serialize_str(&digits)
    }
}

impl<'de> Deserialize<'de> for Sketch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        let bad = || serde::de::Error::custom("a sketch is of eight hexadecimal digits a hash");
        if !digits.is_ascii() || digits.len() % 8 != 0 {
            return Err(bad());
        }
        let mut hashes = BTreeSet::new();
        for at in (0..digits.len()).step_by(8) {
            let hash = digits.get(at..at + 8).ok_or_else(bad)?;
            hashes.insert(u32::from_str_radix(hash, 16).map_err(|_| bad())?);
        }
        Ok(Self(hashes.into_iter().take(KEPT).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(from: usize, to: usize) -> String {
        let words: Vec<String> = (from..to).map(|n| format!("word{n}")).collect();
        words.join(" ")
    }

    #[test]
    fn likeness_is_about_the_share_of_common_rows() {
        let of = |from, to| Sketch::of(&words(from, to));
        assert_eq!(of(0, 400).likeness(&of(0, 400)), 100);
        assert_eq!(of(0, 400).likeness(&of(1000, 1400)), 0);
        let half = of(0, 300).likeness(&of(100, 400));
        assert!((25..75).contains(&half), "{half}");
        assert!(of(0, 400).likeness(&of(0, 380)) > 80);
    }

    #[test]
    fn case_and_punctuation_do_not_count() {
        let one = Sketch::of(&words(0, 50));
        let other = Sketch::of(&words(0, 50).to_uppercase().replace(' ', ", "));
        assert!(!one.is_empty());
        assert_eq!(one, other);
        assert!(Sketch::of(&words(0, FEWEST + ROW - 2)).is_empty());
    }

    #[test]
    fn what_is_written_is_read_back() -> Result<(), serde_json::Error> {
        let sketch = Sketch::of(&words(0, 99));
        let text = serde_json::to_string(&sketch)?;
        assert_eq!(serde_json::from_str::<Sketch>(&text)?, sketch);
        assert!(serde_json::from_str::<Sketch>("\"12345\"").is_err());
        assert!(serde_json::from_str::<Sketch>("\"1234567x\"").is_err());
        Ok(())
    }
}

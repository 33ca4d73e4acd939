//! Codes of states: ISO 3166-1 alpha-2.

use std::fmt;
use std::num::NonZeroU16;
use std::sync::LazyLock;

/// How many letters there are.
const LETTERS: u16 = 26;

/// All codes in their order, two letters each: `AAABAC` to `ZZ`.
static CODES: LazyLock<String> = LazyLock::new(|| {
    let letters = || 'A'..='Z';
    letters()
        .flat_map(|a| letters().flat_map(move |b| [a, b]))
        .collect()
});

/// The two-letter code of a state, always upper case ASCII, such as `KZ`.
///
/// It is kept as its place among all codes, from one, so that an `Option<StateCode>` is two bytes without padding and compared as one
/// number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateCode(NonZeroU16);

impl StateCode {
    /// The code that a word of two upper case letters is, or `None` for anything else.
    ///
    /// ```
    /// use interparl::ontology::StateCode;
    /// assert_eq!(StateCode::parse("KZ").map(|c| c.to_string()), Some("KZ".to_owned()));
    /// assert_eq!(StateCode::parse("Kz"), None);
    /// ```
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.as_bytes() {
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => {
                let letter = |l: u8| u16::from(l - b'A');
                NonZeroU16::new(letter(a) * LETTERS + letter(b) + 1).map(Self)
            }
            _ => None,
        }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        let place = usize::from(self.0.get() - 1) * 2;
        let letters = CODES.get(place..place + 2);
        letters.unwrap_or("??")
    }
}

impl fmt::Debug for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StateCode({})", self.as_str())
    }
}

impl fmt::Display for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl serde::Serialize for StateCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for StateCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&word).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "\"{word}\" is not a state code of two upper case letters"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_comes_back_and_they_keep_the_order_of_the_alphabet() {
        let mut before = None;
        for a in 'A'..='Z' {
            for b in 'A'..='Z' {
                let word = format!("{a}{b}");
                let code = StateCode::parse(&word);
                assert_eq!(code.map(|c| c.as_str()), Some(word.as_str()));
                assert!(before < code, "{word} comes behind the one before");
                before = code;
            }
        }
    }

    #[test]
    fn an_unknown_state_takes_no_more_room() {
        assert_eq!(size_of::<Option<StateCode>>(), size_of::<StateCode>());
    }
}

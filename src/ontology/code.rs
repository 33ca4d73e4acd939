//! Codes of states: ISO 3166-1 alpha-2.

use std::fmt;

/// The two-letter code of a state, always upper case ASCII, such as `KZ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateCode([u8; 2]);

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
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Self([a, b])),
            _ => None,
        }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
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

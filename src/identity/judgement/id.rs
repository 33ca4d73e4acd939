//! The id of a judgement.

use std::fmt;

use crate::identity::label::short_hash;

/// The digits of an id. A million judgements would have to be written before two of one id get likely.
const DIGITS: usize = 12;

/// The id of a judgement: twelve hexadecimal digits, a hash of what is judged.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct JudgementId(String);

impl JudgementId {
    /// The id that a word is: twelve digits, `0` to `9` and `a` to `f`.
    ///
    /// ```
    /// use interparl::identity::JudgementId;
    /// assert!(JudgementId::parse("0123456789ab").is_some());
    /// assert_eq!(JudgementId::parse("0123456789AB"), None);
    /// ```
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let digits = |c: char| matches!(c, '0'..='9' | 'a'..='f');
        (word.len() == DIGITS && word.chars().all(digits)).then(|| Self(word.to_owned()))
    }

    /// The id of a content.
    pub(super) fn of(content: &str) -> Self {
        Self(short_hash(content, DIGITS))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for JudgementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

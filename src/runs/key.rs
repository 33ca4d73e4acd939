//! Keys: bytes whose order is that of what they are made of.

use jiff::civil::Date;

/// The bytes of a key, made part by part.
///
/// Two keys that are made of parts of the same sorts compare as the tuples of these parts do.
///
/// ```
/// use interparl::runs::Key;
/// let key = |word: &str, number| Key::new().word(word).number(number).into_bytes();
/// assert!(key("ab", 7) < key("ab", 300));
/// assert!(key("ab", 7) < key("ab\0", 1));
/// assert!(key("ab\0", 7) < key("abc", 1));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Key(Vec<u8>);

/// What a zero within a word is followed by, so that it is not its end.
const STAYS: u8 = 0xff;

impl Key {
    /// A key of no parts.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, number: usize) -> Self {
        self.0.extend_from_slice(&(number as u64).to_be_bytes());
        self
    }

    /// Adds a small number.
    #[must_use]
    pub fn small(mut self, number: u8) -> Self {
        self.0.push(number);
        self
    }

    /// Adds a truth; false comes first.
    #[must_use]
    pub fn flag(self, flag: bool) -> Self {
        self.small(u8::from(flag))
    }

    /// Adds a word, in the order of its bytes.
    #[must_use]
    pub fn word(mut self, word: &str) -> Self {
        for byte in word.bytes() {
            self.0.push(byte);
            if byte == 0 {
                self.0.push(STAYS);
            }
        }
        self.0.extend_from_slice(&[0, 0]);
        self
    }

    /// Adds a day; none comes first.
    #[must_use]
    pub fn day(mut self, day: Option<Date>) -> Self {
        let Some(day) = day else {
            return self.small(0);
        };
        self.0.push(1);
        // With its sign turned, a negative year comes before a positive one.
        let year = day.year().cast_unsigned() ^ 0x8000;
        self.0.extend_from_slice(&year.to_be_bytes());
        let [month, of_month] = [day.month(), day.day()].map(i8::cast_unsigned);
        self.0.extend_from_slice(&[month, of_month]);
        self
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// The parts of a key, taken off its beginning one by one.
///
/// ```
/// use interparl::runs::{Key, Parts};
/// let key = Key::new().word("a\0b").number(7).small(3).into_bytes();
/// let mut parts = Parts::of(&key);
/// assert_eq!((parts.word().as_deref(), parts.number(), parts.small()), (Some("a\0b"), Some(7), Some(3)));
/// assert_eq!(parts.number(), None);
/// ```
#[derive(Debug, Clone)]
pub struct Parts<'k>(&'k [u8]);

impl<'k> Parts<'k> {
    /// The parts of a key.
    #[must_use]
    pub const fn of(key: &'k [u8]) -> Self {
        Self(key)
    }

    /// The bytes behind the parts that were taken.
    #[must_use]
    pub const fn rest(&self) -> &'k [u8] {
        self.0
    }

    /// The next part as a number; `None` where there is no more.
    pub fn number(&mut self) -> Option<usize> {
        let (bytes, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        usize::try_from(u64::from_be_bytes(*bytes)).ok()
    }

    /// The next part as a small number.
    pub fn small(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// The next part as a word.
    pub fn word(&mut self) -> Option<String> {
        let mut word = Vec::new();
        loop {
            match (self.small()?, self.0.first()) {
                (0, Some(&STAYS)) => {
                    self.small()?;
                    word.push(0);
                }
                (0, _) => {
                    self.small()?;
                    return String::from_utf8(word).ok();
                }
                (byte, _) => word.push(byte),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_have_the_order_of_their_parts(
            one in ("[a\0\u{ff}]{0,3}", 0_usize..300, any::<bool>()),
            other in ("[a\0\u{ff}]{0,3}", 0_usize..300, any::<bool>()),
        ) {
            let key = |(word, number, flag): &(String, usize, bool)| {
                Key::new().word(word).number(*number).flag(*flag).into_bytes()
            };
            prop_assert_eq!(key(&one).cmp(&key(&other)), one.cmp(&other));
            let key = key(&one);
            let mut parts = Parts::of(&key);
            prop_assert_eq!(parts.word(), Some(one.0));
            prop_assert_eq!(parts.number(), Some(one.1));
        }

        #[test]
        fn days_have_the_order_of_time(one in prop::option::of((-3000_i16..3000, 1_i8..12)), other in prop::option::of((-3000_i16..3000, 1_i8..12))) {
            let day = |at: Option<(i16, i8)>| at.and_then(|(year, month)| Date::new(year, month, 1).ok());
            let key = |at| Key::new().day(day(at)).into_bytes();
            prop_assert_eq!(key(one).cmp(&key(other)), day(one).cmp(&day(other)));
        }
    }
}

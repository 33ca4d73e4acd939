//! The token: what one must know to correct.

use std::fmt;
use std::hint::black_box;
use std::io;

use sha2::{Digest as _, Sha256};

use crate::text::hex;

/// Bytes of chance in a token.
const BYTES: usize = 32;

/// What one must know to change something through a server. It is made anew for each, and written nowhere but where
/// [`Token::reveal`] is called; its `Debug` does not tell it.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A token of 256 bits of chance.
    ///
    /// # Errors
    /// Where the system gives no chance.
    pub fn random() -> io::Result<Self> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self(hex(&bytes)))
    }

    /// The token as it goes into an address or a header: 64 hexadecimal digits.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether a word is the token. How long it takes tells nothing about where the two differ: hashes are compared, all of
    /// their bytes.
    pub(super) fn is(&self, word: &str) -> bool {
        let (one, other) = (
            Sha256::digest(self.0.as_bytes()),
            Sha256::digest(word.as_bytes()),
        );
        let pairs = one.iter().zip(other.iter());
        let differs = pairs.fold(0_u8, |differs, (a, b)| black_box(differs | (a ^ b)));
        black_box(differs) == 0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use super::*;

    #[test]
    fn each_token_is_another_and_only_itself() {
        let (one, other) = (Token::random().unwrap(), Token::random().unwrap());
        assert_eq!(one.reveal().len(), 64);
        assert!(one.is(one.reveal()));
        let longer = format!("{}0", one.reveal());
        let upper = one.reveal().to_uppercase();
        for word in ["", other.reveal(), &longer] {
            assert!(!one.is(word), "{word}");
        }
        assert!(upper == one.reveal() || !one.is(&upper));
        assert!(!format!("{one:?}").contains(one.reveal()));
    }
}

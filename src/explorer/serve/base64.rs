//! Bytes out of letters of RFC 4648.

/// The bytes of letters with or without their padding; `None` where they are none.
pub(super) fn decode(letters: &str) -> Option<Vec<u8>> {
    let letters = letters.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for four in letters.chunks(4) {
        let mut word = 0_u32;
        for letter in four {
            word = word << 6 | u32::from(value(*letter)?);
        }
        // A letter alone has not the bits of a byte.
        let count = four.len().checked_sub(1).filter(|count| *count > 0)?;
        let shifted = word << (6 * (4 - four.len()));
        let [_, three @ ..] = shifted.to_be_bytes();
        bytes.extend(three.iter().take(count));
    }
    Some(bytes)
}

/// The six bits of a letter.
const fn value(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_rfc_4648_says() {
        for (plain, letters) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE="),
        ] {
            assert_eq!(decode(letters).as_deref(), Some(plain.as_bytes()));
        }
        assert_eq!(decode("//79"), Some(vec![0xff, 0xfe, 0xfd]));
        for none in ["Z", "Zm9vY", "Zm9-", "Zm 9", "é"] {
            assert_eq!(decode(none), None, "{none}");
        }
    }
}

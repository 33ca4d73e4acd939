//! Texts and lines as they lie in the file: deflated, a third to a quarter of their size.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use sha2::{Digest as _, Sha256};

/// A hash of 32 bytes.
pub(super) type Hash = [u8; 32];

/// Packs bytes.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    // Level 1 is three times as fast as the usual one, and the file a sixth larger.
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    // Writing to memory does not fail.
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}

/// Unpacks what [`pack`] made; `None` where it is no longer what it was (the form has its own check sum) or not UTF-8.
pub(super) fn unpack(packed: &[u8]) -> Option<String> {
    let mut text = String::new();
    ZlibDecoder::new(packed).read_to_string(&mut text).ok()?;
    Some(text)
}

/// The hash of bytes.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_what_is_damaged_does_not() {
        let text = "Speaker of the Senate met Speaker of the House. ".repeat(40);
        let mut packed = pack(text.as_bytes());
        assert!(packed.len() * 4 < text.len());
        assert_eq!(unpack(&packed).as_deref(), Some(text.as_str()));
        assert_eq!(unpack(&pack(b"")).as_deref(), Some(""));
        let middle = packed.len() / 2;
        if let Some(byte) = packed.get_mut(middle) {
            *byte ^= 0x55;
        }
        assert_eq!(unpack(&packed), None);
        assert_eq!(unpack(&[]), None);
    }
}

//! Texts and lines as they lie in the file: deflated, a third to a quarter of their size.

use std::cell::RefCell;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use sha2::{Digest as _, Sha256};

/// A hash of 32 bytes.
pub(super) type Hash = [u8; 32];

thread_local! {
    /// A packer has tables of some hundred kilobytes: to make them anew for each text costs as much as a short text itself.
    /// Level 1 is three times as fast as the usual one, and the file a sixth larger.
    static PACKER: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), true));
}

/// Packs bytes.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    PACKER.with_borrow_mut(|packer| {
        packer.reset();
        let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let taken = usize::try_from(packer.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(taken..).unwrap_or_default();
            match packer.compress_vec(rest, &mut packed, FlushCompress::Finish) {
                // Packing into memory does not fail.
                Ok(Status::StreamEnd) | Err(_) => return packed,
                Ok(Status::Ok | Status::BufError) => packed.reserve(packed.capacity().max(64)),
            }
        }
    })
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
        // What does not become shorter needs more room than was made for it.
        let mut seed = 1_u64;
        let noise: String = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            char::from_u32((seed >> 48) as u32 & 0x7fff).unwrap_or(' ')
        })
        .take(100_000)
        .collect();
        assert_eq!(
            unpack(&pack(noise.as_bytes())).as_deref(),
            Some(noise.as_str())
        );
        let middle = packed.len() / 2;
        if let Some(byte) = packed.get_mut(middle) {
            *byte ^= 0x55;
        }
        assert_eq!(unpack(&packed), None);
        assert_eq!(unpack(&[]), None);
    }
}

//! The gist of a reading: all that a fold asks of it where nothing is made anew of what it tells.
//!
//! It has what is known of the document, who is named and what is claimed, and in the place of words a hash of each claim. It is a
//! function of the reading alone, so that it can be kept from one fold to the next.

use std::io;

use super::plain::{PlainClaimRef, lean, parse_reading, render_reading};
use super::remembered::{Hash, hash};
use super::speaking::short;
use crate::claim::{Claim, Reading};
use crate::runs::{Key, render};

/// The parts of a gist.
#[derive(Clone, Copy)]
pub(super) struct Gist<'g> {
    /// What the last version of a document is found by.
    pub(super) key: &'g [u8],
    /// What is known of the document, and the sketch of the text.
    pub(super) head: &'g [u8],
    /// The hashes of the claims, and as much of the reading as decides who is who.
    pub(super) rest: &'g [u8],
}

/// The bytes of a length.
const LENGTH: usize = 4;

/// The gist of a reading.
pub(super) fn gist(of: &Reading) -> io::Result<Vec<u8>> {
    let document = &of.document;
    let key = Key::new().word(&document.id).day(document.date);
    let mut hashes = Vec::with_capacity(of.claims.len() * size_of::<Hash>());
    for claim in &of.claims {
        hashes.extend(hash_of(&render_claim(claim)?));
    }
    let mut gist = Vec::new();
    let parts = [
        key.word(&document.sha256).into_bytes(),
        render(&(document, &of.sketch))?,
        hashes,
    ];
    for part in parts {
        gist.extend(short(part.len())?.to_le_bytes());
        gist.extend(part);
    }
    gist.extend(render_reading(&lean(of))?);
    Ok(gist)
}

/// A claim as bytes.
pub(crate) fn render_claim(claim: &Claim) -> io::Result<Vec<u8>> {
    render(&PlainClaimRef(claim))
}

/// The hash of the bytes of a claim.
pub(crate) fn hash_of(claim: &[u8]) -> Hash {
    hash([claim])
}

impl<'g> Gist<'g> {
    /// The parts of such bytes.
    pub(super) fn of(bytes: &'g [u8]) -> io::Result<Self> {
        let found = || {
            let (key, behind) = split(bytes)?;
            let (head, rest) = split(behind)?;
            Some(Self { key, head, rest })
        };
        found().ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// What decides who is who, of the last part of a gist.
pub(super) fn lean_of(rest: &[u8]) -> io::Result<Reading> {
    let (_, lean) = split(rest).ok_or(io::ErrorKind::InvalidData)?;
    parse_reading(lean)
}

/// The hashes of the claims, of the same.
pub(super) fn hashes_of(rest: &[u8]) -> io::Result<Vec<Hash>> {
    let (hashes, _) = split(rest).ok_or(io::ErrorKind::InvalidData)?;
    let hashes = hashes.chunks_exact(size_of::<Hash>());
    Ok(hashes
        .filter_map(|hash| hash.first_chunk().copied())
        .collect())
}

/// What has its length before it, and what is behind.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, behind) = bytes.split_first_chunk::<LENGTH>()?;
    behind.split_at_checked(u32::from_le_bytes(*length) as usize)
}

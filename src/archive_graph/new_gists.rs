//! Gists of readings that the next fold takes in their place, on disk until the graph is stored.

use std::io;

use crate::archive::KeptGist;
use crate::runs::{Key, Parts, Shelf};

/// Gists that are not in the archive yet.
#[derive(Default)]
pub(super) struct NewGists(Option<Shelf>);

impl NewGists {
    /// Takes a gist.
    pub(super) fn put(&mut self, gist: &KeptGist) -> io::Result<()> {
        let gists = match &mut self.0 {
            Some(gists) => gists,
            None => self.0.insert(Shelf::new()?),
        };
        let version = Key::new()
            .number(usize::try_from(gist.version.cast_unsigned()).map_err(io::Error::other)?);
        let mut record = version.number(gist.hash.len()).into_bytes();
        record.extend_from_slice(&gist.hash);
        record.extend_from_slice(&gist.bytes);
        gists.put(&record).map(|_| ())
    }

    /// All of them, in the order in which they came.
    pub(super) fn into_all(self) -> impl Iterator<Item = io::Result<KeptGist>> {
        let shelves = self.0.into_iter();
        shelves.flat_map(|mut shelf| {
            (0..shelf.len()).map(move |number| {
                let gist = gist_of(shelf.get(number)?);
                gist.ok_or_else(|| io::ErrorKind::InvalidData.into())
            })
        })
    }
}

fn gist_of(record: &[u8]) -> Option<KeptGist> {
    let mut parts = Parts::of(record);
    let (version, length) = (parts.number()?, parts.number()?);
    let (hash, bytes) = parts.rest().split_at_checked(length)?;
    Some(KeptGist {
        version: (version as u64).cast_signed(),
        hash: hash.to_vec(),
        bytes: bytes.to_vec(),
    })
}

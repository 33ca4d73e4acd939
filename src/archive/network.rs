//! The network of a stored graph, read a little at a time: all of it may be some hundred megabytes, of which a question needs a
//! few blocks.

use std::borrow::Cow;
use std::cell::OnceCell;

use rusqlite::MAIN_DB;
use rusqlite::blob::Blob;

use super::error::ArchiveError;
use super::file::Archive;

/// So many bytes are read at once, and kept.
const BLOCK: usize = 1 << 14;

/// The bytes of a network in an archive that is open.
pub struct StoredNetwork<'a> {
    blob: Blob<'a>,
    size: usize,
    blocks: Vec<OnceCell<Box<[u8]>>>,
}

impl Archive {
    /// Who is next to whom in the stored graph, as it was stored; `None` where no graph is.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn graph_network(&self) -> Result<Option<StoredNetwork<'_>>, ArchiveError> {
        if self.folded()?.is_none() {
            return Ok(None);
        }
        let blob = self
            .connection
            .blob_open(MAIN_DB, "folded", "network", 1, true)
            .map_err(|error| self.told(error))?;
        let size = blob.len();
        Ok(Some(StoredNetwork {
            size,
            blob,
            blocks: vec![OnceCell::new(); size.div_ceil(BLOCK)],
        }))
    }
}

impl StoredNetwork<'_> {
    /// How many bytes it has.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.size
    }

    /// The bytes from a place up to another; `None` where it has none there, or they cannot be read.
    #[must_use]
    pub fn part(&self, from: usize, to: usize) -> Option<Cow<'_, [u8]>> {
        if from > to || to > self.size {
            return None;
        }
        let within = from % BLOCK;
        if within + (to - from) <= BLOCK && from < to {
            let block = self.block(from / BLOCK)?;
            return Some(Cow::Borrowed(block.get(within..within + (to - from))?));
        }
        let mut bytes = Vec::with_capacity(to - from);
        let mut at = from;
        while at < to {
            let begin = at / BLOCK * BLOCK;
            let end = to.min(begin + BLOCK);
            let block = self.block(at / BLOCK)?;
            bytes.extend_from_slice(block.get(at - begin..end - begin)?);
            at = end;
        }
        Some(Cow::Owned(bytes))
    }

    fn block(&self, number: usize) -> Option<&[u8]> {
        let kept = self.blocks.get(number)?;
        if let Some(known) = kept.get() {
            return Some(known);
        }
        let begin = number * BLOCK;
        let mut block = vec![0; BLOCK.min(self.size - begin)];
        self.blob.read_at_exact(&mut block, begin).ok()?;
        Some(kept.get_or_init(|| block.into()))
    }
}

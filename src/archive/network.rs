//! The network of a stored graph, read a little at a time: all of it may be some hundred megabytes, of which a question needs a
//! few blocks.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

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
    blocks: RefCell<BTreeMap<usize, Rc<[u8]>>>,
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
        Ok(Some(StoredNetwork {
            size: blob.len(),
            blob,
            blocks: RefCell::default(),
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
    pub fn part(&self, from: usize, to: usize) -> Option<Vec<u8>> {
        if from > to || to > self.size {
            return None;
        }
        let mut bytes = Vec::with_capacity(to - from);
        let mut at = from;
        while at < to {
            let begin = at / BLOCK * BLOCK;
            let end = to.min(begin + BLOCK);
            let block = self.block(begin)?;
            bytes.extend_from_slice(block.get(at - begin..end - begin)?);
            at = end;
        }
        Some(bytes)
    }

    fn block(&self, begin: usize) -> Option<Rc<[u8]>> {
        if let Some(known) = self.blocks.borrow().get(&begin) {
            return Some(Rc::clone(known));
        }
        let mut block = vec![0; BLOCK.min(self.size - begin)];
        self.blob.read_at_exact(&mut block, begin).ok()?;
        let block: Rc<[u8]> = block.into();
        self.blocks.borrow_mut().insert(begin, Rc::clone(&block));
        Some(block)
    }
}

//! Sorted pieces as one sorted row.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};

use super::sorter::Runs;

/// So many pieces are merged at once; of more, sixty-four at a time become one first.
const AT_ONCE: usize = 64;

/// The least and the most bytes that are read of a piece at a time.
const LEAST: usize = 512;
const MOST: usize = 1 << 18;

/// A record.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// By which it is sorted.
    pub key: Vec<u8>,
    /// What belongs to the key.
    pub value: Vec<u8>,
}

/// Records by their keys.
pub struct Sorted {
    source: Source,
    head: Option<Record>,
}

enum Source {
    Memory(Box<dyn Iterator<Item = Record>>),
    Disk(Merge),
}

impl Sorted {
    pub(super) fn in_memory(records: impl Iterator<Item = Record> + 'static) -> io::Result<Self> {
        Self::new(Source::Memory(Box::new(records)))
    }

    pub(super) fn merging(mut runs: Runs, memory: usize) -> io::Result<Self> {
        while runs.bounds.len() > AT_ONCE {
            let mut fewer = Runs::new()?;
            let bounds = std::mem::take(&mut runs.bounds);
            for some in bounds.chunks(AT_ONCE) {
                let start = fewer.end;
                let file = runs.file.get_ref().try_clone()?;
                runs.file.flush()?;
                let mut merge = Merge::new(file, some, memory)?;
                while let Some(record) = merge.next()? {
                    fewer.write(&record.key, &record.value)?;
                }
                fewer.close(start);
            }
            runs = fewer;
        }
        let file = runs
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        Self::new(Source::Disk(Merge::new(file, &runs.bounds, memory)?))
    }

    fn new(source: Source) -> io::Result<Self> {
        let mut sorted = Self { source, head: None };
        sorted.advance()?;
        Ok(sorted)
    }

    fn advance(&mut self) -> io::Result<Option<Record>> {
        let next = match &mut self.source {
            Source::Memory(records) => records.next(),
            Source::Disk(merge) => merge.next()?,
        };
        Ok(std::mem::replace(&mut self.head, next))
    }

    /// The next record, which stays.
    #[must_use]
    pub const fn head(&self) -> Option<&Record> {
        self.head.as_ref()
    }

    /// Takes the next record; `None` behind the last.
    ///
    /// # Errors
    /// Where the temporary file cannot be read.
    pub fn take(&mut self) -> io::Result<Option<Record>> {
        self.advance()
    }

    /// Takes the next record if this is its key.
    ///
    /// # Errors
    /// Where the temporary file cannot be read.
    pub fn take_same(&mut self, key: &[u8]) -> io::Result<Option<Record>> {
        match &self.head {
            Some(head) if head.key == key => self.advance(),
            _ => Ok(None),
        }
    }

    /// Takes the next record if its key begins so.
    ///
    /// # Errors
    /// Where the temporary file cannot be read.
    pub fn take_if(&mut self, prefix: &[u8]) -> io::Result<Option<Record>> {
        match &self.head {
            Some(head) if head.key.starts_with(prefix) => self.advance(),
            _ => Ok(None),
        }
    }
}

/// Pieces of a file, merged.
struct Merge {
    file: File,
    runs: Vec<Run>,
    /// The next record of each piece, with the piece.
    heads: BinaryHeap<Reverse<(Record, usize)>>,
}

/// A piece that is being read.
struct Run {
    /// What is not in the buffer yet.
    start: u64,
    end: u64,
    buffer: Vec<u8>,
    at: usize,
    most: usize,
}

impl Merge {
    fn new(file: File, bounds: &[(u64, u64)], memory: usize) -> io::Result<Self> {
        let most = (memory / bounds.len().max(1)).clamp(LEAST, MOST);
        let run = |(start, end): &(u64, u64)| Run {
            start: *start,
            end: *end,
            buffer: Vec::new(),
            at: 0,
            most,
        };
        let mut merge = Self {
            file,
            runs: bounds.iter().map(run).collect(),
            heads: BinaryHeap::new(),
        };
        for place in 0..merge.runs.len() {
            merge.refill(place)?;
        }
        Ok(merge)
    }

    fn next(&mut self) -> io::Result<Option<Record>> {
        // The next record of the same piece takes the place of the least one, and sinks to its own place from there.
        let Some(mut least) = self.heads.peek_mut() else {
            return Ok(None);
        };
        let Reverse((record, place)) = &mut *least;
        let next = match self.runs.get_mut(*place) {
            Some(run) => run.next(&mut self.file)?,
            None => None,
        };
        if let Some(next) = next {
            return Ok(Some(std::mem::replace(record, next)));
        }
        let Reverse((record, _)) = PeekMut::pop(least);
        Ok(Some(record))
    }

    /// Puts the next record of a piece among the heads.
    fn refill(&mut self, place: usize) -> io::Result<()> {
        let Some(run) = self.runs.get_mut(place) else {
            return Ok(());
        };
        if let Some(record) = run.next(&mut self.file)? {
            self.heads.push(Reverse((record, place)));
        }
        Ok(())
    }
}

impl Run {
    fn next(&mut self, file: &mut File) -> io::Result<Option<Record>> {
        if self.at == self.buffer.len() && self.start == self.end {
            return Ok(None);
        }
        let key = self.length(file)?;
        let value = self.length(file)?;
        let key = self.bytes(file, key)?.to_vec();
        let value = self.bytes(file, value)?.to_vec();
        Ok(Some(Record { key, value }))
    }

    fn length(&mut self, file: &mut File) -> io::Result<usize> {
        let bytes = self.bytes(file, 4)?;
        let bytes = <[u8; 4]>::try_from(bytes).map_err(io::Error::other)?;
        Ok(u32::from_le_bytes(bytes) as usize)
    }

    /// The next so many bytes of the piece.
    fn bytes(&mut self, file: &mut File, count: usize) -> io::Result<&[u8]> {
        if self.buffer.len() - self.at < count {
            self.buffer.drain(..self.at);
            self.at = 0;
            let wanted = count.max(self.most) - self.buffer.len();
            let there = self.end - self.start;
            let wanted = usize::try_from(there).map_or(wanted, |there| wanted.min(there));
            let from = self.buffer.len();
            self.buffer.resize(from + wanted, 0);
            file.seek(SeekFrom::Start(self.start))?;
            file.read_exact(self.buffer.get_mut(from..).unwrap_or_default())?;
            self.start += wanted as u64;
        }
        let bytes = self.buffer.get(self.at..self.at + count);
        self.at += count;
        bytes.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Sorter;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_goes_to_disk_comes_back_in_order(
            records in prop::collection::vec((prop::collection::vec(0_u8..4, 0..3), prop::collection::vec(any::<u8>(), 0..200)), 0..300),
            memory in 0_usize..4000,
        ) {
            let mut sorter = Sorter::new(memory);
            for (key, value) in &records {
                sorter.push(key, value)?;
            }
            let mut sorted = sorter.sorted()?;
            let mut found = Vec::new();
            while let Some(record) = sorted.take()? {
                found.push((record.key, record.value));
            }
            let mut expected = records;
            expected.sort();
            prop_assert_eq!(found, expected);
        }
    }
}

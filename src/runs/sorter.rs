//! The sorter: records in any order in, sorted pieces on disk where memory does not hold them all.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};

use rayon::prelude::*;

use super::merge::{Record, Sorted};

/// What a record costs beside its own bytes.
const SLOT: usize = size_of::<Slot>();

/// Sorts records by their keys, and those of one key by their values, in no more memory than it was given.
///
/// ```
/// use interparl::runs::Sorter;
/// let mut sorter = Sorter::new(64);
/// for word in ["kea", "owl", "auk", "jay", "emu", "tit"] {
///     sorter.push(word.as_bytes(), b"a bird")?;
/// }
/// let mut sorted = sorter.sorted()?;
/// let mut words = String::new();
/// while let Some(record) = sorted.take()? {
///     words += std::str::from_utf8(&record.key).unwrap_or("?");
/// }
/// assert_eq!(words, "aukemujaykeaowltit");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// Complexity: n log n comparisons, and each record is written and read once for each sixty-fourfold of what memory holds.
#[derive(Debug)]
pub struct Sorter {
    memory: usize,
    bytes: Vec<u8>,
    slots: Vec<Slot>,
    runs: Option<Runs>,
}

/// Where a record lies in memory: its key, and the value behind it.
#[derive(Debug, Clone, Copy)]
struct Slot {
    start: usize,
    key: u32,
    value: u32,
    /// How the key begins, so that most keys are compared without a look at where they lie.
    begins: u64,
}

/// The first eight bytes of a key as a number. Zeros stand for those that a short one lacks, so that where two numbers differ, the keys
/// do in the same way.
fn beginning(key: &[u8]) -> u64 {
    let mut first = [0; size_of::<u64>()];
    for (to, byte) in first.iter_mut().zip(key) {
        *to = *byte;
    }
    u64::from_be_bytes(first)
}

impl Slot {
    fn key(self, bytes: &[u8]) -> &[u8] {
        let end = self.start + self.key as usize;
        bytes.get(self.start..end).unwrap_or_default()
    }

    fn value(self, bytes: &[u8]) -> &[u8] {
        let start = self.start + self.key as usize;
        let end = start + self.value as usize;
        bytes.get(start..end).unwrap_or_default()
    }
}

/// Sorted pieces, one behind the other in a file, and where each of them begins and ends.
#[derive(Debug)]
pub(super) struct Runs {
    pub(super) file: BufWriter<File>,
    pub(super) bounds: Vec<(u64, u64)>,
    pub(super) end: u64,
}

impl Runs {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            file: BufWriter::new(tempfile::tempfile()?),
            bounds: Vec::new(),
            end: 0,
        })
    }

    /// Writes a record behind all others.
    pub(super) fn write(&mut self, key: &[u8], value: &[u8]) -> io::Result<()> {
        for part in [key, value] {
            self.file.write_all(&length(part)?.to_le_bytes())?;
        }
        self.file.write_all(key)?;
        self.file.write_all(value)?;
        self.end += 8 + key.len() as u64 + value.len() as u64;
        Ok(())
    }

    /// Ends the piece that was written from a place on.
    pub(super) fn close(&mut self, start: u64) {
        self.bounds.push((start, self.end));
    }
}

fn length(bytes: &[u8]) -> io::Result<u32> {
    u32::try_from(bytes.len())
        .map_err(|_| io::Error::other("a record has more than four gigabytes"))
}

impl Sorter {
    /// A sorter that keeps so many bytes of records in memory, and one record at least.
    #[must_use]
    pub const fn new(memory: usize) -> Self {
        Self {
            memory,
            bytes: Vec::new(),
            slots: Vec::new(),
            runs: None,
        }
    }

    /// Takes a record.
    ///
    /// # Errors
    /// Where the temporary file cannot be made or does not take the records, and where key or value have 4 GB or more.
    pub fn push(&mut self, key: &[u8], value: &[u8]) -> io::Result<()> {
        let slot = Slot {
            start: self.bytes.len(),
            key: length(key)?,
            value: length(value)?,
            begins: beginning(key),
        };
        let held = self.bytes.len() + (self.slots.len() + 1) * SLOT;
        if held + key.len() + value.len() > self.memory && !self.slots.is_empty() {
            self.spill()?;
            return self.push(key, value);
        }
        self.bytes.extend_from_slice(key);
        self.bytes.extend_from_slice(value);
        self.slots.push(slot);
        Ok(())
    }

    fn sort(&mut self) {
        let bytes = &self.bytes;
        let sorts = |slot: &Slot| (slot.key(bytes), slot.value(bytes));
        self.slots.par_sort_unstable_by(|one, other| {
            let begins = one.begins.cmp(&other.begins);
            begins.then_with(|| sorts(one).cmp(&sorts(other)))
        });
    }

    /// Writes what is in memory as a sorted piece.
    fn spill(&mut self) -> io::Result<()> {
        self.sort();
        let runs = match &mut self.runs {
            Some(runs) => runs,
            None => self.runs.insert(Runs::new()?),
        };
        let start = runs.end;
        for slot in &self.slots {
            runs.write(slot.key(&self.bytes), slot.value(&self.bytes))?;
        }
        runs.close(start);
        self.bytes.clear();
        self.slots.clear();
        Ok(())
    }

    /// The records by their keys.
    ///
    /// # Errors
    /// Where the temporary file cannot be written or read.
    pub fn sorted(mut self) -> io::Result<Sorted> {
        if self.runs.is_some() {
            if !self.slots.is_empty() {
                self.spill()?;
            }
            // What is in memory is not needed while the pieces are read.
            let memory = self.memory;
            return match self.runs.take() {
                Some(runs) => {
                    drop(self);
                    Sorted::merging(runs, memory)
                }
                None => Sorted::in_memory(Vec::new().into_iter()),
            };
        }
        self.sort();
        let Self { bytes, slots, .. } = self;
        Sorted::in_memory(slots.into_iter().map(move |slot| Record {
            key: slot.key(&bytes).to_vec(),
            value: slot.value(&bytes).to_vec(),
        }))
    }
}

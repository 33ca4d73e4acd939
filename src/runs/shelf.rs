//! The shelf: records on disk by number.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};

/// So many bytes are read or written at a time.
const AT_A_TIME: usize = 1 << 16;

/// Records on disk that are put one behind the other and fetched by number.
///
/// In memory are twelve bytes a record and a piece of what was written or read last.
///
/// ```
/// use interparl::runs::Shelf;
/// let mut shelf = Shelf::new()?;
/// let auk = shelf.put(b"auk")?;
/// let kea = shelf.put(b"kea")?;
/// shelf.replace(auk, b"great auk")?;
/// assert_eq!(shelf.get(kea)?, b"kea");
/// assert_eq!(shelf.get(auk)?, b"great auk");
/// assert_eq!(shelf.len(), 2);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Shelf {
    file: File,
    starts: Vec<u64>,
    lengths: Vec<u32>,
    end: u64,
    /// What is not in the file yet.
    new: Vec<u8>,
    /// A piece of the file that was read last, and where it begins.
    window: Vec<u8>,
    window_start: u64,
    /// Behind what was fetched last.
    last_end: u64,
}

impl Shelf {
    /// An empty shelf.
    ///
    /// # Errors
    /// Where the temporary file cannot be made.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            file: tempfile::tempfile()?,
            starts: Vec::new(),
            lengths: Vec::new(),
            end: 0,
            new: Vec::new(),
            window: Vec::new(),
            window_start: 0,
            last_end: 0,
        })
    }

    /// How many records there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Puts a record behind all others, and gives its number, from 0.
    ///
    /// # Errors
    /// Where the temporary file does not take it.
    pub fn put(&mut self, record: &[u8]) -> io::Result<usize> {
        let (start, length) = self.append(record)?;
        self.starts.push(start);
        self.lengths.push(length);
        Ok(self.starts.len() - 1)
    }

    /// Puts a record in the place of another one.
    ///
    /// # Errors
    /// Where the temporary file does not take it, and where there is no record of that number.
    pub fn replace(&mut self, number: usize, record: &[u8]) -> io::Result<()> {
        let (new_start, new_length) = self.append(record)?;
        match (self.starts.get_mut(number), self.lengths.get_mut(number)) {
            (Some(start), Some(length)) => {
                (*start, *length) = (new_start, new_length);
                Ok(())
            }
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn append(&mut self, record: &[u8]) -> io::Result<(u64, u32)> {
        let length = u32::try_from(record.len()).map_err(io::Error::other)?;
        let start = self.end + self.new.len() as u64;
        self.new.extend_from_slice(record);
        if self.new.len() >= AT_A_TIME {
            self.flush()?;
        }
        Ok((start, length))
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.new.is_empty() {
            self.file.seek(SeekFrom::Start(self.end))?;
            self.file.write_all(&self.new)?;
            self.end += self.new.len() as u64;
            self.new.clear();
        }
        Ok(())
    }

    /// Fetches a record.
    ///
    /// # Errors
    /// Where the temporary file cannot be read, and where there is no record of that number.
    pub fn get(&mut self, number: usize) -> io::Result<&[u8]> {
        let missing = || io::Error::from(io::ErrorKind::NotFound);
        let start = *self.starts.get(number).ok_or_else(missing)?;
        let length = *self.lengths.get(number).ok_or_else(missing)? as usize;
        self.flush()?;
        let end = start + length as u64;
        let window_end = self.window_start + self.window.len() as u64;
        if start < self.window_start || end > window_end {
            // Who reads one record behind the other soon wants the next ones.
            let ahead = if start == self.last_end {
                AT_A_TIME
            } else {
                length
            };
            let there = usize::try_from(self.end - start).unwrap_or(usize::MAX);
            self.window.resize(ahead.max(length).min(there), 0);
            self.window_start = start;
            self.file.seek(SeekFrom::Start(start))?;
            self.file.read_exact(&mut self.window)?;
        }
        self.last_end = end;
        let from = usize::try_from(start - self.window_start).map_err(io::Error::other)?;
        let record = self.window.get(from..from + length);
        record.ok_or_else(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_put_is_fetched_in_any_order(
            records in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..3000), 1..80),
            fetched in prop::collection::vec(any::<prop::sample::Index>(), 0..80),
            replaced in any::<prop::sample::Index>(),
        ) {
            let mut shelf = Shelf::new()?;
            for record in &records {
                shelf.put(record)?;
            }
            for at in &fetched {
                let number = at.index(records.len());
                prop_assert_eq!(Some(shelf.get(number)?), records.get(number).map(Vec::as_slice));
            }
            let number = replaced.index(records.len());
            shelf.replace(number, b"new")?;
            for (at, record) in records.iter().enumerate() {
                let expected = if at == number { b"new".as_slice() } else { record };
                prop_assert_eq!(shelf.get(at)?, expected);
            }
            prop_assert!(shelf.get(records.len()).is_err());
        }
    }
}

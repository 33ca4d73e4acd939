//! Of several versions of a document the one that speaks, as [`crate::identity::settle`] picks it.

use std::io;

use rayon::prelude::*;

use super::speaking::{parse, render};
use crate::claim::{Reading, write_line};
use crate::runs::{Key, Record, Shelf, Sorted, Sorter};
use crate::text::Sketch;

/// Readings on their way in, any number of versions of each document.
#[derive(Debug)]
pub(crate) struct Versions(Sorter);

/// Lines that are parsed at a time.
const AT_A_TIME: usize = 256;

/// One version of each document, numbered by document id, and what tells which of them speak.
pub(super) struct Kept {
    /// The readings as lines.
    pub(super) lines: Shelf,
    /// For each the hash of its text, with what tells who was the first to print it.
    pub(super) texts: Sorter,
    /// For each a record by each key of its sketch.
    pub(super) sketches: Sorter,
}

impl Versions {
    /// None yet. Of them so many bytes stay in memory.
    pub(crate) const fn new(memory: usize) -> Self {
        Self(Sorter::new(memory))
    }

    /// Takes a reading.
    pub(crate) fn add(&mut self, reading: &Reading) -> io::Result<()> {
        let of = &reading.document;
        let key = Key::new().word(&of.id).day(of.date).word(&of.sha256);
        // One text that was read in two ways is told apart by its lines, which are the values.
        let line = write_line(reading).map_err(io::Error::other)?;
        self.0.push(&key.into_bytes(), line.as_bytes())
    }

    /// The last version of each document.
    pub(super) fn last(self, memory: usize) -> io::Result<Kept> {
        let mut kept = Kept {
            lines: Shelf::new()?,
            texts: Sorter::new(memory),
            sketches: Sorter::new(memory),
        };
        let mut sorted = self.0.sorted()?;
        loop {
            let mut some = Vec::new();
            while some.len() < AT_A_TIME
                && let Some(line) = last_of_id(&mut sorted)?
            {
                some.push(line);
            }
            if some.is_empty() {
                return Ok(kept);
            }
            let parsed: Vec<io::Result<Reading>> =
                some.par_iter().map(|line| parse(line)).collect();
            for (line, reading) in some.iter().zip(parsed) {
                kept.put(line, &reading?)?;
            }
        }
    }
}

impl Kept {
    fn put(&mut self, line: &[u8], reading: &Reading) -> io::Result<()> {
        let number = self.lines.put(line)?;
        let of = &reading.document;
        let key = Key::new().word(&of.sha256).flag(of.date.is_none());
        let key = key.day(of.date).number(number).into_bytes();
        self.texts.push(&key, of.id.as_bytes())?;
        let keys = reading.sketch.iter().flat_map(Sketch::keys);
        let value = render(&(&of.id, of.date, &reading.sketch))?;
        for hash in keys {
            let key = Key::new().number(*hash as usize).number(number);
            self.sketches.push(&key.into_bytes(), &value)?;
        }
        Ok(())
    }
}

/// The line of the next document's last version.
fn last_of_id(sorted: &mut Sorted) -> io::Result<Option<Vec<u8>>> {
    let Some(first) = sorted.take()? else {
        return Ok(None);
    };
    let id = id_of(&first).to_vec();
    let mut last = first;
    while let Some(next) = sorted.take_if(&id)? {
        last = next;
    }
    Ok(Some(last.value))
}

/// The beginning of a key up to the end of its first word.
fn id_of(record: &Record) -> &[u8] {
    let ends = record.key.windows(2).position(|pair| pair == [0, 0]);
    let end = ends.map_or(record.key.len(), |end| end + 2);
    record.key.get(..end).unwrap_or_default()
}

//! Of several versions of a document the one that speaks, as [`crate::identity::settle`] picks it.

use std::io;

use rayon::prelude::*;

use super::gist::{Gist, gist};
use super::lines::{Fetch, Lines, Whence};
use super::plain::render_reading;
use super::reprinted::Sketches;
use super::speaking::short;
use crate::claim::{Reading, write_line};
use crate::document::DocumentRecord;
use crate::runs::{Key, Record, Shelf, Sorted, Sorter, parse, render};
use crate::text::Sketch;

/// Readings on their way in, any number of versions of each document.
///
/// Each lies where it came, or is kept elsewhere; its number is sorted in its stead, with what is asked of all of them.
#[derive(Debug)]
pub(crate) struct Versions {
    /// The readings that came with their words, as soon as there is one.
    shelf: Option<Shelf>,
    /// Where each is.
    whence: Vec<Whence>,
    sorter: Sorter,
}

/// Documents whose records are parsed at a time.
const AT_A_TIME: usize = 1024;

/// One version of each document, numbered by document id, and what tells which of them speak.
pub(super) struct Kept<'f> {
    /// All readings, in the order in which they came.
    pub(super) lines: Lines<'f>,
    /// For each document the number of its reading among these.
    pub(super) at: Vec<u32>,
    /// For each document what decides who is who in its reading, behind the hashes of the claims.
    pub(super) lean: Shelf,
    /// For each document what is known of it.
    pub(super) records: Shelf,
    /// For each the hash of its text, with what tells who was the first to print it.
    pub(super) texts: Sorter,
    /// The sketches of all texts.
    pub(super) sketches: Sketches,
}

/// What is known of a document, and the sketch of its text.
type Head = (DocumentRecord, Option<Sketch>);

impl Versions {
    /// None yet. Of them so many bytes stay in memory.
    pub(crate) const fn new(memory: usize) -> Self {
        Self {
            shelf: None,
            whence: Vec::new(),
            sorter: Sorter::new(memory),
        }
    }

    /// Takes a reading, and gives its gist.
    pub(crate) fn add(&mut self, reading: &Reading) -> io::Result<Vec<u8>> {
        let whole = match &mut self.shelf {
            Some(whole) => whole,
            None => self.shelf.insert(Shelf::new()?),
        };
        let line = short(whole.put(&render_reading(reading)?)?)?;
        let gist = gist(reading)?;
        self.put(Whence::Line(line), &gist)?;
        Ok(gist)
    }

    /// Takes the gist of a reading that is kept elsewhere under a number.
    pub(crate) fn add_gist(&mut self, number: i64, gist: &[u8]) -> io::Result<()> {
        self.put(Whence::Elsewhere(number), gist)
    }

    fn put(&mut self, whence: Whence, gist: &[u8]) -> io::Result<()> {
        let mut value = short(self.whence.len())?.to_be_bytes().to_vec();
        self.whence.push(whence);
        value.extend(gist);
        self.sorter.push(Gist::of(gist)?.key, &value)
    }

    /// The last version of each document.
    pub(super) fn last<'f>(self, memory: usize, fetch: &'f mut Fetch<'f>) -> io::Result<Kept<'f>> {
        let whole = match self.shelf {
            Some(whole) => whole,
            None => Shelf::new()?,
        };
        let mut kept = Kept {
            lines: Lines::new(whole, self.whence, fetch),
            at: Vec::new(),
            lean: Shelf::new()?,
            records: Shelf::new()?,
            texts: Sorter::new(memory),
            sketches: Sketches::default(),
        };
        let mut sorted = self.sorter.sorted()?;
        loop {
            let mut some = Vec::new();
            while some.len() < AT_A_TIME
                && let Some(last) = last_of_id(&mut sorted, &mut kept.lines)?
            {
                some.push(last);
            }
            if some.is_empty() {
                return Ok(kept);
            }
            let heads = some.par_iter().map(|value| parse(parts(value)?.1.head));
            let heads: Vec<io::Result<Head>> = heads.collect();
            for (value, head) in some.iter().zip(heads) {
                kept.put(value, head?)?;
            }
        }
    }
}

impl Kept<'_> {
    fn put(&mut self, value: &[u8], (of, sketch): Head) -> io::Result<()> {
        let (place, gist) = parts(value)?;
        let number = self.at.len();
        self.at.push(place);
        self.lean.put(gist.rest)?;
        self.records.put(&render(&of)?)?;
        let key = Key::new().word(&of.sha256).flag(of.date.is_none());
        let key = key.day(of.date).number(number).into_bytes();
        self.texts.push(&key, of.id.as_bytes())?;
        self.sketches.put(of.id, of.date, sketch)
    }
}

/// The parts of a value: the number of the reading, and its gist.
fn parts(value: &[u8]) -> io::Result<(u32, Gist<'_>)> {
    let split = value.split_first_chunk();
    let (place, gist) = split.ok_or(io::ErrorKind::InvalidData)?;
    Ok((u32::from_be_bytes(*place), Gist::of(gist)?))
}

/// The value of the next document's last version.
fn last_of_id(sorted: &mut Sorted, lines: &mut Lines<'_>) -> io::Result<Option<Vec<u8>>> {
    let Some(mut last) = sorted.take()? else {
        return Ok(None);
    };
    let id = id_of(&last).to_vec();
    while let Some(next) = sorted.take_if(&id)? {
        // One text that was read in two ways is told apart by the lines of its readings.
        let is_later = next.key != last.key || line(&next, lines)? > line(&last, lines)?;
        if is_later {
            last = next;
        }
    }
    Ok(Some(last.value))
}

/// The line of a reading.
fn line(record: &Record, lines: &mut Lines<'_>) -> io::Result<String> {
    let (place, ..) = parts(&record.value)?;
    let reading = lines.get(place)?;
    write_line(&reading).map_err(io::Error::other)
}

/// The beginning of a key up to the end of its first word.
fn id_of(record: &Record) -> &[u8] {
    let ends = record.key.windows(2).position(|pair| pair == [0, 0]);
    let end = ends.map_or(record.key.len(), |end| end + 2);
    record.key.get(..end).unwrap_or_default()
}

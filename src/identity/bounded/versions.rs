//! Of several versions of a document the one that speaks, as [`crate::identity::settle`] picks it.

use std::io;

use rayon::prelude::*;

use super::plain::{lean, parse_reading, render_reading};
use super::reprinted::Sketches;
use super::speaking::short;
use crate::claim::{Reading, write_line};
use crate::document::DocumentRecord;
use crate::runs::{Key, Record, Shelf, Sorted, Sorter, parse, render};
use crate::text::Sketch;

/// Readings on their way in, any number of versions of each document.
///
/// Each lies where it came, and its number is sorted in its stead, with what is asked of all of them.
#[derive(Debug)]
pub(crate) struct Versions {
    /// The readings, as soon as there is one.
    lines: Option<Shelf>,
    sorter: Sorter,
}

/// Documents whose records are parsed at a time.
const AT_A_TIME: usize = 256;

/// One version of each document, numbered by document id, and what tells which of them speak.
pub(super) struct Kept {
    /// All readings, in the order in which they came.
    pub(super) lines: Shelf,
    /// For each document the number of its reading among these.
    pub(super) at: Vec<u32>,
    /// For each document what decides who is who in its reading.
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

/// The bytes of a number at the beginning of a value, each of two: which reading it is, and how long the head is.
const NUMBER: usize = 4;

impl Versions {
    /// None yet. Of them so many bytes stay in memory.
    pub(crate) const fn new(memory: usize) -> Self {
        Self {
            lines: None,
            sorter: Sorter::new(memory),
        }
    }

    /// Takes a reading.
    pub(crate) fn add(&mut self, reading: &Reading) -> io::Result<()> {
        let lines = match &mut self.lines {
            Some(lines) => lines,
            None => self.lines.insert(Shelf::new()?),
        };
        let number = short(lines.put(&render_reading(reading)?)?)?;
        let of = &reading.document;
        let head = render(&(of, &reading.sketch))?;
        let mut value = number.to_be_bytes().to_vec();
        value.extend(short(head.len())?.to_be_bytes());
        value.extend(head);
        value.extend(render_reading(&lean(reading))?);
        let key = Key::new().word(&of.id).day(of.date).word(&of.sha256);
        self.sorter.push(&key.into_bytes(), &value)
    }

    /// The last version of each document.
    pub(super) fn last(self, memory: usize) -> io::Result<Kept> {
        let mut kept = Kept {
            lines: match self.lines {
                Some(lines) => lines,
                None => Shelf::new()?,
            },
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
            let heads = some.par_iter().map(|value| parse(parts(value)?.1));
            let heads: Vec<io::Result<Head>> = heads.collect();
            for (value, head) in some.iter().zip(heads) {
                kept.put(value, head?)?;
            }
        }
    }
}

impl Kept {
    fn put(&mut self, value: &[u8], (of, sketch): Head) -> io::Result<()> {
        let (place, _, lean) = parts(value)?;
        let number = self.at.len();
        self.at.push(place);
        self.lean.put(lean)?;
        self.records.put(&render(&of)?)?;
        let key = Key::new().word(&of.sha256).flag(of.date.is_none());
        let key = key.day(of.date).number(number).into_bytes();
        self.texts.push(&key, of.id.as_bytes())?;
        self.sketches.put(of.id, of.date, sketch)
    }
}

/// The parts of a value: the number of the reading, its head, and as much of it as decides who is who.
fn parts(value: &[u8]) -> io::Result<(u32, &[u8], &[u8])> {
    let found = || {
        let (place, rest) = value.split_first_chunk::<NUMBER>()?;
        let (length, rest) = rest.split_first_chunk::<NUMBER>()?;
        let length = u32::from_be_bytes(*length) as usize;
        let (head, lean) = rest.split_at_checked(length)?;
        Some((u32::from_be_bytes(*place), head, lean))
    };
    found().ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// The value of the next document's last version.
fn last_of_id(sorted: &mut Sorted, lines: &mut Shelf) -> io::Result<Option<Vec<u8>>> {
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
fn line(record: &Record, lines: &mut Shelf) -> io::Result<String> {
    let (place, ..) = parts(&record.value)?;
    let reading = parse_reading(lines.get(place as usize)?)?;
    write_line(&reading).map_err(io::Error::other)
}

/// The beginning of a key up to the end of its first word.
fn id_of(record: &Record) -> &[u8] {
    let ends = record.key.windows(2).position(|pair| pair == [0, 0]);
    let end = ends.map_or(record.key.len(), |end| end + 2);
    record.key.get(..end).unwrap_or_default()
}

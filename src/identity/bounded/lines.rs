//! The readings with their words, wherever they are.

use std::collections::BTreeMap;
use std::io;

use super::plain::parse_reading;
use crate::claim::{Claim, Reading};
use crate::runs::Shelf;

/// So many readings are at hand for the next question.
const AT_HAND: usize = 256;

/// Fetches the reading that is kept elsewhere under a number.
pub(crate) type Fetch<'f> = dyn FnMut(i64) -> io::Result<Reading> + 'f;

/// Where a reading is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whence {
    /// On the shelf, under a number.
    Line(u32),
    /// Where it is fetched under a number.
    Elsewhere(i64),
}

/// All readings, by the order in which they came.
pub(super) struct Lines<'f> {
    shelf: Shelf,
    whence: Vec<Whence>,
    fetch: &'f mut Fetch<'f>,
}

impl<'f> Lines<'f> {
    /// Readings of which each is where `whence` says.
    pub(super) fn new(shelf: Shelf, whence: Vec<Whence>, fetch: &'f mut Fetch<'f>) -> Self {
        Self {
            shelf,
            whence,
            fetch,
        }
    }

    /// A reading with its words.
    pub(super) fn get(&mut self, number: u32) -> io::Result<Reading> {
        match self.whence.get(number as usize) {
            Some(Whence::Line(line)) => parse_reading(self.shelf.get(*line as usize)?),
            Some(Whence::Elsewhere(number)) => (self.fetch)(*number),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// The bytes of a reading that lies on the shelf; `None` of one that is to be fetched.
    pub(super) fn bytes(&mut self, number: u32) -> io::Result<Option<&[u8]>> {
        match self.whence.get(number as usize) {
            Some(Whence::Line(line)) => self.shelf.get(*line as usize).map(Some),
            Some(Whence::Elsewhere(_)) => Ok(None),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// The claims of the readings that speak, for those who write something anew of what they tell.
pub(crate) struct Claims<'f> {
    lines: Lines<'f>,
    /// For each place the number of its reading.
    at: Vec<u32>,
    /// The readings that were asked last, by place.
    at_hand: BTreeMap<usize, Reading>,
}

impl<'f> Claims<'f> {
    pub(super) const fn new(lines: Lines<'f>, at: Vec<u32>) -> Self {
        Self {
            lines,
            at,
            at_hand: BTreeMap::new(),
        }
    }

    /// A claim of the reading at a place.
    pub(crate) fn get(&mut self, place: usize, claim: usize) -> io::Result<Claim> {
        if !self.at_hand.contains_key(&place) {
            let number = self.at.get(place).ok_or(io::ErrorKind::NotFound)?;
            let reading = self.lines.get(*number)?;
            if self.at_hand.len() >= AT_HAND {
                self.at_hand.clear();
            }
            self.at_hand.insert(place, reading);
        }
        let reading = self.at_hand.get(&place);
        let claim = reading.and_then(|reading| reading.claims.get(claim));
        claim.cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

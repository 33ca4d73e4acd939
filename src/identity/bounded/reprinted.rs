//! Texts of nearly the same words, found by their sketches as [`crate::identity::reprint`] does.

use std::io;

use jiff::civil::Date;
use rayon::prelude::*;

use super::speaking::short;
use crate::identity::reprint::{MOST_ALIKE, may_be_reprints};
use crate::runs::{Key, Sorter, render};
use crate::text::Sketch;

/// Keys of sketches that are looked at at a time.
const AT_A_TIME: usize = 1 << 14;

/// The sketches of all texts, which are in memory until each was compared with those that stand near it.
#[derive(Default)]
pub(super) struct Sketches {
    texts: Vec<Sketched>,
    /// Each key of each sketch, and the number of its text.
    keys: Vec<(u32, u32)>,
}

/// A text as its sketch tells it.
struct Sketched {
    id: String,
    date: Option<Date>,
    sketch: Option<Sketch>,
}

impl Sketches {
    /// Takes the next document.
    pub(super) fn put(
        &mut self,
        id: String,
        date: Option<Date>,
        sketch: Option<Sketch>,
    ) -> io::Result<()> {
        let number = short(self.texts.len())?;
        let keys = sketch.iter().flat_map(Sketch::keys);
        self.keys.extend(keys.map(|key| (*key, number)));
        self.texts.push(Sketched { id, date, sketch });
        Ok(())
    }

    /// Puts each two reprints together: those that share a key of their sketches and stand near enough to each other.
    pub(super) fn put_reprints(mut self, near: &mut Sorter) -> io::Result<()> {
        self.keys.par_sort_unstable();
        let mut begin = 0;
        while begin < self.keys.len() {
            let end = (begin + AT_A_TIME).min(self.keys.len());
            let pairs = (begin..end).into_par_iter();
            let pairs = pairs.flat_map_iter(|at| self.reprints_behind(at));
            let pairs: Vec<(u32, u32)> = pairs.collect();
            for (one, other) in pairs {
                self.put_near(near, one, other)?;
                self.put_near(near, other, one)?;
            }
            begin = end;
        }
        Ok(())
    }

    /// Of those of the same key that stand behind one and near enough to it its reprints.
    fn reprints_behind(&self, at: usize) -> impl Iterator<Item = (u32, u32)> {
        let own = self.keys.get(at).copied();
        let behind = self.keys.iter().skip(at + 1).take(MOST_ALIKE);
        let behind = behind.take_while(move |(key, _)| own.is_some_and(|(own, _)| *key == own));
        behind.filter_map(move |(_, other)| {
            let (_, one) = own?;
            let (a, b) = (self.text(one)?, self.text(*other)?);
            let sketches = (a.sketch.as_ref(), b.sketch.as_ref());
            may_be_reprints((a.date, b.date), sketches).then_some((one, *other))
        })
    }

    fn text(&self, number: u32) -> Option<&Sketched> {
        self.texts.get(number as usize)
    }

    fn put_near(&self, near: &mut Sorter, one: u32, other: u32) -> io::Result<()> {
        let of = self.text(other).map(|text| (&text.id, text.date));
        let of = of.ok_or(io::ErrorKind::InvalidData)?;
        let key = Key::new().number(one as usize).number(other as usize);
        near.push(&key.into_bytes(), &render(&of)?)
    }
}

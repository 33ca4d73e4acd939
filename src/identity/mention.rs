//! An entity of a reading, and what is kept for each of all readings.

use serde::{Deserialize, Serialize};

use crate::claim::{EntityIndex, Reading};

/// An entity of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mention {
    /// The place of the reading.
    pub reading: usize,
    /// The place of the entity in it.
    pub entity: EntityIndex,
}

/// Something for each entity of some readings, by the place of the reading and of the entity in it.
#[derive(Debug, Clone, Default)]
pub(super) struct PerMention<T> {
    /// Where the entities of each reading begin in the next list, and where those of the last one end.
    begins: Vec<usize>,
    values: Vec<T>,
}

impl<T: Copy> PerMention<T> {
    /// The same for every entity.
    pub(super) fn new(readings: &[Reading], value: T) -> Self {
        Self::of_counts(readings.iter().map(|reading| reading.entities.len()), value)
    }

    /// The same for every entity of readings that have so many of them.
    pub(super) fn of_counts(counts: impl IntoIterator<Item = usize>, value: T) -> Self {
        let mut begins = vec![0];
        let mut sum = 0;
        for count in counts {
            sum += count;
            begins.push(sum);
        }
        Self {
            begins,
            values: vec![value; sum],
        }
    }

    /// Changes what is kept for each entity.
    pub(super) fn change(&mut self, to: impl Fn(T) -> T) {
        for value in &mut self.values {
            *value = to(*value);
        }
    }

    /// What is kept for a mention; `None` where no reading has it.
    pub(super) fn get(&self, mention: Mention) -> Option<T> {
        self.values.get(self.place(mention)?).copied()
    }

    /// Keeps something for a mention, if a reading has it.
    pub(super) fn put(&mut self, mention: Mention, value: T) {
        let place = self.place(mention);
        if let Some(slot) = place.and_then(|place| self.values.get_mut(place)) {
            *slot = value;
        }
    }

    fn place(&self, mention: Mention) -> Option<usize> {
        let (begin, end) = (
            *self.begins.get(mention.reading)?,
            *self.begins.get(mention.reading + 1)?,
        );
        let place = begin.checked_add(mention.entity)?;
        (place < end).then_some(place)
    }
}

impl<T: Copy> PerMention<Option<T>> {
    /// What is kept for a mention, if anything is.
    pub(super) fn of(&self, mention: Mention) -> Option<T> {
        self.get(mention).flatten()
    }
}

//! The readings that speak, on disk, as judgements leave them.

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;

use super::plain::parse_reading;
use crate::claim::Reading;
use crate::identity::judgement::{AddedFact, Guide, JudgementFinding};
use crate::identity::mention::Mention;
use crate::runs::Shelf;

/// Readings that are parsed at a time.
const AT_A_TIME: usize = 256;

/// The readings that speak, by document id, and behind them one for each fact that a person adds.
///
/// A reading's number here is its place in all other stages.
pub(crate) struct Speaking {
    /// All readings, in the order in which they came.
    pub(super) lines: Shelf,
    /// For each reading its number among these.
    pub(super) at: Vec<u32>,
    /// What decides who is who in the reading of each document, by the number of the document.
    pub(super) lean: Shelf,
    /// For each reading the number of its document.
    pub(super) documents: Vec<u32>,
    /// The documents whose words readings repeat, where these are not their own.
    pub(super) repeats: BTreeMap<usize, usize>,
    /// The readings at which judgements point, without the claims that are judged wrong; and those of added facts.
    pub(super) judged: BTreeMap<usize, Reading>,
    /// Where the added facts are from, by place.
    pub(super) facts: BTreeMap<usize, AddedFact>,
    /// Who is and is not who, in the eyes of people.
    pub(super) guide: Guide,
    /// The judgements without effect.
    pub(super) findings: Vec<JudgementFinding>,
}

impl Speaking {
    /// How many there are, with those of the added facts.
    pub(crate) fn len(&self) -> usize {
        self.documents.len() + self.facts.len()
    }

    /// Where the added facts are from, by the places of their readings.
    pub(crate) const fn facts(&self) -> &BTreeMap<usize, AddedFact> {
        &self.facts
    }

    /// The judgements without effect.
    pub(crate) fn take_findings(&mut self) -> Vec<JudgementFinding> {
        std::mem::take(&mut self.findings)
    }

    /// The reading at a place.
    pub(super) fn get(&mut self, place: usize) -> io::Result<Reading> {
        if let Some(judged) = self.judged.get(&place) {
            return Ok(judged.clone());
        }
        let number = self.at.get(place).copied().unwrap_or(u32::MAX);
        parse_reading(self.lines.get(number as usize)?)
    }

    /// Looks at as much of each reading as decides who is who ([`super::plain::lean`]), in the order of their places.
    pub(super) fn each(
        &mut self,
        mut look: impl FnMut(usize, &Reading) -> io::Result<()>,
    ) -> io::Result<()> {
        each(&mut self.lean, &self.documents, &self.judged, &mut look)
    }

    /// The same. Beside it is told which of its entities stand for a mention of an article and leave no trace of their own.
    pub(super) fn each_apart(
        &mut self,
        mut look: impl FnMut(usize, &Reading, &dyn Fn(usize) -> bool) -> io::Result<()>,
    ) -> io::Result<()> {
        let guide = &self.guide;
        each(
            &mut self.lean,
            &self.documents,
            &self.judged,
            &mut |place, reading| look(place, reading, &stands_in(guide, place)),
        )
    }

    /// Looks at all of each reading, with a number for its words: two of one number are one witness. Beside it is told which of
    /// its entities leave no trace of their own.
    pub(crate) fn each_with_source(
        &mut self,
        mut look: impl FnMut((usize, usize), &Reading, &dyn Fn(usize) -> bool) -> io::Result<()>,
    ) -> io::Result<()> {
        let all = self.lean.len();
        let Self {
            lines,
            at,
            documents,
            judged,
            repeats,
            guide,
            ..
        } = self;
        each(lines, at, judged, &mut |place, reading| {
            let own = documents.get(place).map(|number| *number as usize);
            // What is of no document has a number behind those of all documents.
            let own = own.unwrap_or(all + place);
            let source = repeats.get(&place).copied().unwrap_or(own);
            look((place, source), reading, &stands_in(guide, place))
        })
    }
}

/// Whether an entity of the reading at a place stands for a mention of an article.
fn stands_in(guide: &Guide, place: usize) -> impl Fn(usize) -> bool {
    move |entity| {
        let mention = Mention {
            reading: place,
            entity,
        };
        guide.stand_ins.contains_key(&mention)
    }
}

/// Looks at the readings of some numbers on a shelf, and behind them at those of added facts.
fn each(
    shelf: &mut Shelf,
    numbers: &[u32],
    judged: &BTreeMap<usize, Reading>,
    look: &mut dyn FnMut(usize, &Reading) -> io::Result<()>,
) -> io::Result<()> {
    let mut place = 0;
    for numbers in numbers.chunks(AT_A_TIME) {
        let mut some = Vec::with_capacity(numbers.len());
        for number in numbers {
            some.push(shelf.get(*number as usize)?.to_vec());
        }
        let readings = some.par_iter().map(|bytes| parse_reading(bytes));
        let readings: Vec<io::Result<Reading>> = readings.collect();
        for reading in readings {
            let reading = reading?;
            look(place, judged.get(&place).unwrap_or(&reading))?;
            place += 1;
        }
    }
    for (place, reading) in judged.range(place..) {
        look(*place, reading)?;
    }
    Ok(())
}

/// A number that is kept in four bytes.
pub(crate) fn short(number: usize) -> io::Result<u32> {
    u32::try_from(number)
        .map_err(|_| io::Error::other("there are more than four thousand million records"))
}

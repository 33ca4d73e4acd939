//! The readings that speak, on disk, as judgements leave them.

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;

use super::gist::{hashes_of, lean_of};
use super::lines::{Claims, Lines};
use super::plain::parse_reading;
use super::remembered::Hash;
use crate::claim::Reading;
use crate::identity::judgement::{AddedFact, Guide, JudgementFinding};
use crate::identity::mention::Mention;
use crate::runs::Shelf;

/// Readings that are parsed at a time.
const AT_A_TIME: usize = 1024;

/// The readings that speak, by document id, and behind them one for each fact that a person adds.
///
/// A reading's number here is its place in all other stages.
pub(crate) struct Speaking<'f> {
    /// All readings, in the order in which they came.
    pub(super) lines: Lines<'f>,
    /// For each reading its number among these.
    pub(super) at: Vec<u32>,
    /// What decides who is who in the reading of each document, behind the hashes of its claims, by the number of the document.
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

impl<'f> Speaking<'f> {
    /// How many there are, with those of the added facts.
    pub(crate) fn len(&self) -> usize {
        self.documents.len() + self.facts.len()
    }

    /// Where the added facts are from, by the places of their readings, and the claims of all.
    pub(crate) fn into_facts_and_claims(self) -> (BTreeMap<usize, AddedFact>, Claims<'f>) {
        (self.facts, Claims::new(self.lines, self.at))
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
        self.lines
            .get(self.at.get(place).copied().unwrap_or(u32::MAX))
    }

    /// As much of it as decides who is who.
    pub(super) fn get_lean(&mut self, place: usize) -> io::Result<Reading> {
        if let Some(judged) = self.judged.get(&place) {
            return Ok(judged.clone());
        }
        let number = self.documents.get(place).copied().unwrap_or(u32::MAX);
        lean_of(self.lean.get(number as usize)?)
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

    /// Looks at each reading as it tells of claims, with a number for its words: two of one number are one witness. Beside it is told
    /// which of its entities leave no trace of their own.
    pub(crate) fn each_with_source(
        &mut self,
        mut look: impl FnMut((usize, usize), &Testimony, &dyn Fn(usize) -> bool) -> io::Result<()>,
    ) -> io::Result<()> {
        let all = self.lean.len();
        let mut place = 0;
        while place < self.documents.len() {
            let mut some = Vec::with_capacity(AT_A_TIME);
            for place in place..self.documents.len().min(place + AT_A_TIME) {
                some.push(self.bytes(place)?);
            }
            let testimonies = some.into_par_iter().map(|bytes| bytes.testimony());
            let testimonies: Vec<io::Result<Testimony>> = testimonies.collect();
            for testimony in testimonies {
                let testimony = match self.judged.get(&place) {
                    Some(judged) => Testimony::whole(judged.clone()),
                    None => testimony?,
                };
                let own = self.documents.get(place).map(|number| *number as usize);
                let own = own.ok_or(io::ErrorKind::NotFound)?;
                let source = self.repeats.get(&place).copied().unwrap_or(own);
                look((place, source), &testimony, &stands_in(&self.guide, place))?;
                place += 1;
            }
        }
        for (place, fact) in self.judged.range(place..) {
            // What is of no document has a number behind those of all documents.
            let source = self.repeats.get(place).copied().unwrap_or(all + place);
            let testimony = Testimony::whole(fact.clone());
            look(
                (*place, source),
                &testimony,
                &stands_in(&self.guide, *place),
            )?;
        }
        Ok(())
    }

    /// What is to be read of the reading at a place.
    fn bytes(&mut self, place: usize) -> io::Result<Bytes> {
        let number = self.at.get(place).copied().unwrap_or(u32::MAX);
        if let Some(bytes) = self.lines.bytes(number)? {
            return Ok(Bytes::Whole(bytes.to_vec()));
        }
        let number = self.documents.get(place).copied().unwrap_or(u32::MAX);
        Ok(Bytes::Lean(self.lean.get(number as usize)?.to_vec()))
    }
}

/// A reading that is to be read.
enum Bytes {
    Whole(Vec<u8>),
    Lean(Vec<u8>),
}

impl Bytes {
    fn testimony(&self) -> io::Result<Testimony> {
        match self {
            Self::Whole(bytes) => parse_reading(bytes).map(Testimony::whole),
            Self::Lean(bytes) => Ok(Testimony {
                reading: lean_of(bytes)?,
                hashes: Some(hashes_of(bytes)?),
            }),
        }
    }
}

/// A reading on its way to what it tells of.
pub(crate) struct Testimony {
    /// All of it; where there are hashes, as much of it as decides who is who and what it is called.
    pub(crate) reading: Reading,
    /// The hashes of the claims of a reading whose words stay where they are.
    pub(crate) hashes: Option<Vec<Hash>>,
}

impl Testimony {
    const fn whole(reading: Reading) -> Self {
        Self {
            reading,
            hashes: None,
        }
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

/// Looks at what decides who is who in the readings of some numbers, and behind them at those of added facts.
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
        let readings = some.par_iter().map(|bytes| lean_of(bytes));
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

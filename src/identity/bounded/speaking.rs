//! The readings that speak, on disk, as judgements leave them.

use std::collections::BTreeMap;
use std::io;

use super::ahead::each_made;
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

    /// Looks at as much of each reading as decides who is who ([`super::plain::lean`]), in the order of their places: what `make` makes
    /// of it goes to `take`. Beside it is told which of its entities stand for a mention of an article and leave no trace of their own.
    pub(super) fn each<T: Send>(
        &mut self,
        make: impl Fn(usize, &Reading, &dyn Fn(usize) -> bool) -> io::Result<T> + Sync,
        mut take: impl FnMut(usize, T) -> io::Result<()>,
    ) -> io::Result<()> {
        let Self {
            lean,
            documents,
            judged,
            guide,
            ..
        } = self;
        let (judged, guide) = (&*judged, &*guide);
        let of = |place, reading: &Reading| make(place, reading, &stands_in(guide, place));
        let mut numbers = documents.iter().enumerate();
        let fetch = || {
            let some = numbers.by_ref().take(AT_A_TIME);
            let bytes = some.map(|(at, number)| Ok((at, lean.get(*number as usize)?.to_vec())));
            bytes.collect::<io::Result<Vec<(usize, Vec<u8>)>>>()
        };
        let read = |(place, bytes): &(usize, Vec<u8>)| {
            let what = match judged.get(place) {
                Some(judged) => of(*place, judged)?,
                None => of(*place, &lean_of(bytes)?)?,
            };
            Ok((*place, what))
        };
        each_made(fetch, read, |(place, what)| take(place, what))?;
        for (place, fact) in judged.range(documents.len()..) {
            take(*place, of(*place, fact)?)?;
        }
        Ok(())
    }

    /// Looks at each reading as it tells of claims, with a number for its words: two of one number are one witness. Beside it goes to
    /// `take` what `make` makes of it, which is told which of its entities leave no trace of their own.
    pub(crate) fn each_with_source<T: Send>(
        &mut self,
        make: impl Fn(usize, &Reading, &dyn Fn(usize) -> bool) -> io::Result<T> + Sync,
        mut take: impl FnMut((usize, usize), &Testimony, T) -> io::Result<()>,
    ) -> io::Result<()> {
        let all = self.lean.len();
        let Self {
            lines,
            at,
            lean,
            documents,
            repeats,
            judged,
            guide,
            ..
        } = self;
        let (judged, guide) = (&*judged, &*guide);
        let told = |place, testimony: Testimony| {
            let what = make(place, &testimony.reading, &stands_in(guide, place))?;
            Ok((place, testimony, what))
        };
        let mut numbers = at.iter().zip(documents.iter()).enumerate();
        let fetch = || {
            let some = numbers.by_ref().take(AT_A_TIME);
            let bytes = some.map(|(place, (line, document))| {
                Ok((place, Bytes::of(lines, *line, lean, *document)?))
            });
            bytes.collect::<io::Result<Vec<(usize, Bytes)>>>()
        };
        let read = |(place, bytes): &(usize, Bytes)| match judged.get(place) {
            Some(judged) => told(*place, Testimony::whole(judged.clone())),
            None => told(*place, bytes.testimony()?),
        };
        each_made(fetch, read, |(place, testimony, what)| {
            let own = documents.get(place).map(|number| *number as usize);
            let own = own.ok_or(io::ErrorKind::NotFound)?;
            let source = repeats.get(&place).copied().unwrap_or(own);
            take((place, source), &testimony, what)
        })?;
        for (place, fact) in judged.range(documents.len()..) {
            // What is of no document has a number behind those of all documents.
            let source = repeats.get(place).copied().unwrap_or(all + place);
            let (place, testimony, what) = told(*place, Testimony::whole(fact.clone()))?;
            take((place, source), &testimony, what)?;
        }
        Ok(())
    }
}

/// A reading that is to be read.
enum Bytes {
    Whole(Vec<u8>),
    Lean(Vec<u8>),
}

impl Bytes {
    /// What is to be read of the reading of a document, which is the line of a number.
    fn of(lines: &mut Lines<'_>, line: u32, lean: &mut Shelf, document: u32) -> io::Result<Self> {
        if let Some(bytes) = lines.bytes(line)? {
            return Ok(Self::Whole(bytes.to_vec()));
        }
        Ok(Self::Lean(lean.get(document as usize)?.to_vec()))
    }

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

/// A number that is kept in four bytes.
pub(crate) fn short(number: usize) -> io::Result<u32> {
    u32::try_from(number)
        .map_err(|_| io::Error::other("there are more than four thousand million records"))
}

//! Which readings speak, which texts are reprints, and what judgements leave of the readings at which they point.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::civil::Date;

use super::lines::Fetch;
use super::speaking::{Speaking, short};
use super::versions::{Kept, Versions};
use crate::document::DocumentRecord;
use crate::identity::judgement::{Guide, Judged, Judgements, Opinion, Party, judge};
use crate::identity::mention::Mention;
use crate::identity::source::Source;
use crate::runs::{Key, Parts, Record, Sorted, Sorter, parse, render};

/// How many sorters are filled at a time here.
const SORTERS: usize = 4;

/// Picks the readings that speak as [`crate::identity::settle`] does, and brings the judgements to them as
/// [`crate::identity::judge`] does; `fetch` fetches readings that are kept elsewhere. Each document is shown as soon as all is known of it, in the order of the ids.
pub(crate) fn settle<'f>(
    (versions, fetch): (Versions, &'f mut Fetch<'f>),
    judgements: &Judgements,
    memory: usize,
    show: &mut dyn FnMut(Source) -> io::Result<()>,
) -> io::Result<Speaking<'f>> {
    let share = memory / SORTERS;
    let mut kept = versions.last(share, fetch)?;
    let mut near = Sorter::new(share);
    let texts = std::mem::replace(&mut kept.texts, Sorter::new(0));
    let speaks = first_tellers(texts, kept.at.len(), &mut near)?;
    std::mem::take(&mut kept.sketches).put_reprints(&mut near)?;
    let mut of_texts = Walk {
        speaks,
        judged_texts: texts_of(judgements),
        documents: Vec::new(),
        repeats: BTreeMap::new(),
        pointed: Vec::new(),
    };
    let mut near = near.sorted()?;
    for number in 0..kept.at.len() {
        let record = parse(kept.records.get(number)?)?;
        show(of_texts.document(number, record, &mut near)?)?;
    }
    of_texts.judged(kept, judgements)
}

/// Whether each document is the first to print its text. All of one text are put together.
fn first_tellers(texts: Sorter, count: usize, near: &mut Sorter) -> io::Result<Vec<bool>> {
    let mut speaks = vec![false; count];
    let mut sorted = texts.sorted()?;
    while let Some(first) = sorted.take()? {
        let text = text_of(&first.key).to_vec();
        let mut of_text = vec![numbered(first)?];
        while let Some(next) = sorted.take_if(&text)? {
            of_text.push(numbered(next)?);
        }
        // They come in the order of their dates, then of their ids.
        let first = of_text.first().map(|(number, _)| *number);
        if let Some(speaks) = first.and_then(|number| speaks.get_mut(number)) {
            *speaks = true;
        }
        for (one, _) in &of_text {
            for (other, id) in of_text.iter().filter(|(other, _)| other != one) {
                put_near(near, *one, *other, id, None)?;
            }
        }
    }
    Ok(speaks)
}

/// The beginning of a key up to the end of the hash of the text.
fn text_of(key: &[u8]) -> &[u8] {
    let end = key.windows(2).position(|pair| pair == [0, 0]);
    let end = end.map_or(key.len(), |end| end + 2);
    key.get(..end).unwrap_or_default()
}

/// The number at the end of a key, and the value as an id.
fn numbered(record: Record) -> io::Result<(usize, String)> {
    let number = record.key.last_chunk::<8>();
    let number = number.and_then(|bytes| usize::try_from(u64::from_be_bytes(*bytes)).ok());
    let id = String::from_utf8(record.value).map_err(io::Error::other)?;
    number
        .map(|number| (number, id))
        .ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Puts it down that a document has (nearly) the text of another one.
fn put_near(
    near: &mut Sorter,
    one: usize,
    other: usize,
    id: &str,
    date: Option<Date>,
) -> io::Result<()> {
    let key = Key::new().number(one).number(other).into_bytes();
    near.push(&key, &render(&(id, date))?)
}

/// The hashes of the texts at which judgements point.
fn texts_of(judgements: &Judgements) -> BTreeSet<&str> {
    let mut texts = BTreeSet::new();
    for judgement in judgements.iter() {
        match &judgement.says {
            Opinion::Same(a, b) | Opinion::Different(a, b) => {
                texts.extend([a.sha256.as_str(), b.sha256.as_str()]);
            }
            Opinion::Wrong(wrong) => _ = texts.insert(wrong.sha256.as_str()),
            Opinion::Fact(fact) => {
                for party in fact.says.parties() {
                    if let Party::Mention(words) = party {
                        texts.insert(words.sha256.as_str());
                    }
                }
            }
            Opinion::Undo(_) => {}
        }
    }
    texts
}

/// What is found out in one walk over all documents.
struct Walk<'j> {
    speaks: Vec<bool>,
    judged_texts: BTreeSet<&'j str>,
    documents: Vec<u32>,
    repeats: BTreeMap<usize, usize>,
    /// The places of the readings at which judgements point.
    pointed: Vec<usize>,
}

impl Walk<'_> {
    /// A document with the ids of those of its text. `near` stands at the first of these.
    fn document(
        &mut self,
        number: usize,
        of: DocumentRecord,
        near: &mut Sorted,
    ) -> io::Result<Source> {
        let speaks = |number: usize| self.speaks.get(number) == Some(&true);
        let prefix = Key::new().number(number).into_bytes();
        let mut same_text = BTreeSet::new();
        let own = of.date;
        let mut first = (own.is_none(), own, number);
        while let Some(record) = near.take_if(&prefix)? {
            let (id, date): (String, Option<Date>) = parse(&record.value)?;
            let other = numbered_key(&record.key);
            // Of those of the very same text no other one speaks.
            if speaks(other) {
                first = first.min((date.is_none(), date, other));
            }
            if id != of.id {
                same_text.insert(id);
            }
        }
        if speaks(number) {
            let place = self.documents.len();
            self.documents.push(short(number)?);
            if first.2 != number {
                self.repeats.insert(place, first.2);
            }
            if self.judged_texts.contains(of.sha256.as_str()) {
                self.pointed.push(place);
            }
        }
        Ok(Source {
            record: of,
            same_text,
        })
    }

    /// The readings that speak, as judgements leave them.
    fn judged<'f>(self, mut kept: Kept<'f>, judgements: &Judgements) -> io::Result<Speaking<'f>> {
        let at = |place: &usize| kept.at.get(*self.documents.get(*place)? as usize).copied();
        let at: Vec<u32> = (0..self.documents.len())
            .filter_map(|place| at(&place))
            .collect();
        let count = at.len();
        let mut places = self.pointed;
        let mut readings = Vec::with_capacity(places.len());
        for place in &places {
            let number = at.get(*place).copied().unwrap_or(u32::MAX);
            readings.push(kept.lines.get(number)?);
        }
        let pointed = places.len();
        let Judged {
            readings,
            facts,
            guide,
            findings,
        } = judge(readings, judgements);
        // What judgements point at keeps its order, so what they say of pairs stays true with the places of all.
        places.extend((0..facts.len()).map(|fact| count + fact));
        let moved = |place: usize| places.get(place).copied().unwrap_or(usize::MAX);
        let mention = |of: &Mention| Mention {
            reading: moved(of.reading),
            entity: of.entity,
        };
        let edges = |edges: &BTreeSet<_>| {
            let moved = edges.iter();
            moved
                .map(|(a, b, id): &(Mention, Mention, _)| {
                    (mention(a), mention(b), Clone::clone(id))
                })
                .collect()
        };
        let guide = Guide {
            same: edges(&guide.same),
            different: edges(&guide.different),
            stand_ins: (guide.stand_ins.iter())
                .map(|(stand_in, of)| (mention(stand_in), mention(of)))
                .collect(),
        };
        debug_assert!(
            readings.len() == pointed + facts.len(),
            "a reading for each fact"
        );
        Ok(Speaking {
            lines: kept.lines,
            at,
            lean: kept.lean,
            documents: self.documents,
            repeats: self.repeats,
            judged: places.iter().copied().zip(readings).collect(),
            facts: facts
                .into_iter()
                .map(|(place, fact)| (moved(place), fact))
                .collect(),
            guide,
            findings,
        })
    }
}

fn numbered_key(key: &[u8]) -> usize {
    let mut parts = Parts::of(key);
    parts.number();
    parts.number().unwrap_or_default()
}

//! Which readings speak: one version of each document, and one document of each text.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::reprint::{reprints, sources};
use crate::claim::{Reading, write_line};
use crate::document::DocumentRecord;

/// The readings that speak, and all documents.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// One reading a text, by document id.
    pub speaking: Vec<Reading>,
    /// For each of them the place of the one that it repeats with a changed word or line; its own where it repeats none.
    pub sources: Vec<usize>,
    /// Every document, by id, also those whose text another one has already told.
    pub documents: Vec<Source>,
}

/// A document, and where else its text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub record: DocumentRecord,
    /// The ids of the other documents of the same or nearly the same text.
    pub same_text: BTreeSet<String>,
}

/// Picks the readings that speak.
///
/// Of several versions of one document the one of the latest date speaks, then of the greatest hash. Of several
/// documents of one text (an agency's text in several papers) the earliest dated one speaks, then the one of the
/// smallest id: who repeats words is no second witness. Reprints with a changed headline or line all speak, and share one
/// source. Neither the order of the readings nor repeats of them matter.
///
/// Complexity: a sort of the readings.
#[must_use]
pub fn settle(mut readings: Vec<Reading>) -> Settled {
    readings.sort_unstable_by(by_version);
    // The last of each id is the version that speaks.
    readings.reverse();
    readings.dedup_by(|later, kept| later.document.id == kept.document.id);
    readings.reverse();

    let mut texts: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (index, reading) in readings.iter().enumerate() {
        let text = &reading.document.sha256;
        match texts.get_mut(text) {
            Some(of_text) => {
                of_text.insert(index);
            }
            None => {
                texts.insert(text.clone(), BTreeSet::from([index]));
            }
        }
    }
    let mut first_teller = BTreeSet::new();
    for of_text in texts.values() {
        first_teller.extend(of_text.iter().copied().min_by_key(|index| {
            let date = readings.get(*index).and_then(|r| r.document.date);
            (date.is_none(), date, *index)
        }));
    }
    let near = reprints(&readings);
    let documents = readings
        .iter()
        .zip(&near)
        .map(|(reading, near)| source(reading, &readings, &texts, near))
        .collect();
    let speaking: Vec<Reading> = readings
        .into_iter()
        .enumerate()
        .filter_map(|(index, reading)| first_teller.contains(&index).then_some(reading))
        .collect();
    let places: BTreeMap<usize, usize> = first_teller.into_iter().zip(0..).collect();
    let near: Vec<BTreeSet<usize>> = places
        .keys()
        .map(|index| {
            let of = near.get(*index).into_iter().flatten();
            of.filter_map(|other| places.get(other).copied()).collect()
        })
        .collect();
    Settled {
        sources: sources(&speaking, &near),
        speaking,
        documents,
    }
}

fn source(
    reading: &Reading,
    readings: &[Reading],
    texts: &BTreeMap<String, BTreeSet<usize>>,
    near: &BTreeSet<usize>,
) -> Source {
    let record = reading.document.clone();
    let same_text = texts
        .get(&record.sha256)
        .into_iter()
        .flatten()
        .chain(near)
        .filter_map(|index| readings.get(*index))
        .map(|other| &other.document.id)
        .filter(|id| **id != record.id)
        .cloned()
        .collect();
    Source { record, same_text }
}

fn by_version(a: &Reading, b: &Reading) -> Ordering {
    a.document
        .id
        .cmp(&b.document.id)
        .then_with(|| a.document.date.cmp(&b.document.date))
        .then_with(|| a.document.sha256.cmp(&b.document.sha256))
        .then_with(|| {
            if a == b {
                return Ordering::Equal;
            }
            // One text read in two ways (with and without quotes, by two releases): any fixed order will do.
            let line = |r| write_line(r).unwrap_or_default();
            line(a).cmp(&line(b))
        })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a broken line")]
mod tests {
    use super::*;
    use crate::claim::read_line;

    fn reading(id: &str, date: &str, sha256: &str) -> Reading {
        let line = format!(
            r#"{{"schema":1,"document":{{"id":"{id}","date":"{date}","sha256":"{sha256}"}},"entities":[],"claims":[]}}"#
        );
        read_line(&line).unwrap()
    }

    #[test]
    fn the_last_version_of_a_document_speaks() {
        let settled = settle(vec![
            reading("a", "2024-06-15", "00"),
            reading("a", "2024-06-14", "ff"),
        ]);
        assert_eq!(settled.documents.len(), 1);
        assert_eq!(settled.speaking.first().unwrap().document.sha256, "00");
        let settled = settle(vec![
            reading("a", "2024-06-14", "ff"),
            reading("a", "2024-06-14", "00"),
        ]);
        assert_eq!(settled.speaking.first().unwrap().document.sha256, "ff");
    }

    #[test]
    fn the_first_to_print_a_text_speaks_for_it() {
        let settled = settle(vec![
            reading("a", "2024-06-15", "00"),
            reading("b", "2024-06-14", "00"),
        ]);
        assert_eq!(settled.speaking.len(), 1);
        assert_eq!(settled.speaking.first().unwrap().document.id, "b");
        let same: Vec<_> = settled.documents.iter().map(|d| &d.same_text).collect();
        assert_eq!(
            same,
            [
                &BTreeSet::from(["b".to_owned()]),
                &BTreeSet::from(["a".to_owned()])
            ]
        );
    }
}

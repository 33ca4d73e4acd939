//! Claims on their way over the disk, and the edges that need no more than those who claim them.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::claim::{Assertion, Claim, Reading, SCHEMA};
use crate::document::DocumentRecord;
use crate::graph::fold::support::{Support, Witness};
use crate::graph::model::{Edge, Tie};
use crate::identity::AddedFact;
use crate::identity::bounded::{self, PlainClaim, PlainClaimRef};
use crate::runs::Sorter;

/// Where added facts are from, by the places of their readings.
pub(super) type Facts = BTreeMap<usize, AddedFact>;

/// What is kept of a claim: the place of its reading, that of its words, its document, and the claim.
#[derive(Serialize, Deserialize)]
struct Kept<C> {
    place: usize,
    source: usize,
    id: String,
    day: Option<Date>,
    claim: C,
}

/// A claim as a record.
pub(super) fn keep(
    (place, source): (usize, usize),
    reading: &Reading,
    claim: &Claim,
) -> io::Result<Vec<u8>> {
    bounded::render(&Kept {
        place,
        source,
        id: reading.document.id.clone(),
        day: reading.document.date,
        claim: PlainClaimRef(claim),
    })
}

/// A claim back from its record, with as much of its reading as a witness needs.
pub(super) struct Told {
    place: usize,
    source: usize,
    reading: Reading,
    claim: Claim,
}

impl Told {
    pub(super) fn of(record: &[u8]) -> io::Result<Self> {
        let kept: Kept<PlainClaim> = bounded::parse(record)?;
        Ok(Self {
            place: kept.place,
            source: kept.source,
            reading: Reading {
                schema: SCHEMA,
                document: DocumentRecord {
                    id: kept.id,
                    title: None,
                    date: kept.day,
                    url: None,
                    publisher: None,
                    lang: None,
                    sha256: String::new(),
                    extra: BTreeMap::new(),
                },
                entities: Vec::new(),
                claims: Vec::new(),
                findings: Vec::new(),
                sketch: None,
            },
            claim: kept.claim.0,
        })
    }

    pub(super) fn witness<'t>(&'t self, facts: &'t Facts) -> Witness<'t> {
        let added = facts.get(&self.place);
        Witness::new((self.place, self.source), &self.reading, &self.claim, added)
    }
}

/// Puts the edges `visited`, `part_of` and `links` to the others.
pub(super) fn put_ties(ties: Sorter, facts: &Facts, edges: &mut Sorter) -> io::Result<()> {
    let mut ties = ties.sorted()?;
    while let Some(first) = ties.take()? {
        let mut support = Support::default();
        let told = Told::of(&first.value)?;
        support.add(told.witness(facts));
        let tie = match told.claim.assertion {
            Assertion::Visited { date, planned, .. } => Tie::Visited { date, planned },
            Assertion::PartOf { .. } => Tie::PartOf,
            _ => Tie::Links,
        };
        while let Some(next) = ties.take_same(&first.key)? {
            support.add(Told::of(&next.value)?.witness(facts));
        }
        let edge = Edge {
            tie,
            confidence: support.confidence(),
            evidence: support.into_evidence(),
        };
        // The key is that of the edge.
        edges.push(&first.key, &bounded::render(&edge)?)?;
    }
    Ok(())
}

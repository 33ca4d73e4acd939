//! Claims on their way over the disk, and the edges that need no more than those who claim them.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::edges::Edges;
use super::known::MadeOf;
use super::lookup::Lookup;
use crate::claim::{Assertion, Claim, Confidence, Reading, SCHEMA};
use crate::document::DocumentRecord;
use crate::graph::fold::support::{Support, Witness};
use crate::graph::model::{Edge, Tie};
use crate::identity::AddedFact;
use crate::identity::bounded::{PlainClaim, PlainClaimRef};
use crate::runs::{Parts, Sorter, parse, render};

/// The sort of these edges among all that is known of rows.
const SORT: u8 = 0;

/// Where added facts are from, by the places of their readings.
pub(super) type Facts = BTreeMap<usize, AddedFact>;

/// What is kept of a claim with its document. That and the nodes of capacities are all that an edge or a meeting takes from it; the
/// numbers of its reading and of its words stand before it.
#[derive(Serialize, Deserialize)]
struct Kept<C> {
    id: String,
    day: Option<Date>,
    claim: C,
}

/// A claim as a record. `nodes` are those of the capacities in which people came to a meeting.
pub(super) fn keep(
    (place, source): (usize, usize),
    nodes: &[Option<usize>],
    reading: &Reading,
    claim: &Claim,
) -> io::Result<Vec<u8>> {
    let mut record = Vec::new();
    for number in [place, source, nodes.len()] {
        record.extend((number as u64).to_be_bytes());
    }
    for node in nodes {
        let number = node.map_or(u64::MAX, |node| node as u64);
        record.extend(number.to_be_bytes());
    }
    let kept = Kept {
        id: reading.document.id.clone(),
        day: reading.document.date,
        claim: PlainClaimRef(claim),
    };
    record.extend(render(&kept)?);
    Ok(record)
}

/// The parts of a record.
pub(super) struct Record<'r> {
    /// The place of the reading.
    pub(super) place: usize,
    /// That of its words.
    pub(super) source: usize,
    nodes: &'r [u8],
    /// The claim with its document.
    pub(super) claim: &'r [u8],
}

/// The bytes of a number.
const NUMBER: usize = 8;

impl<'r> Record<'r> {
    /// The parts of the bytes of [`keep`].
    pub(super) fn of(record: &'r [u8]) -> io::Result<Self> {
        let mut parts = Parts::of(record);
        let numbers = (parts.number(), parts.number(), parts.number());
        let found = || {
            let (Some(place), Some(source), Some(nodes)) = numbers else {
                return None;
            };
            let (nodes, claim) = parts.rest().split_at_checked(nodes.checked_mul(NUMBER)?)?;
            Some(Self {
                place,
                source,
                nodes,
                claim,
            })
        };
        found().ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// The nodes of the capacities; `None` for one that is none.
    pub(super) fn nodes(&self) -> impl Iterator<Item = Option<usize>> {
        let numbers = self.nodes.chunks_exact(NUMBER);
        numbers.map(|bytes| {
            let number = Parts::of(bytes).number()?;
            (number as u64 != u64::MAX).then_some(number)
        })
    }
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
        let Record {
            place,
            source,
            claim,
            ..
        } = Record::of(record)?;
        let kept: Kept<PlainClaim> = parse(claim)?;
        Ok(Self {
            place,
            source,
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
pub(super) fn put_ties(
    ties: Sorter,
    known: &Lookup,
    facts: &Facts,
    edges: &mut Edges,
) -> io::Result<()> {
    let mut ties = ties.sorted()?;
    while let Some(first) = ties.take()? {
        let mut records = vec![first.value];
        while let Some(next) = ties.take_same(&first.key)? {
            records.push(next.value);
        }
        put_tie(&first.key, &records, (known, facts), edges)?;
    }
    Ok(())
}

/// Puts an edge of which some records tell; its key is that of the edge.
fn put_tie(
    key: &[u8],
    records: &[Vec<u8>],
    (lookup, facts): (&Lookup, &Facts),
    edges: &mut Edges,
) -> io::Result<()> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    let tie = match Told::of(first)?.claim.assertion {
        Assertion::Visited { date, planned, .. } => Tie::Visited { date, planned },
        Assertion::PartOf { .. } => Tie::PartOf,
        _ => Tie::Links,
    };
    let bare = |confidence| Edge {
        tie: tie.clone(),
        confidence,
        evidence: Vec::new(),
    };
    let mut parts = Parts::of(key);
    let (source, target) = (parts.number(), parts.number());
    let made_of = || {
        let mut of = MadeOf::sort(SORT);
        of.node(source, lookup)?;
        of.node(target, lookup)?;
        of.bytes(parts.rest());
        of.records(records, lookup, facts)?;
        Ok(of)
    };
    let make = || {
        let told: Vec<Told> = records
            .iter()
            .map(|record| Told::of(record))
            .collect::<io::Result<_>>()?;
        let mut support = Support::default();
        for told in &told {
            support.add(told.witness(facts));
        }
        Ok(Some(Edge {
            confidence: support.confidence(),
            evidence: support.into_evidence(),
            ..bare(Confidence::FULL)
        }))
    };
    if let (Some(source), Some(target)) = (source, target) {
        edges.put_known((source, target), made_of, bare, make)?;
    }
    Ok(())
}

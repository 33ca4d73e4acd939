//! Claims on their way over the disk, and the edges that need no more than those who claim them.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;

use super::edges::Edges;
use super::known::MadeOf;
use super::lookup::Lookup;
use crate::claim::{Claim, Confidence, Reading, SCHEMA};
use crate::document::DocumentRecord;
use crate::graph::fold::support::{Support, Witness};
use crate::graph::model::{Edge, Tie};
use crate::identity::AddedFact;
use crate::identity::bounded::{Hash, PlainClaim, Testimony, hash_of, is_whole, render_claim};
use crate::runs::{Parts, Sorter, parse, render};

/// The sort of these edges among all that is known of rows.
const SORT: u8 = 0;

/// Where added facts are from, by the places of their readings.
pub(super) type Facts = BTreeMap<usize, AddedFact>;

/// What is kept of the document of a claim, and what an edge says that needs no more than those who claim it.
type Head = (String, Option<Date>, Option<Tie>);

/// A claim of a reading.
pub(super) struct Claimed<'t> {
    pub(super) of: &'t Testimony,
    /// The place of the reading, and that of its words.
    pub(super) at: (usize, usize),
    /// The number of the claim.
    pub(super) number: usize,
    pub(super) claim: &'t Claim,
}

impl Claimed<'_> {
    /// The claim as a record. `nodes` are those of the capacities in which people came to a meeting, `tie` is what an edge of its own says.
    ///
    /// Where its words stay where they are, there is a hash in their place, as there is beside them too: what is made of the same
    /// claims as before is known by it.
    pub(super) fn record(&self, nodes: &[Option<usize>], tie: Option<&Tie>) -> io::Result<Vec<u8>> {
        let mut record = Vec::new();
        let (place, source) = self.at;
        let (claim, hash) = if let Some(hashes) = &self.of.hashes {
            let whole = is_whole(self.claim).then(|| render_claim(self.claim));
            let hash = hashes.get(self.number).copied();
            (
                whole.transpose()?.unwrap_or_default(),
                hash.ok_or(io::ErrorKind::InvalidData)?,
            )
        } else {
            let claim = render_claim(self.claim)?;
            let hash = hash_of(&claim);
            (claim, hash)
        };
        let of = &self.of.reading.document;
        let head = render(&(&of.id, of.date, tie))?;
        for number in [place, source, self.number, head.len(), nodes.len()] {
            record.extend((number as u64).to_be_bytes());
        }
        for node in nodes {
            let number = node.map_or(u64::MAX, |node| node as u64);
            record.extend(number.to_be_bytes());
        }
        record.extend(hash);
        record.extend(head);
        record.extend(claim);
        Ok(record)
    }
}

/// The parts of a record.
pub(super) struct Record<'r> {
    /// The place of the reading.
    pub(super) place: usize,
    /// That of its words.
    pub(super) source: usize,
    /// The number of the claim.
    number: usize,
    nodes: &'r [u8],
    /// The hash of the claim.
    pub(super) hash: &'r [u8],
    /// What is kept of its document and of its edge.
    pub(super) head: &'r [u8],
    /// The claim; empty where its words stay where they are.
    claim: &'r [u8],
}

/// The bytes of a number.
const NUMBER: usize = 8;

impl<'r> Record<'r> {
    /// The parts of the bytes of a record.
    pub(super) fn of(record: &'r [u8]) -> io::Result<Self> {
        let mut parts = Parts::of(record);
        let mut found = || {
            let (place, source, number) = (parts.number()?, parts.number()?, parts.number()?);
            let (head, nodes) = (parts.number()?, parts.number()?);
            let (nodes, rest) = parts.rest().split_at_checked(nodes.checked_mul(NUMBER)?)?;
            let (hash, rest) = rest.split_at_checked(size_of::<Hash>())?;
            let (head, claim) = rest.split_at_checked(head)?;
            Some(Self {
                place,
                source,
                number,
                nodes,
                hash,
                head,
                claim,
            })
        };
        found().ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// What an edge of its own says.
    fn tie(&self) -> io::Result<Option<Tie>> {
        let (_, _, tie): Head = parse(self.head)?;
        Ok(tie)
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
    /// The claim of a record; its words are fetched where they are not there.
    pub(super) fn of(record: &[u8], lookup: &Lookup<'_>) -> io::Result<Self> {
        let record = Record::of(record)?;
        let (id, day, _): Head = parse(record.head)?;
        let claim = if record.claim.is_empty() {
            lookup.claim(record.place, record.number)?
        } else {
            parse::<PlainClaim>(record.claim)?.0
        };
        Ok(Self {
            place: record.place,
            source: record.source,
            reading: Reading {
                schema: SCHEMA,
                document: DocumentRecord {
                    id,
                    title: None,
                    date: day,
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
            claim,
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
    known: &Lookup<'_>,
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
    (lookup, facts): (&Lookup<'_>, &Facts),
    edges: &mut Edges,
) -> io::Result<()> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    let tie = Record::of(first)?
        .tie()?
        .ok_or(io::ErrorKind::InvalidData)?;
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
            .map(|record| Told::of(record, lookup))
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

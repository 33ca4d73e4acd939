//! Meetings in memory: the claims that tell of some of them, and as much of their readings as they need.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::plain::{PlainClaim, bare_record};
use crate::claim::{Assertion, Claim, Reading, SCHEMA};
use crate::document::DocumentRecord;
use crate::identity::gathering::node::{MeetingKey, Node};
use crate::identity::gathering::{Telling, node};

/// A claim of a meeting, as far as it tells which meeting it is, with its document.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) key: MeetingKey,
    pub(super) telling: Telling,
    record: DocumentRecord,
    claim: PlainClaim,
}

impl Told {
    /// A claim of a reading with the key of its meeting.
    pub(super) fn new(key: MeetingKey, telling: Telling, reading: &Reading, claim: &Claim) -> Self {
        Self {
            key,
            telling,
            record: bare_record(&reading.document),
            claim: PlainClaim(bare_claim(claim)),
        }
    }
}

/// Nodes in memory, and the readings as far as they need them.
pub(super) struct Scene {
    pub(super) readings: Vec<Reading>,
    pub(super) nodes: Vec<Node>,
    /// The place of each of the readings among all.
    places: Vec<usize>,
    /// The places of the claims of each of them in the whole reading.
    claims: Vec<Vec<usize>>,
}

impl Scene {
    /// The nodes of some claims, which are in the order of their keys.
    pub(super) fn new(told: Vec<Told>) -> Self {
        let places: BTreeSet<usize> = told.iter().map(|told| told.telling.reading).collect();
        let places: Vec<usize> = places.into_iter().collect();
        let mut by_telling: BTreeMap<Telling, &Told> = BTreeMap::new();
        for of in &told {
            by_telling.insert(of.telling, of);
        }
        let mut scene = Self {
            readings: Vec::new(),
            nodes: Vec::new(),
            claims: vec![Vec::new(); places.len()],
            places,
        };
        for of in by_telling.into_values() {
            let at = scene
                .places
                .partition_point(|place| *place < of.telling.reading);
            if scene.readings.len() == at {
                scene.readings.push(reading_of(&of.record));
            }
            if let (Some(reading), Some(claims)) =
                (scene.readings.last_mut(), scene.claims.get_mut(at))
            {
                reading.claims.push(of.claim.0.clone());
                claims.push(of.telling.claim);
            }
        }
        let mut rest = told.into_iter().peekable();
        while let Some(first) = rest.next() {
            let mut tellings = vec![scene.inner(first.telling)];
            while let Some(next) = rest.next_if(|next| next.key == first.key) {
                tellings.push(scene.inner(next.telling));
            }
            scene.nodes.push(node(&scene.readings, first.key, tellings));
        }
        scene
    }

    /// A telling by the places in the scene, and back.
    fn inner(&self, of: Telling) -> Telling {
        let reading = self.places.partition_point(|place| *place < of.reading);
        let claims = self.claims.get(reading).map_or(&[][..], Vec::as_slice);
        Telling {
            reading,
            claim: claims.partition_point(|claim| *claim < of.claim),
        }
    }

    pub(super) fn outer(&self, of: Telling) -> Telling {
        let claims = self.claims.get(of.reading);
        Telling {
            reading: self.places.get(of.reading).copied().unwrap_or_default(),
            claim: claims
                .and_then(|claims| claims.get(of.claim))
                .copied()
                .unwrap_or_default(),
        }
    }

    /// The tellings of a node as they were.
    pub(super) fn told(&self, node: &Node) -> Vec<Told> {
        let told = node.tellings.iter().filter_map(|telling| {
            let reading = self.readings.get(telling.reading)?;
            Some(Told {
                key: node.key.clone(),
                telling: self.outer(*telling),
                record: reading.document.clone(),
                claim: PlainClaim(reading.claims.get(telling.claim)?.clone()),
            })
        });
        told.collect()
    }
}

fn bare_claim(claim: &Claim) -> Claim {
    let mut assertion = claim.assertion.clone();
    if let Assertion::Meeting {
        sides,
        capacities,
        outcomes,
        ..
    } = &mut assertion
    {
        // Who they are says the key.
        *sides = Vec::new();
        *capacities = Vec::new();
        *outcomes = Vec::new();
    }
    Claim {
        assertion,
        confidence: claim.confidence,
        evidence: Vec::new(),
    }
}

fn reading_of(record: &DocumentRecord) -> Reading {
    Reading {
        schema: SCHEMA,
        document: record.clone(),
        entities: Vec::new(),
        claims: Vec::new(),
        findings: Vec::new(),
        sketch: None,
    }
}

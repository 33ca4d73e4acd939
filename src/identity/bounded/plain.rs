//! Readings and claims on their way over the disk, in a form that is read in one go.
//!
//! In the line of a reading the name of what a claim asserts stands among its other fields, and what a reason is is told by which
//! fields it has, so that each has to be looked at as a whole before it is known what it is. Here the name comes first. The fields
//! are the same ones, and nothing is lost.

use std::io;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::claim::{
    Assertion, Capacity, Claim, Confidence, Entity, EntityIndex, Finding, Form, Outcome, Reading,
    TableRow, Term, Why, Words,
};
use crate::document::DocumentRecord;
use crate::ontology::{LifeEvent, MeetingKind, MeetingStatus, Office};
use crate::runs::{parse, render};
use crate::text::{PartialDate, Sketch};

/// The form of a reading.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Reading")]
struct Read {
    schema: u32,
    document: DocumentRecord,
    entities: Vec<Entity>,
    #[serde(serialize_with = "put_claims", deserialize_with = "claims")]
    claims: Vec<Claim>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    findings: Vec<Finding>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    sketch: Option<Sketch>,
}

/// The form of a claim.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Claim")]
struct Claimed {
    #[serde(with = "Said")]
    assertion: Assertion,
    confidence: Confidence,
    #[serde(serialize_with = "put_reasons", deserialize_with = "reasons")]
    evidence: Vec<Why>,
}

/// The form of an assertion.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Assertion")]
enum Said {
    Role {
        person: EntityIndex,
        office: Office,
        target: EntityIndex,
        title: String,
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        former: bool,
        #[serde(skip_serializing_if = "Term::is_untold", default)]
        term: Term,
    },
    Meeting {
        kind: MeetingKind,
        status: MeetingStatus,
        sides: Vec<Vec<EntityIndex>>,
        capacities: Vec<Capacity>,
        body: Option<EntityIndex>,
        session: Option<u32>,
        date: Option<PartialDate>,
        place: Option<String>,
        outcomes: Vec<Outcome>,
    },
    Visited {
        person: EntityIndex,
        state: EntityIndex,
        date: Option<PartialDate>,
        planned: bool,
    },
    PartOf {
        part: EntityIndex,
        whole: EntityIndex,
    },
    Links {
        body: EntityIndex,
        target: EntityIndex,
    },
    Life {
        body: EntityIndex,
        event: LifeEvent,
        date: Option<PartialDate>,
    },
}

/// The form of a reason.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Why")]
enum Reason {
    Words(Words),
    Table(TableRow),
}

/// A claim in this form.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct PlainClaim(#[serde(with = "Claimed")] pub(crate) Claim);

/// A claim that stays where it is, on its way into this form.
pub(crate) struct PlainClaimRef<'c>(pub(crate) &'c Claim);

impl Serialize for PlainClaimRef<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Claimed::serialize(self.0, to)
    }
}

#[derive(Deserialize)]
#[serde(transparent)]
struct PlainReason(#[serde(with = "Reason")] Why);

struct PlainReasonRef<'w>(&'w Why);

impl Serialize for PlainReasonRef<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Reason::serialize(self.0, to)
    }
}

struct PlainReadingRef<'r>(&'r Reading);

impl Serialize for PlainReadingRef<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Read::serialize(self.0, to)
    }
}

#[derive(Deserialize)]
#[serde(transparent)]
struct PlainReading(#[serde(with = "Read")] Reading);

/// A reading as bytes of this form.
pub(super) fn render_reading(reading: &Reading) -> io::Result<Vec<u8>> {
    render(&PlainReadingRef(reading))
}

/// A reading back from such bytes.
pub(super) fn parse_reading(bytes: &[u8]) -> io::Result<Reading> {
    parse::<PlainReading>(bytes).map(|read| read.0)
}

/// As much of a reading as decides who is who, and what it is called: no reasons but rows of tables, of wordings the names, each once, and of the article
/// no more than its id and day. Entities and claims keep their places.
pub(super) fn lean(of: &Reading) -> Reading {
    let entity = |entity: &Entity| Entity {
        kind: entity.kind,
        name: entity.name.clone(),
        row: entity.row.clone(),
        form: entity.form,
        state: entity.state,
        forms: names(&entity.forms),
        keys: Vec::new(),
    };
    Reading {
        schema: of.schema,
        document: bare_record(&of.document),
        entities: of.entities.iter().map(entity).collect(),
        claims: of.claims.iter().map(lean_claim).collect(),
        findings: Vec::new(),
        sketch: None,
    }
}

/// The names among some wordings, each where it comes first; where there is none, the first wording.
fn names(of: &[Form]) -> Vec<Form> {
    let mut names: Vec<Form> = Vec::new();
    for form in of.iter().filter(|form| form.name) {
        if names.iter().all(|name| name.text != form.text) {
            names.push(form.clone());
        }
    }
    if names.is_empty() {
        names.extend(of.first().cloned());
    }
    names
}

/// A claim without words. What tables alone say stays as it is, with the rows that say it: where a chamber belongs is told by each of
/// thousands of articles.
fn lean_claim(of: &Claim) -> Claim {
    let assertion = lean_assertion(&of.assertion);
    let tables = of.evidence.iter().all(|why| matches!(why, Why::Table(_)));
    let is_whole = tables && assertion == of.assertion;
    Claim {
        assertion,
        confidence: of.confidence,
        evidence: of.evidence.iter().filter(|_| is_whole).cloned().collect(),
    }
}

/// Whether a claim that [`lean`] has left is all of the claim.
pub(crate) const fn is_whole(of: &Claim) -> bool {
    !of.evidence.is_empty()
}

/// An assertion without the words of titles and outcomes.
fn lean_assertion(of: &Assertion) -> Assertion {
    match of {
        Assertion::Role {
            person,
            office,
            target,
            title: _,
            former,
            term,
        } => Assertion::Role {
            person: *person,
            office: *office,
            target: *target,
            title: String::new(),
            former: *former,
            term: *term,
        },
        other => {
            let mut lean = other.clone();
            if let Assertion::Meeting { outcomes, .. } = &mut lean {
                *outcomes = Vec::new();
            }
            lean
        }
    }
}

/// The id and the day of a document.
pub(super) fn bare_record(of: &DocumentRecord) -> DocumentRecord {
    DocumentRecord {
        id: of.id.clone(),
        title: None,
        date: of.date,
        url: None,
        publisher: None,
        lang: None,
        sha256: String::new(),
        extra: std::collections::BTreeMap::new(),
    }
}

fn put_claims<S: Serializer>(claims: &[Claim], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(claims.iter().map(PlainClaimRef))
}

fn claims<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Claim>, D::Error> {
    let claims = Vec::<PlainClaim>::deserialize(from)?;
    Ok(claims.into_iter().map(|claim| claim.0).collect())
}

fn put_reasons<S: Serializer>(reasons: &[Why], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(reasons.iter().map(PlainReasonRef))
}

fn reasons<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Why>, D::Error> {
    let reasons = Vec::<PlainReason>::deserialize(from)?;
    Ok(reasons.into_iter().map(|reason| reason.0).collect())
}

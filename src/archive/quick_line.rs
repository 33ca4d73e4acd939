//! The line of a reading as it lies in an archive, read without a look back.
//!
//! In a line the fields of what a claim asserts stand among those of the claim, so that serde has to keep each field until it knows
//! whose it is. No two assertions have a field of one name and two sorts, so that all fields can be read as they come and be
//! put together at the end. What does not fit together is left to [`read_line`], which says what is wrong.

use serde::Deserialize;

use crate::claim::{
    Assertion, Capacity, Claim, Confidence, Entity, EntityIndex, Finding, LineError, Outcome,
    Reading, SCHEMA, TableRow, Term, Why, Words, read_line,
};
use crate::document::DocumentRecord;
use crate::ontology::{LifeEvent, MeetingKind, MeetingStatus, Office};
use crate::text::{PartialDate, Sketch};

/// Reads a line: the reading that [`read_line`] gives.
///
/// # Errors
/// As [`read_line`].
pub(super) fn read_quickly(line: &str) -> Result<Reading, LineError> {
    match serde_json::from_str::<FlatReading>(line).map(Reading::try_from) {
        Ok(Ok(reading)) => Ok(reading),
        Ok(Err(Slow)) | Err(_) => read_line(line),
    }
}

/// Says that a line is to be read slowly.
struct Slow;

#[derive(Deserialize)]
struct FlatReading {
    schema: u32,
    document: DocumentRecord,
    entities: Vec<Entity>,
    claims: Vec<FlatClaim>,
    #[serde(default)]
    findings: Vec<Finding>,
    #[serde(default)]
    sketch: Option<Sketch>,
}

/// The fields of all sorts of claims.
#[derive(Deserialize)]
struct FlatClaim {
    predicate: Predicate,
    person: Option<EntityIndex>,
    office: Option<Office>,
    target: Option<EntityIndex>,
    title: Option<String>,
    #[serde(default)]
    former: bool,
    #[serde(default)]
    term: Term,
    kind: Option<MeetingKind>,
    status: Option<MeetingStatus>,
    sides: Option<Vec<Vec<EntityIndex>>>,
    #[serde(default)]
    capacities: Vec<Capacity>,
    body: Option<EntityIndex>,
    session: Option<u32>,
    date: Option<PartialDate>,
    place: Option<String>,
    #[serde(default)]
    outcomes: Vec<Outcome>,
    state: Option<EntityIndex>,
    #[serde(default)]
    planned: bool,
    part: Option<EntityIndex>,
    whole: Option<EntityIndex>,
    event: Option<LifeEvent>,
    confidence: Confidence,
    evidence: Vec<FlatReason>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Predicate {
    Role,
    Meeting,
    Visited,
    PartOf,
    Links,
    Life,
}

/// The fields of both sorts of reasons.
#[derive(Deserialize)]
struct FlatReason {
    start: Option<usize>,
    end: Option<usize>,
    quote: Option<String>,
    rule: Option<String>,
    table: Option<String>,
    row: Option<String>,
}

impl TryFrom<FlatReading> for Reading {
    type Error = Slow;

    fn try_from(flat: FlatReading) -> Result<Self, Slow> {
        let entities = flat.entities.len();
        let mut claims = Vec::with_capacity(flat.claims.len());
        for claim in flat.claims {
            let claim = claim.claim().ok_or(Slow)?;
            if claim.assertion.entities().iter().any(|of| *of >= entities) {
                return Err(Slow);
            }
            claims.push(claim);
        }
        if flat.schema > SCHEMA {
            return Err(Slow);
        }
        Ok(Self {
            schema: flat.schema,
            document: flat.document,
            entities: flat.entities,
            claims,
            findings: flat.findings,
            sketch: flat.sketch,
        })
    }
}

impl FlatClaim {
    fn claim(self) -> Option<Claim> {
        let assertion = match self.predicate {
            Predicate::Role => Assertion::Role {
                person: self.person?,
                office: self.office?,
                target: self.target?,
                title: self.title?,
                former: self.former,
                term: self.term,
            },
            Predicate::Meeting => Assertion::Meeting {
                kind: self.kind?,
                status: self.status?,
                sides: self.sides?,
                capacities: self.capacities,
                body: self.body,
                session: self.session,
                date: self.date,
                place: self.place,
                outcomes: self.outcomes,
            },
            Predicate::Visited => Assertion::Visited {
                person: self.person?,
                state: self.state?,
                date: self.date,
                planned: self.planned,
            },
            Predicate::PartOf => Assertion::PartOf {
                part: self.part?,
                whole: self.whole?,
            },
            Predicate::Links => Assertion::Links {
                body: self.body?,
                target: self.target?,
            },
            Predicate::Life => Assertion::Life {
                body: self.body?,
                event: self.event?,
                date: self.date,
            },
        };
        let evidence = self.evidence.into_iter().map(FlatReason::reason);
        Some(Claim {
            assertion,
            confidence: self.confidence,
            evidence: evidence.collect::<Option<_>>()?,
        })
    }
}

impl FlatReason {
    fn reason(self) -> Option<Why> {
        match self {
            Self {
                start: Some(start),
                end: Some(end),
                quote,
                rule: Some(rule),
                table: None,
                row: None,
            } => Some(Why::Words(Words {
                start,
                end,
                quote,
                rule,
            })),
            Self {
                start: None,
                end: None,
                quote: None,
                rule: None,
                table: Some(table),
                row: Some(row),
            } => Some(Why::Table(TableRow { table, row })),
            _ => None,
        }
    }
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    reason = "a test may stop at a line that cannot be read"
)]
mod tests {
    use super::*;

    const HEAD: &str = r#"{"schema":1,"document":{"id":"a","date":"2024-06-14","sha256":"00"},"entities":[
        {"kind":"legislator","name":"Anna Lee","forms":[]},{"kind":"chamber","name":"Senate","row":"xx/senate","forms":[]}],"claims":["#;

    #[test]
    fn all_sorts_of_claims_are_read_as_slowly() {
        let words = r#""confidence":0.9,"evidence":[{"start":3,"end":9,"quote":"Lee","rule":"r"},{"table":"chambers","row":"x"}]"#;
        for claim in [
            r#""predicate":"role","person":0,"office":"speaker","target":1,"title":"Speaker","former":true,"term":{"since":"2020"}"#,
            r#""predicate":"meeting","kind":"session","status":"held","sides":[[0]],"body":1,"session":3,"date":"2024-06","place":"Riga",
               "capacities":[{"person":0,"office":"chair","target":1}],"outcomes":[{"kind":"decision","evidence":[]}]"#,
            r#""predicate":"meeting","kind":"call","status":"planned","sides":[]"#,
            r#""predicate":"visited","person":0,"state":1,"planned":true"#,
            r#""predicate":"part_of","part":1,"whole":0"#,
            r#""predicate":"links","body":1,"target":0"#,
            r#""predicate":"life","body":1,"event":"founded","date":"1999""#,
        ] {
            let line = format!("{HEAD}{{{claim},{words}}}]}}");
            let flat = serde_json::from_str::<FlatReading>(&line).unwrap();
            let quick = Reading::try_from(flat).ok();
            assert_eq!(quick, Some(read_line(&line).unwrap()), "{claim}");
        }
    }

    #[test]
    fn what_is_no_reading_is_told_as_ever() {
        for claim in [
            r#"{"predicate":"role","person":0,"office":"speaker","target":7,"title":"","confidence":1,"evidence":[]}"#,
            r#"{"predicate":"role","person":0,"office":"speaker","title":"","confidence":1,"evidence":[]}"#,
            r#"{"predicate":"links","body":1,"target":0,"confidence":1,"evidence":[{"start":1}]}"#,
            r#"{"predicate":"sings","confidence":1,"evidence":[]}"#,
        ] {
            let line = format!("{HEAD}{claim}]}}");
            let told = read_line(&line).unwrap_err().to_string();
            assert_eq!(read_quickly(&line).unwrap_err().to_string(), told);
        }
        let newer = r#"{"schema":2,"document":{"id":"a","sha256":""},"entities":[],"claims":[]}"#;
        let told = read_line(newer).unwrap_err().to_string();
        assert_eq!(read_quickly(newer).unwrap_err().to_string(), told);
    }
}

//! Added facts as readings, so that the fold takes them for what an article says.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::JudgementId;
use super::fact::{Fact, Statement};
use super::pointer::Party;
use crate::claim::{Assertion, Claim, Confidence, Entity, EntityIndex, Reading, SCHEMA, Term};
use crate::document::DocumentRecord;
use crate::identity::mention::Mention;
use crate::identity::name::clean;
use crate::ontology::{LifeEvent, NodeKind, Office, StateCode};
use crate::text::PartialDate;

/// Where an added fact is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedFact {
    /// The judgement that adds it.
    pub judgement: JudgementId,
    /// What its author gives as the source.
    pub source: String,
}

/// A fact as a reading of its own.
pub(super) struct Telling {
    pub(super) reading: Reading,
    /// The entities that stand for mentions of articles.
    pub(super) stand_ins: Vec<(EntityIndex, Mention)>,
}

/// Tells a fact as a reading. `find` knows the mentions that the fact points at, with their entities.
///
/// # Errors
/// The first party that nobody is.
pub(super) fn telling<'f>(
    id: &JudgementId,
    fact: &'f Fact,
    find: impl Fn(&Party) -> Option<(Mention, Entity)>,
) -> Result<Telling, &'f Party> {
    let mut parties: Vec<&Party> = Vec::new();
    let mut entities = Vec::new();
    let mut stand_ins = Vec::new();
    for party in fact.says.parties() {
        if parties.contains(&party) {
            continue;
        }
        let entity = match party {
            Party::Mention(_) => {
                let (mention, entity) = find(party).ok_or(party)?;
                stand_ins.push((entities.len(), mention));
                entity
            }
            Party::Named {
                kind,
                name,
                row,
                state,
            } => newcomer(*kind, name, row.as_deref(), *state),
        };
        parties.push(party);
        entities.push(entity);
    }
    let place = |party: &Party| {
        let found = parties.iter().position(|known| *known == party);
        found.unwrap_or_default()
    };
    let claim = Claim {
        assertion: assertion(&fact.says, place),
        confidence: Confidence::FULL,
        evidence: Vec::new(),
    };
    let date = match &fact.says {
        Statement::Role { date, .. } => *date,
        _ => None,
    };
    Ok(Telling {
        reading: Reading {
            schema: SCHEMA,
            document: record(id, date),
            entities,
            claims: vec![claim],
            sketch: None,
            findings: Vec::new(),
        },
        stand_ins,
    })
}

/// An entity that no words of a text stand for.
fn newcomer(kind: NodeKind, name: &str, row: Option<&str>, state: Option<StateCode>) -> Entity {
    Entity {
        kind,
        name: name.to_owned(),
        row: row.map(str::to_owned),
        form: None,
        state,
        forms: Vec::new(),
        keys: Vec::new(),
    }
}

/// The document that a fact is told by: none of the graph's, but of a day.
fn record(id: &JudgementId, date: Option<Date>) -> DocumentRecord {
    DocumentRecord {
        id: format!("judgement/{id}"),
        title: None,
        date,
        url: None,
        publisher: None,
        lang: None,
        sha256: String::new(),
        extra: BTreeMap::new(),
    }
}

fn assertion(says: &Statement, place: impl Fn(&Party) -> EntityIndex) -> Assertion {
    let all = |side: &Vec<Party>| side.iter().map(&place).collect();
    match says {
        Statement::Role {
            person,
            office,
            target,
            title,
            former,
            ..
        } => Assertion::Role {
            person: place(person),
            office: *office,
            target: place(target),
            title: title_of(title.as_deref(), *office),
            former: *former,
            term: Term::default(),
        },
        Statement::Meeting {
            kind,
            status,
            sides,
            body,
            session,
            date,
            place: city,
        } => Assertion::Meeting {
            kind: *kind,
            status: *status,
            sides: sides.iter().map(all).collect(),
            capacities: Vec::new(),
            body: body.as_ref().map(&place),
            session: *session,
            date: *date,
            place: city.clone(),
            outcomes: Vec::new(),
        },
        Statement::Visited {
            person,
            state,
            date,
            planned,
        } => Assertion::Visited {
            person: place(person),
            state: place(state),
            date: *date,
            planned: *planned,
        },
        Statement::PartOf { part, whole } => Assertion::PartOf {
            part: place(part),
            whole: place(whole),
        },
        Statement::Links { body, target } => Assertion::Links {
            body: place(body),
            target: place(target),
        },
        Statement::Life { body, event, date } => life(place(body), *event, *date),
    }
}

/// The title as it is written, else the office's word.
fn title_of(title: Option<&str>, office: Office) -> String {
    let written = title.map(clean).filter(|title| !title.is_empty());
    written.unwrap_or_else(|| office.as_str().replace('_', " "))
}

const fn life(body: EntityIndex, event: LifeEvent, date: Option<PartialDate>) -> Assertion {
    Assertion::Life { body, event, date }
}

//! A meeting from its row.

use super::problem::{Losses, Problem};
use super::row::Row;
use super::value::{date, known, one_of, word};
use crate::claim::{Assertion, Capacity, Outcome};
use crate::ontology::{MeetingKind, MeetingStatus, Office, OutcomeKind};

/// What a row says of a meeting, and the ids of those of whom it speaks, in the order of [`Assertion::entities`].
///
/// # Errors
/// Where a word, a date or a number is none. An unknown outcome is told, and left out alone.
pub(super) fn of_row(row: &Row, losses: &mut Losses) -> Result<(Assertion, Vec<String>), Problem> {
    let mut ids: Vec<String> = Vec::new();
    let mut place_of = |id: &str| {
        ids.push(id.to_owned());
        ids.len() - 1
    };
    let sides = row.sides.iter().filter(|side| !side.is_empty());
    let sides: Vec<Vec<usize>> = sides
        .map(|side| side.iter().map(|id| place_of(id)).collect())
        .collect();
    let mut capacities = Vec::new();
    for [person, office, body] in &row.capacities {
        capacities.push(Capacity {
            person: place_of(person),
            office: one_of(office, "capacity", Office::ALL, Office::as_str)?,
            target: place_of(body),
        });
    }
    let session = row.get("session").map(|number| {
        let parsed = number.parse();
        parsed.map_err(|_| Problem::new(format!("\"{number}\" is not the number of a session")))
    });
    let assertion = Assertion::Meeting {
        kind: word(row, "kind", MeetingKind::ALL, MeetingKind::as_str)?,
        status: known(row, "status", MeetingStatus::ALL, MeetingStatus::as_str)?
            .unwrap_or(MeetingStatus::Held),
        sides,
        capacities,
        body: row.get("body").map(place_of),
        session: session.transpose()?,
        date: date(row)?,
        place: row.get("place").map(str::to_owned),
        outcomes: outcomes(row, losses),
    };
    Ok((assertion, ids))
}

/// What came out of the meeting. That one word is not known is no reason to leave the meeting out.
fn outcomes(row: &Row, losses: &mut Losses) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for word in row.list("outcomes") {
        match one_of(&word, "outcome", OutcomeKind::ALL, OutcomeKind::as_str) {
            Ok(kind) => outcomes.push(Outcome {
                kind,
                evidence: Vec::new(),
            }),
            Err(why) => losses.leave_out(row, why),
        }
    }
    outcomes
}

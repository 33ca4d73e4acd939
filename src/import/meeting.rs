//! A meeting from its row.

use std::collections::BTreeMap;

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

/// The rows but those of a meeting that is there already. The same row twice says nothing more; of two that differ nobody knows
/// which is right, and the second is told.
pub(super) fn once(rows: Vec<Row>, losses: &mut Losses) -> Vec<Row> {
    let mut first: BTreeMap<String, Row> = BTreeMap::new();
    let mut kept = Vec::new();
    for row in rows {
        let Some(id) = row.get("id").map(str::to_owned) else {
            kept.push(row);
            continue;
        };
        match first.get(&id) {
            None => {
                first.insert(id, row.clone());
                kept.push(row);
            }
            Some(known) if known.says_the_same(&row) => {}
            Some(known) => {
                let at = known.told_place();
                let why = format!("the meeting \"{id}\" is there already, and says something else");
                let hint = format!("two meetings need two ids; that of {at} is read");
                losses.skip(&row, Problem::new(why).hint(hint));
            }
        }
    }
    kept
}

/// Checks who stands on the sides of a meeting.
///
/// # Errors
/// Where somebody stands on two of them, and would have met himself.
pub(super) fn check_sides(sides: &[Vec<String>]) -> Result<(), Problem> {
    let mut side_of: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, side) in sides.iter().enumerate() {
        for person in side {
            if *side_of.entry(person).or_insert(number) != number {
                let why = format!("\"{person}\" stands on two sides of the meeting");
                let hint = "everybody at a meeting is on one side; the meeting is left out";
                return Err(Problem::new(why).hint(hint));
            }
        }
    }
    Ok(())
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

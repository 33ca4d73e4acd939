//! A meeting from its row.

use super::Lost;
use super::row::{Row, lose};
use super::value::{date, known, word};
use crate::claim::{Assertion, Capacity, Outcome};
use crate::ontology::{MeetingKind, MeetingStatus, Office, OutcomeKind};

/// What a row says of a meeting, and the ids of those of whom it speaks, in the order of [`Assertion::entities`].
///
/// # Errors
/// Where a word, a date or a number is none; a word of what came out of the meeting is a loss.
pub(super) fn of_row(row: &Row, lost: &mut Lost) -> Result<(Assertion, Vec<String>), String> {
    let mut ids: Vec<String> = Vec::new();
    let mut place_of = |id: &str| {
        ids.push(id.to_owned());
        ids.len() - 1
    };
    let sides = row.get("sides").unwrap_or_default().split('|');
    let sides: Vec<Vec<usize>> = sides
        .map(people)
        .filter(|side| !side.is_empty())
        .map(|side| side.into_iter().map(&mut place_of).collect())
        .collect();
    let mut capacities = Vec::new();
    for part in row.list("capacities") {
        let mut words = part.splitn(3, ' ');
        let (Some(person), Some(office), Some(body)) = (words.next(), words.next(), words.next())
        else {
            return Err(format!("\"{part}\" is not a person, an office and a body"));
        };
        capacities.push(Capacity {
            person: place_of(person),
            office: Office::from_word(office)
                .ok_or_else(|| format!("\"{office}\" is no office"))?,
            target: place_of(body),
        });
    }
    let session = row.get("session").map(|number| {
        let parsed = number.parse();
        parsed.map_err(|_| format!("\"{number}\" is not the number of a session"))
    });
    let assertion = Assertion::Meeting {
        kind: word(row, "kind", MeetingKind::from_word)?,
        status: known(row, "status", MeetingStatus::from_word)?.unwrap_or(MeetingStatus::Held),
        sides,
        capacities,
        body: row.get("body").map(place_of),
        session: session.transpose()?,
        date: date(row)?,
        place: row.get("place").map(str::to_owned),
        outcomes: outcomes(row, lost),
    };
    Ok((assertion, ids))
}

fn people(side: &str) -> Vec<&str> {
    let people = side.split(';').map(str::trim);
    people.filter(|p| !p.is_empty()).collect()
}

/// What came out of the meeting. That one word is not known is no reason to leave the meeting out.
fn outcomes(row: &Row, lost: &mut Lost) -> Vec<Outcome> {
    let words = row.list("outcomes");
    let kinds: Vec<OutcomeKind> = words
        .iter()
        .filter_map(|word| OutcomeKind::from_word(word))
        .collect();
    let unknown = words.len() - kinds.len();
    lose(lost, "outcomes that interparl does not know", unknown);
    let outcome = |kind| Outcome {
        kind,
        evidence: Vec::new(),
    };
    kinds.into_iter().map(outcome).collect()
}

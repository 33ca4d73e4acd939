//! Events of Popolo: meetings and visits.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::json::{list, text};
use super::super::problem::{Losses, Problem};
use super::super::row::Row;
use crate::ontology::{EdgeKind, MeetingStatus};

/// The visits of an event, one for each attendee.
pub(super) fn visits(event: &Value, row: &Row) -> Vec<Row> {
    let status = text(event.get("status"));
    let visit = |attendee: &Value| {
        let mut edge = Row::beside(row);
        edge.put("source", text(attendee.get("person_id")));
        edge.put("target", text(event.get("organization_id")));
        edge.put("kind", EdgeKind::Visited.as_str());
        edge.put("date", text(event.get("start_date")));
        edge.put("confidence", text(event.get("confidence")));
        match MeetingStatus::from_word(&status) {
            Some(MeetingStatus::Planned) => edge.put("planned", "true"),
            Some(MeetingStatus::Held) => {}
            None if status.is_empty() => {}
            None => {
                let why = format!("\"{status}\" is no status that interparl knows");
                edge.troubles.push(Problem::new(why));
            }
        }
        edge
    };
    list(event, "attendees").iter().map(visit).collect()
}

/// The meeting of an event.
pub(super) fn meeting(event: &Value, mut row: Row, losses: &mut Losses) -> Row {
    for (to, from) in [
        ("id", "id"),
        ("kind", "classification"),
        ("status", "status"),
        ("date", "start_date"),
        ("place", "location"),
        ("body", "organization_id"),
        ("session", "session"),
        ("confidence", "confidence"),
    ] {
        row.put(to, text(event.get(from)));
    }
    let outcomes: Vec<String> = list(event, "outcomes")
        .iter()
        .map(|outcome| text(Some(outcome)))
        .collect();
    let outcomes: Vec<&str> = outcomes.iter().map(String::as_str).collect();
    row.put_list("outcomes", &outcomes);
    let attendees = list(event, "attendees");
    row.capacities = attendees.iter().flat_map(capacities).collect();
    row.sides = sides(attendees, &row, losses);
    row
}

/// For whom an attendee came: the person, the office, the body.
fn capacities(attendee: &Value) -> Vec<[String; 3]> {
    let of_it = |capacity: &Value| {
        let role = text(capacity.get("role")).to_lowercase();
        [
            text(attendee.get("person_id")),
            role.replace([' ', '-'], "_"),
            text(capacity.get("organization_id")),
        ]
    };
    list(attendee, "capacities").iter().map(of_it).collect()
}

/// Who stood on which side. Files of others do not tell it: two people met; of more nobody knows, and to guess would be to
/// say who met whom.
fn sides(attendees: &[Value], row: &Row, losses: &mut Losses) -> Vec<Vec<String>> {
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut others: Vec<String> = Vec::new();
    for attendee in attendees {
        let (person, side) = (text(attendee.get("person_id")), text(attendee.get("side")));
        let list = if side.is_empty() {
            &mut others
        } else {
            told.entry(side).or_default()
        };
        if !list.contains(&person) {
            list.push(person);
        }
    }
    // Who came for somebody and stood on no side is told with that.
    let came_for = |person: &String| row.capacities.iter().any(|[who, ..]| who == person);
    others.retain(|person| !came_for(person));
    if !told.is_empty() {
        let what = "attendees without a \"side\" of events where others have one";
        losses.count(what, others.len());
        return told.into_values().collect();
    }
    if others.len() == 2 {
        return others.into_iter().map(|person| vec![person]).collect();
    }
    if others.len() > 2 && row.get("body").is_none() {
        let what = "who met whom at events of more than two without a \"side\"";
        losses.count(what, 1);
    }
    vec![others]
}

//! Meetings from the edges that are their projection, where no record tells them.

use std::collections::{BTreeMap, BTreeSet};

use super::ends::Tied;
use super::problem::{Losses, Problem};
use super::row::Row;
use crate::ontology::{EdgeKind, MeetingKind};

/// One row or more for each meeting that `met` and `attended` edges name and `records` do not have; an edge that names none
/// is a meeting of its own. An edge whose meeting has a record says nothing more, and must not say anything else.
pub(super) fn of_edges(edges: &[Tied<'_>], records: &[Row], losses: &mut Losses) -> Vec<Row> {
    let records: BTreeMap<&str, &Row> = records
        .iter()
        .filter_map(|record| Some((record.get("id")?, record)))
        .collect();
    let mut told: BTreeMap<(&str, usize), Vec<&Tied<'_>>> = BTreeMap::new();
    for (number, edge) in edges.iter().enumerate() {
        if !matches!(edge.kind, EdgeKind::Met | EdgeKind::Attended) {
            continue;
        }
        match edge.row.get("meeting_id") {
            id if edge.row.get("meeting").is_none()
                && !id.is_some_and(|id| records.contains_key(id)) =>
            {
                let why = Problem::new("there is no \"meeting\", the kind of meeting");
                let kinds: Vec<&str> = MeetingKind::ALL.iter().map(|kind| kind.as_str()).collect();
                losses.skip(
                    edge.row,
                    why.hint(format!("there are: {}", kinds.join(", "))),
                );
            }
            None => told.entry(("", number)).or_default().push(edge),
            Some(id) => match records.get(id) {
                None => told.entry((id, 0)).or_default().push(edge),
                Some(record) => compare(edge, record, losses),
            },
        }
    }
    let mut rows = Vec::new();
    for edges in told.values() {
        rows.extend(of_meeting(edges, losses));
    }
    rows
}

/// Tells what an edge says and the record of its meeting does not.
fn compare(edge: &Tied<'_>, record: &Row, losses: &mut Losses) {
    let id = record.get("id").unwrap_or_default();
    let sides = record.sides.iter().flatten();
    let capacities = record.capacities.iter().map(|[person, ..]| person);
    let people: BTreeSet<&str> = sides.chain(capacities).map(String::as_str).collect();
    let is_there = |end: &str| people.contains(end) || record.get("body") == Some(end);
    let missing = [edge.source, edge.target]
        .into_iter()
        .find(|end| !is_there(end));
    if let Some(end) = missing {
        let why = format!("the record of the meeting \"{id}\" does not have \"{end}\"");
        let hint = format!(
            "what was at a meeting is read from its record, {}",
            record.told_place()
        );
        losses.skip(edge.row, Problem::new(why).hint(hint));
        return;
    }
    for (own, of_record) in [("meeting", "kind"), ("date", "date"), ("place", "place")] {
        let own = edge.row.get(own);
        if own.is_some() && own != record.get(of_record) {
            let why = format!(
                "the {of_record} \"{}\" is not that of the record of the meeting \"{id}\", which counts",
                own.unwrap_or_default()
            );
            losses.leave_out(edge.row, Problem::new(why));
        }
    }
}

/// The rows of a meeting, so made that the fold makes these edges of them again and no others.
fn of_meeting(edges: &[&Tied<'_>], losses: &mut Losses) -> Vec<Row> {
    let mut met: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut attended: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for edge in edges {
        let (a, b) = (edge.source, edge.target);
        if edge.kind == EdgeKind::Attended {
            attended.entry(b).or_default().insert(a);
        } else {
            met.entry(a).or_default().insert(b);
            met.entry(b).or_default().insert(a);
        }
    }
    let Some(first) = edges.first() else {
        return Vec::new();
    };
    let kind = first.row.get("meeting").and_then(MeetingKind::from_word);
    let sides = sides_of(&met).filter(|sides| {
        let across = matches!(
            kind,
            None | Some(MeetingKind::Bilateral | MeetingKind::Call)
        );
        sides.len() == 2 || across
    });
    let everybody: BTreeSet<&str> = met.keys().copied().collect();
    let mut bodies = attended.into_iter();
    match (sides, bodies.next(), bodies.next()) {
        (Some(sides), None, None) => vec![row(edges, &sides, None)],
        (Some(sides), Some((body, people)), None) if people == everybody => {
            vec![row(edges, &sides, Some(body))]
        }
        (None, Some((body, people)), None) if met.is_empty() => {
            let side = people.into_iter().collect();
            vec![row(edges, &[side], Some(body))]
        }
        _ => apart(edges, losses),
    }
}

/// A meeting for each edge: together they would say of people that they met, or attended something, of whom no edge says so.
fn apart(edges: &[&Tied<'_>], losses: &mut Losses) -> Vec<Row> {
    let rows = edges.iter().map(|edge| {
        let [a, b] = [edge.source, edge.target];
        if edge.kind == EdgeKind::Attended {
            row(&[edge], &[vec![a]], Some(b))
        } else {
            row(&[edge], &[vec![a], vec![b]], None)
        }
    });
    if let Some(first) = edges.first() {
        let id = first.row.get("meeting_id").unwrap_or_default();
        let why = format!(
            "the {} edges of \"{id}\" do not tell who stood on which side, and are taken for as many meetings",
            edges.len()
        );
        let hint = "of one meeting, everybody of a side met everybody of the others, and all attended or nobody";
        losses.leave_out(first.row, Problem::new(why).hint(hint));
    }
    rows.collect()
}

/// A row of a meeting. Where the edges differ in what they say of it, the first one counts, and the others are told.
fn row(edges: &[&Tied<'_>], sides: &[Vec<&str>], body: Option<&str>) -> Row {
    let mut made = edges
        .first()
        .map(|e| Row::beside(e.row))
        .unwrap_or_default();
    for edge in edges {
        for (to, from) in [
            ("kind", "meeting"),
            ("date", "date"),
            ("place", "place"),
            ("confidence", "confidence"),
        ] {
            made.put(to, edge.row.get(from).unwrap_or_default());
        }
    }
    made.put("body", body.unwrap_or_default());
    let owned = |side: &Vec<&str>| side.iter().map(|id| (*id).to_owned()).collect();
    made.sides = sides.iter().map(owned).collect();
    made
}

/// The sides across which everybody met and within which nobody did; `None` where there are no such, or nobody met.
fn sides_of<'p>(met: &BTreeMap<&'p str, BTreeSet<&'p str>>) -> Option<Vec<Vec<&'p str>>> {
    // Who met the same people is of one side.
    let mut sides: BTreeMap<&BTreeSet<&str>, Vec<&str>> = BTreeMap::new();
    for (person, others) in met {
        sides.entry(others).or_default().push(person);
    }
    let is_across =
        |(others, side): (&&BTreeSet<&str>, &Vec<&str>)| others.len() + side.len() == met.len();
    let all_across = !sides.is_empty() && sides.iter().all(is_across);
    let mut sides: Vec<Vec<&str>> = sides.into_values().collect();
    sides.sort();
    all_across.then_some(sides)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sides that edges `a-b` make.
    fn told(edges: &str) -> Option<String> {
        let mut met: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (a, b) in edges.split(' ').filter_map(|edge| edge.split_once('-')) {
            met.entry(a).or_default().insert(b);
            met.entry(b).or_default().insert(a);
        }
        let sides: Vec<String> = sides_of(&met)?.iter().map(|side| side.join("")).collect();
        Some(sides.join("|"))
    }

    #[test]
    fn sides_are_those_across_which_everybody_met() {
        assert_eq!(told("a-b").as_deref(), Some("a|b"));
        assert_eq!(told("a-c b-c a-d b-d").as_deref(), Some("ab|cd"));
        assert_eq!(told("a-b b-c a-c").as_deref(), Some("a|b|c"));
        assert_eq!(told("a-b b-c a-c a-d d-b").as_deref(), Some("a|b|cd"));
        assert_eq!(told("a-b b-c c-d"), None);
        assert_eq!(told(""), None);
    }
}

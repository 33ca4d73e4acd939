//! JSON: node-link graphs of interparl or `NetworkX`, and Popolo.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Lost;
use super::row::{Row, Rows, lose};

/// Reads a node-link graph.
pub(super) fn read_graph(json: &str, rows: &mut Rows) -> Result<(), String> {
    let data: Value = serde_json::from_str(json).map_err(|e| e.to_string())?;
    let nodes = data.get("nodes").and_then(Value::as_array);
    let edges = data
        .get("edges")
        .or_else(|| data.get("links"))
        .and_then(Value::as_array);
    let (Some(nodes), Some(edges)) = (nodes, edges) else {
        return Err("there are no \"nodes\" and \"edges\"".to_owned());
    };
    for (number, node) in (1..).zip(nodes) {
        let row = flat(node, format!("node {number}"), &mut rows.lost);
        for event in list(node, "life") {
            let mut life = flat(event, format!("node {number}"), &mut rows.lost);
            life.put("body", row.get("id").unwrap_or_default());
            rows.lives.push(life);
        }
        rows.nodes.push(row);
    }
    for (number, edge) in (1..).zip(edges) {
        let mut row = flat(edge, format!("edge {number}"), &mut rows.lost);
        let bounds = ["not_before", "first_seen", "last_seen", "not_after"];
        let term = |spell: &Value| bounds.map(|name| text(spell.get(name))).join("/");
        let terms = list(edge, "spells").iter().map(term);
        row.put("terms", terms.collect::<Vec<_>>().join(";"));
        rows.edges.push(row);
    }
    let tables = data.get("graph").unwrap_or(&Value::Null);
    for (number, meeting) in (1..).zip(list(tables, "meetings")) {
        let row = of_meeting(meeting, number, &mut rows.lost);
        rows.meetings.push(row);
    }
    lose(
        &mut rows.lost,
        "what is known of documents",
        list(tables, "documents").len(),
    );
    Ok(())
}

fn of_meeting(meeting: &Value, number: usize, lost: &mut Lost) -> Row {
    let mut row = flat(meeting, format!("meeting {number}"), lost);
    let sides = list(meeting, "sides")
        .iter()
        .map(|side| strings(side).join(";"));
    row.put("sides", sides.collect::<Vec<_>>().join("|"));
    let part = |p: &Value| {
        ["person", "capacity", "body"]
            .map(|n| text(p.get(n)))
            .join(" ")
    };
    let parts = list(meeting, "participants").iter().map(part);
    row.put("capacities", parts.collect::<Vec<_>>().join(";"));
    let kinds = list(meeting, "outcomes")
        .iter()
        .map(|o| text(o.get("kind")));
    row.put("outcomes", kinds.collect::<Vec<_>>().join(";"));
    row
}

/// Reads Popolo.
pub(super) fn read_popolo(json: &str, rows: &mut Rows) -> Result<(), String> {
    let data: Value = serde_json::from_str(json).map_err(|e| e.to_string())?;
    let code = |value: Option<&Value>| {
        let text = text(value);
        text.rsplit('/').next().unwrap_or_default().to_owned()
    };
    let seated = seated(&data);
    for (number, person) in (1..).zip(list(&data, "persons")) {
        let mut row = named(person, format!("person {number}"));
        let sits = row.get("id").is_some_and(|id| seated.contains(id));
        row.put("kind", if sits { "legislator" } else { "official" });
        row.put("state", code(person.get("national_identity")));
        rows.nodes.push(row);
    }
    for (number, body) in (1..).zip(list(&data, "organizations")) {
        let mut row = named(body, format!("organization {number}"));
        let class = text(body.get("classification")).replace(' ', "_");
        let area = code(body.get("area_id"));
        match class.as_str() {
            "state" => row.put("code", area),
            _ => row.put("state", area),
        }
        let kind = match class.as_str() {
            "state" | "chamber" | "parliament" | "assembly" => class.as_str(),
            _ => "commission",
        };
        row.put("kind", kind);
        if kind == "commission" {
            row.put("form", class.as_str());
        }
        if let Some(parent) = body.get("parent_id").and_then(Value::as_str) {
            let mut edge = Row::at(format!("organization {number}"));
            edge.put("source", row.get("id").unwrap_or_default());
            edge.put("target", parent);
            edge.put("kind", "part_of");
            rows.edges.push(edge);
        }
        rows.nodes.push(row);
    }
    for (number, member) in (1..).zip(list(&data, "memberships")) {
        rows.edges.push(membership(member, number));
        lose(&mut rows.lost, "sources", list(member, "sources").len());
    }
    for (number, event) in (1..).zip(list(&data, "events")) {
        rows.meetings.push(popolo_event(event, number));
        lose(&mut rows.lost, "sources", list(event, "sources").len());
    }
    Ok(())
}

/// The ids of those who belong to something that is no state: Popolo does not tell a legislator from a minister.
fn seated(data: &Value) -> BTreeSet<String> {
    let is_state = |o: &&Value| text(o.get("classification")) == "state";
    let states = list(data, "organizations").iter().filter(is_state);
    let states: BTreeSet<String> = states.map(|o| text(o.get("id"))).collect();
    let members = list(data, "memberships").iter();
    members
        .filter(|m| !states.contains(&text(m.get("organization_id"))))
        .map(|m| text(m.get("person_id")))
        .collect()
}

fn membership(member: &Value, number: usize) -> Row {
    let mut row = Row::at(format!("membership {number}"));
    row.put("source", text(member.get("person_id")));
    row.put("target", text(member.get("organization_id")));
    row.put("kind", "role");
    row.put(
        "role",
        text(member.get("role"))
            .to_lowercase()
            .replace([' ', '-'], "_"),
    );
    row.put("title", text(member.get("label")));
    let days = ["first_seen", "last_seen", "start_date", "end_date"];
    let days = days.map(|n| text(member.get(n))).join(";");
    row.put("seen", days);
    row
}

fn popolo_event(event: &Value, number: usize) -> Row {
    let mut row = Row::at(format!("event {number}"));
    for (to, from) in [
        ("id", "id"),
        ("kind", "classification"),
        ("status", "status"),
        ("date", "start_date"),
        ("place", "location"),
        ("body", "organization_id"),
    ] {
        row.put(to, text(event.get(from)));
    }
    let people = list(event, "attendees")
        .iter()
        .map(|a| text(a.get("person_id")));
    let people: Vec<String> = people.collect();
    // Two people met; of more nobody knows who stood on which side, and to guess would be to say who met whom.
    let between = if people.len() == 2 { "|" } else { ";" };
    row.put("sides", people.join(between));
    row
}

/// A person or an organization.
fn named(value: &Value, place: String) -> Row {
    let mut row = Row::at(place);
    row.put("id", text(value.get("id")));
    row.put("name", text(value.get("name")));
    let others = list(value, "other_names").iter();
    let others: Vec<&str> = others.filter_map(|o| o.get("name")?.as_str()).collect();
    row.put_list("aliases", &others);
    row
}

/// The fields that are words, numbers or lists of words.
fn flat(value: &Value, place: String, lost: &mut Lost) -> Row {
    let mut row = Row::at(place);
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Array(_) if name == "evidence" => {
                let quotes = list_of(value).iter().filter(|e| e.get("quote").is_some());
                lose(lost, "the words of articles", quotes.count());
            }
            Value::Array(_) => row.put_list(name, &strings(value)),
            _ => row.put(name, text(Some(value))),
        }
    }
    row
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).map_or(&[], list_of)
}

fn list_of(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn strings(value: &Value) -> Vec<&str> {
    list_of(value).iter().filter_map(Value::as_str).collect()
}

fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(truth)) => truth.to_string(),
        _ => String::new(),
    }
}

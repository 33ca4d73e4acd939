//! Popolo: persons, organizations, memberships and events.

mod event;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::json::{list, text};
use super::problem::{Flaw, Losses};
use super::readings::USUAL;
use super::row::{Row, Rows};
use super::value::state;
use crate::lexicon::Lexicon;
use crate::ontology::{BodyForm, EdgeKind, LifeEvent, NodeKind};

/// What is read of each sort of things, or follows from what is read.
const PERSON: &[&str] = &[
    "id",
    "name",
    "other_names",
    "national_identity",
    "identifiers",
    "classification",
];
const ORGANIZATION: &[&str] = &[
    "id",
    "name",
    "other_names",
    "classification",
    "parent_id",
    "area_id",
    "identifiers",
    "founding_date",
    "dissolution_date",
    "life",
    "ties",
];
const MEMBERSHIP: &[&str] = &[
    "id",
    "person_id",
    "organization_id",
    "role",
    "label",
    "not_before",
    "first_seen",
    "last_seen",
    "not_after",
    "start_date",
    "end_date",
    "confidence",
    "sources",
];
const EVENT: &[&str] = &[
    "id",
    "name",
    "classification",
    "status",
    "start_date",
    "location",
    "organization_id",
    "session",
    "attendees",
    "outcomes",
    "confidence",
    "sources",
];

/// Reads Popolo, of the file that is called `name`.
pub(super) fn read(name: &str, json: &str, rows: &mut Rows) -> Result<(), Flaw> {
    let data: Value = serde_json::from_str(json).map_err(|e| e.to_string())?;
    let losses = &mut rows.losses;
    for (what, things) in data.as_object().into_iter().flatten() {
        let known = match what.as_str() {
            "persons" => PERSON,
            "organizations" => ORGANIZATION,
            "memberships" => MEMBERSHIP,
            "events" => EVENT,
            "areas" => continue,
            other => {
                let times = things.as_array().map_or(1, Vec::len);
                losses.count(&format!("\"{other}\""), times);
                continue;
            }
        };
        count_unknown(list(&data, what), what, known, losses);
    }
    let sure = format!("how sure a fact is, where no \"confidence\" says it: {USUAL} is taken");
    let facts = list(&data, "memberships").iter();
    let facts = facts.chain(list(&data, "events"));
    let silent = facts.filter(|fact| fact.get("confidence").is_none_or(Value::is_null));
    losses.count(&sure, silent.count());
    let areas = areas(&data);
    let seated = seated(&data);
    for (number, person) in (1..).zip(list(&data, "persons")) {
        let mut row = named(person, Row::at(name, format!("person {number}")), losses);
        let sits = row.get("id").is_some_and(|id| seated.contains(id));
        let said = text(person.get("classification"));
        let kind = NodeKind::from_word(&said).filter(|kind| kind.is_person());
        let usual = if sits { "legislator" } else { "official" };
        row.put("kind", kind.map_or(usual, NodeKind::as_str));
        put_state(&mut row, "state", &text(person.get("national_identity")));
        rows.nodes.push(row);
    }
    for (number, body) in (1..).zip(list(&data, "organizations")) {
        let row = Row::at(name, format!("organization {number}"));
        let row = organization(body, named(body, row, losses), &areas);
        rows.edges.extend(ties(body, &row));
        rows.lives.extend(lives(body, &row));
        rows.nodes.push(row);
    }
    for (number, member) in (1..).zip(list(&data, "memberships")) {
        let row = Row::at(name, format!("membership {number}"));
        rows.edges.push(membership(member, row));
        losses.count("sources", list(member, "sources").len());
    }
    for (number, event) in (1..).zip(list(&data, "events")) {
        let row = Row::at(name, format!("event {number}"));
        if text(event.get("classification")) == "visit" {
            rows.edges.extend(event::visits(event, &row));
        } else {
            rows.meetings.push(event::meeting(event, row, losses));
        }
        losses.count("sources", list(event, "sources").len());
    }
    Ok(())
}

fn count_unknown(things: &[Value], what: &str, known: &[&str], losses: &mut Losses) {
    for thing in things {
        let fields = thing.as_object().into_iter().flatten();
        for (field, value) in fields {
            if !known.contains(&field.as_str()) && !value.is_null() {
                losses.count(&format!("the field \"{field}\" of {what}"), 1);
            }
        }
    }
}

/// The codes of areas: that of ISO 3166-1 where the area has it, else the last part of the id.
fn areas(data: &Value) -> BTreeMap<String, String> {
    let code = |area: &Value| {
        let mut identifiers = list(area, "identifiers").iter();
        let iso = identifiers.find(|i| text(i.get("scheme")).starts_with("iso_3166-1"));
        iso.map(|i| text(i.get("identifier")))
    };
    let areas = list(data, "areas").iter();
    let areas = areas.filter_map(|area| Some((text(area.get("id")), code(area)?)));
    areas.collect()
}

/// Puts the state in; what is none is told, and left out alone.
fn put_state(row: &mut Row, field: &str, code: &str) {
    if code.is_empty() {
        return;
    }
    match state(code) {
        Ok(code) => row.put(field, code.as_str()),
        Err(why) => row.troubles.push(why),
    }
}

fn organization(body: &Value, mut row: Row, areas: &BTreeMap<String, String>) -> Row {
    let class = text(body.get("classification")).replace(' ', "_");
    let area = text(body.get("area_id"));
    let last = area.rsplit('/').next().unwrap_or_default();
    let code = areas.get(&area).map_or(last, String::as_str);
    match class.as_str() {
        "state" => {
            row.put("kind", "state");
            put_state(&mut row, "code", code);
            return row;
        }
        "legislature" => row.put("kind", "parliament"),
        form if BodyForm::from_word(form).is_some() => {
            row.put("kind", "commission");
            row.put("form", form);
        }
        kind => row.put("kind", kind),
    }
    put_state(&mut row, "state", code);
    row
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

/// An office. Who is only said to belong to something is its member.
fn membership(member: &Value, mut row: Row) -> Row {
    row.put("source", text(member.get("person_id")));
    row.put("target", text(member.get("organization_id")));
    row.put("kind", "role");
    let role = text(member.get("role"));
    let role = role.to_lowercase().replace([' ', '-'], "_");
    row.put("role", if role.is_empty() { "member" } else { &role });
    row.put("title", text(member.get("label")));
    row.put("confidence", text(member.get("confidence")));
    let day = |names: [&str; 2]| {
        let [seen, said] = names.map(|name| text(member.get(name)));
        if seen.is_empty() { said } else { seen }
    };
    let first = day(["first_seen", "start_date"]);
    let last = day(["last_seen", "end_date"]);
    // Who is said to have left an office did not hold it any longer.
    let (before, after) = (day(["not_before", ""]), day(["not_after", "end_date"]));
    let term = [before, first, last, after];
    if term.iter().any(|day| !day.is_empty()) {
        row.put("terms", term.join("/"));
    }
    row
}

/// What an organization ties and is part of.
fn ties(body: &Value, row: &Row) -> Vec<Row> {
    let edge = |kind: &str, target: &str, confidence: &str| {
        let mut edge = Row::beside(row);
        edge.put("source", row.get("id").unwrap_or_default());
        edge.put("target", target);
        edge.put("kind", kind);
        edge.put("confidence", confidence);
        edge
    };
    let told = list(body, "ties").iter();
    let mut edges: Vec<Row> = told
        .map(|tie| ["kind", "organization_id", "confidence"].map(|field| text(tie.get(field))))
        .map(|[kind, target, confidence]| edge(&kind, &target, &confidence))
        .collect();
    let parent = text(body.get("parent_id"));
    let is_told = |e: &Row| {
        e.get("kind") == Some(EdgeKind::PartOf.as_str()) && e.get("target") == Some(&parent)
    };
    if !parent.is_empty() && !edges.iter().any(is_told) {
        edges.push(edge(EdgeKind::PartOf.as_str(), &parent, ""));
    }
    edges
}

/// What happened to an organization.
fn lives(body: &Value, row: &Row) -> Vec<Row> {
    let life = |event: &str, date: &str| {
        let mut life = Row::beside(row);
        life.put("body", row.get("id").unwrap_or_default());
        life.put("event", event);
        life.put("date", date);
        life
    };
    let told = list(body, "life").iter();
    let mut lives: Vec<Row> = told
        .map(|e| life(&text(e.get("event")), &text(e.get("date"))))
        .collect();
    for (field, event) in [
        ("founding_date", LifeEvent::Founded.as_str()),
        ("dissolution_date", LifeEvent::Ended.as_str()),
    ] {
        let date = text(body.get(field));
        let is_told = |e: &Row| e.get("event") == Some(event) && e.get("date") == Some(&date);
        if !date.is_empty() && !lives.iter().any(is_told) {
            lives.push(life(event, &date));
        }
    }
    lives
}

/// Whether a name of an organization is one that the tables know with its time, and that no article need have written.
fn is_of_tables(id: &str, name: &Value) -> bool {
    let dated = ["start_date", "end_date"];
    let is_dated = dated.iter().any(|date| name.get(*date).is_some());
    let row = id.strip_prefix("assembly/").unwrap_or(id);
    let known = Lexicon::builtin().names_in_time(row);
    let written = name.get("name").and_then(Value::as_str);
    is_dated
        && known
            .iter()
            .any(|known| Some(known.name.as_str()) == written)
}

/// A person or an organization.
fn named(value: &Value, mut row: Row, losses: &mut Losses) -> Row {
    row.put("id", text(value.get("id")));
    row.put("name", text(value.get("name")));
    let id = text(value.get("id"));
    let others = list(value, "other_names").iter();
    let others = others.filter(|other| !is_of_tables(&id, other));
    let others: Vec<&str> = others.filter_map(|o| o.get("name")?.as_str()).collect();
    row.put_list("aliases", &others);
    for identifier in list(value, "identifiers") {
        let scheme = text(identifier.get("scheme"));
        if scheme == "wikidata" {
            row.put("wikidata", text(identifier.get("identifier")));
        } else {
            losses.count(&format!("identifiers of the scheme \"{scheme}\""), 1);
        }
    }
    row
}

/// Whether a file of JSON is Popolo and no node-link graph: what stands at the top tells it.
pub(super) fn is_popolo(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Top {
        nodes: Option<IgnoredAny>,
        persons: Option<IgnoredAny>,
        organizations: Option<IgnoredAny>,
        memberships: Option<IgnoredAny>,
        events: Option<IgnoredAny>,
    }
    serde_json::from_slice::<Top>(bytes).is_ok_and(|top| {
        let popolo = top.persons.or(top.organizations).or(top.memberships);
        top.nodes.is_none() && popolo.or(top.events).is_some()
    })
}

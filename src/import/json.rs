//! JSON: node-link graphs of interparl or `NetworkX`.

use serde_json::Value;

use super::fields;
use super::problem::{Flaw, Losses, Problem};
use super::row::{Row, Rows};

/// Fields that are lists or objects and are read as such.
const NESTED: &[&str] = &[
    "aliases",
    "life",
    "mentions",
    "spells",
    "evidence",
    "sides",
    "participants",
    "outcomes",
    "differences",
];

/// Reads a node-link graph, of the file that is called `name`.
pub(super) fn read(name: &str, json: &str, rows: &mut Rows) -> Result<(), Flaw> {
    let data: Value = serde_json::from_str(json).map_err(|e| e.to_string())?;
    let nodes = data.get("nodes").and_then(Value::as_array);
    let edges = data
        .get("edges")
        .or_else(|| data.get("links"))
        .and_then(Value::as_array);
    let (Some(nodes), Some(edges)) = (nodes, edges) else {
        return Err("there are no \"nodes\" and \"edges\"".to_owned().into());
    };
    for (number, node) in (1..).zip(nodes) {
        let mut row = flat(
            node,
            Row::at(name, format!("node {number}")),
            &mut rows.losses,
        );
        // The words by which articles call it are of articles.
        row.forget("mentions");
        for event in list(node, "life") {
            let mut life = flat(event, Row::beside(&row), &mut rows.losses);
            life.put("body", row.get("id").unwrap_or_default());
            rows.lives.push(life);
        }
        let mentions = list(node, "mentions").len();
        rows.losses
            .count("where articles name people and bodies", mentions);
        rows.nodes.push(row);
    }
    for (number, edge) in (1..).zip(edges) {
        let mut row = flat(
            edge,
            Row::at(name, format!("edge {number}")),
            &mut rows.losses,
        );
        let bounds = ["not_before", "first_seen", "last_seen", "not_after"];
        let spells = list(edge, "spells").iter();
        let terms = spells.map(|spell| bounds.map(|name| text(spell.get(name))).join("/"));
        let terms: Vec<String> = terms.filter(|term| term != "///").collect();
        row.put("terms", terms.join(";"));
        rows.edges.push(row);
    }
    let tables = data.get("graph").unwrap_or(&Value::Null);
    for (number, meeting) in (1..).zip(list(tables, "meetings")) {
        let mut row = Row::at(name, format!("meeting {number}"));
        match sides(meeting) {
            Ok(sides) => {
                row.sides = sides;
                let row = of_meeting(meeting, row, &mut rows.losses);
                rows.meetings.push(row);
            }
            Err(why) => rows.losses.skip(&row, why),
        }
    }
    let documents = list(tables, "documents").len();
    rows.losses.count("what is known of documents", documents);
    Ok(())
}

/// The ids of the people of each side of a meeting.
///
/// # Errors
/// Where the sides are not lists of ids within a list: who met whom is not to be guessed.
fn sides(meeting: &Value) -> Result<Vec<Vec<String>>, Problem> {
    let told = meeting.get("sides").unwrap_or(&Value::Null);
    let id = |person: &Value| Some(text(Some(person))).filter(|id| !id.is_empty());
    let side = |side: &Value| side.as_array()?.iter().map(id).collect();
    let sides = match told {
        Value::Null => Some(Vec::new()),
        Value::Array(sides) => sides.iter().map(side).collect(),
        _ => None,
    };
    sides.ok_or_else(|| {
        Problem::new("the \"sides\" are not lists of ids of people within a list")
            .hint("two sides are written [[\"person/ana-kim\"], [\"person/bo-lee\"]]; the meeting is left out")
    })
}

fn of_meeting(meeting: &Value, row: Row, losses: &mut Losses) -> Row {
    let mut row = flat(meeting, row, losses);
    let part = |p: &Value| ["person", "capacity", "body"].map(|n| text(p.get(n)));
    row.capacities = list(meeting, "participants").iter().map(part).collect();
    let outcomes = list(meeting, "outcomes").iter();
    let kinds: Vec<String> = outcomes.map(|o| text(o.get("kind"))).collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    row.put_list("outcomes", &kinds);
    let differences = list(meeting, "differences").len();
    losses.count("what articles tell differently of meetings", differences);
    row
}

/// The fields that are words, numbers or lists of words. What is nested otherwise and has the name of a field that is read is
/// told.
fn flat(value: &Value, mut row: Row, losses: &mut Losses) -> Row {
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Array(_) if name == "evidence" => {
                let quotes = list_of(value).iter().filter(|e| e.get("quote").is_some());
                losses.count("the words of articles", quotes.count());
            }
            Value::Array(_) if name == "aliases" => row.put_list(name, &strings(value)),
            Value::Array(_) if NESTED.contains(&name.as_str()) => {}
            Value::Array(_) | Value::Object(_) => {
                let is_read = [fields::NODE, fields::EDGE, fields::MEETING, fields::LIFE]
                    .iter()
                    .any(|known| known.contains(&name.as_str()));
                if is_read {
                    let why = format!("\"{name}\" is not a word or a number, and is left out");
                    row.troubles.push(Problem::new(why));
                } else {
                    losses.count(&format!("the nested field \"{name}\""), 1);
                }
            }
            _ => row.put(name, text(Some(value))),
        }
    }
    row
}

pub(super) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).map_or(&[], list_of)
}

fn list_of(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn strings(value: &Value) -> Vec<&str> {
    list_of(value).iter().filter_map(Value::as_str).collect()
}

/// A word, a number or yes and no as text; empty for anything else.
pub(super) fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(truth)) => truth.to_string(),
        _ => String::new(),
    }
}

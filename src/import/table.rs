//! CSV: the tables that the export writes, and lists of offices that people keep by hand.

use super::row::{Row, Rows, lose};
use crate::ontology::{BodyForm, NodeKind};

/// Reads one table; its name says what it is, and where it does not, its head.
pub(super) fn read(name: &str, text: &str, rows: &mut Rows) -> Result<(), String> {
    let is_tabbed = name.to_ascii_lowercase().ends_with(".tsv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if is_tabbed { b'\t' } else { b',' })
        .flexible(true)
        .from_reader(text.as_bytes());
    let head = reader.headers().map_err(|e| e.to_string())?.clone();
    let has = |field: &str| head.iter().any(|h| h.trim() == field);
    let sort = match name {
        "nodes.csv" | "edges.csv" | "meetings.csv" | "evidence.csv" | "documents.csv" => name,
        _ if has("source") && has("target") => "edges.csv",
        _ if has("person") && has("role") && has("body") => "list",
        _ if has("id") && has("name") && has("kind") => "nodes.csv",
        _ => return Err("the head has neither \"source\" and \"target\", nor \"person\", \"role\" and \"body\", nor \"id\", \"kind\" and \"name\"".to_owned()),
    };
    // The line of a row that has gone on over several lines, if it is the last one.
    let mut long = None;
    for record in reader.records() {
        let record = record.map_err(|e| e.to_string())?;
        let line = record.position().map_or(0, csv::Position::line);
        long = record
            .iter()
            .any(|cell| cell.contains('\n'))
            .then_some(line);
        let mut row = Row::at(format!("{name}:{line}"));
        for (field, cell) in head.iter().zip(&record) {
            row.put(field.trim(), plain(cell));
        }
        match sort {
            "nodes.csv" => rows.nodes.push(row),
            "edges.csv" => {
                // The words stand in the table of evidence too, and are to be counted once.
                if name == sort {
                    row.forget("quote");
                }
                rows.edges.push(row);
            }
            "meetings.csv" => {
                let side = |name: &str| row.list(name).join(";");
                let further = row.list("further_sides").join("|");
                let sides = [side("side_1"), side("side_2"), further].join("|");
                row.put("sides", sides);
                rows.meetings.push(row);
            }
            "evidence.csv" => {
                let is_quote = usize::from(row.get("quote").is_some());
                lose(&mut rows.lost, "the words of articles", is_quote);
                life(&row, rows);
            }
            "list" => held(&row, rows),
            _ => lose(&mut rows.lost, "what is known of documents", 1),
        }
    }
    is_closed(text, long)
}

/// Refuses a table with a quotation mark that is never closed: all rows behind it have become one cell of the last row, which begins
/// at a line and goes on over several.
fn is_closed(text: &str, last_row_goes_on: Option<u64>) -> Result<(), String> {
    let is_odd = text.matches('"').count() % 2 == 1;
    match last_row_goes_on.filter(|_| is_odd) {
        Some(line) => Err(format!(
            "a quotation mark in the row of line {line} is never closed, and takes the rows behind it along"
        )),
        None => Ok(()),
    }
}

/// A cell without the mark that keeps a spreadsheet from taking it for a formula.
fn plain(cell: &str) -> &str {
    let is_marked = |rest: &&str| {
        rest.starts_with([
            '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
        ])
    };
    cell.strip_prefix('\'').filter(is_marked).unwrap_or(cell)
}

/// The lives of bodies stand among the evidence.
fn life(row: &Row, rows: &mut Rows) {
    let event = row.get("of").and_then(|of| of.strip_prefix("life "));
    if event.is_some() {
        lose(&mut rows.lost, "what happened to bodies", 1);
    }
}

/// A row of a list: a person, an office, a body, and what else is known.
fn held(row: &Row, rows: &mut Rows) {
    let Some((person, body)) = row.get("person").zip(row.get("body")) else {
        rows.edges.push(row.clone());
        return;
    };
    let field = |name: &str| row.get(name).unwrap_or_default();
    let kind = row.get("kind").unwrap_or("chamber");
    let holder = if kind == "state" {
        "official"
    } else {
        "legislator"
    };
    let body_state = body_state(row, kind);
    // Whoever and whatever differs in more than the name is not the same one. The spaces keep such an id from being taken for
    // the key of a row of the tables.
    let person_id = format!("person {holder} {} {person}", field("state"));
    let body_id = format!("body {kind} {} {body_state} {body}", field("form"));
    let mut node = Row::at(&row.place);
    node.put("id", &person_id);
    node.put("kind", holder);
    node.put("name", person);
    node.put("state", field("state"));
    rows.nodes.push(node);
    let mut node = Row::at(&row.place);
    node.put("id", &body_id);
    node.put("kind", kind);
    node.put("form", field("form"));
    node.put("name", body);
    node.put("state", body_state);
    rows.nodes.push(node);
    let mut edge = Row::at(&row.place);
    edge.put("source", person_id);
    edge.put("target", body_id);
    edge.put("kind", "role");
    for (to, from) in [
        ("role", "role"),
        ("title", "title"),
        ("first_seen", "date"),
        ("confidence", "confidence"),
    ] {
        edge.put(to, row.get(from).unwrap_or_default());
    }
    rows.edges.push(edge);
}

/// The state of a body: that of whoever holds an office in it, where the row says no other. Not so for what stands between
/// states: its members are of several, and it would become as many bodies.
fn body_state<'r>(row: &'r Row, kind: &str) -> &'r str {
    let form = row.get("form").and_then(BodyForm::from_word);
    let is_between = match NodeKind::from_word(kind) {
        Some(NodeKind::Assembly) => true,
        Some(NodeKind::Commission) => {
            matches!(form, None | Some(BodyForm::Commission | BodyForm::Forum))
        }
        _ => false,
    };
    let own = row.get("state").filter(|_| !is_between);
    row.get("body_state").or(own).unwrap_or_default()
}

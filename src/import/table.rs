//! CSV: the tables that the export writes, and lists of offices that people keep by hand.

use super::row::{Row, Rows, lose};

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
    let (person_id, body_id) = (format!("person {person}"), format!("body {body}"));
    let mut node = Row::at(&row.place);
    node.put("id", &person_id);
    let is_state = row.get("kind") == Some("state");
    node.put("kind", if is_state { "official" } else { "legislator" });
    node.put("name", person);
    node.put("state", row.get("state").unwrap_or_default());
    rows.nodes.push(node);
    let mut node = Row::at(&row.place);
    node.put("id", &body_id);
    node.put("kind", row.get("kind").unwrap_or("chamber"));
    node.put("form", row.get("form").unwrap_or_default());
    node.put("name", body);
    node.put(
        "state",
        row.get("body_state")
            .or_else(|| row.get("state"))
            .unwrap_or_default(),
    );
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

//! CSV: the tables that the export writes, and lists of offices that people keep by hand.

use std::collections::BTreeSet;

use super::fields;
use super::lines::Lines;
use super::problem::{Flaw, Problem};
use super::row::{Row, Rows};
use super::state_name::Asked;
use super::value::state;
use crate::ontology::{BodyForm, NodeKind, StateCode};

/// Reads one table; its name says what it is, and where it does not, its head.
pub(super) fn read(name: &str, text: &str, rows: &mut Rows) -> Result<(), Flaw> {
    let is_tabbed = name.to_ascii_lowercase().ends_with(".tsv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if is_tabbed { b'\t' } else { b',' })
        .flexible(true)
        .from_reader(text.as_bytes());
    let head = reader.headers().map_err(|e| e.to_string())?.clone();
    let head: Vec<&str> = head.iter().map(str::trim).collect();
    let mut lines = Lines::of(text);
    let sort = sort_of(name, &head).map_err(|why| Flaw {
        line: Some(lines.of_row(0)),
        why,
    })?;
    // The line of a row that has gone on over several lines, if it is the last one.
    let mut long = None;
    for record in reader.records() {
        let record = record.map_err(|e| e.to_string())?;
        // The reader tells where the row before it ended, and counts the lines from there.
        let line = lines.of_row(record.position().map_or(0, csv::Position::byte));
        long = record
            .iter()
            .any(|cell| cell.contains(['\n', '\r']))
            .then_some(line);
        let mut row = Row::at(name, format!("{name}:{line}"));
        for (field, cell) in head.iter().zip(&record) {
            row.put(field, plain(cell));
        }
        if record
            .iter()
            .skip(head.len())
            .any(|cell| !cell.trim().is_empty())
        {
            let why = format!(
                "the row has {} cells, and the head {}",
                record.len(),
                head.len()
            );
            let hint = "a cell with a comma in it stands in quotation marks; the row is left out";
            rows.losses.skip(&row, Problem::new(why).hint(hint));
            continue;
        }
        put(row, sort, name, rows);
    }
    is_closed(text, long)
}

/// What a table can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Nodes,
    Edges,
    Meetings,
    Evidence,
    Documents,
    /// A person, an office and a body a row.
    List,
}

/// What a table is.
///
/// # Errors
/// Where neither its name nor its head tells, and where two columns have one name.
fn sort_of(name: &str, head: &[&str]) -> Result<Sort, String> {
    let mut seen = BTreeSet::new();
    let twice = head
        .iter()
        .find(|field| !seen.insert(**field) && !field.is_empty());
    if let Some(field) = twice {
        return Err(format!("two columns are called \"{field}\""));
    }
    let has = |fields: &[&str]| fields.iter().all(|field| head.contains(field));
    Ok(match name {
        "nodes.csv" => Sort::Nodes,
        "edges.csv" => Sort::Edges,
        "meetings.csv" => Sort::Meetings,
        "evidence.csv" => Sort::Evidence,
        "documents.csv" => Sort::Documents,
        _ if has(&["source", "target"]) => Sort::Edges,
        _ if has(&["person", "role", "body"]) => Sort::List,
        _ if has(&["id", "name", "kind"]) => Sort::Nodes,
        _ => return Err("the head has neither \"person\", \"role\" and \"body\", nor \"source\" and \"target\", nor \"id\", \"kind\" and \"name\"".to_owned()),
    })
}

fn put(mut row: Row, sort: Sort, name: &str, rows: &mut Rows) {
    match sort {
        Sort::Nodes => rows.nodes.push(row),
        Sort::Edges => {
            // The words stand in the table of evidence too, and are to be counted once.
            if name == "edges.csv" {
                row.forget("quote");
            }
            rows.edges.push(row);
        }
        Sort::Meetings => match with_people(row.clone()) {
            Ok(mut row) => {
                row.forget("quote");
                rows.meetings.push(row);
            }
            Err(why) => rows.losses.skip(&row, why),
        },
        Sort::Evidence => {
            let is_quote = usize::from(row.get("quote").is_some());
            rows.losses.count("the words of articles", is_quote);
        }
        Sort::Documents => rows.losses.count("what is known of documents", 1),
        Sort::List => held(&row, rows),
    }
}

/// The row of a meeting with its sides, between which `|` stands where they share a cell, and for whom people came.
///
/// # Errors
/// Where a capacity is not a person, an office and a body.
fn with_people(mut row: Row) -> Result<Row, Problem> {
    let further = row.get("further_sides").unwrap_or_default().split('|');
    let mut sides = vec![row.list("side_1"), row.list("side_2")];
    sides.extend(further.map(|side| {
        let people = side.split(';').map(str::trim);
        people
            .filter(|p| !p.is_empty())
            .map(str::to_owned)
            .collect()
    }));
    row.sides = sides;
    for part in row.list("capacities") {
        let words: Vec<&str> = part.split_whitespace().collect();
        let [person, office, body] = words.as_slice() else {
            let why = format!("\"{part}\" is not a person, an office and a body");
            return Err(Problem::new(why).hint("such as person/ana-kim speaker xa/house"));
        };
        row.capacities
            .push([person, office, body].map(|word| (*word).to_owned()));
    }
    Ok(row)
}

/// Refuses a table with a quotation mark that is never closed: all rows behind it have become one cell of the last row, which begins
/// at a line and goes on over several.
fn is_closed(text: &str, last_row_goes_on: Option<u64>) -> Result<(), Flaw> {
    let is_odd = text.matches('"').count() % 2 == 1;
    match last_row_goes_on.filter(|_| is_odd) {
        Some(line) => Err(Flaw {
            line: Some(line),
            why: format!(
                "a quotation mark in the row of line {line} is never closed, and takes the rows behind it along"
            ),
        }),
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

/// A row of a list: a person, an office, a body, and what else is known.
fn held(row: &Row, rows: &mut Rows) {
    fields::count_unknown(
        std::slice::from_ref(row),
        "the list",
        fields::LIST,
        &mut rows.losses,
    );
    match edge_of(row, &mut rows.asked) {
        Ok(made) => {
            let [person, body, edge] = made;
            rows.nodes.extend([person, body]);
            rows.edges.push(edge);
        }
        Err(why) => rows.losses.skip(row, why),
    }
}

/// The person, the body and the office of a row of a list.
///
/// # Errors
/// Where one of the three is missing, and where a state is called as the tables do not call the one of its code.
fn edge_of(row: &Row, asked: &mut Asked) -> Result<[Row; 3], Problem> {
    let (name, body_name) = (row.need("person")?, row.need("body")?);
    row.need("role")?;
    let field = |name: &str| row.get(name).unwrap_or_default();
    let kind = row.get("kind").unwrap_or("chamber");
    let holder = if kind == "state" {
        "official"
    } else {
        "legislator"
    };
    // What is no code stays as it is, and is told so.
    let code = |said: &str| state(said).map_or_else(|_| said.to_owned(), |code| code.to_string());
    let (own_state, body_state) = (code(field("state")), code(body_state(row, kind)));
    // A state of the tables keeps its name, whatever else the list calls it.
    let called = match StateCode::parse(&body_state) {
        Some(code) if kind == "state" => asked.name(code, body_name)?.unwrap_or(body_name),
        _ => body_name,
    };
    // Whoever and whatever differs in more than the name is not the same one. The spaces keep such an id from being taken for
    // the key of a row of the tables.
    let person_id = format!("person {holder} {own_state} {name}");
    let form = row.get("form").and_then(BodyForm::from_word);
    let form = form.map_or("", BodyForm::as_str);
    let body_id = format!("body {kind} {form} {body_state} {called}");
    let mut person = Row::beside(row);
    person.put("id", &person_id);
    person.put("kind", holder);
    person.put("name", name);
    person.put("state", own_state);
    let mut body = Row::beside(row);
    body.put("id", &body_id);
    body.put("kind", kind);
    body.put("form", field("form"));
    body.put("name", called);
    if called != body_name {
        body.put_list("aliases", &[body_name]);
    }
    body.put("state", body_state);
    let mut edge = Row::beside(row);
    edge.troubles.clone_from(&row.troubles);
    edge.put("source", person_id);
    edge.put("target", body_id);
    edge.put("kind", "role");
    for (to, from) in [
        ("role", "role"),
        ("title", "title"),
        ("seen", "date"),
        ("confidence", "confidence"),
    ] {
        edge.put(to, field(from));
    }
    Ok([person, body, edge])
}

/// The state of a body: that of whoever holds an office in it, where the row says no other. Not so for what stands between
/// states: its members are of several, and it would become as many bodies.
fn body_state<'r>(row: &'r Row, kind: &str) -> &'r str {
    let form = row.get("form").and_then(BodyForm::from_word);
    let is_domestic = matches!(
        form,
        Some(
            BodyForm::Committee
                | BodyForm::FriendshipGroup
                | BodyForm::Delegation
                | BodyForm::WorkingGroup
        )
    );
    let is_between = NodeKind::from_word(kind).is_some_and(NodeKind::is_between_states);
    let own = row
        .get("state")
        .filter(|_| !is_between || (is_domestic && kind == "commission"));
    row.get("body_state").or(own).unwrap_or_default()
}

//! `GraphML`: nodes and edges with data, whose keys have names.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::problem::Flaw;
use super::row::{Row, Rows};
use super::xml::{Walk, attribute, words};

/// Reads the nodes and edges of the file that is called `name`.
pub(super) fn read(name: &str, text: &str, rows: &mut Rows) -> Result<(), Flaw> {
    let mut walk = Walk::of(text);
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut row: Option<(bool, Row)> = None;
    let mut field: Option<(String, String)> = None;
    loop {
        match walk.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "key" => {
                    let name = attribute(&tag, "attr.name").or_else(|| attribute(&tag, "id"));
                    let id = attribute(&tag, "id");
                    names.extend(id.zip(name));
                }
                "graph" | "node" | "edge" if row.is_some() => {
                    return Err(walk.flaw("a graph within a node or an edge cannot be read"));
                }
                "hyperedge" => {
                    return Err(walk.flaw("an edge of more than two ends cannot be read"));
                }
                "node" => {
                    let place = format!("node {}", rows.nodes.len() + 1);
                    let at = Row::at(format!("{name}:{}", walk.line()), place);
                    row = Some((true, with(at, &tag, &["id"])));
                }
                "edge" => {
                    let place = format!("edge {}", rows.edges.len() + 1);
                    let at = Row::at(format!("{name}:{}", walk.line()), place);
                    row = Some((false, with(at, &tag, &["source", "target"])));
                }
                "data" => {
                    let key = attribute(&tag, "key").unwrap_or_default();
                    field = Some((names.get(&key).cloned().unwrap_or(key), String::new()));
                }
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "data" => {
                    if let (Some((name, value)), Some((_, row))) = (field.take(), row.as_mut()) {
                        row.put(&name, value);
                    }
                }
                "node" | "edge" => match row.take() {
                    Some((true, row)) => rows.nodes.push(row),
                    Some((false, row)) => rows.edges.push(row),
                    None => {}
                },
                _ => {}
            },
            Event::Eof => return Ok(()),
            event => {
                if let (Some(words), Some((_, value))) = (words(&event), field.as_mut()) {
                    value.push_str(&words);
                }
            }
        }
    }
}

/// A row with attributes of its tag.
fn with(mut row: Row, tag: &BytesStart<'_>, names: &[&str]) -> Row {
    for name in names {
        row.put(name, attribute(tag, name).unwrap_or_default());
    }
    row
}

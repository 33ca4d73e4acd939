//! `GraphML`: nodes and edges with data, whose keys have names.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::gexf::{attribute, words};
use super::nesting::Depth;
use super::row::{Row, Rows};

/// Reads the nodes and edges of the file.
pub(super) fn read(text: &str, rows: &mut Rows) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    // `<node id="a"/>` is then told as the start and the end that it stands for.
    reader.config_mut().expand_empty_elements = true;
    let mut depth = Depth::default();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut row: Option<(bool, Row)> = None;
    let mut field: Option<(String, String)> = None;
    loop {
        let event = reader.read_event();
        let at = |e: &dyn std::fmt::Display| format!("byte {}: {e}", reader.error_position());
        let event = event.map_err(|e| at(&e))?;
        depth.step(&event)?;
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "key" => {
                    let name = attribute(&tag, "attr.name").or_else(|| attribute(&tag, "id"));
                    let id = attribute(&tag, "id");
                    names.extend(id.zip(name));
                }
                "node" => row = Some((true, node(&tag, rows.nodes.len()))),
                "edge" => row = Some((false, edge(&tag, rows.edges.len()))),
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

fn node(tag: &quick_xml::events::BytesStart<'_>, number: usize) -> Row {
    let mut row = Row::at(format!("node {}", number + 1));
    row.put("id", attribute(tag, "id").unwrap_or_default());
    row
}

fn edge(tag: &quick_xml::events::BytesStart<'_>, number: usize) -> Row {
    let mut row = Row::at(format!("edge {}", number + 1));
    for name in ["source", "target"] {
        row.put(name, attribute(tag, name).unwrap_or_default());
    }
    row
}

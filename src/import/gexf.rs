//! GEXF: nodes and edges with values of attributes, and with spells.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::nesting::Depth;
use super::row::{Row, Rows};

/// Reads the nodes and edges of the file.
pub(super) fn read(text: &str, rows: &mut Rows) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    let mut depth = Depth::default();
    let mut titles: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut class = String::new();
    let mut row: Option<(&str, Row, Vec<String>)> = None;
    loop {
        let event = reader.read_event();
        let at = |e: &dyn std::fmt::Display| format!("byte {}: {e}", reader.error_position());
        let event = event.map_err(|e| at(&e))?;
        depth.step(&event)?;
        let is_empty = matches!(event, Event::Empty(_));
        let mut ended = None;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "attributes" => class = attribute(tag, "class").unwrap_or_default(),
                "attribute" => {
                    let title = attribute(tag, "title").unwrap_or_default();
                    let id = attribute(tag, "id").unwrap_or_default();
                    titles.insert((class.clone(), id), title);
                }
                "node" => {
                    row = Some(("node", node(tag, rows.nodes.len()), Vec::new()));
                    ended = is_empty.then_some(());
                }
                "edge" => {
                    row = Some(("edge", edge(tag, rows.edges.len()), Vec::new()));
                    ended = is_empty.then_some(());
                }
                "attvalue" => {
                    if let Some((sort, row, _)) = row.as_mut() {
                        put_value(tag, sort, &titles, row);
                    }
                }
                "spell" => {
                    if let Some((_, _, days)) = row.as_mut() {
                        let day = |name| attribute(tag, name).unwrap_or_default();
                        days.push(format!("/{}/{}/", day("start"), day("end")));
                    }
                }
                _ => {}
            },
            Event::End(tag) if matches!(tag.local_name().as_ref(), "node" | "edge") => {
                ended = Some(());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
        if ended.is_some()
            && let Some((sort, mut row, days)) = row.take()
        {
            row.put("terms", days.join(";"));
            if sort == "node" {
                rows.nodes.push(row);
            } else {
                rows.edges.push(row);
            }
        }
    }
}

/// Puts a value under the title of its attribute.
fn put_value(
    tag: &BytesStart<'_>,
    sort: &str,
    titles: &BTreeMap<(String, String), String>,
    row: &mut Row,
) {
    let id = attribute(tag, "for").unwrap_or_default();
    let title = titles.get(&(sort.to_owned(), id.clone()));
    row.put(
        title.unwrap_or(&id),
        attribute(tag, "value").unwrap_or_default(),
    );
}

fn node(tag: &BytesStart<'_>, number: usize) -> Row {
    let mut row = Row::at(format!("node {}", number + 1));
    row.put("id", attribute(tag, "id").unwrap_or_default());
    row.put("name", attribute(tag, "label").unwrap_or_default());
    row
}

fn edge(tag: &BytesStart<'_>, number: usize) -> Row {
    let mut row = Row::at(format!("edge {}", number + 1));
    for name in ["source", "target", "kind"] {
        row.put(name, attribute(tag, name).unwrap_or_default());
    }
    row
}

/// An attribute of a tag, its entities resolved; a broken one is none.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).ok()??.value;
    unescaped(&value)
}

fn unescaped(text: &str) -> Option<String> {
    let text = quick_xml::escape::unescape(text).ok()?;
    Some(text.into_owned())
}

/// The words of a text, a CDATA section or a reference.
pub(super) fn words(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) => Some(text.to_string()),
        Event::CData(text) => Some(text.to_string()),
        Event::GeneralRef(reference) => unescaped(&format!("&{};", &**reference)),
        _ => None,
    }
}

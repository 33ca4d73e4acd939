//! `GraphML`: nodes and edges with data, whose keys have names and defaults.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::problem::Flaw;
use super::row::{Row, Rows};
use super::xml::{Walk, attribute, words};

/// Reads the nodes and edges of the file that is called `name`.
pub(super) fn read(name: &str, text: &str, rows: &mut Rows) -> Result<(), Flaw> {
    let mut walk = Walk::of(text);
    let mut reader = Reader {
        rows,
        keys: BTreeMap::new(),
        key: None,
        row: None,
        field: None,
    };
    loop {
        match walk.next()? {
            Event::Start(tag) => {
                let at = format!("{name}:{}", walk.line());
                reader.start(&tag, at).map_err(|why| walk.flaw(&why))?;
            }
            Event::End(tag) => reader.end(tag.local_name().as_ref()),
            Event::Eof => return Ok(()),
            event => {
                let words = words(&event).map_err(|why| walk.flaw(&why))?;
                if let (Some(words), Some((_, value))) = (words, &mut reader.field) {
                    value.push_str(&words);
                }
            }
        }
    }
}

/// A key: the name of its field, and what nodes or edges have that do not say it.
struct Key {
    name: String,
    /// `node`, `edge` or `all`.
    of: String,
    default: String,
}

struct Reader<'r> {
    rows: &'r mut Rows,
    /// By id.
    keys: BTreeMap<String, Key>,
    /// The id of the key that is being read.
    key: Option<String>,
    /// The row that is being read, and whether it is a node.
    row: Option<(bool, Row)>,
    /// The key of the data that is being read, and its words.
    field: Option<(String, String)>,
}

impl Reader<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, at: String) -> Result<(), String> {
        let said = |name| attribute(tag, name).map(Option::unwrap_or_default);
        match tag.local_name().as_ref() {
            "key" => {
                let id = said("id")?;
                let key = Key {
                    name: attribute(tag, "attr.name")?.unwrap_or_else(|| id.clone()),
                    of: said("for")?,
                    default: String::new(),
                };
                self.keys.insert(id.clone(), key);
                self.key = Some(id);
            }
            "default" => self.field = self.key.clone().map(|id| (id, String::new())),
            "graph" | "node" | "edge" if self.row.is_some() => {
                return Err("a graph within a node or an edge cannot be read".to_owned());
            }
            "hyperedge" => return Err("an edge of more than two ends cannot be read".to_owned()),
            "node" => {
                let mut row = Row::at(at, format!("node {}", self.rows.nodes.len() + 1));
                row.put("id", said("id")?);
                self.row = Some((true, row));
            }
            "edge" => {
                let mut row = Row::at(at, format!("edge {}", self.rows.edges.len() + 1));
                row.put("source", said("source")?);
                row.put("target", said("target")?);
                self.row = Some((false, row));
            }
            "data" => self.field = Some((said("key")?, String::new())),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &str) {
        match tag {
            "key" => self.key = None,
            "default" => {
                if let Some((id, value)) = self.field.take()
                    && let Some(key) = self.keys.get_mut(&id)
                {
                    key.default = value;
                }
            }
            "data" => {
                if let (Some((id, value)), Some((_, row))) = (self.field.take(), &mut self.row) {
                    let name = self.keys.get(&id).map_or(id.as_str(), |key| &key.name);
                    row.put(name, value);
                }
            }
            "node" | "edge" => {
                if let Some((is_node, mut row)) = self.row.take() {
                    for key in self.keys.values() {
                        let is_of_it = key.of == tag || matches!(key.of.as_str(), "" | "all");
                        if is_of_it && row.get(&key.name).is_none() {
                            row.put(&key.name, key.default.as_str());
                        }
                    }
                    let rows = if is_node {
                        &mut self.rows.nodes
                    } else {
                        &mut self.rows.edges
                    };
                    rows.push(row);
                }
            }
            _ => {}
        }
    }
}

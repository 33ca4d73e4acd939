//! GEXF: nodes and edges with values of attributes, and with spells.

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
        attributes: BTreeMap::new(),
        of_nodes: false,
        attribute: None,
        default: None,
        open: None,
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
                if let (Some(words), Some(default)) = (words, &mut reader.default) {
                    default.push_str(&words);
                }
            }
        }
    }
}

/// Whether an attribute is of nodes, and its id.
type Key = (bool, String);

/// An attribute: its title, and what nodes or edges have that do not say it.
struct Attribute {
    title: String,
    default: String,
}

/// A node or an edge that is being read.
struct Open {
    is_node: bool,
    row: Row,
    /// The times of its spells.
    terms: Vec<String>,
}

struct Reader<'r> {
    rows: &'r mut Rows,
    attributes: BTreeMap<Key, Attribute>,
    /// Whether the attributes that are being read are of nodes.
    of_nodes: bool,
    /// The attribute that is being read.
    attribute: Option<Key>,
    /// The words of its default.
    default: Option<String>,
    open: Option<Open>,
}

impl Reader<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, at: String) -> Result<(), String> {
        let said = |name| attribute(tag, name).map(Option::unwrap_or_default);
        match tag.local_name().as_ref() {
            "attributes" => self.of_nodes = said("class")? == "node",
            "attribute" => {
                let key = (self.of_nodes, said("id")?);
                let read = Attribute {
                    title: said("title")?,
                    default: String::new(),
                };
                self.attributes.insert(key.clone(), read);
                self.attribute = Some(key);
            }
            "default" => self.default = Some(String::new()),
            "nodes" | "edges" | "node" | "edge" if self.open.is_some() => {
                return Err("a graph within a node or an edge cannot be read".to_owned());
            }
            "node" => {
                let mut row = Row::at(at, format!("node {}", self.rows.nodes.len() + 1));
                row.put("id", said("id")?);
                row.put("name", said("label")?);
                self.open = Some(Open {
                    is_node: true,
                    row,
                    terms: Vec::new(),
                });
            }
            "edge" => {
                let mut row = Row::at(at, format!("edge {}", self.rows.edges.len() + 1));
                for name in ["source", "target", "kind"] {
                    row.put(name, said(name)?);
                }
                // One spell may stand in the tag itself.
                self.open = Some(Open {
                    is_node: false,
                    row,
                    terms: term(tag)?.into_iter().collect(),
                });
            }
            "attvalue" => {
                if let Some(Open { is_node, row, .. }) = &mut self.open {
                    let key = (*is_node, said("for")?);
                    let known = self.attributes.get(&key);
                    row.put(known.map_or(key.1.as_str(), |a| &a.title), said("value")?);
                }
            }
            "spell" => {
                if let Some(open) = &mut self.open {
                    open.terms.extend(term(tag)?);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &str) {
        match tag {
            "attribute" => self.attribute = None,
            "default" => {
                let known = self.attribute.as_ref();
                let known = known.and_then(|key| self.attributes.get_mut(key));
                if let (Some(known), Some(default)) = (known, self.default.take()) {
                    known.default = default;
                }
            }
            "node" | "edge" => {
                if let Some(open) = self.open.take() {
                    self.close(open);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, open: Open) {
        let Open {
            is_node,
            mut row,
            terms,
        } = open;
        for ((of_nodes, _), known) in &self.attributes {
            if *of_nodes == is_node && row.get(&known.title).is_none() {
                row.put(&known.title, known.default.as_str());
            }
        }
        if is_node {
            self.rows.nodes.push(row);
            return;
        }
        // The attribute of this name knows more of the terms than spells can tell.
        if row.get("terms").is_none() {
            row.put("terms", terms.join(";"));
        }
        self.rows.edges.push(row);
    }
}

/// The time of a spell; none where it has neither start nor end.
///
/// # Errors
/// Where the tag is broken.
fn term(tag: &BytesStart<'_>) -> Result<Option<String>, String> {
    let day = |name| attribute(tag, name).map(Option::unwrap_or_default);
    let (start, end) = (day("start")?, day("end")?);
    let is_told = !start.is_empty() || !end.is_empty();
    Ok(is_told.then(|| format!("/{start}/{end}/")))
}

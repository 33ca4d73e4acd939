//! GEXF: nodes and edges with values of attributes, and with spells.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::problem::Flaw;
use super::row::{Row, Rows};
use super::xml::{Walk, attribute};

/// A node or an edge that is being read.
struct Open {
    is_node: bool,
    row: Row,
    /// The times of its spells.
    terms: Vec<String>,
}

/// Reads the nodes and edges of the file that is called `name`.
pub(super) fn read(name: &str, text: &str, rows: &mut Rows) -> Result<(), Flaw> {
    let mut walk = Walk::of(text);
    let mut titles: BTreeMap<(bool, String), String> = BTreeMap::new();
    let mut of_nodes = false;
    let mut open: Option<Open> = None;
    loop {
        match walk.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "attributes" => of_nodes = attribute(&tag, "class").as_deref() == Some("node"),
                "attribute" => {
                    let title = attribute(&tag, "title").unwrap_or_default();
                    let id = attribute(&tag, "id").unwrap_or_default();
                    titles.insert((of_nodes, id), title);
                }
                "nodes" | "edges" | "node" | "edge" if open.is_some() => {
                    return Err(walk.flaw("a graph within a node or an edge cannot be read"));
                }
                "node" => {
                    let place = format!("node {}", rows.nodes.len() + 1);
                    let row = Row::at(format!("{name}:{}", walk.line()), place);
                    open = Some(node(&tag, row));
                }
                "edge" => {
                    let place = format!("edge {}", rows.edges.len() + 1);
                    let row = Row::at(format!("{name}:{}", walk.line()), place);
                    open = Some(edge(&tag, row));
                }
                "attvalue" => {
                    if let Some(Open { is_node, row, .. }) = &mut open {
                        let id = attribute(&tag, "for").unwrap_or_default();
                        let value = attribute(&tag, "value").unwrap_or_default();
                        let title = titles.get(&(*is_node, id.clone())).unwrap_or(&id);
                        row.put(title, value);
                    }
                }
                "spell" => {
                    if let Some(open) = &mut open {
                        open.terms.extend(term(&tag));
                    }
                }
                _ => {}
            },
            Event::End(tag) if matches!(tag.local_name().as_ref(), "node" | "edge") => {
                if let Some(closed) = open.take() {
                    closed.put_into(rows);
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

impl Open {
    fn put_into(self, rows: &mut Rows) {
        let Self {
            is_node,
            mut row,
            terms,
        } = self;
        // The attribute of this name knows more of the terms than spells can tell.
        if row.get("terms").is_none() && !is_node {
            row.put("terms", terms.join(";"));
        }
        if is_node {
            rows.nodes.push(row);
        } else {
            rows.edges.push(row);
        }
    }
}

fn node(tag: &BytesStart<'_>, mut row: Row) -> Open {
    row.put("id", attribute(tag, "id").unwrap_or_default());
    row.put("name", attribute(tag, "label").unwrap_or_default());
    Open {
        is_node: true,
        row,
        terms: Vec::new(),
    }
}

fn edge(tag: &BytesStart<'_>, mut row: Row) -> Open {
    for name in ["source", "target", "kind"] {
        row.put(name, attribute(tag, name).unwrap_or_default());
    }
    // One spell may stand in the tag itself.
    Open {
        is_node: false,
        row,
        terms: term(tag).into_iter().collect(),
    }
}

/// The time of a spell; none where it has neither start nor end.
fn term(tag: &BytesStart<'_>) -> Option<String> {
    let day = |name| attribute(tag, name).unwrap_or_default();
    let (start, end) = (day("start"), day("end"));
    (!start.is_empty() || !end.is_empty()).then(|| format!("/{start}/{end}/"))
}

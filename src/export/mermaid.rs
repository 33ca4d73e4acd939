//! Mermaid, for pages that draw it: the most telling nodes, those of a state together.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use super::flat::edge_label;
use crate::diagram::{clean, most_telling};
use crate::graph::{NodeRef, RelationGraph};
use crate::ontology::{EdgeKind, NodeKind, StateCode};

/// A flowchart of more nodes than this nobody can read.
const MOST: usize = 60;

/// Writes a graph as a Mermaid flowchart of the sixty most telling nodes; a comment says what was left out. Several edges
/// of one pair and kind are one line.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(graph: &RelationGraph, out: &mut dyn io::Write) -> io::Result<()> {
    let Ok(choice) = most_telling(graph, MOST) else {
        return Err(io::Error::other("the graph has a node twice"));
    };
    let shown = &choice.graph;
    let mut text = String::from("flowchart LR\n");
    if shown.node_count() < choice.of {
        let _ = writeln!(
            text,
            "%% {} of {} nodes: those with the most meetings, visits and offices",
            shown.node_count(),
            choice.of
        );
    }
    let ids: BTreeMap<NodeRef, usize> = shown.nodes().map(|(n, _)| n).zip(0..).collect();
    nodes(&mut text, shown, &ids);
    edges(&mut text, shown, &ids);
    out.write_all(text.as_bytes())
}

fn nodes(text: &mut String, graph: &RelationGraph, ids: &BTreeMap<NodeRef, usize>) {
    let mut states: BTreeMap<Option<StateCode>, Vec<String>> = BTreeMap::new();
    for (handle, node) in graph.nodes() {
        let id = ids.get(&handle).copied().unwrap_or_default();
        let (open, close) = match node.kind {
            NodeKind::Legislator | NodeKind::Official => ("(", ")"),
            NodeKind::Chamber | NodeKind::Parliament => ("[", "]"),
            NodeKind::Commission => ("{{", "}}"),
            NodeKind::Assembly => ("([", "])"),
            NodeKind::State => ("[[", "]]"),
        };
        let line = format!("n{id}{open}\"{}\"{close}", escaped(&node.name));
        let state = node.code.or(node.state);
        states.entry(state).or_default().push(line);
    }
    for (state, lines) in states {
        let Some(code) = state else {
            for line in lines {
                let _ = writeln!(text, "  {line}");
            }
            continue;
        };
        let node = graph.find(&format!("state/{code}"));
        let name = node.and_then(|n| graph.node(n)).map(|n| escaped(&n.name));
        let name = name.unwrap_or_else(|| code.to_string());
        let _ = writeln!(text, "  subgraph state_{code}[\"{name}\"]");
        for line in lines {
            let _ = writeln!(text, "    {line}");
        }
        text.push_str("  end\n");
    }
}

fn edges(text: &mut String, graph: &RelationGraph, ids: &BTreeMap<NodeRef, usize>) {
    let mut lines: BTreeMap<(usize, usize, EdgeKind), Vec<String>> = BTreeMap::new();
    for edge in graph.edges() {
        let id = |n: NodeRef| ids.get(&n).copied().unwrap_or_default();
        let place = (id(edge.source), id(edge.target), edge.edge.kind());
        lines.entry(place).or_default().push(edge_label(&edge));
    }
    for ((source, target, kind), labels) in lines {
        let arrow = match kind {
            EdgeKind::Role | EdgeKind::Visited => "-->",
            EdgeKind::Met => "---",
            EdgeKind::Attended => "-.->",
            EdgeKind::PartOf | EdgeKind::Links => "-.-",
        };
        let label = match labels.as_slice() {
            [one] => one.clone(),
            several => {
                let words = kind.as_str().replace('_', " ");
                format!("{words}, {} times", several.len())
            }
        };
        let _ = writeln!(
            text,
            "  n{source} {arrow}|\"{}\"| n{target}",
            escaped(&label)
        );
    }
}

/// The one way of words into the file: everything that Mermaid or Markdown in it would read becomes a numbered entity.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in clean(words).chars() {
        let plain = c.is_alphanumeric()
            || matches!(
                c,
                ' ' | ',' | '.' | '-' | '\'' | '(' | ')' | '/' | '–' | '’'
            );
        if plain || !c.is_ascii() {
            out.push(c);
        } else {
            let _ = write!(out, "#{};", c as u32);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mermaid_would_read_is_an_entity() {
        assert_eq!(escaped("a\"]; b #1 <i>"), "a#34;#93;#59; b #35;1 #60;i#62;");
        assert_eq!(escaped("Ünal (Genç)"), "Ünal (Genç)");
    }
}

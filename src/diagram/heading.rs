//! The words above a picture: what it is, from how many articles of which time, and what was left out.

use crate::graph::RelationGraph;
use crate::ontology::NodeKind;
use crate::query::Brief;

use super::DiagramOptions;
use super::backing::Backing;
use super::phrase::{counted, listed};
use super::words::{clean, isolated, shortened};

/// The words above a picture.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub(crate) title: String,
    /// Smaller lines below the title.
    pub(crate) lines: Vec<String>,
}

impl Heading {
    /// A heading with a title of the user's, or else with one of the picture's own.
    pub(crate) fn new(title: Option<&str>, own: &str, lines: Vec<String>) -> Self {
        let title = title.map(clean).filter(|t| !t.is_empty());
        Self {
            title: title.unwrap_or_else(|| own.to_owned()),
            lines,
        }
    }

    /// The same with a line of what the picture is limited to, if it is.
    pub(crate) fn limited(mut self, options: &DiagramOptions) -> Self {
        self.lines.extend(options.limits.as_deref().map(clean));
        self
    }
}

/// A node in brief as a picture names it in a line: a chamber or parliament with its state, where its name does not say
/// it.
pub(crate) fn named(brief: &Brief) -> String {
    let name = shortened(&clean(&brief.name), 90);
    let name = if name.is_empty() {
        clean(&brief.id)
    } else {
        name
    };
    let state = brief.state_name.as_deref().map(clean);
    let is_house = matches!(brief.kind, NodeKind::Chamber | NodeKind::Parliament);
    match state.filter(|s| is_house && !name.contains(s.as_str())) {
        Some(state) => format!("{} ({})", isolated(&name), isolated(&state)),
        None => isolated(&name),
    }
}

/// The heading of a graph of which so many nodes are shown.
pub(crate) fn heading(shown: &RelationGraph, of: usize, title: Option<&str>) -> Heading {
    let mut lines = vec![format!(
        "{}. {}.",
        Backing::of_all(shown).told(),
        contents(shown)
    )];
    let nodes = shown.node_count();
    if nodes < of {
        lines.push(format!(
            "Showing {nodes} of {of} nodes: those with the most meetings, visits and offices."
        ));
    }
    Heading::new(title, &title_of(shown), lines)
}

fn title_of(graph: &RelationGraph) -> String {
    let states: Vec<String> = graph
        .nodes()
        .filter(|(_, n)| n.kind == NodeKind::State)
        .map(|(_, n)| isolated(&clean(&n.name)))
        .collect();
    match states.len() {
        0 => "Relations between parliaments".to_owned(),
        1..=3 => format!("Parliamentary relations of {}", listed(&states)),
        number => format!("Parliamentary relations of {number} states"),
    }
}

fn contents(graph: &RelationGraph) -> String {
    let number = |is: fn(NodeKind) -> bool| graph.nodes().filter(|(_, n)| is(n.kind)).count();
    let counts = [
        (number(NodeKind::is_person), "person", "people"),
        (number(NodeKind::is_body), "body", "bodies"),
        (number(|k| k == NodeKind::State), "state", "states"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| counted(*number, one, many))
        .collect();
    if counts.is_empty() {
        "Nothing was found".to_owned()
    } else {
        counts.join(", ")
    }
}

//! DOT for Graphviz: a cluster for each state, a shape for each kind of node, a pattern for each kind of edge, a legend.
//!
//! Names of nodes are `n0`, `n1` and so on; everything that comes from an article goes through `quoted`.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node as DotNode, NodeId, Stmt, Subgraph,
    Vertex,
};
use graphviz_rust::printer::{DotPrinter as _, PrinterContext};

use super::ExportOptions;
use crate::diagram::{
    Heading, Palette, Teller, Theme, TieKind, What, clean, heading, phrase, wrapped,
};
use crate::graph::{Evidence, Node, NodeRef, RelationGraph, Tie};
use crate::ontology::{NodeKind, StateCode};
use crate::text::PartialDate;

/// Lines of labels are about so many pixels wide.
const LABEL: f64 = 190.0;

/// Writes a graph as DOT. Several edges of one pair and kind are one line.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: &ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let heading = heading(graph, graph.node_count(), None);
    out.write_all(document(graph, &heading, options.quotes, Theme::Light).as_bytes())
}

/// The text of the file.
pub(super) fn document(
    graph: &RelationGraph,
    heading: &Heading,
    quotes: bool,
    theme: Theme,
) -> String {
    let writer = Writer {
        graph,
        teller: Teller::new(graph, quotes),
        palette: theme.palette(),
        ids: graph.nodes().map(|(node, _)| node).zip(0..).collect(),
    };
    let dot = Graph::DiGraph {
        id: Id::Plain("interparl".to_owned()),
        strict: false,
        stmts: writer.statements(heading),
    };
    let mut text = dot.print(PrinterContext::default().with_semi());
    text.push('\n');
    text
}

/// The one way of words into the file: cleaned, and with everything escaped that Graphviz would read as its own.
///
/// Backslashes begin placeholders such as `\N`, ampersands begin entities; both are meant as themselves here.
fn quoted(lines: &[String]) -> Id {
    let mut out = String::from("\"");
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push_str("\\n");
        }
        for c in line.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                c if c.is_control() => {}
                c => out.push(c),
            }
        }
    }
    out.push('"');
    Id::Escaped(out)
}

fn attribute(name: &str, value: &str) -> Attribute {
    lines(name, &[value.to_owned()])
}

fn lines(name: &str, value: &[String]) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), quoted(value))
}

fn label(words: &str) -> Attribute {
    lines("label", &wrapped(&clean(words), LABEL, 13.0, false, 8))
}

fn tooltip(words: &str) -> Attribute {
    let words: Vec<String> = words.lines().map(clean).collect();
    lines("tooltip", &words)
}

/// Writes the statements of one graph.
struct Writer<'g> {
    graph: &'g RelationGraph,
    teller: Teller<'g>,
    palette: &'static Palette,
    ids: BTreeMap<NodeRef, usize>,
}

/// Several edges of one pair and kind.
#[derive(Default)]
struct Bundle<'g> {
    evidence: Vec<&'g Evidence>,
    ties: Vec<&'g Tie>,
}

impl<'g> Writer<'g> {
    fn statements(&self, heading: &Heading) -> Vec<Stmt> {
        let mut statements = self.settings(heading);
        let mut states: BTreeMap<StateCode, Vec<Stmt>> = BTreeMap::new();
        let mut between = Vec::new();
        for (handle, node) in self.graph.nodes() {
            let statement = Stmt::Node(self.node(handle, node));
            let state = match node.kind {
                NodeKind::Commission | NodeKind::Assembly => None,
                NodeKind::State => node.code,
                NodeKind::Legislator
                | NodeKind::Official
                | NodeKind::Chamber
                | NodeKind::Parliament => node.state,
            };
            match state {
                Some(code) => states.entry(code).or_default().push(statement),
                None => between.push(statement),
            }
        }
        for (code, members) in states {
            statements.push(self.cluster(code, members));
        }
        statements.extend(between);
        statements.extend(self.edges().into_iter().map(Stmt::Edge));
        statements.extend(self.legend());
        statements
    }

    fn settings(&self, heading: &Heading) -> Vec<Stmt> {
        let palette = self.palette;
        let font = || attribute("fontname", "Helvetica,Arial,sans-serif");
        let mut title = wrapped(&heading.title, 900.0, 22.0, true, 3);
        title.extend(heading.lines.iter().cloned());
        vec![
            Stmt::GAttribute(GraphAttributes::Graph(vec![
                attribute("charset", "UTF-8"),
                lines("label", &title),
                attribute("labelloc", "t"),
                attribute("fontsize", "20"),
                font(),
                attribute("fontcolor", &palette.ink.to_string()),
                attribute("bgcolor", &palette.page.to_string()),
                attribute("rankdir", "LR"),
                // The older way to rank loses its way among clusters that are tied in both directions.
                attribute("newrank", "true"),
                attribute("ranksep", "1.1"),
                attribute("nodesep", "0.3"),
                attribute("tooltip", &clean(&heading.title)),
            ])),
            Stmt::GAttribute(GraphAttributes::Node(vec![
                font(),
                attribute("fontsize", "13"),
                attribute("fontcolor", &palette.ink.to_string()),
                attribute("margin", "0.16,0.09"),
            ])),
            Stmt::GAttribute(GraphAttributes::Edge(vec![
                font(),
                attribute("fontsize", "11"),
                attribute("fontcolor", &palette.quiet.to_string()),
            ])),
        ]
    }

    fn cluster(&self, code: StateCode, members: Vec<Stmt>) -> Stmt {
        let state = self.graph.find(&format!("state/{code}"));
        let name = state.and_then(|s| self.graph.node(s));
        let name = name.map_or_else(|| code.to_string(), |n| n.name.clone());
        let mut stmts = vec![Stmt::GAttribute(GraphAttributes::Graph(vec![
            label(&name),
            attribute("labelloc", "t"),
            attribute("fontsize", "16"),
            attribute("style", "rounded,filled"),
            attribute("color", &self.palette.hull_border.to_string()),
            attribute("fillcolor", &self.palette.hull.to_string()),
            attribute("margin", "18"),
            tooltip(&name),
        ]))];
        stmts.extend(members);
        Stmt::Subgraph(Subgraph {
            id: Id::Plain(format!("cluster_{code}")),
            stmts,
        })
    }

    fn id(&self, node: NodeRef) -> NodeId {
        let number = self.ids.get(&node).copied().unwrap_or_default();
        NodeId(Id::Plain(format!("n{number}")), None)
    }

    fn node(&self, handle: NodeRef, node: &Node) -> DotNode {
        let mut attributes = vec![label(&node.name), tooltip(&self.teller.tell_node(node))];
        attributes.extend(self.look(node.kind));
        DotNode::new(self.id(handle), attributes)
    }

    /// The shape and the colours of a kind.
    fn look(&self, kind: NodeKind) -> Vec<Attribute> {
        let (shape, style) = match kind {
            NodeKind::Legislator | NodeKind::Official => ("box", "rounded,filled"),
            NodeKind::Chamber | NodeKind::Parliament => ("box", "filled"),
            NodeKind::Commission => ("hexagon", "filled"),
            NodeKind::Assembly => ("ellipse", "filled"),
            NodeKind::State => ("tab", "filled"),
        };
        let paint = self.palette.paint(What::Node(kind));
        let mut attributes = vec![
            attribute("shape", shape),
            attribute("style", style),
            attribute("color", &paint.border.to_string()),
            attribute("fillcolor", &paint.fill.to_string()),
        ];
        if kind == NodeKind::Parliament {
            attributes.push(attribute("peripheries", "2"));
        }
        attributes
    }

    fn bundles(&self) -> BTreeMap<(TieKind, usize, usize), (NodeRef, NodeRef, Bundle<'g>)> {
        let mut bundles = BTreeMap::new();
        for edge in self.graph.edges() {
            let kind = kind(&edge.edge.tie);
            let place = |node| self.ids.get(&node).copied().unwrap_or_default();
            let (_, _, bundle) = bundles
                .entry((kind, place(edge.source), place(edge.target)))
                .or_insert_with(|| (edge.source, edge.target, Bundle::default()));
            bundle.evidence.extend(&edge.edge.evidence);
            bundle.ties.push(&edge.edge.tie);
        }
        bundles
    }

    fn edges(&self) -> Vec<Edge> {
        let name = |node: NodeRef| self.graph.node(node).map_or("", |n| n.name.as_str());
        let mut edges = Vec::new();
        for ((kind, ..), (source, target, bundle)) in self.bundles() {
            let words = words(kind, &bundle.ties);
            let ends = format!("{} – {}", clean(name(source)), clean(name(target)));
            let told = self
                .teller
                .tell(&format!("{ends}: {words}"), &bundle.evidence);
            let mut attributes = self.line(kind);
            attributes.push(tooltip(&told));
            attributes.push(lines(
                "labeltooltip",
                &told.lines().map(clean).collect::<Vec<_>>(),
            ));
            if !matches!(kind, TieKind::Links | TieKind::PartOf) {
                attributes.push(label(&words));
            }
            edges.push(between(self.id(source), self.id(target), attributes));
        }
        edges
    }

    /// The pattern and the colour of a kind of line.
    fn line(&self, kind: TieKind) -> Vec<Attribute> {
        let stroke = self.palette.stroke(kind);
        let style = match kind {
            TieKind::Met | TieKind::Role | TieKind::Visit => "solid",
            TieKind::Attended | TieKind::PartOf => "dashed",
            TieKind::PlannedVisit | TieKind::Links => "dotted",
        };
        let head = match kind {
            TieKind::Met | TieKind::Links | TieKind::Attended | TieKind::PartOf => "none",
            TieKind::Visit | TieKind::PlannedVisit => "normal",
            TieKind::Role => "vee",
        };
        vec![
            attribute("color", &stroke.colour.to_string()),
            attribute("penwidth", &stroke.width.to_string()),
            attribute("style", style),
            attribute("arrowhead", head),
            attribute("arrowsize", "0.7"),
        ]
    }

    /// One entry for each shape and line that occurs.
    fn legend(&self) -> Option<Stmt> {
        let kinds: BTreeSet<NodeKind> = self.graph.nodes().map(|(_, n)| n.kind).collect();
        let ties: BTreeSet<TieKind> = self.bundles().into_keys().map(|(kind, ..)| kind).collect();
        if kinds.is_empty() {
            return None;
        }
        let mut stmts = vec![Stmt::GAttribute(GraphAttributes::Graph(vec![
            attribute("label", "Legend"),
            attribute("fontsize", "13"),
            attribute("style", "rounded"),
            attribute("color", &self.palette.rule.to_string()),
        ]))];
        let id = |name: String| NodeId(Id::Plain(name), None);
        for (index, kind) in kinds.into_iter().enumerate() {
            let mut attributes = vec![label(phrase::node_kind(kind))];
            attributes.extend(self.look(kind));
            stmts.push(Stmt::Node(DotNode::new(
                id(format!("legend{index}")),
                attributes,
            )));
        }
        for (index, kind) in ties.into_iter().enumerate() {
            let ends = ["from", "to"].map(|end| format!("legend_{end}{index}"));
            for end in &ends {
                let point = vec![attribute("shape", "point"), attribute("width", "0.04")];
                stmts.push(Stmt::Node(DotNode::new(id(end.clone()), point)));
            }
            let [from, to] = ends;
            let mut attributes = self.line(kind);
            attributes.push(label(kind.words()));
            stmts.push(Stmt::Edge(between(id(from), id(to), attributes)));
        }
        Some(Stmt::Subgraph(Subgraph {
            id: Id::Plain("cluster_legend".to_owned()),
            stmts,
        }))
    }
}

const fn between(from: NodeId, to: NodeId, attributes: Vec<Attribute>) -> Edge {
    Edge {
        ty: EdgeTy::Pair(Vertex::N(from), Vertex::N(to)),
        attributes,
    }
}

const fn kind(tie: &Tie) -> TieKind {
    match tie {
        Tie::Role { .. } => TieKind::Role,
        Tie::Met { .. } => TieKind::Met,
        Tie::Attended { .. } => TieKind::Attended,
        Tie::Visited { planned: true, .. } => TieKind::PlannedVisit,
        Tie::Visited { planned: false, .. } => TieKind::Visit,
        Tie::PartOf => TieKind::PartOf,
        Tie::Links => TieKind::Links,
    }
}

/// The words of a line.
fn words(kind: TieKind, ties: &[&Tie]) -> String {
    let mut titles: Vec<String> = Vec::new();
    let mut held: Vec<(Option<PartialDate>, Option<&str>)> = Vec::new();
    let mut how = None;
    for tie in ties {
        match tie {
            Tie::Role { office, title, .. } => {
                let title = clean(title);
                titles.push(if title.is_empty() {
                    phrase::office(*office).to_owned()
                } else {
                    title
                });
            }
            Tie::Met {
                kind, date, place, ..
            }
            | Tie::Attended {
                kind, date, place, ..
            } => {
                how = how.or(Some(*kind));
                held.push((*date, place.as_deref()));
            }
            Tie::Visited { date, .. } => held.push((*date, None)),
            Tie::PartOf | Tie::Links => {}
        }
    }
    let dates: Vec<Option<PartialDate>> = held.iter().map(|(date, _)| *date).collect();
    match (kind, how) {
        (TieKind::Role, _) => titles.join(", "),
        (TieKind::Visit, _) => phrase::visits(false, &dates),
        (TieKind::PlannedVisit, _) => phrase::visits(true, &dates),
        (_, Some(how)) => phrase::meetings(how, &held),
        _ => kind.words().to_owned(),
    }
}

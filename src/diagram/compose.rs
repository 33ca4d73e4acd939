//! Nodes of the graph become boxes with words.

use std::collections::BTreeMap;

use crate::graph::{Evidence, Node, NodeRef, RelationGraph, Tie as Says};
use crate::ontology::{EdgeKind, MeetingKind, MeetingStatus, NodeKind, Office, StateCode};
use crate::query::Brief;
use crate::text::PartialDate;

use super::board::{Area, Board, End, Item, Line, What};
use super::hover::Teller;
use super::metrics::width;
use super::phrase;
use super::words::{clean, isolated, wrapped};

/// The size of names, in pixels.
const NAME: f64 = 14.0;
/// The size of what stands below a name or on a line.
pub(crate) const SMALL: f64 = 11.5;

/// A board that has its boxes and not yet its lines.
pub(crate) struct Composed {
    pub(crate) board: Board,
    /// Where the nodes of the graph went.
    pub(crate) ends: BTreeMap<NodeRef, End>,
}

/// Makes a box of every node and an area of every state.
pub(crate) fn compose(graph: &RelationGraph, teller: &Teller<'_>) -> Composed {
    let mut board = Board::default();
    let mut ends = BTreeMap::new();
    let mut areas: BTreeMap<StateCode, usize> = BTreeMap::new();
    for (handle, node) in graph.nodes().filter(|(_, n)| n.kind == NodeKind::State) {
        let index = board.areas.len();
        if let Some(code) = node.code {
            areas.insert(code, index);
        }
        ends.insert(handle, End::Area(index));
        board.areas.push(Area {
            name: clean(&node.name),
            hover: teller.tell_node(node),
        });
    }
    for (handle, node) in graph.nodes().filter(|(_, n)| n.kind != NodeKind::State) {
        let area = node.state.map(|code| {
            *areas.entry(code).or_insert_with(|| {
                board.areas.push(Area {
                    name: code.to_string(),
                    hover: code.to_string(),
                });
                board.areas.len() - 1
            })
        });
        // Commissions and assemblies stand between the states even where one of them is called theirs.
        let between = node.kind.is_between_states();
        ends.insert(handle, End::Item(board.items.len()));
        board.items.push(boxed(
            What::Node(node.kind),
            area.filter(|_| !between),
            lines(graph, handle, node),
            hover(graph, handle, node, teller),
        ));
    }
    enclose(graph, &mut board, &ends);
    Composed { board, ends }
}

/// The box of one node that stands by itself.
pub(crate) fn box_of(graph: &RelationGraph, handle: NodeRef, teller: &Teller<'_>) -> Option<Item> {
    let node = graph.node(handle)?;
    let mut lines = lines(graph, handle, node);
    if node.kind == NodeKind::State {
        lines = styled(&display_name(node), 172.0, 2, NAME, true, false);
    }
    // Outside of the area of its state, a box says which that is.
    let state = Brief::of(graph, handle).state_name.map(|s| clean(&s));
    let is_said = |state: &String| display_name(node).contains(state.as_str());
    if let Some(state) = state.filter(|s| !node.kind.is_between_states() && !is_said(s)) {
        lines.extend(small(&isolated(&state), 172.0, 1, true));
    }
    let hover = hover(graph, handle, node, teller);
    Some(boxed(What::Node(node.kind), None, lines, hover))
}

/// A box that is as large as its words ask for.
pub(crate) fn boxed(what: What, area: Option<usize>, lines: Vec<Line>, hover: String) -> Item {
    let (across, along) = match what {
        What::Node(NodeKind::Legislator | NodeKind::Official) => (16.0, 8.0),
        What::Node(NodeKind::Commission) => (22.0, 11.0),
        What::Node(NodeKind::Assembly) => (30.0, 16.0),
        What::Node(NodeKind::Chamber | NodeKind::Parliament | NodeKind::State) => (14.0, 10.0),
        What::Meeting | What::Visit { .. } => (10.0, 4.0),
    };
    let widest = lines
        .iter()
        .map(|l| width(&l.words, l.size, l.bold))
        .fold(0.0, f64::max);
    let height: f64 = lines.iter().map(Line::pitch).sum();
    Item {
        what,
        area,
        within: None,
        width: (widest + 2.0 * across).ceil(),
        height: height + 2.0 * along,
        lines,
        hover,
    }
}

/// Small words on several lines.
pub(crate) fn small(words: &str, limit: f64, lines: usize, quiet: bool) -> Vec<Line> {
    styled(words, limit, lines, SMALL, false, quiet)
}

/// Words of a size on several lines.
pub(crate) fn styled(
    words: &str,
    limit: f64,
    lines: usize,
    size: f64,
    bold: bool,
    quiet: bool,
) -> Vec<Line> {
    wrapped(words, limit, size, bold, lines)
        .into_iter()
        .map(|words| Line {
            words,
            size,
            bold,
            quiet,
        })
        .collect()
}

fn lines(graph: &RelationGraph, handle: NodeRef, node: &Node) -> Vec<Line> {
    let name = display_name(node);
    match node.kind {
        NodeKind::Legislator | NodeKind::Official => {
            let mut lines = styled(&name, 172.0, 2, NAME, true, false);
            if let Some((_, title)) = highest_office(graph, handle) {
                lines.extend(small(&title, 172.0, 2, true));
            }
            lines
        }
        NodeKind::Chamber => styled(&name, 150.0, 3, NAME, true, false),
        NodeKind::Parliament => styled(&name, 164.0, 3, SMALL, true, false),
        NodeKind::Commission | NodeKind::Assembly => {
            let mut lines = styled(&name, 216.0, 4, 13.0, true, false);
            for words in sessions(graph, &node.id) {
                lines.extend(small(&words, 216.0, 2, true));
            }
            lines
        }
        NodeKind::State => Vec::new(),
    }
}

/// The name that a box shows: where the best name is very long and an alias says as much in fewer words, the alias.
pub(crate) fn display_name(node: &Node) -> String {
    let name = clean(&node.name);
    if name.is_empty() {
        return clean(&node.id);
    }
    if name.chars().count() <= 64 {
        return name;
    }
    let shorter = node
        .aliases
        .iter()
        .map(|alias| clean(alias))
        .filter(|alias| (16..=64).contains(&alias.chars().count()))
        .max_by_key(|alias| alias.chars().count());
    shorter.unwrap_or(name)
}

/// The highest office that a person holds, and its title as articles write it.
pub(crate) fn highest_office(graph: &RelationGraph, person: NodeRef) -> Option<(Office, String)> {
    graph
        .edges_at(person)
        .into_iter()
        .filter(|e| e.source == person)
        .filter_map(|e| match &e.edge.tie {
            Says::Role { office, title, .. } => Some((*office, title)),
            Says::Met { .. }
            | Says::Attended { .. }
            | Says::Visited { .. }
            | Says::PartOf
            | Says::Links => None,
        })
        .min_by_key(|(office, _)| phrase::rank(*office))
        .map(|(office, title)| (office, titled(office, title)))
}

/// The title as written, or the office's own word where there is none.
pub(crate) fn titled(office: Office, title: &str) -> String {
    let title = clean(title);
    if title.is_empty() {
        phrase::office(office).to_owned()
    } else {
        title
    }
}

/// When a body sat and is going to sit, one line for each.
pub(crate) fn sessions(graph: &RelationGraph, body: &str) -> Vec<String> {
    let of_body = || {
        graph
            .meetings()
            .filter(|m| m.body.as_deref() == Some(body))
            .map(|m| (m.status, m.kind, m.date, m.place.as_deref()))
    };
    let mut words = Vec::new();
    for kind in MeetingKind::ALL {
        let held: Vec<_> = of_body()
            .filter(|(status, k, ..)| *status == MeetingStatus::Held && k == kind)
            .map(|(_, _, date, place)| (date, place))
            .collect();
        if !held.is_empty() {
            words.push(phrase::meetings(*kind, &held));
        }
    }
    let last = |wanted: MeetingStatus| {
        let of_status = of_body().filter(|(status, ..)| *status == wanted);
        of_status.map(|(_, _, date, _)| date).max()
    };
    // What was planned for a day before the last session is not what comes next.
    let held = last(MeetingStatus::Held).flatten();
    let is_next = |date: &Option<PartialDate>| date.is_none() || *date > held;
    if let Some(date) = last(MeetingStatus::Planned).filter(is_next) {
        let date = date.map_or_else(String::new, |d| format!(" {d}"));
        words.push(format!("next planned{date}"));
    }
    words
}

/// What is told of a node: itself, then the offices and the places in larger bodies, which have no line of their own.
fn hover(graph: &RelationGraph, handle: NodeRef, node: &Node, teller: &Teller<'_>) -> String {
    let mut told = vec![teller.tell_node(node)];
    for edge in graph.edges_at(handle) {
        let Some(other) = graph.node(edge.target).filter(|_| edge.source == handle) else {
            continue;
        };
        let evidence: Vec<&Evidence> = edge.edge.evidence.iter().collect();
        let other = isolated(&clean(&other.name));
        match &edge.edge.tie {
            Says::Role { office, title, .. } => {
                let title = isolated(&titled(*office, title));
                told.push(teller.tell(&format!("{title}: {other}"), &evidence));
            }
            Says::PartOf => told.push(teller.tell(&format!("part of {other}"), &evidence)),
            Says::Met { .. } | Says::Attended { .. } | Says::Visited { .. } | Says::Links => {}
        }
    }
    told.join("\n")
}

/// Puts chambers into the boxes of their parliaments.
fn enclose(graph: &RelationGraph, board: &mut Board, ends: &BTreeMap<NodeRef, End>) {
    for edge in graph.edges() {
        if edge.edge.kind() != EdgeKind::PartOf {
            continue;
        }
        let (Some(End::Item(part)), Some(End::Item(whole))) =
            (ends.get(&edge.source), ends.get(&edge.target))
        else {
            continue;
        };
        let fits = board.item(*whole).is_some_and(|w| {
            w.what == What::Node(NodeKind::Parliament)
                && board
                    .item(*part)
                    .is_some_and(|p| p.area == w.area && p.what == What::Node(NodeKind::Chamber))
        });
        if let Some(item) = board
            .items
            .get_mut(*part)
            .filter(|i| fits && i.within.is_none())
        {
            item.within = Some(*whole);
        }
    }
}

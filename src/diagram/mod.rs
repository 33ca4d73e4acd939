//! Pictures of a graph: choosing what to show, giving everything its place, and drawing it.
//!
//! In comes a [`RelationGraph`], out goes a [`Drawing`]: shapes, lines and words at places in pixels. The way is
//! choice, board (boxes with words, lines between them), layout (places), paint (marks). The same graph gives the same
//! drawing on every machine. This module never reads or writes files and knows none of their formats.

mod board;
mod choose;
mod compose;
mod geometry;
mod heading;
mod hover;
mod layout;
mod legend;
mod metrics;
mod paint;
pub(crate) mod phrase;
mod relate;
mod scene;
mod theme;
mod words;

pub use choose::{Choice, most_telling};
pub use geometry::{Point, Rect};
pub use hover::Teller;
pub use metrics::{BOLD, REGULAR, width};
pub use phrase::{counted, edge_kind, meetings, node_kind, office, visits};
pub use scene::{Colour, Dash, Drawing, Group, Mark, Outline, Part, Step, Stroke, TextMark};
pub use theme::Theme;
pub use words::clean;

pub(crate) use board::{TieKind, What};
pub(crate) use heading::{Heading, heading};
pub(crate) use phrase::rank;
pub(crate) use theme::Palette;
pub(crate) use words::wrapped;

use crate::graph::RelationGraph;
use layout::Layout as _;

/// How a picture is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiagramOptions {
    /// How places are found.
    pub engine: Engine,
    /// At most so many nodes are shown, those with the most ties.
    pub max_nodes: usize,
    /// For which page.
    pub theme: Theme,
    /// Whether the words of the articles go into what is told when one points at something.
    pub quotes: bool,
    /// The title; where there is none, the states say what the picture is about.
    pub title: Option<String>,
}

impl Default for DiagramOptions {
    /// Sixty nodes at the most, on a light page, with quotes.
    fn default() -> Self {
        Self {
            engine: Engine::Auto,
            max_nodes: 60,
            theme: Theme::Light,
            quotes: true,
            title: None,
        }
    }
}

/// How places are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Engine {
    /// Columns up to about a page, forces above.
    #[default]
    Auto,
    /// Columns: states on both sides, what they share in the middle. No line runs through a box.
    Layered,
    /// Forces: states as blocks that attract each other. For hundreds of nodes.
    Force,
}

/// Up to so many boxes are placed in columns where the engine is [`Engine::Auto`].
const MOST_IN_COLUMNS: usize = 130;

/// Draws a graph.
///
/// ```
/// use interparl::diagram::{DiagramOptions, draw};
/// use interparl::graph::RelationGraph;
/// let drawing = draw(&RelationGraph::new(), &DiagramOptions::default());
/// assert_eq!(drawing.title, "Relations between parliaments");
/// ```
#[must_use]
pub fn draw(graph: &RelationGraph, options: &DiagramOptions) -> Drawing {
    // The error says that the graph has a node twice, which it cannot have; then everything is shown.
    let choice = most_telling(graph, options.max_nodes).unwrap_or_else(|_| Choice {
        graph: graph.clone(),
        of: graph.node_count(),
    });
    let teller = Teller::new(&choice.graph, options.quotes);
    let mut composed = compose::compose(&choice.graph, &teller);
    relate::relate(&choice.graph, &teller, &mut composed);
    let board = composed.board;
    let engine = match options.engine {
        Engine::Auto if board.items.len() > MOST_IN_COLUMNS => Engine::Force,
        Engine::Auto => Engine::Layered,
        chosen @ (Engine::Layered | Engine::Force) => chosen,
    };
    let (board, placement) = match engine {
        Engine::Force => {
            let board = board.without_small_boxes();
            let placement = layout::Forces.place(&board);
            (board, placement)
        }
        Engine::Auto | Engine::Layered => {
            let placement = layout::Layered.place(&board);
            (board, placement)
        }
    };
    let words_above = heading(&choice.graph, choice.of, options.title.as_deref());
    sheet(&board, placement, &words_above, options.theme.palette())
}

/// The room at the edges of the page.
const EDGE: f64 = 32.0;
/// A page is at least so wide.
const NARROWEST: f64 = 640.0;

/// Puts heading, picture and legend on a page.
fn sheet(
    board: &board::Board,
    placement: layout::Placement,
    heading: &Heading,
    palette: &Palette,
) -> Drawing {
    let wide = placement.width.max(NARROWEST);
    // What is looked at from further away needs larger words around it.
    let scale = (wide / 1500.0).clamp(1.0, 2.4);
    let (head, head_bottom) = head(heading, wide, scale, palette);
    let top = head_bottom + 26.0;
    let left = EDGE + (wide - placement.width) / 2.0;
    let placement = placement.moved(left, top);
    let mut groups = vec![head];
    groups.extend(paint::painted(board, &placement, palette));
    let mut bottom = top + placement.height + 30.0;
    let legend = legend::legend(board, Point::new(EDGE, bottom + 12.0), wide, scale, palette);
    if !legend.marks.is_empty() {
        let rule = Mark::Line {
            path: vec![
                Step::Move(Point::new(EDGE, bottom)),
                Step::Line(Point::new(EDGE + wide, bottom)),
            ],
            stroke: Stroke {
                colour: palette.rule,
                width: 1.0,
                dash: Dash::Solid,
            },
        };
        bottom = legend.bounds.bottom();
        groups.push(legend);
        if let Some(last) = groups.last_mut() {
            last.marks.insert(0, rule);
        }
        groups.push(hint(
            Point::new(EDGE, bottom + 18.0 * scale),
            scale,
            palette,
        ));
        bottom += 22.0 * scale;
    }
    Drawing {
        width: (wide + 2.0 * EDGE).ceil(),
        height: (bottom + 24.0).ceil(),
        title: heading.title.clone(),
        summary: heading.lines.join(" "),
        background: palette.page,
        groups,
    }
}

fn head(heading: &Heading, wide: f64, scale: f64, palette: &Palette) -> (Group, f64) {
    let text = |content: String, y: f64, size: f64, bold: bool, colour: Colour| {
        Mark::Text(TextMark {
            content,
            at: Point::new(EDGE, y),
            size,
            bold,
            centred: false,
            colour,
        })
    };
    let mut marks = Vec::new();
    let mut y = 28.0;
    for line in wrapped(&heading.title, wide, 22.0 * scale, true, 3) {
        y += 24.0 * scale;
        marks.push(text(line, y, 22.0 * scale, true, palette.ink));
        y += 3.0;
    }
    for line in &heading.lines {
        for line in wrapped(line, wide, 13.0 * scale, false, 3) {
            y += 19.0 * scale;
            marks.push(text(line, y, 13.0 * scale, false, palette.quiet));
        }
    }
    let group = Group {
        part: Part::Heading,
        hover: None,
        bounds: Rect::new(EDGE, EDGE, wide, y + 5.0 - EDGE),
        marks,
    };
    (group, y + 5.0)
}

fn hint(at: Point, scale: f64, palette: &Palette) -> Group {
    let words = "Point at a name or a line to read where it comes from.";
    Group {
        part: Part::Hint,
        hover: None,
        bounds: Rect::new(
            at.x,
            at.y - 12.0 * scale,
            width(words, 12.0 * scale, false),
            15.0 * scale,
        ),
        marks: vec![Mark::Text(TextMark {
            content: words.to_owned(),
            at,
            size: 12.0 * scale,
            bold: false,
            centred: false,
            colour: palette.quiet,
        })],
    }
}

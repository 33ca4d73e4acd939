//! Pictures of a graph: choosing what to show, giving everything its place, and drawing it.
//!
//! In comes a [`RelationGraph`], out goes a [`Drawing`]: shapes, lines and words at places in pixels. The way is
//! choice, board (boxes with words, lines between them), layout (places), paint (marks). The same graph gives the same
//! drawing on every machine. This module never reads or writes files and knows none of their formats.
//!
//! The other views ([`View`]) ask `query` instead, and have a painter each: `offices` has `gantt` (with `term`), `timeline` has
//! `lifelines` (with `lanes`), `commissions` has `card` (with `moment`), `matrix` has `heat`, `ego` has `panel`; `paths` paints
//! itself. What they paint is a picture whose corner is at the origin, and `sheet` puts it on a page.

mod axis;
mod backing;
mod board;
mod card;
mod choose;
mod commissions;
mod compose;
mod ego;
mod gantt;
mod geometry;
mod heading;
mod heat;
mod hover;
mod lanes;
mod layout;
mod left_out;
mod legend;
mod lifelines;
mod matrix;
mod metrics;
mod moment;
mod offices;
mod paint;
mod panel;
mod paths;
mod pen;
pub(crate) mod phrase;
mod relate;
mod scene;
mod sheet;
mod step;
mod term;
mod theme;
mod timeline;
mod view;
mod words;

pub use choose::{Choice, most_telling};
pub use geometry::{Point, Rect};
pub use hover::Teller;
pub use left_out::left_out;
pub use matrix::draw_matrix;
pub use metrics::{BOLD, REGULAR, width};
pub use phrase::{counted, edge_kind, meetings, node_kind, office, visits};
pub use scene::{
    Anchor, Colour, Dash, Drawing, Group, Mark, Outline, Part, Step, Stroke, TextMark,
};
pub use theme::Theme;
pub use view::{View, draw_view};
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
    /// What the graph was limited to before it came here, a sentence for below the title.
    pub limits: Option<String>,
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
            limits: None,
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
    let words_above = heading(&choice.graph, choice.of, options.title.as_deref()).limited(options);
    sheet::of_board(&board, placement, &words_above, options.theme.palette())
}

//! What a picture has to show, before anything has its place: boxes with their words and sizes, the states that
//! hold them, and the lines between them.

use crate::ontology::NodeKind;

/// Everything that a layout has to place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Board {
    pub(crate) areas: Vec<Area>,
    pub(crate) items: Vec<Item>,
    pub(crate) ties: Vec<Tie>,
}

/// The area of a state.
#[derive(Debug, Clone)]
pub(crate) struct Area {
    pub(crate) name: String,
    pub(crate) hover: String,
}

/// One box with words.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) what: What,
    /// The area that it lies in; between the areas where there is none.
    pub(crate) area: Option<usize>,
    /// The item that encloses it: a chamber's parliament.
    pub(crate) within: Option<usize>,
    pub(crate) lines: Vec<Line>,
    pub(crate) hover: String,
    /// The size that the words ask for, in pixels.
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// What a box stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    Node(NodeKind),
    /// A meeting: the people who met hang on it.
    Meeting,
    /// A visit, or one to come.
    Visit {
        planned: bool,
    },
}

impl What {
    pub(crate) const fn is_person(self) -> bool {
        matches!(self, Self::Node(kind) if kind.is_person())
    }

    /// Whether it is words on a line rather than a thing of its own.
    pub(crate) const fn is_label(self) -> bool {
        matches!(self, Self::Meeting | Self::Visit { .. })
    }
}

/// One line of words in a box.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) words: String,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    /// Whether it is said more quietly.
    pub(crate) quiet: bool,
}

impl Line {
    /// From one base line to the next.
    pub(crate) fn pitch(&self) -> f64 {
        (self.size * 1.3).round()
    }
}

/// A line of the picture. Several edges of one pair and kind are one tie.
#[derive(Debug, Clone)]
pub(crate) struct Tie {
    pub(crate) kind: TieKind,
    pub(crate) from: End,
    pub(crate) to: End,
    /// Words for the line, where its ends do not say it already.
    pub(crate) label: Option<String>,
    pub(crate) hover: String,
}

/// Where a tie ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    Item(usize),
    Area(usize),
}

/// What a line stands for, in the order of painting: the last lies on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TieKind {
    Links,
    PartOf,
    Role,
    Attended,
    PlannedVisit,
    Visit,
    Met,
}

impl TieKind {
    /// Whether it points at its end.
    pub(crate) const fn has_arrow(self) -> bool {
        matches!(self, Self::Visit | Self::PlannedVisit)
    }
}

impl Board {
    pub(crate) fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index)
    }

    /// The area that an end lies in or is.
    pub(crate) fn area_of(&self, end: End) -> Option<usize> {
        match end {
            End::Area(area) => Some(area),
            End::Item(item) => self.item(item).and_then(|i| i.area),
        }
    }
}

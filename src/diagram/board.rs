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
    /// What the line means, in the words of a legend.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Role => "holds an office",
            Self::Attended => "attended a session",
            Self::Visit => "visited",
            Self::PlannedVisit => "visit planned",
            Self::Links => "ties together",
            Self::PartOf => "is part of",
        }
    }

    /// Whether it points at its end.
    pub(crate) const fn has_arrow(self) -> bool {
        matches!(self, Self::Visit | Self::PlannedVisit)
    }
}

impl Board {
    pub(crate) fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index)
    }

    /// The same with plain lines in place of the small boxes for meetings of two and for visits: what a large picture
    /// has room for. Meetings of more than two keep theirs.
    pub(crate) fn without_small_boxes(mut self) -> Self {
        let mut into: Vec<Vec<usize>> = vec![Vec::new(); self.items.len()];
        let mut out: Vec<Option<usize>> = vec![None; self.items.len()];
        for (index, tie) in self.ties.iter().enumerate() {
            if let Some(ties) = end_item(tie.to).and_then(|i| into.get_mut(i)) {
                ties.push(index);
            }
            if let Some(slot) = end_item(tie.from).and_then(|i| out.get_mut(i)) {
                *slot = Some(index);
            }
        }
        let mut gone: Vec<bool> = vec![false; self.items.len()];
        let mut replaced: Vec<Option<End>> = vec![None; self.ties.len()];
        let mut dropped: Vec<bool> = vec![false; self.ties.len()];
        let mut drop = |tie: usize| dropped.get_mut(tie).map_or((), |d| *d = true);
        for (index, item) in self.items.iter().enumerate() {
            let ends = into.get(index).map(Vec::as_slice).unwrap_or_default();
            let target = match (item.what, ends) {
                (What::Meeting, [_, second]) => {
                    drop(*second);
                    self.ties.get(*second).map(|t| t.from)
                }
                (What::Visit { .. }, _) => {
                    let on = out.get(index).copied().flatten();
                    on.into_iter().for_each(&mut drop);
                    on.and_then(|on| self.ties.get(on)).map(|t| t.to)
                }
                (What::Node(_) | What::Meeting, _) => None,
            };
            if let (Some(target), Some(slot)) = (target, gone.get_mut(index)) {
                *slot = true;
                for tie in ends {
                    if let Some(slot) = replaced.get_mut(*tie) {
                        *slot = Some(target);
                    }
                }
            }
        }
        let mut ties = Vec::new();
        for ((tie, to), dropped) in self.ties.into_iter().zip(replaced).zip(dropped) {
            if !dropped {
                let to = to.unwrap_or(tie.to);
                ties.push(Tie { to, ..tie });
            }
        }
        self.ties = ties;
        self.without(&gone)
    }

    /// The same without some items; nothing may be tied to them.
    fn without(mut self, gone: &[bool]) -> Self {
        let mut places = Vec::with_capacity(gone.len());
        let mut next = 0;
        for is_gone in gone {
            places.push(next);
            next += usize::from(!is_gone);
        }
        let place = |item: usize| places.get(item).copied().unwrap_or_default();
        let moved = |end: End| match end {
            End::Item(item) => End::Item(place(item)),
            End::Area(_) => end,
        };
        for tie in &mut self.ties {
            (tie.from, tie.to) = (moved(tie.from), moved(tie.to));
        }
        let items = self.items.into_iter().zip(gone);
        let kept = items.filter(|(_, gone)| !**gone).map(|(item, _)| Item {
            within: item.within.map(place),
            ..item
        });
        self.items = kept.collect();
        self
    }

    /// The area that an end lies in or is.
    pub(crate) fn area_of(&self, end: End) -> Option<usize> {
        match end {
            End::Area(area) => Some(area),
            End::Item(item) => self.item(item).and_then(|i| i.area),
        }
    }
}

const fn end_item(end: End) -> Option<usize> {
    match end {
        End::Item(item) => Some(item),
        End::Area(_) => None,
    }
}

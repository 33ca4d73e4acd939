//! What a step of a path costs.

use crate::claim::Confidence;
use crate::graph::{Edge, Tie};
use crate::ontology::NodeKind;

/// What a step costs, in hundredths of a plain step.
///
/// A path is to tell something. That two people met tells more than that they sit in one chamber, and that in turn
/// more than that their chambers lie in one state: every two people of a country are connected in that way. So a step
/// costs 1 and a little more the less sure it is (1.05 where the graph is 95 % sure), steps over mere belonging cost
/// more, and so does passing **through** a node that connects too many: a state, a parliament, an assembly, a chamber,
/// the more the more neighbours it has. People and commissions may be passed freely: a shared acquaintance or a shared
/// commission is what one looks for. The first and the last node cost nothing.
///
/// | step | cost | | passing through | cost |
/// |---|---|---|---|---|
/// | met, role, attended | 1 | | person, commission | 0 |
/// | visited | 1.5 (2 where planned) | | chamber | 0.5 |
/// | links | 1.5 | | parliament, assembly | 1 |
/// | part of | 2 | | state | 3 |
/// | any, per per cent of doubt | 0.01 | | body or state, per doubling of its neighbours beyond 8 | 0.5 |
///
/// Two people who attended different sessions of one body are as near by these weights as two who attended the same
/// one; the dates of the steps tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathWeights {
    /// A meeting, an office, an attendance.
    pub direct: u64,
    /// A visit to a state.
    pub visited: u64,
    /// What a visit that is still to come costs more.
    pub planned: u64,
    /// A tie of a commission or assembly.
    pub links: u64,
    /// A chamber's belonging.
    pub part_of: u64,
    /// Each hundredth of doubt in an edge.
    pub doubt: u64,
    /// Passing through a chamber.
    pub through_chamber: u64,
    /// Passing through a parliament.
    pub through_parliament: u64,
    /// Passing through an assembly.
    pub through_assembly: u64,
    /// Passing through a state.
    pub through_state: u64,
    /// Each doubling of a body's or state's neighbours beyond eight.
    pub crowd: u64,
    /// What each doubling of the meetings, visits and offices between the two makes a step cheaper, down to a half.
    pub repeated: u64,
    /// Each full year from a tie to the latest document, up to ten; for a tie without a date ten.
    pub year: u64,
}

impl Default for PathWeights {
    fn default() -> Self {
        Self {
            direct: 100,
            visited: 150,
            planned: 50,
            links: 150,
            part_of: 200,
            doubt: 1,
            through_chamber: 50,
            through_parliament: 100,
            through_assembly: 100,
            through_state: 300,
            crowd: 50,
            repeated: 0,
            year: 0,
        }
    }
}

impl PathWeights {
    /// Every step costs 1 and passing nothing: the path with the fewest steps is the best.
    #[must_use]
    pub const fn fewest_steps() -> Self {
        Self {
            direct: 100,
            visited: 100,
            planned: 0,
            links: 100,
            part_of: 100,
            doubt: 0,
            through_chamber: 0,
            through_parliament: 0,
            through_assembly: 0,
            through_state: 0,
            crowd: 0,
            repeated: 0,
            year: 0,
        }
    }

    /// What a step of a sort costs that is so sure.
    #[must_use]
    pub(super) fn price(&self, sort: StepSort, sure: Confidence) -> u64 {
        let plain = match sort {
            StepSort::Direct => self.direct,
            StepSort::Visited => self.visited,
            StepSort::Planned => self.visited + self.planned,
            StepSort::PartOf => self.part_of,
            StepSort::Links => self.links,
        };
        let doubt = 100 - u64::from(sure.as_hundredths().min(100));
        plain + doubt * self.doubt
    }

    /// What a step over an edge costs.
    #[must_use]
    pub fn step(&self, edge: &Edge) -> u64 {
        self.price(StepSort::of(&edge.tie), edge.confidence)
    }

    /// What passing through a node of a kind with so many neighbours costs.
    #[must_use]
    pub fn passing(&self, kind: NodeKind, neighbours: usize) -> u64 {
        self.passing_crowd(kind, doublings(neighbours))
    }

    /// The same where the doublings are known.
    pub(super) fn passing_crowd(&self, kind: NodeKind, doublings: u32) -> u64 {
        let plain = match kind {
            NodeKind::Legislator | NodeKind::Official | NodeKind::Commission => 0,
            NodeKind::Chamber => self.through_chamber,
            NodeKind::Parliament => self.through_parliament,
            NodeKind::Assembly => self.through_assembly,
            NodeKind::State => self.through_state,
        };
        if kind.is_person() {
            return plain;
        }
        plain + u64::from(doublings) * self.crowd
    }
}

/// How often the neighbours of a node double beyond eight.
pub(super) fn doublings(neighbours: usize) -> u32 {
    (neighbours / 8).checked_ilog2().unwrap_or(0)
}

/// What an edge is as a step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum StepSort {
    /// A meeting, an office, an attendance.
    Direct,
    /// A visit.
    Visited,
    /// A visit that is still to come.
    Planned,
    /// A chamber's belonging.
    PartOf,
    /// A tie of a commission or assembly.
    Links,
}

impl StepSort {
    const ALL: [Self; 5] = [
        Self::Direct,
        Self::Visited,
        Self::Planned,
        Self::PartOf,
        Self::Links,
    ];

    /// What an edge is.
    pub(super) const fn of(tie: &Tie) -> Self {
        match tie {
            Tie::Role { .. } | Tie::Met { .. } | Tie::Attended { .. } => Self::Direct,
            Tie::Visited { planned: false, .. } => Self::Visited,
            Tie::Visited { planned: true, .. } => Self::Planned,
            Tie::PartOf => Self::PartOf,
            Tie::Links => Self::Links,
        }
    }

    /// Its number, by which [`StepSort::numbered`] finds it again.
    pub(super) const fn number(self) -> u8 {
        match self {
            Self::Direct => 0,
            Self::Visited => 1,
            Self::Planned => 2,
            Self::PartOf => 3,
            Self::Links => 4,
        }
    }

    /// The sort of a number.
    pub(super) fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

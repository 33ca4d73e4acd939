//! A node and a way to a neighbour as the bytes that are kept of them.

use super::weights::{StepSort, doublings};
use crate::claim::Confidence;
use crate::ontology::NodeKind;

/// A step to a neighbour. Several edges of one sort that are equally sure are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way {
    pub(super) to: u32,
    pub(super) sort: StepSort,
    pub(super) sure: Confidence,
    /// Whether the neighbour has more than one neighbour.
    pub(super) leads_on: bool,
    /// Whether it is a person, whom to pass costs nothing.
    pub(super) is_person: bool,
}

/// Bytes of a way.
pub(super) const WAY: usize = 6;

/// A byte of a way has its sort in the lowest bits, and above them what is known of the neighbour: a search need not look up each
/// one of a crowd.
const SORT: u8 = 0b0011_1111;
const PERSON: u8 = 0b0100_0000;
const LEADS_ON: u8 = 0b1000_0000;

/// The byte of a node has its kind in the lowest bits, and above them how often its neighbours double beyond eight: to count
/// them takes a while.
const KIND: u8 = 0b0000_0111;

impl Way {
    pub(super) fn to_bytes(self) -> [u8; WAY] {
        let [a, b, c, d] = self.to.to_le_bytes();
        let leads_on = if self.leads_on { LEADS_ON } else { 0 };
        let person = if self.is_person { PERSON } else { 0 };
        let sort = self.sort.number() | leads_on | person;
        [a, b, c, d, sort, self.sure.as_hundredths()]
    }

    /// The way at the beginning of some bytes; `None` where they are those of none.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let [a, b, c, d, sort, sure] = *bytes.first_chunk::<WAY>()?;
        Some(Self {
            to: u32::from_le_bytes([a, b, c, d]),
            sort: StepSort::numbered(sort & SORT)?,
            sure: Confidence::hundredths(sure),
            leads_on: sort & LEADS_ON != 0,
            is_person: sort & PERSON != 0,
        })
    }
}

/// What is kept of a node with so many neighbours.
pub(super) fn node_byte(kind: NodeKind, neighbours: usize) -> u8 {
    let at = NodeKind::ALL.iter().position(|other| *other == kind);
    let kind = at.and_then(|at| u8::try_from(at).ok()).unwrap_or(KIND);
    let crowd = u8::try_from(doublings(neighbours)).unwrap_or(u8::MAX);
    // The numbers of nodes have four bytes, so that neighbours double 28 times at most.
    kind | crowd << KIND.count_ones()
}

/// What such a byte says: what the node is, and how often its neighbours double beyond eight.
pub(super) fn node_of_byte(byte: u8) -> Option<(NodeKind, u32)> {
    let kind = NodeKind::ALL.get(usize::from(byte & KIND))?;
    Some((*kind, u32::from(byte >> KIND.count_ones())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_and_a_way_come_back_from_their_bytes() {
        for kind in NodeKind::ALL {
            for (neighbours, crowd) in [(0, 0), (15, 0), (16, 1), (40_000, 12), (u32::MAX, 28)] {
                let neighbours = usize::try_from(neighbours).unwrap_or(usize::MAX);
                assert_eq!(
                    node_of_byte(node_byte(*kind, neighbours)),
                    Some((*kind, crowd))
                );
            }
        }
        assert_eq!(node_of_byte(KIND), None);
        for (leads_on, is_person) in [(false, true), (true, false), (true, true)] {
            let way = Way {
                to: 70_000,
                sort: StepSort::Links,
                sure: Confidence::hundredths(85),
                leads_on,
                is_person,
            };
            assert_eq!(Way::from_bytes(&way.to_bytes()), Some(way));
        }
        assert_eq!(Way::from_bytes(&[0; WAY - 1]), None);
        assert_eq!(Way::from_bytes(&[0, 0, 0, 0, SORT, 0]), None);
    }
}

//! What ties two nodes that stand beside one another, in few words: the ground of a step of a path, or of a spoke.

use std::collections::BTreeMap;

use super::board::TieKind;
use super::compose::titled;
use super::heading::named;
use super::hover::Teller;
use super::phrase;
use super::words::isolated;
use crate::ontology::{EdgeKind, MeetingKind, Office};
use crate::query::{EdgeAnswer, Proof, Step};
use crate::text::PartialDate;

/// What ties two nodes.
pub(crate) struct Ground {
    /// How the line is drawn: as the most telling of the edges.
    pub(crate) kind: TieKind,
    /// The most telling edges in words, two at the most, and how many others there are.
    pub(crate) words: Vec<String>,
    /// What is told when one points at the line.
    pub(crate) hover: String,
}

/// So many things are said on a line.
const MOST: usize = 2;

/// What a step rests on.
pub(crate) fn ground(step: &Step, teller: &Teller<'_>) -> Ground {
    let edges: Vec<&EdgeAnswer> = step.edges.iter().collect();
    let said = said(&edges);
    let kind = said.first().map_or(TieKind::PartOf, |(kind, _)| *kind);
    let mut words: Vec<String> = said.iter().map(|(_, words)| words.clone()).collect();
    let ends = format!("{} – {}", named(&step.from), named(&step.to));
    let headline = format!("{ends}: {}", phrase::listed(&words));
    let proofs: Vec<&Proof> = edges.iter().flat_map(|e| &e.evidence).collect();
    let more = words.len().saturating_sub(MOST);
    words.truncate(MOST);
    if more > 0 {
        words.push(format!("and {more} more"));
    }
    Ground {
        kind,
        words,
        hover: teller.tell_proofs(&headline, &proofs),
    }
}

/// Edges in words, those of one sort together, in the order of the first of each sort.
fn said(edges: &[&EdgeAnswer]) -> Vec<(TieKind, String)> {
    let mut sorts: BTreeMap<Sort, (usize, Vec<&EdgeAnswer>)> = BTreeMap::new();
    for (place, edge) in edges.iter().enumerate() {
        let of_sort = sorts.entry(Sort::of(edge)).or_insert((place, Vec::new()));
        of_sort.1.push(edge);
    }
    let mut sorts: Vec<_> = sorts.into_iter().collect();
    sorts.sort_by_key(|(_, (place, _))| *place);
    sorts
        .into_iter()
        .map(|(sort, (_, edges))| (sort.kind(), sort.words(&edges)))
        .collect()
}

/// What is said together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Met(MeetingKind),
    Attended(MeetingKind),
    Visited { planned: bool },
    Role(Office),
    PartOf,
    Links,
}

impl Sort {
    fn of(edge: &EdgeAnswer) -> Self {
        let meeting = edge.meeting.unwrap_or(MeetingKind::Bilateral);
        match edge.kind {
            EdgeKind::Met => Self::Met(meeting),
            EdgeKind::Attended => Self::Attended(meeting),
            EdgeKind::Visited => Self::Visited {
                planned: edge.planned,
            },
            EdgeKind::Role => Self::Role(edge.office.unwrap_or(Office::Member)),
            EdgeKind::PartOf => Self::PartOf,
            EdgeKind::Links => Self::Links,
        }
    }

    const fn kind(self) -> TieKind {
        match self {
            Self::Met(_) => TieKind::Met,
            Self::Attended(_) => TieKind::Attended,
            Self::Visited { planned: false } => TieKind::Visit,
            Self::Visited { planned: true } => TieKind::PlannedVisit,
            Self::Role(_) => TieKind::Role,
            Self::PartOf => TieKind::PartOf,
            Self::Links => TieKind::Links,
        }
    }

    fn words(self, edges: &[&EdgeAnswer]) -> String {
        let times: Vec<(Option<PartialDate>, Option<&str>)> =
            edges.iter().map(|e| (e.date, e.place.as_deref())).collect();
        match self {
            Self::Met(kind) | Self::Attended(kind) => phrase::meetings(kind, &times),
            Self::Visited { planned } => {
                let dates: Vec<Option<PartialDate>> = times.iter().map(|(date, _)| *date).collect();
                phrase::visits(planned, &dates)
            }
            Self::Role(office) => {
                let title = edges.first().and_then(|e| e.title.as_deref());
                isolated(&titled(office, title.unwrap_or_default()))
            }
            Self::PartOf => "part of".to_owned(),
            Self::Links => "ties".to_owned(),
        }
    }
}

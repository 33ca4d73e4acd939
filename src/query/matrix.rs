//! Who met whom how often: state by state, or chamber by chamber, for each period.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::allegiance::{Allegiances, StatePair, all_meetings};
use super::answer::Brief;
use super::scope::Scope;
use crate::graph::{Evidence, Meeting, RelationGraph};
use crate::ontology::{MeetingStatus, StateCode};
use crate::text::PartialDate;

/// Between whom meetings are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// States.
    States,
    /// Chambers and parliaments.
    Chambers,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// All time is one.
    All,
    /// A year.
    Year,
    /// A month.
    Month,
}

/// Held meetings of pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matrix {
    /// Everybody who met somebody, by name.
    pub parties: Vec<Brief>,
    /// The counts, by pair and period; the first of a pair comes first in `parties`.
    pub cells: Vec<Cell>,
    /// Meetings left out because nobody says when they were, where a time or periods are asked for.
    pub undated: usize,
    /// The ids of the documents that tell of the meetings. They are no part of the table that is written.
    #[serde(skip)]
    pub documents: BTreeSet<String>,
}

/// The meetings of a pair in a period.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Cell {
    /// The place of one in [`Matrix::parties`].
    pub a: usize,
    /// The place of the other.
    pub b: usize,
    /// The year or month; `None` where all time is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// How many.
    pub meetings: usize,
}

/// Counts the held meetings of each pair. A conference of many is no meeting of each two of them.
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{Party, Period, Scope, matrix};
/// let none = matrix(&RelationGraph::new(), Party::States, Period::Year, &Scope::default());
/// assert!(none.cells.is_empty());
/// ```
#[must_use]
pub fn matrix(graph: &RelationGraph, party: Party, period: Period, scope: &Scope) -> Matrix {
    let acts = Allegiances::new(graph);
    let mut counts: BTreeMap<([String; 2], String), usize> = BTreeMap::new();
    let (mut undated, mut documents) = (0, BTreeSet::new());
    for meeting in all_meetings(graph) {
        let is_wanted = meeting.status == MeetingStatus::Held
            && scope.is_sure(meeting.confidence)
            && scope.states.iter().all(|s| acts.at(meeting).contains(s));
        if !is_wanted {
            continue;
        }
        let pairs = pairs(&acts, meeting, party);
        let period = period.of(meeting.date);
        match period {
            Some(period) if scope.admits(meeting.date) => {
                if !pairs.is_empty() {
                    documents.extend(documents_of(meeting));
                }
                for pair in pairs {
                    *counts.entry((pair, period.clone())).or_default() += 1;
                }
            }
            _ => undated += usize::from(meeting.date.is_none() && !pairs.is_empty()),
        }
    }
    Matrix {
        undated,
        documents,
        ..put_together(graph, &counts)
    }
}

/// The ids of the documents that tell of a meeting.
fn documents_of(meeting: &Meeting) -> impl Iterator<Item = String> {
    meeting.evidence.iter().filter_map(|piece| match piece {
        Evidence::Words { document, .. } => Some(document.clone()),
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    })
}

/// The states of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeetingStates {
    /// Those that had a part in it.
    pub part: BTreeSet<StateCode>,
    /// The pairs of them that met, each with the first code in front: what [`matrix`] counts the meeting for. Empty
    /// where it was not held, and of a conference of many.
    pub met: BTreeSet<(StateCode, StateCode)>,
}

/// The states of each recorded meeting of the graph, in the order of [`RelationGraph::meetings`].
///
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::meeting_states;
/// assert!(meeting_states(&RelationGraph::new()).is_empty());
/// ```
#[must_use]
pub fn meeting_states(graph: &RelationGraph) -> Vec<MeetingStates> {
    let acts = Allegiances::new(graph);
    let states = |meeting: &Meeting| MeetingStates {
        part: acts.at(meeting),
        met: held_pairs(&acts, meeting),
    };
    graph.meetings().map(states).collect()
}

impl Period {
    /// The period of a date, empty where all time is one; `None` where the date does not tell it.
    fn of(self, date: Option<PartialDate>) -> Option<String> {
        match self {
            Self::All => Some(String::new()),
            Self::Year => date.map(|d| format!("{:04}", d.year())),
            Self::Month => {
                let date = date?;
                Some(format!("{:04}-{:02}", date.year(), date.month()?))
            }
        }
    }
}

/// The pairs of states that met: none where the meeting was not held.
fn held_pairs(acts: &Allegiances<'_>, meeting: &Meeting) -> BTreeSet<StatePair> {
    if meeting.status != MeetingStatus::Held {
        return BTreeSet::new();
    }
    acts.pairs(meeting)
}

fn pairs(acts: &Allegiances<'_>, meeting: &Meeting, party: Party) -> BTreeSet<[String; 2]> {
    if party == Party::States {
        let pairs = held_pairs(acts, meeting).into_iter();
        return pairs
            .map(|(a, b)| [format!("state/{a}"), format!("state/{b}")])
            .collect();
    }
    let [a, b] = meeting.sides.as_slice() else {
        return BTreeSet::new();
    };
    let seats = |side: &[String]| -> BTreeSet<String> {
        let seats = side.iter().flat_map(|p| acts.seats(p, meeting.date));
        seats.map(str::to_owned).collect()
    };
    let (a, b) = (seats(a), seats(b));
    let mut pairs = BTreeSet::new();
    for x in &a {
        for y in b.iter().filter(|y| *y != x) {
            pairs.insert(if x < y {
                [x.clone(), y.clone()]
            } else {
                [y.clone(), x.clone()]
            });
        }
    }
    pairs
}

fn put_together(graph: &RelationGraph, counts: &BTreeMap<([String; 2], String), usize>) -> Matrix {
    let ids: BTreeSet<&String> = counts.keys().flat_map(|(pair, _)| pair).collect();
    let mut parties: Vec<Brief> = ids.iter().map(|id| Brief::of_id(graph, id)).collect();
    parties.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let places: BTreeMap<&str, usize> = parties.iter().map(|p| p.id.as_str()).zip(0..).collect();
    let mut cells: Vec<Cell> = Vec::new();
    for (([a, b], period), meetings) in counts {
        let place = |id: &String| places.get(id.as_str()).copied().unwrap_or_default();
        let (a, b) = (place(a), place(b));
        cells.push(Cell {
            a: a.min(b),
            b: a.max(b),
            period: Some(period.clone()).filter(|p| !p.is_empty()),
            meetings: *meetings,
        });
    }
    cells.sort();
    Matrix {
        parties,
        cells,
        undated: 0,
        documents: BTreeSet::new(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing meeting")]
mod tests {
    use super::*;
    use crate::graph::Node;
    use crate::ontology::{MeetingKind, NodeKind, StateCode};
    use crate::query::fixture::two_chambers;

    #[test]
    fn the_states_of_the_meetings_add_up_to_the_matrix() {
        let graph = two_chambers();
        let states = meeting_states(&graph);
        assert_eq!(states.len(), graph.meetings().count());
        let met: usize = states.iter().map(|s| s.met.len()).sum();
        let found = matrix(&graph, Party::States, Period::All, &Scope::default());
        assert_eq!(met, found.cells.iter().map(|c| c.meetings).sum::<usize>());
        let planned = |(m, s): (&Meeting, &MeetingStates)| {
            m.status != MeetingStatus::Held && s.met.is_empty() && s.part.len() == 2
        };
        assert!(graph.meetings().zip(&states).any(planned), "{states:?}");
    }

    /// The talks of 2031, the session and the call that is planned; then talks of 2032 with the Senate and with somebody of a
    /// third state, talks of no known day, and a conference of three states.
    fn of_two_years() -> RelationGraph {
        let mut graph = two_chambers();
        let ivo = Node {
            id: "person/ivo-cant".to_owned(),
            kind: NodeKind::Legislator,
            name: "Ivo Cant".to_owned(),
            aliases: BTreeSet::new(),
            state: StateCode::parse("XC"),
            form: None,
            code: None,
            wikidata: None,
            names: Vec::new(),
            life: Vec::new(),
        };
        assert!(graph.add_node(ivo).is_ok());
        let talks = graph.meeting("meeting/2031-03-04-bekova-drast").cloned();
        for (kind, date, sides) in [
            (MeetingKind::Bilateral, "2032-05", "bo-kim|milo-drast"),
            (MeetingKind::Call, "2032", "ivo-cant|milo-drast"),
            (MeetingKind::Bilateral, "", "ana-kim|milo-drast"),
            (
                MeetingKind::Conference,
                "2032-06-01",
                "ana-kim|ivo-cant|milo-drast",
            ),
        ] {
            let sides = sides
                .split('|')
                .map(|person| vec![format!("person/{person}")]);
            graph.put_meeting(Meeting {
                id: format!("meeting/{kind}-{date}"),
                kind,
                date: PartialDate::parse(date),
                sides: sides.collect(),
                participants: Vec::new(),
                ..talks.clone().unwrap()
            });
        }
        graph
    }

    /// The cells in words, and how many meetings have no date.
    fn told(party: Party, period: Period, scope: &Scope) -> (Vec<String>, usize) {
        let found = matrix(&of_two_years(), party, period, scope);
        let name = |place: usize| found.parties.get(place).map_or("?", |p| p.name.as_str());
        let cells = found.cells.iter().map(|c| {
            let period = c.period.as_deref().unwrap_or("ever");
            format!("{}-{} {period} {}", name(c.a), name(c.b), c.meetings)
        });
        (cells.collect(), found.undated)
    }

    fn cells(party: Party, period: Period) -> Vec<String> {
        told(party, period, &Scope::default()).0
    }

    #[test]
    fn each_pair_of_states_has_its_held_meetings_of_each_period() {
        assert_eq!(
            cells(Party::States, Period::Year),
            [
                "Alvania-Borduna 2031 2",
                "Alvania-Borduna 2032 1",
                "Borduna-Cravia 2032 1"
            ]
        );
        assert_eq!(
            cells(Party::States, Period::Month),
            ["Alvania-Borduna 2031-03 2", "Alvania-Borduna 2032-05 1"]
        );
        assert_eq!(
            cells(Party::States, Period::All),
            ["Alvania-Borduna ever 4", "Borduna-Cravia ever 1"]
        );
    }

    #[test]
    fn each_pair_of_chambers_has_the_meetings_of_those_who_sat_in_them() {
        assert_eq!(
            cells(Party::Chambers, Period::Year),
            ["Assembly-House 2031 1", "Assembly-Senate 2032 1"]
        );
        assert_eq!(
            cells(Party::Chambers, Period::All),
            ["Assembly-House ever 2", "Assembly-Senate ever 1"]
        );
    }

    #[test]
    fn what_has_no_date_is_counted_apart_and_other_states_are_left_out() {
        let with_alvania = Scope {
            states: StateCode::parse("XA").into_iter().collect(),
            ..Scope::default()
        };
        let (cells, undated) = told(Party::States, Period::Year, &with_alvania);
        assert_eq!(cells, ["Alvania-Borduna 2031 2", "Alvania-Borduna 2032 1"]);
        assert_eq!(undated, 1);
        assert_eq!(told(Party::States, Period::All, &Scope::default()).1, 0);
    }
}

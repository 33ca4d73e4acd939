//! Which of all that is told of a node is told first, and by which numbers its sources go, where no more is known of each edge and
//! meeting than what decides it: of tens of thousands a few are read as a whole then.

use std::cmp::Reverse;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::about::About;
use super::answer::Proof;
use super::excerpt::{Counts, EXCERPT, Excerpt};
use crate::ontology::{EdgeKind, MeetingKind, Office};
use crate::text::PartialDate;

/// An edge of the node, as far as it decides what is told first.
#[derive(Debug, Clone)]
pub struct EdgeOutline {
    /// What it says.
    pub kind: EdgeKind,
    /// Whether it starts at the node.
    pub is_own: bool,
    /// The office, for a role.
    pub office: Option<Office>,
    /// The last day on which that is seen.
    pub last_seen: Option<Date>,
    /// The day of a visit, as far as known.
    pub date: Option<PartialDate>,
    /// The documents that say so, in their order.
    pub documents: Vec<String>,
}

/// A meeting of the node, as far as it decides what is told first.
#[derive(Debug, Clone)]
pub struct MeetingOutline {
    /// How people came together.
    pub kind: MeetingKind,
    /// The day, as far as known.
    pub date: Option<PartialDate>,
    /// The documents of its outcomes, then those that tell of it, then those that say something otherwise.
    pub documents: Vec<String>,
}

/// Entries of a list with what they are sorted by, and the order in which they came.
type Listed<K> = Vec<(K, usize)>;

/// A day by which the last comes first, and what has none comes behind them.
type LastFirst<D> = Reverse<Option<D>>;

/// All that is told of a node in outline.
#[derive(Debug, Default)]
pub struct Outline {
    numbers: FxHashMap<String, usize>,
    edges: usize,
    held: Listed<LastFirst<Date>>,
    members: Listed<(Office, LastFirst<Date>)>,
    visits: Listed<LastFirst<PartialDate>>,
    ties: Vec<usize>,
    /// The documents of visits and of ties, which are cited behind those of meetings.
    late: [Vec<String>; 2],
    /// For talks and calls, and for sessions and conferences, the latest first.
    met: [Listed<LastFirst<PartialDate>>; 2],
    meetings: usize,
}

/// What is told first, by the order in which it came.
#[derive(Debug)]
pub struct Chosen {
    /// The edges, sorted.
    pub edges: Vec<usize>,
    /// The meetings, sorted.
    pub meetings: Vec<usize>,
    counts: Counts,
    numbers: FxHashMap<String, usize>,
}

impl Outline {
    /// What is told of a node whose life these documents tell, in their order.
    #[must_use]
    pub fn of_life(documents: Vec<String>) -> Self {
        let mut outline = Self::default();
        outline.cite(documents);
        outline
    }

    fn cite(&mut self, documents: impl IntoIterator<Item = String>) {
        for document in documents {
            let next = self.numbers.len() + 1;
            self.numbers.entry(document).or_insert(next);
        }
    }

    /// Takes the next edge, in the order of edges; before the meetings.
    pub fn put_edge(&mut self, edge: EdgeOutline) {
        let number = self.edges;
        self.edges += 1;
        match (edge.kind, edge.office) {
            (EdgeKind::Role, Some(office)) => {
                let last = Reverse(edge.last_seen);
                if edge.is_own {
                    self.held.push((last, number));
                } else {
                    self.members.push(((office, last), number));
                }
                self.cite(edge.documents);
            }
            (EdgeKind::Visited, _) => {
                self.visits.push((Reverse(edge.date), number));
                self.late[0].extend(edge.documents);
            }
            (EdgeKind::PartOf | EdgeKind::Links, _) => {
                self.ties.push(number);
                self.late[1].extend(edge.documents);
            }
            _ => {}
        }
    }

    /// Takes the next meeting, in the order of their ids.
    pub fn put_meeting(&mut self, meeting: MeetingOutline) {
        let is_talk = matches!(meeting.kind, MeetingKind::Bilateral | MeetingKind::Call);
        let [talks, sessions] = &mut self.met;
        let list = if is_talk { talks } else { sessions };
        list.push((Reverse(meeting.date), self.meetings));
        self.meetings += 1;
        self.cite(meeting.documents);
    }

    /// What is told first, where so many people act for the node.
    #[must_use]
    pub fn choose(mut self, people: usize) -> Chosen {
        for late in std::mem::take(&mut self.late) {
            self.cite(late);
        }
        let [talks, sessions] = &mut self.met;
        let counts = Counts {
            // How long its life is, its own row says.
            life: 0,
            offices: self.held.len(),
            members: self.members.len(),
            meetings: talks.len(),
            sessions: sessions.len(),
            visits: self.visits.len(),
            people,
        };
        let mut meetings = first(talks);
        meetings.extend(first(sessions));
        meetings.sort_unstable();
        let mut edges = self.ties;
        edges.extend(first(&mut self.held));
        edges.extend(first(&mut self.members));
        edges.extend(first(&mut self.visits));
        edges.sort_unstable();
        Chosen {
            edges,
            meetings,
            counts,
            numbers: self.numbers,
        }
    }
}

/// The numbers of those that come first.
fn first<K: Ord>(of: &mut Listed<K>) -> Vec<usize> {
    if of.len() > EXCERPT {
        of.select_nth_unstable(EXCERPT);
        of.truncate(EXCERPT);
    }
    of.iter().map(|(_, number)| *number).collect()
}

impl Chosen {
    /// The excerpt, from what is told of the node in a graph that has no more of its edges and meetings than these, and of the people
    /// who act for it the first [`EXCERPT`] at least.
    #[must_use]
    pub fn excerpt(self, mut about: About) -> Excerpt {
        self.renumber(&mut about);
        let mut excerpt = Excerpt::of(about);
        excerpt.counts = Counts {
            life: excerpt.counts.life,
            ..self.counts
        };
        excerpt
    }

    /// Gives the sources the numbers that they have among all.
    fn renumber(&self, about: &mut About) {
        let among_all = |document: &str| self.numbers.get(document).copied().unwrap_or_default();
        let number = |proofs: &mut Vec<Proof>| {
            for proof in proofs {
                if let Proof::Words {
                    source, document, ..
                } = proof
                {
                    *source = among_all(document);
                }
            }
        };
        about
            .life
            .iter_mut()
            .for_each(|of| number(&mut of.evidence));
        let offices = about.offices.iter_mut().chain(&mut about.members);
        offices.for_each(|of| number(&mut of.evidence));
        let edges = about.visits.iter_mut().chain(&mut about.ties);
        edges.for_each(|of| number(&mut of.evidence));
        let old: FxHashMap<usize, usize> = about
            .sources
            .iter()
            .map(|source| (source.number, among_all(&source.document)))
            .collect();
        for meeting in about.meetings.iter_mut().chain(&mut about.sessions) {
            number(&mut meeting.evidence);
            let outcomes = meeting.outcomes.iter_mut();
            outcomes.for_each(|of| number(&mut of.evidence));
            let told = meeting.differences.iter_mut();
            for source in told.flat_map(|difference| &mut difference.sources) {
                *source = old.get(source).copied().unwrap_or_default();
            }
        }
        for source in &mut about.sources {
            source.number = among_all(&source.document);
        }
        about.sources.sort_by_key(|source| source.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_however_many_edges_and_meetings_few_are_chosen() {
        for many in [100, 1_000, 10_000] {
            let mut outline = Outline::of_life(Vec::new());
            for number in 0..many {
                let kinds = [
                    EdgeKind::Role,
                    EdgeKind::Role,
                    EdgeKind::Visited,
                    EdgeKind::Met,
                ];
                let kind = kinds.get(number % 4).copied();
                outline.put_edge(EdgeOutline {
                    kind: kind.unwrap_or(EdgeKind::Met),
                    is_own: number % 4 == 0,
                    office: Some(Office::Member),
                    last_seen: None,
                    date: None,
                    documents: vec![format!("d{number}")],
                });
            }
            for number in 0..many {
                let kinds = [MeetingKind::Bilateral, MeetingKind::Session];
                let kind = kinds.get(number % 2).copied();
                outline.put_meeting(MeetingOutline {
                    kind: kind.unwrap_or(MeetingKind::Call),
                    date: None,
                    documents: Vec::new(),
                });
            }
            let chosen = outline.choose(many);
            assert_eq!(chosen.edges.len(), 3 * EXCERPT);
            assert_eq!(chosen.meetings.len(), 2 * EXCERPT);
            assert_eq!(
                (chosen.counts.members, chosen.counts.meetings),
                (many / 4, many / 2)
            );
            assert_eq!(chosen.numbers.len(), many / 4 * 3);
        }
    }
}

//! What of a graph a format has no room for, so that nobody takes a file for all that is known.

use std::collections::BTreeSet;

use super::Format;
use crate::graph::{Evidence, RelationGraph, Tie};

/// Something that a file does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// What it is, in the plural.
    pub what: &'static str,
    /// How many of it the graph has.
    pub times: usize,
}

/// What of a graph does not go into a format of data, in the order of what is missed most. Empty for [`Format::Json`], which
/// holds all, and for what is made to be looked at: pictures show what they say they show. That words are left out on purpose is
/// no loss.
///
/// ```
/// use interparl::export::{Format, losses};
/// use interparl::graph::RelationGraph;
/// assert!(losses(&RelationGraph::new(), Format::Popolo).is_empty());
/// ```
///
/// # Complexity
/// One pass over edges, meetings and nodes.
#[must_use]
pub fn losses(graph: &RelationGraph, format: Format) -> Vec<Loss> {
    let what = match format {
        Format::GraphMl | Format::Gexf | Format::Cytoscape | Format::Cypher | Format::Neo4j => {
            Counts::of(graph).rows()
        }
        Format::Csv => Counts::of(graph).tables(),
        Format::Popolo => Counts::of(graph).popolo(),
        _ => return Vec::new(),
    };
    let losses = what.into_iter().map(|(what, times)| Loss { what, times });
    losses.filter(|loss| loss.times > 0).collect()
}

/// How many a graph has of what some formats cannot hold.
#[derive(Debug, Default)]
struct Counts {
    /// Meetings without an edge: planned ones, and those of which nobody is known who met.
    lone_meetings: usize,
    outcomes: usize,
    capacities: usize,
    differences: usize,
    mentions: usize,
    documents: usize,
    /// Words of articles, with their places.
    words: usize,
    /// Quotes of edges behind the first one, and those of meetings, outcomes and lives.
    further_quotes: usize,
    /// Rows of tables and judgements of people as evidence.
    rows: usize,
    /// Evidence of what belongs to what, of outcomes and of lives.
    evidence_of_ties: usize,
}

impl Counts {
    fn of(graph: &RelationGraph) -> Self {
        let mut counts = Self {
            documents: graph.documents().count(),
            ..Self::default()
        };
        let mut met: BTreeSet<&str> = BTreeSet::new();
        for (_, _, edge) in graph.ties() {
            let quotes = counts.evidence(&edge.evidence);
            counts.further_quotes += quotes.saturating_sub(1);
            match &edge.tie {
                Tie::Met { meeting, .. } | Tie::Attended { meeting, .. } => {
                    met.insert(meeting);
                }
                Tie::PartOf | Tie::Links => counts.evidence_of_ties += edge.evidence.len(),
                Tie::Role { .. } | Tie::Visited { .. } => {}
            }
        }
        for meeting in graph.meetings() {
            counts.lone_meetings += usize::from(!met.contains(meeting.id.as_str()));
            counts.outcomes += meeting.outcomes.len();
            counts.capacities += meeting.participants.len();
            counts.differences += meeting.differences.len();
            counts.further_quotes += counts.evidence(&meeting.evidence);
            for outcome in &meeting.outcomes {
                counts.further_quotes += counts.evidence(&outcome.evidence);
                counts.evidence_of_ties += outcome.evidence.len();
            }
        }
        for (handle, node) in graph.nodes() {
            counts.mentions += graph.mentions(handle).len();
            for life in &node.life {
                counts.further_quotes += counts.evidence(&life.evidence);
                counts.evidence_of_ties += life.evidence.len();
            }
        }
        counts
    }

    /// Counts pieces of evidence, and gives the number of quotes among them.
    fn evidence(&mut self, evidence: &[Evidence]) -> usize {
        let words = |e: &&Evidence| matches!(e, Evidence::Words { .. });
        let quoted = |e: &&Evidence| matches!(e, Evidence::Words { quote: Some(_), .. });
        let of_words = evidence.iter().filter(words).count();
        self.words += of_words;
        self.rows += evidence.len() - of_words;
        evidence.iter().filter(quoted).count()
    }

    /// Of formats whose nodes and edges have fields, and that know nothing else.
    fn rows(&self) -> Vec<(&'static str, usize)> {
        vec![
            ("meetings without an edge", self.lone_meetings),
            ("outcomes of meetings", self.outcomes),
            ("capacities in which people met", self.capacities),
            ("tellings of a meeting that differ", self.differences),
            ("quotes behind the first of an edge", self.further_quotes),
            ("places of words in their article", self.words),
            ("heads of documents", self.documents),
            ("mentions of names", self.mentions),
        ]
    }

    /// Of the folder of CSV.
    fn tables(&self) -> Vec<(&'static str, usize)> {
        vec![
            ("tellings of a meeting that differ", self.differences),
            ("mentions of names", self.mentions),
        ]
    }

    fn popolo(&self) -> Vec<(&'static str, usize)> {
        vec![
            ("tellings of a meeting that differ", self.differences),
            (
                "reasons for ties of bodies, outcomes and lives",
                self.evidence_of_ties,
            ),
            ("reasons that are no words of an article", self.rows),
            ("places of words in their article", self.words),
            ("heads of documents", self.documents),
            ("mentions of names", self.mentions),
        ]
    }
}

//! What all answers are made of: a node in brief, an edge with its words, and the numbered sources.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::claim::Confidence;
use crate::graph::{EdgeRef, Evidence, NodeRef, Participant, RelationGraph, Spell, Tie};
use crate::ontology::{EdgeKind, MeetingKind, NodeKind, Office, StateCode};
use crate::text::PartialDate;

/// A node as it is named in an answer about something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The id.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// The best name.
    pub name: String,
    /// The code of its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCode>,
    /// The name of its state, where the state is in the graph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_name: Option<String>,
}

impl Brief {
    /// The node behind a handle in brief. A handle of another graph gives a brief without a name.
    #[must_use]
    pub fn of(graph: &RelationGraph, node: NodeRef) -> Self {
        graph
            .node(node)
            .map_or_else(|| Self::unknown(""), |n| Self::of_id(graph, &n.id))
    }

    /// The node of an id in brief. An id that the graph does not have (a meeting of a cut graph may name one)
    /// stands for itself as a name.
    #[must_use]
    pub fn of_id(graph: &RelationGraph, id: &str) -> Self {
        let Some(node) = graph.find(id).and_then(|n| graph.node(n)) else {
            return Self::unknown(id);
        };
        let state_name = node
            .state
            .and_then(|code| graph.find(&format!("state/{code}")))
            .and_then(|state| graph.node(state))
            .map(|state| state.name.clone());
        Self {
            id: node.id.clone(),
            kind: node.kind,
            name: node.name.clone(),
            state: node.state,
            state_name,
        }
    }

    fn unknown(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            kind: NodeKind::Official,
            name: id.to_owned(),
            state: None,
            state_name: None,
        }
    }
}

/// One reason for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Proof {
    /// Words of a document.
    Words {
        /// The number of the document among the sources of the answer, from 1.
        source: usize,
        /// The document's id.
        document: String,
        /// First code point of the words.
        start: usize,
        /// Code point after the last.
        end: usize,
        /// The words; `None` where the graph was written without them.
        #[serde(skip_serializing_if = "Option::is_none")]
        quote: Option<String>,
        /// The rule that read them.
        rule: String,
    },
    /// A row of a table.
    Table {
        /// The table.
        table: String,
        /// The key of the row.
        row: String,
    },
    /// A person says so.
    Judgement {
        /// The id of the judgement.
        judgement: String,
        /// What its author gives as the source.
        said_in: String,
    },
}

/// A document that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its number in this answer, from 1.
    pub number: usize,
    /// The document's id.
    pub document: String,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// By whom it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A stretch of time in which an office is known to be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// It began on this day or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
    /// The first day on which a document shows it held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<Date>,
    /// The last such day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<Date>,
    /// It ended on this day or earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Date>,
}

impl From<&Spell> for Term {
    fn from(spell: &Spell) -> Self {
        Self {
            not_before: spell.not_before,
            first_seen: spell.first_seen,
            last_seen: spell.last_seen,
            not_after: spell.not_after,
        }
    }
}

impl From<&Term> for Spell {
    fn from(term: &Term) -> Self {
        Self {
            not_before: term.not_before,
            first_seen: term.first_seen,
            last_seen: term.last_seen,
            not_after: term.not_after,
        }
    }
}

/// In which capacity somebody came to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// The office.
    pub office: Office,
    /// In which body or for which state.
    pub body: Brief,
}

impl Capacity {
    pub(super) fn of(graph: &RelationGraph, participant: &Participant) -> Self {
        Self {
            office: participant.capacity,
            body: Brief::of_id(graph, &participant.body),
        }
    }
}

/// An edge with its ends and its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EdgeAnswer {
    /// Where it starts.
    pub source: Brief,
    /// Where it ends.
    pub target: Brief,
    /// What it says.
    pub kind: EdgeKind,
    /// Its key among the edges of the pair.
    pub key: String,
    /// The class of the office, for a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Office>,
    /// The title as written, for a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When the office was held, for a role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spells: Vec<Term>,
    /// How people came together, for a meeting or attendance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingKind>,
    /// The id of the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting_id: Option<String>,
    /// The day, as far as known, for a meeting, attendance or visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Whether a visit is still to come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
    /// How sure it is.
    pub confidence: Confidence,
    /// Why, in the order of the graph.
    pub evidence: Vec<Proof>,
}

impl EdgeAnswer {
    pub(super) fn of(graph: &RelationGraph, edge: EdgeRef<'_>, sources: &mut Sources) -> Self {
        let mut answer = Self {
            source: Brief::of(graph, edge.source),
            target: Brief::of(graph, edge.target),
            kind: edge.edge.kind(),
            key: edge.edge.key(),
            office: None,
            title: None,
            spells: Vec::new(),
            meeting: None,
            meeting_id: None,
            date: None,
            place: None,
            planned: false,
            confidence: edge.edge.confidence,
            evidence: sources.proofs(graph, &edge.edge.evidence),
        };
        match &edge.edge.tie {
            Tie::Role {
                office,
                title,
                spells,
            } => {
                answer.office = Some(*office);
                answer.title = Some(title.clone());
                answer.spells = spells.iter().map(Term::from).collect();
            }
            Tie::Met {
                kind,
                meeting,
                date,
                place,
            }
            | Tie::Attended {
                kind,
                meeting,
                date,
                place,
            } => {
                answer.meeting = Some(*kind);
                answer.meeting_id = Some(meeting.clone());
                answer.date = *date;
                answer.place.clone_from(place);
            }
            Tie::Visited { date, planned } => {
                answer.date = *date;
                answer.planned = *planned;
            }
            Tie::PartOf | Tie::Links => {}
        }
        answer
    }
}

/// Numbers documents in the order in which an answer first names them.
#[derive(Debug, Default)]
pub(super) struct Sources {
    numbers: BTreeMap<String, usize>,
    list: Vec<Source>,
}

impl Sources {
    pub(super) fn proofs(&mut self, graph: &RelationGraph, evidence: &[Evidence]) -> Vec<Proof> {
        let proof = |e: &Evidence| match e {
            Evidence::Words {
                document,
                start,
                end,
                quote,
                rule,
            } => Proof::Words {
                source: self.number(graph, document),
                document: document.clone(),
                start: *start,
                end: *end,
                quote: quote.clone(),
                rule: rule.clone(),
            },
            Evidence::Table { table, row } => Proof::Table {
                table: table.clone(),
                row: row.clone(),
            },
            Evidence::Judgement { judgement, source } => Proof::Judgement {
                judgement: judgement.clone(),
                said_in: source.clone(),
            },
        };
        evidence.iter().map(proof).collect()
    }

    pub(super) fn into_list(self) -> Vec<Source> {
        self.list
    }

    /// The number of a document.
    pub(super) fn number(&mut self, graph: &RelationGraph, document: &str) -> usize {
        if let Some(number) = self.numbers.get(document) {
            return *number;
        }
        let number = self.list.len() + 1;
        let record = graph.document(document).map(|d| &d.record);
        self.list.push(Source {
            number,
            document: document.to_owned(),
            title: record.and_then(|r| r.title.clone()),
            date: record.and_then(|r| r.date),
            publisher: record.and_then(|r| r.publisher.clone()),
            url: record.and_then(|r| r.url.clone()),
        });
        self.numbers.insert(document.to_owned(), number);
        number
    }
}

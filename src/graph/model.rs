//! What the graph is made of.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::claim::Confidence;
use crate::document::DocumentRecord;
use crate::ontology::{
    BodyForm, EdgeKind, LifeEvent, MeetingDetail, MeetingKind, MeetingStatus, NodeKind, Office,
    OutcomeKind, StateCode,
};
use crate::text::PartialDate;

/// A person, body or state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The id, unique in the graph: `person/daiga-ozola`, `kz/majilis`, `commission/...`, `assembly/...`, `state/KZ`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// Its best name.
    pub name: String,
    /// The other names that articles use, sorted.
    pub aliases: BTreeSet<String>,
    /// The state that a person acts for or a chamber or parliament belongs to.
    pub state: Option<StateCode>,
    /// Which sort of commission.
    pub form: Option<BodyForm>,
    /// The code, for a state.
    pub code: Option<StateCode>,
    /// The Wikidata id, where the tables know it.
    pub wikidata: Option<String>,
    /// The names that a body bore at a time, the earliest first, where the tables know it.
    pub names: Vec<NameInTime>,
    /// What happened to a body, by date.
    pub life: Vec<LifeRecord>,
}

/// A name that a body bore at a time, as the table `body_names` has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameInTime {
    /// Since when, as far as known.
    pub from: Option<PartialDate>,
    /// Until when, as far as known; none where it bears the name still, or nobody knows.
    pub until: Option<PartialDate>,
    /// The name.
    pub name: String,
}

impl Node {
    /// The first day on which a body was there, where the tables know since when it bears its first name.
    #[must_use]
    pub fn began(&self) -> Option<Date> {
        Some(self.names.first()?.from?.first_day())
    }

    /// The last day on which a body was there, where the tables know that it is no more.
    ///
    /// ```
    /// use interparl::{claim::read_line, graph::fold};
    ///
    /// let line = r#"{"schema":1,"document":{"id":"a","sha256":"00"},"claims":[],
    ///   "entities":[{"kind":"assembly","name":"WEU Assembly","row":"weu","forms":[]}]}"#;
    /// let graph = fold(vec![read_line(line)?]);
    /// let body = graph.find("assembly/weu").and_then(|node| graph.node(node));
    /// assert_eq!(body.and_then(|b| b.ended()).map(|day| day.year()), Some(2011));
    /// # Ok::<(), interparl::claim::LineError>(())
    /// ```
    #[must_use]
    pub fn ended(&self) -> Option<Date> {
        Some(self.names.last()?.until?.last_day())
    }
}

/// Something that happened to a body.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LifeRecord {
    /// When, as far as known.
    pub date: Option<PartialDate>,
    /// What.
    pub event: LifeEvent,
    /// The words that say so.
    pub evidence: Vec<Evidence>,
}

/// One edge. Edges of the same pair differ in their [`Edge::key`].
///
/// Written and read only on its way over a temporary file; the form of graph files is apart from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// What it says.
    pub tie: Tie,
    /// How sure it is.
    pub confidence: Confidence,
    /// Why, sorted.
    pub evidence: Vec<Evidence>,
}

/// What an edge says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tie {
    /// A person holds an office in a body or for a state.
    Role {
        /// The class.
        office: Office,
        /// The title as most articles write it.
        title: String,
        /// When, one entry a term.
        spells: Vec<Spell>,
    },
    /// Two people met.
    Met {
        /// How.
        kind: MeetingKind,
        /// The id of the [`Meeting`].
        meeting: String,
        /// The day, as far as known.
        date: Option<PartialDate>,
        /// The city.
        place: Option<String>,
    },
    /// A person attended a session or conference of a body.
    Attended {
        /// Session or conference.
        kind: MeetingKind,
        /// The id of the [`Meeting`].
        meeting: String,
        /// The day, as far as known.
        date: Option<PartialDate>,
        /// The city.
        place: Option<String>,
    },
    /// A person visited a state.
    Visited {
        /// The first day, as far as known.
        date: Option<PartialDate>,
        /// Whether it is still to come.
        planned: bool,
    },
    /// A chamber belongs to a parliament or state, a parliament to a state.
    PartOf,
    /// A commission or assembly ties a chamber or state.
    Links,
}

impl Edge {
    /// What kind of edge it is.
    #[must_use]
    pub const fn kind(&self) -> EdgeKind {
        match self.tie {
            Tie::Role { .. } => EdgeKind::Role,
            Tie::Met { .. } => EdgeKind::Met,
            Tie::Attended { .. } => EdgeKind::Attended,
            Tie::Visited { .. } => EdgeKind::Visited,
            Tie::PartOf => EdgeKind::PartOf,
            Tie::Links => EdgeKind::Links,
        }
    }

    /// The key, unique among the edges of one pair: `role:CLASS`, `met:MEETING`, `attended:MEETING`,
    /// `visited:DATE` (or month, year, `unknown`; `visited:planned:DATE` for one to come), `part_of`, `links`.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.tie {
            Tie::Role { office, .. } => format!("role:{office}"),
            Tie::Met { meeting, .. } => format!("met:{meeting}"),
            Tie::Attended { meeting, .. } => format!("attended:{meeting}"),
            Tie::Visited { date, planned } => {
                let date = date.map_or_else(|| "unknown".to_owned(), |d| d.to_string());
                format!("visited:{}{date}", if *planned { "planned:" } else { "" })
            }
            Tie::PartOf => "part_of".to_owned(),
            Tie::Links => "links".to_owned(),
        }
    }

    /// Whether both would have the same [`Edge::key`]; much cheaper than two keys.
    #[must_use]
    pub fn shares_key_with(&self, other: &Self) -> bool {
        match (&self.tie, &other.tie) {
            (Tie::Role { office: a, .. }, Tie::Role { office: b, .. }) => a == b,
            (Tie::Met { meeting: a, .. }, Tie::Met { meeting: b, .. })
            | (Tie::Attended { meeting: a, .. }, Tie::Attended { meeting: b, .. }) => a == b,
            (
                Tie::Visited { date, planned },
                Tie::Visited {
                    date: other_date,
                    planned: other_planned,
                },
            ) => (date, planned) == (other_date, other_planned),
            (Tie::PartOf, Tie::PartOf) | (Tie::Links, Tie::Links) => true,
            _ => false,
        }
    }

    /// The day on which it is known to hold or to have happened, as far as known.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        match &self.tie {
            Tie::Met { date, .. } | Tie::Attended { date, .. } | Tie::Visited { date, .. } => *date,
            Tie::Role { spells, .. } => spells
                .last()
                .and_then(|s| s.last_seen.or(s.first_seen))
                .map(PartialDate::from),
            Tie::PartOf | Tie::Links => None,
        }
    }
}

/// One term of an office, as far as articles show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Spell {
    /// The term began on this day or later.
    pub not_before: Option<Date>,
    /// The first day on which an article shows the office held.
    pub first_seen: Option<Date>,
    /// The last such day.
    pub last_seen: Option<Date>,
    /// The term ended on this day or earlier.
    pub not_after: Option<Date>,
}

/// Why an edge, an outcome or an event is believed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Evidence {
    /// Words of a document.
    Words {
        /// The document's id.
        document: String,
        /// First code point of the words in the document's text.
        start: usize,
        /// Code point after the last.
        end: usize,
        /// The words; `None` where the text is not to be passed on.
        quote: Option<String>,
        /// The rule that read them.
        rule: String,
    },
    /// A row of a table.
    Table {
        /// The table, such as `chambers`.
        table: String,
        /// The key of the row.
        row: String,
    },
    /// A person says so.
    Judgement {
        /// The id of the judgement that adds the fact.
        judgement: String,
        /// What its author gives as the source: an address, or free words.
        source: String,
    },
}

/// Words of a document that stand for a node.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeMention {
    /// The document's id.
    pub document: String,
    /// First code point of the words in the document's text.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
    /// The words, which are a name.
    pub name: String,
}

/// A document that gave something to the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What is known of it.
    pub record: DocumentRecord,
    /// The ids of documents with the same text, sorted.
    pub same_text: BTreeSet<String>,
}

/// A meeting. `met` and `attended` edges are its projection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The id, `meeting/...`.
    pub id: String,
    /// How people came together.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: MeetingStatus,
    /// The day, as far as known.
    pub date: Option<PartialDate>,
    /// The city.
    pub place: Option<String>,
    /// The id of the body whose session or conference it was.
    pub body: Option<String>,
    /// The number of the session.
    pub session: Option<u32>,
    /// The ids of the people, by side; both levels sorted.
    pub sides: Vec<Vec<String>>,
    /// In which capacity people came, sorted.
    pub participants: Vec<Participant>,
    /// What came out of it, sorted.
    pub outcomes: Vec<MeetingOutcome>,
    /// What some articles say otherwise, sorted.
    pub differences: Vec<Difference>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The words that tell of it, sorted.
    pub evidence: Vec<Evidence>,
}

/// What some articles say of a meeting otherwise than what the meeting has: two places, two days.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Of what.
    pub detail: MeetingDetail,
    /// What they say: a city, a day, a number, the word of a kind.
    pub value: String,
    /// The ids of the documents that say so.
    pub documents: BTreeSet<String>,
}

/// In which capacity somebody came to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Participant {
    /// The person's id.
    pub person: String,
    /// The office.
    pub capacity: Office,
    /// The id of the body or state.
    pub body: String,
}

/// What came out of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeetingOutcome {
    /// What sort.
    pub kind: OutcomeKind,
    /// The words that say so.
    pub evidence: Vec<Evidence>,
}

//! The reading of one article.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Confidence, TableRow, Words};
use crate::document::DocumentRecord;
use crate::ontology::{
    BodyForm, LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office, OutcomeKind, StateCode,
};
use crate::text::{PartialDate, Sketch};

/// The version of the form of a reading, written into each.
pub const SCHEMA: u32 = 1;

/// A place in [`Reading::entities`].
pub type EntityIndex = usize;

/// What one article says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a reading, which is an object in braces")]
pub struct Reading {
    /// The version of this form, [`SCHEMA`].
    pub schema: u32,
    /// The article.
    pub document: DocumentRecord,
    /// Who and what is mentioned, each entity of the article once; also those without any claim.
    pub entities: Vec<Entity>,
    /// What is said of them.
    pub claims: Vec<Claim>,
    /// What the stages saw and could not settle.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub findings: Vec<Finding>,
    /// By what texts of nearly the same words are found; `None` where it was not taken or the text is too short.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sketch: Option<Sketch>,
}

impl Reading {
    /// Leaves out the claims that are less sure than a bound. The entities stay: that an article names somebody is no claim.
    ///
    /// ```
    /// use interparl::{claim::Confidence, document::Article, lexicon::Lexicon, pipeline};
    ///
    /// let text = "Speaker of the Riigikogu Jaan Tamm met Speaker of the Saeima Daiga Ozola.".to_owned();
    /// let mut reading = pipeline::read(&Article { text, ..Article::default() }, Lexicon::builtin());
    /// reading.keep_sure(Confidence::from_share(1.0));
    /// assert!(reading.claims.is_empty());
    /// assert!(!reading.entities.is_empty());
    /// ```
    pub fn keep_sure(&mut self, least: Confidence) {
        self.claims.retain(|claim| claim.confidence >= least);
    }

    /// Leaves out what has no part in the graph, the findings and the keys of blocks, and gives back the memory that the rest
    /// does not need: readings that wait to be folded are then half as large.
    ///
    /// ```
    /// use interparl::claim::read_line;
    ///
    /// let line = r#"{"schema":1,"document":{"id":"a","sha256":"00"},"claims":[],
    ///   "entities":[{"kind":"legislator","name":"Anna Lee","forms":[],"keys":["p:lee"]}]}"#;
    /// let mut reading = read_line(line)?;
    /// reading.keep_for_fold();
    /// assert!(reading.entities.iter().all(|entity| entity.keys.is_empty() && entity.name == "Anna Lee"));
    /// # Ok::<(), interparl::claim::LineError>(())
    /// ```
    pub fn keep_for_fold(&mut self) {
        self.findings = Vec::new();
        self.entities.shrink_to_fit();
        for entity in &mut self.entities {
            entity.keys = Vec::new();
            entity.forms.shrink_to_fit();
        }
        self.claims.shrink_to_fit();
        for claim in &mut self.claims {
            claim.evidence.shrink_to_fit();
        }
    }
}

/// A person, body or state of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: NodeKind,
    /// Its fullest name in the article; for a state the table's name.
    pub name: String,
    /// The row of the table that it is: a chamber's or an assembly's id, a state's code, the Wikidata id of a person.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub row: Option<String>,
    /// Which sort of commission.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub form: Option<BodyForm>,
    /// The state that a person acts for or a chamber belongs to.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub state: Option<StateCode>,
    /// Every wording that stands for it, in the order of the text, the names apart from mere descriptions.
    pub forms: Vec<Form>,
    /// The keys of the blocks in which it may meet entities of other articles.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub keys: Vec<String>,
}

/// A wording that stands for an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The wording.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
    /// Whether it is a name (and so an alias) rather than a description such as "the speaker".
    pub name: bool,
}

/// One assertion of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What is asserted.
    #[serde(flatten)]
    pub assertion: Assertion,
    /// How sure it is that the article says so.
    pub confidence: Confidence,
    /// Why: the words that say it, or the row of a table.
    pub evidence: Vec<Why>,
}

/// One reason for a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Why {
    /// Words of the article.
    Words(Words),
    /// A row of a table.
    Table(TableRow),
}

/// What a claim asserts. Numbers are places in [`Reading::entities`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "predicate", rename_all = "snake_case")]
pub enum Assertion {
    /// A person holds an office in a body or for a state.
    Role {
        /// Who.
        person: EntityIndex,
        /// The class of the office.
        office: Office,
        /// The body or state.
        target: EntityIndex,
        /// The title as written.
        title: String,
        /// Whether the office is said to be over ("former speaker"); such a claim bounds the office in time and makes no edge.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        former: bool,
        /// What is said of when it began and ended.
        #[serde(skip_serializing_if = "Term::is_untold", default)]
        term: Term,
    },
    /// People came together.
    Meeting {
        /// How.
        kind: MeetingKind,
        /// Whether it took place.
        status: MeetingStatus,
        /// The people, by side; one list a person where sides are unclear.
        sides: Vec<Vec<EntityIndex>>,
        /// In which capacity people came, where said.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        capacities: Vec<Capacity>,
        /// The body whose session or conference it was.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        body: Option<EntityIndex>,
        /// The number of the session.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        session: Option<u32>,
        /// The day, as far as known.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
        /// The city.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        place: Option<String>,
        /// What came out of it.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        outcomes: Vec<Outcome>,
    },
    /// A person visited a state.
    Visited {
        /// Who.
        person: EntityIndex,
        /// The state.
        state: EntityIndex,
        /// The first day, as far as known.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
        /// Whether the visit is still to come.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        planned: bool,
    },
    /// A chamber belongs to a parliament or a state, a parliament to a state.
    PartOf {
        /// The chamber or parliament.
        part: EntityIndex,
        /// What it belongs to.
        whole: EntityIndex,
    },
    /// A commission or an assembly ties a chamber or a state.
    Links {
        /// The commission or assembly.
        body: EntityIndex,
        /// What it ties.
        target: EntityIndex,
    },
    /// Something happened to a body.
    Life {
        /// The body.
        body: EntityIndex,
        /// What happened.
        event: LifeEvent,
        /// When, as far as known.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
    },
}

/// What an article says of when somebody took an office and left it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Term {
    /// The day of the election or the like, or since when the office is held, as far as known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<PartialDate>,
    /// Until when it was held, as far as known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<PartialDate>,
    /// Whether it was taken shortly before, "newly elected", on no day that is told.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub newly: bool,
    /// When it was held, where the article tells of another time than its own: "who was Speaker in 2012", "the then Speaker".
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<PartialDate>,
    /// Whether it is told of in a sentence about years ago, so that the day of the article shows nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub past: bool,
}

impl Term {
    /// The day on which an article of a day shows the office held, unless it says that it is over; none where it tells of a time
    /// that is no day.
    ///
    /// ```
    /// use interparl::{claim::Term, text::PartialDate};
    /// let published = jiff::civil::date(2024, 6, 14);
    /// assert_eq!(Term::default().day(Some(published)), Some(published));
    /// let then = Term { at: PartialDate::parse("2012"), ..Term::default() };
    /// assert_eq!(then.day(Some(published)), None);
    /// ```
    #[must_use]
    pub fn day(&self, published: Option<Date>) -> Option<Date> {
        match self.at {
            Some(at) => at.day(),
            None => published.filter(|_| !self.past),
        }
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_untold(&self) -> bool {
        *self == Self::default()
    }
}

/// In which capacity somebody took part in a meeting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Capacity {
    /// Who.
    pub person: EntityIndex,
    /// The office.
    pub office: Office,
    /// In which body or for which state.
    pub target: EntityIndex,
}

/// What came out of a meeting, with the words that say so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Outcome {
    /// What sort.
    pub kind: OutcomeKind,
    /// The words.
    pub evidence: Vec<Words>,
}

/// Something that a stage saw and could not settle: an unknown title, one surname for two people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// A word for the sort of finding, such as `ambiguous_surname`.
    pub kind: String,
    /// What was seen, in one line.
    pub message: String,
    /// First code point of the words that it is about.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
}

//! Facts that a person adds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::pointer::Party;
use crate::ontology::{LifeEvent, MeetingKind, MeetingStatus, Office};
use crate::text::PartialDate;

/// A fact that a person adds, with where it is from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// What holds.
    pub says: Statement,
    /// Where it is from: an address, a book and page, "told by the press office". Never empty.
    pub source: String,
}

/// What is said to hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "predicate", rename_all = "snake_case", deny_unknown_fields)]
pub enum Statement {
    /// A person holds an office, or (with `former`) no longer holds it.
    Role {
        /// Who.
        person: Party,
        /// Which office.
        office: Office,
        /// In which body or for which state.
        target: Party,
        /// The title as it is written; the office's word where not given.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        title: Option<String>,
        /// Whether the office is over on the day.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        former: bool,
        /// The day on which it is held or over.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<Date>,
    },
    /// People came together.
    Meeting {
        /// How.
        kind: MeetingKind,
        /// Whether it was held or is to come.
        #[serde(default = "held")]
        status: MeetingStatus,
        /// The people by side.
        sides: Vec<Vec<Party>>,
        /// The body whose session or conference it was.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        body: Option<Party>,
        /// The number of the session.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        session: Option<u32>,
        /// The day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
        /// The city.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        place: Option<String>,
    },
    /// A person visited a state, or is to visit it.
    Visited {
        /// Who.
        person: Party,
        /// The state.
        state: Party,
        /// The first day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
        /// Whether it is to come.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        planned: bool,
    },
    /// A body belongs to another or to a state.
    PartOf {
        /// The body.
        part: Party,
        /// What it belongs to.
        whole: Party,
    },
    /// A commission or an assembly ties a chamber or a state.
    Links {
        /// The commission or assembly.
        body: Party,
        /// What it ties.
        target: Party,
    },
    /// Something happened to a body.
    Life {
        /// The body.
        body: Party,
        /// What.
        event: LifeEvent,
        /// When.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
    },
}

const fn held() -> MeetingStatus {
    MeetingStatus::Held
}

impl Statement {
    /// Puts what has no order into a fixed one.
    pub(super) fn sort(&mut self) {
        if let Self::Meeting { sides, .. } = self {
            for side in &mut *sides {
                side.sort();
                side.dedup();
            }
            sides.retain(|side| !side.is_empty());
            sides.sort();
            sides.dedup();
        }
    }

    /// All whom it is about, in the order of the fields.
    #[must_use]
    pub fn parties(&self) -> Vec<&Party> {
        match self {
            Self::Role { person, target, .. } => vec![person, target],
            Self::Meeting { sides, body, .. } => sides.iter().flatten().chain(body).collect(),
            Self::Visited { person, state, .. } => vec![person, state],
            Self::PartOf { part, whole } => vec![part, whole],
            Self::Links { body, target } => vec![body, target],
            Self::Life { body, .. } => vec![body],
        }
    }

    /// The same, to be changed.
    pub(super) fn parties_mut(&mut self) -> Vec<&mut Party> {
        match self {
            Self::Role { person, target, .. } => vec![person, target],
            Self::Meeting { sides, body, .. } => sides.iter_mut().flatten().chain(body).collect(),
            Self::Visited { person, state, .. } => vec![person, state],
            Self::PartOf { part, whole } => vec![part, whole],
            Self::Links { body, target } => vec![body, target],
            Self::Life { body, .. } => vec![body],
        }
    }
}

//! Claims that are judged wrong, told so that a later reading of the same text finds them again.

use serde::{Deserialize, Serialize};

use super::pointer::EntityRef;
use crate::ontology::{LifeEvent, MeetingKind, MeetingStatus, Office};
use crate::text::PartialDate;

/// A claim of one text that is false.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WrongClaim {
    /// The hash of the text.
    pub sha256: String,
    /// What it claims.
    pub part: WrongPart,
}

/// What a text claims.
///
/// It is told by what it says and not by where: whoever reads the text anew and still finds the same says something wrong,
/// and whoever finds another office, another day or another kind of meeting says something else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "predicate", rename_all = "snake_case", deny_unknown_fields)]
pub enum WrongPart {
    /// A person holds an office, or (with `former`) held it earlier.
    Role {
        /// Who.
        person: EntityRef,
        /// Which office.
        office: Office,
        /// In which body or for which state.
        target: EntityRef,
        /// Whether the office is said to be over.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        former: bool,
    },
    /// People came together. All of it is wrong: that kind of meeting of these people did not take place on that day.
    Meeting {
        /// How.
        kind: MeetingKind,
        /// Whether it is said to have been held or to come.
        #[serde(default = "held")]
        status: MeetingStatus,
        /// Who is said to have met; a claim with more people is meant as well, and where there is none, one with some of
        /// them and nobody else. Sorted.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        people: Vec<EntityRef>,
        /// The body whose session or conference it was.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        body: Option<EntityRef>,
        /// The day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
    },
    /// Of those who are said to have come together one did not.
    TookPart {
        /// Who.
        person: EntityRef,
        /// How people came together.
        kind: MeetingKind,
        /// Whether it is said to have been held or to come.
        #[serde(default = "held")]
        status: MeetingStatus,
        /// The body whose session or conference it was.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        body: Option<EntityRef>,
        /// The day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
    },
    /// A person visited a state, or is to visit it.
    Visited {
        /// Who.
        person: EntityRef,
        /// The state.
        state: EntityRef,
        /// The first day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date: Option<PartialDate>,
        /// Whether it is said to come.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        planned: bool,
    },
    /// A body belongs to another or to a state.
    PartOf {
        /// The body.
        part: EntityRef,
        /// What it belongs to.
        whole: EntityRef,
    },
    /// A commission or an assembly ties a chamber or a state.
    Links {
        /// The commission or assembly.
        body: EntityRef,
        /// What it ties.
        target: EntityRef,
    },
    /// Something happened to a body.
    Life {
        /// The body.
        body: EntityRef,
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

impl WrongPart {
    /// Puts what has no order into a fixed one.
    pub(super) fn sort(&mut self) {
        if let Self::Meeting { people, .. } = self {
            people.sort();
            people.dedup();
        }
    }

    /// All entities that it speaks of, in the order of the fields.
    #[must_use]
    pub fn entities(&self) -> Vec<&EntityRef> {
        match self {
            Self::Role { person, target, .. } => vec![person, target],
            Self::Meeting { people, body, .. } => people.iter().chain(body).collect(),
            Self::TookPart { person, body, .. } => std::iter::once(person).chain(body).collect(),
            Self::Visited { person, state, .. } => vec![person, state],
            Self::PartOf { part, whole } => vec![part, whole],
            Self::Links { body, target } => vec![body, target],
            Self::Life { body, .. } => vec![body],
        }
    }

    /// The same, to be changed.
    pub(super) fn entities_mut(&mut self) -> Vec<&mut EntityRef> {
        match self {
            Self::Role { person, target, .. } => vec![person, target],
            Self::Meeting { people, body, .. } => people.iter_mut().chain(body).collect(),
            Self::TookPart { person, body, .. } => std::iter::once(person).chain(body).collect(),
            Self::Visited { person, state, .. } => vec![person, state],
            Self::PartOf { part, whole } => vec![part, whole],
            Self::Links { body, target } => vec![body, target],
            Self::Life { body, .. } => vec![body],
        }
    }
}

//! Facts that a person adds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::pointer::Party;
use crate::identity::fold_name;
use crate::ontology::{LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office};
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

/// What may stand in a place of a statement.
///
/// ```
/// use interparl::identity::FactPlace;
/// use interparl::ontology::{NodeKind, Office};
/// assert!(FactPlace::of_office(Office::Minister).takes(NodeKind::State));
/// assert!(!FactPlace::of_office(Office::Speaker).takes(NodeKind::State));
/// assert_eq!(FactPlace::Person.to_string(), "a person");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactPlace {
    /// A legislator or an official.
    Person,
    /// A chamber, parliament, commission or assembly.
    Body,
    /// A state.
    State,
    /// One or the other.
    BodyOrState,
}

impl FactPlace {
    /// Where an office may be held: one of a state in a state or in a body, each other one in a body.
    #[must_use]
    pub const fn of_office(office: Office) -> Self {
        if office.is_of_state() {
            Self::BodyOrState
        } else {
            Self::Body
        }
    }

    /// Whether a node of a kind may stand there.
    #[must_use]
    pub fn takes(self, kind: NodeKind) -> bool {
        match self {
            Self::Person => kind.is_person(),
            Self::Body => kind.is_body(),
            Self::State => kind == NodeKind::State,
            Self::BodyOrState => kind.is_body() || kind == NodeKind::State,
        }
    }
}

impl std::fmt::Display for FactPlace {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(match self {
            Self::Person => "a person",
            Self::Body => "a body",
            Self::State => "a state",
            Self::BodyOrState => "a body or a state",
        })
    }
}

/// Whether somebody is named twice among those who met, on one side or on two. One who is told by name is whoever else has the
/// name, unless the two are known to be of different states: the graph would make one of them, who met nobody.
///
/// ```
/// use interparl::identity::Party;
/// use interparl::ontology::NodeKind;
/// let named = |name: &str| Party::Named { kind: NodeKind::Legislator, name: name.into(), row: None, state: None };
/// assert!(interparl::identity::is_named_twice(&[vec![named("Jaan Tamm")], vec![named("Jaan Tamm")]]));
/// assert!(interparl::identity::is_named_twice(&[vec![named("Jaan Tamm")], vec![named("jaan  tamm")]]));
/// assert!(!interparl::identity::is_named_twice(&[vec![named("Jaan Tamm")], vec![named("Mari Lepik")]]));
/// ```
#[must_use]
pub fn is_named_twice(sides: &[Vec<Party>]) -> bool {
    let met: Vec<&Party> = sides.iter().flatten().collect();
    let places = met.iter().enumerate();
    let twice = |(place, one): (usize, &&Party)| {
        let mut others = met.iter().skip(place + 1);
        others.any(|other| is_one(one, other))
    };
    places.into_iter().any(twice)
}

/// Whether two would be one in the graph, as far as that can be told without it.
fn is_one(one: &Party, other: &Party) -> bool {
    let by_name = |party: &Party| match party {
        Party::Mention(mention) => (fold_name(&mention.name), None),
        Party::Named { name, state, .. } => (fold_name(name), *state),
    };
    if let (Party::Mention(_), Party::Mention(_)) = (one, other) {
        return one == other;
    }
    let ((name, state), (same, other_state)) = (by_name(one), by_name(other));
    let may_be = state.zip(other_state).is_none_or(|(a, b)| a == b);
    name == same && !name.is_empty() && may_be
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

//! The layers into which a graph is taken apart, and what is asked of facts that are right.

use serde::Serialize;

/// Facts of one sort; each layer has its own precision and recall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// People with a full and correct name.
    People,
    /// Chambers, parliaments, commissions and assemblies.
    Bodies,
    /// States that take part.
    States,
    /// Who holds which office where.
    Roles,
    /// Pairs of people across the sides of a meeting.
    Met,
    /// Who was at a body's session or conference.
    Attended,
    /// Who visited which state.
    Visited,
}

impl Layer {
    /// Every layer, in the order in which tables tell them.
    pub const ALL: &'static [Self] = &[
        Self::People,
        Self::Bodies,
        Self::States,
        Self::Roles,
        Self::Met,
        Self::Attended,
        Self::Visited,
    ];

    /// Its name in tables and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Bodies => "bodies",
            Self::States => "states",
            Self::Roles => "roles",
            Self::Met => "met",
            Self::Attended => "attended",
            Self::Visited => "visited",
        }
    }
}

/// What may be wrong with a fact that is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Whether a person is a legislator or an official.
    Legislator,
    /// Of which kind a body is.
    BodyKind,
    /// On which day people met.
    Date,
    /// Where people met.
    Place,
}

impl Detail {
    /// Every detail, in the order in which tables tell them.
    pub const ALL: &'static [Self] = &[Self::Legislator, Self::BodyKind, Self::Date, Self::Place];

    /// Its name in tables and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Legislator => "legislator",
            Self::BodyKind => "body_kind",
            Self::Date => "date",
            Self::Place => "place",
        }
    }
}

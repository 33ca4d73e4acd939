//! What a judgement points at: words of a text, or an entity of one.

use serde::{Deserialize, Serialize};

use crate::ontology::{NodeKind, StateCode};

/// A mention: words of a text that stand for somebody or something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "WirePointer", into = "WirePointer")]
pub struct MentionRef {
    /// The hash of the text, as a document's record has it.
    pub sha256: String,
    /// First code point of the words in the text.
    pub start: usize,
    /// Code point after the last; more than `start`.
    pub end: usize,
    /// The words, as a reminder for people; may be empty.
    pub name: String,
}

/// An entity of the one text that is spoken of anyhow.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "WirePointer", into = "WirePointer")]
pub enum EntityRef {
    /// The one that these words stand for.
    Span {
        /// First code point.
        start: usize,
        /// Code point after the last; more than `start`.
        end: usize,
        /// The words, as a reminder; may be empty.
        name: String,
    },
    /// The one of this row of the tables. Some are in a reading without any word of the text: the state of a chamber.
    Row {
        /// What it is: a state, chamber, parliament or assembly.
        kind: NodeKind,
        /// The row: a state's code, a chamber's or an assembly's id.
        row: String,
        /// The name, as a reminder; may be empty.
        name: String,
    },
}

/// Somebody or something that a new fact is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "WirePointer", into = "WirePointer")]
pub enum Party {
    /// Whoever is mentioned there.
    Mention(MentionRef),
    /// One of that name, who need not be in any article; meets mentions of the name as an article's would.
    Named {
        /// What it is.
        kind: NodeKind,
        /// The full name.
        name: String,
        /// The row of the tables, where there is one.
        row: Option<String>,
        /// The state that a person acts for or a body belongs to.
        state: Option<StateCode>,
    },
}

impl MentionRef {
    /// Takes the name out, which only reminds.
    pub(super) fn forget_name(&mut self) {
        self.name.clear();
    }
}

impl EntityRef {
    /// Takes the name out, which only reminds.
    pub(super) fn forget_name(&mut self) {
        let (Self::Span { name, .. } | Self::Row { name, .. }) = self;
        name.clear();
    }
}

impl Party {
    /// Takes the name out where it only reminds. One who is told by the name keeps it.
    pub(super) fn forget_name(&mut self) {
        if let Self::Mention(mention) = self {
            mention.forget_name();
        }
    }
}

/// Every pointer as it is written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WirePointer {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    kind: Option<NodeKind>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    row: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    name: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    state: Option<StateCode>,
}

impl WirePointer {
    /// The span, where there is nothing beside it but what is allowed.
    fn span(&self) -> Result<(usize, usize), String> {
        let (Some(start), Some(end)) = (self.start, self.end) else {
            return Err("a mention has \"start\" and \"end\"".to_owned());
        };
        if start >= end {
            return Err(format!("a mention from {start} to {end} has no words"));
        }
        if self.kind.is_some() || self.row.is_some() || self.state.is_some() {
            return Err("a mention has no \"kind\", \"row\" or \"state\"".to_owned());
        }
        Ok((start, end))
    }

    const fn has_span(&self) -> bool {
        self.start.is_some() || self.end.is_some() || self.sha256.is_some()
    }
}

impl TryFrom<WirePointer> for MentionRef {
    type Error = String;

    fn try_from(wire: WirePointer) -> Result<Self, String> {
        let (start, end) = wire.span()?;
        match wire.sha256.filter(|hash| !hash.is_empty()) {
            None => Err("a mention has the \"sha256\" of its text".to_owned()),
            Some(sha256) => Ok(Self {
                sha256,
                start,
                end,
                name: wire.name,
            }),
        }
    }
}

impl From<MentionRef> for WirePointer {
    fn from(mention: MentionRef) -> Self {
        Self {
            sha256: Some(mention.sha256),
            start: Some(mention.start),
            end: Some(mention.end),
            name: mention.name,
            ..Self::default()
        }
    }
}

impl TryFrom<WirePointer> for EntityRef {
    type Error = String;

    fn try_from(wire: WirePointer) -> Result<Self, String> {
        if wire.sha256.is_some() {
            return Err("the \"sha256\" of a wrong claim stands beside the claim".to_owned());
        }
        if wire.has_span() {
            let (start, end) = wire.span()?;
            let name = wire.name;
            return Ok(Self::Span { start, end, name });
        }
        match (wire.kind, wire.row, wire.state) {
            (Some(kind), Some(row), None) if !kind.is_person() => Ok(Self::Row {
                kind,
                row,
                name: wire.name,
            }),
            _ => Err("an entity has \"start\" and \"end\", or \"kind\" and \"row\"".to_owned()),
        }
    }
}

impl From<EntityRef> for WirePointer {
    fn from(entity: EntityRef) -> Self {
        match entity {
            EntityRef::Span { start, end, name } => Self {
                start: Some(start),
                end: Some(end),
                name,
                ..Self::default()
            },
            EntityRef::Row { kind, row, name } => Self {
                kind: Some(kind),
                row: Some(row),
                name,
                ..Self::default()
            },
        }
    }
}

impl TryFrom<WirePointer> for Party {
    type Error = String;

    fn try_from(wire: WirePointer) -> Result<Self, String> {
        if wire.has_span() {
            return MentionRef::try_from(wire).map(Self::Mention);
        }
        match wire.kind {
            Some(kind) if !wire.name.trim().is_empty() => Ok(Self::Named {
                kind,
                name: wire.name,
                row: wire.row,
                state: wire.state,
            }),
            _ => Err(
                "who a fact is about has \"sha256\", \"start\" and \"end\", or \"kind\" and \"name\""
                    .to_owned(),
            ),
        }
    }
}

impl From<Party> for WirePointer {
    fn from(party: Party) -> Self {
        match party {
            Party::Mention(mention) => mention.into(),
            Party::Named {
                kind,
                name,
                row,
                state,
            } => Self {
                kind: Some(kind),
                name,
                row,
                state,
                ..Self::default()
            },
        }
    }
}

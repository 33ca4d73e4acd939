//! The form of the parts, field by field, in the order in which they are written.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::claim::Confidence;
use crate::ontology::{
    BodyForm, EdgeKind, LifeEvent, MeetingDetail, MeetingKind, MeetingStatus, NodeKind, Office,
    OutcomeKind, StateCode,
};
use crate::text::PartialDate;

/// A document.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireDocument {
    pub(super) id: String,
    #[serde(default)]
    pub(super) title: Option<String>,
    #[serde(default)]
    pub(super) date: Option<Date>,
    #[serde(default)]
    pub(super) url: Option<String>,
    #[serde(default)]
    pub(super) publisher: Option<String>,
    #[serde(default)]
    pub(super) lang: Option<String>,
    pub(super) sha256: String,
    #[serde(default)]
    pub(super) same_text: BTreeSet<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub(super) extra: BTreeMap<String, Value>,
}

/// A meeting.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireMeeting {
    pub(super) id: String,
    pub(super) kind: MeetingKind,
    pub(super) status: MeetingStatus,
    #[serde(default)]
    pub(super) date: Option<PartialDate>,
    #[serde(default)]
    pub(super) place: Option<String>,
    #[serde(default)]
    pub(super) body: Option<String>,
    #[serde(default)]
    pub(super) session: Option<u32>,
    pub(super) sides: Vec<Vec<String>>,
    #[serde(default)]
    pub(super) participants: Vec<WireParticipant>,
    #[serde(default)]
    pub(super) outcomes: Vec<WireOutcome>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub(super) differences: Vec<WireDifference>,
    pub(super) confidence: Confidence,
    #[serde(default)]
    pub(super) evidence: Vec<WireEvidence>,
}

/// In which capacity somebody came.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireParticipant {
    pub(super) person: String,
    pub(super) capacity: Office,
    pub(super) body: String,
}

/// What some articles say of a meeting otherwise.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireDifference {
    pub(super) detail: MeetingDetail,
    pub(super) value: String,
    pub(super) documents: BTreeSet<String>,
}

/// What came out of a meeting.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireOutcome {
    pub(super) kind: OutcomeKind,
    #[serde(default)]
    pub(super) evidence: Vec<WireEvidence>,
}

/// A node.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireNode {
    pub(super) id: String,
    pub(super) kind: NodeKind,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) form: Option<BodyForm>,
    pub(super) name: String,
    #[serde(default)]
    pub(super) aliases: BTreeSet<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) state: Option<StateCode>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) code: Option<StateCode>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) wikidata: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub(super) names: Vec<WireName>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub(super) life: Vec<WireLife>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub(super) mentions: Vec<WireMention>,
}

/// Words of a document that stand for a node.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireMention {
    pub(super) document: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The words, where they are not the node's name.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) name: Option<String>,
}

/// A name that a body bore at a time.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireName {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) until: Option<PartialDate>,
}

/// Something that happened to a body.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireLife {
    pub(super) event: LifeEvent,
    #[serde(default)]
    pub(super) date: Option<PartialDate>,
    #[serde(default)]
    pub(super) evidence: Vec<WireEvidence>,
}

/// An edge. Which fields are there depends on the kind; where one is there and unknown, it is null.
#[derive(Debug, Serialize, Deserialize)]
#[expect(
    clippy::option_option,
    reason = "a field that is not there and one that is null are two things when writing"
)]
pub(super) struct WireEdge {
    pub(super) source: String,
    pub(super) target: String,
    #[serde(default)]
    pub(super) key: String,
    pub(super) kind: EdgeKind,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) role: Option<Office>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) spells: Option<Vec<WireSpell>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) meeting: Option<MeetingKind>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) meeting_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) date: Option<Option<PartialDate>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) place: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) planned: Option<bool>,
    pub(super) confidence: Confidence,
    #[serde(default)]
    pub(super) evidence: Vec<WireEvidence>,
}

/// One term of an office.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireSpell {
    #[serde(default)]
    pub(super) not_before: Option<Date>,
    #[serde(default)]
    pub(super) first_seen: Option<Date>,
    #[serde(default)]
    pub(super) last_seen: Option<Date>,
    #[serde(default)]
    pub(super) not_after: Option<Date>,
}

/// Words of a document, or (with `"type": "table"`) a row of a table, or (with `"type": "judgement"`) what a person says.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct WireEvidence {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none", default)]
    pub(super) sort: Option<EvidenceSort>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) table: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) row: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) judgement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) document: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) quote: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) rule: Option<String>,
}

/// What sort of evidence it is, where it is not words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum EvidenceSort {
    /// A row of a table.
    Table,
    /// A fact that a person adds.
    Judgement,
}

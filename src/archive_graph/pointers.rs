//! What stored rows point at: as much of their JSON as tells which other rows a part needs.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::GraphError;
use crate::ontology::NodeKind;

/// A node without its mentions: no question about a part asks for them, and they would bring in every document that names it.
pub(super) fn without_mentions(json: &str) -> Result<String, GraphError> {
    if !json.contains("\"mentions\"") {
        return Ok(json.to_owned());
    }
    let mut node: serde_json::Map<String, serde_json::Value> = pointers(json)?;
    node.remove("mentions");
    serde_json::to_string(&node).map_err(|error| GraphError::Stored(error.into()))
}

pub(super) fn pointers<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, GraphError> {
    serde_json::from_str(json).map_err(|error| GraphError::Stored(error.into()))
}

#[derive(Deserialize)]
pub(super) struct EvidencePointer {
    pub(super) document: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct EdgePointers {
    pub(super) meeting_id: Option<String>,
    #[serde(default)]
    pub(super) evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
pub(super) struct MeetingPointers {
    pub(super) sides: Vec<Vec<String>>,
    pub(super) body: Option<String>,
    #[serde(default)]
    pub(super) participants: Vec<ParticipantPointers>,
    #[serde(default)]
    pub(super) outcomes: Vec<EvidencePointers>,
    #[serde(default)]
    pub(super) differences: Vec<DifferencePointers>,
    #[serde(default)]
    pub(super) evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
pub(super) struct DifferencePointers {
    pub(super) documents: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct ParticipantPointers {
    pub(super) person: String,
    pub(super) body: String,
}

#[derive(Deserialize)]
pub(super) struct EvidencePointers {
    #[serde(default)]
    pub(super) evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
pub(super) struct NodePointers {
    pub(super) kind: NodeKind,
    pub(super) state: Option<String>,
    #[serde(default)]
    pub(super) life: Vec<EvidencePointers>,
}

/// Ids that rows point at.
#[derive(Default)]
pub(super) struct Wanted {
    pub(super) nodes: BTreeSet<String>,
    pub(super) meetings: BTreeSet<String>,
    pub(super) documents: BTreeSet<String>,
}

impl Wanted {
    pub(super) fn documents_of(&mut self, evidence: Vec<EvidencePointer>) {
        let documents = evidence.into_iter().filter_map(|piece| piece.document);
        self.documents.extend(documents);
    }

    pub(super) fn documents_of_life(&mut self, life: Vec<EvidencePointers>) {
        for record in life {
            self.documents_of(record.evidence);
        }
    }
}

//! What stored rows point at: as much of their JSON as tells which other rows a part needs.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::GraphError;
use crate::ontology::NodeKind;

/// How the mentions of a node begin. Within words a quote has a stroke before it, so that nothing else is written so; they are the last
/// field of a node.
const MENTIONS: &str = ",\"mentions\":[";

/// A node without its mentions: no question about a part asks for them, and they would bring in every document that names it.
pub(super) fn without_mentions(json: &str) -> String {
    match json.split_once(MENTIONS) {
        Some((node, _)) => format!("{node}}}"),
        None => json.to_owned(),
    }
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

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    reason = "a test may stop at a node that cannot be written"
)]
mod tests {
    use super::*;
    use crate::claim::read_line;
    use crate::export::json::node_line;
    use crate::graph::fold;

    #[test]
    fn all_of_a_node_but_its_mentions_stays() {
        for name in ["Anna Lee", r#",\"mentions\":["#, r#"\\,\"mentions\":[{}]}"#] {
            let line = format!(
                r#"{{"schema":1,"document":{{"id":"a","date":"2024-06-14","sha256":"00"}},"claims":[
                {{"predicate":"life","body":0,"event":"founded","date":"1999","confidence":1,"evidence":[]}}],"entities":[
                {{"kind":"commission","name":"{name}","state":"LV","forms":[
                {{"text":"{name}","start":0,"end":4,"name":true}},{{"text":"{name} x","start":7,"end":9,"name":true}}]}}]}}"#
            );
            let graph = fold(vec![read_line(&line).unwrap()]);
            let mut with_mentions = 0;
            for (at, node) in graph.nodes() {
                let whole = node_line(node, graph.mentions(at)).unwrap();
                assert_eq!(without_mentions(&whole), node_line(node, &[]).unwrap());
                with_mentions += usize::from(!graph.mentions(at).is_empty());
            }
            assert_eq!(with_mentions, 1);
        }
    }
}

//! TEMPORARY: a minimal reader of graph JSON, so that the commands can be tested before `export::json` is merged.
//! To be deleted together with its one call in `stages.rs`.

use std::collections::BTreeSet;

use interparl::claim::Confidence;
use interparl::document::DocumentRecord;
use interparl::graph::{
    Document, Edge, Evidence, LifeRecord, Meeting, MeetingOutcome, Node, Participant,
    RelationGraph, Spell, Tie,
};
use interparl::ontology::{
    BodyForm, EdgeKind, LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office, OutcomeKind,
    StateCode,
};
use interparl::text::PartialDate;
use jiff::civil::Date;
use serde::Deserialize;

pub(super) struct Problem {
    pub(super) at: Option<(usize, usize)>,
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

#[derive(Deserialize)]
struct WireGraph {
    graph: WireHead,
    nodes: Vec<WireNode>,
    #[serde(alias = "links")]
    edges: Vec<WireEdge>,
}
#[derive(Deserialize)]
struct Versioned {
    graph: Version,
}
#[derive(Deserialize)]
struct Version {
    schema: u32,
}
#[derive(Deserialize)]
struct WireHead {
    documents: Vec<DocumentRecord>,
    meetings: Vec<WireMeeting>,
}
#[derive(Deserialize)]
struct WireNode {
    id: String,
    kind: NodeKind,
    name: String,
    #[serde(default)]
    aliases: BTreeSet<String>,
    state: Option<StateCode>,
    form: Option<BodyForm>,
    code: Option<StateCode>,
    #[serde(default)]
    life: Vec<WireLife>,
}
#[derive(Deserialize)]
struct WireLife {
    date: Option<PartialDate>,
    event: LifeEvent,
    evidence: Vec<WireEvidence>,
}
#[derive(Deserialize)]
#[serde(untagged)]
enum WireEvidence {
    Words {
        document: String,
        start: usize,
        end: usize,
        quote: Option<String>,
        rule: String,
    },
    Table {
        table: String,
        row: String,
    },
}
#[derive(Deserialize)]
struct WireEdge {
    source: String,
    target: String,
    kind: EdgeKind,
    role: Option<Office>,
    title: Option<String>,
    #[serde(default)]
    spells: Vec<WireSpell>,
    meeting: Option<MeetingKind>,
    meeting_id: Option<String>,
    date: Option<PartialDate>,
    place: Option<String>,
    #[serde(default)]
    planned: bool,
    confidence: Confidence,
    evidence: Vec<WireEvidence>,
}
#[derive(Deserialize)]
struct WireSpell {
    not_before: Option<Date>,
    first_seen: Option<Date>,
    last_seen: Option<Date>,
    not_after: Option<Date>,
}
#[derive(Deserialize)]
struct WireMeeting {
    id: String,
    kind: MeetingKind,
    status: MeetingStatus,
    date: Option<PartialDate>,
    place: Option<String>,
    body: Option<String>,
    session: Option<u32>,
    sides: Vec<Vec<String>>,
    participants: Vec<WireParticipant>,
    outcomes: Vec<WireOutcome>,
    confidence: Confidence,
    evidence: Vec<WireEvidence>,
}
#[derive(Deserialize)]
struct WireParticipant {
    person: String,
    capacity: Office,
    body: String,
}
#[derive(Deserialize)]
struct WireOutcome {
    kind: OutcomeKind,
    evidence: Vec<WireEvidence>,
}

fn evidence(wire: Vec<WireEvidence>) -> Vec<Evidence> {
    wire.into_iter()
        .map(|e| match e {
            WireEvidence::Words {
                document,
                start,
                end,
                quote,
                rule,
            } => Evidence::Words {
                document,
                start,
                end,
                quote,
                rule,
            },
            WireEvidence::Table { table, row } => Evidence::Table { table, row },
        })
        .collect()
}

pub(super) fn read(json: &[u8]) -> Result<RelationGraph, Problem> {
    let json_problem = |e: &serde_json::Error| Problem {
        at: Some((e.line(), e.column())),
        message: e
            .to_string()
            .split(" at line ")
            .next()
            .unwrap_or_default()
            .to_owned(),
        hint: Some("a graph comes from: interparl build ARTICLES -o graph.json".to_owned()),
    };
    let version: Versioned = serde_json::from_slice(json).map_err(|e| json_problem(&e))?;
    if version.graph.schema > 1 {
        return Err(Problem {
            at: None,
            message: format!(
                "the graph has schema {}; this interparl reads up to 1",
                version.graph.schema
            ),
            hint: Some("read it with the interparl that wrote it, or a newer one".to_owned()),
        });
    }
    let wire: WireGraph = serde_json::from_slice(json).map_err(|e| json_problem(&e))?;
    build(wire).map_err(|message| Problem {
        at: None,
        message,
        hint: None,
    })
}

fn build(wire: WireGraph) -> Result<RelationGraph, String> {
    let mut graph = RelationGraph::new();
    for record in wire.graph.documents {
        graph.put_document(Document {
            record,
            same_text: BTreeSet::new(),
        });
    }
    for m in wire.graph.meetings {
        graph.put_meeting(meeting(m));
    }
    for n in wire.nodes {
        graph.add_node(node(n)).map_err(|e| e.to_string())?;
    }
    for e in wire.edges {
        let id = |id: &str| {
            graph
                .find(id)
                .ok_or_else(|| format!("an edge points at \"{id}\", which is not among the nodes"))
        };
        let (source, target) = (id(&e.source)?, id(&e.target)?);
        graph
            .add_edge(source, target, edge(e)?)
            .map_err(|e| e.to_string())?;
    }
    Ok(graph)
}

fn meeting(m: WireMeeting) -> Meeting {
    Meeting {
        id: m.id,
        kind: m.kind,
        status: m.status,
        date: m.date,
        place: m.place,
        body: m.body,
        session: m.session,
        sides: m.sides,
        participants: m
            .participants
            .into_iter()
            .map(|p| Participant {
                person: p.person,
                capacity: p.capacity,
                body: p.body,
            })
            .collect(),
        outcomes: m
            .outcomes
            .into_iter()
            .map(|o| MeetingOutcome {
                kind: o.kind,
                evidence: evidence(o.evidence),
            })
            .collect(),
        confidence: m.confidence,
        evidence: evidence(m.evidence),
    }
}

fn node(n: WireNode) -> Node {
    Node {
        id: n.id,
        kind: n.kind,
        name: n.name,
        aliases: n.aliases,
        state: n.state,
        form: n.form,
        code: n.code,
        wikidata: None,
        life: n
            .life
            .into_iter()
            .map(|l| LifeRecord {
                date: l.date,
                event: l.event,
                evidence: evidence(l.evidence),
            })
            .collect(),
    }
}

fn edge(e: WireEdge) -> Result<Edge, String> {
    let missing = |what: &str| format!("an edge has no {what}");
    let tie = match e.kind {
        EdgeKind::Role => Tie::Role {
            office: e.role.ok_or_else(|| missing("role"))?,
            title: e.title.unwrap_or_default(),
            spells: e
                .spells
                .into_iter()
                .map(|s| Spell {
                    not_before: s.not_before,
                    first_seen: s.first_seen,
                    last_seen: s.last_seen,
                    not_after: s.not_after,
                })
                .collect(),
        },
        EdgeKind::Met => Tie::Met {
            kind: e.meeting.ok_or_else(|| missing("meeting"))?,
            meeting: e.meeting_id.ok_or_else(|| missing("meeting_id"))?,
            date: e.date,
            place: e.place,
        },
        EdgeKind::Attended => Tie::Attended {
            kind: e.meeting.ok_or_else(|| missing("meeting"))?,
            meeting: e.meeting_id.ok_or_else(|| missing("meeting_id"))?,
            date: e.date,
            place: e.place,
        },
        EdgeKind::Visited => Tie::Visited {
            date: e.date,
            planned: e.planned,
        },
        EdgeKind::PartOf => Tie::PartOf,
        EdgeKind::Links => Tie::Links,
    };
    Ok(Edge {
        tie,
        confidence: e.confidence,
        evidence: evidence(e.evidence),
    })
}

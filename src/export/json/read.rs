//! From JSON to the graph.

use serde::Deserialize;

use super::wire::{
    EvidenceSort, WireDocument, WireEdge, WireEvidence, WireGraph, WireLife, WireMeeting,
    WireMention, WireNode, WireSpell,
};
use super::{JsonError, SCHEMA};
use crate::document::DocumentRecord;
use crate::graph::{
    Difference, Document, Edge, Evidence, LifeRecord, Meeting, MeetingOutcome, Node, NodeMention,
    NodeRef, Participant, RelationGraph, Spell, Tie,
};
use crate::ontology::EdgeKind;

/// Reads a graph. `edges` may also be called `links`, as older `NetworkX` did; unknown fields are passed over.
///
/// # Errors
/// - [`JsonError::Syntax`] where it is not JSON of the form, with line and column.
/// - [`JsonError::NoSchema`] where `graph.schema` is missing, [`JsonError::Newer`] where it is above [`SCHEMA`].
/// - [`JsonError::Undirected`] where `directed` is false.
/// - [`JsonError::Missing`] where an edge or a piece of evidence lacks a field of its kind.
/// - [`JsonError::Dangling`] where an edge, a meeting or evidence points at an id that nothing has.
/// - [`JsonError::Duplicate`] and [`JsonError::Graph`] where two things have one id, or two edges of a pair one key.
pub fn read(bytes: &[u8]) -> Result<RelationGraph, JsonError> {
    check_version(bytes)?;
    let wire: WireGraph = serde_json::from_slice(bytes)?;
    if !wire.directed {
        return Err(JsonError::Undirected);
    }
    let mut graph = RelationGraph::new();
    for document in wire.graph.documents {
        if graph.document(&document.id).is_some() {
            return Err(JsonError::Duplicate {
                what: "document",
                id: document.id,
            });
        }
        graph.put_document(read_document(document));
    }
    for mut node in wire.nodes {
        let mentions = std::mem::take(&mut node.mentions);
        let mentions = read_mentions(&graph, &node, mentions)?;
        let node = read_node(&graph, node)?;
        let node = graph.add_node(node)?;
        if !mentions.is_empty() {
            graph.put_mentions(node, mentions);
        }
    }
    for meeting in wire.graph.meetings {
        if graph.meeting(&meeting.id).is_some() {
            return Err(JsonError::Duplicate {
                what: "meeting",
                id: meeting.id,
            });
        }
        let meeting = read_meeting(&graph, meeting)?;
        graph.put_meeting(meeting);
    }
    for edge in wire.edges {
        let (source, target, edge) = read_edge(&graph, edge)?;
        graph.add_edge(source, target, edge)?;
    }
    Ok(graph)
}

/// The version is read first: a newer form may not parse as ours at all, and the version is then the better message.
fn check_version(bytes: &[u8]) -> Result<(), JsonError> {
    #[derive(Deserialize)]
    struct Versioned {
        graph: Option<Tables>,
    }
    #[derive(Deserialize)]
    struct Tables {
        schema: Option<u32>,
    }
    let version: Versioned = serde_json::from_slice(bytes)?;
    match version.graph.and_then(|tables| tables.schema) {
        None => Err(JsonError::NoSchema),
        Some(found) if found > SCHEMA => Err(JsonError::Newer { found }),
        Some(_) => Ok(()),
    }
}

fn read_document(wire: WireDocument) -> Document {
    Document {
        record: DocumentRecord {
            id: wire.id,
            title: wire.title,
            date: wire.date,
            url: wire.url,
            publisher: wire.publisher,
            lang: wire.lang,
            sha256: wire.sha256,
            extra: wire.extra,
        },
        same_text: wire.same_text,
    }
}

fn read_node(graph: &RelationGraph, wire: WireNode) -> Result<Node, JsonError> {
    let what = format!("the node \"{}\"", wire.id);
    let life = wire.life.into_iter().map(|record| {
        let WireLife {
            event,
            date,
            evidence,
        } = record;
        Ok(LifeRecord {
            date,
            event,
            evidence: read_evidence(graph, &what, evidence)?,
        })
    });
    Ok(Node {
        life: life.collect::<Result<_, JsonError>>()?,
        id: wire.id,
        kind: wire.kind,
        name: wire.name,
        aliases: wire.aliases,
        state: wire.state,
        form: wire.form,
        code: wire.code,
        wikidata: wire.wikidata,
    })
}

fn read_mentions(
    graph: &RelationGraph,
    node: &WireNode,
    wire: Vec<WireMention>,
) -> Result<Vec<NodeMention>, JsonError> {
    let read = |mention: WireMention| {
        if graph.document(&mention.document).is_none() {
            let what = format!("a mention of the node \"{}\"", node.id);
            return Err(dangling(&what, &mention.document, "documents"));
        }
        Ok(NodeMention {
            document: mention.document,
            start: mention.start,
            end: mention.end,
            name: mention.name.unwrap_or_else(|| node.name.clone()),
        })
    };
    wire.into_iter().map(read).collect()
}

fn read_meeting(graph: &RelationGraph, wire: WireMeeting) -> Result<Meeting, JsonError> {
    let what = format!("the meeting \"{}\"", wire.id);
    let people = wire.sides.iter().flatten();
    let capacities = wire.participants.iter().flat_map(|p| [&p.person, &p.body]);
    for id in people.chain(capacities).chain(&wire.body) {
        find(graph, &what, id)?;
    }
    let cited = wire.differences.iter().flat_map(|d| &d.documents);
    for document in cited {
        if graph.document(document).is_none() {
            return Err(dangling(&what, document, "documents"));
        }
    }
    let outcomes = wire.outcomes.into_iter().map(|outcome| {
        Ok(MeetingOutcome {
            kind: outcome.kind,
            evidence: read_evidence(graph, &what, outcome.evidence)?,
        })
    });
    Ok(Meeting {
        outcomes: outcomes.collect::<Result<_, JsonError>>()?,
        evidence: read_evidence(graph, &what, wire.evidence)?,
        id: wire.id,
        kind: wire.kind,
        status: wire.status,
        date: wire.date,
        place: wire.place,
        body: wire.body,
        session: wire.session,
        sides: wire.sides,
        participants: wire
            .participants
            .into_iter()
            .map(|p| Participant {
                person: p.person,
                capacity: p.capacity,
                body: p.body,
            })
            .collect(),
        differences: wire
            .differences
            .into_iter()
            .map(|d| Difference {
                detail: d.detail,
                value: d.value,
                documents: d.documents,
            })
            .collect(),
        confidence: wire.confidence,
    })
}

fn read_edge(
    graph: &RelationGraph,
    mut wire: WireEdge,
) -> Result<(NodeRef, NodeRef, Edge), JsonError> {
    let what = format!(
        "the edge \"{}\" from \"{}\" to \"{}\"",
        wire.key, wire.source, wire.target
    );
    let source = find(graph, &what, &wire.source)?;
    let target = find(graph, &what, &wire.target)?;
    let evidence = read_evidence(graph, &what, std::mem::take(&mut wire.evidence))?;
    let edge = Edge {
        confidence: wire.confidence,
        evidence,
        tie: read_tie(graph, &what, wire)?,
    };
    Ok((source, target, edge))
}

fn read_tie(graph: &RelationGraph, what: &str, wire: WireEdge) -> Result<Tie, JsonError> {
    let date = wire.date.flatten();
    let place = wire.place.flatten();
    let spells = wire.spells.unwrap_or_default();
    Ok(match wire.kind {
        EdgeKind::Role => Tie::Role {
            office: needed(wire.role, what, "role")?,
            title: needed(wire.title, what, "title")?,
            spells: spells.iter().map(read_spell).collect(),
        },
        kind @ (EdgeKind::Met | EdgeKind::Attended) => {
            let meeting = needed(wire.meeting_id, what, "meeting_id")?;
            if graph.meeting(&meeting).is_none() {
                return Err(dangling(what, &meeting, "meetings"));
            }
            let how = needed(wire.meeting, what, "meeting")?;
            if kind == EdgeKind::Met {
                Tie::Met {
                    kind: how,
                    meeting,
                    date,
                    place,
                }
            } else {
                Tie::Attended {
                    kind: how,
                    meeting,
                    date,
                    place,
                }
            }
        }
        EdgeKind::Visited => Tie::Visited {
            date,
            planned: wire.planned.unwrap_or_default(),
        },
        EdgeKind::PartOf => Tie::PartOf,
        EdgeKind::Links => Tie::Links,
    })
}

const fn read_spell(wire: &WireSpell) -> Spell {
    Spell {
        not_before: wire.not_before,
        first_seen: wire.first_seen,
        last_seen: wire.last_seen,
        not_after: wire.not_after,
    }
}

fn read_evidence(
    graph: &RelationGraph,
    owner: &str,
    wire: Vec<WireEvidence>,
) -> Result<Vec<Evidence>, JsonError> {
    let what = format!("evidence of {owner}");
    let read = |piece: WireEvidence| {
        match piece.sort {
            Some(EvidenceSort::Table) => {
                return Ok(Evidence::Table {
                    table: needed(piece.table, &what, "table")?,
                    row: needed(piece.row, &what, "row")?,
                });
            }
            Some(EvidenceSort::Judgement) => {
                return Ok(Evidence::Judgement {
                    judgement: needed(piece.judgement, &what, "judgement")?,
                    source: needed(piece.source, &what, "source")?,
                });
            }
            None => {}
        }
        let document = needed(piece.document, &what, "document")?;
        if graph.document(&document).is_none() {
            return Err(dangling(&what, &document, "documents"));
        }
        Ok(Evidence::Words {
            document,
            start: needed(piece.start, &what, "start")?,
            end: needed(piece.end, &what, "end")?,
            quote: piece.quote,
            rule: needed(piece.rule, &what, "rule")?,
        })
    };
    wire.into_iter().map(read).collect()
}

fn find(graph: &RelationGraph, what: &str, id: &str) -> Result<NodeRef, JsonError> {
    graph.find(id).ok_or_else(|| dangling(what, id, "nodes"))
}

fn dangling(what: &str, id: &str, among: &'static str) -> JsonError {
    JsonError::Dangling {
        what: what.to_owned(),
        id: id.to_owned(),
        among,
    }
}

fn needed<T>(value: Option<T>, what: &str, field: &'static str) -> Result<T, JsonError> {
    value.ok_or_else(|| JsonError::Missing {
        what: what.to_owned(),
        field,
    })
}

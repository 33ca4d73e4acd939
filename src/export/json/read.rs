//! From JSON to the graph.

use rustc_hash::{FxHashMap, FxHashSet};

use super::wire::{
    EvidenceSort, WireDocument, WireEdge, WireEvidence, WireLife, WireMeeting, WireMention,
    WireNode, WireSpell,
};
use super::{JsonError, SCHEMA, stream};
use crate::document::DocumentRecord;
use crate::graph::{
    Difference, Document, Edge, Evidence, LifeRecord, Meeting, MeetingOutcome, NameInTime, Node,
    NodeMention, NodeRef, Participant, RelationGraph, Spell, Tie,
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
    stream::read(bytes)
}

/// What is in a graph that is being read, so that what points at it is found at once. Never walked over.
#[derive(Debug, Default)]
pub(super) struct Known {
    documents: FxHashSet<String>,
    nodes: FxHashMap<String, NodeRef>,
    meetings: FxHashSet<String>,
}

/// Puts a document into the graph.
pub(super) fn put_document(
    graph: &mut RelationGraph,
    known: &mut Known,
    wire: WireDocument,
) -> Result<(), JsonError> {
    if !known.documents.insert(wire.id.clone()) {
        return Err(JsonError::Duplicate {
            what: "document",
            id: wire.id,
        });
    }
    graph.put_document(read_document(wire));
    Ok(())
}

/// Puts a node into the graph, once all documents are in it.
pub(super) fn put_node(
    graph: &mut RelationGraph,
    known: &mut Known,
    mut wire: WireNode,
) -> Result<(), JsonError> {
    let mentions = std::mem::take(&mut wire.mentions);
    let mentions = read_mentions(known, &wire, mentions)?;
    let node = read_node(known, wire)?;
    let id = node.id.clone();
    let node = graph.add_node(node)?;
    known.nodes.insert(id, node);
    if !mentions.is_empty() {
        graph.put_mentions(node, mentions);
    }
    Ok(())
}

/// Puts a meeting into the graph, once all nodes are in it.
pub(super) fn put_meeting(
    graph: &mut RelationGraph,
    known: &mut Known,
    wire: WireMeeting,
) -> Result<(), JsonError> {
    if !known.meetings.insert(wire.id.clone()) {
        return Err(JsonError::Duplicate {
            what: "meeting",
            id: wire.id,
        });
    }
    let meeting = read_meeting(known, wire)?;
    graph.put_meeting(meeting);
    Ok(())
}

/// The version is read first: a newer form may not parse as ours at all, and the version is then the better message.
fn check_version(bytes: &[u8]) -> Result<(), JsonError> {
    match stream::schema(bytes)? {
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

fn read_node(known: &Known, wire: WireNode) -> Result<Node, JsonError> {
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
            evidence: read_evidence(known, &what, evidence)?,
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
        names: wire
            .names
            .into_iter()
            .map(|known| NameInTime {
                from: known.from,
                until: known.until,
                name: known.name,
            })
            .collect(),
    })
}

fn read_mentions(
    known: &Known,
    node: &WireNode,
    wire: Vec<WireMention>,
) -> Result<Vec<NodeMention>, JsonError> {
    let read = |mention: WireMention| {
        if !known.documents.contains(&mention.document) {
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
    collect(wire, read)
}

fn read_meeting(known: &Known, wire: WireMeeting) -> Result<Meeting, JsonError> {
    let what = format!("the meeting \"{}\"", wire.id);
    let people = wire.sides.iter().flatten();
    let capacities = wire.participants.iter().flat_map(|p| [&p.person, &p.body]);
    for id in people.chain(capacities).chain(&wire.body) {
        find(known, &what, id)?;
    }
    let cited = wire.differences.iter().flat_map(|d| &d.documents);
    for document in cited {
        if !known.documents.contains(document) {
            return Err(dangling(&what, document, "documents"));
        }
    }
    let outcomes = wire.outcomes.into_iter().map(|outcome| {
        Ok(MeetingOutcome {
            kind: outcome.kind,
            evidence: read_evidence(known, &what, outcome.evidence)?,
        })
    });
    Ok(Meeting {
        outcomes: outcomes.collect::<Result<_, JsonError>>()?,
        evidence: read_evidence(known, &what, wire.evidence)?,
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

/// An edge with its ends, once all nodes and meetings are in the graph.
pub(super) fn read_edge(
    known: &Known,
    mut wire: WireEdge,
) -> Result<(NodeRef, NodeRef, Edge), JsonError> {
    let what = format!(
        "the edge \"{}\" from \"{}\" to \"{}\"",
        wire.key, wire.source, wire.target
    );
    let source = find(known, &what, &wire.source)?;
    let target = find(known, &what, &wire.target)?;
    let evidence = read_evidence(known, &what, std::mem::take(&mut wire.evidence))?;
    let edge = Edge {
        confidence: wire.confidence,
        evidence,
        tie: read_tie(known, &what, wire)?,
    };
    Ok((source, target, edge))
}

fn read_tie(known: &Known, what: &str, wire: WireEdge) -> Result<Tie, JsonError> {
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
            if !known.meetings.contains(&meeting) {
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
    known: &Known,
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
        if !known.documents.contains(&document) {
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
    collect(wire, read)
}

/// Collects into memory of its own: in that of the form, which takes several times as much room, it would stay for as long as the graph.
fn collect<W, T>(
    wire: Vec<W>,
    read: impl Fn(W) -> Result<T, JsonError>,
) -> Result<Vec<T>, JsonError> {
    let mut read_all = Vec::with_capacity(wire.len());
    for entry in wire {
        read_all.push(read(entry)?);
    }
    Ok(read_all)
}

fn find(known: &Known, what: &str, id: &str) -> Result<NodeRef, JsonError> {
    known
        .nodes
        .get(id)
        .copied()
        .ok_or_else(|| dangling(what, id, "nodes"))
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

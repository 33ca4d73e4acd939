//! From the graph to JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::SCHEMA;
use super::wire::{
    EvidenceSort, WireDifference, WireDocument, WireEdge, WireEvidence, WireLife, WireMeeting,
    WireMention, WireName, WireNode, WireOutcome, WireParticipant, WireSpell,
};
use crate::export::ExportOptions;
use crate::graph::{
    Document, Edge, EdgeRef, Evidence, LifeRecord, Meeting, Node, NodeMention, NodeRef,
    RelationGraph, Spell, Tie,
};

/// Writes the graph, one node, edge, meeting or document a line, with a line feed at the end.
///
/// Everything is sorted by id (edges by source, target and key) and every field has its place, so that the same graph
/// gives the same bytes. `options` says whether the words of the articles go along.
///
/// ```
/// use interparl::{export::{ExportOptions, json}, graph::RelationGraph};
/// let mut bytes = Vec::new();
/// json::write(&RelationGraph::new(), ExportOptions::default(), &mut bytes)?;
/// assert!(bytes.starts_with(b"{\n \"directed\": true,\n"));
/// assert_eq!(json::read(&bytes)?.node_count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where `out` does not take the bytes.
pub fn write(graph: &RelationGraph, options: ExportOptions, out: &mut dyn Write) -> io::Result<()> {
    let form = Form { graph, options };
    write!(
        out,
        "{{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {{\n  \"schema\": {SCHEMA},\n  \"documents\": "
    )?;
    list(out, 2, graph.documents().map(document))?;
    out.write_all(b",\n  \"meetings\": ")?;
    list(out, 2, graph.meetings().map(|m| form.meeting(m)))?;
    out.write_all(b"\n },\n \"nodes\": ")?;
    list(out, 1, graph.nodes().map(|(at, node)| form.node(at, node)))?;
    out.write_all(b",\n \"edges\": ")?;
    list(out, 1, graph.edges().iter().map(|edge| form.edge(edge)))?;
    out.write_all(b"\n}\n")
}

/// Writes a list with one entry a line, one space deeper than the list itself.
fn list<T: Serialize>(
    out: &mut dyn Write,
    depth: usize,
    entries: impl Iterator<Item = T>,
) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut between = "\n";
    for entry in entries {
        write!(out, "{between}{:depth$} ", "")?;
        serde_json::to_writer(&mut *out, &entry)?;
        between = ",\n";
    }
    if between == "\n" {
        return out.write_all(b"]");
    }
    write!(out, "\n{:depth$}]", "")
}

pub(super) fn document(document: &Document) -> WireDocument {
    let record = document.record.clone();
    WireDocument {
        id: record.id,
        title: record.title,
        date: record.date,
        url: record.url,
        publisher: record.publisher,
        lang: record.lang,
        sha256: record.sha256,
        same_text: document.same_text.clone(),
        extra: record.extra,
    }
}

/// The graph as it is to be written.
#[derive(Clone, Copy)]
pub(super) struct Form<'g> {
    pub(super) graph: &'g RelationGraph,
    pub(super) options: ExportOptions,
}

impl Form<'_> {
    fn shape(&self) -> Shape {
        Shape(self.options)
    }

    pub(super) fn node(&self, at: NodeRef, node: &Node) -> WireNode {
        self.shape().node(node, self.graph.mentions(at))
    }

    pub(super) fn edge(&self, at: &EdgeRef<'_>) -> WireEdge {
        let id = |node| {
            self.graph
                .node(node)
                .map_or_else(String::new, |n| n.id.clone())
        };
        self.shape().edge(id(at.source), id(at.target), at.edge)
    }

    pub(super) fn meeting(&self, meeting: &Meeting) -> WireMeeting {
        self.shape().meeting(meeting)
    }
}

/// How parts are written, whatever graph they are of.
#[derive(Clone, Copy)]
pub(super) struct Shape(pub(super) ExportOptions);

impl Shape {
    pub(super) fn node(self, node: &Node, mentions: &[NodeMention]) -> WireNode {
        WireNode {
            id: node.id.clone(),
            kind: node.kind,
            form: node.form,
            name: node.name.clone(),
            aliases: node.aliases.clone(),
            state: node.state,
            code: node.code,
            wikidata: node.wikidata.clone(),
            names: node
                .names
                .iter()
                .map(|known| WireName {
                    name: known.name.clone(),
                    from: known.from,
                    until: known.until,
                })
                .collect(),
            life: node.life.iter().map(|record| self.life(record)).collect(),
            mentions: mentions
                .iter()
                .map(|mention| WireMention {
                    document: mention.document.clone(),
                    start: mention.start,
                    end: mention.end,
                    name: Some(&mention.name)
                        .filter(|name| **name != node.name)
                        .cloned(),
                })
                .collect(),
        }
    }

    fn life(self, record: &LifeRecord) -> WireLife {
        WireLife {
            event: record.event,
            date: record.date,
            evidence: self.evidence(&record.evidence),
        }
    }

    pub(super) fn edge(self, source: String, target: String, edge: &Edge) -> WireEdge {
        let mut wire = WireEdge {
            source,
            target,
            key: edge.key(),
            kind: edge.kind(),
            role: None,
            title: None,
            spells: None,
            meeting: None,
            meeting_id: None,
            date: None,
            place: None,
            planned: None,
            confidence: edge.confidence,
            evidence: self.evidence(&edge.evidence),
        };
        match &edge.tie {
            Tie::Role {
                office,
                title,
                spells,
            } => {
                wire.role = Some(*office);
                wire.title = Some(title.clone());
                wire.spells = Some(spells.iter().map(spell).collect());
            }
            Tie::Met {
                kind,
                meeting,
                date,
                place,
            }
            | Tie::Attended {
                kind,
                meeting,
                date,
                place,
            } => {
                wire.meeting = Some(*kind);
                wire.meeting_id = Some(meeting.clone());
                wire.date = Some(*date);
                wire.place = Some(place.clone());
            }
            Tie::Visited { date, planned } => {
                wire.date = Some(*date);
                wire.planned = Some(*planned);
            }
            Tie::PartOf | Tie::Links => {}
        }
        wire
    }

    pub(super) fn meeting(self, meeting: &Meeting) -> WireMeeting {
        WireMeeting {
            id: meeting.id.clone(),
            kind: meeting.kind,
            status: meeting.status,
            date: meeting.date,
            place: meeting.place.clone(),
            body: meeting.body.clone(),
            session: meeting.session,
            sides: meeting.sides.clone(),
            participants: meeting
                .participants
                .iter()
                .map(|p| WireParticipant {
                    person: p.person.clone(),
                    capacity: p.capacity,
                    body: p.body.clone(),
                })
                .collect(),
            outcomes: meeting
                .outcomes
                .iter()
                .map(|outcome| WireOutcome {
                    kind: outcome.kind,
                    evidence: self.evidence(&outcome.evidence),
                })
                .collect(),
            differences: meeting
                .differences
                .iter()
                .map(|difference| WireDifference {
                    detail: difference.detail,
                    value: difference.value.clone(),
                    documents: difference.documents.clone(),
                })
                .collect(),
            confidence: meeting.confidence,
            evidence: self.evidence(&meeting.evidence),
        }
    }

    fn evidence(self, evidence: &[Evidence]) -> Vec<WireEvidence> {
        let quotes = self.0.quotes;
        evidence
            .iter()
            .map(|piece| match piece {
                Evidence::Words {
                    document,
                    start,
                    end,
                    quote,
                    rule,
                } => WireEvidence {
                    document: Some(document.clone()),
                    start: Some(*start),
                    end: Some(*end),
                    quote: quote.clone().filter(|_| quotes),
                    rule: Some(rule.clone()),
                    ..WireEvidence::default()
                },
                Evidence::Table { table, row } => WireEvidence {
                    sort: Some(EvidenceSort::Table),
                    table: Some(table.clone()),
                    row: Some(row.clone()),
                    ..WireEvidence::default()
                },
                Evidence::Judgement { judgement, source } => WireEvidence {
                    sort: Some(EvidenceSort::Judgement),
                    judgement: Some(judgement.clone()),
                    source: Some(source.clone()),
                    ..WireEvidence::default()
                },
            })
            .collect()
    }
}

const fn spell(spell: &Spell) -> WireSpell {
    WireSpell {
        not_before: spell.not_before,
        first_seen: spell.first_seen,
        last_seen: spell.last_seen,
        not_after: spell.not_after,
    }
}

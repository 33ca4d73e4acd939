//! From a graph to judgements on it: which words of which texts stand for a node, and which claims behind an edge.
//!
//! A judgement points at texts, and a graph knows where its nodes are named and from where its edges are. This module
//! never decides what is right; it only words what a person says.

use std::collections::BTreeSet;

use super::table_row::table_row;
use crate::graph::{
    Document, EdgeRef, Evidence, Meeting, NodeMention, NodeRef, RelationGraph, Tie,
};
use crate::identity::{EntityRef, JudgementId, MentionRef, Opinion, Party, WrongClaim, WrongPart};
use crate::ontology::{MeetingDetail, MeetingKind};
use crate::text::PartialDate;

/// Why something cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotJudge {
    /// The graph does not say where a node is named.
    #[error("the graph does not tell where \"{name}\" is named")]
    Unmentioned {
        /// The node's name.
        name: String,
    },
    /// The edge is from a table and not from an article.
    #[error("this is from the row \"{row}\" of the table \"{table}\" and not from an article")]
    FromTable {
        /// The table.
        table: String,
        /// The row.
        row: String,
    },
    /// Of several who met it is not said which was not there.
    #[error("the meeting \"{meeting}\" was of {people} people")]
    SeveralMet {
        /// The meeting's id.
        meeting: String,
        /// How many people were there.
        people: usize,
    },
    /// Nothing stands behind it that could be wrong.
    #[error("nothing is known of where this is from")]
    NoEvidence,
}

/// Where a node is named, as places of texts, in the order of the documents.
#[must_use]
pub fn mentions_of(graph: &RelationGraph, node: NodeRef) -> Vec<MentionRef> {
    let mentions = graph.mentions(node).iter();
    mentions.filter_map(|m| pointer(graph, m)).collect()
}

/// The place at which a node is best pointed at: one of its best name, in the earliest document.
///
/// # Errors
/// [`CannotJudge::Unmentioned`] where the graph tells no place.
pub fn mention_of(graph: &RelationGraph, node: NodeRef) -> Result<MentionRef, CannotJudge> {
    let best_name = graph.node(node).map_or("", |n| n.name.as_str());
    let best = graph.mentions(node).iter().min_by_key(|mention| {
        let date = graph
            .document(&mention.document)
            .and_then(|d| d.record.date);
        (mention.name != best_name, date.is_none(), date, *mention)
    });
    best.and_then(|mention| pointer(graph, mention))
        .ok_or_else(|| unmentioned(graph, node))
}

/// The documents that a user means, in the order of their ids: the one of that id; else those whose id ends so; else
/// those whose id or hash begins so; else those whose day does, `2022-05`; else those whose title has the words, in any case.
#[must_use]
pub fn documents_named<'g>(graph: &'g RelationGraph, typed: &str) -> Vec<&'g Document> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    if let Some(document) = graph.document(typed) {
        return vec![document];
    }
    let lower = typed.to_lowercase();
    let ends = |d: &Document| d.record.id.ends_with(typed);
    let begins = |d: &Document| {
        [&d.record.id, &d.record.sha256]
            .iter()
            .any(|w| w.starts_with(typed))
    };
    let titled = |d: &Document| {
        let title = d.record.title.as_ref();
        title.is_some_and(|title| title.to_lowercase().contains(&lower))
    };
    let dated = |d: &Document| {
        let day = d.record.date.map(|day| day.to_string());
        day.is_some_and(|day| typed.len() >= 4 && day.starts_with(typed))
    };
    let fits: [&dyn Fn(&Document) -> bool; 4] = [&ends, &begins, &dated, &titled];
    let found = fits
        .iter()
        .map(|fit| graph.documents().filter(|d| fit(d)).collect::<Vec<_>>());
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Where those documents name a node, in the order of the documents.
#[must_use]
pub fn mentions_in(graph: &RelationGraph, node: NodeRef, document: &str) -> Vec<MentionRef> {
    let documents = documents_named(graph, document);
    let is_in = |m: &&NodeMention| documents.iter().any(|d| d.record.id == m.document);
    let mentions = graph.mentions(node).iter().filter(is_in);
    mentions.filter_map(|m| pointer(graph, m)).collect()
}

fn pointer(graph: &RelationGraph, mention: &NodeMention) -> Option<MentionRef> {
    Some(MentionRef {
        sha256: graph.document(&mention.document)?.record.sha256.clone(),
        start: mention.start,
        end: mention.end,
        name: mention.name.clone(),
    })
}

fn unmentioned(graph: &RelationGraph, node: NodeRef) -> CannotJudge {
    let name = graph
        .node(node)
        .map_or_else(String::new, |n| n.name.clone());
    CannotJudge::Unmentioned { name }
}

/// A node as one whom a new fact is about: by a mention, or what the tables know by its row.
///
/// # Errors
/// [`CannotJudge::Unmentioned`] where the graph tells neither.
pub fn party_of(graph: &RelationGraph, node: NodeRef) -> Result<Party, CannotJudge> {
    let known = graph
        .node(node)
        .and_then(|node| Some((node, table_row(node)?)));
    match known {
        Some((node, row)) => Ok(Party::Named {
            kind: node.kind,
            name: node.name.clone(),
            row: Some(row),
            state: node.state,
        }),
        None => mention_of(graph, node).map(Party::Mention),
    }
}

/// That an edge is wrong: one judgement for each text that claims it. Where a person has added the edge, that is undone.
///
/// # Errors
/// [`CannotJudge::FromTable`] and [`CannotJudge::NoEvidence`] where no article claims it,
/// [`CannotJudge::SeveralMet`] for one of the pairs of a meeting of more than two people,
/// [`CannotJudge::Unmentioned`] where the graph does not tell where its ends are named.
pub fn wrong_edge(graph: &RelationGraph, at: &EdgeRef<'_>) -> Result<Vec<Opinion>, CannotJudge> {
    if let Tie::Met { meeting, .. } | Tie::Attended { meeting, .. } = &at.edge.tie
        && let Some(meeting) = graph.meeting(meeting)
    {
        if matches!(at.edge.tie, Tie::Attended { .. }) {
            return wrong_guest(graph, meeting, at.source);
        }
        let people: BTreeSet<&String> = meeting.sides.iter().flatten().collect();
        if people.len() > 2 {
            return Err(CannotJudge::SeveralMet {
                meeting: meeting.id.clone(),
                people: people.len(),
            });
        }
        return wrong_meeting(graph, meeting);
    }
    let (source, target) = (at.source, at.target);
    claims(graph, &at.edge.evidence, |document| {
        let ways = ways(graph, &[source, target], document)?;
        let parts = ways
            .iter()
            .filter_map(|way| part_of_edge(&at.edge.tie, way));
        Ok(parts.collect())
    })
}

/// What an edge between two entities claims; nothing for one that comes of a meeting.
fn part_of_edge(tie: &Tie, ends: &[EntityRef]) -> Option<WrongPart> {
    let [source, target] = ends else { return None };
    let (source, target) = (source.clone(), target.clone());
    Some(match tie {
        Tie::Role { office, .. } => WrongPart::Role {
            person: source,
            office: *office,
            target,
            former: false,
        },
        Tie::Visited { date, planned } => WrongPart::Visited {
            person: source,
            state: target,
            date: *date,
            planned: *planned,
        },
        Tie::PartOf => WrongPart::PartOf {
            part: source,
            whole: target,
        },
        Tie::Links => WrongPart::Links {
            body: source,
            target,
        },
        Tie::Met { .. } | Tie::Attended { .. } => return None,
    })
}

/// That a meeting is wrong as a whole, in each text as far as that text names those who were there.
///
/// # Errors
/// As [`wrong_edge`].
pub fn wrong_meeting(
    graph: &RelationGraph,
    meeting: &Meeting,
) -> Result<Vec<Opinion>, CannotJudge> {
    let people: Vec<NodeRef> = (meeting.sides.iter().flatten())
        .filter_map(|id| graph.find(id))
        .collect();
    let body = meeting.body.as_ref().and_then(|id| graph.find(id));
    claims(graph, &meeting.evidence, |document| {
        // One article names the two who spoke, another all who sat beside them.
        let named = people.iter().copied();
        let mut nodes: Vec<NodeRef> = named.filter(|p| is_named(graph, *p, document)).collect();
        let body = body.filter(|body| nodes.is_empty() || is_named(graph, *body, document));
        if let (true, None, Some(first)) = (nodes.is_empty(), body, people.first()) {
            return Err(unmentioned(graph, *first));
        }
        nodes.extend(body);
        let ways = ways(graph, &nodes, document)?.into_iter();
        let (kind, date) = told_by(meeting, document);
        Ok(ways
            .map(|mut people| WrongPart::Meeting {
                kind,
                status: meeting.status,
                body: body.and_then(|_| people.pop()),
                people,
                date,
            })
            .collect())
    })
}

/// That somebody was not at a meeting, in each text that names the person.
///
/// # Errors
/// As [`wrong_edge`].
pub fn wrong_guest(
    graph: &RelationGraph,
    meeting: &Meeting,
    person: NodeRef,
) -> Result<Vec<Opinion>, CannotJudge> {
    let body = meeting.body.as_ref().and_then(|id| graph.find(id));
    let opinions = claims(graph, &meeting.evidence, |document| {
        if !is_named(graph, person, document) {
            return Ok(Vec::new());
        }
        let body = body.filter(|body| is_named(graph, *body, document));
        let nodes: Vec<NodeRef> = [person].into_iter().chain(body).collect();
        let ways = ways(graph, &nodes, document)?;
        let (kind, date) = told_by(meeting, document);
        let parts = ways.iter().filter_map(|way| {
            Some(WrongPart::TookPart {
                person: way.first()?.clone(),
                kind,
                status: meeting.status,
                body: way.get(1).cloned(),
                date,
            })
        });
        Ok(parts.collect())
    });
    match opinions {
        Err(CannotJudge::NoEvidence) if !meeting.evidence.is_empty() => {
            Err(unmentioned(graph, person))
        }
        opinions => opinions,
    }
}

/// The kind and the day of a meeting as a document gives them, which may be others than those of most.
fn told_by(meeting: &Meeting, document: &str) -> (MeetingKind, Option<PartialDate>) {
    let own = |detail| {
        let mut told = meeting.differences.iter();
        let own = told.find(|d| d.detail == detail && d.documents.contains(document));
        own.map(|d| d.value.as_str())
    };
    let kind = own(MeetingDetail::Kind).and_then(MeetingKind::from_word);
    let date = own(MeetingDetail::Date).and_then(PartialDate::parse);
    (kind.unwrap_or(meeting.kind), date.or(meeting.date))
}

/// Words a claim for each text of some evidence; `parts` knows what the document of an id claims.
fn claims(
    graph: &RelationGraph,
    evidence: &[Evidence],
    parts: impl Fn(&str) -> Result<Vec<WrongPart>, CannotJudge>,
) -> Result<Vec<Opinion>, CannotJudge> {
    let mut documents = BTreeSet::new();
    let mut opinions = Vec::new();
    let mut table = None;
    for piece in evidence {
        match piece {
            Evidence::Words { document, .. } => {
                documents.insert(document.as_str());
            }
            Evidence::Table { table: of, row } => {
                let (table_name, row) = (of.clone(), row.clone());
                table = Some(CannotJudge::FromTable {
                    table: table_name,
                    row,
                });
            }
            Evidence::Judgement { judgement, .. } => {
                opinions.extend(JudgementId::parse(judgement).map(Opinion::Undo));
            }
        }
    }
    for document in documents {
        let Some(sha256) = graph.document(document).map(|d| d.record.sha256.clone()) else {
            continue;
        };
        opinions.extend(parts(document)?.into_iter().map(|part| {
            let sha256 = sha256.clone();
            Opinion::Wrong(WrongClaim { sha256, part })
        }));
    }
    match (opinions.is_empty(), table) {
        (false, _) => Ok(opinions),
        (true, Some(table)) => Err(table),
        (true, None) => Err(CannotJudge::NoEvidence),
    }
}

/// In how many ways a document names some nodes, each way an entity a node.
fn ways(
    graph: &RelationGraph,
    nodes: &[NodeRef],
    document: &str,
) -> Result<Vec<Vec<EntityRef>>, CannotJudge> {
    let mut ways: Vec<Vec<EntityRef>> = vec![Vec::new()];
    for node in nodes {
        let named = entities(graph, *node, document);
        if named.is_empty() {
            return Err(unmentioned(graph, *node));
        }
        let longer = |way: &Vec<EntityRef>| {
            let way = way.clone();
            let named = named.iter().cloned();
            named.map(move |entity| way.iter().cloned().chain([entity]).collect())
        };
        ways = ways.iter().flat_map(longer).collect();
        // A text names hardly anybody as two; where it does so with many, one way is enough to be told of it.
        ways.truncate(MOST_WAYS);
    }
    Ok(ways)
}

/// Whether words of a document stand for a node.
fn is_named(graph: &RelationGraph, node: NodeRef, document: &str) -> bool {
    let mut mentions = graph.mentions(node).iter();
    mentions.any(|mention| mention.document == document)
}

/// In so many ways at most one text is taken to name the same nodes.
const MOST_WAYS: usize = 64;

/// The entities of a document that are a node.
fn entities(graph: &RelationGraph, node: NodeRef, document: &str) -> Vec<EntityRef> {
    let spans: Vec<EntityRef> = graph
        .mentions(node)
        .iter()
        .filter(|mention| mention.document == document)
        .map(|mention| EntityRef::Span {
            start: mention.start,
            end: mention.end,
            name: mention.name.clone(),
        })
        .collect();
    if !spans.is_empty() {
        return spans;
    }
    let known = graph.node(node).and_then(|node| {
        Some(EntityRef::Row {
            kind: node.kind,
            row: table_row(node)?,
            name: node.name.clone(),
        })
    });
    known.into_iter().collect()
}

//! From what is said to the judgements that are to be kept: by the same checks as the commands `same`, `different`, `wrong`,
//! `fact` and `undo`.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde::Serialize;

use super::fact;
use super::request::{Edge, Pair, Said, Side, Signature, Undo, Wrong};
use crate::explorer::serve::answer::{Refusal, one};
use crate::graph::RelationGraph;
use crate::identity::{
    Contrary, Judgement, JudgementId, Judgements, MentionRef, Opinion, Standing,
};
use crate::ontology::NodeKind;
use crate::query::{
    CannotJudge, Meant, check_guest, check_pair, mention_of, mentions_in, of_texts, wrong_edge,
    wrong_guest, wrong_meeting,
};

/// What is to be kept, and what becomes of each opinion.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) keep: Vec<Judgement>,
    pub(super) told: Vec<Outcome>,
    /// The mentions of a pair, by which its nodes are found afterwards.
    pub(super) mentions: Vec<MentionRef>,
}

impl Plan {
    /// Whether both keep the same, whatever words stand beside it.
    pub(super) fn is_of_the_same(&self, other: &Self) -> bool {
        let ids = |plan: &Self| -> Vec<String> {
            let told = plan.told.iter();
            told.map(|outcome| outcome.id.clone()).collect()
        };
        ids(self) == ids(other)
    }
}

/// What became of one opinion.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    /// The id of the judgement, by which it can be undone.
    pub(super) id: String,
    /// `new`; `counts` where it was said before; `again` where it was undone and counts again; `undone`.
    pub(super) standing: &'static str,
}

/// What is to be kept of what is said about a graph, beside what is known.
pub(super) fn plan(
    graph: &RelationGraph,
    known: &Judgements,
    said: &Said,
) -> Result<Plan, Refusal> {
    match said {
        Said::Same(pair) => plan_pair(graph, known, pair, Opinion::Same),
        Said::Different(pair) => plan_pair(graph, known, pair, Opinion::Different),
        Said::Wrong(wrong) => plan_of(known, &opinions(graph, wrong)?, &wrong.signed),
        Said::Fact(added) => {
            let (opinion, mentions) = fact::opinion(graph, added)?;
            Ok(Plan {
                mentions,
                ..plan_of(known, &[opinion], &added.signed)?
            })
        }
        Said::Undo(undo) => plan_undo(known, undo),
    }
}

fn plan_pair(
    graph: &RelationGraph,
    known: &Judgements,
    pair: &Pair,
    opinion: fn(MentionRef, MentionRef) -> Opinion,
) -> Result<Plan, Refusal> {
    let (a, b) = (meant(graph, &pair.a)?, meant(graph, &pair.b)?);
    check_pair(graph, &a, &b).map_err(|why| unjudgeable(why.to_string()))?;
    let mentions = vec![a.mention.clone(), b.mention.clone()];
    let opinion = opinion(a.mention, b.mention);
    Ok(Plan {
        mentions,
        ..plan_of(known, &[opinion], &pair.signed)?
    })
}

/// The node and the mention that one side means.
fn meant(graph: &RelationGraph, side: &Side) -> Result<Meant, Refusal> {
    let node = one(graph, &side.node)?;
    if graph.node(node).is_some_and(|n| n.kind == NodeKind::State) {
        let why = "states are told by their codes, and cannot be judged";
        return Err(unjudgeable(why));
    }
    let Some(document) = &side.document else {
        let mention = mention_of(graph, node).map_err(|why| cannot(&why))?;
        return Ok(Meant {
            node,
            mention,
            exact: false,
        });
    };
    let known = graph.document(document);
    let document = known.ok_or_else(|| missing("the graph has no such article"))?;
    let mut found = mentions_in(graph, node, &document.record.id).into_iter();
    let mention = found.find(|mention| side.start.is_none_or(|start| mention.start == start));
    let mention = mention.ok_or_else(|| missing("the article does not name it there"))?;
    Ok(Meant {
        node,
        mention,
        exact: true,
    })
}

fn opinions(graph: &RelationGraph, wrong: &Wrong) -> Result<Vec<Opinion>, Refusal> {
    let told = match (&wrong.edge, &wrong.meeting, &wrong.person) {
        (Some(edge), None, None) => of_edge(graph, edge)?,
        (None, Some(meeting), person) => {
            let meeting = graph.meeting(meeting);
            let meeting = meeting.ok_or_else(|| missing("the graph has no such meeting"))?;
            match person {
                None => wrong_meeting(graph, meeting),
                Some(person) => {
                    let person = one(graph, person)?;
                    check_guest(graph, meeting, person)
                        .map_err(|why| unjudgeable(why.to_string()))?;
                    wrong_guest(graph, meeting, person)
                }
            }
        }
        _ => {
            return Err(Refusal::bad(
                "wrong is an edge, or a meeting, or a person at a meeting",
            ));
        }
    };
    let opinions = told.map_err(|why| cannot(&why))?;
    if wrong.documents.is_empty() {
        return Ok(opinions);
    }
    let mut texts = BTreeSet::new();
    for id in &wrong.documents {
        let document = graph.document(id);
        let document = document.ok_or_else(|| missing("the graph has no such article"))?;
        texts.insert(document.record.sha256.as_str());
    }
    let opinions = of_texts(opinions, &texts);
    if opinions.is_empty() {
        return Err(missing("these articles do not claim it"));
    }
    Ok(opinions)
}

fn of_edge(
    graph: &RelationGraph,
    asked: &Edge,
) -> Result<Result<Vec<Opinion>, CannotJudge>, Refusal> {
    let (source, target) = (graph.find(&asked.source), graph.find(&asked.target));
    let edges = source.map(|node| graph.edges_at(node)).unwrap_or_default();
    let edge = edges.into_iter().find(|edge| {
        Some(edge.source) == source && Some(edge.target) == target && edge.edge.key() == asked.key
    });
    let edge = edge.ok_or_else(|| missing("the graph has no such edge"))?;
    Ok(wrong_edge(graph, &edge))
}

/// What is to be kept so that opinions count.
fn plan_of(known: &Judgements, opinions: &[Opinion], signed: &Signature) -> Result<Plan, Refusal> {
    let sayings = known.saying(opinions).map_err(|Contrary(before)| Refusal {
        code: "contrary",
        ..conflict(format!(
            "judgement {} says the contrary; take it back first",
            before.id()
        ))
    })?;
    let mut plan = Plan::default();
    for saying in sayings {
        let kept = saying.to_keep().cloned();
        plan.keep.extend(kept.map(|says| sign(says, signed)));
        plan.told.push(Outcome {
            id: saying.id.to_string(),
            standing: match saying.standing {
                Standing::New => "new",
                Standing::Counts => "counts",
                Standing::Again(_) => "again",
            },
        });
    }
    Ok(plan)
}

fn plan_undo(known: &Judgements, undo: &Undo) -> Result<Plan, Refusal> {
    let id = JudgementId::parse(&undo.id).filter(|id| known.find(id).next().is_some());
    let id = id.ok_or_else(|| missing("there is no such judgement"))?;
    if !known.in_force().contains_key(&id) {
        return Err(Refusal {
            code: "undone",
            ..conflict("the judgement is undone already")
        });
    }
    Ok(Plan {
        keep: vec![sign(known.turning(&id).says, &undo.signed)],
        told: vec![Outcome {
            id: id.to_string(),
            standing: "undone",
        }],
        mentions: Vec::new(),
    })
}

/// What its author says, with who, when and why.
fn sign(says: Opinion, signed: &Signature) -> Judgement {
    let told = |words: &Option<String>| {
        let words = words.as_deref().map(str::trim);
        words.filter(|words| !words.is_empty()).map(str::to_owned)
    };
    Judgement {
        by: told(&signed.by),
        note: told(&signed.note),
        on: signed.on,
        ..Judgement::of(says)
    }
}

pub(super) fn cannot(why: &CannotJudge) -> Refusal {
    Refusal {
        code: match why {
            CannotJudge::FromTable { .. } => "from_table",
            CannotJudge::SeveralMet { .. } => "several_met",
            CannotJudge::Unmentioned { .. } | CannotJudge::NoEvidence => "unjudgeable",
        },
        ..unjudgeable(why.to_string())
    }
}

pub(super) fn unjudgeable(why: impl Into<String>) -> Refusal {
    Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "unjudgeable", why)
}

fn missing(why: &str) -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "not_found", why)
}

fn conflict(why: impl Into<String>) -> Refusal {
    Refusal::new(StatusCode::CONFLICT, "conflict", why)
}

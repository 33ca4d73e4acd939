//! The questions beyond one node and one way, as the commands of the same names ask them: what happened, between whom, since when.

use serde::Serialize;

use super::answer::{Refusal, json};
use super::asked::{Asked, two};
use super::reply::Content;
use crate::graph::RelationGraph;
use crate::ontology::{BodyForm, MeetingKind, MeetingStatus, NodeKind, Office};
use crate::query::{
    BodyFilter, GapFilter, Matrix, Measure, MeetingFilter, MeetingList, OfficesOf, Party, Period,
    Ranked, Scope, Timeline, VisitFilter,
};
use crate::query::{
    best, between, briefing, changes, communities, gaps, list_bodies, list_meetings, matrix,
    offices, stats, timeline, visits,
};

/// So many nodes are ranked where nobody says how many, and at most.
const RANKED: (usize, usize) = (25, 1_000);
/// Betweenness is estimated from the paths of this many nodes: from all of them it takes longer than one who asks waits.
const PIVOTS: usize = 200;

/// A question: of a graph and what was asked, an answer.
pub(super) type Question = fn(&RelationGraph, Asked) -> Result<Content, Refusal>;

/// The questions by the ends of their addresses.
pub(super) const QUESTIONS: &[(&str, Question)] = &[
    ("timeline", |graph, asked| json(&history(graph, asked)?)),
    ("visits", trips),
    ("between", ties),
    ("bodies", bodies),
    ("offices", terms),
    ("matrix", |graph, asked| json(&table(graph, asked)?)),
    ("briefing", brief),
    ("gaps", quiet),
    ("changes", news),
    ("rank", middle),
    ("communities", groups),
    ("stats", numbers),
];

/// Who met whom, when, where, with what outcome.
pub(super) fn meetings(graph: &RelationGraph, mut asked: Asked) -> Result<MeetingList, Refusal> {
    let mut status = asked.words("status", MeetingStatus::from_word)?;
    let filter = MeetingFilter {
        scope: asked.scope(graph)?,
        with: asked.nodes("with", graph)?,
        place: asked.maybe("place")?,
        kinds: asked.words("kind", MeetingKind::from_word)?,
        status: status.pop(),
        with_outcomes: asked.flag("outcomes")?,
    };
    if !status.is_empty() {
        return Err(Refusal::bad("status comes more than once"));
    }
    asked.end()?;
    Ok(list_meetings(graph, &filter))
}

fn history(graph: &RelationGraph, mut asked: Asked) -> Result<Timeline, Refusal> {
    let (node, scope) = (asked.node("node", graph)?, asked.time()?);
    asked.end()?;
    Ok(timeline(graph, node, &scope))
}

fn trips(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let filter = VisitFilter {
        scope: asked.scope(graph)?,
        with: asked.nodes("with", graph)?,
    };
    asked.end()?;
    json(&visits(graph, &filter))
}

fn ties(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let ((a, b), scope) = (two(&mut asked, graph)?, asked.time()?);
    asked.end()?;
    json(&between(graph, a, b, &scope))
}

fn bodies(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let filter = BodyFilter {
        scope: asked.scope(graph)?,
        with: asked.nodes("with", graph)?,
        forms: asked.words("form", BodyForm::from_word)?,
        domestic: asked.flag("domestic")?,
    };
    asked.end()?;
    json(&list_bodies(graph, &filter))
}

fn terms(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let node = asked.node("node", graph)?;
    let mut office = asked.words("office", Office::from_word)?;
    let of = OfficesOf {
        on: asked.day("on")?,
        office: office.pop(),
    };
    if !office.is_empty() {
        return Err(Refusal::bad("office comes more than once"));
    }
    asked.end()?;
    let found = offices(graph, node, of);
    json(&found.ok_or_else(|| Refusal::bad("this is nothing that has or holds an office"))?)
}

fn table(graph: &RelationGraph, mut asked: Asked) -> Result<Matrix, Refusal> {
    let party = match asked.maybe("by")?.as_deref() {
        None | Some("state") => Party::States,
        Some("chamber") => Party::Chambers,
        Some(_) => return Err(Refusal::bad("by is state or chamber")),
    };
    let period = match asked.maybe("per")?.as_deref() {
        None | Some("all") => Period::All,
        Some("year") => Period::Year,
        Some("month") => Period::Month,
        Some(_) => return Err(Refusal::bad("per is all, year or month")),
    };
    let scope = asked.scope(graph)?;
    asked.end()?;
    Ok(matrix(graph, party, period, &scope))
}

fn brief(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let one = asked.node("node", graph)?;
    let mut other = asked.nodes("with", graph)?;
    let (on, scope): (_, Scope) = (asked.day("on")?, asked.time()?);
    asked.end()?;
    if other.len() > 1 || other.first() == Some(&one) {
        return Err(Refusal::bad("with is one other node"));
    }
    json(&briefing(graph, one, other.pop(), on, &scope))
}

fn quiet(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let since = asked.date("since")?;
    let since = since.ok_or_else(|| Refusal::bad("since is missing"))?;
    let only = asked.maybe("only")?;
    if !matches!(only.as_deref(), None | Some("bodies" | "pairs")) {
        return Err(Refusal::bad("only is bodies or pairs"));
    }
    let filter = GapFilter {
        since,
        on: asked.day("on")?,
        scope: asked.part(graph)?,
        bodies: only.as_deref() != Some("pairs"),
        pairs: only.as_deref() != Some("bodies"),
    };
    asked.end()?;
    json(&gaps(graph, &filter))
}

fn news(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let since = asked.date("since")?;
    let since = since.ok_or_else(|| Refusal::bad("since is missing"))?;
    let scope = asked.part(graph)?;
    asked.end()?;
    json(&changes(graph, since, &scope))
}

/// The nodes in their order.
#[derive(Debug, Serialize)]
struct Ranking {
    nodes: Vec<Ranked>,
}

fn middle(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let measure = match asked.maybe("by")?.as_deref() {
        None | Some("degree") => Measure::Degree,
        Some("pagerank") => Measure::PageRank,
        Some("betweenness") => Measure::SampledBetweenness(PIVOTS),
        Some(_) => return Err(Refusal::bad("by is degree, pagerank or betweenness")),
    };
    let kinds = asked.words("kind", NodeKind::from_word)?;
    let count = asked.count("count", RANKED.0, RANKED.1)?;
    asked.end()?;
    json(&Ranking {
        nodes: best(graph, measure, &kinds, count),
    })
}

fn groups(graph: &RelationGraph, mut asked: Asked) -> Result<Content, Refusal> {
    let kinds = asked.words("kind", NodeKind::from_word)?;
    asked.end()?;
    json(&communities(graph, &kinds))
}

fn numbers(graph: &RelationGraph, asked: Asked) -> Result<Content, Refusal> {
    asked.end()?;
    json(&stats(graph))
}

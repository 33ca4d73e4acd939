//! The pairs that may be one, for whoever goes through them: the likeliest first, as the command `review` asks of them.

use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::keep::{editing, refusal_of, work};
use crate::archive::Archive;
use crate::explorer::serve::answer::{Refusal, json};
use crate::explorer::serve::reply::{Content, refused};
use crate::explorer::serve::routes::Shared;
use crate::ontology::{Office, StateCode};
use crate::query::{Brief, Clue, UnsurePair, unsure_pairs};

/// So many are told where nobody says how many.
const USUAL: usize = 50;
/// So many are told at most.
const MOST: usize = 500;

/// How many are asked for, behind how many that are passed over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    count: Option<usize>,
    skip: Option<usize>,
}

/// The pairs that nobody has judged.
#[derive(Debug, Serialize)]
struct Unsure {
    /// How many there are.
    total: usize,
    pairs: Vec<Pair>,
}

/// Two nodes that may be one.
#[derive(Debug, Serialize)]
struct Pair {
    one: Brief,
    other: Brief,
    /// How much speaks for it, in thousandths of a sure name.
    score: i32,
    clues: Vec<Told>,
}

/// A clue, and how much it weighs; below 0 where it speaks against.
#[derive(Debug, Serialize)]
struct Told {
    weight: i32,
    #[serde(flatten)]
    clue: Said,
}

#[derive(Debug, Serialize)]
#[serde(tag = "clue", rename_all = "snake_case")]
enum Said {
    Names { one: String, other: String },
    State { state: StateCode },
    States { one: StateCode, other: StateCode },
    Office { office: Office, body: Brief },
    Body { body: Brief },
    Neighbours { nodes: Vec<Brief> },
    OneArticle { document: String },
}

/// The pairs, as `GET /api/v1/judgements/unsure`.
pub(super) async fn unsure(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Response {
    let (count, skip) = match asked {
        Ok(Query(asked)) => (asked.count.unwrap_or(USUAL), asked.skip.unwrap_or(0)),
        Err(error) => return refused(&Refusal::bad(error.body_text())),
    };
    if !(1..=MOST).contains(&count) {
        return refused(&Refusal::bad(format!("count lies between 1 and {MOST}")));
    }
    match work(&shared, move |shared| find(shared, count, skip)).await {
        Ok(content) => content.reply(&headers),
        Err(refusal) => refused(&refusal),
    }
}

fn find(shared: &Shared, count: usize, skip: usize) -> Result<Content, Refusal> {
    let archive = Archive::read(&editing(shared)?.archive).map_err(|e| refusal_of(&e))?;
    let known = archive.judgements().map_err(|e| refusal_of(&e))?;
    let graph = &shared.now.get().graph;
    let pairs = unsure_pairs(graph, &known);
    let told = |pair: &UnsurePair| Pair {
        one: Brief::of(graph, pair.one),
        other: Brief::of(graph, pair.other),
        score: pair.score,
        clues: pair.clues.iter().map(told).collect(),
    };
    json(&Unsure {
        total: pairs.len(),
        pairs: pairs.iter().skip(skip).take(count).map(told).collect(),
    })
}

fn told(clue: &Clue) -> Told {
    let said = match clue.clone() {
        Clue::Names { one, other, .. } => Said::Names { one, other },
        Clue::State(state) => Said::State { state },
        Clue::States(one, other) => Said::States { one, other },
        Clue::Office(office, body) => Said::Office { office, body },
        Clue::Body(body) => Said::Body { body },
        Clue::Neighbours(nodes) => Said::Neighbours { nodes },
        Clue::OneArticle { document } => Said::OneArticle { document },
    };
    Told {
        weight: clue.weight(),
        clue: said,
    }
}

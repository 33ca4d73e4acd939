//! What was judged, with what still counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;

use super::keep::{editing, refusal_of, work};
use crate::archive::Archive;
use crate::explorer::serve::answer::{Refusal, json};
use crate::explorer::serve::reply::{Content, refused};
use crate::explorer::serve::routes::Shared;
use crate::identity::{Judgement, JudgementId, Opinion};

/// So many of the newest are told.
const MOST: usize = 500;

/// The judgements, the newest first.
#[derive(Debug, Serialize)]
struct History {
    /// How many there are.
    total: usize,
    judgements: Vec<Entry>,
}

/// One judgement.
#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    /// Whether it counts.
    counts: bool,
    /// The judgement that is to be undone to turn this one round: itself, or what undid it.
    turn: String,
    /// The judgement as its line has it.
    line: Value,
}

/// The history, as `GET /api/v1/judgements`.
pub(super) async fn history(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    match work(&shared, read).await {
        Ok(content) => content.reply(&headers),
        Err(refusal) => refused(&refusal),
    }
}

fn read(shared: &Shared) -> Result<Content, Refusal> {
    let archive = Archive::read(&editing(shared)?.archive).map_err(|e| refusal_of(&e))?;
    let lines = archive.judgement_lines().map_err(|e| refusal_of(&e))?;
    let known = archive.judgements().map_err(|e| refusal_of(&e))?;
    let in_force = known.in_force();
    let ids: BTreeSet<JudgementId> = known.iter().map(Judgement::id).collect();
    let mut judgements = Vec::new();
    for line in lines.iter().rev().take(MOST) {
        let (Ok(judgement), Ok(value)) = (Judgement::parse(line), serde_json::from_str(line))
        else {
            continue;
        };
        let id = judgement.id();
        judgements.push(Entry {
            counts: in_force.contains_key(&id),
            turn: last(&ids, &id).to_string(),
            id: id.to_string(),
            line: value,
        });
    }
    json(&History {
        total: lines.len(),
        judgements,
    })
}

/// The last of the chain of undos behind a judgement: what [`Judgements::turning`](crate::identity::Judgements::turning) would undo.
fn last(ids: &BTreeSet<JudgementId>, id: &JudgementId) -> JudgementId {
    let mut last = id.clone();
    for _ in 0..ids.len() {
        let undo = Judgement::of(Opinion::Undo(last.clone())).id();
        if !ids.contains(&undo) {
            break;
        }
        last = undo;
    }
    last
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use super::*;
    use crate::identity::Judgements;

    #[test]
    fn what_is_last_is_what_would_be_undone() {
        let line = r#"{"judgement":"same","a":{"sha256":"0a","start":7,"end":16},"b":{"sha256":"0b","start":0,"end":8}}"#;
        let same = Judgement::parse(line).unwrap();
        let mut all: Judgements = [same.clone()].into_iter().collect();
        for _ in 0..4 {
            let turn = all.turning(&same.id());
            let ids: BTreeSet<JudgementId> = all.iter().map(Judgement::id).collect();
            assert_eq!(turn.says, Opinion::Undo(last(&ids, &same.id())));
            all.insert(turn);
        }
    }
}

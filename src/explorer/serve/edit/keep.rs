//! What is said goes into the archive, and the graph is folded anew.
//!
//! An answer is given only once the judgement is on the disk. The graph is folded behind that; where this takes longer than one
//! who asks should wait, the answer says so, and the new graph is shown when it is there.

use std::mem::take;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path as Named, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Editing;
use super::gate::body;
use super::judge::{Outcome, plan};
use super::request::Said;
use crate::archive::{Archive, ArchiveError};
use crate::archive_graph::{self, GraphError};
use crate::explorer::serve::answer::{Refusal, json};
use crate::explorer::serve::follow::{self, Edition, Storing};
use crate::explorer::serve::reply::{plain, refused};
use crate::explorer::serve::routes::Shared;
use crate::explorer::serve::told::Told;
use crate::graph::RelationGraph;
use crate::identity::{Judgement, JudgementFinding, Judgements, MentionRef};

/// Bytes that what is said may have.
const MOST: usize = 64 << 10;
/// So long an answer waits for the graph that is folded anew.
const FOLDING: Duration = Duration::from_secs(6);
/// So long one waits for those who correct at the same time.
const ROOM: Duration = Duration::from_secs(4);
/// So many judgements of one answer are told.
const TOLD: usize = 100;
/// So often a graph that is no longer the one of the archive is folded anew before others have to wait for it.
const TRIES: usize = 3;

/// What became of each opinion, and the mentions by which the nodes of a pair are found.
type Kept = (Vec<Outcome>, Vec<MentionRef>);

/// What is told of what was kept.
#[derive(Debug, Serialize)]
struct Answer {
    /// What became of each opinion.
    judgements: Vec<Outcome>,
    /// Whether the graph that is told now has it.
    shown: bool,
    /// The nodes that the mentions of a pair stand for now, where that is known.
    nodes: Vec<String>,
    /// Why judgements of this answer have no effect, in words.
    without_effect: Vec<String>,
}

/// Keeps what is said, as `POST /api/v1/judgements/{same|different|wrong|undo}`.
pub(super) async fn judge(
    State(shared): State<Arc<Shared>>,
    Named(word): Named<String>,
    request: Request,
) -> Response {
    match judged(&shared, &word, request).await {
        Ok(content) => content,
        Err(refusal) => refused(&refusal),
    }
}

async fn judged(shared: &Arc<Shared>, word: &str, request: Request) -> Result<Response, Refusal> {
    let said = Said::parse(word, &body(request, MOST).await?)?;
    let (mut told, mentions) = work(shared, move |shared| keep(shared, &said)).await?;
    let findings = folded(shared).await;
    let shown = findings.is_some();
    let nodes = if shown {
        let now = shared.now.get();
        let nodes = mentions.iter().filter_map(|m| node_of(&now.graph, m));
        nodes.collect()
    } else {
        Vec::new()
    };
    let of_these = |finding: &&JudgementFinding| {
        let id = finding.judgement.to_string();
        told.iter().any(|outcome| outcome.id == id)
    };
    let findings = findings.unwrap_or_default();
    let without_effect = findings.iter().filter(of_these);
    let without_effect = without_effect
        .map(|finding| finding.why.to_string())
        .collect();
    told.truncate(TOLD);
    Ok(plain(&json(&Answer {
        judgements: told,
        shown,
        nodes,
        without_effect,
    })?))
}

/// Does something on a thread that may wait, when it is its turn.
pub(super) async fn work<T: Send + 'static>(
    shared: &Arc<Shared>,
    job: impl FnOnce(&Shared) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let room = Arc::clone(&editing(shared)?.room);
    let permit = tokio::time::timeout(ROOM, room.acquire_owned()).await;
    let Ok(Ok(permit)) = permit else {
        let why = "too much is corrected at once; nothing was kept, try again";
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Err(Refusal::new(status, "busy", why));
    };
    let shared = Arc::clone(shared);
    let done = tokio::task::spawn_blocking(move || {
        let done = job(&shared);
        drop(permit);
        done
    });
    done.await.unwrap_or_else(|_| {
        let why = "the question could not be worked on";
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Err(Refusal::new(status, "failed", why))
    })
}

/// Puts the judgements of what is said into the archive; when this returns well, they are on the disk.
///
/// They are planned on the graph of the archive as it is when they are written. Where that is no longer the one that was told when
/// somebody said this, it is kept only if it says the same of both.
fn keep(shared: &Shared, said: &Said) -> Result<Kept, Refusal> {
    let editing = editing(shared)?;
    let told = shared.now.get();
    for left in (0..TRIES).rev() {
        // Who adds articles all the time must not keep this from being kept for ever; then the others wait.
        let waits = left == 0;
        if let Some(kept) = try_to_keep(shared, editing, (said, &told), waits)? {
            return Ok(kept);
        }
        follow::renew(shared, Storing::No).map_err(|e| refusal_of_graph(&e))?;
    }
    Err(moved())
}

/// Keeps what is said on the graph that is told now, or nothing where the archive has another graph by then; with `waits`, that
/// graph is read or folded while nobody else can write.
fn try_to_keep(
    shared: &Shared,
    editing: &Editing,
    (said, seen): (&Said, &Told),
    waits: bool,
) -> Result<Option<Kept>, Refusal> {
    let now = shared.now.get();
    let mut archive =
        Archive::write(&editing.archive, editing.options.patience).map_err(|e| refusal_of(&e))?;
    let mut kept = None;
    let say = |archive: &Archive, known: &Judgements| {
        let mut planned = plan(&seen.graph, known, said)?;
        // What counts already needs no other graph.
        if !planned.keep.is_empty() {
            let edition = Edition::of(archive).map_err(|e| refusal_of(&e))?;
            let is_told = now.edition == Some(edition);
            if !is_told && !waits {
                return Ok(Vec::new());
            }
            let read = if is_told {
                None
            } else {
                Some(archive_graph::read(archive).map_err(|e| refusal_of_graph(&e))?)
            };
            let then = plan(read.as_ref().unwrap_or(&now.graph), known, said)?;
            if !then.is_of_the_same(&planned) {
                return Err(moved());
            }
        }
        let keep = take(&mut planned.keep);
        if !keep.iter().all(Judgement::can_be_read) {
            return Err(Refusal::bad("this cannot be written down as a judgement"));
        }
        kept = Some((planned.told, planned.mentions));
        Ok(keep)
    };
    archive.judge_beside(say).map_err(|e| refusal_of(&e))??;
    Ok(kept)
}

/// Why something is not kept of which it is not sure what it would be said of.
fn moved() -> Refusal {
    Refusal::new(
        StatusCode::CONFLICT,
        "moved",
        "the graph has changed, and this would now be said of something else; nothing was kept, look at it and try again",
    )
}

/// What those share who correct.
pub(super) fn editing(shared: &Shared) -> Result<&Editing, Refusal> {
    shared.editing.as_ref().ok_or_else(|| {
        let why = "this server was not started to correct: interparl serve ARCHIVE --edit";
        Refusal::new(StatusCode::FORBIDDEN, "no_edit", why)
    })
}

/// Lets the graph be folded anew and shown, and gives the judgements that have no effect on it; none where that takes longer
/// than one should wait, or cannot be done now. What is kept is kept either way.
pub(super) async fn folded(shared: &Arc<Shared>) -> Option<Vec<JudgementFinding>> {
    let shared = Arc::clone(shared);
    // It goes on when nobody waits for it any more.
    let folding = tokio::task::spawn_blocking(move || {
        let renewed = follow::renew(&shared, Storing::Yes);
        renewed.map(|()| shared.now.get().findings.clone())
    });
    let folded = tokio::time::timeout(FOLDING, folding).await;
    folded.ok()?.ok()?.ok()
}

/// The node that a mention stands for.
fn node_of(graph: &RelationGraph, mention: &MentionRef) -> Option<String> {
    let is_it = |document: &str| {
        graph
            .document(document)
            .is_some_and(|d| d.record.sha256 == mention.sha256)
    };
    let mut nodes = graph.nodes();
    let found = nodes.find(|(node, _)| {
        let mut mentions = graph.mentions(*node).iter();
        mentions.any(|m| (m.start, m.end) == (mention.start, mention.end) && is_it(&m.document))
    });
    found.map(|(_, node)| node.id.clone())
}

/// Why an archive cannot be written, for those who ask. Where it lies is nothing that they are to know.
pub(super) fn refusal_of(error: &ArchiveError) -> Refusal {
    let (status, code, why) = match error {
        ArchiveError::Busy(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "busy",
            "another program writes to the archive; nothing was kept, try again",
        ),
        ArchiveError::ReadOnly(_) => (
            StatusCode::FORBIDDEN,
            "read_only",
            "the archive may not be written to; nothing was kept",
        ),
        ArchiveError::Full(_) => (
            StatusCode::INSUFFICIENT_STORAGE,
            "full",
            "no room is left; nothing was kept",
        ),
        _ => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "archive",
            "the archive cannot be read or written; nothing was kept",
        ),
    };
    Refusal::new(status, code, why)
}

/// Why the graph of an archive cannot be had, for those who ask.
fn refusal_of_graph(error: &GraphError) -> Refusal {
    match error {
        GraphError::Archive(error) => refusal_of(error),
        GraphError::Stored(_) | GraphError::Json(_) | GraphError::Disk(_) => Refusal::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "archive",
            "the archive cannot be read or written; nothing was kept",
        ),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use std::net::{IpAddr, Ipv4Addr, SocketAddr};
    use std::path::Path;

    use super::*;
    use crate::archive::{Entry, Reader};
    use crate::document::Article;
    use crate::explorer::serve::ServeOptions;
    use crate::explorer::serve::edit::{EditOptions, Token};
    use crate::export::ExportOptions;
    use crate::lexicon::Lexicon;
    use crate::pipeline;

    fn reader() -> Reader {
        Reader {
            rules: pipeline::READER.to_owned(),
            tables: String::new(),
        }
    }

    fn add(path: &Path, text: &str) {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let reading = pipeline::read(&article, Lexicon::builtin());
        let entry = Entry::new(&article, &reading).unwrap();
        let mut archive = Archive::add_to(path, Duration::from_secs(1)).unwrap();
        archive.add(&[entry], &reader()).unwrap();
    }

    fn served(path: &Path) -> Shared {
        let options = ServeOptions {
            address: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            hosts: Vec::new(),
            export: ExportOptions::default(),
            archive: Some(path.to_owned()),
            generation: None,
            edit: Some(EditOptions {
                token: Token::random().unwrap(),
                patience: Duration::from_secs(1),
                reader: reader(),
                lexicon: None,
            }),
        };
        let shared = Shared::new(RelationGraph::new(), &options).unwrap();
        follow::renew(&shared, Storing::No).unwrap();
        shared
    }

    #[test]
    fn what_is_said_of_an_older_graph_is_kept_where_it_says_the_same_of_the_newer_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let judged = || Archive::read(&path).unwrap().judgements().unwrap();
        add(
            &path,
            "Speaker of the Saeima Daiga Ozola met Speaker of the Riigikogu Jaan Tamm in Riga.",
        );
        let shared = served(&path);
        let wrong = |person: &str, body: &str| {
            let edge = format!(
                r#"{{"edge":{{"source":"{person}","target":"{body}","key":"role:speaker"}}}}"#
            );
            Said::parse("wrong", edge.as_bytes()).unwrap()
        };
        // Another program adds an article that claims the first office as well, and nothing of the second one.
        add(
            &path,
            "Daiga Ozola, Speaker of the Saeima, spoke of schools.",
        );
        let refused = keep(&shared, &wrong("person/daiga-ozola", "lv/saeima")).unwrap_err();
        assert_eq!(
            (refused.status, refused.code),
            (StatusCode::CONFLICT, "moved")
        );
        assert!(judged().is_empty());
        add(&path, "Daiga Ozola, Speaker of the Saeima, spoke of roads.");
        keep(&shared, &wrong("person/jaan-tamm", "ee/riigikogu")).unwrap();
        assert_eq!(judged().iter().count(), 1);
        // What is told by now is the graph of all three articles.
        assert_eq!(shared.now.get().graph.documents().count(), 3);
        keep(&shared, &wrong("person/daiga-ozola", "lv/saeima")).unwrap();
        assert_eq!(judged().iter().count(), 4);
    }
}

//! Correcting: the only requests that change something, and only judgements and articles of an archive are added.
//!
//! `gate` lets in who has the token, `request` says what can be asked, `judge` what is to be kept of it, `keep` puts it into
//! the archive and lets it be seen, `fact` is for what no article tells, `unsure` for what is to be asked, `article` takes in articles. Nothing that is there is ever changed or taken away.

mod article;
mod fact;
mod gate;
mod history;
mod judge;
mod keep;
mod request;
mod token;
mod unsure;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware;
use axum::routing::{get, post};
use tokio::sync::Semaphore;

use super::routes::Shared;
use crate::archive::Reader;
use crate::lexicon::Lexicon;

pub use token::Token;

/// Where a history, the sorts of judgements and articles are asked for.
const PLACES: [&str; 2] = ["/api/v1/judgements", "/api/v1/articles"];

/// How one may correct through a server.
#[derive(Debug, Clone)]
pub struct EditOptions {
    /// What one must know to do so.
    pub token: Token,
    /// How long to wait where another process writes to the archive; no longer than ten seconds.
    pub patience: Duration,
    /// Who reads the articles that are added, as the archive notes it.
    pub reader: Reader,
    /// The tables that they are read with; `None` for the built-in ones.
    pub lexicon: Option<Arc<Lexicon>>,
}

/// What those who correct share.
#[derive(Debug)]
pub(super) struct Editing {
    pub(super) options: EditOptions,
    pub(super) archive: PathBuf,
    /// Room for those who correct, apart from that of those who ask: they may have to wait for another program.
    room: Arc<Semaphore>,
}

/// So many corrections are worked on at once.
const AT_WORK: usize = 4;

impl Editing {
    pub(super) fn new(options: EditOptions, archive: PathBuf) -> Self {
        Self {
            options: EditOptions {
                patience: options.patience.min(Duration::from_secs(10)),
                ..options
            },
            archive,
            room: Arc::new(Semaphore::new(AT_WORK)),
        }
    }
}

/// Whether a path is one of those that change something; these may be asked with `POST`.
pub(super) fn is_for_editing(path: &str) -> bool {
    PLACES.iter().any(|place| {
        path.strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// The addresses at which one corrects, behind the gate.
pub(super) fn router(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    Router::new()
        .route("/api/v1/judgements", get(history::history))
        .route("/api/v1/judgements/unsure", get(unsure::unsure))
        .route("/api/v1/judgements/{word}", post(keep::judge))
        .route("/api/v1/articles", post(article::add))
        .route("/api/v1/articles/preview", post(article::preview))
        .route_layer(middleware::from_fn_with_state(
            Arc::clone(shared),
            gate::gate,
        ))
}

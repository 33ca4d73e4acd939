//! Which address gives what.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware;
use axum::response::Response;
use axum::routing::get;

use super::answer::{self, Refusal, json};
use super::asked;
use super::desk::{Desk, Unanswered};
use super::edit::{self, Editing};
use super::follow::{Edition, Folding};
use super::guard::{Hosts, guard};
use super::reply::{Content, Tag, problem, refused};
use super::told::{Now, Told};
use super::{OPENAPI, ServeOptions};
use super::{lines, lists, packed, texts};
use crate::explorer::asset::{ASSETS, asset};
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// The page; marks in its first element say that it may ask for what stands around words, may correct, and may ask whether the
/// graph is another one by now.
const PAGE: &str = "<!doctype html>\n<html lang=\"en\" data-marks>\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta name=\"color-scheme\" content=\"light dark\">\n<title>Relations between parliaments</title>\n\
    <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"assets/explorer.css\">\n\
    <script type=\"module\" src=\"assets/explorer.js\"></script>\n</head>\n<body>\n\
    <noscript>This page needs JavaScript; the answers are at api/v1/openapi.json as well.</noscript>\n</body>\n</html>\n";

/// What all requests share.
#[derive(Debug)]
pub(super) struct Shared {
    /// What is told now.
    pub(super) now: Now,
    /// What of a graph is told.
    pub(super) export: ExportOptions,
    /// What those share who correct; `None` where nobody may.
    pub(super) editing: Option<Editing>,
    /// The archive that the graph follows; `None` where it is of a file that is no archive.
    pub(super) followed: Option<PathBuf>,
    /// Held by the one that folds the graph anew.
    pub(super) folding: Folding,
    archive: Option<PathBuf>,
    page: Content,
    parts: BTreeMap<&'static str, Content>,
    openapi: Content,
    desk: Desk,
}

impl Shared {
    /// Writes what is always the same.
    pub(super) fn new(graph: RelationGraph, options: &ServeOptions) -> io::Result<Self> {
        let export = options.export;
        let archive = options.archive.clone().filter(|_| export.quotes);
        let editing = match (&options.edit, &archive) {
            (None, _) => None,
            (Some(edit), Some(archive)) => Some(Editing::new(edit.clone(), archive.clone())),
            (Some(_), None) => {
                let why = "only an archive that is served with its words can be corrected";
                return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
            }
        };
        let marks = [
            (" data-texts", archive.is_some()),
            (" data-edit", editing.is_some()),
            (" data-live", options.archive.is_some()),
        ];
        let marks: String = marks.iter().filter(|m| m.1).map(|m| m.0).collect();
        let page = PAGE.replacen(" data-marks", &marks, 1);
        let followed = options.archive.clone();
        let edition = followed.as_deref().zip(options.generation);
        let edition = edition.map(|(path, generation)| Edition::new(path, generation));
        let parts = ASSETS.iter().filter_map(|name| {
            let asset = asset(name)?;
            Some((*name, Content::new(asset.media_type, asset.text)))
        });
        Ok(Self {
            parts: parts.collect(),
            now: Now::new(Told::new(graph, export, edition, Vec::new())?),
            export,
            editing,
            followed,
            folding: Folding::default(),
            archive,
            page: Content::new("text/html; charset=utf-8", page),
            openapi: Content::new("application/json", OPENAPI),
            desk: Desk::default(),
        })
    }
}

type Site = State<Arc<Shared>>;
type Asked<T> = Result<Query<T>, QueryRejection>;

/// Pairs of a name and a value, of which a name may come again.
type Pairs = Asked<Vec<(String, String)>>;

/// All addresses, behind the guard.
pub(super) fn router(shared: Arc<Shared>, hosts: Hosts) -> Router {
    pages()
        .merge(questions())
        .merge(edit::router(&shared))
        .fallback(|| async { problem(StatusCode::NOT_FOUND, "not_found", "there is nothing here") })
        .with_state(shared)
        .layer(middleware::from_fn_with_state(hosts, guard))
}

/// The page and its parts, and what is always the same of a graph.
fn pages() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/",
            get(|State(s): Site, h: HeaderMap| async move { s.page.reply(&h) }),
        )
        .route("/assets/{name}", get(part))
        .route(
            "/api/v1/openapi.json",
            get(|s: Site, h: HeaderMap| async move { kept(&s, &s.openapi, &h).await }),
        )
        .route(
            "/api/v1/data",
            get(|s: Site, h: HeaderMap| async move { kept(&s, &s.now.get().data, &h).await }),
        )
        .route(
            "/api/v1/graph",
            get(|s: Site, h: HeaderMap, u: Uri, q: Pairs| async move {
                if lines::wanted(&h) {
                    return write(s, &h, &u, q, lines::graph).await;
                }
                varied(kept(&s, &s.now.get().whole, &h).await)
            }),
        )
}

/// The questions.
fn questions() -> Router<Arc<Shared>> {
    let mut router = named_questions();
    for &(name, question) in lists::QUESTIONS {
        let address = format!("/api/v1/{name}");
        let ask = move |s: Site, h: HeaderMap, q: Pairs| {
            work(s, h, q, move |s, q| {
                question(&s.now.get().graph, asked::Asked::new(q.clone()))
            })
        };
        router = router.route(&address, get(ask));
    }
    let meetings = |s: Site, h: HeaderMap, u: Uri, q: Pairs| async move {
        if lines::wanted(&h) {
            return write(s, &h, &u, q, lines::meetings).await;
        }
        let told = work(s, h, q, |s, q| {
            let asked = asked::Asked::new(q.clone());
            json(&lists::meetings(&s.now.get().graph, asked)?)
        });
        varied(told.await)
    };
    let words = |s: Site, h: HeaderMap, q: Pairs| {
        work(s, h, q, |s, q| {
            let asked = asked::Asked::new(q.clone());
            texts::words(&s.now.get().graph, s.archive.as_deref(), asked)
        })
    };
    router
        .route("/api/v1/words", get(words))
        .route("/api/v1/meetings", get(meetings))
}

/// Those about one or two that are named.
fn named_questions() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/api/v1/search",
            get(|s: Site, h: HeaderMap, q: Asked<answer::Typed>| {
                work(s, h, q, |s, q| answer::search(&s.now.get().graph, q))
            }),
        )
        .route(
            "/api/v1/node",
            get(|s: Site, h: HeaderMap, q: Asked<answer::OneNode>| {
                work(s, h, q, |s, q| answer::node(&s.now.get().graph, q))
            }),
        )
        .route(
            "/api/v1/path",
            get(|s: Site, h: HeaderMap, q: Asked<answer::TwoNodes>| {
                work(s, h, q, |s, q| answer::path(&s.now.get().graph, q))
            }),
        )
        .route(
            "/api/v1/edges",
            get(|s: Site, h: HeaderMap, q: Asked<answer::TwoNodes>| {
                work(s, h, q, |s, q| answer::edges(&s.now.get().graph, q))
            }),
        )
        .route(
            "/api/v1/passage",
            get(|s: Site, h: HeaderMap, q: Asked<texts::AroundWords>| {
                work(s, h, q, |s, q| {
                    texts::passage(&s.now.get().graph, s.archive.as_deref(), q)
                })
            }),
        )
}

async fn part(site: Site, Path(name): Path<String>, headers: HeaderMap) -> Response {
    match site.parts.get(name.as_str()) {
        Some(part) => kept(&site, part, &headers).await,
        None => problem(StatusCode::NOT_FOUND, "not_found", "there is nothing here"),
    }
}

/// Answers with what is kept. The first one who takes it packed waits until it is, on a thread that may take its time.
async fn kept(shared: &Shared, content: &Content, headers: &HeaderMap) -> Response {
    if content.is_to_be_packed(headers) {
        let content = content.clone();
        if let Err(why) = shared.desk.work(move || content.pack()).await {
            return unanswered(&why);
        }
    }
    content.reply(headers)
}

/// Answers a question on a thread of its own, as far as there is room and time.
async fn work<T: Send + 'static>(
    State(shared): Site,
    headers: HeaderMap,
    asked: Asked<T>,
    answer: impl FnOnce(&Shared, &T) -> Result<Content, Refusal> + Send + 'static,
) -> Response {
    let asked = match asked {
        Ok(Query(asked)) => asked,
        Err(error) => return refused(&Refusal::bad(error.body_text())),
    };
    let known = Arc::clone(&shared);
    let told = move || -> Result<_, Refusal> {
        let content = answer(&known, &asked)?;
        if content.is_to_be_packed(&headers) {
            content.pack();
        }
        Ok((content, headers))
    };
    match shared.desk.work(told).await {
        Ok(Ok((content, headers))) => content.reply(&headers),
        Ok(Err(refusal)) => refused(&refusal),
        Err(why) => unanswered(&why),
    }
}

/// Answers a question with lines, which are sent as they are written. Their tag is that of the graph and the question, which
/// always have the same answer: whoever has it already costs no work.
async fn write(
    State(shared): Site,
    headers: &HeaderMap,
    address: &Uri,
    asked: Pairs,
    question: lines::Question,
) -> Response {
    let asked = match asked {
        Ok(Query(asked)) => asked::Asked::new(asked),
        Err(error) => return refused(&Refusal::bad(error.body_text())),
    };
    let told = shared.now.get();
    let mut tag = Tag::of(&[told.whole.tag(), &address.to_string(), lines::MEDIA_TYPE]);
    let is_packed = packed::is_taken(headers);
    if is_packed {
        tag = tag.packed();
    }
    let varied = |response| {
        let mut response = varied(response);
        packed::vary(&mut response, "accept-encoding");
        response
    };
    if tag.is_named(headers) {
        return varied(tag.not_modified());
    }
    let found = shared.desk.work(move || question(&told, asked)).await;
    let lines = match found {
        Ok(Ok(lines)) => lines,
        Ok(Err(refusal)) => return refused(&refusal),
        Err(why) => return unanswered(&why),
    };
    let (body, write) = lines::body(lines, is_packed);
    if let Err(why) = shared.desk.write(write) {
        return unanswered(&why);
    }
    let mut response = Response::new(body);
    if is_packed {
        packed::mark(&mut response);
    }
    let media_type = HeaderValue::from_static(lines::MEDIA_TYPE);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, media_type);
    headers.insert(header::ETAG, tag.value());
    varied(response)
}

/// Says that what is answered depends on what the client accepts.
fn varied(mut response: Response) -> Response {
    packed::vary(&mut response, "accept");
    response
}

fn unanswered(why: &Unanswered) -> Response {
    if *why == Unanswered::Failed {
        let what = "the question could not be worked on";
        return problem(StatusCode::INTERNAL_SERVER_ERROR, "failed", what);
    }
    let what = "too much is asked at once, or too long a question";
    let mut late = problem(StatusCode::SERVICE_UNAVAILABLE, "too_much", what);
    let after = HeaderValue::from_static("5");
    late.headers_mut().insert(header::RETRY_AFTER, after);
    late
}

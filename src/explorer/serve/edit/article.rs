//! Articles that are pasted or dropped: what is read in them is shown, and then they are kept.
//!
//! They are taken in as `interparl add` takes in a file of the name, so that either way gives the same archive.

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::gate::body;
use super::keep::{editing, folded, refusal_of, work};
use super::request::json;
use crate::archive::{Added, Archive, Entry, Fingerprint};
use crate::archive_graph::LEAST;
use crate::claim::{Confidence, Reading, read_line, write_line};
use crate::document::{Article, ReadOptions, articles_from};
use crate::explorer::data::write_data;
use crate::explorer::serve::answer::{self, Refusal};
use crate::explorer::serve::base64;
use crate::explorer::serve::reply::{Content, plain, refused};
use crate::explorer::serve::routes::Shared;
use crate::explorer::view::MOST_DRAWN;
use crate::graph;
use crate::identity::{Judgements, clean, clean_lines};
use crate::lexicon::Lexicon;
use crate::pipeline;

/// Bytes that a request may have; a file in it is a third longer than it is.
const MOST: usize = 4 << 20;
/// Bytes of one article, and of what a packed file unpacks to.
const MOST_TEXT: u64 = 4 << 20;
/// Articles of one file.
const MOST_ARTICLES: usize = 50;
/// Bytes of each of the words beside the text.
const MOST_WORDS: usize = 1_000;

/// What was pasted or dropped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// The name of the file, whose ending tells the format as far as it does; what was pasted has none.
    #[serde(default)]
    name: String,
    /// The text, if it was pasted.
    text: Option<String>,
    /// The bytes of the file, if one was dropped, in the letters of RFC 4648.
    base64: Option<String>,
    /// What is known of it beside, which stands over what the file says; only of one article.
    title: Option<String>,
    date: Option<Date>,
    url: Option<String>,
}

/// What was read.
struct ReadAll {
    articles: Vec<(Article, Reading)>,
    /// What is no article, in words.
    problems: Vec<String>,
}

/// One article as it is shown before it is kept.
#[derive(Debug, Serialize)]
struct Shown {
    document: String,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    /// Whether the archive has just this already.
    known: bool,
    /// The text; places in it are code points.
    text: String,
    /// How many claims are too unsure to come into the graph.
    unsure: usize,
}

/// What was kept.
#[derive(Debug, Serialize)]
struct Kept {
    added: Vec<Added>,
    problems: Vec<String>,
    /// Whether the graph that is told now has it.
    shown: bool,
}

/// What would be read, as `POST /api/v1/articles/preview`; nothing is kept.
pub(super) async fn preview(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let done = async {
        let given = given(request).await?;
        work(&shared, move |shared| show(shared, &given)).await
    };
    match done.await {
        Ok(content) => plain(&content),
        Err(refusal) => refused(&refusal),
    }
}

/// Keeps the articles, as `POST /api/v1/articles`.
pub(super) async fn add(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let done = async {
        let given = given(request).await?;
        let (added, problems) = work(&shared, move |shared| keep(shared, &given)).await?;
        let shown = folded(&shared).await.is_some();
        answer::json(&Kept {
            added,
            problems,
            shown,
        })
    };
    match done.await {
        Ok(content) => plain(&content),
        Err(refusal) => refused(&refusal),
    }
}

async fn given(request: Request) -> Result<Given, Refusal> {
    let given: Given = json(&body(request, MOST).await?)?;
    let long = |words: &Option<String>| words.as_ref().is_some_and(|w| w.len() > MOST_WORDS);
    if given.name.len() > MOST_WORDS || long(&given.title) || long(&given.url) {
        let why = format!("a name, title or address has at most {MOST_WORDS} bytes");
        return Err(Refusal::bad(why));
    }
    // Others are written otherwise than they are read, so that nothing of the archive could be read again.
    if given.date.is_some_and(|date| date.year() < 1) {
        return Err(Refusal::bad("the year of a date is from 1 to 9999"));
    }
    if told(given.url.as_deref()).is_some_and(|url| !is_address(&url)) {
        let why = "an address begins with http:// or https://, and has no spaces";
        return Err(Refusal::new(StatusCode::BAD_REQUEST, "address", why));
    }
    Ok(given)
}

/// Whether words may be the address of an article: an address of the web, without what is not seen.
fn is_address(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let of_web = ["http://", "https://"].iter().any(|scheme| {
        let rest = lower.strip_prefix(scheme);
        rest.is_some_and(|rest| !rest.is_empty())
    });
    of_web && !url.contains(char::is_whitespace) && clean(url) == url
}

/// The words, where there are any.
fn told(words: Option<&str>) -> Option<String> {
    let words = words.map(str::trim);
    words.filter(|words| !words.is_empty()).map(str::to_owned)
}

/// Reads what was given, as the command `add` would.
fn read(shared: &Shared, given: &Given) -> Result<ReadAll, Refusal> {
    let bytes = match (&given.text, &given.base64) {
        (Some(text), None) => text.clone().into_bytes(),
        (None, Some(letters)) => base64::decode(letters)
            .ok_or_else(|| Refusal::bad("the bytes of the file are not in base64"))?,
        _ => return Err(Refusal::bad("either a text or a file is given")),
    };
    let options = ReadOptions {
        format: None,
        max_bytes: MOST_TEXT,
        max_unpacked: MOST_TEXT,
    };
    // Where a file lies is nothing that it is called by.
    let name = given.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = if name.trim().is_empty() {
        "pasted"
    } else {
        name
    };
    let (mut articles, mut problems) = (Vec::new(), Vec::new());
    for found in articles_from(Cursor::new(bytes), name, &options) {
        match found {
            Ok(article) => articles.push(article),
            Err(error) => problems.push(clean(&error.to_string())),
        }
        if articles.len() + problems.len() > MOST_ARTICLES {
            let why = format!("more than {MOST_ARTICLES} articles at once are for: interparl add");
            return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "too_many", why));
        }
    }
    if articles.is_empty() {
        let why = problems.into_iter().next();
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "unreadable",
            why.unwrap_or_else(|| "there is no article in it".to_owned()),
        ));
    }
    if let [article] = articles.as_mut_slice() {
        know_better(article, given);
    }
    let lexicon = lexicon(shared);
    let articles = articles.into_iter().map(|article| {
        let reading = pipeline::read(&article, lexicon);
        (article, reading)
    });
    Ok(ReadAll {
        articles: articles.collect(),
        problems,
    })
}

fn lexicon(shared: &Shared) -> &Lexicon {
    let editing = shared.editing.as_ref();
    let own = editing.and_then(|editing| editing.options.lexicon.as_deref());
    own.unwrap_or_else(|| Lexicon::builtin())
}

/// Puts what the person says of an article over what the file says.
fn know_better(article: &mut Article, given: &Given) {
    if let Some(title) = told(given.title.as_deref()) {
        article.title = Some(clean(&title));
    }
    if let Some(url) = told(given.url.as_deref()) {
        article.url = Some(url);
    }
    article.date = given.date.or(article.date);
}

/// What would be read, with the graph of it alone.
fn show(shared: &Shared, given: &Given) -> Result<Content, Refusal> {
    let read = read(shared, given)?;
    let archive = Archive::read(&editing(shared)?.archive).map_err(|e| refusal_of(&e))?;
    let (mut shown, mut readings) = (Vec::new(), Vec::new());
    for (article, mut reading) in read.articles {
        let fingerprint = Fingerprint::of(&article).map_err(|e| failed(&e))?;
        let known = archive.has(fingerprint).map_err(|e| refusal_of(&e))?;
        let claims = reading.claims.len();
        reading.keep_sure(Confidence::hundredths(LEAST));
        shown.push(Shown {
            document: reading.document.id.clone(),
            label: clean(&article.label),
            title: article.title.as_deref().map(clean),
            date: article.date,
            known,
            text: article.text,
            unsure: claims - reading.claims.len(),
        });
        readings.push(reading);
    }
    let graph = graph::fold_judged(readings, &Judgements::new()).graph;
    let mut bytes = Vec::new();
    let written = || -> std::io::Result<Vec<u8>> {
        bytes.write_all(b"{\"articles\":")?;
        serde_json::to_writer(&mut bytes, &shown)?;
        bytes.write_all(b",\"problems\":")?;
        serde_json::to_writer(&mut bytes, &read.problems)?;
        bytes.write_all(b",\"data\":")?;
        write_data(&graph, shared.export, MOST_DRAWN, &mut bytes)?;
        bytes.write_all(b"}")?;
        Ok(bytes)
    };
    let bytes = written().map_err(|e| failed(&e))?;
    Ok(Content::new("application/json", bytes))
}

/// Puts the articles into the archive; when this returns well, they are on the disk.
fn keep(shared: &Shared, given: &Given) -> Result<(Vec<Added>, Vec<String>), Refusal> {
    let editing = editing(shared)?;
    let read = read(shared, given)?;
    let entry = |(article, reading): &(Article, Reading)| {
        // What could not be read again would keep all the rest from being read too.
        read_line(&write_line(reading)?)?;
        Entry::new(article, reading)
    };
    let entries = read.articles.iter().map(entry);
    let entries = entries
        .collect::<Result<Vec<_>, _>>()
        .map_err(|e| failed(&e))?;
    let mut archive =
        Archive::write(&editing.archive, editing.options.patience).map_err(|e| refusal_of(&e))?;
    let added = archive
        .add(&entries, &editing.options.reader)
        .map_err(|e| refusal_of(&e))?;
    Ok((added, read.problems))
}

fn failed(error: &impl ToString) -> Refusal {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    Refusal::new(status, "failed", clean_lines(&error.to_string()))
}

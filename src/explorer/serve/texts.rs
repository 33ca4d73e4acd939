//! What stands around the words of an article, out of the archive of which the graph was made.

use std::path::Path;

use axum::http::StatusCode;
use serde::Deserialize;

use super::answer::{Refusal, json};
use super::asked::Asked;
use super::reply::Content;
use crate::archive::Archive;
use crate::document::Article;
use crate::graph::RelationGraph;
use crate::identity::clean_lines;
use crate::query;

/// What somebody looks for may have at most so many bytes.
const LONGEST: usize = 500;

/// A question for what stands around words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AroundWords {
    /// The id of the article.
    document: String,
    /// The first code point of the words.
    start: usize,
    /// The code point behind the last.
    end: usize,
    /// How many sentences on each side beside those of the words; 1 if not said.
    sentences: Option<usize>,
}

/// The words with the sentences around them, without what is not seen or turns the direction of a text.
pub(super) fn passage(
    graph: &RelationGraph,
    archive: Option<&Path>,
    asked: &AroundWords,
) -> Result<Content, Refusal> {
    let archive = archive.ok_or_else(|| missing("no texts of articles are told here"))?;
    let document = graph
        .document(&asked.document)
        .ok_or_else(|| missing("the graph has no such article"))?;
    let article = article(archive, &asked.document, &document.record.sha256)?
        .ok_or_else(|| missing("the archive has not, or not any more, the text of this article"))?;
    let sentences = asked.sentences.unwrap_or(1);
    let found = query::passage(&article.text, asked.start, asked.end, sentences);
    let found = found.ok_or_else(|| missing("the article has no such words"))?;
    json(&query::Passage {
        before: clean_lines(&found.before),
        words: clean_lines(&found.words),
        after: clean_lines(&found.after),
        ..found
    })
}

/// The article, of the very text that the graph was read from. The archive is opened for each question: one that is held open
/// would keep its log from being folded into it for as long as the server runs.
fn article(archive: &Path, document: &str, sha256: &str) -> Result<Option<Article>, Refusal> {
    let found = Archive::read(archive).and_then(|archive| archive.article_of(document, sha256));
    found.map_err(|_| unreadable())
}

/// Where words stand: in names, headlines and quotes, and of an archive in the texts of the articles.
pub(super) fn words(
    graph: &RelationGraph,
    archive: Option<&Path>,
    mut asked: Asked,
) -> Result<Content, Refusal> {
    let typed = asked.must("q")?;
    asked.end()?;
    if typed.len() > LONGEST {
        return Err(Refusal::bad(format!("q has at most {LONGEST} bytes")));
    }
    let Some(path) = archive else {
        return json(&query::search(graph, &typed));
    };
    let archive = Archive::read(path).map_err(|_| unreadable())?;
    let found = query::search_articles(graph, &typed, |document| {
        let record = &document.record;
        let article = archive.article_of(&record.id, &record.sha256);
        let article = article.map_err(|_| unreadable())?;
        Ok::<_, Refusal>(article.map(|article| article.text))
    })?;
    json(&found)
}

fn unreadable() -> Refusal {
    // Where the archive lies is nothing that those who ask are to know.
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    Refusal::new(status, "archive", "the archive cannot be read")
}

fn missing(why: &str) -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "not_found", why)
}

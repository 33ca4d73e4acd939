//! Articles come in: each version once, with its reading.

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use serde::Serialize;

use super::error::ArchiveError;
use super::file::Archive;
use super::news::{News, told};
use super::packed::{Hash, hash, pack};
use crate::claim::{LineError, Reading, write_line};
use crate::document::{Article, DocumentRecord};

/// How the id of a document begins that has none of its own: with the hash of its text.
const NAMELESS: &str = "sha256:";

/// What read an article: the rules, and the tables beside the built-in ones.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reader {
    /// A word for the rules and the built-in tables ([`crate::pipeline::READER`]).
    pub rules: String,
    /// A word for tables of one's own; empty where there are none.
    pub tables: String,
}

/// The name of a version of a document: what is known of it as a source, and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub(super) Hash);

impl Fingerprint {
    /// The fingerprint of an article.
    ///
    /// # Errors
    /// Where a field that came with the article cannot be written as JSON.
    pub fn of(article: &Article) -> Result<Self, LineError> {
        Ok(Self(hash(record_json(&article.record())?.as_bytes())))
    }
}

/// An article with its reading, ready to be put in. To make one costs as much as writing, needs no archive, and can be
/// done on any thread.
#[derive(Debug, Clone)]
pub struct Entry {
    fingerprint: Fingerprint,
    document: String,
    label: String,
    record: String,
    text: Option<Vec<u8>>,
    pub(super) reading: PackedReading,
}

/// A reading as it lies in the file.
#[derive(Debug, Clone)]
pub struct PackedReading {
    pub(super) hash: Hash,
    pub(super) line: Vec<u8>,
    pub(super) told: Vec<(i64, News)>,
}

impl PackedReading {
    /// Packs a reading.
    ///
    /// # Errors
    /// Where a field that came with the article cannot be written as JSON.
    pub fn new(reading: &Reading) -> Result<Self, LineError> {
        let line = write_line(reading)?;
        Ok(Self {
            hash: hash(line.as_bytes()),
            line: pack(line.as_bytes()),
            told: told(reading),
        })
    }
}

impl Entry {
    /// Packs an article and what was read in it.
    ///
    /// # Errors
    /// Where a field that came with the article cannot be written as JSON.
    pub fn new(article: &Article, reading: &Reading) -> Result<Self, LineError> {
        let mut entry = Self::without_text(reading, &article.label)?;
        entry.text = Some(pack(article.text.as_bytes()));
        Ok(entry)
    }

    /// A reading whose article is lost: it cannot be read again, and what it says stays.
    pub(super) fn without_text(reading: &Reading, label: &str) -> Result<Self, LineError> {
        let record = record_json(&reading.document)?;
        Ok(Self {
            fingerprint: Fingerprint(hash(record.as_bytes())),
            document: reading.document.id.clone(),
            label: label.to_owned(),
            record,
            text: None,
            reading: PackedReading::new(reading)?,
        })
    }
}

/// What became of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Added {
    /// The document's id.
    pub document: String,
    /// What became of it.
    pub status: Status,
    /// Another document that came from a file of the same name, where neither has an id of its own. An edited text is
    /// then another document, and both speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_name: Option<String>,
    /// What no article before it told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub news: Vec<News>,
}

/// What became of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Its document was not there.
    Added,
    /// Its document was there with another text or another head, which stays as the older version.
    NewVersion,
    /// It was there already.
    Known,
}

impl Archive {
    /// Whether a version is there. Costs some microseconds.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn has(&self, fingerprint: Fingerprint) -> Result<bool, ArchiveError> {
        let ask = || {
            self.connection
                .prepare_cached("SELECT 1 FROM version WHERE fingerprint = ?1")?
                .exists([fingerprint.0])
        };
        ask().map_err(|error| self.told(error))
    }

    /// Puts articles in, all of them or none; when this returns well, they are on the disk. What is there already stays
    /// as it is. Says of each what became of it, in the order given.
    ///
    /// Complexity: what the articles themselves cost, times the logarithm of what is there.
    ///
    /// # Errors
    /// [`ArchiveError::Busy`] where another process writes for too long; [`ArchiveError::Full`] and others where the
    /// system fails. The archive is then as it was.
    ///
    /// ```
    /// use std::time::Duration;
    /// use interparl::archive::{Archive, Entry, Reader, Status};
    /// use interparl::{document::Article, lexicon::Lexicon, pipeline};
    ///
    /// let folder = tempfile::tempdir()?;
    /// let text = "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm.".to_owned();
    /// let article = Article { text, ..Article::default() };
    /// let entry = Entry::new(&article, &pipeline::read(&article, Lexicon::builtin()))?;
    /// let reader = Reader { rules: pipeline::READER.to_owned(), tables: String::new() };
    ///
    /// let mut archive = Archive::add_to(&folder.path().join("relations.db"), Duration::from_secs(1))?;
    /// let added = archive.add(&[entry.clone(), entry], &reader)?;
    /// assert_eq!(added.iter().map(|a| a.status).collect::<Vec<_>>(), [Status::Added, Status::Known]);
    /// assert_eq!(archive.readings()?.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add(&mut self, entries: &[Entry], reader: &Reader) -> Result<Vec<Added>, ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            put_all(transaction, entries, reader).map_err(|error| ArchiveError::of(&path, error))
        })
    }
}

fn put_all(
    transaction: &Transaction<'_>,
    entries: &[Entry],
    reader: &Reader,
) -> rusqlite::Result<Vec<Added>> {
    let reader = reader_row(transaction, reader)?;
    let mut done = Vec::with_capacity(entries.len());
    for entry in entries {
        done.push(put(transaction, entry, reader)?);
    }
    if done.iter().any(|added| added.status != Status::Known) {
        changed(transaction)?;
    }
    Ok(done)
}

fn put(transaction: &Transaction<'_>, entry: &Entry, reader: i64) -> rusqlite::Result<Added> {
    let known = transaction
        .prepare_cached("SELECT 1 FROM version WHERE fingerprint = ?1")?
        .exists([entry.fingerprint.0])?;
    if known {
        return Ok(Added {
            document: entry.document.clone(),
            status: Status::Known,
            same_name: None,
            news: Vec::new(),
        });
    }
    let document = transaction
        .prepare_cached("SELECT id FROM document WHERE name = ?1")?
        .query_row([&entry.document], |row| row.get::<_, i64>(0))
        .optional()?;
    let status = document.map_or(Status::Added, |_| Status::NewVersion);
    let same_name = match document {
        None if entry.document.starts_with(NAMELESS) => of_same_name(transaction, entry)?,
        _ => None,
    };
    let document = match document {
        Some(id) => id,
        None => transaction
            .prepare_cached("INSERT INTO document (name) VALUES (?1)")?
            .insert([&entry.document])?,
    };
    let version = transaction
        .prepare_cached(
            "INSERT INTO version (document, fingerprint, record, label, text) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .insert(params![document, entry.fingerprint.0, entry.record, entry.label, entry.text])?;
    let news = put_reading(transaction, version, reader, &entry.reading)?;
    Ok(Added {
        document: entry.document.clone(),
        status,
        same_name,
        news,
    })
}

/// The newest document without an id of its own that came from a file of the same name.
fn of_same_name(transaction: &Transaction<'_>, entry: &Entry) -> rusqlite::Result<Option<String>> {
    transaction
        .prepare_cached(
            "SELECT name FROM version JOIN document ON document.id = version.document
             WHERE label = ?1 AND substr(name, 1, length(?2)) = ?2 ORDER BY version.id DESC LIMIT 1",
        )?
        .query_row([&entry.label, NAMELESS], |row| row.get(0))
        .optional()
}

/// Puts the reading of a version in, which has none, and gives what it tells that nobody told before.
pub(super) fn put_reading(
    transaction: &Transaction<'_>,
    version: i64,
    reader: i64,
    reading: &PackedReading,
) -> rusqlite::Result<Vec<News>> {
    transaction
        .prepare_cached(
            "INSERT INTO reading (version, reader, hash, line) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![version, reader, reading.hash, reading.line])?;
    let mut told = transaction.prepare_cached(
        "INSERT INTO known (key, times) VALUES (?1, 1)
         ON CONFLICT (key) DO UPDATE SET times = times + 1 RETURNING times",
    )?;
    let mut news = Vec::new();
    for (key, what) in &reading.told {
        let times: i64 = told.query_row([key], |row| row.get(0))?;
        if times == 1 {
            news.push(what.clone());
        }
    }
    Ok(news)
}

/// The row of a reader, made where it is not there.
pub(super) fn reader_row(transaction: &Transaction<'_>, reader: &Reader) -> rusqlite::Result<i64> {
    let words = [&reader.rules, &reader.tables];
    let found = transaction
        .prepare_cached("SELECT id FROM reader WHERE rules = ?1 AND tables = ?2")?
        .query_row(words, |row| row.get(0))
        .optional()?;
    match found {
        Some(id) => Ok(id),
        None => transaction
            .prepare_cached("INSERT INTO reader (rules, tables) VALUES (?1, ?2)")?
            .insert(words),
    }
}

/// Notes that the readings or judgements are others now, so that a graph that was folded before is known to be old.
pub(super) fn changed(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO counter (name, value) VALUES ('generation', 1)
             ON CONFLICT (name) DO UPDATE SET value = value + 1",
        )?
        .execute([])?;
    Ok(())
}

/// The record as the archive holds it.
fn record_json(record: &DocumentRecord) -> Result<String, LineError> {
    Ok(serde_json::to_string(record)?)
}

//! The documents of an archive with their versions: listed, and taken out.

use rusqlite::{Transaction, params};
use serde::Serialize;

use super::adding::changed;
use super::error::ArchiveError;
use super::file::Archive;
use super::gists::forget;
use super::news::told;
use super::packed::unpack;
use crate::claim::read_line;
use crate::document::{Article, DocumentRecord};

/// A document with its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArchivedDocument {
    /// The id.
    pub id: String,
    /// The versions, in the order in which they came.
    pub versions: Vec<Version>,
}

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its number in the archive.
    pub number: i64,
    /// The name of the file or line that it came from.
    pub label: String,
    /// What is known of it as a source.
    pub record: DocumentRecord,
    /// Whether the archive has its text; where not, it cannot be read again.
    pub has_text: bool,
    /// A word for the rules that read it.
    pub rules: Option<String>,
}

impl ArchivedDocument {
    /// The version that the graph is folded from: the one of the latest date, as [`crate::graph::fold`] takes it.
    #[must_use]
    pub fn speaking(&self) -> Option<&Version> {
        let key = |version: &&Version| (version.record.date, version.record.sha256.clone());
        self.versions.iter().max_by_key(key)
    }
}

impl Archive {
    /// All documents, in the order of their ids.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn documents(&self) -> Result<Vec<ArchivedDocument>, ArchiveError> {
        let rows = || {
            let mut statement = self.connection.prepare(
                "SELECT document.name, version.id, version.label, version.record, version.text IS NOT NULL, reader.rules
                 FROM version JOIN document ON document.id = version.document
                 LEFT JOIN reading ON reading.version = version.id
                 LEFT JOIN reader ON reader.id = reading.reader
                 ORDER BY document.name, version.id",
            )?;
            let rows = statement.query_map([], |row| {
                let record: String = row.get(3)?;
                let version = (row.get(1)?, row.get(2)?, record, row.get(4)?, row.get(5)?);
                Ok((row.get::<_, String>(0)?, version))
            })?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let mut documents: Vec<ArchivedDocument> = Vec::new();
        for (id, (number, label, record, has_text, rules)) in rows().map_err(|e| self.told(e))? {
            let version = Version {
                number,
                label,
                record: self.record(&id, &record)?,
                has_text,
                rules,
            };
            match documents.last_mut() {
                Some(last) if last.id == id => last.versions.push(version),
                _ => documents.push(ArchivedDocument {
                    id,
                    versions: vec![version],
                }),
            }
        }
        Ok(documents)
    }

    /// The id of the document that a word names: its id, the beginning of one, or the name of the file that it came from,
    /// where that is clear.
    ///
    /// # Errors
    /// [`ArchiveError::NoDocument`] where none is called so, or several are; others where the archive cannot be read.
    pub fn find_document(&self, word: &str) -> Result<String, ArchiveError> {
        let ask = |condition: &str| {
            let mut statement = self.connection.prepare(&format!(
                "SELECT DISTINCT name FROM document JOIN version ON version.document = document.id
                 WHERE {condition} LIMIT 2"
            ))?;
            let rows = statement.query_map([word], |row| row.get::<_, String>(0))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let ways = [
            "name = ?1",
            "label = ?1",
            "length(?1) > 5 AND substr(name, 1, length(?1)) = ?1",
        ];
        for way in ways {
            let mut found = ask(way).map_err(|error| self.told(error))?;
            if found.len() == 1 {
                return Ok(found.remove(0));
            }
        }
        Err(ArchiveError::NoDocument {
            path: self.path.clone(),
            document: word.to_owned(),
        })
    }

    /// Takes documents out with all their versions and readings, all of them or none. Judgements stay: they say what is
    /// so, whoever tells it.
    ///
    /// # Errors
    /// [`ArchiveError::NoDocument`] where one has no such id; others where the archive cannot be written.
    pub fn remove(&mut self, documents: &[String]) -> Result<(), ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            for document in documents {
                let gone = take_out(transaction, document)
                    .map_err(|error| ArchiveError::of(&path, error))?;
                if !gone {
                    return Err(ArchiveError::NoDocument {
                        path: path.clone(),
                        document: document.clone(),
                    });
                }
            }
            if documents.is_empty() {
                return Ok(());
            }
            changed(transaction).map_err(|error| ArchiveError::of(&path, error))
        })
    }

    pub(super) fn record(&self, id: &str, json: &str) -> Result<DocumentRecord, ArchiveError> {
        serde_json::from_str(json).map_err(|error| ArchiveError::Damaged {
            path: self.path.clone(),
            why: format!("the record of \"{id}\" is not what was written: {error}"),
        })
    }
}

/// The article of a version, as it was when it came.
pub(super) fn article(record: DocumentRecord, label: String, text: String) -> Article {
    Article {
        id: Some(record.id),
        label,
        title: record.title,
        text,
        date: record.date,
        url: record.url,
        publisher: record.publisher,
        lang: record.lang,
        extra: record.extra,
    }
}

fn take_out(transaction: &Transaction<'_>, document: &str) -> rusqlite::Result<bool> {
    let mut versions = transaction.prepare_cached(
        "SELECT version.id FROM version JOIN document ON document.id = version.document WHERE document.name = ?1",
    )?;
    let versions = versions.query_map([document], |row| row.get(0))?;
    for version in versions.collect::<rusqlite::Result<Vec<i64>>>()? {
        take_out_reading(transaction, version)?;
        transaction
            .prepare_cached("DELETE FROM version WHERE id = ?1")?
            .execute([version])?;
    }
    let gone = transaction
        .prepare_cached("DELETE FROM document WHERE name = ?1")?
        .execute([document])?;
    Ok(gone > 0)
}

/// Takes the reading of a version out, and what it told out of what is known.
pub(super) fn take_out_reading(
    transaction: &Transaction<'_>,
    version: i64,
) -> rusqlite::Result<()> {
    let mut lines = transaction.prepare_cached("SELECT line FROM reading WHERE version = ?1")?;
    let lines = lines.query_map([version], |row| row.get(0))?;
    for line in lines.collect::<rusqlite::Result<Vec<Vec<u8>>>>()? {
        // A line that cannot be read any more told nothing that could be counted back; to count again mends that.
        let reading = unpack(&line).and_then(|line| read_line(&line).ok());
        for (key, _) in reading.iter().flat_map(told) {
            transaction
                .prepare_cached("UPDATE known SET times = times - 1 WHERE key = ?1")?
                .execute([key])?;
            transaction
                .prepare_cached("DELETE FROM known WHERE key = ?1 AND times < 1")?
                .execute(params![key])?;
        }
    }
    transaction
        .prepare_cached("DELETE FROM reading WHERE version = ?1")?
        .execute([version])?;
    forget(transaction, version)
}

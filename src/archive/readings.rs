//! The readings of an archive: given out to be folded, and replaced by those of newer rules.

use std::path::Path;

use rayon::prelude::*;
use rusqlite::{OptionalExtension as _, params};

use super::adding::{PackedReading, Reader, changed, put_reading, reader_row};
use super::documents::{article, take_out_reading};
use super::error::ArchiveError;
use super::file::Archive;
use super::packed::{hash, unpack};
use super::quick_line::read_quickly;
use crate::claim::{LineError, Reading};
use crate::document::Article;

/// Readings that are unpacked at a time.
const AT_A_TIME: usize = 1024;

/// A reading as it lies in the file, with the name of its document.
pub(super) struct Row {
    document: String,
    hash: Vec<u8>,
    line: Vec<u8>,
}

/// Which readings are to be made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// Those that other rules or tables read.
    Older,
    /// All.
    All,
}

impl Archive {
    /// All readings, in the order in which their articles came.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] where a line is no longer what was written, [`ArchiveError::Reading`] where this
    /// interparl cannot read one, and others where the archive cannot be read.
    pub fn readings(&self) -> Result<Vec<Reading>, ArchiveError> {
        let mut readings = Vec::new();
        self.each_reading(|reading| readings.push(reading))?;
        Ok(readings)
    }

    /// Hands all readings over, one by one, in the order in which their articles came.
    ///
    /// # Errors
    /// As [`Archive::readings`].
    pub fn each_reading(&self, mut take: impl FnMut(Reading)) -> Result<(), ArchiveError> {
        let told = |error| self.told(error);
        let path = &self.path;
        let mut statement = self
            .connection
            .prepare(
                "SELECT document.name, reading.hash, reading.line FROM reading
                 JOIN version ON version.id = reading.version JOIN document ON document.id = version.document
                 ORDER BY reading.version",
            )
            .map_err(told)?;
        let mut rows = statement.query_map([], Row::of).map_err(told)?;
        loop {
            let some: Vec<Row> = rows
                .by_ref()
                .take(AT_A_TIME)
                .collect::<rusqlite::Result<_>>()
                .map_err(told)?;
            if some.is_empty() {
                return Ok(());
            }
            let read: Result<Vec<Reading>, ArchiveError> =
                some.par_iter().map(|row| row.read(path)).collect();
            read?.into_iter().for_each(&mut take);
        }
    }

    /// How many bytes all readings have as they lie in the file.
    ///
    /// Complexity: a look at each reading.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn readings_size(&self) -> Result<u64, ArchiveError> {
        let ask = "SELECT coalesce(sum(length(line)), 0) FROM reading";
        let size: i64 = self
            .connection
            .query_row(ask, [], |row| row.get(0))
            .map_err(|error| self.told(error))?;
        Ok(u64::try_from(size).unwrap_or_default())
    }

    /// The numbers of the versions whose readings are to be made anew by a reader. Versions without text are not among
    /// them: they cannot be read again.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn stale(&self, reader: &Reader, which: Stale) -> Result<Vec<i64>, ArchiveError> {
        let ask = || {
            let mut statement = self.connection.prepare(
                "SELECT version.id FROM version
                 LEFT JOIN reading ON reading.version = version.id
                 LEFT JOIN reader ON reader.id = reading.reader
                 WHERE version.text IS NOT NULL
                   AND (?3 OR reader.rules IS NOT ?1 OR reader.tables IS NOT ?2)
                 ORDER BY version.id",
            )?;
            let all = which == Stale::All;
            let rows =
                statement.query_map(params![reader.rules, reader.tables, all], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<Vec<i64>>>()
        };
        ask().map_err(|error| self.told(error))
    }

    /// How many readings were made with tables of one's own.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn read_with_own_tables(&self) -> Result<i64, ArchiveError> {
        let count = "SELECT count(*) FROM reading JOIN reader ON reader.id = reading.reader WHERE reader.tables <> ''";
        self.connection
            .query_row(count, [], |row| row.get(0))
            .map_err(|error| self.told(error))
    }

    /// The article of a version, as it was when it came; `None` where the version is not there any more or has no text.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] where the text is no longer what was written; others where the archive cannot be read.
    pub fn article(&self, version: i64) -> Result<Option<Article>, ArchiveError> {
        let ask = || {
            self.connection
                .prepare_cached(
                    "SELECT record, label, text FROM version WHERE id = ?1 AND text IS NOT NULL",
                )?
                .query_row([version], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                .optional()
        };
        let found: Option<(String, String, Vec<u8>)> = ask().map_err(|error| self.told(error))?;
        let Some((record, label, text)) = found else {
            return Ok(None);
        };
        let record = self.record(&label, &record)?;
        let text = unpack(&text).ok_or_else(|| ArchiveError::Damaged {
            path: self.path.clone(),
            why: format!("the text of \"{}\" is not what was written", record.id),
        })?;
        Ok(Some(article(record, label, text)))
    }

    /// The article of a document whose text has a hash, as [`DocumentRecord::sha256`] gives it; `None` where the archive
    /// has no such text, or not any more.
    ///
    /// # Errors
    /// As [`Archive::article`].
    ///
    /// [`DocumentRecord::sha256`]: crate::document::DocumentRecord::sha256
    pub fn article_of(
        &self,
        document: &str,
        sha256: &str,
    ) -> Result<Option<Article>, ArchiveError> {
        let ask = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT version.id, record FROM version JOIN document ON document.id = version.document
                 WHERE document.name = ?1 AND text IS NOT NULL ORDER BY version.id",
            )?;
            let rows = statement.query_map([document], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<rusqlite::Result<Vec<(i64, String)>>>()
        };
        for (version, record) in ask().map_err(|error| self.told(error))? {
            if self.record(document, &record)?.sha256 == sha256 {
                return self.article(version);
            }
        }
        Ok(None)
    }

    /// Puts new readings of versions in the place of the old ones, all of them or none, and says how many are others
    /// than before. A version that was removed in between is passed over.
    ///
    /// # Errors
    /// Where the archive cannot be written; it is then as it was.
    pub fn replace(
        &mut self,
        readings: &[(i64, PackedReading)],
        reader: &Reader,
    ) -> Result<usize, ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            let work = || {
                let row = reader_row(transaction, reader)?;
                let mut others = 0;
                for (version, reading) in readings {
                    let old: Option<Option<Vec<u8>>> = transaction
                        .prepare_cached(
                            "SELECT reading.hash FROM version LEFT JOIN reading ON reading.version = version.id
                             WHERE version.id = ?1",
                        )?
                        .query_row([version], |row| row.get(0))
                        .optional()?;
                    let Some(old) = old else {
                        continue;
                    };
                    others += usize::from(old.as_deref() != Some(reading.hash.as_slice()));
                    take_out_reading(transaction, *version)?;
                    put_reading(transaction, *version, row, reading)?;
                }
                // Where all say the same as before, the graph that was folded of them still stands.
                if others > 0 {
                    changed(transaction)?;
                }
                Ok(others)
            };
            work().map_err(|error| ArchiveError::of(&path, error))
        })
    }
}

impl Row {
    /// The name, the hash and the line of a row.
    pub(super) fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            document: row.get(0)?,
            hash: row.get(1)?,
            line: row.get(2)?,
        })
    }

    pub(super) fn read(&self, path: &Path) -> Result<Reading, ArchiveError> {
        let line = unpack(&self.line).filter(|line| hash(line.as_bytes()).as_slice() == self.hash);
        let line = line.ok_or_else(|| ArchiveError::Damaged {
            path: path.to_owned(),
            why: format!(
                "the reading of \"{}\" is not what was written",
                self.document
            ),
        })?;
        read_quickly(&line).map_err(|error: LineError| ArchiveError::Reading {
            path: path.to_owned(),
            document: self.document.clone(),
            error,
        })
    }
}

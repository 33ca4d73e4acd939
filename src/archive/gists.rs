//! What a fold keeps of each reading, so that the next one need not unpack it: a cache in a table of its own that is made when there is
//! something for it. What the bytes say is for the fold to know.

use std::path::Path;

use rayon::prelude::*;
use rusqlite::{OptionalExtension as _, Transaction, params};
use sha2::{Digest as _, Sha256};

use super::error::ArchiveError;
use super::file::Archive;
use super::readings::Row;
use crate::claim::Reading;

const TABLE: &str = "
CREATE TABLE IF NOT EXISTS remembered_readings (
    version INTEGER PRIMARY KEY,
    sum BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;";

/// Readings that are looked at at a time.
const AT_A_TIME: usize = 1024;

/// So many bytes tell what was kept from what was not.
type Sum = [u8; 16];

/// A reading on its way to a fold.
#[derive(Debug)]
pub enum Kept {
    /// What a fold before has kept of it.
    Gist(Vec<u8>),
    /// The reading, with the hash of its line.
    Reading(Box<Reading>, Vec<u8>),
}

/// What a fold has kept of a reading.
#[derive(Debug, Clone)]
pub struct KeptGist {
    /// The number of the version.
    pub version: i64,
    /// The hash of the line of its reading.
    pub hash: Vec<u8>,
    /// What is kept.
    pub bytes: Vec<u8>,
}

/// A row of both tables: the version, the hash of its line, and what is kept, if anything is.
type Both = (i64, Vec<u8>, Option<(Vec<u8>, Vec<u8>)>);

impl Archive {
    /// Hands all readings over, one by one, in the order in which their articles came, each with the number of its version. Where the
    /// fold of this word has kept something of just this reading, that comes in its place.
    ///
    /// # Errors
    /// As [`Archive::readings`], but a line in whose place something comes is not looked at.
    pub fn each_kept(
        &self,
        folder: &str,
        mut take: impl FnMut(i64, Kept),
    ) -> Result<(), ArchiveError> {
        let told = |error| self.told(error);
        let ask = if self.has_gists()? {
            "SELECT reading.version, hash, sum, bytes FROM reading
             LEFT JOIN remembered_readings ON remembered_readings.version = reading.version ORDER BY reading.version"
        } else {
            "SELECT version, hash, NULL, NULL FROM reading ORDER BY version"
        };
        let mut statement = self.connection.prepare(ask).map_err(told)?;
        let rows = statement.query_map([], |row| {
            let sum: Option<Vec<u8>> = row.get(2)?;
            let kept = sum.map(|sum| Ok::<_, rusqlite::Error>((sum, row.get(3)?)));
            Ok((row.get(0)?, row.get(1)?, kept.transpose()?))
        });
        let mut rows = rows.map_err(told)?;
        loop {
            let some: Vec<Both> = rows
                .by_ref()
                .take(AT_A_TIME)
                .collect::<rusqlite::Result<_>>()
                .map_err(told)?;
            if some.is_empty() {
                return Ok(());
            }
            let known = some.into_par_iter().map(|(version, hash, kept)| {
                let is_of =
                    |(sum, bytes): &(Vec<u8>, Vec<u8>)| *sum == sum_of(folder, &hash, bytes);
                let bytes = kept.filter(is_of).map(|(_, bytes)| bytes);
                (version, hash, bytes)
            });
            let known: Vec<(i64, Vec<u8>, Option<Vec<u8>>)> = known.collect();
            let unknown = known.iter().filter(|(.., bytes)| bytes.is_none());
            let versions: Vec<i64> = unknown.map(|(version, ..)| *version).collect();
            let mut readings = self.readings_of(&versions)?.into_iter();
            for (version, hash, bytes) in known {
                let kept = bytes.map(Kept::Gist);
                let reading = || Some(Kept::Reading(Box::new(readings.next()?), hash));
                if let Some(kept) = kept.or_else(reading) {
                    take(version, kept);
                }
            }
        }
    }

    /// The reading of a version.
    ///
    /// # Errors
    /// As [`Archive::readings`], and where there is no such version.
    pub fn reading(&self, version: i64) -> Result<Reading, ArchiveError> {
        self.reading_row(version)?.read(&self.path)
    }

    /// The readings of some versions.
    fn readings_of(&self, versions: &[i64]) -> Result<Vec<Reading>, ArchiveError> {
        let rows = versions.iter().map(|version| self.reading_row(*version));
        let rows: Vec<Row> = rows.collect::<Result<_, ArchiveError>>()?;
        let path: &Path = &self.path;
        rows.par_iter().map(|row| row.read(path)).collect()
    }

    fn reading_row(&self, version: i64) -> Result<Row, ArchiveError> {
        let ask = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT document.name, reading.hash, reading.line FROM reading
                 JOIN version ON version.id = reading.version JOIN document ON document.id = version.document
                 WHERE reading.version = ?1",
            )?;
            statement.query_row([version], Row::of)
        };
        ask().map_err(|error| self.told(error))
    }

    /// Keeps what a fold has kept of readings, some at a time; of readings that are not there any more nothing is kept.
    ///
    /// # Errors
    /// Where the archive cannot be written, or a gist cannot be had; some may be kept then.
    ///
    /// ```
    /// use std::time::Duration;
    /// use interparl::archive::{Archive, Entry, Kept, KeptGist, Reader};
    /// use interparl::{document::Article, lexicon::Lexicon, pipeline};
    ///
    /// let folder = tempfile::tempdir()?;
    /// let text = "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm.".to_owned();
    /// let article = Article { text, ..Article::default() };
    /// let entry = Entry::new(&article, &pipeline::read(&article, Lexicon::builtin()))?;
    /// let reader = Reader { rules: pipeline::READER.to_owned(), tables: String::new() };
    /// let mut archive = Archive::add_to(&folder.path().join("relations.db"), Duration::from_secs(1))?;
    /// archive.add(&[entry], &reader)?;
    ///
    /// let mut gists = Vec::new();
    /// archive.each_kept("a fold", |version, kept| {
    ///     if let Kept::Reading(_, hash) = kept {
    ///         gists.push(Ok(KeptGist { version, hash, bytes: b"short".to_vec() }));
    ///     }
    /// })?;
    /// archive.remember_readings("a fold", gists.into_iter())?;
    /// archive.each_kept("a fold", |_, kept| assert!(matches!(kept, Kept::Gist(bytes) if bytes == b"short")))?;
    /// archive.each_kept("another", |_, kept| assert!(matches!(kept, Kept::Reading(..))))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remember_readings(
        &mut self,
        folder: &str,
        gists: impl Iterator<Item = std::io::Result<KeptGist>>,
    ) -> Result<(), ArchiveError> {
        let path = self.path.clone();
        let told = |error| ArchiveError::of(&path, error);
        if self.has_gists()? {
            let gone = "DELETE FROM remembered_readings WHERE version NOT IN (SELECT version FROM reading)";
            self.change(|transaction| transaction.execute(gone, []).map_err(told))?;
        }
        let mut gists = gists.peekable();
        while gists.peek().is_some() {
            let some = gists.by_ref().take(AT_A_TIME);
            let some: Vec<KeptGist> = some
                .collect::<std::io::Result<_>>()
                .map_err(|error| ArchiveError::of_io(&path, &error))?;
            self.change(|transaction| {
                let put = || {
                    transaction.execute_batch(TABLE)?;
                    let mut put = transaction.prepare_cached(
                        "INSERT OR REPLACE INTO remembered_readings (version, sum, bytes)
                         SELECT version, ?2, ?3 FROM reading WHERE version = ?1",
                    )?;
                    for gist in &some {
                        let sum = sum_of(folder, &gist.hash, &gist.bytes);
                        put.execute(params![gist.version, sum, gist.bytes])?;
                    }
                    Ok(())
                };
                put().map_err(told)
            })?;
        }
        Ok(())
    }

    fn has_gists(&self) -> Result<bool, ArchiveError> {
        has_table(&self.connection).map_err(|error| self.told(error))
    }
}

/// Forgets what is kept of the reading of a version.
pub(super) fn forget(transaction: &Transaction<'_>, version: i64) -> rusqlite::Result<()> {
    if has_table(transaction)? {
        transaction
            .prepare_cached("DELETE FROM remembered_readings WHERE version = ?1")?
            .execute([version])?;
    }
    Ok(())
}

fn has_table(connection: &rusqlite::Connection) -> rusqlite::Result<bool> {
    let ask = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'remembered_readings'";
    let found = connection
        .prepare_cached(ask)?
        .query_row([], |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

/// What tells whether bytes were kept by the fold of a word of the reading whose line has a hash.
fn sum_of(folder: &str, hash: &[u8], bytes: &[u8]) -> Sum {
    let mut sum = Sha256::new();
    for part in [folder.as_bytes(), hash, bytes] {
        sum.update((part.len() as u64).to_le_bytes());
        sum.update(part);
    }
    let whole: [u8; 32] = sum.finalize().into();
    whole.first_chunk().copied().unwrap_or_default()
}

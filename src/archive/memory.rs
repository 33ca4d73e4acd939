//! What one fold keeps for the next one, in a table of its own that is made when there is something for it: a small archive has none,
//! and who does without it only takes longer.

use rusqlite::params;

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::Folded;

const TABLE: &str = "
CREATE TABLE IF NOT EXISTS remembered (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    folder TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;";

/// What the stored rows of a graph are made of. Of another graph it says nothing.
const ROWS: &str = "
CREATE TABLE IF NOT EXISTS remembered_rows (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    generation INTEGER NOT NULL,
    folder TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;";

impl Archive {
    /// What a fold has kept that was done by the program of this word; nothing where none has, or it cannot be read.
    #[must_use]
    pub fn remembered(&self, folder: &str) -> Vec<u8> {
        let ask = "SELECT bytes FROM remembered WHERE folder = ?1";
        let bytes = self.connection.query_row(ask, [folder], |row| row.get(0));
        bytes.unwrap_or_default()
    }

    /// Keeps the same for the next fold.
    ///
    /// # Errors
    /// Where the archive cannot be written; it is then as it was.
    pub fn remember(&mut self, folder: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            let put = "INSERT OR REPLACE INTO remembered (id, folder, bytes) VALUES (1, ?1, ?2)";
            let made = transaction.execute_batch(TABLE);
            made.and_then(|()| transaction.execute(put, params![folder, bytes]))
                .map_err(|error| ArchiveError::of(&path, error))?;
            Ok(())
        })
    }

    /// What a fold has kept of what the rows of the graph are made of that it stored; nothing where another graph was stored since, or
    /// it cannot be read.
    #[must_use]
    pub fn remembered_rows(&self, of: &Folded) -> Vec<u8> {
        let ask = "SELECT bytes FROM remembered_rows WHERE generation = ?1 AND folder = ?2";
        let of = params![of.generation, of.folder];
        let bytes = self.connection.query_row(ask, of, |row| row.get(0));
        bytes.unwrap_or_default()
    }

    /// Keeps the same for the next fold.
    ///
    /// # Errors
    /// Where the archive cannot be written; it is then as it was.
    pub fn remember_rows(&mut self, of: &Folded, bytes: &[u8]) -> Result<(), ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            let put = "INSERT OR REPLACE INTO remembered_rows (id, generation, folder, bytes) VALUES (1, ?1, ?2, ?3)";
            let made = transaction.execute_batch(ROWS);
            made.and_then(|()| transaction.execute(put, params![of.generation, of.folder, bytes]))
                .map_err(|error| ArchiveError::of(&path, error))?;
            Ok(())
        })
    }
}

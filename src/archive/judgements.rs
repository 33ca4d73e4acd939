//! Judgements: lines of text with which people correct what articles and rules got wrong.

use super::adding::changed;
use super::error::ArchiveError;
use super::file::Archive;

impl Archive {
    /// The judgements, in the order in which they came.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn judgements(&self) -> Result<Vec<String>, ArchiveError> {
        let ask = || {
            let mut statement = self
                .connection
                .prepare("SELECT line FROM judgement ORDER BY id")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<Vec<String>>>()
        };
        ask().map_err(|error| self.told(error))
    }

    /// Puts judgements in, all of them or none, and says how many were not there. A line that is there already stays
    /// where it is.
    ///
    /// # Errors
    /// Where the archive cannot be written; it is then as it was.
    pub fn judge(&mut self, lines: &[String]) -> Result<usize, ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            let work = || {
                let mut new = 0;
                for line in lines {
                    new += transaction
                        .prepare_cached("INSERT INTO judgement (line) VALUES (?1) ON CONFLICT (line) DO NOTHING")?
                        .execute([line])?;
                }
                if new > 0 {
                    changed(transaction)?;
                }
                Ok(new)
            };
            work().map_err(|error| ArchiveError::of(&path, error))
        })
    }
}

//! Room that removed documents and older graphs have left is given back.

use super::error::ArchiveError;
use super::file::Archive;

impl Archive {
    /// Writes the file anew without the room that nothing needs any more, and folds the log into it. Needs as much free
    /// room as the archive itself for as long as it takes.
    ///
    /// # Errors
    /// [`ArchiveError::Busy`] where another process writes, [`ArchiveError::Full`] where there is no room; the archive is
    /// then as it was.
    pub fn compact(&mut self) -> Result<(), ArchiveError> {
        let work = || {
            self.connection.execute(
                "DELETE FROM reader WHERE id NOT IN (SELECT reader FROM reading)",
                [],
            )?;
            self.connection.execute_batch("VACUUM")?;
            self.connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        };
        work().map_err(|error| self.told(error))
    }
}

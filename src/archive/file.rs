//! The file: how it is made and opened, and how changes are committed.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use super::error::ArchiveError;
use super::schema::{APPLICATION, PAGE, SCHEMA, SQLITE_HEAD, TABLES};

/// How long a writer waits for another one, where nobody says.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long a reader waits for the moment in which another process makes or mends the index of the log.
const MOMENT: Duration = Duration::from_secs(5);

/// How long it is until one that could not change the way of writing asks again.
const PAUSE: Duration = Duration::from_millis(5);

/// An open archive.
#[derive(Debug)]
pub struct Archive {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    /// How long it waits for another process.
    patience: Duration,
}

impl Archive {
    /// Whether a file begins as an archive does: as any file of `SQLite`. [`Archive::read`] says whose it is.
    ///
    /// ```
    /// use interparl::archive::Archive;
    /// assert!(Archive::begins(b"SQLite format 3\0..."));
    /// assert!(!Archive::begins(b"{\"directed\": true}"));
    /// ```
    #[must_use]
    pub fn begins(bytes: &[u8]) -> bool {
        bytes.starts_with(SQLITE_HEAD)
    }

    /// Opens an archive to add to it; where there is no file, an empty archive is made.
    ///
    /// # Errors
    /// As [`Archive::write`], but a missing or empty file is none; [`ArchiveError::NoFolder`] where its folder is missing.
    pub fn add_to(path: &Path, patience: Duration) -> Result<Self, ArchiveError> {
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(ArchiveError::NoFolder {
                path: path.to_owned(),
                folder: folder.to_owned(),
            });
        }
        if fs::metadata(path).is_ok_and(|m| m.len() > 0) {
            Self::begins_well(path)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        // SQLite takes ":memory:" for no file at all.
        let target = Path::new(".").join(path);
        let mut archive = Self::connect(path, &target, flags, patience)?;
        if archive.is_blank()? {
            archive.make_tables()?;
        }
        archive.check_version()?;
        archive.prepare_to_write()?;
        Ok(archive)
    }

    /// Opens an archive to change it. The first change waits for another writer as long as `patience` says.
    ///
    /// # Errors
    /// [`ArchiveError::Missing`] where there is no such file; [`ArchiveError::Foreign`] where it is not an archive,
    /// [`ArchiveError::Newer`] where a newer interparl made it; [`ArchiveError::ReadOnly`] where it may not be written to,
    /// and the others where the system fails.
    pub fn write(path: &Path, patience: Duration) -> Result<Self, ArchiveError> {
        Self::begins_well(path)?;
        let archive = Self::connect(path, path, OpenFlags::SQLITE_OPEN_READ_WRITE, patience)?;
        archive.check_version()?;
        archive.prepare_to_write()?;
        Ok(archive)
    }

    /// Opens an archive to read it. Nobody who writes is waited for, and all that is read is of one state, whoever writes
    /// in between.
    ///
    /// # Errors
    /// As [`Archive::write`], but the file need not be one that may be written to.
    pub fn read(path: &Path) -> Result<Self, ArchiveError> {
        Self::begins_well(path)?;
        // Who may write leaves no log behind when it closes; who may not, SQLite lets read all the same.
        match Self::connect_to_read(path, path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
            // The index of the log cannot be made here: a file or a folder that may not be written to. Where there is no
            // log, nobody writes, and the file alone is all there is.
            Err(
                ArchiveError::CannotOpen { .. }
                | ArchiveError::ReadOnly(_)
                | ArchiveError::Io { .. },
            ) if !has_log(path) => {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
                Self::connect_to_read(path, &immutable(path), flags)
            }
            done => done,
        }
    }

    fn connect_to_read(path: &Path, target: &Path, flags: OpenFlags) -> Result<Self, ArchiveError> {
        let archive = Self::connect(path, target, flags, MOMENT)?;
        archive
            .connection
            .execute_batch("PRAGMA query_only = ON")
            .map_err(|error| archive.told(error))?;
        archive.check_version()?;
        archive.hold()?;
        Ok(archive)
    }

    /// Opens a file with the mark of another use of the same tables, to read it; nothing is waited for.
    pub(super) fn read_marked(path: &Path, mark: i64) -> Result<Self, ArchiveError> {
        Self::begins_well(path)?;
        // SQLite takes ":memory:" for no file at all.
        let target = Path::new(".").join(path);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let archive = Self::connect(path, &target, flags, Duration::ZERO)?;
        let marks = (
            archive.pragma("application_id")?,
            archive.pragma("user_version")?,
        );
        if marks != (mark, i64::from(SCHEMA)) {
            return Err(ArchiveError::Foreign {
                path: path.to_owned(),
                why: "it has another mark",
            });
        }
        archive
            .connection
            .execute_batch("PRAGMA query_only = ON")
            .map_err(|error| archive.told(error))?;
        archive.hold()?;
        Ok(archive)
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// From now on waits for another process as long as this at least.
    ///
    /// # Errors
    /// None that is known.
    pub fn wait_at_least(&mut self, patience: Duration) -> Result<(), ArchiveError> {
        self.patience = self.patience.max(patience);
        let told = self.connection.busy_timeout(self.patience);
        told.map_err(|error| self.told(error))
    }

    /// Makes a change that is done as a whole or not at all; when this returns well, it is on the disk.
    pub(super) fn change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, ArchiveError>,
    ) -> Result<T, ArchiveError> {
        let path = self.path.clone();
        let told = |error| ArchiveError::of(&path, error);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(told)?;
        let done = work(&transaction)?;
        transaction.commit().map_err(told)?;
        Ok(done)
    }

    /// What an error of `SQLite` on this archive is.
    pub(super) fn told(&self, error: rusqlite::Error) -> ArchiveError {
        ArchiveError::of(&self.path, error)
    }

    /// Looks at the head of the file, so that the message for any other file is a good one.
    fn begins_well(path: &Path) -> Result<(), ArchiveError> {
        let foreign = |why| ArchiveError::Foreign {
            path: path.to_owned(),
            why,
        };
        let metadata = fs::metadata(path).map_err(|e| ArchiveError::of_io(path, &e))?;
        if metadata.is_dir() {
            return Err(foreign("it is a folder"));
        }
        let mut head = Vec::new();
        let size = u64::try_from(SQLITE_HEAD.len()).unwrap_or_default();
        let file = File::open(path).map_err(|e| ArchiveError::of_io(path, &e))?;
        file.take(size)
            .read_to_end(&mut head)
            .map_err(|e| ArchiveError::of_io(path, &e))?;
        if head.is_empty() {
            return Err(foreign("it is empty"));
        }
        if !Self::begins(&head) {
            return Err(foreign("it is no file of SQLite"));
        }
        Ok(())
    }

    fn connect(
        path: &Path,
        target: &Path,
        flags: OpenFlags,
        patience: Duration,
    ) -> Result<Self, ArchiveError> {
        let told = |error| ArchiveError::of(path, error);
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(target, flags).map_err(told)?;
        connection.busy_timeout(patience).map_err(told)?;
        connection
            .execute_batch(
                "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;",
            )
            .map_err(told)?;
        Ok(Self {
            connection,
            path: path.to_owned(),
            patience,
        })
    }

    fn pragma(&self, name: &str) -> Result<i64, ArchiveError> {
        self.connection
            .pragma_query_value(None, name, |row| row.get(0))
            .map_err(|error| self.told(error))
    }

    /// Whether nothing was ever made in the file; a process that was killed before its first commit leaves such a one.
    fn is_blank(&self) -> Result<bool, ArchiveError> {
        let tables = "SELECT count(*) FROM sqlite_schema";
        let count: i64 = self
            .connection
            .query_row(tables, [], |row| row.get(0))
            .map_err(|error| self.told(error))?;
        Ok(count == 0 && self.pragma("application_id")? == 0 && self.pragma("user_version")? == 0)
    }

    fn make_tables(&mut self) -> Result<(), ArchiveError> {
        let first = format!(
            "PRAGMA page_size = {PAGE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        );
        self.in_turn(&first)?;
        let path = self.path.clone();
        self.change(|transaction| {
            let told = |error| ArchiveError::of(&path, error);
            let tables = "SELECT count(*) FROM sqlite_schema";
            let count: i64 = transaction
                .query_row(tables, [], |row| row.get(0))
                .map_err(told)?;
            // Another process may have made them while this one waited.
            if count == 0 {
                transaction.execute_batch(TABLES).map_err(told)?;
                let marks = format!(
                    "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};"
                );
                transaction.execute_batch(&marks).map_err(told)?;
            }
            Ok(())
        })
    }

    fn check_version(&self) -> Result<(), ArchiveError> {
        let application = self.pragma("application_id")?;
        if application != APPLICATION {
            let why = if self.is_blank()? {
                "it is empty"
            } else {
                "another program made this file of SQLite"
            };
            return Err(ArchiveError::Foreign {
                path: self.path.clone(),
                why,
            });
        }
        let found = self.pragma("user_version")?;
        if found > i64::from(SCHEMA) {
            return Err(ArchiveError::Newer {
                path: self.path.clone(),
                found,
            });
        }
        Ok(())
    }

    fn prepare_to_write(&self) -> Result<(), ArchiveError> {
        if self.connection.is_readonly("main").unwrap_or(false) {
            return Err(ArchiveError::ReadOnly(self.path.clone()));
        }
        // FULL: what is committed is on the disk, also when the power goes.
        self.in_turn("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
    }

    /// Runs statements that change the way of writing. `SQLite` itself does not wait where it meets another process at that, for
    /// both could wait for each other; so this asks again until the patience of the archive is at its end.
    fn in_turn(&self, statements: &str) -> Result<(), ArchiveError> {
        let begun = Instant::now();
        loop {
            match self.connection.execute_batch(statements) {
                Err(error)
                    if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                        && begun.elapsed() < self.patience =>
                {
                    std::thread::sleep(PAUSE);
                }
                done => return done.map_err(|error| self.told(error)),
            }
        }
    }
}

/// Whether a log lies beside the file with something in it.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    fs::metadata(log).is_ok_and(|log| log.len() > 0)
}

/// The address by which `SQLite` opens a file that nobody changes.
pub(super) fn immutable(path: &Path) -> PathBuf {
    let mut address = String::from("file:");
    for c in path.to_string_lossy().chars() {
        match c {
            '?' => address.push_str("%3f"),
            '#' => address.push_str("%23"),
            '%' => address.push_str("%25"),
            other => address.push(other),
        }
    }
    address.push_str("?immutable=1");
    address.into()
}

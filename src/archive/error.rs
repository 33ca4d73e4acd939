//! Why an archive cannot be opened, read or written.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use super::schema::SCHEMA;
use crate::claim::LineError;
use crate::identity::JudgementError;

/// Why an archive cannot be opened, read or written. Whatever it is, what was committed before is whole.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// There is no such file.
    #[error("there is no file \"{0}\"")]
    Missing(PathBuf),
    /// The folder of the file is not there.
    #[error("cannot make \"{path}\": there is no folder \"{folder}\"")]
    NoFolder {
        /// The archive.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// A file that is to be made is there already.
    #[error("\"{0}\" is there already")]
    Exists(PathBuf),
    /// The file is no archive of ours.
    #[error("\"{path}\" is not an archive: {why}")]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        why: &'static str,
    },
    /// Made by a newer interparl.
    #[error("\"{path}\" is an archive of schema {found}; this interparl reads up to {SCHEMA}")]
    Newer {
        /// The archive.
        path: PathBuf,
        /// Its schema.
        found: i64,
    },
    /// Another process writes to it.
    #[error("\"{0}\" is being written to by another interparl")]
    Busy(PathBuf),
    /// The file, its folder or its file system may not be written to.
    #[error("\"{0}\" may not be written to")]
    ReadOnly(PathBuf),
    /// The system does not let us open it.
    #[error("cannot open \"{path}\": {why}")]
    CannotOpen {
        /// The archive.
        path: PathBuf,
        /// What is in the way.
        why: String,
    },
    /// No room is left.
    #[error("no room is left for \"{0}\"")]
    Full(PathBuf),
    /// The system could not read or write.
    #[error("\"{path}\" could not be read or written: {why}")]
    Io {
        /// The archive.
        path: PathBuf,
        /// What `SQLite` says.
        why: String,
    },
    /// What is in the file is no longer what was written.
    #[error("\"{path}\" is damaged: {why}")]
    Damaged {
        /// The archive.
        path: PathBuf,
        /// What was found.
        why: String,
    },
    /// A reading that this interparl cannot read.
    #[error("\"{path}\": the reading of \"{document}\": {error}")]
    Reading {
        /// The archive.
        path: PathBuf,
        /// The document.
        document: String,
        /// What is wrong with the line.
        error: LineError,
    },
    /// A line that is to be a judgement, and is none that this interparl can read.
    #[error("\"{path}\": judgement {number}: {error}")]
    Judgement {
        /// The archive.
        path: PathBuf,
        /// Its place among the judgements, from 1, as `judgements export` writes them.
        number: usize,
        /// What is wrong with the line.
        error: JudgementError,
    },
    /// The archive has no document of that name.
    #[error("no document in \"{path}\" is called \"{document}\"")]
    NoDocument {
        /// The archive.
        path: PathBuf,
        /// The name.
        document: String,
    },
    /// Anything else that `SQLite` says.
    #[error("\"{path}\": {error}")]
    Sqlite {
        /// The archive.
        path: PathBuf,
        /// What it says.
        error: rusqlite::Error,
    },
}

impl ArchiveError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing(_) | Self::Foreign { .. } => {
                "an archive is made by: interparl add ARCHIVE ARTICLES"
            }
            Self::NoFolder { .. } => "make the folder first",
            Self::Exists(_) => "name a file that is not there yet",
            Self::Newer { .. } => {
                "use the interparl that made it, or a newer one; nothing was changed"
            }
            Self::Busy(_) => {
                "wait until it is done and run this again, or wait longer with --wait SECONDS"
            }
            Self::ReadOnly(_) => "allow writing to the file and to its folder; nothing was changed",
            Self::CannotOpen { .. } => "look at who may read the file and its folder",
            Self::Full(_) => {
                "make room and run it again; what was reported as done is in the archive"
            }
            Self::Io { .. } => {
                "look at the disk and run it again; what was reported as done is in the archive"
            }
            Self::Damaged { .. } => {
                "save what can be saved into a new file: interparl salvage ARCHIVE -o NEW"
            }
            Self::Reading {
                error: LineError::Newer { .. },
                ..
            } => "use the interparl that read it, or a newer one",
            Self::Reading { .. } => "have it read again: interparl refresh ARCHIVE --all",
            Self::Judgement { .. } => {
                "use the interparl that kept it, or save the rest into a new file: interparl salvage ARCHIVE -o NEW"
            }
            Self::NoDocument { .. } => "list what is there: interparl documents ARCHIVE",
            Self::Sqlite { .. } => "look at the archive: interparl check ARCHIVE",
        }
    }

    /// What an error of `SQLite` is to a user of the archive at a path.
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return Self::Sqlite { path, error };
        };
        let why = || message.clone().unwrap_or_else(|| failure.to_string());
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy(path),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly(path),
            ErrorCode::CannotOpen => Self::CannotOpen { path, why: why() },
            ErrorCode::DiskFull => Self::Full(path),
            ErrorCode::SystemIoFailure => Self::Io { path, why: why() },
            ErrorCode::DatabaseCorrupt => Self::Damaged { path, why: why() },
            ErrorCode::NotADatabase => Self::Foreign {
                path,
                why: "it is no file of SQLite",
            },
            _ => Self::Sqlite { path, error },
        }
    }

    /// What an error of the system is.
    pub(super) fn of_io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(path),
            _ => Self::CannotOpen {
                path,
                why: error.to_string(),
            },
        }
    }
}

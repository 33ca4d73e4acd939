//! Why a command stops, in words for the user.

use std::io;

use super::exit::Exit;

/// Why a command stops.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something to tell the user.
    Told(Told),
    /// The reader of the output has closed it; nothing is to be told.
    ClosedPipe,
}

/// A message with what to do about it.
#[derive(Debug)]
pub(crate) struct Told {
    /// What is wrong: lower case, no full stop.
    pub(crate) message: String,
    /// What to do.
    pub(crate) hint: Option<String>,
    /// How the program ends if this ends it.
    pub(crate) exit: Exit,
}

impl Failure {
    /// A failure that ends the program with "could not".
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Told(Told {
            message: message.into(),
            hint: None,
            exit: Exit::Failed,
        })
    }

    /// A question without an answer.
    pub(crate) fn nothing_found(message: impl Into<String>) -> Self {
        Self::Told(Told {
            message: message.into(),
            hint: None,
            exit: Exit::NothingFound,
        })
    }

    /// With what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        if let Self::Told(told) = &mut self {
            told.hint = Some(hint.into());
        }
        self
    }

    /// A failure of writing to something called `name`.
    pub(crate) fn writing(name: &str, error: &io::Error) -> Self {
        let kind = error.kind();
        if kind == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        let failure = Self::new(format!("cannot write {name}: {}", reason(error)));
        let no_room = [
            io::ErrorKind::StorageFull,
            io::ErrorKind::FileTooLarge,
            io::ErrorKind::QuotaExceeded,
        ];
        if no_room.contains(&kind) {
            return failure
                .hint("make room and run it again; a file that was there before is whole");
        }
        failure
    }
}

/// Our words for what the system says in its own way.
const REASONS: &[(io::ErrorKind, &str)] = &[
    (io::ErrorKind::NotFound, "there is no such file or folder"),
    (io::ErrorKind::PermissionDenied, "permission denied"),
    (io::ErrorKind::StorageFull, "no space left on the device"),
    (io::ErrorKind::QuotaExceeded, "the quota is used up"),
    (
        io::ErrorKind::FileTooLarge,
        "the file would be larger than is allowed",
    ),
    (io::ErrorKind::IsADirectory, "it is a folder"),
    (
        io::ErrorKind::NotADirectory,
        "a part of the path is a file, not a folder",
    ),
    (
        io::ErrorKind::ReadOnlyFilesystem,
        "the file system is read-only",
    ),
    (io::ErrorKind::InvalidData, "it is not UTF-8"),
];

/// What went wrong with a file, in our own words where the system's are not for everybody.
pub(crate) fn reason(error: &io::Error) -> String {
    let known = REASONS.iter().find(|(kind, _)| *kind == error.kind());
    if let Some((_, words)) = known {
        return (*words).to_owned();
    }
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

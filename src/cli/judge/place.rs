//! Where judgements are kept: in a file of lines, or in an archive beside the articles that they are of.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use interparl::archive::Archive;
use interparl::identity::{Judgement, Judgements};

use super::args::KeepArgs;
use super::file;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;
use crate::cli::{archive, graph_file};

/// Where judgements are kept.
pub(super) enum Place {
    /// A file of lines; made if it is not there.
    File(PathBuf),
    /// An archive.
    Archive { path: PathBuf, patience: Duration },
}

impl Place {
    /// What `--judgements` names, else the archive that stands where a graph may.
    pub(super) fn open(graph: Option<&Path>, args: &KeepArgs) -> Result<Self, Failure> {
        let archive = match (args.judgements.as_deref(), graph) {
            (Some(named), _) if is_no_file(named) => {
                let message = format!("\"{}\" is no file that keeps judgements", named.display());
                return Err(Failure::new(message).hint(
                    "they are added behind what a file has: --judgements corrections.jsonl",
                ));
            }
            (Some(named), _) if archive::is_archive(named) => named,
            (Some(named), _) => return Ok(Self::File(named.to_owned())),
            (None, Some(graph)) if archive::is_archive(graph) => graph,
            (None, graph) => return Err(nowhere(graph)),
        };
        Ok(Self::Archive {
            path: archive.to_owned(),
            patience: args.wait.patience(),
        })
    }

    /// Looks whether the place may be written to, before a person answers in vain. It is opened again for each judgement, so
    /// that nobody is kept from writing while a person thinks.
    pub(super) fn check(&self) -> Result<(), Failure> {
        match self {
            Self::File(path) => {
                let opened = match OpenOptions::new().append(true).open(path) {
                    // Made once there is something to write.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
                        tempfile::tempfile_in(folder.unwrap_or(Path::new("."))).map(drop)
                    }
                    opened => opened.map(drop),
                };
                opened.map_err(|e| file::cannot_write(path, &e))
            }
            Self::Archive { path, patience } => {
                Archive::write(path, *patience)?;
                Ok(())
            }
        }
    }

    /// What is kept there by now.
    pub(super) fn known(&self, console: &Console) -> Result<Judgements, Failure> {
        match self {
            // A file that is not there yet has nothing.
            Self::File(path) if !path.exists() => Ok(Judgements::new()),
            Self::File(path) | Self::Archive { path, .. } => {
                file::load(std::slice::from_ref(path), console)
            }
        }
    }

    /// Keeps what `say` says beside what is there by then, all of it or nothing, and comes back when it is on the disk. Nobody
    /// else keeps anything there between what `say` is told of and what it says; of an archive it may read the state of that
    /// moment. It may be asked more than once, and the last time counts.
    pub(super) fn keep(
        &self,
        console: &Console,
        mut say: impl FnMut(&Judgements, Option<&Archive>) -> Result<Vec<Judgement>, Failure>,
    ) -> Result<(), Failure> {
        match self {
            Self::File(path) => {
                // A file in which nothing is to be written is neither made nor waited for.
                if !say(&self.known(console)?, None)?.is_empty() {
                    file::add(path, console, |known| say(known, None))?;
                }
                Ok(())
            }
            Self::Archive { path, patience } => {
                let mut archive = Archive::write(path, *patience)?;
                archive.judge_beside(|archive, known| say(known, Some(archive)))??;
                Ok(())
            }
        }
    }

    /// Lets the judgements that were kept count: the graph of an archive is folded anew, and those without effect are told.
    pub(super) fn count(&self, console: &Console) -> Result<(), Failure> {
        match self {
            Self::File(_) => Ok(()),
            Self::Archive { path, patience } => {
                archive::fold_judged(&mut Archive::write(path, *patience)?, console)
            }
        }
    }

    /// Whether it is the archive of this path, whichever of its names was given.
    pub(super) fn is(&self, other: &Path) -> bool {
        match self {
            Self::File(_) => false,
            Self::Archive { path, .. } => {
                let found = fs::canonicalize(path).ok();
                path == other || found.is_some() && found == fs::canonicalize(other).ok()
            }
        }
    }

    /// Its name, for messages.
    pub(super) fn name(&self) -> String {
        match self {
            Self::File(path) | Self::Archive { path, .. } => path.display().to_string(),
        }
    }
}

/// Whether a path is that of a pipe, a device or a standard stream, which keep nothing or let one wait for ever.
fn is_no_file(path: &Path) -> bool {
    let special = fs::metadata(path).is_ok_and(|m| !m.is_file() && !m.is_dir());
    special || path == Path::new("-")
}

/// Why there is no place for judgements. What is no graph at all is told as that: it may be an archive with a slip in its
/// name.
fn nowhere(graph: Option<&Path>) -> Failure {
    let Some(graph) = graph else {
        return Failure::new("it is not said where the judgements are kept").hint(
            "name an archive, or a file of judgements: interparl undo ARCHIVE, or interparl undo --judgements FILE",
        );
    };
    match graph_file::load(graph) {
        Err(failure) => failure,
        Ok(_) => Failure::new("a graph as JSON keeps no judgements")
            .hint("name a file for them with --judgements FILE, or an archive as the graph"),
    }
}

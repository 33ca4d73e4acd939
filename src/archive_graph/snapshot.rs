//! The snapshot of a graph file: kept beside it, known to be of it, and asked in its place.
//!
//! It is a cache. Whatever is the matter with it (there is none, it is of other bytes, it is damaged, somebody writes), the
//! file itself is read, and the answer is the same.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};

use super::asked::{Asked, Several};
use super::first::{First, stored_first};
use super::guide::guide_of;
use super::part::{Question, stored_part, stored_path_part};
use super::storing::{index, parts_of};
use super::words::IndexWords;
use super::{FOLDER, GraphError};
use crate::archive::{Origin, Snapshot};
use crate::export::json;
use crate::graph::RelationGraph;
use crate::query::{PathOptions, Stops};

/// Files of fewer bytes are read about as fast as a snapshot is.
pub const WORTH_KEEPING: u64 = 20_000_000;

/// A file that was changed a moment ago may be changed again without another time of change.
const SETTLED: Duration = Duration::from_secs(2);

/// Bytes that are hashed at a time.
const CHUNK: usize = 1 << 20;

/// What a snapshot has for a question.
#[derive(Debug, Clone)]
pub enum FromSnapshot<T> {
    /// All that the question needs.
    Part(T),
    /// The question is about one of several nodes, and does not say which.
    Several(Box<Several>),
    /// Nothing, for only a look at all of the graph can tell.
    Whole,
    /// Nothing, for there is none of these bytes, or it is damaged.
    None,
}

impl<T> FromSnapshot<T> {
    /// The same of something that is made of the part.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> FromSnapshot<U> {
        match self {
            Self::Part(part) => FromSnapshot::Part(make(part)),
            Self::Several(several) => FromSnapshot::Several(several),
            Self::Whole => FromSnapshot::Whole,
            Self::None => FromSnapshot::None,
        }
    }
}

impl<T> From<Result<Asked<T>, GraphError>> for FromSnapshot<T> {
    fn from(read: Result<Asked<T>, GraphError>) -> Self {
        match read {
            Ok(Asked::Part(part)) => Self::Part(part),
            Ok(Asked::Several(several)) => Self::Several(several),
            Ok(Asked::Whole) => Self::Whole,
            Err(_) => Self::None,
        }
    }
}

/// A graph file with its place for a snapshot.
#[derive(Debug, Clone)]
pub struct SnapshotOf {
    file: PathBuf,
    snapshot: PathBuf,
    stamp: String,
}

impl SnapshotOf {
    /// For a file that is large enough, and was not changed a moment ago; `None` for others, and for what is no file.
    #[must_use]
    pub fn file(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let worth = metadata.is_file() && metadata.len() >= WORTH_KEEPING;
        let mut snapshot = path.as_os_str().to_owned();
        snapshot.push(".snapshot");
        Some(Self {
            file: path.to_owned(),
            snapshot: snapshot.into(),
            stamp: stamp(&metadata).filter(|_| worth)?,
        })
    }

    /// Where the snapshot is, or would be: beside the file, with `.snapshot` behind its name.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.snapshot
    }

    /// The part of the graph in which a question has the same answer as in all of it.
    #[must_use]
    pub fn part(&self, question: &Question<'_>) -> FromSnapshot<RelationGraph> {
        let Some(snapshot) = self.open() else {
            return FromSnapshot::None;
        };
        stored_part(snapshot.rows(), question).into()
    }

    /// What there is for the beginning of everything that is known of one node.
    #[must_use]
    pub fn first(&self, typed: &str) -> FromSnapshot<First> {
        let Some(snapshot) = self.open() else {
            return FromSnapshot::None;
        };
        stored_first(snapshot.rows(), typed).into()
    }

    /// The paths between two nodes, and the part of the graph that has what they pass.
    #[must_use]
    pub fn path_part(
        &self,
        ends: (&str, &str),
        options: &PathOptions,
    ) -> FromSnapshot<(RelationGraph, Vec<Stops>)> {
        let Some(snapshot) = self.open() else {
            return FromSnapshot::None;
        };
        stored_path_part(snapshot.rows(), ends, options).into()
    }

    /// The snapshot, if it is one of the bytes that are in the file now.
    fn open(&self) -> Option<Snapshot> {
        let snapshot = Snapshot::open(&self.snapshot).ok()?;
        let origin = snapshot.origin();
        if origin.maker != FOLDER {
            return None;
        }
        if origin.stamp == self.stamp {
            return Some(snapshot);
        }
        if origin.hash != hash_of(&self.file).ok()? {
            return None;
        }
        // The file was copied, touched or written anew with the same bytes: the next question need not hash it again.
        drop(snapshot);
        let _ = Snapshot::note_stamp(&self.snapshot, &self.stamp);
        Snapshot::open(&self.snapshot)
            .ok()
            .filter(|again| again.origin().maker == FOLDER)
    }

    /// Keeps a snapshot of the graph that was read from the file since this was made, in place of an older one; not where the
    /// file has changed since. Nobody who reads an older one is disturbed, and of several who keep one the last one stays.
    ///
    /// # Errors
    /// Where it cannot be written, which harms nobody. What was there before is then still there.
    pub fn keep(&self, graph: &RelationGraph) -> Result<(), GraphError> {
        let origin = Origin {
            stamp: self.stamp.clone(),
            hash: hash_of(&self.file)?,
            maker: FOLDER.to_owned(),
        };
        let folder = self.snapshot.parent().unwrap_or_else(|| Path::new(""));
        // An empty path is the folder in which one is.
        let folder = Path::new(".").join(folder);
        let temporary = tempfile::Builder::new()
            .prefix(".interparl-")
            .suffix(".part")
            .tempfile_in(folder)?;
        let (words, parts) = (IndexWords::of(graph), parts_of(graph));
        let rows = (json::lines(graph), index(graph, &words, &parts));
        let network = guide_of(graph, &parts);
        Snapshot::write(temporary.path(), &origin, rows, &network)?;
        // Whoever may read the graph may read what was made of it, and nobody else.
        let permissions = fs::metadata(&self.file)?.permissions();
        temporary.as_file().set_permissions(permissions)?;
        temporary.as_file().sync_all()?;
        if SnapshotOf::file(&self.file).is_some_and(|now| now.stamp == self.stamp) {
            temporary.persist(&self.snapshot).map_err(|e| e.error)?;
        }
        Ok(())
    }
}

/// What the system says of a file, all of which is the same as long as nobody writes to it; `None` where it was changed
/// so lately that the next change might not be seen.
fn stamp(metadata: &Metadata) -> Option<String> {
    let modified = metadata.modified().ok()?;
    if modified.elapsed().is_ok_and(|age| age < SETTLED) {
        return None;
    }
    let since = modified.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!(
        "{} bytes, changed at {}.{:09}{}",
        metadata.len(),
        since.as_secs(),
        since.subsec_nanos(),
        place(metadata)
    ))
}

/// Which file it is, and when anything was changed about it: the time of the last change can be set to whatever one likes.
#[cfg(unix)]
fn place(metadata: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    format!(
        ", inode {} of {}, {}.{:09}",
        metadata.ino(),
        metadata.dev(),
        metadata.ctime(),
        metadata.ctime_nsec()
    )
}

#[cfg(not(unix))]
fn place(_: &Metadata) -> String {
    String::new()
}

fn hash_of(path: &Path) -> io::Result<[u8; 32]> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        match file.read(&mut chunk)? {
            0 => return Ok(hash.finalize().into()),
            read => hash.update(chunk.get(..read).unwrap_or_default()),
        }
    }
}

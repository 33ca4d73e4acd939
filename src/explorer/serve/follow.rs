//! The graph that is told follows the archive that is served, whoever changes it.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::routes::Shared;
use super::told::Told;
use crate::archive::{Archive, ArchiveError};
use crate::archive_graph::{self, FoldedAnew, GraphError};
use crate::graph::RelationGraph;
use crate::identity::JudgementFinding;

/// So often it is looked whether somebody has changed the archive.
const OFTEN: Duration = Duration::from_secs(2);
/// So many times as long as a look took nothing is looked at then: an archive that grows without end is to leave room for
/// those who ask.
const REST: u32 = 4;
/// At one look of so many the archive is read though nothing seems to have changed: not every system tells of all changes.
const SURELY: u32 = 15;

/// The state of an archive: which file it is, and how often it was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edition {
    /// As [`Archive::generation`] says it.
    pub(super) generation: i64,
    /// The device and the number of the file, as far as the system tells them: another archive may take its place.
    file: Option<(u64, u64)>,
}

impl Edition {
    pub(super) fn new(path: &Path, generation: i64) -> Self {
        let file = fs::metadata(path).ok().and_then(|file| number(&file));
        Self { generation, file }
    }

    /// The one of an archive that is open.
    pub(super) fn of(archive: &Archive) -> Result<Self, ArchiveError> {
        Ok(Self::new(archive.path(), archive.generation()?))
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it is not told")]
fn number(file: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

/// What the system tells of the file of an archive and of its log: whoever changes the archive writes to one of them. To look
/// at that is to disturb nobody who writes.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    file: Option<Written>,
    log: Option<Written>,
}

/// When a file was last written to, how long it is, and which it is.
type Written = (SystemTime, u64, Option<(u64, u64)>);

impl Stamp {
    fn of(path: &Path) -> Self {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let told = |path: &Path| {
            let file = fs::metadata(path).ok()?;
            Some((file.modified().ok()?, file.len(), number(&file)))
        };
        Self {
            file: told(path),
            log: told(Path::new(&log)),
        }
    }
}

/// Held by the one that folds the graph anew.
#[derive(Debug, Default)]
pub(super) struct Folding(Mutex<()>);

/// Whether a graph that is folded is stored in the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Storing {
    /// By whoever has changed the archive.
    Yes,
    /// By whoever only looks.
    No,
}

/// Looks again and again, as long as the server runs. An archive that cannot be read is looked at again: the graph that was
/// told is told on.
pub(super) async fn follow(shared: Arc<Shared>) {
    let mut pause = OFTEN;
    let mut seen = None;
    for look in 0_u32.. {
        tokio::time::sleep(pause).await;
        let shared = Arc::clone(&shared);
        let begun = Instant::now();
        // Taken before the archive is read: what comes in between is seen at the next look.
        let stamp = shared.followed.as_deref().map(Stamp::of);
        if stamp == seen && look % SURELY != 0 {
            continue;
        }
        let looked = tokio::task::spawn_blocking(move || renew(&shared, Storing::No)).await;
        seen = stamp.filter(|_| matches!(looked, Ok(Ok(()))));
        pause = OFTEN.max(begun.elapsed() * REST);
    }
}

/// Puts the graph of the archive in the place of the one that is told, unless it is the same state of it.
///
/// # Errors
/// Where the archive cannot be read; then what was told is told on.
pub(super) fn renew(shared: &Shared, storing: Storing) -> Result<(), GraphError> {
    let Some(path) = &shared.followed else {
        return Ok(());
    };
    let turn = shared.folding.0.lock();
    let _turn = turn.unwrap_or_else(PoisonError::into_inner);
    let archive = Archive::read(path)?;
    // What comes in between is folded at the next look.
    let edition = Edition::of(&archive)?;
    let now = shared.now.get();
    if now.edition == Some(edition) {
        // Whoever looked before has folded it and left it to those who write to store it.
        if storing == Storing::Yes {
            store(path, archive, &now)?;
        }
        return Ok(());
    }
    let (graph, findings) = match storing {
        Storing::Yes => stored(path, archive)?,
        Storing::No => read(&archive)?,
    };
    let told = Told::new(graph, shared.export, Some(edition), findings)?;
    shared.now.set(told);
    Ok(())
}

/// Stores the graph that is told, unless it is stored or somebody else writes.
fn store(path: &Path, archive: Archive, told: &Told) -> Result<(), GraphError> {
    drop(archive);
    match (Archive::write(path, Duration::ZERO), told.edition) {
        (Ok(mut writing), Some(edition)) => {
            archive_graph::keep(&mut writing, edition.generation, &told.graph)
        }
        _ => Ok(()),
    }
}

type Graph = (RelationGraph, Vec<JudgementFinding>);

/// Folds it and stores it, so that the next program that opens the archive need not; it is folded all the same where it cannot
/// be stored because somebody else writes.
fn stored(path: &Path, archive: Archive) -> Result<Graph, GraphError> {
    let Ok(mut writing) = Archive::write(path, Duration::ZERO) else {
        return read(&archive);
    };
    drop(archive);
    match archive_graph::store(&mut writing)? {
        Some(folded) => Ok(parts(folded)),
        None => read(&Archive::read(path)?),
    }
}

/// The stored graph where it is fresh, else one that is folded.
fn read(archive: &Archive) -> Result<Graph, GraphError> {
    if archive_graph::is_fresh(archive)? {
        return Ok((archive_graph::read(archive)?, Vec::new()));
    }
    Ok(parts(archive_graph::fold_anew(archive)?))
}

fn parts(folded: FoldedAnew) -> Graph {
    (folded.graph, folded.findings)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use std::net::{IpAddr, Ipv4Addr, SocketAddr};

    use super::*;
    use crate::archive::{Entry, Reader};
    use crate::document::Article;
    use crate::explorer::serve::ServeOptions;
    use crate::export::ExportOptions;
    use crate::lexicon::Lexicon;
    use crate::pipeline;

    const TEXT: &str =
        "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm.";

    #[test]
    fn what_somebody_who_looked_has_folded_is_stored_by_whoever_corrects() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let article = Article {
            text: TEXT.to_owned(),
            ..Article::default()
        };
        let reading = pipeline::read(&article, Lexicon::builtin());
        let entry = Entry::new(&article, &reading).unwrap();
        let reader = Reader {
            rules: pipeline::READER.to_owned(),
            tables: String::new(),
        };
        let mut archive = Archive::add_to(&path, Duration::from_secs(1)).unwrap();
        archive.add(&[entry], &reader).unwrap();
        drop(archive);
        let options = ServeOptions {
            address: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            hosts: Vec::new(),
            export: ExportOptions::default(),
            archive: Some(path.clone()),
            generation: None,
            edit: None,
        };
        let shared = Shared::new(RelationGraph::new(), &options).unwrap();
        let is_stored = || archive_graph::is_fresh(&Archive::read(&path).unwrap()).unwrap();

        renew(&shared, Storing::No).unwrap();
        assert_eq!(shared.now.get().graph.documents().count(), 1);
        assert!(!is_stored());
        renew(&shared, Storing::Yes).unwrap();
        assert!(is_stored());
        let stored = archive_graph::read(&Archive::read(&path).unwrap()).unwrap();
        let bytes = |graph| {
            let mut bytes = Vec::new();
            crate::export::json::write(graph, shared.export, &mut bytes).unwrap();
            bytes
        };
        assert_eq!(bytes(&stored), bytes(&shared.now.get().graph));
    }
}

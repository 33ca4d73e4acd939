//! The graph of a large archive: folded by way of temporary files and put into the rows, so that it never is in memory as a whole.

use std::io;

use super::laid::{Laid, Rows};
use super::new_gists::NewGists;
use super::storing::{WAYS, has_guide};
use super::turn::Turn;
use super::{FOLDER, GraphError, is_fresh, keep_for_fold, state_of};
use crate::archive::{Archive, ArchiveError, Folded, Kept, KeptGist, PATIENCE};
use crate::claim::Reading;
use crate::graph::BoundedFold;
use crate::identity::{FoldMemory, JudgementFinding, Judgements};

/// Of more bytes of readings than this, as they lie in the file, the graph of an archive is folded by way of temporary files: that
/// takes longer and less memory.
pub const WORTH_THE_DISK: u64 = 16 << 20;

/// What the sorted pieces of such a fold may have in memory.
const MEMORY: usize = 256 << 20;

/// The sorters of rows, each with as much as one of the fold.
const SHARES: usize = 8;

/// Where a graph is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// In memory.
    Memory,
    /// In temporary files.
    Disk {
        /// How many bytes what is sorted may have in memory.
        memory: usize,
    },
}

impl Room {
    /// Where the graph of an archive is best folded.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn of(archive: &Archive) -> Result<Self, ArchiveError> {
        let is_large = archive.readings_size()? > WORTH_THE_DISK;
        Ok(if is_large {
            Self::Disk { memory: MEMORY }
        } else {
            Self::Memory
        })
    }
}

/// Folds the graph, where none is stored that is fresh, and stores it; gives the judgements without effect. Where another program
/// folds it, its rows are waited for.
pub(super) fn store(
    archive: &mut Archive,
    memory: usize,
) -> Result<Option<Vec<JudgementFinding>>, GraphError> {
    if is_fresh(archive)? {
        return Ok(None);
    }
    let _turn = Turn::at(archive.path());
    // Who adds an article at the wrong moment would cost all of the work.
    archive.wait_at_least(PATIENCE)?;
    // Where what is remembered is not what is stored, the second time nothing is remembered.
    loop {
        // Who writes in between changes neither what is folded nor what it is said to be folded from.
        archive.hold()?;
        let done = fold_held(archive, memory);
        archive.let_go()?;
        let Some((state, over, done)) = done? else {
            return Ok(None);
        };
        let (lines, index, leads) = done.rows;
        // The rows are a cache; the answer does not depend on them. What is remembered makes the next fold shorter, and no more.
        let put = archive.put_graph(&state, lines, index, |archive| leads.into_guide(archive));
        if archive.remembered(FOLDER) != done.kept.bytes {
            let _ = archive.remember(FOLDER, &done.kept.bytes);
        }
        if archive.folded()?.as_ref() == Some(&state) {
            let _ = archive.remember_rows(&state, &done.kept.rows);
            let _ = archive.remember_readings(FOLDER, done.gists.into_all());
            return Ok(Some(done.findings));
        }
        match over {
            Some(over) if put.is_err() && archive.remember_rows(&over, &[]).is_ok() => {}
            _ => return Ok(Some(done.findings)),
        }
    }
}

/// Folds what is there, unless its graph is stored; gives from what, and the graph whose rows may stay.
fn fold_held(archive: &Archive, memory: usize) -> Result<Option<Held>, GraphError> {
    let Some((state, begun)) = begin(archive, memory)? else {
        return Ok(None);
    };
    let over = begun.over.clone();
    let done = begun.finish(archive).map_err(GraphError::Disk)?;
    Ok(Some((state, over, done)))
}

/// From what was folded, the graph whose rows may stay, and what came of it.
type Held = (Folded, Option<Folded>, Done);

/// The sorts of rows in which the stored graph, which is fresh, differs from the one that is folded.
pub(super) fn differences(
    archive: &Archive,
    memory: usize,
) -> Result<Vec<&'static str>, GraphError> {
    // What is remembered is not believed here.
    let begun = Begun::of(archive, memory, None, None)?;
    let done = begun.finish(archive).map_err(GraphError::Disk)?;
    let (lines, index, leads) = done.rows;
    let mut found = archive.graph_differences(lines, index)?;
    // What is kept of crowds comes from the rows, where these are right.
    if found.is_empty() && !has_guide(archive, &leads.into_guide(archive)?)? {
        found.push(WAYS);
    }
    Ok(found)
}

/// All readings on their way into a graph, and what is said about them.
struct Begun {
    fold: BoundedFold,
    judgements: Judgements,
    memory: usize,
    /// The graph of which it is known what its rows are made of: those that are made of the same stay.
    over: Option<Folded>,
    gists: NewGists,
}

/// A graph on disk, and what is kept for the next fold.
struct Done {
    rows: Rows,
    findings: Vec<JudgementFinding>,
    kept: FoldMemory,
    gists: NewGists,
}

fn begin(archive: &Archive, memory: usize) -> Result<Option<(Folded, Begun)>, GraphError> {
    if is_fresh(archive)? {
        return Ok(None);
    }
    let remembered = archive.remembered(FOLDER);
    let stored = archive.folded()?.filter(|stored| stored.folder == FOLDER);
    let rows = stored
        .as_ref()
        .map(|stored| archive.remembered_rows(stored));
    let over = stored.zip(rows).filter(|(_, rows)| !rows.is_empty());
    let begun = Begun::of(archive, memory, Some(&remembered), over)?;
    Ok(Some((state_of(archive)?, begun)))
}

impl Begun {
    fn of(
        archive: &Archive,
        memory: usize,
        remembered: Option<&[u8]>,
        over: Option<(Folded, Vec<u8>)>,
    ) -> Result<Self, GraphError> {
        let judgements = archive.judgements()?;
        let mut fold = BoundedFold::new(memory);
        let (over, rows) = over.unzip();
        if let Some(bytes) = remembered {
            fold = fold.remember(bytes);
            fold = fold.remember_rows(rows.as_deref().unwrap_or_default());
        }
        let mut gists = NewGists::default();
        // Who makes all rows anew needs all words.
        let folder = over.as_ref().map_or("", |_| FOLDER);
        let mut taken = Ok(());
        archive.each_kept(folder, |version, kept| {
            if taken.is_ok() {
                taken = match kept {
                    Kept::Gist(gist) => fold.add_gist(version, &gist),
                    Kept::Reading(reading, hash) => {
                        let gists = remembered.map(|_| &mut gists);
                        add(&mut fold, (version, *reading), hash, gists)
                    }
                };
            }
        })?;
        taken.map_err(GraphError::Disk)?;
        Ok(Self {
            fold,
            judgements,
            memory,
            over,
            gists,
        })
    }

    fn finish(self, archive: &Archive) -> io::Result<Done> {
        let mut laid = Laid::new(self.memory / SHARES, self.over)?;
        let mut fetch = |version| {
            let mut reading = archive.reading(version).map_err(io::Error::other)?;
            keep_for_fold(&mut reading);
            Ok(reading)
        };
        let (findings, kept) =
            self.fold
                .finish_fetching(&self.judgements, &mut laid, &mut fetch)?;
        Ok(Done {
            rows: laid.into_rows()?,
            findings,
            kept,
            gists: self.gists,
        })
    }
}

/// Adds a reading to a fold; its gist, under the hash of its line, goes to `gists`.
fn add(
    fold: &mut BoundedFold,
    (version, mut reading): (i64, Reading),
    hash: Vec<u8>,
    gists: Option<&mut NewGists>,
) -> io::Result<()> {
    keep_for_fold(&mut reading);
    let bytes = fold.add_for_gist(&reading)?;
    let gist = KeptGist {
        version,
        hash,
        bytes,
    };
    gists.map_or(Ok(()), |gists| gists.put(&gist))
}

//! One program at a time folds the graph of a large archive; others wait until its rows are there, rather than do the same work once
//! more in memory.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

/// The turn to fold, for as long as this lives. It is a lock on an empty file beside the archive, which goes with the turn. Of who is
/// killed the lock goes too, and the file is taken by the next one.
#[derive(Debug)]
pub(super) struct Turn {
    lock: Option<(File, PathBuf)>,
}

impl Turn {
    /// Waits for the turn. Where there can be no such file, or no lock on it, nobody waits for anybody.
    pub(super) fn at(archive: &Path) -> Self {
        let mut path = archive.as_os_str().to_owned();
        path.push("-fold");
        let path = PathBuf::from(path);
        let mut open = OpenOptions::new();
        let opened = open.read(true).write(true).create(true).truncate(false);
        let locked = opened.open(&path).and_then(|file| {
            file.lock()?;
            Ok(file)
        });
        Self {
            lock: locked.ok().map(|file| (file, path)),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some((file, path)) = self.lock.take() {
            // Who waited for this very file finds the graph stored; where it is not, two may fold at a time, which harms nobody.
            let _ = fs::remove_file(path);
            let _ = file.unlock();
        }
    }
}

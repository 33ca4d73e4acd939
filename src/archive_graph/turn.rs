//! One program at a time folds the graph of a large archive; others wait until its rows are there, rather than do the same work once
//! more in memory.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Whoever folds for longer than this is no longer waited for: it may have been stopped, and not killed.
const LONGEST: Duration = Duration::from_mins(15);

/// How long it is until one who waits asks again.
const PAUSE: Duration = Duration::from_millis(20);

/// The turn to fold, for as long as this lives. It is a lock on an empty file beside the archive, which goes with the turn. Of who is
/// killed the lock goes too, and the file is taken by the next one.
#[derive(Debug)]
pub(super) struct Turn {
    lock: Option<(File, PathBuf)>,
}

impl Turn {
    /// Waits for the turn. Where there can be no such file, or no lock on it, nobody waits for anybody: two may fold at a time, which
    /// costs work and harms nobody.
    pub(super) fn at(archive: &Path) -> Self {
        let mut path = archive.as_os_str().to_owned();
        path.push("-fold");
        let path = PathBuf::from(path);
        let mut open = OpenOptions::new();
        let opened = open.read(true).write(true).create(true).truncate(false);
        let locked = opened.open(&path).and_then(|file| {
            wait(&file)?;
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
            // Who waits for this very file gets it all the same, and finds the graph stored.
            let _ = fs::remove_file(path);
            let _ = file.unlock();
        }
    }
}

/// Waits until nobody else has the file.
fn wait(file: &File) -> io::Result<()> {
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if begun.elapsed() < LONGEST => {
                std::thread::sleep(PAUSE);
            }
            done => return Ok(done?),
        }
    }
}

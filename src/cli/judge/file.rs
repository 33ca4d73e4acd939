//! Files of judgements: read with a good word for each bad line, and written only at their end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use interparl::archive::Archive;
use interparl::identity::{Judgement, Judgements};
use interparl::lexicon::Lexicon;

use crate::cli::archive;
use crate::cli::failure::{Failure, reason};
use crate::cli::terminal::Console;

/// Reads judgements from files and archives; a line that is none is told, and nothing is done then.
pub(crate) fn load(paths: &[PathBuf], console: &Console) -> Result<Judgements, Failure> {
    let mut all = Judgements::new();
    for path in paths {
        if archive::is_archive(path) {
            all.extend(Archive::read(path)?.judgements()?.iter().cloned());
            continue;
        }
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|e| {
            let failure = Failure::new(format!("cannot read \"{name}\": {}", reason(&e)));
            failure.hint("judgements come from: interparl same GRAPH A B --judgements FILE")
        })?;
        all.extend(parse(&name, &text, console)?.iter().cloned());
    }
    Ok(all)
}

/// The judgements of a text. All bad lines but the last are told on the console, the last one is the failure.
pub(crate) fn parse(name: &str, text: &str, console: &Console) -> Result<Judgements, Failure> {
    Judgements::from_lines_by_hand(name, text, Lexicon::builtin()).map_err(|error| {
        let cut = (!text.ends_with('\n')).then(|| text.lines().count());
        let lines = error.faults.iter().map(|fault| fault.line);
        let failure = |((message, hint), line): ((String, &str), usize)| {
            let hint = if Some(line) == cut {
                "the file ends within this line, which may have been cut: mend it or take it out"
            } else {
                hint
            };
            Failure::new(message).hint(hint)
        };
        let mut failures: Vec<Failure> = error.messages().zip(lines).map(failure).collect();
        let last = failures.pop();
        for failure in &failures {
            if let Failure::Told(told) = failure {
                console.error(told);
            }
        }
        last.unwrap_or_else(|| Failure::new(error.to_string()))
    })
}

/// Adds what `say` says beside what a file has, all of it or nothing, and comes back when it is on the disk. A file that is not
/// there is made.
///
/// What the file has is never written anew, so that it cannot be lost. Two programs that add at once wait for each other, and
/// the second one says what it says beside what the first one has added.
pub(super) fn add(
    path: &Path,
    console: &Console,
    say: impl FnOnce(&Judgements) -> Result<Vec<Judgement>, Failure>,
) -> Result<(), Failure> {
    let name = path.display().to_string();
    let cannot = |e: &io::Error| cannot_write(path, e);
    let mut file = open_alone(path).map_err(|e| cannot(&e))?;
    let mut before = String::new();
    file.read_to_string(&mut before).map_err(|e| cannot(&e))?;
    let mut lines = String::new();
    for judgement in say(&parse(&name, &before, console)?)? {
        lines.push_str(&judgement.to_line());
        lines.push('\n');
    }
    if lines.is_empty() {
        return Ok(());
    }
    if !before.is_empty() && !before.ends_with('\n') {
        lines.insert(0, '\n');
    }
    append(&mut file, &lines).map_err(|e| cannot(&e))
}

/// Why nothing can be added to a file.
pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let failure = Failure::writing(&format!("\"{}\"", path.display()), error);
    match &failure {
        Failure::Told(told) if told.hint.is_none() => failure
            .hint("nothing was kept; name a file that may be written to with --judgements FILE"),
        _ => failure,
    }
}

/// Opens a file to read it and add to it, as the only one who does so.
fn open_alone(path: &Path) -> io::Result<File> {
    loop {
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(path)?;
        file.lock()?;
        // Whoever has written the file anew in the meantime has put another one in its place, and this one is read by nobody.
        if is_at(&file, path)? {
            return Ok(file);
        }
    }
}

/// Whether an open file is the one of this path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let place = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match fs::metadata(path) {
        Ok(there) => Ok(place(there) == place(file.metadata()?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// An open file keeps its place here.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

fn append(file: &mut File, lines: &str) -> io::Result<()> {
    let length = file.seek(SeekFrom::End(0))?;
    let written = file
        .write_all(lines.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a line would make the whole file unreadable; what was there before stays either way.
        let _ = file.set_len(length);
    }
    written
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    reason = "a test may stop at a file that is not there"
)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"judgement":"undo","of":"0123456789ab"}"#;

    #[test]
    fn what_is_there_stays_and_what_is_new_stands_on_lines_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("judgements.jsonl");
        let old = format!("# a note\r\n\n{LINE}");
        fs::write(&path, &old).unwrap();
        let new = Judgement::parse(&LINE.replace("01", "ff")).unwrap();
        let console = Console::new(true);
        let say = |known: &Judgements| {
            assert_eq!(known.len(), 1);
            Ok(vec![new.clone()])
        };
        add(&path, &console, say).ok().unwrap();
        add(&path, &console, |_| Ok(Vec::new())).ok().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text, format!("{old}\n{}\n", new.to_line()));
    }

    #[test]
    fn whoever_waits_is_told_what_the_one_before_has_added() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("judgements.jsonl");
        fs::write(&path, "").unwrap();
        let new = |number: u32| {
            let line = format!(r#"{{"judgement":"undo","of":"{number:012x}"}}"#);
            Judgement::parse(&line).unwrap()
        };
        // Each adds a judgement of its own that has the number of those that it is told of.
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let say = |known: &Judgements| {
                        std::thread::yield_now();
                        Ok(vec![new(u32::try_from(known.len()).unwrap())])
                    };
                    add(&path, &Console::new(true), say).ok().unwrap();
                });
            }
        });
        let text = fs::read_to_string(&path).unwrap();
        let expected: Vec<String> = (0..8).map(|number| new(number).to_line()).collect();
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }
}

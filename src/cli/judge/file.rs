//! Files of judgements: read with a good word for each bad line, and written only at their end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use interparl::archive::Archive;
use interparl::identity::{Judgement, Judgements};

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
    Judgements::from_lines(name, text).map_err(|error| {
        let failure = |(message, hint): (String, &str)| Failure::new(message).hint(hint.to_owned());
        let mut failures: Vec<Failure> = error.messages().map(failure).collect();
        let last = failures.pop();
        for failure in &failures {
            if let Failure::Told(told) = failure {
                console.error(told);
            }
        }
        last.unwrap_or_else(|| Failure::new(error.to_string()))
    })
}

/// Adds judgements behind what a file has, all of them or none, and comes back when they are on the disk. A file that is
/// not there is made.
///
/// What the file has is never written anew, so that it cannot be lost; two programs that add at once wait for each other.
pub(super) fn add(path: &Path, judgements: &[Judgement]) -> Result<(), Failure> {
    if judgements.is_empty() {
        return Ok(());
    }
    let mut lines = String::new();
    for judgement in judgements {
        lines.push_str(&judgement.to_line());
        lines.push('\n');
    }
    let name = path.display();
    append(path, &lines).map_err(|e| Failure::writing(&format!("\"{name}\""), &e))
}

fn append(path: &Path, lines: &str) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .open(path)?;
    file.lock()?;
    let length = file.seek(SeekFrom::End(0))?;
    let mut text = String::new();
    if !ends_its_line(&mut file, length)? {
        text.push('\n');
    }
    text.push_str(lines);
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a line would make the whole file unreadable; what was there before stays either way.
        let _ = file.set_len(length);
    }
    written
}

/// Whether the last line has its end.
fn ends_its_line(file: &mut File, length: u64) -> io::Result<bool> {
    if length == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
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
        add(&path, std::slice::from_ref(&new)).ok().unwrap();
        add(&path, &[]).ok().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text, format!("{old}\n{}\n", new.to_line()));
    }
}

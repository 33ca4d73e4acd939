//! `import`: a graph or a list of other programs as readings.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

use clap::{Args, ValueHint};
use interparl::claim::write_line;
use interparl::import::{File, ImportError, Imported, Problem, read};

use super::exit::Exit;
use super::failure::{Failure, Told, reason};
use super::output::Output;
use super::terminal::Console;

/// Rows that are told one by one; who has more has one mistake many times.
const TOLD: usize = 10;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The graph or list: a file, or a folder of CSV.
    #[arg(required = true, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

pub(crate) fn run(args: &ImportArgs, console: &Console) -> Result<Exit, Failure> {
    let mut output = Output::open(args.output.as_deref())?;
    let mut exit = Exit::Done;
    let mut skipped = 0;
    for input in &args.inputs {
        let name = document_name(input);
        let imported = match imported(&name, input) {
            Ok(imported) => imported,
            Err(Failure::Told(told)) => {
                console.error(&told);
                skipped += 1;
                continue;
            }
            Err(closed) => return Err(closed),
        };
        for reading in &imported.readings {
            let line = write_line(reading).map_err(|e| Failure::new(e.to_string()))?;
            if let Err(error) = writeln!(output, "{line}") {
                return Err(output.failure(&error));
            }
        }
        exit = exit.max(tell(&name, &folder_of(input), &imported, console));
    }
    if skipped == args.inputs.len() {
        // Nothing was read, so there is nothing to write: a file that was there before stays.
        return Ok(Exit::Failed);
    }
    output.finish()?;
    if skipped > 0 {
        let read = args.inputs.len() - skipped;
        console.note(&format!("{read} files or folders read, {skipped} skipped"));
        exit = exit.max(Exit::InPart);
    }
    Ok(exit)
}

/// What the document of a file is called: the path as it was given, with `/` between its parts and without parts that say
/// nothing, so that `./lists/a.csv` and `lists//a.csv` are one.
fn document_name(input: &Path) -> String {
    let parts = input.components().filter(|part| *part != Component::CurDir);
    let mut name = String::new();
    for part in parts {
        if !name.is_empty() && !name.ends_with('/') {
            name.push('/');
        }
        match part {
            Component::RootDir => name.push('/'),
            part => name.push_str(&part.as_os_str().to_string_lossy()),
        }
    }
    if name.is_empty() {
        name.push('.');
    }
    name
}

/// What stands before the name of a file in a message, so that it is found from where the command was given.
fn folder_of(input: &Path) -> String {
    let folder = if input.is_dir() {
        Some(input)
    } else {
        input.parent()
    };
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or_else(String::new, |folder| {
        let name = document_name(folder);
        match name.as_str() {
            "." => String::new(),
            name => format!("{}/", name.trim_end_matches('/')),
        }
    })
}

fn imported(name: &str, input: &Path) -> Result<Imported, Failure> {
    let cannot = |e: &io::Error| {
        Failure::new(format!(
            "cannot read \"{}\": {}",
            input.display(),
            reason(e)
        ))
    };
    let files = files(input).map_err(|e| cannot(&e))?;
    if files.is_empty() {
        return Err(Failure::new(format!(
            "the folder \"{}\" has no .csv or .tsv",
            input.display()
        ))
        .hint("a folder is read as tables: nodes.csv, edges.csv, meetings.csv"));
    }
    read(name, &files).map_err(|error| {
        let hint = match error {
            ImportError::Unknown(_) => "JSON, GraphML, GEXF, CSV and Popolo can be read",
            ImportError::Syntax { ref why, .. } if why.starts_with("the head ") => {
                "a list has the columns person, role and body, with commas between: interparl import --help tells all"
            }
            ImportError::Syntax { .. } => "interparl import --help tells what can be read",
        };
        Failure::new(format!("{}{error}", folder_of(input))).hint(hint)
    })
}

/// The file, or the tables of the folder by name.
fn files(input: &Path) -> io::Result<Vec<File>> {
    let mut paths = Vec::new();
    if input.is_dir() {
        for entry in fs::read_dir(input)? {
            let path = entry?.path();
            let is_table =
                |e: &OsStr| e.eq_ignore_ascii_case("csv") || e.eq_ignore_ascii_case("tsv");
            if path.extension().is_some_and(is_table) {
                paths.push(path);
            }
        }
        paths.sort();
    } else {
        paths.push(input.to_owned());
    }
    let file = |path: &PathBuf| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        Ok(File {
            name: name.unwrap_or_default(),
            bytes: fs::read(path)?,
        })
    };
    paths.iter().map(file).collect()
}

/// Says what was skipped and what was lost, of the document of a name, whose files stand in the folder.
fn tell(name: &str, folder: &str, imported: &Imported, console: &Console) -> Exit {
    tell_each(
        [name, folder],
        &imported.skipped,
        "the row is left out; all others are read",
        console,
    );
    tell_each(
        [name, folder],
        &imported.left_out,
        "all else of the row is read",
        console,
    );
    if !imported.lost.is_empty() {
        console.note(&format!("{name}: not kept: {}", imported.lost.join("; ")));
    }
    let entities = imported.readings.iter().map(|r| r.entities.len());
    let entities: usize = entities.sum();
    if !imported.skipped.is_empty() || !imported.left_out.is_empty() {
        Exit::InPart
    } else if entities == 0 {
        Exit::NothingFound
    } else {
        Exit::Done
    }
}

/// Tells the first problems, and how many there are more. `usual` is the hint of those that have none.
fn tell_each([name, folder]: [&str; 2], problems: &[Problem], usual: &str, console: &Console) {
    let told = |message: String, hint: &str| Told {
        message,
        hint: Some(hint.to_owned()),
        exit: Exit::InPart,
    };
    for problem in problems.iter().take(TOLD) {
        let hint = problem.hint.as_deref().unwrap_or(usual);
        console.error(&told(format!("{folder}{}", problem.message), hint));
    }
    if problems.len() > TOLD {
        let more = problems.len() - TOLD;
        console.error(&told(format!("{name}: and {more} more like these"), usual));
    }
}

//! `fold`: readings become a graph.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use interparl::archive::Archive;
use interparl::claim::{LineError, Reading, read_line};

use rayon::prelude::*;

use super::archive;
use super::args::FoldArgs;
use super::articles::Tally;
use super::build;
use super::exit::Exit;
use super::failure::{Failure, reason};
use super::fold_bounded;
use super::folding::Folding;
use super::graph_file::GraphOutput;
use super::terminal::Console;

/// So many bytes tell whether a file is a graph.
const BEGINNING: usize = 40;

/// What to do with a graph where readings are wanted.
const INSTEAD_OF_GRAPH: &str = "a whole graph needs no folding: use it as it is; readings come from: interparl extract ARTICLES";

/// Lines that are read at a time.
const AT_A_TIME: usize = 1024;

/// Takes readings one by one.
type Take<'t> = &'t mut dyn FnMut(Reading) -> Result<(), Failure>;

pub(crate) fn run(args: &FoldArgs, console: &Console) -> Result<Exit, Failure> {
    let mut folding = Folding::open(&args.folding, console)?;
    if let Some(memory) = args.memory {
        return fold_bounded::run(args, memory, folding, console);
    }
    let output = GraphOutput::open(&args.out)?;
    let mut readings = Vec::new();
    let tally = each_reading(args, console, &mut folding, &mut |reading| {
        readings.push(reading);
        Ok(())
    })?;
    if tally.read == 0 && tally.skipped > 0 {
        return Ok(tally.exit());
    }
    let graph = folding.fold(readings, console)?;
    output.write(&graph)?;
    Ok(tally
        .exit()
        .max(build::emptiness(graph.node_count(), console)))
}

/// Reads all inputs: each reading is taken, and the judgements of archives go to the others. What is skipped is told.
pub(super) fn each_reading(
    args: &FoldArgs,
    console: &Console,
    folding: &mut Folding<'_>,
    take: Take<'_>,
) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    for path in &args.readings {
        let mut bad = |failure: Failure| {
            if args.strict {
                return Err(failure);
            }
            tally.skipped += 1;
            if let Failure::Told(told) = &failure {
                console.error(told);
            }
            Ok(())
        };
        let mut counted = |reading: Reading| {
            tally.read += 1;
            take(reading)
        };
        let name = if path == Path::new("-") {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        if archive::is_archive(path) {
            from_archive(&Archive::read(path)?, folding, &mut counted)?;
            continue;
        }
        match open(path) {
            Ok(lines) => read(lines, &name, &mut counted, &mut bad)?,
            Err(e) => bad(cannot_read(&name, &e))?,
        }
    }
    tally.tell(console, "readings");
    Ok(tally)
}

fn from_archive(
    archive: &Archive,
    folding: &mut Folding<'_>,
    take: Take<'_>,
) -> Result<(), Failure> {
    let mut taken = Ok(());
    archive.each_reading(|mut reading| {
        reading.keep_for_fold();
        if taken.is_ok() {
            taken = take(reading);
        }
    })?;
    folding.add(&archive.judgements()?);
    taken
}

/// The lines of a file, unpacked if they are gzip.
fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let raw: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path)?)
    };
    let mut raw = BufReader::new(raw);
    let packed = raw.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    Ok(if packed {
        Box::new(BufReader::new(MultiGzDecoder::new(raw)))
    } else {
        Box::new(raw)
    })
}

fn read(
    mut lines: Box<dyn BufRead>,
    name: &str,
    take: Take<'_>,
    bad: &mut impl FnMut(Failure) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut number = 0;
    loop {
        let is_first = number == 0;
        let mut some = Vec::with_capacity(AT_A_TIME);
        let end = some_lines(&mut lines, &mut number, &mut some);
        if is_first && begins_graph(&some) {
            // Each of its lines would be refused for a reason of its own, and none of these says what is the matter.
            let message = format!("{name}: this is a graph or a part of one, not readings");
            return bad(Failure::new(message).hint(INSTEAD_OF_GRAPH));
        }
        let parsed = some
            .par_iter()
            .map(|(number, bytes)| parse(bytes, name, *number));
        let parsed: Vec<Result<Option<Reading>, Failure>> = parsed.collect();
        for reading in parsed {
            match reading {
                Ok(Some(reading)) => take(reading)?,
                Ok(None) => {}
                Err(failure) => bad(failure)?,
            }
        }
        match end {
            Ok(false) => {}
            Ok(true) => return Ok(()),
            Err(e) => return bad(cannot_read(name, &e)),
        }
    }
}

/// Reads the next lines with their numbers, and says whether the file ended behind them. `number` is that of the last line.
fn some_lines(
    lines: &mut impl BufRead,
    number: &mut usize,
    some: &mut Vec<(usize, Vec<u8>)>,
) -> io::Result<bool> {
    while some.len() < AT_A_TIME {
        let mut bytes = Vec::new();
        if lines.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(true);
        }
        *number += 1;
        some.push((*number, bytes));
    }
    Ok(false)
}

/// Whether the first lines of a file are those of a graph as JSON, on one line or indented.
fn begins_graph(lines: &[(usize, Vec<u8>)]) -> bool {
    // Of the middle or the end of a graph each line but the first, which was cut, is a whole edge.
    let is_edge = |line: &[u8]| {
        let line = line.trim_ascii_start();
        line.starts_with(b"{\"source\":") && String::from_utf8_lossy(line).contains("\"target\":")
    };
    if lines.iter().take(2).any(|(_, line)| is_edge(line)) {
        return true;
    }
    let mut beginning = String::new();
    for (_, line) in lines {
        let line = line.get(..BEGINNING).unwrap_or(line);
        beginning.extend(String::from_utf8_lossy(line).split_whitespace());
        if beginning.len() >= BEGINNING {
            break;
        }
    }
    ["directed", "multigraph", "graph", "nodes"]
        .iter()
        .any(|field| beginning.starts_with(&format!("{{\"{field}\":")))
}

/// The reading of a line; none of an empty one.
fn parse(bytes: &[u8], name: &str, number: usize) -> Result<Option<Reading>, Failure> {
    let at = |column: usize, why: &str| Failure::new(format!("{name}:{number}:{column}: {why}"));
    let line = std::str::from_utf8(bytes)
        .map_err(|e| at(e.valid_up_to() + 1, "this is not UTF-8"))?
        .trim();
    if line.is_empty() {
        return Ok(None);
    }
    let hint = "readings come from: interparl extract ARTICLES";
    let reading = read_line(line).map(|mut reading| {
        reading.keep_for_fold();
        Some(reading)
    });
    reading.map_err(|error| match error {
        LineError::Json(e) => {
            if e.is_eof() {
                let why = "the line ends too early: its end is cut off";
                return at(e.column(), why).hint("copy the whole file, or read the articles anew");
            }
            let text = e.to_string();
            let why = text.split(" at line ").next().unwrap_or_default();
            at(e.column(), why).hint(hint)
        }
        LineError::Newer { .. } => at(1, &error.to_string())
            .hint("fold it with the interparl that wrote it, or a newer one"),
        LineError::Dangling { .. } => at(1, &error.to_string()).hint(hint),
    })
}

fn cannot_read(name: &str, error: &io::Error) -> Failure {
    Failure::new(format!("cannot read \"{name}\": {}", reason(error)))
}

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
use super::folding::Folding;
use super::graph_file::GraphOutput;
use super::terminal::Console;

/// Lines that are read at a time.
const AT_A_TIME: usize = 1024;

pub(crate) fn run(args: &FoldArgs, console: &Console) -> Result<Exit, Failure> {
    let mut folding = Folding::open(&args.folding, console)?;
    let output = GraphOutput::open(&args.out)?;
    let mut readings = Vec::new();
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
        let name = if path == Path::new("-") {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        if archive::is_archive(path) {
            let archive = Archive::read(path)?;
            archive.each_reading(|mut reading| {
                reading.keep_for_fold();
                readings.push(reading);
            })?;
            folding.add(&archive.judgements()?);
            continue;
        }
        match open(path) {
            Ok(lines) => read(lines, &name, &mut readings, &mut bad)?,
            Err(e) => bad(cannot_read(&name, &e))?,
        }
    }
    tally.read = readings.len();
    tally.tell(console, "readings");
    if tally.read == 0 && tally.skipped > 0 {
        return Ok(tally.exit());
    }
    let graph = folding.fold(readings, console)?;
    output.write(&graph)?;
    Ok(tally.exit().max(build::emptiness(&graph, console)))
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
    readings: &mut Vec<Reading>,
    bad: &mut impl FnMut(Failure) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut number = 0;
    loop {
        let mut some = Vec::with_capacity(AT_A_TIME);
        let end = some_lines(&mut lines, &mut number, &mut some);
        let parsed = some
            .par_iter()
            .map(|(number, bytes)| parse(bytes, name, *number));
        let parsed: Vec<Result<Option<Reading>, Failure>> = parsed.collect();
        for reading in parsed {
            match reading {
                Ok(reading) => readings.extend(reading),
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

/// The reading of a line; none of an empty one.
fn parse(bytes: &[u8], name: &str, number: usize) -> Result<Option<Reading>, Failure> {
    let at = |column: usize, why: &str| Failure::new(format!("{name}:{number}:{column}: {why}"));
    let line = std::str::from_utf8(bytes)
        .map_err(|e| at(e.valid_up_to() + 1, "this is not UTF-8"))?
        .trim();
    if line.is_empty() {
        return Ok(None);
    }
    let hint = match line {
        _ if line.starts_with("{\"directed\"") => "a graph is there already: use it as it is",
        _ => "readings come from: interparl extract ARTICLES",
    };
    let reading = read_line(line).map(|mut reading| {
        reading.keep_for_fold();
        Some(reading)
    });
    reading.map_err(|error| match error {
        LineError::Json(e) => {
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

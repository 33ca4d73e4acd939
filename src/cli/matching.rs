//! `match`: whether pairs of names are of one person or body.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _, Write as _};
use std::path::Path;

use interparl::identity::{BodyName, BodyTables, Match, PersonName, Reason};
use interparl::lexicon::Lexicon;

use super::exit::Exit;
use super::failure::{Failure, reason};
use super::options::NameKind;
use super::output::Output;
use super::stages;
use super::terminal::{Console, clean};
use super::tool_args::MatchArgs;

/// A line of two names is far shorter; a longer one is no such line, and is not read into memory.
const LONGEST_LINE: usize = 64 * 1024;

const HOW_TO_WRITE: &str =
    "write two names a line with a tab between them, such as: Zhanna Akhmetova<tab>Жанна Ахметова";

pub(crate) fn run(args: &MatchArgs, console: &Console) -> Result<Exit, Failure> {
    let tables = stages::tables(args.lexicon.as_deref())?;
    let mut pairs = Pairs::open(&args.pairs)?;
    let mut out = Output::open(None)?;
    let judge = Judge::new(args.kind, tables.lexicon());
    let (mut judged, mut skipped) = (0_u64, 0_u64);
    while let Some(line) = pairs.next()? {
        let (one, other) = match line {
            Line::Pair(one, other) => (one, other),
            Line::Bad(failure) => {
                if let Failure::Told(told) = &failure {
                    console.error(told);
                }
                skipped += 1;
                // An empty line keeps the lines that come out beside those that go in.
                writeln!(out).map_err(|e| out.failure(&e))?;
                continue;
            }
        };
        judged += 1;
        let (score, reasons) = judge.judge(&one, &other, args.explain);
        write!(out, "{score}\t{}", score.verdict())
            .and_then(|()| {
                if args.explain {
                    let why: Vec<String> = reasons.iter().map(|r| clean(&r.to_string())).collect();
                    write!(out, "\t{}", why.join("; "))?;
                }
                writeln!(out)
            })
            .map_err(|e| out.failure(&e))?;
    }
    out.finish()?;
    Ok(match (judged, skipped) {
        (_, 0) => Exit::Done,
        (0, _) => Exit::Failed,
        _ => Exit::InPart,
    })
}

/// A line of a file of pairs.
enum Line {
    Pair(String, String),
    /// No pair of names, and why.
    Bad(Failure),
}

/// The matcher for names of one kind.
enum Judge<'l> {
    Person(&'l Lexicon),
    Body(Box<BodyTables<'l>>),
}

impl<'l> Judge<'l> {
    fn new(kind: NameKind, lexicon: &'l Lexicon) -> Self {
        match kind {
            NameKind::Person => Self::Person(lexicon),
            NameKind::Body => Self::Body(Box::new(BodyTables::new(lexicon))),
        }
    }

    /// The score, and the reasons where they are asked for.
    fn judge(&self, one: &str, other: &str, explain: bool) -> (Match, Vec<Reason>) {
        match self {
            Self::Person(lexicon) => {
                let (one, other) = (
                    PersonName::new(one, lexicon),
                    PersonName::new(other, lexicon),
                );
                let reasons = explain.then(|| one.explain(&other));
                (one.compare(&other), reasons.unwrap_or_default())
            }
            Self::Body(tables) => {
                let (one, other) = (BodyName::new(one, tables), BodyName::new(other, tables));
                let reasons = explain.then(|| one.explain(&other, tables));
                (one.compare(&other), reasons.unwrap_or_default())
            }
        }
    }
}

/// The lines of a file of pairs.
struct Pairs {
    reader: Box<dyn BufRead>,
    name: String,
    line: u64,
}

impl Pairs {
    /// Opens a file; `-` is standard input.
    ///
    /// # Errors
    /// Where the file cannot be opened or is empty.
    fn open(path: &Path) -> Result<Self, Failure> {
        let stdin = path == Path::new("-");
        let name = if stdin {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        let reader: Box<dyn BufRead> = if stdin {
            Box::new(BufReader::new(io::stdin()))
        } else {
            Box::new(BufReader::new(
                File::open(path).map_err(|e| unreadable(&name, &e))?,
            ))
        };
        let mut pairs = Self {
            reader,
            name,
            line: 0,
        };
        let start = pairs.reader.fill_buf();
        if start.map_err(|e| unreadable(&pairs.name, &e))?.is_empty() {
            let what = format!("{}: there are no pairs of names in it", pairs.name);
            return Err(Failure::new(what).hint(HOW_TO_WRITE));
        }
        Ok(pairs)
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// Where reading fails.
    fn next(&mut self) -> Result<Option<Line>, Failure> {
        let mut bytes = Vec::new();
        // One byte more than is allowed tells that there is more.
        let most = LONGEST_LINE as u64 + 1;
        let read = self
            .reader
            .by_ref()
            .take(most)
            .read_until(b'\n', &mut bytes);
        if read.map_err(|e| unreadable(&self.name, &e))? == 0 {
            return Ok(None);
        }
        self.line += 1;
        if bytes.len() > LONGEST_LINE {
            let kib = LONGEST_LINE / 1024;
            self.skip_line(&bytes)?;
            return Ok(Some(
                self.bad(&format!("the line is longer than {kib} KiB")),
            ));
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return Ok(Some(self.bad("the line is not UTF-8")));
        };
        let text = text.trim_end_matches(['\n', '\r']);
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut names = text.split('\t');
        let one = names.next().unwrap_or_default();
        let Some(other) = names.next() else {
            return Ok(Some(self.bad("there is no tab in the line")));
        };
        for (name, which) in [(one, "first"), (other, "second")] {
            if name.trim().is_empty() {
                return Ok(Some(self.bad(&format!("the {which} name is empty"))));
            }
        }
        Ok(Some(Line::Pair(one.to_owned(), other.to_owned())))
    }

    /// Reads the rest of a line of which these are the first bytes, and keeps none of it.
    fn skip_line(&mut self, read: &[u8]) -> Result<(), Failure> {
        if read.ends_with(b"\n") {
            return Ok(());
        }
        let skipped = self.reader.skip_until(b'\n');
        skipped.map_err(|e| unreadable(&self.name, &e))?;
        Ok(())
    }

    fn bad(&self, what: &str) -> Line {
        let failure = Failure::new(format!("{}:{}: {what}", self.name, self.line));
        Line::Bad(failure.hint(HOW_TO_WRITE))
    }
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    let failure = Failure::new(format!("cannot read \"{name}\": {}", reason(error)));
    failure.hint("name a file of pairs, or - for standard input")
}

//! `add`: articles come into an archive, and what they bring is told.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use interparl::archive::{Added, Archive, Entry, Fingerprint, Reader, Status};
use interparl::document::{Article, Problem, article_files};

use super::args::AddArgs;
use super::reader::reader;
use super::report::Report;
use crate::cli::articles::{self, How, Pool, Tally};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::stages::{self, Tables};
use crate::cli::terminal::{Console, escape_json};

/// Articles after which what is ready is put on the disk.
const TOGETHER: usize = 250;
/// Bytes of text after which it is, however few articles they are.
const TOGETHER_BYTES: usize = 16 << 20;
/// A file that was changed a moment ago may still be being written.
const SETTLED: Duration = Duration::from_secs(2);

pub(crate) fn run(args: &AddArgs, console: &Console) -> Result<Exit, Failure> {
    if args.archive == Path::new("-") {
        return Err(Failure::new("an archive is a file, and \"-\" is none")
            .hint("name a file: interparl add relations.db ARTICLES"));
    }
    let tables = stages::tables(args.articles.lexicon.as_deref())?;
    let mut adding = Adding {
        args,
        archive: Archive::add_to(&args.archive, args.wait.patience())?,
        reader: reader(args.articles.lexicon.as_deref())?,
        tables,
        console,
        ready: Vec::new(),
        ready_bytes: 0,
        report: Report::default(),
    };
    if !args.watch {
        return adding.round(&args.articles.inputs);
    }
    let mut seen = Seen::default();
    loop {
        let changed = seen.changed(&args.articles.inputs)?;
        if !changed.is_empty() {
            adding.round(&changed)?;
        }
        std::thread::sleep(Duration::from_secs(args.every.into()));
    }
}

/// Articles on their way into the archive.
struct Adding<'a> {
    args: &'a AddArgs,
    archive: Archive,
    reader: Reader,
    tables: Tables,
    console: &'a Console,
    ready: Vec<Entry>,
    ready_bytes: usize,
    report: Report,
}

impl Adding<'_> {
    /// Adds the articles of some inputs and tells what they brought.
    fn round(&mut self, inputs: &[PathBuf]) -> Result<Exit, Failure> {
        self.report = Report::default();
        let args = &self.args.articles;
        let how = How {
            date: args.date,
            strict: args.strict,
            threads: args.threads,
        };
        let articles = stages::articles(inputs, args.input_format);
        let console = self.console;
        let pool = Pool::new(how.threads);
        // One thread takes one article at a time. Several take as many as go to the disk together, so that there is enough to read
        // while those before them are written.
        let size = pool.batch();
        let size = if size == 1 { 1 } else { size.max(TOGETHER) };
        let read = articles::each_batch_unread(articles, how, (pool, size), console, |pool, a| {
            self.take(pool, &a)
        });
        // Also where it stopped at a bad article: those before it were read.
        self.store()?;
        let tally = match read {
            Ok(tally) => tally,
            Err(failure) => {
                self.tell(Tally::default())?;
                return Err(failure);
            }
        };
        self.tell(tally)?;
        Ok(tally.exit())
    }

    /// Reads the articles that are new, and meanwhile puts on the disk what was ready before.
    fn take(&mut self, pool: &Pool, articles: &[Article]) -> Result<(), Failure> {
        let new = self.unknown(pool, articles)?;
        let full = self.ready.len() >= TOGETHER || self.ready_bytes >= TOGETHER_BYTES;
        let due = if full { self.taken() } else { Vec::new() };
        let (archive, reader, tables) = (&mut self.archive, &self.reader, &self.tables);
        let (entries, added) = pool.map_beside(
            &new,
            |article| Entry::new(article, &stages::read(article, tables)),
            || stored(archive, &due, reader),
        )?;
        self.note(&added?)?;
        for (article, entry) in new.into_iter().zip(entries) {
            self.ready.push(entry.map_err(|e| unwritable(article, &e))?);
            self.ready_bytes += article.text.len();
        }
        Ok(())
    }

    /// Those of some articles that are not in the archive; the others are noted.
    fn unknown<'n>(
        &mut self,
        pool: &Pool,
        articles: &'n [Article],
    ) -> Result<Vec<&'n Article>, Failure> {
        let fingerprints = pool.map(articles, Fingerprint::of)?;
        let mut new = Vec::new();
        for (article, fingerprint) in articles.iter().zip(fingerprints) {
            let fingerprint = fingerprint.map_err(|e| unwritable(article, &e))?;
            if self.archive.has(fingerprint)? {
                self.known(article)?;
            } else {
                new.push(article);
            }
        }
        Ok(new)
    }

    fn known(&mut self, article: &Article) -> Result<(), Failure> {
        let added = Added {
            document: article.record().id,
            status: Status::Known,
            same_name: None,
            news: Vec::new(),
        };
        self.note(&[added])
    }

    /// What is ready, which is then no longer there.
    fn taken(&mut self) -> Vec<Entry> {
        self.ready_bytes = 0;
        std::mem::take(&mut self.ready)
    }

    /// Puts what is ready on the disk, and only then notes it.
    fn store(&mut self) -> Result<(), Failure> {
        let entries = self.taken();
        let added = stored(&mut self.archive, &entries, &self.reader)?;
        self.note(&added)
    }

    fn note(&mut self, added: &[Added]) -> Result<(), Failure> {
        for one in added {
            self.report.count(one, self.args.all);
        }
        if !self.args.json {
            return Ok(());
        }
        let mut out = std::io::stdout().lock();
        let written = added.iter().try_for_each(|one| {
            let line = serde_json::to_string(one).map_err(std::io::Error::from)?;
            writeln!(out, "{}", escape_json(&line))
        });
        written
            .and_then(|()| out.flush())
            .map_err(|e| Failure::writing("standard output", &e))
    }

    fn tell(&self, tally: Tally) -> Result<(), Failure> {
        tally.tell(self.console, "articles");
        if self.args.json {
            return Ok(());
        }
        let mut page = self.console.page();
        self.report.tell(&mut page);
        self.console.print(&page)
    }
}

fn stored(
    archive: &mut Archive,
    entries: &[Entry],
    reader: &Reader,
) -> Result<Vec<Added>, Failure> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    Ok(archive.add(entries, reader)?)
}

fn unwritable(article: &Article, error: &interparl::claim::LineError) -> Failure {
    Failure::new(format!("cannot keep \"{}\": {error}", article.label))
}

/// The files of watched folders as they were seen last.
#[derive(Default)]
struct Seen {
    files: BTreeMap<PathBuf, (u64, SystemTime)>,
}

impl Seen {
    /// The files that are new or changed since the last look, and that nobody has been writing to for a moment.
    fn changed(&mut self, inputs: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
        let mut changed = Vec::new();
        for input in inputs {
            if !input.is_dir() {
                return Err(
                    Failure::new(format!("\"{}\" is not a folder", input.display()))
                        .hint("--watch looks at folders"),
                );
            }
            for file in files(input)? {
                let Ok(now) = std::fs::metadata(&file).and_then(|m| Ok((m.len(), m.modified()?)))
                else {
                    // It went away in between.
                    continue;
                };
                let settled = now.1.elapsed().is_ok_and(|age| age >= SETTLED);
                if settled && self.files.get(&file) != Some(&now) {
                    self.files.insert(file.clone(), now);
                    changed.push(file);
                }
            }
        }
        Ok(changed)
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for file in article_files(folder) {
        match file {
            Ok(file) => files.push(file),
            Err(error) if matches!(error.problem(), Problem::NoArticles) => {}
            Err(error) => return Err(Failure::new(error.to_string())),
        }
    }
    Ok(files)
}

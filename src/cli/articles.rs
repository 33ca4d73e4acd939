//! From inputs to readings: in order, several articles at a time, with the bad ones told and counted.

use interparl::claim::{Assertion, Reading, Why};
use interparl::document::Article;
use jiff::civil::Date;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::exit::Exit;
use super::failure::Failure;
use super::options::ArticleArgs;
use super::progress::Progress;
use super::stages::{self, Tables};
use super::terminal::Console;

/// Articles that are read at a time, for each thread.
const PER_THREAD: usize = 16;
/// Bytes of text after which a batch is full, however few articles it has.
const BATCH_BYTES: usize = 8 << 20;

/// A reading with the name of its article.
pub(crate) struct Labelled {
    /// The label of the article.
    pub(crate) label: String,
    /// What it says.
    pub(crate) reading: Reading,
}

/// How many inputs were read, and how many were not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    /// Read.
    pub(crate) read: usize,
    /// Told and skipped.
    pub(crate) skipped: usize,
}

impl Tally {
    /// How the program ends: in part where something was skipped, not at all where everything was.
    pub(crate) const fn exit(self) -> Exit {
        match (self.read, self.skipped) {
            (_, 0) => Exit::Done,
            (0, _) => Exit::Failed,
            _ => Exit::InPart,
        }
    }

    /// Tells on the console what was skipped.
    pub(crate) fn tell(self, console: &Console, what: &str) {
        if self.skipped > 0 {
            let Self { read, skipped } = self;
            console.note(&format!("{read} {what} read, {skipped} skipped"));
        }
    }
}

/// How articles are read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct How {
    /// The day of publication of the one article.
    pub(crate) date: Option<Date>,
    /// Whether the first bad article ends it all.
    pub(crate) strict: bool,
    /// How many threads read; as many as there are cores if not given.
    pub(crate) threads: Option<u16>,
}

/// Reads all articles and hands their readings on in the order of the articles, some at a time.
///
/// # Errors
/// What `take` returns; the first bad article where the arguments are strict; a second article where they have a date.
pub(crate) fn each_batch(
    args: &ArticleArgs,
    console: &Console,
    take: impl FnMut(Vec<Labelled>) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    let how = How {
        date: args.date,
        strict: args.strict,
        threads: args.threads,
    };
    let tables = stages::tables(args.lexicon.as_deref())?;
    let articles = stages::articles(&args.inputs, args.input_format);
    each_batch_of(articles, how, &tables, console, take)
}

/// The same for articles that come from elsewhere than from arguments.
///
/// # Errors
/// As [`each_batch`].
pub(crate) fn each_batch_of(
    articles: impl Iterator<Item = Result<Article, Failure>>,
    how: How,
    tables: &Tables,
    console: &Console,
    mut take: impl FnMut(Vec<Labelled>) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    let pool = Pool::new(how.threads);
    let size = pool.batch();
    each_batch_unread(articles, how, (pool, size), console, |pool, articles| {
        take(pool.map(&articles, |article| Labelled {
            label: article.label.clone(),
            reading: stages::read(article, tables),
        })?)
    })
}

/// Hands the articles themselves on, so many at a time, with threads to work on them.
///
/// # Errors
/// As [`each_batch`].
pub(crate) fn each_batch_unread(
    mut articles: impl Iterator<Item = Result<Article, Failure>>,
    how: How,
    (pool, size): (Pool, usize),
    console: &Console,
    mut take: impl FnMut(&Pool, Vec<Article>) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    let mut progress = Progress::new(*console);
    let mut tally = Tally::default();
    loop {
        let mut batch = Batch::next(&mut articles, how, size, &progress);
        if let Some(date) = how.date
            && let Some(article) = batch.articles.first_mut()
        {
            article.date = Some(date);
            if tally.read > 0 || batch.articles.len() > 1 {
                return Err(
                    Failure::new("--date is for one article, and there are more")
                        .hint("read that article alone, then fold the readings of all"),
                );
            }
        }
        tally.read += batch.articles.len();
        tally.skipped += batch.skipped;
        progress.add(batch.articles.len());
        take(&pool, batch.articles)?;
        if let Some(failure) = batch.stop {
            return Err(failure);
        }
        if batch.last {
            return Ok(tally);
        }
    }
}

/// A few articles that are read together.
struct Batch {
    articles: Vec<Article>,
    skipped: usize,
    last: bool,
    stop: Option<Failure>,
}

impl Batch {
    fn next(
        articles: &mut impl Iterator<Item = Result<Article, Failure>>,
        how: How,
        size: usize,
        progress: &Progress,
    ) -> Self {
        let mut batch = Self {
            articles: Vec::new(),
            skipped: 0,
            last: false,
            stop: None,
        };
        let mut bytes = 0;
        // With a date, a second article is an error that is to come before any work.
        let size = if how.date.is_some() {
            size.max(2)
        } else {
            size
        };
        while batch.articles.len() < size && bytes < BATCH_BYTES {
            match articles.next() {
                None => {
                    batch.last = true;
                    break;
                }
                Some(Ok(article)) => {
                    bytes += article.text.len();
                    batch.articles.push(article);
                }
                Some(Err(failure)) if how.strict => {
                    batch.stop = Some(failure);
                    break;
                }
                Some(Err(failure)) => {
                    batch.skipped += 1;
                    if let Failure::Told(told) = &failure {
                        progress.error(told);
                    }
                }
            }
        }
        batch
    }
}

/// Threads that work on articles; they start when there is work for more than one.
pub(crate) struct Pool {
    threads: usize,
    started: std::cell::OnceCell<Option<ThreadPool>>,
}

impl Pool {
    pub(crate) fn new(threads: Option<u16>) -> Self {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            threads: threads.map_or_else(cores, usize::from),
            started: std::cell::OnceCell::new(),
        }
    }

    /// How many articles to read at a time. One thread reads one, so that a filter passes each on as it comes.
    pub(crate) const fn batch(&self) -> usize {
        if self.threads == 1 {
            1
        } else {
            self.threads * PER_THREAD
        }
    }

    /// Does the same work on all of some things, and gives what comes of it in their order.
    ///
    /// # Errors
    /// Where the threads cannot be started.
    pub(crate) fn map<T: Sync, R: Send>(
        &self,
        things: &[T],
        work: impl Fn(&T) -> R + Sync + Send,
    ) -> Result<Vec<R>, Failure> {
        if self.threads == 1 || things.len() < 2 {
            return Ok(things.iter().map(work).collect());
        }
        let pool = self.start()?;
        Ok(pool.install(|| things.par_iter().map(work).collect()))
    }

    /// The same, with another piece of work that is done beside it: where there are several threads, neither waits for the other.
    ///
    /// # Errors
    /// Where the threads cannot be started.
    pub(crate) fn map_beside<T: Sync, R: Send, B: Send>(
        &self,
        things: &[T],
        work: impl Fn(&T) -> R + Sync + Send,
        beside: impl FnOnce() -> B + Send,
    ) -> Result<(Vec<R>, B), Failure> {
        if self.threads == 1 || things.is_empty() {
            let done = beside();
            return Ok((things.iter().map(work).collect(), done));
        }
        let pool = self.start()?;
        let work = || things.par_iter().map(work).collect();
        Ok(pool.install(|| rayon::join(work, beside)))
    }

    fn start(&self) -> Result<&ThreadPool, Failure> {
        let start = || {
            ThreadPoolBuilder::new()
                .num_threads(self.threads)
                .build()
                .ok()
        };
        self.started.get_or_init(start).as_ref().ok_or_else(|| {
            Failure::new(format!("cannot start {} threads", self.threads))
                .hint("ask for fewer with --threads")
        })
    }
}

/// Takes the articles' words out of a reading; names and spans stay.
pub(crate) fn drop_quotes(reading: &mut Reading) {
    for claim in &mut reading.claims {
        for why in &mut claim.evidence {
            if let Why::Words(words) = why {
                words.quote = None;
            }
        }
        if let Assertion::Meeting { outcomes, .. } = &mut claim.assertion {
            for words in outcomes.iter_mut().flat_map(|o| &mut o.evidence) {
                words.quote = None;
            }
        }
    }
}

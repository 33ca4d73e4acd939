//! The arguments of the commands that keep an archive.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand, ValueHint};

use crate::cli::options::ArticleArgs;

/// The commands that keep an archive.
#[derive(Debug, Subcommand)]
pub(crate) enum ArchiveCommand {
    /// Add articles to an archive, which is made where it is not there.
    #[command(after_help = "Examples:
  interparl add relations.db articles/
  curl -s https://news.example/feed.xml | interparl add relations.db -
  interparl add relations.db --watch inbox/
  interparl show relations.db ozola

The same article twice is one; an edited one becomes a new version, and the older is kept. An article is
reported when it is on the disk. Every command that takes a graph takes an archive in the same place.

Every Monday at six, by cron:
  0 6 * * 1  interparl add relations.db inbox/")]
    Add(AddArgs),
    /// Read again what older rules or tables have read.
    #[command(after_help = "Examples:
  interparl refresh relations.db
  interparl refresh relations.db --lexicon my-tables/
  interparl refresh relations.db --all")]
    Refresh(RefreshArgs),
    /// Take documents out of an archive, with all their versions.
    #[command(after_help = "Examples:
  interparl remove relations.db https://news.example/talks
  interparl remove relations.db sha256:67a76c71")]
    Remove(RemoveArgs),
    /// List the documents of an archive, or write its articles as JSON lines.
    #[command(after_help = "Examples:
  interparl documents relations.db
  interparl documents relations.db --json
  interparl documents relations.db --articles > articles.jsonl")]
    Documents(DocumentsArgs),
    /// Look whether everything in an archive is what was put there.
    #[command(after_help = "Examples:
  interparl check relations.db
  interparl check relations.db --json

Looks at the file, the hashes of texts and readings, whether each quote stands in its text, and whether the
stored graph is what the readings fold to from nothing. Exit codes: 0 all is well, 2 something is wrong.")]
    Check(CheckArgs),
    /// Give back the room that removed documents have left.
    #[command(after_help = "Examples:
  interparl compact relations.db")]
    Compact(CompactArgs),
    /// Write the judgements of an archive to a file, or read them from one.
    #[command(
        subcommand,
        after_help = "Examples:
  interparl judgements export relations.db > judgements.txt
  interparl judgements import relations.db judgements.txt"
    )]
    Judgements(JudgementsCommand),
    /// Save what can be saved of a damaged archive into a new one.
    #[command(after_help = "Examples:
  interparl salvage relations.db -o saved.db

The damaged file stays as it is.")]
    Salvage(SalvageArgs),
}

/// How long a command that writes waits for another one.
#[derive(Debug, Args)]
pub(crate) struct WaitArgs {
    /// How many seconds to wait where another interparl is writing.
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    pub(crate) wait: u16,
}

impl WaitArgs {
    pub(crate) fn patience(&self) -> Duration {
        Duration::from_secs(self.wait.into())
    }
}

/// Arguments of `add`.
#[derive(Debug, Args)]
pub(crate) struct AddArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// The articles.
    #[command(flatten)]
    pub(crate) articles: ArticleArgs,
    /// Go on looking for new and changed files in the folders, until the program is ended.
    #[arg(long)]
    pub(crate) watch: bool,
    /// With --watch, how many seconds lie between two looks.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "watch", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) every: u32,
    /// How long to wait for another writer.
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
    /// Name everything that is new rather than some of each sort.
    #[arg(long)]
    pub(crate) all: bool,
    /// Print a line of JSON for each article as soon as it is on the disk.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `refresh`.
#[derive(Debug, Args)]
pub(crate) struct RefreshArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// A folder with tables of your own that add to the built-in ones.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Option<PathBuf>,
    /// Read with the built-in tables alone also what was read with tables of one's own.
    #[arg(long, conflicts_with = "lexicon")]
    pub(crate) builtin: bool,
    /// Read everything again.
    #[arg(long)]
    pub(crate) all: bool,
    /// How many threads read articles; as many as there are cores if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// How long to wait for another writer.
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// Arguments of `remove`.
#[derive(Debug, Args)]
pub(crate) struct RemoveArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// The documents: ids, the beginnings of ids, or the names of the files that they came from.
    #[arg(required = true, value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    /// How long to wait for another writer.
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// Arguments of `documents`.
#[derive(Debug, Args)]
pub(crate) struct DocumentsArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// Write the articles themselves as JSON lines, all versions of each.
    #[arg(long, conflicts_with = "json")]
    pub(crate) articles: bool,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `compact`.
#[derive(Debug, Args)]
pub(crate) struct CompactArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// How long to wait for another writer.
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// What to do with judgements.
#[derive(Debug, Subcommand)]
pub(crate) enum JudgementsCommand {
    /// Write the judgements of an archive, a line each.
    #[command(after_help = "Examples:
  interparl judgements export relations.db -o judgements.txt")]
    Export(ExportJudgementsArgs),
    /// Add the judgements of a file to an archive; those that are there already stay.
    #[command(after_help = "Examples:
  interparl judgements import relations.db judgements.txt

A file with a line that is no judgement is refused, with all such lines told.")]
    Import(ImportJudgementsArgs),
}

/// Arguments of `judgements export`.
#[derive(Debug, Args)]
pub(crate) struct ExportJudgementsArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `judgements import`.
#[derive(Debug, Args)]
pub(crate) struct ImportJudgementsArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: PathBuf,
    /// The judgements, a line each, or - for standard input.
    #[arg(value_name = "FILE|-", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// How long to wait for another writer.
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// Arguments of `salvage`.
#[derive(Debug, Args)]
pub(crate) struct SalvageArgs {
    /// The damaged archive.
    #[arg(value_name = "DAMAGED", value_hint = ValueHint::FilePath)]
    pub(crate) damaged: PathBuf,
    /// The archive to make, which must not be there yet.
    #[arg(short, long, value_name = "NEW", value_hint = ValueHint::FilePath)]
    pub(crate) output: PathBuf,
    /// A folder with tables of your own that add to the built-in ones.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Option<PathBuf>,
}

//! The arguments of the commands that ask no graph, with their help: those that measure, show the rules and the tables, compare
//! names, and serve the shell.

use std::path::PathBuf;

use clap::{Args, ValueHint};
use clap_complete::Shell;

use super::options::{NameKind, SureArgs};

/// Arguments of `score`.
#[derive(Debug, Args)]
pub(crate) struct ScoreArgs {
    /// The folder of the facts, ID.json for each article; beside them the articles, ID.txt (or .md, .html).
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) gold: PathBuf,
    /// The folder of the graphs to measure, ID.json each; the articles are read if not given.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) pred: Option<PathBuf>,
    /// Only articles whose facts name this language; may be given again.
    #[arg(long, value_name = "CODE")]
    pub(crate) lang: Vec<String>,
    /// List the errors by cause, with the words behind them, and what each rule got right and wrong.
    #[arg(long)]
    pub(crate) errors: bool,
    #[command(flatten)]
    pub(crate) sure: SureArgs,
    /// A folder with tables of your own that add to the built-in ones.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Option<PathBuf>,
    /// How many threads read articles; as many as there are cores if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// The rule whose manual to print; all rules in a table if not given.
    #[arg(value_name = "ID")]
    pub(crate) id: Option<String>,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `lexicon`.
#[derive(Debug, Args)]
pub(crate) struct LexiconArgs {
    /// The word or words to look up; several words need no quotes.
    #[arg(required = true, value_name = "WORD")]
    pub(crate) word: Vec<String>,
    /// A folder with tables of your own that add to the built-in ones.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Option<PathBuf>,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `match`.
#[derive(Debug, Args)]
pub(crate) struct MatchArgs {
    /// The pairs of names, or - for standard input.
    #[arg(value_name = "PAIRS|-", value_hint = ValueHint::FilePath)]
    pub(crate) pairs: PathBuf,
    /// What the names are names of.
    #[arg(long, value_name = "KIND", default_value = "person")]
    pub(crate) kind: NameKind,
    /// Say why, behind a second tab.
    #[arg(long)]
    pub(crate) explain: bool,
    /// A folder with tables of your own that add to the built-in ones.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Option<PathBuf>,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// Write interparl.1 and one page for each command into this folder.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) dir: Option<PathBuf>,
}

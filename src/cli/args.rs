//! The arguments of every command, with their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueHint};
use jiff::civil::Date;

use super::archive::args::ArchiveCommand;
use super::ask::{Question, Whole};
use super::asked_graph::SnapshotArgs;
use super::completions::CompletionsArgs;
use super::draw_args::DrawArgs;
use super::explorer::ExplorerCommand;
use super::fold_bounded;
use super::import::ImportArgs;
use super::judge::JudgeCommand;
use super::man::ManArgs;
use super::options::{ArticleArgs, FoldingArgs, GraphArg, GraphOutArgs, OfficesArgs};
use super::path_args::PathArgs;
use super::tool_args::{LexiconArgs, MatchArgs, RulesArgs, ScoreArgs};

/// Reads news about relations between parliaments and builds a knowledge graph from it.
#[derive(Debug, Parser)]
#[command(
    name = "interparl",
    version,
    about,
    propagate_version = true,
    max_term_width = 100
)]
#[command(after_help = "Examples:
  interparl build articles/ -o graph.json     articles become a graph
  interparl draw graph.json -o graph.svg      the graph becomes a picture
  interparl show graph.json ozola             what the graph says of somebody, and why

Exit codes: 0 done, 1 done but nothing found, 2 could not do it, 3 done in part (some inputs were skipped)")]
pub(crate) struct CommandLine {
    /// Print nothing on standard error but errors: no progress, no summary.
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build a graph from articles.
    #[command(after_help = "Examples:
  interparl build articles/ -o graph.svg
  interparl build news.html --date 2024-06-14 -o graph.json
  interparl build --each articles/ -o graphs/
  curl -s https://news.example/feed.xml | interparl build - -o graph.json

A bad article is reported and skipped, and the exit code is then 3.")]
    Build(BuildArgs),
    /// Read articles and write what each says as one line of JSON.
    #[command(after_help = "Examples:
  interparl extract articles/ > readings.jsonl
  zcat news.jsonl.gz | interparl extract - | interparl fold - -o graph.json

One line out per article in, in order. Readings of any batches, in any order, fold to the same graph.")]
    Extract(ExtractArgs),
    /// What keeps an archive.
    #[command(flatten)]
    Archive(ArchiveCommand),
    /// Fold readings to a graph.
    #[command(after_help = "Examples:
  interparl fold monday.jsonl tuesday.jsonl -o graph.json
  interparl extract articles/ | interparl fold - -o graph.dot
  interparl fold --memory 2GB readings/*.jsonl.gz -o graph.json")]
    Fold(FoldArgs),
    /// Read a graph or a list of other programs as readings.
    #[command(after_help = "Examples:
  interparl import speakers.csv -o speakers.jsonl
  interparl import tables/ | interparl fold - monday.jsonl -o graph.json

A list of offices is a CSV (commas) or TSV (tabs) in UTF-8 with a head of these columns:
  person      the name                                                     must be there
  role        speaker, deputy_speaker, member, chair, co_chair, ...        must be there
  body        the name of the chamber, commission or state                 must be there
  state       of the person, and of the body if it is of one; such as KZ
  title       as it is written; the role if not given
  date        a day on which the office was held, such as 2031-03-04
  kind        of the body: chamber, parliament, commission, assembly, state; chamber if not given
  form        of a commission: commission, committee, friendship_group, delegation, ...
  body_state  of the body, where it is not that of the person
  confidence  a share of 1; 0.95 if not given

Read are also node-link JSON, GraphML, GEXF and a folder of CSV, as export writes them, and Popolo.
A CSV of nodes has id, kind and name, one of edges source, target and kind. What of each format
comes into a graph is in docs/formats.md.")]
    Import(ImportArgs),
    /// Tell what a graph says of somebody or something, and the words that say so.
    #[command(after_help = "Examples:
  interparl show graph.json ozola
  interparl show graph.json \"Federation Council\" --all
  interparl show graph.json KZ --json

Names are matched without case, diacritics and script; ids, aliases, beginnings and codes of states will do.")]
    Show(ShowArgs),
    /// Tell who held which office when: of a person, or in a body or for a state.
    #[command(after_help = "Examples:
  interparl offices graph.json \"Federation Council\" --office speaker
  interparl offices graph.json kz/majilis --on 2021-12-31")]
    Offices(OfficesArgs),
    /// Tell how two nodes of a graph are connected, the most telling path first.
    #[command(after_help = "Examples:
  interparl path graph.json ozola \"Federation Council\"
  interparl path graph.json ozola tamm -k 5
  interparl path graph.json ozola tamm --fewest-steps --json
  interparl path graph.json ozola tamm --chronological
  interparl path graph.json ozola tamm --through commission --without part_of --weigh age

A meeting or a shared commission tells more than a shared chamber, and that more than a shared state.")]
    Path(PathArgs),
    /// Tell why two nodes have an edge, or what each stage sees in a sentence.
    #[command(after_help = "Examples:
  interparl explain graph.json ozola tamm
  interparl explain --sentence \"Speaker Aru Bekova met Senator Milo Drast on 4 March 2031.\"")]
    Explain(ExplainArgs),
    /// The questions beyond one node and one path.
    #[command(flatten)]
    Ask(Question),
    #[command(flatten)]
    AskWhole(Whole),
    /// Corrections by people.
    #[command(flatten)]
    Judge(JudgeCommand),
    /// Write a graph in another format.
    #[command(after_help = "Examples:
  interparl export graph.json -o graph.dot
  interparl export graph.json --format dot | dot -Tpdf -o graph.pdf
  interparl export graph.json --format csv -o tables/
  interparl export graph.json --no-quotes -o public.json")]
    Export(ExportArgs),
    /// Draw a graph as SVG or PNG.
    #[command(after_help = "Examples:
  interparl draw graph.json -o graph.svg
  interparl draw graph.json -o graph.png --max-nodes 40 --theme dark
  interparl draw graph.json --view timeline KZ -o kz.svg
  interparl draw graph.json --view ego ozola -o ozola.svg
  interparl draw graph.json --view path ozola \"Federation Council\" -k 5 -o path.svg
  interparl draw graph.json -o graph.svg --engine graphviz

Where there is more than a page can show, the most telling is shown, and a line says what was left out. So does one for
--from, --to, --on, --state and --min-confidence, which limit every view.
docs/gallery.md shows every view.")]
    Draw(DrawArgs),
    /// Look at a graph in a browser.
    #[command(flatten)]
    Explorer(ExplorerCommand),
    /// Measure graphs against what people wrote down as the facts of the articles.
    #[command(after_help = "Examples:
  interparl score --gold tests/gold/world
  interparl score --gold my-articles --errors | less
  interparl score --gold my-articles --pred graphs-of-another-program --json

How to write the facts of an article down says the guide: tests/gold/GUIDE.md in the source.
Facts are right, wrong (found, but not written down) or missed; see docs/evaluation.md.")]
    Score(ScoreArgs),
    /// List the rules, or print the manual of one.
    #[command(after_help = "Examples:
  interparl rules
  interparl rules office-before-name")]
    Rules(RulesArgs),
    /// Tell what the tables know of a word, and where from.
    #[command(after_help = "Examples:
  interparl lexicon majilis
  interparl lexicon \"federation council\" --json
  interparl lexicon bundestag --lexicon my-tables/")]
    Lexicon(LexiconArgs),
    /// Tell of pairs of names whether they are of one person or body.
    #[command(after_help = "Examples:
  interparl match pairs.tsv
  interparl match --explain pairs.tsv
  printf 'Zhanna Akhmetova\\tЖанна Ахметова\\n' | interparl match -
  interparl match --kind body bodies.tsv

In: a pair of names a line, a tab between them; what follows behind a second tab is not looked at.
Out, for each line: a score from 0 to 1, a tab, and same (0.700 and more), unsure, or different (less
than 0.450). Names are compared by their sounds, whatever their scripts; see docs/matching.md.")]
    Match(MatchArgs),
    /// Print the completions for a shell.
    #[command(after_help = "Examples:
  interparl completions bash > ~/.local/share/bash-completion/completions/interparl
  interparl completions fish > ~/.config/fish/completions/interparl.fish")]
    Completions(CompletionsArgs),
    /// Print the manual page, or write one for each command into a folder.
    #[command(after_help = "Examples:
  interparl man | man -l -
  interparl man --dir ~/.local/share/man/man1")]
    Man(ManArgs),
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// The articles.
    #[command(flatten)]
    pub(crate) articles: ArticleArgs,
    /// Where the graph goes.
    #[command(flatten)]
    pub(crate) out: GraphOutArgs,
    /// One graph an article: OUT is a folder, and the files are called after the articles.
    #[arg(long, requires = "output")]
    pub(crate) each: bool,
    /// How the readings become a graph.
    #[command(flatten)]
    pub(crate) folding: FoldingArgs,
}

/// Arguments of `extract`.
#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// The articles.
    #[command(flatten)]
    pub(crate) articles: ArticleArgs,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    /// Leave the articles' words out, where they are not yours to pass on.
    #[arg(long)]
    pub(crate) no_quotes: bool,
}

/// Arguments of `fold`.
#[derive(Debug, Args)]
pub(crate) struct FoldArgs {
    /// Readings: files of JSON lines (.gz too), archives, or - for standard input.
    #[arg(required = true, value_name = "FILE|-", value_hint = ValueHint::FilePath)]
    pub(crate) readings: Vec<PathBuf>,
    /// Where the graph goes.
    #[command(flatten)]
    pub(crate) out: GraphOutArgs,
    /// Stop at the first bad line (exit code 2) rather than skip it.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Keep about so much in memory, such as 2GB, and the rest in temporary files (in TMPDIR): the same graph, as JSON, of more
    /// readings than memory holds; docs/scale.md tells what comes on top.
    #[arg(long, value_name = "SIZE", value_parser = fold_bounded::size, conflicts_with = "clusters")]
    pub(crate) memory: Option<usize>,
    /// How the readings become a graph.
    #[command(flatten)]
    pub(crate) folding: FoldingArgs,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Whom or what: a name, an alias, an id, a code of a state. Several words need no quotes.
    #[arg(required = true, value_name = "NAME")]
    pub(crate) name: Vec<String>,
    /// Show everything rather than the latest of each sort.
    #[arg(long)]
    pub(crate) all: bool,
    /// Whether a snapshot may be used.
    #[command(flatten)]
    pub(crate) snapshot: SnapshotArgs,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The graph: JSON, an archive, or - for standard input.
    #[arg(value_name = "GRAPH", required_unless_present = "sentence", value_hint = ValueHint::FilePath)]
    pub(crate) graph: Option<PathBuf>,
    /// One end of the edge.
    #[arg(value_name = "A", required_unless_present = "sentence")]
    pub(crate) from: Option<String>,
    /// The other end.
    #[arg(value_name = "B", required_unless_present = "sentence")]
    pub(crate) to: Option<String>,
    /// Tell what each stage sees in this sentence, and which rule reads what.
    #[arg(long, value_name = "SENTENCE", conflicts_with_all = ["graph", "from", "to"])]
    pub(crate) sentence: Option<String>,
    /// The day (YYYY-MM-DD) on which the sentence was published.
    #[arg(long, value_name = "DATE", requires = "sentence")]
    pub(crate) date: Option<Date>,
    /// A folder with tables of your own that add to the built-in ones.
    #[arg(long, value_name = "DIR", requires = "sentence", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Option<PathBuf>,
    /// Whether a snapshot may be used.
    #[command(flatten)]
    pub(crate) snapshot: SnapshotArgs,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Where the graph goes.
    #[command(flatten)]
    pub(crate) out: GraphOutArgs,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_definitions_are_sound_and_every_argument_has_help() {
        let mut whole = CommandLine::command();
        whole.clone().debug_assert();
        whole.build();
        for command in whole.get_subcommands() {
            let examples = command.get_after_help().map(ToString::to_string);
            let name = command.get_name();
            let ours = name != "help";
            assert!(
                !ours || examples.is_some_and(|e| e.contains("interparl ")),
                "{name}"
            );
            for argument in command.get_arguments() {
                assert!(
                    argument.get_help().is_some(),
                    "{name} {}",
                    argument.get_id()
                );
            }
        }
    }
}

//! Arguments that several commands share.

use std::ops::Deref;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum, ValueHint};
pub(crate) use interparl::export::Format as GraphFormat;
use interparl::ontology::Office;
use jiff::civil::Date;

/// A day of an option.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "not a day such as 2024-06-14".to_owned())
}

/// The graph that a command asks; it stands for its path.
#[derive(Debug, Args)]
pub(crate) struct GraphArg {
    /// The graph: JSON, an archive, or - for standard input.
    #[arg(value_name = "GRAPH", value_hint = ValueHint::FilePath)]
    graph: PathBuf,
}

impl Deref for GraphArg {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.graph
    }
}

/// Where articles come from, and how they are read.
#[derive(Debug, Args)]
pub(crate) struct ArticleArgs {
    /// Articles: files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE|DIR|-", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,
    /// The day of publication (YYYY-MM-DD) of the one article, whatever it says itself.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<Date>,
    /// The format of the inputs, where their names and beginnings do not tell.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) input_format: Option<ArticleFormat>,
    /// A folder with tables of your own that add to the built-in ones.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Option<PathBuf>,
    /// Stop at the first bad article (exit code 2) rather than skip it.
    #[arg(long)]
    pub(crate) strict: bool,
    /// How many threads read articles; as many as there are cores if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// Formats of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ArticleFormat {
    /// Plain text.
    Text,
    /// Markdown, with front matter or without.
    Markdown,
    /// A page of a site.
    Html,
    /// One article a line, as JSON.
    Jsonl,
    /// RSS or Atom with the text of the articles.
    Feed,
}

/// How sure a claim must be to come into a graph.
#[derive(Debug, Args)]
pub(crate) struct SureArgs {
    /// Leave out claims that are less sure than this share of 1; docs/evaluation.md tells how often claims of each confidence
    /// are right.
    #[arg(long, value_name = "SHARE", default_value = "0.6", value_parser = share)]
    pub(crate) min_confidence: f64,
}

/// How readings become a graph.
#[derive(Debug, Args)]
pub(crate) struct FoldingArgs {
    /// How sure claims must be.
    #[command(flatten)]
    pub(crate) sure: SureArgs,
    /// Judgements of people that correct what was read, one a line (docs/judgements.md), or an archive that has some; may be
    /// given again.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) judgements: Vec<PathBuf>,
    /// Write who was taken for whom, and where articles differ on a meeting, into this JSON file.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) clusters: Option<PathBuf>,
}

/// A share of 1.
pub(crate) fn share(text: &str) -> Result<f64, String> {
    let share: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=1.0).contains(&share) {
        Ok(share)
    } else {
        Err("a confidence lies between 0 and 1".to_owned())
    }
}

/// Where a graph goes.
#[derive(Debug, Args)]
pub(crate) struct GraphOutArgs {
    /// The file to write, its format by its ending (.json, .dot, .svg, .png, .graphml, .gexf, .ttl ...); JSON to standard
    /// output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,
    /// The format, whatever the name of the file: json, dot, svg, png, graphml, gexf, csv and neo4j (folders of tables),
    /// cypher, turtle, ntriples, jsonld, popolo, ftm, cytoscape, mermaid, markdown; see docs/formats.md.
    #[arg(long, value_name = "FORMAT", value_parser = graph_format(), hide_possible_values = true)]
    pub(crate) format: Option<GraphFormat>,
    /// Leave the articles' words out, where they are not yours to pass on.
    #[arg(long)]
    pub(crate) no_quotes: bool,
    /// How pictures look.
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
}

/// How pictures look.
#[derive(Debug, Args)]
pub(crate) struct PictureArgs {
    /// What lays pictures out.
    #[arg(long, value_name = "ENGINE", default_value = "builtin")]
    pub(crate) engine: Engine,
    /// The colours of pictures.
    #[arg(long, value_name = "THEME", default_value = "light")]
    pub(crate) theme: Theme,
    /// Draw only this many of the most connected nodes.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) max_nodes: Option<u32>,
}

/// A parser of the formats of graphs, which tells them in the help.
pub(crate) fn graph_format() -> impl TypedValueParser<Value = GraphFormat> {
    let words = GraphFormat::ALL
        .iter()
        .map(|f| PossibleValue::new(f.as_str()).help(f.description()));
    PossibleValuesParser::new(words)
        .try_map(|word| GraphFormat::from_word(&word).ok_or("not one of the formats"))
}

/// What lays pictures out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// interparl itself; needs nothing else.
    Builtin,
    /// The dot of Graphviz, if it is installed.
    Graphviz,
}

/// The colours of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Without colours that a printer cannot show.
    Print,
}

/// What names are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NameKind {
    /// Names of people.
    Person,
    /// Names of chambers, parliaments, commissions and assemblies.
    Body,
}

/// Arguments of `offices`.
#[derive(Debug, Args)]
pub(crate) struct OfficesArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// A person, a body or a state: a name, an alias, an id, a code. Several words need no quotes.
    #[arg(required = true, value_name = "NAME")]
    pub(crate) name: Vec<String>,
    /// Only who held an office on this day (YYYY-MM-DD).
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) on: Option<Date>,
    /// Only offices of this class: speaker, `deputy_speaker`, member, chair, ...
    #[arg(long, value_name = "CLASS", value_parser = office)]
    pub(crate) office: Option<Office>,
    /// Show everything rather than the first of each sort.
    #[arg(long)]
    pub(crate) all: bool,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// A class of offices by its word.
fn office(word: &str) -> Result<Office, String> {
    Office::from_word(word).ok_or_else(|| {
        let words: Vec<&str> = Office::ALL.iter().map(|office| office.as_str()).collect();
        format!("the classes are {}", words.join(", "))
    })
}

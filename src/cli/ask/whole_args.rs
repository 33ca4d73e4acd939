//! The arguments of the questions about a whole graph, with their help.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};
use interparl::ontology::NodeKind;

use super::args::{PartArgs, TellArgs, TimeArgs, word};
use crate::cli::options::{GraphArg, Theme};

/// The questions about a whole graph.
#[derive(Debug, Subcommand)]
pub(crate) enum Whole {
    /// Rank nodes by neighbours, by paths that lead over them, or by page rank.
    #[command(after_help = "Examples:
  interparl rank graph.json
  interparl rank graph.json --by pagerank --kind legislator -n 50
  interparl rank graph.json --by betweenness --json
  interparl rank large.json --by betweenness --pivots 2000
  interparl rank graph.json --by communities --kind legislator

Edges count once a pair, whatever their number and direction. Betweenness takes a walk from each node; of a graph of
more than ten thousand it is estimated from some of them, which is told, with its standard error.")]
    Rank(RankArgs),
    /// Count what there is in a graph.
    #[command(after_help = "Examples:
  interparl stats graph.json
  interparl stats graph.json --json")]
    Stats(StatsArgs),
    /// Count the meetings of each two states or chambers.
    #[command(after_help = "Examples:
  interparl matrix graph.json
  interparl matrix graph.json --by chamber --per year --csv > meetings.csv
  interparl matrix graph.json --state KZ --from 2022 --per month --json
  interparl matrix graph.json --per year -o meetings.svg

Held meetings count; a conference of many is no meeting of each two of them.")]
    Matrix(MatrixArgs),
    /// Find words in names, headlines and the quoted words of articles.
    #[command(after_help = "Examples:
  interparl search graph.json memorandum
  interparl search graph.json friendship group --all
  interparl search graph.json кошанов --json

All words must be there, each as a word or its beginning, without case, diacritics and script.")]
    Search(SearchArgs),
    /// Tell what changed from one graph to another.
    #[command(after_help = "Examples:
  interparl diff last-month.json graph.json
  interparl diff old.json new.json --json

Nodes are compared by id, edges by their ends and their key. Exit code 1: both say the same.")]
    Diff(DiffArgs),
    /// Ask the graph as RDF in SPARQL 1.1.
    #[cfg(feature = "sparql")]
    #[command(after_help = "Examples:
  interparl sparql graph.json \"SELECT ?name { ?who a foaf:Person ; foaf:name ?name } ORDER BY ?name\"
  interparl sparql graph.json \"ASK { ?who foaf:name 'Daiga Ozola' }\"
  interparl sparql graph.json @question.rq --format csv --timeout 60
  interparl sparql graph.json \"CONSTRUCT { ?a foaf:knows ?b } WHERE { ?m schema:attendee ?a, ?b }\"

The statements are those of export --format turtle; the prefixes dcterms, foaf, ip, oa, org, owl, prov, rdf, rdfs, schema,
skos, wd and xsd need no PREFIX. Exit code 1: no row, or the answer is no; 3: more rows than --max-rows.")]
    Sparql(super::sparql::SparqlArgs),
}

/// Arguments of `rank`.
#[derive(Debug, Args)]
pub(crate) struct RankArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// By what.
    #[arg(long, value_name = "MEASURE", default_value = "degree")]
    pub(crate) by: By,
    /// Only nodes of this kind; may be given again.
    #[arg(long, value_name = "KIND", value_parser = word(NodeKind::ALL, NodeKind::as_str, NodeKind::from_word))]
    pub(crate) kind: Vec<NodeKind>,
    /// How many to list.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 20)]
    pub(crate) number: usize,
    /// From how many nodes betweenness walks, 30 or more; from all of a graph of up to 10000, else from 500, if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) pivots: Option<u32>,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// By what nodes are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    /// The number of neighbours.
    Degree,
    /// The share of shortest paths that lead over a node.
    Betweenness,
    /// Where a random walk is found most often.
    Pagerank,
    /// Not single nodes but groups that have more to do with one another than with the rest.
    Communities,
}

/// Arguments of `stats`.
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `matrix`.
#[derive(Debug, Args)]
pub(crate) struct MatrixArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Between whom.
    #[arg(long, value_name = "WHO", default_value = "state")]
    pub(crate) by: Between,
    /// In which periods.
    #[arg(long, value_name = "PERIOD", default_value = "all")]
    pub(crate) per: Per,
    /// Print CSV: a row a pair and period.
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
    /// Draw a heat map into this file (.svg, .png) rather than print.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath, conflicts_with_all = ["json", "csv", "all"])]
    pub(crate) output: Option<PathBuf>,
    /// The colours of the heat map.
    #[arg(
        long,
        value_name = "THEME",
        default_value = "light",
        requires = "output"
    )]
    pub(crate) theme: Theme,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    #[command(flatten)]
    pub(crate) part: PartArgs,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Between whom meetings are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Between {
    /// States.
    State,
    /// Chambers and parliaments.
    Chamber,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Per {
    /// All time is one.
    All,
    /// A year.
    Year,
    /// A month.
    Month,
}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// The words; several need no quotes.
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The older graph as JSON, or - for standard input.
    #[arg(value_name = "OLD", value_hint = ValueHint::FilePath)]
    pub(crate) old: PathBuf,
    /// The newer one.
    #[arg(value_name = "NEW", value_hint = ValueHint::FilePath)]
    pub(crate) new: PathBuf,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

//! The arguments of `path`.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use interparl::claim::Confidence;
use interparl::ontology::{EdgeKind, NodeKind};
use interparl::query::{PathKinds, PathOptions, PathWeights, Scope};
use interparl::text::PartialDate;

use super::ask::{date, forwards};
use super::asked_graph::SnapshotArgs;
use super::failure::Failure;
use super::options::{GraphArg, share};

/// What each doubling of the ties makes a step cheaper, in hundredths of a plain step, where their number weighs.
const REPEATED: u64 = 20;
/// What each year makes it dearer, where age weighs.
const YEAR: u64 = 10;

/// Arguments of `path`.
#[derive(Debug, Args)]
pub(crate) struct PathArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Where the path starts.
    #[arg(value_name = "A")]
    pub(crate) from: String,
    /// Where it ends.
    #[arg(value_name = "B")]
    pub(crate) to: String,
    /// How many paths to tell at most.
    #[arg(short = 'k', long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=100))]
    paths: u8,
    /// Count steps only, however little they tell.
    #[arg(long, conflicts_with = "weigh")]
    fewest_steps: bool,
    /// Only paths that one can go with times that never go backwards: each step was, or can have been, on the day of the
    /// step before or later.
    #[arg(long)]
    chronological: bool,
    /// Pass only nodes of this kind between the ends, or go only over edges of this kind; may be given again.
    #[arg(long, value_name = "KIND", value_parser = kind())]
    through: Vec<Kind>,
    /// Pass no node of this kind between the ends, or go over no edge of this kind; may be given again.
    #[arg(long, value_name = "KIND", value_parser = kind())]
    without: Vec<Kind>,
    /// Let a step be cheaper the more ties the two have, or dearer the longer ago it was; may be given again.
    #[arg(long, value_name = "WHAT")]
    weigh: Vec<Weigh>,
    /// Only ties of this day or later.
    #[arg(long = "from", value_name = "DATE", value_parser = date)]
    since: Option<PartialDate>,
    /// Only ties of this day or earlier.
    #[arg(long = "to", value_name = "DATE", value_parser = date)]
    until: Option<PartialDate>,
    /// Leave out ties that are less sure than this share of 1.
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = share)]
    min_confidence: f64,
    /// Whether a snapshot may be used.
    #[command(flatten)]
    pub(crate) snapshot: SnapshotArgs,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What else bears on the cost of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Weigh {
    /// How many ties the two have.
    Number,
    /// How long ago the tie was.
    Age,
}

/// A kind of nodes or of edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Of nodes.
    Node(NodeKind),
    /// Of edges.
    Edge(EdgeKind),
}

impl PathArgs {
    /// What to look for.
    ///
    /// # Errors
    /// Ends the program with 2 where the time ends before it begins.
    pub(crate) fn options(&self) -> Result<PathOptions, Failure> {
        let mut weights = if self.fewest_steps {
            PathWeights::fewest_steps()
        } else {
            PathWeights::default()
        };
        if self.weigh.contains(&Weigh::Number) {
            weights.repeated = REPEATED;
        }
        if self.weigh.contains(&Weigh::Age) {
            weights.year = YEAR;
        }
        let mut kinds = PathKinds::default();
        for kind in &self.through {
            _ = match kind {
                Kind::Node(kind) => kinds.through.insert(*kind),
                Kind::Edge(kind) => kinds.over.insert(*kind),
            };
        }
        for kind in &self.without {
            _ = match kind {
                Kind::Node(kind) => kinds.without.insert(*kind),
                Kind::Edge(kind) => kinds.not_over.insert(*kind),
            };
        }
        Ok(PathOptions {
            count: usize::from(self.paths),
            weights,
            kinds,
            scope: forwards(Scope {
                from: self.since,
                to: self.until,
                least: Confidence::from_share(self.min_confidence),
                ..Scope::default()
            })?,
            chronological: self.chronological,
        })
    }
}

/// A parser of the kinds of nodes and edges, which tells them in the help.
fn kind() -> impl TypedValueParser<Value = Kind> {
    let nodes = NodeKind::ALL.iter().map(|kind| kind.as_str());
    let edges = EdgeKind::ALL.iter().map(|kind| kind.as_str());
    PossibleValuesParser::new(nodes.chain(edges).map(PossibleValue::new)).try_map(|word| {
        let node = NodeKind::from_word(&word).map(Kind::Node);
        node.or_else(|| EdgeKind::from_word(&word).map(Kind::Edge))
            .ok_or("not one of these")
    })
}

//! The arguments of `draw`, with their help.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::ask::{PartArgs, TimeArgs};
use super::options::{GraphArg, GraphFormat, PictureArgs, graph_format};

/// Arguments of `draw`.
#[derive(Debug, Args)]
pub(crate) struct DrawArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// The file to write, its format by its ending (.svg, .png); SVG to standard output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,
    /// The format, svg or png, whatever the name of the file.
    #[arg(long, value_name = "FORMAT", value_parser = graph_format(), hide_possible_values = true)]
    pub(crate) format: Option<GraphFormat>,
    /// What the picture shows.
    #[arg(long, value_name = "VIEW", default_value = "relations")]
    pub(crate) view: ViewName,
    /// Of whom or what: one node for ego, two for path; offices, commissions and timeline may have one.
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// How many paths to draw at most.
    #[arg(short = 'k', long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(crate) paths: u8,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    #[command(flatten)]
    pub(crate) part: PartArgs,
    /// Leave the articles' words out, where they are not yours to pass on.
    #[arg(long)]
    pub(crate) no_quotes: bool,
    /// How the picture looks.
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
}

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewName {
    /// People and bodies in their states, with meetings, visits and commissions between them.
    Relations,
    /// Who held which office when.
    Offices,
    /// Commissions and friendship groups: sides, co-chairs, sessions, life.
    Commissions,
    /// Meetings and visits in the order of time.
    Timeline,
    /// How often each two states met.
    Matrix,
    /// A node and what it is tied to.
    Ego,
    /// The most telling paths between two nodes.
    Path,
}

impl ViewName {
    /// Its word on the command line.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Relations => "relations",
            Self::Offices => "offices",
            Self::Commissions => "commissions",
            Self::Timeline => "timeline",
            Self::Matrix => "matrix",
            Self::Ego => "ego",
            Self::Path => "path",
        }
    }
}

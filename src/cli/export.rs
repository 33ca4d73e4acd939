//! `export`: a graph in another format.

use super::args::ExportArgs;
use super::exit::Exit;
use super::failure::Failure;
use super::graph_file::{self, GraphOutput};

pub(crate) fn run(args: &ExportArgs) -> Result<Exit, Failure> {
    let output = GraphOutput::open(&args.out)?;
    output.write(&graph_file::load(&args.graph)?)?;
    Ok(Exit::Done)
}

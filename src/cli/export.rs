//! `export`: a graph in another format.

use interparl::export::{Format as GraphFormat, losses};
use interparl::graph::RelationGraph;

use super::archive;
use super::args::ExportArgs;
use super::exit::Exit;
use super::failure::Failure;
use super::graph_file::{self, GraphOutput};
use super::terminal::Console;

pub(crate) fn run(args: &ExportArgs, console: &Console) -> Result<Exit, Failure> {
    let output = GraphOutput::open(&args.out)?;
    let format = output.format();
    if output.is_of_rows()
        && let Some(archive) = archive::large_and_stored(&args.graph)?
    {
        output.write_stored(&archive)?;
        return Ok(Exit::Done);
    }
    let graph = graph_file::load(&args.graph)?;
    output.write(&graph)?;
    tell_losses(&graph, format, console);
    Ok(Exit::Done)
}

/// Says on standard error what of the graph the file does not have.
fn tell_losses(graph: &RelationGraph, format: GraphFormat, console: &Console) {
    let lost = losses(graph, format);
    if lost.is_empty() {
        return;
    }
    let lost: Vec<String> = lost
        .iter()
        .map(|loss| format!("{} ({})", loss.what, loss.times))
        .collect();
    console.note(&format!(
        "not kept in {format}: {}; the JSON keeps everything",
        lost.join(", ")
    ));
}

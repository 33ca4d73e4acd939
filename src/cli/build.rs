//! `build`: articles become a graph, or one graph each.

use std::path::Path;

use super::args::BuildArgs;
use super::articles::{self, Labelled};
use super::each::Folder;
use super::exit::Exit;
use super::failure::Failure;
use super::folding::Folding;
use super::graph_file::GraphOutput;
use super::options::GraphFormat;
use super::output;
use super::stages::{self, GraphStyle};
use super::terminal::Console;

pub(crate) fn run(args: &BuildArgs, console: &Console) -> Result<Exit, Failure> {
    match &args.out.output {
        Some(folder) if args.each => each(args, folder, console),
        _ => whole(args, console),
    }
}

fn whole(args: &BuildArgs, console: &Console) -> Result<Exit, Failure> {
    let folding = Folding::open(&args.folding, console)?;
    let output = GraphOutput::open(&args.out)?;
    let mut readings = Vec::new();
    let tally = articles::each_batch(&args.articles, console, |batch| {
        let batch = batch.into_iter().map(|labelled| labelled.reading);
        readings.extend(batch.map(|mut reading| {
            reading.keep_for_fold();
            reading
        }));
        Ok(())
    })?;
    tally.tell(console, "articles");
    if tally.read == 0 && tally.skipped > 0 {
        // Nothing was read, so there is nothing to write: a graph that was there before stays.
        return Ok(tally.exit());
    }
    let graph = folding.fold(readings, console)?;
    output.write(&graph)?;
    Ok(tally.exit().max(emptiness(graph.node_count(), console)))
}

fn each(args: &BuildArgs, folder: &Path, console: &Console) -> Result<Exit, Failure> {
    if output::is_stdout(folder) {
        return Err(
            Failure::new("--each writes many files, and standard output is one")
                .hint("name a folder: -o graphs/"),
        );
    }
    if args.folding.clusters.is_some() {
        return Err(Failure::new(
            "with --each nobody is in two articles, so there are no clusters",
        )
        .hint("leave --each or --clusters out"));
    }
    let folding = Folding::open(&args.folding, console)?;
    let format = args.out.format.unwrap_or(GraphFormat::Json);
    let style = GraphStyle::of(args.out.no_quotes, &args.out.picture);
    stages::check_format(format, &style)?;
    let mut files = Folder::open(folder, ending(format))?;
    let mut something = false;
    let tally = articles::each_batch(&args.articles, console, |batch| {
        for Labelled { label, reading } in batch {
            let graph = folding.fold_one(reading);
            something |= graph.node_count() > 0;
            let path = files.file_for(&label);
            GraphOutput::open_as(Some(&path), Some(format), format, style)?.write(&graph)?;
        }
        Ok(())
    })?;
    tally.tell(console, "articles");
    let found = if something {
        Exit::Done
    } else {
        Exit::NothingFound
    };
    Ok(tally.exit().max(found))
}

/// The ending of the files; what has none of its own is JSON of some sort, or a folder of tables.
fn ending(format: GraphFormat) -> &'static str {
    match format.extension() {
        "" if format.is_folder() => "csv",
        "" => "json",
        extension => extension,
    }
}

/// Tells of a graph without nodes, which is right for an article about the weather, but seldom what was wanted.
pub(crate) fn emptiness(nodes: usize, console: &Console) -> Exit {
    if nodes > 0 {
        return Exit::Done;
    }
    console.note("nothing found: no legislators, parliaments or states, so the graph is empty");
    Exit::NothingFound
}

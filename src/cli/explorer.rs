//! `page`: a graph as a page for a browser.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueHint};
use interparl::explorer;
use interparl::export::ExportOptions;

use super::exit::Exit;
use super::failure::Failure;
use super::graph_file;
use super::output::{self, Output};

/// Arguments of `page`.
#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    /// The graph as JSON, or - for standard input.
    #[arg(value_name = "GRAPH", value_hint = ValueHint::FilePath)]
    graph: PathBuf,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::AnyPath)]
    output: Option<PathBuf>,
    /// Leave the articles' words out, where they are not yours to pass on.
    #[arg(long)]
    no_quotes: bool,
}

/// Writes the page.
pub(crate) fn page(args: &PageArgs) -> Result<Exit, Failure> {
    let path = args.output.as_deref();
    if path.is_none_or(output::is_stdout) && io::stdout().is_terminal() {
        return Err(Failure::new("a page is not for the terminal")
            .hint("write it to a file: -o relations.html"));
    }
    let mut output = Output::open(path)?;
    let graph = graph_file::load(&args.graph)?;
    let options = ExportOptions {
        quotes: !args.no_quotes,
    };
    // The graph is written in many small pieces.
    let mut buffered = io::BufWriter::with_capacity(1 << 16, &mut output);
    let written =
        explorer::write_page(&graph, options, &mut buffered).and_then(|()| buffered.flush());
    drop(buffered);
    match written {
        Ok(()) => output.finish()?,
        Err(error) => return Err(output.failure(&error)),
    }
    Ok(Exit::Done)
}

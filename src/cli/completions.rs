//! `completions`: a script for a shell.

use std::io::Write as _;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use super::args::CommandLine;
use super::exit::Exit;
use super::failure::Failure;
use super::output::Output;

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

pub(crate) fn run(args: &CompletionsArgs) -> Result<Exit, Failure> {
    // The generator panics where a write fails, so it writes to memory, and a closed pipe is met by us.
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut CommandLine::command(),
        "interparl",
        &mut script,
    );
    let mut output = Output::open(None)?;
    output.write_all(&script).map_err(|e| output.failure(&e))?;
    output.finish()?;
    Ok(Exit::Done)
}

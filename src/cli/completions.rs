//! `completions`: a script for a shell.

use std::io::Write as _;

use clap::CommandFactory as _;

use super::args::CommandLine;
use super::exit::Exit;
use super::failure::Failure;
use super::output::Output;
use super::tool_args::CompletionsArgs;

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

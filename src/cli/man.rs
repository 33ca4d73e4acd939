//! `man`: the manual pages.

use std::io::Write as _;
use std::path::Path;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use super::args::CommandLine;
use super::exit::Exit;
use super::failure::Failure;
use super::output::Output;
use super::tool_args::ManArgs;

pub(crate) fn run(args: &ManArgs) -> Result<Exit, Failure> {
    let mut whole = CommandLine::command();
    whole.build();
    let Some(dir) = &args.dir else {
        write(whole, None)?;
        return Ok(Exit::Done);
    };
    for command in whole.get_subcommands().filter(|c| c.get_name() != "help") {
        // Once built, a command knows its full name, `interparl-build`.
        let name = command
            .get_display_name()
            .unwrap_or_else(|| command.get_name());
        write(command.clone(), Some(&dir.join(format!("{name}.1"))))?;
    }
    write(whole, Some(&dir.join("interparl.1")))?;
    Ok(Exit::Done)
}

fn write(command: Command, path: Option<&Path>) -> Result<(), Failure> {
    let mut page = Vec::new();
    let mut output = Output::open(path)?;
    Man::new(command)
        .render(&mut page)
        .and_then(|()| output.write_all(&page))
        .map_err(|e| output.failure(&e))?;
    output.finish()
}

//! The command line: what a user types becomes calls of the library, and what the library answers becomes text.
//!
//! One file a command; `args.rs` has all arguments, `terminal.rs` everything that is printed, `output.rs` everything
//! that is written, `stages.rs` everything that is called of the stages. This module never decides anything about
//! parliaments.

mod archive;
mod args;
mod articles;
mod ask;
mod asked_graph;
mod build;
mod completions;
mod draw;
mod draw_args;
mod each;
mod exit;
mod explain;
mod explorer;
mod export;
mod extract;
mod failure;
mod fold;
mod fold_bounded;
mod folding;
mod graph_file;
mod import;
mod judge;
mod knowledge;
mod lexicon;
mod man;
mod matching;
mod naming;
mod offices;
mod options;
mod output;
mod page;
mod path;
mod path_args;
mod phrase;
mod progress;
mod rules;
mod score;
mod score_errors;
mod score_files;
mod sentence;
mod show;
mod stages;
mod style;
mod telling;
mod terminal;
mod tool_args;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;

use self::args::{Command, CommandLine};
use self::exit::Exit;
use self::failure::Failure;
use self::terminal::Console;

/// Runs the program with the arguments it was started with, the program's name first.
pub(crate) fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let line = match CommandLine::try_parse_from(&arguments) {
        Ok(line) => line,
        Err(error) => return terminal::tell_usage(&error, &arguments).into(),
    };
    let console = Console::new(line.quiet);
    match dispatch(&line.command, &console) {
        Ok(exit) => exit.into(),
        // Whoever closed the pipe has seen enough: that is a success.
        Err(Failure::ClosedPipe) => Exit::Done.into(),
        Err(Failure::Told(told)) => {
            console.error(&told);
            told.exit.into()
        }
    }
}

fn dispatch(command: &Command, console: &Console) -> Result<Exit, Failure> {
    match command {
        Command::Build(args) => build::run(args, console),
        Command::Extract(args) => extract::run(args, console),
        Command::Archive(command) => archive::run(command, console),
        Command::Import(args) => import::run(args, console),
        Command::Fold(args) => fold::run(args, console),
        Command::Show(args) => show::run(args, console),
        Command::Offices(args) => offices::run(args, console),
        Command::Path(args) => path::run(args, console),
        Command::Explain(args) => explain::run(args, console),
        Command::Ask(question) => ask::run(question, console),
        Command::AskWhole(question) => ask::run_whole(question, console),
        Command::Judge(command) => judge::run(command, console),
        Command::Export(args) => export::run(args, console),
        Command::Draw(args) => draw::run(args),
        Command::Explorer(command) => explorer::run(command, console),
        Command::Score(args) => score::run(args, console),
        Command::Rules(args) => rules::run(args, console),
        Command::Lexicon(args) => lexicon::run(args, console),
        Command::Match(args) => matching::run(args, console),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
    }
}

//! Corrections by people: one file a command, and where judgements are kept.

mod args;
mod fact;
mod file;
mod keeping;
mod naming;
mod pair;
mod party;
mod place;
mod review;
mod undo;
mod words;
mod wrong;

pub(crate) use args::JudgeCommand;
pub(crate) use file::{load, parse};

use super::exit::Exit;
use super::failure::Failure;
use super::terminal::Console;

/// Runs a command.
pub(crate) fn run(command: &JudgeCommand, console: &Console) -> Result<Exit, Failure> {
    match command {
        JudgeCommand::Same(args) => pair::run(args, pair::Says::Same, console),
        JudgeCommand::Different(args) => pair::run(args, pair::Says::Different, console),
        JudgeCommand::Wrong(args) => wrong::run(args, console),
        JudgeCommand::Fact(args) => fact::run(args, console),
        JudgeCommand::Undo(args) => undo::run(args, console),
        JudgeCommand::Review(args) => review::run(args, console),
    }
}

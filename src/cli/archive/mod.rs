//! The commands that keep an archive, one file each.

mod add;
pub(super) mod args;
mod check;
mod compact;
mod documents;
mod judgements;
mod reader;
mod refresh;
mod remove;
mod report;
mod salvage;

use self::args::ArchiveCommand;
#[cfg(feature = "serve")]
pub(super) use self::reader::reader;
pub(super) use self::reader::{
    first_of_graph, fold_judged, graph, is_archive, large_and_stored, part_for_path, part_of_graph,
};
use super::exit::Exit;
use super::failure::Failure;
use super::terminal::Console;

/// Runs a command of the archive.
pub(super) fn run(command: &ArchiveCommand, console: &Console) -> Result<Exit, Failure> {
    match command {
        ArchiveCommand::Add(args) => add::run(args, console),
        ArchiveCommand::Refresh(args) => refresh::run(args, console),
        ArchiveCommand::Remove(args) => remove::run(args, console),
        ArchiveCommand::Documents(args) => documents::run(args, console),
        ArchiveCommand::Check(args) => check::run(args, console),
        ArchiveCommand::Compact(args) => compact::run(args),
        ArchiveCommand::Judgements(command) => judgements::run(command, console),
        ArchiveCommand::Salvage(args) => salvage::run(args, console),
    }
}

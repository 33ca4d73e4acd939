//! `compact`: an archive gives room back.

use interparl::archive::Archive;

use super::args::CompactArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

pub(crate) fn run(args: &CompactArgs) -> Result<Exit, Failure> {
    let mut archive = Archive::write(&args.archive, args.wait.patience())?;
    archive.compact()?;
    Ok(Exit::Done)
}

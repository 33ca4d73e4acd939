//! `remove`: documents are taken out of an archive.

use interparl::archive::Archive;

use super::args::RemoveArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;

pub(crate) fn run(args: &RemoveArgs, console: &Console) -> Result<Exit, Failure> {
    let mut archive = Archive::write(&args.archive, args.wait.patience())?;
    let mut documents = Vec::new();
    for word in &args.documents {
        documents.push(archive.find_document(word)?);
    }
    documents.sort();
    documents.dedup();
    archive.remove(&documents)?;
    let mut page = console.page();
    for document in &documents {
        page.item(0, &format!("removed {document}"));
    }
    console.print(&page)?;
    Ok(Exit::Done)
}

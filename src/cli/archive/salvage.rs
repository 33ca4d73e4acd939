//! `salvage`: what can be saved of a damaged archive.

use interparl::archive::salvage;

use super::args::SalvageArgs;
use super::reader::reader;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::stages;
use crate::cli::terminal::Console;

/// Lost documents that are named.
const NAMED: usize = 50;

pub(crate) fn run(args: &SalvageArgs, console: &Console) -> Result<Exit, Failure> {
    let tables = stages::tables(args.lexicon.as_deref())?;
    let reader = reader(args.lexicon.as_deref())?;
    let read = |article: &_| stages::read(article, &tables);
    let done = salvage(&args.damaged, &args.output, &reader, &read)?;
    let mut page = console.page();
    page.title(&format!(
        "saved {} articles and {} judgements",
        done.versions, done.judgements
    ));
    if done.read_again > 0 {
        page.item(
            2,
            &format!(
                "{} had lost what was read in them and were read again",
                done.read_again
            ),
        );
    }
    if done.without_text > 0 {
        page.item(
            2,
            &format!(
                "{} more have lost their text; what was read in them is saved",
                done.without_text
            ),
        );
    }
    if !done.lost.is_empty() {
        page.heading("Lost");
        for what in done.lost.iter().take(NAMED) {
            page.item(2, what);
        }
        if done.lost.len() > NAMED {
            page.faint(2, &format!("and {} more", done.lost.len() - NAMED));
        }
    }
    console.print(&page)?;
    Ok(if done.lost.is_empty() {
        Exit::Done
    } else {
        Exit::InPart
    })
}

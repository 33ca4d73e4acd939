//! `refresh`: what older rules or tables read is read again.

use interparl::archive::{Archive, PackedReading, Stale};
use interparl::archive_graph::{Room, store_rows};

use super::args::RefreshArgs;
use super::reader::reader;
use crate::cli::articles::Pool;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::stages;
use crate::cli::terminal::Console;

/// Articles that are read and put on the disk together.
const TOGETHER: usize = 500;

pub(crate) fn run(args: &RefreshArgs, console: &Console) -> Result<Exit, Failure> {
    let tables = stages::tables(args.lexicon.as_deref())?;
    let reader = reader(args.lexicon.as_deref())?;
    let mut archive = Archive::write(&args.archive, args.wait.patience())?;
    let own = archive.read_with_own_tables()?;
    if own > 0 && args.lexicon.is_none() && !args.builtin {
        return Err(Failure::new(format!(
            "{own} articles of \"{}\" were read with tables of your own",
            args.archive.display()
        ))
        .hint("name them with --lexicon DIR, or say --builtin to read all without them"));
    }
    let which = if args.all { Stale::All } else { Stale::Older };
    let stale = archive.stale(&reader, which)?;
    let pool = Pool::new(args.threads);
    let mut others = 0;
    for some in stale.chunks(TOGETHER) {
        let mut articles = Vec::new();
        for version in some {
            if let Some(article) = archive.article(*version)? {
                articles.push((*version, article));
            }
        }
        let read = pool.map(&articles, |(version, article)| {
            let packed = PackedReading::new(&stages::read(article, &tables));
            packed.map(|packed| (*version, packed))
        })?;
        let read: Result<Vec<_>, _> = read.into_iter().collect();
        let read = read.map_err(|e| Failure::new(format!("cannot keep a reading: {e}")))?;
        others += archive.replace(&read, &reader)?;
    }
    if !stale.is_empty() {
        // What counts as one person, office or meeting may have changed with the rules.
        archive.count_again()?;
    }
    let room = Room::of(&archive)?;
    let folded = store_rows(&mut archive, room)?.is_some();
    let mut page = console.page();
    page.title(&format!(
        "{} articles read again, {others} say something else now",
        stale.len()
    ));
    if folded {
        page.item(2, "the graph was folded anew");
    }
    console.print(&page)?;
    Ok(Exit::Done)
}

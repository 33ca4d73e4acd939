//! `lexicon`: what the tables know of a word.

use super::exit::Exit;
use super::failure::Failure;
use super::terminal::{Console, print_json};
use super::tool_args::LexiconArgs;
use super::{knowledge, stages};

pub(crate) fn run(args: &LexiconArgs, console: &Console) -> Result<Exit, Failure> {
    let word = args.word.join(" ");
    let tables = stages::tables(args.lexicon.as_deref())?;
    let hits = knowledge::look_up(&word, &tables);
    if args.json {
        print_json(&hits)?;
    }
    if hits.is_empty() {
        return Err(
            Failure::nothing_found(format!("the tables do not know \"{word}\""))
                .hint("tables of your own add to the built-in ones: --lexicon DIR"),
        );
    }
    if !args.json {
        let mut page = console.page();
        let row = |hit: &knowledge::TableHit| {
            vec![
                hit.table.clone(),
                hit.row.clone(),
                hit.says.clone(),
                hit.source.clone(),
            ]
        };
        let rows: Vec<Vec<String>> = hits.iter().map(row).collect();
        page.table(&["table", "row", "says", "source"], &rows);
        console.print(&page)?;
    }
    Ok(Exit::Done)
}

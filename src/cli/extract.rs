//! `extract`: a filter from articles to readings, one line out per article in, in order.

use std::io::Write as _;

use interparl::claim::write_line;

use super::args::ExtractArgs;
use super::articles;
use super::exit::Exit;
use super::failure::Failure;
use super::output::Output;
use super::terminal::Console;

pub(crate) fn run(args: &ExtractArgs, console: &Console) -> Result<Exit, Failure> {
    let mut output = Output::open(args.output.as_deref())?;
    let tally = articles::each_batch(&args.articles, console, |batch| {
        for mut labelled in batch {
            if args.no_quotes {
                articles::drop_quotes(&mut labelled.reading);
            }
            let line = write_line(&labelled.reading)
                .map_err(|e| Failure::new(format!("cannot write \"{}\": {e}", labelled.label)))?;
            writeln!(output, "{line}").map_err(|e| output.failure(&e))?;
        }
        // Whoever reads the pipe gets what is done, however long the rest takes.
        output.flush().map_err(|e| output.failure(&e))
    })?;
    tally.tell(console, "articles");
    if tally.read == 0 && tally.skipped > 0 {
        return Ok(tally.exit());
    }
    output.finish()?;
    Ok(tally.exit())
}

//! `judgements`: what people decided goes out of an archive and comes into one.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use interparl::archive::Archive;
use interparl::identity::{Judgement, Judgements};

use super::args::{ExportJudgementsArgs, ImportJudgementsArgs, JudgementsCommand};
use super::reader::fold_judged;
use crate::cli::exit::Exit;
use crate::cli::failure::{Failure, reason};
use crate::cli::judge;
use crate::cli::output::Output;
use crate::cli::terminal::Console;

pub(crate) fn run(command: &JudgementsCommand, console: &Console) -> Result<Exit, Failure> {
    match command {
        JudgementsCommand::Export(args) => export(args),
        JudgementsCommand::Import(args) => import(args, console),
    }
}

fn export(args: &ExportJudgementsArgs) -> Result<Exit, Failure> {
    let mut output = Output::open(args.output.as_deref())?;
    let archive = Archive::read(&args.archive)?;
    for line in archive.judgement_lines()? {
        writeln!(output, "{line}").map_err(|e| output.failure(&e))?;
    }
    output.finish()?;
    Ok(Exit::Done)
}

fn import(args: &ImportJudgementsArgs, console: &Console) -> Result<Exit, Failure> {
    let name = if args.file == Path::new("-") {
        "standard input".to_owned()
    } else {
        args.file.display().to_string()
    };
    let text = read(&args.file)
        .map_err(|e| Failure::new(format!("cannot read \"{name}\": {}", reason(&e))))?;
    // Whatever is no judgement is told before anything is put in.
    judge::parse(&name, &text, console)?;
    let lines = Judgements::each_line(&text).filter_map(|(_, line)| line.ok());
    let judgements: Vec<Judgement> = lines.collect();
    let mut archive = Archive::write(&args.archive, args.wait.patience())?;
    let new = archive.judge(&judgements)?;
    let mut page = console.page();
    let already = judgements.len() - new;
    page.title(&format!("{new} new, {already} there already"));
    console.print(&page)?;
    fold_judged(&mut archive, console)?;
    Ok(Exit::Done)
}

fn read(path: &Path) -> io::Result<String> {
    if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        return Ok(text);
    }
    fs::read_to_string(path)
}

//! `explain --sentence`: what each stage sees in a sentence.

use super::args::ExplainArgs;
use super::exit::Exit;
use super::failure::Failure;
use super::stages;
use super::terminal::{Console, print_json};

pub(crate) fn run(text: &str, args: &ExplainArgs, console: &Console) -> Result<Exit, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::new("the sentence is empty"));
    }
    let tables = stages::tables(args.lexicon.as_deref())?;
    let trace = stages::trace(text, args.date, &tables);
    let saw_something = trace.stages.iter().any(|stage| !stage.lines.is_empty());
    if args.json {
        print_json(&trace)?;
    } else {
        let mut page = console.page();
        page.title(text);
        for stage in &trace.stages {
            page.heading(heading_of(&stage.name));
            if stage.lines.is_empty() {
                page.item(2, "nothing");
            }
            for line in &stage.lines {
                // The columns of a trace are its own; prose would be wrapped.
                page.verbatim(&format!("  {line}"));
            }
        }
        console.print(&page)?;
    }
    Ok(if saw_something {
        Exit::Done
    } else {
        Exit::NothingFound
    })
}

/// What people call a stage of the pipeline.
fn heading_of(stage: &str) -> &str {
    match stage {
        "sentences" => "What each word was taken for",
        "offices" => "Which offices are named",
        "holdings" => "Who holds what, as said and as understood",
        "entities" => "Who and what is named",
        "events" => "What happened",
        "claims" => "What the rules read",
        "findings" => "What could not be settled",
        other => other,
    }
}

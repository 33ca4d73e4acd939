//! `report`: a briefing on one, or on what is between two.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use interparl::claim::Confidence;
use interparl::query::{Scope, briefing, briefing_picture};
use interparl::report::{ReportOptions, write_html, write_markdown};
use interparl::text::PartialDate;
use jiff::civil::Date;

use super::args::{date, forwards};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::options::{GraphArg, day, share};
use crate::cli::output::{self, Output};
use crate::cli::terminal::print_json;
use crate::cli::{graph_file, naming, phrase};

/// Arguments of `report`.
#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    graph: GraphArg,
    /// Whom or what: a name, an alias, an id, a code of a state.
    #[arg(value_name = "X")]
    one: String,
    /// The other one, for a briefing on what is between the two.
    #[arg(value_name = "Y")]
    other: Option<String>,
    /// The file to write, its format by its ending (.md, .html); Markdown to standard output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath, conflicts_with = "json")]
    output: Option<PathBuf>,
    /// The format, whatever the name of the file.
    #[arg(long, value_name = "FORMAT", conflicts_with = "json")]
    format: Option<ReportFormat>,
    /// How things stood on this day (YYYY-MM-DD): who held the offices then, and nothing later.
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "to")]
    on: Option<Date>,
    /// Only meetings and visits on this day or later.
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<PartialDate>,
    /// Only meetings and visits on this day or earlier.
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<PartialDate>,
    /// Leave out what is less sure than this share of 1.
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = share)]
    min_confidence: f64,
    /// How many entries each section has at most; the rest is counted.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u16).range(1..))]
    entries: u16,
    /// Leave the articles' words out, where they are not yours to pass on.
    #[arg(long, conflicts_with = "json")]
    no_quotes: bool,
    /// Print all of it as JSON for programs.
    #[arg(long)]
    json: bool,
}

/// Formats of briefings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Markdown with footnotes and a picture in Mermaid.
    Markdown,
    /// One page of HTML with the picture in it, to mail or to print.
    Html,
}

pub(super) fn run(args: &ReportArgs) -> Result<Exit, Failure> {
    let format = format_of(args.output.as_deref(), args.format)?;
    let graph = graph_file::load(&args.graph)?;
    let (one, other) = match &args.other {
        Some(other) => {
            let (one, other) = naming::resolve_two(&graph, &args.one, other)?;
            (one, Some(other))
        }
        None => (naming::resolve(&graph, &args.one)?, None),
    };
    let scope = forwards(Scope {
        from: args.from,
        to: args.to,
        least: Confidence::from_share(args.min_confidence),
        ..Scope::default()
    })?;
    let told = briefing(&graph, one, other, args.on, &scope);
    if args.json {
        print_json(&told)?;
    }
    if told.is_empty() {
        let names: Vec<String> = told
            .subjects
            .iter()
            .map(|s| phrase::name(&s.node))
            .collect();
        let message = format!("the graph tells nothing of {}", names.join(" and "));
        return Err(Failure::nothing_found(message)
            .hint("ask for a longer time; interparl search finds where words stand"));
    }
    if !args.json {
        let mut output = Output::open(args.output.as_deref())?;
        let picture = briefing_picture(&graph, &told);
        let options = ReportOptions {
            entries: usize::from(args.entries),
            quotes: !args.no_quotes,
        };
        let written: io::Result<()> = match format {
            ReportFormat::Markdown => write_markdown(&told, &picture, options, &mut output),
            ReportFormat::Html => write_html(&told, &picture, options, &mut output),
        };
        match written {
            Ok(()) => output.finish()?,
            Err(error) => return Err(output.failure(&error)),
        }
    }
    Ok(Exit::Done)
}

/// As said, else by the ending of the file, else Markdown.
fn format_of(path: Option<&Path>, said: Option<ReportFormat>) -> Result<ReportFormat, Failure> {
    let path = match (said, path) {
        (Some(format), _) => return Ok(format),
        (None, Some(path)) if !output::is_stdout(path) => path,
        (None, _) => return Ok(ReportFormat::Markdown),
    };
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("md" | "markdown") => Ok(ReportFormat::Markdown),
        Some("html" | "htm") => Ok(ReportFormat::Html),
        _ => {
            let name = path.display();
            let message = format!("the name \"{name}\" does not tell the format");
            Err(Failure::new(message).hint("end it with .md or .html, or say --format"))
        }
    }
}

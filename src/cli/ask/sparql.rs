//! `sparql`: a query over the graph as RDF.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use clap::{Args, ValueEnum};
use interparl::sparql::{ResultsFormat, SparqlAnswer, SparqlError, SparqlLimits, ask};

use crate::cli::exit::Exit;
use crate::cli::failure::{Failure, reason};
use crate::cli::graph_file;
use crate::cli::options::GraphArg;
use crate::cli::output::Output;
use crate::cli::terminal::{Console, clean_lines, escape_json};

/// Arguments of `sparql`.
#[derive(Debug, Args)]
pub(crate) struct SparqlArgs {
    #[command(flatten)]
    graph: GraphArg,
    /// The query: SELECT, ASK, CONSTRUCT or DESCRIBE, or @ and the file that has it.
    #[arg(value_name = "QUERY")]
    query: String,
    /// The format; a table, of CONSTRUCT Turtle, if not given.
    #[arg(long, value_name = "FORMAT")]
    format: Option<SparqlFormat>,
    /// Give up after so many seconds.
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    timeout: Duration,
    /// Give so many rows at most.
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..))]
    max_rows: u32,
}

/// Formats of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SparqlFormat {
    /// To look at.
    Table,
    /// SPARQL 1.1 Query Results JSON.
    Json,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values, terms as in SPARQL.
    Tsv,
    /// Turtle, for CONSTRUCT and DESCRIBE.
    Turtle,
}

pub(super) fn run(args: &SparqlArgs, console: &Console) -> Result<Exit, Failure> {
    let query = query(&args.query)?;
    let graph = graph_file::load(&args.graph)?;
    let rows = usize::try_from(args.max_rows).unwrap_or(usize::MAX);
    let limits = SparqlLimits {
        time: args.timeout,
        rows,
    };
    let answer = ask(&graph, &query, limits).map_err(|e| failure(&e))?;
    tell(&answer, args.format, console)?;
    if answer.is_cut {
        console.note(&format!(
            "only the first {rows} rows are told; --max-rows gives more"
        ));
        return Ok(Exit::InPart);
    }
    Ok(if answer.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

/// The query, or what the file behind `@` has.
fn query(typed: &str) -> Result<String, Failure> {
    let Some(path) = typed.strip_prefix('@') else {
        return Ok(typed.to_owned());
    };
    std::fs::read_to_string(Path::new(path)).map_err(|e| {
        Failure::new(format!("cannot read \"{path}\": {}", reason(&e)))
            .hint("what begins with @ is the name of a file with a query")
    })
}

fn failure(error: &SparqlError) -> Failure {
    let hint = match error {
        SparqlError::Syntax(_) => {
            "the prefixes of docs/questions.md are there without PREFIX; quote the query for the shell"
        }
        SparqlError::TimedOut(_) => {
            "tie the patterns by common variables, ask for less, or say --timeout SECONDS"
        }
        SparqlError::Refused(_) => "there is no network and there are no functions of others",
    };
    Failure::new(error.to_string()).hint(hint)
}

fn tell(
    answer: &SparqlAnswer,
    format: Option<SparqlFormat>,
    console: &Console,
) -> Result<(), Failure> {
    let plain = if answer.is_of_statements() {
        SparqlFormat::Turtle
    } else {
        SparqlFormat::Table
    };
    let format = format.unwrap_or(plain);
    let results = match format {
        SparqlFormat::Table => {
            let (heads, rows) = answer.table();
            let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
            let mut page = console.page();
            page.table(&heads, &rows);
            return console.print(&page);
        }
        SparqlFormat::Json => Some(ResultsFormat::Json),
        SparqlFormat::Csv => Some(ResultsFormat::Csv),
        SparqlFormat::Tsv => Some(ResultsFormat::Tsv),
        SparqlFormat::Turtle => None,
    };
    if results.is_some() == answer.is_of_statements() {
        let message = "the format does not fit the query";
        return Err(Failure::new(message).hint(
            "CONSTRUCT and DESCRIBE give turtle or table; SELECT and ASK json, csv, tsv or table",
        ));
    }
    let mut bytes = Vec::new();
    let written = match results {
        Some(results) => answer.write_results(results, &mut bytes),
        None => answer.write_turtle(&mut bytes),
    };
    let mut output = Output::open(None)?;
    written.map_err(|e| output.failure(&e))?;
    let text = String::from_utf8_lossy(&bytes);
    let text = match format {
        SparqlFormat::Json => escape_json(&text),
        // A tab is what parts the values.
        SparqlFormat::Tsv => text.into_owned(),
        // Lines of CSV end as RFC 4180 has it.
        SparqlFormat::Csv => clean_lines(&text.replace("\r\n", "\n")).replace('\n', "\r\n"),
        _ => clean_lines(&text),
    };
    output
        .write_all(text.as_bytes())
        .map_err(|e| output.failure(&e))?;
    output.finish()
}

/// A time in seconds, such as `2` or `0.5`.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    let is_sensible = (0.0..=86_400.0).contains(&seconds) && seconds > 0.0;
    is_sensible
        .then(|| Duration::from_secs_f64(seconds))
        .ok_or_else(|| "a time lies between 0 and 86400 seconds".to_owned())
}

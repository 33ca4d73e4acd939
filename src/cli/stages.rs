//! The calls of the stages, all in one place: readers, lexicon, rules, pipeline, fold, formats.
//!
//! The rest of the command line sees only the functions of this file. What is marked TEMPORARY waits for a stage.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use interparl::claim::{Assertion, Confidence, Reading, Why};
use interparl::diagram::{self, Drawing};
use interparl::document::{self, Article, Input, InputFormat, ReadOptions};
use interparl::export::graphviz::Output;
use interparl::export::png::PngError;
use interparl::export::{self, csv, graphviz, json, png, svg};
use interparl::graph::{self, Folded, RelationGraph};
use interparl::identity::Judgements;
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use jiff::civil::Date;
use serde::Serialize;

use super::failure::Failure;
use super::options::{ArticleFormat, Engine, GraphFormat, SureArgs};
use super::phrase;
pub(crate) use super::style::GraphStyle;

/// The tables.
pub(crate) enum Tables {
    /// The built-in ones.
    Builtin,
    /// With a user's on top.
    Own(Box<Lexicon>),
}

impl Tables {
    pub(crate) fn lexicon(&self) -> &Lexicon {
        match self {
            Self::Builtin => Lexicon::builtin(),
            Self::Own(lexicon) => lexicon,
        }
    }
}

/// The built-in tables, with a user's folder on top.
pub(crate) fn tables(folder: Option<&Path>) -> Result<Tables, Failure> {
    let Some(folder) = folder else {
        return Ok(Tables::Builtin);
    };
    match Lexicon::with_folder(folder) {
        Ok(lexicon) => Ok(Tables::Own(Box::new(lexicon))),
        Err(error) => Err(
            Failure::new(error.to_string()).hint(error.hint().unwrap_or_else(|| {
                "--lexicon names a folder with tables such as titles.tsv or chambers.tsv".to_owned()
            })),
        ),
    }
}

/// The articles of the inputs, in order; `-` is standard input. A bad one is a failure in its place, and the next ones
/// follow.
pub(crate) fn articles(
    inputs: &[PathBuf],
    format: Option<ArticleFormat>,
) -> impl Iterator<Item = Result<Article, Failure>> + use<> {
    let format = format.map(|format| match format {
        ArticleFormat::Text => InputFormat::Text,
        ArticleFormat::Markdown => InputFormat::Markdown,
        ArticleFormat::Html => InputFormat::Html,
        ArticleFormat::Jsonl => InputFormat::JsonLines,
        ArticleFormat::Feed => InputFormat::Feed,
    });
    let options = ReadOptions {
        format,
        ..ReadOptions::default()
    };
    let inputs: Vec<Input> = inputs.iter().cloned().map(Input::from).collect();
    document::articles(inputs, &options).map(|article| {
        article.map_err(|error| {
            let failure = Failure::new(error.to_string());
            match error.hint() {
                Some(hint) => failure.hint(hint),
                None => failure,
            }
        })
    })
}

/// What one article says.
pub(crate) fn read(article: &Article, tables: &Tables) -> Reading {
    pipeline::read(article, tables.lexicon())
}

/// The graph of a set of readings, of their claims that are sure enough.
pub(crate) fn fold(readings: Vec<Reading>, sure: &SureArgs) -> RelationGraph {
    fold_judged(readings, sure, &Judgements::new()).graph
}

/// The same as people have corrected it, with what it is made of.
pub(crate) fn fold_judged(
    mut readings: Vec<Reading>,
    sure: &SureArgs,
    judgements: &Judgements,
) -> Folded {
    let least = Confidence::from_share(sure.min_confidence);
    for reading in &mut readings {
        reading.keep_sure(least);
    }
    graph::fold_judged(readings, judgements)
}

/// The graph that JSON says. `name` is what messages call the file.
pub(crate) fn parse_graph(bytes: &[u8], name: &str) -> Result<RelationGraph, Failure> {
    json::read(bytes).map_err(|error| {
        let at = error
            .position()
            .map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        if error.is_cut_off() {
            let message = format!("{name}{at}: the file ends too early: its end is cut off");
            return Failure::new(message).hint("copy the whole file, or build the graph anew");
        }
        let hint = if matches!(error, json::JsonError::Newer { .. }) {
            "read it with the interparl that wrote it, or a newer one"
        } else {
            "a graph comes from: interparl build ARTICLES -o graph.json"
        };
        Failure::new(format!("{name}{at}: {}", error.message())).hint(hint)
    })
}

/// Says before any work if this interparl on this machine cannot write the format.
pub(crate) fn check_format(format: GraphFormat, style: &GraphStyle) -> Result<(), Failure> {
    if format == GraphFormat::Png && cfg!(not(feature = "png")) {
        return Err(Failure::new("this interparl was built without PNG")
            .hint("write .svg, or build it with --features png"));
    }
    let draws = matches!(format, GraphFormat::Svg | GraphFormat::Png);
    let has_dot = || {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join("dot").is_file())
    };
    if draws && style.engine == Engine::Graphviz && !has_dot() {
        return Err(
            Failure::new("there is no Graphviz on this machine: no \"dot\" in the PATH")
                .hint("install Graphviz, or leave --engine out"),
        );
    }
    Ok(())
}

/// Writes a graph in a format.
pub(crate) fn write_graph(
    graph: &RelationGraph,
    format: GraphFormat,
    style: &GraphStyle,
    out: &mut dyn Write,
) -> Result<(), WriteProblem> {
    match (format, style.engine) {
        (GraphFormat::Svg, Engine::Graphviz) => {
            out.write_all(&by_graphviz(graph, style, Output::Svg)?)?;
        }
        (GraphFormat::Png, Engine::Graphviz) => {
            out.write_all(&by_graphviz(graph, style, Output::Png)?)?;
        }
        (GraphFormat::Svg | GraphFormat::Png, Engine::Builtin) => {
            write_drawing(&diagram::draw(graph, &style.diagram()), format, out)?;
        }
        (text, _) => {
            export::write_text(graph, text, style.export(), out)?;
        }
    }
    Ok(())
}

/// A writer of graph JSON to which a graph goes part by part.
pub(crate) fn parts_writer<'o>(
    style: &GraphStyle,
    out: &'o mut dyn Write,
) -> json::PartsWriter<'o> {
    json::PartsWriter::new(out, style.export())
}

/// Writes a picture as pixels, or else as SVG.
pub(crate) fn write_drawing(
    drawing: &Drawing,
    format: GraphFormat,
    out: &mut dyn Write,
) -> Result<(), WriteProblem> {
    if format != GraphFormat::Png {
        return Ok(svg::write(drawing, out)?);
    }
    png::write(drawing, out).map_err(|error| match error {
        PngError::Io(error) => WriteProblem::Output(error),
        other => WriteProblem::Picture(with_hint(other.to_string(), other.hint())),
    })
}

/// The tables of a graph in a format that is a folder: the names of the files and what is in them.
pub(crate) fn tables_of(
    graph: &RelationGraph,
    format: GraphFormat,
    style: &GraphStyle,
) -> Vec<(&'static str, String)> {
    let flavour = if format == GraphFormat::Neo4j {
        csv::Flavour::Neo4j
    } else {
        csv::Flavour::Plain
    };
    let tables = csv::tables(graph, style.export(), flavour);
    tables.into_iter().map(|t| (t.name, t.text)).collect()
}

fn by_graphviz(
    graph: &RelationGraph,
    style: &GraphStyle,
    output: Output,
) -> Result<Vec<u8>, WriteProblem> {
    graphviz::draw(graph, &style.diagram(), output)
        .map_err(|error| WriteProblem::Picture(with_hint(error.to_string(), error.hint())))
}

fn with_hint(message: String, hint: Option<&str>) -> Failure {
    let failure = Failure::new(message);
    match hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

/// Why a graph could not be written.
#[derive(Debug)]
pub(crate) enum WriteProblem {
    /// The output did not take it.
    Output(io::Error),
    /// The picture could not be made.
    Picture(Failure),
}

impl From<io::Error> for WriteProblem {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// What each stage saw in a sentence.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Trace {
    /// The stages in the order in which they ran.
    pub(crate) stages: Vec<TracedStage>,
}

/// What one stage saw.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TracedStage {
    /// The stage, such as `mentions`.
    pub(crate) name: String,
    /// What it saw, a line each.
    pub(crate) lines: Vec<String>,
}

/// What each stage sees in a sentence that was published on a day: whom and what it names, and what the rules read.
pub(crate) fn trace(sentence: &str, date: Option<Date>, tables: &Tables) -> Trace {
    let article = Article {
        text: sentence.to_owned(),
        date,
        ..Article::default()
    };
    let reading = read(&article, tables);
    let name = |index: usize| reading.entities.get(index).map_or("?", |e| e.name.as_str());
    let claims = reading.claims.iter().map(|claim| {
        let sure = claim.confidence.as_hundredths();
        let why: Vec<String> = claim.evidence.iter().map(why).collect();
        let says = says(&claim.assertion, &name);
        format!("{says}; {sure} % sure; {}", why.join("; "))
    });
    let findings = reading
        .findings
        .iter()
        .map(|f| format!("{}: {}", f.kind, f.message));
    let stage = |name: &str, lines: Vec<String>| TracedStage {
        name: name.to_owned(),
        lines,
    };
    let seen = pipeline::trace(sentence, tables.lexicon(), date);
    let seen = seen.into_iter().filter(|seen| seen.stage != "claims");
    let mut stages: Vec<TracedStage> = seen.map(|seen| stage(seen.stage, seen.lines)).collect();
    stages.push(stage("claims", claims.collect()));
    stages.push(stage("findings", findings.collect()));
    Trace { stages }
}

fn why(why: &Why) -> String {
    match why {
        Why::Words(words) => {
            let quote = words.quote.as_deref().unwrap_or_default();
            format!("rule {} in \"{quote}\"", words.rule)
        }
        Why::Table(row) => format!("row {} of the table {}", row.row, row.table),
    }
}

/// A claim in words, with the names of the entities that it speaks of.
fn says<'r>(assertion: &Assertion, name: &impl Fn(usize) -> &'r str) -> String {
    match assertion {
        Assertion::Role {
            person,
            office,
            target,
            former,
            ..
        } => {
            let was = if *former { "was" } else { "is" };
            let office = phrase::office_of(*office);
            format!("{} {was} {office} {}", name(*person), name(*target))
        }
        Assertion::Meeting {
            kind,
            status,
            sides,
            date,
            place,
            body,
            ..
        } => {
            let side = |side: &Vec<usize>| {
                let people: Vec<&str> = side.iter().map(|i| name(*i)).collect();
                people.join(" and ")
            };
            let sides: Vec<String> = sides.iter().map(side).collect();
            let of = body.map_or_else(String::new, |b| format!(" of {}", name(b)));
            let at = format!("{}{}", phrase::when(*date), phrase::place(place.as_deref()));
            format!(
                "{} ({status}){of}{at}: {}",
                phrase::meeting(*kind),
                sides.join(" – ")
            )
        }
        Assertion::Visited {
            person,
            state,
            date,
            planned,
        } => {
            let visit = if *planned { "is to visit" } else { "visited" };
            format!(
                "{} {visit} {}{}",
                name(*person),
                name(*state),
                phrase::when(*date)
            )
        }
        Assertion::PartOf { part, whole } => format!("{} is part of {}", name(*part), name(*whole)),
        Assertion::Links { body, target } => format!("{} links {}", name(*body), name(*target)),
        Assertion::Life { body, event, date } => {
            let event = phrase::life_event(*event);
            format!("{}: {event}{}", name(*body), phrase::when(*date))
        }
    }
}

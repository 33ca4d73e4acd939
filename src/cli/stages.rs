//! The calls of the stages, all in one place: readers, lexicon, rules, pipeline, fold, formats.
//!
//! The rest of the command line sees only the functions of this file. Their bodies are TEMPORARY until the stages are
//! merged; their signatures are what the commands rely on.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use interparl::claim::{Reading, SCHEMA};
use interparl::document::Article;
use interparl::graph::{Document, RelationGraph};
use jiff::civil::Date;
use serde::Serialize;

use super::failure::{Failure, reason};
use super::options::{ArticleFormat, Engine, GraphFormat, PictureArgs, Theme};

/// The tables.
pub(crate) struct Tables;

/// The built-in tables, with a user's folder on top.
pub(crate) fn tables(folder: Option<&Path>) -> Result<Tables, Failure> {
    match folder.filter(|folder| !folder.is_dir()) {
        Some(folder) => Err(Failure::new(format!(
            "there is no folder \"{}\" with tables",
            folder.display()
        ))
        .hint("see src/lexicon/data for the form of the tables")),
        None => Ok(Tables),
    }
}

/// The articles of the inputs, in order; `-` is standard input. A bad one is a failure in its place, and the next ones
/// follow.
pub(crate) fn articles(
    inputs: &[PathBuf],
    format: Option<ArticleFormat>,
) -> impl Iterator<Item = Result<Article, Failure>> + use<> {
    let _ = format;
    let inputs = inputs.to_vec();
    inputs.into_iter().map(|path| {
        let text = if path == Path::new("-") {
            io::read_to_string(io::stdin())
        } else {
            std::fs::read_to_string(&path)
        };
        let text = text.map_err(|e| {
            Failure::new(format!(
                "cannot read \"{}\": {}",
                path.display(),
                reason(&e)
            ))
        })?;
        if text.trim().is_empty() {
            return Err(Failure::new(format!("\"{}\" is empty", path.display())));
        }
        let stem = path.file_stem().unwrap_or_default();
        Ok(Article {
            label: stem.to_string_lossy().into_owned(),
            text,
            ..Article::default()
        })
    })
}

/// What one article says.
pub(crate) fn read(article: &Article, _tables: &Tables) -> Reading {
    Reading {
        schema: SCHEMA,
        document: article.record(),
        entities: Vec::new(),
        claims: Vec::new(),
        findings: Vec::new(),
    }
}

/// The graph of a set of readings.
pub(crate) fn fold(readings: Vec<Reading>) -> RelationGraph {
    let mut graph = RelationGraph::new();
    for reading in readings {
        graph.put_document(Document {
            record: reading.document,
            same_text: std::collections::BTreeSet::new(),
        });
    }
    graph
}

/// The graph that JSON says. `name` is what messages call the file.
pub(crate) fn parse_graph(json: &[u8], name: &str) -> Result<RelationGraph, Failure> {
    super::temporary_json::read(json).map_err(|problem| {
        let at = problem
            .at
            .map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        let failure = Failure::new(format!("{name}{at}: {}", problem.message));
        match problem.hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    })
}

/// How a graph is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GraphStyle {
    /// Whether the articles' words are written.
    pub(crate) quotes: bool,
    /// What lays pictures out.
    pub(crate) engine: Engine,
    /// The colours of pictures.
    pub(crate) theme: Theme,
    /// How many nodes are drawn at most.
    pub(crate) max_nodes: Option<usize>,
}

impl GraphStyle {
    /// The style that the arguments ask for.
    pub(crate) fn of(no_quotes: bool, picture: &PictureArgs) -> Self {
        Self {
            quotes: !no_quotes,
            engine: picture.engine,
            theme: picture.theme,
            max_nodes: picture.max_nodes.and_then(|n| usize::try_from(n).ok()),
        }
    }
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
    let _ = (style.theme, style.max_nodes, style.quotes);
    writeln!(
        out,
        "{format:?} {} {}",
        graph.node_count(),
        graph.edge_count()
    )?;
    Ok(())
}

/// Why a graph could not be written.
#[derive(Debug)]
pub(crate) enum WriteProblem {
    /// The output did not take it.
    Output(io::Error),
    /// The picture could not be made.
    #[expect(dead_code, reason = "no picture is made before the stages are merged")]
    Picture(Failure),
}

impl From<io::Error> for WriteProblem {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// A rule, for `rules`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RuleRecord {
    /// The id.
    pub(crate) id: String,
    /// What it reads, in a line.
    pub(crate) title: String,
    /// The languages.
    pub(crate) languages: Vec<String>,
    /// Its manual, in Markdown.
    pub(crate) manual: String,
}

/// All rules, by id.
pub(crate) fn rules() -> Vec<RuleRecord> {
    Vec::new()
}

/// What the tables know of a word, for `lexicon`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TableHit {
    /// The table.
    pub(crate) table: String,
    /// The key of the row.
    pub(crate) row: String,
    /// What the row says, in a line.
    pub(crate) says: String,
    /// Where the row comes from.
    pub(crate) source: String,
}

/// The rows that know a word, by table and key.
pub(crate) fn look_up(_word: &str, _tables: &Tables) -> Vec<TableHit> {
    Vec::new()
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

/// What each stage sees in a sentence that was published on a day.
pub(crate) fn trace(_sentence: &str, _date: Option<Date>, _tables: &Tables) -> Trace {
    let stage = |name: &str| TracedStage {
        name: name.to_owned(),
        lines: Vec::new(),
    };
    Trace {
        stages: ["mentions", "references", "claims"].map(stage).to_vec(),
    }
}

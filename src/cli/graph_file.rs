//! Graph files: read with a good word for what is not one, written in any format.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use interparl::archive::Archive;
use interparl::archive_graph::{GraphError, write_stored};
use interparl::diagram::Drawing;
use interparl::graph::RelationGraph;

use super::archive;
use super::failure::{Failure, reason};
use super::options::{GraphFormat, GraphOutArgs};
use super::output::{self, Output, Watched};
use super::stages::{self, GraphStyle, WriteProblem};

const HOW_TO_BUILD: &str = "a graph comes from: interparl build ARTICLES -o graph.json";

/// The endings that are proposed for a graph whose name does not tell its format.
const ENDINGS: &str = ".json, .dot, .svg, .png, .graphml, .gexf or .ttl, or say --format";

/// Reads a graph from JSON or from an archive; `-` is standard input.
pub(crate) fn load(path: &Path) -> Result<RelationGraph, Failure> {
    if archive::is_archive(path) {
        return archive::graph(path);
    }
    load_json(path)
}

pub(super) fn load_json(path: &Path) -> Result<RelationGraph, Failure> {
    let stdin = path == Path::new("-");
    let name = if stdin {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    };
    let json = read(path, stdin).map_err(|e| {
        let failure = Failure::new(format!("cannot read \"{name}\": {}", reason(&e)));
        if e.kind() == io::ErrorKind::IsADirectory {
            failure.hint("name the graph file in it")
        } else {
            failure.hint(HOW_TO_BUILD)
        }
    })?;
    match what_else(&json) {
        Some((what, hint)) => Err(Failure::new(format!("{name}: {what}")).hint(hint)),
        None => stages::parse_graph(&json, &name),
    }
}

fn read(path: &Path, stdin: bool) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if stdin {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// What a file is that is no JSON of a graph, as far as its beginning tells, and what to do with it.
fn what_else(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let text = bytes.trim_ascii_start();
    let beginning = String::from_utf8_lossy(text.get(..400).unwrap_or(text)).into_owned();
    let starts = |prefix: &str| beginning.starts_with(prefix);
    if text.is_empty() {
        Some(("the file is empty", HOW_TO_BUILD))
    } else if Archive::begins(bytes) {
        Some((
            "this is an archive, which cannot come through a pipe",
            "name its file",
        ))
    } else if starts("<") && beginning.contains("<svg") || bytes.starts_with(b"\x89PNG") {
        Some(("this is a picture, not a graph as JSON", HOW_TO_BUILD))
    } else if starts("digraph") || starts("strict digraph") || starts("graph ") {
        Some(("this is DOT, not a graph as JSON", HOW_TO_BUILD))
    } else if starts("{\"schema\":") && beginning.contains("\"document\":") {
        Some((
            "these are readings, not a graph",
            "fold them first: interparl fold READINGS -o graph.json",
        ))
    } else if !starts("{") {
        Some(("this is not a graph as JSON", HOW_TO_BUILD))
    } else {
        None
    }
}

/// A graph that is to be written: all that can be wrong with the output is told when this is made.
pub(crate) struct GraphOutput {
    format: GraphFormat,
    style: GraphStyle,
    target: Target,
}

/// Where a graph goes.
enum Target {
    /// One file.
    File(Output),
    /// A folder of tables.
    Folder(PathBuf),
}

impl GraphOutput {
    /// Opens what `-o`, `--format` and the options of pictures ask for; JSON where they say nothing.
    pub(crate) fn open(args: &GraphOutArgs) -> Result<Self, Failure> {
        let style = GraphStyle::of(args.no_quotes, &args.picture);
        Self::open_as(
            args.output.as_deref(),
            args.format,
            GraphFormat::Json,
            style,
        )
    }

    /// The same with a format for where nothing is said.
    pub(crate) fn open_as(
        path: Option<&Path>,
        format: Option<GraphFormat>,
        plain: GraphFormat,
        style: GraphStyle,
    ) -> Result<Self, Failure> {
        let format = output::format_of(path, format, plain, ENDINGS)?;
        stages::check_format(format, &style)?;
        let to_stdout = path.is_none_or(output::is_stdout);
        if to_stdout && format == GraphFormat::Png && io::IsTerminal::is_terminal(&io::stdout()) {
            return Err(Failure::new("a PNG is not for the terminal")
                .hint("write it to a file: -o graph.png"));
        }
        let target = match path.filter(|_| !to_stdout) {
            Some(folder) if format.is_folder() => Target::Folder(open_folder(folder)?),
            None if format.is_folder() => {
                let message = format!("{format} is a folder of tables, and standard output is one");
                return Err(Failure::new(message).hint("name a folder: -o tables/"));
            }
            _ => Target::File(Output::open(path)?),
        };
        Ok(Self {
            format,
            style,
            target,
        })
    }

    /// The output of a picture: SVG to standard output where nothing is said. Neither what is refused nor what is proposed
    /// has anything to do with the other formats of graphs.
    pub(crate) fn open_picture(
        path: Option<&Path>,
        format: Option<GraphFormat>,
        style: GraphStyle,
    ) -> Result<Self, Failure> {
        let by_name = path
            .filter(|path| format.is_none() && !output::is_stdout(path))
            .and_then(GraphFormat::from_extension);
        let is_picture = |f: GraphFormat| matches!(f, GraphFormat::Svg | GraphFormat::Png);
        if format.or(by_name).is_some_and(|format| !is_picture(format)) {
            return Err(Failure::new("pictures are SVG and PNG")
                .hint("for all other formats there is: interparl export GRAPH -o OUT"));
        }
        let format = output::format_of(path, format, GraphFormat::Svg, ".svg or .png")?;
        Self::open_as(path, Some(format), format, style)
    }

    /// In which format it will be written.
    pub(crate) const fn format(&self) -> GraphFormat {
        self.format
    }

    /// Writes a picture and puts the file in its place.
    pub(crate) fn write_drawing(self, drawing: &Drawing) -> Result<(), Failure> {
        let Target::File(mut output) = self.target else {
            return Ok(());
        };
        match stages::write_drawing(drawing, self.format, &mut output) {
            Ok(()) => output.finish(),
            Err(WriteProblem::Output(error)) => Err(output.failure(&error)),
            Err(WriteProblem::Picture(failure)) => Err(failure),
        }
    }

    /// Whether the rows of an archive are what is to be written, so that nobody need read them.
    pub(crate) fn is_of_rows(&self) -> bool {
        self.format == GraphFormat::Json && self.style.quotes
    }

    /// Writes the rows of an archive as JSON and puts the file in its place.
    pub(crate) fn write_stored(self, archive: &Archive) -> Result<(), Failure> {
        let Target::File(mut output) = self.target else {
            return Ok(());
        };
        let mut watched = Watched::new(&mut output);
        let written = write_stored(archive, &mut watched);
        match (written, watched.has_failed()) {
            (Ok(()), _) => output.finish(),
            (Err(GraphError::Json(error)), true) => Err(output.failure(&error)),
            (Err(error), _) => Err(error.into()),
        }
    }

    /// Writes the graph and puts the file, or each file of the folder, in its place.
    pub(crate) fn write(self, graph: &RelationGraph) -> Result<(), Failure> {
        let Self {
            format,
            style,
            target,
        } = self;
        match target {
            Target::File(mut output) => {
                match stages::write_graph(graph, format, &style, &mut output) {
                    Ok(()) => output.finish(),
                    Err(WriteProblem::Output(error)) => Err(output.failure(&error)),
                    Err(WriteProblem::Picture(failure)) => Err(failure),
                }
            }
            Target::Folder(folder) => {
                for (name, text) in stages::tables_of(graph, format, &style) {
                    let mut output = Output::open(Some(&folder.join(name)))?;
                    match output.write_all(text.as_bytes()) {
                        Ok(()) => output.finish()?,
                        Err(error) => return Err(output.failure(&error)),
                    }
                }
                Ok(())
            }
        }
    }
}

/// The folder, made if it is not there.
fn open_folder(path: &Path) -> Result<PathBuf, Failure> {
    let cannot =
        |why: &str| Failure::new(format!("cannot write into \"{}\": {why}", path.display()));
    if path.exists() && !path.is_dir() {
        return Err(cannot("it is not a folder").hint("name a folder for the tables"));
    }
    fs::create_dir_all(path).map_err(|e| cannot(&reason(&e)))?;
    Ok(path.to_owned())
}

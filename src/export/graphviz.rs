//! Pictures by Graphviz: runs `dot` on our DOT, where it is installed.

use std::ffi::OsStr;
use std::io::{self, Read as _, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::dot;
use crate::diagram::{Choice, DiagramOptions, clean, heading, most_telling};
use crate::graph::RelationGraph;

/// `dot` may take so long; then it is stopped.
pub const TIME_LIMIT: Duration = Duration::from_mins(1);

/// What `dot` is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// SVG.
    Svg,
    /// PNG.
    Png,
}

impl Output {
    const fn argument(self) -> &'static str {
        match self {
            Self::Svg => "-Tsvg",
            Self::Png => "-Tpng",
        }
    }
}

/// Why there is no picture by Graphviz.
#[derive(Debug, thiserror::Error)]
pub enum GraphvizError {
    /// There is no `dot`.
    #[error("Graphviz is not installed: no program \"{0}\" was found")]
    NotInstalled(String),
    /// It took longer than it may.
    #[error("Graphviz did not finish within {} seconds", .0.as_secs())]
    TimedOut(Duration),
    /// It failed, saying this.
    #[error("Graphviz failed: {0}")]
    Failed(String),
    /// Its files cannot be written or read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl GraphvizError {
    /// What to do about it, where there is something.
    #[must_use]
    pub const fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NotInstalled(_) => Some(
                "install Graphviz (Debian: apt-get install graphviz), or leave the engine to interparl",
            ),
            Self::TimedOut(_) => Some("show fewer nodes, or leave the engine to interparl"),
            Self::Failed(_) | Self::Io(_) => None,
        }
    }
}

/// Draws a graph with the `dot` of the search path. Of the options, the engine does not matter.
///
/// # Errors
/// [`GraphvizError::NotInstalled`] where there is no `dot`, [`GraphvizError::TimedOut`] after [`TIME_LIMIT`],
/// [`GraphvizError::Failed`] where it ends with an error, [`GraphvizError::Io`] where its files cannot be used.
pub fn draw(
    graph: &RelationGraph,
    options: &DiagramOptions,
    output: Output,
) -> Result<Vec<u8>, GraphvizError> {
    let choice = most_telling(graph, options.max_nodes).unwrap_or_else(|_| Choice {
        graph: graph.clone(),
        of: graph.node_count(),
    });
    let heading = heading(&choice.graph, choice.of, options.title.as_deref()).limited(options);
    let text = dot::document(&choice.graph, &heading, options.quotes, options.theme);
    run(OsStr::new("dot"), &text, output, TIME_LIMIT)
}

/// Runs a program that takes the arguments of `dot`. Files stand between, so that no pipe can fill up.
///
/// # Errors
/// As [`draw`].
pub fn run(
    program: &OsStr,
    text: &str,
    output: Output,
    limit: Duration,
) -> Result<Vec<u8>, GraphvizError> {
    let mut input = tempfile::NamedTempFile::new()?;
    input.write_all(text.as_bytes())?;
    input.flush()?;
    let picture = tempfile::NamedTempFile::new()?;
    let mut complaints = tempfile::tempfile()?;
    let mut child = Command::new(program)
        .arg(output.argument())
        .arg("-o")
        .arg(picture.path())
        .arg(input.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(complaints.try_clone()?)
        .spawn()
        .map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound {
                GraphvizError::NotInstalled(program.to_string_lossy().into_owned())
            } else {
                GraphvizError::Io(error)
            }
        })?;
    let status = finished(&mut child, limit)?;
    if !status.success() {
        let mut said = Vec::new();
        io::Seek::rewind(&mut complaints)?;
        complaints.take(4096).read_to_end(&mut said)?;
        let said = clean(&String::from_utf8_lossy(&said));
        return Err(GraphvizError::Failed(if said.is_empty() {
            status.to_string()
        } else {
            said
        }));
    }
    Ok(std::fs::read(picture.path())?)
}

/// Waits for the end of a program and stops it after a while.
fn finished(child: &mut Child, limit: Duration) -> Result<ExitStatus, GraphvizError> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if started.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            return Err(GraphvizError::TimedOut(limit));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

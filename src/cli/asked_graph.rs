//! As much of a graph as a question needs: from an archive or the snapshot of a large file a part, else all of it.

use std::path::Path;

use clap::Args;
use interparl::archive_graph::{First, FromSnapshot, Question, SnapshotOf};
use interparl::graph::RelationGraph;
use interparl::query::{Excerpt, PathOptions, Stops};

use super::failure::Failure;
use super::terminal::Console;
use super::{archive, graph_file, naming};

/// Whether the snapshot of a large graph file may be used and kept.
#[derive(Debug, Args)]
pub(crate) struct SnapshotArgs {
    /// Neither use nor keep a snapshot beside a large graph file (GRAPH.snapshot), which makes the next question quick.
    #[arg(long)]
    no_snapshot: bool,
}

/// What was read for a question.
pub(crate) struct AskedGraph {
    /// The graph, or the part of it in which the question has the same answer.
    pub(crate) graph: RelationGraph,
    /// The stops of the paths that were asked for, where they come with the part.
    pub(crate) stops: Option<Vec<Stops>>,
    /// What is told of one node, where that is kept; the graph is empty then.
    pub(crate) excerpt: Option<Box<Excerpt>>,
    /// Where a snapshot is to be kept of what was read.
    new: Option<SnapshotOf>,
}

impl AskedGraph {
    /// Reads for a question about one node or two.
    pub(crate) fn load(
        path: &Path,
        question: &Question<'_>,
        args: &SnapshotArgs,
    ) -> Result<Self, Failure> {
        if archive::is_archive(path) {
            return archive::part_of_graph(path, question).map(Self::from);
        }
        Self::load_with(path, args, |snapshot| {
            snapshot.part(question).map(Self::from)
        })
    }

    /// Reads for the beginning of everything that is known of one node.
    pub(crate) fn load_first(
        path: &Path,
        name: &str,
        args: &SnapshotArgs,
    ) -> Result<Self, Failure> {
        if archive::is_archive(path) {
            return archive::first_of_graph(path, name).map(Self::from);
        }
        Self::load_with(path, args, |snapshot| snapshot.first(name).map(Self::from))
    }

    /// Reads for paths between two nodes: the paths themselves where they can be had, and a part that has what they pass.
    pub(crate) fn load_for_path(
        path: &Path,
        ends: (&str, &str),
        options: &PathOptions,
        args: &SnapshotArgs,
    ) -> Result<Self, Failure> {
        if !options.is_plain() {
            return graph_file::load(path).map(Self::from);
        }
        if archive::is_archive(path) {
            let (graph, stops) = archive::part_for_path(path, ends, options)?;
            return Ok(Self {
                stops,
                ..graph.into()
            });
        }
        Self::load_with(path, args, |snapshot| {
            let found = snapshot.path_part(ends, options);
            found.map(|(graph, stops)| Self {
                stops: Some(stops),
                ..graph.into()
            })
        })
    }

    fn load_with(
        path: &Path,
        args: &SnapshotArgs,
        ask: impl Fn(&SnapshotOf) -> FromSnapshot<Self>,
    ) -> Result<Self, Failure> {
        // Standard input is none, also where a file has its name.
        let may = !args.no_snapshot && path != Path::new("-");
        let mut new = SnapshotOf::file(path).filter(|_| may);
        match new.as_ref().map(ask) {
            Some(FromSnapshot::Part(part)) => return Ok(part),
            Some(FromSnapshot::Several(several)) => return Err(naming::one_of(&several)),
            Some(FromSnapshot::Whole) => new = None,
            Some(FromSnapshot::None) | None => {}
        }
        let graph = graph_file::load_json(path)?;
        Ok(Self {
            new,
            ..graph.into()
        })
    }

    /// Keeps a snapshot where one is wanted. To be called when the answer is told: nobody should wait for it longer than before.
    pub(crate) fn keep(&self, console: &Console) {
        if let Some(new) = &self.new
            && new.keep(&self.graph).is_ok()
        {
            let place = new.path().display();
            console.note(&format!(
                "kept a snapshot for the next question: {place} (--no-snapshot keeps none)"
            ));
        }
    }
}

impl From<First> for AskedGraph {
    fn from(first: First) -> Self {
        match first {
            First::All(graph) => graph.into(),
            First::Excerpt(excerpt) => Self {
                excerpt: Some(excerpt),
                ..RelationGraph::new().into()
            },
        }
    }
}

impl From<RelationGraph> for AskedGraph {
    fn from(graph: RelationGraph) -> Self {
        Self {
            graph,
            stops: None,
            excerpt: None,
            new: None,
        }
    }
}

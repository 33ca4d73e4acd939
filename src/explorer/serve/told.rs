//! What is told at one moment: a graph, and what is always written of it.

use std::io;
use std::sync::{Arc, PoisonError, RwLock};

use super::follow::Edition;
use super::reply::Content;
use crate::explorer::data::write_data;
use crate::explorer::view::MOST_DRAWN;
use crate::export::{ExportOptions, json};
use crate::graph::RelationGraph;
use crate::identity::JudgementFinding;

/// A graph as it is told. It never changes; where the archive does, another one takes its place.
#[derive(Debug)]
pub(super) struct Told {
    /// The graph.
    pub(super) graph: RelationGraph,
    /// What the page shows.
    pub(super) data: Content,
    /// The graph as JSON.
    pub(super) whole: Content,
    /// The state of the archive of which the graph was folded, or an earlier one; `None` where it is not known.
    pub(super) edition: Option<Edition>,
    /// The judgements of the archive that have no effect, as far as they are known.
    pub(super) findings: Vec<JudgementFinding>,
}

impl Told {
    /// Writes what is always the same of a graph.
    pub(super) fn new(
        graph: RelationGraph,
        export: ExportOptions,
        edition: Option<Edition>,
        findings: Vec<JudgementFinding>,
    ) -> io::Result<Self> {
        let graph = if export.quotes {
            graph
        } else {
            // Read back without the words, so that no answer can have them.
            let mut bytes = Vec::new();
            json::write(&graph, export, &mut bytes)?;
            json::read(&bytes).map_err(|e| io::Error::other(e.to_string()))?
        };
        let (mut data, mut whole) = (Vec::new(), Vec::new());
        write_data(&graph, export, MOST_DRAWN, &mut data)?;
        json::write(&graph, export, &mut whole)?;
        Ok(Self {
            graph,
            data: Content::new("application/json", data),
            whole: Content::new("application/json", whole),
            edition,
            findings,
        })
    }
}

/// The one that is told now. Whoever has begun to answer keeps the one that there was.
#[derive(Debug)]
pub(super) struct Now(RwLock<Arc<Told>>);

impl Now {
    pub(super) fn new(told: Told) -> Self {
        Self(RwLock::new(Arc::new(told)))
    }

    /// What is told now.
    pub(super) fn get(&self) -> Arc<Told> {
        // The lock is held for an assignment only, which leaves nothing half done.
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another one in its place.
    pub(super) fn set(&self, told: Told) {
        let told = Arc::new(told);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = told;
    }
}

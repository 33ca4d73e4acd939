//! From readings to a graph, with the judgements of people and what was decided on the way.

use interparl::claim::{Confidence, Reading};
use interparl::export::clusters;
use interparl::graph::RelationGraph;
use interparl::identity::{JudgementFinding, Judgements};

use super::failure::Failure;
use super::options::{FoldingArgs, SureArgs};
use super::output::Output;
use super::terminal::Console;
use super::{judge, stages};

/// So many judgements without effect are told one by one.
const TOLD: usize = 10;

/// How readings become a graph: all that can be wrong with the files is told when this is made.
pub(crate) struct Folding<'a> {
    sure: &'a SureArgs,
    judgements: Judgements,
    clusters: Option<Output>,
}

impl<'a> Folding<'a> {
    /// Reads the judgements and opens the file for the clusters.
    pub(crate) fn open(args: &'a FoldingArgs, console: &Console) -> Result<Self, Failure> {
        let judgements = judge::load(&args.judgements, console)?;
        let clusters = args.clusters.as_deref();
        Ok(Self {
            sure: &args.sure,
            judgements,
            clusters: clusters.map(|path| Output::open(Some(path))).transpose()?,
        })
    }

    /// How sure claims must be.
    pub(crate) fn least(&self) -> Confidence {
        Confidence::from_share(self.sure.min_confidence)
    }

    /// Takes more judgements, of an archive whose readings are folded.
    pub(crate) fn add(&mut self, judgements: &Judgements) {
        self.judgements.extend(judgements.iter().cloned());
    }

    /// The graph of readings. Judgements that have no effect are told.
    pub(crate) fn fold(
        self,
        readings: Vec<Reading>,
        console: &Console,
    ) -> Result<RelationGraph, Failure> {
        let folded = stages::fold_judged(readings, self.sure, &self.judgements);
        tell_findings(&folded.judged.findings, console);
        if let Some(mut output) = self.clusters {
            clusters::write(&folded, &mut output).map_err(|error| output.failure(&error))?;
            output.finish()?;
        }
        Ok(folded.graph)
    }

    /// The judgements alone.
    pub(crate) fn into_judgements(self) -> Judgements {
        self.judgements
    }

    /// The graph of one reading. Most judgements are of other articles, and that is not told.
    pub(crate) fn fold_one(&self, reading: Reading) -> RelationGraph {
        stages::fold_judged(vec![reading], self.sure, &self.judgements).graph
    }
}

/// Tells the judgements that have no effect.
pub(crate) fn tell_findings(findings: &[JudgementFinding], console: &Console) {
    for finding in findings.iter().take(TOLD) {
        console.note(&format!("note: {finding}"));
    }
    if findings.len() > TOLD {
        let more = findings.len() - TOLD;
        console.note(&format!("note: {more} more judgements have no effect"));
    }
}

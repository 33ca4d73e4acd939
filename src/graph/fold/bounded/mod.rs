//! The fold where memory does not hold the readings and the graph: the same graph, part by part, by way of sorted runs on disk.
//!
//! What is told of one document, meeting, node or edge is brought together by sorting, and is put together by the very
//! functions of the fold beside this one. `docs/scale.md` tells which stages hold what in memory.

mod claims;
mod lookup;
mod meetings;
mod nodes;
mod tenures;
mod told;

use std::io;

use self::claims::Sorted;
use self::lookup::Lookup;
use crate::claim::Reading;
use crate::graph::model::{Document, Edge, Meeting, Node, NodeMention};
use crate::identity::bounded::{self, Remembered, Versions};
use crate::identity::{FoldMemory, JudgementFinding, Judgements};
use crate::runs::{Key, Parts, Sorter};

/// So many sorters hold records at a time.
const SORTERS: usize = 8;

/// Takes the parts of a graph one by one: its documents, then its meetings, nodes and edges, each sort in the order in which a
/// [`super::RelationGraph`] has them.
pub trait GraphParts {
    /// Takes a document.
    ///
    /// # Errors
    /// Where it cannot be kept.
    fn document(&mut self, document: Document) -> io::Result<()>;

    /// Takes a meeting.
    ///
    /// # Errors
    /// Where it cannot be kept.
    fn meeting(&mut self, meeting: Meeting) -> io::Result<()>;

    /// Takes a node, and where it is mentioned.
    ///
    /// # Errors
    /// Where it cannot be kept.
    fn node(&mut self, node: Node, mentions: Vec<NodeMention>) -> io::Result<()>;

    /// Takes an edge with the ids of its ends.
    ///
    /// # Errors
    /// Where it cannot be kept.
    fn edge(&mut self, source: &str, target: &str, edge: Edge) -> io::Result<()>;
}

/// A fold of any number of readings whose words and whose graph never are in memory as a whole.
///
/// It gives what [`super::fold_judged`] gives, part by part.
///
/// ```
/// use interparl::claim::read_line;
/// use interparl::export::{ExportOptions, json};
/// use interparl::graph::{BoundedFold, fold};
/// use interparl::identity::Judgements;
///
/// let line = r#"{"schema":1,"document":{"id":"a","date":"2024-06-14","sha256":"00"},
///   "entities":[{"kind":"legislator","name":"Anna Lee","forms":[]},{"kind":"chamber","name":"Senate","row":"xx/senate","forms":[]}],
///   "claims":[{"predicate":"role","person":0,"office":"speaker","target":1,"title":"Speaker","confidence":0.9,"evidence":[]}]}"#;
/// let reading = read_line(line)?;
/// let mut fold_of_one = BoundedFold::new(1 << 20);
/// fold_of_one.add(&reading)?;
/// let mut bytes = Vec::new();
/// let mut parts = json::PartsWriter::new(&mut bytes, ExportOptions::default());
/// fold_of_one.finish(&Judgements::new(), &mut parts)?;
/// parts.finish()?;
///
/// let mut same = Vec::new();
/// json::write(&fold(vec![reading]), ExportOptions::default(), &mut same)?;
/// assert_eq!(bytes, same);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct BoundedFold {
    versions: Versions,
    memory: usize,
    remembered: Option<Remembered>,
}

impl BoundedFold {
    /// A fold of nothing yet, whose sorters keep about so many bytes in memory.
    #[must_use]
    pub const fn new(memory: usize) -> Self {
        Self {
            versions: Versions::new(memory / 2),
            memory,
            remembered: None,
        }
    }

    /// Remembers what a fold before has found out about names, and what this one finds, for [`BoundedFold::finish_remembering`]. The
    /// bytes are those of a [`FoldMemory`] of this program, or none; where they are others, nothing is remembered.
    #[must_use]
    pub fn remember(mut self, bytes: &[u8]) -> Self {
        self.remembered = Some(Remembered::of(bytes));
        self
    }

    /// Takes a reading. The order does not matter, nor do repeats.
    ///
    /// # Errors
    /// Where a temporary file cannot be made or does not take it.
    pub fn add(&mut self, reading: &Reading) -> io::Result<()> {
        self.versions.add(reading)
    }

    /// Gives the parts of the graph as people have corrected it, and tells the judgements without effect.
    ///
    /// Complexity: n log n in the number of mentions and claims, plus the pairs of people that met, on disk.
    ///
    /// # Errors
    /// Where temporary files cannot be written or read, and where `parts` does not take a part.
    pub fn finish(
        self,
        judgements: &Judgements,
        parts: &mut dyn GraphParts,
    ) -> io::Result<Vec<JudgementFinding>> {
        let (findings, _) = self.finish_remembering(judgements, parts)?;
        Ok(findings)
    }

    /// The same, with what the next fold can remember: the names that it finds as they were in this one it need not compare again.
    /// The parts are the same ones, whatever is remembered.
    ///
    /// # Errors
    /// As [`BoundedFold::finish`].
    pub fn finish_remembering(
        self,
        judgements: &Judgements,
        parts: &mut dyn GraphParts,
    ) -> io::Result<(Vec<JudgementFinding>, FoldMemory)> {
        let Self {
            versions,
            memory,
            mut remembered,
        } = self;
        let mut speaking = bounded::settle(versions, judgements, memory, &mut |source| {
            parts.document(Document {
                record: source.record,
                same_text: source.same_text,
            })
        })?;
        let findings = speaking.take_findings();
        let mut who = bounded::find_out(&mut speaking, memory, remembered.as_mut())?;
        let kept = remembered.map(Remembered::into_memory).unwrap_or_default();
        let gatherings = bounded::gather(&mut speaking, &mut who, memory)?;
        let share = memory / SORTERS;
        let (claims, mut gatherings) = claims::sort(&mut speaking, &who, gatherings, share)?;
        let Sorted {
            mentions,
            lives,
            roles,
            times,
            ties,
            meetings,
        } = claims;
        let facts = speaking.facts();
        let lookup = Lookup::new(who);
        let mut edges = Sorter::new(share);
        meetings::put(meetings, &mut gatherings, &lookup, facts, parts, &mut edges)?;
        nodes::put(mentions, lives, &lookup, facts, parts)?;
        tenures::put(roles, times, &lookup, facts, &mut edges)?;
        told::put_ties(ties, facts, &mut edges)?;
        let mut edges = edges.sorted()?;
        while let Some(record) = edges.take()? {
            let mut ends = Parts::of(&record.key);
            let ends = (ends.number(), ends.number());
            if let (Some(source), Some(target)) = ends {
                let edge: Edge = bounded::parse(&record.value)?;
                parts.edge(&lookup.id_of(source)?, &lookup.id_of(target)?, edge)?;
            }
        }
        Ok((findings, kept))
    }
}

/// Keeps an edge until all are there. The places of nodes have the order of their ids.
fn put_edge(edges: &mut Sorter, source: usize, target: usize, edge: &Edge) -> io::Result<()> {
    let key = Key::new().number(source).number(target).word(&edge.key());
    edges.push(&key.into_bytes(), &bounded::render(edge)?)
}

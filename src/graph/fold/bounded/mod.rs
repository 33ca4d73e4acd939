//! The fold where memory does not hold the readings and the graph: the same graph, part by part, by way of sorted runs on disk.
//!
//! What is told of one document, meeting, node or edge is brought together by sorting, and is put together by the very
//! functions of the fold beside this one. `docs/scale.md` tells which stages hold what in memory.

mod claims;
mod edges;
mod known;
mod lookup;
mod meetings;
mod nodes;
mod tenures;
mod told;

use std::io;

use self::claims::Sorted;
use self::edges::Edges;
use self::known::KnownRows;
use self::lookup::Lookup;
use crate::claim::Reading;
use crate::graph::model::{Document, Edge, Meeting, Node, NodeMention};
use crate::identity::bounded::{self, Remembered, Versions};
use crate::identity::{FoldMemory, JudgementFinding, Judgements, Source};

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

    /// Takes a meeting in its place that is as it was in the fold whose rows are remembered ([`BoundedFold::remember_rows`]); where
    /// none are, there is no such meeting.
    ///
    /// # Errors
    /// Where it cannot be kept, and where nothing is known of that fold.
    fn same_meeting(&mut self, _id: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Takes a node in its place that is as it was in that fold, and in how many places it is mentioned.
    ///
    /// # Errors
    /// As [`GraphParts::same_meeting`].
    fn same_node(&mut self, _node: Node, _mentions: usize) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Takes an edge in its place that is as it was in that fold. Here it lacks its evidence, and an office its title and terms.
    ///
    /// # Errors
    /// As [`GraphParts::same_meeting`].
    fn same_edge(&mut self, _source: &str, _target: &str, _edge: Edge) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
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
    known: Option<KnownRows>,
}

impl BoundedFold {
    /// A fold of nothing yet, whose sorters keep about so many bytes in memory.
    #[must_use]
    pub const fn new(memory: usize) -> Self {
        Self {
            versions: Versions::new(memory / 2),
            memory,
            remembered: None,
            known: None,
        }
    }

    /// Remembers what a fold before has found out about names, and what this one finds, for [`BoundedFold::finish_remembering`]. The
    /// bytes are those of a [`FoldMemory`] of this program, or none; where they are others, nothing is remembered.
    #[must_use]
    pub fn remember(mut self, bytes: &[u8]) -> Self {
        self.remembered = Some(Remembered::of(bytes));
        self
    }

    /// Remembers what the meetings, nodes and edges of a fold before were made of, and what those of this one are: what is made of the same
    /// as before is not made again, and comes as [`GraphParts::same_meeting`], [`GraphParts::same_node`] and [`GraphParts::same_edge`]. The bytes are the rows of a
    /// [`FoldMemory`] of this program, or none; where they are others, all is made.
    #[must_use]
    pub fn remember_rows(mut self, bytes: &[u8]) -> Self {
        self.known = Some(KnownRows::of(bytes));
        self
    }

    /// Takes a reading. The order does not matter, nor do repeats.
    ///
    /// # Errors
    /// Where a temporary file cannot be made or does not take it.
    pub fn add(&mut self, reading: &Reading) -> io::Result<()> {
        self.add_for_gist(reading).map(|_| ())
    }

    /// Takes a reading, and gives the gist of it: what a later fold takes in its place ([`BoundedFold::add_gist`]).
    ///
    /// # Errors
    /// As [`BoundedFold::add`].
    pub fn add_for_gist(&mut self, reading: &Reading) -> io::Result<Vec<u8>> {
        self.versions.add(reading)
    }

    /// Takes the gist of a reading, made by this program, in the place of the reading. Where something is made of it that no fold
    /// before has made, the reading is fetched by its number.
    ///
    /// # Errors
    /// As [`BoundedFold::add`], and where the bytes are no gist.
    pub fn add_gist(&mut self, number: i64, gist: &[u8]) -> io::Result<()> {
        self.versions.add_gist(number, gist)
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
        let nothing = &mut |_| Err(io::ErrorKind::NotFound.into());
        self.finish_fetching(judgements, parts, nothing)
    }

    /// The same where gists are among the readings; `fetch` gives the reading of a number, of which the gist was taken.
    ///
    /// # Errors
    /// As [`BoundedFold::finish`], and where a reading cannot be fetched.
    ///
    /// ```
    /// use interparl::claim::read_line;
    /// use interparl::export::{ExportOptions, json};
    /// use interparl::graph::{BoundedFold, fold};
    /// use interparl::identity::Judgements;
    ///
    /// let line = r#"{"schema":1,"document":{"id":"a","sha256":"00"},"claims":[],
    ///   "entities":[{"kind":"legislator","name":"Anna Lee","forms":[]}]}"#;
    /// let reading = read_line(line)?;
    /// let gist = BoundedFold::new(1 << 20).add_for_gist(&reading)?;
    /// let mut fold_of_gist = BoundedFold::new(1 << 20);
    /// fold_of_gist.add_gist(7, &gist)?;
    /// let mut bytes = Vec::new();
    /// let mut parts = json::PartsWriter::new(&mut bytes, ExportOptions::default());
    /// fold_of_gist.finish_fetching(&Judgements::new(), &mut parts, &mut |_| Ok(reading.clone()))?;
    /// parts.finish()?;
    ///
    /// let mut same = Vec::new();
    /// json::write(&fold(vec![reading]), ExportOptions::default(), &mut same)?;
    /// assert_eq!(bytes, same);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn finish_fetching(
        self,
        judgements: &Judgements,
        parts: &mut dyn GraphParts,
        fetch: &mut dyn FnMut(i64) -> io::Result<Reading>,
    ) -> io::Result<(Vec<JudgementFinding>, FoldMemory)> {
        let Self {
            versions,
            memory,
            mut remembered,
            known,
        } = self;
        let mut show = |source: Source| {
            parts.document(Document {
                record: source.record,
                same_text: source.same_text,
            })
        };
        let mut speaking = bounded::settle((versions, fetch), judgements, memory, &mut show)?;
        let findings = speaking.take_findings();
        let mut who = bounded::find_out(&mut speaking, memory, remembered.as_mut())?;
        let mut kept = remembered.map(Remembered::into_memory).unwrap_or_default();
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
        let (facts, claims) = speaking.into_facts_and_claims();
        let facts = &facts;
        let lookup = Lookup::new(who, claims);
        let mut edges = Edges::new(share, known);
        meetings::put(meetings, &mut gatherings, &lookup, facts, parts, &mut edges)?;
        nodes::put((mentions, lives), &lookup, facts, parts, &mut edges.known)?;
        tenures::put(roles, times, &lookup, facts, &mut edges)?;
        told::put_ties(ties, &lookup, facts, &mut edges)?;
        if let Some(known) = edges.give(&lookup, parts)? {
            (kept.rows, kept.made) = known.into_kept();
        }
        Ok((findings, kept))
    }
}

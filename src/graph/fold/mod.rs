//! The fold: from a set of readings to the graph.
//!
//! The graph is a function of the *set* of readings and the set of judgements: their order, their batches and their repeats leave no trace.
//! Nothing is in the graph that no reading mentions. The fold cannot fail: a claim that makes no sense (a state that
//! visits a person) makes no edge.

mod bounded;
mod meetings;
mod nodes;
mod offices;
mod support;
mod terms;
mod ties;

pub use self::bounded::{BoundedFold, GraphParts};
use self::support::Witnesses;
use super::model::Document;
use super::relation_graph::RelationGraph;
use crate::claim::Reading;
use crate::identity::{
    Gathering, Identities, Judged, Judgements, gather, judge, resolve_judged, settle,
};

/// Folds readings into the graph.
///
/// In come readings in any order, repeated or not; out comes the graph of all of them, with its documents and meetings.
///
/// - Two readings of one document are two versions of it, and the last one speaks; documents of one text are one source.
/// - A role claim shows its office held on the document's day. A claim of a former office makes no edge and parts the
///   spells of one that is there. Who is shown in an office that one person holds at a time bounds the terms of those
///   before and after.
/// - Held meetings are projected: `met` across the sides of calls and bilateral meetings, and of sessions and
///   conferences of exactly two sides, but not among more than 40 people; `attended` where there is a body.
/// - The confidence of an edge is that of its independent sources together ([`crate::claim::Confidence::together`]).
///
/// ```
/// use interparl::{claim::read_line, graph::fold};
/// let line = r#"{"schema":1,"document":{"id":"a","date":"2024-06-14","sha256":"00"},
///   "entities":[{"kind":"legislator","name":"Anna Lee","forms":[]},{"kind":"chamber","name":"Senate","row":"xx/senate","forms":[]}],
///   "claims":[{"predicate":"role","person":0,"office":"speaker","target":1,"title":"Speaker","confidence":0.9,"evidence":[]}]}"#;
/// let graph = fold(vec![read_line(line)?]);
/// assert!(graph.find("person/anna-lee").is_some());
/// assert_eq!(graph.edges().len(), 1);
/// # Ok::<(), interparl::claim::LineError>(())
/// ```
///
/// Complexity: n log n in the number of mentions and claims, plus the pairs of people that met.
#[must_use]
pub fn fold(readings: Vec<Reading>) -> RelationGraph {
    fold_judged(readings, &Judgements::new()).graph
}

/// A graph, and what it is made of.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// The graph.
    pub graph: RelationGraph,
    /// The readings that speak, as judgements leave them, and the judgements without effect.
    pub judged: Judged,
    /// Who is who in them.
    pub identities: Identities,
    /// The meetings that they tell.
    pub gatherings: Vec<Gathering>,
}

/// Folds readings into the graph, as people have corrected them.
///
/// The graph is a function of the set of readings and the set of judgements. Beside what [`fold`] promises:
///
/// - A claim that is judged wrong is not there; that another article claims the same is another claim.
/// - An added fact is there with evidence of its own, [`crate::graph::Evidence::Judgement`], and as sure as a row of a table.
/// - `same` and `different` join and part people and bodies; see [`crate::identity::judge`].
///
/// Complexity: as [`fold`], n log n in the number of judgements, and for each `different` a walk along the chains of `same` at
/// its two mentions; a team of mentions that it parts is looked at a few times more, see [`crate::identity::resolve_judged`].
#[must_use]
pub fn fold_judged(readings: Vec<Reading>, judgements: &Judgements) -> Folded {
    let settled = settle(readings);
    let judged = judge(settled.speaking, judgements);
    let identities = resolve_judged(&judged.readings, &judged.guide);
    let gatherings = gather(&judged.readings, &identities);

    let mut graph = RelationGraph::new();
    for source in settled.documents {
        graph.put_document(Document {
            record: source.record,
            same_text: source.same_text,
        });
    }
    let witnesses = Witnesses::new(
        &judged.readings,
        &settled.sources,
        &identities,
        &judged.facts,
    );
    let nodes = nodes::put(&mut graph, &witnesses);
    offices::put(&mut graph, &witnesses, &nodes);
    ties::put(&mut graph, &witnesses, &nodes);
    meetings::put(&mut graph, &witnesses, &nodes, &gatherings);
    Folded {
        graph,
        judged,
        identities,
        gatherings,
    }
}

//! Edges whose ends are there and are of kinds that fit.

use std::collections::BTreeMap;

use super::problem::{NO_NODE, Problem};
use super::row::Row;
use super::value::word;
use crate::claim::Entity;
use crate::ontology::{EdgeKind, NodeKind};

/// An edge with its ends.
#[derive(Debug)]
pub(super) struct Tied<'r> {
    pub(super) row: &'r Row,
    pub(super) kind: EdgeKind,
    pub(super) source: &'r str,
    pub(super) target: &'r str,
}

impl<'r> Tied<'r> {
    /// The edge of a row.
    ///
    /// # Errors
    /// Where an end or the kind is missing, where an end is no node, and where the edge cannot be between nodes of their
    /// kinds: the fold would pass over it.
    pub(super) fn of(row: &'r Row, entities: &BTreeMap<String, Entity>) -> Result<Self, Problem> {
        let (source, target) = (row.need("source")?, row.need("target")?);
        let kind = word(row, "kind", EdgeKind::ALL, EdgeKind::as_str)?;
        let (from, to) = (kind_of(entities, source)?, kind_of(entities, target)?);
        let fits = match kind {
            EdgeKind::Role => from.is_person() && !to.is_person(),
            EdgeKind::Met => from.is_person() && to.is_person(),
            EdgeKind::Attended => from.is_person() && to.is_body(),
            EdgeKind::Visited => from.is_person() && to == NodeKind::State,
            EdgeKind::PartOf | EdgeKind::Links => from.is_body() && !to.is_person(),
        };
        if !fits {
            let why =
                format!("\"{kind}\" cannot lead from \"{source}\" ({from}) to \"{target}\" ({to})");
            return Err(Problem::new(why).hint(of_what(kind)));
        }
        if source == target {
            let why = format!("\"{kind}\" leads from \"{source}\" to itself");
            return Err(Problem::new(why).hint("an edge has two ends"));
        }
        Ok(Self {
            row,
            kind,
            source,
            target,
        })
    }
}

/// The kind of a node.
///
/// # Errors
/// Where there is none of this id.
pub(super) fn kind_of(entities: &BTreeMap<String, Entity>, id: &str) -> Result<NodeKind, Problem> {
    let entity = entities.get(id);
    entity.map(|e| e.kind).ok_or_else(|| {
        Problem::new(format!("{NO_NODE}\"{id}\""))
            .hint("each id must be that of a node of the same file or folder")
    })
}

/// Between what an edge may be.
const fn of_what(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Role => "a person has a role in a body or for a state",
        EdgeKind::Met => "two people meet",
        EdgeKind::Attended => "a person attends what a body holds",
        EdgeKind::Visited => "a person visits a state",
        EdgeKind::PartOf => "a body is part of a body or a state",
        EdgeKind::Links => "a body links bodies or states",
    }
}

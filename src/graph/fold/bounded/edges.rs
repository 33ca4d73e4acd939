//! Edges on their way to their places among all: new ones, and those that are as they were.

use std::io;

use super::GraphParts;
use super::known::{Before, KnownRows, MadeOf};
use super::lookup::Lookup;
use crate::claim::Confidence;
use crate::graph::model::Edge;
use crate::runs::{Key, Parts, Sorter, parse, render};

/// Edges until all are there, and what is known of rows.
pub(super) struct Edges {
    sorter: Sorter,
    /// What the rows of the fold before are made of, where somebody remembers.
    pub(super) known: Option<KnownRows>,
}

impl Edges {
    /// None yet.
    pub(super) const fn new(memory: usize, known: Option<KnownRows>) -> Self {
        Self {
            sorter: Sorter::new(memory),
            known,
        }
    }

    /// Takes an edge. Of one that is as it was before, all but the reasons and what is written of an office.
    ///
    /// The places of nodes have the order of their ids.
    pub(super) fn put(
        &mut self,
        (source, target): (usize, usize),
        edge: &Edge,
        is_same: bool,
    ) -> io::Result<()> {
        let key = Key::new().number(source).number(target).word(&edge.key());
        self.sorter
            .push(&key.into_bytes(), &render(&(is_same, edge))?)
    }

    /// Takes an edge that is made of what `made_of` says: the one that `bare` gives where it was made of the same before, else the one
    /// that `make` makes, if it makes one.
    pub(super) fn put_known(
        &mut self,
        ends: (usize, usize),
        made_of: impl FnOnce() -> io::Result<MadeOf>,
        bare: impl FnOnce(Confidence) -> Edge,
        make: impl FnOnce() -> io::Result<Option<Edge>>,
    ) -> io::Result<()> {
        let of = match &mut self.known {
            None => None,
            Some(known) => {
                let of = made_of()?;
                match known.before(&of) {
                    Some(Before::None) => return Ok(()),
                    Some(Before::Row(sure)) => return self.put(ends, &bare(sure), true),
                    None => Some(of),
                }
            }
        };
        let edge = make()?;
        if let (Some(known), Some(of)) = (&mut self.known, of) {
            known.put(&of, edge.as_ref().map(|edge| edge.confidence));
        }
        edge.map_or(Ok(()), |edge| self.put(ends, &edge, false))
    }

    /// Gives all edges in their order, and what is known of rows.
    pub(super) fn give(
        self,
        lookup: &Lookup<'_>,
        parts: &mut dyn GraphParts,
    ) -> io::Result<Option<KnownRows>> {
        let mut edges = self.sorter.sorted()?;
        while let Some(record) = edges.take()? {
            let mut ends = Parts::of(&record.key);
            let ends = (ends.number(), ends.number());
            if let (Some(source), Some(target)) = ends {
                let (is_same, edge): (bool, Edge) = parse(&record.value)?;
                let (source, target) = (lookup.id_of(source)?, lookup.id_of(target)?);
                if is_same {
                    parts.same_edge(&source, &target, edge)?;
                } else {
                    parts.edge(&source, &target, edge)?;
                }
            }
        }
        Ok(self.known)
    }
}

//! The articles that bear out what a picture shows, as its first line counts them.
//!
//! A graph has articles that say nothing of what one view shows of it, or only of what was left out; these are not counted.

use std::collections::BTreeSet;

use super::phrase::counted;
use crate::graph::{Evidence, RelationGraph, Spell, Tie};
use crate::query::Proof;

/// The articles behind a picture.
pub(crate) struct Backing<'g> {
    graph: &'g RelationGraph,
    documents: BTreeSet<String>,
}

impl<'g> Backing<'g> {
    pub(crate) const fn new(graph: &'g RelationGraph) -> Self {
        Self {
            graph,
            documents: BTreeSet::new(),
        }
    }

    /// The articles of everything that a graph shows as people and bodies with lines between them.
    pub(crate) fn of_all(graph: &'g RelationGraph) -> Self {
        let mut backing = Self::new(graph);
        for at in graph.edges() {
            backing.tie(&at.edge.tie, &at.edge.evidence);
        }
        for (_, node) in graph.nodes() {
            for life in &node.life {
                backing.evidence(&life.evidence);
            }
        }
        backing
    }

    /// Adds articles by their ids.
    pub(crate) fn documents<'d>(&mut self, ids: impl IntoIterator<Item = &'d str>) {
        self.documents.extend(ids.into_iter().map(str::to_owned));
    }

    /// Adds the articles of some evidence.
    pub(crate) fn evidence(&mut self, evidence: &[Evidence]) {
        self.documents(evidence.iter().filter_map(document));
    }

    /// Adds the articles of some proofs.
    pub(crate) fn proofs<'p>(&mut self, proofs: impl IntoIterator<Item = &'p Proof>) {
        self.documents(proofs.into_iter().filter_map(|proof| match proof {
            Proof::Words { document, .. } => Some(document.as_str()),
            Proof::Table { .. } | Proof::Judgement { .. } => None,
        }));
    }

    /// Adds the articles of a tie, and of an office those of the terms that the graph has of it.
    pub(crate) fn tie(&mut self, tie: &Tie, evidence: &[Evidence]) {
        match tie {
            Tie::Role { spells, .. } if !spells.is_empty() => {
                for spell in spells {
                    self.term(spell, evidence);
                }
            }
            _ => self.evidence(evidence),
        }
    }

    /// Adds the articles of a term: of an office that somebody held twice each article shows one of the terms. Where none
    /// is of the days of the term, one told of it later or before, and nobody knows which.
    pub(crate) fn term(&mut self, spell: &Spell, evidence: &[Evidence]) {
        let is_of = |id: &&str| {
            let day = self.graph.document(id).and_then(|d| d.record.date);
            day.is_none_or(|day| {
                spell.first_seen.is_none_or(|first| first <= day)
                    && spell.last_seen.is_none_or(|last| day <= last)
            })
        };
        let all: Vec<&str> = evidence.iter().filter_map(document).collect();
        let own: Vec<&str> = all.iter().copied().filter(is_of).collect();
        self.documents(if own.is_empty() { all } else { own });
    }

    /// From how many articles of which time.
    pub(crate) fn told(&self) -> String {
        let documents = self.documents.iter();
        let known = documents.filter_map(|id| self.graph.document(id));
        let (mut number, mut dates) = (0, Vec::new());
        for document in known {
            number += 1;
            dates.extend(document.record.date);
        }
        dates.sort_unstable();
        let articles = counted(number, "article", "articles");
        match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first == last => format!("From {articles} of {first}"),
            (Some(first), Some(last)) => format!("From {articles}, {first} to {last}"),
            _ => format!("From {articles}"),
        }
    }
}

fn document(evidence: &Evidence) -> Option<&str> {
    match evidence {
        Evidence::Words { document, .. } => Some(document),
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    }
}

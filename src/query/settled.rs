//! Which pairs of nodes people have judged already.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{NodeRef, RelationGraph};
use crate::identity::{Judgements, MentionRef, Opinion, Sets};

/// What judgements say of the nodes of a graph: which are one, and which are not.
///
/// A graph may be older than a judgement, so that two of its nodes are judged one and still are two.
#[derive(Debug, Clone, Default)]
pub struct SettledPairs {
    like: Sets<NodeRef>,
    /// Nodes that are not one, by the least of their like.
    apart: BTreeSet<(NodeRef, NodeRef)>,
}

/// What people say of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairVerdict {
    /// They are one.
    Same,
    /// They are two.
    Different,
}

impl SettledPairs {
    /// Reads the judgements that count. Those that point at no node of the graph say nothing here.
    ///
    /// Complexity: n log n in the mentions of the graph and the judgements.
    #[must_use]
    pub fn new(graph: &RelationGraph, judgements: &Judgements) -> Self {
        let mut settled = Self::default();
        if judgements.is_empty() {
            return settled;
        }
        let places = Places::new(graph);
        let in_force = judgements.in_force();
        for judgement in in_force.values() {
            if let Opinion::Same(a, b) = &judgement.says
                && let (Some(one), Some(other)) = (places.node(a), places.node(b))
            {
                settled.join(one, other);
            }
        }
        for judgement in in_force.values() {
            if let Opinion::Different(a, b) = &judgement.says
                && let (Some(one), Some(other)) = (places.node(a), places.node(b))
            {
                settled.part(one, other);
            }
        }
        settled
    }

    /// Notes what somebody says now.
    pub fn note(&mut self, one: NodeRef, other: NodeRef, verdict: PairVerdict) {
        match verdict {
            PairVerdict::Same => self.join(one, other),
            PairVerdict::Different => self.part(one, other),
        }
    }

    /// What people say of two nodes, also by what follows: whoever is one with somebody is told apart from whomever that one is.
    #[must_use]
    pub fn verdict(&self, one: NodeRef, other: NodeRef) -> Option<PairVerdict> {
        let (one, other) = (self.like.least(one), self.like.least(other));
        if self.apart.contains(&(one.min(other), one.max(other))) {
            Some(PairVerdict::Different)
        } else if one == other {
            Some(PairVerdict::Same)
        } else {
            None
        }
    }

    fn join(&mut self, one: NodeRef, other: NodeRef) {
        let (one, other) = (self.like.least(one), self.like.least(other));
        if one == other {
            return;
        }
        self.like.join(one, other);
        for (one, other) in std::mem::take(&mut self.apart) {
            self.part(one, other);
        }
    }

    fn part(&mut self, one: NodeRef, other: NodeRef) {
        let (one, other) = (self.like.least(one), self.like.least(other));
        self.apart.insert((one.min(other), one.max(other)));
    }
}

/// A mention of a node: first code point, code point after the last, the node.
type Place = (usize, usize, NodeRef);

/// The mentions of a graph by the hashes of their texts.
struct Places<'g> {
    by_text: BTreeMap<&'g str, Vec<Place>>,
}

impl<'g> Places<'g> {
    fn new(graph: &'g RelationGraph) -> Self {
        let mut by_text: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for (node, _) in graph.nodes() {
            for mention in graph.mentions(node) {
                if let Some(document) = graph.document(&mention.document) {
                    let places = by_text.entry(document.record.sha256.as_str()).or_default();
                    places.push((mention.start, mention.end, node));
                }
            }
        }
        Self { by_text }
    }

    /// The node that is mentioned where a judgement points, by the words that both have.
    fn node(&self, at: &MentionRef) -> Option<NodeRef> {
        let places = self.by_text.get(at.sha256.as_str())?;
        let both = |(start, end, _): &Place| {
            let end = at.end.min(*end);
            end.saturating_sub(at.start.max(*start))
        };
        let best = places.iter().max_by_key(|place| (both(place), place.2))?;
        (both(best) > 0).then_some(best.2)
    }
}

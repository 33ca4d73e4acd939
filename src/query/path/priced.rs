//! Kept ways as a network: what their steps cost to a question.

use super::search::{Hop, Network};
use super::ways::{WayBytes, Ways, place};
use super::weights::PathWeights;

/// Ways with what their steps cost.
pub(super) struct Priced<'w, B> {
    pub(super) ways: &'w Ways<B>,
    pub(super) weights: &'w PathWeights,
}

impl<B: WayBytes> Network for Priced<'_, B> {
    fn nodes(&self) -> usize {
        self.ways.nodes()
    }

    fn hops(&self, node: usize) -> impl Iterator<Item = Hop> {
        let mut ways = self.ways.near(node).peekable();
        std::iter::from_fn(move || {
            let first = ways.next()?;
            let mut cost = self.weights.price(first.sort, first.sure);
            // Of several ways between two the cheapest counts.
            while let Some(other) = ways.next_if(|next| next.to == first.to) {
                cost = cost.min(self.weights.price(other.sort, other.sure));
            }
            Some(Hop {
                to: place(first.to),
                cost,
                leads_on: first.leads_on,
                is_free: first.is_person,
            })
        })
    }

    fn degree(&self, node: usize) -> usize {
        let ends = self.ways.ends(node);
        ends.map_or(0, |(begin, end)| end.saturating_sub(begin))
    }

    fn passing(&self, node: usize) -> u64 {
        let kind = self.ways.kind(node);
        kind.map_or(0, |(kind, crowd)| self.weights.passing_crowd(kind, crowd))
    }
}

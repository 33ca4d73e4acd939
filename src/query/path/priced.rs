//! Kept ways as a network: what their steps cost to a question, each worked out once.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::search::{Hop, Network};
use super::way::Way;
use super::ways::{WayBytes, Ways, place};
use super::weights::PathWeights;

/// Ways with what their steps cost.
pub(super) struct Priced<'w, B> {
    ways: &'w Ways<B>,
    weights: &'w PathWeights,
    /// The steps from the nodes that were asked for: each search for one more route comes to the same ones.
    known: RefCell<FxHashMap<usize, Rc<[Hop]>>>,
}

impl<'w, B: WayBytes> Priced<'w, B> {
    pub(super) fn of(ways: &'w Ways<B>, weights: &'w PathWeights) -> Self {
        Self {
            ways,
            weights,
            known: RefCell::default(),
        }
    }

    fn hops_of(&self, node: usize) -> Rc<[Hop]> {
        if let Some(known) = self.known.borrow().get(&node) {
            return Rc::clone(known);
        }
        let price = |way: Way| self.weights.price(way.sort, way.sure);
        let mut hops: Vec<Hop> = Vec::new();
        for way in self.ways.near(node) {
            let to = place(way.to);
            match hops.last_mut().filter(|last| last.to == to) {
                // Of several ways between two the cheapest counts.
                Some(last) => last.cost = last.cost.min(price(way)),
                None => hops.push(Hop {
                    to,
                    cost: price(way),
                    leads_on: way.leads_on,
                    is_free: way.is_person,
                }),
            }
        }
        let hops: Rc<[Hop]> = hops.into();
        self.known.borrow_mut().insert(node, Rc::clone(&hops));
        hops
    }
}

impl<B: WayBytes> Network for Priced<'_, B> {
    fn nodes(&self) -> usize {
        self.ways.nodes()
    }

    fn hops(&self, node: usize) -> impl Iterator<Item = Hop> {
        let hops = self.hops_of(node);
        (0..hops.len()).filter_map(move |at| hops.get(at).copied())
    }

    fn degree(&self, node: usize) -> usize {
        if let Some(known) = self.known.borrow().get(&node) {
            return known.len();
        }
        let ends = self.ways.ends(node);
        ends.map_or(0, |(begin, end)| end.saturating_sub(begin))
    }

    fn passing(&self, node: usize) -> u64 {
        let kind = self.ways.kind(node);
        kind.map_or(0, |(kind, crowd)| self.weights.passing_crowd(kind, crowd))
    }
}

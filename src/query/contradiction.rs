//! Where more people are shown in an office at a time than can hold it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::answer::Brief;
use super::offices::Held;
use crate::graph::{NodeRef, RelationGraph, are_two, is_sure};
use crate::identity::PersonName;
use crate::lexicon::Lexicon;
use crate::ontology::Office;

/// More than one person in an office that one person holds at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// From this day on both are shown in it.
    pub from: Date,
    /// To this day.
    pub to: Date,
    /// Who, by name.
    pub people: Vec<Brief>,
}

/// The times in which two people are shown in an office that one person holds at a time, by the rule that bounds terms: each
/// surely, and by names that are surely of two. The graph keeps how sure the whole edge is, not each of its claims.
pub(super) fn contradictions(
    graph: &RelationGraph,
    office: Office,
    all: &[Held<'_>],
) -> Vec<Contradiction> {
    let mut found = Vec::new();
    if !office.has_one_holder() {
        return found;
    }
    let sure: Vec<&Held<'_>> = all
        .iter()
        .filter(|held| is_sure(held.edge.confidence))
        .collect();
    let mut names = Names::new(graph);
    for (at, one) in sure.iter().enumerate() {
        for other in sure.iter().skip(at + 1) {
            let days = (
                one.spell.last_seen,
                other.spell.first_seen,
                other.spell.last_seen,
            );
            let (Some(end), Some(from), Some(last)) = days else {
                continue;
            };
            if from > end {
                break;
            }
            if one.holder != other.holder && names.are_two(one.holder, other.holder) {
                let mut people = vec![Brief::of(graph, one.holder), Brief::of(graph, other.holder)];
                people.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
                let to = end.min(last);
                found.push(Contradiction { from, to, people });
            }
        }
    }
    found
}

/// The names of people, taken apart once each.
struct Names<'g> {
    graph: &'g RelationGraph,
    known: BTreeMap<NodeRef, PersonName>,
}

impl<'g> Names<'g> {
    const fn new(graph: &'g RelationGraph) -> Self {
        Self {
            graph,
            known: BTreeMap::new(),
        }
    }

    fn are_two(&mut self, one: NodeRef, other: NodeRef) -> bool {
        for holder in [one, other] {
            let name = self
                .graph
                .node(holder)
                .map_or("", |node| node.name.as_str());
            let apart = || PersonName::new(name, Lexicon::builtin());
            self.known.entry(holder).or_insert_with(apart);
        }
        let names = self.known.get(&one).zip(self.known.get(&other));
        names.is_some_and(|(one, other)| are_two(one, other))
    }
}

//! Role edges, and the spells in which articles show an office held.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::nodes::Nodes;
use super::support::{Support, Witnesses};
use crate::claim::Assertion;
use crate::graph::model::{Edge, Spell, Tie};
use crate::graph::relation_graph::RelationGraph;
use crate::identity::clean;
use crate::ontology::{NodeKind, Office};

/// What articles tell of one person in one office of one body.
#[derive(Default)]
struct Tenure {
    support: Support,
    /// The articles that write a title so.
    titles: BTreeMap<String, BTreeSet<usize>>,
    seen: BTreeSet<Date>,
    over: BTreeSet<Date>,
}

/// Puts the role edges in.
pub(super) fn put(graph: &mut RelationGraph, witnesses: &Witnesses<'_>, nodes: &Nodes) {
    let mut tenures: BTreeMap<(usize, usize, Office), Tenure> = BTreeMap::new();
    for witness in witnesses.all() {
        let Assertion::Role {
            person,
            office,
            target,
            title,
            former,
        } = &witness.claim.assertion
        else {
            continue;
        };
        let person = witnesses.cluster(witness, *person, NodeKind::is_person);
        let target = witnesses.cluster(witness, *target, |kind| !kind.is_person());
        let (Some(person), Some(target)) = (person, target) else {
            continue;
        };
        let tenure = tenures.entry((person, target, *office)).or_default();
        let day = witness.reading.document.date;
        if *former {
            tenure.over.extend(day);
        } else {
            tenure.support.add(witness);
            tenure.seen.extend(day);
            let articles = tenure.titles.entry(clean(title)).or_default();
            articles.insert(witness.place);
        }
    }
    for ((person, target, office), tenure) in tenures {
        // Who is only said to have held an office earlier has no title here, and no edge.
        let Some(title) = usual_title(&tenure.titles) else {
            continue;
        };
        if let (Some(source), Some(target)) = (nodes.at(person), nodes.at(target)) {
            let edge = Edge {
                confidence: tenure.support.confidence(),
                evidence: tenure.support.into_evidence(),
                tie: Tie::Role {
                    office,
                    title,
                    spells: spells(&tenure.seen, &tenure.over),
                },
            };
            // Keys are unique here: one person, one target, one office.
            graph.put_edge(source, target, edge);
        }
    }
}

/// The title that most articles write; among equals the longer, then the last by letters, which has fewer capitals.
fn usual_title(titles: &BTreeMap<String, BTreeSet<usize>>) -> Option<String> {
    titles
        .iter()
        .max_by_key(|(title, articles)| (articles.len(), title.chars().count(), *title))
        .map(|(title, _)| title.clone())
}

/// The terms that articles show: seen on these days, said to be over on those. A day on which it is said to be over
/// ends what was seen up to that day and bounds what is seen after it.
fn spells(seen: &BTreeSet<Date>, over: &BTreeSet<Date>) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    for day in seen {
        let ended_before = over.range(..*day).next_back().copied();
        match spells.last_mut() {
            Some(spell) if spell.not_before == ended_before => spell.last_seen = Some(*day),
            _ => spells.push(Spell {
                not_before: ended_before,
                first_seen: Some(*day),
                last_seen: Some(*day),
                not_after: over.range(*day..).next().copied(),
            }),
        }
    }
    if spells.is_empty() {
        // Seen, but by articles without a date; then nothing is known of when.
        spells.push(Spell::default());
    }
    spells
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(years: &[i16]) -> BTreeSet<Date> {
        years.iter().map(|year| date(*year, 1, 1)).collect()
    }

    #[test]
    fn an_office_is_held_from_the_first_to_the_last_article() {
        let spell = Spell {
            first_seen: Some(date(2020, 1, 1)),
            last_seen: Some(date(2024, 1, 1)),
            ..Spell::default()
        };
        assert_eq!(spells(&days(&[2022, 2020, 2024]), &days(&[])), [spell]);
        assert_eq!(spells(&days(&[]), &days(&[2021])), [Spell::default()]);
    }

    #[test]
    fn an_office_that_was_over_in_between_has_two_spells() {
        let first = Spell {
            not_before: None,
            first_seen: Some(date(2018, 1, 1)),
            last_seen: Some(date(2020, 1, 1)),
            not_after: Some(date(2021, 1, 1)),
        };
        let second = Spell {
            not_before: Some(date(2022, 1, 1)),
            first_seen: Some(date(2024, 1, 1)),
            last_seen: Some(date(2024, 1, 1)),
            not_after: None,
        };
        assert_eq!(
            spells(&days(&[2018, 2020, 2024]), &days(&[2021, 2022])),
            [first, second]
        );
    }
}

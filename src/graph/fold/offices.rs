//! Role edges, and the spells in which articles show an office held.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::nodes::Nodes;
use super::support::{Support, Witnesses};
use super::terms::{Days, Others};
use crate::claim::{Assertion, Term};
use crate::graph::model::{Edge, Spell, Tie};
use crate::graph::relation_graph::RelationGraph;
use crate::graph::rivals::{are_two, is_sure};
use crate::identity::{PersonName, clean};
use crate::lexicon::Lexicon;
use crate::ontology::{NodeKind, Office};
use crate::text::PartialDate;

/// What articles tell of one person in one office of one body.
#[derive(Default)]
struct Tenure {
    support: Support,
    /// The articles that write a title so.
    titles: BTreeMap<String, BTreeSet<usize>>,
    days: Days,
    /// The days on which an article shows the office held that is sure of it.
    surely_seen: BTreeSet<Date>,
}

impl Tenure {
    /// Adds what an article of a day says of the time of the office, and that it is over where it says so.
    fn tell(&mut self, day: Option<Date>, (term, former): (Term, bool), sure: bool) {
        let held = if former { None } else { day };
        let told = [
            term.since.map(PartialDate::last_day),
            // Who left an office on a day had it until then.
            term.until.map(PartialDate::first_day),
        ];
        let within = told.into_iter().flatten();
        let within = within.filter(|told| day.is_none_or(|day| *told <= day));
        let shown: Vec<Date> = within.chain(held).collect();
        if sure {
            self.surely_seen.extend(&shown);
        }
        self.days.seen.extend(shown);
        self.days
            .begun
            .extend(term.since.map(PartialDate::first_day));
        if term.newly {
            self.days.anew.extend(day.and_then(year_before));
        }
        let left = term.until.map(PartialDate::last_day);
        self.days.over.extend(left.or(day.filter(|_| former)));
    }
}

/// The day from which on an office was taken that is new on a day. Nobody is called newly elected for longer than a year.
fn year_before(day: Date) -> Option<Date> {
    day.checked_sub(1.year()).ok()
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
            term,
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
        let sure = is_sure(witness.claim.confidence);
        tenure.tell(witness.reading.document.date, (*term, *former), sure);
        if !*former {
            tenure.support.add(witness);
            let articles = tenure.titles.entry(clean(title)).or_default();
            articles.insert(witness.place);
        }
    }
    let holders = Holders::new(witnesses, &tenures);
    for (post @ (person, target, office), tenure) in tenures {
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
                    spells: holders.spells(post, &tenure.days),
                },
            };
            // Keys are unique here: one person, one target, one office.
            graph.put_edge(source, target, edge);
        }
    }
}

/// Who is surely shown on which days in the offices that one person holds at a time.
struct Holders {
    by_post: BTreeMap<(usize, Office), BTreeMap<Date, BTreeSet<usize>>>,
    names: BTreeMap<usize, PersonName>,
}

impl Holders {
    fn new(witnesses: &Witnesses<'_>, tenures: &BTreeMap<(usize, usize, Office), Tenure>) -> Self {
        let mut by_post: BTreeMap<_, BTreeMap<Date, BTreeSet<usize>>> = BTreeMap::new();
        let mut names = BTreeMap::new();
        for ((person, target, office), tenure) in tenures {
            if !office.has_one_holder() {
                continue;
            }
            if let Some(cluster) = witnesses.clusters().get(*person) {
                let name = PersonName::new(&cluster.name, Lexicon::builtin());
                names.entry(*person).or_insert(name);
            }
            let days = by_post.entry((*target, *office)).or_default();
            for day in &tenure.surely_seen {
                days.entry(*day).or_default().insert(*person);
            }
        }
        Self { by_post, names }
    }

    /// The terms of somebody in an office, bounded by those of others.
    fn spells(&self, (person, target, office): (usize, usize, Office), days: &Days) -> Vec<Spell> {
        let nobody = BTreeMap::new();
        let own = self.names.get(&person);
        let is_another = |other: usize| {
            let names = own.zip(self.names.get(&other));
            other != person && names.is_some_and(|(a, b)| are_two(a, b))
        };
        days.spells(&Others {
            days: self.by_post.get(&(target, office)).unwrap_or(&nobody),
            is_another: &is_another,
        })
    }
}

/// The title that most articles write; among equals the longer, then the last by letters, which has fewer capitals.
fn usual_title(titles: &BTreeMap<String, BTreeSet<usize>>) -> Option<String> {
    titles
        .iter()
        .max_by_key(|(title, articles)| (articles.len(), title.chars().count(), *title))
        .map(|(title, _)| title.clone())
}

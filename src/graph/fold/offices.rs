//! Role edges, and the spells in which articles show an office held.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;

use super::nodes::Nodes;
use super::support::{Support, Witness, Witnesses};
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
pub(super) struct Tenure {
    support: Support,
    /// The articles that write a title so.
    titles: BTreeMap<String, BTreeSet<usize>>,
    pub(super) days: Days,
    /// The days on which an article shows the office held that is sure of it.
    pub(super) surely_seen: BTreeSet<Date>,
}

impl Tenure {
    /// What claims of one person in one office tell.
    pub(super) fn of(told: &[(Tenancy, Witness<'_>)]) -> Self {
        let mut tenure = Self::in_time(told);
        for (_, witness) in told {
            if let Assertion::Role {
                title,
                former: false,
                ..
            } = &witness.claim.assertion
            {
                tenure.support.add(*witness);
                let articles = tenure.titles.entry(clean(title)).or_default();
                articles.insert(witness.place);
            } else if is_of_term(&witness.claim.assertion) {
                // "Speaker from 2015 to 2017" shows the office held then, whatever it was when that was written.
                tenure.support.add(*witness);
            }
        }
        tenure
    }

    /// The same without titles and reasons.
    fn in_time(told: &[(Tenancy, Witness<'_>)]) -> Self {
        let mut tenure = Self::default();
        for (_, witness) in told {
            if let Assertion::Role { former, term, .. } = &witness.claim.assertion {
                let sure = is_sure(witness.claim.confidence);
                tenure.tell(witness.reading.document.date, (*term, *former), sure);
            }
        }
        tenure
    }

    /// Adds what an article of a day says of the time of the office, and that it is over where it says so.
    pub(super) fn tell(&mut self, day: Option<Date>, (term, former): (Term, bool), sure: bool) {
        // Who held it then is no longer sure to hold it now, and the other way round.
        let of_then = term.at.is_some() || term.past;
        let held = term.day(day).filter(|_| !former || of_then);
        let told = [
            term.since.map(PartialDate::last_day),
            // Who left an office on a day had it until then.
            term.until.map(PartialDate::first_day),
        ];
        let within = told.into_iter().flatten();
        let within = within.filter(|told| day.is_none_or(|day| *told <= day));
        let shown: Vec<Date> = within.chain(held).collect();
        // A title in a story of years ago may be the one of then or that of today: it bounds nobody else's term.
        if sure && !of_then {
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

    /// The edge of an office, whose terms `spells` tells; none of one that is only said to have been held earlier: that has no
    /// title here.
    pub(super) fn edge(
        self,
        office: Office,
        spells: impl FnOnce(&Days) -> Vec<Spell>,
    ) -> Option<Edge> {
        let title = usual_title(&self.titles)?;
        Some(Edge {
            confidence: self.support.confidence(),
            evidence: self.support.into_evidence(),
            tie: Tie::Role {
                office,
                title,
                spells: spells(&self.days),
            },
        })
    }
}

/// Whether a claim of an office that is over tells when it was taken or left.
const fn is_of_term(assertion: &Assertion) -> bool {
    match assertion {
        Assertion::Role { term, .. } => term.since.is_some() || term.until.is_some(),
        _ => false,
    }
}

/// The day from which on an office was taken that is new on a day. Nobody is called newly elected for longer than a year.
fn year_before(day: Date) -> Option<Date> {
    day.checked_sub(1.year()).ok()
}

/// A person in an office of a body or state, all by their places among the clusters.
pub(super) type Tenancy = (usize, usize, Office);

/// Puts the role edges in.
pub(super) fn put(graph: &mut RelationGraph, witnesses: &Witnesses<'_>, nodes: &Nodes) {
    let told = told(witnesses);
    // What is told of one tenancy is put together when its edge is made: all of them at once would be larger than the graph.
    let tenancies: Vec<&[(Tenancy, Witness<'_>)]> =
        told.chunk_by(|(one, _), (other, _)| one == other).collect();
    let holders = Holders::new(witnesses, &tenancies);
    let edges = tenancies.par_iter().filter_map(|told| {
        let (tenancy, _) = *told.first()?;
        let spells = |days: &Days| holders.spells(tenancy, days);
        let edge = Tenure::of(told).edge(tenancy.2, spells)?;
        Some((tenancy, edge))
    });
    let edges: Vec<(Tenancy, Edge)> = edges.collect();
    for ((person, target, _), edge) in edges {
        if let (Some(source), Some(target)) = (nodes.at(person), nodes.at(target)) {
            // Keys are unique here: one person, one target, one office.
            graph.put_edge(source, target, edge);
        }
    }
}

/// The claims of offices, by who holds which, and for each in the order of the readings.
fn told<'r>(witnesses: &Witnesses<'r>) -> Vec<(Tenancy, Witness<'r>)> {
    let tenancy = |witness: Witness<'r>| {
        let Assertion::Role {
            person,
            office,
            target,
            ..
        } = &witness.claim.assertion
        else {
            return None;
        };
        let person = witnesses.cluster(witness, *person, NodeKind::is_person)?;
        let target = witnesses.cluster(witness, *target, |kind| !kind.is_person())?;
        Some(((person, target, *office), witness))
    };
    let mut told: Vec<(Tenancy, Witness<'r>)> = witnesses.all().filter_map(tenancy).collect();
    told.par_sort_by_key(|(tenancy, _)| *tenancy);
    told
}

/// Who is surely shown on which days in the offices that one person holds at a time.
struct Holders {
    by_post: BTreeMap<(usize, Office), BTreeMap<Date, BTreeSet<usize>>>,
    names: BTreeMap<usize, PersonName>,
}

impl Holders {
    fn new(witnesses: &Witnesses<'_>, tenancies: &[&[(Tenancy, Witness<'_>)]]) -> Self {
        let mut by_post: BTreeMap<_, BTreeMap<Date, BTreeSet<usize>>> = BTreeMap::new();
        let mut holders = BTreeSet::new();
        for told in tenancies {
            let Some(((person, target, office), _)) = told.first().copied() else {
                continue;
            };
            if !office.has_one_holder() {
                continue;
            }
            holders.insert(person);
            let days = by_post.entry((target, office)).or_default();
            for day in Tenure::in_time(told).surely_seen {
                days.entry(day).or_default().insert(person);
            }
        }
        let names = holders.into_par_iter().filter_map(|person| {
            let cluster = witnesses.clusters().get(person)?;
            Some((person, PersonName::new(&cluster.name, Lexicon::builtin())))
        });
        Self {
            by_post,
            names: names.collect(),
        }
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

//! Role edges, one office of one body at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::civil::Date;

use super::lookup::Lookup;
use super::put_edge;
use super::told::{Facts, Told};
use crate::claim::{Assertion, Term};
use crate::graph::fold::offices::{Tenancy, Tenure};
use crate::graph::fold::support::Witness;
use crate::graph::fold::terms::{Days, Others};
use crate::graph::model::Spell;
use crate::identity::bounded::parse;
use crate::ontology::Office;
use crate::runs::{Parts, Sorted, Sorter};

/// The bytes of a key up to the body and the office, and up to the person.
const POST: usize = 9;
const PERSON: usize = POST + 8;

/// What a claim says of the time of an office.
type Time = (Option<Date>, Term, bool, bool);

/// Puts the role edges to the others.
pub(super) fn put(
    roles: Sorter,
    times: Sorter,
    lookup: &Lookup,
    facts: &Facts,
    edges: &mut Sorter,
) -> io::Result<()> {
    let (mut roles, mut times) = (roles.sorted()?, times.sorted()?);
    let mut post = Post::default();
    while let Some(first) = roles.take()? {
        let tenancy = first.key.get(..PERSON).unwrap_or_default().to_vec();
        let mut told = vec![Told::of(&first.value)?];
        while let Some(next) = roles.take_if(&tenancy)? {
            told.push(Told::of(&next.value)?);
        }
        if let Some(own) = tenancy.get(..POST).filter(|own| **own != post.key) {
            post = Post::of(own, &mut times)?;
        }
        let mut ends = Parts::of(&tenancy);
        let (target, _, person) = (ends.number(), ends.small(), ends.number());
        let witnesses: Vec<Witness<'_>> = told.iter().map(|told| told.witness(facts)).collect();
        let office = witnesses.first().and_then(office_of);
        if let (Some(person), Some(target), Some(office)) = (person, target, office) {
            let of = |witness| ((person, target, office), witness);
            let told: Vec<(Tenancy, Witness<'_>)> = witnesses.into_iter().map(of).collect();
            let spells = |days: &Days| post.spells(person, days, lookup);
            if let Some(edge) = Tenure::of(&told).edge(office, spells) {
                put_edge(edges, person, target, &edge)?;
            }
            lookup.check()?;
        }
    }
    Ok(())
}

fn office_of(witness: &Witness<'_>) -> Option<Office> {
    match &witness.claim.assertion {
        Assertion::Role { office, .. } => Some(*office),
        _ => None,
    }
}

/// Who is surely shown on which days in an office of a body, if one person holds it at a time.
#[derive(Default)]
struct Post {
    key: Vec<u8>,
    days: BTreeMap<Date, BTreeSet<usize>>,
}

impl Post {
    fn of(key: &[u8], times: &mut Sorted) -> io::Result<Self> {
        let mut post = Self {
            key: key.to_vec(),
            days: BTreeMap::new(),
        };
        while let Some(record) = times.take_if(key)? {
            let mut parts = Parts::of(record.key.get(POST..).unwrap_or_default());
            let (day, term, former, sure): Time = parse(&record.value)?;
            let mut tenure = Tenure::default();
            tenure.tell(day, (term, former), sure);
            if let Some(person) = parts.number() {
                for day in tenure.surely_seen {
                    post.days.entry(day).or_default().insert(person);
                }
            }
        }
        Ok(post)
    }

    /// The terms of somebody in the office, bounded by those of others.
    fn spells(&self, person: usize, days: &Days, lookup: &Lookup) -> Vec<Spell> {
        let is_another = |other: usize| lookup.are_two(person, other);
        days.spells(&Others {
            days: &self.days,
            is_another: &is_another,
        })
    }
}

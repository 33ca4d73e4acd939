//! Role edges, one office of one body at a time.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::civil::Date;

use super::edges::Edges;
use super::known::MadeOf;
use super::lookup::Lookup;
use super::told::{Facts, Told};
use crate::claim::Term;
use crate::graph::fold::offices::{Tenancy, Tenure};
use crate::graph::fold::support::Witness;
use crate::graph::fold::terms::{Days, Others};
use crate::graph::model::{Edge, Spell, Tie};
use crate::ontology::Office;
use crate::runs::{Parts, Sorted, Sorter, parse};

/// The bytes of a key up to the body and the office, and up to the person.
const POST: usize = 9;
const PERSON: usize = POST + 8;

/// What a claim says of the time of an office.
type Time = (Option<Date>, Term, bool, bool);

/// The sort of these edges among all that is known of rows.
const SORT: u8 = 1;

/// Puts the role edges to the others.
pub(super) fn put(
    roles: Sorter,
    times: Sorter,
    lookup: &Lookup<'_>,
    facts: &Facts,
    edges: &mut Edges,
) -> io::Result<()> {
    let (mut roles, mut times) = (roles.sorted()?, times.sorted()?);
    let mut post = Post::default();
    while let Some(first) = roles.take()? {
        let tenancy = first.key.get(..PERSON).unwrap_or_default().to_vec();
        let mut records = vec![first.value];
        while let Some(next) = roles.take_if(&tenancy)? {
            records.push(next.value);
        }
        if let Some(own) = tenancy.get(..POST).filter(|own| **own != post.key) {
            post = Post::of(own, &mut times)?;
        }
        put_role(&tenancy, &records, &post, (lookup, facts), edges)?;
        lookup.check()?;
    }
    Ok(())
}

/// Puts the edge of one person in one office of one body, of which some records tell.
fn put_role(
    tenancy: &[u8],
    records: &[Vec<u8>],
    post: &Post,
    (lookup, facts): (&Lookup<'_>, &Facts),
    edges: &mut Edges,
) -> io::Result<()> {
    let mut ends = Parts::of(tenancy);
    let (target, number, person) = (ends.number(), ends.small(), ends.number());
    let office = number.and_then(|number| Office::ALL.get(usize::from(number)).copied());
    let (Some(person), Some(target), Some(office)) = (person, target, office) else {
        return Ok(());
    };
    // In an office of several nobody bounds the terms of others, so that the claims alone tell them.
    let own = post.own.get(&person);
    let bounded = OnceCell::new();
    let bounded = |days| bounded.get_or_init(|| post.spells(person, days, lookup));
    let made_of = || {
        let mut of = MadeOf::sort(SORT);
        of.node(Some(person), lookup)?;
        of.node(Some(target), lookup)?;
        of.value(&office)?;
        if let Some(days) = own {
            of.value(bounded(days))?;
        }
        of.records(records, lookup, facts)?;
        Ok(of)
    };
    let bare = |confidence| Edge {
        tie: Tie::Role {
            office,
            title: String::new(),
            spells: Vec::new(),
        },
        confidence,
        evidence: Vec::new(),
    };
    let make = || {
        let told: Vec<Told> = records
            .iter()
            .map(|record| Told::of(record, lookup))
            .collect::<io::Result<_>>()?;
        let of = |told| ((person, target, office), Told::witness(told, facts));
        let told: Vec<(Tenancy, Witness<'_>)> = told.iter().map(of).collect();
        // The days of the claims are those of the times that they tell.
        let spells = |days: &Days| match own {
            Some(days) => bounded(days).clone(),
            None => post.spells(person, days, lookup),
        };
        Ok(Tenure::of(&told).edge(office, spells))
    };
    edges.put_known((person, target), made_of, bare, make)
}

/// Who is surely shown on which days in an office of a body, if one person holds it at a time.
#[derive(Default)]
struct Post {
    key: Vec<u8>,
    days: BTreeMap<Date, BTreeSet<usize>>,
    /// The days of each.
    own: BTreeMap<usize, Days>,
}

impl Post {
    fn of(key: &[u8], times: &mut Sorted) -> io::Result<Self> {
        let mut post = Self {
            key: key.to_vec(),
            ..Self::default()
        };
        let mut tenures: BTreeMap<usize, Tenure> = BTreeMap::new();
        while let Some(record) = times.take_if(key)? {
            let mut parts = Parts::of(record.key.get(POST..).unwrap_or_default());
            let (day, term, former, sure): Time = parse(&record.value)?;
            if let Some(person) = parts.number() {
                let tenure = tenures.entry(person).or_default();
                tenure.tell(day, (term, former), sure);
            }
        }
        for (person, tenure) in tenures {
            for day in tenure.surely_seen {
                post.days.entry(day).or_default().insert(person);
            }
            post.own.insert(person, tenure.days);
        }
        Ok(post)
    }

    /// The terms of somebody in the office, bounded by those of others.
    fn spells(&self, person: usize, days: &Days, lookup: &Lookup<'_>) -> Vec<Spell> {
        let is_another = |other: usize| lookup.are_two(person, other);
        days.spells(&Others {
            days: &self.days,
            is_another: &is_another,
        })
    }
}

//! Meetings, one at a time.

use std::io;

use super::GraphParts;
use super::edges::Edges;
use super::known::{Before, MadeOf};
use super::lookup::Lookup;
use super::told::{Facts, Told};
use crate::graph::fold::meetings::{projected, told};
use crate::graph::fold::support::Witness;
use crate::identity::Gathering;
use crate::identity::bounded::Gatherings;
use crate::runs::{Key, Sorter};

/// The sort of these rows among all that is known of them.
const SORT: u8 = 2;

/// Gives the meetings by id, and puts their edges to the others.
pub(super) fn put(
    tellings: Sorter,
    gatherings: &mut Gatherings,
    lookup: &Lookup<'_>,
    facts: &Facts,
    parts: &mut dyn GraphParts,
    edges: &mut Edges,
) -> io::Result<()> {
    let mut tellings = tellings.sorted()?;
    for place in 0..gatherings.len() {
        let gathering = gatherings.get(place)?;
        let own = Key::new().number(place).into_bytes();
        let mut records = Vec::new();
        while let Some(record) = tellings.take_if(&own)? {
            records.push(record.value);
        }
        let mut of = None;
        if let Some(known) = &mut edges.known {
            let made_of = made_of(&gathering, &records, lookup, facts)?;
            if let Some(Before::Row(sure)) = known.before(&made_of) {
                parts.same_meeting(&gathering.id)?;
                for (source, target, edge) in projected(&gathering, sure, Vec::new()) {
                    edges.put((source, target), &edge, true)?;
                }
                continue;
            }
            of = Some(made_of);
        }
        let told_of: Vec<Told> = records
            .iter()
            .map(|record| Told::of(record, lookup))
            .collect::<io::Result<_>>()?;
        let witnesses: Vec<Witness<'_>> = told_of.iter().map(|t| t.witness(facts)).collect();
        let (meeting, support) = told(lookup, &gathering, &witnesses);
        let sure = support.confidence();
        if let (Some(known), Some(of)) = (&mut edges.known, of) {
            known.put(&of, Some(sure));
        }
        for (source, target, edge) in projected(&gathering, sure, support.into_evidence()) {
            edges.put((source, target), &edge, false)?;
        }
        lookup.check()?;
        parts.meeting(meeting)?;
    }
    Ok(())
}

/// What a meeting and its edges are made of.
fn made_of(
    of: &Gathering,
    records: &[Vec<u8>],
    lookup: &Lookup<'_>,
    facts: &Facts,
) -> io::Result<MadeOf> {
    let mut made = MadeOf::sort(SORT);
    made.value(&(&of.id, of.kind, of.status, of.date, &of.place, of.session))?;
    made.node(of.body, lookup)?;
    made.value(&of.sides.iter().map(Vec::len).collect::<Vec<_>>())?;
    for person in of.sides.iter().flatten() {
        made.node(Some(*person), lookup)?;
    }
    made.records(records, lookup, facts)?;
    Ok(made)
}

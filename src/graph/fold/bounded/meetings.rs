//! Meetings, one at a time.

use std::io;

use super::lookup::Lookup;
use super::told::{Facts, Told};
use super::{GraphParts, put_edge};
use crate::graph::fold::meetings::{projected, told};
use crate::graph::fold::support::Witness;
use crate::identity::bounded::Gatherings;
use crate::runs::{Key, Sorter};

/// Gives the meetings by id, and puts their edges to the others.
pub(super) fn put(
    tellings: Sorter,
    gatherings: &mut Gatherings,
    lookup: &Lookup,
    facts: &Facts,
    parts: &mut dyn GraphParts,
    edges: &mut Sorter,
) -> io::Result<()> {
    let mut tellings = tellings.sorted()?;
    for place in 0..gatherings.len() {
        let gathering = gatherings.get(place)?;
        let own = Key::new().number(place).into_bytes();
        let mut of_meeting = Vec::new();
        while let Some(record) = tellings.take_if(&own)? {
            of_meeting.push(Told::of(&record.value)?);
        }
        let witnesses: Vec<Witness<'_>> = of_meeting.iter().map(|t| t.witness(facts)).collect();
        let (meeting, support) = told(lookup, &gathering, &witnesses);
        for (source, target, edge) in projected(&gathering, &support) {
            put_edge(edges, source, target, &edge)?;
        }
        lookup.check()?;
        parts.meeting(meeting)?;
    }
    Ok(())
}

//! Meetings from the edges that are their projection, for the formats that have no table of meetings.

use std::collections::{BTreeMap, BTreeSet};

use super::row::Row;

/// One row for each meeting that `met` and `attended` edges name.
pub(super) fn of_edges(edges: &[Row]) -> Vec<Row> {
    let mut told: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for edge in edges {
        if let Some(id) = edge.get("meeting_id") {
            told.entry(id).or_default().push(edge);
        }
    }
    let meetings = told.into_iter();
    meetings
        .filter_map(|(id, edges)| of_meeting(id, &edges))
        .collect()
}

fn of_meeting(id: &str, edges: &[&Row]) -> Option<Row> {
    let first = edges.first()?;
    let mut row = Row::at(&first.place);
    row.put("id", id);
    row.put("kind", first.get("meeting").unwrap_or_default());
    for name in ["date", "place", "confidence"] {
        row.put(name, first.get(name).unwrap_or_default());
    }
    let mut met: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut there: BTreeSet<&str> = BTreeSet::new();
    for edge in edges {
        let (a, b) = edge.get("source").zip(edge.get("target"))?;
        there.insert(a);
        if edge.get("kind") == Some("attended") {
            row.put("body", b);
        } else {
            there.insert(b);
            met.entry(a).or_default().insert(b);
            met.entry(b).or_default().insert(a);
        }
    }
    let sides = two_sides(&met);
    let alone = there.iter().filter(|p| !met.contains_key(*p)).copied();
    let alone = alone.collect::<Vec<_>>().join("|");
    let sides = sides.map_or_else(
        || met.keys().copied().collect::<Vec<_>>().join("|"),
        |[a, b]| format!("{}|{}", a.join(";"), b.join(";")),
    );
    row.put("sides", format!("{sides}|{alone}"));
    Some(row)
}

/// The two sides across which everybody met; `None` where there are no two such.
fn two_sides<'p>(met: &BTreeMap<&'p str, BTreeSet<&'p str>>) -> Option<[Vec<&'p str>; 2]> {
    let (first, others) = met.iter().next()?;
    let right: Vec<&str> = others.iter().copied().collect();
    let left: Vec<&str> = met
        .keys()
        .filter(|p| !others.contains(*p))
        .copied()
        .collect();
    let is_across = |person: &&str| met.get(person).is_some_and(|of| of.iter().eq(right.iter()));
    debug_assert!(left.contains(first), "nobody meets himself");
    left.iter().all(is_across).then_some([left, right])
}

//! Which chambers of the tables a name can mean, given the states and the parliament beside it.
//!
//! This file never reads the text.

use super::super::body::{BodyMention, Means};
use crate::lexicon::{House, Lexicon, RowNumber};
use crate::ontology::{NodeKind, StateCode};

/// The candidates that fit the states and the parliament that the mention names.
pub(super) fn narrowed(
    lexicon: &Lexicon,
    means: Means,
    house: Option<House>,
    states: &[StateCode],
    parts: &[usize],
    found: &[BodyMention],
) -> Option<Means> {
    let Means::Chambers(rows) = means else {
        return Some(means);
    };
    let parents = parent_ids(lexicon, parts, found);
    let fits = |row: &RowNumber| {
        lexicon.chamber(*row).is_some_and(|c| {
            (states.is_empty() || states.contains(&c.state))
                && (parents.is_empty() || c.parent.as_deref().is_none_or(|p| parents.contains(&p)))
        })
    };
    let of_house = |h: House| -> Vec<RowNumber> {
        states
            .iter()
            .filter_map(|s| house_of(lexicon, *s, h))
            .collect()
    };
    let mut kept: Vec<RowNumber> = rows.iter().copied().filter(fits).collect();
    if kept.is_empty() {
        // A name that the table does not have for this state: the house that the noun or other states call so.
        kept = house
            .or_else(|| usual_house(lexicon, &rows))
            .map(of_house)
            .unwrap_or_default();
    }
    if kept.is_empty() {
        // Else its parliament, if the name is a common one.
        kept = states
            .iter()
            .filter_map(|s| parliament_of(lexicon, *s))
            .collect();
    }
    if kept.is_empty() && !rows.is_empty() {
        return None;
    }
    if !states.is_empty() || !parts.is_empty() {
        prefer_current(lexicon, &mut kept);
    }
    Some(if kept.is_empty() {
        Means::Reference
    } else {
        Means::Chambers(kept)
    })
}

/// The ids of the parliaments that the mention names as parts.
fn parent_ids<'l>(lexicon: &'l Lexicon, parts: &[usize], found: &[BodyMention]) -> Vec<&'l str> {
    let rows = parts
        .iter()
        .filter_map(|p| found.get(*p))
        .flat_map(|p| match &p.means {
            Means::Chambers(rows) => rows.as_slice(),
            _ => &[],
        });
    rows.filter_map(|r| lexicon.chamber(*r))
        .map(|c| c.id.as_str())
        .collect()
}

/// The house that more than half of the chambers of a name are.
fn usual_house(lexicon: &Lexicon, rows: &[RowNumber]) -> Option<House> {
    let count = |h: House| {
        rows.iter()
            .filter(|r| lexicon.chamber(**r).is_some_and(|c| c.house == h))
            .count()
    };
    [House::Lower, House::Upper]
        .into_iter()
        .find(|h| count(*h) * 2 > rows.len())
}

pub(super) fn prefer_current(lexicon: &Lexicon, rows: &mut Vec<RowNumber>) {
    let current = |r: &RowNumber| {
        lexicon
            .chamber(*r)
            .is_some_and(|c| c.current && c.house != House::Advisory)
    };
    if rows.len() > 1 && rows.iter().any(current) {
        rows.retain(current);
    }
}

/// The parliament of a state: the umbrella where there are two houses, else the only house.
pub(super) fn parliament_of(lexicon: &Lexicon, state: StateCode) -> Option<RowNumber> {
    let of = |house| {
        lexicon
            .chambers_of(state)
            .find(|(_, c)| c.house == house && c.current)
            .map(|(row, _)| row)
    };
    of(House::Joint).or_else(|| of(House::Unicameral))
}

pub(in crate::mention) fn house_of(
    lexicon: &Lexicon,
    state: StateCode,
    house: House,
) -> Option<RowNumber> {
    lexicon
        .chambers_of(state)
        .find(|(_, c)| c.house == house && c.current)
        .map(|(row, _)| row)
}

pub(super) fn kind_of(lexicon: &Lexicon, means: &Means) -> Option<NodeKind> {
    match means {
        Means::Chambers(rows) => lexicon.chamber(*rows.first()?).map(|c| c.kind),
        Means::Assembly(_) => Some(NodeKind::Assembly),
        Means::Named | Means::Reference => None,
    }
}

//! Which tellings are of one meeting: those of one day first, then those of a month, then those of the next day.
//!
//! All of it is decided from the whole set of tellings of a day or month, so the order of the articles does not matter.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::node::Node;
use crate::identity::sets::{connected, pairs};
use crate::text::PartialDate;

/// So many tellings of one person or body on one day (or in one month) are compared with each other; where there are more,
/// each is compared with that many that stand next to it.
const MOST_ALIKE: usize = 64;

/// Nodes that are one meeting, as places; the first is the one that says most.
pub(in crate::identity) type Team = Vec<usize>;

/// Puts the nodes together that are of one meeting. Each node is in exactly one team.
pub(super) fn teams(nodes: &[Node]) -> Vec<Team> {
    let days = of_one_day(nodes);
    let months = with_months(nodes, days);
    with_next_days(nodes, months)
}

/// What nodes have in common to be compared at all: somebody who was there, or the body, and the day or month.
fn blocks<K: Ord + Clone>(
    nodes: &[Node],
    among: &[usize],
    when: impl Fn(&Node) -> Option<K>,
) -> BTreeMap<(K, bool, usize), Vec<usize>> {
    let mut blocks: BTreeMap<(K, bool, usize), Vec<usize>> = BTreeMap::new();
    for place in among {
        let Some(node) = nodes.get(*place) else {
            continue;
        };
        if let Some(when) = when(node) {
            for person in node.people() {
                blocks
                    .entry((when.clone(), false, person))
                    .or_default()
                    .push(*place);
            }
            if let Some(body) = node.key.body {
                blocks.entry((when, true, body)).or_default().push(*place);
            }
        }
    }
    blocks
}

pub(in crate::identity) fn day(node: &Node) -> Option<Date> {
    node.key.date.and_then(PartialDate::day)
}

/// The tellings of one day that agree. Where one article tells two of them apart, or one does not agree with the fullest,
/// none of them is joined.
pub(in crate::identity) fn of_one_day(nodes: &[Node]) -> Vec<Team> {
    let all: Vec<usize> = (0..nodes.len()).collect();
    let pairs = pairs(blocks(nodes, &all, day).values(), MOST_ALIKE).into_iter();
    let agree = pairs.filter(|(one, other)| match (nodes.get(*one), nodes.get(*other)) {
        (Some(one), Some(other)) => one.agrees_with(other),
        _ => false,
    });
    let mut teams = Vec::new();
    let mut joined = BTreeSet::new();
    for team in connected(agree) {
        let team = fullest_first(nodes, team);
        if is_one(nodes, &team) {
            joined.extend(team.iter().copied());
            teams.push(team);
        }
    }
    teams.extend(
        all.into_iter()
            .filter(|place| !joined.contains(place))
            .map(|place| vec![place]),
    );
    teams
}

/// The nodes with the one first that names most people, then a body.
fn fullest_first(nodes: &[Node], team: BTreeSet<usize>) -> Team {
    let mut team: Team = team.into_iter().collect();
    team.sort_by_key(|place| {
        let node = nodes.get(*place);
        let people = node.map_or(0, |n| n.people().len());
        let body = node.is_some_and(|n| n.key.body.is_some());
        (std::cmp::Reverse((people, body)), *place)
    });
    team
}

/// Whether all agree with the first and no article tells of two.
fn is_one(nodes: &[Node], team: &[usize]) -> bool {
    let of: Vec<&Node> = team.iter().filter_map(|place| nodes.get(*place)).collect();
    let Some((hub, others)) = of.split_first() else {
        return false;
    };
    let mut readings = BTreeSet::new();
    let apart = of.iter().all(|node| {
        let own: BTreeSet<usize> = node.tellings.iter().map(|t| t.reading).collect();
        own.into_iter().all(|reading| readings.insert(reading))
    });
    apart && others.iter().all(|node| hub.agrees_with(node))
}

/// Tellings that know the month only join the one meeting of that month with which they agree.
pub(in crate::identity) fn with_months(nodes: &[Node], mut teams: Vec<Team>) -> Vec<Team> {
    let month = |node: &Node| {
        let date = node.key.date?;
        Some((date.year(), date.month()?))
    };
    let hubs: BTreeMap<usize, usize> = teams
        .iter()
        .enumerate()
        .filter_map(|(number, team)| Some((*team.first()?, number)))
        .collect();
    let places: Vec<usize> = hubs.keys().copied().collect();
    let blocks = blocks(nodes, &places, month);
    let mut meant: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (one, other) in pairs(blocks.values(), MOST_ALIKE) {
        let (Some(a), Some(b)) = (nodes.get(one), nodes.get(other)) else {
            continue;
        };
        let (vague, exact) = match (day(a), day(b)) {
            (None, Some(_)) => (one, other),
            (Some(_), None) => (other, one),
            _ => continue,
        };
        if a.agrees_with(b) {
            meant.entry(vague).or_default().insert(exact);
        }
    }
    for (vague, exact) in meant {
        let mut exact = exact.into_iter();
        let (Some(only), None) = (exact.next(), exact.next()) else {
            continue;
        };
        let (Some(from), Some(to)) = (hubs.get(&vague), hubs.get(&only)) else {
            continue;
        };
        let apart = |place: &usize| {
            let pair = (nodes.get(*place), nodes.get(vague));
            matches!(pair, (Some(a), Some(b)) if !a.shares_article_with(b))
        };
        if teams.get(*to).is_some_and(|team| team.iter().all(apart)) {
            let vague = teams.get_mut(*from).map(std::mem::take).unwrap_or_default();
            if let Some(team) = teams.get_mut(*to) {
                team.extend(vague);
            }
        }
    }
    teams.retain(|team| !team.is_empty());
    teams
}

/// Two meetings that are the same but for one day, as where it was already tomorrow for one of the tellers, are one: if
/// neither is told of on the other neighbouring day as well.
fn with_next_days(nodes: &[Node], mut teams: Vec<Team>) -> Vec<Team> {
    let mut by_day: BTreeMap<(Vec<Vec<usize>>, Date), Vec<usize>> = BTreeMap::new();
    for (number, team) in teams.iter().enumerate() {
        let hub = team.first().and_then(|place| nodes.get(*place));
        if let Some((hub, day)) = hub.and_then(|hub| Some((hub, day(hub)?)))
            && hub.key.alone.is_none()
        {
            let key = (hub.key.sides.clone(), day);
            by_day.entry(key).or_default().push(number);
        }
    }
    let twins = |one: usize, other: usize| {
        let node = |number: usize| nodes.get(*teams.get(number)?.first()?);
        let apart = |a: usize, b: usize| {
            let of = |n: usize| {
                teams
                    .get(n)
                    .into_iter()
                    .flatten()
                    .filter_map(|p| nodes.get(*p))
            };
            of(a).all(|a| of(b).all(|b| !a.shares_article_with(b)))
        };
        matches!((node(one), node(other)), (Some(a), Some(b)) if a.is_twin_of(b))
            && apart(one, other)
    };
    let mut near: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for ((sides, day), numbers) in &by_day {
        let Ok(next) = day.checked_add(1.day()) else {
            continue;
        };
        for other in by_day.get(&(sides.clone(), next)).into_iter().flatten() {
            for one in numbers.iter().filter(|one| twins(**one, *other)) {
                near.entry(*one).or_default().insert(*other);
                near.entry(*other).or_default().insert(*one);
            }
        }
    }
    let only = |of: usize| {
        let others = near.get(&of)?;
        others.first().copied().filter(|_| others.len() == 1)
    };
    let joins: Vec<(usize, usize)> = near
        .keys()
        .filter_map(|one| Some((*one, only(*one)?)))
        .filter(|(one, other)| one < other && only(*other) == Some(*one))
        .collect();
    for (one, other) in joins {
        let taken = teams.get_mut(other).map(std::mem::take).unwrap_or_default();
        if let Some(team) = teams.get_mut(one) {
            team.extend(taken);
        }
    }
    teams.retain(|team| !team.is_empty());
    teams
}

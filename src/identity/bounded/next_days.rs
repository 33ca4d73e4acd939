//! Meetings that are the same but for one day, wherever the month ends between them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::gatherings::sided;
use crate::identity::gathering::node::Node;
use crate::runs::{Key, Sorter, parse, render};

/// Teams of tellings by all that has to be the same but the day.
pub(super) struct NextDays(Sorter);

/// A team as far as the days next to its own ask for it.
#[derive(Serialize, Deserialize)]
pub(super) struct Hub {
    pub(super) number: usize,
    /// Where it stands among all teams.
    pub(super) order: (bool, usize),
    pub(super) day: Date,
    /// Whether the day is only that of its article.
    pub(super) today: bool,
    /// The articles that tell of it.
    pub(super) readings: BTreeSet<usize>,
}

impl NextDays {
    pub(super) const fn new(memory: usize) -> Self {
        Self(Sorter::new(memory))
    }

    /// Takes a team with its fullest node.
    pub(super) fn add(&mut self, hub: &Hub, node: &Node) -> io::Result<()> {
        let key = sided(Key::new().small(node.key.kind as u8), &node.key.sides);
        let key = match node.key.body {
            None => key.flag(false),
            Some(body) => key.flag(true).number(body),
        };
        let key = match node.session {
            None => key.flag(false),
            Some(session) => key.flag(true).number(session as usize),
        };
        let key = match &node.place {
            None => key.flag(false),
            Some(place) => key.flag(true).word(place),
        };
        self.0.push(&key.into_bytes(), &render(hub)?)
    }

    /// Which team takes which: two of neighbouring days, neither of which has another one next to it.
    pub(super) fn joins(self) -> io::Result<BTreeMap<usize, usize>> {
        let mut joins = BTreeMap::new();
        let mut sorted = self.0.sorted()?;
        while let Some(first) = sorted.take()? {
            let mut twins: Vec<Hub> = vec![parse(&first.value)?];
            while let Some(next) = sorted.take_same(&first.key)? {
                twins.push(parse(&next.value)?);
            }
            if twins.len() > 1 {
                joins.extend(among(&twins));
            }
        }
        Ok(joins)
    }
}

fn among(twins: &[Hub]) -> Vec<(usize, usize)> {
    let mut by_day: BTreeMap<Date, Vec<&Hub>> = BTreeMap::new();
    for hub in twins {
        by_day.entry(hub.day).or_default().push(hub);
    }
    let mut near: BTreeMap<usize, Vec<&Hub>> = BTreeMap::new();
    for (day, hubs) in &by_day {
        let Ok(next) = day.checked_add(1.day()) else {
            continue;
        };
        for other in by_day.get(&next).into_iter().flatten() {
            for one in hubs {
                if (one.today || other.today) && one.readings.is_disjoint(&other.readings) {
                    near.entry(one.number).or_default().push(other);
                    near.entry(other.number).or_default().push(one);
                }
            }
        }
    }
    let only = |of: usize| match near.get(&of).map(Vec::as_slice) {
        Some([only]) => Some(*only),
        _ => None,
    };
    let pairs = twins.iter().filter_map(|one| {
        let other = only(one.number)?;
        let is_only = only(other.number).is_some_and(|back| back.number == one.number);
        (is_only && one.order < other.order).then_some((one.number, other.number))
    });
    pairs.collect()
}

//! What a team of mentions falls into while it is parted.

use std::collections::{BTreeMap, BTreeSet};

use crate::identity::mention::Mention;

/// Mentions that stay together while a team is parted.
pub(super) struct Unit {
    pub(super) mentions: Vec<Mention>,
    /// The group of the team that it is from.
    pub(super) from: usize,
    /// Whether it is a whole group, rather than a finer one.
    pub(super) whole: bool,
}

/// The set in which each mention is.
pub(super) fn home_of_sets(units: &[Unit], sets: &[BTreeSet<usize>]) -> BTreeMap<Mention, usize> {
    let mut home = BTreeMap::new();
    for (place, set) in sets.iter().enumerate() {
        let units = set.iter().filter_map(|unit| units.get(*unit));
        home.extend(units.flat_map(|unit| unit.mentions.iter().map(|m| (*m, place))));
    }
    home
}

/// The unit in which each mention is.
pub(super) fn home_of(units: &[Unit]) -> BTreeMap<Mention, usize> {
    let of = |(place, unit): (usize, &Unit)| -> Vec<(Mention, usize)> {
        unit.mentions
            .iter()
            .map(|mention| (*mention, place))
            .collect()
    };
    units.iter().enumerate().flat_map(of).collect()
}

//! With whom those go that nobody judged, where people have told two of a team apart.
//!
//! In come the parts into which the team fell, with what articles say of each, out come the sides. Whatever is decided looks at all parts
//! at once, so that no order matters.

use std::collections::{BTreeMap, BTreeSet};

use super::traits::Trait;
use crate::identity::career::is_a_mistake;
use crate::identity::sets::Sets;

/// A part of a parted team.
pub(super) struct Part {
    /// Its units.
    pub(super) units: BTreeSet<usize>,
    /// The groups from which these are.
    pub(super) from: BTreeSet<usize>,
    /// What articles say of its mentions.
    pub(super) traits: BTreeSet<Trait>,
    /// How many mentions it has.
    pub(super) mentions: usize,
}

impl Part {
    /// How much is said of both, where the program had them in one group.
    fn shares(&self, other: &Self) -> usize {
        if self.from.is_disjoint(&other.from) {
            0
        } else {
            self.traits.intersection(&other.traits).count()
        }
    }

    fn take(&mut self, other: Self) {
        self.units.extend(other.units);
        self.from.extend(other.from);
        self.traits.extend(other.traits);
        self.mentions += other.mentions;
    }
}

/// Brings the parts that nobody judged to the sides.
///
/// Each goes to the one side with which it shares most, and as the side then has what is said of that part too, further ones may follow. Parts
/// that share nothing with any side but something with each other stay together, as the program had them, and so do those that share as much with one
/// side as with another. Of whom nothing is said goes to the side that has eight times as many mentions as all others, as among namesakes whom seats
/// tell apart; else it stays alone.
///
/// Complexity: for each part a look at each side, once for each step of the longest chain of parts that follow each other.
pub(super) fn gathered(judged: Vec<Part>, others: Vec<Part>) -> Vec<BTreeSet<usize>> {
    let mut sides = judged;
    let mut left = others;
    loop {
        let chosen: Vec<Option<usize>> = left.iter().map(|part| nearest(&sides, part)).collect();
        if chosen.iter().all(Option::is_none) {
            break;
        }
        let mut stay = Vec::new();
        for (part, side) in left.into_iter().zip(chosen) {
            match side.and_then(|place| sides.get_mut(place)) {
                Some(side) => side.take(part),
                None => stay.push(part),
            }
        }
        left = stay;
    }
    let (torn, free): (Vec<Part>, Vec<Part>) =
        (left.into_iter()).partition(|part| sides.iter().any(|side| side.shares(part) > 0));
    let (unknown, known): (Vec<Part>, Vec<Part>) =
        (free.into_iter()).partition(|part| part.traits.is_empty());
    sides.extend(together(known));
    sides.extend(together(torn));
    let homes: Vec<Option<usize>> = unknown.iter().map(|part| greatest(&sides, part)).collect();
    for (part, home) in unknown.into_iter().zip(homes) {
        match home.and_then(|place| sides.get_mut(place)) {
            Some(side) => side.take(part),
            None => sides.push(part),
        }
    }
    sides.into_iter().map(|side| side.units).collect()
}

/// The one side with which a part shares most.
fn nearest(sides: &[Part], part: &Part) -> Option<usize> {
    let shares: Vec<usize> = sides.iter().map(|side| side.shares(part)).collect();
    let most = shares.iter().copied().max().filter(|most| *most > 0)?;
    only(shares.iter().map(|share| *share == most))
}

/// The side that has eight times as many mentions as all others from the groups of a part.
fn greatest(sides: &[Part], part: &Part) -> Option<usize> {
    let count = |side: &Part| {
        if side.from.is_disjoint(&part.from) {
            0
        } else {
            side.mentions
        }
    };
    let counts: Vec<usize> = sides.iter().map(count).collect();
    let (all, most) = (counts.iter().sum::<usize>(), counts.iter().copied().max()?);
    let is_sure = most > 0 && is_a_mistake(all - most, most);
    only(counts.iter().map(|count| is_sure && *count == most))
}

/// The place of the only one that is so.
fn only(are: impl Iterator<Item = bool>) -> Option<usize> {
    let mut places = are.enumerate().filter(|(_, is)| *is);
    let first = places.next();
    first
        .filter(|_| places.next().is_none())
        .map(|(place, _)| place)
}

/// Parts of which articles say the same, put together.
fn together(parts: Vec<Part>) -> Vec<Part> {
    let mut ties = Sets::default();
    let mut first: BTreeMap<(usize, &Trait), usize> = BTreeMap::new();
    for (place, part) in parts.iter().enumerate() {
        for key in part
            .from
            .iter()
            .flat_map(|from| part.traits.iter().map(|of| (*from, of)))
        {
            ties.join(*first.entry(key).or_insert(place), place);
        }
    }
    let mut whole: BTreeMap<usize, Part> = BTreeMap::new();
    for (place, part) in parts.into_iter().enumerate() {
        let least = ties.least(place);
        match whole.get_mut(&least) {
            Some(team) => team.take(part),
            None => drop(whole.insert(least, part)),
        }
    }
    whole.into_values().collect()
}

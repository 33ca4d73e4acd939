//! What judged pairs do to the groups that the program has made.
//!
//! Three strengths of joins stand above each other: people's `same`, the program's join of one name, the program's join of
//! two spellings. A `different` cuts the weakest that keeps its two mentions together, and no more of them than it must.

use std::collections::{BTreeMap, BTreeSet};

use super::guide::Guide;
use super::siding::{Part, gathered};
use super::traits::{Articles, Trait, traits_of};
use super::unit::{Unit, home_of, home_of_sets};
use crate::claim::Entity;
use crate::identity::block::States;
use crate::identity::group::Group;
use crate::identity::mention::Mention;
use crate::identity::sets::Sets;

impl Guide {
    /// Whether nothing is judged of who is who.
    pub(in crate::identity) fn is_empty(&self) -> bool {
        self.same.is_empty() && self.different.is_empty()
    }

    /// The groups as people would have them.
    ///
    /// `groups` are those that the program joins, `fine` the groups of one name and state of which they are made. Groups that a
    /// `same` ties become one. Where a group then holds two mentions that are judged different, it falls into its finer groups, and
    /// such a one into its mentions, as far as that is needed to part the two. What falls apart and is not judged itself goes to a side as
    /// [`gathered`] tells.
    ///
    /// Complexity: n log n in all mentions and judged pairs, once for where each mention is; for a team with a `different` in it
    /// n log n in its own mentions and pairs for each of at most five rounds, and what [`gathered`] takes.
    pub(in crate::identity) fn apply(
        &self,
        readings: &impl Articles,
        groups: Vec<Group>,
        fine: &[Vec<Mention>],
    ) -> Vec<Group> {
        if self.is_empty() {
            return groups;
        }
        let mut home: BTreeMap<Mention, usize> = BTreeMap::new();
        for (place, group) in groups.iter().enumerate() {
            home.extend(group.mentions.iter().map(|mention| (*mention, place)));
        }
        let mut ties = Sets::default();
        for (one, other, _) in &self.same {
            if let (Some(one), Some(other)) = (home.get(one), home.get(other)) {
                ties.join(*one, *other);
            }
        }
        let mut torn = self.torn(&home, &ties);
        // Only those in a conflict are ever looked up.
        let mut name: BTreeMap<Mention, usize> = BTreeMap::new();
        if !torn.is_empty() {
            for (place, mentions) in fine.iter().enumerate() {
                name.extend(mentions.iter().map(|mention| (*mention, place)));
            }
        }
        let mut teams: BTreeMap<usize, Vec<Group>> = BTreeMap::new();
        for (place, group) in groups.into_iter().enumerate() {
            teams.entry(ties.least(place)).or_default().push(group);
        }
        let mut judged = Vec::new();
        for (least, team) in teams {
            match torn.remove(&least) {
                None => judged.extend(merged(team)),
                Some(pairs) => {
                    let parting = Parting {
                        readings,
                        team: &team,
                        name: &name,
                        pairs,
                    };
                    judged.extend(parting.parts());
                }
            }
        }
        judged
    }

    /// What is judged of the mentions of each team of groups that holds two mentions that are judged different, by its least
    /// place.
    fn torn(
        &self,
        home: &BTreeMap<Mention, usize>,
        ties: &Sets<usize>,
    ) -> BTreeMap<usize, JudgedPairs> {
        let team = |mention: &Mention| home.get(mention).map(|place| ties.least(*place));
        let mut torn: BTreeMap<usize, JudgedPairs> = BTreeMap::new();
        for (one, other, _) in &self.different {
            if let (Some(team), Some(of_other)) = (team(one), team(other))
                && team == of_other
            {
                let pairs = torn.entry(team).or_default();
                pairs.different.push((*one, *other));
            }
        }
        for (one, other, _) in &self.same {
            // Both are in one team, or there is no such mention.
            if let Some(pairs) = team(one).and_then(|team| torn.get_mut(&team)) {
                pairs.same.push((*one, *other));
            }
        }
        torn
    }
}

/// What people say of the mentions of one team.
#[derive(Default)]
struct JudgedPairs {
    /// Pairs that are one.
    same: Vec<(Mention, Mention)>,
    /// Pairs that are two.
    different: Vec<(Mention, Mention)>,
}

/// The groups of a team as one.
fn merged(team: Vec<Group>) -> Option<Group> {
    let mut groups = team.into_iter();
    let mut whole = groups.next()?;
    for group in groups {
        // What a table knows names the whole; else the block that sorts first.
        whole.block = whole.block.min(group.block);
        whole.namesake = whole.namesake.min(group.namesake);
        whole.states.extend(group.states);
        whole.mentions.extend(group.mentions);
    }
    whole.mentions.sort_unstable();
    Some(whole)
}

/// A team of groups that holds mentions that are judged different.
struct Parting<'r, A> {
    readings: &'r A,
    team: &'r [Group],
    /// The group of one name and state that a mention is in.
    name: &'r BTreeMap<Mention, usize>,
    pairs: JudgedPairs,
}

impl<A: Articles> Parting<'_, A> {
    /// The parts of the team.
    fn parts(&self) -> Vec<Group> {
        let mut units: Vec<Unit> = (self.team.iter().enumerate())
            .map(|(from, group)| Unit {
                mentions: group.mentions.clone(),
                from,
                whole: true,
            })
            .collect();
        let mut sets = self.tied(&units);
        let pairs = self.pairs.different.iter();
        let named: BTreeSet<&Mention> = pairs.flat_map(|(a, b)| [a, b]).collect();
        loop {
            let torn = self.torn(&units, &sets).into_iter();
            let refined: BTreeSet<usize> = torn
                .filter_map(|place| sets.get(place))
                .flat_map(|set| to_refine(&units, set, &named))
                .collect();
            if refined.is_empty() {
                break;
            }
            let old = std::mem::take(&mut units).into_iter().enumerate();
            for (place, unit) in old {
                if refined.contains(&place) {
                    units.extend(self.refine(unit));
                } else {
                    units.push(unit);
                }
            }
            sets = self.tied(&units);
        }
        let sides = self.gather(
            &units,
            sides_of(&units, &sets, &self.enemies(&units, &sets)),
        );
        sides
            .into_iter()
            .filter_map(|set| self.group(&units, &set))
            .collect()
    }

    /// The units that people tie, as sets of places.
    fn tied(&self, units: &[Unit]) -> Vec<BTreeSet<usize>> {
        let home = home_of(units);
        let mut ties = Sets::default();
        for (one, other) in &self.pairs.same {
            if let (Some(one), Some(other)) = (home.get(one), home.get(other)) {
                ties.join(*one, *other);
            }
        }
        ties.among(0..units.len())
    }

    /// The places of the sets that hold both of a judged pair.
    fn torn(&self, units: &[Unit], sets: &[BTreeSet<usize>]) -> BTreeSet<usize> {
        let home = home_of_sets(units, sets);
        let both = |(a, b): &(Mention, Mention)| {
            let (one, other) = home.get(a).zip(home.get(b))?;
            (one == other).then_some(*one)
        };
        self.pairs.different.iter().filter_map(both).collect()
    }

    /// The finer units of one.
    fn refine(&self, unit: Unit) -> Vec<Unit> {
        let from = unit.from;
        let part = |mentions| Unit {
            mentions,
            from,
            whole: false,
        };
        if unit.whole {
            let mut finer: BTreeMap<Option<&usize>, Vec<Mention>> = BTreeMap::new();
            for mention in &unit.mentions {
                let name = self.name.get(mention);
                finer.entry(name).or_default().push(*mention);
            }
            if finer.len() > 1 {
                return finer.into_values().map(part).collect();
            }
        }
        unit.mentions.into_iter().map(|m| part(vec![m])).collect()
    }

    /// For each set those that must not be one with it.
    fn enemies(&self, units: &[Unit], sets: &[BTreeSet<usize>]) -> Vec<BTreeSet<usize>> {
        let of = home_of_sets(units, sets);
        let mut enemies = vec![BTreeSet::new(); sets.len()];
        for (a, b) in &self.pairs.different {
            if let (Some(a), Some(b)) = (of.get(a), of.get(b)) {
                for (one, other) in [(*a, *b), (*b, *a)] {
                    if let Some(enemies) = enemies.get_mut(one) {
                        enemies.insert(other);
                    }
                }
            }
        }
        enemies
    }

    /// The sides, with those that nobody judged.
    fn gather(&self, units: &[Unit], sides: Sides) -> Vec<BTreeSet<usize>> {
        let part = |set: BTreeSet<usize>| {
            let of_set: Vec<&Unit> = set.iter().filter_map(|place| units.get(*place)).collect();
            Part {
                from: of_set.iter().map(|unit| unit.from).collect(),
                traits: self.traits(units, &set),
                mentions: of_set.iter().map(|unit| unit.mentions.len()).sum(),
                units: set,
            }
        };
        let parts = |sets: Vec<BTreeSet<usize>>| sets.into_iter().map(part).collect();
        gathered(parts(sides.judged), parts(sides.others))
    }

    /// What the articles say of the mentions of a set that may tell whom they mean.
    fn traits(&self, units: &[Unit], set: &BTreeSet<usize>) -> BTreeSet<Trait> {
        let units = set.iter().filter_map(|place| units.get(*place));
        let mentions = units.flat_map(|unit| &unit.mentions);
        mentions
            .flat_map(|m| traits_of(self.readings, *m))
            .collect()
    }

    /// The group of a set; none of an empty one, which there is not.
    fn group(&self, units: &[Unit], set: &BTreeSet<usize>) -> Option<Group> {
        let units: Vec<&Unit> = set.iter().filter_map(|place| units.get(*place)).collect();
        let from: BTreeSet<usize> = units.iter().map(|unit| unit.from).collect();
        let from: Vec<&Group> = from.iter().filter_map(|at| self.team.get(*at)).collect();
        let mut mentions: Vec<Mention> = units.iter().flat_map(|u| &u.mentions).copied().collect();
        mentions.sort_unstable();
        let known = mentions.iter();
        let known: States = known
            .filter_map(|m| entity(self.readings, *m)?.state)
            .collect();
        let states = if known.is_empty() {
            from.iter()
                .flat_map(|group| &group.states)
                .copied()
                .collect()
        } else {
            known
        };
        Some(Group {
            block: from.iter().map(|group| &group.block).min()?.clone(),
            namesake: from.iter().map(|group| group.namesake).min()?,
            states,
            mentions,
        })
    }
}

/// The sides of a parted team.
struct Sides {
    /// Those with a judged mention, as sets of units.
    judged: Vec<BTreeSet<usize>>,
    /// Those without.
    others: Vec<BTreeSet<usize>>,
}

/// Puts those together that the program had in one group and that have the same enemies.
fn sides_of(units: &[Unit], sets: &[BTreeSet<usize>], enemies: &[BTreeSet<usize>]) -> Sides {
    let mut ties = Sets::default();
    let mut known: BTreeMap<(usize, &BTreeSet<usize>), usize> = BTreeMap::new();
    for (place, (set, enemies)) in sets.iter().zip(enemies).enumerate() {
        for unit in set.iter().filter_map(|unit| units.get(*unit)) {
            if !enemies.is_empty() {
                let first = *known.entry((unit.from, enemies)).or_insert(place);
                ties.join(first, place);
            }
        }
    }
    let mut sides = Sides {
        judged: Vec::new(),
        others: Vec::new(),
    };
    for team in ties.among(0..sets.len()) {
        let has_enemies = team
            .iter()
            .any(|place| enemies.get(*place).is_some_and(|e| !e.is_empty()));
        let members = team.iter().filter_map(|place| sets.get(*place));
        let whole: BTreeSet<usize> = members.flatten().copied().collect();
        if has_enemies {
            sides.judged.push(whole);
        } else {
            sides.others.push(whole);
        }
    }
    sides
}

/// The units of a torn set that are to fall apart: those that hold a mention that is told apart from another, or all where these
/// are as small as can be.
fn to_refine(units: &[Unit], set: &BTreeSet<usize>, named: &BTreeSet<&Mention>) -> Vec<usize> {
    let mentions = |place: &usize| units.get(*place).map_or(&[][..], |unit| &unit.mentions);
    let large = set.iter().copied();
    let large: Vec<usize> = large.filter(|place| mentions(place).len() > 1).collect();
    let judged = large.iter().copied();
    let judged = judged.filter(|place| mentions(place).iter().any(|m| named.contains(m)));
    let judged: Vec<usize> = judged.collect();
    if judged.is_empty() { large } else { judged }
}

fn entity(readings: &impl Articles, mention: Mention) -> Option<&Entity> {
    readings.at(mention.reading)?.entities.get(mention.entity)
}

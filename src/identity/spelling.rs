//! One person under several spellings: groups of mentions that the matcher of names joins.
//!
//! Only what is sure is joined: full names, people who act for the same state, names that the matcher finds very much
//! alike, and never two whom one article tells apart. Where three spellings do not all agree with each other, one of them
//! may be of a second person, and none is joined. As all of it is computed from all groups, the order of the articles does
//! not matter.

use std::collections::{BTreeMap, BTreeSet};

use super::block::States;
use super::cluster::Mention;
use super::entity::Block;
use super::matching::PersonName;
use crate::claim::Reading;
use crate::lexicon::Lexicon;

/// From this score on two spellings are of one person of a state, in thousandths. More than the matcher itself asks for,
/// since a wrong join costs more than a missed one.
const SURE: u32 = 850;

/// So many people of a state whose names begin alike are compared with each other; where there are more, a near name tells
/// little, and the work would grow with their square.
const MOST_ALIKE: usize = 64;

/// Mentions of one folded name that are one person or body.
pub(super) struct Group {
    pub(super) block: Block,
    pub(super) states: States,
    pub(super) mentions: Vec<Mention>,
}

/// A group of a person with a full name and known states.
struct Known {
    group: usize,
    name: PersonName,
    readings: BTreeSet<usize>,
}

/// Joins the groups that are one person under several spellings.
///
/// Complexity: compares each person with at most [`MOST_ALIKE`] others for each two words of the name, namely those of the
/// same states two of whose words begin with like consonants.
pub(super) fn join(readings: &[Reading], groups: Vec<Group>) -> Vec<Group> {
    let mut buckets: BTreeMap<(&States, (u16, u16)), Vec<usize>> = BTreeMap::new();
    let known: Vec<Known> = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.block.is_full_person() && !group.states.is_empty())
        .filter_map(|(place, group)| Known::of(readings, place, group))
        .collect();
    for (place, person) in known.iter().enumerate() {
        let states = groups.get(person.group).map(|group| &group.states);
        for key in person.name.beginnings() {
            if let Some(states) = states {
                buckets.entry((states, key)).or_default().push(place);
            }
        }
    }
    let mut alike: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for bucket in buckets.values().filter(|b| b.len() <= MOST_ALIKE) {
        for (at, one) in bucket.iter().enumerate() {
            for other in bucket.iter().skip(at + 1) {
                if seen.insert((*one, *other)) && are_one(&known, *one, *other) {
                    alike.entry(*one).or_default().insert(*other);
                    alike.entry(*other).or_default().insert(*one);
                }
            }
        }
    }
    let to_group = |place: &usize| known.get(*place).map(|person| person.group);
    let teams = teams(&alike).into_iter();
    let teams = teams.map(|team| team.iter().filter_map(to_group).collect());
    put_together(groups, &teams.collect::<Vec<_>>())
}

impl Known {
    fn of(readings: &[Reading], group: usize, of: &Group) -> Option<Self> {
        let entity = |m: &Mention| readings.get(m.reading)?.entities.get(m.entity);
        // The names of a group are the same but for case and diacritics, so any will do, if it is always the same one.
        let name = of
            .mentions
            .iter()
            .filter_map(entity)
            .map(|e| &e.name)
            .min()?;
        Some(Self {
            group,
            name: PersonName::new(name, Lexicon::builtin()),
            readings: of.mentions.iter().map(|m| m.reading).collect(),
        })
    }
}

fn are_one(known: &[Known], one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (known.get(one), known.get(other)) else {
        return false;
    };
    one.readings.is_disjoint(&other.readings) && one.name.compare(&other.name).thousandths() >= SURE
}

/// The sets in which everybody is like everybody else and like nobody outside of it.
fn teams(alike: &BTreeMap<usize, BTreeSet<usize>>) -> Vec<BTreeSet<usize>> {
    let with_self = |place: usize, others: &BTreeSet<usize>| -> BTreeSet<usize> {
        others.iter().copied().chain([place]).collect()
    };
    let mut teams = Vec::new();
    for (place, others) in alike {
        let team = with_self(*place, others);
        let agree = team.iter().all(|member| {
            let theirs = alike.get(member).map(|others| with_self(*member, others));
            theirs.as_ref() == Some(&team)
        });
        if agree && team.first() == Some(place) {
            teams.push(team);
        }
    }
    teams
}

/// The groups with those of each team made one, which takes the place of its first.
fn put_together(groups: Vec<Group>, teams: &[Vec<usize>]) -> Vec<Group> {
    let mut target: BTreeMap<usize, usize> = BTreeMap::new();
    for team in teams {
        if let Some(first) = team.iter().min() {
            target.extend(team.iter().map(|member| (*member, *first)));
        }
    }
    let mut joined: BTreeMap<usize, Group> = BTreeMap::new();
    for (place, group) in groups.into_iter().enumerate() {
        let place = target.get(&place).copied().unwrap_or(place);
        if let Some(first) = joined.get_mut(&place) {
            first.mentions.extend(group.mentions);
            first.mentions.sort_unstable();
        } else {
            joined.insert(place, group);
        }
    }
    joined.into_values().collect()
}

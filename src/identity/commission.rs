//! One commission or friendship group under several names: by what it ties and what it is called.
//!
//! Groups of mentions that tie the same two or more states are compared by the matcher of names of bodies, which is told
//! what the articles say that they tie. Those that tie the same chambers and agree in sort and topic are one. One of which only
//! the states are known joins the only one of them that is alike; where two commissions of other chambers are, it stays
//! apart.

use std::collections::{BTreeMap, BTreeSet};

use super::block::States;
use super::entity::{Block, tables};
use super::group::{Group, put_together};
use super::matching::{BodyName, Verdict};
use super::mention::{Mention, PerMention};
use super::sets::{connected, pairs};
use super::spelling::have_common;
use crate::claim::{Assertion, Reading};

/// So many bodies of the same states are compared with each other; where there are more, each is compared with that many
/// that stand next to it.
const MOST_ALIKE: usize = 64;

/// A body that ties some states.
pub(super) struct Tying<'g> {
    group: usize,
    states: &'g States,
    chambers: BTreeSet<String>,
    name: BodyName,
    /// The articles, sorted.
    readings: Vec<usize>,
}

impl<'g> Tying<'g> {
    /// A group of a name in articles that ties states, and as they tell these chambers.
    pub(super) fn new(
        group: usize,
        states: &'g States,
        chambers: &BTreeSet<String>,
        (written, readings): (&str, Vec<usize>),
    ) -> Self {
        let name = BodyName::new(written, tables()).tying(states, chambers);
        Self {
            group,
            states,
            chambers: name.chambers().clone(),
            name,
            readings,
        }
    }
}

/// Joins the groups that are one commission under several names, and counts the pairs of names that it compared.
pub(super) fn join(readings: &[Reading], groups: Vec<Group>) -> (Vec<Group>, usize) {
    let mut compared = 0;
    let known = tying(readings, &groups);
    let mut blocks: BTreeMap<&States, Vec<usize>> = BTreeMap::new();
    for (place, body) in known.iter().enumerate() {
        blocks.entry(body.states).or_default().push(place);
    }
    let mut teams: Vec<BTreeSet<usize>> = Vec::new();
    for block in blocks.into_values().filter(|block| block.len() > 1) {
        teams.extend(in_block(&known, &block, &mut compared));
    }
    let to_group = |place: &usize| known.get(*place).map(|body| body.group);
    let teams: Vec<Vec<usize>> = teams
        .iter()
        .map(|team| team.iter().filter_map(to_group).collect())
        .collect();
    drop(known);
    (put_together(groups, &teams), compared)
}

/// The commissions that tie at least two states and whose names mean something beyond their article.
fn tying<'g>(readings: &[Reading], groups: &'g [Group]) -> Vec<Tying<'g>> {
    let wanted = |group: &&Group| group.block.is_full_commission() && group.states.len() > 1;
    if !groups.iter().any(|group| wanted(&group)) {
        return Vec::new();
    }
    let mut rows: PerMention<Option<&str>> = PerMention::new(readings, None);
    for group in groups {
        if let Block::House(row) = &group.block {
            for mention in &group.mentions {
                rows.put(*mention, Some(row));
            }
        }
    }
    let mut chambers: BTreeMap<Mention, BTreeSet<String>> = BTreeMap::new();
    for (reading, of) in readings.iter().enumerate() {
        for claim in &of.claims {
            if let Assertion::Links { body, target } = claim.assertion {
                let mention = |entity| Mention { reading, entity };
                if let Some(row) = rows.of(mention(target)) {
                    let own = chambers.entry(mention(body)).or_default();
                    own.insert(row.to_owned());
                }
            }
        }
    }
    let all = groups.iter().enumerate();
    all.filter(|(_, group)| wanted(group))
        .filter_map(|(place, group)| {
            let told = group.mentions.iter().filter_map(|m| chambers.get(m));
            let told: BTreeSet<String> = told.flatten().cloned().collect();
            let named = (group.name(readings)?, group.readings());
            Some(Tying::new(place, &group.states, &told, named))
        })
        .collect()
}

/// The teams among bodies that tie the same states.
pub(super) fn in_block(
    known: &[Tying<'_>],
    block: &[usize],
    compared: &mut usize,
) -> Vec<BTreeSet<usize>> {
    let mut alike: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (one, other) in pairs([block], MOST_ALIKE) {
        if let (Some(a), Some(b)) = (known.get(one), known.get(other)) {
            *compared += 1;
            let apart = have_common(&a.readings, &b.readings);
            if !apart && a.name.compare(&b.name).verdict() == Verdict::Same {
                alike.insert((one, other));
            }
        }
    }
    let chambers = |place: &usize| known.get(*place).map(|body| &body.chambers);
    let are_alike = |one: usize, other: usize| alike.contains(&(one.min(other), one.max(other)));
    let same_chambers = alike.iter().copied();
    let same_chambers = same_chambers.filter(|(a, b)| chambers(a) == chambers(b));
    let mut teams: Vec<BTreeSet<usize>> = connected(same_chambers)
        .into_iter()
        .filter(|team| {
            let mut others = team.iter().enumerate();
            others.all(|(at, one)| {
                team.iter()
                    .skip(at + 1)
                    .all(|other| are_alike(*one, *other))
            })
        })
        .collect();
    let joined: BTreeSet<usize> = teams.iter().flatten().copied().collect();
    let alone = block.iter().filter(|place| !joined.contains(place));
    teams.extend(alone.map(|place| BTreeSet::from([*place])));
    with_vague(&teams, are_alike, |team| {
        team.first()
            .and_then(&chambers)
            .is_some_and(BTreeSet::is_empty)
    })
}

/// Puts a team of which only the states are known to the one team of known chambers that is like it.
fn with_vague(
    teams: &[BTreeSet<usize>],
    are_alike: impl Fn(usize, usize) -> bool,
    is_vague: impl Fn(&BTreeSet<usize>) -> bool,
) -> Vec<BTreeSet<usize>> {
    let like = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| {
        one.iter().all(|a| other.iter().all(|b| are_alike(*a, *b)))
    };
    let mut guests: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, team) in teams.iter().enumerate().filter(|(_, team)| is_vague(team)) {
        let mut homes = teams.iter().enumerate();
        let mut homes = homes
            .by_ref()
            .filter(|(_, home)| !is_vague(home) && like(team, home));
        if let (Some((home, _)), None) = (homes.next(), homes.next()) {
            guests.entry(home).or_default().push(number);
        }
    }
    // Two guests of one home are not like each other, or they would be one; then it is not sure which is at home there.
    guests.retain(|_, guests| guests.len() == 1);
    let moved: BTreeSet<usize> = guests.values().flatten().copied().collect();
    let mut whole: Vec<BTreeSet<usize>> = Vec::new();
    for (number, team) in teams
        .iter()
        .enumerate()
        .filter(|(number, _)| !moved.contains(number))
    {
        let guests = guests.get(&number).into_iter().flatten();
        let guests = guests.filter_map(|guest| teams.get(*guest)).flatten();
        whole.push(team.iter().chain(guests).copied().collect());
    }
    whole.retain(|team| team.len() > 1);
    whole
}

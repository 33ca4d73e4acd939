//! Groups of mentions: those of one name first, and those that are joined.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::block::{States, split};
use super::entity::{Block, states_of};
use super::judgement::Guide;
use super::mention::Mention;
use super::namesake::{self, Namesake};
use super::seat::{self, Shown};
use crate::claim::Reading;

/// Mentions of one folded name that are one person or body.
#[derive(Clone)]
pub(super) struct Group {
    pub(super) block: Block,
    pub(super) states: States,
    pub(super) mentions: Vec<Mention>,
    /// Which of those of the name and the states it is.
    pub(super) namesake: Namesake,
}

impl Group {
    /// Its name in one of the articles, always the same one: the least by letters.
    pub(super) fn name<'r>(&self, readings: &'r [Reading]) -> Option<&'r str> {
        let entity = |m: &Mention| readings.get(m.reading)?.entities.get(m.entity);
        let entities = self.mentions.iter().filter_map(entity);
        entities.map(|e| e.name.as_str()).min()
    }

    /// The articles that mention it, sorted.
    pub(super) fn readings(&self) -> Vec<usize> {
        let mut readings: Vec<usize> = self.mentions.iter().map(|m| m.reading).collect();
        readings.sort_unstable();
        readings.dedup();
        readings
    }

    /// Whether it is somebody of a full name of whom it can be told who that is.
    pub(super) fn is_known_person(&self) -> bool {
        self.block.is_full_person() && self.namesake != Namesake::Unsure
    }

    /// Makes another group a part of it.
    pub(super) fn take(&mut self, other: Self) {
        if other.block.is_full_person() {
            // Whoever is the second of a name stays so under another spelling, so that the first one keeps the id.
            self.namesake = self.namesake.max(other.namesake);
            self.block = other.block;
        }
        self.mentions.extend(other.mentions);
        self.mentions.sort_unstable();
        self.states.extend(other.states);
    }
}

/// The mentions of a block that splits as groups. They come in their order, and `shown` tells what each shows of a seat.
///
/// Complexity: as [`split`] and [`namesake::people`].
pub(super) fn of_block(
    block: &Block,
    members: Vec<(Mention, States)>,
    shown: impl Fn(Mention) -> Shown,
) -> Vec<Group> {
    let group = |states: States, mentions: Vec<Mention>, namesake: Namesake| Group {
        block: block.clone(),
        states,
        mentions,
        namesake,
    };
    let mut groups = Vec::new();
    for (states, mentions) in split(members) {
        if mentions.len() < 2 || !block.is_full_person() {
            groups.push(group(states, mentions, Namesake::Only));
            continue;
        }
        let members = mentions.into_iter().map(|m| (m, shown(m))).collect();
        let people = namesake::people(members).into_iter();
        groups.extend(people.map(|(namesake, of)| group(states.clone(), of, namesake)));
    }
    groups
}

/// The mentions by what they show of themselves.
pub(super) fn groups_of(readings: &[Reading], guide: &Guide) -> Vec<Group> {
    let members = readings.par_iter().enumerate();
    let members = members.flat_map_iter(|(place, reading)| {
        let all = reading.entities.iter().zip(states_of(reading));
        all.enumerate()
            .filter_map(move |(index, (entity, states))| {
                let mention = Mention {
                    reading: place,
                    entity: index,
                };
                let stands_in = guide.stand_ins.contains_key(&mention);
                (!stands_in).then(|| (Block::of(entity, &states, place), (mention, states)))
            })
    });
    let mut members: Vec<(Block, (Mention, States))> = members.collect();
    // The order of the mentions within a block stays that of the readings.
    members.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    let shown = |mention: Mention| {
        let reading = readings.get(mention.reading);
        reading.map_or_else(Shown::default, |of| seat::shown(of, mention.entity))
    };
    let mut members = members.into_iter().peekable();
    let mut groups = Vec::new();
    while let Some((block, first)) = members.next() {
        let mut of_this = vec![first];
        while let Some((_, member)) = members.next_if(|(next, _)| *next == block) {
            of_this.push(member);
        }
        if block.splits() {
            groups.extend(of_block(&block, of_this, shown));
        } else {
            let states = of_this.iter().flat_map(|(_, states)| states).copied();
            groups.push(Group {
                states: states.collect(),
                mentions: of_this.iter().map(|(mention, _)| *mention).collect(),
                namesake: Namesake::Only,
                block,
            });
        }
    }
    groups
}

/// The groups with those of each team made one, which takes the place of its first. No group is in two teams.
pub(super) fn put_together(groups: Vec<Group>, teams: &[Vec<usize>]) -> Vec<Group> {
    let mut target: BTreeMap<usize, usize> = BTreeMap::new();
    for team in teams {
        if let Some(first) = team.iter().min() {
            target.extend(team.iter().map(|member| (*member, *first)));
        }
    }
    let mut joined: BTreeMap<usize, Group> = BTreeMap::new();
    let mut later: Vec<(usize, Group)> = Vec::new();
    for (place, group) in groups.into_iter().enumerate() {
        match target.get(&place) {
            Some(first) if *first != place => later.push((*first, group)),
            _ => drop(joined.insert(place, group)),
        }
    }
    for (first, group) in later {
        if let Some(into) = joined.get_mut(&first) {
            into.take(group);
        }
    }
    joined.into_values().collect()
}
